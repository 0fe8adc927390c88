package pedigreeview

import (
	"slices"

	"kindred/pedigree/draw"
)

// Change says what showing a Scene did to the canvas.
type Change struct{ Added, Changed, Removed, Kept int }

// same reports that two elements look alike, so that the objects of the first can stay.
func same(a, b draw.Element) bool {
	if a.Person != b.Person || a.Role != b.Role {
		return false
	}
	switch x := a.Shape.(type) {
	case draw.Line:
		y, ok := b.Shape.(draw.Line)
		return ok && x.From == y.From && x.To == y.To && sameStroke(x.Stroke, y.Stroke)
	case draw.Polyline:
		y, ok := b.Shape.(draw.Polyline)
		return ok && slices.Equal(x.Points, y.Points) && sameStroke(x.Stroke, y.Stroke)
	case draw.Polygon:
		y, ok := b.Shape.(draw.Polygon)
		return ok && x.Fill == y.Fill && slices.Equal(x.Points, y.Points) && sameStroke(x.Stroke, y.Stroke)
	case draw.Circle:
		y, ok := b.Shape.(draw.Circle)
		return ok && x.C == y.C && x.R == y.R && x.Fill == y.Fill && sameStroke(x.Stroke, y.Stroke)
	case draw.Sector:
		y, ok := b.Shape.(draw.Sector)
		return ok && x == y
	case draw.Text:
		y, ok := b.Shape.(draw.Text)
		return ok && x == y
	}
	return false
}

func sameStroke(a, b draw.Stroke) bool {
	return a.Colour == b.Colour && a.Width == b.Width && slices.Equal(a.Dash, b.Dash)
}

// display is the Scene that is shown, as items in drawing order.
type display struct {
	items []*item
	byID  map[string]*item
}

// show makes the display that of a Scene: items whose element did not change keep their objects
// untouched, the others are rendered again.
func (d *display) show(scene *draw.Scene, l look, selected func(draw.Element) bool) Change {
	var c Change
	before := d.byID
	d.byID = make(map[string]*item, len(scene.Elements))
	d.items = slices.Grow(d.items[:0], len(scene.Elements))
	for _, e := range scene.Elements {
		it, had := before[e.ID]
		switch {
		case !had:
			it = &item{element: e, selected: selected(e)}
			it.render(l)
			c.Added++
		case same(it.element, e) && it.selected == selected(e):
			c.Kept++
		default:
			it.element, it.selected = e, selected(e)
			it.render(l)
			c.Changed++
		}
		d.items = append(d.items, it)
		d.byID[e.ID] = it
	}
	c.Removed = len(before) - c.Changed - c.Kept
	return c
}

// renderAll draws every item again, after a zoom or another palette.
func (d *display) renderAll(l look) {
	for _, it := range d.items {
		it.render(l)
	}
}

// mark draws again the items whose selection differs, and returns how many.
func (d *display) mark(l look, selected func(draw.Element) bool) int {
	n := 0
	for _, it := range d.items {
		if on := selected(it.element); on != it.selected {
			it.selected = on
			it.render(l)
			n++
		}
	}
	return n
}
