package draw

import (
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/describe"
)

// frame puts everything round the drawing: generation numerals, stamps, key and footer, and gives
// the Scene its size, its title and the places of people.
func (d *drawing) frame() {
	box := d.bounds(d.scene.Elements)
	const numerals = 26.0
	top := margin
	if len(d.stampWords()) > 0 {
		top += 2 * lineHeight
	}
	dx, dy := margin+numerals-box.Min.X, top-box.Min.Y
	for i := range d.scene.Elements {
		e := &d.scene.Elements[i]
		e.Shape = Transformed(e.Shape, 1, Point{dx, dy})
	}
	d.stamps()
	for row, y := range d.rowY {
		d.add("generation:"+itoa(row+1), "", RoleGeneration, Text{
			At: Point{margin, y + dy + 4.5}, Anchor: AnchorStart, Size: 12, Fill: Quiet, String: roman(row + 1),
		})
	}
	width := max(box.Max.X+dx, 320) + margin
	bottom := box.Max.Y + dy + 14
	keyRight := margin
	low := bottom - 14
	if !d.s.NoKey {
		keyRight, low = d.key(margin, bottom, width-2*margin)
		width = max(width, keyRight+margin)
	}
	if !d.s.NoFooter {
		low = d.footer(keyRight, bottom, low, width)
	}
	d.scene.Width, d.scene.Height = width, low+margin
	d.scene.Title = d.title()
	d.places(dx, dy)
	if scale := d.s.Scale; scale > 0 && scale != 1 {
		d.enlarge(scale)
	}
}

func (d *drawing) stamps() {
	if words := d.stampWords(); len(words) > 0 {
		d.add("stamp", "", RoleStamp, Text{
			At: Point{margin, margin + ascent}, Anchor: AnchorStart, Size: textSize, Bold: true, Fill: Accent,
			String: strings.Join(words, " · "),
		})
	}
}

// stampWords are the marks of the drawing, and how many people it leaves out: a stamp is on every page.
func (d *drawing) stampWords() []string {
	switch n := d.f.HiddenPeople(); n {
	case 0:
		return d.s.Stamp
	case 1:
		return append(slices.Clone(d.s.Stamp), "1 person is hidden in this drawing")
	default:
		return append(slices.Clone(d.s.Stamp), itoa(n)+" people are hidden in this drawing")
	}
}

// footer says who told the family's history, who drew it and when, and how much is confirmed. It
// stands to the right of the key where there is room, else under it.
func (d *drawing) footer(keyRight, bottom, low, width float64) float64 {
	text := d.footerText()
	if text == "" {
		return low
	}
	x, room := margin, width-2*margin
	if beside := width - margin - keyRight - 12; keyRight > margin && beside >= 200 {
		x, room = keyRight+12, beside
	}
	lines := d.wrapped([]line{{text: text, fill: Quiet}}, room)
	height := float64(len(lines)) * lineHeight
	y := max(low-height, bottom)
	if x == margin && keyRight > margin {
		y = low + 8
	}
	for i, l := range lines {
		d.add("footer/"+itoa(i+1), "", RoleFooter, Text{
			At: Point{x, y + ascent + float64(i)*lineHeight}, Anchor: AnchorStart, Size: textSize, Fill: Quiet,
			String: strings.ReplaceAll(l.text, tie, " "),
		})
	}
	return max(low, y+height)
}

// inBands says in the footer how ages are given where they are not given exactly.
const inBands = "ages in bands of ten years"

func (d *drawing) footerText() string {
	f := d.f
	if d.s.Anonymise {
		return "Names, dates and places left out · " + tied(inBands)
	}
	var parts []string
	say := func(words, who string, on pedigree.Date) {
		if who == "" && on == "" {
			return
		}
		if who != "" {
			words += " by " + who
		}
		if on != "" {
			words += " on " + on.Clinical()
		}
		parts = append(parts, tied(words))
	}
	if f.Name != "" {
		parts = append(parts, tied("Family "+f.Name))
	}
	if f.Informant != "" && !d.s.HideNames {
		say("told", f.Informant, f.DrawnOn)
		say("drawn", f.Recorder, "")
	} else {
		say("drawn", f.Recorder, f.DrawnOn)
	}
	if f.ChangedOn != "" && f.ChangedOn != f.DrawnOn {
		say("changed", "", f.ChangedOn)
	}
	if d.s.AgeBands {
		parts = append(parts, tied(inBands))
	} else if f.AsOf != "" && f.AsOf != f.DrawnOn {
		parts = append(parts, tied("ages on "+f.AsOf.Clinical()))
	}
	if all, sure := d.countDiagnoses(); all > 0 {
		parts = append(parts, tied(itoa(sure)+" of "+itoa(all)+" diagnoses confirmed"))
	}
	if len(parts) > 0 {
		parts[0] = describe.Capital(parts[0])
	}
	return strings.Join(parts, " · ")
}

// countDiagnoses counts the primaries of everybody shown, and those of them that are confirmed.
func (d *drawing) countDiagnoses() (all, confirmed int) {
	for n, p := range d.people {
		if p == nil || d.second[n] || !d.s.shows(p.ID) {
			continue
		}
		for i := range p.Diagnoses {
			if x := &p.Diagnoses[i]; x.Counts() {
				all++
				if x.IsConfirmed() {
					confirmed++
				}
			}
		}
	}
	return all, confirmed
}

// enlarge multiplies the finished Scene.
func (d *drawing) enlarge(scale float64) {
	at := func(p Point) Point { return Point{p.X * scale, p.Y * scale} }
	s := d.scene
	s.Width, s.Height = s.Width*scale, s.Height*scale
	for i := range s.Elements {
		s.Elements[i].Shape = Transformed(s.Elements[i].Shape, scale, Point{})
	}
	for i := range s.People {
		p := &s.People[i]
		p.Center, p.R = at(p.Center), p.R*scale
		p.Bounds = Box{at(p.Bounds.Min), at(p.Bounds.Max)}
	}
}

// bounds is the smallest box that holds the elements; that of nothing is empty and at the origin.
func (d *drawing) bounds(elements []Element) Box {
	var box Box
	for i := range elements {
		b := Extent(elements[i].Shape, d.measure)
		if i == 0 {
			box = b
		}
		box = box.Union(b)
	}
	return box
}
