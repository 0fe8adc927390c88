package risk

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"kindred/pedigree"
)

// Percent is a probability as people read it, "12.3%"; above nought it is never "0.0%".
func Percent(p float64) string {
	if p > 0 && p < 0.001 {
		return "under 0.1%"
	}
	return fmt.Sprintf("%.1f%%", 100*p)
}

// Fine is a probability with the two decimals in which working is printed, "12.34%".
func Fine(p float64) string { return fmt.Sprintf("%.2f%%", 100*p) }

// Sentence begins with a capital letter.
func Sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// List joins words as in a sentence: "a, b and c".
func List(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// AgeWords says the age at a diagnosis as it was said: "at 45", "at about 60", "in the 40s", "before 50",
// or "at an age not known".
func AgeWords(age pedigree.Fuzzy) string {
	said := age.String()
	switch {
	case !pedigree.PlausibleAge(age):
		return "at an age not known"
	case age.Kind == pedigree.Decade && strings.HasPrefix(said, "in "):
		return said
	case age.Kind == pedigree.Decade:
		return "in the " + said
	case age.Kind == pedigree.Before:
		return fmt.Sprintf("before %d", age.High.Year+1)
	case age.Kind == pedigree.After:
		return fmt.Sprintf("after %d", age.Low.Year-1)
	case age.Kind == pedigree.Between:
		return fmt.Sprintf("between %d and %d", age.Low.Year, age.High.Year)
	case strings.HasPrefix(said, "~"):
		return "at about " + said[1:]
	}
	return "at " + said
}

// Effect says what a missing fact could do to a probability: low and high are the answers at its
// extremes.
func Effect(now, low, high float64) string {
	if high-low < 0.0005 {
		return "no change"
	}
	return fmt.Sprintf("%s to %s, now %s", Percent(low), Percent(high), Percent(now))
}

// Limits is the warning that stands beside every number.
func Limits(n Facts) string {
	return fmt.Sprintf("Calculated from what is recorded: %d %s reported, %d confirmed. A trained professional must check the family, the model and the result before use.",
		n.Reported, Plural(n.Reported, "fact", "facts"), n.Confirmed)
}

// Plural picks the word for one or for several.
func Plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
