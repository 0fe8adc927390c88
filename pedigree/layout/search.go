package layout

import "slices"

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
	spent  int // of the allowance, once done

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
		s.tryMove(set, at)
		s.commit(set, at)
		s.turned = false
	}
	return ok
}

// The sets that move with a node.
const (
	moveAlone  = iota // the symbol
	moveCouple        // with partners who have no parents drawn
	moveBranch        // and all descendants
	moveFamily        // and everything else that hangs on it, but not its parents' side
	moveOrigin        // everything on its parents' side
)

func (s *search) set(p, kind int) []int {
	switch {
	case kind == moveAlone:
		return append([]int{p}, s.chain[p]...)
	case s.nodes[p].bend:
		return nil
	case kind == moveCouple:
		set := s.withFounders(nil, p)
		if len(set) == 1 {
			return nil
		}
		s.unmark(set)
		return set
	case kind == moveBranch:
		return s.branch(p)
	}
	if h := s.nodes[p].home; h < 0 || !s.bridge[p] {
		return nil
	}
	family := s.hanging(p)
	if kind == moveFamily {
		s.unmark(family)
		return family
	}
	var origin []int
	for _, q := range s.seq {
		if !s.in[q] {
			origin = append(origin, q)
		}
	}
	s.unmark(family)
	return origin
}

func (s *search) onlyMovable(set []int) []int {
	kept := make([]int, 0, len(set))
	for _, q := range set {
		if s.movable[q] {
			kept = append(kept, q)
		}
	}
	return kept
}

func (s *search) unmark(set []int) {
	for _, q := range set {
		s.in[q] = false
	}
}

func (s *search) mark(set []int, p int) []int {
	s.in[p] = true
	set = append(set, p)
	for _, b := range s.chain[p] {
		if !s.in[b] {
			s.in[b] = true
			set = append(set, b)
		}
	}
	return set
}

// withFounders marks p and the partners of p who have no parents drawn.
func (s *search) withFounders(set []int, p int) []int {
	set = s.mark(set, p)
	for _, q := range s.spouses[p] {
		if !s.in[q] && s.founder(q) && s.nodes[q].row == s.nodes[p].row {
			set = s.mark(set, q)
		}
	}
	return set
}

// branch is p with partners and descendants, each with partners who have no parents drawn.
func (s *search) branch(p int) []int {
	if s.reach[p] == nil {
		set := s.withFounders(nil, p)
		for i := 0; i < len(set); i++ {
			for _, m := range s.nodes[set[i]].matings {
				for _, k := range s.matings[m].kids {
					if !s.in[k] {
						set = s.withFounders(set, k)
					}
				}
			}
		}
		s.unmark(set)
		s.reach[p] = set
	}
	return s.reach[p]
}

// hanging is everything joined to p other than through its parents; it stays marked.
func (s *search) hanging(p int) []int {
	set := s.mark(nil, p)
	visit := func(q int) {
		if !s.in[q] {
			set = s.mark(set, q)
		}
	}
	for i := 0; i < len(set); i++ {
		q := set[i]
		n := &s.nodes[q]
		if n.home >= 0 && q != p {
			visit(s.matings[n.home].a)
			visit(s.matings[n.home].b)
			for _, k := range s.matings[n.home].kids {
				visit(k)
			}
		}
		for _, m := range n.matings {
			visit(s.matings[m].other(q))
			for _, k := range s.matings[m].kids {
				visit(k)
			}
		}
	}
	return set
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
			if gain := s.tryMove(set, place); gain < best {
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

// tryMove puts the marked set before place at of the sequence in every row, and returns the change in
// cost. The rows stay changed until undo or commit.
func (s *search) tryMove(set []int, at int) float64 {
	s.touched = s.touched[:0]
	for _, q := range set {
		if r := s.nodes[q].row; s.saved[r] == nil {
			s.saved[r] = s.rowsOf[r]
			s.touched = append(s.touched, r)
		}
	}
	for _, q := range set {
		s.in[q] = true
	}
	before, after := 0.0, 0.0
	changed := false
	for _, r := range s.touched {
		if s.rebuild(r, at) {
			changed = true
		}
	}
	if !changed {
		return 0
	}
	for r := 0; r < s.rows; r++ {
		if s.saved[r] != nil {
			before += s.row[r]
			after += s.rowCost(r)
		}
		if s.saved[r] != nil || r > 0 && s.saved[r-1] != nil {
			before += s.gap[r]
			after += s.gapCost(r)
			s.work -= len(s.rowsOf[r])
		}
	}
	return after - before
}

// rebuild makes row r anew with the marked nodes at a place of the sequence; false if nothing moved.
func (s *search) rebuild(r, at int) bool {
	old := s.saved[r]
	row := s.other[r][:0]
	for _, q := range old {
		if !s.in[q] && s.pos[q] < at {
			row = append(row, q)
		}
	}
	first := len(row)
	for _, q := range old {
		if s.in[q] {
			row = append(row, q)
		}
	}
	if s.turned {
		slices.Reverse(row[first:])
	}
	for _, q := range old {
		if !s.in[q] && s.pos[q] >= at {
			row = append(row, q)
		}
	}
	s.rowsOf[r] = row
	changed := false
	for i, q := range row {
		changed = changed || old[i] != q
		s.rank[q] = i
	}
	return changed
}

func (s *search) undo() {
	for _, r := range s.touched {
		s.rowsOf[r] = s.saved[r]
		s.saved[r] = nil
		for i, q := range s.rowsOf[r] {
			s.rank[q] = i
		}
	}
}

// commit keeps the move just tried.
func (s *search) commit(set []int, at int) {
	for _, r := range s.touched {
		s.other[r] = s.saved[r]
		s.saved[r] = nil
		s.row[r], s.gap[r] = s.rowCost(r), s.gapCost(r)
		if r+1 < s.rows {
			s.gap[r+1] = s.gapCost(r + 1)
		}
	}
	seq := make([]int, 0, len(s.seq))
	for _, q := range s.seq[:at] {
		if !s.in[q] {
			seq = append(seq, q)
		}
	}
	first := len(seq)
	for _, q := range s.seq {
		if s.in[q] {
			seq = append(seq, q)
		}
	}
	if s.turned {
		slices.Reverse(seq[first:])
	}
	for _, q := range s.seq[at:] {
		if !s.in[q] {
			seq = append(seq, q)
		}
	}
	s.seq = seq
	for i, q := range seq {
		s.pos[q] = i
	}
	s.unmark(set)
}
