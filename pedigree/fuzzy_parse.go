package pedigree

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	fuzzyNumber  = regexp.MustCompile(`^(\d{1,4})$`)
	fuzzyRoughly = regexp.MustCompile(`^(?:~|about |around |roughly )\s*`)
	fuzzyAbout   = regexp.MustCompile(`^(?:~|\?|c\.?|ca\.?|circa|about|around|approx\.?|roughly|perhaps|maybe)\s*(\d{1,4})$`)
	fuzzyDecade  = regexp.MustCompile(`^(?:in )?(?:her |his |their |the |my )?(early[- ](?:to[- ]mid[- ])?|mid[- ](?:to[- ]late[- ])?|middle |late[- ])?(\d{1,3}0)'?s$`)
	fuzzyDecades = regexp.MustCompile(`^(?:in )?(?:her |his |their |the |my )?(\d{1,3}0)'?s\s*(?:-|–|/|to|or|and)\s*(\d{1,3}0)'?s$`)
	fuzzyBetween = regexp.MustCompile(`^(?:between )?(\d{1,4})\s*(?:-|–|to|and|or)\s*(\d{1,4})$`)
	fuzzyBefore  = regexp.MustCompile(`^(?:<|under|before|below|less than)\s*(\d{1,4})$`)
	fuzzyAfter   = regexp.MustCompile(`^(?:>|over|after|above|more than)\s*(\d{1,4})$`)
	fuzzyAtLeast = regexp.MustCompile(`^(?:≥|>=|at least )?\s*(\d{1,4})\s*(\+)?$`)
	fuzzyAtMost  = regexp.MustCompile(`^(?:≤|<=|at most|by)\s*(\d{1,4})$`)
	fuzzyIsh     = regexp.MustCompile(`^(\d{1,4})(?:[- ]?(?:ish|or so)|\?)$`)
	fuzzyTeens   = regexp.MustCompile(`^(?:in )?(?:her |his |their |the |my )?(early |mid[- ]|late )?(?:teens|adolescence)$`)
	fuzzyChild   = regexp.MustCompile(`^(?:in |early |during )*(?:her |his |their |my )?(?:childhood|as a child|a child)$`)
	fuzzyInfant  = regexp.MustCompile(`^(?:in )?(?:infancy|as a baby|as an infant|a baby|an infant)$`)
	fuzzyAtBirth = regexp.MustCompile(`^(?:at birth|newborn|neonatal|soon after birth)$`)
	fuzzyYears   = regexp.MustCompile(`^(.*\d\+?)\s*-?(?:y|yo|yr|yrs|years?|years? old|y/o|yrs old)$`)
	fuzzyMonths  = regexp.MustCompile(`^(\d{1,2})/12$`)
	fuzzyBaby    = regexp.MustCompile(`^(\d{1,2})\s*(?:d|days?|w|wks?|weeks?|m|mths?|months?)(?: old)?$`)
	fuzzyPrefix  = regexp.MustCompile(`^(?:aged?|b\.?|born|d\.?|died|in)\s+`)
)

var fourDigits = regexp.MustCompile(`\d{4}`)

// dateLayouts are the ways an English clinic writes a day; two-digit years are not read, because
// 3/4/52 leaves the century open.
var dateLayouts = []string{
	"2006-01-02", "02/01/2006", "2/1/2006", "02.01.2006", "2 January 2006", "2 Jan 2006",
	"02-Jan-2006", "2-Jan-2006", "January 2, 2006",
}

// monthLayouts are the ways of saying a month: a year is read, the words keep the rest.
var monthLayouts = []string{"January 2006", "Jan 2006", "Jan-2006", "01/2006", "2006-01"}

// decadeWords are decades of life in words; "forties" is an age, never the 1940s.
var decadeWords = strings.NewReplacer("twenties", "20s", "thirties", "30s", "forties", "40s", "fifties", "50s",
	"sixties", "60s", "seventies", "70s", "eighties", "80s", "nineties", "90s")

// ParseFuzzy reads an age, year or date as said ("66", "~60", "about 60", "40s", "early 70s",
// "55-60", "<50", ">70", "1950s", "14 Mar 1984"). "About N" is N-5 to N+5; "early" is the first
// four years of a decade, "mid" the middle three, "late" the last three, of the teens 13-15, 14-17 and
// 17-19; childhood is 0-17 and infancy 0-1; "8 weeks" is the age 0, and "18 months" and "18/12" the age 1. Words that are not understood are kept whole, with both bounds open
// and the kind "unknown": nothing said is lost.
func ParseFuzzy(words string) Fuzzy {
	said := strings.TrimSpace(strings.ToValidUTF8(words, "\uFFFD"))
	if said == "" {
		return Fuzzy{}
	}
	f := Fuzzy{Words: said, Kind: UnknownKind}
	if fuzzyNumber.MatchString(said) {
		return f.between(Exact, number(said), number(said))
	}
	if dated, ok := f.dated(); ok {
		return dated
	}
	s := decadeWords.Replace(fuzzyPrefix.ReplaceAllString(strings.ToLower(said), ""))
	if m := fuzzyYears.FindStringSubmatch(s); m != nil {
		s = m[1] // "66 yrs", "about 60 years", "50s" untouched
	}
	if m := fuzzyNumber.FindStringSubmatch(s); m != nil {
		return f.between(Exact, number(m[1]), number(m[1]))
	}
	if m := fuzzyAbout.FindStringSubmatch(s); m != nil {
		n := number(m[1])
		return f.between(About, max(0, n-5), n+5)
	}
	if m := fuzzyIsh.FindStringSubmatch(s); m != nil {
		n := number(m[1])
		return f.between(About, max(0, n-5), n+5)
	}
	if low, high, ok := timeOfLife(s); ok {
		return f.between(Decade, low, high)
	}
	if m := fuzzyMonths.FindStringSubmatch(s); m != nil {
		return f.between(Exact, number(m[1])/12, number(m[1])/12)
	}
	if m := fuzzyBaby.FindStringSubmatch(s); m != nil {
		years := 0
		if strings.Contains(s, "m") {
			years = number(m[1]) / 12
		}
		return f.between(Exact, years, years)
	}
	if m := fuzzyDecade.FindStringSubmatch(fuzzyRoughly.ReplaceAllString(s, "")); m != nil { // "~50s" is as wide as "50s"
		low, high := withinDecade(number(m[2]), m[1])
		return f.between(Decade, low, high)
	}
	if m := fuzzyDecades.FindStringSubmatch(s); m != nil && number(m[1]) <= number(m[2]) {
		return f.between(Between, number(m[1]), number(m[2])+9)
	}
	if m := fuzzyBetween.FindStringSubmatch(s); m != nil {
		if low, high := number(m[1]), number(m[2]); low <= high {
			return f.between(Between, low, high)
		}
		return f
	}
	if m := fuzzyBefore.FindStringSubmatch(s); m != nil {
		f.Kind, f.High = Before, At(number(m[1])-1)
		return f
	}
	if m := fuzzyAtMost.FindStringSubmatch(s); m != nil {
		f.Kind, f.High = Before, At(number(m[1]))
		return f
	}
	if m := fuzzyAfter.FindStringSubmatch(s); m != nil {
		f.Kind, f.Low = After, At(number(m[1])+1)
		return f
	}
	if m := fuzzyAtLeast.FindStringSubmatch(s); m != nil {
		f.Kind, f.Low = After, At(number(m[1]))
		return f
	}
	return f
}

// dated reads the words as a day or a month of a year.
func (f Fuzzy) dated() (Fuzzy, bool) {
	if !fourDigits.MatchString(f.Words) {
		return f, false // every layout says the year
	}
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, f.Words); err == nil {
			f = f.between(Exact, t.Year(), t.Year())
			f.Date = DateOf(t)
			return f, true
		}
	}
	for _, layout := range monthLayouts {
		if t, err := time.Parse(layout, f.Words); err == nil {
			return f.between(Exact, t.Year(), t.Year()), true
		}
	}
	return f, false
}

// withinDecade is the years of "early", "mid" and "late" in a decade, and of "early to mid".
func withinDecade(decade int, part string) (low, high int) {
	switch {
	case strings.HasPrefix(part, "early") && strings.Contains(part, "mid"):
		return decade, decade + 6
	case strings.HasPrefix(part, "early"):
		return decade, decade + 3
	case strings.HasPrefix(part, "mid") && strings.Contains(part, "late"):
		return decade + 4, decade + 9
	case strings.HasPrefix(part, "mid"):
		return decade + 4, decade + 6
	case strings.HasPrefix(part, "late"):
		return decade + 7, decade + 9
	}
	return decade, decade + 9
}

// timeOfLife is the years of age of "teens", "childhood", "infancy" and "at birth".
func timeOfLife(s string) (low, high int, ok bool) {
	if m := fuzzyTeens.FindStringSubmatch(s); m != nil {
		switch {
		case strings.HasPrefix(m[1], "early"):
			return 13, 15, true
		case strings.HasPrefix(m[1], "mid"):
			return 14, 17, true
		case strings.HasPrefix(m[1], "late"):
			return 17, 19, true
		}
		return 13, 19, true
	}
	switch {
	case fuzzyAtBirth.MatchString(s):
		return 0, 0, true
	case fuzzyInfant.MatchString(s):
		return 0, 1, true
	case fuzzyChild.MatchString(s):
		return 0, 17, true
	}
	return 0, 0, false
}

func (f Fuzzy) between(kind FuzzyKind, low, high int) Fuzzy {
	f.Kind, f.Low, f.High = kind, At(low), At(high)
	return f
}

// number reads at most four digits, which the patterns above have checked.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
