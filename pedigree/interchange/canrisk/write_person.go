package canrisk

import (
	"slices"
	"strconv"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
	"kindred/pedigree/interchange/roster"
)

// personWriter fills one person's cells.
type personWriter struct {
	*writer
	person *pedigree.Individual
	cells  []string

	reached int // the age written; 0 is unknown
}

func (p *personWriter) note(kind listing.Kind, format string, args ...any) {
	p.notes.Add(kind, p.person.ID, 0, format, args...)
}

// name writes what CanRisk can hold of the name.
func (p *personWriter) name() {
	if p.person.Name == "" {
		return
	}
	short := plain(p.person.Name)
	short = short[:min(len(short), maxName)]
	if short == "" {
		short = "NA"
	}
	p.cells[name] = short
	if short != p.person.Name {
		p.note(listing.Changed, "the name %q is written as %s", listing.Clip(p.person.Name), short)
	}
}

// life writes target, death, age, year of birth and Ashkenazi origin.
func (p *personWriter) life() {
	if p.person.ID == p.target.ID {
		p.cells[target] = "1"
	}
	switch p.person.Deceased {
	case pedigree.Yes:
		p.cells[dead] = "1"
	case pedigree.DontKnow:
		p.note(listing.Assumed, "living or dead is not known: written as living")
	}
	p.writeAge()
	p.writeBirth()
	switch p.person.Ashkenazi {
	case pedigree.Yes:
		p.cells[ashkn] = "1"
	case pedigree.DontKnow:
		p.note(listing.Changed, "Ashkenazi origin is not known: written as 0")
	}
}

func (p *personWriter) writeAge() {
	said, reached := p.person.Age, p.family.AgeReached(p.person)
	if said.HasNumber() && !pedigree.PlausibleAge(said) {
		p.note(listing.Dropped, "an age of %s, which is not plausible", listing.Clip(said.String()))
	}
	years, ok := oneYear(reached, 0, maxAge)
	switch {
	case !ok && !said.IsZero() && !said.HasNumber():
		p.note(listing.Dropped, "the age %q, which has no number", listing.Clip(said.String()))
		return
	case !ok:
		return
	case years == 0:
		p.note(listing.Changed, "an age under one year is written as 0, which is CanRisk's unknown")
	case reached != said:
		p.note(listing.Assumed, "the age is written as %d, from the birth and %s", years, until(p.person))
	case !reached.IsExact():
		p.note(listing.Assumed, "the age, %s, is written as %d", listing.Clip(said.String()), years)
	}
	p.reached = years
	p.cells[age] = strconv.Itoa(years)
}

func until(p *pedigree.Individual) string {
	if p.Deceased == pedigree.Yes {
		return "the death"
	}
	return "the day the ages are said for"
}

func (p *personWriter) writeBirth() {
	said, years := p.person.Born, p.family.BirthYears(p.person)
	year, ok := oneYear(years, firstYear, lastYear)
	switch {
	case !ok && !said.IsZero():
		p.note(listing.Dropped, "the birth %q, which gives no year from %d", listing.Clip(said.String()), firstYear)
		return
	case !ok:
		return
	case !said.HasNumber():
		p.note(listing.Assumed, "the year of birth is written as %d, from the age", year)
	case !said.IsExact():
		p.note(listing.Assumed, "the birth, %s, is written as %d", listing.Clip(said.String()), year)
	case said.Date != "":
		p.note(listing.Changed, "the date of birth is written as its year")
	}
	p.cells[yob] = strconv.Itoa(year)
}

// noteIncomplete lists people whom CanRisk will leave out or refuse, since they look complete here.
func (p *personWriter) noteIncomplete() {
	switch {
	case p.cells[yob] != "0" && p.cells[age] != "0":
	case p.person.ID == p.target.ID:
		p.note(listing.Assumed, "the target's age or year of birth is not known: written as 0, which CanRisk refuses; enter it there")
	case p.cells[yob] == "0" && slices.ContainsFunc(p.cells[bc1:ashkn], func(cell string) bool { return cell != "0" }):
		p.note(listing.Assumed, "the year of birth is not known: written as 0, which CanRisk refuses in anyone with a cancer")
	}
}

// oneYear is the single year for a format that holds only one: the year itself, or the middle of the
// readings from low to high, rounded up (40s is 45, 1940s is 1945). An open end is taken as ten years
// from the other ("under 50" is 45).
func oneYear(f pedigree.Fuzzy, low, high int) (year int, ok bool) {
	from, to, ok := f.Within(low, high)
	if !ok {
		return 0, false
	}
	const span = 9
	switch {
	case !f.Low.Known:
		from = max(from, to-span)
	case !f.High.Known:
		to = min(to, from+span)
	}
	return from + (to-from+1)/2, true
}

// rest lists what else is recorded and has no place.
func (p *personWriter) rest() {
	for i := range p.person.Surgery {
		s := &p.person.Surgery[i]
		at := "an age not known"
		if !s.Age.IsZero() {
			at = listing.Clip(s.Age.String())
		}
		advice := ""
		if s.Reason != pedigree.ForTreatment {
			advice = "; for a risk-reducing operation CanRisk advises to give the age at it as the age: decide that there"
		}
		p.note(listing.Dropped, "surgery: %s at %s%s", listing.Clip(s.What), at, advice)
	}
	held := []string{
		"id", "name", "sex", "mother", "father", "other_parents", "deceased", "age", "as_of", "born",
		"diagnoses", "gene_tests", "surgery", "ashkenazi", "pregnancy", "count", "count_unknown", "well",
	}
	if p.person.ID == p.target.ID {
		held = append(held, "consultand", "proband", Key)
	}
	if len(p.person.Diagnoses) > 0 || p.person.Affected != pedigree.Yes {
		held = append(held, "affected")
	}
	roster.NoteRest(p.notes, p.person.ID, "", p.person, held...)
}
