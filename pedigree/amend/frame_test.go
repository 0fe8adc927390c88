package amend

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
)

func alone() *pedigree.Family {
	return &pedigree.Family{Individuals: []pedigree.Individual{{ID: "self", Name: "Anna", Sex: pedigree.Female, Consultand: true}}}
}

func TestANumberIsReadAsItIsTyped(t *testing.T) {
	for typed, want := range map[string]Number{
		"": {}, "3": {Answer: pedigree.Yes, Count: 3}, "0": {Answer: pedigree.No}, "none": {Answer: pedigree.No},
		"n": {Answer: pedigree.Yes}, "?": {Answer: pedigree.DontKnow}, " 2 ": {Answer: pedigree.Yes, Count: 2},
	} {
		if got, err := ReadNumber(typed); err != nil || got != want {
			t.Errorf("%q is %+v (%v), want %+v", typed, got, err, want)
		}
	}
	for _, typed := range []string{"-1", "31", "three", "2.5"} {
		if got, err := ReadNumber(typed); err == nil {
			t.Errorf("%q was read as %+v", typed, got)
		}
	}
	got, err := ReadNumbers("2 0, n")
	if want := []Number{HowMany(2), HowMany(0), {Answer: pedigree.Yes}}; err != nil || !slices.Equal(got, want) {
		t.Errorf("numbers of children: %+v (%v)", got, err)
	}
}

func TestTheFrameOfTwentyPeopleIsBuiltFromNumbers(t *testing.T) {
	f := alone()
	fr := Frame{
		OwnSiblings:     {Male: HowMany(1), Female: HowMany(2), Children: []Number{HowMany(0), HowMany(2)}},
		OwnChildren:     {Male: HowMany(1), Female: HowMany(1)},
		MothersSiblings: {Male: HowMany(1), Female: HowMany(2), Children: []Number{HowMany(1)}},
		FathersSiblings: {Male: HowMany(0), Female: Number{Answer: pedigree.DontKnow}},
	}
	added, err := BuildFrame(f, "self", fr, counter())
	if err != nil {
		t.Fatal(err)
	}
	// 2 parents, 4 grandparents, 3 siblings, 2 children of a sister and their father, 2 children and
	// their father, 3 of the mother's, 1 cousin and her mother.
	if len(added) != 20 || len(f.Individuals) != 21 {
		t.Fatalf("%d added: %v", len(added), added)
	}
	self := f.Individual("self")
	for id, want := range map[pedigree.ID]map[pedigree.Question]pedigree.Answer{
		self.Father: {pedigree.AskedBrothers: pedigree.No, pedigree.AskedSisters: pedigree.DontKnow},
		self.Mother: nil, "self": nil,
	} {
		if got := f.Individual(id).Asked; !reflect.DeepEqual(got, want) {
			t.Errorf("%s was asked %v, want %v", id, got, want)
		}
	}
	brother := f.Individual(sibship(f, "self")[1])
	if brother.Sex != pedigree.Male || brother.Asked[pedigree.AskedChildren] != pedigree.No {
		t.Errorf("the brother is %+v: his children were asked, none", brother)
	}
	if problems := f.Validate(); len(problems) > 0 {
		t.Errorf("the frame is not sound: %v", problems)
	}
}

func TestAFrameAddsOnlyWhoIsMissing(t *testing.T) {
	f := alone()
	ids := counter()
	for _, sex := range []pedigree.Sex{pedigree.Female, pedigree.Male} {
		if _, err := AddSibling(f, "self", sex, ids); err != nil {
			t.Fatal(err)
		}
	}
	group := f.Individual(sibship(f, "self")[1])
	group.Count = 2 // two sisters in one symbol
	before := len(f.Individuals)
	added, err := BuildFrame(f, "self", Frame{OwnSiblings: {Male: HowMany(0), Female: HowMany(3)}}, ids)
	if err != nil || len(added) != 1 || len(f.Individuals) != before+1 {
		t.Fatalf("added %v (%v), want one sister", added, err)
	}
	if f.Individual("self").Asked != nil {
		t.Error("there is a brother: the answer none is not recorded against him")
	}
}

func TestSomeOfUnknownNumberAreOneSymbol(t *testing.T) {
	f := alone()
	if _, err := BuildFrame(f, "self", Frame{MothersSiblings: {Female: Number{Answer: pedigree.Yes}}}, counter()); err != nil {
		t.Fatal(err)
	}
	var some int
	for i := range f.Individuals {
		if f.Individuals[i].CountUnknown {
			some++
		}
	}
	if some != 1 {
		t.Errorf("%d symbols of unknown number", some)
	}
}

func TestMoreNumbersOfChildrenThanPeopleAreAnError(t *testing.T) {
	if _, err := BuildFrame(alone(), "self", Frame{OwnSiblings: {Male: HowMany(1), Children: []Number{HowMany(1), HowMany(1)}}}, counter()); err == nil {
		t.Error("a second number of children for one brother was taken")
	}
}

func TestBuildingTheSameFrameTwiceAddsNobodyAndRemovingBlanksLeavesTheAncestors(t *testing.T) {
	number := rapid.Custom(func(t *rapid.T) Number {
		return rapid.SampledFrom([]Number{{}, HowMany(0), HowMany(1), HowMany(3), {Answer: pedigree.Yes}, {Answer: pedigree.DontKnow}}).Draw(t, "number")
	})
	rapid.Check(t, func(t *rapid.T) {
		var fr Frame
		for i := range fr {
			fr[i].Male, fr[i].Female = number.Draw(t, "male"), number.Draw(t, "female")
			if fr[i].Male.Count > 0 && rapid.Bool().Draw(t, "children") {
				fr[i].Children = []Number{number.Draw(t, "of the first")}
			}
		}
		f, ids := alone(), counter()
		if _, err := BuildFrame(f, "self", fr, ids); err != nil {
			t.Fatal(err)
		}
		again, err := BuildFrame(f, "self", fr, ids)
		if err != nil || len(again) != 0 {
			t.Fatalf("the same numbers again add %v (%v)", again, err)
		}
		f.Individual(f.Individual("self").Mother).Name = "Mary"
		for i := range f.Individuals {
			f.Individuals[i].Asked = nil
			f.Individuals[i].Source.WrittenBy = "A Counsellor"
		}
		RemoveBlanks(f, "self")
		for i := range f.Individuals {
			p := &f.Individuals[i]
			if len(f.ChildrenOf(p.ID)) == 0 && p.ID != "self" {
				t.Fatalf("%s is blank and still there", p.ID)
			}
		}
		if mother := f.Individual(f.Individual("self").Mother); mother == nil || mother.Name != "Mary" {
			t.Fatal("the mother is gone")
		}
	})
}

func TestABlankThroughWhomOthersAreRelatedStays(t *testing.T) {
	f := alone()
	ids := counter()
	aunt, err := func() (pedigree.ID, error) {
		if _, _, err := AddParents(f, "self", ids); err != nil {
			return "", err
		}
		return AddSibling(f, f.Individual("self").Mother, pedigree.Female, ids)
	}()
	if err != nil {
		t.Fatal(err)
	}
	cousin, err := AddChild(f, aunt, pedigree.Female, "", ids)
	if err != nil {
		t.Fatal(err)
	}
	f.Individual(cousin).Name = "Lucy"
	RemoveBlanks(f, "self")
	if f.Individual(cousin) == nil || f.Individual(aunt) == nil {
		t.Error("a cousin with a name lost her place in the family")
	}
}
