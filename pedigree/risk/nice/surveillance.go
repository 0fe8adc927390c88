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
	From  string `json:"from"`
	See   string `json:"see"` // where the guideline has the ages that are not here
	Bands []struct {
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

// surveillance lists what the category, and a known variant, lead to at each age, and what of it is now. Carriers
// whom the programme for them takes have that instead of what their category leads to.
func (m *Model) surveillance(c *risk.Case, category string) []string {
	lines, certain := m.programme(c)
	if certain {
		return lines
	}
	for _, b := range m.Surveillance.Bands {
		if b.Category == category {
			lines = append(lines, fmt.Sprintf("At %s risk %s is offered (%s)%s.", category, b.ages, m.Surveillance.From, m.now(c, b.ages)))
		}
	}
	return lines
}

// programme lists what the programme for known carriers offers the subject; certain is false where that hangs
// on whether two variants are on both copies of a gene.
func (m *Model) programme(c *risk.Case) (lines []string, certain bool) {
	for _, g := range m.VeryHighRisk.Groups {
		for _, gene := range g.Genes {
			n := carries(c.Subject, gene, g.Variant)
			if n == 0 || g.Biallelic && n < 2 {
				continue
			}
			certain = certain || !g.Biallelic
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
			lines = append(lines, fmt.Sprintf("%s: %s (%s%s)%s.", of, strings.Join(words, "; "), m.VeryHighRisk.From, note, inProgramme(c, g.Bands)))
		}
	}
	return lines, certain
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

// current is the band that holds at the subject's age, nil where none does; ok is false where the age is not
// known, and after both breasts were removed, which instead is said.
func current(c *risk.Case, bands []ages) (band *ages, age int, instead string, ok bool) {
	if removed := risk.BothBreastsRemoved(c.Subject); removed != nil {
		return nil, 0, fmt.Sprintf("; the breasts have been removed (%s), and what is offered after that is not in this release", removed.What), false
	}
	span, known := c.Age(c.Subject)
	if !known || !span.IsExact() {
		return nil, 0, "", false
	}
	for i, b := range bands {
		if span.Low >= b.From && span.Low <= b.To {
			return &bands[i], span.Low, "", true
		}
	}
	return nil, span.Low, "", true
}

// inProgramme says what the programme for carriers offers at the subject's age.
func inProgramme(c *risk.Case, bands []ages) string {
	band, age, instead, ok := current(c, bands)
	switch {
	case !ok:
		return instead
	case band == nil:
		return fmt.Sprintf("; at %d the programme offers none", age)
	}
	return fmt.Sprintf("; now, at %d: %s", age, band.What)
}

// now says whether what a category leads to holds at the subject's age. Not every band of the guideline could
// be verified, so that an age outside those that are here is not one without surveillance.
func (m *Model) now(c *risk.Case, offered ages) string {
	band, age, instead, ok := current(c, []ages{offered})
	switch {
	case !ok:
		return instead
	case band != nil:
		return fmt.Sprintf("; now, at %d: %s", age, band.What)
	case age > offered.To:
		return fmt.Sprintf("; no verified band for %d in this release, see %s; ordinary NHS breast screening is separate", age, m.Surveillance.See)
	}
	return fmt.Sprintf("; no verified band for %d in this release, see %s", age, m.Surveillance.See)
}
