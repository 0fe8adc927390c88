// Package nice is the category of NICE CG164 for a woman without breast cancer, near population, moderate
// or high risk, from the figures of any model that is valid for her, and the guideline's criteria for
// referral, as far as they could be verified.
//
// The category follows the lifetime risk from 20 and the risk from 40 to 50 of a woman with this family;
// their bounds are data (assets/models/nice-cg164.json). It is never taken from a model outside its
// validity. Where valid models disagree the highest is used, and each model's figures are said. A result
// of another program is used under that program's name, unless the family has changed since. A known
// carrier of a gene that the guideline names is at high risk whatever the models say. The chance of
// carrying a variant is no risk category: 10% is a threshold for testing, and is said as such.
//
// The criteria are answered with met, not met or cannot tell, and by whom. Where no model is valid, they
// are all that the guideline says of the family, and no category is given.
//
// Source: NICE CG164, June 2013, last updated 14 November 2023; NHS very-high-risk breast screening, 2025.
package nice

import (
	"encoding/json"
	"fmt"
	"slices"

	"kindred/pedigree/risk"
)

// Model is the guideline with its numbers. It is never changed after New and may be shared.
type Model struct {
	risk.Published
	Bands    []band             `json:"bands"`    // highest first; the last has no bounds
	RisksTo  lastAge            `json:"risks_to"` // of the figures that are classified
	Cautions map[string]caution `json:"cautions"` // by model
	// OneCancer are the models that do not read a second breast cancer of the same person.
	OneCancer []string `json:"one_cancer"`
	// HighGenes are those whose known carriers are at high risk.
	HighGenes    genes        `json:"high_genes"`
	Testing      threshold    `json:"testing"`
	Referral     []referral   `json:"referral"` // the most specialised first
	Advice       advice       `json:"advice"`
	Ovarian      ovarian      `json:"ovarian"`
	PrimaryCare  primaryCare  `json:"primary_care"`
	Surveillance surveillance `json:"surveillance"`
	VeryHighRisk veryHighRisk `json:"very_high_risk"`

	models []risk.Model
}

// band is a category and the figures of which any one puts a woman into it.
type band struct {
	Category string  `json:"category"`
	Any      []bound `json:"any"`
}

// bound is the least value of a figure, 0 to 1: AtLeast includes it, Above does not.
type bound struct {
	Value   string   `json:"value"`
	AtLeast *float64 `json:"at_least"`
	Above   *float64 `json:"above"`
}

type genes struct {
	Genes []string `json:"genes"`
	// InNoModel are those of them that no figures used here know of.
	InNoModel []string `json:"in_no_model"`
}

// lastAge is the age to which risks are given.
type lastAge struct {
	Age int `json:"age"`
}

// caution is what to bear in mind of a model's figures, where so many relatives have breast cancer: AtMost of 0
// is any number.
type caution struct {
	Words   string `json:"words"`
	AtLeast int    `json:"at_least"`
	AtMost  int    `json:"at_most"`
}

// threshold is the combined chance of a variant in these genes from which a test is offered.
type threshold struct {
	AtLeast float64  `json:"at_least"`
	Genes   []string `json:"genes"`
}

// name of the model.
const name = "nice-cg164"

// New reads the guideline's numbers (assets/models/nice-cg164.json). models are asked for their figures
// where a request does not bring their answers. The error names what is missing.
func New(numbers []byte, models ...risk.Model) (*Model, error) {
	m := &Model{models: models}
	if err := json.Unmarshal(numbers, m); err != nil {
		return nil, fmt.Errorf("nice: %w", err)
	}
	if len(m.Bands) < 2 || len(m.Bands[len(m.Bands)-1].Any) > 0 {
		return nil, fmt.Errorf("nice: the bands must end with one that has no bounds")
	}
	for _, b := range m.Bands[:len(m.Bands)-1] {
		for _, x := range b.Any {
			if x.Value == "" || (x.AtLeast == nil) == (x.Above == nil) {
				return nil, fmt.Errorf("nice: a bound of %q has no value, or not just one of at_least and above", b.Category)
			}
		}
	}
	if m.RisksTo.Age == 0 || m.Ovarian.Degree == 0 || m.Ovarian.From == "" || m.Surveillance.See == "" {
		return nil, fmt.Errorf("nice: the age to which risks are given, the guideline for ovarian cancer, or where surveillance is to be looked up, is missing")
	}
	if len(m.Referral) == 0 || len(m.HighGenes.Genes) == 0 || m.Testing.AtLeast <= 0 || m.Advice.SarcomaBelow == 0 || m.PrimaryCare.Above == 0 {
		return nil, fmt.Errorf("nice: no criteria for referral, no genes, no threshold for testing, or no ages")
	}
	for _, r := range m.Referral {
		for _, c := range r.Criteria {
			if c.Words == "" || len(c.Need) == 0 || slices.ContainsFunc(c.Need, func(n need) bool { return kinds[n.Cancer] == nil }) {
				return nil, fmt.Errorf("nice: a criterion for %s has no words, or a cancer that is not known", r.To)
			}
		}
	}
	return m, nil
}

// Name is "nice-cg164".
func (m *Model) Name() string { return name }

// Assess gives the category of one woman, with the deciding model's lifetime_from_20 and risk_40_to_50 and
// their range over the vague facts, the referral criteria and who meets them, and surveillance by age.
func (m *Model) Assess(req risk.Request) risk.Assessment {
	return m.Answer(m.Name(), req, func(c *risk.Case) risk.Assessment { return m.assess(c, req) })
}

func (m *Model) assess(c *risk.Case, req risk.Request) risk.Assessment {
	a := risk.Assessment{Subject: c.Subject.ID, Facts: c.Facts()}
	a.Status, a.Because = m.whoFor(c)
	all := m.figures(c, req)
	if a.Status == "" {
		m.classify(c, &a, all)
	}
	if c.Subject.IsPerson() && !c.Subject.IsDeceased() && len(ownBreastCancer(c)) == 0 {
		chance, _, _ := m.estimate(all)
		lines, counted, most := m.refer(c, a.Category == m.Bands[0].Category || chance >= m.Testing.AtLeast)
		ovarian, referred := m.ovarianLines(c)
		a.Because, a.Counted = slices.Concat(a.Because, lines, ovarian), counted
		if most = max(most, referred); a.Category == m.Bands[len(m.Bands)-1].Category && most > no {
			a.Because = slices.Insert(a.Because, 0, referralFirst[most])
		}
	}
	a.Warnings = slices.Concat(c.Warnings(a.Facts), c.Conflicts(), a.Warnings, m.Limits)
	return a
}
