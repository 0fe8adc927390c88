package pedigreeview

import (
	"slices"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/pedigree"
)

var linkKinds = []fields.Option[pedigree.LinkKind]{
	{Value: pedigree.Adoptive, Words: "adoptive"},
	{Value: pedigree.Foster, Words: "foster"},
	{Value: pedigree.Step, Words: "step"},
	{Value: pedigree.Gestational, Words: "carried the pregnancy"},
	{Value: pedigree.DonorEgg, Words: "egg donor"},
	{Value: pedigree.DonorSperm, Words: "sperm donor"},
}

func buildParents(s *section) {
	p := s.person()
	people := s.form.people("not known")
	choice(p, "Egg parent", people, func(p *individual) *pedigree.ID { return &p.Mother })
	choice(p, "Sperm parent", people, func(p *individual) *pedigree.ID { return &p.Father })
	choice(p, "Adopted", fields.Values("no, or not asked", pedigree.AdoptedIn, pedigree.AdoptedOut),
		func(p *individual) *pedigree.Adoption { return &p.Adopted })
	list := func(p *individual) *[]pedigree.ParentLink { return &p.OtherParents }
	for n := range len(s.form.view.family().Individual(s.form.person).OtherParents) {
		link := listed(s, n, func(p *individual) []pedigree.ParentLink { return p.OtherParents })
		choice(link, "Parent", people[1:], func(l *pedigree.ParentLink) *pedigree.ID { return &l.ID })
		choice(link, "Kind", linkKinds, func(l *pedigree.ParentLink) *pedigree.LinkKind { return &l.Kind })
		removal(s, "this parent", n, list)
	}
	if len(people) > 1 {
		appended(s, "+ Another parent", "another parent", list, func(pedigree.ID) pedigree.ParentLink {
			return pedigree.ParentLink{ID: people[1].Value, Kind: pedigree.Adoptive}
		})
	}
}

// twinSetsOf are the places of a person's twin sets in the family.
func twinSetsOf(f *pedigree.Family, id pedigree.ID) (sets []int) {
	for i := range f.Twins {
		if slices.Contains(f.Twins[i].Members, id) {
			sets = append(sets, i)
		}
	}
	return sets
}

// unionsOf are the places of a person's unions in the family.
func unionsOf(f *pedigree.Family, id pedigree.ID) (unions []int) {
	for i := range f.Unions {
		if slices.Contains(f.Unions[i].Partners, id) {
			unions = append(unions, i)
		}
	}
	return unions
}

var zygosities = []fields.Option[pedigree.Zygosity]{
	{Value: pedigree.Monozygotic, Words: "identical"},
	{Value: pedigree.Dizygotic, Words: "not identical"},
	{Value: pedigree.UnknownZygosity, Words: "not known"},
}

func buildTwins(s *section) {
	person := s.form.person
	family := s.form.view.family()
	for n, i := range twinSetsOf(family, person) {
		set := subject[pedigree.TwinSet]{s, func(f *pedigree.Family) *pedigree.TwinSet {
			if sets := twinSetsOf(f, person); n < len(sets) {
				return &f.Twins[sets[n]]
			}
			return nil
		}}
		for _, member := range family.Twins[i].Members {
			if p := family.Individual(member); p != nil && member != person {
				s.add(theme.NewText("Twin of " + s.form.view.inspect.title(p)).Cutting())
			}
		}
		choice(set, "Zygosity", zygosities, func(t *pedigree.TwinSet) *pedigree.Zygosity { return &t.Zygosity })
		source(set, "twins", func(t *pedigree.TwinSet) *pedigree.Provenance { return &t.Source })
		s.addButton("Not twins", func() {
			s.form.change("twins", func(f *pedigree.Family, _ *individual) error {
				sets := twinSetsOf(f, person)
				if n >= len(sets) {
					return errGone
				}
				f.Twins = slices.Delete(f.Twins, sets[n], sets[n]+1)
				return nil
			})
		})
	}
	if len(twinSetsOf(family, person)) == 0 {
		s.add(theme.NewQuiet("T on the pedigree adds a twin."))
	}
}

func buildUnions(s *section) {
	type union = pedigree.Union
	person := s.form.person
	p := s.person()
	choice(p, "Children", childlessOptions, func(p *individual) *pedigree.Childless { return &p.Childless })
	text(p, "Cause", func(p *individual) *string { return &p.ChildlessCause })
	family := s.form.view.family()
	for n, i := range unionsOf(family, person) {
		u := subject[union]{s, func(f *pedigree.Family) *union {
			if unions := unionsOf(f, person); n < len(unions) {
				return &f.Unions[unions[n]]
			}
			return nil
		}}
		s.add(theme.NewRule())
		with := "With somebody not recorded"
		for _, partner := range family.Unions[i].Partners {
			if other := family.Individual(partner); other != nil && partner != person {
				with = "With " + s.form.view.inspect.title(other)
			}
		}
		s.add(theme.NewBold(with).Cutting())
		answer(u, "Related", func(u *union) *pedigree.Answer { return &u.Consanguineous })
		text(u, "How related", func(u *union) *string { return &u.Degree })
		choice(u, "Together", fields.Values("not asked", pedigree.Together, pedigree.Separated),
			func(u *union) *pedigree.UnionStatus { return &u.Status })
		choice(u, "Children", childlessOptions, func(u *union) *pedigree.Childless { return &u.Childless })
		text(u, "Cause", func(u *union) *string { return &u.ChildlessCause })
		source(u, "partnership", func(u *union) *pedigree.Provenance { return &u.Source })
	}
}

var childlessOptions = []fields.Option[pedigree.Childless]{
	{Value: "", Words: "not asked, or drawn"},
	{Value: pedigree.NoChildren, Words: "asked, none"},
	{Value: pedigree.ChildlessByChoice, Words: "none, by choice"},
	{Value: pedigree.ChildlessInfertile, Words: "none, infertile"},
}
