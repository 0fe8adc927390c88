package layout

import "slices"

// What a fault of a drawing costs. The unit is one crossing of lines.
const (
	costCrossing   = 1.0
	costThrough    = 2.0   // a couple's line through a symbol
	costDuplicate  = 2.1   // somebody drawn twice: lines where they cost as much
	costDonor      = 2.0   // ... where that is a donor and nobody's partner: rather than one of the couple
	costParent     = 3.2   // ... where that is for the third of three partners: see priceDuplicates
	costMixed      = 1.0   // a stranger among siblings
	costInversion  = 0.5   // a pair of siblings out of birth order
	costForbidden  = 1000. // twins apart, a known birth order broken, more than an end-move
	costTwinSpouse = 0.3   // a spouse beside a twin who has twins on both sides
	costTwinsSplit = 3.1   // a spouse between twins who has room outside them, and would look like one of them

	// Too small to outweigh a fault, these choose among drawings with equally many.
	costApart    = 0.05  // a couple, for every symbol between them
	costManRight = 0.01  // the woman left of the man
	costOffset   = 0.002 // a sibship one place off the middle of its parents
)

// faultless is the highest cost that consists of preferences only: below it nothing is worth a search.
const faultless = 0.49

// order is an arrangement of a frame: the nodes of each row from left to right, and what it costs.
type order struct {
	*frame
	strict bool
	rank   []int
	rowsOf [][]int
	row    []float64 // cost within each row
	gap    []float64 // cost of the gap above each row
	blame  []bool    // nodes that take part in a fault, while faults are looked for
	byDrop [][]int   // of a row: its bars in the order of their drops when they were last judged
	tops   []anchored
	kids   []float64 // ranks of the children of tops
	pool   []block
	seen   []int // room for a sibship
}

// newOrder arranges f in the order in which the nodes come in sequence.
func newOrder(f *frame, sequence []int, strict bool) *order {
	counts := make([]int, f.rows)
	bars, most := 0, 0
	for i := range f.nodes {
		counts[f.nodes[i].row]++
	}
	for r := range f.bars {
		bars += len(f.bars[r])
		most = max(most, len(f.bars[r]))
	}
	costs := make([]float64, 2*f.rows)
	room := make([]int, 2*len(f.nodes)+bars)
	cut := func(n int) (part []int) {
		part, room = room[:n:n], room[n:]
		return part
	}
	o := &order{frame: f, strict: strict, rank: cut(len(f.nodes)), rowsOf: make([][]int, f.rows), byDrop: make([][]int, f.rows), row: costs[:f.rows], gap: costs[f.rows:]}
	o.tops, o.pool, o.kids = make([]anchored, 0, most), make([]block, 0, most), make([]float64, 0, slices.Max(counts))
	for r := range o.rowsOf {
		o.rowsOf[r] = cut(counts[r])[:0]
		o.byDrop[r] = cut(len(f.bars[r]))
		for i := range o.byDrop[r] {
			o.byDrop[r][i] = i
		}
	}
	for _, p := range sequence {
		r := f.nodes[p].row
		o.rank[p] = len(o.rowsOf[r])
		o.rowsOf[r] = append(o.rowsOf[r], p)
	}
	for r := range o.rowsOf {
		o.row[r] = o.rowCost(r)
		o.gap[r] = o.gapCost(r)
	}
	return o
}

func (o *order) total() float64 {
	sum := 0.0
	for r := range o.row {
		sum += o.row[r] + o.gap[r]
	}
	return sum
}

// faults is the part of the total that another order might not have.
func (o *order) faults() float64 { return o.total() - o.least }

func (o *order) blamed(nodes ...int) {
	if o.blame != nil {
		for _, p := range nodes {
			o.blame[p] = true
		}
	}
}

// rowCost judges one row by itself: couples, siblings and twins.
func (o *order) rowCost(r int) float64 {
	cost := 0.0
	for i, l := range o.lines[r] {
		lo, hi := o.rank[l.a], o.rank[l.b]
		if lo > hi {
			lo, hi = hi, lo
			if o.nodes[l.a].sex == sexMale && o.nodes[l.b].sex == sexFemale {
				cost += costManRight
			}
		}
		if hi-lo > 1 {
			cost += o.longLineCost(r, i, lo, hi)
		}
	}
	for i := range o.sibships[r] {
		cost += o.sibshipCost(r, o.sibships[r][i].kids)
	}
	for i := range o.steps[r] {
		cost += o.stepsCost(&o.steps[r][i])
	}
	for _, t := range o.twins[r] {
		cost += o.twinCost(r, t)
	}
	return cost
}

// longLineCost judges a couple that is not side by side.
func (o *order) longLineCost(r, i, lo, hi int) float64 {
	cost := costApart * float64(hi-lo-1)
	for k := lo + 1; k < hi; k++ {
		p := o.rowsOf[r][k]
		if o.nodes[p].bend {
			cost += costCrossing
		} else {
			cost += costThrough
			o.blamed(p)
		}
	}
	o.blamed(o.lines[r][i].a, o.lines[r][i].b)
	for j, l := range o.lines[r] {
		a, b := o.rank[l.a], o.rank[l.b]
		if a > b {
			a, b = b, a
		}
		if j != i && a < hi && lo < b && (b-a == 1 || i < j) {
			cost += costCrossing
		}
	}
	return cost
}

// sibshipCost judges the order of siblings: it follows birth, but that one may have been moved to
// each end, never one of two whose births are known; and nobody stands among them but spouses.
func (o *order) sibshipCost(r int, kids []int) float64 {
	cost := 0.0
	lo, hi := o.rank[kids[0]], o.rank[kids[0]]
	inverted := false
	for _, k := range kids {
		inverted = inverted || o.rank[k] < hi
		lo, hi = min(lo, o.rank[k]), max(hi, o.rank[k])
	}
	if inverted {
		cost += o.inversionCost(kids)
		o.blamed(kids...)
		if !o.endMovesOnly(r, kids, lo, hi) {
			cost += costForbidden
		}
	}
	if hi-lo >= len(kids) {
		mixed := false
		for k := lo + 1; k < hi; k++ {
			if p := o.rowsOf[r][k]; !o.nodes[p].bend && !contains(kids, p) && !o.spouseOfAny(p, kids) {
				mixed = true
				o.blamed(p)
			}
		}
		if mixed {
			cost += costMixed
			o.blamed(kids...)
		}
	}
	return cost
}

// inversionCost judges the pairs of siblings out of birth order.
func (o *order) inversionCost(kids []int) float64 {
	cost := 0.0
	for i, k := range kids {
		for _, l := range kids[:i] {
			if o.rank[l] > o.rank[k] {
				cost += o.pairCost(k, l)
			}
		}
	}
	return cost
}

// pairCost is what it costs that two siblings are out of birth order.
func (o *order) pairCost(k, l int) float64 {
	if o.strict || o.nodes[k].born.known() && o.nodes[l].born.known() {
		return costInversion + costForbidden
	}
	return costInversion
}

// stepsCost judges the pairs of siblings in two rows by where their lines leave the sibship line.
func (o *order) stepsCost(s *steps) float64 {
	cost := 0.0
	for i, k := range s.kids {
		for j, l := range s.kids[:i] {
			if o.nodes[k].row != o.nodes[l].row && o.rank[s.tops[j]] > o.rank[s.tops[i]] {
				cost += o.pairCost(k, l)
				o.blamed(k, l)
			}
		}
	}
	return cost
}

func (o *order) spouseOfAny(p int, kids []int) bool {
	for _, q := range o.spouses[p] {
		if contains(kids, q) {
			return true
		}
	}
	return false
}

// endMovesOnly reports that the siblings are in birth order but for the first and the last, who may
// have been moved there if the birth is not known; a multiple birth counts as one.
func (o *order) endMovesOnly(r int, kids []int, lo, hi int) bool {
	seen := o.seen[:0] // the places in kids, from left to right, twins once
	for k := lo; k <= hi; k++ {
		p := o.rowsOf[r][k]
		for i, kid := range kids {
			if kid != p {
				continue
			}
			if n := len(seen); n == 0 || !o.twinsOf(r, kids[seen[n-1]], p) {
				seen = append(seen, i)
			}
			break
		}
	}
	o.seen = seen
	n := len(seen)
	undated := func(i int) bool { return !o.nodes[kids[seen[i]]].born.known() }
	return slices.IsSorted(seen) ||
		undated(0) && slices.IsSorted(seen[1:]) ||
		undated(n-1) && slices.IsSorted(seen[:n-1]) ||
		undated(0) && undated(n-1) && slices.IsSorted(seen[1:n-1])
}

func (o *order) twinsOf(r, p, q int) bool {
	for _, t := range o.twins[r] {
		if contains(t, p) && contains(t, q) {
			return true
		}
	}
	return false
}

// twinCost is forbidding where a set is not one block: nobody stands between two of them but spouses
// of either, which is dear where the twin is at an end of the block.
func (o *order) twinCost(r int, t []int) float64 {
	lo, hi := o.rank[t[0]], o.rank[t[0]]
	for _, p := range t {
		if o.nodes[p].row != r {
			return 0
		}
		lo, hi = min(lo, o.rank[p]), max(hi, o.rank[p])
	}
	cost := 0.0
	row := o.rowsOf[r]
	last := lo
	for k := lo + 1; k <= hi; k++ {
		if !contains(t, row[k]) {
			continue
		}
		for _, p := range row[last+1 : k] {
			switch {
			case last > lo && contains(o.spouses[p], row[last]), k < hi && contains(o.spouses[p], row[k]):
				cost += costTwinSpouse
				o.blamed(p)
			case contains(o.spouses[p], row[last]), contains(o.spouses[p], row[k]):
				cost += costTwinsSplit
				o.blamed(p)
			default:
				cost += costForbidden
			}
		}
		last = k
	}
	if cost > 0 {
		o.blamed(t...)
	}
	return cost
}
