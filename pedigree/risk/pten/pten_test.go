package pten

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
	data, err := os.ReadFile("../../../assets/models/pten.json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(data)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// woman is a woman of 55 with conditions "site" or "site@age".
func woman(said ...string) *pedigree.Family {
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "mother", Sex: pedigree.Female}, {ID: "self", Sex: pedigree.Female, Mother: "mother", Age: pedigree.ExactYear(55), Consultand: true},
	}}
	for _, s := range said {
		site, age, _ := strings.Cut(s, "@")
		d := pedigree.Diagnosis{Site: pedigree.Site(site), Age: pedigree.ParseFuzzy(age), ID: pedigree.ID(s)}
		if n, polyps := strings.CutSuffix(site, " polyps"); polyps {
			d.Site, d.Words = pedigree.Polyps, n+" polyps"
		}
		f.Individual("self").Diagnoses = append(f.Individual("self").Diagnoses, d)
	}
	return f
}

func TestTheTableAsPrinted(t *testing.T) {
	for _, c := range []struct {
		said []string
		want float64
	}{
		{[]string{"macrocephaly"}, 6},
		{[]string{"macrocephaly", "head circumference 60 cm"}, 10},
		{[]string{"OFC 61"}, 10},
		{[]string{"head circumference 59 cm", "lipomas"}, 1},
		{[]string{"Lhermitte-Duclos"}, 10},
		{[]string{"autism", "breast@29"}, 5},
		{[]string{"autism", "breast@39"}, 5},
		{[]string{"autism", "breast@49"}, 3},
		{[]string{"autism", "breast@50"}, 2},
		{[]string{"breast@52", "breast@38", "autism"}, 5},
		{[]string{"fibroids", "endometrium@29"}, 11},
		{[]string{"fibroids", "endometrium@30"}, 7},
		{[]string{"fibroids", "endometrium@49"}, 7},
		{[]string{"fibroids", "endometrium@50"}, 2},
		{[]string{"goitre", "thyroid@19"}, 14},
		{[]string{"goitre", "thyroid@49"}, 8},
		{[]string{"goitre", "thyroid@50"}, 5},
		{[]string{"kidney@50", "breast@45"}, 3},
		{[]string{"5 polyps"}, 6},
		{[]string{"3 polyps", "2 polyps"}, 6},
		{[]string{"4 polyps", "fibrocystic breasts"}, 1},
		{[]string{"hamartomatous polyp of the colon"}, 10},
		{[]string{"glycogenic acanthosis"}, 10},
		{[]string{"trichilemmoma"}, 10},
		{[]string{"oral papillomas"}, 6},
		{[]string{"penile freckling"}, 6},
		{[]string{"acral keratoses"}, 1},
		{[]string{"AVM"}, 6},
		{[]string{"macrocephaly", "trichilemmoma", "lipomas", "breast@41"}, 19},
	} {
		a := model(t).Assess(risk.Request{Family: woman(c.said...)})
		if a.Status != risk.OK || a.Values["score"] != c.want || a.Category != "" {
			t.Errorf("%v: %s %v %q, want %v points", c.said, a.Status, a.Values, a.Category, c.want)
		}
	}
}

func TestAManNeedsALargerHead(t *testing.T) {
	f := woman("head circumference 62 cm", "lipoma")
	f.Individual("self").Sex = pedigree.Male
	if a := model(t).Assess(risk.Request{Family: f}); a.Values["score"] != 1 {
		t.Errorf("%v", a.Values)
	}
	f.Individual("self").Sex = ""
	if a := model(t).Assess(risk.Request{Family: f}); a.Values["score"] != 1 || a.Range["score"].High != 11 {
		t.Errorf("%v %v", a.Values, a.Range)
	}
}

func TestVagueFactsAreAveragedAndInTheRange(t *testing.T) {
	a := model(t).Assess(risk.Request{Family: woman("breast@48-51", "lipomas", "many polyps")})
	if a.Values["score"] != 1+1.5 || a.Range["score"] != (risk.Range{Low: 2, High: 9}) {
		t.Errorf("%v in %v", a.Values, a.Range)
	}
	f := woman("trichilemmoma", "lipomas")
	f.Individual("self").Diagnoses[0].Certainty = pedigree.Possible
	if a := model(t).Assess(risk.Request{Family: f}); a.Values["score"] != 1 || a.Range["score"].High != 11 || len(a.Missing) < 2 {
		t.Errorf("%v in %v, missing %+v", a.Values, a.Range, a.Missing)
	}
}

func TestItIsQuietWhereNothingSpeaksForPTEN(t *testing.T) {
	child := woman("macrocephaly")
	child.Individual("self").Age = pedigree.ExactYear(9)
	known := woman("macrocephaly")
	known.Individual("mother").GeneTests = []pedigree.GeneTest{{Gene: "PTEN", Result: pedigree.Positive, Sample: pedigree.Germline}}
	for _, c := range []struct {
		name, says string
		f          *pedigree.Family
	}{
		{"nothing", "No feature of the score", woman()},
		{"one cancer", "only breast cancer at 45 is recorded", woman("breast@45")},
		{"in-situ disease only", "No feature", func() *pedigree.Family {
			f := woman("breast@45")
			f.Individual("self").Diagnoses[0].Behaviour = pedigree.InSitu
			return f
		}()},
		{"denied", "No feature", woman("no macrocephaly")},
		{"a child", "In a child the authors advise", child},
		{"a known variant", "deciding on a first test", known},
	} {
		a := model(t).Assess(risk.Request{Family: c.f})
		if a.Status != risk.NotApplicable || len(a.Values) > 0 || !strings.Contains(strings.Join(a.Because, " "), c.says) {
			t.Errorf("%s: %s %v %q", c.name, a.Status, a.Values, a.Because)
		}
	}
}

func TestAnAnswerWithASuspectNumberSaysSo(t *testing.T) {
	says := func(said ...string) bool {
		return strings.Contains(strings.Join(model(t).Assess(risk.Request{Family: woman(said...)}).Warnings, "\n"), "points for thyroid cancer were not alike")
	}
	if !says("thyroid@30", "lipomas") || says("breast@30", "lipomas") {
		t.Error("the doubt belongs to answers with thyroid cancer, and to no others")
	}
}

func TestAFurtherFeatureNeverLowersThePoints(t *testing.T) {
	m := model(t)
	said := rapid.SampledFrom([]string{"macrocephaly", "OFC 64", "breast@45", "breast", "endometrium@20s", "12 polyps", "polyps", "lipomas", "AVM", "thyroid@>40"})
	rapid.Check(t, func(t *rapid.T) {
		some := rapid.SliceOfN(said, 2, 5).Draw(t, "some")
		before := m.Assess(risk.Request{Family: woman(some...)})
		after := m.Assess(risk.Request{Family: woman(append(some, said.Draw(t, "another"))...)})
		for _, a := range []risk.Assessment{before, after} {
			if v, r := a.Values["score"], a.Range["score"]; v < r.Low || v > r.High {
				t.Fatalf("%v outside %v", v, r)
			}
		}
		if after.Values["score"] < before.Values["score"] {
			t.Fatalf("%v became %v", before.Values, after.Values)
		}
	})
}

func TestAFileWithoutAPartIsRefused(t *testing.T) {
	whole, err := os.ReadFile("../../../assets/models/pten.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, gone := range []string{`"features"`, `"gene"`, `"adult_from"`, `"from"`, `"rows"`} {
		if _, err := New([]byte(strings.Replace(string(whole), gone, `"gone"`, 1))); err == nil || !strings.HasPrefix(err.Error(), "pten: ") {
			t.Errorf("without %s: %v", gone, err)
		}
	}
}
