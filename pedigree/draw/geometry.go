package draw

import "math"

// A region is a convex, closed path, clockwise with y down.
type region []Point

// ring is a regular polygon of n corners about c, the first at degrees clockwise from twelve o'clock.
func ring(c Point, r float64, n int, degrees float64) region {
	out := make(region, n)
	for i := range out {
		out[i] = onCircle(c, r, degrees+360*float64(i)/float64(n))
	}
	return out
}

// onCircle is the point at degrees clockwise from twelve o'clock.
func onCircle(c Point, r, degrees float64) Point {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return Point{c.X + r*sin, c.Y - r*cos}
}

func rectangle(x, y, w, h float64) region {
	return region{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}
}

// side is positive where p lies to the right of the way from a to b, which is inside a region.
func side(a, b, p Point) float64 { return (b.X-a.X)*(p.Y-a.Y) - (b.Y-a.Y)*(p.X-a.X) }

// half keeps the part of r to the right of the line from a to b (Sutherland and Hodgman, Commun
// ACM 1974;17:32-42, for one edge).
func (r region) half(a, b Point) region {
	var out region
	for i, p := range r {
		q := r[(i+1)%len(r)]
		sp, sq := side(a, b, p), side(a, b, q)
		if sp >= 0 {
			out = append(out, p)
		}
		if (sp > 0 && sq < 0) || (sp < 0 && sq > 0) {
			t := sp / (sp - sq)
			out = append(out, Point{p.X + t*(q.X-p.X), p.Y + t*(q.Y-p.Y)})
		}
	}
	return out
}

// wedge keeps the part of r between two directions from c, at most 180 degrees apart.
func (r region) wedge(c Point, start, end float64) region {
	return r.half(c, onCircle(c, 1, start)).half(onCircle(c, 1, end), c)
}

// cut is the part of the line from a to b inside r; ok is false when there is none.
func (r region) cut(a, b Point) (from, to Point, ok bool) {
	t0, t1 := 0.0, 1.0
	for i, p := range r {
		q := r[(i+1)%len(r)]
		sa, sb := side(p, q, a), side(p, q, b)
		switch {
		case sa < 0 && sb < 0:
			return from, to, false
		case sa < 0:
			t0 = max(t0, sa/(sa-sb))
		case sb < 0:
			t1 = min(t1, sa/(sa-sb))
		}
	}
	at := func(t float64) Point { return Point{a.X + t*(b.X-a.X), a.Y + t*(b.Y-a.Y)} }
	return at(t0), at(t1), t1-t0 > 1e-9
}

// holds reports whether a circle about p lies inside r.
func (r region) holds(p Point, radius float64) bool {
	for i, a := range r {
		b := r[(i+1)%len(r)]
		if side(a, b, p) < radius*math.Hypot(b.X-a.X, b.Y-a.Y) {
			return false
		}
	}
	return len(r) > 2
}

// middle is the mean of the corners, which is inside a region.
func (r region) middle() Point {
	var m Point
	for _, p := range r {
		m.X += p.X / float64(len(r))
		m.Y += p.Y / float64(len(r))
	}
	return m
}

// roundBox is a rectangle with its corners rounded off, in the 16 corners that a Polygon may have.
func roundBox(x, y, w, h, r float64) region {
	var out region
	for i, c := range []Point{{x + w - r, y + r}, {x + w - r, y + h - r}, {x + r, y + h - r}, {x + r, y + r}} {
		for step := range 4 {
			out = append(out, onCircle(c, r, float64(90*i+30*step)))
		}
	}
	return out
}

// unit is the direction from a to b; right for two equal points.
func unit(a, b Point) (dx, dy float64) {
	l := math.Hypot(b.X-a.X, b.Y-a.Y)
	if l == 0 {
		return 1, 0
	}
	return (b.X - a.X) / l, (b.Y - a.Y) / l
}

// Way is the points that a Line or a Polyline passes and how it is drawn; nil for any other shape. The
// points of a Polyline are its own: read them only.
func Way(s Shape) ([]Point, Stroke) {
	switch l := s.(type) {
	case Line:
		return []Point{l.From, l.To}, l.Stroke
	case Polyline:
		return l.Points, l.Stroke
	}
	return nil, Stroke{}
}
