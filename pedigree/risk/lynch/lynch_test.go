package lynch

import (
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

const assets = "../../../assets/models/"

func file(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func model(t testing.TB) *Model {
	t.Helper()
	m, err := New(file(t, assets+"lynch.json"), file(t, assets+"incidence.json"), file(t, assets+"deaths.json"))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// family is a person of an age with parents of whom nothing is recorded, and a mother's brother.
func family(sex pedigree.Sex, age int) *pedigree.Family {
	unknown := func(id, mother, father pedigree.ID, sex pedigree.Sex) pedigree.Individual {
		return pedigree.Individual{ID: id, Mother: mother, Father: father, Sex: sex, NoDetails: true}
	}
	f := &pedigree.Family{AsOf: "2026-11-22", Individuals: []pedigree.Individual{
		unknown("grandmother", "", "", pedigree.Female), unknown("grandfather", "", "", pedigree.Male),
		unknown("mother", "grandmother", "grandfather", pedigree.Female), unknown("father", "", "", pedigree.Male),
		unknown("uncle", "grandmother", "grandfather", pedigree.Male),
		{ID: "self", Sex: sex, Mother: "mother", Father: "father", Age: pedigree.ExactYear(age), Well: pedigree.Yes, Consultand: true},
	}}
	return f
}

func tested(f *pedigree.Family, id pedigree.ID, gene string, result pedigree.TestResult, scope pedigree.TestScope) {
	p := f.Individual(id)
	p.GeneTests = append(p.GeneTests, pedigree.GeneTest{Gene: gene, Result: result, Scope: scope, Sample: pedigree.Germline, ReportSeen: pedigree.Yes})
}

func assess(t testing.TB, f *pedigree.Family) risk.Assessment {
	t.Helper()
	a := model(t).Assess(risk.Request{Family: f})
	if a.Status != risk.OK {
		t.Fatalf("%s: %q", a.Status, a.Because)
	}
	return a
}

// carriersFile is what lynch.json has of carriers.
type carriersFile struct {
	Genes []struct {
		Gene      string
		OneIn     float64 `json:"carriers_one_in"`
		Frequency struct{ Value float64 }
	}
	Cancers []struct {
		Cancer   string
		Sex      string
		Carriers map[string]struct {
			Percent [][2]float64 `json:"cumulative_percent"`
		}
	}
}

func numbers(t testing.TB) carriersFile {
	t.Helper()
	var f carriersFile
	if err := json.Unmarshal(file(t, assets+"lynch.json"), &f); err != nil {
		t.Fatal(err)
	}
	return f
}

// TestAKnownCarrierHasThePublishedRisks: from 25, where the database begins, to 50, 60 and 70.
func TestAKnownCarrierHasThePublishedRisks(t *testing.T) {
	for _, cancer := range numbers(t).Cancers {
		for gene, published := range cancer.Carriers {
			f := family(pedigree.Sex(cancer.Sex), 25)
			tested(f, "self", gene, pedigree.Positive, pedigree.Screen)
			a := assess(t, f)
			if a.Values["carrier/"+gene] != 1 || a.Headline != "carrier/"+gene {
				t.Errorf("%s: %v, %s", gene, a.Values["carrier/"+gene], a.Headline)
			}
			for _, point := range published.Percent[2:] {
				key := "risk/" + cancer.Cancer + "/" + map[float64]string{50: "50", 60: "60", 70: "70"}[point[0]]
				got, want := 100*a.Values[key], point[1]
				// A carrier's risk is nowhere below that of people in general, which matters where nobody in
				// the database had the cancer for ten years.
				if got < want-0.01 || got > want+1.2 {
					t.Errorf("%s %s %s: %.2f%%, published %.2f%%", gene, cancer.Sex, key, got, want)
				}
			}
		}
	}
}

func TestAPersonOfWhomNothingIsKnownCarriesAsOftenAsWinCounted(t *testing.T) {
	a := assess(t, family(pedigree.Male, 18))
	none := 1.0
	for _, g := range numbers(t).Genes {
		q := g.Frequency.Value
		if carriers := 1 - (1-q)*(1-q); math.Abs(carriers*g.OneIn-1) > 1e-4 {
			t.Errorf("%s: carriers 1 in %.1f, want %v", g.Gene, 1/carriers, g.OneIn)
		}
		if got := a.Values["carrier/"+g.Gene]; math.Abs(got*g.OneIn-1) > 2e-3 {
			t.Errorf("%s: 1 in %.1f, want %v", g.Gene, 1/got, g.OneIn)
		}
		none *= 1 - 1/g.OneIn
	}
	if got, want := a.Values["any"], 1-none; math.Abs(got-want) > 1e-5 {
		t.Errorf("any %v, want %v", got, want)
	}
}

// TestTheClosedFormOfAnAtRiskPerson: with prior 1/2 and the chances F of the model's cancers by an age for
// carriers and others, (1-F)/((1-F)+(1-F')) is the chance after reaching that age well.
func TestTheClosedFormOfAnAtRiskPerson(t *testing.T) {
	free := func(known func(*pedigree.Family)) float64 {
		f := family(pedigree.Male, 25)
		tested(f, "mother", "MLH1", pedigree.Positive, pedigree.Screen)
		known(f)
		return 1 - assess(t, f).Values["risk/colorectum/60"]
	}
	with := free(func(f *pedigree.Family) { tested(f, "self", "MLH1", pedigree.Positive, pedigree.FamilialVariant) })
	without := free(func(f *pedigree.Family) { tested(f, "self", "MLH1", pedigree.Negative, pedigree.FamilialVariant) })
	f := family(pedigree.Male, 25)
	tested(f, "mother", "MLH1", pedigree.Positive, pedigree.Screen)
	if got := assess(t, f).Values["carrier/MLH1"]; math.Abs(got-0.5) > 2e-3 {
		t.Errorf("at 25: %v", got)
	}
	f.Individual("self").Age = pedigree.ExactYear(60)
	if got, want := assess(t, f).Values["carrier/MLH1"], with/(with+without); math.Abs(got-want) > 2e-3 {
		t.Errorf("well at 60: %v, want %v", got, want)
	}
}

func TestWithoutTheFamilysVariantTheRiskIsThatOfPeopleInGeneral(t *testing.T) {
	f := family(pedigree.Female, 40)
	tested(f, "mother", "MSH2", pedigree.Positive, pedigree.Screen)
	tested(f, "self", "MSH2", pedigree.Negative, pedigree.FamilialVariant)
	a := assess(t, f)
	if a.Values["carrier/MSH2"] > 1e-6 {
		t.Errorf("carrier %v", a.Values["carrier/MSH2"])
	}
	for _, c := range a.Curves {
		last := c.Points[len(c.Points)-1]
		if last.Age != 70 || math.Abs(last.Risk-last.Population) > 0.004 {
			t.Errorf("%s to %d: %v, population %v", c.Cancer, last.Age, last.Risk, last.Population)
		}
	}
}

func TestAFamilyWithoutBowelOrWombCancerHasALowChanceAndSaysWhy(t *testing.T) {
	f := family(pedigree.Female, 42)
	f.Individual("mother").NoDetails = false
	f.Individual("mother").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ExactYear(45)}}
	f.Individual("mother").Age = pedigree.ExactYear(70)
	a := assess(t, f)
	if a.Values["any"] > 0.003 || a.Headline != risk.AnyGene || a.Because[0] != "No bowel or womb cancer is reported." {
		t.Errorf("%v %s %q", a.Values["any"], a.Headline, a.Because)
	}
}

// TestSeveralGenesAreOneQuestion: the answer is known by the chance of any gene until a variant is found.
func TestSeveralGenesAreOneQuestion(t *testing.T) {
	f := family(pedigree.Male, 45)
	f.Individual("self").Well = pedigree.NotAsked
	for _, id := range []pedigree.ID{"self", "mother", "uncle"} {
		p := f.Individual(id)
		p.NoDetails = false
		p.Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Colorectum, Age: pedigree.ExactYear(41)}}
	}
	a := assess(t, f)
	if a.Headline != risk.AnyGene || a.Values["any"] < 0.9 || a.Values["any"] > 1 {
		t.Errorf("%s %v", a.Headline, a.Values["any"])
	}
	for key := range a.Values {
		if strings.HasPrefix(key, "risk/") {
			t.Errorf("%s is given after a bowel cancer", key)
		}
	}
}

// TestABowelCancerNeverLowersTheChanceOfThePersonWhoHadIt, whatever the rest of the family, and a cancer later
// in life raises it less than one early on.
func TestABowelCancerNeverLowersTheChanceOfThePersonWhoHadIt(t *testing.T) {
	m := model(t)
	rapid.Check(t, func(t *rapid.T) {
		f := family(rapid.SampledFrom([]pedigree.Sex{pedigree.Female, pedigree.Male}).Draw(t, "sex"), 75)
		for _, id := range []pedigree.ID{"grandmother", "mother", "father", "uncle"} {
			p := f.Individual(id)
			p.NoDetails = rapid.Bool().Draw(t, "no details")
			p.Age = pedigree.ExactYear(rapid.IntRange(76, 90).Draw(t, "age"))
			if site := rapid.SampledFrom([]pedigree.Site{"", pedigree.Colorectum, pedigree.Ovary}).Draw(t, "site"); site != "" {
				p.Diagnoses = []pedigree.Diagnosis{{Site: site, Age: pedigree.ExactYear(rapid.IntRange(30, 70).Draw(t, "age at diagnosis"))}}
			}
		}
		any := func(age int) float64 {
			self := f.Individual("self")
			self.Diagnoses = nil
			if age > 0 {
				self.Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Colorectum, Age: pedigree.ExactYear(age)}}
			}
			a := m.Assess(risk.Request{Family: f, Quick: true})
			if a.Status != risk.OK {
				t.Fatalf("%s: %q", a.Status, a.Because)
			}
			return a.Values["any"]
		}
		well, early, late := any(0), any(rapid.IntRange(26, 49).Draw(t, "early")), any(rapid.IntRange(66, 75).Draw(t, "late"))
		if early < well || late < well || early < late {
			t.Fatalf("well %v, early %v, late %v", well, early, late)
		}
	})
}

func TestPMS2IsNeverNought(t *testing.T) {
	for _, who := range []pedigree.ID{"self", "mother"} {
		f := family(pedigree.Female, 40)
		tested(f, who, "PMS2", pedigree.Positive, pedigree.Screen)
		a := model(t).Assess(risk.Request{Family: f})
		if a.Status != risk.NotApplicable || len(a.Values) > 0 || !strings.Contains(a.Because[1], "too few data") || !strings.Contains(a.Because[1], "which is not a risk of nought") {
			t.Errorf("%s: %s %v %q", who, a.Status, a.Values, a.Because)
		}
		if got := strings.Contains(strings.Join(a.Surveillance, " "), "PMS2: Colonoscopy every 2 years from 35 to 75"); got != (who == "self") {
			t.Errorf("%s: surveillance %q", who, a.Surveillance)
		}
	}
}

func TestWithoutTheFamilysPMS2VariantNoFigureIsGivenEither(t *testing.T) {
	f := family(pedigree.Female, 40)
	tested(f, "mother", "PMS2", pedigree.Positive, pedigree.Screen)
	tested(f, "self", "PMS2", pedigree.Negative, pedigree.FamilialVariant)
	a := model(t).Assess(risk.Request{Family: f})
	if a.Status != risk.NotApplicable || len(a.Surveillance) > 0 || !strings.Contains(a.Because[0], "was not found in the person asked about") {
		t.Errorf("%s %q %q", a.Status, a.Because, a.Surveillance)
	}
}

func TestSurveillanceFollowsTheGeneOfAKnownCarrier(t *testing.T) {
	for gene, from := range map[string]string{"MLH1": "25 to 75", "MSH2": "25 to 75", "MSH6": "35 to 75"} {
		f := family(pedigree.Female, 40)
		tested(f, "self", gene, pedigree.Positive, pedigree.Screen)
		if a := assess(t, f); len(a.Surveillance) == 0 || !strings.Contains(a.Surveillance[0], from) {
			t.Errorf("%s: %q", gene, a.Surveillance)
		}
	}
	if a := assess(t, family(pedigree.Female, 40)); len(a.Surveillance) > 0 {
		t.Errorf("nobody carries: %q", a.Surveillance)
	}
}

func TestANegativeScreenOfAllGenesLeavesNoFigureAndOneOfARelativeChangesNothing(t *testing.T) {
	f := family(pedigree.Female, 40)
	before := assess(t, f).Values["any"]
	tested(f, "mother", "MLH1", pedigree.Negative, pedigree.Screen)
	a := assess(t, f)
	if a.Values["any"] != before || !strings.Contains(strings.Join(a.Warnings, " "), "lower nothing") {
		t.Errorf("%v became %v: %q", before, a.Values["any"], a.Warnings)
	}
	for _, gene := range []string{"MLH1", "MSH2", "MSH6"} {
		tested(f, "self", gene, pedigree.Negative, pedigree.Screen)
	}
	if a := model(t).Assess(risk.Request{Family: f}); a.Status != risk.NotApplicable || len(a.Values) > 0 {
		t.Errorf("%s %v", a.Status, a.Values)
	}
}

func TestATumourResultMakesNoCarrier(t *testing.T) {
	f := family(pedigree.Male, 45)
	before := assess(t, f).Values["any"]
	f.Individual("self").GeneTests = []pedigree.GeneTest{{Gene: "MLH1", Result: pedigree.Positive, Sample: pedigree.Tumour}}
	if got := assess(t, f).Values["any"]; got != before {
		t.Errorf("%v became %v", before, got)
	}
}

func TestTheModelSaysThatItIsOurs(t *testing.T) {
	a := assess(t, family(pedigree.Male, 45))
	limits := strings.Join(a.Warnings, " ")
	if !strings.Contains(a.Title, "Kindred's own open model") || !strings.Contains(limits, "It is not MMRpro and has not been validated") || strings.Contains(a.Title, "MMRpro") {
		t.Errorf("%q, %q", a.Title, a.Warnings)
	}
}

func TestAFileWithoutAPartIsRefused(t *testing.T) {
	whole := string(file(t, assets+"lynch.json"))
	for _, gone := range []string{`"genes": [`, `"pms2"`, `"not_in_model"`, `"surveillance"`} {
		_, err := New([]byte(strings.Replace(whole, gone, `"gone`+gone[1:], 1)), file(t, assets+"incidence.json"), file(t, assets+"deaths.json"))
		if err == nil || !strings.HasPrefix(err.Error(), "lynch: ") {
			t.Errorf("without %s: %v", gone, err)
		}
	}
}

func TestAVariantOfAnotherSyndromeIsWarnedOf(t *testing.T) {
	for gene, warned := range map[string]bool{"BRCA1": true, "TP53": true, "MLH1": false, "msh6": false} {
		f := family(pedigree.Female, 40)
		tested(f, "uncle", gene, pedigree.Positive, "")
		if got := strings.Contains(strings.Join(assess(t, f).Warnings, " "), "does not have that gene"); got != warned {
			t.Errorf("%s: warned %v", gene, got)
		}
	}
}

func TestOneCaseIsNotSaidAsSeveral(t *testing.T) {
	for gene := range model(t).Quoted {
		f := family(pedigree.Female, 40)
		tested(f, "self", gene, pedigree.Positive, "")
		if said := strings.Join(assess(t, f).Because, " "); strings.Contains(said, "(1 cases") {
			t.Error(said)
		}
	}
}

func TestTheOtherGenesOfACarrierAreNotSaidToBeNought(t *testing.T) {
	f := &pedigree.Family{AsOf: "2026-11-22", Individuals: []pedigree.Individual{{ID: "self", Sex: pedigree.Female, Age: pedigree.ExactYear(40), Well: pedigree.Yes, Consultand: true}}}
	tested(f, "self", "MSH2", pedigree.Positive, "")
	said := strings.Join(assess(t, f).Because, " ")
	if strings.Contains(said, " 0.0%") || !strings.Contains(said, "Chance of a variant in any of the genes 100.0%: MSH2 100.0%, MSH6 0.1% and MLH1 under 0.1%.") {
		t.Error(said)
	}
}
