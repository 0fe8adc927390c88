package manchester

import (
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

func (m *Model) assess(c *risk.Case) risk.Assessment {
	a, both := m.score(c)
	if a.Status != risk.OK {
		if both[0].index == nil && len(m.mayScore(c)) > 0 {
			a.Missing = m.deciding(c, &a)
		}
		return a
	}
	s := both[0]
	low, high, combined := m.span(c, s)
	a.Range = risk.Ranges{
		"brca1": {Low: low.brca1, High: high.brca1}, "brca2": {Low: low.brca2, High: high.brca2}, "combined": combined,
	}
	a.Because = m.because(c, both, combined)
	for _, it := range s.items {
		if it.mean != (points{}) && !slices.Contains(a.Counted, it.person.ID) {
			a.Counted = append(a.Counted, it.person.ID)
		}
	}
	a.Missing = m.missing(c, &a, s.index)
	a.Working = m.working(c, both)
	a.Facts = c.Facts()
	a.Warnings = append(append(c.Warnings(a.Facts), m.Limits...), m.warnings(c, s)...)
	return a
}

// score is the answer without its range and its explanation, and both sides that it comes from.
func (m *Model) score(c *risk.Case) (risk.Assessment, [2]score) {
	a := risk.Assessment{Subject: c.Subject.ID, Status: risk.CannotTell, Headline: "combined"}
	if !c.Subject.IsPerson() {
		a.Status, a.Because = risk.NotApplicable, []string{"The symbol asked about is a pregnancy or a group, not one person."}
		return a, [2]score{}
	}
	if a.Because = c.Conflicts(); len(a.Because) > 0 {
		return a, [2]score{}
	}
	both, err := m.best(c)
	unverified := unverified(c)
	var may []string
	if both[0].index == nil {
		may = m.mayScore(c)
	}
	switch {
	case err != nil:
		a.Because = []string{risk.Sentence(err.Error()) + "."}
		return a, both
	case both[0].index == nil && len(unverified)+len(may) == 0:
		a.Status, a.Because = risk.NotApplicable, []string{"No breast, ovarian, pancreatic or prostate cancer that scores is recorded in the person asked about or a blood relative: there is nobody to start the scoring with."}
		return a, both
	case both[0].index == nil && len(may) > 0:
		a.Because = []string{fmt.Sprintf("A cancer that scores is possible but not certain (%s), and nobody else has one: whether there is anybody to start the scoring with depends on it.", risk.List(may))}
		return a, both
	case len(unverified) > 0 && (both[0].index == nil || both[0].low.combined() < m.Bands[0].From):
		a.Because = []string{fmt.Sprintf("Whether the score counts cancer of the fallopian tube or the peritoneum (%s) as ovarian cancer could not be verified.", risk.List(unverified))}
		if both[0].index != nil {
			a.Because = append(a.Because, fmt.Sprintf("Without it the family scores %s points.", number(both[0].mean.combined())))
		}
		return a, both
	}
	m.fill(&a, both[0].mean)
	return a, both
}

// fill fills in the values and what they mean.
func (m *Model) fill(a *risk.Assessment, mean points) {
	a.Status = risk.OK
	a.Values = risk.Values{"brca1": mean.brca1, "brca2": mean.brca2, "combined": mean.combined()}
	a.Category = m.band(mean.combined())
}

// unverified lists the subject and blood relatives with a cancer of the tube or the peritoneum.
func unverified(c *risk.Case) []string {
	var who []string
	for _, p := range c.Kin() {
		if slices.ContainsFunc(p.Diagnoses, func(d pedigree.Diagnosis) bool { return isUnverified(&d) }) {
			who = append(who, c.Words(p.ID))
		}
	}
	return who
}

// mayScore lists the subject and blood relatives with a possible cancer that would score.
func (m *Model) mayScore(c *risk.Case) []string {
	var who []string
	for _, p := range c.Kin() {
		if certain := madeCertain(p); certain != nil && p.IsPerson() && m.isAffected(certain, false) {
			who = append(who, c.Words(p.ID))
		}
	}
	return who
}

// because says from whom and on which side the family is scored, and what the points mean.
func (m *Model) because(c *risk.Case, both [2]score, span risk.Range) []string {
	s := both[0]
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
	if s.side != pedigree.BothSides {
		lines = append(lines, fmt.Sprintf("The sides are scored apart and the higher is used: mother's side %s, father's side %s points.", bySide(both, pedigree.Maternal), bySide(both, pedigree.Paternal)))
	}
	if low, high := m.band(span.Low), m.band(span.High); low != high {
		lines = append(lines, fmt.Sprintf("Vague facts leave anything from %s to %s points.", number(span.Low), number(span.High)))
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

// bySide is the combined score of one side.
func bySide(both [2]score, side pedigree.Lineage) string {
	if both[0].side == side {
		return number(both[0].mean.combined())
	}
	return number(both[1].mean.combined())
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
func (m *Model) working(c *risk.Case, both [2]score) []string {
	s := both[0]
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
	unknownAge, inBothBreasts, unknownSex := 0, 0, 0
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
		{len(unverified(c)), "Cancer of the fallopian tube or the peritoneum scores nothing here: whether it counts as ovarian cancer could not be verified."},
		{unknownAge, "A cancer whose age at diagnosis is not known is averaged over the ages possible, from 20 to 79."},
		{unknownSex, "Breast cancer in a person whose sex assigned at birth is not recorded is scored as in a woman; the range includes a man."},
		{silent, fmt.Sprintf("Near relatives not asked about cancer (%d) score nothing, like those known to be well.", silent)},
		{unknown, fmt.Sprintf("Near relatives of whom it is not known whether they had cancer (%d) score nothing: the score may be too low.", unknown)},
		{inBothBreasts, "The person scored has had more than one breast cancer: each scores at its own age, and the pathology scored is that of the first invasive one. How the published table means two cancers is not printed in words."},
	} {
		if w.n > 0 {
			lines = append(lines, w.words)
		}
	}
	return lines
}
