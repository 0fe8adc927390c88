package blank

import "kindred/pedigree/draw"

// field is one empty box of the patient's identifiers.
type field struct {
	label string
	width float64   // a share of the row
	comb  []float64 // for digits: how many in each group; nil is an open box
}

// identifierRows is what step 2 of the interview asks of the patient, row by row.
var identifierRows = [][]field{
	{{label: "Family name", width: 26}, {label: "Given names", width: 26}, {label: "Names at birth and since", width: 26}, {label: "Title", width: 8}, {label: "Family number", width: 14}},
	{{label: "NHS number", width: 29, comb: []float64{3, 3, 4}}, {label: "Date of birth, or about", width: 21}, {label: "Sex assigned at birth", width: 16}, {label: "Gender, as they say it", width: 16}, {label: "Ancestry: any Jewish or Polish?", width: 18}},
	{{label: "Own cancers, polyps and operations (breasts, ovaries, womb): what, which side, at what age", width: 58}, {label: "Why they are here, and what they would like to know", width: 42}},
}

// identifiers is the box of the patient on the first page.
func (b *book) identifiers() {
	const height = 27.0
	for _, row := range identifierRows {
		x := border
		for _, f := range row {
			width := inner * f.width / 100
			b.box(x, b.y, width, height, draw.Paper, draw.Quiet)
			b.write(x+4, b.y+8, style{size: 6.6, fill: draw.Quiet}, f.label)
			if f.comb != nil {
				b.comb(x+5, b.y+11, f.comb)
			}
			x += width
		}
		b.y += height
	}
	b.y += 6
}

// comb is a row of small boxes, one a digit.
func (b *book) comb(x, y float64, groups []float64) {
	const wide, high, gap = 16.5, 13.0, 7.0
	for _, digits := range groups {
		b.box(x, y, digits*wide, high, "", draw.Quiet)
		for at := 1.0; at < digits; at++ {
			b.upright(x+at*wide, y, high, draw.Rule)
		}
		x += digits*wide + gap
	}
}

// strip repeats who the patient is on the pages after the first, which may come apart.
func (b *book) strip() {
	y := border + 12.0
	x := pageWidth - border
	for _, f := range []struct {
		words string
		room  float64
	}{{"NHS number", 96}, {"Born", 66}, {"Patient", 128}} {
		b.rule(x-f.room, y+2, f.room, draw.Quiet)
		x -= f.room + 4
		b.write(x, y, style{size: 8, fill: draw.Quiet, anchor: draw.AnchorEnd}, f.words)
		x -= b.measure.Width(f.words, 8, false, false) + 10
	}
	b.y += 2
}

// answers says how the three answers are told apart on paper, and how facts are written short: as on
// the entry line, so that nothing is translated when it is typed in.
func (b *book) answers() {
	const height = 32.0
	b.box(border, b.y, inner, height, ground, draw.Rule)
	x, y := border+8, b.y+12.5
	for _, answer := range []struct{ mark, means string }{
		{"none", "asked: there is none"}, {"?", "asked: not known"}, {"left empty", "not asked"}, {"no details", "exists, nothing known: not the same as well"},
	} {
		x = b.write(x, y, style{size: 8.4, bold: true}, answer.mark)
		x = b.write(x+4, y, style{size: 8}, answer.means) + 16
	}
	y += 12.5
	x = b.write(border+8, y, style{size: 8, bold: true}, "Write it as it is said:") + 6
	b.write(x, y, style{size: 8}, "66   ~60   40s   early 70s   55-60   <50   1952   ·   br 48 L   two primaries: br L 44, br R 51   ov 50   bowel 60   ?ov/bowel   d 58 MI   ·   BRCA1+ told   BSO 45")
	b.y += height + 6
}
