package entry

import (
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/amend"
)

// child adds a child of base with the partner typed after "<", or the one there is. With several
// partners it asks, and until that is answered the child has one known parent.
func (p *placer) child(s *said, base pedigree.ID, out *outcome) (pedigree.ID, error) {
	sex := sexOf(s.relation)
	partners := p.f.PartnersOf(base)
	switch {
	case s.under != nil && s.under.name == "":
		out.through = "other parent not known"
		return amend.AddChildOfOne(p.f, base, sex, p.ids)
	case s.under != nil:
		partner, err := p.otherParent(s, base)
		if err != nil {
			return "", err
		}
		out.through = "child of " + p.called(partner)
		return amend.AddChild(p.f, base, sex, partner, p.ids)
	case len(partners) > 1:
		var choices []Choice
		for _, id := range partners {
			if name := p.f.Individual(id).Name; name != "" {
				choices = append(choices, Choice{name, p.line[:s.To] + " < " + name + p.line[s.To:]})
			}
		}
		choices = append(choices, Choice{"not known", p.line[:s.To] + " < ?" + p.line[s.To:]})
		p.ask(s.head, "Whose child?", choices...)
		return amend.AddChildOfOne(p.f, base, sex, p.ids)
	}
	id, err := amend.AddChild(p.f, base, sex, "", p.ids)
	if err != nil { // step-parents of other children count as partners there: nothing says which
		return amend.AddChildOfOne(p.f, base, sex, p.ids)
	}
	return id, nil
}

// otherParent is the partner of base whom "< Paul" names: one of the partners, else the one partner
// without a name, else whoever in the family has the name, else somebody new.
func (p *placer) otherParent(s *said, base pedigree.ID) (pedigree.ID, error) {
	name := s.under.name
	partners := p.f.PartnersOf(base)
	if found := p.named(partners, name); len(found) > 0 {
		return found[0], nil
	}
	if len(partners) == 1 {
		if only := p.f.Individual(partners[0]); !only.Known() && only.Name == "" {
			only.Name, only.Source = name, p.told
			return only.ID, nil
		}
	}
	if found := p.anybody(name, base); len(found) == 1 {
		return found[0], nil
	}
	id, err := amend.AddPartner(p.f, base, p.ids)
	if err != nil {
		return "", err
	}
	partner := p.f.Individual(id)
	partner.Name, partner.Source = name, p.told
	p.union(base, id).Source = p.told
	return id, nil
}

// union is the recorded union of a couple, added where there is none.
func (p *placer) union(a, b pedigree.ID) *pedigree.Union {
	for i := range p.f.Unions {
		if u := &p.f.Unions[i]; slices.Contains(u.Partners, a) && slices.Contains(u.Partners, b) {
			return u
		}
	}
	p.f.Unions = append(p.f.Unions, pedigree.Union{ID: p.ids(), Partners: []pedigree.ID{a, b}})
	return &p.f.Unions[len(p.f.Unions)-1]
}

// partner is the partner of that name, or the one who is there without a name, else a new one. A former
// partner is one of a couple that has ended.
func (p *placer) partner(s *said, base pedigree.ID) (pedigree.ID, error) {
	r := s.relation
	id := p.partnerThere(s, base)
	if id == "" {
		added, err := amend.AddPartner(p.f, base, p.ids)
		if err != nil {
			return "", err
		}
		id = added
	}
	u := p.union(base, id)
	if u.Source.IsZero() {
		u.Source = p.told
	}
	if r.kind == formerPartner {
		u.Status = pedigree.Separated
	}
	return id, nil
}

func (p *placer) partnerThere(s *said, base pedigree.ID) pedigree.ID {
	r := s.relation
	partners := p.f.PartnersOf(base)
	if s.name != "" {
		if found := p.named(partners, s.name); len(found) > 0 {
			return found[0]
		}
	}
	if len(partners) != 1 || r.kind == formerPartner {
		return ""
	}
	only := p.f.Individual(partners[0])
	if only.Known() || !fits(only, r.sex) {
		return ""
	}
	return only.ID
}

// halfSibling adds a child of the shared parent with somebody else: whoever is typed after "<", or
// somebody unknown.
func (p *placer) halfSibling(s *said, base pedigree.ID) (pedigree.ID, error) {
	shared := p.parentOn(base, s.relation.side)
	if s.under != nil && s.under.name != "" {
		partner, err := p.otherParentBut(s, shared, base)
		if err != nil {
			return "", err
		}
		return amend.AddChild(p.f, shared, sexOf(s.relation), partner, p.ids)
	}
	return amend.AddHalfSibling(p.f, base, shared, sexOf(s.relation), p.ids)
}

// otherParentBut is a partner of shared by name who is not the other parent of base.
func (p *placer) otherParentBut(s *said, shared, base pedigree.ID) (pedigree.ID, error) {
	others := slices.DeleteFunc(p.f.PartnersOf(shared), func(id pedigree.ID) bool { return slices.Contains(p.parentsOf(base), id) })
	if found := p.named(others, s.under.name); len(found) > 0 {
		return found[0], nil
	}
	id, err := amend.AddPartner(p.f, shared, p.ids)
	if err != nil {
		return "", err
	}
	partner := p.f.Individual(id)
	partner.Name, partner.Source = s.under.name, p.told
	return id, nil
}

// stepSibling adds somebody without common blood, for whom a parent of base is a step-parent. Without
// a side it is asked whose step-child that is, and until then both parents are recorded as step-parents.
func (p *placer) stepSibling(s *said, base pedigree.ID) (pedigree.ID, error) {
	var of []pedigree.ID
	for _, side := range []lineage{maternal, paternal} {
		if s.relation.side == side || s.relation.side == unsaid {
			of = append(of, p.parentOn(base, side))
		}
	}
	return amend.AddLinkedChild(p.f, pedigree.Step, sexOf(s.relation), p.ids, of...)
}

// stepChild adds a child of the one partner, or of somebody unknown, for whom base is a step-parent.
func (p *placer) stepChild(base pedigree.ID, sex pedigree.Sex) (pedigree.ID, error) {
	partners := p.f.PartnersOf(base)
	if len(partners) != 1 {
		return amend.AddLinkedChild(p.f, pedigree.Step, sex, p.ids, base)
	}
	id, err := amend.AddChildOfOne(p.f, partners[0], sex, p.ids)
	if err != nil {
		return "", err
	}
	added := p.f.Individual(id)
	added.OtherParents = append(added.OtherParents, pedigree.ParentLink{ID: base, Kind: pedigree.Step})
	return id, nil
}

// childThrough adds a cousin, niece or grandchild: a child of a relative of of. That relative is the
// one typed after "<"; without it, the only one there is no choice about is nobody: a brother or sister
// may have been left out so far, so it is asked, and until then an unknown one is drawn.
func (p *placer) childThrough(s *said, out *outcome, of pedigree.ID, through relation) (pedigree.ID, error) {
	there := slices.DeleteFunc(p.existing(of, through), func(id pedigree.ID) bool { return p.f.Individual(id).IsGroup() })
	var parent pedigree.ID
	var err error
	switch {
	case s.under != nil && s.under.name != "":
		if found := p.named(there, s.under.name); len(found) > 0 {
			parent = found[0]
			break
		}
		step := &said{Span: s.under.Span, head: s.under.Span, relation: through, name: s.under.name}
		var between outcome
		if err = p.relative(step, of, &between, func() (pedigree.ID, error) { return p.between(of, through) }); err != nil {
			return "", err
		}
		parent = between.person
		added := p.f.Individual(parent)
		added.Name, added.Source = s.under.name, p.told
	case s.under == nil && len(there) > 0:
		var choices []Choice
		for _, id := range there {
			if name := p.f.Individual(id).Name; name != "" {
				choices = append(choices, Choice{name, p.line[:s.To] + " < " + name + p.line[s.To:]})
			}
		}
		if len(choices) > 0 {
			choices = append(choices, Choice{"not known", p.line[:s.To] + " < ?" + p.line[s.To:]})
		}
		p.ask(s.head, "Whose child?", choices...)
		fallthrough
	default:
		if parent, err = p.between(of, through); err != nil {
			return "", err
		}
	}
	if name := p.f.Individual(parent).Name; name != "" {
		out.through = "child of " + name
	} else {
		out.through = "through somebody not known"
	}
	if len(p.f.PartnersOf(parent)) > 1 {
		return amend.AddChildOfOne(p.f, parent, sexOf(s.relation), p.ids)
	}
	return amend.AddChild(p.f, parent, sexOf(s.relation), "", p.ids)
}

// between adds the unknown relative that a cousin, niece or grandchild descends from.
func (p *placer) between(of pedigree.ID, through relation) (pedigree.ID, error) {
	if through.kind == child {
		return amend.AddChildOfOne(p.f, of, pedigree.SexUnknown, p.ids)
	}
	return amend.AddSibling(p.f, of, pedigree.SexUnknown, p.ids)
}
