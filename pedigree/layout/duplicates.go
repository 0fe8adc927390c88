package layout

// split says that a partner in a mating is drawn there a second time, away from the parents: the
// other way to draw a loop.
type split struct{ node, mating int }

// with returns g with the splits made: a duplicate for each, in order, after all other nodes.
func (g *graph) with(splits []split) *graph {
	if len(splits) == 0 {
		return g
	}
	h := &graph{
		nodes:   append(make([]node, 0, len(g.nodes)+len(splits)), g.nodes...),
		matings: append([]mating(nil), g.matings...),
		twins:   g.twins,
	}
	for _, s := range splits {
		q := len(h.nodes)
		p := &h.nodes[s.node]
		d := *p
		d.home, d.duplicate, d.pin, d.matings = -1, true, nil, []int{s.mating}
		var rest []int
		for _, m := range p.matings {
			if m != s.mating {
				rest = append(rest, m)
			}
		}
		p.matings = rest
		h.nodes = append(h.nodes, d)
		if m := &h.matings[s.mating]; m.a == s.node {
			m.a = q
		} else {
			m.b = q
		}
	}
	return h
}

// splittable reports that p is drawn both in mating m and with parents, or with partners on both
// sides already, so that a duplicate in m leaves the other symbol in its own place.
func (g *graph) splittable(p, m int) bool {
	n := &g.nodes[p]
	mt := &g.matings[m]
	return (n.home >= 0 || len(n.matings) > 2) && mt.a != mt.b && !g.nodes[mt.a].duplicate && !g.nodes[mt.b].duplicate
}

// arrangement is a found order together with the splits it was found for.
type arrangement struct {
	*search
	splits []split
	spent  int // of the allowance for looking for it
}

func (a *arrangement) cost() float64 { return a.total() + costDuplicate*float64(len(a.splits)) }

// untangle looks for duplicates that save more faults than they cost, beginning with the people who
// take part in faults. allowance bounds the work of the whole.
func (g *graph) untangle(a *arrangement, strict bool, allowance int) *arrangement {
	for improved := true; improved && a.total() >= costDuplicate; {
		improved = false
		for _, p := range a.faulty() {
			if p >= len(g.nodes) {
				continue
			}
			for _, m := range a.nodes[p].matings {
				if !a.splittable(p, m) || allowance <= 0 || a.total() < costDuplicate {
					continue
				}
				b := g.splitOff(a, split{p, m}, strict)
				allowance -= b.spent
				if b.cost() < a.cost()-worthwhile {
					a, improved = b, true
					break
				}
			}
		}
	}
	return a
}

// splitOff is a with one more split: the duplicate takes the place of the node, and the node goes
// back among its siblings.
func (g *graph) splitOff(a *arrangement, sp split, strict bool) *arrangement {
	splits := append(append([]split(nil), a.splits...), sp)
	h := g.with(splits)
	f := newFrame(h)
	q := len(h.nodes) - 1
	beside := f.olderSibling(sp.node)
	seq := make([]int, 0, len(f.nodes))
	put := func(p int) {
		seq = append(seq, p)
		seq = append(seq, f.chain[p]...)
	}
	if beside < 0 {
		beside = q
	}
	for _, p := range a.seq {
		switch {
		case p == sp.node:
			put(q)
			if beside == q {
				put(sp.node)
			}
		case p < q:
			put(p)
			if p == beside {
				put(sp.node)
			}
		}
	}
	b := &arrangement{splits: splits}
	allowance := 2000 + 20*len(f.nodes)
	b.search = f.newSearch(seq, h.bridges(), strict, allowance).mended()
	b.improve(sp.node)
	b.improve(q)
	b.improve(f.matings[sp.mating].other(q))
	if b.cost() < a.cost()+1 {
		b.run()
	}
	b.spent = allowance - b.work + 4*len(f.nodes)
	return b
}

// olderSibling is the sibling before p in birth order, else the next one, else -1.
func (f *frame) olderSibling(p int) int {
	if f.founder(p) {
		return -1
	}
	kids := f.matings[f.nodes[p].home].kids
	for i, k := range kids {
		if k != p {
			continue
		}
		if i > 0 {
			return kids[i-1]
		}
		if len(kids) > 1 {
			return kids[1]
		}
	}
	return -1
}
