// Package hdgc is the criteria of the International Gastric Cancer Linkage Consortium of 2020 for a CDH1
// test, as eviQ prints them. They are not the rules of the NHS indication R215.
//
// A condition is about an affected person, who may be any blood relative of the person asked about. Where
// the two readings of the consortium and of eviQ part, at lobular cancer of both breasts from 50 to 69, the
// answer is that nobody can tell.
package hdgc

import (
	"fmt"

	"kindred/pedigree/risk"
	"kindred/pedigree/risk/criteria"
)

// Model is the criteria. It is never changed after New and may be shared.
type Model struct{ rules *criteria.Rules }

// New reads the rules (assets/models/hdgc.json). The error names what is missing.
func New(file []byte) (*Model, error) {
	rules, err := criteria.Read(file)
	if err != nil {
		return nil, fmt.Errorf("hdgc: %w", err)
	}
	return &Model{rules}, nil
}

// Name is "hdgc".
func (m *Model) Name() string { return "hdgc" }

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
