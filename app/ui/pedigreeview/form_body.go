package pedigreeview

import (
	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/describe"
)

// organAnswers are whether somebody was born with an organ. Sex assigned at birth answers for most.
var organAnswers = []fields.Option[pedigree.Answer]{
	{Value: pedigree.NotAsked, Words: "as sex at birth"},
	{Value: pedigree.Yes, Words: "born with"},
	{Value: pedigree.No, Words: "never had"},
	{Value: pedigree.DontKnow, Words: "doesn't know"},
}

// buildOrgans edits with which organs somebody was born, and says which are there now.
func buildOrgans(s *section) {
	p := s.person()
	for _, organ := range pedigree.Organs {
		label := describe.Capital(string(organ))
		field := fields.NewChoice(organAnswers, func(v pedigree.Answer) {
			p.set(string(organ), func(p *individual) { p.SetOrgan(organ, v) })
		})
		p.shows(func(p *individual) { field.Set(p.Organs[organ]) })
		p.field(label, field)
	}
	now := theme.NewMessage(contentWidth)
	s.add(now)
	p.shows(func(p *individual) {
		now.Set(theme.InkQuiet, "Now: "+organsWords(p)+". What an operation took out is under Surgery.")
	})
}

// organsWords is "ovaries removed at 45, womb, breasts": the organs ever there, with what became of them.
func organsWords(p *individual) string {
	var words []string
	for _, organ := range pedigree.Organs {
		switch p.EverHad(organ) {
		case pedigree.Yes:
			one := string(organ)
			if s := p.RemovedBy(organ); s != nil {
				one = joinedBy(" ", one, "removed", atAge(s.Age))
			}
			words = append(words, one)
		case pedigree.DontKnow:
			words = append(words, string(organ)+" not known")
		}
	}
	return joined(words...)
}

// askedAnswers are the answers to questions that nothing else in the record answers.
var askedAnswers = []fields.Option[pedigree.Answer]{
	{Value: pedigree.NotAsked, Words: "not asked"},
	{Value: pedigree.No, Words: "asked, none"},
	{Value: pedigree.DontKnow, Words: "doesn't know"},
}

// questions are what is asked of everybody, in the order in which a clinic asks; cancer is asked with
// the life.
var questions = []pedigree.Question{
	pedigree.AskedTests, pedigree.AskedSurgery, pedigree.AskedBrothers, pedigree.AskedSisters, pedigree.AskedSiblings,
	pedigree.AskedPartners, pedigree.AskedChildren, pedigree.AskedLosses, pedigree.AskedAncestry,
}

// buildAsked edits the answers "none" and "doesn't know", which are not the same as not asked.
func buildAsked(s *section) {
	for _, q := range questions {
		label := describe.Capital(string(q))
		if q == pedigree.AskedLosses {
			label = "Losses" // as wide as labels are
		}
		asked(s.person(), label, q)
	}
	s.add(theme.NewSmall("What there is, is recorded itself.").Cutting())
}

// asked is the answer to one question.
func asked(p subject[individual], label string, q pedigree.Question) {
	field := fields.NewChoice(askedAnswers, func(v pedigree.Answer) {
		p.set("whether "+string(q)+" was asked", func(p *individual) { p.SetAsked(q, v) })
	})
	p.shows(func(p *individual) { field.Set(p.Asked[q]) })
	p.field(label, field)
}

// countAsked is how many of the questions have such an answer.
func countAsked(_ *pedigree.Family, p *individual) int {
	n := 0
	for _, q := range questions {
		if p.Asked[q] != pedigree.NotAsked {
			n++
		}
	}
	return n
}
