package risk

import "kindred/pedigree"

// Elsewhere is a result of another program about one person, as a clinician copied it from there. It is
// shown and used under that program's name, never as ours.
type Elsewhere struct {
	ID      pedigree.ID   `json:"id"`
	Subject pedigree.ID   `json:"subject"`
	Program string        `json:"program"` // "CanRisk", "IBIS"
	Version string        `json:"version,omitempty"`
	On      pedigree.Date `json:"on,omitempty"`
	Author  string        `json:"author,omitempty"`
	// Values are probabilities under the keys below, and carrier probabilities as "carrier/BRCA1".
	Values Values `json:"values"`
	// FactsDigest is of the facts of the family that the program was given.
	FactsDigest string `json:"facts_digest,omitempty"`
	// Stale says that those facts have changed since: the result is shown as out of date and used for
	// nothing.
	Stale bool `json:"-"`
}

// Keys of Values that mean the same in every model that has them. A woman's lifetime risk from 20 and her
// risk from 40 to 50, which NICE CG164 classifies, are those of a woman with her family of whose own years
// nothing is known.
const (
	LifetimeFrom20 = "lifetime_from_20" // of breast cancer, from 20 to 80 (Claus: 79)
	From40To50     = "risk_40_to_50"    // of breast cancer
	TenYears       = "risk_10y"         // of breast cancer over the next ten years
	By79           = "risk_by_79"       // of breast cancer from the age now
	By80           = "risk_by_80"       // of breast cancer from the age now
	AnyGene        = "any"              // of a variant in any of the model's genes
)
