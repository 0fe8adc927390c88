package draw

import "kindred/pedigree"

// Measurer gives the width of a text in points in the face that it will be shown in.
type Measurer interface {
	Width(text string, size float64, bold, italic bool) float64
}

// Style is how a family is to be drawn. The zero Style with a Measurer is the clinic's default.
type Style struct {
	Measure Measurer

	Anonymise        bool // no names, no dates of birth, ages in decades: for copies that leave the clinic
	HideNames        bool // ages and diagnoses, but no names: for letters
	NonBinaryDiamond bool // the NSGC diamond instead of the UK hexagon
	NoFooter, NoKey  bool
	Stamp            []string // "SAMPLE", "EVALUATION, not for patient care": printed across or above

	Scale float64 // 1 is a symbol of 28 points; 0 means 1

	// Labelled, when it is not nil, says whose facts may be shown. Anybody else keeps the place and
	// the shape, without name, label, fill or mark; used by views that hide facts.
	Labelled func(pedigree.ID) bool
}

// Lengths at a Scale of 1, in points.
const (
	symbol     = 28.0 // S of the nomenclature: the width of a square
	radius     = symbol / 2
	unitPoints = 2 * symbol // one layout unit; a symbol is half a unit wide

	textSize   = 9.0
	lineHeight = 11.5
	ascent     = 0.76 * textSize // of the taller letters above the baseline
	labelWidth = 92.0            // labels wrap at this width

	stroke    = 1.2
	outline   = 1.4
	margin    = 16.0
	ownLine   = 26.0          // an individual's line, from the sibship line to the symbol
	trackStep = 8.0           // between parallel sibship lines
	doubleGap = 0.06 * symbol // half the gap of a double line
	laneStep  = 5.0           // between relationship lines that pass under other symbols
	labelGap  = 6.0           // between two labels in a row
	lineGap   = 4.0           // between a label and a line that passes it
)

// plain measures where a Style has no Measurer: a little more than half an em for each character.
type plain struct{}

func (plain) Width(text string, size float64, _, _ bool) float64 {
	return 0.56 * size * float64(len([]rune(text)))
}

func (s Style) measure() Measurer {
	if s.Measure == nil {
		return plain{}
	}
	return s.Measure
}

func (s Style) shows(id pedigree.ID) bool { return s.Labelled == nil || s.Labelled(id) }
