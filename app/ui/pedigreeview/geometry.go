package pedigreeview

import (
	"math"

	"kindred/internal/textmetric"
	"kindred/pedigree/draw"
)

// boundsOf is the box of a shape without its stroke.
func boundsOf(s draw.Shape) box {
	switch s := s.(type) {
	case draw.Line:
		return boxOf(s.From, s.To)
	case draw.Polyline:
		return boxOf(s.Points...)
	case draw.Polygon:
		return boxOf(s.Points...)
	case draw.Circle:
		return box{s.C.X - s.R, s.C.Y - s.R, s.C.X + s.R, s.C.Y + s.R}
	case draw.Sector:
		return box{s.C.X - s.R, s.C.Y - s.R, s.C.X + s.R, s.C.Y + s.R}
	case draw.Text:
		width := textmetric.Screen.Width(s.String, s.Size, s.Bold, s.Italic)
		left := 0.0
		switch s.Anchor {
		case draw.AnchorMiddle:
			left -= width / 2
		case draw.AnchorEnd:
			left -= width
		}
		overhang := 0.2 * s.Size // of italics
		b := box{left - overhang, -s.Size, left + width + overhang, 0.3 * s.Size}
		if s.Angle != 0 {
			b = b.turned(s.Angle)
		}
		return box{s.At.X + b.left, s.At.Y + b.top, s.At.X + b.right, s.At.Y + b.bottom}
	}
	return box{}
}

func boxOf(points ...draw.Point) box {
	if len(points) == 0 {
		return box{}
	}
	b := box{points[0].X, points[0].Y, points[0].X, points[0].Y}
	for _, p := range points[1:] {
		b = box{min(b.left, p.X), min(b.top, p.Y), max(b.right, p.X), max(b.bottom, p.Y)}
	}
	return b
}

// turned is the box about a box that was turned by degrees anticlockwise about the origin.
func (b box) turned(degrees float64) box {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	turn := func(x, y float64) draw.Point { return draw.Point{X: x*cos + y*sin, Y: y*cos - x*sin} }
	return boxOf(turn(b.left, b.top), turn(b.right, b.top), turn(b.left, b.bottom), turn(b.right, b.bottom))
}
