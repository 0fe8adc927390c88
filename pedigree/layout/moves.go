package layout

import "slices"

// tryMove puts the marked set before place at of the sequence in every row, and returns the change in
// cost, or once that cannot be below limit, something not below it. The rows stay changed until undo or
// commit.
func (s *search) tryMove(set []int, at int, limit float64) float64 {
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
	changed := false
	for _, r := range s.touched {
		if s.rebuild(r, at) {
			changed = true
		}
	}
	if !changed {
		return 0
	}
	before, after := 0.0, 0.0
	for r := 0; r < s.rows; r++ {
		if s.saved[r] != nil {
			before += s.row[r]
			after += s.rowCost(r)
		}
		if s.gapTouched(r) {
			before += s.gap[r]
			s.work -= len(s.rowsOf[r])
		}
	}
	for r := 0; r < s.rows && after-before < limit; r++ {
		if s.gapTouched(r) {
			after += s.gapCostBelow(r, limit+before-after)
		}
	}
	return after - before
}

// gapTouched reports that a row beside the gap above row r is being changed.
func (s *search) gapTouched(r int) bool {
	return s.saved[r] != nil || r > 0 && s.saved[r-1] != nil
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
