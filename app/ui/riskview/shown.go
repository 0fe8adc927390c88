// Package riskview shows what the models say of one person: a card beside the pedigree that follows
// each edit, and the whole screen with every model side by side, the picture of 100 people, the chart,
// what would change the answer and the working.
package riskview

import (
	"time"

	"kindred/internal/clinic"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// Shown is what the card and the screen show: what the models say of one person.
type Shown struct {
	Who     string // the person; "" when nobody is marked as the patient
	Sex     pedigree.Sex
	Gender  pedigree.Gender
	Answers []risk.Assessment        // one a model
	Called  func(pedigree.ID) string // how a relative is named
	Kept    string                   // when the answers were last copied into the record
	// Took is how long the models took for the answers; 0 where it was not measured.
	Took time.Duration
	// Whole says that the joint ranges are there; false while they are being worked out.
	Whole bool
	// Supposed is what is only supposed, a sentence each; nothing where the answers are the record's.
	Supposed []string
	// Requests are what RequestsFor found.
	Requests Requests
}

// Requests are the reports that can be asked for, by the fact that each would settle.
type Requests map[string]clinic.Confirmation

// RequestsFor finds, for each fact that would change an answer, the report that would settle it; find says
// false where none could.
func RequestsFor(answers []risk.Assessment, find func(risk.Missing) (clinic.Confirmation, bool)) Requests {
	found := Requests{}
	for i := range answers {
		for _, m := range answers[i].Missing {
			id := idOf(&m)
			if _, known := found[id]; known {
				continue
			}
			if request, ok := find(m); ok {
				found[id] = request
			}
		}
	}
	return found
}

// people is what a hundred of such people are: "women", "men" or "people".
func (s *Shown) people() string {
	switch s.Sex {
	case pedigree.Female:
		return "women"
	case pedigree.Male:
		return "men"
	}
	return "people"
}

// pronoun is the person in a second sentence, with "does" or "do": "she does".
func (s *Shown) pronoun() string {
	switch {
	case s.Gender == pedigree.Woman || s.Gender == "" && s.Sex == pedigree.Female:
		return "she does"
	case s.Gender == pedigree.Man || s.Gender == "" && s.Sex == pedigree.Male:
		return "he does"
	}
	return "they do"
}
