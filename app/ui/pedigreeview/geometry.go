package pedigreeview

import (
	"math"

	"kindred/pedigree/draw"
)

// boundsOf is the box of a shape without its stroke. Of a text only the height and a generous width
// are known, since its face is measured elsewhere.
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
		width := float64(len([]rune(s.String))) * s.Size * 0.6
		left := s.At.X
		switch s.Anchor {
		case draw.AnchorMiddle:
			left -= width / 2
		case draw.AnchorEnd:
			left -= width
		}
		return box{left, s.At.Y - s.Size, left + width, s.At.Y + 0.3*s.Size}
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

// isRectangle reports that a polygon is its own bounds.
func isRectangle(points []draw.Point, b box) bool {
	if len(points) != 4 {
		return false
	}
	for _, p := range points {
		if (p.X != b.left && p.X != b.right) || (p.Y != b.top && p.Y != b.bottom) {
			return false
		}
	}
	return true
}

// outset moves every side of a convex, clockwise polygon outwards by d.
func outset(points []draw.Point, d float64) []draw.Point {
	n := len(points)
	if n < 3 || d == 0 {
		return points
	}
	grown := make([]draw.Point, n)
	for i, p := range points {
		before, after := points[(i+n-1)%n], points[(i+1)%n]
		ax, ay := unit(p.X-before.X, p.Y-before.Y)
		bx, by := unit(after.X-p.X, after.Y-p.Y)
		// The outward normals of the two sides; y runs down, so clockwise turns right on the screen.
		nx, ny := ay+by, -ax-bx
		if cos := 1 + ax*bx + ay*by; cos > 0.1 {
			grown[i] = draw.Point{X: p.X + d*nx/cos, Y: p.Y + d*ny/cos}
		} else {
			grown[i] = p
		}
	}
	return grown
}

// beyond is the point d past to on the way from from.
func beyond(from, to draw.Point, d float64) draw.Point {
	x, y := unit(to.X-from.X, to.Y-from.Y)
	return draw.Point{X: to.X + d*x, Y: to.Y + d*y}
}

func unit(x, y float64) (ux, uy float64) {
	if length := math.Hypot(x, y); length > 0 {
		return x / length, y / length
	}
	return 0, 0
}
