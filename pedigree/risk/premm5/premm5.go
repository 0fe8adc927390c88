// Package premm5 is PREMM5: the chance that a person has a pathogenic variant in MLH1, MSH2 or EPCAM,
// MSH6 or PMS2, from sex, age, their own cancers and those of first- and second-degree relatives.
//
// It is a polytomous logistic regression: for each gene g, lp(g) = b0 + sum over k of b(k) V(k), and
//
//	P(g) = exp(lp(g)) / (1 + sum over h of exp(lp(h))), any = sum over g of P(g)
//
// with V0 male; V1 one and V2 two or more bowel cancers of the person asked about; V3 womb cancer and V4
// another Lynch cancer of theirs; V5 first-degree relatives with bowel cancer, at most two, and half the
// second-degree ones, at most two; V6 the same of womb cancer; V7 one for any first-degree relative with
// another Lynch cancer and a half for any second-degree; V8 the youngest age at bowel cancer less 45, summed
// over the person, the first-degree and the second-degree relatives, nought for a group without one or
// without an age; V9 the same of womb cancer; V10 the age now. Ages are held within the authors' limits.
//
// Vague ages are averaged over their readings; an age that nobody said counts as the model has it, as none,
// and the range covers every age possible. A cancer that is only possible counts for nothing in the answer,
// and the range covers its being one. In-situ and borderline disease is not counted; a group of people with a
// cancer counts as one of them.
//
// Source: Kastrinos F et al., J Clin Oncol 2017;35:2165-2172, doi:10.1200/JCO.2016.69.6120.
package premm5

import (
	"encoding/json"
	"fmt"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// Model is PREMM5 with its numbers. It is never changed after New and may be shared.
type Model struct {
	risk.Published

	Genes              []gene   `json:"genes"`
	Predictors         []string `json:"predictors"` // the words for V0 to V10
	CentreAge          int      `json:"centre_age"`
	SecondDegreeWeight float64  `json:"second_degree_weight"`
	MostRelatives      int      `json:"most_relatives"`
	AgeLimits          limits   `json:"age_limits"`
	OtherLynch         struct {
		Sites []pedigree.Site `json:"sites"`
		Words []string        `json:"words"` // of conditions kept by their own name
	} `json:"other_lynch"`
	Threshold struct {
		Any float64 `json:"any"`
	} `json:"threshold"`
	NotEstimated struct {
		Gene             string `json:"gene"`
		FromBowelCancers int    `json:"from_bowel_cancers"`
		Words            string `json:"words"`
	} `json:"not_estimated"`
	AdultFrom struct { // the age in years below which no answer is given
		Value int `json:"value"`
	} `json:"adult_from"`
	KnownGenes []string `json:"known_genes"` // a known variant in one of these leaves nothing to predict
}

// gene is one outcome of the regression.
type gene struct {
	Key          string    `json:"key"`
	Name         string    `json:"name"`
	Constant     float64   `json:"constant"`
	Coefficients []float64 `json:"coefficients"` // of V0 to V10
}

// limits are the youngest and oldest ages that the regression takes; others are moved to the nearest.
type limits struct {
	Current [2]int     `json:"current"`
	Bowel   ofRelation `json:"bowel"`
	Womb    ofRelation `json:"womb"`
}

// ofRelation holds age limits for the person asked about, first-degree and second-degree relatives.
type ofRelation struct {
	Self   [2]int `json:"self"`
	First  [2]int `json:"first"`
	Second [2]int `json:"second"`
}

// of is the limits for a degree of relationship: 0 is the person asked about.
func (o ofRelation) of(degree int) [2]int { return [...][2]int{o.Self, o.First, o.Second}[degree] }

// New reads the coefficients (assets/models/premm5.json). The error names what is missing.
func New(numbers []byte) (*Model, error) {
	m := &Model{}
	if err := json.Unmarshal(numbers, m); err != nil {
		return nil, fmt.Errorf("premm5: %w", err)
	}
	if len(m.Genes) != len(geneKeys) || len(m.Predictors) != predictors {
		return nil, fmt.Errorf("premm5: %d genes and %d predictors, not %d and %d", len(m.Genes), len(m.Predictors), len(geneKeys), predictors)
	}
	for i, g := range m.Genes {
		if g.Key != geneKeys[i] || len(g.Coefficients) != predictors {
			return nil, fmt.Errorf("premm5: gene %d is %q with %d coefficients", i+1, g.Key, len(g.Coefficients))
		}
	}
	if m.AgeLimits.Current[1] == 0 || m.Threshold.Any == 0 || m.CentreAge == 0 || len(m.OtherLynch.Sites) == 0 {
		return nil, fmt.Errorf("premm5: no age limits, threshold, centre age or list of other Lynch cancers")
	}
	return m, nil
}

// geneKeys are the outcomes in order, which are the keys of Values.
var geneKeys = [...]string{"mlh1", "msh2_epcam", "msh6", "pms2"}

// Name is "premm5".
func (m *Model) Name() string { return "premm5" }

// Assess gives mlh1, msh2_epcam, msh6, pms2 and any, the sum of the four: probabilities of a variant. The
// category says on which side of the authors' threshold for a test any is.
func (m *Model) Assess(req risk.Request) risk.Assessment {
	return m.Answer(m.Name(), req, m.assess)
}
