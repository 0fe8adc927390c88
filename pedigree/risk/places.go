package risk

import (
	"reflect"
	"slices"
	"sync"

	"kindred/pedigree"
)

// places is what follows from the place of everybody in the family alone. It holds whatever facts a Case made
// by With replaces, and for the next request too until the family has another shape. It is never changed,
// save that derived grows.
type places struct {
	family    *pedigree.Family // it was made of
	subject   pedigree.ID
	index     map[pedigree.ID]int
	relations []pedigree.Relationship // by position
	sides     map[pedigree.ID]pedigree.Lineage
	kin       []int                 // the subject and every blood relative, in family order
	children  map[pedigree.ID][]int // by egg and by sperm parent
	derived   *sync.Map
}

// placesOf are those of the last request where the family still has the same shape.
func placesOf(f *pedigree.Family, subject pedigree.ID, memory *Memory) *places {
	const kept = "places" // no model's name
	if p, ok := memory.Of(kept).(*places); ok && p.subject == subject && sameShape(p.family, f) {
		return p
	}
	p := &places{
		family: f, subject: subject, index: f.Index(), sides: f.SidesOf(subject), children: map[pedigree.ID][]int{}, derived: &sync.Map{},
	}
	relation := f.RelationshipsTo(subject)
	for i := range f.Individuals {
		person := &f.Individuals[i]
		p.relations = append(p.relations, relation(person.ID))
		if person.ID == subject || p.sides[person.ID] != pedigree.NoSide {
			p.kin = append(p.kin, i)
		}
		for _, parent := range []pedigree.ID{person.EggParent(), person.SpermParent()} {
			if parent != "" {
				p.children[parent] = append(p.children[parent], i)
			}
		}
	}
	memory.Keep(kept, p)
	return p
}

// sameShape reports that two families have the same people in the same places, which go by the same words.
func sameShape(a, b *pedigree.Family) bool {
	if len(a.Individuals) != len(b.Individuals) {
		return false
	}
	for i := range a.Individuals {
		p, q := &a.Individuals[i], &b.Individuals[i]
		if p.ID != q.ID || p.Mother != q.Mother || p.Father != q.Father || p.Sex != q.Sex || p.Gender != q.Gender || !slices.Equal(p.OtherParents, q.OtherParents) {
			return false
		}
	}
	return reflect.DeepEqual(a.Twins, b.Twins) && reflect.DeepEqual(a.Unions, b.Unions)
}

// among picks the subject and the blood relatives out of the people of the family.
func (p *places) among(people []pedigree.Individual) []*pedigree.Individual {
	kin := make([]*pedigree.Individual, len(p.kin))
	for k, i := range p.kin {
		kin[k] = &people[i]
	}
	return kin
}

// OfPlaces is something that follows from the place of everybody in the family alone, such as who is near
// whom, worked out for the first who asks under this key. It is shared and must not be changed.
func (c *Case) OfPlaces(key any, work func() any) any {
	found, ok := c.places.derived.Load(key)
	if !ok {
		found = work()
		c.places.derived.Store(key, found)
	}
	return found
}

// Relation is what a person is to the subject.
func (c *Case) Relation(id pedigree.ID) pedigree.Relationship {
	if i, ok := c.places.index[id]; ok {
		return c.places.relations[i]
	}
	return c.Family.RelationshipsTo(c.Subject.ID)(id)
}

// sidesFrom is the key of SidesFrom.
type sidesFrom pedigree.ID

// SidesFrom is the lineage of everybody as seen from a relative. It is shared: it is read only.
func (c *Case) SidesFrom(id pedigree.ID) map[pedigree.ID]pedigree.Lineage {
	return c.OfPlaces(sidesFrom(id), func() any { return c.Family.SidesOf(id) }).(map[pedigree.ID]pedigree.Lineage)
}

// childrenOf lists the positions of everybody who has this egg or sperm parent.
func (c *Case) childrenOf(id pedigree.ID) []int { return c.places.children[id] }
