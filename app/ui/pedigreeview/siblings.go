package pedigreeview

import (
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/amend"
	"kindred/pedigree/describe"
	"kindred/pedigree/layout"
)

// shiftSibling moves the selected person among the siblings, unless dates of birth decide.
func (v *View) shiftSibling(step int) {
	id := v.Selected()
	if id == "" {
		return
	}
	where := "earlier"
	if step > 0 {
		where = "later"
	}
	// The drawing keeps the order that it had: that is to be the new one.
	kept, trial := v.shown.layout, v.p.Session.Family().Clone()
	if amend.ShiftSibling(trial, id, step) == nil {
		v.shown.layout = inOrder(kept, trial, id)
	}
	words := "move " + v.called(id) + " " + where + " among the siblings"
	if v.do(words, func(f *pedigree.Family) (pedigree.ID, error) { return "", amend.ShiftSibling(f, id, step) }) {
		v.status(describe.Capital(words))
		return
	}
	v.shown.layout = kept
}

// inOrder is a layout in which the full siblings of a person take each other's places so that they stand
// in family order, each with their partners.
func inOrder(l *layout.Layout, f *pedigree.Family, id pedigree.ID) *layout.Layout {
	changed := *l
	changed.Nodes = slices.Clone(l.Nodes)
	node := func(id pedigree.ID) int {
		return slices.IndexFunc(changed.Nodes, func(n layout.Node) bool { return n.ID == id && !n.Duplicate })
	}
	p := f.Individual(id)
	var siblings []int
	var places []float64
	for i := range f.Individuals {
		s := &f.Individuals[i]
		if n := node(s.ID); n >= 0 && s.Mother == p.Mother && s.Father == p.Father {
			siblings, places = append(siblings, n), append(places, changed.Nodes[n].X)
		}
	}
	slices.Sort(places)
	const beside = 0.01 // units
	for i, n := range siblings {
		from, to := changed.Nodes[n].X, places[i]
		for _, partner := range f.PartnersOf(changed.Nodes[n].ID) {
			q := node(partner)
			switch {
			case q < 0 || changed.Nodes[q].Generation != changed.Nodes[n].Generation || from == to:
			case changed.Nodes[q].X < from:
				changed.Nodes[q].X = to - beside
			default:
				changed.Nodes[q].X = to + beside
			}
		}
		changed.Nodes[n].X = to
	}
	return &changed
}
