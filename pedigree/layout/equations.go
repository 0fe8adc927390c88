package layout

import (
	"math"
	"slices"
	"sync"
)

// equations is a sparse system with a symmetric positive definite matrix: how far each block must
// move to stand at the optimum. The slices are used again for the next system.
type equations struct {
	count    int // of variables
	diagonal []float64
	unknown  []float64 // the right side, and once solved the solution
	rows     []row     // off the diagonal, both halves; of a variable gone, those with the ones after it
	entries  []entry   // of all rows
	place    []int     // of a variable: one more than where the row at hand has it, 0 for nowhere
	wide     []bool    // of a variable: it has very many neighbours
	first    []int     // of a degree: one more than the first variable that has so many neighbours
	next     []int     // of a variable: one more than the next of the same degree
	previous []int
	order    []int // of elimination
}

// spareEquations keep their memory from one drawing to the next; nothing else of them is left after reset.
var spareEquations = sync.Pool{New: func() any { return new(equations) }}

// row is where the entries of one variable are, and how many there are and may be.
type row struct{ start, count, room int }

type entry struct {
	column int
	value  float64
}

// usualRow is room for the neighbours of most variables.
const usualRow = 16

// reset makes room for n variables that are not joined yet.
func (s *equations) reset(n int) {
	if n > len(s.rows) {
		n := n + n/4
		s.diagonal, s.unknown = make([]float64, n), make([]float64, n)
		s.rows, s.entries = make([]row, n), make([]entry, 0, n*usualRow*3/2)
		s.place, s.first, s.next, s.previous = make([]int, n), make([]int, n), make([]int, n), make([]int, n)
		s.order, s.wide = make([]int, 0, n), make([]bool, n)
	}
	for i := range n {
		s.diagonal[i], s.unknown[i], s.first[i], s.wide[i] = 0, 0, 0, false
		s.rows[i] = row{i * usualRow, 0, usualRow}
	}
	s.count, s.entries, s.order = n, s.entries[:n*usualRow], s.order[:0]
}

// row is the entries of variable i.
func (s *equations) row(i int) []entry {
	r := &s.rows[i]
	return s.entries[r.start : r.start+r.count]
}

// push adds an entry to row i, which moves to the end of all where it has no room.
func (s *equations) push(i int, e entry) {
	r := &s.rows[i]
	if r.count == r.room {
		old := s.entries[r.start : r.start+r.count]
		r.start, r.room = len(s.entries), 2*r.room
		s.entries = append(s.entries, old...)
		s.entries = append(s.entries, old...) // not read before it is written
	}
	s.entries[r.start+r.count] = e
	r.count++
}

// setUp writes down the equations for the blocks of p.
func (s *equations) setUp(p *placer) {
	s.reset(p.blocks)
	for q, b := range p.block {
		if b >= 0 {
			s.diagonal[b] += p.inwards + p.holds[q].pull
			s.unknown[b] -= p.grad[q]
		}
	}
	for i := range p.terms {
		s.addTerm(&p.terms[i], p.block)
	}
}

// solve turns the right side into the solution.
func (s *equations) solve() {
	s.eliminateAll()
	for k := len(s.order) - 1; k >= 0; k-- {
		v := s.order[k]
		x := s.unknown[v]
		for _, e := range s.row(v) {
			x -= e.value * s.unknown[e.column]
		}
		s.unknown[v] = x / s.diagonal[v]
	}
}

// addTerm adds a square of the objective.
func (s *equations) addTerm(t *term, block []int) {
	for j := 0; j < t.n; j++ {
		b := block[t.node[j]]
		if b < 0 {
			continue
		}
		pull := t.pull * t.coef[j]
		s.diagonal[b] += pull * t.coef[j]
		for k := 0; k < j; k++ {
			switch c := block[t.node[k]]; {
			case c == b:
				s.diagonal[b] += 2 * pull * t.coef[k]
			case c >= 0:
				s.add(b, c, pull*t.coef[k])
				s.add(c, b, pull*t.coef[k])
			}
		}
	}
}

// add adds to a place, for which there may be several entries until they are merged.
func (s *equations) add(i, column int, value float64) {
	if row := s.row(i); len(row) > 0 && row[len(row)-1].column == column {
		row[len(row)-1].value += value
		return
	}
	s.push(i, entry{column, value})
}

// merge leaves one entry for a place of row i.
func (s *equations) merge(i int) {
	n := 0
	row := s.row(i)
	for _, e := range row {
		if k := s.place[e.column]; k > 0 {
			row[k-1].value += e.value
			continue
		}
		row[n] = e
		n++
		s.place[e.column] = n
	}
	s.forget(row[:n])
	s.rows[i].count = n
}

// forget clears the places of a row.
func (s *equations) forget(row []entry) {
	for k := range row {
		s.place[row[k].column] = 0
	}
}

// setWideAside marks the variables with very many neighbours: the one block that a crowded row
// is. They come last, and their rows hold only each other: what joins them to the rest is in the rows
// of the rest, so that no long row need be gone through each time one of its neighbours goes.
func (s *equations) setWideAside() {
	n := s.count
	most := usualRow + 4*int(math.Sqrt(float64(n)))
	for i := range n {
		s.merge(i)
		s.wide[i] = s.rows[i].count > most
	}
	for i := range n {
		if s.wide[i] {
			s.rows[i].count = len(slices.DeleteFunc(s.row(i), func(e entry) bool { return !s.wide[e.column] }))
		}
	}
}

// eliminateAll takes the variables out one after the other, always one with the fewest neighbours
// left, which keeps the rows short (Tinney and Walker 1967).
func (s *equations) eliminateAll() {
	s.setWideAside()
	for _, wide := range [...]bool{false, true} {
		left := 0
		for v := s.count - 1; v >= 0; v-- {
			if s.wide[v] == wide {
				s.enqueue(v)
				left++
			}
		}
		for degree := 0; left > 0; left-- {
			for s.first[degree] == 0 {
				degree++
			}
			v := s.first[degree] - 1
			s.dequeue(v)
			s.order = append(s.order, v)
			s.eliminate(v)
			degree = max(degree-1, 0)
		}
	}
}

// eliminate takes v out of the rows of its neighbours, which become neighbours of each other.
func (s *equations) eliminate(v int) {
	for _, e := range s.row(v) {
		i := e.column
		factor := e.value / s.diagonal[v]
		s.diagonal[i] -= factor * e.value
		s.unknown[i] -= factor * s.unknown[v]
		apart := s.wide[i] && !s.wide[v]
		if !apart {
			s.dequeue(i)
		}
		row := s.row(i)
		for k := range row {
			s.place[row[k].column] = k + 1
		}
		if at, last := s.place[v]-1, len(row)-1; at >= 0 {
			row[at] = row[last]
			s.place[row[at].column] = at + 1
			s.place[v] = 0
			s.rows[i].count = last
		}
		for _, f := range s.row(v) {
			switch k := s.place[f.column]; {
			case f.column == i || apart && !s.wide[f.column]:
			case k > 0:
				s.entries[s.rows[i].start+k-1].value -= factor * f.value
			default:
				s.push(i, entry{f.column, -factor * f.value})
			}
		}
		s.forget(s.row(i))
		if !apart {
			s.enqueue(i)
		}
	}
}

// enqueue puts v among the variables with as many neighbours.
func (s *equations) enqueue(v int) {
	degree := s.rows[v].count
	n := s.first[degree]
	s.next[v], s.previous[v] = n, 0
	if n > 0 {
		s.previous[n-1] = v + 1
	}
	s.first[degree] = v + 1
}

func (s *equations) dequeue(v int) {
	n, p := s.next[v], s.previous[v]
	if p > 0 {
		s.next[p-1] = n
	} else {
		s.first[s.rows[v].count] = n
	}
	if n > 0 {
		s.previous[n-1] = p
	}
}
