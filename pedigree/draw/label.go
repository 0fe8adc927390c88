package draw

import (
	"strings"

	"kindred/pedigree"
)

// line is one line of a label.
type line struct {
	text         string
	bold, italic bool
	fill         Colour
}

// label is what stands under a symbol, before it is wrapped: name, age, diagnoses, tests, in the
// order in which clinics read them, the pedigree number after what was found, and last who is left out.
func (d *drawing) label(node int) []line {
	p := d.people[node]
	if p == nil {
		return nil
	}
	below := d.cutBelow(node)
	if !d.s.shows(p.ID) {
		return below
	}
	return append(d.ownLabel(node), below...)
}

// cutBelow says how many of the people below are left out.
func (d *drawing) cutBelow(node int) []line {
	if n := d.people[node].Hidden.Below; n > 0 && !d.second[node] {
		return []line{{text: tied("+" + itoa(n) + " below"), bold: true, fill: Accent}}
	}
	return nil
}

// ownLabel is what is known of a person who may be shown.
func (d *drawing) ownLabel(node int) []line {
	p := d.people[node]
	name := line{text: d.name(node), bold: p.Proband || p.Consultand, fill: Ink}
	if d.second[node] {
		name.fill = Quiet
		return present(name)
	}
	if p.Pregnancy != nil {
		return d.numbered(p, append(present(name), d.pregnancy(p)...))
	}
	var lines []line
	age := d.age(p)
	switch {
	case age == "" || name.text == "":
		name.text += age
		lines = present(name)
	case p.IsDeceased():
		lines = []line{name, {text: age, bold: name.bold, fill: Ink}}
	default:
		const short = 14 // bytes that stay on one line
		if name.text += ", "; len(name.text)+len(age) <= short {
			name.text = tied(name.text)
		}
		name.text += age
		lines = []line{name}
	}
	lines = append(lines, present(line{text: d.assigned(p), fill: Quiet})...)
	lines = append(lines, present(line{text: d.asked(p), fill: Quiet})...)
	lines = append(lines, d.diagnoses(p)...)
	lines = append(lines, d.tests(p)...)
	lines = append(lines, d.carrierStates(p)...)
	for i := range p.Surgery {
		if p.Surgery[i].Status != pedigree.Refuted {
			lines = append(lines, line{text: d.operation(&p.Surgery[i]), fill: Quiet})
		}
	}
	for _, word := range d.remarks(p) {
		lines = append(lines, line{text: word, fill: Quiet})
	}
	return d.numbered(p, lines)
}

// numbered adds the pedigree number as the last line where the clinic wants it. An anonymous drawing
// has it in the place of the name.
func (d *drawing) numbered(p *pedigree.Individual, lines []line) []line {
	if !d.s.Nomenclature.PedigreeNumbers || d.s.Anonymise {
		return lines
	}
	return append(lines, present(line{text: d.numbers[p.ID], fill: Quiet})...)
}

func present(l line) []line {
	if l.text == "" {
		return nil
	}
	return []line{l}
}

// name is what the person is called on this drawing: the pedigree number on an anonymous one.
func (d *drawing) name(node int) string {
	p := d.people[node]
	switch {
	case d.s.Anonymise:
		return d.numbers[p.ID]
	case d.s.HideNames:
		return ""
	case p.Name != "":
		return p.Name
	}
	return p.FamilyName
}

// diagnoses gathers what is equally certain on one line: confirmed upright, the rest in italics.
func (d *drawing) diagnoses(p *pedigree.Individual) []line {
	var lines []line
	for _, group := range [...]struct {
		status pedigree.Status
		tail   string
		look   line
	}{
		{pedigree.Confirmed, " confirmed", line{fill: Ink}},
		{pedigree.Reported, " reported", line{fill: Ink, italic: true}},
		{pedigree.Requested, " reported, report requested", line{fill: Ink, italic: true}},
		{pedigree.Refuted, " refuted", line{fill: Quiet}},
	} {
		var names []string
		for i := range p.Diagnoses {
			x := &p.Diagnoses[i]
			if x.Status == group.status || (x.Status == "" && group.status == pedigree.Reported) {
				names = append(names, d.diagnosis(x))
			}
		}
		if len(names) > 0 {
			d.legend.italic = d.legend.italic || group.look.italic
			d.legend.requested = d.legend.requested || group.status == pedigree.Requested
			d.legend.refuted = d.legend.refuted || group.status == pedigree.Refuted
			group.look.text = strings.Join(names, ", ") + group.tail
			lines = append(lines, group.look)
		}
	}
	return lines
}

// asked is the answer to the question of illness where no diagnosis gives it; nothing when not asked. Of
// whom no details are known the remarks say so.
func (d *drawing) asked(p *pedigree.Individual) string {
	switch p.AskedIllness() {
	case pedigree.IllnessAbsent:
		switch {
		case p.Well == pedigree.Yes && !p.IsDeceased():
			return d.short("A&W", "alive and well")
		case p.Asked[pedigree.AskedCancer] == pedigree.No && len(p.Diagnoses) == 0:
			return "no cancer"
		}
	case pedigree.IllnessUncertain:
		if len(p.Diagnoses) == 0 {
			return d.short("n.k.", "asked, not known whether there was any cancer")
		}
	}
	return ""
}

// remarks are the quiet lines at the end of a label.
func (d *drawing) remarks(p *pedigree.Individual) []string {
	var out []string
	if p.Karyotype != "" && !d.s.Anonymise {
		out = append(out, p.Karyotype)
	}
	if p.ChildlessCause != "" && !d.s.Anonymise {
		out = append(out, p.ChildlessCause)
	}
	if p.NoDetails {
		out = append(out, "no details")
	}
	if p.NotInContact {
		out = append(out, "not in contact")
	}
	return out
}

// assigned is the note of sex assigned at birth, given where the symbol does not say it.
func (d *drawing) assigned(p *pedigree.Individual) string {
	differs := p.Gender == pedigree.NonBinary ||
		(p.Gender == pedigree.Woman && p.Sex != pedigree.Female) || (p.Gender == pedigree.Man && p.Sex != pedigree.Male)
	switch {
	case p.Sex == pedigree.Unassigned:
		return d.short("UAAB", "unassigned at birth")
	case differs && p.Sex == pedigree.Female:
		return d.short("AFAB", "assigned female at birth")
	case differs && p.Sex == pedigree.Male:
		return d.short("AMAB", "assigned male at birth")
	}
	return ""
}

// pregnancy is the label of a pregnancy or a loss.
func (d *drawing) pregnancy(p *pedigree.Individual) []line {
	var parts []string
	switch p.Pregnancy.Kind {
	case pedigree.Miscarriage:
		parts = append(parts, "miscarriage")
	case pedigree.Termination:
		parts = append(parts, d.short("TOP", "termination of pregnancy"))
	case pedigree.Stillbirth:
		parts = append(parts, d.short("SB", "stillbirth"))
	case pedigree.Ectopic:
		parts = append(parts, d.short("ECT", "ectopic pregnancy"))
	}
	if weeks := d.weeks(p.Pregnancy); weeks != "" {
		parts = append(parts, weeks)
	}
	if isLoss(p) && (p.Sex == pedigree.Female || p.Sex == pedigree.Male) {
		parts = append(parts, string(p.Sex)) // the triangle does not say it
	}
	lines := present(line{text: strings.Join(parts, " "), fill: Ink})
	if !p.Pregnancy.Due.IsZero() && !d.s.bands() {
		lines = append(lines, line{text: "due " + d.said(p.Pregnancy.Due), fill: Ink})
	}
	lines = append(append(lines, d.diagnoses(p)...), d.tests(p)...)
	lines = append(lines, d.carrierStates(p)...)
	for _, word := range d.remarks(p) {
		lines = append(lines, line{text: word, fill: Quiet})
	}
	return lines
}

// wrapped breaks lines at spaces so that each is at most limit wide where its words allow it.
func (d *drawing) wrapped(lines []line, limit float64) []line {
	var out []line
	for _, l := range lines {
		rest := l
		rest.text = ""
		for word := range strings.SplitSeq(l.text, " ") {
			longer := rest
			if rest.text == "" {
				longer.text = word
			} else {
				longer.text += " " + word
			}
			if rest.text != "" && d.width(longer) > limit {
				out = append(out, rest)
				longer.text = word
			}
			rest = longer
		}
		out = append(out, rest)
	}
	return out
}

func (d *drawing) width(l line) float64 {
	return d.measure.Width(l.text, textSize, l.bold, l.italic)
}

func (d *drawing) widest(lines []line) float64 {
	w := 0.0
	for _, l := range lines {
		w = max(w, d.width(l))
	}
	return w
}

// write puts lines under one another, centred at x, the first hanging from top.
func (d *drawing) write(id string, person pedigree.ID, x, top float64, lines []line) {
	for i, l := range lines {
		d.add(id+"/"+itoa(i+1), person, RoleLabel, Text{
			At: Point{x, top + ascent + float64(i)*lineHeight}, Anchor: AnchorMiddle, Size: textSize,
			Bold: l.bold, Italic: l.italic, Fill: l.fill, String: strings.ReplaceAll(l.text, tie, " "),
		})
	}
}
