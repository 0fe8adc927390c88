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
	vertical
	grid
	dense // larger dots
	patterns
	solid = patterns // no pattern: the ground alone
)

// The hatches of carriers, the same for all conditions: the sector and the hue say which. Their
// strokes are broken, so that no sector of somebody affected looks like them.
const (
	brokenLevel pattern = iota + solid + 1
	brokenUpright
)

// lines are the directions of the pattern's lines, degrees clockwise from twelve o'clock.
func (p pattern) lines() []float64 {
	switch p {
	case hatchUp:
		return []float64{45}
	case hatchDown:
		return []float64{135}
	case level, brokenLevel:
		return []float64{90}
	case vertical, brokenUpright:
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

// broken is the dash of a carrier's hatch; nil for the other patterns.
func (p pattern) broken() []float64 {
	switch p {
	case brokenLevel, brokenUpright:
		return []float64{2.2, 1.8}
	}
	return nil
}

// marks are the pattern's shapes inside r, laid out from the point c so that they look the same in
// every symbol. Weight thickens the strokes, 1 for what is confirmed; scale is 1 in a symbol of full
// size.
func (p pattern) marks(r region, c Point, reach float64, ink Colour, weight, scale float64) []Shape {
	out := make([]Shape, 0, 16)
	const width = 1.15
	step := 4 * scale
	pen := Stroke{Colour: ink, Width: weight * scale * width, Dash: p.broken()}
	for _, degrees := range p.lines() {
		along, across := onCircle(Point{}, reach, degrees), onCircle(Point{}, 1, degrees+90)
		n := math.Ceil(reach/step) + 0.5
		for k := -n; k <= n; k++ {
			mid := Point{c.X + across.X*k*step, c.Y + across.Y*k*step}
			from, to, ok := r.cut(Point{mid.X - along.X, mid.Y - along.Y}, Point{mid.X + along.X, mid.Y + along.Y})
			if ok {
				out = append(out, Line{from, to, pen})
			}
		}
	}
	if radius, step := p.dots(); radius > 0 {
		radius, step := radius*scale*math.Sqrt(weight), step*scale
		box := around(r, -radius)
		first := func(from, middle float64) float64 { // of a grid half a step off the middle
			return middle + (math.Ceil((from-middle)/step-0.5)+0.5)*step
		}
		for y := first(box.Min.Y, c.Y); y <= box.Max.Y; y += step {
			for x := first(box.Min.X, c.X); x <= box.Max.X; x += step {
				at := Point{x, y}
				if r.holds(at, radius+0.3) {
					out = append(out, Circle{C: at, R: radius, Fill: ink})
				}
			}
		}
	}
	return out
}
