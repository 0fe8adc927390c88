package premm5

import (
	"fmt"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// warnings says what about this family the model cannot do, and how silent facts were read.
func (m *Model) warnings(c *risk.Case) []string {
	var lines []string
	own, noAge, moved, possible, silent, unknown := 0, 0, 0, 0, 0, 0
	if age, known := c.Age(c.Subject); known && outside(age, m.AgeLimits.Current) {
		moved++
	}
	for _, p := range c.Kin() {
		degree := 0
		if p.ID != c.Subject.ID {
			if degree = c.Relation(p.ID).Degree; degree > 2 || p.Pregnancy != nil {
				continue
			}
			switch p.Illness() {
			case pedigree.IllnessNotAsked:
				silent++
			case pedigree.IllnessNoDetails, pedigree.IllnessUncertain:
				unknown++
			}
		}
		for i := range p.Diagnoses {
			d := &p.Diagnoses[i]
			k := m.kind(d)
			switch {
			case k == notCounted:
				continue
			case risk.IsPossible(d):
				possible++
				continue
			case k != otherLynch && !pedigree.PlausibleAge(d.Age):
				noAge++
			case k != otherLynch && m.isMoved(c, p, d, k, degree):
				moved++
			}
			if degree == 0 && k == bowel {
				own++
			}
		}
	}
	if own >= m.NotEstimated.FromBowelCancers {
		lines = append(lines, m.NotEstimated.Words)
	}
	if c.Subject.IsDeceased() {
		lines = append(lines, "The person asked about has died: the age at death stands for the age at the test.")
	}
	if slices.ContainsFunc(c.Subject.GeneTests, func(t pedigree.GeneTest) bool {
		return slices.Contains(m.KnownGenes, t.Gene) && t.Result == pedigree.Negative && t.Sample != pedigree.Tumour
	}) {
		lines = append(lines, "A negative test is recorded of the person asked about: the model is for before a test and takes no account of it.")
	}
	for _, w := range []struct {
		n     int
		words string
	}{
		{noAge, "A cancer without an age counts, and its age does not; the range covers every age possible."},
		{moved, fmt.Sprintf("Ages outside the model's limits (%d) count as the nearest within them.", moved)},
		{possible, "A cancer that is only possible counts for nothing; the range covers its being one."},
		{silent, fmt.Sprintf("First- and second-degree relatives not asked about cancer (%d) count as without: ask.", silent)},
		{unknown, fmt.Sprintf("First- and second-degree relatives of whom it is not known whether they had cancer (%d) count as without: the figure may be too low.", unknown)},
	} {
		if w.n > 0 {
			lines = append(lines, w.words)
		}
	}
	lines = append(lines, c.OtherVariants(func(gene string) bool { return slices.Contains(m.KnownGenes, gene) })...)
	if unknownSide := m.sidesUnknown(c); unknownSide != "" {
		lines = append(lines, unknownSide)
	}
	return lines
}

// isMoved reports an age at diagnosis some reading of which is outside the model's limits.
func (m *Model) isMoved(c *risk.Case, p *pedigree.Individual, d *pedigree.Diagnosis, k kind, degree int) bool {
	limits := m.AgeLimits.Bowel
	if k == womb {
		limits = m.AgeLimits.Womb
	}
	onset, _ := c.Onset(p, d)
	return outside(onset.Span, limits.of(degree))
}

// outside reports ages beyond limits.
func outside(ages risk.Span, limits [2]int) bool {
	return ages.Low < limits[0] || ages.High > limits[1]
}

// sidesUnknown says for which parents no relative is recorded: silence counts as no cancer.
func (m *Model) sidesUnknown(c *risk.Case) string {
	mother, father := false, false
	for id, side := range c.Sides {
		mother = mother || id != c.Subject.ID && (side == pedigree.Maternal || side == pedigree.BothSides)
		father = father || id != c.Subject.ID && (side == pedigree.Paternal || side == pedigree.BothSides)
	}
	switch {
	case !mother && !father:
		return "No parent, sibling or other forebear is recorded: the model reads that as no cancer in them, which it is not. Ask."
	case !mother:
		return "Nobody on the mother's side is recorded: the model reads that as no cancer there. Ask."
	case !father:
		return "Nobody on the father's side is recorded: the model reads that as no cancer there. Ask."
	}
	return ""
}
