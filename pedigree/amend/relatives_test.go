package amend

import (
	"testing"

	"kindred/pedigree"
)

func TestRelativesByOtherLinksThanBlood(t *testing.T) {
	for _, c := range []struct {
		name  string
		build func(f *pedigree.Family, ids func() pedigree.ID) error
		want  string
	}{
		{"a child of one known parent", func(f *pedigree.Family, ids func() pedigree.ID) error {
			_, err := AddChildOfOne(f, "1", pedigree.Male, ids)
			return err
		}, "1 f +; n1 m 1+;"},
		{"adoptive parents stay the ones there are", func(f *pedigree.Family, ids func() pedigree.ID) error {
			for range 2 {
				if _, err := AddLinkedParent(f, "1", pedigree.Adoptive, pedigree.Female, ids); err != nil {
					return err
				}
			}
			return nil
		}, "n1 f +; 1 f + n1:adoptive;"},
		{"a step-child", func(f *pedigree.Family, ids func() pedigree.ID) error {
			_, err := AddLinkedChild(f, pedigree.Step, pedigree.Male, ids, "1")
			return err
		}, "1 f +; n1 m + 1:step;"},
		{"whoever is adopted has the parents by adoption", func(f *pedigree.Family, ids func() pedigree.ID) error {
			AddParents(f, "1", ids)
			return SetRaisedBy(f, "1", pedigree.Adoptive)
		}, "n1 f +; n2 m +; 1 f + n1:adoptive n2:adoptive;"},
		{"twins share the donor", func(f *pedigree.Family, ids func() pedigree.ID) error {
			AddTwin(f, "1", pedigree.Dizygotic, ids)
			_, err := AddDonor(f, "1", pedigree.DonorEgg, ids)
			return err
		}, "n1 f +; n2 m +; n5 f +; 1 f +n2 n1:gestational n5:donor-egg; n3 u +n2 n1:gestational n5:donor-egg; dizygotic [1 n3]"},
		{"a donor is added once", func(f *pedigree.Family, ids func() pedigree.ID) error {
			AddDonor(f, "1", pedigree.DonorSperm, ids)
			_, err := AddDonor(f, "1", pedigree.DonorSperm, ids)
			return err
		}, "n1 m +; 1 f + n1:donor-sperm;"},
		{"who was apart takes the place", func(f *pedigree.Family, ids func() pedigree.ID) error {
			apart := AddApart(f, "aunt, side not known", pedigree.Female, ids)
			AddMother(f, "1", ids)
			place, _ := AddSibling(f, "n2", pedigree.Female, ids)
			return PutInPlace(f, apart, place, "aunt, side not known")
		}, "n3 f +; n4 m +; n2 f n3+n4; n1 f n3+n4; 1 f n2+;"},
		{"siblings become twins", func(f *pedigree.Family, ids func() pedigree.ID) error {
			sister, _ := AddSibling(f, "1", pedigree.Female, ids)
			if err := JoinTwins(f, "1", sister, pedigree.UnknownZygosity, ids); err != nil {
				return err
			}
			return JoinTwins(f, "1", sister, pedigree.Monozygotic, ids)
		}, "n1 f +; n2 m +; 1 f n1+n2; n3 f n1+n2; monozygotic [1 n3]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := small()
			if err := c.build(f, counter()); err != nil {
				t.Fatal(err)
			}
			if got := outline(f); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			for i := range f.Individuals {
				if len(f.Individuals[i].Notes) > 0 {
					t.Errorf("a note is left: %v", f.Individuals[i].Notes)
				}
			}
		})
	}
}

func TestAGroupGivesUpItsMembersOneByOne(t *testing.T) {
	f := small()
	ids := counter()
	group, _ := AddSibling(f, "1", pedigree.Female, ids)
	if err := SetCount(f, group, 3); err != nil {
		t.Fatal(err)
	}
	f.Individual(group).Well = pedigree.Yes
	var taken []pedigree.ID
	for range 3 {
		id, err := TakeFromGroup(f, group, ids)
		if err != nil {
			t.Fatal(err)
		}
		taken = append(taken, id)
	}
	if len(f.Individuals) != 6 || taken[2] != group {
		t.Errorf("%s, taken %v", outline(f), taken)
	}
	for _, id := range taken {
		if p := f.Individual(id); p.IsGroup() || p.Count != 0 || p.Well != pedigree.Yes || p.Mother != "n1" {
			t.Errorf("%+v", p)
		}
	}
	if _, err := TakeFromGroup(f, group, ids); err == nil {
		t.Error("a fourth of three was taken")
	}
	if err := SetCount(f, group, 0); err != nil || !f.Individual(group).IsGroup() {
		t.Error("a group of an unknown number")
	}
	if id, err := TakeFromGroup(f, group, ids); err != nil || id == group || !f.Individual(group).IsGroup() {
		t.Errorf("a group of an unknown number ends: %v, %v", id, err)
	}
}

func TestAgesPlaceSiblingsAndNothingElseDoes(t *testing.T) {
	age := func(p *pedigree.Individual, words string) { p.Age = pedigree.ParseFuzzy(words) }
	for _, c := range []struct {
		name      string
		set       func(anna, new *pedigree.Individual)
		goesFirst bool
	}{
		{"older", func(a, n *pedigree.Individual) { age(a, "41"); age(n, "54") }, true},
		{"younger", func(a, n *pedigree.Individual) { age(a, "41"); age(n, "30") }, false},
		{"perhaps older", func(a, n *pedigree.Individual) { age(a, "41"); age(n, "40s") }, false},
		{"certainly older by decades", func(a, n *pedigree.Individual) { age(a, "41"); age(n, "early 70s") }, true},
		{"the other is not known", func(a, n *pedigree.Individual) { age(n, "54") }, false},
		{"dead, which says no birth", func(a, n *pedigree.Individual) { age(a, "41"); age(n, "54"); n.Deceased = pedigree.Yes }, false},
		{"by year of birth", func(a, n *pedigree.Individual) {
			a.Born, n.Born = pedigree.ExactYear(1985), pedigree.ParseFuzzy("1970s")
		}, true},
		{"an age of 999 decides nothing", func(a, n *pedigree.Individual) { age(a, "41"); age(n, "999") }, false},
	} {
		f := small()
		id, _ := AddSibling(f, "1", pedigree.Female, counter())
		c.set(f.Individual("1"), f.Individual(id))
		if err := PlaceByAge(f, id); err != nil {
			t.Fatal(err)
		}
		if got := position(f, id) < position(f, "1"); got != c.goesFirst {
			t.Errorf("%s: first %v, want %v", c.name, got, c.goesFirst)
		}
	}
}

func TestPlacingThoseWhoAreNotThereChangesNothing(t *testing.T) {
	ids := counter()
	for name, try := range map[string]func(f *pedigree.Family) error{
		"count":        func(f *pedigree.Family) error { return SetCount(f, "9", 2) },
		"group":        func(f *pedigree.Family) error { _, err := TakeFromGroup(f, "9", ids); return err },
		"no group":     func(f *pedigree.Family) error { _, err := TakeFromGroup(f, "1", ids); return err },
		"child of one": func(f *pedigree.Family) error { _, err := AddChildOfOne(f, "9", "", ids); return err },
		"linked parent": func(f *pedigree.Family) error {
			_, err := AddLinkedParent(f, "9", pedigree.Foster, "", ids)
			return err
		},
		"linked child": func(f *pedigree.Family) error { _, err := AddLinkedChild(f, pedigree.Foster, "", ids, "9"); return err },
		"raised":       func(f *pedigree.Family) error { return SetRaisedBy(f, "9", pedigree.Foster) },
		"donor":        func(f *pedigree.Family) error { _, err := AddDonor(f, "9", pedigree.DonorEgg, ids); return err },
		"place":        func(f *pedigree.Family) error { return PutInPlace(f, "1", "9", "") },
		"apart":        func(f *pedigree.Family) error { return PutInPlace(f, "9", "1", "") },
		"age":          func(f *pedigree.Family) error { return PlaceByAge(f, "9") },
		"own twin":     func(f *pedigree.Family) error { return JoinTwins(f, "1", "1", pedigree.Dizygotic, ids) },
		"no twin":      func(f *pedigree.Family) error { return JoinTwins(f, "9", "1", pedigree.Dizygotic, ids) },
	} {
		f := small()
		before := outline(f)
		if err := try(f); err == nil || outline(f) != before {
			t.Errorf("%s: error %v, %s", name, err, outline(f))
		}
	}
}
