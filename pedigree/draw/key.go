package draw

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// legend is what the drawing has used so far that the key must explain.
type legend struct {
	states map[int]*[sectorStates]bool // by condition

	presymptomatic, evaluated, noContact bool // the vertical line, the asterisk, the bar across a person's line
	dots                                 [sectorStates]bool

	italic, requested, refuted bool
}

// note remembers that somebody has this state of the i-th condition.
func (g *legend) note(i int, state sectorState) {
	if g.states == nil {
		g.states = map[int]*[sectorStates]bool{}
	}
	if g.states[i] == nil {
		g.states[i] = new([sectorStates]bool)
	}
	g.states[i][state] = true
}

// keySample is one thing on the page and what it means.
type keySample struct {
	condition *condition // a sector of this condition
	state     sectorState
	mark      keyMark
	text      string // a text that stands for itself: "VUS", "AFAB"
	italic    bool
	meaning   string
	means     Meaning // "" for a condition, which has its own, and for a text that labels have
}

// keyMark is a mark that the key repeats.
type keyMark uint8

const (
	noMark keyMark = iota
	verticalLine
	dot
	asterisk
	bar
)

// stateWords say in the key what a sector's look means, in the order in which the key shows them.
var stateWords = []struct {
	state sectorState
	words string
}{
	{confirmed, "confirmed"},
	{reported, "reported"},
	{possible, "possible"},
	{mustCarry, "obligate carrier"},
	{carries, "carrier"},
	{mayCarry, "possible carrier"},
}

// entries says what is on the page and nothing else, one line each: for a condition every look that
// it has here, then marks, then the looks and abbreviations of the labels. What needs no key is what
// every pedigree shares: shapes, the stroke of the deceased, "b." and "d.", "wk".
func (d *drawing) entries() [][]keySample {
	var list [][]keySample
	for i := range d.conditions {
		c := &d.conditions[i]
		var row []keySample
		for _, s := range stateWords {
			if seen := d.legend.states[i]; seen == nil || !seen[s.state] {
				continue
			}
			words := s.words
			if len(row) == 0 {
				words = c.name + ", " + words
			}
			if c.key == affectedFlag {
				words = c.name
			}
			row = append(row, keySample{condition: c, state: s.state, meaning: words})
		}
		if len(row) > 0 {
			list = append(list, row)
		}
	}
	add := func(present bool, s keySample) {
		if present {
			list = append(list, []keySample{s})
		}
	}
	g := &d.legend
	add(g.presymptomatic, keySample{mark: verticalLine, means: Presymptomatic, meaning: "gene change found, not affected so far"})
	add(g.dots[carries], keySample{mark: dot, means: CarrierDot, meaning: "carrier"})
	add(g.dots[mustCarry], keySample{mark: dot, means: ObligateDot, meaning: "obligate carrier, where the label says so"})
	add(g.dots[mayCarry], keySample{text: "?", means: PossibleDot, meaning: "possible carrier, where the label says so"})
	add(g.evaluated, keySample{mark: asterisk, means: Evaluated, meaning: "examined here, or records seen"})
	add(g.noContact, keySample{mark: bar, means: NotInContact, meaning: "not in contact"})
	add(g.italic, keySample{text: "Italic", italic: true, meaning: "not yet confirmed"})
	add(g.requested, keySample{text: "requested", italic: true, meaning: "confirmation asked for, not here yet"})
	add(g.refuted, keySample{text: "refuted", meaning: "looked into and found not to be so"})
	shorts := slices.SortedFunc(maps.Keys(d.shorts), func(a, b string) int {
		// like with like: the gene results, then sexes at birth
		return cmp.Or(cmp.Compare(d.shorts[a], d.shorts[b]), cmp.Compare(a, b))
	})
	for _, s := range shorts {
		sample := keySample{text: s, meaning: d.shorts[s]}
		if m := Meaning(s); m == DashedArc || m == SameLetter {
			sample.means = m
		}
		add(true, sample)
	}
	return list
}

// Lengths in the key, in points.
const (
	keyPad       = 9.0
	keyStep      = 16.0 // between lines
	swatch       = 13.0
	keyGap       = 7.0  // from a sample to its words
	keySpace     = 12.0 // from the words to the next sample of the line
	keyColumnGap = 18.0
	keyRows      = 6 // a column is not longer where there is room for another
)

// key draws the box at the bottom left, no wider than room where it can be, and returns its right and
// lower edges; nothing to explain is no box.
func (d *drawing) key(x, y, room float64) (right, bottom float64) {
	entries := d.entries()
	if len(entries) == 0 {
		return x, y - 14
	}
	perColumn, columns := d.keyColumns(entries, room-2*keyPad)
	background := len(d.scene.Elements)
	d.add("key", "", RoleKey, nil)
	left := x + keyPad
	for i, row := range entries {
		if i > 0 && i%perColumn == 0 {
			left += columns[i/perColumn-1].width + keyColumnGap
		}
		d.keyLine("key/"+itoa(i+1), row, left, y+keyPad+keyStep*float64(i%perColumn), columns[i/perColumn])
	}
	right = left + columns[len(columns)-1].width + keyPad
	bottom = y + 2*keyPad + keyStep*float64(min(len(entries), perColumn)) - (keyStep - swatch)
	d.scene.Elements[background].Shape = Polygon{
		roundBox(x, y, right-x, bottom-y, 5), Panel, Stroke{Colour: Rule, Width: 0.8},
	}
	return right, bottom
}

// keyLine draws one line of the key.
func (d *drawing) keyLine(id string, row []keySample, x, y float64, c keyColumn) {
	for k := range row {
		s, id := &row[k], id
		if k > 0 {
			id += "/" + itoa(k+1)
		}
		d.sample(id, s, x, y)
		x += c.room(s, k)
		d.add(id+"/meaning", "", RoleKey, Text{
			At: Point{x, y + 9.7}, Anchor: AnchorStart, Size: textSize, Fill: Ink, String: strings.ReplaceAll(s.meaning, tie, " "),
		})
		x += d.measure.Width(s.meaning, textSize, false, false) + keySpace
	}
}

// keyColumn is one column of the key: its width, and where the words begin after a text and after
// a swatch or mark, so that they stand under one another.
type keyColumn struct{ width, afterText, afterMark float64 }

// room is how far the words stand from where the k-th sample of a line begins.
func (c *keyColumn) room(s *keySample, k int) float64 {
	switch {
	case k > 0:
		return swatch + keyGap
	case s.text != "":
		return c.afterText
	}
	return c.afterMark
}

func (d *drawing) keyColumn(rows [][]keySample) keyColumn {
	c := keyColumn{afterMark: swatch + keyGap}
	for _, row := range rows {
		if s := row[0]; s.text != "" {
			c.afterText = max(c.afterText, max(swatch, d.measure.Width(s.text, textSize, !s.italic, s.italic))+keyGap)
		}
	}
	if near := 2 * c.afterMark; c.afterText < near {
		c.afterMark = max(c.afterMark, c.afterText)
	}
	for _, row := range rows {
		width := -keySpace
		for k := range row {
			width += c.room(&row[k], k) + d.measure.Width(row[k].meaning, textSize, false, false) + keySpace
		}
		c.width = max(c.width, width)
	}
	return c
}

// keyColumns divides the key's lines into as few columns as keep each short, and into fewer and
// longer ones where those are wider than the room.
func (d *drawing) keyColumns(entries [][]keySample, room float64) (perColumn int, columns []keyColumn) {
	for n := (len(entries) + keyRows - 1) / keyRows; ; n-- {
		perColumn, columns = (len(entries)+n-1)/n, nil
		total := -keyColumnGap
		for rows := range slices.Chunk(entries, perColumn) {
			c := d.keyColumn(rows)
			columns = append(columns, c)
			total += c.width + keyColumnGap
		}
		if n == 1 || total <= room {
			return perColumn, columns
		}
	}
}

// sample draws what an entry explains, as the page shows it.
func (d *drawing) sample(id string, s *keySample, x, y float64) {
	box, first := rectangle(x, y, swatch, swatch), len(d.scene.Elements)
	thin := Stroke{Colour: Ink, Width: 1}
	if s.condition != nil {
		d.swatch(id, s, box)
		d.mean(s.condition.means(), first)
		return
	}
	mid := box.middle()
	stem := Line{Point{mid.X, y}, Point{mid.X, y + swatch}, thin}
	switch s.mark {
	case verticalLine:
		d.add(id+"/ground", "", RoleKey, Polygon{box, Paper, thin})
		d.add(id+"/line", "", RoleKey, stem)
	case dot:
		d.add(id+"/ground", "", RoleKey, Polygon{box, Paper, thin})
		d.add(id+"/dot", "", RoleKey, Circle{C: mid, R: 0.2 * swatch, Fill: Ink})
	case asterisk:
		for i, l := range star(mid) {
			d.add(id+"/star/"+itoa(i+1), "", RoleKey, l)
		}
	case bar:
		d.add(id+"/line", "", RoleKey, stem)
		d.add(id+"/bar", "", RoleKey, Line{Point{mid.X - 4, mid.Y}, Point{mid.X + 4, mid.Y}, thin})
	default:
		d.add(id+"/sample", "", RoleKey, Text{
			At: Point{x, y + 9.7}, Anchor: AnchorStart, Size: textSize, Bold: !s.italic, Italic: s.italic, Fill: Ink, String: s.text,
		})
	}
	d.mean(s.means, first)
}

// swatch is a square filled as the sectors with this state are.
func (d *drawing) swatch(id string, s *keySample, box region) {
	l := s.condition.look(s.state)
	ground := l.ground
	if ground == "" {
		ground = Paper
	}
	d.add(id+"/ground", "", RoleKey, Polygon{box, ground, Stroke{}})
	for i, m := range l.pattern.marks(box, box.middle(), swatch, s.condition.hue, l.weight, 1) {
		d.add(id+"/pattern/"+itoa(i+1), "", RoleKey, m)
	}
	d.add(id+"/outline", "", RoleKey, Polygon{box, "", Stroke{Colour: Ink, Width: 1}})
	if l.unsure {
		mid := box.middle()
		d.add(id+"/unsure/ground", "", RoleKey, Circle{C: mid, R: 0.4 * textSize, Fill: Paper})
		d.add(id+"/unsure", "", RoleKey, Text{
			At: Point{mid.X, mid.Y + 0.36*textSize}, Anchor: AnchorMiddle, Size: textSize, Bold: true, Fill: Ink, String: "?",
		})
	}
}

// short is an abbreviation that the key will explain.
func (d *drawing) short(abbreviation, meaning string) string {
	d.shorts[abbreviation] = meaning
	return abbreviation
}
