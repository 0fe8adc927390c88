package bsg

import (
	"os"
	"slices"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

func model(t testing.TB) *Model {
	t.Helper()
	data, err := os.ReadFile("../../../assets/models/bsg-colorectal.json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(data)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

type diagnoses = map[pedigree.ID][]pedigree.Diagnosis

func crc(age string) []pedigree.Diagnosis {
	return []pedigree.Diagnosis{{ID: "d", Site: pedigree.Colorectum, Age: pedigree.ParseFuzzy(age), Status: pedigree.Confirmed}}
}

// family is "self", a woman of 48, with parents, grandparents, a mother's brother, siblings and a child.
func family(d diagnoses) *pedigree.Family {
	person := func(id, mother, father pedigree.ID, sex pedigree.Sex) pedigree.Individual {
		return pedigree.Individual{ID: id, Mother: mother, Father: father, Sex: sex, Diagnoses: d[id]}
	}
	f := &pedigree.Family{AsOf: "2026-11-21", Individuals: []pedigree.Individual{
		person("mgm", "", "", pedigree.Female), person("mgf", "", "", pedigree.Male), person("pgf", "", "", pedigree.Male),
		person("mother", "mgm", "mgf", pedigree.Female), person("uncle", "mgm", "mgf", pedigree.Male), person("father", "", "pgf", pedigree.Male),
		person("self", "mother", "father", pedigree.Female), person("sister", "mother", "father", pedigree.Female), person("twin", "mother", "father", pedigree.Female),
		person("half", "mother", "", pedigree.Female), person("child", "self", "", pedigree.Male), person("adopted", "", "", pedigree.Female),
	}}
	f.Individual("adopted").OtherParents = []pedigree.ParentLink{{ID: "self", Kind: pedigree.Adoptive}}
	f.Twins = []pedigree.TwinSet{{Zygosity: pedigree.Monozygotic, Members: []pedigree.ID{"self", "twin"}}}
	f.Individual("self").Consultand = true
	f.Individual("self").Age = pedigree.ExactYear(48)
	return f
}

func ask(t *testing.T, f *pedigree.Family) risk.Assessment {
	t.Helper()
	return model(t).Assess(risk.Request{Family: f})
}

func TestTheFamilyTableOnBothSidesOfEachThreshold(t *testing.T) {
	for _, c := range []struct {
		name string
		of   diagnoses
		want string
	}{
		{"nobody", nil, average},
		{"one first-degree relative at 49", diagnoses{"mother": crc("49")}, moderate},
		{"one first-degree relative at 50", diagnoses{"mother": crc("50")}, average},
		{"vague below 50", diagnoses{"mother": crc("40s")}, moderate},
		{"vague on both sides of 50", diagnoses{"mother": crc("about 50")}, "cannot tell"},
		{"no age", diagnoses{"mother": crc("")}, "cannot tell"},
		{"a half-sister at 40 is not of the first degree", diagnoses{"half": crc("40")}, average},
		{"an adopted daughter is no blood relative", diagnoses{"adopted": crc("40")}, average},
		{"the identical twin", diagnoses{"twin": crc("49")}, moderate},
		{"mother and her father", diagnoses{"mother": crc("60"), "mgf": crc("70")}, moderate},
		{"the mother's father and brother, she being well", diagnoses{"uncle": crc("40"), "mgf": crc("40")}, average},
		{"father, and the mother's brother", diagnoses{"father": crc("60"), "uncle": crc("40")}, average},
		{"mother, her father and her brother", diagnoses{"mother": crc("60"), "mgf": crc("70"), "uncle": crc("55")}, high},
		{"three in one generation", diagnoses{"sister": crc("60"), "twin": crc("61"), "half": crc("62")}, moderate},
		{"parent and two children of one generation apart", diagnoses{"mother": crc("60"), "sister": crc("61"), "twin": crc("62")}, high},
		{"sister and child, in two generations but only two", diagnoses{"sister": crc("60"), "child": crc("51")}, moderate},
		{"both parents", diagnoses{"mother": crc("60"), "father": crc("61")}, moderate},
		{"two, and a missing age that no longer matters", diagnoses{"mother": crc(""), "mgf": crc("70")}, moderate},
		{"a possible third", diagnoses{"mother": crc("60"), "mgf": crc("70"), "uncle": {{Site: pedigree.Colorectum, Certainty: pedigree.Possible, Age: pedigree.ExactYear(50)}}}, "cannot tell"},
	} {
		if a := ask(t, family(c.of)); a.Category != c.want {
			t.Errorf("%s: %s, want %s: %q", c.name, a.Category, c.want, a.Because)
		}
	}
}

func TestBothParentsAreCountedAndTheOtherReadingSaid(t *testing.T) {
	a := ask(t, family(diagnoses{"mother": crc("60"), "father": crc("61")}))
	if !slices.Equal(a.Counted, []pedigree.ID{"mother", "father"}) || !strings.Contains(a.Because[1], "only the person asked about joins them. Counted side by side it would be average.") {
		t.Errorf("%v %q", a.Counted, a.Because)
	}
}

func TestSurveillanceFollowsTheCategoryAndTheAge(t *testing.T) {
	for _, c := range []struct {
		of   diagnoses
		age  int
		want string
	}{
		{nil, 48, "Average risk: national bowel screening, as for everybody (BSG/ACPGBI/UKCGG 2020)."},
		{diagnoses{"mother": crc("49")}, 48, "Moderate risk: one colonoscopy at 55, then by the rules after polypectomy (BSG/ACPGBI/UKCGG 2020). The person asked about is not yet 55."},
		{diagnoses{"mother": crc("49")}, 60, "Moderate risk: one colonoscopy at 55, then by the rules after polypectomy (BSG/ACPGBI/UKCGG 2020). The age of 55 has passed: whether to offer it now is for the clinic."},
		{diagnoses{"mother": crc("60"), "mgf": crc("70"), "uncle": crc("55")}, 48, "High risk: colonoscopy every 5 years from 40 to 75 (BSG/ACPGBI/UKCGG 2020)."},
		{diagnoses{"mother": crc("60"), "mgf": crc("70"), "uncle": crc("55")}, 76, "High risk: colonoscopy every 5 years from 40 to 75 (BSG/ACPGBI/UKCGG 2020). It ends at 75, which has passed."},
	} {
		f := family(c.of)
		f.Individual("self").Age = pedigree.ExactYear(c.age)
		if a := ask(t, f); !slices.Equal(a.Surveillance, []string{c.want}) {
			t.Errorf("at %d: %q", c.age, a.Surveillance)
		}
	}
}

func test(gene string, result pedigree.TestResult, scope pedigree.TestScope) pedigree.GeneTest {
	return pedigree.GeneTest{ID: "t", Gene: gene, Result: result, Scope: scope, Sample: pedigree.Germline, ReportSeen: pedigree.Yes}
}

func TestACarrierHasTheSchemeOfTheGene(t *testing.T) {
	for _, c := range []struct{ gene, category, scheme string }{
		{"MLH1", "Lynch syndrome", "every 2 years from 25 to 75"},
		{"EPCAM", "Lynch syndrome", "every 2 years from 25 to 75"},
		{"PMS2", "Lynch syndrome", "every 2 years from 35 to 75"},
		{"APC", "FAP", "from 12 to 14"},
		{"STK11", "Peutz-Jeghers syndrome", "its ages are not in this release"},
	} {
		f := family(diagnoses{"self": crc("45")}) // the scheme stands whether or not there was a cancer
		f.Individual("self").GeneTests = []pedigree.GeneTest{test(c.gene, pedigree.Positive, pedigree.Screen)}
		if a := ask(t, f); a.Category != c.category || len(a.Surveillance) != 1 || !strings.Contains(a.Surveillance[0], c.scheme) {
			t.Errorf("%s: %s %q %q", c.gene, a.Category, a.Surveillance, a.Because)
		}
	}
	f := family(diagnoses{"mother": crc("49")})
	f.Individual("self").GeneTests = []pedigree.GeneTest{test("MUTYH", pedigree.Positive, pedigree.Screen)}
	if a := ask(t, f); a.Category != moderate {
		t.Errorf("one MUTYH variant: %s", a.Category)
	}
	f.Individual("self").GeneTests = append(f.Individual("self").GeneTests, test("MUTYH", pedigree.Positive, pedigree.Screen))
	if a := ask(t, f); a.Category != "MAP" {
		t.Errorf("two MUTYH variants: %s", a.Category)
	}
}

func TestAnUntestedVariantOfTheFamilyLeavesNoCategory(t *testing.T) {
	f := family(diagnoses{"mother": crc("49")})
	f.Individual("mother").GeneTests = []pedigree.GeneTest{test("MSH6", pedigree.Positive, pedigree.Screen)}
	a := ask(t, f)
	if a.Category != "cannot tell" || !slices.Equal(a.Counted, []pedigree.ID{"mother"}) ||
		!slices.Equal(a.Surveillance, []string{"If the variant is found, MSH6 (Lynch syndrome): colonoscopy every 2 years from 35 to 75 (BSG/ACPGBI/UKCGG 2020)."}) {
		t.Fatalf("%s %v %q", a.Category, a.Counted, a.Surveillance)
	}
	if m := a.Missing[0]; m.Person != "self" || m.Fact != "test for the MSH6 variant of the family" || !slices.Contains(m.Moves, "Lynch syndrome") {
		t.Errorf("%+v", a.Missing)
	}
	for name, c := range map[string]struct {
		test   pedigree.GeneTest
		status risk.Status
	}{
		"found":                       {test("MSH6", pedigree.Positive, pedigree.FamilialVariant), risk.OK},
		"not found":                   {test("MSH6", pedigree.Negative, pedigree.FamilialVariant), risk.NotApplicable},
		"a negative of unknown scope": {test("MSH6", pedigree.Negative, ""), risk.CannotTell},
		"another gene":                {test("MLH1", pedigree.Negative, pedigree.Screen), risk.CannotTell},
		"class 3":                     {pedigree.GeneTest{Gene: "MSH6", Result: pedigree.Uncertain, Class: 3}, risk.CannotTell},
		"the tumour":                  {pedigree.GeneTest{Gene: "MSH6", Result: pedigree.Negative, Scope: pedigree.Screen, Sample: pedigree.Tumour}, risk.CannotTell},
	} {
		f.Individual("self").GeneTests = []pedigree.GeneTest{c.test}
		if a := ask(t, f); a.Status != c.status || len(a.Because) == 0 {
			t.Errorf("%s: %s %q", name, a.Status, a.Because)
		}
	}
}

func TestPolyposisWithoutAVariantIsNotForTheFamilyTable(t *testing.T) {
	f := family(diagnoses{"mother": {{Site: "familial adenomatous polyposis", Status: pedigree.Confirmed}}})
	a := ask(t, f)
	if a.Category != "cannot tell" || len(a.Surveillance) != 1 || !strings.Contains(a.Surveillance[0], "from 12 to 14, every 5 years") {
		t.Errorf("%s %q", a.Category, a.Surveillance)
	}
	f = family(diagnoses{"uncle": {{Site: "FAP", Status: pedigree.Confirmed}}})
	if a := ask(t, f); a.Category != "cannot tell" || len(a.Surveillance) != 0 {
		t.Errorf("%s %q", a.Category, a.Surveillance)
	}
}

func TestOwnColorectalCancerIsNotForTheFamilyTable(t *testing.T) {
	if a := ask(t, family(diagnoses{"self": crc("60"), "mother": crc("40")})); a.Status != risk.NotApplicable || a.Category != "" || len(a.Because) != 1 {
		t.Errorf("%+v", a)
	}
	possible := crc("60")
	possible[0].Certainty = pedigree.Possible
	if a := ask(t, family(diagnoses{"self": possible})); a.Status != risk.CannotTell {
		t.Errorf("%+v", a)
	}
}

func TestCategoriesThatRestOnUnconfirmedCancersSaySo(t *testing.T) {
	reported := crc("49")
	reported[0].Status = pedigree.Reported
	a := ask(t, family(diagnoses{"mother": reported}))
	if a.Category != moderate || !slices.Contains(a.Because, "Not all the cancers counted are confirmed: on those that are, it would be average.") {
		t.Errorf("%s %q", a.Category, a.Because)
	}
	if len(a.Missing) == 0 || a.Missing[0].Kind != risk.FactUnconfirmed || !slices.Equal(a.Missing[0].Moves, []string{"cannot tell", average}) {
		t.Errorf("%+v", a.Missing)
	}
}

func TestATableThatIsIncompleteIsAnError(t *testing.T) {
	for _, text := range []string{``, `{}`, `{"young_below":50,"moderate":{"relatives":2},"high":{"relatives":3,"generations":2},"tumour":{"sites":["colorectum"]}}`} {
		if _, err := New([]byte(text)); err == nil {
			t.Errorf("%q was accepted", text)
		}
	}
}
