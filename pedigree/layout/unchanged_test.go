package layout

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"kindred/pedigree"
	"pgregory.net/rapid"
)

func TestAnUnchangedFamilyStandsExactlyWhereItStood(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFamily(t, 40)
		for i := range f.Individuals {
			if rapid.IntRange(0, 9).Draw(t, "pinned") == 0 {
				at := rapid.Float64Range(-5, 5).Draw(t, "at")
				f.Individuals[i].Pin = &at
			}
		}
		before := Arrange(f, Options{})
		b, err := json.Marshal(before)
		if err != nil {
			t.Fatal(err)
		}
		read := new(Layout)
		if err := json.Unmarshal(b, read); err != nil {
			t.Fatal(err)
		}
		after := Arrange(f, Options{Previous: read})
		if diff := cmp.Diff(before, after); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestWhatChangesTheDrawingIsNotTakenForUnchanged(t *testing.T) {
	f := cousins()
	before := Arrange(f, Options{})
	at := 3.5
	for name, change := range map[string]func(f *pedigree.Family, o *Options){
		"a pin":       func(f *pedigree.Family, _ *Options) { f.Individual("her brother").Pin = &at },
		"wide labels": func(_ *pedigree.Family, o *Options) { o.Width = func(pedigree.ID) (float64, float64) { return .9, .9 } },
		"a union": func(f *pedigree.Family, _ *Options) {
			f.Unions = []pedigree.Union{{Partners: []pedigree.ID{"his sister", "her brother"}}}
		},
		"a child": func(f *pedigree.Family, _ *Options) {
			f.Individuals = append(f.Individuals, person("new", female, "he", "she"))
		},
		"nobody": func(f *pedigree.Family, _ *Options) { f.Individuals = f.Individuals[:10] },
	} {
		g, o := f.Clone(), Options{Previous: before}
		change(g, &o)
		after := Arrange(g, o)
		if cmp.Equal(before, after) {
			t.Errorf("%s left everything as it was", name)
		}
		if faults := check(g, after); len(faults) > 0 {
			t.Errorf("%s: %v", name, faults)
		}
	}
	l := Arrange(f, Options{Previous: before})
	l.Nodes[0].X, l.Sibships[0].Children[0] = 99, 99
	if before.Nodes[0].X == 99 || before.Sibships[0].Children[0] == 99 {
		t.Error("the layout returned shares memory with the earlier one")
	}
}

func TestReorderedTellsASwapFromMakingRoom(t *testing.T) {
	node := func(id pedigree.ID, x float64, row int) Node { return Node{ID: id, X: x, Generation: row} }
	before := &Layout{Nodes: []Node{node("a", 0, 0), node("b", 1, 0), node("c", 0, 1)}}
	for _, test := range []struct {
		name string
		next []Node
		want bool
	}{
		{"the same", before.Nodes, false},
		{"room is made", []Node{node("a", 0, 0), node("new", 1, 0), node("b", 2, 0), node("c", .5, 1)}, false},
		{"everybody goes down a row", []Node{node("a", 0, 1), node("b", 1, 1), node("c", 0, 2), node("new", 0, 0)}, false},
		{"two change places", []Node{node("a", 1, 0), node("b", 0, 0), node("c", 0, 1)}, true},
		{"two change places with a newcomer between", []Node{node("b", 0, 0), node("new", 1, 0), node("a", 2, 0), node("c", 0, 1)}, true},
		{"one leaves the row", []Node{node("a", 0, 0), node("b", 1, 1), node("c", 0, 1)}, true},
	} {
		if got := Reordered(before, &Layout{Nodes: test.next}); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}
