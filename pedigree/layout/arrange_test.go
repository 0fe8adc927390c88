package layout

import (
	"encoding/json"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"kindred/pedigree"
	"pgregory.net/rapid"
)

// check finds what is wrong with a layout of f, in words; it knows nothing of how layouts are made.
func check(f *pedigree.Family, l *Layout) []string {
	var faults []string
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	first := map[pedigree.ID]int{}
	rows := map[int][]int{}
	for i, n := range l.Nodes {
		if _, ok := first[n.ID]; !ok {
			first[n.ID] = i
		}
		if math.IsNaN(n.X) || math.IsInf(n.X, 0) {
			fault("%s is nowhere", n.ID)
		}
		if n.Generation < 0 {
			fault("%s is above the first row", n.ID)
		}
		rows[n.Generation] = append(rows[n.Generation], i)
	}
	for i := range f.Individuals {
		if _, ok := first[f.Individuals[i].ID]; !ok {
			fault("%s is not drawn", f.Individuals[i].ID)
		}
	}
	for _, row := range rows {
		slices.SortFunc(row, func(a, b int) int { return cmpFloat(l.Nodes[a].X, l.Nodes[b].X) })
		for i := 1; i < len(row); i++ {
			if a, b := l.Nodes[row[i-1]], l.Nodes[row[i]]; b.X-a.X < l.Unit-1e-9 {
				fault("%s and %s are %.3f apart", a.ID, b.ID, b.X-a.X)
			}
		}
	}
	drawn := map[[2]pedigree.ID]bool{}
	for _, u := range l.Unions {
		a, b := l.Nodes[u[0]], l.Nodes[u[1]]
		if a.X > b.X {
			fault("the couple %s and %s is not left to right", a.ID, b.ID)
		}
		drawn[[2]pedigree.ID{a.ID, b.ID}], drawn[[2]pedigree.ID{b.ID, a.ID}] = true, true
	}
	for _, u := range f.Unions {
		_, p := first[u.Partners[0]]
		_, q := first[u.Partners[1]]
		if p && q && u.Partners[0] != u.Partners[1] && !drawn[[2]pedigree.ID{u.Partners[0], u.Partners[1]}] {
			fault("the union of %s and %s is not drawn", u.Partners[0], u.Partners[1])
		}
	}
	parents := map[pedigree.ID]map[pedigree.ID]bool{}
	for _, s := range l.Sibships {
		if s.Kinds != nil && len(s.Kinds) != len(s.Children) {
			fault("kinds are not child for child")
		}
		for j, c := range s.Children {
			child := l.Nodes[c]
			if j > 0 && l.Nodes[s.Children[j-1]].X > child.X {
				fault("the siblings before %s are not left to right", child.ID)
			}
			if parents[child.ID] == nil {
				parents[child.ID] = map[pedigree.ID]bool{}
			}
			for _, p := range s.Parents {
				parents[child.ID][l.Nodes[p].ID] = true
				if l.Nodes[p].Generation >= child.Generation {
					fault("%s is not below %s", child.ID, l.Nodes[p].ID)
				}
			}
		}
	}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		for _, q := range []pedigree.ID{p.Mother, p.Father} {
			if _, ok := first[q]; ok && q != p.ID && !parents[p.ID][q] {
				fault("%s is not drawn as a child of %s", p.ID, q)
			}
		}
	}
	return append(faults, checkTwins(f, l, first, rows)...)
}

// checkTwins finds twins with a stranger between them.
func checkTwins(f *pedigree.Family, l *Layout, first map[pedigree.ID]int, rows map[int][]int) []string {
	var faults []string
	index := f.Index()
	for _, t := range f.Twins {
		if _, drawn := first[t.Members[0]]; !drawn {
			continue
		}
		row := rows[l.Nodes[first[t.Members[0]]].Generation]
		lo, hi := len(row), -1
		for i, n := range row {
			if slices.Contains(t.Members, l.Nodes[n].ID) && !l.Nodes[n].Duplicate {
				lo, hi = min(lo, i), max(hi, i)
			}
		}
		for i := lo + 1; i < hi; i++ {
			id := l.Nodes[row[i]].ID
			partner := slices.Contains(t.Members, id)
			for _, s := range l.Sibships {
				a, b := l.Nodes[s.Parents[0]].ID, l.Nodes[s.Parents[1]].ID
				partner = partner || a == id && slices.Contains(t.Members, b) || b == id && slices.Contains(t.Members, a)
			}
			for _, u := range l.Unions {
				a, b := l.Nodes[u[0]].ID, l.Nodes[u[1]].ID
				partner = partner || a == id && slices.Contains(t.Members, b) || b == id && slices.Contains(t.Members, a)
			}
			if _, known := index[id]; !partner && known {
				faults = append(faults, fmt.Sprintf("%s stands between the twins %v", id, t.Members))
			}
		}
	}
	return faults
}

func cmpFloat(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func TestEveryFamilyIsDrawnWholeAndSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFamily(t, 24)
		if faults := check(f, Arrange(f, Options{})); len(faults) > 0 {
			b, _ := json.Marshal(f)
			t.Fatalf("%v\n%s", faults, b)
		}
	})
}

func TestTheSameFamilyIsDrawnTheSameToTheLastBit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFamily(t, 24)
		first := Arrange(f, Options{})
		if diff := cmp.Diff(first, Arrange(f.Clone(), Options{})); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestAnEarlierDrawingIsContinuedSoundly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFamily(t, 24)
		full := Arrange(f, Options{})
		less := f.Clone()
		if n := len(less.Individuals); n > 0 {
			less.Individuals = less.Individuals[:n-rapid.IntRange(0, min(n, 3)).Draw(t, "removed")]
		}
		for name, family := range map[string]*pedigree.Family{"less": less, "same": f} {
			if faults := check(family, Arrange(family, Options{Previous: full})); len(faults) > 0 {
				t.Fatalf("%s: %v", name, faults)
			}
		}
		if faults := check(f, Arrange(f, Options{Previous: Arrange(less, Options{})})); len(faults) > 0 {
			t.Fatalf("more: %v", faults)
		}
	})
}

func TestNobodyChangesPlacesWhenNothingChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFamily(t, 24)
		part := map[pedigree.ID]int{}
		for i, c := range build(f).components() {
			for _, n := range c.nodes {
				part[n.id] = i
			}
		}
		before := Arrange(f, Options{})
		after := Arrange(f, Options{Previous: before})
		if len(before.Nodes) != len(after.Nodes) {
			t.Fatalf("%d symbols became %d", len(before.Nodes), len(after.Nodes))
		}
		for i, a := range before.Nodes {
			for j, b := range before.Nodes[:i] {
				c, d := after.Nodes[i], after.Nodes[j]
				if a.Generation == b.Generation && c.Generation == d.Generation && (a.X < b.X) != (c.X < d.X) && part[a.ID] == part[b.ID] {
					b1, _ := json.Marshal(f)
					b2, _ := json.Marshal(before)
					b3, _ := json.Marshal(after)
					t.Fatalf("%s and %s changed places\n%s\n%s\n%s", a.ID, b.ID, b1, b2, b3)
				}
			}
			if a.ID != after.Nodes[i].ID || a.Generation != after.Nodes[i].Generation {
				t.Fatalf("%s left its row", a.ID)
			}
		}
	})
}

func TestSharedFamiliesAreDrawnWithoutAHardFault(t *testing.T) {
	paths, _ := filepath.Glob(filepath.Join(sharedFamilies, "*.json"))
	if len(paths) == 0 {
		t.Skip("the shared cases are not beside this checkout")
	}
	for _, path := range paths {
		f := readCase(t, path)
		if faults := check(f, Arrange(f, Options{})); len(faults) > 0 {
			t.Errorf("%s: %v", filepath.Base(path), faults)
		}
	}
}

func TestStrictBirthOrderHoldsInSharedFamilies(t *testing.T) {
	paths, _ := filepath.Glob(filepath.Join(sharedFamilies, "*.json"))
	if len(paths) == 0 {
		t.Skip("the shared cases are not beside this checkout")
	}
	for _, path := range paths {
		f := readCase(t, path)
		if len(f.Twins) > 0 {
			continue // multiple births interleaved in a file stand together
		}
		index := f.Index()
		l := Arrange(f, Options{StrictBirthOrder: true})
		for _, s := range l.Sibships {
			for i := 1; i < len(s.Children); i++ {
				a, b := l.Nodes[s.Children[i-1]], l.Nodes[s.Children[i]]
				if a.Generation == b.Generation && index[a.ID] > index[b.ID] {
					t.Errorf("%s: %s stands before %s", filepath.Base(path), a.ID, b.ID)
				}
			}
		}
	}
}
