// Package simonbroome is the Simon Broome register's criteria for familial hypercholesterolaemia.
//
//	definite   raised cholesterol, and tendon xanthoma in the person or a first- or second-degree relative;
//	           or a pathogenic variant in LDLR, APOB or PCSK9 in the person
//	possible   raised cholesterol, and a heart attack below 60 in a first-degree or below 50 in a
//	           second-degree relative, or raised total cholesterol in one of them
//
// Raised is total cholesterol above 7.5 or LDL cholesterol above 4.9 mmol/L, below 16 years of age 6.7 and
// 4.0; a brother's, sister's or child's total cholesterol below 16 counts above 6.7. The numbers are in
// assets/models/simon-broome.json.
//
// Each condition holds, does not hold, or stays open: a vague age, a possible finding, a level of which only
// words are recorded. The answer is given when all openings lead to it. Not raised is said only where total
// and LDL cholesterol are both recorded and neither is above its bound.
package simonbroome

import (
	"encoding/json"
	"fmt"

	"kindred/pedigree/risk"
	"kindred/pedigree/risk/findings"
)

// Model is the criteria with their numbers and word lists. It is never changed after New and may be shared.
type Model struct {
	risk.Published

	AdultFrom        int    `json:"adult_from"` // years of age
	Adult            levels `json:"adult"`
	Child            levels `json:"child"`
	HeartAttackBelow struct {
		First  int `json:"first"`
		Second int `json:"second"`
	} `json:"heart_attack_below"` // years of age, by degree of relationship
	HomozygousAbove struct {
		Adult float64 `json:"adult"`
		Child float64 `json:"child"`
	} `json:"homozygous_above"` // LDL cholesterol, mmol/L
	Genes          []string          `json:"genes"`
	Total          findings.Quantity `json:"total_cholesterol"`
	LDL            findings.Quantity `json:"ldl_cholesterol"`
	TendonXanthoma findings.Names    `json:"tendon_xanthoma"`
	HeartAttack    findings.Names    `json:"heart_attack"`
	LeadsTo        string            `json:"leads_to"`
}

// levels are the bounds, in mmol/L, above which cholesterol is raised.
type levels struct {
	Total float64 `json:"total"`
	LDL   float64 `json:"ldl"`
}

// New reads the criteria (assets/models/simon-broome.json). The error names what is missing.
func New(numbers []byte) (*Model, error) {
	m := &Model{}
	if err := json.Unmarshal(numbers, m); err != nil {
		return nil, fmt.Errorf("simon-broome: %w", err)
	}
	for _, part := range []struct {
		name string
		has  bool
	}{
		{"levels", m.AdultFrom > 0 && m.Adult.Total > 0 && m.Adult.LDL > 0 && m.Child.Total > 0 && m.Child.LDL > 0},
		{"ages at a heart attack", m.HeartAttackBelow.First > 0 && m.HeartAttackBelow.Second > 0},
		{"genes", len(m.Genes) > 0},
		{"names of the levels", len(m.Total.Names) > 0 && len(m.LDL.Names) > 0},
		{"words for the signs", len(m.TendonXanthoma) > 0 && len(m.HeartAttack) > 0},
	} {
		if !part.has {
			return nil, fmt.Errorf("simon-broome: no %s", part.name)
		}
	}
	return m, nil
}

// Name is "simon-broome".
func (m *Model) Name() string { return "simon-broome" }

// Assess answers in Category: "definite", "possible" or "not met", or "cannot tell" with what is missing.
func (m *Model) Assess(req risk.Request) risk.Assessment {
	return m.Answer(m.Name(), req, m.assess)
}
