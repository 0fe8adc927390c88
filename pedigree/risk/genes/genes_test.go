package genes_test

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"kindred/assets"
	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/genes"
)

// model is inherited-breast-ovarian, the model with the most genes.
func model(t testing.TB) *genes.Model {
	t.Helper()
	return modelOf(t)
}

// modelOf keeps only some of its genes; none given keeps all.
func modelOf(t testing.TB, kept ...string) *genes.Model {
	t.Helper()
	numbers := assets.Must("models/inherited-breast-ovarian.json")
	if len(kept) > 0 {
		var file map[string]any
		if err := json.Unmarshal(numbers, &file); err != nil {
			t.Fatal(err)
		}
		file["genes"] = slices.DeleteFunc(file["genes"].([]any), func(g any) bool {
			return !slices.Contains(kept, g.(map[string]any)["gene"].(string))
		})
		for _, c := range file["cancers"].([]any) {
			carriers := c.(map[string]any)["carriers"].(map[string]any)
			for gene := range carriers {
				if !slices.Contains(kept, gene) {
					delete(carriers, gene)
				}
			}
		}
		delete(file, "together")
		var err error
		if numbers, err = json.Marshal(file); err != nil {
			t.Fatal(err)
		}
	}
	m, err := genes.New("test", numbers, assets.Must("models/incidence.json"), assets.Must("models/deaths.json"))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func at(age string) pedigree.Fuzzy { return pedigree.ParseFuzzy(age) }

func diagnosis(site pedigree.Site, age string) pedigree.Diagnosis {
	return pedigree.Diagnosis{Site: site, Age: at(age), Behaviour: pedigree.Invasive, Status: pedigree.Confirmed}
}

func person(id string, sex pedigree.Sex, mother, father, age string) pedigree.Individual {
	return pedigree.Individual{
		ID: pedigree.ID(id), Sex: sex, Mother: pedigree.ID(mother), Father: pedigree.ID(father), Age: at(age), Well: pedigree.Yes,
	}
}

// clinic is a woman of 42 whose mother had breast cancer at 41 and died of ovarian cancer at 50, with an aunt
// who had breast cancer at 49.
func clinic() *pedigree.Family {
	f := &pedigree.Family{AsOf: "2026-11-21", Individuals: []pedigree.Individual{
		person("gf", pedigree.Male, "", "", "71"),
		person("gm", pedigree.Female, "", "", "58"),
		person("mother", pedigree.Female, "gm", "gf", "52"),
		person("aunt", pedigree.Female, "gm", "gf", "66"),
		person("father", pedigree.Male, "", "", "68"),
		person("self", pedigree.Female, "mother", "father", "42"),
		person("brother", pedigree.Male, "mother", "father", "39"),
	}}
	f.Individual("self").Consultand = true
	f.Individual("mother").Diagnoses = []pedigree.Diagnosis{diagnosis(pedigree.Breast, "41"), diagnosis(pedigree.Ovary, "50")}
	f.Individual("mother").Deceased, f.Individual("mother").Well = pedigree.Yes, pedigree.NotAsked
	f.Individual("aunt").Diagnoses = []pedigree.Diagnosis{diagnosis(pedigree.Breast, "49")}
	return f
}

// with is the clinic's family with one person changed.
func with(id pedigree.ID, change func(*pedigree.Individual)) *pedigree.Family {
	f := clinic()
	change(f.Individual(id))
	return f
}

func assess(t testing.TB, m *genes.Model, f *pedigree.Family) risk.Assessment {
	t.Helper()
	a := m.Assess(risk.Request{Family: f})
	if a.Status != risk.OK {
		t.Fatalf("%s: %q", a.Status, a.Because)
	}
	return a
}

func tested(gene string, result pedigree.TestResult, scope pedigree.TestScope) func(*pedigree.Individual) {
	return func(p *pedigree.Individual) {
		p.GeneTests = append(p.GeneTests, pedigree.GeneTest{ID: "t", Gene: gene, Result: result, Scope: scope, Sample: pedigree.Germline, ReportSeen: pedigree.Yes})
	}
}

// TestAKnownVariantGivesBackThePublishedCurve: a woman with a BRCA1 variant, well at 42, has by 80 the risk that
// Kuchenbaecker 2017 leave those free of cancer at 42 ((72.0 - 28.2) / (100 - 28.2) of breast cancer).
func TestAKnownVariantGivesBackThePublishedCurve(t *testing.T) {
	m := model(t)
	for _, c := range []struct {
		gene          string
		breast, ovary [2]float64 // free of it at 42, and its risk by 80, published (%)
	}{
		{"BRCA1", [2]float64{72.0, 72.0}, [2]float64{97.2, 43.6}},
		{"BRCA2", [2]float64{81.6, 68.9}, [2]float64{100, 16.6}},
	} {
		a := assess(t, m, with("self", tested(c.gene, pedigree.Positive, pedigree.Screen)))
		if a.Values["carrier/"+c.gene] != 1 || a.Values["any"] != 1 || a.Headline != "carrier/"+c.gene {
			t.Errorf("%s: %v, headline %s", c.gene, a.Values["carrier/"+c.gene], a.Headline)
		}
		for cancer, p := range map[string][2]float64{"breast": c.breast, "ovary": c.ovary} {
			want := 1 - (1-p[1]/100)/(p[0]/100)
			if got := a.Values["risk/"+cancer+"/80"]; math.Abs(got-want) > 0.012 {
				t.Errorf("%s, %s by 80: %.4f, published %.4f", c.gene, cancer, got, want)
			}
		}
	}
}

// TestWithoutAFamilyThePriorIsTheFrequency holds 1 - (1-q)² for each gene, q as CanRisk has it, and that a woman
// of whom nothing is known has the population's risk.
func TestWithoutAFamilyThePriorIsTheFrequency(t *testing.T) {
	f := &pedigree.Family{AsOf: "2026-11-21", Individuals: []pedigree.Individual{{ID: "self", Sex: pedigree.Female, Consultand: true}}}
	a := assess(t, model(t), f)
	for gene, q := range map[string]float64{"BRCA1": 0.0006394, "BRCA2": 0.00102, "PALB2": 0.00064, "ATM": 0.0018, "CHEK2": 0.00373, "RAD51C": 0.00035, "RAD51D": 0.00035, "BRIP1": 0.00071} {
		if got, want := a.Values["carrier/"+gene], 1-(1-q)*(1-q); math.Abs(got-want) > 2e-4*want {
			t.Errorf("%s: %v, wanted %v", gene, got, want)
		}
	}
	f.Individuals[0].Age = at("20")
	a = assess(t, model(t), f)
	if got := a.Values["risk_by_80"]; math.Abs(got-0.1188) > 0.0005 {
		t.Errorf("breast cancer from 20 to 80: %v, in Scotland 11.88%%", got)
	}
	if last := a.CurveOf("breast"); math.Abs(last[59].Risk-last[59].Population) > 2e-5 {
		t.Errorf("%+v", last[59])
	}
}

// TestTheDesignFamilyStaysFarAbovePopulation: sample G10482 with every gene test taken away.
func TestTheDesignFamilyStaysFarAbovePopulation(t *testing.T) {
	var f pedigree.Family
	if err := json.Unmarshal(assets.Must("families/g10482-breast-ovarian.json"), &f); err != nil {
		t.Fatal(err)
	}
	whole := model(t).Assess(risk.Request{Family: &f})
	if v := whole.Values["carrier/BRCA1"]; v < 0.35 || v > 0.45 || whole.Headline != "carrier/BRCA1" {
		t.Errorf("with the aunt's result %v (%s)", v, whole.Headline)
	}
	for i := range f.Individuals {
		f.Individuals[i].GeneTests = nil
	}
	a := assess(t, model(t), &f)
	if any, breast := a.Values["any"], a.CurveOf("breast"); any < 0.2 || any > 0.45 || breast[len(breast)-1].Risk < 2*breast[len(breast)-1].Population {
		t.Errorf("without any result: carries %v, breast cancer %+v", any, breast[len(breast)-1])
	}
}

func TestChancesAddUpAndLieWithinTheirRanges(t *testing.T) {
	f := with("aunt", func(p *pedigree.Individual) {
		p.Diagnoses[0].Age, p.Age = at("40s"), at("about 66")
	})
	a := assess(t, model(t), f)
	sum := 0.0
	for key, v := range a.Values {
		if r := a.Range[key]; v < 0 || v > 1 || v < r.Low || v > r.High {
			t.Errorf("%s: %v in %v", key, v, r)
		}
		if strings.HasPrefix(key, "carrier/") {
			sum += v
		}
	}
	if any := a.Values["any"]; sum < any || sum > any+0.03 {
		t.Errorf("the genes add up to %v, any is %v", sum, any) // more only by those with two variants
	}
	for _, c := range a.Curves {
		for i, p := range c.Points {
			if i > 0 && (p.Risk < c.Points[i-1].Risk || p.Population < c.Points[i-1].Population) {
				t.Errorf("%s falls at %d", c.Cancer, p.Age)
			}
		}
	}
	breast := a.CurveOf("breast")
	if math.Abs(breast[len(breast)-1].Risk-a.Values["risk_by_80"]) > 1e-12 || math.Abs(breast[9].Risk-a.Values["risk_10y"]) > 1e-12 {
		t.Error("the curve and the values differ")
	}
}

// TestThreeLinesWhileAKnownVariantIsUntested: with, without and not knowing are one weighted mean.
func TestThreeLinesWhileAKnownVariantIsUntested(t *testing.T) {
	a := assess(t, model(t), with("aunt", tested("BRCA1", pedigree.Positive, pedigree.Screen)))
	p := a.Values["carrier/BRCA1"]
	for _, c := range a.Curves {
		last := c.Points[len(c.Points)-1]
		if c.Gene != "BRCA1" || !c.Crude && math.Abs(p*last.With+(1-p)*last.Without-last.Risk) > 1e-9 {
			t.Errorf("%s %s: %+v, %v carry", c.Cancer, c.Gene, last, p)
		}
	}
	again := assess(t, model(t), func() *pedigree.Family {
		f := with("aunt", tested("BRCA1", pedigree.Positive, pedigree.Screen))
		tested("BRCA1", pedigree.Negative, pedigree.FamilialVariant)(f.Individual("self"))
		return f
	}())
	if again.Values["carrier/BRCA1"] != 0 || again.Curves[0].Gene != "" {
		t.Errorf("a clear predictive test leaves %v, curve of %q", again.Values["carrier/BRCA1"], again.Curves[0].Gene)
	}
}

// TestWhatResultsOfTestsDo compares the mother's results.
func TestWhatResultsOfTestsDo(t *testing.T) {
	m := modelOf(t, "BRCA1")
	none := assess(t, m, clinic()).Values["carrier/BRCA1"]
	value := func(changes ...func(*pedigree.Individual)) float64 {
		return assess(t, m, with("mother", func(p *pedigree.Individual) {
			for _, c := range changes {
				c(p)
			}
		})).Values["carrier/BRCA1"]
	}
	for name, got := range map[string]float64{
		"negative, scope not known":         value(tested("BRCA1", pedigree.Negative, pedigree.ScopeUnknown)),
		"negative, scope not said":          value(tested("BRCA1", pedigree.Negative, "")),
		"negative for a variant nobody has": value(tested("BRCA1", pedigree.Negative, pedigree.FamilialVariant)),
		"negative founder panel":            value(tested("BRCA1", pedigree.Negative, pedigree.FounderPanel)),
		"uncertain": value(func(p *pedigree.Individual) {
			p.GeneTests = []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Uncertain, Class: 3}}
		}),
		"positive, class 3": value(func(p *pedigree.Individual) {
			p.GeneTests = []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Positive, Class: 3}}
		}),
		"positive in the tumour": value(func(p *pedigree.Individual) {
			p.GeneTests = []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Positive, Sample: pedigree.Tumour}}
		}),
		"negative in the tumour": value(func(p *pedigree.Individual) {
			p.GeneTests = []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Negative, Scope: pedigree.Screen, Sample: pedigree.Tumour}}
		}),
		"another gene": value(tested("BRCA2", pedigree.Positive, pedigree.Screen)),
	} {
		if math.Abs(got-none) > 1e-12 {
			t.Errorf("%s: %v, without a test %v", name, got, none)
		}
	}
	screened := value(tested("BRCA1", pedigree.Negative, pedigree.Screen))
	if twice := value(tested("BRCA1", pedigree.Negative, pedigree.Screen), tested("brca1 ", pedigree.Negative, pedigree.Screen)); screened >= none/5 || screened <= 0 || math.Abs(twice-screened) > 1e-12 {
		t.Errorf("a full screen leaves %v of %v, two of them %v", screened, none, twice)
	}
	if got := value(tested("BRCA1", pedigree.Positive, pedigree.ScopeUnknown)); got < 0.4 || got > 0.5 {
		t.Errorf("a variant of the mother gives %v", got)
	}
}

// TestAClearTestForTheFamilysVariantHangsOnThatVariant: the mother is clear of the aunt's variant. Setting the
// aunt's report aside makes the mother's test mean nothing.
func TestAClearTestForTheFamilysVariantHangsOnThatVariant(t *testing.T) {
	f := with("aunt", tested("BRCA1", pedigree.Positive, pedigree.Screen))
	f.Individual("aunt").GeneTests[0].ReportSeen = pedigree.No
	tested("BRCA1", pedigree.Negative, pedigree.FamilialVariant)(f.Individual("mother"))
	m := modelOf(t, "BRCA1")
	a := assess(t, m, f)
	if v := a.Values["carrier/BRCA1"]; v > 0.002 {
		t.Errorf("the mother is clear, and %v is left", v)
	}
	if a.Curves[0].Gene != "" {
		t.Error("a line with the variant is drawn though it cannot have come down")
	}
	without := assess(t, m, clinic()).Values["carrier/BRCA1"]
	for _, missing := range a.Missing {
		if missing.Person == "aunt" && missing.Item == "t" {
			if missing.SetAside == nil || math.Abs(*missing.SetAside-without) > 1e-12 {
				t.Errorf("set aside %v, without either test %v", missing.SetAside, without)
			}
			return
		}
	}
	t.Errorf("the aunt's report is not asked for: %+v", a.Missing)
}

// TestAnotherVariantThanTheFamilys: clear of one variant says nothing where the relative has another.
func TestClearOfAnotherVariantSaysNothing(t *testing.T) {
	f := with("aunt", tested("BRCA1", pedigree.Positive, pedigree.Screen))
	f.Individual("aunt").GeneTests[0].Variant = "c.68_69del"
	m := modelOf(t, "BRCA1")
	want := assess(t, m, f).Values["carrier/BRCA1"]
	tested("BRCA1", pedigree.Negative, pedigree.FamilialVariant)(f.Individual("mother"))
	f.Individual("mother").GeneTests[0].Variant = "c.5266dup"
	if got := assess(t, m, f).Values["carrier/BRCA1"]; math.Abs(got-want) > 1e-12 {
		t.Errorf("%v became %v", want, got)
	}
}

// TestASecondGeneInTheSameFamily: variants in three genes in one woman need more than two risk alleles.
func TestSeveralVariantsInOnePerson(t *testing.T) {
	f := clinic()
	for _, gene := range []string{"BRCA1", "BRCA2", "CHEK2"} {
		tested(gene, pedigree.Positive, pedigree.Screen)(f.Individual("self"))
	}
	a := assess(t, model(t), f)
	for _, gene := range []string{"BRCA1", "BRCA2", "CHEK2"} {
		if a.Values["carrier/"+gene] != 1 {
			t.Errorf("%s: %v", gene, a.Values["carrier/"+gene])
		}
	}
}

func TestAshkenaziAncestryRaisesThePriorAndIsSaid(t *testing.T) {
	m := model(t)
	a := assess(t, m, with("gm", func(p *pedigree.Individual) { p.Ashkenazi = pedigree.Yes }))
	if before := assess(t, m, clinic()); a.Values["brca1_or_brca2"] <= before.Values["brca1_or_brca2"] {
		t.Errorf("%v, not recorded %v", a.Values["brca1_or_brca2"], before.Values["brca1_or_brca2"])
	}
	if !strings.Contains(strings.Join(a.Warnings, " "), "Sources disagree") {
		t.Errorf("warnings %q", a.Warnings)
	}
	alone := &pedigree.Family{AsOf: "2026-11-21", Individuals: []pedigree.Individual{
		{ID: "m", Sex: pedigree.Female},
		{ID: "f", Sex: pedigree.Male},
		{ID: "self", Sex: pedigree.Female, Mother: "m", Father: "f", Consultand: true, Ashkenazi: pedigree.Yes},
	}}
	if got := assess(t, m, alone).Values["brca1_or_brca2"]; math.Abs(got-0.028) > 0.0005 {
		t.Errorf("an Ashkenazi woman of whom nothing is known: %v, CanRisk takes 2.8%%", got)
	}
	alone.Individual("f").Ashkenazi = pedigree.No
	if got := assess(t, m, alone).Values["brca1_or_brca2"]; math.Abs(got-0.0157) > 0.0005 {
		t.Errorf("with one Ashkenazi parent: %v", got)
	}
	before := assess(t, m, alone).Values["carrier/BRCA1"]
	tested("BRCA1", pedigree.Negative, pedigree.FounderPanel)(alone.Individual("self"))
	if after := assess(t, m, alone).Values["carrier/BRCA1"]; after != before {
		t.Errorf("a founder panel, of which no number is verified: %v, before it %v", after, before)
	}
}

// TestWhoMayBeAskedAbout covers who gets no answer, and who gets chances of carrying without risks.
func TestWhoMayBeAskedAbout(t *testing.T) {
	m := model(t)
	for _, c := range []struct {
		name   string
		change func(*pedigree.Individual)
		status risk.Status
		says   string
		breast bool // a risk of breast cancer is given
	}{
		{"as she is", func(*pedigree.Individual) {}, risk.OK, "", true},
		{"died", func(p *pedigree.Individual) { p.Deceased = pedigree.Yes }, risk.NotApplicable, "died", false},
		{"a child", func(p *pedigree.Individual) { p.Age = at("9") }, risk.NotApplicable, "under 18", false},
		{"a group", func(p *pedigree.Individual) { p.Count = 3 }, risk.NotApplicable, "not one person", false},
		{"breast cancer", func(p *pedigree.Individual) {
			p.Diagnoses = []pedigree.Diagnosis{diagnosis(pedigree.Breast, "40")}
		}, risk.OK, "no risk of a second one", false},
		{"ovarian cancer", func(p *pedigree.Individual) { p.Diagnoses = []pedigree.Diagnosis{diagnosis(pedigree.Ovary, "40")} }, risk.OK, "no risk of further cancers", false},
		{"possible breast cancer", func(p *pedigree.Individual) {
			p.Diagnoses = []pedigree.Diagnosis{diagnosis(pedigree.Breast, "40")}
			p.Diagnoses[0].Certainty = pedigree.Possible
		}, risk.OK, "not certain", false},
		{"breasts removed", func(p *pedigree.Individual) {
			p.Surgery = []pedigree.Surgery{{What: "bilateral mastectomy", Age: at("40"), Reason: pedigree.RiskReducing}}
		}, risk.OK, "After removal", false},
		{"age not known", func(p *pedigree.Individual) { p.Age = pedigree.Fuzzy{} }, risk.OK, "age of the person asked about is not known", false},
		{"81", func(p *pedigree.Individual) { p.Age = at("81") }, risk.OK, "risks to 80", false},
		{"sex not recorded", func(p *pedigree.Individual) { p.Sex = "" }, risk.OK, "sex assigned at birth", false},
		{"no details", func(p *pedigree.Individual) { p.SetNoDetails() }, risk.OK, "is not known", false},
		{"diagnosed after the age now", func(p *pedigree.Individual) {
			p.Diagnoses = []pedigree.Diagnosis{diagnosis(pedigree.Breast, "60")}
		}, risk.CannotTell, "contradict", false},
	} {
		a := m.Assess(risk.Request{Family: with("self", c.change)})
		_, breast := a.Values["risk_by_80"]
		_, carries := a.Values["any"]
		if a.Status != c.status || breast != c.breast || carries != (c.status == risk.OK) || !strings.Contains(strings.Join(a.Because, " "), c.says) {
			t.Errorf("%s: %s, breast %v, carries %v, %q", c.name, a.Status, breast, carries, a.Because)
		}
	}
	for age, given := range map[string]bool{"": true, "85": true} {
		a := m.Assess(risk.Request{Family: with("self", func(p *pedigree.Individual) { p.Age = at(age) })})
		if _, ok := a.Values["lifetime_from_20"]; ok != given {
			t.Errorf("at %q a woman's lifetime risk is given: %v", age, ok)
		}
	}
	brother := m.Assess(risk.Request{Family: clinic(), Subject: "brother"})
	for _, key := range []string{"risk/prostate/80", "risk/male breast/80", "risk/pancreas/80", "carrier/BRCA2"} {
		if brother.Values[key] <= 0 {
			t.Errorf("a man has no %s: %v", key, brother.Values)
		}
	}
	if _, ok := brother.Values["lifetime_from_20"]; ok {
		t.Error("a man has a lifetime risk of NICE's")
	}
}

// TestTwoVariantsInOneFamilyMayComeFromOneGrandparent: a founder may then have both.
func TestTwoVariantsInOneFamilyMayComeFromOneGrandparent(t *testing.T) {
	f := with("aunt", func(p *pedigree.Individual) {
		tested("BRCA1", pedigree.Positive, pedigree.Screen)(p)
		tested("BRCA2", pedigree.Positive, pedigree.Screen)(p)
	})
	for _, gene := range []string{"BRCA1", "BRCA2"} {
		f.Individual("gm").Age = at("")
		tested(gene, pedigree.Negative, pedigree.FamilialVariant)(f.Individual("gm"))
	}
	a := assess(t, model(t), f)
	if a.Values["carrier/BRCA1"] < 0.2 || a.Values["carrier/BRCA2"] < 0.2 {
		t.Errorf("both came from the grandfather, and the chances are %v and %v", a.Values["carrier/BRCA1"], a.Values["carrier/BRCA2"])
	}
}

func TestAConflictInTheRecordCannotBeToldPast(t *testing.T) {
	a := model(t).Assess(risk.Request{Family: clinic(), Unresolved: []risk.Unresolved{{Person: "mother", Fact: "diagnoses"}}})
	if a.Status != risk.CannotTell || len(a.Values) > 0 {
		t.Errorf("%s %v", a.Status, a.Values)
	}
}

func TestResultsThatCannotBeTrueTogetherAreNamed(t *testing.T) {
	f := with("self", tested("BRCA1", pedigree.Positive, pedigree.Screen))
	f.Individual("self").GeneTests[0].Variant = ""
	for _, parent := range []pedigree.ID{"mother", "father"} {
		tested("BRCA1", pedigree.Negative, pedigree.FamilialVariant)(f.Individual(parent))
	}
	a := model(t).Assess(risk.Request{Family: f})
	if a.Status != risk.CannotTell || !strings.Contains(strings.Join(a.Because, " "), "cannot be true together") {
		t.Errorf("%s %q", a.Status, a.Because)
	}
}

func TestNobodyToAskAboutIsNotApplicable(t *testing.T) {
	for _, req := range []risk.Request{{}, {Family: &pedigree.Family{}}, {Family: clinic(), Subject: "nobody"}} {
		if a := model(t).Assess(req); a.Status != risk.NotApplicable || a.Model != "test" || len(a.Because) == 0 {
			t.Errorf("%+v", a)
		}
	}
}

// TestAKnownVariantLeavesRoomForASecondGene: that a woman has a CHEK2 variant makes one in BRCA1 no less likely,
// whatever is known of her parents. The chances are of all genotypes added up apart from this program.
func TestAKnownVariantLeavesRoomForASecondGene(t *testing.T) {
	self := pedigree.Individual{
		ID: "self", Sex: pedigree.Female, Age: at("50"), Mother: "mother", Father: "father", Consultand: true,
		Diagnoses: []pedigree.Diagnosis{diagnosis(pedigree.Breast, "34"), diagnosis(pedigree.Ovary, "46")},
		GeneTests: []pedigree.GeneTest{{Gene: "CHEK2", Result: pedigree.Positive}},
	}
	for _, c := range []struct {
		mother, father string
		want           float64
	}{{"", "", 0.559}, {"51", "", 0.492}, {"80", "60", 0.433}} {
		f := &pedigree.Family{AsOf: "2026-11-21", Individuals: []pedigree.Individual{
			self, {ID: "mother", Sex: pedigree.Female, Age: at(c.mother)}, {ID: "father", Sex: pedigree.Male, Age: at(c.father)},
		}}
		if got := assess(t, model(t), f).Values["carrier/BRCA1"]; math.Abs(got-c.want) > 0.004 {
			t.Errorf("mother %q, father %q: BRCA1 %v, by hand %v", c.mother, c.father, got, c.want)
		}
	}
}
