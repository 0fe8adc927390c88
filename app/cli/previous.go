package cli

import (
	"encoding/json"
	"math"
	"slices"

	"kindred/pedigree/layout"
)

// readLayout reads what --layout-json wrote; nil for no path. It is refused unless every index and
// position in it can be meant.
func readLayout(path string) (*layout.Layout, error) {
	if path == "" {
		return nil, nil
	}
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	l := &layout.Layout{}
	if err := json.Unmarshal(data, l); err != nil {
		return nil, badInput("%s is not a layout that --layout-json wrote: %v", path, err)
	}
	if len(l.Nodes) == 0 {
		return nil, badInput("%s is not a layout that --layout-json wrote: it has no nodes", path)
	}
	for i := range l.Nodes {
		n := &l.Nodes[i]
		if n.Generation < 0 || n.Generation >= len(l.Nodes) || math.Abs(n.X) > widest {
			return nil, badInput("%s: node %d stands outside any drawing", path, i)
		}
	}
	for _, u := range l.Unions {
		if !inNodes(l, u[0]) || !inNodes(l, u[1]) {
			return nil, badInput("%s: a union names a node that is not there", path)
		}
	}
	for _, sibship := range l.Sibships {
		for _, i := range append(slices.Clone(sibship.Children), sibship.Parents[:]...) {
			if !inNodes(l, i) {
				return nil, badInput("%s: a sibship names a node that is not there", path)
			}
		}
	}
	return l, nil
}

// widest is how far from the origin a node may stand, in units: far beyond the largest family read.
const widest = 1e7

func inNodes(l *layout.Layout, i int) bool { return i >= 0 && i < len(l.Nodes) }
