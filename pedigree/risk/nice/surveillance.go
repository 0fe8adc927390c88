package nice

import (
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// surveillance is what the guideline offers at each category.
type surveillance struct {
	From string `json:"from"`
	// NotFor are the genes whose carriers have no mammography.
	NotFor []string `json:"not_for"`
	Bands  []struct {
		Category string `json:"category"`
		ages
	} `json:"bands"`
}

// veryHighRisk is the NHS programme for known carriers.
type veryHighRisk struct {
	From   string `json:"from"`
	Groups []struct {
		Genes     []string `json:"genes"`
		Variant   string   `json:"variant"`   // only this one, in HGVS
		Biallelic bool     `json:"biallelic"` // only with a variant on both copies
		Note      string   `json:"note"`
		Bands     []ages   `json:"bands"`
	} `json:"groups"`
}

// ages is what is done from one age to another, both included, in whole years.
type ages struct {
	From int    `json:"from"`
	To   int    `json:"to"`
	What string `json:"what"`
}

func (a ages) String() string { return fmt.Sprintf("%s from %d to %d", a.What, a.From, a.To) }

// surveillance lists what the category, and a known variant, lead to at each age, and what of it is now.
func (m *Model) surveillance(c *risk.Case, category string) []string {
	var lines []string
	without := slices.ContainsFunc(m.Surveillance.NotFor, func(gene string) bool { return carries(c.Subject, gene, "") > 0 })
	for _, b := range m.Surveillance.Bands {
		if b.Category == category && !without {
			lines = append(lines, fmt.Sprintf("At %s risk %s is offered (%s)%s.", category, b.ages, m.Surveillance.From, now(c, []ages{b.ages})))
		}
	}
	for _, g := range m.VeryHighRisk.Groups {
		for _, gene := range g.Genes {
			n := carries(c.Subject, gene, g.Variant)
			if n == 0 || g.Biallelic && n < 2 {
				continue
			}
			of := gene
			if g.Variant != "" {
				of += " " + g.Variant
			}
			if g.Biallelic {
				of += ", if the variants are on both copies"
			}
			words := make([]string, len(g.Bands))
			for i, b := range g.Bands {
				words[i] = b.String()
			}
			note := ""
			if g.Note != "" {
				note = ", " + g.Note
			}
			lines = append(lines, fmt.Sprintf("%s: %s (%s%s)%s.", of, strings.Join(words, "; "), m.VeryHighRisk.From, note, now(c, g.Bands)))
		}
	}
	return lines
}

// carries counts the different pathogenic germline variants of a gene that somebody is known to have;
// where variant is given, only that one.
func carries(p *pedigree.Individual, gene, variant string) int {
	var found []string
	for i := range p.GeneTests {
		t := &p.GeneTests[i]
		if !t.GermlinePositive() || t.Gene != gene || !strings.Contains(t.Variant, variant) || slices.Contains(found, t.Variant) {
			continue
		}
		found = append(found, t.Variant)
	}
	return len(found)
}

// now says what of several bands holds at the subject's age.
func now(c *risk.Case, bands []ages) string {
	age, ok := c.Age(c.Subject)
	if !ok || !age.IsExact() {
		return ""
	}
	for _, b := range bands {
		if age.Low >= b.From && age.Low <= b.To {
			return fmt.Sprintf("; now, at %d: %s", age.Low, b.What)
		}
	}
	return fmt.Sprintf("; none now, at %d", age.Low)
}
