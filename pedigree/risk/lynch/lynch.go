// Package lynch is Kindred's own open model of Lynch syndrome: the chance of a variant in MLH1, MSH2 and MSH6,
// and of a first cancer of bowel, womb and ovary. The method is that of package genes; the numbers, each with
// its source and mark, are in assets/models/lynch.json.
//
// Carriers have the first cancers counted in the Prospective Lynch Syndrome Database (Møller 2017), in people
// under colonoscopic surveillance, from the authors' counts by age: with the annual rate of each band of five
// years, Q(25) = 0 and Q(a+1) = Q(a) + (1 - Q(a)) rate(a), which gives the table printed in the paper to the
// percentage point. Q at 40, 50, 60 and 70 is what the model has; nowhere is a carrier's risk below that of
// people in general, and risks end at 70, like the counts. Variants are as common as Win 2017 has them, where
// the carriers' share 1 in N is an allele frequency q with 2q(1-q) + q² = 1/N.
//
// It is not MMRpro and has not been validated against it. Left out for want of verified numbers: PMS2 and
// EPCAM; tumour tests; the share of variants that a screen finds, so that a negative screen lowers nothing and
// a person with one of all three genes gets no figure; other Lynch cancers; new mutations.
package lynch

import (
	"encoding/json"
	"fmt"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/genes"
)

// Name is the model's name.
const Name = "lynch"

// Model is the model with its numbers. It is never changed after New and may be shared.
type Model struct {
	risk.Published
	core *genes.Model

	// NotInModel are genes of Lynch syndrome without numbers: a known variant in one leaves no figure.
	NotInModel []string `json:"not_in_model"`
	PMS2       struct {
		Words string `json:"words"`
	} `json:"pms2"`
	EPCAM struct {
		Words string `json:"words"`
	} `json:"epcam"`
	// Quoted are risks of carriers, by gene, that are said and enter no number.
	Quoted map[string][]quoted `json:"quoted"`
	NoCase struct {
		Gene  string `json:"gene"`
		Words string `json:"words"`
	} `json:"no_case"`
	UnusedSites  []pedigree.Site `json:"unused_sites"`
	Surveillance []struct {
		Genes []string `json:"genes"`
		Words string   `json:"words"`
	} `json:"surveillance"`
}

// quoted is a cumulative risk of carriers by 70 with the counts behind it.
type quoted struct {
	Cancer      string  `json:"cancer"`
	Percent     float64 `json:"percent_by_70"`
	Cases       int     `json:"cases"`
	PersonYears int     `json:"person_years"`
}

// New reads the model's numbers, the incidence of cancers and the deaths of other causes
// (assets/models/lynch.json, incidence.json, deaths.json). The error says what is missing.
func New(numbers, incidence, deaths []byte) (*Model, error) {
	core, err := genes.New(Name, numbers, incidence, deaths)
	if err != nil {
		return nil, err
	}
	m := &Model{core: core}
	if err := json.Unmarshal(numbers, m); err != nil {
		return nil, fmt.Errorf("lynch: %w", err)
	}
	if m.PMS2.Words == "" || m.EPCAM.Words == "" || len(m.NotInModel) == 0 {
		return nil, fmt.Errorf("lynch: nothing is said of PMS2 or EPCAM")
	}
	for _, gene := range append(m.core.Genes(), m.NotInModel...) {
		if len(m.lines(gene)) == 0 {
			return nil, fmt.Errorf("lynch: no surveillance for carriers of %s", gene)
		}
	}
	return m, nil
}

// lines are the surveillance of a gene's carriers.
func (m *Model) lines(gene string) []string {
	var lines []string
	for _, s := range m.Surveillance {
		if slices.Contains(s.Genes, gene) {
			lines = append(lines, gene+": "+s.Words)
		}
	}
	return lines
}

// Name is "lynch".
func (m *Model) Name() string { return Name }

// Assess answers as package genes does: carrier/MLH1, carrier/MSH2, carrier/MSH6, any, risk/CANCER/AGE and
// crude/CANCER/AGE for colorectum, endometrium and ovary to 70. Surveillance follows where the person carries.
func (m *Model) Assess(req risk.Request) risk.Assessment {
	req = req.Prepared()
	return m.Answer(Name, req, func(c *risk.Case) risk.Assessment {
		carried := m.carriedBy(c.Subject)
		a := risk.Assessment{Subject: c.Subject.ID, Status: risk.NotApplicable, Because: m.outside(c)}
		if len(a.Because) == 0 {
			if a = m.core.Assess(req); a.Status == risk.OK {
				m.describe(c, &a, carried)
				a.Warnings = append(a.Warnings, c.OtherVariants(func(gene string) bool {
					return slices.Contains(m.core.Genes(), gene) || slices.Contains(m.NotInModel, gene)
				})...)
			}
		}
		for _, gene := range carried {
			a.Surveillance = append(a.Surveillance, m.lines(gene)...)
		}
		return a
	})
}

// carriedBy lists the genes of Lynch syndrome in which somebody has a known germline variant.
func (m *Model) carriedBy(p *pedigree.Individual) []string {
	var carried []string
	for _, gene := range append(m.core.Genes(), m.NotInModel...) {
		if slices.ContainsFunc(p.GeneTests, func(t pedigree.GeneTest) bool { return t.Gene == gene && t.GermlinePositive() }) {
			carried = append(carried, gene)
		}
	}
	return carried
}
