package layout

import "math"

// The places are found by an active set method. A step along the gradient, projected onto the
// distances within the rows, shows which neighbours touch, and so which runs of a row move as one
// block. The best place of all blocks together is the solution of linear equations; it is the
// optimum once a further step does not change it. Few rounds are needed, the fewer the nearer the
// start is: this is Newton's method for the projected gradient, which is linear between the changes of
// who touches whom (Qi and Sun 1993), made safe by never going where the objective is higher.
const (
	settled   = 1e-8 // of a unit: the places are final when no step is longer
	maxRounds = 100  // never seen to be needed
	leastLeap = 0.01 // of the way to the best place of the blocks, if the whole of it makes things worse
)

// solved is the places found from where x stands.
func (p *placer) solved() []float64 {
	p.solve()
	for q := range p.x {
		p.x[q] += p.middle
	}
	return p.x
}

// solve moves x to the optimum.
func (p *placer) solve() {
	p.equations = spareEquations.Get().(*equations)
	defer spareEquations.Put(p.equations)
	p.project(p.x, p.block)
	p.gradient(p.x)
	for round := 0; round < maxRounds; round++ {
		for q := range p.x {
			p.ahead[q] = p.x[q] - p.grad[q]/p.step[q]
		}
		p.project(p.ahead, p.block)
		p.x, p.ahead = p.ahead, p.x
		way := 0.0
		for q := range p.x {
			way = max(way, math.Abs(p.x[q]-p.ahead[q]))
		}
		if way < settled {
			return
		}
		p.leap()
	}
}

// leap goes to the optimum among the places where the blocks stay as they are, or towards it if others
// are in the way.
func (p *placer) leap() {
	value := p.gradient(p.x)
	p.equations.setUp(p)
	p.equations.solve()
	for part := 1.; part > leastLeap; part /= 2 {
		for q, b := range p.block {
			p.ahead[q] = p.x[q]
			if b >= 0 {
				p.ahead[q] += part * p.equations.unknown[b]
			}
		}
		p.project(p.ahead, p.moved)
		const rounding = 1e-13
		if p.gradient(p.ahead) <= value*(1+rounding) {
			p.x, p.ahead = p.ahead, p.x
			return
		}
	}
	p.gradient(p.x)
}

// gradient sets grad to half the gradient of the objective, and returns the objective.
func (p *placer) gradient(at []float64) float64 {
	value := 0.0
	for q := range p.grad {
		h := p.holds[q]
		off := at[q] + p.middle - h.at
		value += p.inwards*at[q]*at[q] + h.pull*off*off
		p.grad[q] = p.inwards*at[q] + h.pull*off
	}
	for i := range p.terms {
		t := &p.terms[i]
		v := -t.rest
		for j := 0; j < t.n; j++ {
			v += t.coef[j] * at[t.node[j]]
		}
		value += t.pull * v * v
		v *= t.pull
		for j := 0; j < t.n; j++ {
			p.grad[t.node[j]] += v * t.coef[j]
		}
	}
	return value
}

// project moves x as little as possible, in the metric of step, to where the distances of every row are
// kept, and numbers the blocks of those who then touch: -1 for who stands against an edge.
func (p *placer) project(x []float64, block []int) {
	blocks := 0
	for r, row := range p.rowsOf {
		for i, q := range row {
			p.values[i], p.weights[i] = x[q], p.step[q]
		}
		first := 0
		for _, t := range separate(p.values[:len(row)], p.gaps[r], p.weights, p.runs) {
			for _, q := range row[first:t.end] {
				block[q] = blocks
			}
			first = t.end
			blocks++
		}
		if r < len(p.edge) { // the nearest to a solution that keeps clear of an end is that solution, cut off there
			at := p.edge[r] - p.middle
			for i, q := range row {
				if i > 0 {
					at += p.gaps[r][i]
				}
				if p.values[i] < at {
					p.values[i], block[q] = at, -1
				}
			}
		}
		for i, q := range row {
			x[q] = p.values[i]
		}
	}
	p.blocks = blocks
}
