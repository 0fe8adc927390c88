// Package breastovarian is the model inherited-breast-ovarian: the chance of a variant in BRCA1, BRCA2, PALB2,
// ATM, CHEK2, RAD51C, RAD51D or BRIP1, and of cancer of the breast, ovary, prostate and pancreas, from
// published open numbers. The method is that of package genes; the numbers, each with its source and mark, are
// in assets/models/inherited-breast-ovarian.json.
//
// It is not BOADICEA, IBIS or BRCAPRO: those hold polygenic, hormonal and pathology terms whose numbers are not
// published, or could not be verified. Left out for want of a verified number: contralateral breast cancer,
// receptors and grade, the effect of oophorectomy on breast cancer, BARD1 and HOXB13. In a family with a variant
// of another gene that puts its carriers at high risk of breast cancer, such as TP53, it gives no answer.
package breastovarian

import (
	"encoding/json"
	"fmt"
	"slices"

	"kindred/pedigree/risk"
	"kindred/pedigree/risk/genes"
)

// Name is the model's name.
const Name = "inherited-breast-ovarian"

// Model is the model with its numbers. It is never changed after New and may be shared.
type Model struct {
	*genes.Model
	// Stops are the genes without numbers here of which a variant known in the family leaves no answer.
	Stops struct {
		Genes []string `json:"genes"`
	} `json:"stops"`
}

// New reads the model's numbers, the incidence of cancers and the deaths of other causes
// (assets/models/inherited-breast-ovarian.json, incidence.json, deaths.json). The error says what is missing.
func New(numbers, incidence, deaths []byte) (*Model, error) {
	core, err := genes.New(Name, numbers, incidence, deaths)
	if err != nil {
		return nil, err
	}
	m := &Model{}
	if err := json.Unmarshal(numbers, m); err != nil {
		return nil, fmt.Errorf("%s: %w", Name, err)
	}
	if m.Model = core; len(m.Stops.Genes) == 0 {
		return nil, fmt.Errorf("%s: the genes at which it stops are missing", Name)
	}
	return m, nil
}

// Assess answers as package genes does, unless a variant is known in the family that the model cannot leave out.
func (m *Model) Assess(req risk.Request) risk.Assessment {
	req = req.Prepared()
	return m.Answer(Name, req, func(c *risk.Case) risk.Assessment {
		if because := m.outside(c); len(because) > 0 {
			return risk.Assessment{Subject: c.Subject.ID, Status: risk.NotApplicable, Because: because}
		}
		a := m.Model.Assess(req)
		if a.Status == risk.OK {
			a.Warnings = append(a.Warnings, c.OtherVariants(func(gene string) bool { return slices.Contains(m.Genes(), gene) })...)
		}
		return a
	})
}

// outside says which variant of the family, or of the subject, leaves no answer; nothing where there is none.
func (m *Model) outside(c *risk.Case) []string {
	var because []string
	for _, k := range c.KnownVariants() {
		switch {
		case !slices.Contains(m.Stops.Genes, k.Gene) || k.Cleared:
		case k.Own:
			because = append(because, fmt.Sprintf("A variant in %s was found in the person asked about. The model does not have that gene: its risks of breast cancer would be far too low.", k.Gene))
		default:
			because = append(because, fmt.Sprintf("A variant in %s is known in the family (%s): a test for it comes first. The model does not have that gene: its risks of breast cancer would be too low, and its chances of other variants too high.", k.Gene, k.Who(c)))
		}
	}
	return because
}
