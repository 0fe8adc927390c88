package risk

import (
	"fmt"
	"math"
	"strings"
)

// Said is the answer in a few words, "17 points", "12.3% by 79", "moderate", "cannot tell", and the value
// behind them where there is one.
func (a *Assessment) Said() (words string, value float64) {
	switch a.Status {
	case CannotTell:
		return "cannot tell", math.NaN()
	case NotApplicable:
		return "not suitable", math.NaN()
	}
	value, ok := a.Values[a.Headline]
	if !ok {
		return a.Category, math.NaN()
	}
	return Worded(a.Headline, value), value
}

// Worded is a value of a key in words: points for the Manchester score's, percent for probabilities, with
// the age where the key has one.
func Worded(key string, value float64) string {
	if IsPoints(key) {
		return fmt.Sprintf("%.0f %s", math.Round(value), Plural(int(math.Round(value)), "point", "points"))
	}
	if key == "bayes_factor" {
		return fmt.Sprintf("factor %.3g", value)
	}
	if IsFactor(key) {
		return fmt.Sprintf("%.3g", value)
	}
	words := Percent(value)
	if _, age, ok := strings.Cut(key, "risk_by_"); ok {
		return words + " by " + age
	}
	if strings.HasPrefix(key, "carrier/") {
		return strings.TrimPrefix(key, "carrier/") + " " + words
	}
	return words
}

// IsFactor reports a value that is a ratio of chances, or its logarithm, rather than a probability.
func IsFactor(key string) bool { return strings.HasSuffix(key, "bayes_factor") }
