package ped

import (
	"bytes"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
	"kindred/pedigree/interchange/roster"
)

// Write writes the family as six columns parted by tabs: family, id, father, mother, sex (1, 2, or 0
// for unknown) and phenotype (2 for anyone flagged as affected or with a cancer that counts, 1 for
// anyone known to be well, else 0), and lists what had to be assumed, changed or dropped. It refuses
// a family of nobody, and a parent whose sex contradicts the place.
func Write(w io.Writer, f *pedigree.Family) ([]listing.Note, error) {
	notes := &listing.Notes{Family: f.Name}
	entries, err := roster.Of(f, roster.Rules{Format: "PED", ValidID: validID}, notes)
	if err != nil {
		return nil, err
	}
	if len(entries) == 0 {
		return nil, listing.Refuse(0, "", "nobody in the family is one person who was born, and PED holds no others: add someone")
	}
	family := familyID(f.Name, notes)
	var out bytes.Buffer
	for _, e := range entries {
		father, mother, phenotype := e.Father, e.Mother, "0"
		if mother == "" {
			father, mother = "0", "0"
		}
		if e.Person != nil {
			phenotype = phenotypeOf(e.Person)
			noteRest(e.Person, notes)
		}
		out.WriteString(strings.Join([]string{family, e.ID, father, mother, sexCode(e.Sex), phenotype}, "\t") + "\n")
	}
	for i := range f.Twins {
		notes.Add(listing.Dropped, "", 0, "the twins %s (%s)", roster.IDs(f.Twins[i].Members), f.Twins[i].Zygosity)
	}
	roster.NoteRest(notes, "", "", f, "format", "version", "name", "individuals", "twins", "unions")
	roster.NoteUnions(f, notes)
	_, err = w.Write(out.Bytes())
	return notes.List, err
}

// validID reports an id that reads back as itself.
func validID(id string) bool {
	return parentOf(id) != "" && isWord(id)
}

// isWord reports one run of characters that starts no comment and no file of another format.
func isWord(s string) bool {
	words := strings.Fields(s)
	return len(words) == 1 && words[0] == s && utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl) &&
		!strings.ContainsRune("#{[\ufeff", []rune(s)[0])
}

func familyID(name string, notes *listing.Notes) string {
	if name != "" && isWord(name) {
		return name
	}
	id := strings.TrimLeft(strings.Join(strings.Fields(name), "_"), "#{[")
	if id == "" || !isWord(id) {
		id = "1"
	}
	notes.Add(listing.Assumed, "", 0, "the family's name %q is written as %s", listing.Clip(name), listing.Clip(id))
	return id
}

func sexCode(s pedigree.Sex) string {
	switch s {
	case pedigree.Male:
		return "1"
	case pedigree.Female:
		return "2"
	}
	return "0"
}

func phenotypeOf(p *pedigree.Individual) string {
	affected := p.Affected == pedigree.Yes
	for i := range p.Diagnoses {
		d := &p.Diagnoses[i]
		affected = affected || d.Counts() && d.Certainty != pedigree.Possible && d.Site.IsCancer()
	}
	switch {
	case affected:
		return "2"
	case p.Affected == pedigree.No, p.Well == pedigree.Yes:
		return "1"
	}
	return "0"
}

func noteRest(p *pedigree.Individual, notes *listing.Notes) {
	roster.NoteRest(notes, p.ID, "", p,
		"id", "sex", "mother", "father", "other_parents", "affected", "well", "pregnancy", "count", "count_unknown")
}
