package entry

import (
	"strconv"

	"kindred/pedigree"
	"kindred/pedigree/amend"
)

// place finds the person whom an entry is about, or adds them with whoever is missing in between.
func (p *placer) place(s *said, base pedigree.ID, out *outcome) (err error) {
	r := s.relation
	switch r.kind {
	case self:
		out.person = base
	case parent:
		out.person, err = p.parent(base, r)
	case parents:
		out.person = base
		_, _, err = amend.AddParents(p.f, base, p.ids)
	case grandparent:
		if r.side == unsaid || r.side == unknownSide {
			return p.setApart(s, base, out)
		}
		out.person, err = p.parent(p.parentOn(base, r.side), relation{kind: parent, sex: r.sex})
	case sibling:
		return p.relative(s, base, out, func() (pedigree.ID, error) { return amend.AddSibling(p.f, base, sexOf(r), p.ids) })
	case twin:
		return p.twin(s, base, out)
	case triplets:
		return p.triplets(s, base, out)
	case aunt:
		if r.side == unsaid || r.side == unknownSide {
			return p.setApart(s, base, out)
		}
		return p.relative(s, base, out, func() (pedigree.ID, error) {
			return amend.AddSibling(p.f, p.parentOn(base, r.side), sexOf(r), p.ids)
		})
	case greatAunt, greatGrandparent:
		return p.setApart(s, base, out)
	case halfSibling:
		if r.side == unsaid || r.side == unknownSide {
			return p.setApart(s, base, out)
		}
		return p.relative(s, base, out, func() (pedigree.ID, error) { return p.halfSibling(s, base) })
	case stepSibling:
		return p.relative(s, base, out, func() (pedigree.ID, error) { return p.stepSibling(s, base) })
	case child:
		return p.relative(s, base, out, func() (pedigree.ID, error) { return p.child(s, base, out) })
	case pregnancy:
		out.isNew = true
		out.person, err = p.child(s, base, out)
		if err == nil {
			p.f.Individual(out.person).Pregnancy = &pedigree.Pregnancy{Kind: r.pregnancy}
		}
	case stepChild:
		return p.relative(s, base, out, func() (pedigree.ID, error) { return p.stepChild(base, sexOf(r)) })
	case partner, formerPartner:
		out.person, err = p.partner(s, base)
	case cousin:
		if r.side == unsaid || r.side == unknownSide {
			return p.setApart(s, base, out)
		}
		return p.relative(s, base, out, func() (pedigree.ID, error) {
			return p.childThrough(s, out, p.parentOn(base, r.side), relation{kind: sibling})
		})
	case niece:
		return p.relative(s, base, out, func() (pedigree.ID, error) { return p.childThrough(s, out, base, relation{kind: sibling}) })
	case grandchild:
		return p.relative(s, base, out, func() (pedigree.ID, error) { return p.childThrough(s, out, base, relation{kind: child}) })
	}
	return err
}

// sexOf is the sex of a new person: unknown where the head leaves it open.
func sexOf(r relation) pedigree.Sex {
	if r.sex == "" {
		return pedigree.SexUnknown
	}
	return r.sex
}

// relative is whoever has the name among such relatives, else one of an unnamed group of them, else
// somebody new.
func (p *placer) relative(s *said, base pedigree.ID, out *outcome, add func() (pedigree.ID, error)) (err error) {
	if s.name != "" && !s.relation.group() {
		there := p.existing(base, s.relation)
		if found := p.named(there, s.name); len(found) > 0 {
			out.person = found[0]
			p.placeUnder(s, base, out)
			return nil
		}
		for _, id := range there {
			group := p.f.Individual(id)
			if group.Name != "" || group.Count < 1 && !group.CountUnknown || s.under != nil {
				continue
			}
			out.oneOf, out.isNew = group.Count, true
			out.person, err = amend.TakeFromGroup(p.f, id, p.ids)
			return err
		}
	}
	out.isNew = true
	if out.person, err = add(); err != nil || s.name == "" || !s.relation.sided() {
		return err
	}
	open := s.relation
	open.side = unsaid
	if found := p.named(p.apart(base, open), s.name); len(found) == 1 {
		out.isNew = false
		err = amend.PutInPlace(p.f, found[0], out.person, p.apartNote(base, open))
		out.person = found[0]
	}
	return err
}

// rejoin takes "< Paul" for a child who is in the family with one parent only.
func (p *placer) rejoin(s *said, out *outcome) {
	person := p.f.Individual(out.person)
	missing, of, add := &person.Father, person.Mother, male
	if person.Mother == "" {
		missing, of, add = &person.Mother, person.Father, female
	}
	if *missing != "" || of == "" {
		return
	}
	other, err := p.otherParent(s, of)
	if err != nil {
		return
	}
	person = p.f.Individual(out.person) // a partner who was added has moved everybody
	if missing = &person.Father; add == female {
		missing = &person.Mother
	}
	*missing = other
	if p.f.AncestryCycle() != nil {
		*missing = ""
		p.warn(s.under.Span, "%s cannot be a parent here: they would be their own ancestor.", s.under.name)
	}
}

// parent is the mother or father of somebody, by blood or as the head says.
func (p *placer) parent(base pedigree.ID, r relation) (pedigree.ID, error) {
	if r.link != "" {
		return amend.AddLinkedParent(p.f, base, r.link, r.sex, p.ids)
	}
	child := p.f.Individual(base)
	if child != nil && child.Adopted == pedigree.AdoptedIn && child.EggParent() == "" && child.SpermParent() == "" && !r.birth {
		// Whoever is called the mother of somebody adopted is the one who raised them.
		return amend.AddLinkedParent(p.f, base, pedigree.Adoptive, r.sex, p.ids)
	}
	if r.sex == male {
		return amend.AddFather(p.f, base, p.ids)
	}
	return amend.AddMother(p.f, base, p.ids)
}

// twin joins a sibling of that name, or adds one.
func (p *placer) twin(s *said, base pedigree.ID, out *outcome) (err error) {
	zygosity := s.relation.zygosity
	if zygosity == "" {
		zygosity = pedigree.UnknownZygosity
		p.ask(s.head, "Identical?",
			Choice{"identical", p.with(s.head, p.line[s.head.From:s.head.To]+" mz")},
			Choice{"not identical", p.with(s.head, p.line[s.head.From:s.head.To]+" dz")},
			Choice{"not known", p.with(s.head, p.line[s.head.From:s.head.To]+" ?")})
	}
	if s.name != "" {
		for _, id := range p.named(p.existing(base, s.relation), s.name) {
			if p.full(base, id) && len(p.parentsOf(base)) > 0 {
				out.person = id
				return amend.JoinTwins(p.f, base, id, zygosity, p.ids)
			}
		}
	}
	out.isNew = true
	out.person, err = amend.AddTwin(p.f, base, zygosity, p.ids)
	return err
}

// triplets adds the two others, of whom the first has the name that is typed.
func (p *placer) triplets(s *said, base pedigree.ID, out *outcome) error {
	out.person = base
	missing := 2
	if s.name != "" {
		one := *s
		one.relation = relation{kind: twin, zygosity: pedigree.UnknownZygosity}
		if err := p.twin(&one, base, out); err != nil {
			return err
		}
		missing--
	}
	for range missing {
		if _, err := amend.AddTwin(p.f, base, pedigree.UnknownZygosity, p.ids); err != nil {
			return err
		}
	}
	return nil
}

// setApart adds a relative whose side is not known, or finds the one who has the name, and asks.
func (p *placer) setApart(s *said, base pedigree.ID, out *outcome) error {
	r := s.relation
	p.askSide(s, base)
	out.apart = p.apartNote(base, r)
	if there := p.existing(base, r); s.name != "" {
		if found := p.named(there, s.name); len(found) == 1 {
			out.person, out.apart = found[0], ""
			return nil
		}
	} else if r.kind == grandparent && len(p.apart(base, r)) == 1 {
		out.person = p.apart(base, r)[0]
		return nil
	}
	out.isNew = true
	out.person = amend.AddApart(p.f, out.apart, sexOf(r), p.ids)
	return nil
}

// askSide asks on which side of base somebody is, unless that was said to be unknown. "Mother's side" alone
// is the patient's: of dad's cousin the question is whether through his mother or his father.
func (p *placer) askSide(s *said, base pedigree.ID) {
	r, whose := s.relation, ""
	if patient, b := p.f.Subject(), p.f.Individual(base); b != nil && patient != nil && patient.ID != base {
		whose = pick(b.Sex, "her ", "his ", "their ")
	}
	if r.side == unknownSide {
		return
	}
	typed := p.line[s.head.From:s.head.To]
	switch r.kind {
	case greatAunt, greatGrandparent:
		noun := map[pedigree.Sex]string{female: "s", male: "b", "": "sib"}[r.sex]
		if r.kind == greatGrandparent {
			noun = map[pedigree.Sex]string{female: "m", male: "f"}[r.sex]
		}
		if r.count > 1 {
			noun = strconv.Itoa(r.count) + noun
		}
		var choices []Choice
		for _, through := range []struct {
			head string
			side lineage
		}{{"mgm", maternal}, {"mgf", maternal}, {"pgm", paternal}, {"pgf", paternal}} {
			if r.side == unsaid || r.side == through.side {
				choices = append(choices, Choice{letterWords[through.head] + "'s " + nouns[noun].noun(), p.with(s.head, through.head+"'s "+noun)})
			}
		}
		p.ask(s.head, "Through whom?", choices...)
	default:
		p.ask(s.head, "Which side?",
			Choice{whose + "mother's side", p.with(s.head, "mat "+typed)}, Choice{whose + "father's side", p.with(s.head, "pat "+typed)},
			Choice{"not known", p.with(s.head, typed+" ? side")})
	}
}
