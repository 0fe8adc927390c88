package blank

import "kindred/pedigree/draw"

const questionsWidth = 268.0 // of the last page; the sketch has the rest

// question is one of the sweep at the end of the interview.
type question struct {
	ask   string
	lines int
}

// questions are step 7 and 8 of the interview.
var questions = []question{
	{"Anyone else with cancer? Breast, ovary, bowel, womb, prostate, pancreas, stomach, brain, sarcoma, childhood cancer", 4},
	{"Anyone with cancer under 50?", 1},
	{"Anyone with two cancers, or with both breasts?", 1},
	{"Anyone who had a genetic test? What, where, and is there a report?", 2},
	{"Are any couples related to each other?", 1},
	{"Any other condition that runs in the family?", 2},
	{"Read back. Who knows more?", 1},
	{"Who may be asked, and who has agreed that we ask?", 2},
}

// sweep is the left of the last page.
func (b *book) sweep() {
	y := b.y + 12
	for _, q := range questions {
		b.box(border, y-6.5, 7.5, 7.5, draw.Paper, draw.Quiet)
		y = b.wrap(border+13, y, questionsWidth-13, 10.5, style{size: 8.6}, q.ask)
		y += 6
		for range q.lines {
			b.rule(border+13, y, questionsWidth-13, draw.Rule)
			y += rowHeight - 2
		}
		y -= 2
	}
}

// sketch is room for the pedigree, with the symbols that it is drawn in.
func (b *book) sketch() {
	const step, keyHeight = 14.17, 40.0 // 5 mm squares
	left, top := border+questionsWidth+18, b.y+2
	width, height := pageWidth-border-left, footTop-top-keyHeight
	for x := left + step; x < left+width-1; x += step {
		for y := top + step; y < top+height-1; y += step {
			b.add(draw.RoleKey, draw.Circle{C: draw.Point{X: x, Y: y}, R: 0.5, Fill: draw.Rule})
		}
	}
	b.box(left, top, width, height, "", draw.Quiet)
	b.write(left+6, top+12, style{size: 8, fill: draw.Quiet}, "Sketch: the mother's side on one half, the father's on the other; arrow at the patient")
	b.symbols(left, top+height+6, width)
}

// symbols is the key under the sketch.
func (b *book) symbols(x, y, width float64) {
	const r = 7.0
	stroke := draw.Stroke{Colour: draw.Ink, Width: 1}
	square := func(c draw.Point, fill draw.Colour) {
		b.add(draw.RoleSymbol, draw.Polygon{Points: []draw.Point{{X: c.X - r, Y: c.Y - r}, {X: c.X + r, Y: c.Y - r}, {X: c.X + r, Y: c.Y + r}, {X: c.X - r, Y: c.Y + r}}, Fill: fill, Stroke: stroke})
	}
	circle := func(c draw.Point, fill draw.Colour) {
		b.add(draw.RoleSymbol, draw.Circle{C: c, R: r, Fill: fill, Stroke: stroke})
	}
	line := func(x1, y1, x2, y2 float64) {
		b.add(draw.RoleLine, draw.Line{From: draw.Point{X: x1, Y: y1}, To: draw.Point{X: x2, Y: y2}, Stroke: stroke})
	}
	marks := []struct {
		words string
		draw  func(c draw.Point)
	}{
		{"man", func(c draw.Point) { square(c, draw.Paper) }},
		{"woman", func(c draw.Point) { circle(c, draw.Paper) }},
		{"unknown", func(c draw.Point) {
			b.add(draw.RoleSymbol, draw.Polygon{Points: []draw.Point{{X: c.X, Y: c.Y - r - 1}, {X: c.X + r + 1, Y: c.Y}, {X: c.X, Y: c.Y + r + 1}, {X: c.X - r - 1, Y: c.Y}}, Fill: draw.Paper, Stroke: stroke})
		}},
		{"affected", func(c draw.Point) { circle(c, draw.Ink) }},
		{"died", func(c draw.Point) {
			square(c, draw.Paper)
			line(c.X-r-4, c.Y+r+4, c.X+r+4, c.Y-r-4)
		}},
		{"several", func(c draw.Point) {
			square(c, draw.Paper)
			b.write(c.X, c.Y+3, style{size: 9, anchor: draw.AnchorMiddle}, "3")
		}},
		{"loss", func(c draw.Point) {
			b.add(draw.RoleSymbol, draw.Polygon{Points: []draw.Point{{X: c.X, Y: c.Y - 5}, {X: c.X + 7, Y: c.Y + 5}, {X: c.X - 7, Y: c.Y + 5}}, Fill: draw.Paper, Stroke: stroke})
		}},
		{"related", func(c draw.Point) {
			line(c.X-11, c.Y-1.5, c.X+11, c.Y-1.5)
			line(c.X-11, c.Y+1.5, c.X+11, c.Y+1.5)
		}},
		{"patient", func(c draw.Point) {
			circle(draw.Point{X: c.X + 3, Y: c.Y}, draw.Paper)
			line(c.X-12, c.Y+9, c.X-4, c.Y+3.5)
			b.add(draw.RoleMark, draw.Polygon{Points: []draw.Point{{X: c.X - 3, Y: c.Y + 3}, {X: c.X - 5.5, Y: c.Y + 8}, {X: c.X - 8.5, Y: c.Y + 4}}, Fill: draw.Ink})
		}},
	}
	step := width / float64(len(marks))
	for i, m := range marks {
		c := draw.Point{X: x + step*(float64(i)+0.5), Y: y + 11}
		m.draw(c)
		b.write(c.X, y+30, style{size: 7.4, fill: draw.Quiet, anchor: draw.AnchorMiddle}, m.words)
	}
}
