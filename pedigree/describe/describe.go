// Package describe says a family, or one person in it, in plain sentences: for pasting into another
// record, for the card beside the drawing and for reading aloud. It names people, so its words stay
// in the clinic.
package describe

import (
	"fmt"
	"strings"

	"kindred/pedigree"
)

// Family is the history in sentences, one person a line, from the point of view of the subject (the
// consultand, else the proband, else nobody).
func Family(f *pedigree.Family) []string {
	var lines []string
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
	lines = append(lines, head+".")
	subject := f.Subject()
	if subject != nil {
		lines = append(lines, Person(f, subject.ID, ""))
	}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		if subject == nil {
			lines = append(lines, Person(f, p.ID, ""))
		} else if p.ID != subject.ID {
			lines = append(lines, Person(f, p.ID, subject.ID))
		}
	}
	return lines
}

// Person is one person in a sentence: "Maternal aunt Joan, 66, breast cancer at 49 (confirmed)." The
// relationship is to the person to, and left out when to is empty.
func Person(f *pedigree.Family, id, to pedigree.ID) string {
	p := f.Individual(id)
	if p == nil {
		return ""
	}
	who := p.Name
	if to != "" {
		who = strings.TrimSpace(f.Relationship(id, to).Words + " " + p.Name)
	}
	if who == "" {
		who = sexWord(p)
	}
	if p.CountUnknown {
		who += " (a number of people)"
	} else if p.Count > 1 {
		who += fmt.Sprintf(" (%d people)", p.Count)
	}
	parts := append([]string{capital(who)}, life(p)...)
	parts = append(parts, Diagnoses(p)...)
	parts = append(parts, Tests(p)...)
	for _, s := range p.Surgery {
		parts = append(parts, said(s.What, s.Age))
	}
	if p.NoDetails {
		parts = append(parts, "no details known")
	} else if p.Well == pedigree.Yes {
		parts = append(parts, "well")
	}
	return strings.Join(parts, ", ") + "."
}

// life is age, death, pregnancy.
func life(p *pedigree.Individual) []string {
	var parts []string
	if g := p.Pregnancy; g != nil {
		words := string(g.Kind)
		if g.Kind == pedigree.Ongoing {
			words = "pregnancy"
		}
		if !g.Weeks.IsZero() {
			words += " at " + strings.TrimSuffix(g.Weeks.String(), " weeks") + " weeks"
		}
		return append(parts, words)
	}
	switch {
	case p.IsDeceased() && !p.Age.IsZero():
		parts = append(parts, "died at "+p.Age.String())
	case p.IsDeceased() && !p.Died.IsZero():
		parts = append(parts, "died "+p.Died.String())
	case p.IsDeceased():
		parts = append(parts, "died")
	case !p.Age.IsZero():
		parts = append(parts, p.Age.String())
	}
	if p.CauseOfDeath != "" {
		parts = append(parts, "of "+p.CauseOfDeath)
	}
	if !p.Born.IsZero() {
		parts = append(parts, "born "+p.Born.String())
	}
	return parts
}

// Diagnoses are a person's diagnoses in words, with their confirmation.
func Diagnoses(p *pedigree.Individual) []string {
	var parts []string
	for i := range p.Diagnoses {
		d := &p.Diagnoses[i]
		words := string(d.Site)
		if d.Site.IsCancer() && d.Site != pedigree.UnknownPrimary && !strings.HasSuffix(words, "oma") && !strings.HasSuffix(words, "aemia") {
			words += " cancer"
		}
		if d.Behaviour == pedigree.InSitu || d.Behaviour == pedigree.Borderline {
			words += " (" + string(d.Behaviour) + ")"
		}
		if d.Certainty == pedigree.Possible {
			words = "possible " + words
		}
		if d.Secondary {
			words += " (spread or recurrence)"
		}
		if d.Side == pedigree.Left || d.Side == pedigree.Right {
			words = string(d.Side) + " " + words
		}
		status := d.Status
		if status == "" {
			status = pedigree.Reported
		}
		parts = append(parts, said(words, d.Age)+" ("+string(status)+")")
	}
	return parts
}

// Tests are a person's gene tests in words, with scope, sample and whether the report was seen.
func Tests(p *pedigree.Individual) []string {
	var parts []string
	for i := range p.GeneTests {
		t := &p.GeneTests[i]
		words := t.Gene
		switch t.Result {
		case pedigree.Positive, pedigree.Negative, pedigree.Uncertain:
			words += " " + string(t.Result)
		default:
			words += " tested, result not known"
		}
		var about []string
		if t.Scope == pedigree.ScopeUnknown || t.Scope == "" {
			if t.Result == pedigree.Negative {
				about = append(about, "extent of the test not known")
			}
		} else {
			about = append(about, string(t.Scope))
		}
		if t.Sample == pedigree.Tumour {
			about = append(about, "tumour")
		}
		if t.ReportSeen == pedigree.Yes {
			about = append(about, "report seen")
		} else {
			about = append(about, "report not seen")
		}
		parts = append(parts, words+" ("+strings.Join(about, ", ")+")")
	}
	return parts
}

func said(what string, age pedigree.Fuzzy) string {
	switch {
	case age.IsZero():
		return what
	case age.Kind == pedigree.UnknownKind:
		return what + ", age not known"
	}
	return what + " at " + age.String()
}

func sexWord(p *pedigree.Individual) string {
	switch p.Sex {
	case pedigree.Female:
		return "a woman"
	case pedigree.Male:
		return "a man"
	}
	return "a person"
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
