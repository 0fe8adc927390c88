package pedigreeview

import (
	"slices"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/pedigree"
)

// unionsOf are the places of a person's unions in the family.
func unionsOf(f *pedigree.Family, id pedigree.ID) (unions []int) {
	for i := range f.Unions {
		if slices.Contains(f.Unions[i].Partners, id) {
			unions = append(unions, i)
		}
	}
	return unions
}

// couplesOf are the partners of each of a person's couples: those recorded as a union first ("" where the
// other is not known), then those that only a child in common makes.
func couplesOf(f *pedigree.Family, id pedigree.ID) []pedigree.ID {
	var partners []pedigree.ID
	for _, i := range unionsOf(f, id) {
		other := pedigree.ID("")
		for _, partner := range f.Unions[i].Partners {
			if partner != id {
				other = partner
			}
		}
		partners = append(partners, other)
	}
	for _, other := range f.PartnersOf(id) {
		if !slices.Contains(partners, other) {
			partners = append(partners, other)
		}
	}
	return partners
}

// degrees are how partners are most often related.
var degrees = []string{
	"first cousins", "first cousins once removed", "second cousins", "double first cousins", "uncle and niece", "aunt and nephew",
	"half siblings", "distantly related",
}

var togetherness = []fields.Option[pedigree.UnionStatus]{
	{Value: "", Words: "not asked"},
	{Value: pedigree.Together, Words: "yes"},
	{Value: pedigree.Separated, Words: "no, separated"},
}

func buildUnions(s *section) {
	p := s.person()
	choice(p, "Children", childlessOptions, func(p *individual) *pedigree.Childless { return &p.Childless })
	text(p, "Cause", func(p *individual) *string { return &p.ChildlessCause })
	family := s.form.view.family()
	for n, other := range couplesOf(family, s.form.person) {
		s.add(theme.NewRule())
		with := "With somebody not recorded"
		if partner := family.Individual(other); partner != nil {
			with = "With " + s.form.view.inspect.title(partner)
		}
		s.add(theme.NewBold(with).Cutting())
		buildUnion(s.union(n, other))
	}
}

// union is the subject of a couple. One that only a child in common makes is recorded with the first
// thing said of it.
func (s *section) union(n int, other pedigree.ID) subject[pedigree.Union] {
	person := s.form.person
	var begin func(f *pedigree.Family) *pedigree.Union
	if other != "" {
		id := s.form.view.p.Session.NewID()
		begin = func(f *pedigree.Family) *pedigree.Union {
			f.Unions = append(f.Unions, pedigree.Union{ID: id, Partners: []pedigree.ID{person, other}})
			return &f.Unions[len(f.Unions)-1]
		}
	}
	return subject[pedigree.Union]{section: s, begin: begin, find: func(f *pedigree.Family) *pedigree.Union {
		if unions := unionsOf(f, person); n < len(unions) {
			return &f.Unions[unions[n]]
		}
		return nil
	}}
}

func buildUnion(u subject[pedigree.Union]) {
	type union = pedigree.Union
	choice(u, "Together", togetherness, func(u *union) *pedigree.UnionStatus { return &u.Status })
	answer(u, "Related", func(u *union) *pedigree.Answer { return &u.Consanguineous })
	suggest(u, "How related", degrees, func(u *union) *string { return &u.Degree })
	choice(u, "Children", childlessOptions, func(u *union) *pedigree.Childless { return &u.Childless })
	text(u, "Cause", func(u *union) *string { return &u.ChildlessCause })
	source(u, "partnership", func(u *union) *pedigree.Provenance { return &u.Source })
}

var childlessOptions = []fields.Option[pedigree.Childless]{
	{Value: "", Words: "not asked, or drawn"},
	{Value: pedigree.NoChildren, Words: "asked, none"},
	{Value: pedigree.ChildlessByChoice, Words: "none, by choice"},
	{Value: pedigree.ChildlessInfertile, Words: "none, infertile"},
}
