package interview

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/amend"
)

// talk is an invented family of three generations with a half-sister, a loss and a stranger.
func talk() *pedigree.Family {
	p := func(id, mother, father string, sex pedigree.Sex) pedigree.Individual {
		return pedigree.Individual{ID: pedigree.ID(id), Name: id, Mother: pedigree.ID(mother), Father: pedigree.ID(father), Sex: sex}
	}
	return &pedigree.Family{
		Format: pedigree.Format, Version: pedigree.FormatVersion,
		Individuals: []pedigree.Individual{
			{ID: "stranger"},
			p("pgm", "", "", pedigree.Female), p("pgf", "", "", pedigree.Male),
			p("mgm", "ggm", "", pedigree.Female), p("mgf", "", "", pedigree.Male), p("ggm", "", "", pedigree.Female),
			p("greataunt", "ggm", "", pedigree.Female),
			p("uncle", "pgm", "pgf", pedigree.Male), p("father", "pgm", "pgf", pedigree.Male),
			p("mother", "mgm", "mgf", pedigree.Female), p("aunt", "mgm", "mgf", pedigree.Female),
			p("cousin", "aunt", "", pedigree.Female),
			p("step", "", "", pedigree.Male), p("half", "mother", "step", pedigree.Female),
			p("sister", "mother", "father", pedigree.Female), p("niece", "sister", "", pedigree.Female),
			p("patient", "mother", "father", pedigree.Female),
			p("son", "patient", "partner", pedigree.Male),
			{ID: "loss", Mother: "patient", Father: "partner", Pregnancy: &pedigree.Pregnancy{Kind: pedigree.Miscarriage}},
			{ID: "daughter", Name: "daughter", Mother: "patient", Father: "partner", Sex: pedigree.Female, Born: pedigree.ExactYear(2000)},
			p("grandson", "", "son", pedigree.Male),
			p("partner", "", "partner's father", pedigree.Male), p("partner's father", "", "", pedigree.Male),
		},
	}
}

func TestTheTalkGoesFromThePatientOverTheMothersSideToTheFathers(t *testing.T) {
	f := talk()
	f.Individual("son").Born = pedigree.ExactYear(2004)
	want := []Row{
		{"patient", PartPatient},
		{"partner", PartOwn},
		{"daughter", PartOwn},
		{"son", PartOwn},
		{"loss", PartOwn},
		{"grandson", PartOwn},
		{"sister", PartSiblings},
		{"niece", PartSiblings},
		{"half", PartSiblings},
		{"mother", PartMother},
		{"step", PartMother},
		{"aunt", PartMother},
		{"cousin", PartMother},
		{"mgm", PartMother},
		{"mgf", PartMother},
		{"greataunt", PartMother},
		{"ggm", PartMother},
		{"father", PartFather},
		{"uncle", PartFather},
		{"pgm", PartFather},
		{"pgf", PartFather},
		{"partner's father", PartOthers},
		{"stranger", PartOthers},
	}
	got := Order(f, "patient")
	if !slices.Equal(got, want) {
		t.Errorf("the order of the talk is\n%v\nwant\n%v", got, want)
	}
}

func TestTwinsWithoutRecordedParentsAreBrothersAndSisters(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "other"}, {ID: "twin"}, {ID: "self"}}}
	f.Twins = []pedigree.TwinSet{{Zygosity: pedigree.Monozygotic, Members: []pedigree.ID{"self", "twin"}}}
	want := []Row{{"self", PartPatient}, {"twin", PartSiblings}, {"other", PartOthers}}
	if got := Order(f, "self"); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestWithoutASubjectTheFamilyOrderStands(t *testing.T) {
	f := talk()
	for i, row := range Order(f, "nobody") {
		if row != (Row{f.Individuals[i].ID, PartOthers}) {
			t.Fatalf("row %d is %v", i, row)
		}
	}
}

// grown is a family that grew by random edits from one person, with loops between cousins.
func grown(t *rapid.T) *pedigree.Family {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "0", Sex: pedigree.Female, Consultand: true}}}
	n := 0
	ids := func() pedigree.ID { n++; return pedigree.ID(fmt.Sprint(n)) }
	sexes := []pedigree.Sex{pedigree.Female, pedigree.Male, pedigree.SexUnknown}
	for range rapid.IntRange(0, 25).Draw(t, "edits") {
		who := f.Individuals[rapid.IntRange(0, len(f.Individuals)-1).Draw(t, "who")].ID
		sex := rapid.SampledFrom(sexes).Draw(t, "sex")
		var err error
		switch rapid.IntRange(0, 6).Draw(t, "edit") {
		case 0:
			_, _, err = amend.AddParents(f, who, ids)
		case 1:
			_, err = amend.AddSibling(f, who, sex, ids)
		case 2:
			partners := f.PartnersOf(who)
			if len(partners) == 0 {
				partners = append(partners, "")
			}
			_, err = amend.AddChild(f, who, sex, partners[0], ids)
		case 3:
			_, err = amend.AddPartner(f, who, ids)
		case 4:
			_, err = amend.AddTwin(f, who, pedigree.Dizygotic, ids)
		case 5:
			other := f.Individuals[rapid.IntRange(0, len(f.Individuals)-1).Draw(t, "other")].ID
			f.Unions = append(f.Unions, pedigree.Union{ID: ids(), Partners: []pedigree.ID{who, other}})
		case 6:
			f.Individual(who).Born = pedigree.ExactYear(rapid.IntRange(1900, 2020).Draw(t, "born"))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return f
}

func TestEverybodyIsInTheTalkExactlyOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := grown(t)
		seen := map[pedigree.ID]int{}
		rows := Order(f, f.Individuals[rapid.IntRange(0, len(f.Individuals)-1).Draw(t, "subject")].ID)
		for _, row := range rows {
			seen[row.ID]++
		}
		for i := range f.Individuals {
			if id := f.Individuals[i].ID; seen[id] != 1 {
				t.Fatalf("%s is in the talk %d times: %v", id, seen[id], rows)
			}
		}
		if len(rows) != len(f.Individuals) {
			t.Fatalf("%d rows for %d people", len(rows), len(f.Individuals))
		}
	})
}

func TestTheOrderDoesNotDependOnTheIds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := grown(t)
		renamed := rename(f, func(id pedigree.ID) pedigree.ID { return "z" + id + "x" })
		before, after := Order(f, "0"), Order(renamed, "z0x")
		for i := range before {
			if after[i] != (Row{"z" + before[i].ID + "x", before[i].Part}) {
				t.Fatalf("row %d was %v and is %v", i, before[i], after[i])
			}
		}
	})
}

// rename gives everybody another id.
func rename(f *pedigree.Family, to func(pedigree.ID) pedigree.ID) *pedigree.Family {
	f = f.Clone()
	set := func(id *pedigree.ID) {
		if *id != "" {
			*id = to(*id)
		}
	}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		set(&p.ID)
		set(&p.Mother)
		set(&p.Father)
		for j := range p.OtherParents {
			set(&p.OtherParents[j].ID)
		}
	}
	for i := range f.Unions {
		for j := range f.Unions[i].Partners {
			set(&f.Unions[i].Partners[j])
		}
	}
	for i := range f.Twins {
		for j := range f.Twins[i].Members {
			set(&f.Twins[i].Members[j])
		}
	}
	return f
}

func TestARowSaysWhatItIsToThePatient(t *testing.T) {
	f := talk()
	f.Individual("aunt").Count = 3
	f.Individual("uncle").CountUnknown = true
	f.Individual("cousin").Count = 2
	f.Individual("half").Count = 2
	f.Individual("niece").Sex, f.Individual("niece").Count = "", 4
	for id, want := range map[pedigree.ID]string{
		"patient": "patient", "aunt": "3 maternal aunts", "uncle": "paternal uncles, number not known", "cousin": "2 maternal first cousins",
		"half": "2 half-sisters (maternal)", "niece": "4 nieces or nephews", "step": "mother's partner", "loss": "child, miscarriage", "gone": "",
	} {
		if got := Relation(f, "patient", id); got != want {
			t.Errorf("%s is %q, want %q", id, got, want)
		}
	}
}
