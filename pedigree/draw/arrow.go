package draw

import "kindred/pedigree"

// The marks beside a symbol. An arrow and an asterisk stand where neither the stroke of the
// deceased nor the brackets of adoption are.
const (
	arrowLength = 0.65 * symbol
	arrowGap    = 0.1 * symbol  // from the outline to the tip
	bracketOut  = 0.68 * symbol // from the middle to a bracket
	bracketHalf = 0.66 * symbol // half its height
	starSize    = 2.4           // half the height of the asterisk of documented evaluation
)

// arrowed reports who has an arrow.
func arrowed(p *pedigree.Individual) bool { return p.Proband || p.Consultand }

// arrow points at the proband, with a P, and at the consultand, without a letter or with a C where
// the clinic wants one. Somebody who is both has the proband's.
func (d *drawing) arrow(id string, p *pedigree.Individual, o shapeOutline) {
	if !arrowed(p) {
		return
	}
	tip, tail := d.s.shaft(p)
	middle := d.s.outlineOf(p, Point{}).centre
	by := Point{o.centre.X - middle.X, o.centre.Y - middle.Y}
	tip, tail = Point{by.X + tip.X, by.Y + tip.Y}, Point{by.X + tail.X, by.Y + tail.Y}
	d.add(id+"/arrow", p.ID, RoleMark, Line{tail, tip, heavy})
	dx, dy := unit(tail, tip)
	const head = 7.0
	barb := func(sign float64) Point {
		return Point{tip.X - head*(dx*0.87+sign*dy*0.5), tip.Y - head*(dy*0.87-sign*dx*0.5)}
	}
	d.add(id+"/arrow/head", p.ID, RoleMark, Polyline{[]Point{barb(1), tip, barb(-1)}, heavy})
	if letter := d.arrowLetter(p); letter != "" {
		d.add(id+"/proband", p.ID, RoleMark, Text{
			At: Point{tail.X - 3, tail.Y + 1}, Anchor: AnchorEnd, Size: textSize, Bold: true, Fill: Ink, String: letter,
		})
	}
}

func (d *drawing) arrowLetter(p *pedigree.Individual) string {
	switch {
	case p.Proband:
		d.short("P by arrow", "proband")
		return "P"
	case p.Consultand && d.s.Nomenclature.ConsultandLetter:
		d.short("C by arrow", "consultand")
		return "C"
	}
	return ""
}

// shaft is where an arrow begins and ends, from the symbol's place: from the lower left, and from
// nearer the level where the stroke of the deceased has that place.
func (s Style) shaft(p *pedigree.Individual) (tip, tail Point) {
	switch {
	case bracketed(p):
		return Point{-21, 16}, Point{-32, 25}
	case deceased(p):
		return Point{-16, 7}, Point{-31, 14}
	}
	_, corner := s.outlineOf(p, Point{}).through(225)
	return onCircle(corner, arrowGap, 225), onCircle(corner, arrowGap+arrowLength, 225)
}

// arrowReach is how far an arrow and its letter reach to the left of the symbol's centre; 0 for none.
func (s Style) arrowReach(p *pedigree.Individual) float64 {
	if !arrowed(p) {
		return 0
	}
	_, tail := s.shaft(p)
	if p.Proband || s.Nomenclature.ConsultandLetter {
		return 10 - tail.X
	}
	return 2 - tail.X
}

// starAt is the place of the asterisk of documented evaluation: at the lower right, under the
// brackets where there are any.
func starAt(p *pedigree.Individual, c Point) Point {
	if bracketed(p) {
		return Point{c.X + bracketOut, c.Y + bracketHalf + 2*starSize}
	}
	return Point{c.X + radius + 3, c.Y + 0.86*radius}
}

// star is an asterisk of three strokes.
func star(c Point) [3]Line {
	var lines [3]Line
	for i := range lines {
		degrees := float64(60 * i)
		lines[i] = Line{onCircle(c, starSize, degrees), onCircle(c, starSize, degrees+180), Stroke{Colour: Ink, Width: 1}}
	}
	return lines
}
