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
	case p.Gender == pedigree.NonBinary && !s.NonBinaryDiamond:
		return shapeOutline{centre: c, r: 1.08 * radius, area: ring(c, 1.08*radius, 6, 90)}
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
