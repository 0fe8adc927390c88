package draw

import (
	"slices"

	"kindred/pedigree"
)

// linkStroke is solid for parents by blood or pregnancy and dashed for all others.
func (d *drawing) linkStroke(s *sibship, child int) Stroke {
	switch d.linkKind(s, child) {
	case pedigree.Adoptive, pedigree.Foster, pedigree.Step:
		return Stroke{Colour: Ink, Width: stroke, Dash: dashed}
	}
	return pen
}

// linkKind is what the parents of a sibship are to one of the children: "" for parents by blood.
// Where one of the two is nearer than the other, that one counts.
func (d *drawing) linkKind(s *sibship, child int) pedigree.LinkKind {
	p := d.people[child]
	if p == nil {
		return ""
	}
	kind := pedigree.LinkKind("")
	for _, n := range s.Parents {
		parent := d.l.Nodes[n].ID
		if parent == p.Mother || parent == p.Father || unknownParent(parent) {
			return ""
		}
		for _, link := range p.OtherParents {
			if link.ID != parent {
				continue
			}
			if kind = link.Kind; kind == pedigree.DonorEgg || kind == pedigree.DonorSperm || kind == pedigree.Gestational {
				return kind
			}
		}
	}
	return kind
}

// cutAbove ends the person's own line, or a short one beside it, in a question mark where nothing
// is known of the parents and their families, and in a number where that many of them are left out.
func (d *drawing) cutAbove(node int) {
	p := d.people[node]
	if p == nil || d.second[node] {
		return
	}
	words := ""
	switch {
	case p.Hidden.Above > 0:
		words = "+" + itoa(p.Hidden.Above)
	case p.HistoryUnknown && d.s.shows(p.ID):
		words = "?"
	default:
		return
	}
	const length, beside = 9.0, 9.0
	dx := 0.0
	for i := range d.sibships {
		if k := slices.Index(d.sibships[i].Children, node); k >= 0 {
			dx = min(dx, d.sibships[i].shift[k]-beside)
		}
	}
	to := d.crown(node, dx)
	top := d.rowY[d.row(node)] - radius - length
	d.add(d.stem[node]+"/history", p.ID, RoleLine, Line{Point{to.X, top}, to, pen})
	d.add(d.stem[node]+"/history/unknown", p.ID, RoleMark, Text{
		At: Point{to.X, top - 2.5}, Anchor: AnchorMiddle, Size: textSize, Fill: Ink, String: words,
	})
}

// raisedBy writes beside a child's own line that it comes from foster or step parents: the dashes
// alone would say adoption. Of somebody whose facts are hidden it writes nothing.
func (d *drawing) raisedBy(s *sibship, child int, end Point, side float64) {
	if !d.s.shows(d.l.Nodes[child].ID) {
		return
	}
	const size, above, aside = 7.5, 7, 3.5
	words := map[pedigree.LinkKind]string{pedigree.Foster: "foster", pedigree.Step: "step"}
	text := Text{At: Point{end.X + aside, end.Y - above}, Anchor: AnchorStart, Size: size, Fill: Ink, String: words[d.linkKind(s, child)]}
	if text.String == "" {
		return
	}
	if side < 0 {
		text.At.X, text.Anchor = end.X-aside, AnchorEnd
	}
	d.add(d.stem[child]+"/line/"+s.id+"/kind", d.l.Nodes[child].ID, RoleLabel, text)
}
