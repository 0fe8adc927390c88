package pedigreeview

import (
	"slices"

	"kindred/app/ui/keymap"
	"kindred/pedigree"
	"kindred/pedigree/amend"
	"kindred/pedigree/describe"
	"kindred/pedigree/layout"
)

// isDrawnTwice reports that a person has a second symbol.
func isDrawnTwice(l *layout.Layout, id pedigree.ID) bool {
	return l != nil && slices.ContainsFunc(l.Nodes, func(n layout.Node) bool { return n.ID == id && n.Duplicate })
}

// couple is two parents, or the one who is known.
type couple struct{ mother, father pedigree.ID }

// isInLoop reports that two of a person's couples, the parents' and those that the person is one of,
// are joined through other people too: cousins who are partners, say, and everybody between them.
func isInLoop(f *pedigree.Family, id pedigree.ID) bool {
	members, couples := map[couple][]pedigree.ID{}, map[pedigree.ID][]couple{}
	join := func(c couple, p pedigree.ID) {
		if p != "" && !slices.Contains(members[c], p) {
			members[c] = append(members[c], p)
			couples[p] = append(couples[p], c)
		}
	}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		if c := (couple{p.Mother, p.Father}); c != (couple{}) {
			join(c, p.ID)
			join(c, p.Mother)
			join(c, p.Father)
		}
	}
	reached := map[couple]bool{}
	for _, start := range couples[id] {
		if reached[start] {
			return true // from another of the person's couples, past the person
		}
		reached[start] = true
		for open := []couple{start}; len(open) > 0; {
			c := open[0]
			open = open[1:]
			for _, p := range members[c] {
				if p == id {
					continue
				}
				for _, next := range couples[p] {
					if !reached[next] {
						reached[next] = true
						open = append(open, next)
					}
				}
			}
		}
	}
	return false
}

// drawTwice draws somebody in a loop once, with lines only, who is drawn twice, and the other way round.
func (v *View) drawTwice(id pedigree.ID) {
	if id == "" {
		return
	}
	twice := isDrawnTwice(v.shown.layout, id)
	if !twice && !isInLoop(v.p.Session.Family(), id) {
		v.status(v.called(id) + " is in no loop of the family: " + keymap.LabelOf(keymap.DrawTwice) + " is for those who could be drawn in two places.")
		return
	}
	choice, words := pedigree.Yes, "draw "+v.called(id)+" twice"
	if twice {
		choice, words = pedigree.No, "draw "+v.called(id)+" once"
	}
	if v.do(words, func(f *pedigree.Family) (pedigree.ID, error) { return "", amend.SetDrawTwice(f, id, choice) }) {
		v.status(describe.Capital(words))
	}
}
