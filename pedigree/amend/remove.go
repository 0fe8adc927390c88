package amend

import (
	"fmt"
	"reflect"
	"slices"

	"kindred/pedigree"
)

// Remove takes a person out of the family; their children keep their other parents, and their
// parents remain a couple. Where others
// are related only through the person, the place stays: the person becomes an unknown one, so that
// nobody loses their relations. Somebody already unknown who joins others is not removed (an error
// says so). Unknown people who were there only for the sake of the person go too.
func Remove(f *pedigree.Family, id pedigree.ID) error {
	p, err := find(f, id)
	if err != nil {
		return err
	}
	if joins(f, id) {
		if !WouldLose(f, id) {
			return fmt.Errorf("person %q joins others who would be unrelated: remove them first", id)
		}
		*p = placeOf(p)
		f.Patients = slices.DeleteFunc(f.Patients, func(q pedigree.Patient) bool { return q.Individual == id })
		return nil
	}
	near, mother, father := neighbours(f)[id], p.Mother, p.Father
	detach(f, id)
	for _, other := range near {
		if len(neighbours(f)[other]) == 0 && len(f.Individuals) > 1 && !WouldLose(f, other) {
			detach(f, other)
		}
	}
	if f.Individual(mother) != nil && f.Individual(father) != nil && !slices.Contains(neighbours(f)[mother], father) {
		f.Unions = append(f.Unions, pedigree.Union{Partners: []pedigree.ID{mother, father}})
	}
	return nil
}

// WouldLose reports whether removing the person loses more than a place in the family.
func WouldLose(f *pedigree.Family, id pedigree.ID) bool {
	p := f.Individual(id)
	if p == nil {
		return false
	}
	bare := *p
	bare.Pin, bare.DrawTwice, bare.Fold = nil, pedigree.NotAsked, ""
	bare.Source, bare.Sources = pedigree.Provenance{}, nil // who told us of a place is nothing without a fact
	return f.PatientOf(id) != nil || !reflect.DeepEqual(bare, placeOf(p))
}

// placeOf is an unknown person in the same place.
func placeOf(p *pedigree.Individual) pedigree.Individual {
	return pedigree.Individual{ID: p.ID, Sex: p.Sex, Gender: p.Gender, Mother: p.Mother, Father: p.Father, OtherParents: p.OtherParents}
}

// detach removes a person and every mention of them.
func detach(f *pedigree.Family, id pedigree.ID) {
	f.Individuals = slices.DeleteFunc(f.Individuals, func(p pedigree.Individual) bool { return p.ID == id })
	for i := range f.Individuals {
		p := &f.Individuals[i]
		if p.Mother == id {
			p.Mother = ""
		}
		if p.Father == id {
			p.Father = ""
		}
		p.OtherParents = slices.DeleteFunc(p.OtherParents, func(l pedigree.ParentLink) bool { return l.ID == id })
	}
	for i := range f.Unions {
		u := &f.Unions[i]
		u.Children = slices.DeleteFunc(u.Children, func(c pedigree.ID) bool { return c == id })
	}
	f.Unions = slices.DeleteFunc(f.Unions, func(u pedigree.Union) bool { return slices.Contains(u.Partners, id) })
	for i := range f.Twins {
		t := &f.Twins[i]
		t.Members = slices.DeleteFunc(t.Members, func(m pedigree.ID) bool { return m == id })
	}
	f.Twins = slices.DeleteFunc(f.Twins, func(t pedigree.TwinSet) bool { return len(t.Members) < 2 })
	f.Patients = slices.DeleteFunc(f.Patients, func(q pedigree.Patient) bool { return q.Individual == id })
}

// neighbours lists for everybody whom they are directly joined to: parents of every kind, children,
// and partners, by a union or by a child.
func neighbours(f *pedigree.Family) map[pedigree.ID][]pedigree.ID {
	near := map[pedigree.ID][]pedigree.ID{}
	join := func(a, b pedigree.ID) {
		if a != "" && b != "" && a != b && !slices.Contains(near[a], b) {
			near[a], near[b] = append(near[a], b), append(near[b], a)
		}
	}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		join(p.ID, p.Mother)
		join(p.ID, p.Father)
		join(p.Mother, p.Father)
		for _, l := range p.OtherParents {
			join(p.ID, l.ID)
		}
	}
	for _, u := range f.Unions {
		for i := range u.Partners {
			join(u.Partners[0], u.Partners[i])
		}
	}
	return near
}

// joins reports whether people of whom something is recorded, or who have relations of their own,
// would no longer be connected without id.
func joins(f *pedigree.Family, id pedigree.ID) bool {
	near := neighbours(f)
	var pieces int
	seen := map[pedigree.ID]bool{id: true}
	for _, start := range near[id] {
		if seen[start] {
			continue
		}
		size := 0
		for queue := []pedigree.ID{start}; len(queue) > 0; queue = queue[1:] {
			at := queue[0]
			if seen[at] {
				continue
			}
			seen[at] = true
			size++
			queue = append(queue, near[at]...)
		}
		if size > 1 || WouldLose(f, start) {
			pieces++
		}
	}
	return pieces > 1
}
