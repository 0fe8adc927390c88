package pedigreeview

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"kindred/pedigree"
	"kindred/pedigree/draw"
)

// How long people take to their new places: longer where their order has changed, which the eye has
// to follow, than where they were only pushed aside.
const (
	pushTime    = 120 * time.Millisecond
	reorderTime = 200 * time.Millisecond
)

// still is the distance in pixels below which a move is not worth showing.
const still = 1.0

// move is an item on its way from a shape to its element's.
type move struct {
	item *item
	from draw.Shape
}

// motion is what moves after a new Scene: items to their places, and the view to where it shows them.
type motion struct {
	moves []move
	from  viewport
	stop  func()
}

// begin moves the items to their new places and the view to its own. A motion that is under way gives
// way: its items go on from where they are.
func (c *Canvas) begin(moves []move, from viewport, reordered bool) {
	c.halt()
	scale, seen := c.view.scale(), c.view.seen().union(from.seen())
	moves = slices.DeleteFunc(moves, func(m move) bool {
		return displacement(m.from, m.item.element.Shape)*scale < still ||
			!m.item.bounds.union(boundsOf(m.from)).overlaps(seen)
	})
	if len(moves) == 0 && from == c.view {
		return
	}
	took := pushTime
	if reordered {
		took = reorderTime
	}
	m := &motion{moves: moves, from: from}
	c.motion = m
	c.advance(m, 0)
	m.stop = c.animate(took, func(t float32) { c.advance(m, float64(t)) })
}

// advance shows a motion at t from 0 to 1.
func (c *Canvas) advance(m *motion, t float64) {
	if c.motion != m {
		return // another has taken its place
	}
	for _, one := range m.moves {
		c.mosaic.spoil(one.item.bounds)
		one.item.set(between(one.from, one.item.element.Shape, t))
		c.mosaic.spoil(one.item.bounds)
	}
	c.moving = m.from.towards(c.view, t)
	if t >= 1 {
		c.motion = nil
	}
	c.place()
}

// halt leaves everything where it is.
func (c *Canvas) halt() {
	if m := c.motion; m != nil {
		c.motion = nil
		if m.stop != nil {
			m.stop()
		}
	}
}

// shownView is where the view is while it moves.
func (c *Canvas) shownView() viewport {
	if c.motion == nil {
		return c.view
	}
	return c.moving
}

// animate runs tick with Fyne's animations, from 0 to 1, slowing towards the end.
func animate(took time.Duration, tick func(float32)) (stop func()) {
	a := fyne.NewAnimation(took, tick)
	a.Curve = fyne.AnimationEaseOut
	a.Start()
	return a.Stop
}

// between is the shape at t on the way from one to another of its kind, 0 being the first; nil where
// there is no way but to switch. Everything but the place is that of the second.
func between(from, to draw.Shape, t float64) draw.Shape {
	mix := func(a, b float64) float64 { return a + t*(b-a) }
	at := func(a, b draw.Point) draw.Point { return draw.Point{X: mix(a.X, b.X), Y: mix(a.Y, b.Y)} }
	all := func(a, b []draw.Point) []draw.Point {
		points := make([]draw.Point, len(a))
		for i := range a {
			points[i] = at(a[i], b[i])
		}
		return points
	}
	switch b := to.(type) {
	case draw.Line:
		if a, ok := from.(draw.Line); ok {
			b.From, b.To = at(a.From, b.From), at(a.To, b.To)
			return b
		}
	case draw.Polyline:
		if a, ok := from.(draw.Polyline); ok && len(a.Points) == len(b.Points) {
			b.Points = all(a.Points, b.Points)
			return b
		}
	case draw.Polygon:
		if a, ok := from.(draw.Polygon); ok && len(a.Points) == len(b.Points) {
			b.Points = all(a.Points, b.Points)
			return b
		}
	case draw.Circle:
		if a, ok := from.(draw.Circle); ok {
			b.C, b.R = at(a.C, b.C), mix(a.R, b.R)
			return b
		}
	case draw.Sector:
		if a, ok := from.(draw.Sector); ok {
			b.C, b.R = at(a.C, b.C), mix(a.R, b.R)
			return b
		}
	case draw.Text:
		if a, ok := from.(draw.Text); ok {
			b.At = at(a.At, b.At)
			return b
		}
	}
	return nil
}

// displacement is how far, in points, the middle or a corner of a shape's bounds is from another's.
func displacement(a, b draw.Shape) float64 {
	x, y := boundsOf(a), boundsOf(b)
	return max(
		distance(draw.Point{X: x.left, Y: x.top}, draw.Point{X: y.left, Y: y.top}),
		distance(draw.Point{X: x.right, Y: x.bottom}, draw.Point{X: y.right, Y: y.bottom}),
	)
}

// reordered reports that two people who are in both drawings stand the other way round in a row, or
// in other rows.
func reordered(before, after []symbol) bool {
	order := func(symbols, other []symbol) []pedigree.ID {
		in := map[pedigree.ID]bool{}
		for _, s := range other {
			in[s.person] = true
		}
		sorted := slices.SortedFunc(slices.Values(symbols), func(a, b symbol) int {
			p, q := a.shape.centre(), b.shape.centre()
			if d := p.Y - q.Y; d < -rowHeight || d > rowHeight {
				return int(d)
			}
			return int(p.X - q.X)
		})
		var people []pedigree.ID
		for _, s := range sorted {
			if in[s.person] {
				people = append(people, s.person)
				in[s.person] = false // a second symbol has no place of its own
			}
		}
		return people
	}
	return !slices.Equal(order(before, after), order(after, before))
}

// rowHeight is less than the distance between two rows and more than the unevenness of one, in points.
const rowHeight = 14
