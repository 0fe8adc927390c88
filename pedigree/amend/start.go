package amend

import "kindred/pedigree"

// Start is a usual beginning of a family: who is always asked about when somebody is referred for this
// reason.
type Start struct {
	Name  string // "Breast or ovarian cancer in the family"
	Words string // what it lays out
	build func(f *pedigree.Family, subject pedigree.ID, ids func() pedigree.ID) error
}

// Starts lists the usual beginnings.
var Starts = []Start{
	{
		"Breast or ovarian cancer", "the patient as a woman, parents and grandparents",
		func(f *pedigree.Family, subject pedigree.ID, ids func() pedigree.ID) error {
			if p := f.Individual(subject); p.Sex == "" || p.Sex == pedigree.SexUnknown {
				p.Sex = pedigree.Female
			}
			return threeGenerations(f, subject, ids)
		},
	},
	{"Bowel or womb cancer (Lynch)", "parents and grandparents", threeGenerations},
	{"Variant known in the mother", "the mother as a carrier, both grandparents on her side", func(f *pedigree.Family, subject pedigree.ID, ids func() pedigree.ID) error {
		return carrierParent(f, subject, pedigree.Female, ids)
	}},
	{"Variant known in the father", "the father as a carrier, both grandparents on his side", func(f *pedigree.Family, subject pedigree.ID, ids func() pedigree.ID) error {
		return carrierParent(f, subject, pedigree.Male, ids)
	}},
	{"Variant known in a cousin, mother's side", "mother, her parents, an aunt or uncle and the cousin", func(f *pedigree.Family, subject pedigree.ID, ids func() pedigree.ID) error {
		return carrierCousin(f, subject, pedigree.Female, ids)
	}},
	{"Variant known in a cousin, father's side", "father, his parents, an aunt or uncle and the cousin", func(f *pedigree.Family, subject pedigree.ID, ids func() pedigree.ID) error {
		return carrierCousin(f, subject, pedigree.Male, ids)
	}},
}

// KnownVariant is the note on the relative in whom a variant is said to be known, until gene and report
// are recorded.
const KnownVariant = "said to carry a known variant: ask for gene, variant and report"

// Begin lays out a usual beginning around the subject: people who are there stay and are used, what is
// missing is added. The family is changed in place.
func (s Start) Begin(f *pedigree.Family, subject pedigree.ID, ids func() pedigree.ID) error {
	if _, err := find(f, subject); err != nil {
		return err
	}
	return s.build(f, subject, ids)
}

func threeGenerations(f *pedigree.Family, subject pedigree.ID, ids func() pedigree.ID) error {
	mother, father, err := AddParents(f, subject, ids)
	if err != nil {
		return err
	}
	for _, parent := range []pedigree.ID{mother, father} {
		if _, _, err := AddParents(f, parent, ids); err != nil {
			return err
		}
	}
	return nil
}

// parentOf is the parent of one sex, added with the other where missing, with both grandparents.
func parentOf(f *pedigree.Family, subject pedigree.ID, sex pedigree.Sex, ids func() pedigree.ID) (pedigree.ID, error) {
	parent, father, err := AddParents(f, subject, ids)
	if err != nil {
		return "", err
	}
	if sex == pedigree.Male {
		parent = father
	}
	_, _, err = AddParents(f, parent, ids)
	return parent, err
}

func carrierParent(f *pedigree.Family, subject pedigree.ID, sex pedigree.Sex, ids func() pedigree.ID) error {
	parent, err := parentOf(f, subject, sex, ids)
	if err == nil {
		noteKnownVariant(f.Individual(parent))
	}
	return err
}

// carrierCousin adds a cousin and the aunt or uncle between, whose sexes nobody said yet.
func carrierCousin(f *pedigree.Family, subject pedigree.ID, sex pedigree.Sex, ids func() pedigree.ID) error {
	parent, err := parentOf(f, subject, sex, ids)
	if err != nil {
		return err
	}
	between, err := AddSibling(f, parent, pedigree.SexUnknown, ids)
	if err != nil {
		return err
	}
	cousin, err := AddChild(f, between, pedigree.SexUnknown, "", ids)
	if err == nil {
		noteKnownVariant(f.Individual(cousin))
	}
	return err
}

func noteKnownVariant(p *pedigree.Individual) {
	if len(p.GeneTests) == 0 {
		p.Notes = append(p.Notes, KnownVariant)
	}
}
