package risk

import (
	"strings"

	"kindred/pedigree"
)

// Request is what a model is asked: about whom, in which family, on which day. Calculations never
// take "today" from a clock.
type Request struct {
	Family  *pedigree.Family
	Subject pedigree.ID   // "" takes the consultand, else the proband
	AsOf    pedigree.Date // "" takes the family's
	// Unresolved lists the facts of which the record holds two values. Where a model depends on one,
	// it cannot tell.
	Unresolved []Unresolved
	// Option is the locus that mendelian and cosegregation are asked about, as JSON; nil for none.
	Option []byte
	// Elsewhere are results of other programs about people of this family.
	Elsewhere []Elsewhere
	// Answered are the answers that other models have already given to the same request, for a model that
	// draws on them.
	Answered []Assessment
	// Quick leaves out the joint range over all vague facts, and of models with several genes what a fact does to
	// the values that NICE classifies, both of which may follow from a second request.
	Quick bool
	// Memory keeps what a model may use again for the next request about the same family; nil keeps nothing.
	Memory *Memory

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

// FactKind says why a fact could still change an answer.
type FactKind string

// The kinds of facts that are not settled.
const (
	FactMissing     FactKind = "missing"     // nothing is recorded
	FactVague       FactKind = "vague"       // recorded with several readings
	FactUnconfirmed FactKind = "unconfirmed" // reported or requested, no report seen
)

// Missing is a fact that is missing, vague or not confirmed, and what it could do to the answer.
type Missing struct {
	Person pedigree.ID `json:"person"`
	Fact   string      `json:"fact"`
	Effect string      `json:"effect"`
	Kind   FactKind    `json:"kind,omitempty"`
	Item   pedigree.ID `json:"item,omitempty"` // the diagnosis, gene test or operation it is about
	// Value is the key of Values whose lowest and highest value over the readings of this fact alone, all
	// else as it is, is Span.
	Value string `json:"value,omitempty"`
	Span  *Range `json:"span,omitempty"`
	// An unconfirmed fact is evaluated three ways by name: as reported, which is the answer itself; set
	// aside, that fact unknown and all else as it is; and refuted.
	SetAside *float64 `json:"set_aside,omitempty"`
	Refuted  *float64 `json:"refuted,omitempty"`
	// Others are the lowest and highest value over all readings, set aside and refuted among them, of the
	// values that NICE classifies.
	Others Ranges `json:"others,omitempty"`
	// Moves are the other categories that the fact could lead to; empty where none.
	Moves []string `json:"moves,omitempty"`
	// Silent says that nobody was asked and the answer was read as none: listed last.
	Silent bool `json:"silent,omitempty"`
}

// OfVariant reports that the fact is a gene variant of which the report has not been seen.
func (m *Missing) OfVariant() bool {
	return m.Kind == FactUnconfirmed && strings.HasPrefix(m.Fact, "report of the ") && strings.HasSuffix(m.Fact, " variant")
}

// Assessment is one model's answer about one subject. Probabilities are 0 to 1.
type Assessment struct {
	Model    string      `json:"model"`
	Title    string      `json:"title,omitempty"` // the model's name for people
	Version  string      `json:"version"`
	Subject  pedigree.ID `json:"subject"`
	Status   Status      `json:"status"`
	Values   Values      `json:"values,omitempty"`
	Range    Ranges      `json:"range,omitempty"`
	Headline string      `json:"headline,omitempty"` // the key of the value that the answer is known by
	Category string      `json:"category,omitempty"`
	// Beside are the words that stand beside the answer wherever it is shown: "from CanRisk".
	Beside  []string `json:"beside,omitempty"`
	Because []string `json:"because"`
	// Counted are the people whose facts a criterion or a score counted.
	Counted []pedigree.ID `json:"counted,omitempty"`
	// Surveillance says what the category or the variant leads to, each line with its source and date.
	Surveillance []string  `json:"surveillance,omitempty"`
	Missing      []Missing `json:"missing,omitempty"`
	Working      []string  `json:"working,omitempty"` // printed steps that add up to the printed answer
	Source       []string  `json:"source"`
	Warnings     []string  `json:"warnings,omitempty"`
	Validity     []string  `json:"validity,omitempty"` // for whom the model was made, in words
	Facts        Facts     `json:"facts,omitzero"`
	Curves       []Curve   `json:"curves,omitempty"`
}

// CurveOf is the curve of a cancer; empty where the model gives none.
func (a *Assessment) CurveOf(cancer string) []CurvePoint {
	for i := range a.Curves {
		if a.Curves[i].Cancer == cancer {
			return a.Curves[i].Points
		}
	}
	return nil
}

// Facts counts what the answer rests on.
type Facts struct {
	Reported  int `json:"reported"`
	Confirmed int `json:"confirmed"`
}

// Curve is the cumulative risk of one cancer from the subject's age now, year by year.
type Curve struct {
	Cancer string       `json:"cancer"`          // "breast", "ovary", ...
	Crude  bool         `json:"crude,omitempty"` // allowing for death of something else; otherwise net
	Gene   string       `json:"gene,omitempty"`  // the known variant that the subject is not tested for
	Points []CurvePoint `json:"points"`
}

// CurvePoint is the cumulative risk from the subject's age now to Age: of the subject as things are
// known today, and of somebody of that age and sex in general. Where the curve names a gene, With and
// Without are the subject's risk with that variant and without it.
type CurvePoint struct {
	Age        int     `json:"age"`
	Risk       float64 `json:"risk"`
	Population float64 `json:"population"`
	With       float64 `json:"with,omitempty"`
	Without    float64 `json:"without,omitempty"`
}

// Model is one published model.
type Model interface {
	Name() string // "claus", "claus-tables", "manchester"
	Assess(Request) Assessment
}
