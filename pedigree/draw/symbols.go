package draw

import (
	"strconv"

	"kindred/pedigree"
)

var (
	pen   = Stroke{Colour: Ink, Width: stroke}
	heavy = Stroke{Colour: Ink, Width: outline}
	// dashed is the line of adoption, fostering and step parents, and of parents nobody recorded.
	dashed = []float64{4, 3}
)

func itoa(n int) string { return strconv.Itoa(n) }

// symbol draws one node: the outline, what it is filled with, and the marks in and round it.
func (d *drawing) symbol(node int) {
	id, person, c := d.stem[node], d.l.Nodes[node].ID, d.at(node)
	p := d.people[node]
	if p == nil {
		faint := Stroke{Colour: Quiet, Width: stroke, Dash: dashed}
		d.add(id+"/symbol", person, RoleSymbol, d.outlines[node].shape(Paper, faint))
		return
	}
	o := d.outlines[node]
	d.add(id+"/symbol", person, RoleSymbol, o.shape(Paper, heavy))
	if !d.s.shows(person) {
		return
	}
	if states, any := d.states(p); any {
		d.fill(id, node, o.corners(), states)
		d.add(id+"/outline", person, RoleMark, o.shape("", heavy))
	}
	if presymptomatic(p) {
		d.add(id+"/carrier", person, RoleMark, Line{Point{c.X, c.Y - radius}, Point{c.X, c.Y + radius}, heavy})
		d.carriers = true
	}
	if inside := d.inside(p); inside != "" {
		d.add(id+"/inside", person, RoleMark, Text{
			At: Point{c.X, c.Y + 4.2}, Anchor: AnchorMiddle, Size: 12, Fill: Ink, String: inside,
		})
	}
	if deceased(p) {
		reach := 1.3 * o.r
		c := o.centre
		d.add(id+"/deceased", person, RoleMark, Line{Point{c.X - reach, c.Y + reach}, Point{c.X + reach, c.Y - reach}, heavy})
	}
	if bracketed(p) {
		d.brackets(id, person, c)
	}
	if !d.second[node] {
		d.arrow(id, p, c)
	}
	if p.Childless != "" {
		d.bars(id+"/childless", person, Point{c.X, c.Y + radius}, p.Childless)
	}
}

// states are the conditions' states in p; any is false when all are absent.
func (d *drawing) states(p *pedigree.Individual) (states []sectorState, any bool) {
	states = make([]sectorState, len(d.conditions))
	for i, c := range d.conditions {
		states[i] = c.stateOf(p)
		any = any || states[i] != absent
	}
	return states, any
}

// deceased reports who has the stroke: the dead, the stillborn and terminated pregnancies.
func deceased(p *pedigree.Individual) bool {
	if p.Pregnancy != nil {
		return p.Pregnancy.Kind == pedigree.Stillbirth || p.Pregnancy.Kind == pedigree.Termination
	}
	return p.IsDeceased()
}

// bracketed reports who has adoption brackets, whichever family is drawn.
func bracketed(p *pedigree.Individual) bool {
	for _, link := range p.OtherParents {
		if link.Kind == pedigree.Adoptive {
			return true
		}
	}
	return p.Adopted != ""
}

// inside is the text within the symbol: the size of a group, P for a pregnancy, D for a donor, S
// for a woman who carried a pregnancy for others.
func (d *drawing) inside(p *pedigree.Individual) string {
	switch {
	case p.Count > 1:
		return itoa(p.Count)
	case p.CountUnknown:
		return d.short("n", "several, number not known")
	case p.Pregnancy != nil && p.Pregnancy.Kind == pedigree.Ongoing:
		return "P"
	}
	switch d.roles[p.ID] {
	case pedigree.DonorEgg, pedigree.DonorSperm:
		return d.short("D", "donor of egg or sperm")
	case pedigree.Gestational:
		return d.short("S", "carried the pregnancy")
	}
	return ""
}

// brackets are the square brackets of adoption.
func (d *drawing) brackets(id string, person pedigree.ID, c Point) {
	const out, half, lip = 0.68 * symbol, 0.66 * symbol, 0.2 * symbol
	for i, sign := range []float64{-1, 1} {
		x := c.X + sign*out
		in := x - sign*lip
		d.add(id+"/adopted/"+itoa(i+1), person, RoleMark, Polyline{
			[]Point{{in, c.Y - half}, {x, c.Y - half}, {x, c.Y + half}, {in, c.Y + half}}, pen,
		})
	}
}

// arrow points at the proband, with a P, and at the consultand, without. It comes from the lower
// left, and from nearer the level where the stroke of the deceased has that place.
func (d *drawing) arrow(id string, p *pedigree.Individual, c Point) {
	if !p.Proband && !p.Consultand {
		return
	}
	tip, tail := shaft(p)
	tip, tail = Point{c.X + tip.X, c.Y + tip.Y}, Point{c.X + tail.X, c.Y + tail.Y}
	d.add(id+"/arrow", p.ID, RoleMark, Line{tail, tip, heavy})
	dx, dy := unit(tail, tip)
	const head = 7.0
	barb := func(sign float64) Point {
		return Point{tip.X - head*(dx*0.87+sign*dy*0.5), tip.Y - head*(dy*0.87-sign*dx*0.5)}
	}
	d.add(id+"/arrow/head", p.ID, RoleMark, Polyline{[]Point{barb(1), tip, barb(-1)}, heavy})
	if p.Proband {
		d.add(id+"/proband", p.ID, RoleMark, Text{
			At: Point{tail.X - 3, tail.Y + 1}, Anchor: AnchorEnd, Size: textSize, Bold: true, Fill: Ink, String: "P",
		})
	}
}

// shaft is where an arrow begins and ends, from the symbol's centre.
func shaft(p *pedigree.Individual) (tip, tail Point) {
	switch {
	case bracketed(p):
		return Point{-21, 16}, Point{-32, 25}
	case deceased(p):
		return Point{-16, 7}, Point{-31, 14}
	}
	return Point{-13, 13}, Point{-25, 25}
}

// arrowReach is how far an arrow and its letter reach to the left of the symbol's centre; 0 for none.
func arrowReach(p *pedigree.Individual) float64 {
	if !p.Proband && !p.Consultand {
		return 0
	}
	_, tail := shaft(p)
	if p.Proband {
		return 10 - tail.X
	}
	return 2 - tail.X
}

// bars end a short line downwards: one for no children, two for infertility.
func (d *drawing) bars(id string, person pedigree.ID, from Point, why pedigree.Childless) {
	const depth, half, gap = 8.0, 0.2 * symbol, 2.5
	d.add(id, person, RoleMark, Line{from, Point{from.X, from.Y + depth}, pen})
	count := 1
	if why == pedigree.ChildlessInfertile {
		count = 2
	}
	for i := range count {
		y := from.Y + depth + float64(i)*gap
		d.add(id+"/"+itoa(i+1), person, RoleMark, Line{Point{from.X - half, y}, Point{from.X + half, y}, pen})
	}
}

// below is how far under the symbol's centre the label may begin, clear of every mark.
func (d *drawing) below(node int) float64 {
	p := d.people[node]
	low := radius + 5
	if p == nil || !d.s.shows(p.ID) {
		return low
	}
	if d.outlines[node].r > radius && !isLoss(p) && len(d.outlines[node].area) == 4 {
		low = d.outlines[node].r + 5 // a diamond's lower corner
	}
	if deceased(p) && !isLoss(p) {
		low = max(low, 1.3*radius+3)
	}
	if bracketed(p) {
		low = max(low, 0.66*symbol+4)
	}
	if p.Childless != "" {
		low = max(low, radius+15)
	}
	if (p.Proband || p.Consultand) && !d.second[node] {
		low = max(low, radius+15)
	}
	return low
}
