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
	near   float64   // the place that it was to be near
	x      []float64 // in each band
	severs []bool    // whether it severs a line in the band
	first  []int     // the first of the band's solids to its right
	cost   float64   // of the lines that it severs
}

// edge is the seam at the left or right end of everything.
func edge(bands []band, x float64) seam {
	s := seam{x: make([]float64, len(bands)), severs: make([]bool, len(bands))}
	for i := range s.x {
		s.x[i] = x
	}
	s.place(bands)
	return s
}

// place finds the solids next to the seam.
func (s *seam) place(bands []band) {
	s.first = make([]int, len(bands))
	for i := range bands {
		solids := bands[i].solids
		s.first[i] = sort.Search(len(solids), func(k int) bool { return solids[k].from >= s.x[i] })
	}
}

// step is the cheapest way of a seam down to a cut of a band, and the cut in the band above that it
// comes from.
type step struct {
	cut
	cost float64
	from int
}

// through is the cheapest seam near a place, never further from it than reach: the shortest path
// from band to band, by dynamic programming. ok is false where a band has no cut in reach.
func through(bands []band, near, reach float64) (s seam, ok bool) {
	const drift, bend = 2.0, 0.5 // what a seam pays for straying by all its reach, and for a step as long
	ways := make([][]step, len(bands))
	for i := range bands {
		var above []falling
		if i > 0 {
			above = bands[i-1].falling
		}
		ways[i] = bands[i].cutsNear(near, reach, above)
		if len(ways[i]) == 0 {
			return s, false
		}
		if i > 0 {
			descend(ways[i-1], ways[i], bend/reach)
		}
		for k := range ways[i] {
			w := &ways[i][k]
			w.cost += w.cut.cost + drift*math.Abs(w.x-near)/reach
		}
	}
	last := len(bands) - 1
	at := 0
	for k, w := range ways[last] {
		if cheaper(w.cost, ways[last][at].cost) {
			at = k
		}
	}
	s = seam{near: near, x: make([]float64, len(bands)), severs: make([]bool, len(bands))}
	for i := last; i >= 0; i-- {
		w := &ways[i][at]
		s.x[i], s.severs[i] = w.x, w.cut.cost > 0
		s.cost += w.cut.cost
		if at = w.from; i > 0 {
			s.cost += math.Abs(ways[i-1][at].below - w.above)
		}
	}
	s.place(bands)
	return s, true
}

// descend gives each cut of a band the cheapest way from the cuts of the band above. A step costs
// what it severs, and bend for each point. As both grow with the distance, the best cut to the left
// and the best to the right are known from the next one.
func descend(from, to []step, bend float64) {
	for k := range to {
		to[k].cost = math.Inf(1)
	}
	best, at, j := math.Inf(1), 0, 0
	for k := range to {
		for ; j < len(from) && from[j].x <= to[k].x; j++ {
			if c := from[j].cost - from[j].below - bend*from[j].x; cheaper(c, best) {
				best, at = c, j
			}
		}
		to[k].cost, to[k].from = best+to[k].above+bend*to[k].x, at
	}
	best, j = math.Inf(1), len(from)-1
	for k := len(to) - 1; k >= 0; k-- {
		for ; j >= 0 && from[j].x > to[k].x; j-- {
			if c := from[j].cost + from[j].below + bend*from[j].x; cheaper(c, best) {
				best, at = c, j
			}
		}
		if c := best - to[k].above - bend*to[k].x; cheaper(c, to[k].cost) {
			to[k].cost, to[k].from = c, at
		}
	}
}

// cutsNear are the cuts of the band no further from a place than reach, from left to right. Beyond
// what stands in the band there is nothing to cut.
func (b *band) cutsNear(near, reach float64, above []falling) []step {
	lo := sort.Search(len(b.cuts), func(k int) bool { return b.cuts[k].x >= near-reach })
	hi := sort.Search(len(b.cuts), func(k int) bool { return b.cuts[k].x > near+reach })
	steps := make([]step, 0, hi-lo+1)
	for _, c := range b.cuts[lo:hi] {
		steps = append(steps, step{cut: c})
	}
	if n := len(b.solids); n == 0 || near < b.solids[0].from || near > b.solids[n-1].to {
		k, _ := slices.BinarySearchFunc(steps, near, func(s step, x float64) int {
			if s.x < x {
				return -1
			}
			return 1
		})
		steps = slices.Insert(steps, k, step{cut: b.cutAt(near, above)})
	}
	return steps
}

// room is what stands between two seams, from left to right, with a gutter where a line is cut. It is
// blank where nothing but lines on their way elsewhere is between them; ok is false when the seams
// cross, or more than most is between them.
func room(bands []band, left, right *seam, gutter, most float64) (s span, blank, ok bool) {
	s, blank = span{math.Inf(1), math.Inf(-1)}, true
	for i := range bands {
		l, r := left.x[i], right.x[i]
		if l > r {
			return s, false, false
		}
		if from, to := left.first[i], right.first[i]; from < to {
			s, blank = span{min(s.from, bands[i].solids[from].from), max(s.to, bands[i].solids[to-1].to)}, false
		}
		if left.severs[i] {
			s = span{min(s.from, l-gutter), max(s.to, l)}
		}
		if right.severs[i] {
			s = span{min(s.from, r), max(s.to, r+gutter)}
		}
		if !blank && s.to-s.from > most {
			return s, false, false
		}
	}
	return s, blank, true
}
