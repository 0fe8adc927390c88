package pedigreeview

import (
	"math"
	"slices"

	"kindred/pedigree/draw"
)

// crisp fits a shape to the pixels: upright and level lines are whole pixels wide and lie on whole
// pixels, text stands on one, and no line is thinner than a pixel, since it would pale. The scale is
// pixels a point.
func crisp(s draw.Shape, scale float64) draw.Shape {
	switch s := s.(type) {
	case draw.Line:
		s.Stroke = crispStroke(s.Stroke, scale)
		ends := []draw.Point{s.From, s.To}
		crispPath(ends, false, s.Stroke.Width*scale, scale)
		s.From, s.To = ends[0], ends[1]
		return s
	case draw.Polyline:
		s.Stroke = crispStroke(s.Stroke, scale)
		s.Points = slices.Clone(s.Points)
		crispPath(s.Points, false, s.Stroke.Width*scale, scale)
		return s
	case draw.Polygon:
		s.Stroke = crispStroke(s.Stroke, scale)
		s.Points = slices.Clone(s.Points)
		crispPath(s.Points, true, s.Stroke.Width*scale, scale)
		return s
	case draw.Circle:
		s.Stroke = crispStroke(s.Stroke, scale)
		return s
	case draw.Text:
		s.At.Y = math.Round(s.At.Y*scale) / scale
		return s
	}
	return s
}

func crispStroke(s draw.Stroke, scale float64) draw.Stroke {
	if s.Colour == "" || s.Width <= 0 {
		return draw.Stroke{}
	}
	s.Width = max(1, math.Round(s.Width*scale)) / scale
	return s
}

// crispPath moves the upright and level stretches of a path of so many pixels' width.
func crispPath(points []draw.Point, closed bool, width, scale float64) {
	half := width / 2
	snap := func(v float64) float64 { return (math.Round(v*scale-half) + half) / scale }
	n := len(points)
	stretches := n - 1
	if closed {
		stretches = n
	}
	original := slices.Clone(points)
	for i := range stretches {
		a, b := original[i], original[(i+1)%n]
		if a.X == b.X {
			points[i].X, points[(i+1)%n].X = snap(a.X), snap(a.X)
		}
		if a.Y == b.Y {
			points[i].Y, points[(i+1)%n].Y = snap(a.Y), snap(a.Y)
		}
	}
}
