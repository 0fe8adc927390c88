package fields

import (
	"fmt"

	"kindred/app/ui/theme"
	"kindred/pedigree"
)

// Measure is what a fuzzy field holds.
type Measure uint8

// The measures.
const (
	Age      Measure = iota // years lived
	Year                    // a calendar year or a day
	Duration                // completed weeks
)

// Fuzzy is an age, year or date as it was said; beneath it stands what was understood.
type Fuzzy struct {
	hinted

	// CannotBe says why a value contradicts what else is recorded, "" where it does not; nil asks nothing.
	// It is only said: the value is kept as it was typed.
	CannotBe func(pedigree.Fuzzy) string

	measure  Measure
	onCommit func(pedigree.Fuzzy)
}

// NewFuzzy is a field that calls commit with the words and the years that they allow.
func NewFuzzy(m Measure, commit func(pedigree.Fuzzy)) *Fuzzy {
	f := &Fuzzy{measure: m, onCommit: commit}
	f.begin(f, func(words string) { f.onCommit(pedigree.ParseFuzzy(words)) })
	f.Entry.OnChanged = func(words string) { f.understood(pedigree.ParseFuzzy(words)) }
	return f
}

// Set shows a value from the record, unless the field is being typed in.
func (f *Fuzzy) Set(v pedigree.Fuzzy) {
	f.Entry.Set(v.String())
	if f.Entry.Text == v.String() {
		f.understood(v)
	}
}

func (f *Fuzzy) understood(v pedigree.Fuzzy) {
	words, ok := Understood(v, f.measure)
	ink := theme.InkQuiet
	if !ok {
		ink = theme.InkWarn
	}
	if f.CannotBe != nil {
		if why := f.CannotBe(v); why != "" {
			ink, words = theme.InkWarn, why
		}
	}
	f.show(ink, words)
}

// Limits beyond which a value is kept but never used in a number.
const (
	oldest       = 120  // years; the longest documented life is 122
	earliestYear = 1000 // a year is said in four digits
	longestWeeks = 45
)

// Understood says in words which values a fuzzy value allows: "between 55 and 65". It is empty where
// that would only repeat the words; ok is false where the value enters no number.
func Understood(v pedigree.Fuzzy, m Measure) (words string, ok bool) {
	switch {
	case v.IsZero():
		return "", true
	case v.Date != "" && m == Year:
		return v.Date.Prose(), true
	case !v.HasNumber():
		return "kept as said, without a number", false
	}
	low, high := 0, oldest
	switch m {
	case Year:
		low, high = earliestYear, 9999
	case Duration:
		high = longestWeeks
	}
	if _, _, fits := v.Within(low, high); !fits {
		if m == Year {
			return "kept as said; a year has four digits", false
		}
		return "kept as said; too high to be used in a number", false
	}
	switch {
	case v.IsExact():
		return "", true
	case v.Low.Known && v.High.Known:
		return fmt.Sprintf("between %d and %d", v.Low.Year, v.High.Year), true
	case v.High.Known:
		return fmt.Sprintf("%d or %s", v.High.Year, [...]string{"less", "before", "less"}[m]), true
	default:
		return fmt.Sprintf("%d or %s", v.Low.Year, [...]string{"more", "after", "more"}[m]), true
	}
}
