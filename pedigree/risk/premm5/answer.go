package premm5

import (
	"fmt"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

func (m *Model) assess(c *risk.Case) risk.Assessment {
	a, f, p := m.value(c)
	if a.Status == risk.OK {
		a.Counted = f.counted
		a.Because = m.because(c, f, p)
		a.Working = m.working(p)
		a.Facts = c.Facts()
		a.Warnings = append(append(c.Warnings(a.Facts), m.Limits...), m.warnings(c)...)
	}
	if a.Status != risk.NotApplicable {
		a.Missing = m.missing(c, &a)
	}
	return a
}

// value is the answer's status, numbers and category, with what they were found from.
func (m *Model) value(c *risk.Case) (a risk.Assessment, f history, p answer) {
	a = risk.Assessment{Subject: c.Subject.ID, Status: risk.NotApplicable}
	if !c.Subject.IsPerson() {
		a.Because = []string{"The symbol asked about is a pregnancy or a group, not one person."}
		return a, f, p
	}
	if age, ok := c.Age(c.Subject); ok && age.High < m.AdultFrom.Value {
		a.Because = []string{fmt.Sprintf("The person asked about is under %d: the model is for adults.", m.AdultFrom.Value)}
		return a, f, p
	}
	if a.Because = m.known(c); len(a.Because) > 0 {
		return a, f, p
	}
	a.Status = risk.CannotTell
	if a.Because = append(c.Conflicts(), m.unknown(c)...); len(a.Because) > 0 {
		return a, f, p
	}
	f, err := m.history(c)
	if err != nil {
		a.Because = []string{risk.Sentence(err.Error()) + "."}
		return a, f, p
	}
	p = m.answer(f)
	a.Status, a.Headline = risk.OK, risk.AnyGene
	a.Values, a.Range = risk.Values{}, risk.Ranges{}
	for g, key := range append(geneKeys[:], risk.AnyGene) {
		a.Values[key] = p.mean[g]
		a.Range[key] = risk.Range{Low: p.low[g], High: p.high[g], Bound: p.bound}
	}
	a.Category = m.side(p.mean[anyGene])
	return a, f, p
}

// known says why a known variant leaves nothing to predict.
func (m *Model) known(c *risk.Case) []string {
	for _, p := range c.Kin() {
		for i := range p.GeneTests {
			t := &p.GeneTests[i]
			if !t.GermlinePositive() || !slices.Contains(m.KnownGenes, t.Gene) {
				continue
			}
			if p.ID == c.Subject.ID {
				return []string{fmt.Sprintf("A variant in %s is recorded in the person asked about: there is nothing left to predict.", t.Gene)}
			}
			if c.Subject.TestedWithout(t.Gene) {
				return []string{fmt.Sprintf("The variant in %s that is known in the family (%s) was not found in the person asked about. The model does not know of it and would mislead.", t.Gene, c.Words(p.ID))}
			}
			return []string{fmt.Sprintf("A variant in %s is recorded in the %s. The model does not know of it and would mislead: a test for that variant comes first.", t.Gene, c.Words(p.ID))}
		}
	}
	return nil
}

// unknown says which facts without which nothing can be calculated are not known.
func (m *Model) unknown(c *risk.Case) []string {
	var reasons []string
	if c.Subject.Sex != pedigree.Female && c.Subject.Sex != pedigree.Male {
		reasons = append(reasons, "The sex assigned at birth of the person asked about is not recorded.")
	}
	if _, known := c.Age(c.Subject); !known {
		reasons = append(reasons, "The age of the person asked about is not known.")
	}
	if c.Subject.Adopted == pedigree.AdoptedIn || c.Subject.HistoryUnknown {
		if !slices.ContainsFunc(c.Kin(), func(p *pedigree.Individual) bool {
			return c.IsBlood(p.ID) && c.Sides[p.ID] != pedigree.OwnLine
		}) {
			reasons = append(reasons, "Nothing is known of the parents and their families, and the model would read that as no cancer in them.")
		}
	}
	return reasons
}

// side says on which side of the authors' threshold a chance is.
func (m *Model) side(any float64) string {
	if any >= m.Threshold.Any {
		return fmt.Sprintf("%s or more: at or above the authors' threshold for a test", risk.Percent(m.Threshold.Any))
	}
	return fmt.Sprintf("under %s: below the authors' threshold for a test", risk.Percent(m.Threshold.Any))
}

// because says what was counted and what the figure means.
func (m *Model) because(c *risk.Case, f history, p answer) []string {
	lines := []string{fmt.Sprintf("%s chance of a variant in any of the five genes: %s.", risk.Percent(p.mean[anyGene]), risk.List(m.eachGene(p.mean)))}
	if len(f.counted) == 0 {
		lines = append(lines, "No bowel, womb or other Lynch cancer is recorded in the person asked about or a first- or second-degree relative: the figure is the model's starting point for the sex and age.")
	}
	for _, id := range f.counted {
		lines = append(lines, fmt.Sprintf("%s: %s.", risk.Sentence(c.Words(id)), risk.List(m.cancers(c.Family.Individual(id)))))
	}
	if low, high := m.side(p.low[anyGene]), m.side(p.high[anyGene]); low != high {
		lines = append(lines, fmt.Sprintf("Vague facts leave anything from %s to %s, on both sides of the authors' threshold.", risk.Percent(p.low[anyGene]), risk.Percent(p.high[anyGene])))
	}
	return append(lines, fmt.Sprintf("The model's authors advise a test from %s. The NHS does not use that threshold: eligibility follows the National Genomic Test Directory.", risk.Percent(m.Threshold.Any)))
}

// eachGene says every gene's chance.
func (m *Model) eachGene(p outcomes) []string {
	var words []string
	for g := range m.Genes {
		words = append(words, m.Genes[g].Name+" "+risk.Percent(p[g]))
	}
	return words
}

// cancers are a person's certain cancers that count, in words.
func (m *Model) cancers(p *pedigree.Individual) []string {
	var words []string
	for i := range p.Diagnoses {
		d := &p.Diagnoses[i]
		if risk.IsPossible(d) {
			continue
		}
		switch m.kind(d) {
		case bowel:
			words = append(words, "bowel cancer "+risk.AgeWords(d.Age))
		case womb:
			words = append(words, "womb cancer "+risk.AgeWords(d.Age))
		case otherLynch:
			words = append(words, fmt.Sprintf("another Lynch cancer (%s)", d.Site))
		}
	}
	return words
}
