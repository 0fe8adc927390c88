// Package chompret says whether a TP53 test is indicated: the conditions 1 to 12 of the NHS indication
// R216 decide the category, and the Chompret criteria of 2015, from which they were made and which differ
// from them at the limits of age, are said beside it.
//
// A condition is about an affected person, who may be any blood relative of the person asked about.
package chompret

import (
	"fmt"

	"kindred/pedigree/risk"
	"kindred/pedigree/risk/criteria"
)

// Model is the criteria. It is never changed after New and may be shared.
type Model struct{ rules *criteria.Rules }

// New reads the rules (assets/models/chompret.json). The error names what is missing.
func New(file []byte) (*Model, error) {
	rules, err := criteria.Read(file)
	if err != nil {
		return nil, fmt.Errorf("chompret: %w", err)
	}
	return &Model{rules}, nil
}

// Name is "chompret".
func (m *Model) Name() string { return "chompret" }

// Assess answers in Category: met, met if confirmed, not met or cannot tell, and says in whom, the
// person asked about first.
func (m *Model) Assess(req risk.Request) risk.Assessment {
	return m.rules.Published.Answer(m.Name(), req, func(c *risk.Case) risk.Assessment {
		a, ok := criteria.Begin(c)
		if !ok {
			return a
		}
		return m.rules.Answer(criteria.Look(c), a, (*criteria.View).Affected)
	})
}
