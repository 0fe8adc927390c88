// Package risk says what an assessment is: a published model's answer about one person in a family,
// with its working, source, validity and what is missing. Each model is a package of its own below
// this one. Variant probability, cancer risk and test eligibility are three separate outputs.
package risk

import "kindred/pedigree"

// Request is what a model is asked: about whom, in which family, on which day. Calculations never
// take "today" from a clock.
type Request struct {
	Family  *pedigree.Family
	Subject pedigree.ID   // "" takes the consultand, else the proband
	AsOf    pedigree.Date // "" takes the family's
	// Unresolved lists the facts of which the record holds two values. Where a model depends on one,
	// it cannot tell.
	Unresolved []Unresolved

	ready *Case // made by Prepared
}

// Unresolved is a fact in conflict, by its JSON key in the native file: "age", "diagnoses", "sex", ...
type Unresolved struct {
	Person pedigree.ID
	Fact   string
}

// Status says whether a model answered.
type Status string

// The states of an answer.
const (
	OK            Status = "ok"
	NotApplicable Status = "not-applicable" // outside the model's validity: no values, the reason in Because
	CannotTell    Status = "cannot-tell"    // a fact is missing or in conflict: no values, the reason in Because
)

// Range is the answer's lowest and highest value over all readings of the vague facts.
type Range struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// Missing is a fact that is not known and what it could do to the answer.
type Missing struct {
	Person pedigree.ID `json:"person"`
	Fact   string      `json:"fact"`
	Effect string      `json:"effect"`
}

// Assessment is one model's answer about one subject. Probabilities are 0 to 1.
type Assessment struct {
	Model    string             `json:"model"`
	Title    string             `json:"title,omitempty"` // the model's name for people
	Version  string             `json:"version"`
	Subject  pedigree.ID        `json:"subject"`
	Status   Status             `json:"status"`
	Values   map[string]float64 `json:"values,omitempty"`
	Range    map[string]Range   `json:"range,omitempty"`
	Category string             `json:"category,omitempty"`
	Because  []string           `json:"because"`
	Missing  []Missing          `json:"missing,omitempty"`
	Working  []string           `json:"working,omitempty"` // printed steps that add up to the printed answer
	Source   []string           `json:"source"`
	Warnings []string           `json:"warnings,omitempty"`
	Validity []string           `json:"validity,omitempty"` // for whom the model was made, in words
	Facts    Facts              `json:"facts,omitzero"`
	// Curve is a cumulative risk by age for the subject and for the population, where the model has one.
	Curve []CurvePoint `json:"curve,omitempty"`
}

// Facts counts what the answer rests on.
type Facts struct {
	Reported  int `json:"reported"`
	Confirmed int `json:"confirmed"`
}

// CurvePoint is the cumulative risk from the subject's age now to Age.
type CurvePoint struct {
	Age        int     `json:"age"`
	Risk       float64 `json:"risk"`
	Population float64 `json:"population"`
}

// Model is one published model.
type Model interface {
	Name() string // "claus", "claus-tables", "manchester"
	Assess(Request) Assessment
}
