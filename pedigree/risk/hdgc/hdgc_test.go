package hdgc

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
	data, err := os.ReadFile("../../../assets/models/hdgc.json")
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

func of(site pedigree.Site, histology, age string) []pedigree.Diagnosis {
	return []pedigree.Diagnosis{{Site: site, Age: pedigree.ParseFuzzy(age), Status: pedigree.Confirmed, Pathology: pedigree.Pathology{Histology: histology}}}
}

func diffuse(age string) []pedigree.Diagnosis {
	return of(pedigree.Stomach, "diffuse, signet ring cells", age)
}

func lobular(age string) []pedigree.Diagnosis { return of(pedigree.Breast, "invasive lobular", age) }

// both is a lobular cancer of each breast.
func both(first, second string, sides ...pedigree.Side) []pedigree.Diagnosis {
	d := append(lobular(first), lobular(second)...)
	d[0].Side, d[1].Side = sides[0], sides[1]
	return d
}

func ask(t *testing.T, d diagnoses, ancestry ...string) risk.Assessment {
	t.Helper()
	person := func(id, mother, father pedigree.ID) pedigree.Individual {
		return pedigree.Individual{ID: id, Mother: mother, Father: father, Sex: pedigree.Female, Diagnoses: d[id]}
	}
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		person("gran", "", ""), person("mother", "gran", ""), person("aunt", "gran", ""), person("cousin", "aunt", ""), person("self", "mother", ""), person("sister", "mother", ""),
	}}
	f.Individual("self").Consultand = true
	f.Individual("self").Ancestry = ancestry
	return model(t).Assess(risk.Request{Family: f})
}

func TestEachConditionOnBothSides(t *testing.T) {
	left, right := pedigree.Left, pedigree.Right
	inSitu := func(age string) []pedigree.Diagnosis {
		d := of(pedigree.Stomach, "signet ring cells in situ", age)
		d[0].Behaviour = pedigree.InSitu
		return d
	}
	for _, c := range []struct {
		name string
		of   diagnoses
		want string
	}{
		{"(1) diffuse at 49", diagnoses{"self": diffuse("49")}, "met"},
		{"(1) diffuse at 50", diagnoses{"self": diffuse("50")}, "not met"},
		{"(1) intestinal at 40", diagnoses{"self": of(pedigree.Stomach, "intestinal type", "40")}, "not met"},
		{"(1) histology not recorded", diagnoses{"self": of(pedigree.Stomach, "", "40")}, "cannot tell"},
		{"(3) cleft palate in the sister", diagnoses{"self": diffuse("70"), "sister": of("cleft palate", "", "0")}, "met"},
		{"(3) cleft palate in an aunt", diagnoses{"self": diffuse("70"), "aunt": of("Cleft palate", "", "0")}, "not met"},
		{"(4) diffuse and lobular at 69", diagnoses{"self": append(diffuse("69"), lobular("69")...)}, "met"},
		{"(4) lobular at 70", diagnoses{"self": append(diffuse("69"), lobular("70")...)}, "not met"},
		{"(5) both breasts at 49", diagnoses{"self": both("49", "49", left, right)}, "met"},
		{"(5) both breasts at 50: the sources disagree", diagnoses{"self": both("49", "50", left, right)}, "cannot tell"},
		{"(5) both breasts at 70", diagnoses{"self": both("49", "70", left, right)}, "not met"},
		{"(5) one breast twice", diagnoses{"self": both("45", "49", left, left)}, "not met"},
		{"(5) sides not recorded", diagnoses{"self": both("45", "49", left, "")}, "cannot tell"},
		{"(6) in situ at 49", diagnoses{"self": inSitu("49")}, "met"},
		{"(6) in situ at 50", diagnoses{"self": inSitu("50")}, "not met"},
		{"(7) diffuse, and any gastric cancer in an aunt", diagnoses{"self": diffuse("80"), "aunt": of(pedigree.Stomach, "intestinal type", "80")}, "met"},
		{"(7) in a cousin", diagnoses{"self": diffuse("80"), "cousin": of(pedigree.Stomach, "intestinal type", "80")}, "not met"},
		{"(7) without a diffuse one", diagnoses{"self": of(pedigree.Stomach, "intestinal type", "80"), "aunt": of(pedigree.Stomach, "intestinal type", "80")}, "not met"},
		{"(8) lobular at 69 in the mother", diagnoses{"self": diffuse("80"), "mother": lobular("69")}, "met"},
		{"(8) both at 70", diagnoses{"self": diffuse("70"), "mother": lobular("70")}, "not met"},
		{"(9) two lobular at 49", diagnoses{"self": lobular("49"), "aunt": lobular("49")}, "met"},
		{"(9) one at 50", diagnoses{"self": lobular("49"), "aunt": lobular("50")}, "not met"},
		{"(9) LCIS", diagnoses{"self": lobular("40"), "aunt": of(pedigree.Breast, "LCIS", "40")}, "not met"},
		{"a relative meets it", diagnoses{"cousin": diffuse("40")}, "met"},
	} {
		if a := ask(t, c.of); a.Category != c.want {
			t.Errorf("%s: %s, want %s: %q", c.name, a.Category, c.want, a.Because)
		}
	}
}

func TestMaoriAncestryCountsAtAnyAge(t *testing.T) {
	if a := ask(t, diagnoses{"self": diffuse("75")}, "Māori"); a.Category != "met" {
		t.Errorf("%s %q", a.Category, a.Because)
	}
	if a := ask(t, diagnoses{"self": diffuse("75")}, "Welsh"); a.Category != "not met" {
		t.Errorf("%s %q", a.Category, a.Because)
	}
}

func TestTheDisagreementAndTheNHSAreSaid(t *testing.T) {
	a := ask(t, diagnoses{"self": both("49", "55", pedigree.Left, pedigree.Right)})
	if !strings.Contains(strings.Join(a.Because, " "), "one source asks for below 70, another for below 50") {
		t.Errorf("%q", a.Because)
	}
	if !slices.ContainsFunc(a.Warnings, func(w string) bool { return strings.Contains(w, "not the NHS R215 rules") }) {
		t.Errorf("%q", a.Warnings)
	}
}
