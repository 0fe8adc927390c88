package pten

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/findings"
)

// score is the key of the value.
const score = "score"

func (m *Model) assess(c *risk.Case) risk.Assessment {
	a, items := m.value(c)
	if a.Status != risk.OK {
		return a
	}
	ids := map[pedigree.ID]bool{}
	for _, it := range items {
		words := fmt.Sprintf("%s: %s", risk.Sentence(it.words()), worded(it.mean))
		if it.low != it.high {
			words += fmt.Sprintf(" (from %s to %s)", worded(it.low), worded(it.high))
		}
		a.Working = append(a.Working, words+".")
		if it.doubt != "" {
			a.Warnings = append(a.Warnings, it.doubt)
		}
		for _, id := range it.diagnoses {
			ids[id] = id != ""
		}
	}
	a.Working = append(a.Working, fmt.Sprintf("Total: %s points.", worded(a.Values[score])))
	a.Because = m.because(a, items)
	a.Facts = c.Facts()
	a.Warnings = slices.Concat([]string{risk.Limits(a.Facts)}, m.Limits, a.Warnings)
	if _, known := c.Age(c.Subject); !known {
		a.Warnings = append(a.Warnings, "The age of the person asked about is not known: the score is for adults.")
	}
	doubts := slices.DeleteFunc(risk.Doubts(c, nil), func(d risk.Doubt) bool { return !ids[d.Item] })
	a.Missing = append(m.headNotRecorded(c, a, items), risk.Effects(c, doubts, &a, func(c *risk.Case) risk.Assessment {
		other, _ := m.value(c)
		return other
	})...)
	return a
}

// value is the answer without its words.
func (m *Model) value(c *risk.Case) (risk.Assessment, []item) {
	a := risk.Assessment{Subject: c.Subject.ID, Status: risk.NotApplicable}
	if !c.Subject.IsPerson() {
		a.Because = []string{"The symbol asked about is a pregnancy or a group, not one person."}
		return a, nil
	}
	items, err := m.items(c)
	if a.Because = m.quiet(items); err == nil && len(a.Because) > 0 {
		return a, nil
	}
	if reached, known := c.Age(c.Subject); known && reached.High < m.AdultFrom {
		a.Because = []string{"The score is for adults.", m.Children}
		return a, nil
	}
	if a.Because = m.known(c); len(a.Because) > 0 {
		return a, nil
	}
	a.Status = risk.CannotTell
	if a.Because = c.Conflicts(); len(a.Because) > 0 {
		return a, nil
	}
	if err != nil {
		a.Because = []string{risk.Sentence(err.Error()) + "."}
		return a, nil
	}
	var sum item
	for _, it := range items {
		sum.mean, sum.low, sum.high = sum.mean+it.mean, sum.low+it.low, sum.high+it.high
	}
	a.Status, a.Headline, a.Counted = risk.OK, score, []pedigree.ID{c.Subject.ID}
	a.Values = risk.Values{score: sum.mean}
	a.Range = risk.Ranges{score: {Low: sum.low, High: sum.high}}
	return a, items
}

// quiet says why nothing is scored: no feature, or one cancer and nothing else.
func (m *Model) quiet(items []item) []string {
	switch {
	case len(items) == 0:
		return []string{"No feature of the score is recorded in the person asked about."}
	case len(items) == 1 && items[0].cancer:
		return []string{fmt.Sprintf("Of the score's features only %s is recorded in the person asked about: it is scored when another is recorded too.", items[0].what)}
	}
	return nil
}

// known says why a known variant leaves nothing to score.
func (m *Model) known(c *risk.Case) []string {
	for _, p := range c.Kin() {
		for i := range p.GeneTests {
			if t := &p.GeneTests[i]; t.GermlinePositive() && t.Gene == m.Gene {
				return []string{fmt.Sprintf("A variant in %s is recorded (%s): the score is for deciding on a first test.", m.Gene, c.Words(p.ID))}
			}
		}
	}
	return nil
}

func (m *Model) because(a risk.Assessment, items []item) []string {
	var words []string
	for _, it := range items {
		if it.mean > 0 {
			words = append(words, fmt.Sprintf("%s %s", it.name, worded(it.mean)))
		}
	}
	lines := []string{fmt.Sprintf("%s points: nothing certain scores.", worded(a.Values[score]))}
	if len(words) > 0 {
		lines[0] = fmt.Sprintf("%s points: %s.", worded(a.Values[score]), risk.List(words))
	}
	if r := a.Range[score]; r.Low != r.High {
		lines = append(lines, fmt.Sprintf("Vague facts leave anything from %s to %s points.", worded(r.Low), worded(r.High)))
	}
	return append(lines, "No threshold is shown: the one in use could not be checked against the paper.")
}

// words say the feature and, where that says more, what is recorded.
func (it *item) words() string {
	if strings.Contains(it.what, it.name) {
		return it.what
	}
	return it.name + " (" + it.what + ")"
}

// headNotRecorded asks for the head circumference, which scores much and is quickly measured.
func (m *Model) headNotRecorded(c *risk.Case, a risk.Assessment, items []item) []risk.Missing {
	at := slices.IndexFunc(m.Features, func(f feature) bool { return f.Name == m.Head.Within })
	read, unread := m.Head.Quantity.Measurements(c.Subject)
	if len(read)+len(unread) > 0 || findings.Denied(c.Subject, m.Features[at].Words) || slices.ContainsFunc(items, func(it item) bool {
		return it.name == m.Head.Within && it.high >= m.Head.Points
	}) {
		return nil
	}
	now := a.Values[score]
	most := now + m.Head.Points
	for _, it := range items {
		if it.name == m.Head.Within {
			most -= it.mean
		}
	}
	return []risk.Missing{{
		Person: c.Subject.ID, Fact: "head circumference", Kind: risk.FactMissing, Value: score, Span: &risk.Range{Low: now, High: most},
		Effect: fmt.Sprintf("%s to %s points, now %s", worded(now), worded(most), worded(now)),
	}}
}

// worded prints points: whole ones without a decimal.
func worded(points float64) string {
	return strconv.FormatFloat(float64(int(points*10+0.5))/10, 'f', -1, 64)
}
