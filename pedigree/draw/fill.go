package draw

import "kindred/pedigree"

// look is how one state of a condition fills its sector.
type look struct {
	ground  Colour // "" for none
	pattern pattern
	weight  float64
	unsure  bool // a question mark
}

// look gives what is confirmed a ground in the condition's hue under a strong pattern and what is
// only reported the pattern alone, finer; a copy in black and white keeps the difference.
func (c *condition) look(state sectorState) look {
	const fine = 0.55
	switch state {
	case confirmed:
		if c.pattern == solid {
			return look{ground: c.hue, pattern: solid}
		}
		return look{ground: c.hue + "-ground", pattern: c.pattern, weight: 1}
	case reported:
		return look{pattern: c.pattern, weight: fine}
	case carries:
		return look{pattern: brokenLevel, weight: 1}
	case mustCarry:
		return look{pattern: brokenUpright, weight: 1}
	case mayCarry:
		return look{pattern: brokenLevel, weight: 1, unsure: true}
	}
	return look{pattern: solid, unsure: state == possible}
}

// states are the conditions' states in p; any is false when all are absent.
func (d *drawing) states(p *pedigree.Individual) (states []sectorState, any bool) {
	if len(p.Diagnoses)+len(p.Carrier) == 0 && p.Affected != pedigree.Yes {
		return nil, false
	}
	states = make([]sectorState, len(d.conditions))
	for i := range d.conditions {
		states[i] = d.conditions[i].stateOf(p, !d.s.Nomenclature.CarrierDot)
		any = any || states[i] != absent
	}
	return states, any
}

// fill draws the conditions of a symbol, each in its sector. ID is the stem of the elements' ids.
func (d *drawing) fill(id string, node int, o shapeOutline, states []sectorState) {
	person := d.l.Nodes[node].ID
	share := 360 / float64(max(1, len(d.conditions)))
	for i, state := range states {
		if state != absent {
			d.sector(id+"/fill/"+itoa(i+1), person, o, i, state)
		}
	}
	if len(d.conditions) > 1 {
		for i := range d.conditions { // a line on either side of what is filled
			before := (i + len(d.conditions) - 1) % len(d.conditions)
			if states[i] == absent && states[before] == absent {
				continue
			}
			to := onCircle(o.centre, 2*o.r, float64(i)*share)
			if _, edge, ok := o.area.cut(o.centre, to); ok {
				d.add(id+"/divider/"+itoa(i+1), person, RoleMark, Line{o.centre, edge, Stroke{Colour: Ink, Width: 0.7}})
			}
		}
	}
	for i, state := range states {
		if d.conditions[i].look(state).unsure {
			d.unsure(id+"/fill/"+itoa(i+1)+"/unsure", person, o, i, state)
		}
	}
}

// sector fills the i-th sector: its ground, then its pattern.
func (d *drawing) sector(stem string, person pedigree.ID, o shapeOutline, i int, state sectorState) {
	d.legend.note(i, state)
	c, first := &d.conditions[i], len(d.scene.Elements)
	l := c.look(state)
	start, end := d.arc(i)
	area := o.area
	if len(d.conditions) > 1 {
		area = area.wedge(o.centre, start, end)
	}
	switch {
	case l.ground == "":
	case !o.round:
		d.add(stem, person, RoleFill, Polygon{Points: area, Fill: l.ground})
	case len(d.conditions) == 1:
		d.add(stem, person, RoleFill, Circle{C: o.centre, R: o.r, Fill: l.ground})
	default:
		d.add(stem, person, RoleFill, Sector{o.centre, o.r, start, end, l.ground})
	}
	scale := 1.0
	if o.r < radius { // the triangle of a loss
		scale = o.r / radius
	}
	for k, mark := range l.pattern.marks(area, o.centre, o.r*1.5, c.hue, l.weight, scale) {
		d.add(stem+"/"+itoa(k+1), person, RoleFill, mark)
	}
	d.mean(c.means(), first)
}

// arc is where the i-th sector begins and ends, degrees clockwise from twelve o'clock: two
// conditions have halves, three thirds, four quarters, and any more their share.
func (d *drawing) arc(i int) (start, end float64) {
	share := 360 / float64(len(d.conditions))
	return float64(i) * share, float64(i+1) * share
}

// unsure is the question mark in the i-th sector, on a ground of its own where there would be
// something behind it.
func (d *drawing) unsure(id string, person pedigree.ID, o shapeOutline, i int, state sectorState) {
	const narrow = 6 // from this many sectors on, the mark is wider than its own
	at, first := o.centre, len(d.scene.Elements)
	if len(d.conditions) > 1 {
		start, end := d.arc(i)
		at = onCircle(o.centre, 0.62*o.r, (start+end)/2)
	}
	if state == mayCarry || len(d.conditions) > narrow {
		d.add(id+"/ground", person, RoleMark, Circle{C: at, R: 0.46 * textSize, Fill: Paper})
	}
	d.add(id, person, RoleMark, Text{
		At: Point{at.X, at.Y + 0.36*textSize}, Anchor: AnchorMiddle, Size: textSize, Bold: true, Fill: Ink, String: "?",
	})
	d.mean(d.conditions[i].means(), first)
}
