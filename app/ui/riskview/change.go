package riskview

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"kindred/pedigree/risk"
)

// change is a fact that is missing, vague or not confirmed, with what it could do to the answers of all
// models.
type change struct {
	missing risk.Missing // as the first model says it
	fact    string       // "Joan: BRCA1 report not seen"
	effects []effect     // the largest first; none where it changes nothing
}

// effect is what a fact could do to one model's answer.
type effect struct {
	title string    // of the model
	lines []reading // what each reading of the fact would make of the answer
	moves []string  // the categories it could lead to
	size  float64   // of the largest change, as a probability
}

// reading is one way in which a fact may turn out, and the answer then: "set aside", "40% → 28%".
type reading struct{ name, answer string }

// id tells one fact from another, from edit to edit and whichever model says it.
func (c *change) id() string { return idOf(&c.missing) }

func idOf(m *risk.Missing) string { return fmt.Sprintf("%s/%s/%s", m.Person, m.Item, m.Fact) }

// none reports that no answer of any model depends on the fact.
func (c *change) none() bool { return len(c.effects) == 0 }

// moves reports that a model's category depends on the fact.
func (c *change) moves() bool {
	return slices.ContainsFunc(c.effects, func(e effect) bool { return len(e.moves) > 0 })
}

func (c *change) size() float64 {
	largest := 0.0
	for _, e := range c.effects {
		largest = max(largest, e.size)
	}
	return largest
}

// changes are the facts of all models, each once: a variant whose report has not been seen first, then what could
// move a category, then by the size of what they could do; after them what nobody was asked about, and those
// without an effect last.
func (s *Shown) changes() []change {
	var all []change
	for i := range s.Answers {
		a := &s.Answers[i]
		for n := range a.Missing {
			m := &a.Missing[n]
			c := change{missing: *m, fact: m.Fact}
			if who := s.Called(m.Person); who != "" {
				c.fact = who + ": " + m.Fact
			}
			at := slices.IndexFunc(all, func(o change) bool { return o.id() == c.id() })
			if at < 0 {
				at, all = len(all), append(all, c)
			}
			if e, any := effectOf(a, m); any {
				all[at].effects = append(all[at].effects, e)
			}
		}
	}
	for i := range all {
		slices.SortStableFunc(all[i].effects, func(x, y effect) int {
			return cmp.Or(cmp.Compare(min(1, len(y.moves)), min(1, len(x.moves))), cmp.Compare(y.size, x.size))
		})
	}
	slices.SortStableFunc(all, func(x, y change) int { return cmp.Or(cmp.Compare(rank(&x), rank(&y)), cmp.Compare(y.size(), x.size())) })
	return all
}

func rank(c *change) int {
	switch {
	case c.none():
		return 5
	case c.missing.Silent && !c.moves():
		return 4
	case c.missing.Silent:
		return 3
	case c.missing.OfVariant():
		return 0
	case c.moves():
		return 1
	}
	return 2
}

// pointsOfCertainty is what a score's points, and a ratio, are divided by to be set beside probabilities in one list.
const pointsOfCertainty = 100

// effectOf is what one model says of a fact, and false where it says that nothing changes.
func effectOf(a *risk.Assessment, m *risk.Missing) (effect, bool) {
	e := effect{title: a.Title, moves: m.Moves}
	now, known := a.Values[m.Value]
	scale := 1.0
	if !isChance(m.Value) {
		scale = 1.0 / pointsOfCertainty
	}
	then := func(name risk.ReadingName, value *float64) {
		if value == nil || !known || figure(m.Value, *value) == figure(m.Value, now) && math.Abs(*value-now)*scale < leastChange {
			return
		}
		words := fromTo(m.Value, now, *value)
		if before, after, _ := strings.Cut(words, " → "); before == after {
			return
		}
		e.lines = append(e.lines, reading{string(name), words})
		e.size = max(e.size, math.Abs(*value-now)*scale)
	}
	then(risk.SetAside, m.SetAside)
	then(risk.Refuted, m.Refuted)
	if m.Span != nil && len(e.lines) == 0 && (m.Span.High-m.Span.Low)*scale >= leastChange {
		words := between(m.Value, *m.Span)
		if words == "" {
			words = risk.Percent(m.Span.Low) + " to " + risk.Percent(m.Span.High)
		}
		if known {
			words = figure(m.Value, now) + " → " + words
		}
		e.lines = append(e.lines, reading{"once it is known", words})
		e.size = max(e.size, math.Abs(m.Span.High-now)*scale, math.Abs(m.Span.Low-now)*scale)
	}
	if len(e.lines) == 0 && m.Span == nil && m.SetAside == nil && m.Refuted == nil && m.Effect != "" && !strings.Contains(m.Effect, noChange) {
		e.lines = append(e.lines, reading{"", m.Effect})
	}
	return e, len(e.lines)+len(e.moves) > 0
}

// leastChange is the smallest change of a probability that is said: that of half of what the working
// prints with one decimal.
const leastChange = 0.0005

// noChange is how a model says that a missing fact changes nothing.
var noChange = risk.Effect(0, 0, 0)

// Wanted is the fact that would change an answer first, "Joan: age at death", and no number; "" where
// none would.
func (s *Shown) Wanted() string {
	if all := s.changes(); len(all) > 0 && !all[0].none() {
		return all[0].fact
	}
	return ""
}
