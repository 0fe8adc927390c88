package amend

import (
	"slices"

	"kindred/pedigree"
)

// AddApart adds somebody whose place in the family is not known, after everybody else: a relative of
// whom nobody knows the side. Without links they are drawn apart and counted on neither side. What
// they are to the family is kept as a note ("aunt, side not known").
func AddApart(f *pedigree.Family, what string, sex pedigree.Sex, ids func() pedigree.ID) pedigree.ID {
	p := pedigree.Individual{ID: ids(), Sex: sex, Notes: []string{what}}
	insert(f, len(f.Individuals), p)
	return p.ID
}

// PutInPlace gives somebody who was added apart the place of an unknown person, who is removed: the side
// is known now, and the note that said what they are to the family goes.
func PutInPlace(f *pedigree.Family, apart, place pedigree.ID, what string) error {
	p, err := find(f, apart)
	if err != nil {
		return err
	}
	q, err := find(f, place)
	if err != nil {
		return err
	}
	found := *p
	found.Mother, found.Father, found.OtherParents = q.Mother, q.Father, q.OtherParents
	found.Notes = slices.DeleteFunc(slices.Clone(found.Notes), func(note string) bool { return note == what })
	at := position(f, apart)
	*q = found
	f.Individuals = slices.Delete(f.Individuals, at, at+1)
	return nil
}
