// Package bsg is the family-history categories and surveillance of the BSG, ACPGBI and UKCGG guideline of
// 2020 for people without colorectal cancer of their own.
//
// High: three or more relatives with colorectal cancer in a first-degree kinship, in more than one
// generation. Moderate: one first-degree relative with colorectal cancer below 50, or two at any age in a
// first-degree kinship. Average: neither.
//
// First-degree kinship, as it is counted here: join everybody with colorectal cancer, and the person asked
// about, to each of their first-degree relatives among these. Counted are the affected whom a chain of
// such links joins to the person asked about. A mother and her father count; a father and the mother's
// brother do not, because the mother is well. Two affected parents both count, as the guideline of 2010
// says in words. Where that alone makes the category, the answer says what each side by itself comes to.
// Generations are counted along the chain from the person asked about.
//
// The table is for families in which Lynch syndrome and polyposis are excluded. Carriers of a variant have
// their own schemes; while a variant known in the family is untested in the person asked about, there is
// no category.
package bsg

import (
	"encoding/json"
	"fmt"

	"kindred/pedigree/risk"
	"kindred/pedigree/risk/criteria"
)

// Model is the guideline's table. It is never changed after New and may be shared.
type Model struct {
	risk.Published
	Short      string          `json:"short"`       // the guideline as a line of surveillance cites it
	Tumour     criteria.Tumour `json:"tumour"`      // what counts
	YoungBelow int             `json:"young_below"` // one first-degree relative diagnosed below this age is enough for moderate
	Moderate   struct {
		Relatives int `json:"relatives"`
	} `json:"moderate"`
	High struct {
		Relatives   int `json:"relatives"`
		Generations int `json:"generations"`
	} `json:"high"`
	Categories map[string]scheme `json:"categories"`
	Carriers   []scheme          `json:"carriers"`
	AtRisk     struct {
		criteria.Tumour
		Words string `json:"words"`
	} `json:"at_risk"`
}

// scheme is the surveillance that a category or a variant leads to.
type scheme struct {
	Genes     []string `json:"genes,omitempty"`
	Copies    int      `json:"copies,omitempty"` // variants that it takes; 0 is 1
	Condition string   `json:"condition,omitempty"`
	Words     string   `json:"words"` // "" where the ages were not verified
	From      int      `json:"from"`  // age; 0 for none
	To        int      `json:"to"`    // age; 0 for none
	Once      bool     `json:"once"`
}

// The categories of the family table.
const (
	high     = "high"
	moderate = "moderate"
	average  = "average"
)

// New reads the table (assets/models/bsg-colorectal.json). The error names what is missing.
func New(file []byte) (*Model, error) {
	m := &Model{}
	if err := json.Unmarshal(file, m); err != nil {
		return nil, fmt.Errorf("bsg-colorectal: %w", err)
	}
	if m.YoungBelow <= 0 || m.Moderate.Relatives <= 0 || m.High.Relatives <= 0 || m.High.Generations <= 0 || len(m.Tumour.Sites) == 0 {
		return nil, fmt.Errorf("bsg-colorectal: a threshold or the tumour is missing")
	}
	for _, name := range []string{high, moderate, average} {
		if m.Categories[name].Words == "" {
			return nil, fmt.Errorf("bsg-colorectal: no surveillance for the category %s", name)
		}
	}
	for _, s := range m.Carriers {
		if len(s.Genes) == 0 || s.Condition == "" {
			return nil, fmt.Errorf("bsg-colorectal: a carrier scheme lacks its genes or condition")
		}
	}
	return m, nil
}

// Name is "bsg-colorectal".
func (m *Model) Name() string { return "bsg-colorectal" }

// Assess answers in Category: high, moderate or average; of somebody with a variant of their own, the
// condition ("Lynch syndrome"). Surveillance says what follows, by the guideline.
func (m *Model) Assess(req risk.Request) risk.Assessment { return m.Answer(m.Name(), req, m.assess) }

func (m *Model) assess(c *risk.Case) risk.Assessment {
	a, ok := criteria.Begin(c)
	if !ok {
		return a
	}
	v := criteria.Look(c)
	answer := m.decide(v)
	a.Status, a.Category, a.Because, a.Surveillance, a.Working = answer.Status, answer.Category, answer.Because, answer.Surveillance, answer.Working
	a.Counted = answer.Counted
	a.Missing = m.missing(v, &a)
	if a.Status != risk.NotApplicable {
		v.Warn(&a, m.Limits)
	}
	return a
}

// decide answers without what would change it.
func (m *Model) decide(v *criteria.View) risk.Assessment {
	if a, ok := m.outside(v); ok {
		return a
	}
	return m.ofFamily(v)
}

// outcome is decide without its sentences about the family table.
func (m *Model) outcome(v *criteria.View) risk.Assessment {
	if a, ok := m.outside(v); ok {
		return a
	}
	category, possible := m.category(m.kinshipAt(v, criteria.Reported, nil)), m.category(m.kinshipAt(v, criteria.Open, nil))
	if category != possible {
		return risk.Assessment{Status: risk.CannotTell, Category: criteria.CannotTell}
	}
	return risk.Assessment{Status: risk.OK, Category: category}
}

// outside is the answer about people for whom the family table was not made; ok is false for the others.
func (m *Model) outside(v *criteria.View) (a risk.Assessment, ok bool) {
	if a, ok := m.ofVariants(v); ok {
		return a, true
	}
	switch v.Most(v.Self(), &m.Tumour, criteria.Limit{}) {
	case criteria.Confirmed, criteria.Reported:
		return risk.Assessment{Status: risk.NotApplicable, Because: []string{
			"The person asked about has had colorectal cancer: the family table is for people who have not.",
		}}, true
	case criteria.Open:
		return risk.Assessment{Status: risk.CannotTell, Category: criteria.CannotTell, Because: []string{
			"Whether the person asked about has had colorectal cancer is not known for certain, and the family table is for people who have not.",
		}}, true
	}
	return a, false
}
