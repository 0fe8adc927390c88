package amend

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kindred/pedigree"
)

// counter gives the ids n1, n2, ...
func counter() func() pedigree.ID {
	n := 0
	return func() pedigree.ID { n++; return pedigree.ID(fmt.Sprintf("n%d", n)) }
}

// small is a woman without relations.
func small() *pedigree.Family {
	return &pedigree.Family{Individuals: []pedigree.Individual{{ID: "1", Name: "Anna", Sex: pedigree.Female, Proband: true}}}
}

// outline is a family as "id sex mother+father other:kind", in family order, then unions and twins.
func outline(f *pedigree.Family) string {
	var b strings.Builder
	for _, p := range f.Individuals {
		fmt.Fprintf(&b, "%s %.1s %s+%s", p.ID, p.Sex+"-", p.Mother, p.Father)
		for _, l := range p.OtherParents {
			fmt.Fprintf(&b, " %s:%s", l.ID, l.Kind)
		}
		b.WriteString("; ")
	}
	for _, u := range f.Unions {
		fmt.Fprintf(&b, "%v ", u.Partners)
	}
	for _, t := range f.Twins {
		fmt.Fprintf(&b, "%s %v ", t.Zygosity, t.Members)
	}
	return strings.TrimSpace(b.String())
}

func TestCommandsAddRelativesWhereTheyBelong(t *testing.T) {
	for _, c := range []struct {
		name  string
		build func(f *pedigree.Family, ids func() pedigree.ID)
		want  string
	}{
		{"mother", func(f *pedigree.Family, ids func() pedigree.ID) { AddMother(f, "1", ids) }, "n1 f +; 1 f n1+;"},
		{"father", func(f *pedigree.Family, ids func() pedigree.ID) { AddFather(f, "1", ids) }, "n1 m +; 1 f +n1;"},
		{"parents, twice", func(f *pedigree.Family, ids func() pedigree.ID) {
			AddParents(f, "1", ids)
			AddParents(f, "1", ids)
		}, "n1 f +; n2 m +; 1 f n1+n2;"},
		{
			"a sister makes both parents", func(f *pedigree.Family, ids func() pedigree.ID) { AddSibling(f, "1", pedigree.Female, ids) },
			"n1 f +; n2 m +; 1 f n1+n2; n3 f n1+n2;",
		},
		{"a second sibling comes last", func(f *pedigree.Family, ids func() pedigree.ID) {
			AddSibling(f, "1", pedigree.Female, ids)
			AddSibling(f, "1", pedigree.Male, ids)
		}, "n1 f +; n2 m +; 1 f n1+n2; n3 f n1+n2; n4 m n1+n2;"},
		{"a mother for a sibship with a father only", func(f *pedigree.Family, ids func() pedigree.ID) {
			AddFather(f, "1", ids)
			f.Individuals = append(f.Individuals, pedigree.Individual{ID: "2", Father: "n1"})
			AddMother(f, "1", ids)
		}, "n1 m +; n2 f +; 1 f n2+n1; 2 - n2+n1;"},
		{"a half-sister through the mother", func(f *pedigree.Family, ids func() pedigree.ID) {
			AddParents(f, "1", ids)
			AddHalfSibling(f, "1", "n1", pedigree.Female, ids)
		}, "n1 f +; n3 m +; n2 m +; 1 f n1+n2; n5 f n1+n3; [n1 n3]"},
		{"partner", func(f *pedigree.Family, ids func() pedigree.ID) { AddPartner(f, "1", ids) }, "1 f +; n1 m +; [1 n1]"},
		{
			"a child of nobody's partner makes one", func(f *pedigree.Family, ids func() pedigree.ID) { AddChild(f, "1", pedigree.Male, "", ids) },
			"1 f +; n1 m +; n3 m 1+n1; [1 n1]",
		},
		{"children of the one partner", func(f *pedigree.Family, ids func() pedigree.ID) {
			AddChild(f, "1", pedigree.Male, "", ids)
			AddChild(f, "n1", pedigree.Female, "", ids)
		}, "1 f +; n1 m +; n3 m 1+n1; n4 f 1+n1; [1 n1]"},
		{"a child of two women, the second has the first as step parent", func(f *pedigree.Family, ids func() pedigree.ID) {
			AddPartner(f, "1", ids)
			f.Individual("n1").Sex = pedigree.Female
			AddChild(f, "n1", pedigree.Female, "", ids)
		}, "1 f +; n1 f +; n3 f n1+ 1:step; [1 n1]"},
		{"a second child of two women and a donor has the same parents", func(f *pedigree.Family, ids func() pedigree.ID) {
			AddPartner(f, "1", ids)
			f.Individual("n1").Sex = pedigree.Female
			AddChild(f, "1", pedigree.Female, "", ids)
			child := f.Individual("n3")
			f.Individuals = append(f.Individuals, pedigree.Individual{ID: "d", Sex: pedigree.Male})
			f.Individual("n3").OtherParents = append(child.OtherParents, pedigree.ParentLink{ID: "d", Kind: pedigree.DonorSperm})
			AddChild(f, "n1", pedigree.Male, "1", ids)
		}, "1 f +; n1 f +; n3 f 1+ n1:step d:donor-sperm; n4 m 1+ n1:step d:donor-sperm; d m +; [1 n1]"},
		{"a trans man with a male partner bears the child", func(f *pedigree.Family, ids func() pedigree.ID) {
			f.Individuals[0].Gender = pedigree.Man
			AddChild(f, "1", pedigree.SexUnknown, "", ids)
		}, "1 f +; n1 m +; n3 u 1+n1; [1 n1]"},
		{"of people of unknown sex the asked one is the egg parent", func(f *pedigree.Family, ids func() pedigree.ID) {
			f.Individuals[0].Sex = ""
			AddChild(f, "1", pedigree.Female, "", ids)
		}, "1 - +; n1 u +; n3 f 1+n1; [1 n1]"},
		{"a child's father beside a sperm donor is a step parent", func(f *pedigree.Family, ids func() pedigree.ID) {
			f.Individuals = append(f.Individuals, pedigree.Individual{ID: "d", Sex: pedigree.Male})
			f.Individuals[0].OtherParents = []pedigree.ParentLink{{ID: "d", Kind: pedigree.DonorSperm}}
			AddFather(f, "1", ids)
		}, "n1 m +; 1 f + d:donor-sperm n1:step; d m +;"},
		{"a sibling shares the donor and not the adoption", func(f *pedigree.Family, ids func() pedigree.ID) {
			f.Individuals = append(f.Individuals, pedigree.Individual{ID: "d", Sex: pedigree.Male}, pedigree.Individual{ID: "a"})
			f.Individuals[0].OtherParents = []pedigree.ParentLink{{ID: "d", Kind: pedigree.DonorSperm}, {ID: "a", Kind: pedigree.Adoptive}}
			AddSibling(f, "1", pedigree.Male, ids)
		}, "n1 f +; 1 f n1+ d:donor-sperm a:adoptive; n2 m n1+ d:donor-sperm; d m +; a - +;"},
		{"an identical twin", func(f *pedigree.Family, ids func() pedigree.ID) { AddTwin(f, "1", pedigree.Monozygotic, ids) }, "n1 f +; n2 m +; 1 f n1+n2; n3 f n1+n2; monozygotic [1 n3]"},
		{"triplets stand together though a sibling follows", func(f *pedigree.Family, ids func() pedigree.ID) {
			AddSibling(f, "1", pedigree.Male, ids)
			AddTwin(f, "1", pedigree.Dizygotic, ids)
			AddTwin(f, "1", pedigree.Dizygotic, ids)
		}, "n1 f +; n2 m +; 1 f n1+n2; n6 u n1+n2; n4 u n1+n2; n3 m n1+n2; dizygotic [1 n4 n6]"},
		{"pregnancy", func(f *pedigree.Family, ids func() pedigree.ID) { AddPregnancy(f, "1", pedigree.Ongoing, ids) }, "1 f +; n1 m +; n3 u 1+n1; [1 n1]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := small()
			c.build(f, counter())
			if got := outline(f); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			for _, finding := range f.Validate() {
				if finding.Severity == pedigree.Contradiction {
					t.Error(finding.Message)
				}
			}
		})
	}
}

func TestACommandThatCannotKnowSaysWhatToDo(t *testing.T) {
	ids := counter()
	f := small()
	AddPartner(f, "1", ids)
	AddPartner(f, "1", ids)
	for name, try := range map[string]func() error{
		"of nobody":       func() error { _, err := AddMother(f, "9", ids); return err },
		"sibling of none": func() error { _, err := AddSibling(f, "9", pedigree.Female, ids); return err },
		"two partners":    func() error { _, err := AddChild(f, "1", pedigree.Female, "", ids); return err },
		"own partner":     func() error { _, err := AddChild(f, "1", pedigree.Female, "1", ids); return err },
		"no such partner": func() error { _, err := AddChild(f, "1", pedigree.Female, "9", ids); return err },
		"half of nobody":  func() error { _, err := AddHalfSibling(f, "1", "", pedigree.Female, ids); return err },
		"remove nobody":   func() error { return Remove(f, "9") },
		"pin nobody":      func() error { return SetPin(f, "9", 1) },
		"draw nobody":     func() error { return SetDrawTwice(f, "9", pedigree.Yes) },
		"release nobody":  func() error { return ReleasePin(f, "9") },
		"move nobody":     func() error { return MoveSibling(f, "9", 1) },
	} {
		before := outline(f)
		if err := try(); err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error %v", name, err)
		}
		if outline(f) != before {
			t.Errorf("%s: changed the family", name)
		}
	}
}

func TestRemovingAPersonLeavesTheOthersRelated(t *testing.T) {
	for _, c := range []struct {
		name   string
		build  func(f *pedigree.Family, ids func() pedigree.ID)
		remove pedigree.ID
		want   string
		fails  bool
	}{
		{"an aunt goes", func(f *pedigree.Family, ids func() pedigree.ID) { AddSibling(f, "1", pedigree.Female, ids) }, "n3", "n1 f +; n2 m +; 1 f n1+n2;", false},
		{"a child takes the unknown partner along", func(f *pedigree.Family, ids func() pedigree.ID) {
			AddChild(f, "1", pedigree.Male, "", ids)
			f.Unions = nil
		}, "n3", "1 f +;", false},
		{"children keep their other parent", func(f *pedigree.Family, ids func() pedigree.ID) {
			AddChild(f, "1", pedigree.Male, "", ids)
		}, "n1", "1 f +; n3 m 1+;", false},
		{"an only child's parents stay a couple", func(f *pedigree.Family, ids func() pedigree.ID) {
			AddParents(f, "1", ids)
			f.Individual("n1").Name, f.Individual("n2").Name = "Carol", "Alan"
		}, "1", "n1 f +; n2 m +; [n1 n2]", false},
		{"a named mother who joins becomes unknown", func(f *pedigree.Family, ids func() pedigree.ID) {
			AddMother(f, "1", ids)
			AddMother(f, "n1", ids)
			AddParents(f, "n2", ids)
			f.Individual("n1").Name = "Carol"
		}, "n1", "n3 f +; n4 m +; n2 f n3+n4; n1 f n2+; 1 f n1+;", false},
		{"an unknown mother who joins is not removed", func(f *pedigree.Family, ids func() pedigree.ID) {
			AddMother(f, "1", ids)
			AddMother(f, "n1", ids)
			AddParents(f, "n2", ids)
		}, "n1", "n3 f +; n4 m +; n2 f n3+n4; n1 f n2+; 1 f n1+;", true},
		{"a twin leaves no set of one", func(f *pedigree.Family, ids func() pedigree.ID) { AddTwin(f, "1", pedigree.Dizygotic, ids) }, "n3", "n1 f +; n2 m +; 1 f n1+n2;", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := small()
			c.build(f, counter())
			if err := Remove(f, c.remove); (err != nil) != c.fails {
				t.Fatalf("error %v, want one: %v", err, c.fails)
			}
			if got := outline(f); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if p := f.Individual(c.remove); p != nil && WouldLose(f, c.remove) {
				t.Errorf("something is left of %+v", p)
			}
		})
	}
}

func TestOnlyInformationIsALoss(t *testing.T) {
	f := small()
	ids := counter()
	AddSibling(f, "1", pedigree.Female, ids)
	if err := SetPin(f, "n3", 2); err != nil {
		t.Fatal(err)
	}
	if err := SetDrawTwice(f, "n3", pedigree.No); err != nil {
		t.Fatal(err)
	}
	if WouldLose(f, "n3") {
		t.Error("a place, a sex, a pin and how a loop is drawn are no information")
	}
	for name, set := range map[string]func(p *pedigree.Individual){
		"name": func(p *pedigree.Individual) { p.Name = "Jo" }, "consent": func(p *pedigree.Individual) { p.Consents = []pedigree.Consent{{To: "all"}} },
		"test": func(p *pedigree.Individual) { p.GeneTests = []pedigree.GeneTest{{Gene: "TP53"}} }, "asked": func(p *pedigree.Individual) { p.NoDetails = true },
		"newer key": func(p *pedigree.Individual) { p.Extra = pedigree.Extra{"x": []byte("1")} },
	} {
		g := f.Clone()
		set(g.Individual("n3"))
		if !WouldLose(g, "n3") {
			t.Errorf("a %s would be lost unasked", name)
		}
	}
	f.Patients = []pedigree.Patient{{Individual: "n3"}}
	if !WouldLose(f, "n3") {
		t.Error("a patient record would be lost unasked")
	}
}

func TestSiblingsMoveAmongThemselvesOnly(t *testing.T) {
	f := small()
	ids := counter()
	AddSibling(f, "1", pedigree.Female, ids)
	AddPartner(f, "1", ids)
	AddSibling(f, "1", pedigree.Male, ids)
	order := func() []pedigree.ID { return sibship(f, "1") }
	for _, c := range []struct {
		id     pedigree.ID
		places int
		want   []pedigree.ID
	}{
		{"1", 1, []pedigree.ID{"n3", "1", "n6"}},
		{"1", 5, []pedigree.ID{"n3", "n6", "1"}},
		{"1", 1, []pedigree.ID{"n3", "n6", "1"}},
		{"1", -2, []pedigree.ID{"1", "n3", "n6"}},
		{"n4", 1, []pedigree.ID{"1", "n3", "n6"}},
	} {
		if err := MoveSibling(f, c.id, c.places); err != nil || !slices.Equal(order(), c.want) {
			t.Errorf("%s by %d: %v, want %v (%v)", c.id, c.places, order(), c.want, err)
		}
	}
	if err := ReleasePin(f, "1"); err != nil || f.Individual("1").Pin != nil {
		t.Error("pin not released")
	}
}
