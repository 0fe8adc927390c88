// Package pten is the Cleveland Clinic score for a PTEN variant in an adult: points for the person's own
// features, added up. Each feature counts once, at the row that gives most. Vague ages average the rows that
// they can mean; a feature that is only possible, or polyps without a number, are in the range and not in the
// points. In-situ disease of the breast is not in the table and does not count.
//
// The score is given where something besides one cancer is recorded: most families with breast cancer hold
// one of its cancers and nothing else.
//
// Source: Tan MH et al., Am J Hum Genet 2011;88:42-56, doi:10.1016/j.ajhg.2010.11.013, table 4.
package pten

import (
	"encoding/json"
	"fmt"

	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/findings"
)

// Model is the score with its numbers and word lists. It is never changed after New and may be shared.
type Model struct {
	risk.Published

	AdultFrom int       `json:"adult_from"` // years of age
	Children  string    `json:"children"`   // what the authors advise for a child
	Gene      string    `json:"gene"`
	Head      head      `json:"head"`
	Features  []feature `json:"features"`
}

// feature is one line of the table: a cancer by its site, polyps in number, or words for a condition.
type feature struct {
	Name  string         `json:"name"`
	Site  pedigree.Site  `json:"site"`
	Least int            `json:"least"` // of polyps, how many make the feature
	Words findings.Names `json:"words"`
	Rows  []row          `json:"rows"`  // by age at diagnosis, youngest first
	Doubt string         `json:"doubt"` // of a number marked suspect: what an answer that uses it says
}

// row is the points below an age; Below 0 is any age.
type row struct {
	Below  int     `json:"below"`
	Points float64 `json:"points"`
}

// points are those at an age.
func (f *feature) points(age int) float64 {
	for _, r := range f.Rows {
		if r.Below == 0 || age < r.Below {
			return r.Points
		}
	}
	return 0
}

// head is the head circumference from which macrocephaly earns more points.
type head struct {
	Name     string            `json:"name"`
	Quantity findings.Quantity `json:"quantity"` // in cm
	From     struct {
		Male   float64 `json:"male"`
		Female float64 `json:"female"`
	} `json:"from"`
	Points float64 `json:"points"`
	Within string  `json:"within"` // the feature in whose place it counts
}

// New reads the points (assets/models/pten.json). The error names what is missing.
func New(numbers []byte) (*Model, error) {
	m := &Model{}
	if err := json.Unmarshal(numbers, m); err != nil {
		return nil, fmt.Errorf("pten: %w", err)
	}
	if len(m.Features) == 0 || m.AdultFrom == 0 || m.Gene == "" {
		return nil, fmt.Errorf("pten: no features, age of adults or gene")
	}
	within := false
	for _, f := range m.Features {
		if len(f.Rows) == 0 || f.Site == "" && len(f.Words) == 0 {
			return nil, fmt.Errorf("pten: %s has no points, or no site and no words", f.Name)
		}
		within = within || f.Name == m.Head.Within
	}
	if !within || m.Head.From.Male == 0 || m.Head.From.Female == 0 || len(m.Head.Quantity.Names) == 0 {
		return nil, fmt.Errorf("pten: no head circumference, or no feature in whose place it counts")
	}
	return m, nil
}

// Name is "pten".
func (m *Model) Name() string { return "pten" }

// Assess gives "score", in points. There is no category: no threshold is shown.
func (m *Model) Assess(req risk.Request) risk.Assessment {
	return m.Answer(m.Name(), req, m.assess)
}
