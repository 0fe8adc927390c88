package pedigree

import "slices"

// TestResult is the outcome of a gene test.
type TestResult string

// Results; Uncertain is class 3 and changes no risk.
const (
	Positive      TestResult = "positive"
	Negative      TestResult = "negative"
	Uncertain     TestResult = "uncertain"
	ResultUnknown TestResult = "unknown"
)

// TestScope is how much of the gene was looked at. A negative test of unknown scope is not a full screen.
type TestScope string

// Scopes; "" behaves as ScopeUnknown.
const (
	Screen          TestScope = "screen"
	FamilialVariant TestScope = "familial-variant"
	FounderPanel    TestScope = "founder-panel"
	ScopeUnknown    TestScope = "unknown"
)

// TestSample is what was tested. A tumour result is not a germline result.
type TestSample string

// Samples; "" behaves as SampleUnknown.
const (
	Germline      TestSample = "germline"
	Tumour        TestSample = "tumour"
	SampleUnknown TestSample = "unknown"
)

// GeneTest is one gene's result in one person.
type GeneTest struct {
	ID           ID           `json:"id,omitempty"`
	Gene         string       `json:"gene"` // HGNC symbol
	Result       TestResult   `json:"result,omitempty"`
	Class        int          `json:"class,omitempty"` // 1 to 5; 0 is unknown
	Scope        TestScope    `json:"scope,omitempty"`
	Sample       TestSample   `json:"sample,omitempty"`
	ReportSeen   Answer       `json:"report_seen,omitzero"`
	Variant      string       `json:"variant,omitempty"` // HGVS as reported
	Laboratory   string       `json:"laboratory,omitempty"`
	Age          Fuzzy        `json:"age,omitzero"`
	On           Fuzzy        `json:"on,omitzero"`           // the day or year of the report
	Confirmation Confirmation `json:"confirmation,omitzero"` // the request for the report
	Source       Provenance   `json:"source,omitzero"`
	Extra        Extra        `json:"-"`
}

// GermlinePositive reports a pathogenic germline result: positive, not from a tumour, not class 1 to 3.
func (t *GeneTest) GermlinePositive() bool {
	return t.Result == Positive && t.Sample != Tumour && (t.Class == 0 || t.Class >= 4)
}

// TestedWithout reports a germline test for the familial variant in a gene that did not find it.
func (p *Individual) TestedWithout(gene string) bool {
	return slices.ContainsFunc(p.GeneTests, func(t GeneTest) bool {
		return t.Gene == gene && t.Result == Negative && t.Scope == FamilialVariant && t.Sample != Tumour
	})
}
