package layout

import "slices"

// lift marks a set for being moved and notes the rows it stands in.
func (s *search) lift(set []int) {
	s.touched = s.touched[:0]
	for _, q := range set {
		s.in[q] = true
		if r := s.nodes[q].row; !s.lifted[r] {
			s.lifted[r] = true
			s.touched = append(s.touched, r)
		}
	}
}

// drop ends what lift began.
func (s *search) drop(set []int) {
	s.unmark(set)
	for _, r := range s.touched {
		s.lifted[r] = false
	}
}

// tryMove puts the lifted set before place at of the sequence in every row, and returns the change in
// cost, or once that cannot be below limit, something not below it. The rows stay changed until undo or
// commit.
func (s *search) tryMove(at int, limit float64) float64 {
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
		if s.lifted[r] {
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

// firstAlike is the first place of the sequence where the lifted set stands in every row as it does at
// this one.
func (s *search) firstAlike(place int) int {
	for place > 0 {
		if q := s.seq[place-1]; !s.in[q] && s.lifted[s.nodes[q].row] {
			break
		}
		place--
	}
	return place
}

// gapTouched reports that a row beside the gap above row r is being changed.
func (s *search) gapTouched(r int) bool {
	return s.lifted[r] || r > 0 && s.lifted[r-1]
}

// rebuild makes row r anew with the marked nodes at a place of the sequence; false if nothing moved.
func (s *search) rebuild(r, at int) bool {
	old := s.rowsOf[r]
	s.saved[r] = old
	row := s.other[r][:0]
	split := 0
	for ; split < len(old) && s.pos[old[split]] < at; split++ {
		if q := old[split]; !s.in[q] {
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
	for _, q := range old[split:] {
		if !s.in[q] {
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
		for i, q := range s.rowsOf[r] {
			s.rank[q] = i
		}
	}
}

// commit keeps the move just tried.
func (s *search) commit(at int) {
	for _, r := range s.touched {
		s.other[r] = s.saved[r]
		s.row[r], s.gap[r] = s.rowCost(r), s.gapCost(r)
		if r+1 < s.rows {
			s.gap[r+1] = s.gapCost(r + 1)
		}
	}
	seq := s.resequenced[:0]
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
	s.seq, s.resequenced = seq, s.seq
	for i, q := range seq {
		s.pos[q] = i
	}
}
