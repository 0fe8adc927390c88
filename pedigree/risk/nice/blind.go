package nice

import (
	"fmt"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// blind says what is recorded of the family that the figures do not read and that could put the subject into a
// higher category than theirs; nothing where there is no such thing. For a variant the facts that would settle
// it are added to the answer.
func (m *Model) blind(c *risk.Case, a *risk.Assessment, usable []figures) []string {
	band := len(m.Bands) - 1
	if len(usable) > 0 {
		band = m.band(usable[0].values)
	}
	if band == 0 || len(m.carried(c.Subject)) > 0 {
		return nil
	}
	var lines []string
	for _, k := range c.KnownVariants() {
		if !m.isOpen(c, k.Gene) {
			continue
		}
		lines = append(lines, fmt.Sprintf("A variant in %s is known in the family (%s), and no result says that the person asked about does not have it: a test for that variant comes first. Carriers are at high risk, and no figures here know of that gene, so that no category is given.", k.Gene, k.Who(c)))
		a.Missing = append(a.Missing, m.settling(c, &k)...)
	}
	one := func(f figures) bool { return slices.Contains(m.OneCancer, f.model) }
	if twice := withSecondCancer(c); len(twice) > 0 && band == len(m.Bands)-1 && len(usable) > 0 && !slices.ContainsFunc(usable, func(f figures) bool { return !one(f) }) {
		lines = append(lines, fmt.Sprintf("Cancer of both breasts, or a second breast cancer, is recorded (%s), and the figures that there are do not read it: %s (%s) may be too low, so that no category is given.", risk.List(twice), usable[0].said(), usable[0].label))
	}
	return lines
}

// isOpen reports a gene whose carriers are at high risk and that no figures know of, with a variant known in
// the family that the subject may have.
func (m *Model) isOpen(c *risk.Case, gene string) bool {
	return slices.Contains(m.HighGenes.InNoModel, gene) && slices.ContainsFunc(c.KnownVariants(), func(k risk.Known) bool {
		return k.Gene == gene && !k.Own && !k.Cleared
	})
}

// settling lists the facts that would settle whether the subject has a variant of the family.
func (m *Model) settling(c *risk.Case, k *risk.Known) []risk.Missing {
	const effect = "decides whether a category can be given"
	missing := []risk.Missing{{Person: c.Subject.ID, Kind: risk.FactMissing, Fact: "test for the " + k.Gene + " variant of the family", Effect: effect}}
	for _, id := range k.In {
		for _, t := range c.Family.Individual(id).GeneTests {
			if t.Gene == k.Gene && t.GermlinePositive() && t.ReportSeen != pedigree.Yes {
				missing = append(missing, risk.Missing{Person: id, Item: t.ID, Kind: risk.FactUnconfirmed, Fact: "report of the " + k.Gene + " variant", Effect: effect})
			}
		}
	}
	return missing
}

// withSecondCancer lists the blood relatives with two breast cancers, in whichever breast, possible ones and DCIS
// included.
func withSecondCancer(c *risk.Case) []string {
	var who []string
	for _, p := range c.Kin() {
		n := 0
		for _, d := range risk.Primaries(p, risk.IsBreast) {
			if !risk.IsLobularInSitu(d) {
				n++
			}
		}
		if n > 1 && p.ID != c.Subject.ID {
			who = append(who, c.Words(p.ID))
		}
	}
	return who
}

// withBreastCancer counts the blood relatives with breast cancer, certain or possible.
func withBreastCancer(c *risk.Case) int {
	n := 0
	for _, p := range c.Kin() {
		if p.ID != c.Subject.ID && (need{}).breast(c, p) != no {
			n++
		}
	}
	return n
}

// holds reports a caution that is to be said where so many relatives have breast cancer.
func (of caution) holds(relatives int) bool {
	return of.Words != "" && relatives >= of.AtLeast && (of.AtMost == 0 || relatives <= of.AtMost)
}
