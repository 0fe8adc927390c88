package draw

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"kindred/pedigree"
)

// keyEntry is one line of the key: a sample of what is drawn and what it means.
type keyEntry struct {
	condition *condition
	sample    string // text that stands for itself: "?", "VUS", "AFAB"
	carrier   bool   // the vertical line
	meaning   string
	italic    bool
}

// entries says what is on the page and nothing else.
func (d *drawing) entries() []keyEntry {
	var list []keyEntry
	for i := range d.conditions {
		list = append(list, keyEntry{condition: &d.conditions[i], meaning: d.conditions[i].name})
	}
	var unsure, maybe bool
	for _, p := range d.people {
		if p == nil || !d.s.shows(p.ID) {
			continue
		}
		for i := range p.Diagnoses {
			x := &p.Diagnoses[i]
			unsure = unsure || (x.Status != pedigree.Confirmed && x.Status != pedigree.Refuted)
			maybe = maybe || (x.Certainty == pedigree.Possible && x.Counts())
		}
		for i := range p.GeneTests {
			unsure = unsure || p.GeneTests[i].ReportSeen != pedigree.Yes
		}
	}
	if unsure {
		list = append(list, keyEntry{sample: "Italic", italic: true, meaning: "no tint: not yet confirmed"})
	}
	if maybe {
		list = append(list, keyEntry{sample: "?", meaning: "possible"})
	}
	if d.carriers {
		list = append(list, keyEntry{carrier: true, meaning: "gene change found, no cancer"})
	}
	shorts := slices.SortedFunc(maps.Keys(d.shorts), func(a, b string) int {
		return cmp.Compare(d.shorts[a], d.shorts[b]) // like with like: the gene results, then sexes at birth
	})
	for _, s := range shorts {
		list = append(list, keyEntry{sample: s, meaning: d.shorts[s]})
	}
	return list
}

// key draws the box at the bottom left and returns its right and lower edges; nothing to explain is
// no box.
func (d *drawing) key(x, y float64) (right, bottom float64) {
	entries := d.entries()
	if len(entries) == 0 {
		return x, y - 14
	}
	const pad, step, swatch = 9.0, 16.0, 13.0
	columns := (len(entries) + 5) / 6
	perColumn := (len(entries) + columns - 1) / columns
	background := len(d.scene.Elements)
	d.add("key", "", RoleKey, nil)
	left, widest := x+pad, 0.0
	for i, e := range entries {
		if i > 0 && i%perColumn == 0 {
			left, widest = left+widest+18, 0
		}
		top := y + pad + step*float64(i%perColumn)
		id := "key/" + itoa(i+1)
		offset := d.sample(id, e, left, top, swatch) + 7
		text := Text{
			At: Point{left + offset, top + 9.7}, Anchor: AnchorStart, Size: textSize, Fill: Ink,
			String: strings.ReplaceAll(e.meaning, tie, " "),
		}
		d.add(id+"/meaning", "", RoleKey, text)
		widest = max(widest, offset+d.measure.Width(text.String, textSize, false, false))
		right = max(right, left+widest+pad)
	}
	bottom = y + 2*pad + step*float64(min(len(entries), perColumn)) - (step - swatch)
	d.scene.Elements[background].Shape = Polygon{
		roundBox(x, y, right-x, bottom-y, 5), Panel, Stroke{Colour: Rule, Width: 0.8},
	}
	return right, bottom
}

// sample draws what an entry explains and returns its width.
func (d *drawing) sample(id string, e keyEntry, x, y, size float64) float64 {
	box := rectangle(x, y, size, size)
	thin := Stroke{Colour: Ink, Width: 1}
	switch {
	case e.condition != nil:
		ground := e.condition.hue + "-ground"
		if e.condition.pattern == solid {
			ground = e.condition.hue
		}
		d.add(id+"/ground", "", RoleKey, Polygon{box, ground, Stroke{}})
		for i, m := range e.condition.pattern.marks(box, box.middle(), size, e.condition.hue) {
			d.add(id+"/pattern/"+itoa(i+1), "", RoleKey, m)
		}
		d.add(id+"/outline", "", RoleKey, Polygon{box, "", thin})
		return size
	case e.carrier:
		d.add(id+"/ground", "", RoleKey, Polygon{box, Paper, thin})
		d.add(id+"/line", "", RoleKey, Line{Point{x + size/2, y}, Point{x + size/2, y + size}, thin})
		return size
	}
	d.add(id+"/sample", "", RoleKey, Text{
		At: Point{x, y + 9.7}, Anchor: AnchorStart, Size: textSize, Bold: !e.italic, Italic: e.italic, Fill: Ink, String: e.sample,
	})
	return max(size, d.measure.Width(e.sample, textSize, !e.italic, e.italic))
}
