package draw

import (
	"cmp"
	"slices"
)

// claim is a stretch under a row's symbols that a way needs.
type claim struct {
	row    int
	lo, hi float64
	lane   int     // 1 the highest, once shared out
	hangs  float64 // how far a mark hangs below it
	under  int     // 1 + the claim that it must be deeper than; 0 for none
}

// claimLane asks for a lane under a row's symbols, from which a mark hangs so far.
func (d *drawing) claimLane(row int, x1, x2, hangs float64) int {
	d.claims = append(d.claims, claim{row: row, lo: min(x1, x2), hi: max(x1, x2), hangs: hangs})
	return len(d.claims) - 1
}

// shareLanes gives every claim a lane of its row, the shortest the highest, so that no two overlap,
// and the rows the room that their lanes take.
func (d *drawing) shareLanes() {
	order := make([]int, len(d.claims))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := d.claims[i], d.claims[j]
		return cmp.Or(cmp.Compare(min(a.under, 1), min(b.under, 1)), cmp.Compare(a.hi-a.lo, b.hi-b.lo))
	})
	const apart = 12
	for at, i := range order {
		c := &d.claims[i]
		c.lane = 1
		if c.under > 0 {
			c.lane = d.claims[c.under-1].lane + 1
		}
		for _, j := range order[:at] {
			if o := d.claims[j]; o.row == c.row && o.lo < c.hi+apart && c.lo < o.hi+apart {
				c.lane = max(c.lane, o.lane+1)
			}
		}
		for _, n := range d.ordered[c.row] {
			if d.xs[n] > c.lo && d.xs[n] < c.hi {
				d.underMarks[c.row] = max(d.underMarks[c.row], d.below(n)-radius-5)
			}
		}
	}
	for _, c := range d.claims {
		room := radius + 1 + d.underMarks[c.row] + laneStep*float64(c.lane) + 4 + c.hangs
		d.passing[c.row] = max(d.passing[c.row], room)
	}
}

// laneY is the height of a lane.
func (d *drawing) laneY(claim int) float64 {
	c := d.claims[claim]
	return d.rowY[c.row] + radius + 1 + d.underMarks[c.row] + laneStep*float64(c.lane)
}
