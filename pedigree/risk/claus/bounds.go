package claus

// bounds are the lowest and highest odds over the readings of every vague fact about relatives.
//
// Each fact alone moves the odds monotonically with the ratio of its reading, so an extreme lies where
// every fact is at one of its two ends. The ends are found by letting all facts move at once to their
// better end, and repeating until none moves. That is exact unless the direction in which a fact works
// depends on the others, for which people on both sides of a shared child must be affected, one of
// them a relative by marriage. The average always lies inside.
func (q *question) bounds() [2]float64 {
	found := [2]float64{q.baseline.odds, q.baseline.odds}
	var vague []int
	for i, e := range q.known {
		if e.vague {
			vague = append(vague, i)
		}
	}
	if len(vague) == 0 {
		return found
	}
	found[0] = q.extreme(vague, func(a, b float64) bool { return a < b })
	found[1] = q.extreme(vague, func(a, b float64) bool { return a > b })
	return found
}

// extreme is the best odds that the vague facts of these people allow.
func (q *question) extreme(vague []int, better func(a, b float64) bool) float64 {
	best, at, s := q.baseline.odds, q.means(), q.baseline
	for range 2 + len(vague) {
		next := append([]pair{}, at...)
		moved := false
		for _, i := range vague {
			for _, end := range []pair{q.known[i].low, q.known[i].high} {
				if better(s.instead(i, at[i], end), s.instead(i, at[i], next[i])) {
					next[i], moved = end, true
				}
			}
		}
		if !moved {
			break
		}
		at = next
		var err error
		if s, err = q.split(at); err != nil {
			break
		}
		if better(s.odds, best) {
			best = s.odds
		}
	}
	return best
}
