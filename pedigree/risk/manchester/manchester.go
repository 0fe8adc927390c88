// Package manchester is the Manchester scoring system, third edition (MSS3): points for the cancers on
// one side of a family, adjusted for pathology, towards a BRCA1 or BRCA2 variant in an affected index
// person.
//
// The rules, as far as they are printed:
//
//   - both sides of the family are scored, the index and everybody related through both on each, and
//     the higher is used;
//   - breast pathology counts in the index only, ovarian pathology in everybody, but high-grade serous
//     cancer earns its extra points only in relatives not linked to the index through more than one
//     unaffected woman over 60;
//   - triple-negative cancer is scored with its grade and without a further point for ER; HER2-positive
//     cancer with grade and ER as well;
//   - mucinous, borderline and germ-cell tumours of the ovary score nothing; DCIS counts, LCIS does not;
//   - somebody adopted who knows nothing of blood relatives earns two points for each gene, once.
//
// Where the paper is silent: each primary scores at its own age; the pathology scored is that of the
// index's first breast cancer; a score is never raised to nought. Whether cancers of the fallopian tube and
// the peritoneum count as ovarian could not be verified: they score nothing, and with one in the family
// the model cannot tell unless the rest reaches its highest band. An unaffected subject is scored from the
// nearest affected blood relative, of several the one with the highest score.
//
// The range is over the readings of every vague age, of whichever side is then the higher, and over possible
// cancers, one of which may make somebody else the index.
//
// Source: Evans DG et al., J Med Genet 2017;54:674-681.
package manchester

import (
	"encoding/json"
	"fmt"

	"kindred/pedigree/risk"
)

// Model is the scoring system with its numbers. It is never changed after New and may be shared.
type Model struct {
	risk.Published

	Cancers         []row `json:"cancers"`
	HighGradeSerous row   `json:"high_grade_serous"`
	// NotScored are words of the histologies of ovarian tumours that score nothing.
	NotScored   []string           `json:"not_scored_ovarian"`
	IndexBreast map[string]float64 `json:"index_breast"` // BRCA1 points only; BRCA2 has none
	Adopted     row                `json:"adopted"`
	OldWoman    int                `json:"old_unaffected_woman"`
	SingleGene  float64            `json:"single_gene"`
	Bands       []band             `json:"bands"` // highest first
}

// row is the points of a cancer diagnosed below an age; Below 0 is any age.
type row struct {
	Cancer string  `json:"cancer"`
	Below  int     `json:"below"`
	BRCA1  float64 `json:"brca1"`
	BRCA2  float64 `json:"brca2"`
}

// band is what a combined score from some points up means.
type band struct {
	From  float64 `json:"from"`
	Words string  `json:"words"`
}

// indexBreast are the keys that the file must have.
var indexBreast = []string{
	"grade_1", "grade_2", "grade_3", "er_positive", "er_negative", "triple_negative", "her2_positive", "in_situ", "lobular",
}

// New reads the points (assets/models/manchester.json). The error names what is missing.
func New(numbers []byte) (*Model, error) {
	m := &Model{}
	if err := json.Unmarshal(numbers, m); err != nil {
		return nil, fmt.Errorf("manchester: %w", err)
	}
	for _, cancer := range []string{femaleBreast, maleBreast, ovarian, pancreatic, prostate} {
		if _, ok := m.row(cancer, 200); !ok {
			return nil, fmt.Errorf("manchester: no points for %s cancer at any age", cancer)
		}
	}
	for _, key := range indexBreast {
		if _, ok := m.IndexBreast[key]; !ok {
			return nil, fmt.Errorf("manchester: no points for %s", key)
		}
	}
	if len(m.Bands) == 0 || m.HighGradeSerous.Below == 0 {
		return nil, fmt.Errorf("manchester: no bands, or no age for high-grade serous cancer")
	}
	return m, nil
}

// The cancers that score.
const (
	femaleBreast = "female breast"
	maleBreast   = "male breast"
	ovarian      = "ovarian"
	pancreatic   = "pancreatic"
	prostate     = "prostate"
)

// row finds the points of a cancer at an age.
func (m *Model) row(cancer string, age int) (row, bool) {
	for _, r := range m.Cancers {
		if r.Cancer == cancer && (r.Below == 0 || age < r.Below) {
			return r, true
		}
	}
	return row{}, false
}

// band is the words for a combined score.
func (m *Model) band(combined float64) string {
	for _, b := range m.Bands {
		if combined >= b.From {
			return b.Words
		}
	}
	return m.Bands[len(m.Bands)-1].Words
}

// Name is "manchester".
func (m *Model) Name() string { return "manchester" }

// Assess scores the family: brca1, brca2 and combined, in points, which may be negative, and the band
// in Category. Vague ages give the average of the points that they can mean, and a range.
func (m *Model) Assess(req risk.Request) risk.Assessment {
	return m.Answer(m.Name(), req, m.assess)
}
