package draw

import "slices"

// Transformed is a shape scaled about the Scene's origin and then moved, for setting one Scene into
// another, such as a pedigree into a letter's page.
func Transformed(s Shape, scale float64, by Point) Shape {
	at := func(p Point) Point { return Point{p.X*scale + by.X, p.Y*scale + by.Y} }
	all := func(points []Point) []Point {
		moved := make([]Point, len(points))
		for i, p := range points {
			moved[i] = at(p)
		}
		return moved
	}
	stroke := func(s Stroke) Stroke {
		s.Width *= scale
		if len(s.Dash) > 0 && scale != 1 {
			s.Dash = slices.Clone(s.Dash)
			for i := range s.Dash {
				s.Dash[i] *= scale
			}
		}
		return s
	}
	switch s := s.(type) {
	case Line:
		return Line{From: at(s.From), To: at(s.To), Stroke: stroke(s.Stroke)}
	case Polyline:
		return Polyline{Points: all(s.Points), Stroke: stroke(s.Stroke)}
	case Polygon:
		return Polygon{Points: all(s.Points), Fill: s.Fill, Stroke: stroke(s.Stroke)}
	case Circle:
		return Circle{C: at(s.C), R: s.R * scale, Fill: s.Fill, Stroke: stroke(s.Stroke)}
	case Sector:
		return Sector{C: at(s.C), R: s.R * scale, Start: s.Start, End: s.End, Fill: s.Fill}
	case Text:
		s.At, s.Size = at(s.At), s.Size*scale
		return s
	}
	return s
}
