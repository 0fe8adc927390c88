package chompret

import (
	"os"
	"slices"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/criteria"
)

func model(t testing.TB) *criteria.Model {
	t.Helper()
	data, err := os.ReadFile("../../../assets/models/chompret.json")
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

// of is one confirmed cancer with its type: HER2 negative, if of the breast.
func of(site pedigree.Site, histology, age string) []pedigree.Diagnosis {
	return []pedigree.Diagnosis{{
		Site: site, Age: pedigree.ParseFuzzy(age), Status: pedigree.Confirmed,
		Pathology: pedigree.Pathology{Histology: histology, HER2: pedigree.ReceptorNegative},
	}}
}

func breast(age string) []pedigree.Diagnosis  { return of(pedigree.Breast, "ductal", age) }
func sarcoma(age string) []pedigree.Diagnosis { return of(pedigree.Sarcoma, "leiomyosarcoma", age) }

func her2(r pedigree.Receptor, age string) []pedigree.Diagnosis {
	d := breast(age)
	d[0].Pathology.HER2 = r
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
	both := func(a, b []pedigree.Diagnosis) []pedigree.Diagnosis { return append(slices.Clone(a), b...) }
	for _, c := range []struct {
		name string
		of   diagnoses
		want string
	}{
		{"(1) rhabdomyosarcoma at 5", diagnoses{"self": of(pedigree.Sarcoma, "embryonal rhabdomyosarcoma", "5")}, "met"},
		{"(1) rhabdomyosarcoma at 6", diagnoses{"self": of(pedigree.Sarcoma, "embryonal rhabdomyosarcoma", "6")}, "not met"},
		{"(2) anaplastic embryonal at 40", diagnoses{"self": of(pedigree.Sarcoma, "anaplastic embryonal rhabdomyosarcoma", "40")}, "met"},
		{"(2) a sarcoma without its type", diagnoses{"self": of(pedigree.Sarcoma, "", "60")}, "cannot tell"},
		{"(3) adrenocortical at 70", diagnoses{"self": of(pedigree.Adrenal, "", "70")}, "met"},
		{"(4) choroid plexus at 30", diagnoses{"self": of(pedigree.Brain, "choroid plexus carcinoma", "30")}, "met"},
		{"(4) another brain tumour", diagnoses{"self": of(pedigree.Brain, "glioblastoma", "30")}, "not met"},
		{"(5) breast at 30", diagnoses{"self": breast("30")}, "met"},
		{"(5) breast at 31", diagnoses{"self": breast("31")}, "not met"},
		{"(5) in situ", diagnoses{"self": func() []pedigree.Diagnosis { d := breast("25"); d[0].Behaviour = pedigree.InSitu; return d }()}, "not met"},
		{"(5) breast in the 30s with HER2 negative", diagnoses{"self": breast("30s")}, "cannot tell"},
		{"(6) HER2 positive at 35", diagnoses{"self": her2(pedigree.ReceptorPositive, "35")}, "met"},
		{"(6) HER2 positive at 36", diagnoses{"self": her2(pedigree.ReceptorPositive, "36")}, "not met"},
		{"(6) HER2 not recorded at 35", diagnoses{"self": her2("", "35")}, "cannot tell"},
		{"(7) hypodiploid ALL at 17", diagnoses{"self": of(pedigree.Leukaemia, "hypodiploid ALL", "17")}, "met"},
		{"(7) hypodiploid ALL at 18", diagnoses{"self": of(pedigree.Leukaemia, "hypodiploid ALL", "18")}, "not met"},
		{"(8) SHH medulloblastoma at 17", diagnoses{"self": of(pedigree.Brain, "SHH medulloblastoma", "17")}, "met"},
		{"(8) SHH medulloblastoma at 18", diagnoses{"self": of(pedigree.Brain, "SHH medulloblastoma", "18")}, "not met"},
		{"(9) osteosarcoma of the jaw at 17", diagnoses{"self": of(pedigree.Sarcoma, "osteosarcoma of the jaw", "17")}, "met"},
		{"(9) osteosarcoma of the jaw at 18", diagnoses{"self": of(pedigree.Sarcoma, "osteosarcoma of the jaw", "18")}, "not met"},
		{"(10) breast and sarcoma at 46", diagnoses{"self": both(breast("46"), sarcoma("46"))}, "met"},
		{"(10) the second at 47", diagnoses{"self": both(breast("46"), sarcoma("47"))}, "not met"},
		{"(10) two breast cancers", diagnoses{"self": both(breast("40"), breast("45"))}, "not met"},
		{"(11) sarcoma at 46, mother breast at 56", diagnoses{"self": sarcoma("46"), "mother": breast("56")}, "met"},
		{"(11) sarcoma at 46, mother breast at 57", diagnoses{"self": sarcoma("46"), "mother": breast("57")}, "not met"},
		{"(11) sarcoma at 47, mother breast at 56", diagnoses{"self": sarcoma("47"), "mother": breast("56")}, "not met"},
		{"(11) the young one may be the relative", diagnoses{"self": sarcoma("56"), "aunt": breast("46")}, "met"},
		{"(11) two breast cancers", diagnoses{"self": breast("40"), "mother": breast("40")}, "not met"},
		{"(11) a cousin is of the third degree", diagnoses{"self": sarcoma("40"), "cousin": breast("40")}, "not met"},
		{"(12) sarcoma at 45, two other cancers at 45", diagnoses{"self": of(pedigree.Colorectum, "", "45"), "mother": sarcoma("45"), "aunt": of(pedigree.Lung, "", "45")}, "met"},
		{"(12) the second at 46", diagnoses{"self": of(pedigree.Colorectum, "", "46"), "mother": sarcoma("45"), "aunt": of(pedigree.Lung, "", "46")}, "not met"},
		{"(12) a second sarcoma at any age, the families' nearest common member affected", diagnoses{"mother": sarcoma("70"), "gran": sarcoma("45"), "self": of(pedigree.Colorectum, "", "44")}, "met"},
		{"(12) two people are not three", diagnoses{"self": both(sarcoma("40"), of(pedigree.Lung, "", "44")), "mother": of(pedigree.Colorectum, "", "45")}, "not met"},
	} {
		if a := ask(t, c.of); a.Category != c.want {
			t.Errorf("%s: %s, want %s: %q", c.name, a.Category, c.want, a.Because)
		}
	}
}

func TestThePaperIsSaidBesideTheNHSWording(t *testing.T) {
	last := func(a risk.Assessment) string { return a.Because[len(a.Because)-1] }
	at46 := ask(t, diagnoses{"self": sarcoma("46"), "mother": breast("50")})
	if at46.Category != "met" || !strings.HasSuffix(last(at46), "(below 46 and below 56): not met.") {
		t.Errorf("%s %q", at46.Category, at46.Because)
	}
	at45 := ask(t, diagnoses{"self": sarcoma("45"), "mother": breast("50")})
	if at45.Category != "met" || !strings.Contains(last(at45), "): met, a Li-Fraumeni cancer below 46") {
		t.Errorf("%s %q", at45.Category, at45.Because)
	}
	several := ask(t, diagnoses{"self": sarcoma("45"), "mother": append(breast("70"), of(pedigree.Lung, "", "72")...)})
	if several.Category != "not met" || !strings.Contains(last(several), "): met, a Li-Fraumeni cancer below 46") {
		t.Errorf("%s %q", several.Category, several.Because)
	}
}

func TestARelativeWhoMeetsItIsNamedByRelation(t *testing.T) {
	a := ask(t, diagnoses{"sister": breast("29"), "self": breast("50")})
	if a.Because[0] != "Met by the sibling (breast cancer at 29, confirmed): breast cancer at 30 or younger." || !slices.Equal(a.Counted, []pedigree.ID{"sister"}) {
		t.Errorf("%q %v", a.Because, a.Counted)
	}
}
