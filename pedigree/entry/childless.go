package entry

import "kindred/pedigree"

// checkChildless takes back "no children" of somebody who has children in the family, and keeps it as a note:
// one of the two is not so, and nothing here says which.
func (p *placer) checkChildless(s *said, was pedigree.Individual, asked pedigree.Answer, person *pedigree.Individual) {
	changed := person.Childless != was.Childless || person.Asked[pedigree.AskedChildren] != asked
	if !changed || person.Childless == "" || len(p.bornTo(person.ID)) == 0 {
		return
	}
	words := childlessWords[person.Childless]
	person.Childless, person.ChildlessCause = was.Childless, was.ChildlessCause
	person.SetAsked(pedigree.AskedChildren, asked)
	person.Notes = append(person.Notes, words)
	p.warn(s.Span, "There are children in the family already: %q is kept as a note.", words)
}

var childlessWords = map[pedigree.Childless]string{
	pedigree.NoChildren: "no children", pedigree.ChildlessByChoice: "no children by choice", pedigree.ChildlessInfertile: "infertile",
}

// endChildless takes back "no children" of the parents of a child who is entered, which they then have.
func (p *placer) endChildless(s *said, id pedigree.ID) {
	of := p.f.Individual(id)
	for _, parent := range append(present(of.EggParent()), present(of.SpermParent())...) {
		person := p.f.Individual(parent)
		if person == nil || person.Asked[pedigree.AskedChildren] != pedigree.No && person.Childless == "" {
			continue
		}
		p.warn(s.head, "%s was recorded without children: that is taken back.", sentenceCase(p.called(parent)))
		if person.Childless == pedigree.ChildlessInfertile {
			person.Notes = append(person.Notes, childlessWords[person.Childless]) // may be so all the same
		}
		person.Childless, person.ChildlessCause = "", ""
		person.SetAsked(pedigree.AskedChildren, pedigree.NotAsked)
	}
}

// endNone takes back "none" to a question about relatives of whom one is entered now.
func (p *placer) endNone(s *said, base pedigree.ID) {
	question := questionOf(s.relation)
	if question == "" || s.relation.kind == child {
		return
	}
	for _, id := range p.askedOf(base, s.relation) {
		if person := p.f.Individual(id); person != nil && person.Asked[question] == pedigree.No {
			person.SetAsked(question, pedigree.NotAsked)
			p.warn(s.head, "None were recorded before: that is taken back.")
		}
	}
}

// bornTo are the genetic children of somebody, pregnancies and losses excluded.
func (p *placer) bornTo(id pedigree.ID) []pedigree.ID {
	var all []pedigree.ID
	for i := range p.f.Individuals {
		if c := &p.f.Individuals[i]; c.Pregnancy == nil && (c.EggParent() == id || c.SpermParent() == id) {
			all = append(all, c.ID)
		}
	}
	return all
}
