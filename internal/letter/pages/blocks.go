package pages

import (
	"kindred/internal/letter"
	"kindred/pedigree/draw"
)

// block sets one block. A heading never stands alone at the foot of a page.
func (s *setter) block(b letter.Block, more bool) {
	switch b := b.(type) {
	case letter.Heading:
		needed := s.leading * 1.2
		if more {
			needed += 3 * s.leading
		}
		s.y += s.leading * 0.3
		s.room(needed)
		s.y += s.leading
		s.text(margin, s.y-s.leading*0.25, s.size*1.15, true, b.Text)
		s.y += s.leading * 0.15
	case letter.Paragraph:
		s.paragraph(margin, column, split(b.Runs))
		s.y += s.leading * 0.45
	case letter.Bullets:
		for _, item := range b.Items {
			s.bullet(item)
		}
		s.y += s.leading * 0.35
	case letter.IconArray:
		s.icons(b)
	case letter.Figure:
		s.figure(b)
	case letter.Signature:
		s.signature(b)
	}
}

// paragraph sets words in a column; of a paragraph that the page's end cuts, at least two lines stand
// on either side.
func (s *setter) paragraph(x, room float64, words []word) {
	broken := wrap(words, s.size, room)
	for i, l := range broken {
		left := len(broken) - i
		if left == 2 || i == 0 {
			s.room(float64(min(left, 2)) * s.leading)
		} else {
			s.room(s.leading)
		}
		s.y += s.leading
		s.line(x, s.y-s.leading*0.28, s.size, l)
	}
}

func (s *setter) bullet(item []letter.Run) {
	const indent = 5.0
	words := split(item)
	s.room(s.leading * float64(min(2, len(wrap(words, s.size, column-indent)))))
	s.put(draw.RoleMark, draw.Circle{C: at(margin+1.5, s.y+s.leading*0.5), R: s.size * 0.13, Fill: black})
	s.paragraph(margin+indent, column-indent, words)
	s.y += s.leading * 0.1
}

// icons are twenty circles a row, filled row by row, solid against outline so that a black-and-white
// print loses nothing.
func (s *setter) icons(b letter.IconArray) {
	const columns = 20
	pitch := 4.6
	if s.d.Large {
		pitch = 6.4
	}
	rows := (b.Of + columns - 1) / columns
	caption := wrap(split([]letter.Run{{Text: b.Caption}}), s.size, column)
	s.room(float64(rows)*pitch + float64(len(caption))*s.leading + 4)
	s.y += 1.5
	for i := range b.Of {
		c := draw.Circle{
			C: at(margin+pitch*(float64(i%columns)+0.5), s.y+pitch*(float64(i/columns)+0.5)), R: pitch * 0.38 * pt,
			Stroke: draw.Stroke{Colour: black, Width: 0.7},
		}
		if i < b.Filled {
			c.Fill = iconInk
		}
		s.put(draw.RoleFill, c)
	}
	s.y += float64(rows)*pitch + 1
	s.caption(caption)
	s.y += s.leading * 0.5
}

// figure sets a drawing at its own size, or smaller where the column asks for it, under its caption.
func (s *setter) figure(b letter.Figure) {
	const tallest = 110.0
	scale := min(column*pt/b.Scene.Width, tallest*pt/b.Scene.Height, 1)
	w, h := b.Scene.Width*scale/pt, b.Scene.Height*scale/pt
	caption := wrap(split([]letter.Run{{Text: b.Caption}}), s.size, column)
	s.room(h + float64(len(caption))*s.leading + 6)
	s.caption(caption)
	origin := at(margin+(column-w)/2, s.y+2)
	for _, e := range b.Scene.Elements {
		s.put(e.Role, draw.Transformed(e.Shape, scale, origin))
	}
	s.y += h + 4
}

func (s *setter) caption(lines [][]word) {
	for _, l := range lines {
		s.y += s.leading
		s.line(margin, s.y-s.leading*0.28, s.size, l)
	}
}

func (s *setter) signature(b letter.Signature) {
	s.room(s.leading * 6)
	s.y += s.leading * 0.5
	signed := "Not signed"
	if b.By.On != "" {
		signed = "Signed electronically on " + b.By.On.Prose()
	}
	for i, l := range []string{signed, b.By.Name, b.By.Role} {
		if l != "" {
			s.y += s.leading
			s.line(margin, s.y-s.leading*0.28, s.size, split([]letter.Run{{Text: l, Bold: i == 1}}))
		}
	}
	s.y += s.leading * 0.6
	for _, c := range b.CopiesTo {
		s.paragraph(margin, column, split([]letter.Run{{Text: "Copy to: " + c}}))
	}
}
