package layout

import (
	"slices"
	"sort"
)

// span is the first and the last place in a row of a set.
type span struct{ lo, hi int }

// lift marks a set for being moved and notes the rows it stands in.
func (s *search) lift(set []int) {
	s.touched = s.touched[:0]
	for _, q := range set {
		s.in[q] = true
		r, i := s.nodes[q].row, s.rank[q]
		if !s.lifted[r] {
			s.lifted[r] = true
			s.touched = append(s.touched, r)
			s.span[r] = span{i, i}
		}
		s.span[r] = span{min(s.span[r].lo, i), max(s.span[r].hi, i)}
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
	before := 0.0
	for r := 0; r < s.rows; r++ {
		if s.lifted[r] {
			before += s.row[r]
		}
		if s.gapTouched(r) {
			before += s.gap[r]
		}
	}
	after := 0.0
	for _, r := range s.touched {
		s.work -= len(s.rowsOf[r]) / 2
		if after += s.rowCost(r); after-before >= limit {
			return after - before
		}
	}
	for r := 0; r < s.rows; r++ {
		if s.gapTouched(r) {
			s.work -= len(s.rowsOf[r]) / 2
			if after += s.gapCostBelow(r, limit+before-after); after-before >= limit {
				break
			}
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
// The part of the row that changes is kept for undo.
func (s *search) rebuild(r, at int) bool {
	row := s.rowsOf[r]
	place := sort.Search(len(row), func(i int) bool { return s.pos[row[i]] >= at })
	lo, hi := min(place, s.span[r].lo), max(place, s.span[r].hi+1)
	old := append(s.saved[r][:0], row[lo:hi]...)
	s.saved[r], s.from[r] = old, lo
	k := lo
	for _, q := range old[:place-lo] {
		if !s.in[q] {
			row[k] = q
			k++
		}
	}
	first := k
	for _, q := range old {
		if s.in[q] {
			row[k] = q
			k++
		}
	}
	if s.turned {
		slices.Reverse(row[first:k])
	}
	for _, q := range old[place-lo:] {
		if !s.in[q] {
			row[k] = q
			k++
		}
	}
	changed := false
	for i, q := range row[lo:hi] {
		changed = changed || old[i] != q
		s.rank[q] = lo + i
	}
	return changed
}

func (s *search) undo() {
	for _, r := range s.touched {
		lo := s.from[r]
		for i, q := range s.saved[r] {
			s.rowsOf[r][lo+i] = q
			s.rank[q] = lo + i
		}
	}
}

// commit keeps the move just tried.
func (s *search) commit(at int) {
	for _, r := range s.touched {
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
