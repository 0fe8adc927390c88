package letter

import (
	"slices"
	"strings"
	"unicode"

	"kindred/pedigree"
)

// notKnown is what stands in the place of a missing identifier (NHS user interface standard, PAB-0019).
const notKnown = "Not known"

func born(day pedigree.Fuzzy) string {
	switch {
	case day.Date != "":
		return day.Date.Clinical()
	case day.IsZero(), day.Kind == pedigree.UnknownKind:
		return notKnown
	}
	return day.String()
}

// addressee is the name and the address, a line each.
func addressee(p *pedigree.Patient) []string {
	name := strings.Join(strings.Fields(p.Title+" "+p.GivenName+" "+p.FamilyName), " ")
	lines := append([]string{name}, p.Address...)
	return slices.DeleteFunc(lines, func(l string) bool { return strings.TrimSpace(l) == "" })
}

// contact is whom the patient can ask, and how.
func contact(s Service, by Signatory) string {
	who := by.Name
	if who == "" {
		who = "the team"
	}
	switch {
	case s.Phone != "" && s.Email != "":
		return who + " on " + s.Phone + " or at " + s.Email
	case s.Phone != "":
		return who + " on " + s.Phone
	case s.Email != "":
		return who + " at " + s.Email
	}
	return who
}

// copies is the patient's own GP, unless the patient declined copies.
func copies(p *pedigree.Patient) []string {
	gp := slices.DeleteFunc([]string{p.GPName, p.GPPractice}, func(s string) bool { return s == "" })
	if len(gp) == 0 || p.CopyLetters == pedigree.CopyNo {
		return nil
	}
	return []string{strings.Join(gp, ", ")}
}

// names lists the words by which relatives who have not agreed to be named are known.
func names(f *pedigree.Family, patient *pedigree.Patient) []string {
	own := wordsOf(patient.GivenName + " " + patient.FamilyName + " " + patient.BirthName)
	var list []string
	for i := range f.Individuals {
		p := &f.Individuals[i]
		if p.ID == patient.Individual || p.MayBe(pedigree.ConsentName, patient.ID) {
			continue
		}
		for _, word := range wordsOf(p.Name) {
			if len(word) > 1 && !slices.Contains(own, word) && !slices.Contains(list, word) {
				list = append(list, word)
			}
		}
	}
	return list
}

// wordsOf splits a text into words; "Joan's" is the word "Joan".
func wordsOf(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '-' && r != '’' })
	for i, w := range words {
		words[i] = strings.Trim(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"), "'’")
	}
	return words
}
