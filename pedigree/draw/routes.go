package draw

import (
	"math"
	"slices"
)

// route finds the way of every line that cannot run straight, without a symbol in its way, and shares
// out the lanes and the places at the symbols. Rows have no heights yet: only what is beside what.
func (d *drawing) route() {
	d.partDrops()
	for i := range d.sibships {
		s := &d.sibships[i]
		if c := d.coupleOf(s.Parents[0], s.Parents[1]); c == nil || c.way == nil {
			d.uprights = append(d.uprights, upright{s.drop, s.parents, s.children})
		}
	}
	var ways []*way
	for i := range d.couples {
		c := &d.couples[i]
		switch {
		case c.way == nil:
			continue
		case d.row(c.a) == d.row(c.b):
			d.passUnder(c)
		default:
			d.step(c)
		}
		ways = append(ways, c.way)
	}
	for i := range d.sibships {
		s := &d.sibships[i]
		if c := d.coupleOf(s.Parents[0], s.Parents[1]); c != nil && c.way != nil {
			d.moveDrop(s, c)
		}
		d.descend(s)
		for j := range s.stubs {
			ways = append(ways, d.reachDrop(s, &s.stubs[j]))
		}
	}
	d.shareLanes()
	d.sharePorts(ways)
}

// partDrops moves lines of descent aside that would lie on the own line of somebody else's child, or on
// another line of descent, in the same gap between two rows.
func (d *drawing) partDrops() {
	const apart, most = 6.0, 5
	gaps := make([][]int, len(d.rowY)) // the sibships that end in the gap above each row
	for i := range d.sibships {
		gaps[d.sibships[i].children] = append(gaps[d.sibships[i].children], i)
	}
	for i := range d.sibships {
		s := &d.sibships[i]
		taken := func(x float64) bool {
			for _, j := range gaps[s.children] {
				o := &d.sibships[j]
				if i == j {
					continue
				}
				if math.Abs(o.drop-x) < apart && j < i {
					return true
				}
				for k, c := range o.Children {
					if math.Abs(d.xs[c]+o.shift[k]-x) < apart && o.Track > s.Track {
						return true
					}
				}
			}
			return false
		}
		if !taken(s.drop) {
			continue
		}
		left, right := min(d.xs[s.Parents[0]], d.xs[s.Parents[1]]), max(d.xs[s.Parents[0]], d.xs[s.Parents[1]])
		for step := 1; step <= 2*most; step++ {
			by := apart * float64((step+1)/2)
			if step%2 == 0 {
				by = -by
			}
			if x := s.drop + by; x > left+radius+3 && x < right-radius-3 && !taken(x) {
				s.drop = x
				d.dropOf[pairOf(s.Parents[0], s.Parents[1])] = x
				break
			}
		}
	}
}

// passUnder leads a relationship line under the symbols between the two partners.
func (d *drawing) passUnder(c *couple) {
	from, to := d.xs[c.a]+d.outlines[c.a].r+stepOff, d.xs[c.b]-d.outlines[c.b].r-stepOff
	c.way = &way{
		from: end{node: c.a, side: 1}, to: end{node: c.b, side: -1}, uprights: []float64{from, to},
		lanes: []int{d.claimLane(d.row(c.a), from, to, c.union != nil && c.union.Childless != "")},
	}
}

// step leads a relationship line from the row of one partner to the row of the other: with one upright
// where nobody is in the way, and else along a lane under the upper row, the lower row, or both.
func (d *drawing) step(c *couple) {
	high, low := c.a, c.b
	if d.row(high) > d.row(low) {
		high, low = low, high
	}
	top, bottom := d.row(high), d.row(low)
	beside := []float64{d.besideLower(low, -1), d.besideLower(low, 1)}
	near := []float64{d.xs[high] - d.outlines[high].r - arriving, d.xs[high] + d.outlines[high].r + arriving}
	var best way
	var rows []int // of its lanes
	least := math.Inf(1)
	for _, x := range slices.Concat(beside, near, d.gaps(top, bottom)) {
		if !d.freeBetween(x, top+1, bottom-1) {
			continue
		}
		w := way{from: end{node: high, side: sideOf(d.xs[high], x)}, to: end{node: low, side: sideOf(d.xs[low], x), dy: -1}, uprights: []float64{x}}
		cost := math.Abs(x-d.xs[high]) + math.Abs(x-d.xs[low])
		const lane, crowd, partner = 60, 80, 30
		if d.crowded(x, top, bottom) {
			cost += crowd
		}
		laneAbove, laneBelow := !d.openTo(high, x), !d.openTo(low, x)
		if laneAbove {
			cost += lane
		}
		if laneBelow {
			cost += lane
			w.to.side = sideOf(math.Abs(x-beside[1]), math.Abs(x-beside[0]))
		}
		if d.straightAt(low, w.to.side > 0) {
			cost += partner
		}
		if cost >= least || (laneAbove && laneBelow && top == bottom-1) { // two lanes under one row
			continue
		}
		best, least, rows = w, cost, nil
		if laneAbove {
			best.uprights = []float64{d.xs[high] + w.from.side*(d.outlines[high].r+stepOff), x}
			rows = append(rows, top)
		}
		if laneBelow {
			last := beside[0]
			if w.to.side > 0 {
				last = beside[1]
			}
			best.uprights = append(best.uprights, last)
			rows = append(rows, bottom-1)
		}
	}
	for i, row := range rows {
		best.lanes = append(best.lanes, d.claimLane(row, best.uprights[i], best.uprights[i+1], false))
	}
	for _, x := range best.uprights {
		d.uprights = append(d.uprights, upright{x, top, bottom})
	}
	c.way = &best
}

// besideLower is where an upright comes down beside the lower partner: far enough for the line of
// descent to leave the level stretch, where the neighbour leaves the room.
func (d *drawing) besideLower(node int, side float64) float64 {
	edge := d.xs[node] + side*d.reachOf(node, side)
	room := arriving
	for _, n := range d.ordered[d.row(node)] {
		if gap := (d.xs[n]-d.xs[node])*side - d.reachOf(n, -side) - d.reachOf(node, side); n != node && (d.xs[n]-d.xs[node])*side > 0 {
			room = min(room, max(stepOff, gap/2))
		}
	}
	return edge + side*room
}

// openTo reports that a level line runs from a symbol to an upright at x without meeting another.
func (d *drawing) openTo(node int, x float64) bool {
	side := sideOf(d.xs[node], x)
	if math.Abs(x-d.xs[node]) < d.outlines[node].r+stepOff-1 {
		return false
	}
	from := d.xs[node] + side*d.outlines[node].r
	return !d.blocked(d.row(node), min(from, x), max(from, x), node, -1)
}

func sideOf(from, to float64) float64 {
	if to < from {
		return -1
	}
	return 1
}

// descend leads a line of descent, and the children's own lines, past the rows that they cross.
func (d *drawing) descend(s *sibship) {
	s.foot, s.jog = s.drop, -1
	if !d.freeBetween(s.drop, s.parents+1, s.children-1) {
		mean := 0.0
		for _, c := range s.Children {
			mean += d.xs[c] / float64(len(s.Children))
		}
		s.foot = d.passage(s.parents, s.children, s.drop, mean)
		if s.foot != s.drop {
			s.jog = d.claimLane(s.parents, s.drop, s.foot, false)
			if c := d.coupleOf(s.Parents[0], s.Parents[1]); c != nil && c.way != nil && len(c.way.lanes) > 0 {
				d.claims[s.jog].under = c.way.lanes[len(c.way.lanes)-1] + 1
			}
			d.uprights = append(d.uprights, upright{s.foot, s.parents, s.children})
		}
	}
	s.via = make([]via, len(s.Children))
	for k, c := range s.Children {
		s.via[k].x = d.xs[c] + s.shift[k]
		s.via[k].claim = -1
		if row := d.row(c); row > s.children && !d.freeBetween(s.via[k].x, s.children, row-1) {
			x := d.passage(s.children-1, row, s.via[k].x)
			s.via[k] = via{x, d.claimLane(row-1, x, s.via[k].x, false)}
			d.uprights = append(d.uprights, upright{x, s.children - 1, row})
		}
	}
}

// reachDrop leads the line of a parent who is no partner of the other to the line of descent.
func (d *drawing) reachDrop(s *sibship, st *stub) *way {
	side := sideOf(d.xs[st.node], s.drop)
	st.way = &way{from: end{node: st.node, side: side}, to: end{node: -1}, uprights: []float64{s.drop}}
	if !d.openTo(st.node, s.drop) {
		out := d.xs[st.node] + side*(d.outlines[st.node].r+stepOff)
		st.way.uprights = []float64{out, s.drop}
		st.way.lanes = []int{d.claimLane(d.row(st.node), out, s.drop, false)}
	}
	return st.way
}

// moveDrop sets the line of descent of partners on two rows under the level stretch beside the lower
// one, and that of a line that passes under others on its lane.
func (d *drawing) moveDrop(s *sibship, c *couple) {
	w := c.way
	last := w.uprights[len(w.uprights)-1]
	lo, hi := w.uprights[0], last
	if d.row(c.a) != d.row(c.b) {
		lo, hi = last, d.xs[w.to.node]+w.to.side*d.outlines[w.to.node].r
	}
	lo, hi = min(lo, hi), max(lo, hi)
	aside := min(stepOff, (hi-lo)/2)
	was := s.drop
	s.drop = min(max(s.drop, lo+aside), hi-aside)
	if s.foot == was {
		s.foot = s.drop
	}
	d.dropOf[pairOf(c.a, c.b)] = s.drop
}
