package entry

import (
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/amend"
)

// existing lists who in the family is this relative of somebody, in family order. Pregnancies are
// relatives of their own kind only.
func (p *placer) existing(of pedigree.ID, r relation) []pedigree.ID {
	var all []pedigree.ID
	each := func(from []pedigree.ID, next func(pedigree.ID) []pedigree.ID) (found []pedigree.ID) {
		for _, id := range from {
			found = append(found, next(id)...)
		}
		return found
	}
	switch r.kind {
	case self:
		return []pedigree.ID{of}
	case parent:
		all = p.parentsOf(of)
	case sibling, stepSibling, twin:
		all = p.siblingsOf(of)
	case halfSibling:
		all = slices.DeleteFunc(p.siblingsOf(of), func(id pedigree.ID) bool { return p.full(of, id) || !p.onSide(of, id, r.side) })
	case child, stepChild, pregnancy:
		all = p.childrenOf(of)
	case partner, formerPartner:
		all = p.f.PartnersOf(of)
	case grandparent:
		all = each(p.parentsOn(of, r.side), p.parentsOf)
	case greatGrandparent:
		all = each(each(p.parentsOn(of, r.side), p.parentsOf), p.parentsOf)
	case aunt:
		all = each(p.parentsOn(of, r.side), p.siblingsOf)
	case greatAunt:
		all = each(each(p.parentsOn(of, r.side), p.parentsOf), p.siblingsOf)
	case cousin:
		all = each(each(p.parentsOn(of, r.side), p.siblingsOf), p.childrenOf)
	case niece:
		all = each(p.siblingsOf(of), p.childrenOf)
	case grandchild:
		all = each(p.childrenOf(of), p.childrenOf)
	}
	if r.sided() {
		all = append(all, p.apart(of, r)...)
	}
	var fit []pedigree.ID
	for _, id := range all {
		person := p.f.Individual(id)
		if person != nil && (person.Pregnancy != nil) == (r.kind == pregnancy) && !slices.Contains(fit, id) && fits(person, r.sex) {
			fit = append(fit, id)
		}
	}
	return fit
}

// fits reports that nothing recorded speaks against this sex.
func fits(person *pedigree.Individual, sex pedigree.Sex) bool {
	return sex == "" || person.Sex == sex || person.Sex != female && person.Sex != male
}

// apart lists those drawn apart who are this relative, their side being unknown.
func (p *placer) apart(of pedigree.ID, r relation) []pedigree.ID {
	var all []pedigree.ID
	what := p.apartNote(of, r)
	for i := range p.f.Individuals {
		if slices.Contains(p.f.Individuals[i].Notes, what) {
			all = append(all, p.f.Individuals[i].ID)
		}
	}
	return all
}

// apartNote is what somebody is to the family whose place is not known.
func (p *placer) apartNote(of pedigree.ID, r relation) string {
	one := relation{kind: r.kind, sex: r.sex, side: r.side}
	words := one.noun() + one.onSide()
	if patient := p.f.Subject(); patient != nil && patient.ID != of {
		words = p.calledBy(patient.ID, of) + "'s " + words
	}
	if r.side == maternal || r.side == paternal {
		return words + ", through whom is not known"
	}
	return words + ", side not known"
}

func (p *placer) parentsOf(id pedigree.ID) []pedigree.ID {
	person := p.f.Individual(id)
	if person == nil {
		return nil
	}
	return parentLinks(person)
}

// parentLinks are the parents of every kind but donors.
func parentLinks(person *pedigree.Individual) []pedigree.ID {
	if person.Mother == "" && person.Father == "" && len(person.OtherParents) == 0 {
		return nil
	}
	all := make([]pedigree.ID, 0, 2+len(person.OtherParents))
	for _, parent := range [...]pedigree.ID{person.Mother, person.Father} {
		if parent != "" {
			all = append(all, parent)
		}
	}
	for _, l := range person.OtherParents {
		if l.Kind != pedigree.DonorEgg && l.Kind != pedigree.DonorSperm {
			all = append(all, l.ID)
		}
	}
	return all
}

// parentsOn are the recorded parents on a side, both where no side is said.
func (p *placer) parentsOn(id pedigree.ID, side lineage) []pedigree.ID {
	person := p.f.Individual(id)
	if person == nil {
		return nil
	}
	switch side {
	case maternal:
		return present(person.EggParent())
	case paternal:
		return present(person.SpermParent())
	}
	return append(present(person.EggParent()), present(person.SpermParent())...)
}

func present(id pedigree.ID) []pedigree.ID {
	if id == "" {
		return nil
	}
	return []pedigree.ID{id}
}

// parentOn is the parent on a side, added where nobody is recorded.
func (p *placer) parentOn(id pedigree.ID, side lineage) pedigree.ID {
	if there := p.parentsOn(id, side); len(there) > 0 && p.f.Individual(there[0]) != nil {
		return there[0]
	}
	add := amend.AddMother
	if side == paternal {
		add = amend.AddFather
	}
	parent, err := add(p.f, id, p.ids)
	if err != nil {
		return ""
	}
	return parent
}

// siblingsOf are those who share a parent of any kind.
func (p *placer) siblingsOf(id pedigree.ID) []pedigree.ID {
	var all []pedigree.ID
	mine := p.parentsOf(id)
	if len(mine) == 0 {
		return nil
	}
	for i := range p.f.Individuals {
		other := &p.f.Individuals[i]
		if other.ID == id {
			continue
		}
		if slices.ContainsFunc(parentLinks(other), func(parent pedigree.ID) bool { return slices.Contains(mine, parent) }) {
			all = append(all, other.ID)
		}
	}
	return all
}

func (p *placer) childrenOf(id pedigree.ID) []pedigree.ID {
	var all []pedigree.ID
	for i := range p.f.Individuals {
		child := &p.f.Individuals[i]
		if child.Mother == id || child.Father == id || slices.ContainsFunc(child.OtherParents, func(l pedigree.ParentLink) bool { return l.ID == id }) {
			all = append(all, child.ID)
		}
	}
	return all
}

// full reports two people with the same genetic parents.
func (p *placer) full(a, b pedigree.ID) bool {
	x, y := p.f.Individual(a), p.f.Individual(b)
	return x.EggParent() == y.EggParent() && x.SpermParent() == y.SpermParent()
}

// onSide reports a half-sibling through the mother or the father.
func (p *placer) onSide(a, b pedigree.ID, side lineage) bool {
	x, y := p.f.Individual(a), p.f.Individual(b)
	switch side {
	case maternal:
		return x.EggParent() != "" && x.EggParent() == y.EggParent()
	case paternal:
		return x.SpermParent() != "" && x.SpermParent() == y.SpermParent()
	}
	return true
}

// named are those among some people who have a name: the whole of it, or the given name alone.
func (p *placer) named(among []pedigree.ID, name string) []pedigree.ID {
	people := make([]*pedigree.Individual, len(among))
	for i, id := range among {
		people[i] = p.f.Individual(id)
	}
	return sift(people, name)
}

// anybody is everybody in the family who has a name, but one person.
func (p *placer) anybody(name string, but pedigree.ID) []pedigree.ID {
	var people []*pedigree.Individual
	for i := range p.f.Individuals {
		if person := &p.f.Individuals[i]; person.Name != "" && person.ID != but {
			people = append(people, person)
		}
	}
	return sift(people, name)
}

// sift is those with the whole name, or, where nobody has it, those with the given name.
func sift(people []*pedigree.Individual, name string) []pedigree.ID {
	var whole, given []pedigree.ID
	for _, person := range people {
		switch {
		case strings.EqualFold(person.Name, name):
			whole = append(whole, person.ID)
		case sameName(person, name):
			given = append(given, person.ID)
		}
	}
	if len(whole) > 0 {
		return whole
	}
	return given
}

// sameName reports that what is typed is the name, or the whole given name in front of a family name.
func sameName(person *pedigree.Individual, name string) bool {
	if strings.EqualFold(person.Name, name) {
		return true
	}
	given, _, more := strings.Cut(person.Name, " ")
	return more && strings.EqualFold(given, name)
}

// called is a name for a message, or what somebody is to the subject.
func (p *placer) called(id pedigree.ID) string {
	if person := p.f.Individual(id); person != nil && person.Name != "" {
		return person.Name
	}
	return p.f.Relationship(p.subject, id).Words
}
