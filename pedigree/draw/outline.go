package draw

import "kindred/pedigree"

// shapeOutline is the outline of one symbol.
type shapeOutline struct {
	centre Point
	r      float64 // half its width, the radius of a circle
	round  bool    // a circle; area is then a polygon of many corners that fills it
	area   region
}

// outlineOf is the shape of a person: by gender, and by sex assigned at birth only where no gender
// is given; a loss before birth is a small triangle.
func (s Style) outlineOf(p *pedigree.Individual, c Point) shapeOutline {
	if isLoss(p) {
		const h = 0.6 * symbol // apex higher than usual: the individual's line is shorter
		top := c.Y - radius - 4
		return shapeOutline{centre: Point{c.X, top + 0.6*h}, r: h / 2, area: region{{c.X, top}, {c.X + h*0.55, top + h}, {c.X - h*0.55, top + h}}}
	}
	switch {
	case p.Gender == pedigree.NonBinary && !s.Nomenclature.NonBinaryDiamond:
		return shapeOutline{centre: c, r: radius, area: ring(c, radius, 6, 90)}
	case p.Gender == pedigree.Woman, p.Gender == "" && p.Sex == pedigree.Female:
		return shapeOutline{centre: c, r: radius, round: true}
	case p.Gender == pedigree.Man, p.Gender == "" && p.Sex == pedigree.Male:
		return shapeOutline{centre: c, r: radius, area: rectangle(c.X-radius, c.Y-radius, symbol, symbol)}
	}
	return shapeOutline{centre: c, r: 1.13 * radius, area: ring(c, 1.13*radius, 4, 0)}
}

// corners gives a circle the many corners that patterns are clipped to.
func (o shapeOutline) corners() shapeOutline {
	if o.round && o.area == nil {
		o.area = ring(o.centre, o.r, 48, 0)
	}
	return o
}

// shape is the outline as a primitive.
func (o shapeOutline) shape(fill Colour, stroke Stroke) Shape {
	if o.round {
		return Circle{o.centre, o.r, fill, stroke}
	}
	return Polygon{o.area, fill, stroke}
}

// top is the height of the outline's highest point above the middle of the symbol.
func (o shapeOutline) top() float64 {
	_, to := o.through(0)
	return to.Y
}

// stroke is the line of the deceased: at 45 degrees from the lower left, through the middle, a fifth
// of a symbol beyond the outline at either end.
func (o shapeOutline) stroke() (from, to Point) {
	const beyond = 0.2 * symbol
	from, to = o.through(45)
	return onCircle(from, beyond, 225), onCircle(to, beyond, 45)
}

// isLoss reports a pregnancy that ended before birth and is drawn as a triangle. A stillbirth has
// the full symbol.
func isLoss(p *pedigree.Individual) bool {
	if p.Pregnancy == nil {
		return false
	}
	switch p.Pregnancy.Kind {
	case pedigree.Miscarriage, pedigree.Termination, pedigree.Ectopic:
		return true
	}
	return false
}

// through are the two points where a line through the middle meets the outline, degrees clockwise
// from twelve o'clock; to is the one in that direction.
func (o shapeOutline) through(degrees float64) (from, to Point) {
	if o.round {
		return onCircle(o.centre, o.r, degrees+180), onCircle(o.centre, o.r, degrees)
	}
	from, to, _ = o.area.cut(onCircle(o.centre, 4*o.r, degrees+180), onCircle(o.centre, 4*o.r, degrees))
	return from, to
}
