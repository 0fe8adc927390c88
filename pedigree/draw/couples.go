package draw

import (
	"math"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/kinship"
)

// couple is a relationship line: the way it takes, and what is said of the union.
type couple struct {
	id      string
	a, b    int // nodes, a the left one
	union   *pedigree.Union
	related bool
	way     *way // nil for a straight line
}

// pairKey names two people in either order.
func pairKey(a, b pedigree.ID) [2]pedigree.ID {
	if b < a {
		a, b = b, a
	}
	return [2]pedigree.ID{a, b}
}

// findCouples takes the couples of the layout, and says who are related. That is what the tree shows,
// or what was said; two rows alone make no relatives.
func (d *drawing) findCouples() {
	unions := map[[2]pedigree.ID]*pedigree.Union{}
	for i := range d.f.Unions {
		if u := &d.f.Unions[i]; len(u.Partners) == 2 && d.s.shows(u.Partners[0]) && d.s.shows(u.Partners[1]) {
			if key := pairKey(u.Partners[0], u.Partners[1]); unions[key] == nil {
				unions[key] = u
			}
		}
	}
	related := kinship.Relatives(d.f)
	for _, pair := range d.l.Unions {
		a, b := pair[0], pair[1]
		if !d.isNode(a) || !d.isNode(b) || a == b {
			continue
		}
		if d.xs[b] < d.xs[a] {
			a, b = b, a
		}
		idA, idB := d.l.Nodes[a].ID, d.l.Nodes[b].ID
		c := couple{id: "union:" + d.stem[a][4:] + "+" + d.stem[b][4:], a: a, b: b, union: unions[pairKey(idA, idB)]}
		c.related = (c.union != nil && c.union.Consanguineous == pedigree.Yes) || related(idA, idB)
		if d.row(a) != d.row(b) || d.apart(a, b) {
			c.way = &way{}
		}
		d.couplesOf[a] = append(d.couplesOf[a], len(d.couples))
		d.couplesOf[b] = append(d.couplesOf[b], len(d.couples))
		d.couples = append(d.couples, c)
	}
}

// apart reports that somebody stands between two nodes of one row.
func (d *drawing) apart(a, b int) bool {
	return slices.ContainsFunc(d.ordered[d.row(a)], func(n int) bool {
		return n != a && n != b && d.xs[n] > d.xs[a] && d.xs[n] < d.xs[b]
	})
}

// coupleOf is the couple of two nodes, or nil.
func (d *drawing) coupleOf(a, b int) *couple {
	for _, i := range d.couplesOf[a] {
		if c := &d.couples[i]; pairOf(c.a, c.b) == pairOf(a, b) {
			return c
		}
	}
	return nil
}

// path is the way of the relationship line, from the edge of one symbol to that of the other.
func (d *drawing) path(c *couple) []Point {
	if c.way != nil {
		return d.points(c.way)
	}
	a, b := d.at(c.a), d.at(c.b)
	return []Point{{a.X + d.reach(c.a), a.Y}, {b.X - d.reach(c.b), b.Y}}
}

// hangs is how far the marks of a couple reach below their line, points.
func (c *couple) hangs() float64 {
	switch {
	case c.union == nil:
		return 0
	case c.union.Childless != "":
		return 10
	case c.union.Status == pedigree.Separated:
		return 4
	}
	return 0
}

// reach is half the width of a node's symbol.
func (d *drawing) reach(node int) float64 { return d.outlines[node].r }

// relationship draws the line of a couple: double for relatives, broken by two strokes when they
// have separated, with a mark for no children.
func (d *drawing) relationship(c *couple) {
	way, first := d.path(c), len(d.scene.Elements)
	if c.related {
		for i, sign := range []float64{-1, 1} {
			half := offset(way, sign*doubleGap)
			if c.way != nil { // each half ends on the outline at its own height
				last := len(half) - 1
				half[0].X = d.edgeAt(c.way.from.node, c.way.from.side, half[0].Y)
				half[last].X = d.edgeAt(c.way.to.node, c.way.to.side, half[last].Y)
			}
			d.add(c.id+"/"+itoa(i+1), "", RoleLine, route(half, pen))
		}
	} else {
		d.add(c.id, "", RoleLine, route(way, pen))
	}
	d.mean(Partners, first)
	if c.union == nil {
		return
	}
	mid := middleOf(way)
	if d.fitsAbove(c) {
		lines := d.degreeAbove(c)
		const over = 3 // the line
		middle := (d.xs[c.a] + d.reachOf(c.a, 1) + d.xs[c.b] - d.reachOf(c.b, -1)) / 2
		d.write(c.id+"/degree", "", middle, mid.Y-doubleGap-over-float64(len(lines))*lineHeight, lines)
	}
	if c.union.Status == pedigree.Separated {
		x := mid.X
		if drop, ok := d.dropOf[pairOf(c.a, c.b)]; ok && c.way == nil {
			x = (drop + way[1].X) / 2
			if drop-way[0].X > way[1].X-drop {
				x = (drop + way[0].X) / 2
			}
		}
		if c.way != nil {
			x = d.clearOfArrows(mid)
		}
		for i, shift := range []float64{-2, 2} {
			d.add(c.id+"/separated/"+itoa(i+1), "", RoleMark, Line{
				Point{x + shift - 2.3, mid.Y + 5.5}, Point{x + shift + 2.3, mid.Y - 5.5}, pen,
			})
		}
	}
	if c.union.Childless != "" {
		d.bars(c.id+"/childless", "", mid, c.union.Childless)
	}
}

// clearOfArrows is where the strokes of a separation stand on a line that passes under a row: at the
// middle, or left of the arrow, with its letter, that they would touch there.
func (d *drawing) clearOfArrows(mid Point) float64 {
	const half, height = 5, 6 // of the two strokes, from their middle
	const below = 4           // how far the letter reaches under the tail of its arrow
	x := mid.X
	for _, row := range d.ordered {
		for _, n := range slices.Backward(row) {
			p := d.people[n]
			if p == nil || d.second[n] || !arrowed(p) {
				continue
			}
			_, tail := d.s.shaft(p)
			at := d.at(n)
			left, bottom := at.X-d.s.arrowReach(p), at.Y+tail.Y+below
			if mid.Y > at.Y && mid.Y-height < bottom && x > left-half && x < at.X {
				x = left - half
			}
		}
	}
	return x
}

// middleOf is the middle of the longest level stretch of a relationship line.
func middleOf(way []Point) Point {
	best, longest := way[0], -1.0
	for i := 1; i < len(way); i++ {
		if l := math.Abs(way[i].X - way[i-1].X); l > longest && way[i].Y == way[i-1].Y {
			longest, best = l, Point{(way[i].X + way[i-1].X) / 2, way[i].Y}
		}
	}
	return best
}

// route is a path as the simplest primitive.
func route(way []Point, s Stroke) Shape {
	if len(way) == 2 {
		return Line{way[0], way[1], s}
	}
	return Polyline{way, s}
}

// offset moves a path of level and upright stretches sideways by gap, to its right for a positive one.
func offset(way []Point, gap float64) []Point {
	out := make([]Point, len(way))
	for i, p := range way {
		out[i] = p
		var nx, ny float64
		if i > 0 {
			dx, dy := unit(way[i-1], p)
			nx, ny = nx-dy, ny+dx
		}
		if i+1 < len(way) {
			dx, dy := unit(p, way[i+1])
			if i == 0 || (dx != 0) != (ny != 0) || i == len(way)-1 {
				nx, ny = nx-dy, ny+dx
			}
		}
		out[i].X += math.Copysign(min(1, math.Abs(nx)), nx) * gap
		out[i].Y += math.Copysign(min(1, math.Abs(ny)), ny) * gap
	}
	return out
}

func pairOf(a, b int) [2]int { return [2]int{min(a, b), max(a, b)} }
