package letter

import (
	"fmt"
	"math"
)

// OutOf100 is a probability as a whole number out of 100 in words: "23", "fewer than 1", "more than
// 99". Decimals would claim a precision that no model has.
func OutOf100(p float64) string {
	switch n := math.Round(p * 100); {
	case p > 0 && n < 1:
		return "fewer than 1"
	case p < 1 && n > 99:
		return "more than 99"
	default:
		return fmt.Sprintf("%.0f", n)
	}
}

// filled is the number of icons out of 100 that stand for p.
func filled(p float64) int { return int(math.Round(min(max(p, 0), 1) * 100)) }

// about is "about 23", "between 20 and 26" where the recorded facts leave that open, or "fewer than 1".
func about(p, low, high float64) string {
	a, b := OutOf100(low), OutOf100(high)
	switch {
	case filled(low) != filled(high) && filled(low) >= 1 && filled(high) <= 99:
		return "between " + a + " and " + b
	case OutOf100(p)[0] < '0' || OutOf100(p)[0] > '9':
		return OutOf100(p)
	default:
		return "about " + OutOf100(p)
	}
}

// notAbout is the other framing of about: those to whom it does not happen.
func notAbout(p, low, high float64) string {
	if filled(low) != filled(high) && filled(low) >= 1 && filled(high) <= 99 {
		return fmt.Sprintf("between %d and %d", 100-filled(high), 100-filled(low))
	}
	switch n := filled(p); {
	case p > 0 && n < 1:
		return "more than 99"
	case p < 1 && n > 99:
		return "fewer than 1"
	default:
		return fmt.Sprintf("about %d", 100-n)
	}
}
