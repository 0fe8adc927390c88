package draw

import (
	"fmt"
	"strings"
)

// Text is the Scene as text, one element a line, for comparing drawings in tests and in review.
// Coordinates are points with one decimal.
func (s *Scene) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "scene %.1f x %.1f %q\n", s.Width, s.Height, s.Title)
	for _, p := range s.People {
		fmt.Fprintf(&b, "person %s %s at %s\n", p.ID, p.Number, pt(p.Center))
	}
	for _, e := range s.Elements {
		fmt.Fprintf(&b, "%s %s ", e.ID, e.Role)
		switch v := e.Shape.(type) {
		case Line:
			fmt.Fprintf(&b, "line %s to %s%s", pt(v.From), pt(v.To), v.Stroke)
		case Polyline:
			fmt.Fprintf(&b, "polyline %s%s", pts(v.Points), v.Stroke)
		case Polygon:
			fmt.Fprintf(&b, "polygon %s fill %q%s", pts(v.Points), v.Fill, v.Stroke)
		case Circle:
			fmt.Fprintf(&b, "circle %s r %.1f fill %q%s", pt(v.C), v.R, v.Fill, v.Stroke)
		case Sector:
			fmt.Fprintf(&b, "sector %s r %.1f from %.0f to %.0f fill %q", pt(v.C), v.R, v.Start, v.End, v.Fill)
		case Text:
			fmt.Fprintf(&b, "text %s %s size %.1f %q %q", pt(v.At), v.Anchor, v.Size, v.Fill, v.String)
			if v.Bold {
				b.WriteString(" bold")
			}
			if v.Italic {
				b.WriteString(" italic")
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// String is the stroke as Scene.Text writes it; nothing for no stroke.
func (s Stroke) String() string {
	if s.Width == 0 {
		return ""
	}
	dash := ""
	if len(s.Dash) > 0 {
		dash = fmt.Sprint(" dash ", s.Dash)
	}
	return fmt.Sprintf(" stroke %s %.1f%s", s.Colour, s.Width, dash)
}

func pt(p Point) string { return fmt.Sprintf("%.1f,%.1f", p.X, p.Y) }

func pts(points []Point) string {
	words := make([]string, len(points))
	for i, p := range points {
		words[i] = pt(p)
	}
	return strings.Join(words, " ")
}
