package pages

import (
	"math"

	"kindred/pedigree/draw"
)

// connectors sets a mark at the end of every line that goes on to another sheet: a letter, the way
// and the other sheet's number, the letter the same on both sheets.
func (s *sheet) connectors(cuts []severing, names []string) {
	for i, c := range cuts {
		switch s.number {
		case c.sheets[0]:
			s.connector(names[i], c.at[0], c.upright, 1, c.sheets[1])
		case c.sheets[1]:
			s.connector(names[i], c.at[1], c.upright, -1, c.sheets[0])
		}
	}
}

// lettersFor names n severed lines: A to Z, then AA, AB and so on, without those that the drawing has
// as marks, such as the letters of a person who is drawn twice.
func lettersFor(n int, s *draw.Scene) []string {
	marks := map[string]bool{}
	for i := range s.Elements {
		if t, ok := s.Elements[i].Shape.(draw.Text); ok && s.Elements[i].Role == draw.RoleMark {
			marks[t.String] = true
		}
	}
	names := make([]string, 0, n)
	for i := 0; len(names) < n; i++ {
		if name := letter(i); !marks[name] {
			names = append(names, name)
		}
	}
	return names
}

// letter is the i-th of A to Z, AA, AB and so on.
func letter(i int) string {
	name := string(rune('A' + i%26))
	if i >= 26 {
		return letter(i/26-1) + name
	}
	return name
}

// connector sets one mark on the side to which the line goes on: rightwards or down for way 1,
// leftwards or up for way -1. Where something stands in its place it stands further off, joined by
// the line.
func (s *sheet) connector(name string, at draw.Point, upright bool, way float64, other int) {
	arrow := map[bool]map[float64]string{false: {1: "→", -1: "←"}, true: {1: "↓", -1: "↑"}}[upright][way]
	text := draw.Text{
		Size: connectorSize, Bold: true, Fill: draw.Ink, String: name + " " + arrow + " page " + itoa(other+1), Anchor: draw.AnchorMiddle,
	}
	from := s.at(at)
	place := func(off, out float64) (draw.Text, draw.Point) {
		t, to := text, from
		if upright {
			to.X, to.Y = from.X+off*1.5, from.Y+way*out
			t.At = draw.Point{X: to.X, Y: to.Y - 0.22*t.Size - 1}
			if way > 0 {
				t.At.Y = to.Y + 0.76*t.Size + 1
			}
			return t, to
		}
		to.X, to.Y = from.X+way*out, from.Y+off
		t.Anchor = draw.AnchorStart
		if way < 0 {
			t.Anchor = draw.AnchorEnd
		}
		t.At = draw.Point{X: to.X + way*1.5, Y: to.Y + 0.34*t.Size}
		return t, to
	}
	best, end := place(0, connectorRoom/2)
search:
	for out := connectorRoom / 2; out < 12*connectorSize; out *= 1.5 {
		for k := range 49 {
			off := float64((k+1)/2) * connectorSize / 2 * math.Pow(-1, float64(k))
			if math.Abs(off) > 6*out {
				break
			}
			if t, to := place(off, out); s.free(draw.Extent(t, s.measure)) {
				best, end = t, to
				break search
			}
		}
	}
	pen := draw.Stroke{Colour: draw.Ink, Width: 0.8}
	s.put("connector/"+name+"/line", draw.RoleConnector, draw.Line{From: from, To: end, Stroke: pen})
	s.put("connector/"+name, draw.RoleConnector, best)
	s.taken = append(s.taken, draw.Extent(best, s.measure))
}

// free reports whether a text may stand in a box: on the sheet, above the key, and on nothing else.
func (s *sheet) free(b draw.Box) bool {
	if b.Min.X < s.margin || b.Max.X > s.wide-s.margin || b.Min.Y < s.margin+s.stamps-aside || b.Max.Y > s.high-s.margin-s.bottom {
		return false
	}
	for _, t := range s.taken {
		if b.Min.X < t.Max.X && b.Max.X > t.Min.X && b.Min.Y < t.Max.Y && b.Max.Y > t.Min.Y {
			return false
		}
	}
	return true
}
