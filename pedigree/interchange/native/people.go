package native

import (
	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
	"kindred/pedigree/interchange/source"
)

// checkPeople refuses what no program could act on: people who cannot be told apart, parents
// who are not there, and anyone who is his own ancestor.
func checkPeople(data []byte, o outline, f *pedigree.Family) error {
	line := func(i int) int { return o.line(data, i) }
	index := make(map[pedigree.ID]int, len(f.Individuals))
	for i := range f.Individuals {
		id := f.Individuals[i].ID
		if id == "" {
			return listing.Refuse(line(i), "", `individual %d has no "id": give each person an id`, i+1)
		}
		if first, twice := index[id]; twice {
			return listing.Refuse(line(i), id, "two people have this id (the other on line %d): give each person an id", line(first))
		}
		index[id] = i
	}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		refs := []reference{{"mother", p.Mother}, {"father", p.Father}}
		for _, l := range p.OtherParents {
			if l.ID == "" {
				return listing.Refuse(line(i), p.ID, "a parent in other_parents has no id: name the parent")
			}
			refs = append(refs, reference{string(l.Kind) + " parent", l.ID})
		}
		for _, r := range refs {
			if _, ok := index[r.id]; !ok && r.id != "" {
				return listing.Refuse(line(i), p.ID, "the %s, %q, is not in the file: add that person or leave the parent out", r.role, listing.Clip(string(r.id)))
			}
		}
	}
	return source.NoCycle(f, line)
}

type reference struct {
	role string
	id   pedigree.ID
}

// noteLooseEnds lists references other than parents to people who are not in the file. They are
// kept as they came, since a newer program may know what they are.
func noteLooseEnds(f *pedigree.Family, notes *listing.Notes) {
	index := f.Index()
	check := func(what string, ids ...pedigree.ID) {
		for _, id := range ids {
			if _, ok := index[id]; !ok {
				notes.Add(listing.Assumed, id, 0, "%s names someone who is not in the file: kept, and left out of the drawing", what)
			}
		}
	}
	for i := range f.Twins {
		check("a twin set", f.Twins[i].Members...)
	}
	for i := range f.Unions {
		check("a union", f.Unions[i].Partners...)
		check("a union", f.Unions[i].Children...)
	}
	for i := range f.Patients {
		check("a patient record", f.Patients[i].Individual)
	}
}
