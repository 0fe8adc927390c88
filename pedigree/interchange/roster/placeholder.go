package roster

import (
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
)

// couple is a known parent and the union in which the other parent is not recorded; children of one
// couple get one invented parent, and so stay full siblings.
type couple struct {
	known int
	union int // -1 where no union lists the child
}

// entries makes the lines, inventing the other parent where only one is recorded.
func (r *roster) entries() []Entry {
	var written, invented []Entry
	parents := map[couple]string{}
	unions := r.unionsOfChildren()
	inventFor := func(child, known int, sex pedigree.Sex) string {
		key := couple{known, -1}
		p := &r.family.Individuals[child]
		for _, u := range unions[p.ID] {
			if slices.Contains(r.family.Unions[u].Partners, r.family.Individuals[known].ID) {
				key.union = u
				break
			}
		}
		id, ok := parents[key]
		if !ok {
			id = r.newID()
			parents[key] = id
			invented = append(invented, Entry{ID: id, Sex: sex})
			r.notes.Add(listing.Assumed, p.ID, 0, "only one parent is recorded: the other is added as %s, of whom nothing is known", id)
		} else {
			r.notes.Add(listing.Assumed, p.ID, 0, "only one parent is recorded: taken as a full sibling of the other children, by %s", id)
		}
		return id
	}
	for i, in := range r.in {
		if !in {
			continue
		}
		e := Entry{Person: &r.family.Individuals[i], ID: r.ids[i], Sex: r.sexes[i]}
		mother, father := r.mothers[i], r.fathers[i]
		if mother >= 0 {
			e.Mother = r.ids[mother]
		}
		if father >= 0 {
			e.Father = r.ids[father]
		}
		switch {
		case mother >= 0 && father < 0:
			e.Father = inventFor(i, mother, pedigree.Male)
		case father >= 0 && mother < 0:
			e.Mother = inventFor(i, father, pedigree.Female)
		}
		written = append(written, e)
	}
	return append(written, invented...)
}

func (r *roster) unionsOfChildren() map[pedigree.ID][]int {
	unions := map[pedigree.ID][]int{}
	for u := range r.family.Unions {
		for _, child := range r.family.Unions[u].Children {
			unions[child] = append(unions[child], u)
		}
	}
	return unions
}
