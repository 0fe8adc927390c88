package amsterdam

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
	data, err := os.ReadFile("../../../assets/models/amsterdam.json")
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

// of is one confirmed cancer.
func of(site pedigree.Site, age string) []pedigree.Diagnosis {
	return []pedigree.Diagnosis{{Site: site, Age: pedigree.ParseFuzzy(age), Status: pedigree.Confirmed}}
}

func crc(age string) []pedigree.Diagnosis { return of(pedigree.Colorectum, age) }

// family is "self" with parents, grandparents, a mother's brother, a sister, a half-sister, a child and
// the wife of the uncle.
func family(d diagnoses) *pedigree.Family {
	person := func(id, mother, father pedigree.ID, sex pedigree.Sex) pedigree.Individual {
		return pedigree.Individual{ID: id, Mother: mother, Father: father, Sex: sex, Diagnoses: d[id]}
	}
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		person("mgm", "", "", pedigree.Female), person("mgf", "", "", pedigree.Male),
		person("mother", "mgm", "mgf", pedigree.Female), person("uncle", "mgm", "mgf", pedigree.Male), person("wife", "", "", pedigree.Female),
		person("cousin", "wife", "uncle", pedigree.Female), person("cousin2", "wife", "uncle", pedigree.Male),
		person("father", "", "", pedigree.Male), person("self", "mother", "father", pedigree.Female), person("sister", "mother", "father", pedigree.Female),
		person("sister2", "mother", "father", pedigree.Female), person("half", "mother", "", pedigree.Female), person("child", "self", "", pedigree.Male),
	}}
	f.Individual("self").Consultand = true
	return f
}

func ask(t *testing.T, f *pedigree.Family) risk.Assessment {
	t.Helper()
	return model(t).Assess(risk.Request{Family: f})
}

func TestEachRequirementOnBothSides(t *testing.T) {
	reported := func(d []pedigree.Diagnosis) []pedigree.Diagnosis {
		d[0].Status = pedigree.Reported
		return d
	}
	with := func(d []pedigree.Diagnosis, change func(*pedigree.Diagnosis)) []pedigree.Diagnosis {
		change(&d[0])
		return d
	}
	for _, c := range []struct {
		name string
		of   diagnoses
		want string
	}{
		{"nobody", nil, "not met"},
		{"mother joins her father and her child, one below 50", diagnoses{"mgf": crc("70"), "mother": crc("60"), "self": crc("49")}, "met"},
		{"all at 50 or above", diagnoses{"mgf": crc("70"), "mother": crc("60"), "self": crc("50")}, "not met"},
		{"two only", diagnoses{"mother": crc("40"), "self": crc("40")}, "not met"},
		{"two sisters and a parent", diagnoses{"mother": crc("60"), "self": crc("45"), "sister": crc("62")}, "met"},
		{"three sisters are one generation", diagnoses{"sister2": crc("60"), "self": crc("45"), "sister": crc("62")}, "not met"},
		{"nobody joins uncle, self and child", diagnoses{"uncle": crc("40"), "self": crc("45"), "child": crc("30")}, "not met"},
		{"a half-sister is not of the first degree", diagnoses{"self": crc("45"), "half": crc("45"), "child": crc("30")}, "not met"},
		{"the mother joins half-sisters", diagnoses{"self": crc("45"), "half": crc("45"), "mother": crc("70")}, "met"},
		{"an aunt by marriage is no relative", diagnoses{"wife": crc("45"), "cousin": crc("45"), "cousin2": crc("45")}, "not met"},
		{"endometrium, small bowel and upper urinary tract", diagnoses{"mgf": of(pedigree.UpperUrinaryTract, "70"), "mother": of(pedigree.Endometrium, "48"), "self": of(pedigree.SmallBowel, "60")}, "met"},
		{"stomach and ovary are not on the list", diagnoses{"mgf": of(pedigree.Stomach, "40"), "mother": of(pedigree.Ovary, "48"), "self": crc("40")}, "not met"},
		{"one report is missing", diagnoses{"mgf": reported(crc("70")), "mother": crc("60"), "self": crc("49")}, "met if confirmed"},
		{"vague on both sides of 50", diagnoses{"mgf": crc("70"), "mother": crc("60"), "self": crc("about 50")}, "cannot tell"},
		{"vague below 50", diagnoses{"mgf": crc("70"), "mother": crc("60"), "self": crc("40s")}, "met"},
		{"vague above 50", diagnoses{"mgf": crc("70s"), "mother": crc("60s"), "self": crc("50s")}, "not met"},
		{"age missing, and nobody else below 50", diagnoses{"mgf": crc("70"), "mother": crc("60"), "self": crc("")}, "cannot tell"},
		{"age missing where it does not matter", diagnoses{"mgf": crc(""), "mother": crc("45"), "self": crc("60")}, "met"},
		{"a possible cancer decides", diagnoses{"mgf": with(crc("70"), func(d *pedigree.Diagnosis) { d.Certainty = pedigree.Possible }), "mother": crc("45"), "self": crc("60")}, "cannot tell"},
		{"bowel or ovary", diagnoses{"mgf": crc("70"), "mother": with(of(pedigree.Ovary, "40"), func(d *pedigree.Diagnosis) { d.Certainty, d.Words = pedigree.Possible, "?ov/bowel" }), "self": crc("60")}, "cannot tell"},
		{"a refuted cancer", diagnoses{"mgf": with(crc("70"), func(d *pedigree.Diagnosis) { d.Status = pedigree.Refuted }), "mother": crc("45"), "self": crc("60")}, "not met"},
		{"a secondary", diagnoses{"mgf": with(crc("70"), func(d *pedigree.Diagnosis) { d.Secondary = true }), "mother": crc("45"), "self": crc("60")}, "not met"},
		{"in situ", diagnoses{"mgf": with(crc("70"), func(d *pedigree.Diagnosis) { d.Behaviour = pedigree.InSitu }), "mother": crc("45"), "self": crc("60")}, "not met"},
		{"an unknown primary may be it", diagnoses{"mgf": with(of(pedigree.UnknownPrimary, "70"), func(d *pedigree.Diagnosis) { d.Status = pedigree.Reported }), "mother": crc("45"), "self": crc("60")}, "cannot tell"},
		{"familial adenomatous polyposis by name", diagnoses{"mgf": crc("70"), "mother": append(crc("45"), of("FAP", "20")...), "self": crc("40")}, "not met"},
	} {
		if a := ask(t, family(c.of)); a.Category != c.want {
			t.Errorf("%s: %s, want %s: %q", c.name, a.Category, c.want, a.Because)
		}
	}
}

func TestAmsterdamIIsSaidBesideII(t *testing.T) {
	a := ask(t, family(diagnoses{"mgf": crc("70"), "mother": of(pedigree.Endometrium, "48"), "self": crc("40")}))
	if a.Category != "met" || len(a.Because) != 2 || !strings.HasPrefix(a.Because[0], "Amsterdam II: met: the mother (endometrial cancer at 48, confirmed) is a first-degree relative of") ||
		!strings.HasPrefix(a.Because[1], "Amsterdam I: not met: 2 with such a cancer, of the 3 asked for") {
		t.Errorf("%s %q", a.Category, a.Because)
	}
	if !slices.Equal(a.Counted, []pedigree.ID{"mgf", "mother", "self"}) {
		t.Errorf("counted %v", a.Counted)
	}
}

func TestAnAPCVariantExcludesAndItsReportIsAskedFor(t *testing.T) {
	f := family(diagnoses{"mgf": crc("70"), "mother": crc("60"), "self": crc("40")})
	test := pedigree.GeneTest{ID: "t1", Gene: "APC", Result: pedigree.Positive}
	f.Individual("sister").GeneTests = []pedigree.GeneTest{test}
	a := ask(t, f)
	if a.Category != "not met" || !strings.Contains(a.Because[0], "a variant in APC is recorded (sister)") {
		t.Fatalf("%s %q", a.Category, a.Because)
	}
	if len(a.Missing) == 0 || a.Missing[0].Item != "t1" || !slices.Equal(a.Missing[0].Moves, []string{"met"}) {
		t.Errorf("%+v", a.Missing)
	}
	for _, harmless := range []pedigree.GeneTest{
		{Gene: "APC", Result: pedigree.Uncertain, Class: 3},
		{Gene: "APC", Result: pedigree.Positive, Sample: pedigree.Tumour},
		{Gene: "APC", Result: pedigree.Negative},
		{Gene: "MSH2", Result: pedigree.Positive},
	} {
		f.Individual("sister").GeneTests = []pedigree.GeneTest{harmless}
		if a := ask(t, f); a.Category != "met" {
			t.Errorf("%+v: %s %q", harmless, a.Category, a.Because)
		}
	}
}

func TestBothParentsOfOnePersonAreWarnedOf(t *testing.T) {
	const warning = "both parents"
	if a := ask(t, family(diagnoses{"mother": crc("60"), "father": crc("60"), "self": crc("40")})); a.Category != "met" || !strings.Contains(strings.Join(a.Warnings, " "), warning) {
		t.Errorf("%s %q", a.Category, a.Warnings)
	}
	if a := ask(t, family(diagnoses{"mother": crc("60"), "father": crc("60"), "self": crc("40"), "sister": crc("40")})); a.Category != "met" || strings.Contains(strings.Join(a.Warnings, " "), warning) {
		t.Errorf("%s %q", a.Category, a.Warnings)
	}
}

func TestWhatIsMissingIsNamedWithItsEffect(t *testing.T) {
	a := ask(t, family(diagnoses{"mgf": crc("70"), "mother": crc("60"), "self": crc("about 50")}))
	if !strings.Contains(a.Because[0], "the person asked about (colorectal cancer at about 50: may or may not be below 50)") {
		t.Errorf("%q", a.Because)
	}
	if !slices.ContainsFunc(a.Missing, func(m risk.Missing) bool {
		return m.Person == "self" && m.Fact == "age at diagnosis of colorectal cancer" && slices.Equal(m.Moves, []string{"met", "not met"})
	}) {
		t.Errorf("%+v", a.Missing)
	}
}

func TestRulesThatAreIncompleteAreAnError(t *testing.T) {
	for _, text := range []string{``, `{}`, `{"people":3,"one_below":50,"sets":[{"name":"","sites":[]}],"excluded":{"genes":["APC"]}}`} {
		if _, err := New([]byte(text)); err == nil {
			t.Errorf("%q was accepted", text)
		}
	}
}
