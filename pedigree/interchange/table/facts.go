package table

import (
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/entry/facts"
	"kindred/pedigree/interchange/listing"
)

// person is one row about to become facts.
type person struct {
	*table
	*pedigree.Individual
	row  row
	told pedigree.Provenance
}

// facts writes everything that a row says about a person.
func (t *table) facts(p *pedigree.Individual, r row) {
	x := &person{table: t, Individual: p, row: r, told: pedigree.Provenance{ToldBy: t.get(r, toldBy)}}
	if x.told.ToldBy != "" {
		p.Source = x.told
	}
	if said := x.get(name); said != "" && !p.IsGroup() {
		p.Name = said
	}
	p.FamilyName, p.BirthName = x.get(familyName), x.get(birthName)
	x.sex()
	x.death()
	x.life()
	x.cancers()
	for _, c := range []column{tests, operations} {
		for _, at := range t.header.at(c) {
			x.say(r.cell(at), t.header.names[at])
		}
	}
	x.origin()
	for i, cell := range r.cells {
		switch {
		case cell == "":
		case t.header.is[i] == notes:
			x.note(cell)
		case t.header.is[i] == unknown:
			x.note(t.header.names[i] + ": " + cell)
		}
	}
}

func (x *person) get(c column) string { return x.table.get(x.row, c) }

func (x *person) note(words string) {
	if words != "" && !slices.Contains(x.Notes, words) {
		x.Notes = append(x.Notes, words)
	}
}

// keep makes a note of words in a column that says something else, and lists that.
func (x *person) keep(heading, words string) {
	x.note(heading + ": " + words)
	x.notes.Add(listing.Changed, x.ID, x.row.number, "%s %q is kept as a note", strings.ToLower(heading), listing.Clip(words))
}

// heading is the name of the first column of a kind.
func (x *person) heading(c column) string { return x.header.names[x.header.at(c)[0]] }

// say reads words as the facts of an entry line. What is not understood is a note under the heading.
func (x *person) say(words, heading string) {
	switch strings.ToLower(words) {
	case "", "-", "n/a", "na":
		return
	case "?", "unknown", "not known", "don't know":
		words = "dk"
	case "no", "n", "nil", "none known", "no cancer":
		words = "none"
	}
	reading := facts.Parse(words, facts.WhoIs(x.Individual))
	for _, n := range reading.Notes {
		x.keep(heading, n.Words)
	}
	for _, ask := range reading.Asks {
		x.notes.Add(listing.Assumed, x.ID, x.row.number, "%s %q leaves open: %s", strings.ToLower(heading), listing.Clip(words), ask.Words)
	}
	reading.Notes = nil
	before := x.plainFacts()
	reading.Apply(x.Individual, x.told, nil)
	if x.restore(before) {
		x.keep(heading, words)
	}
}

// plainFacts are the facts of which a person has one each.
type plainFacts struct {
	age, born, died pedigree.Fuzzy
	deceased        pedigree.Answer
	cause, name     string
	sex             pedigree.Sex
	gender          pedigree.Gender
}

func (x *person) plainFacts() plainFacts {
	return plainFacts{x.Age, x.Born, x.Died, x.Deceased, x.CauseOfDeath, x.Name, x.Sex, x.Gender}
}

// restore puts back what was there before a cell of another column was read, and reports whether that
// said otherwise: no column changes what another one is for.
func (x *person) restore(was plainFacts) (differed bool) {
	for _, d := range []bool{
		keepFirst(&x.Age, was.age), keepFirst(&x.Born, was.born), keepFirst(&x.Died, was.died), keepFirst(&x.Deceased, was.deceased),
		keepFirst(&x.CauseOfDeath, was.cause), keepFirst(&x.Name, was.name), keepFirst(&x.Sex, was.sex), keepFirst(&x.Gender, was.gender),
	} {
		differed = differed || d
	}
	return differed
}

func keepFirst[T comparable](now *T, was T) (differed bool) {
	var none T
	if was == none || *now == was {
		return false
	}
	*now = was
	return true
}

// yesOrNo reads a cell that ticks something.
func yesOrNo(cell string) (yes, said bool) {
	switch strings.ToLower(cell) {
	case "y", "yes", "true", "1", "x", "✓", "✔":
		return true, true
	case "n", "no", "false", "0":
		return false, true
	}
	return false, false
}

// sexes are the words for sex assigned at birth.
var sexes = map[string]pedigree.Sex{
	"f": pedigree.Female, "female": pedigree.Female, "woman": pedigree.Female, "girl": pedigree.Female, "2": pedigree.Female,
	"m": pedigree.Male, "male": pedigree.Male, "man": pedigree.Male, "boy": pedigree.Male, "1": pedigree.Male,
	"u": pedigree.SexUnknown, "unknown": pedigree.SexUnknown, "?": pedigree.SexUnknown, "0": pedigree.SexUnknown, "3": pedigree.SexUnknown,
}

// genders are the words that only a gender has.
var genders = map[string]pedigree.Gender{
	"nonbinary": pedigree.NonBinary, "non-binary": pedigree.NonBinary, "non binary": pedigree.NonBinary, "nb": pedigree.NonBinary,
}

// sex reads both columns: in a spreadsheet "gender" mostly means the sex. A sex that contradicts the
// relation is a note.
func (x *person) sex() {
	for _, c := range []column{sex, gender} {
		said := x.get(c)
		if said == "" {
			continue
		}
		word := strings.ToLower(said)
		if g, ok := genders[word]; ok {
			x.Gender = g
			continue
		}
		s, ok := sexes[word]
		known := x.Sex == pedigree.Female || x.Sex == pedigree.Male
		switch {
		case !ok || known && s != pedigree.SexUnknown && s != x.Sex:
			x.keep(x.heading(c), said)
		case !known:
			x.Sex = s
			if c == gender && s != pedigree.SexUnknown {
				x.notes.Add(listing.Assumed, x.ID, x.row.number, "%s %q read as the sex assigned at birth", strings.ToLower(x.heading(c)), said)
			}
		}
	}
}

// origin reads ancestry, and the plain mark of somebody affected.
func (x *person) origin() {
	if said := x.get(ancestry); said != "" {
		x.Ancestry = parts(said)
		if strings.Contains(strings.ToLower(said), "ashkenazi") {
			x.Ashkenazi = pedigree.Yes
		}
	}
	if said := x.get(affected); said != "" {
		yes, ok := yesOrNo(said)
		switch {
		case ok:
			x.Affected = pedigree.Of(yes)
		case said == "2" || strings.EqualFold(said, "affected"):
			x.Affected = pedigree.Yes
		case strings.EqualFold(said, "unaffected"):
			x.Affected = pedigree.No
		default:
			x.keep(x.heading(affected), said)
		}
	}
}
