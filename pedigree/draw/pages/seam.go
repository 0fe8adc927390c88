package pages

import (
	"math"
	"slices"
	"sort"
)

// seam is a cut from the top to the foot of neighbouring bands: a place in each. Within the limits
// of the drawing it passes no symbol and no text, for it runs from one band to the next along the
// level that parts them.
type seam struct {
	x      []float64
	severs []bool  // whether it severs a line in the band
	cost   float64 // of the lines that it severs
}

// edge is the seam at the left or right end of everything.
func edge(bands int, x float64) seam {
	s := seam{x: make([]float64, bands), severs: make([]bool, bands)}
	for i := range s.x {
		s.x[i] = x
	}
	return s
}

// through is the cheapest seam near a place, never further from it than reach: the shortest path
// from band to band, by dynamic programming. ok is false where a band has no cut in reach.
func through(bands []band, near, reach float64) (s seam, ok bool) {
	const drift, bend = 2.0, 0.5 // what a seam pays for straying by all its reach, and for a step as long
	type step struct {
		cost, pure float64
		from       int
	}
	steps := make([][]step, len(bands))
	within := make([][]cut, len(bands))
	for i := range bands {
		if within[i] = bands[i].cutsNear(near, reach); len(within[i]) == 0 {
			return s, false
		}
		for _, c := range within[i] {
			best := step{cost: math.Inf(1)}
			if i == 0 {
				best = step{}
			}
			for k := 0; i > 0 && k < len(steps[i-1]); k++ {
				before := within[i-1][k].x
				severed := fallingCost * float64(between(bands[i-1].falling, before, c.x))
				cost := steps[i-1][k].cost + severed + bend*math.Abs(before-c.x)/reach
				if cost < best.cost {
					best = step{cost, steps[i-1][k].pure + severed, k}
				}
			}
			best.cost += c.cost + drift*math.Abs(c.x-near)/reach
			best.pure += c.cost
			steps[i] = append(steps[i], best)
		}
	}
	last := len(bands) - 1
	at := 0
	for k, p := range steps[last] {
		if p.cost < steps[last][at].cost {
			at = k
		}
	}
	s = seam{x: make([]float64, len(bands)), severs: make([]bool, len(bands)), cost: steps[last][at].pure}
	for i := last; i >= 0; i-- {
		s.x[i], s.severs[i] = within[i][at].x, within[i][at].cost > 0
		at = steps[i][at].from
	}
	return s, true
}

// cutsNear are the cuts of the band no further from a place than reach. Beyond what stands in the
// band there is nothing to cut.
func (b *band) cutsNear(near, reach float64) []cut {
	lo := sort.Search(len(b.cuts), func(k int) bool { return b.cuts[k].x >= near-reach })
	hi := sort.Search(len(b.cuts), func(k int) bool { return b.cuts[k].x > near+reach })
	if n := len(b.solids); n == 0 || near < b.solids[0].from || near > b.solids[n-1].to {
		return append(slices.Clone(b.cuts[lo:hi]), b.cutAt(near))
	}
	return b.cuts[lo:hi]
}

// between counts sorted places strictly between a and b.
func between(sorted []float64, a, b float64) int {
	if a > b {
		a, b = b, a
	}
	lo := sort.Search(len(sorted), func(i int) bool { return sorted[i] > a })
	hi := sort.Search(len(sorted), func(i int) bool { return sorted[i] >= b })
	return max(0, hi-lo)
}

// room is what stands between two seams, from left to right, with a gutter where a line is cut. It is
// blank where nothing but lines on their way elsewhere is between them; ok is false when the seams
// cross.
func room(bands []band, left, right seam, gutter float64) (s span, blank, ok bool) {
	s, blank = span{math.Inf(1), math.Inf(-1)}, true
	for i := range bands {
		l, r := left.x[i], right.x[i]
		if l > r {
			return s, false, false
		}
		solids := bands[i].solids
		from := sort.Search(len(solids), func(k int) bool { return solids[k].from >= l })
		to := sort.Search(len(solids), func(k int) bool { return solids[k].from >= r })
		if from < to {
			s, blank = span{min(s.from, solids[from].from), max(s.to, solids[to-1].to)}, false
		}
		if left.severs[i] {
			s = span{min(s.from, l-gutter), max(s.to, l)}
		}
		if right.severs[i] {
			s = span{min(s.from, r), max(s.to, r+gutter)}
		}
	}
	return s, blank, true
}
