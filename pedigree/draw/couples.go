package draw

import (
	"cmp"
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
	lane    int // 0 straight; k passes under the symbols between the two, k-th from the top
	stepped bool
	stepX   float64 // where a stepped line changes rows
}

// pairKey names two people in either order.
func pairKey(a, b pedigree.ID) [2]pedigree.ID {
	if b < a {
		a, b = b, a
	}
	return [2]pedigree.ID{a, b}
}

// findCouples takes the couples of the layout and decides which way their lines run.
func (d *drawing) findCouples() {
	unions := map[[2]pedigree.ID]*pedigree.Union{}
	for i := range d.f.Unions {
		if u := &d.f.Unions[i]; len(u.Partners) == 2 {
			if key := pairKey(u.Partners[0], u.Partners[1]); unions[key] == nil {
				unions[key] = u
			}
		}
	}
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
		c.related = (c.union != nil && c.union.Consanguineous == pedigree.Yes) || kinship.Related(d.f, idA, idB)
		if rowA, rowB := d.row(a), d.row(b); rowA != rowB {
			c.stepped = true
			if rowA < rowB { // the lower partner's side is where the line comes down
				c.stepX = d.xs[b] - radius - 9
			} else {
				c.stepX = d.xs[a] + radius + 9
			}
		}
		d.couples = append(d.couples, c)
	}
	d.giveLanes()
}

// giveLanes sends a line that would run through other symbols of its row under them, each such
// line of a row on a level of its own, the shortest highest.
func (d *drawing) giveLanes() {
	var under []int
	for i, c := range d.couples {
		if c.stepped {
			continue
		}
		for n := range d.l.Nodes {
			if n != c.a && n != c.b && d.row(n) == d.row(c.a) && d.xs[n] > d.xs[c.a] && d.xs[n] < d.xs[c.b] {
				under = append(under, i)
				break
			}
		}
	}
	slices.SortStableFunc(under, func(i, j int) int {
		a, b := d.couples[i], d.couples[j]
		return cmp.Compare(d.xs[a.b]-d.xs[a.a], d.xs[b.b]-d.xs[b.a])
	})
	for _, i := range under {
		row := d.row(d.couples[i].a)
		d.lanes[row]++
		d.couples[i].lane = d.lanes[row]
		d.passing[row] = max(d.passing[row], laneStep*float64(d.lanes[row])+4)
		if u := d.couples[i].union; u != nil && u.Childless != "" {
			d.passing[row] = laneStep*float64(d.lanes[row]) + 14
		}
	}
}

// path is the way of the relationship line, from the edge of one symbol to that of the other.
func (d *drawing) path(c couple) []Point {
	a, b := d.at(c.a), d.at(c.b)
	from, to := Point{a.X + d.reach(c.a), a.Y}, Point{b.X - d.reach(c.b), b.Y}
	switch {
	case c.lane > 0:
		y := a.Y + radius + 1 + laneStep*float64(c.lane)
		x1, x2 := from.X+6, to.X-6
		return []Point{from, {x1, a.Y}, {x1, y}, {x2, y}, {x2, b.Y}, to}
	case c.stepped:
		if c.stepX < from.X && d.row(c.a) < d.row(c.b) { // no room beside: leave from the other side
			from.X = a.X - d.reach(c.a)
		}
		if c.stepX > to.X && d.row(c.a) > d.row(c.b) {
			to.X = b.X + d.reach(c.b)
		}
		return []Point{from, {c.stepX, a.Y}, {c.stepX, b.Y}, to}
	}
	return []Point{from, to}
}

// reach is half the width of a node's symbol.
func (d *drawing) reach(node int) float64 { return d.outlines[node].r }

// relationship draws the line of a couple: double for relatives, broken by two strokes when they
// have separated, with a mark for no children.
func (d *drawing) relationship(c couple) {
	way := d.path(c)
	if c.related {
		for i, sign := range []float64{-1, 1} {
			d.add(c.id+"/"+itoa(i+1), "", RoleLine, route(offset(way, sign*doubleGap), pen))
		}
	} else {
		d.add(c.id, "", RoleLine, route(way, pen))
	}
	if c.union == nil {
		return
	}
	mid := d.middleOf(c, way)
	if c.union.Status == pedigree.Separated {
		x := mid.X
		if drop, ok := d.dropOf[pairOf(c.a, c.b)]; ok {
			x = (drop + way[len(way)-1].X) / 2
			if c.stepped {
				x = mid.X
			}
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

// middleOf is the middle of the longest level stretch of a relationship line.
func (d *drawing) middleOf(c couple, way []Point) Point {
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
