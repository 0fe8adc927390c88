package pedigreeview

import (
	"math"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/draw"
)

// Change says what showing a Scene did to the canvas, in elements.
type Change struct{ Added, Changed, Removed, Kept int }

// item is one element of the Scene as it is shown.
type item struct {
	element  draw.Element
	shape    draw.Shape // the element's, or while it is on its way there something between
	bounds   box        // of the shape with its stroke
	selected bool       // belongs to the selected person
}

// set shows another shape of the same element.
func (it *item) set(s draw.Shape) {
	it.shape = s
	it.bounds = boundsOf(s).grown(strokeOf(s).Width)
}

// outlines reports that the item is a person's outline, or the outline once more over what fills it.
func (it *item) outlines() bool {
	return it.element.Role == draw.RoleSymbol || it.element.Role == draw.RoleMark && strings.HasSuffix(it.element.ID, "/outline")
}

// dressed is the shape as it is painted: the selected person's outline is emphasised.
func (it *item) dressed() draw.Shape {
	if !it.selected || !it.outlines() {
		return it.shape
	}
	emphasised := func(fill *draw.Colour, stroke *draw.Stroke) {
		if *fill != "" {
			*fill = selectedGround
		}
		if stroke.Colour != "" {
			stroke.Colour, stroke.Width = selectedLine, stroke.Width*1.8
		}
	}
	switch s := it.shape.(type) {
	case draw.Polygon:
		emphasised(&s.Fill, &s.Stroke)
		return s
	case draw.Circle:
		emphasised(&s.Fill, &s.Stroke)
		return s
	}
	return it.shape
}

// display is the Scene that is shown, as items in drawing order, on a plane that stays when the Scene
// is replaced.
type display struct {
	items []*item
	byID  map[string]*item
}

// shown is what show changed: where the plane has to be painted again, and the items that have gone
// to another place and can be moved there.
type shown struct {
	Change
	stale []box
	moves []move
}

// show makes the display that of the elements: items whose element did not change stay untouched.
func (d *display) show(elements []draw.Element, selected pedigree.ID) shown {
	var s shown
	before := d.byID
	d.byID = make(map[string]*item, len(elements))
	d.items = make([]*item, 0, len(elements))
	for _, e := range elements {
		is := selected != "" && e.Person == selected
		it, had := before[e.ID]
		switch {
		case !had:
			it = &item{element: e, selected: is}
			it.set(e.Shape)
			s.Added++
			s.stale = append(s.stale, it.bounds)
		case same(it.element, e) && alike(it.shape, e.Shape) && it.selected == is:
			s.Kept++
		default:
			s.Changed++
			s.stale = append(s.stale, it.bounds)
			from := it.shape
			it.element, it.selected = e, is
			it.set(e.Shape)
			s.stale = append(s.stale, it.bounds)
			if between(from, e.Shape, 0) != nil && !alike(from, e.Shape) {
				s.moves = append(s.moves, move{it, from})
			}
		}
		d.items = append(d.items, it)
		d.byID[e.ID] = it
		delete(before, e.ID)
	}
	for _, gone := range before {
		s.Removed++
		s.stale = append(s.stale, gone.bounds)
	}
	return s
}

// furniture is where the stamp, the key and the footer are.
func (d *display) furniture() (boxes []box) {
	for _, it := range d.items {
		switch it.element.Role {
		case draw.RoleStamp, draw.RoleKey, draw.RoleFooter:
			boxes = append(boxes, it.bounds)
		}
	}
	return boxes
}

// mark notes whose items are the selected person's, and returns where that shows.
func (d *display) mark(selected pedigree.ID) (stale []box) {
	for _, it := range d.items {
		if is := selected != "" && it.element.Person == selected; is != it.selected {
			it.selected = is
			if it.outlines() {
				stale = append(stale, it.bounds)
			}
		}
	}
	return stale
}

// same reports that two elements are the same but for their place and look.
func same(a, b draw.Element) bool { return a.Person == b.Person && a.Role == b.Role }

// nearly is equal but for what is left of a length after it was moved to and fro.
func nearly(a, b float64) bool { return math.Abs(a-b) <= 1e-6 }

func nearlyAt(a, b draw.Point) bool { return nearly(a.X, b.X) && nearly(a.Y, b.Y) }

// alike reports that two shapes look the same.
func alike(a, b draw.Shape) bool {
	switch x := a.(type) {
	case draw.Line:
		y, ok := b.(draw.Line)
		return ok && nearlyAt(x.From, y.From) && nearlyAt(x.To, y.To) && sameStroke(x.Stroke, y.Stroke)
	case draw.Polyline:
		y, ok := b.(draw.Polyline)
		return ok && slices.EqualFunc(x.Points, y.Points, nearlyAt) && sameStroke(x.Stroke, y.Stroke)
	case draw.Polygon:
		y, ok := b.(draw.Polygon)
		return ok && x.Fill == y.Fill && slices.EqualFunc(x.Points, y.Points, nearlyAt) && sameStroke(x.Stroke, y.Stroke)
	case draw.Circle:
		y, ok := b.(draw.Circle)
		return ok && nearlyAt(x.C, y.C) && nearly(x.R, y.R) && x.Fill == y.Fill && sameStroke(x.Stroke, y.Stroke)
	case draw.Sector:
		y, ok := b.(draw.Sector)
		at := x.C
		x.C = y.C
		return ok && nearlyAt(at, y.C) && x == y
	case draw.Text:
		y, ok := b.(draw.Text)
		at := x.At
		x.At = y.At
		return ok && nearlyAt(at, y.At) && x == y
	}
	return false
}

func sameStroke(a, b draw.Stroke) bool {
	return a.Colour == b.Colour && a.Width == b.Width && slices.Equal(a.Dash, b.Dash)
}

// strokeOf is the stroke of a shape; fills and texts have none.
func strokeOf(s draw.Shape) draw.Stroke {
	switch s := s.(type) {
	case draw.Line:
		return s.Stroke
	case draw.Polyline:
		return s.Stroke
	case draw.Polygon:
		return s.Stroke
	case draw.Circle:
		return s.Stroke
	}
	return draw.Stroke{}
}
