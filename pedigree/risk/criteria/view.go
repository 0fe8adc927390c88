package criteria

import (
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// View is a case as criteria look at it: who is a near relative of whom. It is for one assessment.
type View struct {
	*risk.Case
	near *near
	ages []int // the oldest that each person can be or have become; -1 is not yet worked out
	most map[asked]Level
	// One person may stand with other facts than those of the case.
	instead *pedigree.Individual
	at      int
}

// Look makes a view of a case.
func Look(c *risk.Case) *View {
	all := c.OfPlaces(nearKey{}, func() any { return newNear(c) }).(*near)
	v := &View{Case: c, near: all, at: -1, most: map[asked]Level{}}
	v.ages = make([]int, len(c.Family.Individuals))
	for i := range v.ages {
		v.ages[i] = -1
	}
	return v
}

// asked is a question whose answer is kept for everybody but the one who stands with other facts.
type asked struct {
	person int
	tumour *Tumour
	limit  Limit
}

// Instead is the view with one person as this copy has them. Only facts may differ, not parents.
func (v *View) Instead(p *pedigree.Individual) *View {
	changed := *v
	changed.instead, changed.at = p, v.position(p.ID)
	return &changed
}

// Link joins somebody to a first-degree relative.
type Link struct {
	To   int // position in the family
	Step int // generations: -1 to a parent, 0 to a full brother or sister, 1 to a child
}

// near holds the first- and second-degree blood relatives of the subject and of every blood relative of
// the subject, among themselves.
type near struct {
	kin    []int
	first  [][]Link
	second [][]int
}

// nearKey is that of near among what follows from the family's shape.
type nearKey struct{}

// Kindred lists the positions of the subject and the blood relatives, in family order.
func (v *View) Kindred() []int { return v.near.kin }

// At is the person at a position.
func (v *View) At(i int) *pedigree.Individual {
	if i == v.at {
		return v.instead
	}
	return &v.Family.Individuals[i]
}

// SubjectAt is the subject's position.
func (v *View) SubjectAt() int { return v.position(v.Subject.ID) }

func (v *View) position(id pedigree.ID) int {
	at, _ := v.Case.At(id)
	return at
}

// Self is the person asked about, as the view has them.
func (v *View) Self() *pedigree.Individual { return v.At(v.SubjectAt()) }

// FirstDegree lists the parents, children, full brothers and sisters and twins of somebody who are blood
// relatives of the subject, or the subject.
func (v *View) FirstDegree(i int) []Link { return v.near.first[i] }

// Within lists those related to somebody in the first, or in the first or second, degree.
func (v *View) Within(degree, i int) []int {
	var all []int
	for _, link := range v.near.first[i] {
		all = append(all, link.To)
	}
	if degree > 1 {
		all = append(all, v.near.second[i]...)
	}
	return all
}

func newNear(c *risk.Case) *near {
	n := len(c.Family.Individuals)
	d := c.Family.Descent(false)
	b := nearBuilder{d: d, children: make([][]int, n), siblings: make([][]int, n), in: make([]bool, n)}
	b.out = &near{first: make([][]Link, n), second: make([][]int, n)}
	for i := range c.Family.Individuals {
		id := c.Family.Individuals[i].ID
		if b.in[i] = id == c.Subject.ID || c.IsBlood(id); b.in[i] {
			b.out.kin = append(b.out.kin, i)
		}
		for side, parent := range d.Parents[i] {
			if parent >= 0 && (side == 0 || parent != d.Parents[i][0]) {
				b.children[parent] = append(b.children[parent], i)
			}
		}
	}
	for i := range b.siblings {
		b.siblings[i] = b.fullSiblings(i)
	}
	b.twins(c.Family)
	for _, i := range b.out.kin {
		b.firstOf(i)
		b.secondOf(i)
	}
	return b.out
}

type nearBuilder struct {
	d                  *pedigree.Descent
	children, siblings [][]int
	in                 []bool
	out                *near
}

// fullSiblings share both recorded parents, or the one parent that alone is recorded of both.
func (b *nearBuilder) fullSiblings(i int) []int {
	var found []int
	for _, parent := range b.d.Parents[i] {
		if parent < 0 {
			continue
		}
		for _, other := range b.children[parent] {
			if other != i && b.d.Parents[other] == b.d.Parents[i] {
				found = append(found, other)
			}
		}
		break
	}
	return found
}

// twins are of the first degree even where no parent is recorded.
func (b *nearBuilder) twins(f *pedigree.Family) {
	index := f.Index()
	for _, t := range f.Twins {
		for _, a := range t.Members {
			for _, other := range t.Members {
				i, okI := index[a]
				k, okK := index[other]
				if okI && okK && i != k && !slices.Contains(b.siblings[i], k) {
					b.siblings[i] = append(b.siblings[i], k)
				}
			}
		}
	}
}

func (b *nearBuilder) firstOf(i int) {
	add := func(to, step int) {
		known := slices.ContainsFunc(b.out.first[i], func(l Link) bool { return l.To == to })
		if to >= 0 && to != i && b.in[to] && !known {
			b.out.first[i] = append(b.out.first[i], Link{to, step})
		}
	}
	for _, parent := range b.d.Parents[i] {
		add(parent, -1)
	}
	for _, child := range b.children[i] {
		add(child, 1)
	}
	for _, sibling := range b.siblings[i] {
		add(sibling, 0)
	}
}

// secondOf finds grandparents, grandchildren, half-siblings, uncles and aunts, nephews and nieces.
func (b *nearBuilder) secondOf(i int) {
	add := func(to int) {
		first := slices.ContainsFunc(b.out.first[i], func(l Link) bool { return l.To == to })
		if to >= 0 && to != i && b.in[to] && !first && !slices.Contains(b.out.second[i], to) {
			b.out.second[i] = append(b.out.second[i], to)
		}
	}
	for _, parent := range b.d.Parents[i] {
		if parent < 0 {
			continue
		}
		for _, grandparent := range b.d.Parents[parent] {
			add(grandparent)
		}
		for _, half := range b.children[parent] {
			add(half)
		}
		for _, aunt := range b.fullSiblings(parent) {
			add(aunt)
		}
	}
	for _, child := range b.children[i] {
		for _, grandchild := range b.children[child] {
			add(grandchild)
		}
	}
	for _, sibling := range b.fullSiblings(i) {
		for _, niece := range b.children[sibling] {
			add(niece)
		}
	}
}
