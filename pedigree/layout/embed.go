package layout

// A family without loops is a tree of people and matings, and walking it gives an order in which no
// lines cross: everybody's symbol is written down with the partners, then the children, each with
// everything that hangs on them, then the family a partner comes from. The order of a row is the
// order in which its people were written down.

// side is where somebody's family of origin goes when they are written down.
type side int8

const (
	sideNone  side = iota // with the parents already there, or a founder
	sideLeft              // the family of origin goes to the left
	sideRight             // ... to the right
)

// embedder writes down one frame from one starting couple.
type embedder struct {
	*frame
	bridge []bool // of a node: the link to its parents joins two parts that nothing else joins
	later  bool   // families of partners go outside everything, not beside the partner
	placed []bool
	out    []int
	queue  []int // partners whose families wait, for later
}

// embed is an order of all nodes of f, started at node root.
func (f *frame) embed(root int, bridge []bool, later bool) []int {
	e := &embedder{frame: f, bridge: bridge, later: later, placed: make([]bool, len(f.nodes)), out: make([]int, 0, len(f.nodes))}
	e.cluster(root, sideNone)
	e.rest()
	return e.out
}

// rest writes down what a loop kept back: first the parents of those who are there, then anybody.
func (e *embedder) rest() {
	for k := 0; k < len(e.out) || len(e.queue) > 0; k++ {
		for len(e.queue) > 0 {
			p := e.queue[0]
			e.queue = e.queue[1:]
			e.origin(p, sideRight)
		}
		if k < len(e.out) && !e.nodes[e.out[k]].bend {
			e.origin(e.out[k], sideRight)
		}
	}
	for p := range e.nodes {
		if !e.placed[p] && !e.nodes[p].bend {
			e.cluster(p, sideNone)
		}
	}
}

func (e *embedder) write(p int) {
	e.out = append(e.out, p)
	for _, b := range e.chain[p] {
		if !e.placed[b] {
			e.placed[b] = true
			e.out = append(e.out, b)
		}
	}
}

// cluster writes down p with all partners, their children and the families they come from.
func (e *embedder) cluster(p int, up side) {
	e.placed[p] = true
	left, right := e.partners(p, up)
	if up == sideLeft {
		e.origin(p, sideLeft)
	}
	for i := len(left) - 1; i >= 0; i-- {
		e.family(left[i], sideLeft)
	}
	couple := make([]int, 0, len(left)+1+len(right))
	for i := len(left) - 1; i >= 0; i-- {
		couple = append(couple, left[i])
	}
	couple = append(append(couple, p), right...)
	for _, q := range couple {
		e.write(q)
	}
	e.children(couple)
	for _, q := range right {
		e.family(q, sideRight)
	}
	if up == sideRight {
		e.origin(p, sideRight)
	}
}

// family writes down the family of origin of a partner where the partner is its only link.
func (e *embedder) family(q int, to side) {
	if h := e.nodes[q].home; h < 0 || !e.bridge[q] {
		return
	}
	if e.later {
		e.queue = append(e.queue, q)
		return
	}
	e.origin(q, to)
}

// origin writes down the parents of p, p's siblings and everything that hangs on them.
func (e *embedder) origin(p int, to side) {
	h := e.nodes[p].home
	if h < 0 {
		return
	}
	a, b := e.matings[h].a, e.matings[h].b
	if e.placed[a] || e.placed[b] {
		return
	}
	if to == sideRight {
		e.cluster(a, sideLeft)
	} else {
		e.cluster(b, sideRight)
	}
}

// children writes down the children of a row of partners, those of the leftmost couple first.
func (e *embedder) children(couple []int) {
	for i, p := range couple {
		for _, q := range couple[i:] {
			for _, m := range e.nodes[p].matings {
				if e.matings[m].other(p) != q {
					continue
				}
				for _, k := range e.matings[m].kids {
					if !e.placed[k] && e.nodes[k].home == m {
						e.cluster(k, sideNone)
					}
				}
			}
		}
	}
}

// partners takes everybody not yet placed who is joined to p, or to one of p's partners, in p's row,
// and says who stands left and right, nearest first. The first partner stands on the natural side,
// the second on the other, later ones outside alternately.
func (e *embedder) partners(p int, up side) (left, right []int) {
	toRight := e.firstPartnerRight(p, up)
	for _, m := range e.nodes[p].matings {
		q := e.matings[m].other(p)
		if e.placed[q] || e.nodes[q].row != e.nodes[p].row {
			continue
		}
		e.placed[q] = true
		if toRight {
			right = e.withPartners(append(right, q), q)
		} else {
			left = e.withPartners(append(left, q), q)
		}
		toRight = !toRight
	}
	return left, right
}

// withPartners adds the further partners of q on the far side of q.
func (e *embedder) withPartners(list []int, q int) []int {
	for _, m := range e.nodes[q].matings {
		r := e.matings[m].other(q)
		if !e.placed[r] && e.nodes[r].row == e.nodes[q].row {
			e.placed[r] = true
			list = e.withPartners(append(list, r), r)
		}
	}
	return list
}

// firstPartnerRight decides the side of p's first partner: away from p's own family, else outside the
// multiple birth p is of, else towards the near end of p's sibship, else so that the partner's family can follow, else the man left.
func (e *embedder) firstPartnerRight(p int, up side) bool {
	switch up {
	case sideLeft:
		return true
	case sideRight:
		return false
	}
	for _, t := range e.graph.twins {
		if p == t[0] || p == t[len(t)-1] {
			return p != t[0]
		}
	}
	q := -1
	for _, m := range e.nodes[p].matings {
		if r := e.matings[m].other(p); !e.placed[r] {
			q = r
			break
		}
	}
	if q < 0 {
		return true
	}
	if e.nodes[q].home >= 0 {
		first, last := e.endOfSibship(p)
		if first != last {
			return last
		}
		first, last = e.endOfSibship(q)
		if first != last {
			return first
		}
	}
	return e.nodes[p].sex == sexMale || e.nodes[p].sex == sexOther && e.nodes[q].sex != sexMale
}

// endOfSibship tells whether p is the first and the last child of the parents.
func (e *embedder) endOfSibship(p int) (first, last bool) {
	h := e.nodes[p].home
	if h < 0 {
		return true, true
	}
	kids := e.matings[h].kids
	return kids[0] == p, kids[len(kids)-1] == p
}
