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
// only status, category, the value of now's headline and those that NICE classifies are used, before the next is
// asked for.
func EffectsBy(doubts []Doubt, now *Assessment, answer func(*Doubt, *Reading) Assessment) []Missing {
	var found []*effect
	var trials []trial
	before := trialOf(now, now.Headline)
	for i := range doubts {
		d := &doubts[i]
		trials = trials[:0]
		for k := range d.Readings {
			a := answer(d, &d.Readings[k])
			trials = append(trials, trialOf(&a, now.Headline))
		}
		e := effect{doubt: d, now: now, before: before, trials: trials}
		e.weigh()
		if d.Kind != FactMissing || e.Effect != noChange {
			found = append(found, &e)
		}
	}
	slices.SortStableFunc(found, func(a, b *effect) int {
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
	doubt  *Doubt
	now    *Assessment
	before trial
	trials []trial // by reading; until weighed
	size   float64 // how far the value moves
}

// classified are the keys of the values that NICE classifies.
var classified = [...]string{LifetimeFrom20, From40To50}

// trial is what is used of an answer; a value that it lacks is not a number.
type trial struct {
	outcome    string
	value      float64 // the headline
	classified [len(classified)]float64
}

func trialOf(a *Assessment, headline string) trial {
	t := trial{outcome: outcome(a), value: a.Values.orNaN(headline)}
	for i, key := range classified {
		t.classified[i] = a.Values.orNaN(key)
	}
	return t
}

func (v Values) orNaN(key string) float64 {
	if x, ok := v[key]; ok {
		return x
	}
	return math.NaN()
}

// weigh fills in Missing from the trials.
func (e *effect) weigh() {
	e.Person, e.Fact, e.Kind, e.Item, e.Silent = e.doubt.Person, e.doubt.Fact, e.doubt.Kind, e.doubt.Item, e.doubt.Silent
	before := e.before.value
	numbers := !math.IsNaN(before)
	for _, t := range e.trials {
		if t.outcome != e.before.outcome && !slices.Contains(e.Moves, t.outcome) {
			e.Moves = append(e.Moves, t.outcome)
		}
		numbers = numbers && !math.IsNaN(t.value)
	}
	if !numbers {
		e.Effect = e.inWords()
		return
	}
	low, high := math.Inf(1), math.Inf(-1)
	for i, t := range e.trials {
		low, high = min(low, t.value), max(high, t.value)
		switch e.doubt.Readings[i].Name {
		case SetAside:
			e.SetAside = pointer(t.value)
		case Refuted:
			e.Refuted = pointer(t.value)
		}
	}
	e.Value = e.now.Headline
	if e.Kind != FactUnconfirmed {
		e.Span = &Range{Low: low, High: high}
	}
	e.size = max(high, before) - min(low, before)
	for k := range classified {
		e.span(k)
	}
	e.Effect = e.numbers(low, high, before)
	if moves := e.instead(); moves != "" && e.Effect == noChange {
		e.Effect = moves
	} else if moves != "" {
		e.Effect += ": " + moves
	}
}

func pointer(x float64) *float64 { return &x }

// span adds the lowest and highest of a value that NICE classifies to Others, where every answer has it.
func (e *effect) span(k int) {
	r := Range{Low: math.Inf(1), High: math.Inf(-1)}
	for _, t := range e.trials {
		v := t.classified[k]
		if math.IsNaN(v) {
			return
		}
		r.Low, r.High = min(r.Low, v), max(r.High, v)
	}
	if e.Others == nil {
		e.Others = Ranges{}
	}
	e.Others[classified[k]] = r
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
	for i, t := range e.trials {
		if t.value == value {
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
		for i, t := range e.trials {
			if t.outcome == move {
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
