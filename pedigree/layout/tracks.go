package layout

import "math"

// level is a sibship line in one gap between rows, at its final places.
type level struct {
	mating int
	drop   float64
	lo, hi float64 // ends of the line
	kids   []float64
	track  int

	furthest float64 // right end of this line and all to the left of it
}

// near is the least distance at which two lines on one level do not look like one.
const near = 0.05

// tracks gives every mating the level its sibship line runs on, 0 the lowest, so that lines of two
// sibships that meet are on different levels and cross as little as they can. Lines are laid from
// left to right on the cheapest level, and then each is looked at once more.
func (o *order) tracks(x []float64) []int {
	tracks := make([]int, len(o.matings))
	var levels []level
	var places []float64
	for r := range o.bars {
		levels, places = o.levels(r, x, levels[:0], places[:0])
		top := 0
		for pass := 0; pass < 2; pass++ {
			for i := range levels {
				met := levels[:i]
				if pass > 0 {
					met = levels
				}
				if t := cheapestTrack(i, met, &levels[i], top+1); t >= 0 {
					levels[i].track = t
					top = max(top, t)
				}
			}
		}
		for i := range levels {
			tracks[levels[i].mating] = levels[i].track
		}
	}
	return tracks
}

// levels are the lines of the gap above row r that run sideways at all, from left to right. The slices
// are room to use; places holds the children's.
func (o *order) levels(r int, x []float64, levels []level, places []float64) ([]level, []float64) {
	for i := range o.bars[r] {
		b := &o.bars[r][i]
		if !b.sibship {
			continue
		}
		l := level{mating: b.mating, drop: o.dropX(b.mating, x)}
		l.lo, l.hi = l.drop, l.drop
		first := len(places)
		for _, k := range b.kids {
			places = append(places, x[k])
			l.lo, l.hi = min(l.lo, x[k]), max(l.hi, x[k])
		}
		l.kids = places[first:]
		if l.hi-l.lo < 1e-9 {
			continue
		}
		j := len(levels)
		levels = append(levels, l)
		for ; j > 0 && (levels[j-1].lo > l.lo || levels[j-1].lo == l.lo && levels[j-1].drop > l.drop); j-- {
			levels[j] = levels[j-1]
		}
		levels[j] = l
	}
	furthest := math.Inf(-1)
	for i := range levels {
		furthest = max(furthest, levels[i].hi)
		levels[i].furthest = furthest
	}
	return levels, places
}

// cheapestTrack is the level from 0 to most on which l, which stands at place i, crosses the others
// least; -1 if nothing meets l.
func cheapestTrack(i int, others []level, l *level, most int) int {
	first, end := i, min(i+1, len(others))
	for first > 0 && others[first-1].furthest >= l.lo-near {
		first--
	}
	for end < len(others) && others[end].lo <= l.hi+near {
		end++
	}
	best, least := -1, 0
	for t := 0; t <= most; t++ {
		cost, free := 0, true
		for k := first; k < end; k++ {
			m := &others[k]
			if m.mating == l.mating || m.lo > l.hi+near || l.lo > m.hi+near {
				continue
			}
			switch {
			case m.track == t:
				free = false
			case m.track < t:
				cost += l.crossingsOver(m)
			default:
				cost += m.crossingsOver(l)
			}
		}
		if free && (best < 0 || cost < least) {
			best, least = t, cost
		}
	}
	return best
}

// crossingsOver is how often l crosses m where l is the upper one.
func (l *level) crossingsOver(m *level) int {
	n := 0
	if m.drop > l.lo && m.drop < l.hi {
		n++
	}
	for _, k := range l.kids {
		if k > m.lo && k < m.hi {
			n++
		}
	}
	return n
}
