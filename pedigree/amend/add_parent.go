package amend

import (
	"fmt"
	"slices"

	"kindred/pedigree"
)

func find(f *pedigree.Family, id pedigree.ID) (*pedigree.Individual, error) {
	if p := f.Individual(id); p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("person %q is not in the family any more", id)
}

// insert puts a new person in front of position at in family order.
func insert(f *pedigree.Family, at int, p pedigree.Individual) {
	f.Individuals = slices.Insert(f.Individuals, at, p)
}

func position(f *pedigree.Family, id pedigree.ID) int {
	return slices.IndexFunc(f.Individuals, func(p pedigree.Individual) bool { return p.ID == id })
}

// AddMother adds a mother of unknown name, or returns the one who is there. Siblings who so far
// share the one other parent get her too: they are drawn as one sibship. Where an egg donor is
// recorded, the new mother is the gestational parent.
func AddMother(f *pedigree.Family, id pedigree.ID, ids func() pedigree.ID) (pedigree.ID, error) {
	return addParent(f, id, pedigree.Female, ids)
}

// AddFather adds a father of unknown name, or returns the one who is there. Siblings who so far
// share the one other parent get him too. Where a sperm donor is recorded, the new father is a
// step parent: he has no part in the child's genes.
func AddFather(f *pedigree.Family, id pedigree.ID, ids func() pedigree.ID) (pedigree.ID, error) {
	return addParent(f, id, pedigree.Male, ids)
}

// AddParents adds whichever of mother and father is missing.
func AddParents(f *pedigree.Family, id pedigree.ID, ids func() pedigree.ID) (mother, father pedigree.ID, err error) {
	if mother, err = AddMother(f, id, ids); err != nil {
		return "", "", err
	}
	father, err = AddFather(f, id, ids)
	return mother, father, err
}

func addParent(f *pedigree.Family, id pedigree.ID, sex pedigree.Sex, ids func() pedigree.ID) (pedigree.ID, error) {
	child, err := find(f, id)
	if err != nil {
		return "", err
	}
	donor, beside := pedigree.DonorEgg, pedigree.Gestational
	if sex == pedigree.Male {
		donor, beside = pedigree.DonorSperm, pedigree.Step
	}
	if there := *slot(child, sex); there != "" {
		return there, nil
	}
	if other := linked(child, beside); other != "" && linked(child, donor) != "" {
		return other, nil
	}
	parent := pedigree.Individual{ID: ids(), Sex: sex}
	if linked(child, donor) != "" {
		child.OtherParents = append(child.OtherParents, pedigree.ParentLink{ID: parent.ID, Kind: beside})
	} else {
		for _, sibling := range sibship(f, id) {
			*slot(f.Individual(sibling), sex) = parent.ID
		}
	}
	insert(f, position(f, id), parent)
	return parent.ID, nil
}

// slot is where a person keeps the genetic parent of that sex.
func slot(p *pedigree.Individual, sex pedigree.Sex) *pedigree.ID {
	if sex == pedigree.Male {
		return &p.Father
	}
	return &p.Mother
}

func linked(p *pedigree.Individual, kind pedigree.LinkKind) pedigree.ID {
	for _, l := range p.OtherParents {
		if l.Kind == kind {
			return l.ID
		}
	}
	return ""
}

// sibship is everyone with the same egg and sperm parents as id, at least one of whom is known, in
// family order; if neither is known, id and the twins of whom neither is known.
func sibship(f *pedigree.Family, id pedigree.ID) []pedigree.ID {
	p := f.Individual(id)
	if p.EggParent() == "" && p.SpermParent() == "" {
		return slices.DeleteFunc(bornTogether(f, id), func(twin pedigree.ID) bool {
			t := f.Individual(twin)
			return t.EggParent() != "" || t.SpermParent() != ""
		})
	}
	var all []pedigree.ID
	for i := range f.Individuals {
		s := &f.Individuals[i]
		if s.EggParent() == p.EggParent() && s.SpermParent() == p.SpermParent() {
			all = append(all, s.ID)
		}
	}
	return all
}
