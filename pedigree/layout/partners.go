package layout

import "slices"

// beside is how many partners p has in the same row.
func (g *graph) beside(p int) int {
	n := 0
	for _, m := range g.nodes[p].matings {
		if q := g.matings[m].other(p); q != p && g.nodes[q].row == g.nodes[p].row {
			n++
		}
	}
	return n
}

// isTwin reports whether p is one of a multiple birth.
func (g *graph) isTwin(p int) bool {
	return slices.ContainsFunc(g.twins, func(t []int) bool { return slices.Contains(t, p) })
}

// priceDuplicates says of everybody what it costs to draw them once more. A parent of three half-sibships,
// whom every clinic meets, is expected once, between two of the partners, with a line that passes
// below one of them to the third: two symbols of one parent in one row read as two people. So there
// the duplicate costs just more than that line, which passes a symbol and a line of descent. With
// four partners two such lines would leave the parent, and a duplicate is plainer than they are.
// A twin, who has room for one partner, is priced so for the second.
func (g *graph) priceDuplicates() {
	for p := range g.nodes {
		n := &g.nodes[p]
		n.again = costDuplicate
		switch union := func(m int) bool { return g.matings[m].union }; {
		case g.beside(p) == 3, g.beside(p) == 2 && g.isTwin(p):
			n.again = costParent
		case n.home < 0 && !slices.ContainsFunc(n.matings, union):
			n.again = costDonor
		}
	}
}

// unavoidable is the cost that no drawing of g stays below, as lines or with duplicates: only two
// partners can stand beside somebody.
func (g *graph) unavoidable() float64 {
	const pastPartner = costThrough + costCrossing
	cost := 0.0
	for p := range g.nodes {
		switch n := g.beside(p); {
		case n == 3:
			cost += pastPartner
		case n > 3:
			cost += costDuplicate * float64((n-1)/2) // each for the next two partners
		}
	}
	return cost
}

// pairs are splits, and more, by which nobody stands beside more than two partners.
func (g *graph) pairs(splits []split) []split {
	for p := range g.nodes {
		splits = g.pairsOf(p, splits)
	}
	return splits
}

// pairsOf are splits, and more, by which p stands beside no more than two partners: the third and the
// fourth stand left and right of a duplicate, and so on.
func (g *graph) pairsOf(p int, splits []split) []split {
	if g.beside(p) <= 2 {
		return splits
	}
	h := g.with(splits)
	splits = splits[:len(splits):len(splits)]
	last, beside := -1, 0
	for _, m := range h.nodes[p].matings {
		if q := h.matings[m].other(p); q == p || h.nodes[q].row != h.nodes[p].row {
			continue
		}
		beside++
		if beside <= 2 || !h.splittable(p, m) {
			continue
		}
		if last >= 0 {
			splits[last].also, last = m, -1
			continue
		}
		last = len(splits)
		splits = append(splits, split{p, m, -1})
	}
	return splits
}
