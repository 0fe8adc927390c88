// Package describe says a family, or one person in it, in plain sentences: for pasting into another
// record, for the card beside the drawing and for reading aloud. It names people, so its words stay
// in the clinic.
package describe

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"kindred/pedigree"
)

// Family is the history in sentences, one person a line, from the point of view of the subject (the
// consultand, else the proband, else nobody), who comes first.
func Family(f *pedigree.Family) []string {
	head := "Family"
	if f.Name != "" {
		head += " " + f.Name
	}
	if f.AsOf != "" {
		head += ", as of " + f.AsOf.Prose()
	}
	if f.Informant != "" {
		head += ", told by " + f.Informant
	}
	lines := []string{head + "."}
	var to pedigree.ID
	if subject := f.Subject(); subject != nil {
		to = subject.ID
		lines = append(lines, Person(f, to, ""))
	}
	for i := range f.Individuals {
		if id := f.Individuals[i].ID; id != to {
			lines = append(lines, Person(f, id, to))
		}
	}
	for _, note := range f.Notes {
		lines = append(lines, "Note: "+note)
	}
	return lines
}

// Person is one person in a sentence: "Maternal aunt Joan, 66, breast cancer at 49 (confirmed)." The
// relationship is to the person to, and left out when to is empty; "" for an id nobody has. A fact
// that was told for one patient only is marked, because a pasted sentence leaves its record.
func Person(f *pedigree.Family, id, to pedigree.ID) string {
	p := f.Individual(id)
	if p == nil {
		return ""
	}
	parts := append([]string{Capital(who(f, p, to))}, life(p)...)
	for i, words := range Diagnoses(p) {
		parts = append(parts, marked(words, p.Diagnoses[i].Source))
	}
	if len(p.Diagnoses) == 0 && p.Affected == pedigree.Yes {
		parts = append(parts, "affected")
	}
	for i, words := range Tests(p) {
		parts = append(parts, marked(words, p.GeneTests[i].Source))
	}
	for i, words := range Carriers(p) {
		parts = append(parts, marked(words, p.Carrier[i].Source))
	}
	for i, words := range Surgery(p) {
		parts = append(parts, marked(words, p.Surgery[i].Source))
	}
	parts = append(parts, origins(p)...)
	parts = append(parts, states(p)...)
	for _, note := range p.Notes {
		parts = append(parts, "note: "+note)
	}
	return marked(strings.Join(parts, ", "), p.Source) + "."
}

// who is the relationship and the name, or whatever of the two there is.
func who(f *pedigree.Family, p *pedigree.Individual, to pedigree.ID) string {
	var words string
	switch {
	case to == "":
		words = f.Called(p.ID)
		if p.Consultand {
			words += ", the consultand"
		} else if p.Proband {
			words += ", the proband"
		}
	default:
		r := f.Relationship(to, p.ID)
		words = r.Words
		switch unrelated := !r.IsBlood() && strings.Contains(words, "related"); {
		case unrelated && p.Name == "":
			words = f.Called(p.ID) + ", " + words
		case unrelated:
			words = f.Called(p.ID) + " (" + words + ")"
		default:
			words = strings.TrimSpace(words + " " + p.Name)
		}
	}
	switch {
	case p.CountUnknown:
		words += " (a number of people)"
	case p.Count > 1:
		words += fmt.Sprintf(" (%d people)", p.Count)
	}
	switch p.Adopted {
	case pedigree.AdoptedIn:
		words += ", adopted into the family"
	case pedigree.AdoptedOut:
		words += ", adopted out of the family"
	}
	return words
}

// life is age, death and birth, or what became of a pregnancy.
func life(p *pedigree.Individual) []string {
	if g := p.Pregnancy; g != nil {
		words := string(g.Kind)
		if g.Kind == pedigree.Ongoing {
			words = "pregnancy"
		}
		if !g.Weeks.IsZero() {
			words += " at " + strings.TrimSuffix(g.Weeks.String(), " weeks") + " weeks"
		}
		if !g.Due.IsZero() {
			words += ", due " + g.Due.String()
		}
		return []string{words}
	}
	var parts []string
	if p.IsDeceased() {
		death := "died"
		switch {
		case !p.Age.IsZero():
			death += " " + AtAge(p, p.Age)
		case !p.Died.IsZero():
			death += " " + InYear(p.Died)
		}
		if p.CauseOfDeath != "" {
			death += " of " + p.CauseOfDeath
		}
		parts = append(parts, death)
	} else if !p.Age.IsZero() {
		parts = append(parts, Aged(p, p.Age))
	}
	if !p.Born.IsZero() {
		parts = append(parts, "born "+InYear(p.Born))
	}
	return parts
}

func marked(words string, source pedigree.Provenance) string {
	if source.Use == pedigree.ThisPatientOnly {
		return words + " [told in confidence]"
	}
	return words
}

// Counted is a number with its word: "1 person", "3 people".
func Counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// Capital begins a sentence: the first letter, accents included, as a capital.
func Capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
