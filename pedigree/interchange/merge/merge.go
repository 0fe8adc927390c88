package merge

import (
	"errors"
	"fmt"

	"kindred/pedigree"
)

// Outcome is what an incoming family did, or would do, to a family.
type Outcome struct {
	People   []Person // everybody of the incoming family, in its order
	Warnings []string // a sentence each: what to look at before accepting
	Kept     []string // facts about the family as a whole that differ: now notes of the family

	// NamesDiffer is that the incoming family is about somebody of another name than the person at whom
	// it would be joined.
	NamesDiffer bool
}

// Person is what became of one incoming person.
type Person struct {
	Incoming pedigree.ID // in the incoming family
	Here     pedigree.ID // in the family joined
	Added    bool        // nobody here was the same person
	Filled   []string    // what was empty here: "age 47"
	Kept     []string    // what differs, and is now a note: "age 47"
}

// Added counts the people who were not here before.
func (o *Outcome) Added() int {
	n := 0
	for _, p := range o.People {
		if p.Added {
			n++
		}
	}
	return n
}

// Into adds incoming to f in place. The incoming consultand, else proband, is the person at of f. from
// names where it came from, for notes and sources: "smith.canrisk". ids gives ids that nobody has. An
// error, in one line, leaves f as it was: the incoming family does not say whom it is about, or that
// cannot be the person at.
func Into(f, incoming *pedigree.Family, at pedigree.ID, from string, ids func() pedigree.ID) (*Outcome, error) {
	here := f.Individual(at)
	if here == nil {
		return nil, errors.New("nobody is selected in this family: select the person whom the file is about")
	}
	about := incoming.Subject()
	if about == nil {
		return nil, errors.New("the file does not say whom it is about: import it as a new family, or mark its proband")
	}
	if opposite(about.Sex, here.Sex) {
		return nil, fmt.Errorf("the file is about somebody %s and the person selected here is %s: select the same person, or import it as a new family", about.Sex, here.Sex)
	}
	if a, b := incoming.PatientOf(about.ID), f.PatientOf(at); a != nil && b != nil && a.NHSNumber != "" && b.NHSNumber != "" && a.NHSNumber != b.NHSNumber {
		return nil, errors.New("the file is about a patient with another NHS number: check who is selected, or import it as a new family")
	}
	if incoming.AncestryCycle() != nil {
		return nil, errors.New("somebody in the file is their own ancestor: correct a parent in it")
	}
	j := &joint{here: f.Clone(), incoming: incoming.Clone(), from: from, ids: ids, outcome: &Outcome{}}
	j.outcome.NamesDiffer = !sameOrEmpty(about.Name, here.Name) && !shareWord(about.Name, here.Name)
	j.match(about.ID, at)
	j.admit()
	j.care()
	j.add()
	j.fillEverybody()
	j.unions()
	j.twins()
	j.patients()
	j.family()
	if j.here.AncestryCycle() != nil {
		return nil, errors.New("joined like this, somebody would be their own ancestor: import the file as a new family")
	}
	*f = *j.here
	return j.outcome, nil
}

// joint is two families on their way into one. Both are copies: the incoming one is taken apart.
type joint struct {
	here, incoming *pedigree.Family
	from           string
	ids            func() pedigree.ID
	outcome        *Outcome

	pairs map[pedigree.ID]pedigree.ID // of everybody incoming: who it is here
	added map[pedigree.ID]bool        // incoming people who were not here

	patient map[pedigree.ID]pedigree.ID // of each incoming patient's record: its id here
}

func (j *joint) warn(format string, args ...any) {
	j.outcome.Warnings = append(j.outcome.Warnings, fmt.Sprintf(format, args...))
}

// mapped is an incoming id as it is called here; "" for "" and for nobody.
func (j *joint) mapped(id pedigree.ID) pedigree.ID { return j.pairs[id] }

func (j *joint) mappedAll(ids []pedigree.ID) []pedigree.ID {
	var out []pedigree.ID
	for _, id := range ids {
		if to := j.mapped(id); to != "" {
			out = append(out, to)
		}
	}
	return out
}
