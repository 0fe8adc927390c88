package likelihood

import (
	"math"
	"slices"
)

// joiner lists the entries of a clique of a loop: the combinations of its people's genotypes that all
// its trios allow.
type joiner struct {
	people []int32
	trios  []part // those whose last person in order is at each place
	lists  []*list
	at     []int32 // by place in people: the genotype now
	layout *layout
}

// part is a trio of a clique: its layout and the places of its people.
type part struct {
	*layout
	child, mother, father int
	last                  int // of the three places
}

// joined is the kind of a clique of a loop: who may have what, and the places of the trios' people.
// Families have few kinds, and one family's are another's.
type joined struct {
	people, trios int
	lists         [maxJoined]listKey
	places        [maxJoined][3]int8
}

// The most people, and trios, of a joined layout that is kept, and the most entries of it; three people
// may have more.
const (
	maxJoined  = 6
	maxEntries = 1 << 12
	maxOfThree = 1 << 17
)

// join lays out a clique of any shape. The people of a trio whose genotype is given come along.
func (n *net) join(node int32, near, trios []int32) (*layout, []int32) {
	j := &joiner{lists: n.lists, people: make([]int32, 0, 8)}
	add := func(p int32) {
		if !slices.Contains(j.people, p) {
			j.people = append(j.people, p)
		}
	}
	for _, i := range trios {
		t := n.d.trios[i]
		add(t.father)
		add(t.mother)
		add(t.child) // a child after both parents is read off its row
	}
	add(node)
	for _, p := range near {
		add(p)
	}
	j.trios = make([]part, 0, len(trios))
	for _, i := range trios {
		t := n.d.trios[i]
		p := part{
			layout: n.trio(t),
			child:  slices.Index(j.people, t.child), mother: slices.Index(j.people, t.mother), father: slices.Index(j.people, t.father),
		}
		p.last = max(p.child, p.mother, p.father)
		j.trios = append(j.trios, p)
	}
	return j.layoutOnce(n.shapes.space), j.people
}

// layoutOnce fills in the layout, or finds one of the same kind.
func (j *joiner) layoutOnce(s *Space) *layout {
	size, most := make([]int, len(j.people)), 1
	for i, p := range j.people {
		size[i] = j.lists[p].len()
		most = min(most*size[i], math.MaxInt32)
	}
	key, keep := j.kind()
	if keep = keep && (most <= maxEntries || len(size) == 3 && most <= maxOfThree); keep {
		s.cache.Lock()
		l := s.joined[key]
		s.cache.Unlock()
		if l != nil {
			return l
		}
	}
	if len(j.trios) == 0 {
		j.layout = full(size)
	} else {
		j.at = make([]int32, len(j.people))
		j.layout = &layout{size: size, of: make([][]int32, len(j.people))}
		j.fill(0, 1)
	}
	if keep {
		j.layout.pairs()
		s.cache.Lock()
		s.joined[key] = j.layout
		s.cache.Unlock()
	}
	return j.layout
}

// kind is false for cliques that are too large, or whose genotypes are for a moment only.
func (j *joiner) kind() (key joined, ok bool) {
	if len(j.people) > maxJoined || len(j.trios) > maxJoined {
		return key, false
	}
	key.people, key.trios = len(j.people), len(j.trios)
	for i, p := range j.people {
		key.lists[i] = j.lists[p].key
		if j.lists[p].key.only > 0 {
			return key, false
		}
	}
	for i, p := range j.trios {
		key.places[i] = [3]int8{int8(p.child), int8(p.mother), int8(p.father)}
	}
	return key, true
}

// fill goes through the genotypes of the people from a place on.
func (j *joiner) fill(place int, weight float64) {
	if place == len(j.people) {
		for k, g := range j.at {
			j.layout.of[k] = append(j.layout.of[k], g)
		}
		j.layout.base = append(j.layout.base, weight)
		return
	}
	for k := range j.trios {
		if p := &j.trios[k]; p.last == place && p.child == place {
			from, to := p.row(j.at)
			for e := from; e < to; e++ {
				j.at[place] = p.of[theChild][e]
				if w := j.others(place, k); w > 0 {
					j.fill(place+1, weight*w*p.base[e])
				}
			}
			return
		}
	}
	for g := range int32(j.layout.size[place]) {
		j.at[place] = g
		if w := j.others(place, -1); w > 0 {
			j.fill(place+1, weight*w)
		}
	}
}

// others is the product of the trios that a place completes, but one.
func (j *joiner) others(place, but int) float64 {
	weight := 1.0
	for k := range j.trios {
		if p := &j.trios[k]; p.last == place && k != but {
			weight *= p.chance(j.at)
		}
	}
	return weight
}

// row is the range of entries with the parents' genotypes.
func (p *part) row(at []int32) (from, to int32) {
	i := int(at[p.father])*p.size[theMother] + int(at[p.mother])
	return p.rows[i], p.rows[i+1]
}

// chance is the transmission for the genotypes at the places.
func (p *part) chance(at []int32) float64 {
	from, to := p.row(at)
	for e := from; e < to; e++ {
		if p.of[theChild][e] == at[p.child] {
			return p.base[e]
		}
	}
	return 0
}
