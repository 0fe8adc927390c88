package layout

import "math"

// The pulls on the places along a row; each multiplies the square of a distance.
const (
	pullCouple  = 8.0  // partners side by side stand one step apart
	pullApart   = 0.1  // partners not side by side
	pullCentre  = 2.0  // the middle of the children under the drop
	pullChild   = 0.1  // each child under the drop, shared among the children
	pullBend    = 8.0  // vertical lines are straight
	pullNear    = 0.05 // neighbours stand close
	pullBefore  = 0.02 // everybody stays where they stood before
	pullInwards = 5.0  // everybody towards the middle, shared by the square of the longest row
)

// term is one square of the objective: pull * (sum of coefficient*x - rest)^2, over at most four nodes.
type term struct {
	node [4]int
	coef [4]float64
	n    int
	rest float64
	pull float64
}

// placer finds x for an order: the minimum of a strictly convex quadratic subject to the distances
// within the rows. There is exactly one such minimum, so that a small edit moves little; solve.go finds
// it.
type placer struct {
	*order
	x, ahead, grad  []float64
	step            []float64 // of a node: its row sum in the Hessian
	terms           []term
	gaps            [][]float64
	holds           []hold    // of a node
	edge            []float64 // of a row: nobody stands further left; nil for no such end
	inwards, middle float64   // the pull towards the middle, and where that is
	values, weights []float64 // scratch space for one row
	runs            []run
	block, moved    []int // of a node: the block it stands in, counted over all rows; room for another such list
	blocks          int
	equations       *equations
}

// hold is the pull of one node to a place, measured like the pulls above; 0 for none.
type hold struct{ at, pull float64 }

// place returns x for every node, as if nobody were pinned. before holds earlier places, NaN where
// somebody is new, or is nil. It counts for nothing once there are pins, which have pushed others too:
// the frame that gives pins their meaning must be the same when the family is opened again.
func (o *order) place(before []float64) []float64 {
	holds := make([]hold, len(o.nodes))
	if o.anyPinned() {
		before = nil
	}
	for q, at := range before {
		if !math.IsNaN(at) {
			holds[q] = hold{at, pullBefore}
		}
	}
	p := o.newPlacer(holds)
	p.guess()
	p.spread()
	for q, h := range holds {
		if h.pull > 0 {
			p.x[q] = h.at - p.middle
		}
	}
	return p.solved()
}

// newPlacer prepares everything but where to start.
func (o *order) newPlacer(holds []hold) *placer {
	n, longest, squares := len(o.nodes), 1, 0
	for r, row := range o.rowsOf {
		longest = max(longest, len(row))
		squares += len(row) + len(o.lines[r])
		for i := range o.bars[r] {
			squares += 1 + len(o.bars[r][i].kids)
		}
	}
	room := make([]float64, 5*n+2*longest)
	cut := func(n int) (part []float64) {
		part, room = room[:n:n], room[n:]
		return part
	}
	p := &placer{
		order: o, holds: holds, terms: make([]term, 0, squares),
		x: cut(n), ahead: cut(n), grad: cut(n), step: cut(n),
		values: cut(longest), weights: cut(longest), runs: make([]run, longest),
		block: make([]int, n), moved: make([]int, n),
		inwards: pullInwards / float64(longest*longest),
	}
	p.addTerms(cut)
	p.setMiddle()
	p.setSteps()
	return p
}

func (p *placer) add(pull, rest float64, n int, node [4]int, coef [4]float64) {
	p.terms = append(p.terms, term{node, coef, n, rest, pull})
}

// pair asks that b stand rest to the right of a.
func (p *placer) pair(pull float64, a, b int, rest float64) {
	p.add(pull, rest, 2, [4]int{a, b}, [4]float64{-1, 1})
}

// addTerms lists the squares and the distances; cut gives zeroes.
func (p *placer) addTerms(cut func(int) []float64) {
	p.gaps = make([][]float64, p.rows)
	for r, row := range p.rowsOf {
		gaps := cut(len(row))
		for i := 1; i < len(row); i++ {
			a, b := &p.nodes[row[i-1]], &p.nodes[row[i]]
			gaps[i] = a.right + b.left
			if !a.bend && !b.bend {
				gaps[i] = max(gaps[i], 1)
			}
			p.pair(pullNear, row[i-1], row[i], gaps[i])
		}
		p.gaps[r] = gaps
		for _, l := range p.lines[r] {
			a, b := l.a, l.b
			if p.rank[a] > p.rank[b] {
				a, b = b, a
			}
			if p.rank[b] == p.rank[a]+1 {
				p.pair(pullCouple, a, b, gaps[p.rank[b]])
			} else {
				p.pair(pullApart, a, b, 1)
			}
		}
		for i := range p.bars[r] {
			p.addBar(&p.bars[r][i])
		}
	}
}

// addBar centres the children of a bar under its drop.
func (p *placer) addBar(b *bar) {
	a, c := b.a, b.b
	shift := 0.0
	if d := p.rank[a] - p.rank[c]; d > 1 || d < -1 {
		if !p.dropBesideFirst(a, c) {
			a = c
		}
		c = a
		if p.dropRank(b) > float64(p.rank[a]) {
			shift = -.5
		} else {
			shift = .5
		}
	}
	lo, hi := b.kids[0], b.kids[0]
	for _, k := range b.kids {
		if p.rank[k] < p.rank[lo] {
			lo = k
		}
		if p.rank[k] > p.rank[hi] {
			hi = k
		}
	}
	pull := pullCentre
	if p.nodes[lo].bend && len(b.kids) == 1 || p.nodes[a].bend {
		pull = pullBend
	}
	p.add(pull, -shift, 4, [4]int{a, c, lo, hi}, [4]float64{.5, .5, -.5, -.5})
	for _, k := range b.kids {
		p.add(pullChild/float64(len(b.kids)), -shift, 3, [4]int{a, c, k}, [4]float64{.5, .5, -1})
	}
}

// setSteps prepares the metric: for a sum of squares, the Hessian is at most the diagonal of its
// absolute row sums.
func (p *placer) setSteps() {
	for q := range p.step {
		p.step[q] = p.inwards + p.holds[q].pull
	}
	for i := range p.terms {
		t := &p.terms[i]
		sum := 0.0
		for j := 0; j < t.n; j++ {
			sum += math.Abs(t.coef[j])
		}
		for j := 0; j < t.n; j++ {
			p.step[t.node[j]] += t.pull * math.Abs(t.coef[j]) * sum
		}
	}
}

// setMiddle finds the middle of the drawing, which everybody is pulled towards: the mean of the places
// they are held at, else 0.
func (p *placer) setMiddle() {
	sum, n := 0.0, 0
	for _, h := range p.holds {
		if h.pull > 0 {
			sum, n = sum+h.at, n+1
		}
	}
	if n > 0 {
		p.middle = sum / float64(n)
	}
}
