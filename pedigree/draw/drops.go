package draw

import (
	"math"
	"slices"
)

// partDrops moves lines of descent aside that would lie on the own line of somebody else's child, on
// another line of descent, or in a symbol where the parents are no couple.
func (d *drawing) partDrops() {
	const most = 5 // steps to each side
	for i := range d.sibships {
		s := &d.sibships[i]
		couple := d.coupleOf(s.Parents[0], s.Parents[1])
		if couple != nil && couple.way != nil {
			continue
		}
		left, right := math.Inf(-1), math.Inf(1)
		switch {
		case couple != nil:
			left, right = d.xs[couple.a]+radius+3, d.xs[couple.b]-radius-3
		case s.Parents[0] == s.Parents[1]:
			continue
		case !d.freeBetween(s.drop, s.parents, s.parents):
			s.drop = nearest(s.drop, d.gaps(s.parents, s.parents))
		}
		for step := range 2*most + 1 {
			by := apart * float64((step+1)/2)
			if step%2 == 1 {
				by = -by
			}
			x := s.drop + by
			fits := step == 0 || (x >= left && x <= right && (couple != nil || d.freeBetween(x, s.parents, s.parents)))
			if fits && !d.onAnother(i, x) {
				s.drop = x
				d.dropOf[pairOf(s.Parents[0], s.Parents[1])] = x
				break
			}
		}
		s.placed = true
	}
}

// apart is the least distance of upright lines that can be told apart.
const apart = 6.0

// onAnother reports that the line of descent of a sibship, at x, would lie on that of another,
// or on the own line of a child of another.
func (d *drawing) onAnother(sibship int, x float64) bool {
	s := &d.sibships[sibship]
	for j := range d.sibships {
		o := &d.sibships[j]
		if j == sibship || o.children < s.parents || s.children < o.parents {
			continue
		}
		if o.placed && math.Abs(o.drop-x) < apart && o.parents < s.children && s.parents < o.children {
			return true
		}
		if o.children != s.children || o.Track <= s.Track {
			continue
		}
		for k, c := range o.Children {
			if math.Abs(d.xs[c]+o.shift[k]-x) < apart {
				return true
			}
		}
	}
	return false
}

// nearest is the candidate nearest to x; x itself where there is none.
func nearest(x float64, candidates []float64) float64 {
	best, least := x, math.Inf(1)
	for _, c := range candidates {
		if by := math.Abs(c - x); by < least {
			best, least = c, by
		}
	}
	return best
}

// partTracks lifts sibship lines that would lie on another of the same gap and track, as may be where
// a line of descent has moved.
func (d *drawing) partTracks() {
	gaps := make([][]int, len(d.rowY))
	for i := range d.sibships {
		s := &d.sibships[i]
		s.left, s.right = s.foot, s.foot
		groups := d.twinGroups(s)
		for k, c := range s.Children {
			x := s.via[k].x
			if g := groups.of(c); g != nil {
				x = g.apex
			}
			s.left, s.right = min(s.left, x), max(s.right, x)
		}
		if s.right-s.left < 0.01 {
			continue
		}
		meets := func(j int) bool {
			o := &d.sibships[j]
			return o.Track == s.Track && o.left < s.right+1 && s.left < o.right+1
		}
		for slices.ContainsFunc(gaps[s.children], meets) {
			s.Track++
		}
		gaps[s.children] = append(gaps[s.children], i)
		d.tracks[s.children] = max(d.tracks[s.children], s.Track+1)
	}
}

// moveDrop sets the line of descent of partners on two rows under the level stretch beside the lower
// one, and that of a line that passes under others on its lane.
func (d *drawing) moveDrop(sibship int, c *couple) {
	s := &d.sibships[sibship]
	w := c.way
	last := w.uprights[len(w.uprights)-1]
	lo, hi := w.uprights[0], last
	if d.row(c.a) != d.row(c.b) {
		lo, hi = last, d.xs[w.to.node]+w.to.side*d.outlines[w.to.node].r
	}
	lo, hi = min(lo, hi), max(lo, hi)
	aside := min(stepOff, (hi-lo)/2)
	if len(s.Children) == 1 {
		s.drop = d.xs[s.Children[0]] + s.shift[0] // straight down, where that is under the line
	}
	s.drop = min(max(s.drop, lo+aside), hi-aside)
	taken := func(x float64) bool {
		return d.onAnother(sibship, x) || d.within(apart/2, x, s.parents, s.children)
	}
	for x := lo + aside; taken(s.drop) && x <= hi-aside; x += apart / 3 {
		if !taken(x) {
			s.drop = x
		}
	}
	s.placed = true
	d.dropOf[pairOf(c.a, c.b)] = s.drop
}
