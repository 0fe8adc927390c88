package merge

import (
	"slices"
	"strings"

	"kindred/pedigree"
)

// match finds who is in both families, from the person at whom they are joined outwards. Parents of
// one person are the same people. Brothers, sisters and children are if they have the same name, and
// nobody else there has it; partners likewise, or where each family knows only one and nothing is
// known of one of the two. A family of the same reference also goes by its ids.
func (j *joint) match(about, at pedigree.ID) {
	m := &matcher{
		in: newPeople(j.incoming), here: newPeople(j.here),
		pairs: map[pedigree.ID]pedigree.ID{}, taken: map[pedigree.ID]bool{},
	}
	m.pair(about, at)
	if j.incoming.Name != "" && j.incoming.Name == j.here.Name {
		for i := range j.incoming.Individuals {
			m.pairIfSame(j.incoming.Individuals[i].ID, j.incoming.Individuals[i].ID)
		}
	}
	for len(m.queue) > 0 {
		id := m.queue[0]
		m.queue = m.queue[1:]
		m.spread(id)
	}
	j.pairs = m.pairs
}

// people is a family with what matching asks of it.
type people struct {
	byID     map[pedigree.ID]*pedigree.Individual
	children map[pedigree.ID][]pedigree.ID
	partners map[pedigree.ID][]pedigree.ID
}

func newPeople(f *pedigree.Family) *people {
	p := &people{
		byID: map[pedigree.ID]*pedigree.Individual{}, children: map[pedigree.ID][]pedigree.ID{}, partners: map[pedigree.ID][]pedigree.ID{},
	}
	couple := func(a, b pedigree.ID) {
		if a != "" && b != "" && a != b {
			p.partners[a], p.partners[b] = with(p.partners[a], b), with(p.partners[b], a)
		}
	}
	for i := range f.Individuals {
		x := &f.Individuals[i]
		p.byID[x.ID] = x
		egg, sperm := x.EggParent(), x.SpermParent()
		for _, parent := range []pedigree.ID{egg, sperm} {
			if parent != "" {
				p.children[parent] = with(p.children[parent], x.ID)
			}
		}
		couple(x.Mother, x.Father)
	}
	for _, u := range f.Unions {
		for _, a := range u.Partners {
			for _, b := range u.Partners {
				couple(a, b)
			}
		}
	}
	return p
}

func with(list []pedigree.ID, id pedigree.ID) []pedigree.ID {
	for _, x := range list {
		if x == id {
			return list
		}
	}
	return append(list, id)
}

type matcher struct {
	in, here *people
	pairs    map[pedigree.ID]pedigree.ID
	taken    map[pedigree.ID]bool // who here is somebody's pair
	queue    []pedigree.ID        // incoming people whose relatives are still to be compared
}

// pair makes two people one, unless one of them has a pair or they cannot be.
func (m *matcher) pair(in, here pedigree.ID) {
	a, b := m.in.byID[in], m.here.byID[here]
	if a == nil || b == nil || m.pairs[in] != "" || m.taken[here] || opposite(a.Sex, b.Sex) {
		return
	}
	m.pairs[in], m.taken[here] = here, true
	m.queue = append(m.queue, in)
}

func (m *matcher) pairIfSame(in, here pedigree.ID) {
	a, b := m.in.byID[in], m.here.byID[here]
	if a != nil && b != nil && couldBe(a, b) && sameOrEmpty(a.Name, b.Name) {
		m.pair(in, here)
	}
}

// spread compares the relatives of somebody who has a pair.
func (m *matcher) spread(in pedigree.ID) {
	a, b := m.in.byID[in], m.here.byID[m.pairs[in]]
	m.pair(a.EggParent(), b.EggParent())
	m.pair(a.SpermParent(), b.SpermParent())
	m.byName(m.in.children[in], m.here.children[b.ID])
	m.byName(m.in.partners[in], m.here.partners[b.ID])
	m.onlyOnes(m.in.partners[in], m.here.partners[b.ID])
}

// byName pairs those whose name nobody else among them has.
func (m *matcher) byName(in, here []pedigree.ID) {
	for _, id := range in {
		a := m.in.byID[id]
		if a == nil || folded(a.Name) == "" || m.named(m.in, in, a.Name) != id {
			continue
		}
		if other := m.named(m.here, here, a.Name); other != "" && couldBe(a, m.here.byID[other]) {
			m.pair(id, other)
		}
	}
}

// named is the one person of that name in the list, "" for none or several.
func (m *matcher) named(p *people, list []pedigree.ID, name string) pedigree.ID {
	var found pedigree.ID
	for _, id := range list {
		if x := p.byID[id]; x != nil && folded(x.Name) == folded(name) {
			if found != "" {
				return ""
			}
			found = id
		}
	}
	return found
}

// onlyOnes pairs the only partner in each family, where nothing is known of one of the two.
func (m *matcher) onlyOnes(in, here []pedigree.ID) {
	if len(in) != 1 || len(here) != 1 {
		return
	}
	a, b := m.in.byID[in[0]], m.here.byID[here[0]]
	if a != nil && b != nil && couldBe(a, b) && (!a.Known() || !b.Known()) {
		m.pair(a.ID, b.ID)
	}
}

// couldBe reports that nothing says that two people are not one.
func couldBe(a, b *pedigree.Individual) bool {
	if opposite(a.Sex, b.Sex) || (a.Pregnancy == nil) != (b.Pregnancy == nil) || a.IsGroup() != b.IsGroup() {
		return false
	}
	low, high, ok := a.Born.Within(0, 9999)
	if !ok || !b.Born.HasNumber() {
		return true
	}
	_, _, overlap := b.Born.Within(low, high)
	return overlap
}

func opposite(a, b pedigree.Sex) bool {
	return a == pedigree.Female && b == pedigree.Male || a == pedigree.Male && b == pedigree.Female
}

func sameOrEmpty(a, b string) bool {
	return folded(a) == "" || folded(b) == "" || folded(a) == folded(b)
}

// folded is a name without what two writers of it do differently.
func folded(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }

// shareWord reports that two names have a word in common: "Anna" and "Anna Marie Lee".
func shareWord(a, b string) bool {
	words := strings.Fields(folded(b))
	return slices.ContainsFunc(strings.Fields(folded(a)), func(w string) bool { return slices.Contains(words, w) })
}
