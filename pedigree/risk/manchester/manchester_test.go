package manchester

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

func model(t testing.TB) *Model {
	t.Helper()
	data, err := os.ReadFile("../../../assets/models/manchester.json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(data)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func cancer(site pedigree.Site, age string, pathology ...pedigree.Pathology) pedigree.Diagnosis {
	d := pedigree.Diagnosis{Site: site, Age: pedigree.ParseFuzzy(age), Behaviour: pedigree.Invasive}
	if len(pathology) > 0 {
		d.Pathology = pathology[0]
	}
	return d
}

// family is a woman, "self", with sister, parents, their sisters and grandparents.
func family(diagnoses map[pedigree.ID][]pedigree.Diagnosis) *pedigree.Family {
	person := func(id, mother, father pedigree.ID, sex pedigree.Sex) pedigree.Individual {
		return pedigree.Individual{ID: id, Mother: mother, Father: father, Sex: sex, Diagnoses: diagnoses[id]}
	}
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		person("mgm", "", "", pedigree.Female), person("mgf", "", "", pedigree.Male),
		person("pgm", "", "", pedigree.Female), person("pgf", "", "", pedigree.Male),
		person("mother", "mgm", "mgf", pedigree.Female), person("maunt", "mgm", "mgf", pedigree.Female),
		person("father", "pgm", "pgf", pedigree.Male), person("paunt", "pgm", "pgf", pedigree.Female),
		person("self", "mother", "father", pedigree.Female), person("sister", "mother", "father", pedigree.Female),
	}}
	f.Individual("self").Consultand = true
	return f
}

func score3(t *testing.T, f *pedigree.Family) (brca1, brca2, combined float64) {
	t.Helper()
	a := model(t).Assess(risk.Request{Family: f})
	if a.Status != risk.OK {
		t.Fatalf("%s: %q", a.Status, a.Because)
	}
	return a.Values["brca1"], a.Values["brca2"], a.Values["combined"]
}

type diagnoses = map[pedigree.ID][]pedigree.Diagnosis

func TestPublishedAndDerivedExamples(t *testing.T) {
	positive, negative := pedigree.ReceptorPositive, pedigree.ReceptorNegative
	for _, c := range []struct {
		name string
		of   diagnoses
		want float64
	}{
		{"footnote of the 2017 table: 4+4+2+1-6+5+5", diagnoses{
			"self":   {cancer(pedigree.Breast, "34", pedigree.Pathology{Grade: 3, ER: negative, HER2: positive, Histology: "ductal"})},
			"mother": {cancer(pedigree.Ovary, "63", pedigree.Pathology{Histology: "high-grade endometrioid"})},
		}, 15},
		{"abstract of 2017, sporadic high-grade serous under 60: 8+5+2", diagnoses{
			"self": {cancer(pedigree.Ovary, "52", pedigree.Pathology{Histology: "high-grade serous"})},
		}, 15},
		{"triple-negative grade 3 at 28: 6+5+4+2", diagnoses{
			"self": {cancer(pedigree.Breast, "28", pedigree.Pathology{Grade: 3, ER: negative, PR: negative, HER2: negative})},
		}, 17},
		{"ER positive grade 1 lobular at 62, not raised to nought: 1+1-1-2-2", diagnoses{
			"self": {cancer(pedigree.Breast, "62", pedigree.Pathology{Grade: 1, ER: positive, Histology: "lobular"})},
		}, -3},
	} {
		if _, _, got := score3(t, family(c.of)); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestEveryRowOfTheTableAtItsEdges(t *testing.T) {
	for _, c := range []struct {
		who    pedigree.ID
		site   pedigree.Site
		age    string
		b1, b2 float64
	}{
		{"self", pedigree.Breast, "29", 6, 5},
		{"self", pedigree.Breast, "30", 4, 4},
		{"self", pedigree.Breast, "39", 4, 4},
		{"self", pedigree.Breast, "40", 3, 3},
		{"self", pedigree.Breast, "49", 3, 3},
		{"self", pedigree.Breast, "50", 2, 2},
		{"self", pedigree.Breast, "59", 2, 2},
		{"self", pedigree.Breast, "60", 1, 1},
		{"father", pedigree.Breast, "59", 5, 8},
		{"father", pedigree.Breast, "60", 5, 5},
		{"self", pedigree.Ovary, "59", 8, 5},
		{"self", pedigree.Ovary, "60", 5, 5},

		{"self", pedigree.Pancreas, "70", 0, 1},
		{"father", pedigree.Prostate, "59", 0, 2},
		{"father", pedigree.Prostate, "60", 0, 1},
	} {
		b1, b2, sum := score3(t, family(diagnoses{c.who: {cancer(c.site, c.age)}}))
		if b1 != c.b1 || b2 != c.b2 || sum != c.b1+c.b2 {
			t.Errorf("%s %s at %s: %v and %v, want %v and %v", c.who, c.site, c.age, b1, b2, c.b1, c.b2)
		}
	}
}

func TestBreastPathologyOfTheIndex(t *testing.T) {
	positive, negative := pedigree.ReceptorPositive, pedigree.ReceptorNegative
	for _, c := range []struct {
		name string
		p    pedigree.Pathology
		want float64
	}{
		{"ER+ HER2+", pedigree.Pathology{ER: positive, HER2: positive}, -7},
		{"ER- HER2+", pedigree.Pathology{ER: negative, HER2: positive}, -5},
		{"ER+ HER2-", pedigree.Pathology{ER: positive, HER2: negative}, -1},
		{"ER- PR+ HER2-", pedigree.Pathology{ER: negative, PR: positive, HER2: negative}, 1},
		{"triple-negative", pedigree.Pathology{ER: negative, PR: negative, HER2: negative}, 4},
		{"grade 2", pedigree.Pathology{Grade: 2}, 0},
	} {
		b1, b2, _ := score3(t, family(diagnoses{"self": {cancer(pedigree.Breast, "45", c.p)}}))
		if b1 != 3+c.want || b2 != 3 {
			t.Errorf("%s: BRCA1 %v, BRCA2 %v, want %v and 3", c.name, b1, b2, 3+c.want)
		}
	}
	if _, _, got := score3(t, family(diagnoses{
		"self": {cancer(pedigree.Breast, "45")}, "mother": {cancer(pedigree.Breast, "45", pedigree.Pathology{Grade: 3})},
	})); got != 12 {
		t.Errorf("a relative's grade was scored: %v, want 12", got)
	}
}

func TestSidesAreScoredApartAndTheHigherUsed(t *testing.T) {
	f := family(diagnoses{
		"self":  {cancer(pedigree.Breast, "45")},   // 6, on both
		"maunt": {cancer(pedigree.Breast, "35")},   // 8
		"mgf":   {cancer(pedigree.Prostate, "55")}, // 2
		"paunt": {cancer(pedigree.Ovary, "50")},    // 13
	})
	a := model(t).Assess(risk.Request{Family: f})
	if a.Values["combined"] != 19 || !strings.HasPrefix(a.Because[0], "Father's side: 1 breast, 1 ovarian") {
		t.Errorf("%v %q, want 19 on the father's side", a.Values, a.Because)
	}
	if !strings.Contains(a.Because[1], "mother's side 16, father's side 19 points") {
		t.Errorf("both sides are not said: %q", a.Because)
	}
	f.Individual("mgm").Diagnoses = []pedigree.Diagnosis{cancer(pedigree.Breast, "45")}
	a = model(t).Assess(risk.Request{Family: f})
	if a.Values["combined"] != 22 || !strings.HasPrefix(a.Because[0], "Mother's side: 3 breast, 1 prostate") {
		t.Errorf("%v %q, want 22 on the mother's side", a.Values, a.Because)
	}
}

func TestUnaffectedConsultandIsScoredFromHerAffectedMother(t *testing.T) {
	f := family(diagnoses{
		"mother": {cancer(pedigree.Breast, "41", pedigree.Pathology{Grade: 3}), cancer(pedigree.Ovary, "50")}, // 6+2+13
		"maunt":  {cancer(pedigree.Breast, "49")},                                                             // 6
		"paunt":  {cancer(pedigree.Breast, "28")},                                                             // not the mother's blood
	})
	a := model(t).Assess(risk.Request{Family: f})
	if a.Values["combined"] != 27 || !strings.Contains(a.Because[0], "mother") {
		t.Errorf("%v %q, want 27 from the mother", a.Values, a.Because)
	}
	if !strings.HasPrefix(a.Category, "20 or more") {
		t.Errorf("category %q", a.Category)
	}
}

func TestWhatDoesNotScore(t *testing.T) {
	possible := cancer(pedigree.Ovary, "50")
	possible.Certainty = pedigree.Possible
	refuted := cancer(pedigree.Ovary, "50")
	refuted.Status = pedigree.Refuted
	secondary := cancer(pedigree.Ovary, "50")
	secondary.Secondary = true
	lcis := cancer(pedigree.Breast, "45", pedigree.Pathology{Histology: "lobular"})
	lcis.Behaviour = pedigree.InSitu
	borderline := cancer(pedigree.Ovary, "41")
	borderline.Behaviour = pedigree.Borderline
	for name, d := range map[string]pedigree.Diagnosis{
		"possible": possible, "refuted": refuted, "secondary": secondary, "LCIS": lcis, "borderline": borderline,
		"mucinous":  cancer(pedigree.Ovary, "50", pedigree.Pathology{Histology: "Mucinous"}),
		"germ cell": cancer(pedigree.Ovary, "20", pedigree.Pathology{Histology: "germ cell tumour"}),
		"bowel":     cancer(pedigree.Colorectum, "40"),
	} {
		f := family(diagnoses{"self": {cancer(pedigree.Breast, "45")}, "mother": {d}})
		if _, _, got := score3(t, f); got != 6 {
			t.Errorf("%s: %v, want the 6 of the index alone", name, got)
		}
	}
	if _, _, got := score3(t, family(diagnoses{"self": {cancer(pedigree.Breast, "45")}, "mother": {cancer(pedigree.Ovary, "50", pedigree.Pathology{Histology: "granulosa (germ cell?)"})}})); got != 19 {
		t.Errorf("granulosa-cell tumour: %v, want 19", got)
	}
}

func TestInSituDuctalDiseaseCountsAndIsAdjustedInTheIndex(t *testing.T) {
	d := cancer(pedigree.Breast, "45")
	d.Behaviour = pedigree.InSitu
	if _, _, got := score3(t, family(diagnoses{"self": {d}})); got != 4 {
		t.Errorf("index with DCIS at 45: %v, want 3+3-2", got)
	}
	if _, _, got := score3(t, family(diagnoses{"self": {cancer(pedigree.Breast, "45")}, "mother": {d}})); got != 12 {
		t.Errorf("mother with DCIS at 45: %v, want 6+6", got)
	}
}

func TestWhetherTubalCancerCountsIsNotGuessed(t *testing.T) {
	for _, site := range []pedigree.Site{pedigree.FallopianTube, pedigree.Peritoneum} {
		a := model(t).Assess(risk.Request{Family: family(diagnoses{"self": {cancer(pedigree.Breast, "45")}, "mother": {cancer(site, "50")}})})
		if a.Status != risk.CannotTell || len(a.Values) > 0 || !strings.Contains(strings.Join(a.Because, " "), "(mother)") || !strings.Contains(a.Because[1], "scores 6 points") {
			t.Errorf("%s: %s %v %q", site, a.Status, a.Values, a.Because)
		}
		alone := model(t).Assess(risk.Request{Family: family(diagnoses{"self": {cancer(site, "45")}})})
		if alone.Status != risk.CannotTell || len(alone.Because) != 1 {
			t.Errorf("%s alone: %s %q", site, alone.Status, alone.Because)
		}
		high := model(t).Assess(risk.Request{Family: family(diagnoses{"self": {cancer(pedigree.Breast, "45")}, "mother": {cancer(site, "50"), cancer(pedigree.Breast, "38")}, "maunt": {cancer(pedigree.Breast, "41")}})})
		if high.Values["combined"] != 20 || !strings.Contains(strings.Join(high.Warnings, " "), "fallopian tube") {
			t.Errorf("%s where the rest reaches 20: %v %q", site, high.Values, high.Warnings)
		}
	}
}

func TestBothBreastsScoreTwice(t *testing.T) {
	left, right := cancer(pedigree.Breast, "44"), cancer(pedigree.Breast, "51")
	left.Side, right.Side = pedigree.Left, pedigree.Right
	if _, _, got := score3(t, family(diagnoses{"self": {left, right}})); got != 10 {
		t.Errorf("breast at 44 and 51: %v, want 6+4", got)
	}
}

func TestAdoptedIndexWithoutBloodRelativesGetsTwoForEachGeneOnce(t *testing.T) {
	alone := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "self", Sex: pedigree.Female, Consultand: true, Adopted: pedigree.AdoptedIn, OtherParents: []pedigree.ParentLink{{ID: "am", Kind: pedigree.Adoptive}}, Diagnoses: []pedigree.Diagnosis{cancer(pedigree.Breast, "45")}},
		{ID: "am", Sex: pedigree.Female, Diagnoses: []pedigree.Diagnosis{cancer(pedigree.Ovary, "50")}},
		{ID: "dau", Sex: pedigree.Female, Mother: "self"},
	}}
	if b1, b2, _ := score3(t, alone); b1 != 5 || b2 != 5 {
		t.Errorf("%v and %v, want 5 and 5", b1, b2)
	}
	f := family(diagnoses{"self": {cancer(pedigree.Breast, "45")}})
	f.Individual("self").Adopted = pedigree.AdoptedIn
	if _, _, got := score3(t, f); got != 6 {
		t.Errorf("adopted, with blood relatives recorded: %v, want 6", got)
	}
}

func TestSerousPointsNeedALineThroughAtMostOneOldUnaffectedWoman(t *testing.T) {
	serous := []pedigree.Diagnosis{cancer(pedigree.Ovary, "50", pedigree.Pathology{Histology: "high-grade serous"})}
	f := family(diagnoses{"self": {cancer(pedigree.Breast, "45")}})
	// The cousin's line: self, mother, grandmother or grandfather, aunt, cousin.
	f.Individuals = append(f.Individuals, pedigree.Individual{ID: "cousin", Mother: "maunt", Sex: pedigree.Female, Diagnoses: serous})
	if b1, _, _ := score3(t, f); b1 != 3+8+2 {
		t.Errorf("ages not known: BRCA1 %v, want 13", b1)
	}
	f.Individual("mother").Age = pedigree.ExactYear(70)
	if b1, _, _ := score3(t, f); b1 != 13 {
		t.Errorf("one unaffected woman over 60: BRCA1 %v, want 13", b1)
	}
	f.Individual("maunt").Age = pedigree.ExactYear(61)
	if b1, _, _ := score3(t, f); b1 != 11 {
		t.Errorf("two unaffected women over 60: BRCA1 %v, want 11, the cancer without its pathology", b1)
	}
	for name, change := range map[string]func(*pedigree.Individual){
		"no details":               func(p *pedigree.Individual) { p.NoDetails = true },
		"doesn't know":             func(p *pedigree.Individual) { p.SetAsked(pedigree.AskedCancer, pedigree.DontKnow) },
		"affected, of what unsaid": func(p *pedigree.Individual) { p.Affected = pedigree.Yes },
	} {
		unknown := f.Clone()
		change(unknown.Individual("maunt"))
		if b1, _, _ := score3(t, unknown); b1 != 13 {
			t.Errorf("of the aunt %s: BRCA1 %v, want 13: she is not known to be unaffected", name, b1)
		}
	}
	for name, change := range map[string]func(*pedigree.Individual){
		"well":        func(p *pedigree.Individual) { p.Well = pedigree.Yes },
		"asked, none": func(p *pedigree.Individual) { p.SetAsked(pedigree.AskedCancer, pedigree.No) },
	} {
		known := f.Clone()
		change(known.Individual("maunt"))
		if b1, _, _ := score3(t, known); b1 != 11 {
			t.Errorf("the aunt is %s: BRCA1 %v, want 11", name, b1)
		}
	}
	f.Individual("maunt").Age = pedigree.ExactYear(60)
	if b1, _, _ := score3(t, f); b1 != 13 {
		t.Errorf("the aunt is 60, not over: BRCA1 %v, want 13", b1)
	}
}

func TestWhoWasNotAskedAndWhoIsNotKnownAreCountedInTheWarnings(t *testing.T) {
	f := family(diagnoses{"self": {cancer(pedigree.Breast, "45")}})
	for i := range f.Individuals {
		f.Individuals[i].Well = pedigree.Yes
	}
	for _, line := range model(t).Assess(risk.Request{Family: f}).Warnings {
		if strings.Contains(line, "Near relatives") {
			t.Errorf("everybody was asked: %s", line)
		}
	}
	f.Individual("mother").Well = pedigree.NotAsked
	f.Individual("maunt").Well = pedigree.DontKnow
	f.Individual("mgf").Well, f.Individual("mgf").NoDetails = pedigree.NotAsked, true
	got := strings.Join(model(t).Assess(risk.Request{Family: f}).Warnings, " ")
	for _, want := range []string{"Near relatives not asked about cancer (1)", "whether they had cancer (2)"} {
		if !strings.Contains(got, want) {
			t.Errorf("got %s, want %q", got, want)
		}
	}
}

func TestVagueAgesGiveTheAverageAndTheRange(t *testing.T) {
	a := model(t).Assess(risk.Request{Family: family(diagnoses{"self": {cancer(pedigree.Breast, "about 60")}})})
	want := (5*4.0 + 6*2.0) / 11 // 55 to 59 score 4, 60 to 65 score 2
	if math.Abs(a.Values["combined"]-want) > 1e-12 || a.Range["combined"] != (risk.Range{Low: 2, High: 4}) {
		t.Errorf("%v in %v, want %v in 2 to 4", a.Values, a.Range, want)
	}
	possible := cancer(pedigree.Ovary, "50")
	possible.Certainty = pedigree.Possible
	a = model(t).Assess(risk.Request{Family: family(diagnoses{"self": {cancer(pedigree.Breast, "45")}, "mother": {possible}})})
	if a.Values["combined"] != 6 || a.Range["combined"] != (risk.Range{Low: 6, High: 19}) || a.Missing[0].Person != "mother" {
		t.Errorf("%v in %v, missing %+v", a.Values, a.Range, a.Missing)
	}
}

// TestTheRangeIsOfTheHigherSide: the mother's side certainly scores 12, so that a father's side which could
// score from 6 to 14 leaves 12 to 14.
func TestTheRangeIsOfTheHigherSide(t *testing.T) {
	f := family(diagnoses{"self": {cancer(pedigree.Breast, "45")}, "maunt": {cancer(pedigree.Breast, "45")}, "paunt": {cancer(pedigree.Breast, "<40")}})
	f.Individual("paunt").Diagnoses[0].Certainty = pedigree.Possible
	f.Individual("paunt").Diagnoses[0].Age = pedigree.ExactYear(35)
	a := model(t).Assess(risk.Request{Family: f})
	if a.Values["combined"] != 12 || a.Range["combined"] != (risk.Range{Low: 12, High: 14}) {
		t.Errorf("%v in %v", a.Values, a.Range)
	}
}

// TestTheRangeCoversAnIndexThatIsOnlyPossible: were the sister's cancer certain, the family would be scored
// from her and not from an aunt on the father's side.
func TestTheRangeCoversAnIndexThatIsOnlyPossible(t *testing.T) {
	f := family(diagnoses{"sister": {cancer(pedigree.Breast, "45")}, "paunt": {cancer(pedigree.Breast, "45")}, "maunt": {cancer(pedigree.Ovary, "50")}})
	f.Individual("sister").Diagnoses[0].Certainty = pedigree.Possible
	a := model(t).Assess(risk.Request{Family: f})
	f.Individual("sister").Diagnoses[0].Certainty = pedigree.Certain
	certain := model(t).Assess(risk.Request{Family: f})
	if r := a.Range["combined"]; certain.Values["combined"] != 19 || r.High != 19 || r.Low > a.Values["combined"] {
		t.Errorf("%v in %v, %v if it was cancer", a.Values, a.Range, certain.Values)
	}
}

// TestGeneTestsScoreNothing whatever they found: a negative one of unknown scope, a tumour's, class 3.
func TestGeneTestsScoreNothing(t *testing.T) {
	for _, test := range []pedigree.GeneTest{
		{Gene: "BRCA1", Result: pedigree.Negative}, {Gene: "BRCA1", Result: pedigree.Positive, Sample: pedigree.Tumour}, {Gene: "BRCA2", Result: pedigree.Uncertain, Class: 3},
	} {
		f := family(diagnoses{"self": {cancer(pedigree.Breast, "45")}})
		f.Individual("self").GeneTests = []pedigree.GeneTest{test}
		a := model(t).Assess(risk.Request{Family: f})
		for _, m := range a.Missing {
			if strings.Contains(m.Fact, "BRCA") {
				t.Errorf("a test that is not read is listed: %+v", m)
			}
		}
		if a.Values["combined"] != 6 || strings.Contains(strings.Join(a.Because, " "), "variant is already known") {
			t.Errorf("%+v: %v %q", test, a.Values, a.Because)
		}
	}
}

func TestAnUnconfirmedCancerIsTriedThreeWays(t *testing.T) {
	f := family(diagnoses{"self": {cancer(pedigree.Breast, "45")}, "mother": {cancer(pedigree.Ovary, "50", pedigree.Pathology{Histology: "endometrioid"})}})
	for i := range f.Individuals {
		f.Individuals[i].SetNoCancer()
		f.Individuals[i].Age = pedigree.ExactYear(79)
	}
	f.Individual("self").Diagnoses[0].Status = pedigree.Confirmed
	got := model(t).Assess(risk.Request{Family: f}).Missing
	if len(got) != 2 || got[1].Person != "mother" || got[1].Effect != "6 points set aside or refuted, now 19: under 15 instead of 15 to 19" || *got[1].Refuted != 6 {
		t.Errorf("%+v", got)
	}
}

// TestEveryEffectIsWhatScoringAgainGives checks the shortcut by which the effect of one fact is found.
func TestEveryEffectIsWhatScoringAgainGives(t *testing.T) {
	m := model(t)
	for _, of := range []diagnoses{
		{"self": {cancer(pedigree.Breast, "45")}, "maunt": {cancer(pedigree.Breast, "30s")}, "paunt": {cancer(pedigree.Ovary, "50", pedigree.Pathology{Histology: "endometrioid"})}},
		{"mother": {cancer(pedigree.Breast, "40s")}, "sister": {cancer(pedigree.Breast, "30-60")}, "mgf": {cancer(pedigree.Prostate, "55-65")}, "pgm": {cancer(pedigree.Pancreas, "")}},
		{"mgm": {cancer(pedigree.Breast, "about 60"), cancer(pedigree.Ovary, "70", pedigree.Pathology{Histology: "clear cell"})}, "paunt": {cancer(pedigree.Breast, "28")}},
	} {
		c := risk.Open(risk.Request{Family: family(of)})
		l, ok := m.ledger(c)
		if !ok {
			t.Fatal("no ledger")
		}
		used := 0
		for _, d := range risk.Doubts(c, sites) {
			for _, r := range d.Readings {
				with := c.With(r.Person)
				want, _ := m.score(with)
				at, _ := c.At(d.Person)
				got, ok := m.instead(c, at, r.Person, &l)
				if !ok {
					continue
				}
				used++
				if got.Status != want.Status || got.Category != want.Category || math.Abs(got.Values["combined"]-want.Values["combined"]) > 1e-12 {
					t.Errorf("%s of %s as %s: %v, scored again %v", d.Fact, d.Person, r.Name, got.Values, want.Values)
				}
			}
		}
		if used == 0 {
			t.Error("the shortcut was never taken")
		}
	}
}

func TestPrintedItemsAddUpToThePrintedTotal(t *testing.T) {
	a := model(t).Assess(risk.Request{Family: family(diagnoses{
		"mother": {cancer(pedigree.Breast, "41", pedigree.Pathology{Grade: 3, ER: pedigree.ReceptorPositive}), cancer(pedigree.Ovary, "about 60", pedigree.Pathology{Histology: "high-grade serous"})},
		"maunt":  {cancer(pedigree.Breast, "50s")}, "mgf": {cancer(pedigree.Prostate, "70")},
	})})
	number := regexp.MustCompile(`BRCA1 (-?[\d.]*\d), BRCA2 (-?[\d.]*\d)`)
	var sums, total [2]float64
	for _, line := range a.Working {
		m := number.FindStringSubmatch(line)
		for g := range sums {
			x, err := strconv.ParseFloat(m[g+1], 64)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasPrefix(line, "Total") {
				total[g] = x
			} else {
				sums[g] += x
			}
		}
	}
	for g, gene := range []string{"brca1", "brca2"} {
		if math.Abs(sums[g]-total[g]) > 0.02 || math.Abs(total[g]-a.Values[gene]) > 0.006 {
			t.Errorf("%s: items add up to %v, total printed %v, answer %v\n%s", gene, sums[g], total[g], a.Values[gene], strings.Join(a.Working, "\n"))
		}
	}
}

func TestNobodyAffectedOrFactsInConflictGiveNoScore(t *testing.T) {
	contradiction := family(diagnoses{"self": {cancer(pedigree.Breast, "45")}})
	contradiction.Individual("self").Age = pedigree.ExactYear(40)
	for name, c := range map[string]struct {
		req    risk.Request
		status risk.Status
	}{
		"nobody affected": {risk.Request{Family: family(nil)}, risk.NotApplicable},
		"nobody asked":    {risk.Request{Family: &pedigree.Family{}}, risk.NotApplicable},
		"ages contradict": {risk.Request{Family: contradiction}, risk.CannotTell},
		"conflict":        {risk.Request{Family: family(diagnoses{"self": {cancer(pedigree.Breast, "45")}}), Unresolved: []risk.Unresolved{{Person: "mother", Fact: "diagnoses"}}}, risk.CannotTell},
	} {
		if a := model(t).Assess(c.req); a.Status != c.status || len(a.Values) > 0 || len(a.Because) == 0 {
			t.Errorf("%s: %s %v %q", name, a.Status, a.Values, a.Because)
		}
	}
}

func TestAKnownVariantAndAncestryAreSaid(t *testing.T) {
	f := family(diagnoses{"self": {cancer(pedigree.Breast, "45")}})
	f.Individual("maunt").GeneTests = []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Positive}}
	f.Individual("mgm").Ashkenazi = pedigree.Yes
	a := model(t).Assess(risk.Request{Family: f})
	if !strings.Contains(strings.Join(a.Because, " "), "A variant is already known (BRCA1 in maternal aunt)") || !strings.Contains(strings.Join(a.Warnings, " "), "Ashkenazi") {
		t.Errorf("%q %q", a.Because, a.Warnings)
	}
}

func TestPointsThatAreMissingAreAnError(t *testing.T) {
	for _, text := range []string{``, `{}`, `{"cancers":[{"cancer":"female breast","brca1":1,"brca2":1}]}`} {
		if _, err := New([]byte(text)); err == nil {
			t.Errorf("%q was accepted", text)
		}
	}
}

// TestAMucinousCancerThatIsDeniedScores: only what is said to be mucinous scores nothing.
func TestAMucinousCancerThatIsDeniedScores(t *testing.T) {
	for histology, want := range map[string]float64{"high-grade serous, non-mucinous": 15, "endometrioid, not mucinous": 13} {
		f := family(diagnoses{"self": {cancer(pedigree.Ovary, "55", pedigree.Pathology{Histology: histology})}})
		if _, _, got := score3(t, f); got != want {
			t.Errorf("%s: %v points, want %v", histology, got, want)
		}
	}
}

// TestAPossibleCancerAloneLeavesTheScoreOpen: it is not the same as nobody affected, and says what would settle it.
func TestAPossibleCancerAloneLeavesTheScoreOpen(t *testing.T) {
	possible := cancer(pedigree.Ovary, "50")
	possible.ID, possible.Certainty = "d", pedigree.Possible
	a := model(t).Assess(risk.Request{Family: family(diagnoses{"mother": {possible}})})
	if a.Status != risk.CannotTell || !strings.Contains(a.Because[0], "possible but not certain (mother)") || len(a.Missing) != 1 || a.Missing[0].Item != "d" || len(a.Missing[0].Moves) != 2 {
		t.Errorf("%s %q %+v", a.Status, a.Because, a.Missing)
	}
	other := cancer(pedigree.Colorectum, "50")
	other.Certainty = pedigree.Possible
	if a = model(t).Assess(risk.Request{Family: family(diagnoses{"mother": {other}})}); a.Status != risk.NotApplicable {
		t.Errorf("bowel cancer does not score: %s %q", a.Status, a.Because)
	}
}
