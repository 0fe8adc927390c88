package draw

import "math"

// pattern is how a sector is filled, so that conditions differ without their colour.
type pattern uint8

const (
	hatchUp pattern = iota // rising to the right
	dotted
	hatchDown
	level
	crossed
	upright
	grid
	dense // larger dots
	patterns
	solid = patterns
)

// lines are the directions of the pattern's lines, degrees clockwise from twelve o'clock.
func (p pattern) lines() []float64 {
	switch p {
	case hatchUp:
		return []float64{45}
	case hatchDown:
		return []float64{135}
	case level:
		return []float64{90}
	case upright:
		return []float64{0}
	case crossed:
		return []float64{45, 135}
	case grid:
		return []float64{0, 90}
	}
	return nil
}

// dots are the radius and spacing of the pattern's dots; 0 for none.
func (p pattern) dots() (r, step float64) {
	switch p {
	case dotted:
		return 0.9, 3.2
	case dense:
		return 1.5, 4.2
	}
	return 0, 0
}

// marks are the pattern's shapes inside r, laid out from the point c so that they look the same in
// every symbol.
func (p pattern) marks(r region, c Point, reach float64, ink Colour) []Shape {
	var out []Shape
	const step, width = 4.0, 1.15
	for _, degrees := range p.lines() {
		along, across := onCircle(Point{}, reach, degrees), onCircle(Point{}, 1, degrees+90)
		n := math.Ceil(reach/step) + 0.5
		for k := -n; k <= n; k++ {
			mid := Point{c.X + across.X*k*step, c.Y + across.Y*k*step}
			from, to, ok := r.cut(Point{mid.X - along.X, mid.Y - along.Y}, Point{mid.X + along.X, mid.Y + along.Y})
			if ok {
				out = append(out, Line{from, to, Stroke{Colour: ink, Width: width}})
			}
		}
	}
	if radius, step := p.dots(); radius > 0 {
		n := math.Ceil(reach/step) + 0.5
		for row := -n; row <= n; row++ {
			for col := -n; col <= n; col++ {
				at := Point{c.X + col*step, c.Y + row*step}
				if r.holds(at, radius+0.3) {
					out = append(out, Circle{C: at, R: radius, Fill: ink})
				}
			}
		}
	}
	return out
}

// fill draws the conditions of a symbol, each in its sector. ID is the stem of the elements' ids.
func (d *drawing) fill(id string, node int, o shapeOutline, states []sectorState) {
	person := d.l.Nodes[node].ID
	share := 360 / float64(max(1, len(d.conditions)))
	for i, c := range d.conditions {
		if states[i] == absent {
			continue
		}
		area := o.area
		if len(d.conditions) > 1 {
			area = area.wedge(o.centre, float64(i)*share, float64(i+1)*share)
		}
		stem := id + "/fill/" + itoa(i+1)
		if states[i] == possible {
			at := o.centre
			if len(d.conditions) > 1 {
				at = onCircle(o.centre, 0.62*o.r, (float64(i)+0.5)*share)
			}
			d.add(stem, person, RoleMark, Text{
				At: Point{at.X, at.Y + 0.36*textSize}, Anchor: AnchorMiddle, Size: textSize, Bold: true, Fill: Ink, String: "?",
			})
			continue
		}
		d.tint(stem, node, o, area, i, c, states[i])
	}
	if len(d.conditions) < 2 {
		return
	}
	for i := range d.conditions { // a line on either side of what is filled
		before := (i + len(d.conditions) - 1) % len(d.conditions)
		if states[i] == absent && states[before] == absent {
			continue
		}
		to := onCircle(o.centre, 2*o.r, float64(i)*share)
		if _, edge, ok := o.area.cut(o.centre, to); ok {
			d.add(id+"/divider/"+itoa(i+1), person, RoleMark, Line{o.centre, edge, Stroke{Colour: Ink, Width: 0.7}})
		}
	}
}

// tint fills one sector: a confirmed condition has a ground in its hue under the pattern, a
// reported one the pattern alone.
func (d *drawing) tint(stem string, node int, o shapeOutline, area region, i int, c condition, state sectorState) {
	person := d.l.Nodes[node].ID
	ground := c.hue + "-ground"
	if c.pattern == solid {
		ground = c.hue
	}
	if state == confirmed {
		share := 360 / float64(len(d.conditions))
		switch {
		case !o.round:
			d.add(stem, person, RoleFill, Polygon{Points: area, Fill: ground})
		case len(d.conditions) == 1:
			d.add(stem, person, RoleFill, Circle{C: o.centre, R: o.r, Fill: ground})
		default:
			d.add(stem, person, RoleFill, Sector{o.centre, o.r, float64(i) * share, float64(i+1) * share, ground})
		}
	}
	for k, mark := range c.pattern.marks(area, o.centre, o.r*1.5, c.hue) {
		d.add(stem+"/"+itoa(k+1), person, RoleFill, mark)
	}
}
