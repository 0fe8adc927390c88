package draw

// Extent is the smallest upright box round a shape, half the line's width included. A Text has the
// width that m measures, by a guess where m is nil, and reaches from its ascenders to its descenders.
func Extent(s Shape, m Measurer) Box {
	switch v := s.(type) {
	case Line:
		return around([]Point{v.From, v.To}, v.Stroke.Width/2)
	case Polyline:
		return around(v.Points, v.Stroke.Width/2)
	case Polygon:
		return around(v.Points, v.Stroke.Width/2)
	case Circle:
		return around([]Point{v.C}, v.R+v.Stroke.Width/2)
	case Sector:
		return around([]Point{v.C}, v.R)
	case Text:
		w := Style{Measure: m}.measure().Width(v.String, v.Size, v.Bold, v.Italic)
		x := v.At.X
		switch v.Anchor {
		case AnchorMiddle:
			x -= w / 2
		case AnchorEnd:
			x -= w
		}
		return Box{Point{x, v.At.Y - 0.76*v.Size}, Point{x + w, v.At.Y + 0.22*v.Size}}
	}
	return Box{}
}

func around(points []Point, by float64) Box {
	if len(points) == 0 {
		return Box{}
	}
	box := Box{points[0], points[0]}
	for _, p := range points[1:] {
		box.Min = Point{min(box.Min.X, p.X), min(box.Min.Y, p.Y)}
		box.Max = Point{max(box.Max.X, p.X), max(box.Max.Y, p.Y)}
	}
	box.Min, box.Max = Point{box.Min.X - by, box.Min.Y - by}, Point{box.Max.X + by, box.Max.Y + by}
	return box
}
