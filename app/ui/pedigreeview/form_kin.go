package pedigreeview

import (
	"slices"

	"fyne.io/fyne/v2"

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
	toggle(p, "Nothing known of parents' families", func(p *individual) *bool { return &p.HistoryUnknown })
	list := func(p *individual) *[]pedigree.ParentLink { return &p.OtherParents }
	for n := range len(s.form.view.family().Individual(s.form.person).OtherParents) {
		link := listed(s, n, func(p *individual) []pedigree.ParentLink { return p.OtherParents })
		choice(link, "Parent", people[1:], func(l *pedigree.ParentLink) *pedigree.ID { return &l.ID })
		choice(link, "Kind", linkKinds, func(l *pedigree.ParentLink) *pedigree.LinkKind { return &l.Kind })
		removal(s, "this parent", n, list)
	}
	if len(people) > 1 {
		addPair(s, "Add parent", "Parent", people[1:], "Kind", linkKinds, func(from []fyne.Focusable, id pedigree.ID, kind pedigree.LinkKind) {
			addItem(s, "another parent", from, list, func(pedigree.ID) pedigree.ParentLink {
				return pedigree.ParentLink{ID: id, Kind: kind}
			})
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

var zygosities = []fields.Option[pedigree.Zygosity]{
	{Value: pedigree.Monozygotic, Words: "identical"},
	{Value: pedigree.Dizygotic, Words: "not identical"},
	{Value: pedigree.UnknownZygosity, Words: "not known"},
}

func buildTwins(s *section) {
	person := s.form.person
	family := s.form.view.family()
	for n, i := range twinSetsOf(family, person) {
		set := subject[pedigree.TwinSet]{section: s, find: func(f *pedigree.Family) *pedigree.TwinSet {
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
	siblings := s.form.people("")[1:]
	siblings = slices.DeleteFunc(siblings, func(o fields.Option[pedigree.ID]) bool { return !mayBeTwins(family, person, o.Value) })
	if len(siblings) > 0 {
		addPair(s, "Add twin", "Twin", siblings, "Zygosity", zygosities, func(_ []fyne.Focusable, twin pedigree.ID, z pedigree.Zygosity) {
			s.joinTwins(twin, z)
		})
	}
	s.add(theme.NewQuiet("T on the pedigree adds a new twin."))
}

// mayBeTwins reports full siblings who are not in a twin set together.
func mayBeTwins(f *pedigree.Family, a, b pedigree.ID) bool {
	p, q := f.Individual(a), f.Individual(b)
	if p == nil || q == nil || p.Mother+p.Father == "" || p.Mother != q.Mother || p.Father != q.Father {
		return false
	}
	return !slices.ContainsFunc(f.Twins, func(t pedigree.TwinSet) bool {
		return slices.Contains(t.Members, a) && slices.Contains(t.Members, b)
	})
}

// joinTwins makes a sibling the person's twin: one more of a set of the same zygosity, or a set of two.
func (s *section) joinTwins(twin pedigree.ID, z pedigree.Zygosity) {
	id := s.form.view.p.Session.NewID()
	kept := s.form.change("twin", func(f *pedigree.Family, p *individual) error {
		for _, i := range twinSetsOf(f, p.ID) {
			if set := &f.Twins[i]; set.Zygosity == z {
				set.Members = append(slices.Clip(set.Members), twin)
				return nil
			}
		}
		f.Twins = append(f.Twins, pedigree.TwinSet{ID: id, Zygosity: z, Members: []pedigree.ID{p.ID, twin}})
		return nil
	})
	if kept {
		s.form.focus(s.head)
	}
}
