package draw

import (
	"cmp"
	"math"
	"slices"
)

// way is how a line gets from one symbol to another, or to a line of descent, past the symbols in
// between: along uprights, and between two of them along a lane under a row's symbols.
//
//	symbol ─┐ uprights[0]       symbol
//	        │    lanes[0]         │
//	        └─────────────────────┘ uprights[1]
type way struct {
	from, to end
	uprights []float64 // the x of each
	lanes    []int     // claims, one between each two uprights
}

// end is where a way leaves a symbol. A way to a line of descent has an end at no node.
type end struct {
	node int     // -1 for none
	side float64 // 1 on the right, -1 on the left
	dy   float64 // under the centre of the symbol; above it for a negative one
}

// upright is a vertical line from one row down to another, for keeping others off it.
type upright struct {
	x           float64
	top, bottom int
}

const (
	stepOff   = 6.0  // from a symbol's edge to the upright next to it
	clearance = 4.0  // between an upright and a symbol that it passes
	arriving  = 18.0 // from the upright to the lower of two partners on two rows
	portStep  = 6.0  // between two lines that leave one side of a symbol
)

// rowOrder is the nodes of each row from left to right.
func (d *drawing) rowOrder() [][]int {
	rows := make([][]int, len(d.rowY))
	for n := range d.l.Nodes {
		rows[d.row(n)] = append(rows[d.row(n)], n)
	}
	for _, row := range rows {
		slices.SortStableFunc(row, func(a, b int) int { return cmp.Compare(d.xs[a], d.xs[b]) })
	}
	return rows
}

// reachOf is the room that a symbol and the marks round it take to one side of its centre.
func (d *drawing) reachOf(node int, side float64) float64 {
	reach := d.outlines[node].r
	p := d.people[node]
	if p == nil || !d.s.shows(p.ID) {
		return reach
	}
	if bracketed(p) {
		reach = max(reach, bracketOut)
	}
	if side < 0 && !d.second[node] {
		reach = max(reach, d.s.arrowReach(p))
	}
	if side < 0 && d.twice[p.ID] {
		const letter = 12
		reach += letter
	}
	return reach
}

// blocked reports that somebody's symbol in the row, other than those of a and b, meets the stretch.
func (d *drawing) blocked(row int, lo, hi float64, a, b int) bool {
	nodes := d.ordered[row]
	first, _ := slices.BinarySearchFunc(nodes, lo-2*symbol, func(n int, x float64) int { return cmp.Compare(d.xs[n], x) })
	for _, n := range nodes[first:] {
		if d.xs[n] > hi+2*symbol {
			break
		}
		if n != a && n != b && d.xs[n]+d.reachOf(n, 1) > lo && d.xs[n]-d.reachOf(n, -1) < hi {
			return true
		}
	}
	return false
}

// freeBetween reports that an upright at x passes the symbols of rows top to bottom.
func (d *drawing) freeBetween(x float64, top, bottom int) bool {
	for row := top; row <= bottom; row++ {
		if d.blocked(row, x-clearance, x+clearance, -1, -1) {
			return false
		}
	}
	return true
}

// crowded reports that an upright at x from one row down to another would lie on one that is there.
func (d *drawing) crowded(x float64, top, bottom int) bool {
	return d.within(dropsApart-1, x, top, bottom)
}

func (d *drawing) within(reach, x float64, top, bottom int) bool {
	return slices.ContainsFunc(d.uprights, func(u upright) bool {
		return math.Abs(u.x-x) < reach && u.top < bottom && top < u.bottom
	})
}

// gaps are the places where an upright may pass the rows: between every two symbols, and outside.
func (d *drawing) gaps(top, bottom int) []float64 {
	var xs []float64
	for row := top; row <= bottom; row++ {
		nodes := d.ordered[row]
		for i, n := range nodes {
			left, right := d.xs[n]-d.reachOf(n, -1), d.xs[n]+d.reachOf(n, 1)
			if i == 0 {
				xs = append(xs, left-arriving)
			}
			if i == len(nodes)-1 {
				xs = append(xs, right+arriving)
				break
			}
			next := nodes[i+1]
			free := d.xs[next] - d.reachOf(next, -1)
			xs = append(xs, (right+free)/2)
			if free-right > 2*arriving {
				xs = append(xs, right+arriving/2, free-arriving/2)
			}
		}
	}
	return xs
}

// passage is the x nearest to the places at which an upright may go from row top down to row bottom,
// whose symbols it passes from one after the top to the one before the bottom.
func (d *drawing) passage(top, bottom int, near ...float64) float64 {
	candidates := append(slices.Clone(near), d.gaps(top+1, bottom-1)...)
	best, least := near[0], math.Inf(1)
	for _, x := range candidates {
		cost := 0.0
		for _, want := range near {
			cost += math.Abs(x - want)
		}
		if d.crowded(x, top, bottom) {
			cost += 200
		}
		if cost < least && d.freeBetween(x, top+1, bottom-1) {
			best, least = x, cost
		}
	}
	return best
}

// edge is the place where a way leaves a symbol.
func (d *drawing) edge(e end) Point {
	y := d.at(e.node).Y + e.dy
	return Point{d.edgeAt(e.node, e.side, y), y}
}

// edgeAt is the x of a symbol's outline on one side at a height.
func (d *drawing) edgeAt(node int, side, y float64) float64 {
	o := d.outlines[node]
	reach := o.r
	dy := y - o.centre.Y
	if o.round {
		reach = math.Sqrt(max(0, o.r*o.r-dy*dy))
	} else if from, to, ok := o.area.cut(Point{o.centre.X - 2*symbol, y}, Point{o.centre.X + 2*symbol, y}); ok {
		reach = max(to.X-o.centre.X, o.centre.X-from.X)
	}
	return d.xs[node] + side*reach
}

// points are the corners of a way.
func (d *drawing) points(w *way) []Point {
	at := d.edge(w.from)
	out := []Point{at}
	for i, x := range w.uprights {
		if x != at.X {
			at.X = x
			out = append(out, at)
		}
		switch {
		case i < len(w.lanes):
			at.Y = d.laneY(w.lanes[i])
		case w.to.node >= 0:
			at.Y = d.edge(w.to).Y
		default:
			continue
		}
		out = append(out, at)
	}
	if w.to.node >= 0 {
		out = append(out, d.edge(w.to))
	}
	return out
}

// wayWalls tells which rows of labels a way's uprights pass, and where.
func (d *drawing) wayWalls(w *way, add func(row int, x float64)) {
	row := d.row(w.from.node)
	for i, x := range w.uprights {
		next := row
		switch {
		case i < len(w.lanes):
			next = d.claims[w.lanes[i]].row
		case w.to.node >= 0:
			next = d.row(w.to.node)
		}
		for ; row < next; row++ {
			add(row, x)
		}
		row = next
	}
}
