package bethesda

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
	data, err := os.ReadFile("../../../assets/models/bethesda.json")
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

// of is one confirmed cancer of a common type.
func of(site pedigree.Site, age string) []pedigree.Diagnosis {
	return []pedigree.Diagnosis{{Site: site, Age: pedigree.ParseFuzzy(age), Status: pedigree.Confirmed, Pathology: pedigree.Pathology{Histology: "adenocarcinoma"}}}
}

func with(d []pedigree.Diagnosis, change func(*pedigree.Diagnosis)) []pedigree.Diagnosis {
	change(&d[0])
	return d
}

func ask(t *testing.T, d diagnoses) risk.Assessment {
	t.Helper()
	person := func(id, mother, father pedigree.ID) pedigree.Individual {
		return pedigree.Individual{ID: id, Mother: mother, Father: father, Diagnoses: d[id]}
	}
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		person("gran", "", ""), person("mother", "gran", ""), person("aunt", "gran", ""), person("cousin", "aunt", ""), person("self", "mother", ""), person("sister", "mother", ""),
	}}
	f.Individual("self").Consultand = true
	return model(t).Assess(risk.Request{Family: f})
}

func TestEachConditionOnBothSides(t *testing.T) {
	crc, lynch := pedigree.Colorectum, pedigree.Endometrium
	histology := func(words string) func(*pedigree.Diagnosis) {
		return func(d *pedigree.Diagnosis) { d.Pathology.Histology = words }
	}
	for _, c := range []struct {
		name string
		of   diagnoses
		want string
	}{
		{"(a) at 49", diagnoses{"self": of(crc, "49")}, "met"},
		{"(a) at 50", diagnoses{"self": of(crc, "50")}, "not met"},
		{"(a) about 50", diagnoses{"self": of(crc, "about 50")}, "cannot tell"},
		{"(a) reported", diagnoses{"self": with(of(crc, "49"), func(d *pedigree.Diagnosis) { d.Status = pedigree.Reported })}, "met if confirmed"},
		{"(b) a second bowel cancer at any age", diagnoses{"self": append(of(crc, "70"), of(crc, "75")...)}, "met"},
		{"(b) a second tumour of the list", diagnoses{"self": append(of(crc, "70"), of("sebaceous adenoma", "75")...)}, "met"},
		{"(b) a second cancer off the list", diagnoses{"self": append(of(crc, "70"), of(pedigree.Breast, "75")...)}, "not met"},
		{"(b) a recurrence", diagnoses{"self": append(of(crc, "70"), with(of(crc, "75"), func(d *pedigree.Diagnosis) { d.Secondary = true })...)}, "not met"},
		{"(b) new or come back", diagnoses{"self": append(of(crc, "70"), with(of(crc, "75"), func(d *pedigree.Diagnosis) { d.Secondary, d.Certainty = true, pedigree.Possible })...)}, "cannot tell"},
		{"(c) mucinous at 59", diagnoses{"self": with(of(crc, "59"), histology("Mucinous adenocarcinoma"))}, "met"},
		{"(c) mucinous at 60", diagnoses{"self": with(of(crc, "60"), histology("mucinous"))}, "not met"},
		{"(c) histology not recorded at 59", diagnoses{"self": with(of(crc, "59"), histology(""))}, "cannot tell"},
		{"(c) histology not recorded at 60", diagnoses{"self": with(of(crc, "60"), histology(""))}, "not met"},
		{"(d) a sister at 49", diagnoses{"self": of(crc, "70"), "sister": of(lynch, "49")}, "met"},
		{"(d) a sister at 50", diagnoses{"self": of(crc, "70"), "sister": of(lynch, "50")}, "not met"},
		{"(d) an aunt is of the second degree", diagnoses{"self": of(crc, "70"), "aunt": of(lynch, "40")}, "not met"},
		{"(e) an aunt and the grandmother at any age", diagnoses{"self": of(crc, "70"), "aunt": of(lynch, "80"), "gran": of(pedigree.Stomach, "80")}, "met"},
		{"(e) a cousin is of the third degree", diagnoses{"self": of(crc, "70"), "cousin": of(lynch, "80"), "gran": of(pedigree.Stomach, "80")}, "not met"},
		{"about the subject, though a relative would meet it", diagnoses{"self": of(crc, "70"), "cousin": of(crc, "40")}, "not met"},
		{"about a relative where the subject had none", diagnoses{"cousin": of(crc, "40")}, "met"},
	} {
		if a := ask(t, c.of); a.Category != c.want {
			t.Errorf("%s: %s, want %s: %q", c.name, a.Category, c.want, a.Because)
		}
	}
}

func TestItSaysInWhomAndThatItIsHistory(t *testing.T) {
	a := ask(t, diagnoses{"aunt": of(pedigree.Colorectum, "45")})
	if !slices.Equal(a.Because, []string{
		"Met by the maternal aunt (colorectal cancer at 45, confirmed): colorectal cancer below 50.",
		"The person asked about does not meet the criteria in person: a test begins with the relative who does.",
	}) || !slices.Equal(a.Counted, []pedigree.ID{"aunt"}) {
		t.Errorf("%q %v", a.Because, a.Counted)
	}
	if !strings.Contains(strings.Join(a.Warnings, " "), "UK practice no longer uses") {
		t.Errorf("%q", a.Warnings)
	}
}

func TestWithoutColorectalCancerItIsNotAsked(t *testing.T) {
	if a := ask(t, diagnoses{"self": of(pedigree.Endometrium, "40")}); a.Status != risk.NotApplicable || a.Category != "" || len(a.Because) == 0 {
		t.Errorf("%+v", a)
	}
}

func TestTheHistologyThatDecidesIsAskedFor(t *testing.T) {
	a := ask(t, diagnoses{"self": with(of(pedigree.Colorectum, "55"), func(d *pedigree.Diagnosis) { d.ID, d.Pathology.Histology = "d1", "" })})
	if len(a.Missing) == 0 || a.Missing[0].Item != "d1" || a.Missing[0].Fact != "histology of the colorectal cancer" || !slices.Equal(a.Missing[0].Moves, []string{"met", "not met"}) {
		t.Errorf("%+v", a.Missing)
	}
}

func TestADoubtAboutARelativeOfTheSecondDegreeIsFollowedToTheSubject(t *testing.T) {
	a := ask(t, diagnoses{
		"self": of(pedigree.Colorectum, "70"), "gran": of(pedigree.Stomach, "80"),
		"aunt": with(of(pedigree.Endometrium, "80"), func(d *pedigree.Diagnosis) { d.Certainty = pedigree.Possible }),
	})
	if a.Category != "cannot tell" || len(a.Missing) == 0 || a.Missing[0].Person != "aunt" || !slices.Equal(a.Missing[0].Moves, []string{"met", "not met"}) {
		t.Errorf("%s %+v", a.Category, a.Missing)
	}
}
