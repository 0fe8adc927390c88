package layout

// level is a sibship line in one gap between rows, at its final places.
type level struct {
	mating int
	drop   float64
	lo, hi float64 // ends of the line
	kids   []float64
	track  int
}

// near is the least distance at which two lines on one level do not look like one.
const near = 0.05

// tracks gives every mating the level its sibship line runs on, 0 the lowest, so that lines of two
// sibships that meet are on different levels and cross as little as they can. Lines are laid from
// left to right on the cheapest level, and then each is looked at once more.
func (o *order) tracks(x []float64) []int {
	tracks := make([]int, len(o.matings))
	for r := range o.bars {
		levels := o.levels(r, x)
		top := 0
		for pass := 0; pass < 2; pass++ {
			for i := range levels {
				others := levels[:i]
				if pass > 0 {
					others = levels
				}
				if t := cheapestTrack(&levels[i], others, top+1); t >= 0 {
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

// levels are the lines of the gap above row r that run sideways at all, from left to right.
func (o *order) levels(r int, x []float64) []level {
	var levels []level
	for i := range o.bars[r] {
		b := &o.bars[r][i]
		if !b.sibship {
			continue
		}
		l := level{mating: b.mating, drop: o.dropX(b.mating, x)}
		l.lo, l.hi = l.drop, l.drop
		for _, k := range b.kids {
			l.kids = append(l.kids, x[k])
			l.lo, l.hi = min(l.lo, x[k]), max(l.hi, x[k])
		}
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
	return levels
}

// cheapestTrack is the level from 0 to most on which l crosses the others least; -1 if nothing meets l.
func cheapestTrack(l *level, others []level, most int) int {
	best, least := -1, 0
	for t := 0; t <= most; t++ {
		cost, free := 0, true
		for i := range others {
			m := &others[i]
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
