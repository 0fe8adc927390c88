package simonbroome

import (
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

func model(t testing.TB) *Model {
	t.Helper()
	data, err := os.ReadFile("../../../assets/models/simon-broome.json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(data)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// found is a condition by its name in one person, with an age or "".
type found struct {
	who       pedigree.ID
	what, age string
}

// family is a man of 40, his parents, a brother of 12, a grandfather and a first cousin.
func family(said ...found) *pedigree.Family {
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "grandfather", Sex: pedigree.Male},
		{ID: "grandmother", Sex: pedigree.Female},
		{ID: "father", Sex: pedigree.Male, Mother: "grandmother", Father: "grandfather"},
		{ID: "mother", Sex: pedigree.Female},
		{ID: "aunt", Sex: pedigree.Female, Mother: "grandmother", Father: "grandfather"},
		{ID: "uncle", Sex: pedigree.Male},
		{ID: "self", Sex: pedigree.Male, Mother: "mother", Father: "father", Age: pedigree.ExactYear(40), Consultand: true},
		{ID: "brother", Sex: pedigree.Male, Mother: "mother", Father: "father", Age: pedigree.ExactYear(12)},
		{ID: "cousin", Sex: pedigree.Male, Mother: "aunt", Father: "uncle"},
	}}
	for _, s := range said {
		p := f.Individual(s.who)
		p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{Site: pedigree.Site(s.what), Age: pedigree.ParseFuzzy(s.age), ID: pedigree.ID(s.what + string(s.who))})
	}
	return f
}

func TestTheCriteriaAsPrinted(t *testing.T) {
	for _, c := range []struct {
		name string
		said []found
		want string
	}{
		{"LDL and a tendon xanthoma", []found{{"self", "LDL 5.0", ""}, {"self", "tendon xanthoma", ""}}, "definite"},
		{"a xanthoma of a grandfather counts", []found{{"self", "LDL 5.0", ""}, {"grandfather", "Achilles xanthomata", ""}}, "definite"},
		{"a xanthoma of a cousin does not", []found{{"self", "LDL 5.0", ""}, {"self", "total cholesterol 8", ""}, {"cousin", "tendon xanthoma", ""}}, "not met"},
		{"father's heart attack at 59", []found{{"self", "total cholesterol 7.6", ""}, {"father", "MI", "59"}}, "possible"},
		{"father's heart attack at 60", []found{{"self", "total cholesterol 7.6", ""}, {"father", "MI", "60"}}, "not met"},
		{"grandfather's at 49", []found{{"self", "total cholesterol 7.6", ""}, {"grandfather", "heart attack", "49"}}, "possible"},
		{"grandfather's at 50", []found{{"self", "total cholesterol 7.6", ""}, {"grandfather", "heart attack", "50"}}, "not met"},
		{"father's in his 50s", []found{{"self", "total cholesterol 7.6", ""}, {"father", "MI", "50s"}}, "possible"},
		{"grandfather's at an age not known", []found{{"self", "total cholesterol 7.6", ""}, {"grandfather", "MI", ""}}, "cannot tell"},
		{"raised total cholesterol of the mother", []found{{"self", "LDL 5.0", ""}, {"mother", "cholesterol 7.6", ""}}, "possible"},
		{"exactly 7.5 is not above 7.5", []found{{"self", "LDL 5.0", ""}, {"mother", "cholesterol 7.5", "50"}}, "not met"},
		{"a brother of 12 counts above 6.7", []found{{"self", "LDL 5.0", ""}, {"brother", "cholesterol 6.8", ""}}, "possible"},
		{"a level of the person's own childhood", []found{{"self", "LDL 4.1", "15"}, {"mother", "cholesterol 7.6", ""}}, "possible"},
		{"both levels low", []found{{"self", "LDL 4.9", ""}, {"self", "total cholesterol 7.5", ""}, {"self", "tendon xanthoma", ""}}, "not met"},
		{"only one level recorded, and low", []found{{"self", "LDL 4.9", ""}, {"self", "tendon xanthoma", ""}}, "cannot tell"},
		{"only words of the level", []found{{"self", "high cholesterol", ""}, {"father", "MI", "50"}}, "cannot tell"},
		{"a level in another unit", []found{{"self", "LDL 200 mg/dL", ""}, {"father", "MI", "50"}}, "cannot tell"},
		{"only a relative's level", []found{{"mother", "cholesterol 9", ""}}, "cannot tell"},
	} {
		a := model(t).Assess(risk.Request{Family: family(c.said...)})
		if a.Category != c.want || (a.Status == risk.OK) != (c.want != "cannot tell") || len(a.Because) == 0 {
			t.Errorf("%s: %s %s, want %s: %q", c.name, a.Status, a.Category, c.want, a.Because)
		}
	}
}

func TestAVariantInThePersonIsDefiniteAndOneInARelativeIsSaid(t *testing.T) {
	f := family()
	f.Individual("self").GeneTests = []pedigree.GeneTest{{Gene: "LDLR", Result: pedigree.Positive, Sample: pedigree.Germline, Class: 5}}
	if a := model(t).Assess(risk.Request{Family: f}); a.Category != "definite" || a.Status != risk.OK {
		t.Errorf("%s: %q", a.Category, a.Because)
	}
	f = family(found{"self", "LDL 5.2", ""})
	f.Individual("father").GeneTests = []pedigree.GeneTest{{Gene: "LDLR", Result: pedigree.Positive, Sample: pedigree.Germline}}
	if a := model(t).Assess(risk.Request{Family: f}); a.Category != "not met" || !strings.Contains(strings.Join(a.Because, " "), "a test for that variant comes first") {
		t.Errorf("%s: %q", a.Category, a.Because)
	}
}

func TestADeathOfAHeartAttackCountsAtTheAgeAtDeath(t *testing.T) {
	f := family(found{"self", "LDL 5.2", ""})
	father := f.Individual("father")
	father.Deceased, father.Age, father.CauseOfDeath = pedigree.Yes, pedigree.ExactYear(52), "a heart attack"
	a := model(t).Assess(risk.Request{Family: f})
	if a.Category != "possible" || !strings.Contains(strings.Join(a.Because, " "), "Heart attack in the father at 52 (counts below 60).") {
		t.Errorf("%s: %q", a.Category, a.Because)
	}
}

func TestNothingAboutCholesterolIsNotApplicable(t *testing.T) {
	for _, f := range []*pedigree.Family{family(), family(found{"father", "MI", "50"}), family(found{"self", "colorectum", "50"})} {
		if a := model(t).Assess(risk.Request{Family: f}); a.Status != risk.NotApplicable || a.Category != "" || len(a.Missing) > 0 {
			t.Errorf("%s %s %v", a.Status, a.Category, a.Missing)
		}
	}
}

func TestWhatIsMissingIsNamed(t *testing.T) {
	a := model(t).Assess(risk.Request{Family: family(found{"mother", "cholesterol 9", ""})})
	if len(a.Missing) == 0 || a.Missing[0].Fact != "total and LDL cholesterol" || a.Missing[0].Effect != "possible or not met, now cannot tell" {
		t.Errorf("%+v", a.Missing)
	}
	a = model(t).Assess(risk.Request{Family: family(found{"self", "LDL 6", ""}, found{"grandfather", "MI", ""})})
	age := -1
	for i, m := range a.Missing {
		if strings.HasPrefix(m.Fact, "age at diagnosis") {
			age = i
		}
	}
	if age < 0 || len(a.Missing[age].Moves) == 0 {
		t.Errorf("the age at the grandfather's heart attack is not among %+v", a.Missing)
	}
}

// TestFurtherFindingsNeverLowerTheBand: more evidence of any kind that is certain.
func TestFurtherFindingsNeverLowerTheBand(t *testing.T) {
	rank := map[string]int{"not met": 0, "possible": 1, "definite": 2}
	m := model(t)
	more := func(t *rapid.T) found {
		return found{
			rapid.SampledFrom([]pedigree.ID{"self", "father", "mother", "brother", "grandfather", "cousin"}).Draw(t, "who"),
			rapid.SampledFrom([]string{"LDL 5.2", "LDL 3", "total cholesterol 8", "total cholesterol 5", "tendon xanthoma", "MI", "colorectum"}).Draw(t, "what"),
			rapid.SampledFrom([]string{"", "14", "45", "55", "70"}).Draw(t, "age"),
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		said := rapid.SliceOfN(rapid.Custom(more), 0, 6).Draw(t, "said")
		before := m.Assess(risk.Request{Family: family(said...)})
		after := m.Assess(risk.Request{Family: family(append(said, rapid.Custom(more).Draw(t, "further"))...)})
		if before.Status == risk.OK && (after.Status == risk.NotApplicable || after.Status == risk.OK && rank[after.Category] < rank[before.Category]) {
			t.Fatalf("%s became %s %s", before.Category, after.Status, after.Category)
		}
	})
}

func TestAFileWithoutAPartIsRefused(t *testing.T) {
	whole, err := os.ReadFile("../../../assets/models/simon-broome.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, gone := range []string{`"adult"`, `"heart_attack_below"`, `"genes"`, `"ldl_cholesterol"`, `"tendon_xanthoma"`} {
		if _, err := New([]byte(strings.Replace(string(whole), gone, `"gone"`, 1))); err == nil || !strings.HasPrefix(err.Error(), "simon-broome: ") {
			t.Errorf("without %s: %v", gone, err)
		}
	}
}
