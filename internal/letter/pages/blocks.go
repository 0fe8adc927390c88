package pages

import (
	"kindred/internal/letter"
	"kindred/pedigree/draw"
)

// block sets the i-th block. A heading never stands alone at the foot of a page, nor a signature on a
// page of its own.
func (s *setter) block(i int) {
	switch b := s.d.Blocks[i].(type) {
	case letter.Heading:
		s.heading(b, s.least(i+1))
	case letter.Paragraph:
		lines := wrap(split(b.Runs), s.size, s.room)
		s.need(s.ending(i))
		s.lines(margin, lines)
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

// least is the height of the part of the i-th block that must stand with its heading.
func (s *setter) least(i int) float64 {
	if i >= len(s.d.Blocks) {
		return 0
	}
	switch b := s.d.Blocks[i].(type) {
	case letter.IconArray:
		return s.iconsHeight(b)
	case letter.Figure:
		return s.plan(b).height
	case letter.Signature:
		return s.signatureHeight(b)
	}
	return 3 * s.leading
}

// ending is the height from the i-th block to the end of the letter where only one more paragraph or
// none comes before the signature; 0 elsewhere.
func (s *setter) ending(i int) float64 {
	sum := 0.0
	for j := i; j < min(i+3, len(s.d.Blocks)); j++ {
		switch b := s.d.Blocks[j].(type) {
		case letter.Paragraph:
			sum += (float64(len(wrap(split(b.Runs), s.size, s.room))) + 0.45) * s.leading
		case letter.Signature:
			return min(sum+s.signatureHeight(b), s.bottom-s.later)
		default:
			return 0
		}
	}
	return 0
}

// headingScale is how much larger than the text a heading is.
const headingScale = 1.2

func (s *setter) heading(b letter.Heading, next float64) {
	size := s.size * headingScale
	step := size * s.line / pt
	lines := wrap(bold(b.Text), size, column)
	s.y += s.leading * 0.35
	s.need(float64(len(lines))*step + next)
	for _, l := range lines {
		s.y += step
		s.words(margin, s.y-step*0.25, size, l)
	}
	s.y += s.leading * 0.1
}

// lines sets broken lines; of a paragraph that the page's end cuts, at least two stand on either side.
func (s *setter) lines(x float64, lines [][]word) {
	for i, l := range lines {
		together := 1
		if left := len(lines) - i; i == 0 || left == 2 {
			together = min(left, 2)
		}
		if i == 0 && len(lines) == 3 {
			together = 3
		}
		s.need(float64(together) * s.leading)
		s.y += s.leading
		s.words(x, s.y-s.leading*0.28, s.size, l)
	}
}

func (s *setter) bullet(item []letter.Run) {
	const indent = 5.0
	lines := wrap(split(item), s.size, s.room-indent)
	together := min(2, len(lines))
	if len(lines) == 3 {
		together = 3
	}
	s.need(float64(together) * s.leading)
	s.put(draw.RoleMark, draw.Circle{C: at(margin+1.5, s.y+s.leading*0.5), R: s.size * 0.13, Fill: black})
	s.lines(margin+indent, lines)
	s.y += s.leading * 0.1
}

// caption sets lines that stay together, without looking for room.
func (s *setter) caption(lines [][]word) {
	for _, l := range lines {
		s.y += s.leading
		s.words(margin, s.y-s.leading*0.28, s.size, l)
	}
}

// signed is what the signature says, in lines, and how many of them come before the copies.
func (s *setter) signed(b letter.Signature) (lines [][]word, copies [][]word) {
	state := "Not signed"
	if b.By.On != "" {
		state = "Signed electronically on " + b.By.On.Prose()
	}
	lines = append(lines, wrap(plain(state), s.size, s.room)...)
	lines = append(lines, wrap(bold(b.By.Name), s.size, s.room)...)
	lines = append(lines, wrap(plain(b.By.Role), s.size, s.room)...)
	for _, c := range b.CopiesTo {
		copies = append(copies, wrap(plain(letter.CopyTo+c), s.size, s.room)...)
	}
	return lines, copies
}

func (s *setter) signatureHeight(b letter.Signature) float64 {
	lines, copies := s.signed(b)
	return (float64(len(lines)+len(copies)) + 1.6) * s.leading
}

func (s *setter) signature(b letter.Signature) {
	s.need(s.signatureHeight(b))
	lines, copies := s.signed(b)
	s.y += s.leading * 0.5
	s.caption(lines)
	s.y += s.leading * 0.6
	s.caption(copies)
}
