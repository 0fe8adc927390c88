package entry

import (
	"fmt"

	"kindred/pedigree"
	"kindred/pedigree/amend"
	"kindred/pedigree/entry/facts"
)

// placer enters what was said into a family.
type placer struct {
	line    string
	f       *pedigree.Family
	subject pedigree.ID
	told    pedigree.Provenance
	ids     func() pedigree.ID
	asks    []Ask
	trouble []Trouble
}

// outcome is what one entry came to.
type outcome struct {
	said    *said
	person  pedigree.ID
	isNew   bool
	apart   string // what somebody without a place is to the family; "" for everybody else
	oneOf   int    // how many there were in the group that the person is taken from
	was     string // the name that the entry replaces
	through string // in words, whose child a cousin or a child is
	reading facts.Reading
	notes   []string
}

// ask asks where there are answers to choose from.
func (p *placer) ask(at Span, words string, choices ...Choice) {
	if len(choices) > 0 {
		p.asks = append(p.asks, Ask{Span: at, Words: words, Choices: choices})
	}
}

func (p *placer) warn(at Span, format string, args ...any) {
	p.trouble = append(p.trouble, Trouble{at, fmt.Sprintf(format, args...)})
}

// with is the line with other words in the place of a part of it.
func (p *placer) with(at Span, words string) string { return p.line[:at.From] + words + p.line[at.To:] }

// enter carries out one entry.
func (p *placer) enter(s *said) (outcome, error) {
	out := outcome{said: s, person: p.subject}
	if p.f.Individual(p.subject) == nil {
		return out, fmt.Errorf("person %q is not in the family any more", p.subject)
	}
	for _, a := range s.asks {
		choices := make([]Choice, len(a.Choices))
		for i, c := range a.Choices {
			choices[i] = Choice{c.Words, p.with(a.Span, c.Line)}
		}
		p.asks = append(p.asks, Ask{a.Span, a.Words, choices})
	}
	p.trouble = append(p.trouble, s.trouble...)
	if s.unread != "" {
		p.offerNamed(s)
		p.warn(s.head, "%s Kept as a note.", sentenceCase(s.unread))
		return p.keep(out), nil
	}
	base, ok := p.walk(s)
	if !ok {
		return p.keep(out), nil
	}
	if s.answer != pedigree.NotAsked {
		if !p.answer(s, base) {
			return p.keep(out), nil
		}
		out.person = base
		return out, nil
	}
	before := len(p.f.Individuals)
	if err := p.place(s, base, &out); err != nil {
		return out, err
	}
	out.isNew = out.isNew || len(p.f.Individuals) > before && s.relation.kind != self && s.relation.kind != triplets
	if out.isNew && out.apart == "" {
		p.endNone(s, base)
	}
	return out, p.fill(&out)
}

// keep writes a whole entry into the notes of the subject.
func (p *placer) keep(out outcome) outcome {
	note := p.line[out.said.From:out.said.To]
	person := p.f.Individual(p.subject)
	person.Notes = append(person.Notes, note)
	out.notes = append(out.notes, note)
	return out
}

// answer records "none" or "doesn't know" to a question about relatives. False where nothing asks for
// them, or where such relatives are in the family.
func (p *placer) answer(s *said, base pedigree.ID) bool {
	r := s.relation
	question := questionOf(r)
	if question == "" {
		p.warn(s.head, "There is no question about these relatives: kept as a note.")
		return false
	}
	if there := p.existing(base, r); len(there) > 0 && s.answer == pedigree.No {
		p.warn(s.head, "There is one in the family already, %s: kept as a note.", p.called(there[0]))
		return false
	}
	for _, id := range p.askedOf(base, r) {
		person := p.f.Individual(id)
		person.SetAsked(question, s.answer)
		if question == pedigree.AskedChildren && s.answer == pedigree.No && person.Childless == "" {
			person.Childless = pedigree.NoChildren
		}
	}
	return true
}

// askedOf is whose question one about relatives of base is: aunts are the sisters of a parent.
func (p *placer) askedOf(base pedigree.ID, r relation) []pedigree.ID {
	switch {
	case r.kind == aunt && (r.side == maternal || r.side == paternal):
		return []pedigree.ID{p.parentOn(base, r.side)}
	case r.kind == aunt:
		return []pedigree.ID{p.parentOn(base, maternal), p.parentOn(base, paternal)}
	}
	return []pedigree.ID{base}
}

func questionOf(r relation) pedigree.Question {
	switch r.kind {
	case sibling, aunt:
		switch r.sex {
		case female:
			return pedigree.AskedSisters
		case male:
			return pedigree.AskedBrothers
		}
		return pedigree.AskedSiblings
	case child:
		return pedigree.AskedChildren
	case partner:
		return pedigree.AskedPartners
	case pregnancy:
		return pedigree.AskedLosses
	}
	return ""
}

// fill writes the name, the number and the facts of the person who was found or added.
func (p *placer) fill(out *outcome) error {
	s := out.said
	for _, t := range s.ties {
		if s.relation.kind == triplets { // whoever is meant, the three have the same parents
			person := p.f.Individual(out.person)
			person.Notes = append(person.Notes, "triplets: "+t.words)
			p.warn(t.Span, "Nothing says of which of the three: kept as a note.")
			continue
		}
		if err := p.tie(out.person, t); err != nil {
			return err
		}
	}
	person := p.f.Individual(out.person)
	if out.isNew {
		person.Source = p.told
	}
	p.setSex(person, s.relation.sex)
	if s.name != "" && person.Name != s.name && !(person.Name != "" && sameName(person, s.name)) {
		out.was = person.Name
		person.Name = s.name
		p.source(person, "name")
	}
	if s.relation.group() && s.name == "" && out.isNew && s.relation.kind != parents && s.relation.kind != triplets {
		if err := amend.SetCount(p.f, out.person, s.relation.count); err != nil {
			return err
		}
	}
	text := p.factText(s)
	people := []pedigree.ID{out.person}
	if s.relation.kind == parents {
		people = []pedigree.ID{person.Mother, person.Father}
		if text == "" {
			return nil
		}
	}
	for _, id := range people {
		if person = p.f.Individual(id); person == nil {
			continue
		}
		out.reading = facts.Parse(text, facts.WhoIs(person))
		was := *person
		asked := person.Asked[pedigree.AskedChildren]
		out.reading.Apply(person, p.told, p.ids)
		p.checkChildless(s, was, asked, person)
		if person.IsGroup() && len(person.Diagnoses) > len(was.Diagnoses) {
			p.warn(s.head, "An illness of several people at once counts in no risk: enter each who had it on a line.")
		}
	}
	p.adopt(out.reading)
	if s.relation.kind == child {
		p.endChildless(s, out.person)
	}
	if out.isNew {
		switch s.relation.kind {
		case sibling, child, aunt, cousin, niece, grandchild:
			return amend.PlaceByAge(p.f, out.person)
		}
	}
	return nil
}

// source notes who told a field of somebody who was there before.
func (p *placer) source(person *pedigree.Individual, key string) {
	if p.told.IsZero() || person.Source == p.told {
		return
	}
	if person.Sources == nil {
		person.Sources = map[string]pedigree.Provenance{}
	}
	person.Sources[key] = p.told
}

// setSex takes the sex of the head where none is recorded, or where nothing hangs on the one recorded.
func (p *placer) setSex(person *pedigree.Individual, sex pedigree.Sex) {
	if sex == "" || person.Sex == sex {
		return
	}
	known := person.Sex == female || person.Sex == male
	if known && len(p.f.ChildrenOf(person.ID)) > 0 {
		return
	}
	person.Sex = sex
}

// factText is the line with everything but the facts of one entry blanked, so that places in it are
// places in the line; "" where there are none.
func (p *placer) factText(s *said) string {
	text := []byte(p.line)
	blank := func(from, to int) {
		for i := from; i < to; i++ {
			text[i] = ' '
		}
	}
	blank(0, s.From)
	blank(s.To, len(text))
	for _, u := range s.used {
		if !(u.To-u.From == 1 && (text[u.From] == ',' || text[u.From] == ';')) {
			blank(u.From, u.To)
		}
	}
	for _, b := range text {
		if b != ' ' && b != ',' && b != ';' {
			return string(text)
		}
	}
	return ""
}

// adopt takes over what the facts ask and point at, as lines and places of the whole line.
func (p *placer) adopt(r facts.Reading) {
	for _, t := range r.Trouble {
		p.trouble = append(p.trouble, Trouble{Span(t.Span), t.Words})
	}
	for _, a := range r.Asks {
		at := Span(a.Span)
		var choices []Choice
		for _, c := range a.Choices {
			choices = append(choices, Choice{c.Words, p.with(at, c.Text)})
		}
		p.ask(at, a.Words, choices...)
	}
}

// tie changes the links of a person.
func (p *placer) tie(id pedigree.ID, t tie) error {
	switch t.kind {
	case pedigree.Adoptive, pedigree.Foster:
		return amend.SetRaisedBy(p.f, id, t.kind)
	}
	_, err := amend.AddDonor(p.f, id, t.kind, p.ids)
	return err
}
