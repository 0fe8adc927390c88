package table

import (
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
)

// deaths are the words that say whether somebody is alive.
var deaths = map[string]pedigree.Answer{
	"alive": pedigree.No, "living": pedigree.No, "a": pedigree.No, "a&w": pedigree.No, "alive and well": pedigree.No,
	"dead": pedigree.Yes, "deceased": pedigree.Yes, "died": pedigree.Yes, "d": pedigree.Yes, "passed away": pedigree.Yes,
	"?": pedigree.DontKnow, "unknown": pedigree.DontKnow, "not known": pedigree.DontKnow, "dk": pedigree.DontKnow,
}

// death reads the columns that say whether and when somebody died. Of two that differ the first holds.
func (x *person) death() {
	for _, c := range []column{alive, deceased} {
		said := x.get(c)
		if said == "" {
			continue
		}
		answer, ok := deaths[strings.ToLower(said)]
		if yes, ticked := yesOrNo(said); ticked {
			answer, ok = pedigree.Of(yes == (c == deceased)), true
		}
		switch {
		case !ok:
			x.diedAs(said, x.heading(c))
		case x.Deceased != pedigree.NotAsked && x.Deceased != answer:
			x.keep(x.heading(c), said)
		default:
			x.Deceased = answer
		}
	}
	for _, c := range []column{died, diedOn} {
		if said := x.get(c); said != "" && !nothing(said) {
			x.diedAs(said, x.heading(c))
		}
	}
	if said := x.get(cause); said != "" && !nothing(said) {
		if x.Deceased == pedigree.No || x.CauseOfDeath != "" {
			x.keep(x.heading(cause), said)
			return
		}
		x.CauseOfDeath, x.Deceased = said, pedigree.Yes
	}
}

// nothing reports the marks for an empty cell.
func nothing(cell string) bool {
	switch strings.ToLower(cell) {
	case "-", "--", "n/a", "na", ".", "/":
		return true
	}
	return false
}

// diedAs reads when somebody died: an age, a year, or words for the entry line ("58 of a stroke").
func (x *person) diedAs(said, heading string) {
	if rest, dead := cutDeath(said); dead {
		said = rest
	}
	when := pedigree.ParseFuzzy(said)
	switch {
	case x.Deceased == pedigree.No:
		x.keep(heading, said)
	case when.IsYear() && x.Died.IsZero():
		x.Deceased, x.Died = pedigree.Yes, when
	case when.HasNumber() && !when.IsYear() && x.Age.IsZero():
		x.Deceased, x.Age = pedigree.Yes, when
	case !when.HasNumber() && strings.ContainsAny(said, "0123456789"):
		x.say("d "+said, heading)
	default:
		x.keep(heading, said)
	}
}

// cutDeath takes a word for death off the age or year behind it: "d 70", "died 1998".
func cutDeath(said string) (rest string, dead bool) {
	word, rest, more := strings.Cut(strings.Replace(said, ".", " ", 1), " ")
	rest = strings.TrimSpace(rest)
	if word = strings.ToLower(word); !more || rest == "" || deaths[word] != pedigree.Yes && word != "dec" && word != "†" {
		return said, false
	}
	return strings.TrimSpace(strings.TrimPrefix(rest, "at ")), true
}

// life reads age and birth; a year under "age" is the birth, and an age under "born" the age.
func (x *person) life() {
	for _, c := range []column{born, age} {
		said := x.get(c)
		if said == "" || nothing(said) {
			continue
		}
		if rest, dead := cutDeath(said); dead && c == age { // "d 70"
			x.diedAs(rest, x.heading(c))
			continue
		}
		value := pedigree.ParseFuzzy(said)
		if !value.HasNumber() && strings.ContainsAny(said, "0123456789") { // "d. 58 stroke"
			x.say(said, x.heading(c))
			continue
		}
		if c == age && value.Date != "" { // a spreadsheet makes a date of "3-5"
			x.keep(x.heading(c), said)
			continue
		}
		year := value.IsYear() || !value.HasNumber() && c == born
		switch {
		case year && x.Born.IsZero():
			x.Born = value
		case !year && x.Age.IsZero():
			x.Age = value
			if x.IsDeceased() {
				x.notes.Add(listing.Assumed, x.ID, x.row.number, "%s %q read as the age at death", strings.ToLower(x.heading(c)), listing.Clip(said))
			}
		case year && x.Born != value, !year && x.Age != value:
			x.keep(x.heading(c), said)
		}
	}
}
