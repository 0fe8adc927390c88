package layout

import "kindred/pedigree"

// The sexes as far as the drawing cares: a man stands left of a woman where nothing else decides.
const (
	sexOther = iota
	sexMale
	sexFemale
)

// node is one symbol to place, or a bend: the place in a row that a long vertical line passes.
type node struct {
	id        pedigree.ID
	member    int // position in Family.Individuals; an unknown parent has its child's
	sex       int
	home      int   // the mating whose child this node is drawn as, -1 for none
	matings   []int // the matings this node is a partner in, in order
	born      birth
	row       int
	bend      bool
	duplicate bool
	left      float64 // room needed on each side of the centre
	right     float64
	pin       *float64
	again     float64         // what another symbol of them costs
	twice     pedigree.Answer // the user's choice of a duplicate or lines for a loop
}

// pinned is where a user put the symbol; places that no drawing reaches do not count.
func (n *node) pinned() (x float64, ok bool) {
	const furthest = 1e5
	if n.pin == nil || !(*n.pin >= -furthest && *n.pin <= furthest) {
		return 0, false
	}
	return *n.pin, true
}

// mating is a couple with its children in birth order. Partners a and b are the same node where one
// parent alone is linked.
type mating struct {
	a, b  int
	kids  []int
	kinds []pedigree.LinkKind
	union bool // joined by a line of their own, as donors and recipients are not
}

func (m *mating) other(p int) int {
	if m.a == p {
		return m.b
	}
	return m.a
}

// graph is one connected family: what is to be placed and what joins it.
type graph struct {
	nodes   []node
	matings []mating
	twins   [][]int
}

// joint is the mating of two nodes, or -1.
func (g *graph) joint(p, q int) int {
	if len(g.nodes[q].matings) < len(g.nodes[p].matings) {
		p, q = q, p
	}
	for _, m := range g.nodes[p].matings {
		if mt := &g.matings[m]; mt.a == p && mt.b == q || mt.a == q && mt.b == p {
			return m
		}
	}
	return -1
}

func (g *graph) founder(p int) bool { return g.nodes[p].home < 0 }

// components splits g into its connected parts, ordered by their first member.
func (g *graph) components() []*graph {
	n := len(g.nodes)
	set := newUnionFind(n)
	for i := range g.matings {
		m := &g.matings[i]
		set.join(m.a, m.b)
		for _, k := range m.kids {
			set.join(m.a, k)
		}
	}
	for _, t := range g.twins {
		for _, p := range t[1:] {
			set.join(t[0], p)
		}
	}
	if set.one() {
		return []*graph{g}
	}
	part := make([]int, n) // of a root: its component, one-based
	local := make([]int, n)
	var parts []*graph
	for i := range g.nodes {
		r := set.find(i)
		if part[r] == 0 {
			parts = append(parts, &graph{})
			part[r] = len(parts)
		}
		c := parts[part[r]-1]
		local[i] = len(c.nodes)
		c.nodes = append(c.nodes, g.nodes[i])
	}
	matingAt := make([]int, len(g.matings))
	children := 0
	for i := range g.matings {
		children += len(g.matings[i].kids)
	}
	room := make([]int, children)
	for i := range g.matings {
		m := g.matings[i]
		c := parts[part[set.find(m.a)]-1]
		matingAt[i] = len(c.matings)
		kids := room[:len(m.kids):len(m.kids)]
		room = room[len(m.kids):]
		for j, k := range m.kids {
			kids[j] = local[k]
		}
		c.matings = append(c.matings, mating{a: local[m.a], b: local[m.b], kids: kids, kinds: m.kinds, union: m.union})
	}
	for _, c := range parts {
		for i := range c.nodes {
			p := &c.nodes[i]
			if p.home >= 0 {
				p.home = matingAt[p.home]
			}
			for j := range p.matings {
				p.matings[j] = matingAt[p.matings[j]]
			}
		}
	}
	for _, t := range g.twins {
		c := parts[part[set.find(t[0])]-1]
		own := make([]int, len(t))
		for j, p := range t {
			own[j] = local[p]
		}
		c.twins = append(c.twins, own)
	}
	return parts
}

// unionFind joins integers into classes.
type unionFind []int

func newUnionFind(n int) unionFind {
	u := make(unionFind, n)
	for i := range u {
		u[i] = i
	}
	return u
}

func (u unionFind) find(i int) int {
	for u[i] != i {
		u[i] = u[u[i]]
		i = u[i]
	}
	return i
}

// one reports that there is exactly one class.
func (u unionFind) one() bool {
	for i := range u {
		if u.find(i) != u.find(0) {
			return false
		}
	}
	return len(u) > 0
}

// join makes one class of two; the smaller root stays.
func (u unionFind) join(i, j int) {
	i, j = u.find(i), u.find(j)
	if i < j {
		u[j] = i
	} else {
		u[i] = j
	}
}
