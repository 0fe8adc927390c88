package manchester

import (
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

func (m *Model) assess(c *risk.Case) risk.Assessment {
	a := risk.Assessment{Subject: c.Subject.ID, Status: risk.CannotTell}
	if !c.Subject.IsPerson() {
		a.Status, a.Because = risk.NotApplicable, []string{"The symbol asked about is a pregnancy or a group, not one person."}
		return a
	}
	if a.Because = c.Conflicts(); len(a.Because) > 0 {
		return a
	}
	if len(m.indices(c)) == 0 {
		a.Status, a.Because = risk.NotApplicable, []string{"No breast, ovarian, pancreatic or prostate cancer that scores is recorded in the person asked about or a blood relative: there is nobody to start the scoring with."}
		return a
	}
	s, err := m.best(c)
	if err != nil {
		a.Because = []string{risk.Sentence(err.Error()) + "."}
		return a
	}
	a.Status = risk.OK
	a.Headline = "combined"
	a.Values = risk.Values{"brca1": s.mean.brca1, "brca2": s.mean.brca2, "combined": s.mean.combined()}
	a.Range = map[string]risk.Range{
		"brca1":    {Low: s.low.brca1, High: s.high.brca1},
		"brca2":    {Low: s.low.brca2, High: s.high.brca2},
		"combined": {Low: s.low.combined(), High: s.high.combined()},
	}
	a.Category = m.band(s.mean.combined())
	a.Because = m.because(c, s)
	a.Missing = m.missing(c, s)
	a.Working = m.working(c, s)
	a.Facts = c.Facts()
	a.Warnings = append(append(c.Warnings(a.Facts), m.Limits...), m.warnings(c, s)...)
	return a
}

// because says from whom and on which side the family is scored, and what the points mean.
func (m *Model) because(c *risk.Case, s score) []string {
	counts := map[string]int{}
	for _, it := range s.items {
		if it.cancer != "" && it.mean != (points{}) {
			counts[it.cancer]++
		}
	}
	var cancers []string
	for _, cancer := range []string{femaleBreast, maleBreast, ovarian, pancreatic, prostate} {
		if counts[cancer] > 0 {
			cancers = append(cancers, fmt.Sprintf("%d %s", counts[cancer], strings.TrimPrefix(cancer, "female ")))
		}
	}
	if len(cancers) == 0 {
		cancers = []string{"no cancer that scores"}
	}
	lines := []string{}
	if s.index.ID == c.Subject.ID {
		side := map[pedigree.Lineage]string{pedigree.Maternal: "Mother's side", pedigree.Paternal: "Father's side", pedigree.BothSides: "Either side"}[s.side]
		lines = append(lines, fmt.Sprintf("%s: %s.", side, strings.Join(cancers, ", ")))
	} else {
		side := map[pedigree.Lineage]string{pedigree.Maternal: "on that relative's mother's side", pedigree.Paternal: "on that relative's father's side", pedigree.BothSides: "alike on both sides of that relative's family"}[s.side]
		lines = append(lines,
			fmt.Sprintf("Scored from the %s, the nearest affected relative, %s: %s.", c.Words(s.index.ID), side, strings.Join(cancers, ", ")),
			"The score is for a variant in that relative. Where she or he is a first-degree relative, 20 points there mean about a 10% chance in the person asked about.")
	}
	if low, high := m.band(s.low.combined()), m.band(s.high.combined()); low != high {
		lines = append(lines, fmt.Sprintf("Vague facts leave anything from %s to %s points.", number(s.low.combined()), number(s.high.combined())))
	}
	for _, gene := range []struct {
		name string
		of   float64
	}{{"BRCA1", s.mean.brca1}, {"BRCA2", s.mean.brca2}} {
		if gene.of >= m.SingleGene && m.band(s.mean.combined()) == m.Bands[len(m.Bands)-1].Words {
			lines = append(lines, fmt.Sprintf("The %s points alone reach %s, about a 10%% chance of a variant in that gene.", gene.name, number(m.SingleGene)))
		}
	}
	if known := variants(c); len(known) > 0 {
		lines = append(lines, fmt.Sprintf("A variant is already known (%s).", risk.List(known)))
	}
	return lines
}

// variants lists the known germline variants of the subject and blood relatives.
func variants(c *risk.Case) []string {
	var known []string
	for _, p := range c.Kin() {
		for i := range p.GeneTests {
			if t := &p.GeneTests[i]; t.GermlinePositive() {
				known = append(known, t.Gene+" in "+c.Words(p.ID))
			}
		}
	}
	return known
}

// working prints every item and the total; the items add up to it.
func (m *Model) working(c *risk.Case, s score) []string {
	var lines []string
	for _, it := range s.items {
		line := fmt.Sprintf("%s, %s: %s", risk.Sentence(c.Words(it.person.ID)), it.what, it.mean)
		if it.low != it.high {
			line += fmt.Sprintf(" (from %s to %s)", it.low, it.high)
		}
		lines = append(lines, line+".")
	}
	return append(lines, fmt.Sprintf("Total: %s, combined %s.", s.mean, number(s.mean.combined())))
}

// warnings says what about this family the score was not made for, and how silent facts were read.
func (m *Model) warnings(c *risk.Case, s score) []string {
	var lines []string
	if len(variants(c)) > 0 {
		lines = append(lines, "A variant is already known in the family: the score takes no account of it, and a test for that variant comes first.")
	}
	if slices.ContainsFunc(c.Kin(), func(p *pedigree.Individual) bool { return p.Ashkenazi == pedigree.Yes }) {
		lines = append(lines, "Ashkenazi Jewish ancestry is recorded: the score is not validated in such families, and testing follows ancestry.")
	}
	tubal, unknownAge, inBothBreasts, unknownSex := 0, 0, 0, 0
	silent, unknown := 0, 0
	for _, p := range c.Kin() {
		breast := 0
		if p.ID != c.Subject.ID && p.IsPerson() && c.Relation(p.ID).Degree <= 2 {
			switch p.Illness() {
			case pedigree.IllnessNotAsked:
				silent++
			case pedigree.IllnessNoDetails, pedigree.IllnessUncertain:
				unknown++
			}
		}
		for i := range p.Diagnoses {
			d := &p.Diagnoses[i]
			as, mayBe := scores(p, d)
			if as == "" || risk.IsPossible(d) {
				continue
			}
			if as == ovarian && d.Site != pedigree.Ovary {
				tubal++
			}
			if !pedigree.PlausibleAge(d.Age) {
				unknownAge++
			}
			if mayBe != "" {
				unknownSex++
			}
			if d.Site == pedigree.Breast {
				breast++
			}
		}
		if p.ID == s.index.ID && breast > 1 {
			inBothBreasts++
		}
	}
	for _, w := range []struct {
		n     int
		words string
	}{
		{tubal, "Cancer of the fallopian tube or peritoneum is scored as ovarian cancer."},
		{unknownAge, "A cancer whose age at diagnosis is not known is averaged over the ages possible, from 20 to 79."},
		{unknownSex, "Breast cancer in a person whose sex assigned at birth is not recorded is scored as in a woman; the range includes a man."},
		{silent, fmt.Sprintf("Near relatives not asked about cancer (%d) score nothing, like those known to be well.", silent)},
		{unknown, fmt.Sprintf("Near relatives of whom it is not known whether they had cancer (%d) score nothing: the score may be too low.", unknown)},
		{inBothBreasts, "The person scored has had more than one breast cancer: the pathology scored is that of the first invasive one."},
	} {
		if w.n > 0 {
			lines = append(lines, w.words)
		}
	}
	return lines
}

// missing lists what is vague or not recorded on the side scored, the largest effect first.
func (m *Model) missing(c *risk.Case, s score) []risk.Missing {
	type effect struct {
		risk.Missing
		size float64
	}
	now := s.mean.combined()
	var effects []effect
	add := func(id pedigree.ID, fact string, low, high float64) {
		words := fmt.Sprintf("%s to %s points, now %s", number(now+low), number(now+high), number(now))
		effects = append(effects, effect{risk.Missing{Person: id, Fact: fact, Effect: words}, high - low})
	}
	for _, it := range s.items {
		if it.low != it.high {
			add(it.person.ID, it.what, it.low.combined()-it.mean.combined(), it.high.combined()-it.mean.combined())
		}
	}
	if d := scoredBreast(s.index); d != nil {
		if is, low, high := m.pathologySpan(s.index, d); low != high {
			add(s.index.ID, "grade and receptors of the breast cancer", low-is, high-is)
		}
	}
	for i := range c.Family.Individuals {
		p := &c.Family.Individuals[i]
		if !slices.ContainsFunc(s.items, func(it item) bool { return it.person == p && it.cancer == ovarian }) {
			continue
		}
		for _, d := range risk.Primaries(p, risk.IsOvarian) {
			if d.Pathology.Histology == "" && d.Behaviour != pedigree.Borderline && d.Behaviour != pedigree.InSitu && !risk.IsPossible(d) {
				serous := *d
				serous.Pathology.Histology = "high-grade serous"
				now, _, errNow := m.cancer(c, p, d, always)
				most, _, errMost := m.cancer(c, p, &serous, always)
				if errNow == nil && errMost == nil {
					add(p.ID, "histology of the ovarian cancer", -now.mean.combined(), most.mean.combined()-now.mean.combined())
				}
			}
		}
	}
	slices.SortStableFunc(effects, func(a, b effect) int { return int(100*b.size) - int(100*a.size) })
	var missing []risk.Missing
	for _, e := range effects {
		missing = append(missing, e.Missing)
	}
	return missing
}

// always is the most that histology could do, whoever links the relative to the index.
func always() bool { return true }
