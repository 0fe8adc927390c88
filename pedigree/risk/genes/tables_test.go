package genes

import (
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"kindred/assets"
	"kindred/pedigree"
)

func shipped(t testing.TB) *Model {
	t.Helper()
	m, err := New("inherited-breast-ovarian", assets.Must("models/inherited-breast-ovarian.json"), assets.Must("models/incidence.json"), assets.Must("models/deaths.json"))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// tableOf is a cancer's, by name and sex.
func (m *Model) tableOf(t testing.TB, name string, sex pedigree.Sex) *table {
	t.Helper()
	for i := range m.cancers {
		if m.cancers[i].Name == name && m.cancers[i].Sex == sex {
			return m.cancers[i].table
		}
	}
	t.Fatalf("no %s of %s", name, sex)
	return nil
}

// percent is the net cumulative percentage by an age.
func percent(hazards []float64, age int) float64 {
	sum := 0.0
	for _, h := range hazards[:age] {
		sum += h
	}
	return -100 * math.Expm1(-sum)
}

// TestPublishedCumulativeRisksAreMet compares the curves with what the papers print (%): Kuchenbaecker 2017
// (JAMA 317:2402), Yang 2020 (JCO 38:674 and JNCI 112:1242), Li 2022 (JCO 40:1529), Lee 2016 (Genet Med
// 18:1190). Where only a relative risk is used, the tolerance is the gap that relative risks times Scottish
// incidence are known to leave.
func TestPublishedCumulativeRisksAreMet(t *testing.T) {
	m := shipped(t)
	for _, c := range []struct {
		gene, cancer string
		sex          pedigree.Sex
		age          int
		want, within float64
	}{
		{"BRCA1", "breast", pedigree.Female, 30, 4, 0.5},
		{"BRCA1", "breast", pedigree.Female, 40, 24, 0.5},
		{"BRCA1", "breast", pedigree.Female, 50, 43, 0.5},
		{"BRCA1", "breast", pedigree.Female, 60, 56, 0.5},
		{"BRCA1", "breast", pedigree.Female, 70, 66, 0.5},
		{"BRCA1", "breast", pedigree.Female, 80, 72, 0.5},
		{"BRCA2", "breast", pedigree.Female, 40, 13, 0.5},
		{"BRCA2", "breast", pedigree.Female, 50, 35, 0.6},
		{"BRCA2", "breast", pedigree.Female, 60, 53, 0.8},
		{"BRCA2", "breast", pedigree.Female, 70, 61, 0.5},
		{"BRCA2", "breast", pedigree.Female, 80, 69, 0.5},
		{"BRCA1", "ovary", pedigree.Female, 40, 2, 0.6},
		{"BRCA1", "ovary", pedigree.Female, 50, 8, 0.5},
		{"BRCA1", "ovary", pedigree.Female, 60, 20, 0.5},
		{"BRCA1", "ovary", pedigree.Female, 70, 41, 0.5},
		{"BRCA1", "ovary", pedigree.Female, 80, 44, 0.5},
		{"BRCA2", "ovary", pedigree.Female, 60, 6, 0.6},
		{"BRCA2", "ovary", pedigree.Female, 70, 15, 0.6},
		{"BRCA2", "ovary", pedigree.Female, 80, 17, 0.6},
		{"PALB2", "breast", pedigree.Female, 50, 16.9, 0.8},
		{"PALB2", "breast", pedigree.Female, 80, 52.8, 2.6},
		{"PALB2", "ovary", pedigree.Female, 80, 4.8, 0.3},
		{"PALB2", "pancreas", pedigree.Female, 80, 2.2, 0.3},
		{"PALB2", "pancreas", pedigree.Male, 80, 2.8, 0.3},
		{"PALB2", "male breast", pedigree.Male, 80, 0.9, 0.4},
		{"RAD51C", "breast", pedigree.Female, 50, 4, 0.3},
		{"RAD51C", "breast", pedigree.Female, 80, 21, 1.5},
		{"RAD51D", "breast", pedigree.Female, 50, 4, 0.3},
		{"RAD51D", "breast", pedigree.Female, 80, 20, 1},
		{"RAD51C", "ovary", pedigree.Female, 50, 1, 0.01},
		{"RAD51C", "ovary", pedigree.Female, 80, 11, 0.01},
		{"RAD51D", "ovary", pedigree.Female, 50, 0.8, 0.01},
		{"RAD51D", "ovary", pedigree.Female, 80, 13, 0.01},
		{"BRIP1", "ovary", pedigree.Female, 80, 6, 0.01},
		{"ATM", "breast", pedigree.Female, 80, 28, 1.5},
		{"CHEK2", "breast", pedigree.Female, 80, 30, 2},
		{"BRCA1", "male breast", pedigree.Male, 80, 0.4, 0.1},
		{"BRCA2", "prostate", pedigree.Male, 80, 27, 3},
		{"BRCA1", "pancreas", pedigree.Female, 80, 2.5, 0.3},
		{"BRCA1", "pancreas", pedigree.Male, 80, 2.5, 0.5},
		{"BRCA2", "pancreas", pedigree.Female, 80, 2.5, 0.9}, // a third too high: the paper's own ratio and risk disagree here
		{"BRCA2", "pancreas", pedigree.Male, 80, 2.5, 1.7},
	} {
		got := percent(m.tableOf(t, c.cancer, c.sex).carrier[m.position(c.gene)], c.age)
		if math.Abs(got-c.want) > c.within {
			t.Errorf("%s, %s of %s by %d: %.2f%%, published %v%%", c.gene, c.cancer, c.sex, c.age, got, c.want)
		}
	}
}

// TestPopulationRisksAreThoseOfScotland holds the net cumulative risks by 80 of the incidence, Scotland
// 2015-2019, and that carriers and non-carriers together have them.
func TestPopulationRisksAreThoseOfScotland(t *testing.T) {
	m := shipped(t)
	for _, c := range []struct {
		cancer string
		sex    pedigree.Sex
		want   float64
	}{{"breast", pedigree.Female, 11.88}, {"ovary", pedigree.Female, 1.59}, {"prostate", pedigree.Male, 11.68}, {"pancreas", pedigree.Female, 1.00}, {"pancreas", pedigree.Male, 1.25}, {"male breast", pedigree.Male, 0.08}} {
		table := m.tableOf(t, c.cancer, c.sex)
		if got := percent(table.population, 80); math.Abs(got-c.want) > 0.015 {
			t.Errorf("%s of %s by 80: %.3f%%, in Scotland %v%%", c.cancer, c.sex, got, c.want)
		}
		for _, age := range []int{40, 60, 80} {
			mixed, none := 0.0, 1.0
			for g, h := range table.carrier {
				if h != nil {
					q := m.genes[g].Frequency.Value
					carriers := 1 - (1-q)*(1-q)
					mixed, none = mixed+carriers*percent(h, age), none-carriers
				}
			}
			mixed += none * percent(table.none, age)
			if got := percent(table.population, age); math.Abs(mixed-got) > 0.02*got+0.001 {
				t.Errorf("%s of %s by %d: carriers and others together %.4f%%, everybody %.4f%%", c.cancer, c.sex, age, mixed, got)
			}
		}
	}
}

// TestSmoothCurvesFollowThePublishedFigure compares year by year with Kuchenbaecker 2017, figure 2, where the
// digitised figure is at hand.
func TestSmoothCurvesFollowThePublishedFigure(t *testing.T) {
	file, err := os.Open("../../../../shared/cases/breast/kuchenbaecker_fig2.csv")
	if err != nil {
		t.Skip("the digitised figure is not beside the checkout (../shared/cases)")
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	m := shipped(t)
	for column, name := range rows[0] {
		gene, cancer, ok := strings.Cut(name, "_")
		if !ok {
			continue
		}
		hazards := m.tableOf(t, cancer, pedigree.Female).carrier[m.position(gene)]
		for _, row := range rows[1:] {
			age, _ := strconv.Atoi(row[0])
			want, _ := strconv.ParseFloat(row[column], 64)
			if got := percent(hazards, age); math.Abs(got-want) > 4 { // the figure's steps are single women
				t.Errorf("%s by %d: %.1f%%, in the figure %.1f%%", name, age, got, want)
			}
		}
	}
}

// TestNoCarrierHasLessThanNonCarriers holds at every age, for every gene and cancer.
func TestNoCarrierHasLessThanNonCarriers(t *testing.T) {
	m := shipped(t)
	for i := range m.cancers {
		table := m.cancers[i].table
		for g, hazards := range table.carrier {
			for age, h := range hazards {
				if h < table.none[age] || math.IsNaN(h) {
					t.Fatalf("%s, %s at %d: %v, non-carriers %v", m.genes[g].Name, m.cancers[i].Name, age, h, table.none[age])
				}
			}
		}
	}
}

// TestTheScreeningPeakIsSmoothed: from 45 to 65 the hazard of breast cancer rises without a step.
func TestTheScreeningPeakIsSmoothed(t *testing.T) {
	population := shipped(t).tableOf(t, "breast", pedigree.Female).population
	for age := 45; age < 65; age++ {
		if population[age] < 0.99*population[age-1] || population[age] > 1.15*population[age-1] {
			t.Errorf("at %d the hazard is %v, the year before %v", age, population[age], population[age-1])
		}
	}
}

func TestCubicGoesThroughItsPointsAndNeverFalls(t *testing.T) {
	ages, cumulative := []float64{20, 30, 35, 50, 60}, []float64{0, 0.1, 0.1, 0.5, 0.52}
	hazards, sum := cubic(ages, cumulative), 0.0
	at := map[int]float64{}
	for a, h := range hazards {
		at[a] = sum
		if h < 0 {
			t.Fatalf("the hazard at %d is %v", a, h)
		}
		sum += h
	}
	for i, age := range ages {
		if math.Abs(at[int(age)]-cumulative[i]) > 1e-12 {
			t.Errorf("at %v: %v, wanted %v", age, at[int(age)], cumulative[i])
		}
	}
	if want := 0.52 + 5*0.002; math.Abs(at[65]-want) > 1e-12 {
		t.Errorf("past the end %v, wanted %v", at[65], want)
	}
}

// TestDeathOfSomethingElseLowersRisks: the risk by 80 of people of 20 by up to three tenths, and never raises it.
func TestDeathOfSomethingElseLowersRisks(t *testing.T) {
	m := shipped(t)
	for i := range m.cancers {
		c := &m.usual.cancers[i]
		net, crude := c.by(0, 20, 80, false), c.by(0, 20, 80, true)
		if crude >= net || crude < 0.7*net {
			t.Errorf("%s: net %v, crude %v", m.cancers[i].Name, net, crude)
		}
	}
}

func TestEveryShippedNumberHasAMark(t *testing.T) {
	text := string(assets.Must("models/inherited-breast-ovarian.json"))
	for _, mark := range []string{"MEM", "GAP"} {
		if strings.Contains(text, `"`+mark+`"`) {
			t.Errorf("a number is marked %s", mark)
		}
	}
}

func TestNumbersThatCannotBeAreRefused(t *testing.T) {
	incidence, deaths := assets.Must("models/incidence.json"), assets.Must("models/deaths.json")
	gene := `{"gene":"A","frequency":{"value":0.001,"mark":"V1"},"screen_sensitivity":{"value":0.9,"mark":"V1"}}`
	cancer := func(how string) string {
		return `{"genes":[` + gene + `],"cancers":[{"cancer":"breast","words":"breast cancer","sites":["breast"],"sex":"female","carriers":{` + how + `}}]}`
	}
	if _, err := New("x", []byte(cancer(`"A":{"relative_risk":[[0,2]],"mark":"V1"}`)), incidence, deaths); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ why, numbers string }{
		{"nothing", `{}`},
		{"no JSON", `{`},
		{"unknown gene", cancer(`"B":{"relative_risk":[[0,2]],"mark":"V1"}`)},
		{"no mark", cancer(`"A":{"relative_risk":[[0,2]]}`)},
		{"ages that fall", cancer(`"A":{"relative_risk":[[50,2],[40,3]],"mark":"V1"}`)},
		{"risk that falls", cancer(`"A":{"cumulative_percent":[[20,0],[40,30],[50,20]],"mark":"V1"}`)},
		{"over 100%", cancer(`"A":{"cumulative_percent":[[20,0],[40,130]],"mark":"V1"}`)},
		{"two lists", cancer(`"A":{"relative_risk":[[0,2]],"cumulative_percent":[[20,0],[40,30]],"mark":"V1"}`)},
		{"no beginning", cancer(`"A":{"cumulative_percent":[[40,30],[50,40]],"mark":"V1"}`)},
		{"ratio of nought", cancer(`"A":{"relative_risk":[[0,0]],"mark":"V1"}`)},
		{"no such incidence", strings.Replace(cancer(`"A":{"relative_risk":[[0,2]],"mark":"V1"}`), `"cancer":"breast"`, `"cancer":"toe"`, 1)},
		{"genes that a fifth of people carry", strings.Replace(cancer(`"A":{"relative_risk":[[0,2]],"mark":"V1"}`), "0.001", "0.11", 1)},
		{"a risk to meet at birth", cancer(`"A":{"relative_risk_to_meet_percent":[[0,1]],"mark":"V1"}`)},
		{"risks to 300", strings.Replace(cancer(`"A":{"relative_risk":[[0,2]],"mark":"V1"}`), `{"genes"`, `{"to_age":300,"genes"`, 1)},
		{"frequency over a half", strings.Replace(cancer(`"A":{"relative_risk":[[0,2]],"mark":"V1"}`), "0.001", "0.7", 1)},
	} {
		if _, err := New("x", []byte(c.numbers), incidence, deaths); err == nil {
			t.Errorf("%s was accepted", c.why)
		}
	}
}

func FuzzNumbers(f *testing.F) {
	incidence, deaths := assets.Must("models/incidence.json"), assets.Must("models/deaths.json")
	f.Add(assets.Must("models/inherited-breast-ovarian.json"))
	f.Add([]byte(`{"genes":[{"gene":"A","frequency":{"value":0.001,"mark":"V1"}}],"cancers":[{"cancer":"ovary","words":"x","sites":["ovary"],"sex":"female","carriers":{"A":{"relative_risk_to_meet_percent":[[50,1],[80,11]],"mark":"V1"}}}],"to_age":70}`))
	f.Fuzz(func(t *testing.T, numbers []byte) {
		m, err := New("x", numbers, incidence, deaths)
		if err != nil {
			return
		}
		for i := range m.cancers {
			for _, rows := range [][][]float64{m.usual.cancers[i].free, m.usual.cancers[i].crude} {
				for _, row := range rows {
					for _, x := range row {
						if !(x >= 0 && x <= 1) {
							t.Fatalf("%s: a chance of %v", m.cancers[i].Name, x)
						}
					}
				}
			}
		}
	})
}
