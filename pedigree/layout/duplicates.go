package layout

import "kindred/pedigree"

// split says that a partner in a mating is drawn there a second time, away from the parents and the
// other partners: the other way to draw a loop. A duplicate may stand between two partners.
type split struct {
	node, mating int
	also         int // the second mating the duplicate is drawn in, -1 for none
}

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
		d.home, d.duplicate, d.pin, d.matings = -1, true, nil, nil
		var rest []int
		for _, m := range p.matings {
			if m != s.mating && m != s.also {
				rest = append(rest, m)
				continue
			}
			d.matings = append(d.matings, m)
			if mt := &h.matings[m]; mt.a == s.node {
				mt.a = q
			} else {
				mt.b = q
			}
		}
		p.matings = rest
		h.nodes = append(h.nodes, d)
	}
	return h
}

// splittable reports that p may be drawn a second time in mating m: p has parents or another partner
// drawn, so that the other symbol has a place of its own, and nobody has chosen lines.
func (g *graph) splittable(p, m int) bool {
	n := &g.nodes[p]
	mt := &g.matings[m]
	return (n.home >= 0 || len(n.matings) > 1) && mt.a != mt.b && !g.nodes[mt.a].duplicate && !g.nodes[mt.b].duplicate &&
		g.nodes[mt.a].twice != pedigree.No && g.nodes[mt.b].twice != pedigree.No
}

// chosenSplits adds the duplicates a user has asked for: wherever a loop still runs through a partner
// to be drawn twice, it is cut beside them, and of more than two partners the others stand beside a
// duplicate.
func (g *graph) chosenSplits(splits []split) []split {
	for p := range g.nodes {
		if g.nodes[p].twice != pedigree.Yes {
			continue
		}
		for _, m := range g.nodes[p].matings {
			if h := g.with(splits); contains(h.nodes[p].matings, m) && h.splittable(p, m) && h.loopThrough(p, m) {
				splits = append(splits, split{p, m, -1})
			}
		}
		splits = g.pairsOf(p, splits)
	}
	return splits
}

// cuts are splits, and more, that leave next to no loop: of each loop, the link to the last of its
// matings is cut, a donor's before a couple's, and of a mating only one, the cheaper.
func (g *graph) cuts(splits []split) []split {
	h := g.with(splits)
	n := len(h.nodes)
	set := newUnionFind(n + len(h.matings))
	for p := range h.nodes {
		if home := h.nodes[p].home; home >= 0 {
			set.join(p, n+home)
		}
	}
	for _, union := range [...]bool{true, false} {
		for m := range h.matings {
			mt := &h.matings[m]
			if mt.union != union {
				continue
			}
			pair, cut := [...]int{mt.a, mt.b}, false
			if h.nodes[mt.a].again < h.nodes[mt.b].again {
				pair = [...]int{mt.b, mt.a}
			}
			for i, p := range pair {
				switch {
				case i == 1 && p == pair[0]:
				case set.find(p) != set.find(n+m):
					set.join(p, n+m)
				case !cut && h.splittable(p, m):
					splits = append(splits[:len(splits):len(splits)], split{p, m, -1})
					cut = true
				}
			}
		}
	}
	return splits
}

// arrangement is a found order together with the splits it was found for.
type arrangement struct {
	*search
	splits []split
	spent  int // of the allowance for looking for it
}

func (a *arrangement) cost() float64 { return a.total() + a.duplicates(a.splits) }

// duplicates is what those of splits cost.
func (g *graph) duplicates(splits []split) float64 {
	cost := 0.0
	for _, s := range splits {
		cost += g.nodes[s.node].again
	}
	return cost
}

// untangle looks for duplicates that save more faults than they cost, beginning with the people who
// take part in faults. allowance bounds the work of the whole.
func (g *graph) untangle(a *arrangement, strict bool, allowance int) *arrangement {
	for improved := true; improved && a.faults() >= costDuplicate; {
		improved = false
		for _, p := range a.faulty() {
			if p >= len(g.nodes) {
				continue
			}
			for _, m := range a.nodes[p].matings {
				if !a.splittable(p, m) || allowance <= 0 || a.faults() < costDuplicate {
					continue
				}
				b := g.splitOff(a, split{p, m, -1}, strict)
				allowance -= b.spent
				for i, s := range a.splits {
					if s.node != p || s.also >= 0 || b.cost() < a.cost()-costDuplicate {
						continue
					}
					splits := append([]split(nil), a.splits...)
					splits[i].also = m
					// A second partner beside a duplicate may close a loop that its user wants cut.
					if len(g.chosenSplits(splits)) > len(splits) {
						continue
					}
					if c := g.splitBeside(a, i, splits, strict); c.cost() < b.cost() {
						b = c
					}
					allowance -= b.spent
				}
				if b.cost() < a.cost()-worthwhile {
					a, improved = b, true
					break
				}
			}
		}
	}
	return a
}

// rejoin takes out the duplicates that the order found meanwhile no longer needs.
func (g *graph) rejoin(a *arrangement, strict bool, allowance int) *arrangement {
	for i := len(a.splits) - 1; i >= 0 && allowance > 0; i-- {
		if g.nodes[a.splits[i].node].twice == pedigree.Yes {
			continue
		}
		b := g.joined(a, i, strict)
		allowance -= b.spent
		if b.cost() < a.cost()-worthwhile {
			a = b
		}
	}
	return a
}

// splitOff is a with one more split: the duplicate takes the place of the node, and the node goes
// back among its siblings.
func (g *graph) splitOff(a *arrangement, sp split, strict bool) *arrangement {
	q := len(g.nodes) + len(a.splits)
	beside := a.olderSibling(sp.node)
	var people []int
	for _, p := range a.seq {
		switch {
		case p == sp.node:
			people = append(people, q)
			if beside < 0 {
				people = append(people, p)
			}
		case p < q:
			people = append(people, p)
			if p == beside {
				people = append(people, sp.node)
			}
		}
	}
	m := &a.matings[sp.mating]
	return g.resplit(a, append(append([]split(nil), a.splits...), sp), people, strict, sp.node, q, m.other(sp.node))
}

// splitBeside is a with splits, of which the duplicate of split i now stands in a second mating, too.
func (g *graph) splitBeside(a *arrangement, i int, splits []split, strict bool) *arrangement {
	node, m := splits[i].node, splits[i].also
	q := len(g.nodes) + i
	var people []int
	for _, p := range a.seq {
		if p < len(g.nodes)+len(splits) {
			people = append(people, p)
		}
	}
	return g.resplit(a, splits, people, strict, a.matings[m].other(node), node, q)
}

// joined is a without split i.
func (g *graph) joined(a *arrangement, i int, strict bool) *arrangement {
	splits := append(append([]split(nil), a.splits[:i]...), a.splits[i+1:]...)
	q := len(g.nodes) + i
	var people []int
	for _, p := range a.seq {
		switch {
		case p >= len(g.nodes)+len(a.splits) || p == q:
		case p > q:
			people = append(people, p-1)
		default:
			people = append(people, p)
		}
	}
	s := a.splits[i]
	return g.resplit(a, splits, people, strict, s.node, g.matings[s.mating].other(s.node))
}

// resplit is an arrangement with other splits, started from an order of people and duplicates. Those
// given move first.
func (g *graph) resplit(a *arrangement, splits []split, people []int, strict bool, first ...int) *arrangement {
	f := newFrame(g.with(splits))
	seq := make([]int, 0, len(f.nodes))
	for _, p := range people {
		seq = append(append(seq, p), f.chain[p]...)
	}
	b := &arrangement{splits: splits}
	allowance := 2000 + 20*len(f.nodes)
	b.search = f.newSearch(seq, f.bridges(), strict, allowance).mended()
	for _, p := range first {
		b.improve(p)
	}
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
