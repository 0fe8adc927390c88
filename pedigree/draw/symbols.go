package draw

import (
	"slices"
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
	states, filled := d.states(p)
	if filled {
		d.fill(id, node, o.corners(), states)
		d.add(id+"/outline", person, RoleMark, o.shape("", heavy))
	}
	d.carrierMarks(id, p, o, filled)
	if inside := d.inside(p); inside != "" {
		const insideGround = 6.5 // keeps the letter clear of a pattern or of the vertical line
		if filled || presymptomatic(p) {
			d.add(id+"/inside/ground", person, RoleMark, Circle{C: o.centre, R: insideGround, Fill: Paper})
		}
		d.add(id+"/inside", person, RoleMark, Text{
			At: Point{c.X, o.centre.Y + 4.2}, Anchor: AnchorMiddle, Size: 12, Fill: Ink, String: inside,
		})
	}
	if deceased(p) {
		from, to := o.stroke()
		d.add(id+"/deceased", person, RoleMark, Line{from, to, heavy})
	}
	if bracketed(p) {
		d.brackets(id, person, c)
	}
	if !d.second[node] {
		d.arrow(id, p, o)
	}
	if p.Evaluated == pedigree.Yes {
		first := len(d.scene.Elements)
		for i, l := range star(starAt(p, c)) {
			d.add(id+"/evaluated/"+itoa(i+1), person, RoleMark, l)
		}
		d.mean(Evaluated, first)
		d.legend.evaluated = true
	}
	if p.NotInContact && d.hasOwnLine(node) {
		const above, half = 8.0, 5.0
		y := o.top() - above
		d.add(id+"/no-contact", person, RoleMark, Line{Point{c.X - half, y}, Point{c.X + half, y}, heavy})
		d.mean(NotInContact, len(d.scene.Elements)-1)
		d.legend.noContact = true
	}
	if p.Childless != "" {
		d.bars(id+"/childless", person, Point{c.X, c.Y + radius}, p.Childless)
	}
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

// inside is the text within the symbol: the size of a group, P for a pregnancy, the letters of a
// donor or of a woman who carried a pregnancy for others.
func (d *drawing) inside(p *pedigree.Individual) string {
	switch {
	case p.Count > 1:
		return itoa(p.Count)
	case p.CountUnknown:
		return d.short("n", "several, number not known")
	case p.Pregnancy != nil && p.Pregnancy.Kind == pedigree.Ongoing:
		return d.short("P", "pregnancy")
	}
	role := d.roles[p.ID]
	switch {
	case role == "":
		return ""
	case d.gaveAndCarried(p.ID):
		return d.short("S", "surrogate: gave the egg and carried the pregnancy")
	case role == pedigree.Gestational:
		return d.short("GC", "gestational carrier: carried the pregnancy, not the egg")
	}
	return d.short("D", "donor of egg or sperm")
}

// gaveAndCarried reports a woman who is both the egg donor and the carrier of one child.
func (d *drawing) gaveAndCarried(id pedigree.ID) bool {
	for i := range d.f.Individuals {
		var egg, carried bool
		for _, link := range d.f.Individuals[i].OtherParents {
			egg = egg || link.ID == id && link.Kind == pedigree.DonorEgg
			carried = carried || link.ID == id && link.Kind == pedigree.Gestational
		}
		if egg && carried {
			return true
		}
	}
	return false
}

// hasOwnLine reports whether a line comes down to the symbol from a sibship.
func (d *drawing) hasOwnLine(node int) bool {
	return slices.ContainsFunc(d.sibships, func(s sibship) bool { return slices.Contains(s.Children, node) })
}

// brackets are the square brackets of adoption.
func (d *drawing) brackets(id string, person pedigree.ID, c Point) {
	const lip = 0.25 * symbol
	for i, sign := range []float64{-1, 1} {
		x := c.X + sign*bracketOut
		in := x - sign*lip
		d.add(id+"/adopted/"+itoa(i+1), person, RoleMark, Polyline{
			[]Point{{in, c.Y - bracketHalf}, {x, c.Y - bracketHalf}, {x, c.Y + bracketHalf}, {in, c.Y + bracketHalf}}, pen,
		})
	}
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
	o := d.s.outlineOf(p, Point{})
	_, foot := o.through(180)
	low = max(low, foot.Y+5)
	if deceased(p) {
		from, _ := o.stroke()
		low = max(low, from.Y+3)
	}
	if bracketed(p) {
		low = max(low, bracketHalf+4)
	}
	if p.Evaluated == pedigree.Yes {
		low = max(low, starAt(p, Point{}).Y+starSize+2)
	}
	if p.Childless != "" {
		low = max(low, radius+15)
	}
	if arrowed(p) && !d.second[node] {
		_, tail := d.s.shaft(p)
		low = max(low, tail.Y+4)
	}
	return low
}
