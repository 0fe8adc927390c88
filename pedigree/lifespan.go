package pedigree

import "fmt"

// OldestAge is the highest age that is believed, in whole years. Above it, as below 0, an age is kept
// and drawn as said, reported by Validate, and never used in a number. The longest verified life is
// 122 years (J. Calment, 1875-1997; Gerontology Research Group).
const OldestAge = 125

// PlausibleAge reports whether some reading of an age lies between 0 and OldestAge years.
func PlausibleAge(age Fuzzy) bool {
	_, _, ok := age.Within(0, OldestAge)
	return ok
}

// AgeSaidOn is the day for which a living person's age is said: the person's own AsOf, else the
// family's; "" when unknown, which never means today.
func (f *Family) AgeSaidOn(p *Individual) Date {
	if p.AsOf != "" {
		return p.AsOf
	}
	return f.AsOf
}

// AgeReached is the age in whole years that a person reached: at death when deceased, else on
// AgeSaidOn. It is Age as said, and otherwise what birth and death, or birth and that day, allow.
// It is the zero Fuzzy when nothing plausible is known. A death of an unknown year bounds nothing.
func (f *Family) AgeReached(p *Individual) Fuzzy {
	if PlausibleAge(p.Age) {
		return p.Age
	}
	end := p.Died
	if p.Deceased != Yes {
		end = OnDate(f.AgeSaidOn(p))
		if f.AgeSaidOn(p) == "" {
			return Fuzzy{}
		}
	}
	age := yearsBetween(p.Born, end)
	if !PlausibleAge(age) {
		return Fuzzy{}
	}
	return age
}

// yearsBetween is the completed years from one fuzzy year or date to another: exact between two
// known days, else one less than the difference of the years is possible too.
func yearsBetween(from, to Fuzzy) Fuzzy {
	if years, ok := from.Date.AgeOn(to.Date); ok {
		return ExactYear(years)
	}
	var age Fuzzy
	if from.High.Known && to.Low.Known {
		age.Low = At(max(0, to.Low.Year-from.High.Year-1))
	}
	if from.Low.Known && to.High.Known {
		age.High = At(to.High.Year - from.Low.Year)
	}
	if age.Low.Known && age.High.Known && age.Low.Year > age.High.Year {
		return Fuzzy{}
	}
	age.Kind = age.kindOfBounds()
	return age
}

// BirthYears is the calendar years in which a person may have been born: those of Born, narrowed by
// the age where the day it was said for, or the year of death, is known. Where the two contradict
// each other it is Born alone; the zero Fuzzy is unknown.
func (f *Family) BirthYears(p *Individual) Fuzzy {
	byAge := f.bornByAge(p)
	if !p.Born.HasNumber() {
		return byAge
	}
	if !byAge.HasNumber() || p.Born.IsExact() {
		return p.Born
	}
	both := Fuzzy{Low: later(p.Born.Low, byAge.Low), High: earlier(p.Born.High, byAge.High)}
	if both.Low.Known && both.High.Known && both.Low.Year > both.High.Year {
		return p.Born
	}
	both.Kind = both.kindOfBounds()
	return both
}

// bornByAge is the calendar years of birth that the age allows: an age of N on a day, or at death in
// a year, leaves two of them.
func (f *Family) bornByAge(p *Individual) Fuzzy {
	if !PlausibleAge(p.Age) {
		return Fuzzy{}
	}
	end := p.Died
	if p.Deceased != Yes {
		year := f.AgeSaidOn(p).Year()
		if year == 0 {
			return Fuzzy{}
		}
		end = ExactYear(year)
	}
	var born Fuzzy
	if end.Low.Known && p.Age.High.Known {
		born.Low = At(end.Low.Year - p.Age.High.Year - 1)
	}
	if end.High.Known && p.Age.Low.Known {
		born.High = At(end.High.Year - p.Age.Low.Year)
	}
	born.Kind = born.kindOfBounds()
	return born
}

// later is the larger of two lower bounds; an open bound gives way.
func later(a, b Bound) Bound {
	if !a.Known || b.Known && b.Year > a.Year {
		return b
	}
	return a
}

// earlier is the smaller of two upper bounds; an open bound gives way.
func earlier(a, b Bound) Bound {
	if !a.Known || b.Known && b.Year < a.Year {
		return b
	}
	return a
}

// certainlyAbove reports that every reading of a lies above every reading of b.
func certainlyAbove(a, b Fuzzy) bool {
	return a.Low.Known && b.High.Known && a.Low.Year > b.High.Year
}

// ageByBirth is the age that the birth leaves on the day the age was said for, or at the death, and
// that day or year in words; the zero Fuzzy when it leaves every age open.
func (f *Family) ageByBirth(p *Individual) (age Fuzzy, when string) {
	if p.Deceased == Yes {
		return yearsBetween(p.Born, p.Died), "at death in " + p.Died.String()
	}
	on := f.AgeSaidOn(p)
	if on == "" {
		return Fuzzy{}, ""
	}
	return yearsBetween(p.Born, OnDate(on)), "on " + on.Prose()
}

// BirthAgainstAge says what cannot be about a birth and an age: "born 1952 and 66 on 21 November 2026
// cannot both be: 73 or 74". It is "" where some reading of the two fits, or either is not known.
func (f *Family) BirthAgainstAge(p *Individual) string {
	age, when := f.ageByBirth(p)
	if !PlausibleAge(p.Age) || !certainlyAbove(age, p.Age) && !certainlyAbove(p.Age, age) {
		return ""
	}
	return fmt.Sprintf("born %s and %s %s cannot both be: %s", saidDay(p.Born), p.Age, when, ageChoices(age))
}

// AfterAgeReached says what cannot be about an age at which something happened to somebody: "70 is
// after the death at 66", "70 is after the age reached, 66"; "" where it can be.
func (f *Family) AfterAgeReached(p *Individual, age Fuzzy) string {
	reached := f.AgeReached(p)
	switch {
	case !PlausibleAge(age) || !certainlyAbove(age, reached):
		return ""
	case p.IsDeceased():
		return age.String() + " is after the death at " + reached.String()
	}
	return age.String() + " is after the age reached, " + reached.String()
}

// saidDay is a birth as said, a full date in words.
func saidDay(f Fuzzy) string {
	if f.Date != "" {
		return f.Date.Prose()
	}
	return f.String()
}

// ageChoices is "73 or 74", "66 to 76", "34".
func ageChoices(age Fuzzy) string {
	switch {
	case age.Low.Known && age.High.Known && age.High.Year == age.Low.Year+1:
		return fmt.Sprintf("%d or %d", age.Low.Year, age.High.Year)
	case age.Low.Known && age.High.Known && age.High.Year > age.Low.Year:
		return fmt.Sprintf("%d to %d", age.Low.Year, age.High.Year)
	case age.High.Known && !age.Low.Known:
		return fmt.Sprintf("%d or less", age.High.Year)
	case age.Low.Known && !age.High.Known:
		return fmt.Sprintf("%d or more", age.Low.Year)
	}
	return age.String()
}
