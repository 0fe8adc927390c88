package nice

import (
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// advice is what, beside breast cancer in relatives, is a reason to ask the specialist contact.
type advice struct {
	From              string `json:"from"`
	SarcomaBelow      int    `json:"sarcoma_below"`
	ChildBelow        int    `json:"child_below"`        // up to which an adrenal cortical carcinoma is a child's
	PaternalRelatives int    `json:"paternal_relatives"` // with breast cancer, on the father's side
}

// primaryCare is a family that needs no referral: as many relatives with breast cancer, above this age.
type primaryCare struct {
	Relatives int `json:"relatives"`
	Above     int `json:"above"`
}

// seekAdvice is what the guideline says of a family that meets no criterion for referral.
func (m *Model) seekAdvice(c *risk.Case) []string {
	var affected []*pedigree.Individual
	near := need{Cancer: "breast", Degree: 2}
	for _, p := range c.Kin() {
		if p.ID != c.Subject.ID && near.isMet(c, p) == yes {
			affected = append(affected, p)
		}
	}
	if len(affected) == 0 {
		return nil
	}
	if reasons := m.reasons(c); len(reasons) > 0 {
		return []string{fmt.Sprintf("Ask the specialist contact before deciding (%s): %s.", m.Advice.From, risk.List(reasons))}
	}
	p := affected[0]
	onset, ok := c.Onset(p, claimed(p))
	if len(affected) != m.PrimaryCare.Relatives || !ok || onset.Low <= m.PrimaryCare.Above || len(c.KnownVariants()) > 0 {
		return nil
	}
	return []string{fmt.Sprintf("Care can stay in primary care: breast cancer in only one first- or second-degree relative (%s), after %d, and none of the reasons to ask (%s) is recorded. Whether there are several cancers at a young age is for the clinician to judge.",
		c.Words(p.ID), m.PrimaryCare.Above, m.Advice.From)}
}

// claimed is the earliest breast cancer of somebody who has one.
func claimed(p *pedigree.Individual) *pedigree.Diagnosis {
	var first *pedigree.Diagnosis
	for _, d := range risk.Primaries(p, risk.IsBreast) {
		if first == nil || d.Age.Low.Known && d.Age.Low.Year < first.Age.Low.Year {
			first = d
		}
	}
	return first
}

// reasons lists what is recorded of the family that is a reason to ask, with whom.
func (m *Model) reasons(c *risk.Case) []string {
	var reasons []string
	add := func(words string, is func(*pedigree.Individual) truth) {
		var who []string
		for _, p := range c.Kin() {
			switch {
			case p.ID == c.Subject.ID:
			case is(p) == yes:
				who = append(who, c.Words(p.ID))
			case is(p) == maybe:
				who = append(who, "perhaps "+c.Words(p.ID))
			}
		}
		if len(who) > 0 {
			reasons = append(reasons, words+" ("+risk.List(who)+")")
		}
	}
	cancer := func(n need) func(*pedigree.Individual) truth {
		return func(p *pedigree.Individual) truth { return n.isMet(c, p) }
	}
	add("cancer of both breasts", cancer(need{Cancer: "both breasts"}))
	add("breast cancer in a man", cancer(need{Cancer: "breast", Sex: pedigree.Male}))
	add("ovarian cancer", cancer(need{Cancer: "ovary"}))
	if slices.ContainsFunc(c.Kin(), isJewish) {
		reasons = append(reasons, "Jewish ancestry")
	}
	add(fmt.Sprintf("sarcoma before %d", m.Advice.SarcomaBelow), func(p *pedigree.Individual) truth {
		return other(c, p, pedigree.Sarcoma, m.Advice.SarcomaBelow, yes)
	})
	add("glioma", func(p *pedigree.Individual) truth { return glioma(c, p) })
	add("adrenal cortical carcinoma of a child", func(p *pedigree.Individual) truth {
		return other(c, p, pedigree.Adrenal, m.Advice.ChildBelow, yes)
	})
	paternal := 0
	for _, p := range c.Kin() {
		if c.Sides[p.ID] == pedigree.Paternal && (need{Cancer: "breast"}).isMet(c, p) == yes {
			paternal++
		}
	}
	if paternal >= m.Advice.PaternalRelatives {
		reasons = append(reasons, fmt.Sprintf("%d relatives on the father's side with breast cancer", paternal))
	}
	return reasons
}

// isJewish reports Jewish ancestry, Ashkenazi or other, as it is recorded of somebody.
func isJewish(p *pedigree.Individual) bool {
	return p.Ashkenazi == pedigree.Yes ||
		slices.ContainsFunc(p.Ancestry, func(a string) bool { return strings.Contains(strings.ToLower(a), "jewish") })
}

// other finds a cancer of another site before an age; 0 is any age.
func other(c *risk.Case, p *pedigree.Individual, site pedigree.Site, below int, most truth) truth {
	found := no
	for _, d := range risk.Primaries(p, func(s pedigree.Site) bool { return s == site }) {
		answer := min(most, need{Below: below}.before(c, p, d))
		if risk.IsPossible(d) {
			answer = min(answer, maybe)
		}
		found = max(found, answer)
	}
	return found
}

// glioma finds a brain tumour; one whose kind is not recorded may be a glioma.
func glioma(c *risk.Case, p *pedigree.Individual) truth {
	found := no
	for _, d := range risk.Primaries(p, func(s pedigree.Site) bool { return s == pedigree.Brain }) {
		switch {
		case risk.HistologyHas(d, "gliom", "glioblastoma", "astrocytoma", "oligodendroglioma") && !risk.IsPossible(d):
			return yes
		case d.Pathology.Histology == "" || risk.IsPossible(d):
			found = maybe
		}
	}
	return found
}
