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
			d.moveDrop(i, c)
		}
		d.descend(s)
		for j := range s.stubs {
			ways = append(ways, d.reachDrop(s, &s.stubs[j]))
		}
	}
	d.shareLanes()
	d.sharePorts(ways)
	d.partTracks()
}

// passUnder leads a relationship line under the symbols between the two partners.
func (d *drawing) passUnder(c *couple) {
	from, to := d.xs[c.a]+d.outlines[c.a].r+stepOff, d.xs[c.b]-d.outlines[c.b].r-stepOff
	c.way = &way{
		from: end{node: c.a, side: 1}, to: end{node: c.b, side: -1}, uprights: []float64{from, to},
		lanes: []int{d.claimLane(d.row(c.a), from, to, c.hangs())},
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
	best := way{from: end{node: high, side: 1}, to: end{node: low, side: 1, dy: -1}, uprights: beside[1:]}
	var rows []int // of its lanes
	least := math.Inf(1)
	beyond := []float64{near[0] - apart - 2, near[1] + apart + 2, beside[0] - apart - 2, beside[1] + apart + 2}
	for _, x := range slices.Concat(beside, near, beyond, d.gaps(top, bottom)) {
		if !d.freeBetween(x, top+1, bottom-1) {
			continue
		}
		w := way{from: end{node: high, side: sideOf(d.xs[high], x)}, to: end{node: low, side: sideOf(d.xs[low], x), dy: -1}, uprights: []float64{x}}
		cost := math.Abs(x-d.xs[high]) + math.Abs(x-d.xs[low])
		const lane, crowd, partner = 60, 400, 80
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
		if d.straightAt(high, w.from.side > 0) {
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
		best.lanes = append(best.lanes, d.claimLane(row, best.uprights[i], best.uprights[i+1], c.hangs()))
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
	row, widest := d.row(node), math.Inf(1)
	for _, n := range d.ordered[row] {
		if away := (d.xs[n] - d.xs[node]) * side; n != node && away > 0 {
			widest = min(widest, away-d.reachOf(n, -side)-d.reachOf(node, side))
		}
	}
	room := min(arriving, max(stepOff, widest/2))
	for _, other := range []float64{room, room - apart - 2, room + apart + 2} {
		if other >= stepOff && other <= widest-clearance && !d.crowded(edge+side*other, row-1, row) {
			return edge + side*other
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
			s.jog = d.claimLane(s.parents, s.drop, s.foot, 0)
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
			s.via[k] = via{x, d.claimLane(row-1, x, s.via[k].x, 0)}
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
		st.way.lanes = []int{d.claimLane(d.row(st.node), out, s.drop, 0)}
	}
	return st.way
}
