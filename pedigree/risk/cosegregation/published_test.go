package cosegregation_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/cosegregation"
)

func model(t testing.TB, others ...cosegregation.Penetrance) *cosegregation.Model {
	t.Helper()
	numbers, err := os.ReadFile("../../../assets/models/cosegregation.json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := cosegregation.New(numbers, others...)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// family reads one person a line, "id father mother sex".
func family(lines ...string) *pedigree.Family {
	f := &pedigree.Family{AsOf: "2026-11-22"}
	for _, line := range lines {
		var id, father, mother, sex string
		if n, err := fmt.Sscan(line, &id, &father, &mother, &sex); n != 4 || err != nil {
			panic(line)
		}
		p := pedigree.Individual{ID: pedigree.ID(id), Sex: map[string]pedigree.Sex{"M": pedigree.Male, "F": pedigree.Female}[sex]}
		if father != "0" {
			p.Father, p.Mother = pedigree.ID(father), pedigree.ID(mother)
		}
		f.Individuals = append(f.Individuals, p)
	}
	return f
}

// published is one analysis that somebody else has printed the factor of. Whoever is in neither affected
// nor unknown is unaffected.
type published struct {
	name                                     string
	family                                   *pedigree.Family
	proband                                  string
	carriers, noncarriers, affected, unknown string
	frequency                                float64
	penetrance                               []float64
	classes                                  [][]float64
	class                                    func(i int) int
	want, within                             float64
}

// option is the analysis in the form that the command line takes.
func (p published) option(t testing.TB) []byte {
	t.Helper()
	o := map[string]any{
		"allele_frequency": p.frequency, "penetrance": p.penetrance, "proband": p.proband,
		"carriers": strings.Fields(p.carriers), "noncarriers": strings.Fields(p.noncarriers),
	}
	phenotypes, class := map[string]string{}, map[string]int{}
	for i := range p.family.Individuals {
		id := string(p.family.Individuals[i].ID)
		in := func(list string) bool { return strings.Contains(" "+list+" ", " "+id+" ") }
		switch {
		case in(p.affected):
			phenotypes[id] = "affected"
		case !in(p.unknown):
			phenotypes[id] = "unaffected"
		}
		if p.class != nil {
			class[id] = p.class(i)
		}
	}
	o["phenotypes"] = phenotypes
	if p.class != nil {
		o["classes"], o["class"] = p.classes, class
	}
	text, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func (p published) answer(t testing.TB) risk.Assessment {
	t.Helper()
	a := model(t).Assess(risk.Request{Family: p.family, Subject: pedigree.ID(p.proband), Option: p.option(t)})
	if a.Status != risk.OK {
		t.Fatalf("%s: %s %q", p.name, a.Status, a.Because)
	}
	return a
}

// thompson is the two families of Thompson D, Easton DF, Goldgar DE, Am J Hum Genet 2003;73:652-655,
// doi:10.1086/378100: seven analyses of the first and one of the second.
func thompson() []published {
	first := func() *pedigree.Family {
		return family("1 0 0 M", "2 0 0 F", "3 0 0 M", "4 1 2 F", "5 1 2 F", "6 0 0 M", "7 3 4 ?", "8 6 5 ?")
	}
	var all []published
	for i, c := range []struct {
		carriers, noncarriers, affected, unknown string
		want                                     float64
	}{
		{"4 5 7 8", "", "4 5 7 8", "", 7.37},
		{"7 8", "", "4 5 7 8", "", 7.30},
		{"7 8", "", "7 8", "4 5", 5.28},
		{"7 8", "", "7 8", "", 1.83},
		{"7", "8", "4 5 7 8", "", 0.09},
		{"7", "8", "7 8", "4 5", 0.38},
		{"7", "8", "7 8", "", 0.88},
	} {
		all = append(all, published{
			name: fmt.Sprint("Thompson 2003, family 1, analysis ", i+1), family: first(), proband: "7",
			carriers: c.carriers, noncarriers: c.noncarriers, affected: c.affected, unknown: c.unknown,
			frequency: 0.001, penetrance: []float64{0.05, 0.7, 0.7}, want: c.want, within: 0.005,
		})
	}
	return append(all, published{
		name:   "Thompson 2003, family 2",
		family: family("1 0 0 M", "2 0 0 F", "3 1 2 M", "4 1 2 F", "5 1 2 F", "6 0 0 F", "7 3 6 F", "8 3 6 M"), proband: "7",
		carriers: "7 8", noncarriers: "6", affected: "4 5 6 7 8",
		frequency: 0.001, penetrance: []float64{0.05, 0.7, 0.7}, want: 1.03, within: 0.005,
	})
}

// ranola is the benign example, family 549, of Ranola et al. 2018,
// with liability classes by sex and ten years of age, as segregatr reproduces it.
func ranola() published {
	lines := []string{
		"1 0 0 M", "2 0 0 F", "3 1 2 F", "4 1 2 M", "5 1 2 F", "6 1 2 M", "7 0 0 M", "8 7 3 M", "9 7 3 M", "10 7 3 F", "11 7 3 M", "12 7 3 F",
		"13 0 0 F", "14 4 13 M", "15 4 13 F", "16 0 0 M", "17 16 5 M", "18 16 5 M", "19 16 5 F", "20 0 0 F", "21 6 20 M", "22 6 20 F",
	}
	ages := []int{75, 60, 77, 70, 40, 70, 74, 57, 52, 53, 49, 49, 68, 43, 32, 66, 42, 38, 38, 80, 57, 57}
	f := family(lines...)
	p := published{
		name: "Ranola 2018, family 549", family: f, proband: "5", carriers: "3 4 5 11 14 15 17 18 22", noncarriers: "7 8 9 10 12 13 16 19 20 21",
		affected: "5 6", frequency: 0.001, penetrance: []float64{0, 1, 1}, want: 0.43, within: 0.005,
		class: func(i int) int {
			n := min(ages[i]/10, 7)
			if f.Individuals[i].Sex == pedigree.Female {
				n += 7
			}
			return n
		},
	}
	for _, f := range [][2]float64{
		{7.6e-08, 1.1e-05},
		{1.2e-06, 0.00017},
		{1.9e-05, 0.0012},
		{8.5e-05, 0.003},
		{0.00027, 0.0062},
		{0.00067, 0.012},
		{0.0012, 0.018},
		{8.9e-07, 0.001026},
		{4.0997e-05, 0.047524},
		{0.00189916, 0.18042},
		{0.00878848, 0.3736},
		{0.0275136, 0.5752},
		{0.05646, 0.6889},
		{0.0793, 0.785},
	} {
		p.classes = append(p.classes, []float64{f[0], f[1], f[1]})
	}
	return p
}

// brothers is the example of the segregatr README (Vigeland MD, magnusdv/segregatr).
func brothers() published {
	return published{
		name: "segregatr README", family: family("1 0 0 M", "2 0 0 F", "3 1 2 M", "4 1 2 M", "5 1 2 M", "6 1 2 M"), proband: "3",
		carriers: "3 4 5 6", affected: "3 4 5 6", unknown: "1 2", frequency: 0.0001, penetrance: []float64{0.01, 0.9, 0.9}, want: 7.732161, within: 5e-7,
	}
}

func TestPublishedFactors(t *testing.T) {
	for _, p := range append(thompson(), ranola(), brothers()) {
		if got := p.answer(t).Values["bayes_factor"]; math.Abs(got-p.want) > p.within {
			t.Errorf("%s: %.7g, published %v", p.name, got, p.want)
		}
	}
}

// TestWorkingMultipliesToTheAnswer: the four printed logarithms sum to the printed one, and that to the value.
func TestWorkingAddsUpToTheAnswer(t *testing.T) {
	for _, p := range append(thompson(), ranola(), brothers()) {
		a := p.answer(t)
		line := a.Working[len(a.Working)-2]
		var both, genotypes, proband, ascertained, sum float64
		if _, err := fmt.Sscanf(line, "ln FLB = %f - (%f) + (%f) - (%f) = %f", &both, &genotypes, &proband, &ascertained, &sum); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if math.Abs(both-genotypes+proband-ascertained-sum) > 3e-6 || math.Abs(math.Exp(sum)-a.Values["bayes_factor"]) > 1e-5*a.Values["bayes_factor"] {
			t.Errorf("%s: %q does not give %v", p.name, line, a.Values["bayes_factor"])
		}
	}
}
