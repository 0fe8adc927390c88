package pedigree

import (
	"encoding/json"
	"fmt"
	"strconv"
)

// FuzzyKind says how a value was put, so that it can be drawn as said.
type FuzzyKind string

// The ways in which an age, year or date is said.
const (
	Exact       FuzzyKind = "exact"   // "42", "1952", "14 Mar 1984"
	About       FuzzyKind = "about"   // "about 60": N-5 to N+5
	Decade      FuzzyKind = "decade"  // "40s", "early 70s", "1950s"
	Before      FuzzyKind = "before"  // "<50": no lower bound
	After       FuzzyKind = "after"   // ">70": no upper bound
	Between     FuzzyKind = "between" // "55-60"
	UnknownKind FuzzyKind = "unknown" // asked, not known; or words that could not be read
)

// Bound is one end of a Fuzzy value in whole years; the zero Bound is open.
type Bound struct {
	Year  int
	Known bool
}

// At is the closed bound y.
func At(y int) Bound { return Bound{Year: y, Known: true} }

// MarshalJSON writes the year, or null for an open bound.
func (b Bound) MarshalJSON() ([]byte, error) {
	if !b.Known {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, int64(b.Year), 10), nil
}

// UnmarshalJSON reads a whole number or null.
func (b *Bound) UnmarshalJSON(data []byte) error {
	var y *int
	if err := json.Unmarshal(data, &y); err != nil {
		return fmt.Errorf("a bound must be a whole number of years or null, not %s", clip(data))
	}
	*b = Bound{}
	if y != nil {
		*b = At(*y)
	}
	return nil
}

// Fuzzy is the one value type for every age, year and date: the words as said, and the inclusive
// whole years that they allow. Ages count years lived; years and dates are calendar years, and a
// full date keeps its day in Date. The zero Fuzzy means "not asked".
//
// Readings between the bounds are equally likely unless the words say more. A Fuzzy whose bounds
// are both open has no number: use Words.
type Fuzzy struct {
	Words string    `json:"words,omitempty"`
	Low   Bound     `json:"low"`
	High  Bound     `json:"high"`
	Kind  FuzzyKind `json:"kind,omitempty"`
	Date  Date      `json:"date,omitempty"` // the exact day, when it is known
	Extra ExtraText `json:"-"`
}

// ExactYear is the value said exactly: an age or a calendar year.
func ExactYear(y int) Fuzzy {
	return Fuzzy{Words: strconv.Itoa(y), Low: At(y), High: At(y), Kind: Exact}
}

// OnDate is an exactly known day.
func OnDate(d Date) Fuzzy {
	return Fuzzy{Words: string(d), Low: At(d.Year()), High: At(d.Year()), Kind: Exact, Date: d}
}

// IsZero reports whether the question was never asked.
func (f Fuzzy) IsZero() bool { return f == Fuzzy{} }

// IsExact reports whether exactly one year fits.
func (f Fuzzy) IsExact() bool { return f.Low.Known && f.High.Known && f.Low.Year == f.High.Year }

// leastYear parts calendar years, which have four digits, from ages.
const leastYear = 1000

// IsYear reports a calendar year or a day rather than an age.
func (f Fuzzy) IsYear() bool {
	return f.Low.Known && f.Low.Year >= leastYear || f.High.Known && f.High.Year >= leastYear
}

// HasNumber reports whether at least one bound is known.
func (f Fuzzy) HasNumber() bool { return f.Low.Known || f.High.Known }

// Within returns the readings that also lie in [min, max]; ok is false when there is none, which
// includes a value such as an age of 999: it is kept, and never used in a number.
func (f Fuzzy) Within(min, max int) (low, high int, ok bool) {
	low, high = min, max
	if f.Low.Known && f.Low.Year > low {
		low = f.Low.Year
	}
	if f.High.Known && f.High.Year < high {
		high = f.High.Year
	}
	return low, high, low <= high && f.HasNumber()
}

// Mid is the middle of the readings, rounded down, for formats that hold one number only; ok is
// false unless both bounds are known.
func (f Fuzzy) Mid() (year int, ok bool) {
	if !f.Low.Known || !f.High.Known {
		return 0, false
	}
	return f.Low.Year + (f.High.Year-f.Low.Year)/2, true
}

// String is the value as said; where no words were kept it says the bounds.
func (f Fuzzy) String() string {
	switch {
	case f.Words != "":
		return f.Words
	case f.IsExact():
		return strconv.Itoa(f.Low.Year)
	case f.Low.Known && f.High.Known:
		return fmt.Sprintf("%d-%d", f.Low.Year, f.High.Year)
	case f.High.Known:
		return fmt.Sprintf("<%d", f.High.Year+1)
	case f.Low.Known:
		return fmt.Sprintf(">%d", f.Low.Year-1)
	case f.Kind == UnknownKind:
		return "?"
	}
	return ""
}

// UnmarshalJSON reads the object form, and leniently a bare number or the words alone.
func (f *Fuzzy) UnmarshalJSON(data []byte) error {
	*f = Fuzzy{}
	if len(data) == 0 || string(data) == "null" {
		return nil
	}
	switch data[0] {
	case '{':
		type plain Fuzzy
		extra, err := unmarshalKeeping(data, (*plain)(f))
		if err != nil {
			return err
		}
		f.Extra = extra.text()
		if f.Low.Known && f.High.Known && f.Low.Year > f.High.Year {
			return fmt.Errorf("low %d is above high %d", f.Low.Year, f.High.Year)
		}
		if f.Kind == "" && f.Words != "" && !f.HasNumber() {
			*f = ParseFuzzy(f.Words)
			f.Extra = extra.text()
		}
		if f.Kind == "" {
			f.Kind = f.kindOfBounds()
		}
		return nil
	case '"':
		var words string
		if err := json.Unmarshal(data, &words); err != nil {
			return err
		}
		*f = ParseFuzzy(words)
		return nil
	}
	var y int
	if err := json.Unmarshal(data, &y); err != nil {
		return fmt.Errorf("an age or year must be a whole number, words, or {words, low, high}, not %s", clip(data))
	}
	*f = ExactYear(y)
	return nil
}

// MarshalJSON writes the object form with the unknown keys it came with.
func (f Fuzzy) MarshalJSON() ([]byte, error) {
	type plain Fuzzy
	return marshalKeeping(plain(f), f.Extra.keys())
}

func (f Fuzzy) kindOfBounds() FuzzyKind {
	switch {
	case f.IsExact():
		return Exact
	case f.Low.Known && f.High.Known:
		return Between
	case f.High.Known:
		return Before
	case f.Low.Known:
		return After
	case f.Words != "":
		return UnknownKind
	}
	return ""
}

func clip(data []byte) string {
	if len(data) > 40 {
		return string(data[:40]) + "..."
	}
	return string(data)
}
