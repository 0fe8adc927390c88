package layout

import "math"

// anchored is a bar with its place in ranks of the row below: the drop from the parents, and the
// children.
type anchored struct {
	bar         int     // which of the gap's
	rank        float64 // of the drop, in the row above
	drop        float64
	lo, hi      float64 // first and last child
	left, right float64 // ends of the bar, which reaches from the drop over all children
	least       float64 // left end of this bar and all that follow
	first, last int     // its children in order.kids
}

// before puts bars in the order of their drops, those that leave the same place by their children.
func (a *anchored) before(b *anchored) bool {
	switch {
	case a.rank != b.rank:
		return a.rank < b.rank
	case a.lo+a.hi != b.lo+b.hi:
		return a.lo+a.hi < b.lo+b.hi
	}
	return a.bar < b.bar
}

// dropRank is where the line of descent leaves the couple's line: in the middle of a couple side by
// side, else next to the partner who has fewer other partners, so that it is plain whose it is.
func (o *order) dropRank(b *bar) float64 {
	x, y := o.rank[b.a], o.rank[b.b]
	if x-y <= 1 && y-x <= 1 {
		return float64(x+y) / 2
	}
	if o.dropBesideFirst(b.a, b.b) {
		x, y = y, x
	}
	if x < y {
		return float64(y) - .5
	}
	return float64(y) + .5
}

// dropBesideFirst chooses the partner of a couple not side by side whom the drop stands next to.
func (o *order) dropBesideFirst(a, b int) bool {
	if len(o.spouses[a]) != len(o.spouses[b]) {
		return len(o.spouses[a]) < len(o.spouses[b])
	}
	return o.rank[a] > o.rank[b]
}

// gapCost counts the crossings between rows r-1 and r, each pair of bars on the better of the two
// arrangements of its levels. Where the drops will stand is what the placing of x aims at: over the
// middle of the children, in the order of the parents and at least as far apart as these.
func (o *order) gapCost(r int) float64 { return o.gapCostBelow(r, math.Inf(1)) }

// gapCostBelow is gapCost, or once that cannot be below limit, something not below it.
func (o *order) gapCostBelow(r int, limit float64) float64 {
	bars := o.bars[r]
	if len(bars) == 0 {
		return 0
	}
	tops := o.sortedTops(r)
	cost := costOffset * o.settle(tops)
	least := math.Inf(1)
	for i := len(tops) - 1; i >= 0; i-- {
		t := &tops[i]
		t.left, t.right = min(t.lo, t.drop), max(t.hi, t.drop)
		least = min(least, t.left)
		t.least = least
	}
	for i := range tops {
		a := &tops[i]
		for j := i + 1; j < len(tops) && tops[j].least < a.right; j++ {
			b := &tops[j]
			if b.left >= a.right || b.right <= a.left {
				continue
			}
			if c := o.crossings(a, b); c > 0 {
				cost += costCrossing * float64(c)
				o.blameCrossing(&bars[a.bar], &bars[b.bar])
				if cost >= limit {
					return cost
				}
			}
		}
	}
	return cost
}

// sortedTops are the bars of the gap above row r in the order of their drops. They come in the order
// found last time, so that the sorting has little to do.
func (o *order) sortedTops(r int) []anchored {
	tops, kids := o.tops[:0], o.kids[:0]
	for _, i := range o.byDrop[r] {
		b := &o.bars[r][i]
		t := anchored{bar: i, rank: o.dropRank(b), lo: math.Inf(1), hi: -1, first: len(kids)}
		for _, k := range b.kids {
			x := float64(o.rank[k])
			t.lo, t.hi = min(t.lo, x), max(t.hi, x)
			kids = append(kids, x)
		}
		t.last = len(kids)
		j := len(tops)
		tops = append(tops, t)
		for ; j > 0 && t.before(&tops[j-1]); j-- {
			tops[j] = tops[j-1]
		}
		tops[j] = t
	}
	o.tops, o.kids = tops, kids
	for i := range tops {
		o.byDrop[r][i] = tops[i].bar
	}
	return tops
}

func (o *order) blameCrossing(a, b *bar) {
	if o.blame == nil {
		return
	}
	o.blamed(a.kids...)
	o.blamed(b.kids...)
	o.blamed(a.a, a.b, b.a, b.b)
}

// crossings of two bars, a's drop first, the upper one chosen so that they are fewest: the drop of the
// lower bar and the children of the upper one cross the other where they meet it. In ranks the two may
// seem to pass each other by, end to end; but the lines to a child of b left of a child of a do cross.
func (o *order) crossings(a, b *anchored) int {
	n := o.crossingsUnder(a, b)
	if n > 0 {
		n = min(n, o.crossingsUnder(b, a))
	}
	if n == 0 && b.lo < a.hi && a.rank < b.rank {
		return 1
	}
	return n
}

// crossingsUnder is the crossings with bar a above bar b.
func (o *order) crossingsUnder(a, b *anchored) int {
	n := 0
	if b.drop > a.left && b.drop < a.right {
		n++
	}
	for _, x := range o.kids[a.first:a.last] {
		if x > b.left && x < b.right {
			n++
		}
	}
	return n
}

// block is a run of drops that stand as close as they may.
type block struct {
	sum   float64 // of wishes, less the rank
	count int
}

// settle places the drops, which come in the order of the row above: the isotonic regression of the
// middles of the children. It returns how far they are off together.
func (o *order) settle(tops []anchored) float64 {
	pool := o.pool[:0]
	for i := range tops {
		b := block{(tops[i].lo+tops[i].hi)/2 - tops[i].rank, 1}
		for len(pool) > 0 {
			last := pool[len(pool)-1]
			if last.sum*float64(b.count) < b.sum*float64(last.count) {
				break
			}
			b.sum += last.sum
			b.count += last.count
			pool = pool[:len(pool)-1]
		}
		pool = append(pool, b)
	}
	o.pool = pool
	off, i := 0.0, 0
	for _, b := range pool {
		mean := b.sum / float64(b.count)
		for end := i + b.count; i < end; i++ {
			t := &tops[i]
			t.drop = mean + t.rank
			d := t.drop - (t.lo+t.hi)/2
			off += max(d, -d)
		}
	}
	return off
}
