package amend

import (
	"slices"

	"kindred/pedigree"
)

// MoveSibling moves a person by so many places among their full siblings in family order, which is
// the birth order where no birth date says otherwise: earlier for a negative number. At the end
// of the sibship it stops.
func MoveSibling(f *pedigree.Family, id pedigree.ID, places int) error {
	if _, err := find(f, id); err != nil {
		return err
	}
	siblings := sibship(f, id)
	from := slices.Index(siblings, id)
	to := min(max(from+places, 0), len(siblings)-1)
	if to == from {
		return nil
	}
	at := position(f, id)
	moved := f.Individuals[at]
	f.Individuals = slices.Delete(f.Individuals, at, at+1)
	target := position(f, siblings[to])
	if to > from {
		target++
	}
	insert(f, target, moved)
	return nil
}

// SetPin keeps a person's symbol where it was dragged to along its row, in layout units.
func SetPin(f *pedigree.Family, id pedigree.ID, x float64) error {
	p, err := find(f, id)
	if err != nil {
		return err
	}
	p.Pin = &x
	return nil
}

// ReleasePin lets the layout place the person again.
func ReleasePin(f *pedigree.Family, id pedigree.ID) error {
	p, err := find(f, id)
	if err != nil {
		return err
	}
	p.Pin = nil
	return nil
}

// ReleasePins lets the layout place everybody again.
func ReleasePins(f *pedigree.Family) {
	for i := range f.Individuals {
		f.Individuals[i].Pin = nil
	}
}

// SetDrawTwice keeps how a loop through a person is to be drawn: Yes with a second symbol of the person
// and a dashed line between the two, No with lines only, NotAsked whichever costs the drawing less.
func SetDrawTwice(f *pedigree.Family, id pedigree.ID, choice pedigree.Answer) error {
	p, err := find(f, id)
	if err != nil {
		return err
	}
	p.DrawTwice = choice
	return nil
}
