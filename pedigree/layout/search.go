package layout

import "math"

// worthwhile is the least gain for which the search changes an arrangement.
const worthwhile = 0.004

// search improves an order by moving sets of nodes that belong together: one symbol, a couple, a
// whole branch of descendants, the family a partner comes from. It looks only at nodes that take part
// in a fault, and ends when no move helps or its allowance of work is used up; nothing in it is random.
type search struct {
	*order
	seq    []int  // all nodes, from left to right; rows are its parts
	pos    []int  // of a node: its place in seq
	in     []bool // of a node: in the set being moved
	bridge []bool
	work   int // allowance left, in nodes looked at

	reach   [][]int // of a node: its branch, once asked for
	turned  bool    // the set being moved is turned round
	movable []bool  // the only nodes that may move; nil for all
	saved   [][]int // rows before a move
	other   [][]int // room for rows after a move
	touched []int
	spare   []int
}

// newSearch starts from the order of seq.
func (f *frame) newSearch(seq []int, bridge []bool, strict bool, work int) *search {
	o := newOrder(f, seq, strict)
	n := len(o.nodes)
	s := &search{order: o, seq: seq, pos: make([]int, n), in: make([]bool, n), bridge: bridge, work: work, reach: make([][]int, n), saved: make([][]int, o.rows), spare: make([]int, n)}
	for i, p := range seq {
		s.pos[p] = i
	}
	s.other = make([][]int, o.rows)
	for r, row := range o.rowsOf {
		s.other[r] = make([]int, len(row))
	}
	return s
}

// mended is s, or where its order is forbidden a search with the sibships put back together.
func (s *search) mended() *search {
	if s.total() < costForbidden {
		return s
	}
	m := s.frame.newSearch(s.mend(s.seq), s.bridge, s.strict, s.work)
	if m.total() < s.total() {
		return m
	}
	return s
}

// run improves the order until it is faultless or nothing helps.
func (s *search) run() {
	for s.work > 0 && s.total() >= faultless {
		improved := false
		for _, p := range s.faulty() {
			if s.improve(p) {
				improved = true
			}
		}
		if !improved {
			return
		}
	}
}

// faulty lists the nodes that take part in a fault, from left to right and from the bottom up.
func (s *search) faulty() []int {
	s.blame = make([]bool, len(s.nodes))
	for r := range s.rowsOf {
		s.rowCost(r)
		s.gapCost(r)
	}
	var nodes []int
	for r := s.rows - 1; r >= 0; r-- {
		for _, p := range s.rowsOf[r] {
			if s.blame[p] {
				nodes = append(nodes, p)
			}
		}
	}
	s.blame = nil
	return nodes
}

// improve makes the best move of each set around p that gains anything.
func (s *search) improve(p int) bool {
	improved := false
	for kind := moveAlone; kind <= moveOrigin; kind++ {
		if s.work <= 0 {
			return improved
		}
		set := s.set(p, kind)
		if s.movable != nil {
			set = s.onlyMovable(set)
		}
		s.work -= len(set) / 8
		if len(set) == 0 || len(set) == len(s.seq) {
			continue
		}
		improved = s.moveToBest(p, set, kind) || improved
	}
	for _, q := range s.spouses[p] {
		if s.movable == nil && !s.founder(p) && !s.founder(q) && s.nodes[p].row == s.nodes[q].row {
			improved = s.moveToBest(p, []int{p, q}, moveCouple) || improved
		}
	}
	return improved
}

// moveToBest moves a set to where it costs least, either way round if it is a couple.
func (s *search) moveToBest(p int, set []int, kind int) bool {
	at, ok := s.bestPlace(p, set, kind)
	if ok {
		s.tryMove(set, at, math.Inf(1))
		s.commit(set, at)
		s.turned = false
	}
	return ok
}

// bestPlace finds where in the sequence the set costs least, if that is less than where it stands.
func (s *search) bestPlace(p int, set []int, kind int) (at int, ok bool) {
	s.turned = false
	for _, q := range set {
		s.in[q] = true
	}
	best := -worthwhile
	turned := false
	try := func(place int) {
		for {
			if s.work <= 0 {
				s.turned = false
				return
			}
			if gain := s.tryMove(set, place, best); gain < best {
				best, at, ok, turned = gain, place, true, s.turned
			}
			s.undo()
			if kind != moveCouple || s.turned {
				s.turned = false
				return
			}
			s.turned = true
		}
	}
	row := s.rowsOf[s.nodes[p].row]
	for i, q := range row {
		if s.in[q] && kind != moveOrigin || !s.near(p, q, i, len(row)) {
			continue
		}
		if kind <= moveCouple {
			try(s.pos[q])
			try(s.pos[q] + 1)
			continue
		}
		first, last := s.pos[q], s.pos[q]
		if !s.nodes[q].bend {
			marks := append(s.spare[:0], set...)
			s.unmark(marks)
			b := s.branch(q)
			for _, m := range marks {
				s.in[m] = true
			}
			for _, r := range b {
				if !s.in[r] {
					first, last = min(first, s.pos[r]), max(last, s.pos[r])
				}
			}
		}
		try(first)
		try(last + 1)
	}
	if kind >= moveBranch {
		try(0)
		try(len(s.seq))
	}
	s.unmark(set)
	s.turned = turned
	return at, ok
}

// near limits the places tried in a long row: those not far away, those beside relatives, the ends.
func (s *search) near(p, q, rank, length int) bool {
	const window = 12
	d := rank - s.rank[p]
	return d <= window && d >= -window || rank == 0 || rank == length-1 || contains(s.spouses[p], q) ||
		s.nodes[p].home >= 0 && s.nodes[p].home == s.nodes[q].home
}
