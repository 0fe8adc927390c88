// Package amsterdam is the Amsterdam criteria I (1991) and II (1999) for families with hereditary
// non-polyposis colorectal cancer.
//
// All are asked: three relatives with a qualifying cancer, of whom one is a first-degree relative of the
// other two; two successive generations; one diagnosis below 50; familial adenomatous polyposis
// excluded; the diagnoses confirmed. Amsterdam I counts colorectal cancer; II also endometrium, small
// bowel, ureter and renal pelvis.
//
// The one who joins the others is looked for among the affected. That relative, whose first-degree relatives are
// parents, full brothers and sisters, twins and children, and at least two of them affected, spans two
// generations when one of these is a parent or a child. Which three are taken then only matters for the
// age, and any one of the group may be the young one: with two places to fill, one can go to the parent
// or child and the other to the young one.
//
// People are counted among the blood relatives of the person asked about. Two parents who are both
// affected count with a child although they are not related to each other; where nothing else meets the
// criteria, the answer warns of it.
package amsterdam

import (
	"encoding/json"
	"fmt"

	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/criteria"
)

// Model is the criteria with their numbers. It is never changed after New and may be shared.
type Model struct {
	risk.Published
	People   int `json:"people"`    // affected relatives that are asked for, at least three
	OneBelow int `json:"one_below"` // the age below which one diagnosis must lie
	Sets     []struct {
		Name string `json:"name"`
		criteria.Tumour
	} `json:"sets"` // I and II; the last decides the category
	Excluded struct {
		Genes []string `json:"genes"`
		criteria.Tumour
	} `json:"excluded"`
}

// New reads the criteria (assets/models/amsterdam.json). The error names what is missing.
func New(file []byte) (*Model, error) {
	m := &Model{}
	if err := json.Unmarshal(file, m); err != nil {
		return nil, fmt.Errorf("amsterdam: %w", err)
	}
	if m.People < 3 || m.OneBelow <= 0 || len(m.Sets) == 0 || len(m.Excluded.Genes) == 0 {
		return nil, fmt.Errorf("amsterdam: people, one_below, sets or excluded is missing")
	}
	for _, s := range m.Sets {
		if s.Name == "" || len(s.Sites) == 0 {
			return nil, fmt.Errorf("amsterdam: a set lacks its name or sites")
		}
	}
	return m, nil
}

// Name is "amsterdam".
func (m *Model) Name() string { return "amsterdam" }

// Assess answers in Category: met, met if confirmed, not met or cannot tell.
func (m *Model) Assess(req risk.Request) risk.Assessment { return m.Answer(m.Name(), req, m.assess) }

func (m *Model) assess(c *risk.Case) risk.Assessment {
	a, ok := criteria.Begin(c)
	if !ok {
		return a
	}
	v := criteria.Look(c)
	x := m.excluded(v)
	deciding := m.groups(v, len(m.Sets)-1)
	level := x.cap(deciding.level())
	a.Status, a.Category = level.Status(), level.Category()
	for s := len(m.Sets) - 1; s >= 0; s-- {
		g := deciding
		if s < len(m.Sets)-1 {
			g = m.groups(v, s)
		}
		a.Because = append(a.Because, m.Sets[s].Name+": "+m.because(v, g, x))
	}
	a.Counted = v.IDs(deciding.counted())
	a.Working = m.working(v, deciding, x)
	if deciding.level() > criteria.No && deciding.onlyThroughBothParents(v) {
		a.Warnings = append(a.Warnings, "The criteria hold only by counting both parents of one person, who are not related by blood: check that the cancers are on one side of the family.")
	}
	a.Missing = v.Missing(m.sites(), nil, &a, m.facts(v), func(v *criteria.View) risk.Assessment {
		level := m.excluded(v).cap(m.groups(v, len(m.Sets)-1).level())
		return risk.Assessment{Status: level.Status(), Category: level.Category()}
	})
	v.Warn(&a, m.Limits)
	return a
}

// sites are those of the deciding set.
func (m *Model) sites() []pedigree.Site { return m.Sets[len(m.Sets)-1].Sites }

// facts puts what the deciding set and the exclusion read of a person in a string.
func (m *Model) facts(v *criteria.View) func(*pedigree.Individual) string {
	deciding := &m.Sets[len(m.Sets)-1].Tumour
	return func(p *pedigree.Individual) string {
		key := []byte{
			byte(v.Most(p, deciding, criteria.Limit{})), byte(v.Most(p, deciding, criteria.Limit{Below: m.OneBelow})),
			byte(v.Most(p, &m.Excluded.Tumour, criteria.Limit{})),
		}
		return string(key) + criteria.Tests(p)
	}
}
