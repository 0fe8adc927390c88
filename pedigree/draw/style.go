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

	// Only these people's facts are labelled when it is not nil; used by views that hide facts.
	Labelled func(pedigree.ID) bool
}
