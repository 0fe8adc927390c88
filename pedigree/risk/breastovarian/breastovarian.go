// Package breastovarian is the model inherited-breast-ovarian: the chance of a variant in BRCA1, BRCA2, PALB2,
// ATM, CHEK2, RAD51C, RAD51D or BRIP1, and of cancer of the breast, ovary, prostate and pancreas, from
// published open numbers. The method is that of package genes; the numbers, each with its source and mark, are
// in assets/models/inherited-breast-ovarian.json.
//
// It is not BOADICEA, IBIS or BRCAPRO: those hold polygenic, hormonal and pathology terms whose numbers are not
// published, or could not be verified. Left out for want of a verified number: contralateral breast cancer,
// receptors and grade, the effect of oophorectomy on breast cancer, BARD1 and HOXB13.
package breastovarian

import "kindred/pedigree/risk/genes"

// Name is the model's name.
const Name = "inherited-breast-ovarian"

// New reads the model's numbers, the incidence of cancers and the deaths of other causes
// (assets/models/inherited-breast-ovarian.json, incidence.json, deaths.json).
func New(numbers, incidence, deaths []byte) (*genes.Model, error) {
	return genes.New(Name, numbers, incidence, deaths)
}
