package draw

import (
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/describe"
)

// carrierMarks are the vertical line of the presymptomatic, and the older dot of a carrier, on a
// ground of its own where the symbol is filled and under a letter where there is one.
func (d *drawing) carrierMarks(id string, p *pedigree.Individual, o shapeOutline, filled bool) {
	if presymptomatic(p) {
		from, to := o.through(180)
		d.add(id+"/presymptomatic", p.ID, RoleMark, Line{from, to, heavy})
		d.mean(Presymptomatic, len(d.scene.Elements)-1)
		d.legend.presymptomatic = true
	}
	if !d.s.Nomenclature.CarrierDot {
		return
	}
	state := absent
	for i := range p.Carrier {
		if !affectedBy(p, conditionKey(p.Carrier[i].Condition)) {
			state = max(state, carrierState(p.Carrier[i].Kind))
		}
	}
	if state == absent {
		return
	}
	d.legend.dots[state] = true
	at, first := o.centre, len(d.scene.Elements)
	if d.inside(p) != "" {
		at.Y += 0.32 * symbol
	}
	if filled {
		d.add(id+"/carrier/ground", p.ID, RoleMark, Circle{C: at, R: 0.16 * symbol, Fill: Paper})
	}
	if state == mayCarry {
		d.add(id+"/carrier", p.ID, RoleMark, Text{
			At: Point{at.X, at.Y + 0.36*textSize}, Anchor: AnchorMiddle, Size: textSize, Bold: true, Fill: Ink, String: "?",
		})
	} else {
		d.add(id+"/carrier", p.ID, RoleMark, Circle{C: at, R: 0.1 * symbol, Fill: Ink})
	}
	d.mean(dotMeanings[state], first)
}

// dotMeanings are those of the older marks of carriers.
var dotMeanings = map[sectorState]Meaning{carries: CarrierDot, mustCarry: ObligateDot, mayCarry: PossibleDot}

// presymptomatic reports a person with a pathogenic germline result and no cancer, or recorded as
// presymptomatic for something they have not got: the vertical line of the nomenclature.
func presymptomatic(p *pedigree.Individual) bool {
	for i := range p.Carrier {
		if c := &p.Carrier[i]; c.Kind == pedigree.Presymptomatic && !affectedBy(p, conditionKey(c.Condition)) {
			return true
		}
	}
	for i := range p.Diagnoses {
		if p.Diagnoses[i].Counts() && p.Diagnoses[i].Site != pedigree.Polyps {
			return false
		}
	}
	return p.Affected != pedigree.Yes && slices.ContainsFunc(p.GeneTests, func(t pedigree.GeneTest) bool { return t.GermlinePositive() })
}

// carrierState is how a carrier's sector is drawn; the presymptomatic have a line instead.
func carrierState(kind pedigree.CarrierKind) sectorState {
	switch kind {
	case pedigree.Presymptomatic:
		return absent
	case pedigree.ObligateCarrier:
		return mustCarry
	case pedigree.UncertainCarrier:
		return mayCarry
	}
	return carries
}

// affectedBy reports whether p has, or may have, the condition with this key.
func affectedBy(p *pedigree.Individual, key string) bool {
	return slices.ContainsFunc(p.Diagnoses, func(d pedigree.Diagnosis) bool { return conditionOf(&d) == key })
}

// carrierStates are the label lines of what somebody carries, so that the fill need not be known.
func (d *drawing) carrierStates(p *pedigree.Individual) []line {
	var lines []line
	for i := range p.Carrier {
		c := &p.Carrier[i]
		if name := strings.TrimSpace(c.Condition); name != "" {
			text := describe.Capital(name) + " " + carrierWords(c.Kind)
			lines = append(lines, line{text: text, fill: Quiet})
		}
	}
	return lines
}

// carrierWords follow the condition.
func carrierWords(kind pedigree.CarrierKind) string {
	switch kind {
	case pedigree.ObligateCarrier:
		return "obligate" + tie + "carrier"
	case pedigree.Presymptomatic:
		return "presymptomatic"
	case pedigree.UncertainCarrier:
		return "carrier?"
	}
	return "carrier"
}
