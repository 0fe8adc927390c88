package layout

import "math"

// usualWindow is how many places along a row are near enough to be tried.
const usualWindow = 12

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
	window  int     // how far along a row is not far away
	touched []int   // the rows the lifted set stands in
	lifted  []bool  // of a row: it is one of them
	span    []span  // of such a row: where the set stands
	saved   [][]int // of such a row: the part that the move just tried has changed, as it was
	from    []int   // ... and where that begins

	// Room that is used again and again: for the set being moved, a part of it, the sequence after a
	// move, and the nodes that take part in faults.
	moving, chosen, resequenced, suspects []int
	suspected                             []bool
	tried                                 []int // of a place for the set: one more than the work it took, 0 if not tried
}

// newSearch starts from the order of seq.
func (f *frame) newSearch(seq []int, bridge []bool, strict bool, work int) *search {
	o := newOrder(f, seq, strict)
	n := len(o.nodes)
	room := make([]int, 6*n+1+o.rows)
	cut := func(n int) (part []int) {
		part, room = room[:n:n], room[n:]
		return part
	}
	flags := make([]bool, 2*n+o.rows)
	lists := make([][]int, n+o.rows)
	s := &search{
		order: o, bridge: bridge, work: work, window: usualWindow, seq: cut(n), pos: cut(n), resequenced: cut(n), chosen: cut(n), tried: cut(n + 1),
		in: flags[:n], suspected: flags[n : 2*n], lifted: flags[2*n:], reach: lists[:n], saved: lists[n:],
		from: cut(o.rows), span: make([]span, o.rows),
	}
	copy(s.seq, seq)
	for i, p := range s.seq {
		s.pos[p] = i
	}
	for r, row := range o.rowsOf {
		s.saved[r] = cut(len(row))[:0]
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
	for s.work > 0 && s.faults() >= faultless {
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
	clear(s.suspected)
	s.blame = s.suspected
	for r := range s.rowsOf {
		s.rowCost(r)
		s.gapCost(r)
	}
	nodes := s.suspects[:0]
	for r := s.rows - 1; r >= 0; r-- {
		for _, p := range s.rowsOf[r] {
			if s.blame[p] {
				nodes = append(nodes, p)
			}
		}
	}
	s.blame, s.suspects = nil, nodes
	return nodes
}

// improve makes the best move of each set around p that gains anything.
func (s *search) improve(p int) bool {
	improved, last := false, 0
	for kind := moveAlone; kind <= moveOrigin; kind++ {
		if s.work <= 0 {
			return improved
		}
		set := s.set(p, kind)
		if s.movable != nil {
			set = s.onlyMovable(set)
		}
		s.work -= len(set) / 8
		if len(set) == 0 || len(set) == len(s.seq) || kind < moveOrigin && len(set) == last {
			continue // each set but the origin is the one before with others added
		}
		last = len(set)
		improved = s.moveToBest(p, set, kind) || improved
	}
	for _, q := range s.spouses[p] {
		if s.movable == nil && !s.founder(p) && !s.founder(q) && s.nodes[p].row == s.nodes[q].row {
			s.moving = append(s.moving[:0], p, q)
			improved = s.moveToBest(p, s.moving, moveCouple) || improved
		}
	}
	return improved
}

// moveToBest moves a set to where it costs least, either way round if it is a couple.
func (s *search) moveToBest(p int, set []int, kind int) bool {
	s.lift(set)
	at, ok := s.bestPlace(p, set, kind)
	if ok {
		s.tryMove(at, math.Inf(1))
		s.commit(at)
		s.turned = false
	}
	s.drop(set)
	return ok
}

// bestPlace finds where in the sequence the lifted set costs least, if that is less than where it stands.
func (s *search) bestPlace(p int, set []int, kind int) (at int, ok bool) {
	s.turned = false
	best := -worthwhile
	turned := false
	clear(s.tried)
	try := func(place int) {
		t := &s.tried[s.firstAlike(place)]
		if *t > 0 && s.work > 0 {
			s.work -= *t - 1
			return
		}
		before := s.work
		defer func() { *t = 1 + before - s.work }()
		for {
			if s.work <= 0 {
				s.turned = false
				return
			}
			if gain := s.tryMove(place, best); gain < best {
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
			if s.reach[q] == nil { // which looks for q's branch by marking it
				s.unmark(set)
				s.branch(q)
				for _, m := range set {
					s.in[m] = true
				}
			}
			for _, r := range s.reach[q] {
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
	s.turned = turned
	return at, ok
}

// near limits the places tried in a long row: those not far away, those beside relatives, the ends.
func (s *search) near(p, q, rank, length int) bool {
	d := rank - s.rank[p]
	return d <= s.window && d >= -s.window || rank == 0 || rank == length-1 || contains(s.spouses[p], q) ||
		s.nodes[p].home >= 0 && s.nodes[p].home == s.nodes[q].home
}
