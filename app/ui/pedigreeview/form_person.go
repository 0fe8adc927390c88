package pedigreeview

import (
	"kindred/app/ui/fields"
	"kindred/pedigree"
	"kindred/pedigree/amend"
)

type individual = pedigree.Individual

func buildPerson(s *section) {
	p := s.person()
	text(p, "Name", func(p *individual) *string { return &p.Name })
	text(p, "Family name", func(p *individual) *string { return &p.FamilyName })
	text(p, "Birth name", func(p *individual) *string { return &p.BirthName })
	choice(p, "Sex at birth", fields.Values("not asked", pedigree.Female, pedigree.Male, pedigree.Unassigned, pedigree.SexUnknown),
		func(p *individual) *pedigree.Sex { return &p.Sex })
	choice(p, "Gender", fields.Values("as at birth", pedigree.Woman, pedigree.Man, pedigree.NonBinary),
		func(p *individual) *pedigree.Gender { return &p.Gender })
	text(p, "Karyotype", func(p *individual) *string { return &p.Karyotype })
	toggle(p, "Proband: the first seen in this family", func(p *individual) *bool { return &p.Proband })
	toggle(p, "Consultand: asks for advice", func(p *individual) *bool { return &p.Consultand })
	buildLoop(p)
}

// loopChoices are how somebody in a loop of the family can be drawn.
var loopChoices = []fields.Option[pedigree.Answer]{
	{Value: pedigree.NotAsked, Words: "whichever is clearer"},
	{Value: pedigree.No, Words: "drawn once"},
	{Value: pedigree.Yes, Words: "drawn twice"},
}

// buildLoop is the choice for somebody in a loop, which is there only for them.
func buildLoop(p subject[individual]) {
	f := p.section.form
	field := fields.NewChoice(loopChoices, func(v pedigree.Answer) {
		f.change("how to draw a loop", func(family *pedigree.Family, i *individual) error {
			return amend.SetDrawTwice(family, i.ID, v)
		})
	})
	placed := p.section.place("In a loop", field)
	p.section.show = append(p.section.show, func(family *pedigree.Family) {
		v := f.view
		person := family.Individual(f.person)
		if person == nil || !isDrawnTwice(v.shown.layout, person.ID) && !isInLoop(family, person.ID) {
			placed.Hide()
			return
		}
		drawn := person.DrawTwice
		if drawn == pedigree.DontKnow {
			drawn = pedigree.NotAsked
		}
		field.Set(drawn)
		placed.Show()
	})
}

func buildLife(s *section) {
	p := s.person()
	answer(p, "Deceased", func(p *individual) *pedigree.Answer { return &p.Deceased })
	lifetime(p, "Age", fields.Age, func(p *individual) *pedigree.Fuzzy { return &p.Age })
	day(p, "Age said on", func(p *individual) *pedigree.Date { return &p.AsOf })
	lifetime(p, "Born", fields.Year, func(p *individual) *pedigree.Fuzzy { return &p.Born })
	lifetime(p, "Died", fields.Year, func(p *individual) *pedigree.Fuzzy { return &p.Died })
	text(p, "Cause of death", func(p *individual) *string { return &p.CauseOfDeath })
	answer(p, "Well", func(p *individual) *pedigree.Answer { return &p.Well })
	asked(p, "Any cancer", pedigree.AskedCancer)
	answer(p, "Affected", func(p *individual) *pedigree.Answer { return &p.Affected })
	ticked(p, "Examined, or records seen by us", func(p *individual) *pedigree.Answer { return &p.Evaluated })
	toggle(p, "Not in contact", func(p *individual) *bool { return &p.NotInContact })
	toggle(p, "Asked, no details known", func(p *individual) *bool { return &p.NoDetails })
}

func buildAncestry(s *section) {
	p := s.person()
	answer(p, "Ashkenazi", func(p *individual) *pedigree.Answer { return &p.Ashkenazi })
	lines(p, "Ancestry", 2, func(p *individual) *[]string { return &p.Ancestry })
}

func buildNotes(s *section) {
	lines(s.person(), "Notes", 4, func(p *individual) *[]string { return &p.Notes })
}

var pregnancyKinds = []fields.Option[pedigree.PregnancyKind]{
	{Value: pedigree.Ongoing, Words: "ongoing"},
	{Value: pedigree.Miscarriage, Words: "miscarriage"},
	{Value: pedigree.Termination, Words: "termination"},
	{Value: pedigree.Stillbirth, Words: "stillbirth"},
	{Value: pedigree.Ectopic, Words: "ectopic"},
}

func buildPregnancy(s *section) {
	f := s.form
	if p := f.view.family().Individual(f.person); p == nil || p.Pregnancy == nil {
		s.addButton("This is a pregnancy or a loss", func() {
			f.change("pregnancy", func(_ *pedigree.Family, p *individual) error {
				p.Pregnancy = &pedigree.Pregnancy{Kind: pedigree.Ongoing}
				return nil
			})
		})
		return
	}
	pregnancy := subject[pedigree.Pregnancy]{section: s, find: func(family *pedigree.Family) *pedigree.Pregnancy {
		if p := family.Individual(f.person); p != nil {
			return p.Pregnancy
		}
		return nil
	}}
	choice(pregnancy, "Outcome", pregnancyKinds, func(p *pedigree.Pregnancy) *pedigree.PregnancyKind { return &p.Kind })
	fuzzy(pregnancy, "Weeks", fields.Duration, func(p *pedigree.Pregnancy) *pedigree.Fuzzy { return &p.Weeks })
	fuzzy(pregnancy, "Due", fields.Year, func(p *pedigree.Pregnancy) *pedigree.Fuzzy { return &p.Due })
	s.addButton("Born: a person from now on", func() {
		f.change("pregnancy", func(_ *pedigree.Family, p *individual) error {
			p.Pregnancy = nil
			return nil
		})
	})
}

func buildGroup(s *section) {
	p := s.person()
	field := fields.NewCount(func(n int) { p.set("how many people", func(p *individual) { p.Count = n }) })
	p.shows(func(p *individual) { field.Set(p.Count) })
	p.field("How many", field)
	toggle(p, "Several, number not known", func(p *individual) *bool { return &p.CountUnknown })
}
