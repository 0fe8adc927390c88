package facts

import (
	"regexp"
	"strings"
	"unicode"

	"kindred/pedigree"
)

// The range of whole years that a bare number of four digits is believed to be a calendar year in.
const firstYear, lastYear = 1700, 2200

// isYear reports a calendar year rather than an age.
func isYear(f pedigree.Fuzzy) bool {
	return f.Low.Known && f.Low.Year >= firstYear && f.Low.Year <= lastYear || !f.Low.Known && f.High.Known && f.High.Year >= firstYear && f.High.Year <= lastYear
}

// isAge reports an age that somebody can have.
func isAge(f pedigree.Fuzzy) bool { return f.HasNumber() && pedigree.PlausibleAge(f) }

// beginsNumber reports a word that an age, year or date can begin with here. "Ca" is not among them: "ca 60"
// is a cancer, and "d 60" a death.
func beginsNumber(low string) bool {
	return strings.IndexFunc(low, unicode.IsDigit) >= 0 || numberStarts[plain(low)]
}

var numberStarts = set(`~ < > ≤ ≥ c circa about around approx approx. approximately roughly perhaps maybe early mid middle late under over before after below above
	less more at by between in her his their my childhood infancy as teens adolescence newborn neonatal soon
	twenties thirties forties fifties sixties seventies eighties nineties
	january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec`)

// joinedUnit is a number with a one-letter unit.
var joinedUnit = regexp.MustCompile(`^(\d+)\s*([dwm])$`)

// number is the age, year or date of the most words from token i; without a number there is none.
func (rd *reader) number(i int) (f pedigree.Fuzzy, next int, ok bool) {
	if i >= len(rd.tokens) || !beginsNumber(rd.tokens[i].low) {
		return pedigree.Fuzzy{}, i, false
	}
	if rd.numbers == nil {
		rd.numbers = make([]numberAt, len(rd.tokens))
	}
	known := &rd.numbers[i]
	if known.next == 0 {
		*known = rd.tryNumber(i)
	}
	return known.Fuzzy, known.next, known.next > i
}

// numberAt is the number that a token begins, and the token after it: -1 where it begins none, 0
// where nobody tried.
type numberAt struct {
	pedigree.Fuzzy
	next int
}

// tryNumber reads the number of the most words.
func (rd *reader) tryNumber(i int) numberAt {
	for to := min(i+6, len(rd.tokens)); to > i; to-- {
		words, whole := rd.said(i, to)
		m := joinedUnit.FindStringSubmatch(strings.ToLower(words))
		if !whole || m != nil && (to > i+1 || hardlyUnits(m[1], m[2])) {
			continue
		}
		if f := pedigree.ParseFuzzy(words); isYear(f) || isAge(f) {
			return numberAt{f, to}
		}
	}
	return numberAt{next: -1}
}

// hardlyUnits reports that "38m" is hardly 38 months, nor "58d" 58 days.
func hardlyUnits(digits, unit string) bool {
	return len(digits) > 2 || len(digits) == 2 && (unit == "d" || digits > "23")
}

// said is the words of tokens [from, to) as typed, with single spaces; ok is false across a comma or
// a quotation.
func (rd *reader) said(from, to int) (words string, ok bool) {
	if to > len(rd.tokens) {
		return "", false
	}
	parts := make([]string, 0, to-from)
	for _, t := range rd.tokens[from:to] {
		if t.ends || t.quoted {
			return "", false
		}
		parts = append(parts, t.text)
	}
	return strings.Join(parts, " "), true
}

// ageAt is an age after an optional "@", "at" or "aged", or one that is said not to be known: "48",
// "@50", "at 44", "in her 40s", "?".
func (rd *reader) ageAt(i int) (f pedigree.Fuzzy, next int, ok bool) {
	at := i
	if at < len(rd.tokens) && (rd.tokens[at].low == "@" || rd.tokens[at].low == "at" || rd.tokens[at].low == "age" || rd.tokens[at].low == "aged") {
		at++
	}
	if at < len(rd.tokens) && strings.HasPrefix(rd.tokens[at].text, "@") && len(rd.tokens[at].text) > 1 {
		if f := pedigree.ParseFuzzy(rd.tokens[at].text[1:]); isAge(f) || isYear(f) {
			return f, at + 1, true
		}
	}
	if f, next, ok = rd.number(at); ok {
		return f, next, true
	}
	if next, ok = rd.longest(at, func(words string) bool { return vagueTimes[words] }); ok {
		words, _ := rd.said(at, next)
		return pedigree.ParseFuzzy(words), next, true
	}
	return pedigree.Fuzzy{}, i, false
}

// vagueTimes are the times without a number that people say; they are kept as words.
var vagueTimes = phrases(`?|??|dk|unknown|age unknown|age not known|not known|age dk|don't know|doesn't know|before the war|after the war|during the war|in the war|
	young|very young|old|very old|old age|in old age|of old age|a long time ago|years ago|recently|last year|this year|middle age|middle aged|in middle age|elderly`)

// phrases is the set of the phrases between the bars.
func phrases(list string) map[string]bool {
	all := map[string]bool{}
	for _, phrase := range strings.Split(list, "|") {
		all[plain(phrase)] = true
	}
	return all
}
