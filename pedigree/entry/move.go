package entry

import (
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/amend"
)

// placeUnder places somebody who is in the family already beneath the parent typed after "<": a child who has one
// parent, a cousin, niece or grandchild who descends from somebody not known. Whose parents are known
// stays where they are: what was typed is pointed at and becomes a note.
func (p *placer) placeUnder(s *said, base pedigree.ID, out *outcome) {
	if s.under == nil || s.under.name == "" {
		return
	}
	switch s.relation.kind {
	case child:
		p.rejoin(s, out)
	case cousin:
		p.moveUnder(s, p.parentOn(base, s.relation.side), relation{kind: sibling}, out)
	case niece:
		p.moveUnder(s, base, relation{kind: sibling}, out)
	case grandchild:
		p.moveUnder(s, base, relation{kind: child}, out)
	default:
		return
	}
	if person := p.f.Individual(out.person); len(p.named(p.parentsOf(person.ID), s.under.name)) == 0 {
		person.Notes = append(person.Notes, p.line[s.under.From:s.under.To])
		p.warn(s.under.Span, "%s has other parents here: kept as a note.", p.called(person.ID))
	}
}

// moveUnder gives somebody who descends from an unknown relative of of the named one. Where nobody has the
// name yet, the unknown one gets it.
func (p *placer) moveUnder(s *said, of pedigree.ID, through relation, out *outcome) {
	there := p.existing(of, through)
	blank := pedigree.ID("")
	for _, id := range p.parentsOf(out.person) {
		if slices.Contains(there, id) && !p.f.Individual(id).Known() {
			blank = id
		}
	}
	if blank == "" {
		return
	}
	if len(p.named(there, s.under.name)) == 0 {
		parent := p.f.Individual(blank)
		parent.Name, parent.Source = s.under.name, p.told
		return
	}
	twin := slices.ContainsFunc(p.f.Twins, func(t pedigree.TwinSet) bool { return slices.Contains(t.Members, out.person) })
	if twin || len(p.childrenOf(blank)) > 1 {
		return // brothers and sisters would be parted
	}
	before := p.parentsOf(out.person)
	place, err := p.childThrough(s, out, of, through)
	if err != nil || amend.PutInPlace(p.f, out.person, place, "") != nil {
		return
	}
	for _, id := range before {
		if person := p.f.Individual(id); person != nil && !person.Known() && len(p.childrenOf(id)) == 0 {
			_ = amend.Remove(p.f, id) // one who cannot go stays, unknown
		}
	}
}
