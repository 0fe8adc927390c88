package draw

import (
	"fmt"
	"strings"
)

// Text is the Scene as text, one element a line, for comparing drawings in tests and in review.
// Coordinates are points with one decimal. The many marks of a pattern share a line: how many, the
// box that they fill, and the first.
func (s *Scene) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "scene %.1f x %.1f %q\n", s.Width, s.Height, s.Title)
	for _, p := range s.People {
		fmt.Fprintf(&b, "person %s %s at %s\n", p.ID, p.Number, pt(p.Center))
	}
	for i := 0; i < len(s.Elements); {
		e := s.Elements[i]
		n := 1
		if stem, ok := patternOf(e.ID); ok {
			for i+n < len(s.Elements) {
				if next, _ := patternOf(s.Elements[i+n].ID); next != stem {
					break
				}
				n++
			}
			fmt.Fprintf(&b, "%s %s %d marks in %s, the first a %s\n", stem, e.Role, n, s.boxOf(i, i+n), shapeText(e.Shape))
			i += n
			continue
		}
		i++
		fmt.Fprintf(&b, "%s %s %s\n", e.ID, e.Role, shapeText(e.Shape))
	}
	return b.String()
}

// patternOf is the id that the marks of one pattern have in common: "ind:5/fill/2/7" is a mark of the
// pattern on "ind:5/fill/2".
func patternOf(id string) (stem string, ok bool) {
	for _, part := range []string{"/fill/", "/pattern/"} {
		if at := strings.LastIndex(id, part); at >= 0 {
			if last := strings.LastIndex(id, "/"); last >= at+len(part) || part == "/pattern/" {
				return id[:last], true
			}
		}
	}
	return "", false
}

// boxOf is what some elements without text fill together.
func (s *Scene) boxOf(from, to int) string {
	box := Extent(s.Elements[from].Shape, plain{})
	for _, e := range s.Elements[from+1 : to] {
		box = box.Union(Extent(e.Shape, plain{}))
	}
	return pt(box.Min) + " to " + pt(box.Max)
}

// shapeText is a shape in words.
func shapeText(shape Shape) string {
	switch v := shape.(type) {
	case Line:
		return fmt.Sprintf("line %s to %s%s", pt(v.From), pt(v.To), v.Stroke)
	case Polyline:
		return fmt.Sprintf("polyline %s%s", pts(v.Points), v.Stroke)
	case Polygon:
		return fmt.Sprintf("polygon %s fill %q%s", pts(v.Points), v.Fill, v.Stroke)
	case Circle:
		return fmt.Sprintf("circle %s r %.1f fill %q%s", pt(v.C), v.R, v.Fill, v.Stroke)
	case Sector:
		return fmt.Sprintf("sector %s r %.1f from %.0f to %.0f fill %q", pt(v.C), v.R, v.Start, v.End, v.Fill)
	case Text:
		words := fmt.Sprintf("text %s %s size %.1f %q %q", pt(v.At), v.Anchor, v.Size, v.Fill, v.String)
		if v.Bold {
			words += " bold"
		}
		if v.Italic {
			words += " italic"
		}
		return words
	}
	return ""
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
