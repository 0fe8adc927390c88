package amend

import "kindred/pedigree"

// KeepTyped notes what was typed about a person and is no fact yet, so that it is not lost: with the
// person, or with the family where that person is not in it any more.
func KeepTyped(f *pedigree.Family, id pedigree.ID, text string) {
	note := "Typed, not entered: " + text
	if p := f.Individual(id); p != nil {
		p.Notes = append(p.Notes, note)
	} else {
		f.Notes = append(f.Notes, note)
	}
}
