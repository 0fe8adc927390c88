package pedigree

import (
	"testing"

	"pgregory.net/rapid"
)

// kinFamily has a name for its id everywhere, so that the tables below read as sentences.
func kinFamily() *Family {
	person := func(id ID, sex Sex, mother, father ID) Individual {
		return Individual{ID: id, Name: string(id), Sex: sex, Mother: mother, Father: father}
	}
	f := &Family{Individuals: []Individual{
		person("greatgran", Female, "", ""),
		person("gran", Female, "greatgran", ""),
		person("grandad", Male, "", ""),
		person("gran's sister", Female, "greatgran", ""),
		person("gran's second man", Male, "", ""),
		person("nan", Female, "", ""),
		person("pop", Male, "", ""),
		person("mum", Female, "gran", "grandad"),
		person("aunt", Female, "gran", "grandad"),
		person("aunt's man", Male, "", ""),
		person("half-aunt", Female, "gran", "gran's second man"),
		person("dad", Male, "nan", "pop"),
		person("dad's twin", Male, "nan", "pop"),
		person("uncle of unknown sex", "", "nan", "pop"),
		person("self", Female, "mum", "dad"),
		person("brother", Male, "mum", "dad"),
		person("brother's wife", Female, "", ""),
		person("sib", SexUnknown, "mum", "dad"),
		person("mum's later man", Male, "", ""),
		person("half-brother", Male, "mum", "mum's later man"),
		person("cousin", Female, "aunt", "aunt's man"),
		person("half-cousin", Male, "half-aunt", ""),
		person("gran's niece", Female, "gran's sister", ""),
		person("cousin's child", Male, "cousin", ""),
		person("second cousin", Female, "gran's niece", ""),
		person("nephew", Male, "brother's wife", "brother"),
		person("great-niece", Female, "", "nephew"),
		person("partner", Male, "", ""),
		person("son", Male, "self", "partner"),
		person("grandchild", "", "", "son"),
		person("adopter", Female, "", ""),
		person("adopter's mother", Female, "", ""),
		person("adopter's daughter", Female, "adopter", ""),
		person("stranger", Male, "", ""),
	}}
	f.Individuals[f.Index()["adopter"]].Mother = "adopter's mother"
	f.Individuals[f.Index()["self"]].OtherParents = []ParentLink{{ID: "adopter", Kind: Adoptive}, {ID: "mum's later man", Kind: Step}}
	f.Unions = []Union{{Partners: []ID{"self", "partner"}}, {Partners: []ID{"aunt", "aunt's man"}, Status: Separated}}
	f.Twins = []TwinSet{{Zygosity: Monozygotic, Members: []ID{"dad", "dad's twin"}}}
	return f
}

func TestRelationshipSaysWhatOnePersonIsToAnother(t *testing.T) {
	f := kinFamily()
	for _, c := range []struct {
		of, to ID
		words  string
		side   Lineage
		degree int
	}{
		{"self", "self", "self", OwnLine, 0},
		{"self", "mum", "mother", Maternal, 1},
		{"self", "dad", "father", Paternal, 1},
		{"self", "brother", "brother", BothSides, 1},
		{"self", "sib", "sibling", BothSides, 1},
		{"self", "half-brother", "half-brother (maternal)", Maternal, 2},
		{"self", "gran", "maternal grandmother", Maternal, 2},
		{"self", "pop", "paternal grandfather", Paternal, 2},
		{"self", "greatgran", "maternal great-grandmother", Maternal, 3},
		{"self", "aunt", "maternal aunt", Maternal, 2},
		{"self", "half-aunt", "maternal half-aunt", Maternal, 3},
		{"self", "dad's twin", "paternal uncle", Paternal, 2},
		{"dad", "dad's twin", "identical twin", BothSides, 1},
		{"self", "uncle of unknown sex", "paternal aunt or uncle", Paternal, 2},
		{"self", "gran's sister", "maternal great-aunt", Maternal, 3},
		{"self", "cousin", "maternal first cousin", Maternal, 3},
		{"self", "half-cousin", "maternal half first cousin", Maternal, 4},
		{"self", "cousin's child", "maternal first cousin once removed", Maternal, 4},
		{"cousin's child", "self", "maternal first cousin once removed", Maternal, 4},
		{"self", "gran's niece", "maternal first cousin once removed", Maternal, 4},
		{"self", "second cousin", "maternal second cousin", Maternal, 5},
		{"self", "nephew", "nephew", BothSides, 2},
		{"half-brother", "nephew", "half-nephew", Maternal, 3},
		{"self", "great-niece", "great-niece", BothSides, 3},
		{"great-niece", "self", "paternal great-aunt", Paternal, 3},
		{"self", "son", "son", OwnLine, 1},
		{"self", "grandchild", "grandchild", OwnLine, 2},
		{"grandchild", "self", "paternal grandmother", Paternal, 2},
		{"grandchild", "gran", "paternal great-great-grandmother", Paternal, 4},
		{"self", "partner", "partner", NoSide, 0},
		{"aunt", "aunt's man", "former partner", NoSide, 0},
		{"self", "aunt's man", "maternal aunt's partner", NoSide, 0},
		{"self", "brother's wife", "brother's partner", NoSide, 0},
		{"partner", "mum", "partner's mother", NoSide, 0},
		{"self", "adopter", "adoptive mother", NoSide, 0},
		{"adopter", "self", "adoptive daughter", NoSide, 0},
		{"self", "adopter's daughter", "adoptive sister", NoSide, 0},
		{"adopter's daughter", "self", "adoptive sister", NoSide, 0},
		{"self", "adopter's mother", "adoptive mother's mother", NoSide, 0},
		{"self", "mum's later man", "stepfather", NoSide, 0},
		{"self", "stranger", notJoined, NoSide, 0},
		{"self", "nobody", notRelated, NoSide, 0},
	} {
		got := f.Relationship(c.of, c.to)
		if got.Words != c.words || got.Side != c.side || got.Degree != c.degree {
			t.Errorf("%s to %s: got %q, side %q, degree %d; want %q, %q, %d", c.to, c.of, got.Words, got.Side, got.Degree, c.words, c.side, c.degree)
		}
	}
}

func TestGenderThenSexThenPlaceDrivesTheWord(t *testing.T) {
	parent := Individual{ID: "p"}
	child := Individual{ID: "c", Father: "p"}
	for _, c := range []struct {
		sex    Sex
		gender Gender
		want   string
	}{
		{Male, "", "father"},
		{Male, Woman, "mother"},
		{Male, NonBinary, "parent"},
		{SexUnknown, "", "father"},
		{"", "", "father"},
		{Unassigned, "", "parent"},
		{Female, "", "mother"},
	} {
		parent.Sex, parent.Gender = c.sex, c.gender
		f := &Family{Individuals: []Individual{parent, child}}
		if got := f.Relationship("c", "p").Words; got != c.want {
			t.Errorf("sperm parent, sex %q, gender %q: got %q, want %q", c.sex, c.gender, got, c.want)
		}
	}
}

func TestADonorIsBloodAndADonorByName(t *testing.T) {
	f := &Family{Individuals: []Individual{
		{ID: "donor", Sex: Male},
		{ID: "donor's child", Sex: Female, Father: "donor"},
		{ID: "mum", Sex: Female},
		{ID: "other mum", Sex: Female},
		{ID: "child", Sex: Female, Mother: "mum", OtherParents: []ParentLink{{ID: "donor", Kind: DonorSperm}, {ID: "other mum", Kind: Gestational}}},
	}}
	for to, want := range map[ID]Relationship{
		"donor":         {Words: "sperm donor", Side: Paternal, Degree: 1, Up: 1},
		"donor's child": {Words: "half-sister (paternal)", Side: Paternal, Degree: 2, Up: 1, Down: 1},
		"other mum":     {Words: "gestational mother"},
	} {
		if got := f.Relationship("child", to); got != want {
			t.Errorf("%s: got %+v, want %+v", to, got, want)
		}
	}
}

func TestSiblingsOfOneRecordedParentAreFullUntilAnotherParentDiffers(t *testing.T) {
	f := &Family{Individuals: []Individual{{ID: "m"}, {ID: "x"}, {ID: "a", Sex: Female, Mother: "m"}, {ID: "b", Sex: Female, Mother: "m"}}}
	if got := f.Relationship("a", "b").Words; got != "sister" {
		t.Errorf("one recorded parent: got %q", got)
	}
	f.Individuals[3].Father = "x"
	if got := f.Relationship("a", "b").Words; got != "half-sister (maternal)" {
		t.Errorf("a father recorded for one of them: got %q", got)
	}
}

func TestTwoLinesGiveTheNearestWordAndBothSides(t *testing.T) {
	// Two brothers marry two sisters; their children are double first cousins.
	f := &Family{Individuals: []Individual{
		{ID: "1"},
		{ID: "2"},
		{ID: "3"},
		{ID: "4"},
		{ID: "h1", Sex: Male, Mother: "1", Father: "2"},
		{ID: "h2", Sex: Male, Mother: "1", Father: "2"},
		{ID: "w1", Sex: Female, Mother: "3", Father: "4"},
		{ID: "w2", Sex: Female, Mother: "3", Father: "4"},
		{ID: "a", Sex: Female, Mother: "w1", Father: "h1"},
		{ID: "b", Sex: Male, Mother: "w2", Father: "h2"},
		{ID: "ab", Sex: Male, Mother: "a", Father: "b"},
	}}
	for _, c := range []struct {
		of, to ID
		words  string
		side   Lineage
	}{
		{"a", "b", "partner (double first cousin)", BothSides},
		{"ab", "a", "mother", Maternal},
		{"ab", "1", "great-grandmother", BothSides},
		{"ab", "h2", "paternal grandfather", Paternal},
		{"ab", "w1", "maternal grandmother", Maternal},
	} {
		got := f.Relationship(c.of, c.to)
		if got.Words != c.words || got.Side != c.side {
			t.Errorf("%s to %s: got %q on %q, want %q on %q", c.to, c.of, got.Words, got.Side, c.words, c.side)
		}
	}
}

func TestBloodRelativesLeaveOutPartnersAndAdopters(t *testing.T) {
	f := kinFamily()
	got := map[ID]bool{}
	for _, id := range f.BloodRelatives("self") {
		got[id] = true
	}
	for _, id := range []ID{"self", "partner", "brother's wife", "adopter", "aunt's man", "stranger"} {
		if got[id] {
			t.Errorf("%s is listed as a blood relative", id)
		}
	}
	for _, id := range []ID{"mum", "second cousin", "grandchild", "dad's twin"} {
		if !got[id] {
			t.Errorf("%s is missing among the blood relatives", id)
		}
	}
}

// anyFamily draws a family of up to n people in which everybody's parents stand before them, with
// any sexes, now and then one parent only, and loops.
func anyFamily(n int) *rapid.Generator[*Family] {
	return rapid.Custom(func(t *rapid.T) *Family {
		f := &Family{Format: Format, Version: FormatVersion}
		for i := range rapid.IntRange(2, n).Draw(t, "people") {
			p := Individual{ID: ID(rune('A' + i)), Sex: rapid.SampledFrom([]Sex{Female, Male, SexUnknown, ""}).Draw(t, "sex")}
			if parent := rapid.IntRange(-2, i-1); i > 1 {
				if m := parent.Draw(t, "mother"); m >= 0 {
					p.Mother = f.Individuals[m].ID
				}
				if d := parent.Draw(t, "father"); d >= 0 && f.Individuals[d].ID != p.Mother {
					p.Father = f.Individuals[d].ID
				}
			}
			f.Individuals = append(f.Individuals, p)
		}
		return f
	})
}

func TestRelationshipsAgreeFromBothEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFamily(10).Draw(t, "family")
		for i := range f.Individuals {
			sides := f.SidesOf(f.Individuals[i].ID)
			for j := range f.Individuals {
				a, b := f.Individuals[i].ID, f.Individuals[j].ID
				there, back := f.Relationship(a, b), f.Relationship(b, a)
				if there.Degree != back.Degree || there.IsBlood() && (there.Up != back.Down || there.Down != back.Up) {
					t.Fatalf("%s to %s is %+v, but the other way %+v", b, a, there, back)
				}
				if there.Words == "" {
					t.Fatalf("no words for %s to %s", b, a)
				}
				if a != b && there.IsBlood() != (sides[b] != NoSide) || there.Side != sides[b] {
					t.Fatalf("%s to %s: %+v, but the sides say %q", b, a, there, sides[b])
				}
			}
		}
	})
}

func TestOwnAncestorsDoNotHangTheWords(t *testing.T) {
	f := &Family{Individuals: []Individual{{ID: "a", Mother: "b"}, {ID: "b", Mother: "a", Father: "b"}}}
	if r := f.Relationship("a", "b"); !r.IsBlood() {
		t.Errorf("a link that closes no cycle was lost: %+v", r)
	}
}

func BenchmarkRelationshipsOfAWholeFamily(b *testing.B) {
	family := kinFamily()
	for b.Loop() {
		for i := range family.Individuals {
			family.Relationship("self", family.Individuals[i].ID)
		}
	}
}

func TestADonorBesideARecordedParentOfTheSameKindIsADonorNotBlood(t *testing.T) {
	f := &Family{Individuals: []Individual{
		{ID: "m", Sex: Female},
		{ID: "f", Sex: Male},
		{ID: "egg", Sex: Female},
		{ID: "sperm", Sex: Male},
		{ID: "k", Mother: "m", Father: "f", OtherParents: []ParentLink{{ID: "egg", Kind: DonorEgg}, {ID: "sperm", Kind: DonorSperm}}},
	}}
	for id, want := range map[ID]string{"m": "mother", "f": "father", "egg": "egg donor", "sperm": "sperm donor"} {
		if r := f.Relationship("k", id); r.Words != want || r.IsBlood() != (id == "m" || id == "f") {
			t.Errorf("%s is %+v, want %s", id, r, want)
		}
	}
}
