// Package findings finds in a person's record what is no cancer at a site that models know: features, such
// as macrocephaly, and measurements, such as a cholesterol level. A history keeps them as conditions by the
// name that was typed ("tendon xanthoma", "LDL 5.6"), and a cause of death in words. Word lists come from the
// criteria's files.
package findings

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"kindred/pedigree"
)

// Finding is one thing found in a record.
type Finding struct {
	Said     string         // as recorded
	Age      pedigree.Fuzzy // at which it was found, of a cause of death the age reached
	Possible bool           // recorded as not certain
	// Diagnosis is where it stands; nil for a cause of death.
	Diagnosis *pedigree.Diagnosis
}

// Names are words for one thing, each of one or more whole words, read once from a list of texts.
type Names [][]string

// NamesOf reads names.
func NamesOf(texts ...string) Names {
	var names Names
	for _, text := range texts {
		names = append(names, split(text))
	}
	return names
}

// UnmarshalJSON reads a list of texts.
func (n *Names) UnmarshalJSON(data []byte) error {
	var texts []string
	if err := json.Unmarshal(data, &texts); err != nil {
		return err
	}
	*n = NamesOf(texts...)
	return nil
}

// Of lists what a person's diagnoses, refuted ones aside, and the cause of death say with one of the names.
// A name is found as whole words in any case, and an "s" behind the last is read over: "lipoma" is found in
// "multiple lipomas", and "MI" not in "family history". What begins with "no" or "not" says the contrary
// and is not found.
func Of(p *pedigree.Individual, names Names) []Finding {
	var found []Finding
	for i := range p.Diagnoses {
		d := &p.Diagnoses[i]
		if !d.Counts() {
			continue
		}
		for _, said := range []string{string(d.Site), d.Words} {
			if Says(said, names) {
				found = append(found, Finding{Said: said, Age: d.Age, Possible: d.Certainty == pedigree.Possible, Diagnosis: d})
				break
			}
		}
	}
	if Says(p.CauseOfDeath, names) {
		found = append(found, Finding{Said: p.CauseOfDeath, Age: p.Age})
	}
	return found
}

// Says reports that a text says one of the names, and not that there is no such thing.
func Says(text string, names Names) bool {
	words := split(text)
	return !denies(words) && mentions(words, names)
}

// Denied reports that something recorded of a person says that there is no such thing: "no tendon xanthoma".
func Denied(p *pedigree.Individual, names Names) bool {
	return slices.ContainsFunc(p.Diagnoses, func(d pedigree.Diagnosis) bool {
		words := split(string(d.Site))
		return mentions(words, names) && (d.Status == pedigree.Refuted || denies(words))
	})
}

func denies(words []string) bool { return len(words) > 0 && (words[0] == "no" || words[0] == "not") }

func mentions(words []string, names Names) bool {
	return slices.ContainsFunc(names, func(name []string) bool { return after(words, name) >= 0 })
}

// after is the position behind the words of a name in a text; -1 where they are not in it.
func after(text, name []string) int {
	if len(name) == 0 {
		return -1
	}
	for i := 0; i+len(name) <= len(text); i++ {
		if slices.EqualFunc(text[i:i+len(name)], name, func(said, word string) bool {
			return said == word || said == word+"s"
		}) {
			return i + len(name)
		}
	}
	return -1
}

// split is the words and numbers of a text, in small letters; a decimal point or comma stays with its number,
// as a point. "LDL5.6mmol" is three words.
func split(text string) []string {
	text = strings.ToLower(text)
	var words []string
	const (
		gap = iota
		letters
		digits
	)
	before, from := gap, 0
	for i, r := range text {
		kind := gap
		switch {
		case unicode.IsDigit(r):
			kind = digits
		case unicode.IsLetter(r):
			kind = letters
		case (r == '.' || r == ',') && before == digits && i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9':
			kind = digits
		}
		if kind != before {
			if before != gap {
				words = append(words, strings.ReplaceAll(text[from:i], ",", "."))
			}
			before, from = kind, i
		}
	}
	if before != gap {
		words = append(words, strings.ReplaceAll(text[from:], ",", "."))
	}
	return words
}
