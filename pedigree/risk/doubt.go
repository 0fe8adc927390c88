package risk

import (
	"slices"

	"kindred/pedigree"
)

// Doubt is a fact about one person that is missing, vague or unconfirmed, with what it could be.
type Doubt struct {
	Person   pedigree.ID
	Item     pedigree.ID // the diagnosis, gene test or operation; "" where the fact is the person's own
	Kind     FactKind
	Fact     string // "age at diagnosis of breast cancer"; the same for every model
	Readings []Reading
	// Silent says that nobody was asked and the answer was read as none: listed last.
	Silent bool
}

// Reading is one thing that a doubtful fact could be.
type Reading struct {
	Name ReadingName // or, of a vague or missing fact, what was tried: "45", "breast cancer at 45", "well"
	// Person is a copy of the individual as this reading has it; all other facts are as they are.
	Person *pedigree.Individual
}

// ReadingName names a reading.
type ReadingName string

// The readings of an unconfirmed fact beside the one reported.
const (
	SetAside ReadingName = "set aside" // the fact is unknown; nothing else about the person changes
	Refuted  ReadingName = "refuted"
)

// replaced is a copy of a family in which one individual is replaced.
type replaced struct {
	pedigree.Family
	kin []*pedigree.Individual
	at  int // who; -1 is nobody
}

// With is the case with one individual replaced by a copy that has other facts, but the same place in
// the family. Nothing of the original changes. The case returned shares its family with the one that the
// next With of the same case returns, and so holds only until then.
func (c *Case) With(p *pedigree.Individual) *Case {
	if c.other == nil {
		c.other = &replaced{Family: *c.Family, at: -1}
		c.other.Individuals = slices.Clone(c.Family.Individuals)
		c.other.kin = c.places.among(c.other.Individuals)
	}
	people := c.other.Individuals
	if c.other.at >= 0 {
		people[c.other.at] = c.Family.Individuals[c.other.at]
		c.other.at = -1
	}
	if at, ok := c.places.index[p.ID]; ok {
		people[at], c.other.at = *p, at
	}
	changed := *c
	changed.Family, changed.kin, changed.other, changed.made = &c.other.Family, c.other.kin, nil, nil
	changed.Subject = &people[c.places.index[c.Subject.ID]]
	return &changed
}
