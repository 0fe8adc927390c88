package amend

import (
	"fmt"
	"slices"

	"kindred/pedigree"
)

// AddPartner adds a partner of unknown name after id in family order, joined by a union. The
// partner's sex is the other one where that of id is known.
func AddPartner(f *pedigree.Family, id pedigree.ID, ids func() pedigree.ID) (pedigree.ID, error) {
	p, err := find(f, id)
	if err != nil {
		return "", err
	}
	partner := pedigree.Individual{ID: ids(), Sex: otherSex(p.Sex)}
	f.Unions = append(f.Unions, pedigree.Union{ID: ids(), Partners: []pedigree.ID{id, partner.ID}})
	insert(f, position(f, id)+1, partner)
	return partner.ID, nil
}

func otherSex(s pedigree.Sex) pedigree.Sex {
	switch s {
	case pedigree.Female:
		return pedigree.Male
	case pedigree.Male:
		return pedigree.Female
	}
	return pedigree.SexUnknown
}

// AddChild adds a child of id and partner after their last one in family order. With partner ""
// it is the partner there is, or a new unknown one; with several partners that is an error.
//
// Whoever was assigned female is the egg parent and whoever was assigned male the sperm parent.
// Where the sexes are not known, id is the egg parent unless the partner is known to be. Of two
// people of one sex, id is the genetic parent and the partner a step parent; who the other genetic
// parent is, a donor for one, is not known. A further child of such a couple has the parents that
// their last child has.
func AddChild(f *pedigree.Family, id pedigree.ID, sex pedigree.Sex, partner pedigree.ID, ids func() pedigree.ID) (pedigree.ID, error) {
	return addChild(f, id, pedigree.Individual{Sex: sex}, partner, ids)
}

// AddPregnancy adds a pregnancy or a loss of id, with the partner that AddChild would take.
func AddPregnancy(f *pedigree.Family, id pedigree.ID, kind pedigree.PregnancyKind, ids func() pedigree.ID) (pedigree.ID, error) {
	return addChild(f, id, pedigree.Individual{Sex: pedigree.SexUnknown, Pregnancy: &pedigree.Pregnancy{Kind: kind}}, "", ids)
}

func addChild(f *pedigree.Family, id pedigree.ID, child pedigree.Individual, partner pedigree.ID, ids func() pedigree.ID) (pedigree.ID, error) {
	if _, err := find(f, id); err != nil {
		return "", err
	}
	partner, err := partnerOf(f, id, partner, ids)
	if err != nil {
		return "", err
	}
	child.ID = ids()
	at := len(f.Individuals)
	if last := lastChild(f, id, partner); last != nil {
		child.Mother, child.Father, child.OtherParents = last.Mother, last.Father, nil
		for _, l := range last.OtherParents {
			if l.Kind != pedigree.Adoptive && l.Kind != pedigree.Foster {
				child.OtherParents = append(child.OtherParents, l)
			}
		}
		at = position(f, last.ID) + 1
	} else {
		giveParents(&child, f.Individual(id), f.Individual(partner))
	}
	insert(f, at, child)
	return child.ID, nil
}

// partnerOf is whom a child of id has as other parent.
func partnerOf(f *pedigree.Family, id, partner pedigree.ID, ids func() pedigree.ID) (pedigree.ID, error) {
	if partner != "" {
		if partner == id {
			return "", fmt.Errorf("person %q cannot be their own partner", id)
		}
		_, err := find(f, partner)
		return partner, err
	}
	switch all := coParents(f, id); len(all) {
	case 0:
		return AddPartner(f, id, ids)
	case 1:
		return all[0], nil
	default:
		return "", fmt.Errorf("person %q has %d partners: choose whose child it is", id, len(all))
	}
}

// coParents are the partners of id, and whoever is a step parent of id's children; donors are not.
func coParents(f *pedigree.Family, id pedigree.ID) []pedigree.ID {
	all := f.PartnersOf(id)
	for _, childID := range f.ChildrenOf(id) {
		child := f.Individual(childID)
		if step := linked(child, pedigree.Step); step != "" && step != id && !slices.Contains(all, step) {
			all = append(all, step)
		}
	}
	return all
}

// lastChild is the last in family order whose parents are id and partner: both genetic, or one
// genetic and one step.
func lastChild(f *pedigree.Family, id, partner pedigree.ID) *pedigree.Individual {
	for i := len(f.Individuals) - 1; i >= 0; i-- {
		p := &f.Individuals[i]
		parents := []pedigree.ID{p.Mother, p.Father, linked(p, pedigree.Step)}
		if slices.Contains(parents, id) && slices.Contains(parents, partner) && (p.Mother == id || p.Father == id || p.Mother == partner || p.Father == partner) {
			return p
		}
	}
	return nil
}

func giveParents(child, p, partner *pedigree.Individual) {
	known := func(s pedigree.Sex) bool { return s == pedigree.Female || s == pedigree.Male }
	mine := p.Sex
	if !known(mine) {
		mine = otherSex(partner.Sex)
	}
	if !known(mine) {
		mine = pedigree.Female
	}
	*slot(child, mine) = p.ID
	if known(p.Sex) && p.Sex == partner.Sex {
		child.OtherParents = []pedigree.ParentLink{{ID: partner.ID, Kind: pedigree.Step}}
		return
	}
	*slot(child, otherSex(mine)) = partner.ID
}
