package source

import (
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
)

// NoCycle refuses a family in which someone is his own ancestor, and names the people on the way
// round (the first five of a long way). lineOf is the line of the person at a position; nil where
// there are none.
func NoCycle(f *pedigree.Family, lineOf func(position int) int) error {
	cycle := f.AncestryCycle()
	if cycle == nil {
		return nil
	}
	way := make([]string, 0, 6)
	for _, id := range append(cycle, cycle[0]) {
		way = append(way, listing.Clip(string(id)))
	}
	if len(way) > 6 {
		way = append(way[:5], "...")
	}
	line := 0
	if lineOf != nil {
		line = lineOf(f.Index()[cycle[0]])
	}
	e := listing.Refuse(line, cycle[0], "is his or her own ancestor (%s): correct a parent", strings.Join(way, ", child of "))
	e.Family = f.Name
	return e
}
