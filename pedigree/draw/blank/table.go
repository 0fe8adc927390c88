package blank

import "kindred/pedigree/draw"

// column of the table of relatives.
type column struct {
	head, hint string
	width      float64
}

// columns are the facts that each relative needs, in the order in which the entry line takes them.
var columns = []column{
	{"Relation", "ring it", 118},
	{"Name", "and name at birth", 124},
	{"Born, or age", "", 62},
	{"Alive, or died at, of", "", 112},
	{"Cancers, each: where, age, side", "or: none", 178},
	{"Gene tests, operations", "", 108},
	{"Who said", "", inner - 118 - 124 - 62 - 112 - 178 - 108},
}

// section is one question of the interview and the lines for its answers.
type section struct {
	name    string
	ask     string   // what to ask; printed after the name
	answers []string // ticked instead of filling lines in
	kin     string   // the words to ring, on every line
	rows    int
}

var dontKnow = []string{"none", "doesn't know"}

// nearFamily is the first page.
var nearFamily = []section{
	{"Partner", "and any other partners? Are the two related?", []string{"none"}, "partner   ex-partner", 2},
	{"Children", "oldest first, and with which partner", []string{"none", "none by choice", "infertile"}, "son   dau   with:", 5},
	{"Losses", "have you lost any children or pregnancies? How many, at how many weeks", []string{"none"}, "misc   TOP   SB", 1},
	{"Brothers and sisters", "oldest first; half: by which parent? Twins: identical?", dontKnow, "b   s   half   twin", 5},
	{"Nephews, nieces, grandchildren", "how many, and anyone not well", dontKnow, "child of:", 1},
}

// sideOf is the page of a parent: called "mother" or "father", on the line "mat" or "pat".
func sideOf(parent, side, key string) []section {
	return []section{
		{upper(parent), "are the parents related to each other?", nil, parent, 1},
		{"Brothers and sisters of the " + parent, "oldest first; half: by which parent?", dontKnow, side + "   aunt   uncle   half", 8},
		{"Cousins", "their children: how many, well, or with cancer", dontKnow, side + " cousin, child of:", 6},
		{"The " + parent + "'s mother", "", nil, key + "gm", 1},
		{"The " + parent + "'s father", "", nil, key + "gf", 1},
		{"Anyone further back", "brothers and sisters of the grandparents, great-grandparents", dontKnow, "whose?", 2},
	}
}

func upper(word string) string { return string(word[0]-'a'+'A') + word[1:] }

// table draws sections with the heads of the columns above them.
func (b *book) table(sections []section) {
	top := b.y
	b.box(border, top, inner, 16, draw.Paper, draw.Quiet)
	x := border
	for _, c := range columns {
		end := b.write(x+4, top+11, style{size: 8, bold: true}, c.head)
		if c.hint != "" {
			b.write(end+4, top+11, style{size: 6.8, fill: draw.Quiet}, c.hint)
		}
		x += c.width
	}
	b.y += 16
	for _, s := range sections {
		b.section(s)
	}
}

func (b *book) section(s section) {
	b.box(border, b.y, inner, askHeight, ground, draw.Rule)
	base := b.y + askHeight - 5
	x := b.write(border+4, base, style{size: 9, bold: true}, s.name) + 8
	b.write(x, base, style{size: 8}, s.ask)
	x = pageWidth - border - 6
	for i := len(s.answers) - 1; i >= 0; i-- {
		x -= b.measure.Width(s.answers[i], 8, false, false) + 11
		b.tick(x, base, style{size: 8}, s.answers[i])
		x -= 14
	}
	b.y += askHeight
	top := b.y
	for range s.rows {
		b.write(border+4, b.y+rowHeight-6.5, style{size: 8, fill: draw.Quiet}, s.kin)
		b.y += rowHeight
		b.rule(border, b.y, inner, draw.Rule)
	}
	x = border
	for _, c := range columns {
		b.upright(x, top, b.y-top, draw.Rule)
		x += c.width
	}
	b.upright(pageWidth-border, top, b.y-top, draw.Rule)
}
