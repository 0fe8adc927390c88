package layout

// dice is a generator of numbers that look random and are the same every time (Knuth's MMIX
// congruence): the drawing of a family depends on nothing but the family.
type dice uint64

// below is a number from 0 to n-1.
func (d *dice) below(n int) int {
	*d = *d*6364136223846793005 + 1442695040888963407
	return int(uint64(*d>>33) * uint64(n) >> 31)
}

// anneal wanders from order to order by moves that may also make it a little worse, ever less so, and
// ends with the best one met: threshold accepting (Dueck and Scheuer, "Threshold accepting", 1990).
// It leaves the hollows in which every single move costs something. work is its allowance.
func (s *search) anneal(work int) {
	const (
		hot   = .7 * costCrossing // what a move may cost at the beginning
		watch = 200               // moves between two looks at who takes part in faults
	)
	var d dice
	cur := s.total()
	best, seq := cur, append([]int(nil), s.seq...)
	s.work = work
	var faulty []int
	for step := 0; s.work > 0 && best-s.least >= faultless; step++ {
		if step%watch == 0 {
			faulty = s.faulty()
		}
		if len(faulty) == 0 {
			break
		}
		left := float64(s.work) / float64(work)
		gain := s.wander(&d, faulty, hot*left*left)
		cur += gain
		if cur < best-1e-9 {
			best = cur
			seq = append(seq[:0], s.seq...)
		}
	}
	s.restore(seq)
}

// wander makes one move, if it costs less than limit, and returns what it cost.
func (s *search) wander(d *dice, faulty []int, limit float64) float64 {
	p := faulty[d.below(len(faulty))]
	if d.below(12) == 0 {
		p = s.seq[d.below(len(s.seq))]
	}
	kind := d.below(moveOrigin + 1)
	set := s.set(p, kind)
	s.work -= 1 + len(set)/8
	if len(set) == 0 || len(set) == len(s.seq) {
		return 0
	}
	row := s.rowsOf[s.nodes[p].row]
	q := row[d.below(len(row))]
	if d.below(4) > 0 { // mostly not far away
		const near = 4
		q = row[max(0, min(len(row)-1, s.rank[p]-near+d.below(2*near+1)))]
	}
	at := s.pos[q]
	s.lift(set)
	defer s.drop(set)
	if s.in[q] && kind != moveOrigin {
		return 0
	}
	right := d.below(2) == 1
	if right {
		at++
	}
	if kind >= moveBranch && !s.nodes[q].bend {
		if s.reach[q] == nil { // which looks for q's branch by marking it
			s.unmark(set)
			s.branch(q)
			for _, x := range set {
				s.in[x] = true
			}
		}
		for _, x := range s.reach[q] {
			if !s.in[x] {
				if right {
					at = max(at, s.pos[x]+1)
				} else {
					at = min(at, s.pos[x])
				}
			}
		}
	}
	s.turned = kind == moveCouple && d.below(2) == 1
	gain := s.tryMove(at, limit)
	if gain != 0 && gain < limit {
		s.commit(at)
	} else {
		s.undo()
		gain = 0
	}
	s.turned = false
	return gain
}

// restore goes back to an order met before.
func (s *search) restore(seq []int) {
	for r := range s.rowsOf {
		s.rowsOf[r] = s.rowsOf[r][:0]
	}
	copy(s.seq, seq)
	for i, p := range s.seq {
		s.pos[p] = i
		r := s.nodes[p].row
		s.rank[p] = len(s.rowsOf[r])
		s.rowsOf[r] = append(s.rowsOf[r], p)
	}
	for r := range s.rowsOf {
		s.row[r], s.gap[r] = s.rowCost(r), s.gapCost(r)
	}
}
