package amend

import (
	"slices"

	"kindred/pedigree"
)

// PlaceByAge moves a person, who was added last, in front of the first full sibling who is certainly
// younger by birth or age. Where ages decide nothing the order stays as it was typed: no birth order
// is invented.
func PlaceByAge(f *pedigree.Family, id pedigree.ID) error {
	p, err := find(f, id)
	if err != nil {
		return err
	}
	siblings := sibship(f, id)
	at := slices.Index(siblings, id)
	for i, other := range siblings[:at] {
		if certainlyOlder(f, p, f.Individual(other)) {
			return MoveSibling(f, id, i-at)
		}
	}
	return nil
}

// certainlyOlder compares the ages of two living people, which need no calendar when they are said for
// one and the same day, and otherwise the years of birth.
func certainlyOlder(f *pedigree.Family, a, b *pedigree.Individual) bool {
	if !a.IsPerson() || !b.IsPerson() {
		return false
	}
	if spoken(a) && spoken(b) && f.AgeSaidOn(a) == f.AgeSaidOn(b) {
		return a.Age.Low.Known && b.Age.High.Known && a.Age.Low.Year > b.Age.High.Year
	}
	bornA, bornB := f.BirthYears(a), f.BirthYears(b)
	return bornA.High.Known && bornB.Low.Known && bornA.High.Year < bornB.Low.Year
}

// spoken reports somebody of whom only the age today is known.
func spoken(p *pedigree.Individual) bool {
	return p.Deceased != pedigree.Yes && !p.Born.HasNumber() && pedigree.PlausibleAge(p.Age)
}
