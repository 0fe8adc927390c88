package letter

import (
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/risk"
)

// Request is all that a letter is made from. The Family is the whole record; Build takes from it
// only what this patient's letter may show.
type Request struct {
	Family      *pedigree.Family
	Patient     pedigree.ID // of a Patient record
	Assessments []risk.Assessment
	Today       pedigree.Date
	Service     Service
	Signatory   Signatory
	Number      string
	LargePrint  bool
	Evaluation  bool // no approval recorded: every page says so
	Measure     draw.Measurer
	Edits       map[string]string // words that somebody put in the place of a paragraph, by its key

	// How the family tree is drawn, as this clinic has chosen.
	Nomenclature     draw.Nomenclature
	StrictBirthOrder bool
}

// EvaluationMark is printed on every page until an approval is recorded.
const EvaluationMark = "EVALUATION, not for patient care"

// SampleMark is printed on every page of the sample clinic.
const SampleMark = "SAMPLE"
