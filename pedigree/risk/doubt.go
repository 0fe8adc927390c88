package risk

import "kindred/pedigree"

// Doubt is a fact about one person that is missing, vague or unconfirmed, with what it could be.
type Doubt struct {
	Person   pedigree.ID
	Item     pedigree.ID // the diagnosis, gene test or operation; "" where the fact is the person's own
	Kind     FactKind
	Fact     string // "age at diagnosis of breast cancer"
	Readings []Reading
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

// With is the case with one individual replaced by a copy that has other facts, but the same place in
// the family. Nothing of the original changes.
func (c *Case) With(p *pedigree.Individual) *Case {
	changed, family := *c, *c.Family
	family.Individuals = append([]pedigree.Individual{}, c.Family.Individuals...)
	changed.Family = &family
	if at := family.Individual(p.ID); at != nil {
		*at = *p
	}
	changed.Subject = family.Individual(c.Subject.ID)
	return &changed
}
