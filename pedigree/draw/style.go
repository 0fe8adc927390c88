package draw

import "kindred/pedigree"

// Measurer gives the width of a text in points in the face that it will be shown in.
type Measurer interface {
	Width(text string, size float64, bold, italic bool) float64
}

// Nomenclature is how a clinic draws what standards draw differently. Its zero value follows the UK
// consensus of 2023, and the standard of 2022 where that says nothing.
type Nomenclature struct {
	NonBinaryDiamond bool `json:"nonbinary_diamond,omitempty"` // a diamond for non-binary people, instead of the hexagon
	CarrierDot       bool `json:"carrier_dot,omitempty"`       // the older dot in the middle for a carrier, instead of the hatched sector
	ConsultandLetter bool `json:"consultand_letter,omitempty"` // a C at the consultand's arrow
	EvaluationMarks  bool `json:"evaluation_marks,omitempty"`  // E1+, E2−, Eu for gene tests, with their key, instead of the result in words
	PedigreeNumbers  bool `json:"pedigree_numbers,omitempty"`  // II-3 as the last line under a symbol
}

// NSGC2022 is the nomenclature of the National Society of Genetic Counselors as revised in 2022.
func NSGC2022() Nomenclature {
	return Nomenclature{NonBinaryDiamond: true, EvaluationMarks: true, PedigreeNumbers: true}
}

// Style is how a family is to be drawn. The zero Style with a Measurer is the clinic's default.
type Style struct {
	Measure Measurer

	Nomenclature    Nomenclature
	Anonymise       bool     // no names, no dates of birth, ages in decades: for copies that leave the clinic
	AgeBands        bool     // ages in decades, and no dates of birth or death; Anonymise does so too
	HideNames       bool     // ages and diagnoses, but no names: for letters
	NoFooter, NoKey bool     // for a page that has them elsewhere: a key is due wherever anything is shaded
	Stamp           []string // "SAMPLE", "EVALUATION, not for patient care": printed across or above

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

// bands reports that ages are shown in decades and dates not at all.
func (s Style) bands() bool { return s.Anonymise || s.AgeBands }
