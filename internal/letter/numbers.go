package letter

import (
	"fmt"
	"math"
)

// outOf is the one denominator of a letter.
const outOf = 100

// count is a probability as a whole number of 100 people, rounded to the nearest. Decimals would claim
// a precision that no model has.
func count(p float64) int { return int(math.Round(min(max(p, 0), 1) * outOf)) }

// chance is a probability with the range that the recorded facts leave open, in people out of 100.
type chance struct{ likely, low, high int }

func chanceOf(p, low, high float64) chance { return chance{count(p), count(low), count(high)} }

// not is the other framing: those to whom it does not happen. The two always add up to 100.
func (c chance) not() chance { return chance{outOf - c.likely, outOf - c.high, outOf - c.low} }

// isRange reports that the ends differ once they are rounded.
func (c chance) isRange() bool { return c.low != c.high }

// words is "about 23", "between 20 and 26", "fewer than 1", "more than 99", "at most 3" or "at least
// 97". Nothing is ever said to be impossible or certain.
func (c chance) words() string {
	switch {
	case c.isRange() && c.low < 1 && c.high < outOf:
		return fmt.Sprintf("at most %d", c.high)
	case c.isRange() && c.high >= outOf && c.low >= 1:
		return fmt.Sprintf("at least %d", c.low)
	case c.isRange():
		return fmt.Sprintf("between %d and %d", c.low, c.high)
	case c.likely < 1:
		return "fewer than 1"
	case c.likely >= outOf:
		return fmt.Sprintf("more than %d", outOf-1)
	}
	return fmt.Sprintf("about %d", c.likely)
}

// circles is "1 circle is" or "23 circles are", for the caption of an icon array.
func circles(n int) string {
	if n == 1 {
		return "1 circle is"
	}
	return fmt.Sprintf("%d circles are", n)
}
