package describe

import (
	"fmt"
	"strings"

	"kindred/pedigree"
)

// AtAge is the age at which something happened, as said: "at 49", "at about 70", "in her 40s",
// "before 50", "between 55 and 60", "at an age not known".
func AtAge(p *pedigree.Individual, age pedigree.Fuzzy) string {
	switch {
	case !age.HasNumber():
		return unreadAge(age, "at an age not known")
	case !pedigree.PlausibleAge(age):
		return "at an age recorded as " + age.String()
	case age.Kind == pedigree.Decade:
		return inDecade(p, age)
	case age.IsExact() || age.Kind == pedigree.About:
		return "at " + plainAge(age)
	case age.Low.Known && age.High.Known:
		return fmt.Sprintf("between %d and %d", age.Low.Year, age.High.Year)
	case age.High.Known:
		return fmt.Sprintf("before %d", age.High.Year+1)
	}
	return fmt.Sprintf("at %d or over", age.Low.Year)
}

// Aged is the age that a living person has reached: "42", "about 60", "in their 40s", "under 50".
func Aged(p *pedigree.Individual, age pedigree.Fuzzy) string {
	switch {
	case !age.HasNumber():
		return unreadAge(age, "age not known")
	case !pedigree.PlausibleAge(age):
		return "age recorded as " + age.String()
	case age.Kind == pedigree.Decade:
		return inDecade(p, age)
	case age.IsExact() || age.Kind == pedigree.About:
		return plainAge(age)
	case age.Low.Known && age.High.Known:
		return fmt.Sprintf("%d to %d", age.Low.Year, age.High.Year)
	case age.High.Known:
		return fmt.Sprintf("under %d", age.High.Year+1)
	}
	return fmt.Sprintf("%d or over", age.Low.Year)
}

// unreadAge keeps words that no bounds could be read from: nothing said is lost.
func unreadAge(age pedigree.Fuzzy, unknown string) string {
	if strings.Trim(age.Words, " ?") == "" {
		return unknown
	}
	return unknown + ` ("` + age.Words + `")`
}

// plainAge is an exact age as a number, except for a baby's, of which the words say more; and "about
// 70" in words.
func plainAge(age pedigree.Fuzzy) string {
	switch {
	case age.Kind == pedigree.About && age.High.Year-age.Low.Year == 10:
		return fmt.Sprintf("about %d", age.High.Year-5)
	case age.Kind == pedigree.About, age.Low.Year == 0:
		return age.String()
	}
	return fmt.Sprint(age.Low.Year)
}

// inDecade is "in her early 40s" for any way of saying so: "40s", "in her early forties".
func inDecade(p *pedigree.Individual, age pedigree.Fuzzy) string {
	words := strings.TrimPrefix(age.String(), "in ")
	switch {
	case strings.HasPrefix(words, "as "):
		return words
	case strings.HasSuffix(words, "birth"), strings.HasPrefix(words, "neo"), strings.HasPrefix(words, "newborn"):
		return "at birth"
	}
	for _, whose := range []string{"her ", "his ", "their ", "the ", "my "} {
		words = strings.TrimPrefix(words, whose)
	}
	if strings.HasSuffix(words, "childhood") || strings.HasSuffix(words, "infancy") {
		return "in " + words
	}
	return "in " + possessive(p) + " " + words
}

// InYear is a calendar year or day as said: "in 1950", "on 14 March 1984", "in the 1950s".
func InYear(year pedigree.Fuzzy) string {
	switch {
	case year.Date != "":
		return "on " + year.Date.Prose()
	case !year.HasNumber():
		return unreadAge(year, "in a year not known")
	case year.Kind == pedigree.Decade:
		return "in the " + strings.TrimPrefix(strings.TrimPrefix(year.String(), "in "), "the ")
	case year.Kind == pedigree.About && year.High.Year-year.Low.Year == 10:
		return fmt.Sprintf("about %d", year.High.Year-5)
	case year.IsExact():
		return fmt.Sprintf("in %d", year.Low.Year)
	case year.Low.Known && year.High.Known:
		return fmt.Sprintf("between %d and %d", year.Low.Year, year.High.Year)
	case year.High.Known:
		return fmt.Sprintf("before %d", year.High.Year+1)
	}
	return fmt.Sprintf("in %d or after", year.Low.Year)
}

// possessive follows gender where it is given, as the relationship does.
func possessive(p *pedigree.Individual) string {
	switch {
	case p.Gender == pedigree.Woman, p.Gender == "" && p.Sex == pedigree.Female:
		return "her"
	case p.Gender == pedigree.Man, p.Gender == "" && p.Sex == pedigree.Male:
		return "his"
	}
	return "their"
}
