package layout

import (
	"slices"

	"kindred/pedigree"
)

// builder turns a family into nodes and matings. It accepts anything: links to nobody, to oneself
// and twice to the same person are left out.
type builder struct {
	f     *pedigree.Family
	g     *graph
	index map[pedigree.ID]int
}

// build is the graph of a whole family, its parts not yet separated.
func build(f *pedigree.Family) *graph {
	n := len(f.Individuals)
	b := &builder{f: f, g: &graph{nodes: make([]node, n, n+n/4), matings: make([]mating, 0, n/2)}, index: f.Index()}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		b.g.nodes[i] = node{id: p.ID, member: i, sex: drawnSex(p), home: -1, born: birthOf(p), left: .5, right: .5, pin: p.Pin, twice: p.DrawTwice}
	}
	unknown := make(map[int]int, 4) // of a parent: the mating with a partner nobody has named
	for i := range f.Individuals {
		b.addGenetic(i, unknown)
	}
	for i := range f.Unions {
		b.addUnion(&f.Unions[i])
	}
	for i := range f.Individuals {
		b.addOther(i)
	}
	for i := range f.Twins {
		b.addTwins(&f.Twins[i])
	}
	b.g.breakAncestryCycles()
	for i := range b.g.matings {
		b.g.orderChildren(&b.g.matings[i])
	}
	return b.g
}

func drawnSex(p *pedigree.Individual) int {
	switch {
	case p.Gender == pedigree.Man, p.Gender == "" && p.Sex == pedigree.Male:
		return sexMale
	case p.Gender == pedigree.Woman, p.Gender == "" && p.Sex == pedigree.Female:
		return sexFemale
	}
	return sexOther
}

// find is the node of an id other than self, or -1.
func (b *builder) find(id pedigree.ID, self int) int {
	if id == "" {
		return -1
	}
	if i, ok := b.index[id]; ok && i != self {
		return i
	}
	return -1
}

// mating is the mating of two nodes, made where there is none; the man is a.
func (b *builder) mating(p, q int) int {
	if m := b.g.joint(p, q); m >= 0 {
		return m
	}
	if b.g.nodes[p].sex == sexFemale && b.g.nodes[q].sex != sexFemale || b.g.nodes[q].sex == sexMale && b.g.nodes[p].sex != sexMale {
		p, q = q, p
	}
	m := len(b.g.matings)
	b.g.matings = append(b.g.matings, mating{a: p, b: q})
	b.g.nodes[p].matings = append(b.g.nodes[p].matings, m)
	if q != p {
		b.g.nodes[q].matings = append(b.g.nodes[q].matings, m)
	}
	return m
}

// link makes child a child of m; the first link of a child decides where it stands.
func (b *builder) link(m, child int, kind pedigree.LinkKind) {
	mt := &b.g.matings[m]
	for _, k := range mt.kids {
		if k == child {
			return
		}
	}
	if mt.kids == nil {
		const usual = 4
		mt.kids, mt.kinds = make([]int, 0, usual), make([]pedigree.LinkKind, 0, usual)
	}
	mt.kids = append(mt.kids, child)
	mt.kinds = append(mt.kinds, kind)
	if b.g.nodes[child].home < 0 {
		b.g.nodes[child].home = m
	}
}

// addGenetic links child to the egg and the sperm parent. All children of one known parent whose
// other parent is not known hang under one unknown partner.
func (b *builder) addGenetic(child int, unknown map[int]int) {
	p := &b.f.Individuals[child]
	egg, sperm := b.find(p.EggParent(), child), b.find(p.SpermParent(), child)
	kind := pedigree.LinkKind("")
	switch {
	case p.Mother == "" && egg >= 0:
		kind = pedigree.DonorEgg
	case p.Father == "" && sperm >= 0:
		kind = pedigree.DonorSperm
	}
	switch {
	case egg < 0 && sperm < 0:
		return
	case egg == sperm:
		b.link(b.mating(egg, egg), child, kind)
		return
	case egg >= 0 && sperm >= 0:
		m := b.mating(sperm, egg)
		if kind == "" {
			b.g.matings[m].union = true
		}
		b.link(m, child, kind)
		return
	}
	known, sex := max(egg, sperm), sexMale
	if sperm >= 0 {
		sex = sexFemale
	}
	m, ok := unknown[known]
	if !ok {
		q := len(b.g.nodes)
		b.g.nodes = append(b.g.nodes, node{id: b.unknownID(p.ID), member: child, sex: sex, home: -1, left: .5, right: .5})
		m = b.mating(known, q)
		b.g.matings[m].union = true
		unknown[known] = m
	}
	b.link(m, child, kind)
}

// unknownID is the id of the unknown parent of child, different from everybody's.
func (b *builder) unknownID(child pedigree.ID) pedigree.ID {
	id := "?" + child
	for {
		if _, taken := b.index[id]; !taken {
			b.index[id] = len(b.g.nodes)
			return id
		}
		id = "?" + id
	}
}

func (b *builder) addUnion(u *pedigree.Union) {
	if len(u.Partners) < 2 {
		return
	}
	p := b.find(u.Partners[0], -1)
	q := b.find(u.Partners[1], p)
	if p < 0 || q < 0 {
		return
	}
	m := b.mating(p, q)
	b.g.matings[m].union = true
	for _, id := range u.Children {
		if c := b.find(id, -1); c >= 0 && c != p && c != q && b.g.nodes[c].home < 0 && len(b.f.Individuals[c].OtherParents) == 0 {
			b.link(m, c, "")
		}
	}
}

// addOther links child to the parents who are no blood: two adopters or fosterers as a couple; one,
// or a surrogate, with the partner who is the child's parent already, else alone. A step-parent who
// is already drawn as the parent's partner needs no line of its own.
func (b *builder) addOther(child int) {
	p := &b.f.Individuals[child]
	for _, kind := range [...]pedigree.LinkKind{pedigree.Adoptive, pedigree.Foster, pedigree.Step, pedigree.Gestational} {
		var parents []int
		for _, l := range p.OtherParents {
			if q := b.find(l.ID, child); q >= 0 && l.Kind == kind && (len(parents) == 0 || parents[0] != q) {
				parents = append(parents, q)
			}
		}
		for len(parents) > 0 {
			q := parents[0]
			parents = parents[1:]
			partner := q
			if len(parents) > 0 {
				partner, parents = parents[0], parents[1:]
			} else if r := b.parentBeside(child, q); r >= 0 {
				if kind == pedigree.Step {
					continue
				}
				partner = r
			}
			m := b.mating(q, partner)
			b.g.matings[m].union = b.g.matings[m].union || q != partner
			b.link(m, child, kind)
			if p.Adopted == pedigree.AdoptedIn && kind == pedigree.Adoptive {
				b.g.nodes[child].home = m
			}
		}
	}
}

// parentBeside is the partner of q who is a parent of child already, or -1.
func (b *builder) parentBeside(child, q int) int {
	home := b.g.nodes[child].home
	if home < 0 {
		return -1
	}
	for _, r := range [...]int{b.g.matings[home].a, b.g.matings[home].b} {
		if m := b.g.joint(q, r); m >= 0 && r != q && b.g.matings[m].union {
			return r
		}
	}
	return -1
}

// addTwins keeps the members of a set that are drawn, when there are at least two.
func (b *builder) addTwins(t *pedigree.TwinSet) {
	var members []int
	for _, id := range t.Members {
		p := b.find(id, -1)
		for _, q := range members {
			if p == q {
				p = -1
			}
		}
		if p >= 0 {
			members = append(members, p)
		}
	}
	if len(members) > 1 {
		slices.Sort(members)
		b.g.twins = append(b.g.twins, members)
	}
}

// breakAncestryCycles takes out links that make somebody their own ancestor, so that rows exist for
// any input. Readers refuse such families; nothing here relies on it.
func (g *graph) breakAncestryCycles() {
	const (
		unseen = iota
		open
		done
	)
	state := make([]int, len(g.nodes))
	var visit func(p int)
	visit = func(p int) {
		state[p] = open
		for _, m := range g.nodes[p].matings {
			mt := &g.matings[m]
			for i := 0; i < len(mt.kids); i++ {
				k := mt.kids[i]
				if state[k] == unseen {
					visit(k)
				}
				if state[k] == open {
					mt.kids = append(mt.kids[:i:i], mt.kids[i+1:]...)
					mt.kinds = append(mt.kinds[:i:i], mt.kinds[i+1:]...)
					if g.nodes[k].home == m {
						g.nodes[k].home = -1
					}
					i--
				}
			}
		}
		state[p] = done
	}
	for i := range g.nodes {
		if state[i] == unseen {
			visit(i)
		}
	}
}
