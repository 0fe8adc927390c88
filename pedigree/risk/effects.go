package risk

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// Effects says what each doubtful fact alone could do to an answer, by asking the model again with each of
// its readings: what moves a category first, then by size, and last what nobody was asked about. A fact
// that is recorded is always listed; a question that was never asked only where its answer would matter.
func Effects(c *Case, doubts []Doubt, now *Assessment, answer func(*Case) Assessment) []Missing {
	return EffectsBy(doubts, now, func(_ *Doubt, r *Reading) Assessment { return answer(c.With(r.Person)) })
}

// EffectsBy is Effects for a model that has a faster way to the answer with one reading. Of the answers
// only status, category, the value of now's headline and those that NICE classifies are used.
func EffectsBy(doubts []Doubt, now *Assessment, answer func(*Doubt, *Reading) Assessment) []Missing {
	var found []effect
	for i := range doubts {
		d := &doubts[i]
		e := effect{doubt: d, now: now}
		for k := range d.Readings {
			e.answers = append(e.answers, answer(d, &d.Readings[k]))
		}
		e.weigh()
		if d.Kind != FactMissing || e.Effect != noChange {
			found = append(found, e)
		}
	}
	slices.SortStableFunc(found, func(a, b effect) int {
		switch {
		case a.doubt.Silent != b.doubt.Silent:
			return order(!a.doubt.Silent)
		case (len(a.Moves) > 0) != (len(b.Moves) > 0):
			return order(len(a.Moves) > 0)
		case a.size != b.size:
			return order(a.size > b.size)
		}
		return 0
	})
	var missing []Missing
	for _, e := range found {
		missing = append(missing, e.Missing)
	}
	return missing
}

func order(first bool) int {
	if first {
		return -1
	}
	return 1
}

const noChange = "no change"

// effect is one doubt under way.
type effect struct {
	Missing
	doubt   *Doubt
	now     *Assessment
	answers []Assessment // by reading
	size    float64      // how far the value moves
}

// weigh fills in Missing from the answers.
func (e *effect) weigh() {
	e.Person, e.Fact, e.Kind, e.Item = e.doubt.Person, e.doubt.Fact, e.doubt.Kind, e.doubt.Item
	for i := range e.answers {
		if o := outcome(&e.answers[i]); o != outcome(e.now) && !slices.Contains(e.Moves, o) {
			e.Moves = append(e.Moves, o)
		}
	}
	before, numbers := e.now.Values[e.now.Headline]
	for i := range e.answers {
		_, ok := e.answers[i].Values[e.now.Headline]
		numbers = numbers && ok
	}
	if !numbers {
		e.Effect = e.inWords()
		return
	}
	low, high := math.Inf(1), math.Inf(-1)
	for i := range e.answers {
		v := e.answers[i].Values[e.now.Headline]
		low, high = min(low, v), max(high, v)
		switch e.doubt.Readings[i].Name {
		case SetAside:
			e.SetAside = &v
		case Refuted:
			e.Refuted = &v
		}
	}
	e.Value = e.now.Headline
	if e.Kind != FactUnconfirmed {
		e.Span = &Range{Low: low, High: high}
	}
	e.size = max(high, before) - min(low, before)
	for _, key := range []string{LifetimeFrom20, From40To50} {
		e.span(key)
	}
	e.Effect = e.numbers(low, high, before)
	if moves := e.instead(); moves != "" && e.Effect == noChange {
		e.Effect = moves
	} else if moves != "" {
		e.Effect += ": " + moves
	}
}

// span adds the lowest and highest value of another key to Others, where every answer has it.
func (e *effect) span(key string) {
	r := Range{Low: math.Inf(1), High: math.Inf(-1)}
	for i := range e.answers {
		v, ok := e.answers[i].Values[key]
		if !ok {
			return
		}
		r.Low, r.High = min(r.Low, v), max(r.High, v)
	}
	if e.Others == nil {
		e.Others = Ranges{}
	}
	e.Others[key] = r
}

// outcome is what an answer comes to, apart from its numbers.
func outcome(a *Assessment) string {
	switch {
	case a.Status == OK && a.Category != "":
		return a.Category
	case a.Status == OK:
		return "can be calculated"
	}
	words, _ := a.Said()
	return words
}

// numbers says what the fact does to the value: "40.1% to 41.3%, now 40.3%".
func (e *effect) numbers(low, high, before float64) string {
	print := Percent
	if IsPoints(e.Value) {
		print = func(x float64) string { return strconv.FormatFloat(math.Round(x*100)/100+0, 'f', -1, 64) }
	}
	unit := ""
	if IsPoints(e.Value) {
		unit = " points"
	}
	same := func(a, b float64) bool {
		if IsPoints(e.Value) {
			return print(a) == print(b)
		}
		return math.Abs(a-b) < 0.0005
	}
	if same(low, before) && same(high, before) {
		return noChange
	}
	if e.Kind == FactUnconfirmed {
		if e.SetAside != nil && e.Refuted != nil && !same(*e.SetAside, *e.Refuted) {
			return print(*e.SetAside) + " set aside, " + print(*e.Refuted) + unit + " if refuted, now " + print(before)
		}
		words := " set aside or refuted, now "
		if e.Refuted == nil {
			words = " set aside, now "
		}
		return print(low) + unit + words + print(before)
	}
	first, last := print(low), print(high)
	if e.Kind == FactMissing {
		first, last = e.reading(low, first), e.reading(high, last)
	}
	if same(low, high) {
		return print(low) + unit + ", now " + print(before)
	}
	return first + " to " + last + unit + ", now " + print(before)
}

// reading adds to a printed value which reading of a fact, of which nothing is recorded, gave it.
func (e *effect) reading(value float64, printed string) string {
	for i := range e.answers {
		if e.answers[i].Values[e.now.Headline] == value {
			return printed + " (" + string(e.doubt.Readings[i].Name) + ")"
		}
	}
	return printed
}

// IsPoints reports a value that is a score in points rather than a probability.
func IsPoints(key string) bool {
	switch key {
	case "combined", "brca1", "brca2", "score":
		return true
	}
	return false
}

// instead says which other category the fact could lead to: "moderate instead of high".
func (e *effect) instead() string {
	if len(e.Moves) == 0 {
		return ""
	}
	words := make([]string, len(e.Moves))
	for i, m := range e.Moves {
		words[i] = short(m)
	}
	return strings.Join(words, ", or ") + " instead of " + short(outcome(e.now))
}

// short is a category without its explanation.
func short(category string) string {
	head, _, _ := strings.Cut(category, ":")
	return head
}

// inWords says what the fact does to an answer without numbers to compare: "met (breast cancer at 45),
// now not met".
func (e *effect) inWords() string {
	if len(e.Moves) == 0 {
		return noChange
	}
	words := make([]string, len(e.Moves))
	for k, move := range e.Moves {
		var by []string
		for i := range e.answers {
			if outcome(&e.answers[i]) == move {
				by = append(by, string(e.doubt.Readings[i].Name))
			}
		}
		words[k] = short(move)
		if len(by) <= 2 {
			words[k] += " (" + strings.Join(by, " or ") + ")"
		}
	}
	now := outcome(e.now)
	if e.now.Status == OK && e.now.Category == "" {
		now, _ = e.now.Said()
	}
	return strings.Join(words, ", or ") + ", now " + short(now)
}
