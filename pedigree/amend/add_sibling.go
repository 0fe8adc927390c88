package amend

import (
	"fmt"
	"slices"

	"kindred/pedigree"
)

// AddSibling adds a full sibling after the last one in family order. Parents who are missing are
// added as unknown people, for without both nothing says that the two are full siblings. The
// sibling shares donors and step parents, and is not taken to be adopted or fostered with id.
func AddSibling(f *pedigree.Family, id pedigree.ID, sex pedigree.Sex, ids func() pedigree.ID) (pedigree.ID, error) {
	return addSibling(f, id, sex, ids, false)
}

// AddHalfSibling adds a child of one parent of id with a new, unknown partner.
func AddHalfSibling(f *pedigree.Family, id, through pedigree.ID, sex pedigree.Sex, ids func() pedigree.ID) (pedigree.ID, error) {
	p, err := find(f, id)
	if err != nil {
		return "", err
	}
	if through == "" || p.EggParent() != through && p.SpermParent() != through {
		return "", fmt.Errorf("person %q is not a parent of %q: choose the parent whom the half-siblings share", through, id)
	}
	partner, err := AddPartner(f, through, ids)
	if err != nil {
		return "", err
	}
	return AddChild(f, through, sex, partner, ids)
}

// AddTwin adds a twin beside id in family order: to the twin set of that zygosity in which id is,
// so that a third makes triplets, else in a new set. An identical twin has the same sex assigned
// at birth; of another twin it is not known.
func AddTwin(f *pedigree.Family, id pedigree.ID, zygosity pedigree.Zygosity, ids func() pedigree.ID) (pedigree.ID, error) {
	p, err := find(f, id)
	if err != nil {
		return "", err
	}
	sex := pedigree.SexUnknown
	if zygosity == pedigree.Monozygotic {
		sex = p.Sex
	}
	twin, err := addSibling(f, id, sex, ids, true)
	if err != nil {
		return "", err
	}
	for i := range f.Twins {
		if t := &f.Twins[i]; t.Zygosity == zygosity && slices.Contains(t.Members, id) {
			t.Members = append(t.Members, twin)
			return twin, nil
		}
	}
	f.Twins = append(f.Twins, pedigree.TwinSet{ID: ids(), Zygosity: zygosity, Members: []pedigree.ID{id, twin}})
	return twin, nil
}

func addSibling(f *pedigree.Family, id pedigree.ID, sex pedigree.Sex, ids func() pedigree.ID, beside bool) (pedigree.ID, error) {
	p, err := find(f, id)
	if err != nil {
		return "", err
	}
	for _, parent := range []pedigree.Sex{pedigree.Female, pedigree.Male} {
		genetic := p.EggParent()
		if parent == pedigree.Male {
			genetic = p.SpermParent()
		}
		if genetic == "" {
			if _, err := addParent(f, id, parent, ids); err != nil {
				return "", err
			}
			p = f.Individual(id)
		}
	}
	sibling := pedigree.Individual{ID: ids(), Sex: sex, Mother: p.Mother, Father: p.Father}
	for _, l := range p.OtherParents {
		if l.Kind != pedigree.Adoptive && l.Kind != pedigree.Foster {
			sibling.OtherParents = append(sibling.OtherParents, l)
		}
	}
	after := id
	if !beside {
		all := sibship(f, id)
		after = all[len(all)-1]
	}
	insert(f, position(f, after)+1, sibling)
	return sibling.ID, nil
}
