package entry

import (
	"strings"

	"kindred/pedigree"
)

// walk goes along the chain of an entry from the subject, adding whoever is missing on the way. False
// where a name is nobody's or several people's: the entry then has no place.
func (p *placer) walk(s *said) (pedigree.ID, bool) {
	at := p.subject
	for i, l := range s.chain {
		next, ok := p.step(s, l, at, i == 0)
		if !ok {
			return "", false
		}
		at = next
	}
	return at, true
}

func (p *placer) step(s *said, l link, from pedigree.ID, anywhere bool) (pedigree.ID, bool) {
	var found []pedigree.ID
	switch {
	case l.relation.kind != noKind:
		found = p.existing(from, l.relation)
		if l.name != "" {
			found = p.named(found, l.name)
		}
	case anywhere:
		found = p.anybody(l.name, "")
	default:
		found = p.named(p.nearOf(from), l.name)
	}
	switch {
	case len(found) == 1:
		return found[0], true
	case len(found) > 1:
		var choices []Choice
		for _, id := range found {
			if head := p.headFor(id); head != "" {
				choices = append(choices, Choice{p.inFull(id), p.with(l.Span, head+"'s")})
			}
		}
		p.ask(l.Span, "Which "+l.words()+"?", choices...)
		p.warn(l.Span, "There are several, and nothing says which: kept as a note.")
		return "", false
	case l.relation.kind == noKind:
		p.warn(l.Span, "Nobody in the family is called %s: enter them first. Kept as a note.", l.name)
		return "", false
	}
	step := &said{Span: l.Span, head: l.Span, relation: l.relation, name: l.name}
	var out outcome
	before := len(p.f.Individuals)
	asked := len(p.asks)
	if err := p.place(step, from, &out); err != nil || p.f.Individual(out.person) == nil {
		return "", false
	}
	p.asks = p.asks[:asked]
	if l.name != "" {
		person := p.f.Individual(out.person)
		if len(p.f.Individuals) > before {
			person.Source = p.told
		}
		person.Name = l.name
	}
	p.setSex(p.f.Individual(out.person), l.relation.sex)
	return out.person, true
}

// nearOf are the relatives that a name after "X's" can mean: parents, brothers and sisters, children,
// partners.
func (p *placer) nearOf(id pedigree.ID) []pedigree.ID {
	var all []pedigree.ID
	for _, some := range [][]pedigree.ID{p.parentsOf(id), p.siblingsOf(id), p.childrenOf(id), p.f.PartnersOf(id)} {
		all = append(all, some...)
	}
	return all
}

// offerNamed adds to the question whom a line without a head is about whoever it begins with by name.
func (p *placer) offerNamed(s *said) {
	n := nameAt(s.words)
	if n == 0 || len(p.asks) == 0 {
		return
	}
	at := Span{s.words[0].From, s.words[n-1].To}
	ask := &p.asks[len(p.asks)-1]
	for _, id := range p.anybody(nameOf(s.words[:n]), "") {
		if head := p.headFor(id); head != "" {
			ask.Choices = append([]Choice{{p.inFull(id), p.with(at, head)}}, ask.Choices...)
		}
	}
}

// inFull is a name with the relation to the subject, for a choice.
func (p *placer) inFull(id pedigree.ID) string {
	words := p.f.Relationship(p.subject, id).Words
	if person := p.f.Individual(id); person.Name != "" {
		return person.Name + ", " + words
	}
	return words
}

// headFor is a head that leads to somebody near, with the name; "" where there is no short one.
func (p *placer) headFor(id pedigree.ID) string {
	person := p.f.Individual(id)
	r := p.f.Relationship(p.subject, id)
	head := heads[r.Words]
	if head == "" || person.Name == "" {
		return head
	}
	name := person.Name
	if strings.Contains(name, " ") {
		name = `"` + name + `"`
	}
	return head + " " + name
}

// heads are the heads for relations as the rest of the program says them.
var heads = map[string]string{
	"mother": "m", "father": "f", "sister": "s", "brother": "b", "sibling": "sib", "daughter": "dau", "son": "son", "child": "child",
	"partner": "partner", "former partner": "ex",
	"maternal grandmother": "mgm", "maternal grandfather": "mgf", "paternal grandmother": "pgm", "paternal grandfather": "pgf",
	"maternal aunt": "mat aunt", "paternal aunt": "pat aunt", "maternal uncle": "mat uncle", "paternal uncle": "pat uncle",
	"maternal first cousin": "mat cousin", "paternal first cousin": "pat cousin",
	"maternal half-aunt": "mat aunt", "paternal half-aunt": "pat aunt", "half-sister (maternal)": "mat half s",
	"half-sister (paternal)": "pat half s", "half-brother (maternal)": "mat half b", "half-brother (paternal)": "pat half b",
	"niece": "niece", "nephew": "nephew", "granddaughter": "granddaughter", "grandson": "grandson",
}
