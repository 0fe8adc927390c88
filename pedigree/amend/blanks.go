package amend

import (
	"slices"

	"kindred/pedigree"
)

// RemoveBlanks removes everybody of whom nothing was recorded but a sex and a place, as the numbers of
// a frame leave them, and returns who went. The patient, the patient's ancestors, whom everybody has,
// and those through whom others are related stay.
func RemoveBlanks(f *pedigree.Family, subject pedigree.ID) []pedigree.ID {
	keep := map[pedigree.ID]bool{subject: true}
	for line := []pedigree.ID{subject}; len(line) > 0; line = line[1:] {
		p := f.Individual(line[0])
		if p == nil {
			continue
		}
		for _, parent := range []pedigree.ID{p.EggParent(), p.SpermParent()} {
			if parent != "" && !keep[parent] {
				keep[parent] = true
				line = append(line, parent)
			}
		}
	}
	before := make([]pedigree.ID, len(f.Individuals))
	for i := range f.Individuals {
		before[i] = f.Individuals[i].ID
	}
	for again := true; again; {
		again = false
		for _, id := range slices.Backward(before) {
			if p := f.Individual(id); p != nil && !keep[id] && isBlank(f, p) && !joins(f, id) && Remove(f, id) == nil {
				again = true
			}
		}
	}
	return slices.DeleteFunc(before, func(id pedigree.ID) bool { return f.Individual(id) != nil })
}

// isBlank reports a place in the family and nothing else; that several people stand there says nothing
// of them.
func isBlank(f *pedigree.Family, p *pedigree.Individual) bool {
	bare := *p
	bare.Count, bare.CountUnknown = 0, false
	was := *p
	*p = bare
	blank := !WouldLose(f, p.ID)
	*p = was
	return blank
}
