package blank

import (
	"fmt"
	"strings"

	"kindred/pedigree/draw"
)

// style is how words are set; the zero values are ink, starting at the place, as a label.
type style struct {
	size   float64
	bold   bool
	fill   draw.Colour
	anchor draw.Anchor
	role   draw.Role
}

// write sets words on a base line and returns where they end.
func (b *book) write(x, y float64, s style, words string) float64 {
	if s.fill == "" {
		s.fill = draw.Ink
	}
	if s.anchor == "" {
		s.anchor = draw.AnchorStart
	}
	if s.role == "" {
		s.role = draw.RoleLabel
	}
	b.add(s.role, draw.Text{At: draw.Point{X: x, Y: y}, Anchor: s.anchor, Size: s.size, Bold: s.bold, Fill: s.fill, String: words})
	return x + b.measure.Width(words, s.size, s.bold, false)
}

// wrap sets words in lines no wider than width, and returns the base line after the last.
func (b *book) wrap(x, y, width, step float64, s style, words string) float64 {
	line := ""
	for word := range strings.FieldsSeq(words) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && b.measure.Width(longer, s.size, s.bold, false) > width {
			b.write(x, y, s, line)
			y += step
			longer = word
		}
		line = longer
	}
	b.write(x, y, s, line)
	return y + step
}

// rule draws a level line.
func (b *book) rule(x, y, width float64, ink draw.Colour) {
	b.add(draw.RoleKey, draw.Line{From: draw.Point{X: x, Y: y}, To: draw.Point{X: x + width, Y: y}, Stroke: draw.Stroke{Colour: ink, Width: 0.6}})
}

// upright draws a line down.
func (b *book) upright(x, y, height float64, ink draw.Colour) {
	b.add(draw.RoleKey, draw.Line{From: draw.Point{X: x, Y: y}, To: draw.Point{X: x, Y: y + height}, Stroke: draw.Stroke{Colour: ink, Width: 0.6}})
}

// box draws a rectangle; fill "" leaves it open.
func (b *book) box(x, y, width, height float64, fill, ink draw.Colour) {
	b.add(draw.RoleKey, draw.Polygon{
		Points: []draw.Point{{X: x, Y: y}, {X: x + width, Y: y}, {X: x + width, Y: y + height}, {X: x, Y: y + height}},
		Fill:   fill, Stroke: draw.Stroke{Colour: ink, Width: 0.6},
	})
}

// tick draws a box to tick before words, and returns where the words end.
func (b *book) tick(x, y float64, s style, words string) float64 {
	const side = 7.5
	b.box(x, y-side+1, side, side, draw.Paper, draw.Quiet)
	return b.write(x+side+3.5, y, s, words)
}

// add puts a shape on the page under an id of its own.
func (b *book) add(role draw.Role, shape draw.Shape) {
	page := b.page()
	page.Elements = append(page.Elements, draw.Element{ID: fmt.Sprintf("blank:%d", len(page.Elements)+1), Role: role, Shape: shape})
}
