// Package bethesda is the revised Bethesda guidelines of 2004, by which the colorectal cancers to be
// tested for microsatellite instability used to be chosen. UK practice now tests every colorectal cancer.
//
// The question is about the person asked about, or where there was no colorectal cancer in that person,
// about each blood relative who had one; the answer says in whom.
package bethesda

import (
	"fmt"

	"kindred/pedigree/risk"
	"kindred/pedigree/risk/criteria"
)

// Model is the guidelines. It is never changed after New and may be shared.
type Model struct{ rules *criteria.Rules }

// New reads the rules (assets/models/bethesda.json). The error names what is missing.
func New(file []byte) (*Model, error) {
	rules, err := criteria.Read(file)
	if err == nil && rules.Tumours[colorectal] == nil {
		err = fmt.Errorf("no tumour %q", colorectal)
	}
	if err != nil {
		return nil, fmt.Errorf("bethesda: %w", err)
	}
	return &Model{rules}, nil
}

// colorectal is the tumour that the guidelines are about.
const colorectal = "colorectal cancer"

// Name is "bethesda".
func (m *Model) Name() string { return "bethesda" }

// Assess answers in Category: met, met if confirmed, not met or cannot tell. A family without colorectal
// cancer is not what the guidelines are about.
func (m *Model) Assess(req risk.Request) risk.Assessment {
	return m.rules.Published.Answer(m.Name(), req, func(c *risk.Case) risk.Assessment {
		a, ok := criteria.Begin(c)
		if !ok {
			return a
		}
		v := criteria.Look(c)
		if len(m.candidates(v)) == 0 {
			a.Status = risk.NotApplicable
			a.Because = []string{"No colorectal cancer is recorded in the person asked about or a blood relative."}
			return a
		}
		return m.rules.Answer(v, a, m.candidates)
	})
}

// candidates are the subject with colorectal cancer, else all who had or may have had one.
func (m *Model) candidates(v *criteria.View) []int {
	var all []int
	for _, i := range v.Affected() {
		level := v.Most(v.At(i), m.rules.Tumours[colorectal], criteria.Limit{})
		if level >= criteria.Reported && v.At(i).ID == v.Subject.ID {
			return []int{i}
		}
		if level > criteria.No {
			all = append(all, i)
		}
	}
	return all
}
