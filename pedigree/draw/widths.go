package draw

import (
	"kindred/pedigree"
	"kindred/pedigree/layout"
)

// Widths tells the layout how much room each person's label needs on either side of the symbol, in
// layout units, so that the labels of neighbours do not touch.
func Widths(f *pedigree.Family, s Style) func(pedigree.ID) (left, right float64) {
	l := &layout.Layout{Unit: 1}
	for i := range f.Individuals {
		l.Nodes = append(l.Nodes, layout.Node{ID: f.Individuals[i].ID})
	}
	d := prepare(f, l, s)
	const nudge = 8 // how far a label may stand aside for the line of descent that leaves the couple
	rooms := make(map[pedigree.ID]float64, len(d.people))
	halves := make(map[pedigree.ID]float64, len(d.people))
	for n, p := range d.people {
		label := d.widest(d.wrapped(d.label(n), labelWidth))
		halves[p.ID] = max(unitPoints/2, label/2+lineGap)
		if label > labelWidth { // a word that cannot be wrapped narrower stands aside for nothing
			halves[p.ID] += 2 * nudge
		}
		if tail := s.arrowReach(p); tail > 0 && s.shows(p.ID) {
			halves[p.ID] = max(halves[p.ID], tail+lineGap+nudge)
		}
	}
	partners := map[pedigree.ID]float64{} // the widest half label of anybody with whom they have a line
	remarks := map[pedigree.ID]float64{}  // what is written between the partners
	parents := map[[2]pedigree.ID]bool{}  // a line of descent stands where the words would
	for i := range f.Individuals {
		parents[pairKey(f.Individuals[i].Mother, f.Individuals[i].Father)] = true
	}
	for i := range f.Unions {
		u := &f.Unions[i]
		cause, degree := d.widest(d.wrapped(d.causeLabel(u), labelWidth)), d.widest(d.wrapped(d.degreeLabel(u), degreeWidth))
		for _, a := range u.Partners {
			switch {
			case cause == 0:
			case len(u.Partners) == 2 && parents[pairKey(u.Partners[0], u.Partners[1])]:
				remarks[a] = max(remarks[a], cause+labelGap)
			default:
				remarks[a] = max(remarks[a], (cause+labelGap)/2)
			}
			if u.Status == pedigree.Separated { // the strokes and the line of descent side by side
				halves[a] = max(halves[a], unitPoints/2+6)
			}
			if degree > 0 {
				halves[a] = max(halves[a], radius+degree/2+lineGap)
			}
		}
		for _, a := range u.Partners {
			for _, b := range u.Partners {
				if a != b {
					partners[a] = max(partners[a], halves[b]-nudge)
				}
			}
		}
	}
	for i := range f.Individuals {
		if p := &f.Individuals[i]; p.Mother != "" && p.Father != "" {
			partners[p.Mother] = max(partners[p.Mother], halves[p.Father]-nudge)
			partners[p.Father] = max(partners[p.Father], halves[p.Mother]-nudge)
		}
	}
	for _, p := range d.people {
		half := max(halves[p.ID], partners[p.ID]) + remarks[p.ID]
		if bracketed(p) {
			half = max(half, bracketOut+labelGap)
		}
		rooms[p.ID] = half / unitPoints
	}
	return func(id pedigree.ID) (left, right float64) {
		if room, ok := rooms[id]; ok {
			return room, room
		}
		return 0.5, 0.5
	}
}
