package pedigree

import "slices"

// Site is where a cancer, or another condition by its name, is.
type Site string

// The sites that models and criteria know; any other condition is kept by its name.
const (
	Breast            Site = "breast"
	Ovary             Site = "ovary"
	FallopianTube     Site = "fallopian tube"
	Peritoneum        Site = "peritoneum"
	Colorectum        Site = "colorectum"
	Endometrium       Site = "endometrium"
	Cervix            Site = "cervix"
	Prostate          Site = "prostate"
	Pancreas          Site = "pancreas"
	Stomach           Site = "stomach"
	SmallBowel        Site = "small bowel"
	BileDuct          Site = "bile duct"
	Kidney            Site = "kidney"
	Bladder           Site = "bladder"
	UpperUrinaryTract Site = "upper urinary tract"
	Lung              Site = "lung"
	Brain             Site = "brain"
	Melanoma          Site = "melanoma"
	Thyroid           Site = "thyroid"
	Sarcoma           Site = "sarcoma"
	Leukaemia         Site = "leukaemia"
	Lymphoma          Site = "lymphoma"
	Adrenal           Site = "adrenal"
	Polyps            Site = "polyps"
	UnknownPrimary    Site = "unknown primary"
)

// Sites lists the named sites in the order in which menus and keys show them.
var Sites = []Site{
	Breast, Ovary, FallopianTube, Peritoneum, Colorectum, Endometrium, Cervix, Prostate, Pancreas, Stomach,
	SmallBowel, BileDuct, Kidney, Bladder, UpperUrinaryTract, Lung, Brain, Melanoma, Thyroid, Sarcoma,
	Leukaemia, Lymphoma, Adrenal, Polyps, UnknownPrimary,
}

// IsOvarian reports cancers that clinics count as ovarian: ovary, fallopian tube and peritoneum.
func (s Site) IsOvarian() bool { return s == Ovary || s == FallopianTube || s == Peritoneum }

// IsCancer reports whether the site is a cancer that the models know; polyps and conditions kept by
// their own name are not.
func (s Site) IsCancer() bool { return s != Polyps && slices.Contains(Sites, s) }

// Side of a paired organ.
type Side string

// The sides; "" is not asked. A cancer in both breasts is two diagnoses.
const (
	Left        Side = "left"
	Right       Side = "right"
	SideUnknown Side = "unknown"
)

// Status is how far a reported fact has been confirmed.
type Status string

// The confirmation states; "" behaves as Reported.
const (
	Reported  Status = "reported"
	Requested Status = "requested" // confirmation asked for, not yet here
	Confirmed Status = "confirmed"
	Refuted   Status = "refuted" // looked for and found not to be so: counts in no number
)

// Behaviour of a tumour.
type Behaviour string

// The behaviours; "" behaves as BehaviourUnknown, which models read as invasive and say so.
const (
	Invasive         Behaviour = "invasive"
	InSitu           Behaviour = "in situ"
	Borderline       Behaviour = "borderline"
	BehaviourUnknown Behaviour = "unknown"
)

// Receptor is a pathology marker's result; "" is unknown.
type Receptor string

// Receptor results.
const (
	ReceptorPositive Receptor = "positive"
	ReceptorNegative Receptor = "negative"
)

// Pathology of one primary.
type Pathology struct {
	Grade     int      `json:"grade,omitempty"` // 1 to 3; 0 is unknown
	ER        Receptor `json:"er,omitempty"`
	PR        Receptor `json:"pr,omitempty"`
	HER2      Receptor `json:"her2,omitempty"`
	CK14      Receptor `json:"ck14,omitempty"`
	CK56      Receptor `json:"ck56,omitempty"`
	Histology string   `json:"histology,omitempty"` // "high-grade serous", "lobular", "ductal", ...
	Extra     Extra    `json:"-"`
}

// TripleNegative reports that ER, PR and HER2 are all known and negative.
func (p Pathology) TripleNegative() bool {
	return p.ER == ReceptorNegative && p.PR == ReceptorNegative && p.HER2 == ReceptorNegative
}

// Certainty of a reported diagnosis.
type Certainty string

// Certainties; "" behaves as Certain.
const (
	Certain  Certainty = "certain"
	Possible Certainty = "possible" // "?ovarian": drawn with a question mark
)

// Diagnosis is one primary cancer (or other condition), or a secondary or recurrence marked as such.
type Diagnosis struct {
	ID          ID        `json:"id,omitempty"`
	Site        Site      `json:"site"`
	Age         Fuzzy     `json:"age,omitzero"`
	Side        Side      `json:"side,omitempty"`
	Status      Status    `json:"status,omitempty"`
	ConfirmedBy string    `json:"confirmed_by,omitempty"` // "histology report", "cancer registry", and by whom
	Behaviour   Behaviour `json:"behaviour,omitempty"`
	Certainty   Certainty `json:"certainty,omitempty"`
	Secondary   bool      `json:"secondary,omitempty"` // spread or recurrence: never counted as a primary
	Pathology   Pathology `json:"pathology,omitzero"`
	Words       string    `json:"words,omitempty"`     // as said: "?ov/bowel", "abdo ca"
	Hospital    string    `json:"hospital,omitempty"`  // where treated, for confirmation
	Treatment   string    `json:"treatment,omitempty"` // as said: "mastectomy and chemotherapy"
	// Confirmation is the request for a report, from which Status follows.
	Confirmation Confirmation `json:"confirmation,omitzero"`
	Source       Provenance   `json:"source,omitzero"`
	Notes        []string     `json:"notes,omitempty"`
	Extra        Extra        `json:"-"`
}

// Counts reports whether the diagnosis is a primary that may enter a number: not refuted and not a
// secondary or recurrence. A possible diagnosis counts only where a model says so.
func (d *Diagnosis) Counts() bool { return d.Status != Refuted && !d.Secondary }

// IsUndecided reports a further cancer of one site of which nobody has said whether it is a new primary or
// the first one come back. It is marked both secondary and possible, so that it never counts as a primary.
func (d *Diagnosis) IsUndecided() bool { return d.Secondary && d.Certainty == Possible }

// IsConfirmed reports a confirmed diagnosis.
func (d *Diagnosis) IsConfirmed() bool { return d.Status == Confirmed }

// Surgery is an operation that a model or a criterion may read.
type Surgery struct {
	ID     ID            `json:"id,omitempty"`
	What   string        `json:"what"` // "bilateral salpingo-oophorectomy", "mastectomy", ...
	Age    Fuzzy         `json:"age,omitzero"`
	Side   Side          `json:"side,omitempty"`
	Reason SurgeryReason `json:"reason,omitempty"`
	Status Status        `json:"status,omitempty"`
	Source Provenance    `json:"source,omitzero"`
	Extra  Extra         `json:"-"`
}

// SurgeryReason says why an operation was done.
type SurgeryReason string

// Reasons; "" behaves as unknown.
const (
	RiskReducing  SurgeryReason = "risk-reducing"
	ForTreatment  SurgeryReason = "treatment"
	OtherReason   SurgeryReason = "other"
	UnknownReason SurgeryReason = "unknown"
)
