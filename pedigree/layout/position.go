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
	tolerance   = 1e-3 // of a step: when the places have settled
	maxRounds   = 200
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
// within the rows. There is exactly one such minimum, so that a small edit moves little. The method is
// FISTA (Beck and Teboulle 2009) with a diagonal metric and adaptive restart, whose projection onto
// the distances is exact in each row.
type placer struct {
	*order
	x, z, old, grad []float64
	step            []float64 // of a node: its row sum in the Hessian
	terms           []term
	gaps            [][]float64
	holds           []hold    // of a node
	edge            []float64 // of a row: nobody stands further left; nil for no such end
	inwards, middle float64   // the pull towards the middle, and where that is
	values, weights []float64 // scratch space for one row
	runs            []run
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
	n := len(o.nodes)
	p := &placer{order: o, x: make([]float64, n), z: make([]float64, n), old: make([]float64, n), grad: make([]float64, n), step: make([]float64, n), holds: holds}
	longest := 1
	for _, row := range p.rowsOf {
		longest = max(longest, len(row))
	}
	p.values, p.weights, p.runs = make([]float64, longest), make([]float64, longest), make([]run, longest)
	p.inwards = pullInwards / float64(longest*longest)
	p.addTerms()
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

func (p *placer) addTerms() {
	p.gaps = make([][]float64, p.rows)
	for r, row := range p.rowsOf {
		gaps := make([]float64, len(row))
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
			p.addBar(p.bars[r][i])
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

func (p *placer) gradient(at []float64) {
	for q := range p.grad {
		h := p.holds[q]
		p.grad[q] = p.inwards*at[q] + h.pull*(at[q]+p.middle-h.at)
	}
	for i := range p.terms {
		t := &p.terms[i]
		v := -t.rest
		for j := 0; j < t.n; j++ {
			v += t.coef[j] * at[t.node[j]]
		}
		v *= t.pull
		for j := 0; j < t.n; j++ {
			p.grad[t.node[j]] += v * t.coef[j]
		}
	}
}

// project moves x onto the distances of every row.
func (p *placer) project() {
	for r, row := range p.rowsOf {
		for i, q := range row {
			p.values[i], p.weights[i] = p.x[q], p.step[q]
		}
		separate(p.values[:len(row)], p.gaps[r], p.weights, p.runs)
		if r < len(p.edge) { // the nearest to a solution that keeps clear of an end is that solution, cut off there
			at := p.edge[r] - p.middle
			for i := range row {
				if i > 0 {
					at += p.gaps[r][i]
				}
				p.values[i] = max(p.values[i], at)
			}
		}
		for i, q := range row {
			p.x[q] = p.values[i]
		}
	}
}

// solved is the places found from where x stands.
func (p *placer) solved() []float64 {
	p.solve()
	for q := range p.x {
		p.x[q] += p.middle
	}
	return p.x
}

func (p *placer) solve() {
	p.project()
	copy(p.z, p.x)
	momentum := 1.0
	for round := 0; round < maxRounds; round++ {
		copy(p.old, p.x)
		p.gradient(p.z)
		for q := range p.x {
			p.x[q] = p.z[q] - p.grad[q]/p.step[q]
		}
		p.project()
		turn, way := 0.0, 0.0
		for q := range p.x {
			d := p.x[q] - p.old[q]
			turn += p.step[q] * (p.z[q] - p.x[q]) * d
			way = max(way, math.Abs(d))
		}
		if way < tolerance {
			return
		}
		next := (1 + math.Sqrt(1+4*momentum*momentum)) / 2
		ahead := (momentum - 1) / next
		if turn > 0 {
			next, ahead = 1, 0
		}
		momentum = next
		for q := range p.z {
			p.z[q] = p.x[q] + ahead*(p.x[q]-p.old[q])
		}
	}
}
