package draw

import (
	"cmp"
	"math"
	"slices"
)

// plumb is a vertical line of the drawing.
type plumb struct{ x, top, bottom float64 }

// hop lets every level line step over the upright lines of others that cross it, in half a circle,
// so that a crossing is not read as a joint. A crossing with no room for the half circle stays plain.
func (d *drawing) hop() {
	var all []plumb
	for _, e := range d.scene.Elements {
		way, _ := lineWay(e)
		for i := 1; i < len(way); i++ {
			if a, b := way[i-1], way[i]; a.X == b.X {
				all = append(all, plumb{a.X, min(a.Y, b.Y), max(a.Y, b.Y)})
			}
		}
	}
	slices.SortFunc(all, func(a, b plumb) int { return cmp.Compare(a.x, b.x) })
	for i := range d.scene.Elements {
		e := &d.scene.Elements[i]
		way, stroke := lineWay(*e)
		if len(way) == 0 {
			continue
		}
		stepped := way[:1:1]
		for k := 1; k < len(way); k++ {
			a, b := way[k-1], way[k]
			switch {
			case a.Y != b.Y:
				stepped = append(stepped, b)
			case a.X <= b.X:
				stepped = append(stepped, hopping(Line{a, b, stroke}, all)[1:]...)
			default:
				back := hopping(Line{b, a, stroke}, all)
				slices.Reverse(back)
				stepped = append(stepped, back[1:]...)
			}
		}
		if len(stepped) > len(way) {
			e.Shape = Polyline{stepped, stroke}
		}
	}
}

// lineWay is the points of a line of the family, nil for any other element.
func lineWay(e Element) ([]Point, Stroke) {
	if e.Role != RoleLine {
		return nil, Stroke{}
	}
	switch l := e.Shape.(type) {
	case Line:
		return []Point{l.From, l.To}, l.Stroke
	case Polyline:
		return l.Points, l.Stroke
	}
	return nil, Stroke{}
}

// hopping is the way of a level line over the uprights, which are sorted by x.
func hopping(l Line, all []plumb) []Point {
	const r, near, steps = 3.5, 1.0, 8
	y := l.From.Y
	var here []plumb // those that this line meets or crosses
	for _, u := range all {
		if u.x >= l.From.X && u.x <= l.To.X && u.top <= y+near && u.bottom >= y-near {
			here = append(here, u)
		}
	}
	way := []Point{l.From}
	for k, u := range here {
		crossed := u.top < y-near && u.bottom > y+near
		before, after := l.From.X, l.To.X
		if k > 0 {
			before = here[k-1].x
		}
		if k+1 < len(here) {
			after = here[k+1].x
		}
		if !crossed || u.x-before < 2*r || after-u.x < 2*r {
			continue
		}
		for s := range steps + 1 {
			sin, cos := math.Sincos(math.Pi * float64(s) / steps)
			way = append(way, Point{u.x - r*cos, y - r*sin})
		}
	}
	return append(way, l.To)
}
