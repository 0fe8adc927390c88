package pedigree

// Use is what a fact may be used for, from the narrowest to the widest.
type Use string

// The uses. "" was never asked about and behaves as MayBeShared: within the family's care, shown
// without names; nobody is ever named without MayBeNamed or a recorded consent.
const (
	ThisPatientOnly Use = "this patient only" // only in the care of the patient who told it
	ClinicalUse     Use = "clinical use"      // may enter a number for others, never shown to them
	MayBeShared     Use = "may be shared"     // may be shown in the family, without a name
	MayBeNamed      Use = "may be named"
)

// Provenance is who told us a fact, who wrote it down and when, and what it may be used for.
type Provenance struct {
	ToldBy    string `json:"told_by,omitempty"`    // in words: "Anna", "GP letter"
	Patient   ID     `json:"patient,omitempty"`    // the patient record it was told in, when confidential
	WrittenBy string `json:"written_by,omitempty"` // the clinic's author
	On        Date   `json:"on,omitempty"`
	Use       Use    `json:"use,omitempty"`
	Note      string `json:"note,omitempty"`

	Extra ExtraText `json:"-"`
}

// IsZero reports that nothing is recorded, for omitzero.
func (p Provenance) IsZero() bool { return p == Provenance{} }

// Consent is a recorded agreement about what may be said of a person to others in the family.
type Consent struct {
	To         string `json:"to"`   // ToPatientLetters, or a patient's id
	What       string `json:"what"` // ConsentName or ConsentRecognise
	GivenOn    Date   `json:"given_on,omitempty"`
	RecordedBy string `json:"recorded_by,omitempty"`
	Withdrawn  bool   `json:"withdrawn,omitempty"`

	Extra ExtraText `json:"-"`
}

// ToPatientLetters is a consent towards every patient of the family.
const ToPatientLetters = "patient letters"

// What a consent allows.
const (
	ConsentName      = "be named"
	ConsentRecognise = "be recognisable" // "your mother had ..." without the name
)

// MayBe reports whether an unwithdrawn consent for what is recorded, towards this patient or all.
func (p *Individual) MayBe(what string, patient ID) bool {
	for _, c := range p.Consents {
		if !c.Withdrawn && (c.What == what || c.What == ConsentName) && (c.To == "" || c.To == "all" || c.To == ToPatientLetters || c.To == string(patient)) {
			return true
		}
	}
	return false
}
