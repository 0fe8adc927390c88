package clinic

import (
	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/suppose"
)

// Supposed is what the models would say if something were so that nobody recorded. It is for looking at:
// nothing that is saved, printed or signed is made from it.
type Supposed struct {
	Family  *pedigree.Family // a copy, with what is assumed
	Assumed []string         // what is assumed, a sentence each
	Answers []risk.Assessment
	Quick   bool // the answers are without their joint ranges
}

// WhatIf asks the models about a person in a copy of the family in which the assumptions are so. What
// contradicts the record is refused in one line. Results of other programs that rest on other facts than
// the copy's are stale in it. Quick is as in AssessQuick.
func (s *Session) WhatIf(subject pedigree.ID, assumptions []suppose.Assumption, quick bool) (*Supposed, error) {
	now := s.snapshot()
	family, err := suppose.Family(now.family, assumptions...)
	if err != nil {
		return nil, err
	}
	supposed := &Supposed{Family: family, Quick: quick}
	for _, a := range assumptions {
		supposed.Assumed = append(supposed.Assumed, a.Words(now.family))
	}
	now.family, now.memory = family, &s.supposing
	supposed.Answers = now.ask(risk.Request{Subject: subject, Quick: quick})
	return supposed, nil
}
