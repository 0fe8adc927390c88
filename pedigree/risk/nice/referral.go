package nice

import (
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// referral is where a family goes that meets any of the criteria.
type referral struct {
	To       string      `json:"to"`
	From     string      `json:"from"`     // where the guideline says so
	Estimate string      `json:"estimate"` // the formal estimate that is a criterion of its own, in words
	Criteria []criterion `json:"criteria"`
}

// criterion is the relatives that must be there: on one side of the family, related to each other by
// blood, and as many of them first-degree relatives of the subject as FirstDegree says.
type criterion struct {
	Words       string `json:"words"`
	Need        []need `json:"need"`
	FirstDegree int    `json:"first_degree"`
}

// met is a criterion's answer and by whom.
type met struct {
	truth truth
	by    []*pedigree.Individual
}

// refer says which criteria for referral are met or may be, by whom, and lists the people who were counted
// in those that are met. estimated says that a formal estimate is itself a criterion, of the first referral; most
// is the best answer to any.
func (m *Model) refer(c *risk.Case, estimated bool) (lines []string, counted []pedigree.ID, most truth) {
	referred := false
	for i, r := range m.Referral {
		var words [yes + 1][]string
		if i == 0 && estimated {
			words[yes] = append(words[yes], r.Estimate)
		}
		for _, criterion := range r.Criteria {
			answer := criterion.answer(c)
			words[answer.truth] = append(words[answer.truth], criterion.Words+who(c, answer.by))
			for _, p := range answer.by {
				if answer.truth == yes && !slices.Contains(counted, p.ID) {
					counted = append(counted, p.ID)
				}
			}
		}
		said := ": not met by what is recorded."
		switch {
		case len(words[yes]) > 0:
			referred, most = true, yes
			said = ", met: " + strings.Join(words[yes], "; ") + "."
		case len(words[maybe]) > 0:
			most = max(most, maybe)
			said = ", cannot tell: " + strings.Join(words[maybe], "; ") + "."
		}
		lines = append(lines, fmt.Sprintf("Referral to %s (%s)%s", r.To, r.From, said))
	}
	if !referred {
		lines = append(lines, m.seekAdvice(c)...)
		if n := unasked(c); n > 0 {
			lines = append(lines, fmt.Sprintf("%d near %s of whom it was not asked, or is not known, whether there was cancer could change this.", n, risk.Plural(n, "relative", "relatives")))
		}
	}
	return lines, counted, most
}

// referralFirst is said before figures near those of the population where a criterion is met, or may be.
var referralFirst = map[truth]string{
	maybe: "The figures alone are near population, but a criterion for referral, named below, may be met: settle that before relying on them.",
	yes:   "The figures alone are near population, but a criterion for referral is met, named below, and holds whatever the figures.",
}

// ovarian is the guideline for ovarian cancer in families, which is another one.
type ovarian struct {
	From   string `json:"from"`
	Degree int    `json:"degree"` // of a relative whose ovarian cancer is a reason for referral
	// Genes are those of which a variant known in the family is a reason too.
	Genes []string `json:"genes"`
}

// ovarianLines says what that guideline asks where a relative has had ovarian cancer, or a variant is known that the
// subject may have, and whether that is a reason for referral.
func (m *Model) ovarianLines(c *risk.Case) (lines []string, referred truth) {
	var near, far []string
	for _, p := range c.Kin() {
		words := c.Words(p.ID)
		answer := (need{}).ovary(c, p)
		switch answer {
		case no:
			continue
		case maybe:
			words = "perhaps " + words
		}
		switch {
		case p.ID == c.Subject.ID || c.Relation(p.ID).Degree <= m.Ovarian.Degree:
			near, referred = append(near, words), max(referred, answer)
		default:
			far = append(far, words)
		}
	}
	switch {
	case len(near) > 0:
		lines = []string{fmt.Sprintf("Ovarian cancer (%s): a reason for referral by %s, whose own rules for tests are not in this release.", risk.List(near), m.Ovarian.From)}
	case len(far) > 0:
		lines = []string{fmt.Sprintf("Ovarian cancer (%s): %s has rules of its own, which are not in this release.", risk.List(far), m.Ovarian.From)}
	}
	for _, k := range c.KnownVariants() {
		if slices.Contains(m.Ovarian.Genes, k.Gene) && !k.Cleared {
			lines, referred = append(lines, fmt.Sprintf("A variant in %s (%s): a reason for referral by %s.", k.Gene, k.Who(c), m.Ovarian.From)), yes
		}
	}
	return lines, referred
}

// unasked counts the first- and second-degree relatives without a diagnosis of whom nobody knows that there
// is none.
func unasked(c *risk.Case) int {
	n := 0
	for _, p := range c.Kin() {
		if p.ID != c.Subject.ID && p.IsPerson() && c.Relation(p.ID).Degree <= 2 && len(p.Diagnoses) == 0 && p.AskedIllness() != pedigree.IllnessAbsent {
			n++
		}
	}
	return n
}

// who are relatives in brackets, and those of them of whose breast or ovarian cancer no report was seen.
func who(c *risk.Case, people []*pedigree.Individual) string {
	var words, unconfirmed []string
	for _, p := range people {
		words = append(words, c.Words(p.ID))
		for _, d := range risk.Primaries(p, func(s pedigree.Site) bool { return s == pedigree.Breast || s.IsOvarian() }) {
			if !d.IsConfirmed() {
				unconfirmed = append(unconfirmed, c.Words(p.ID))
				break
			}
		}
	}
	if len(unconfirmed) > 0 {
		return fmt.Sprintf(" (%s; not confirmed: %s)", risk.List(words), risk.List(unconfirmed))
	}
	return " (" + risk.List(words) + ")"
}

// answer tries every choice of relatives and keeps the best.
func (cr criterion) answer(c *risk.Case) met {
	type candidate struct {
		*pedigree.Individual
		truth truth
	}
	options := make([][]candidate, len(cr.Need))
	for k, n := range cr.Need {
		for _, p := range c.Kin() {
			if p.ID == c.Subject.ID || len(p.Diagnoses) == 0 {
				continue
			}
			if t := n.isMet(c, p); t != no {
				options[k] = append(options[k], candidate{p, t})
			}
		}
	}
	best := met{}
	var choose func(k int, sofar met)
	choose = func(k int, sofar met) {
		if sofar.truth <= best.truth {
			return // no better than what was found
		}
		if k == len(options) {
			if cr.enoughFirstDegree(c, sofar.by) {
				best = met{sofar.truth, slices.Clone(sofar.by)}
			}
			return
		}
		for _, option := range options[k] {
			if cr.fits(c, sofar.by, option.Individual, k) {
				by := sofar.by
				if !slices.Contains(by, option.Individual) {
					by = append(slices.Clone(by), option.Individual)
				}
				choose(k+1, met{min(sofar.truth, option.truth), by})
			}
		}
	}
	choose(0, met{truth: yes})
	return best
}

// fits reports that a relative may be chosen beside the others: another person, unless the cancer wanted
// is another one, who is related to each of them by blood on one side of the subject's family.
func (cr criterion) fits(c *risk.Case, others []*pedigree.Individual, p *pedigree.Individual, k int) bool {
	for _, other := range others {
		if other == p {
			if slices.ContainsFunc(cr.Need[:k], func(n need) bool { return n.Cancer == cr.Need[k].Cancer }) {
				return false
			}
			continue
		}
		if !sameSide(c.Sides[other.ID], c.Sides[p.ID]) || c.SidesFrom(other.ID)[p.ID] == pedigree.NoSide {
			return false
		}
	}
	return true
}

// sameSide reports that two relatives are on one side of the family; brothers and sisters by both parents
// and descendants are on either.
func sameSide(a, b pedigree.Lineage) bool {
	return a == b || a != pedigree.Maternal && a != pedigree.Paternal || b != pedigree.Maternal && b != pedigree.Paternal
}

func (cr criterion) enoughFirstDegree(c *risk.Case, by []*pedigree.Individual) bool {
	first := 0
	for _, p := range by {
		if c.Relation(p.ID).Degree == 1 {
			first++
		}
	}
	return first >= cr.FirstDegree
}
