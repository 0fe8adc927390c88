package nice

import (
	"os"
	"slices"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

func model(t testing.TB, models ...risk.Model) *Model {
	t.Helper()
	data, err := os.ReadFile("../../../assets/models/nice-cg164.json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(data, models...)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// family is a woman of 42 with full relatives to the second degree, of all of whom it was asked.
func family() *pedigree.Family {
	person := func(id, mother, father pedigree.ID, sex pedigree.Sex) pedigree.Individual {
		p := pedigree.Individual{ID: id, Mother: mother, Father: father, Sex: sex}
		p.SetNoCancer()
		return p
	}
	f := &pedigree.Family{AsOf: "2026-11-21", Individuals: []pedigree.Individual{
		person("mgm", "", "", pedigree.Female), person("mgf", "", "", pedigree.Male), person("pgm", "", "", pedigree.Female), person("pgf", "", "", pedigree.Male),
		person("mother", "mgm", "mgf", pedigree.Female), person("maunt", "mgm", "mgf", pedigree.Female), person("maunt2", "mgm", "mgf", pedigree.Female),
		person("father", "pgm", "pgf", pedigree.Male), person("paunt", "pgm", "pgf", pedigree.Female),
		person("self", "mother", "father", pedigree.Female), person("sister", "mother", "father", pedigree.Female), person("brother", "mother", "father", pedigree.Male),
	}}
	f.Individual("self").Age, f.Individual("self").Consultand = pedigree.ExactYear(42), true
	return f
}

func with(f *pedigree.Family, id pedigree.ID, site pedigree.Site, age string) *pedigree.Family {
	p := f.Individual(id)
	p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{Site: site, Age: pedigree.ParseFuzzy(age), Status: pedigree.Confirmed, Behaviour: pedigree.Invasive})
	return f
}

// says is another model's answer about "self".
func says(model string, lifetime, decade float64) risk.Assessment {
	return risk.Assessment{
		Model: model, Title: model, Subject: "self", Status: risk.OK,
		Values: risk.Values{risk.LifetimeFrom20: lifetime, risk.From40To50: decade},
	}
}

func assess(t *testing.T, f *pedigree.Family, answered ...risk.Assessment) risk.Assessment {
	t.Helper()
	if len(answered) == 0 {
		answered = []risk.Assessment{{Model: "none", Subject: "self", Status: risk.NotApplicable}}
	}
	return model(t).Assess(risk.Request{Family: f, Answered: answered})
}

func text(lines []string) string { return strings.Join(lines, "\n") }

func TestBothSidesOfEveryBound(t *testing.T) {
	for _, c := range []struct {
		lifetime, decade float64
		want             string
	}{
		{0.1699, 0.01, "near population"},
		{0.17, 0.01, "moderate"},
		{0.2999, 0.01, "moderate"},
		{0.30, 0.01, "high"},
		{0.01, 0.0299, "near population"},
		{0.01, 0.03, "moderate"},
		{0.01, 0.08, "moderate"},
		{0.01, 0.0801, "high"},
		{0.18, 0.09, "high"},
		{0.31, 0.04, "high"},
	} {
		if got := assess(t, family(), says("x", c.lifetime, c.decade)); got.Category != c.want || got.Status != risk.OK {
			t.Errorf("lifetime %v, 40 to 50 %v: %s %s, want %s", c.lifetime, c.decade, got.Status, got.Category, c.want)
		}
	}
}

func TestTheHighestOfModelsThatDisagreeIsUsedAndAllAreSaid(t *testing.T) {
	a := assess(t, family(), says("low", 0.12, 0.02), says("top", 0.24, 0.04), says("mid", 0.18, 0.03))
	said := text(a.Because)
	if a.Category != "moderate" || a.Values[risk.LifetimeFrom20] != 0.24 || a.Headline != risk.LifetimeFrom20 {
		t.Errorf("%s %v", a.Category, a.Values)
	}
	for _, want := range []string{"Moderate: lifetime risk from 20 of 24.0%, risk from 40 to 50 of 4.0% (top).", "Low: lifetime risk from 20 of 12.0%", "Mid: lifetime", "the highest is used"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in\n%s", want, said)
		}
	}
}

func TestTheTwoFiguresOfOneModelMayDisagree(t *testing.T) {
	a := assess(t, family(), says("x", 0.16, 0.035))
	if a.Category != "moderate" || !strings.Contains(text(a.Because), "The lifetime risk alone would be near population, the risk from 40 to 50 alone moderate; the higher is used.") {
		t.Errorf("%s %q", a.Category, a.Because)
	}
}

// fixed is a model with one answer.
type fixed struct{ answer risk.Assessment }

func (f fixed) Name() string                        { return f.answer.Model }
func (f fixed) Assess(risk.Request) risk.Assessment { return f.answer }

func TestNoCategoryIsTakenFromAModelOutsideItsValidity(t *testing.T) {
	outside := says("outside", 0.5, 0.1)
	outside.Status, outside.Because = risk.NotApplicable, []string{"Ovarian cancer in the family."}
	unsure := says("unsure", 0.5, 0.1)
	unsure.Status, unsure.Because = risk.CannotTell, []string{"Her age is not known."}
	m := model(t, fixed{outside}, fixed{unsure}, fixed{says("valid", 0.12, 0.02)})
	a := m.Assess(risk.Request{Family: family()})
	if a.Category != "near population" || !strings.Contains(text(a.Because), "Not used: outside. Ovarian cancer in the family.") || !strings.Contains(text(a.Because), "Not used: unsure. Her age is not known.") {
		t.Errorf("%s %q", a.Category, a.Because)
	}
	a = model(t, fixed{outside}).Assess(risk.Request{Family: family()})
	if a.Status != risk.CannotTell || a.Category != "cannot tell" || len(a.Values) > 0 || len(a.Surveillance) > 0 {
		t.Errorf("no valid model: %s %s %v", a.Status, a.Category, a.Values)
	}
}

func TestAnswersOfTheRequestAreUsedBeforeTheModelsOwn(t *testing.T) {
	m := model(t, fixed{says("asked", 0.4, 0.1)})
	if a := m.Assess(risk.Request{Family: family(), Answered: []risk.Assessment{says("given", 0.12, 0.02)}}); a.Category != "near population" {
		t.Errorf("%s %q", a.Category, a.Because)
	}
	other := says("given", 0.5, 0.1)
	other.Subject = "sister"
	if a := m.Assess(risk.Request{Family: family(), Answered: []risk.Assessment{other}}); a.Category != "cannot tell" {
		t.Errorf("an answer about her sister was used: %s", a.Category)
	}
}

func TestAResultFromElsewhereIsUsedUnderItsNameUnlessOutOfDate(t *testing.T) {
	e := risk.Elsewhere{Subject: "self", Program: "CanRisk", On: "2026-05-03", Values: risk.Values{risk.LifetimeFrom20: 0.33, "carrier/BRCA1": 0.08, "carrier/BRCA2": 0.04}}
	req := risk.Request{Family: family(), Answered: []risk.Assessment{says("claus", 0.12, 0.02)}, Elsewhere: []risk.Elsewhere{e}}
	a := model(t).Assess(req)
	if a.Category != "high" || !strings.Contains(a.Because[0], "from CanRisk of 3 May 2026") || a.Values[risk.LifetimeFrom20] != 0.33 {
		t.Errorf("%s %q", a.Category, a.Because)
	}
	if text(a.Beside) != "from CanRisk" {
		t.Errorf("beside the answer stands %q", a.Beside)
	}
	if !strings.Contains(text(a.Because), "The chance of a BRCA1 or BRCA2 variant in the person asked about is 12.0%") || !strings.Contains(text(a.Because), "not a risk category") {
		t.Errorf("the threshold for testing is not said as such: %q", a.Because)
	}
	req.Elsewhere[0].Stale = true
	a = model(t).Assess(req)
	if a.Category != "near population" || !strings.Contains(text(a.Because), "Not used: from CanRisk of 3 May 2026. The family has changed since.") || strings.Contains(text(a.Because), "12.0% (from CanRisk") {
		t.Errorf("out of date: %s %q", a.Category, a.Because)
	}
	if !slices.Equal(a.Beside, []string{"by claus", "CanRisk out of date, not used"}) {
		t.Errorf("beside the answer that it no longer decides stands %q", a.Beside)
	}
	req.Elsewhere[0].Stale, req.Elsewhere[0].Subject = false, "sister"
	if a = model(t).Assess(req); a.Category != "near population" {
		t.Errorf("a result about her sister was used: %s", a.Category)
	}
}

func TestAChanceOfAVariantIsNeverACategory(t *testing.T) {
	x := says("x", 0.12, 0.02)
	for _, chance := range []float64{0.05, 0.1, 0.5} {
		x.Values["carrier/BRCA1"], x.Values["carrier/BRCA2"] = chance, 0
		a := assess(t, family(), x)
		side := "at or above the 10%"
		if chance < 0.1 {
			side = "below the 10%"
		}
		if a.Category != "near population" || !strings.Contains(text(a.Because), side) {
			t.Errorf("%v: %s %q", chance, a.Category, a.Because)
		}
	}
}

func TestAKnownCarrierIsAtHighRiskWhateverTheModels(t *testing.T) {
	for gene, want := range map[string]string{"BRCA1": "high", "BRCA2": "high", "TP53": "high", "STK11": "high", "PTEN": "high", "CDH1": "high", "CHEK2": "near population", "MLH1": "near population"} {
		f := family()
		f.Individual("self").GeneTests = []pedigree.GeneTest{{ID: "t", Gene: gene, Result: pedigree.Positive}}
		a := assess(t, f, says("x", 0.12, 0.02))
		if a.Category != want || a.Values[risk.LifetimeFrom20] != 0.12 {
			t.Errorf("%s: %s %v", gene, a.Category, a.Values)
		}
		if want == "high" && (len(a.Missing) != 1 || a.Missing[0].Item != "t" || !strings.Contains(a.Because[0], "has not been seen")) {
			t.Errorf("%s: the report was not seen: %+v %q", gene, a.Missing, a.Because)
		}
	}
	for _, test := range []pedigree.GeneTest{
		{Gene: "BRCA1", Result: pedigree.Positive, Sample: pedigree.Tumour}, {Gene: "BRCA1", Result: pedigree.Uncertain, Class: 3}, {Gene: "BRCA1", Result: pedigree.Positive, Class: 3}, {Gene: "BRCA1", Result: pedigree.Negative},
	} {
		f := family()
		f.Individual("self").GeneTests = []pedigree.GeneTest{test}
		if a := assess(t, f, says("x", 0.12, 0.02)); a.Category != "near population" {
			t.Errorf("%+v: %s", test, a.Category)
		}
	}
	f := family()
	f.Individual("mother").GeneTests = []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Positive}}
	if a := assess(t, f, says("x", 0.12, 0.02)); a.Category != "near population" {
		t.Errorf("her mother's variant made her a carrier: %s", a.Category)
	}
}

func TestVagueFactsThatLeaveTwoCategoriesAreSaid(t *testing.T) {
	x := says("x", 0.16, 0.02)
	x.Range = risk.Ranges{risk.LifetimeFrom20: {Low: 0.15, High: 0.18}, risk.From40To50: {Low: 0.02, High: 0.025}}
	x.Missing = []risk.Missing{
		{Person: "maunt", Item: "d", Fact: "age at diagnosis of breast cancer", Kind: risk.FactVague, Others: risk.Ranges{risk.LifetimeFrom20: {Low: 0.15, High: 0.18}}},
		{Person: "mother", Fact: "age now", Kind: risk.FactVague, Others: risk.Ranges{risk.LifetimeFrom20: {Low: 0.158, High: 0.161}}},
	}
	a := assess(t, family(), x)
	if a.Category != "near population" || !strings.Contains(text(a.Because), "The vague facts leave it open: from near population to moderate.") || a.Range[risk.LifetimeFrom20].High != 0.18 {
		t.Errorf("%s %q %v", a.Category, a.Because, a.Range)
	}
	if len(a.Missing) != 1 || a.Missing[0].Item != "d" || !slices.Equal(a.Missing[0].Moves, []string{"moderate"}) || a.Missing[0].Effect != "lifetime risk 15.0% to 18.0%, now 16.0% (x): moderate instead of near population" {
		t.Errorf("%+v", a.Missing)
	}
	// A second model that is moderate anyway: the first one's fact moves nothing.
	if a = assess(t, family(), x, says("y", 0.2, 0.02)); a.Category != "moderate" || len(a.Missing) > 0 {
		t.Errorf("%s %+v", a.Category, a.Missing)
	}
	// And a deciding fact cannot lead below what the other says.
	high := says("z", 0.31, 0.02)
	high.Missing = []risk.Missing{{Person: "mother", Fact: "confirmation of breast cancer at 45", Kind: risk.FactUnconfirmed, Others: risk.Ranges{risk.LifetimeFrom20: {Low: 0.1, High: 0.12}}}}
	if a = assess(t, family(), high, says("y", 0.2, 0.02)); len(a.Missing) != 1 || !slices.Equal(a.Missing[0].Moves, []string{"moderate"}) {
		t.Errorf("%s %+v", a.Category, a.Missing)
	}
}

func TestWhomTheCategoriesAreNotFor(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*pedigree.Individual)
		status risk.Status
		says   string
	}{
		"a man":            {func(p *pedigree.Individual) { p.Sex = pedigree.Male }, risk.NotApplicable, "for women"},
		"sex not recorded": {func(p *pedigree.Individual) { p.Sex = "" }, risk.CannotTell, "not recorded"},
		"dead":             {func(p *pedigree.Individual) { p.Deceased = pedigree.Yes }, risk.NotApplicable, "has died"},
		"a pregnancy":      {func(p *pedigree.Individual) { p.Pregnancy = &pedigree.Pregnancy{} }, risk.NotApplicable, "pregnancy"},
		"breast cancer":    {func(p *pedigree.Individual) { p.Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast}} }, risk.NotApplicable, "has had breast cancer"},
		"possible breast cancer": {func(p *pedigree.Individual) {
			p.Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Certainty: pedigree.Possible}}
		}, risk.CannotTell, "possible"},
	} {
		f := with(family(), "mother", pedigree.Breast, "38")
		c.change(f.Individual("self"))
		a := assess(t, f, says("x", 0.35, 0.02))
		if a.Status != c.status || a.Category != "" || len(a.Values) > 0 || !strings.Contains(a.Because[0], c.says) {
			t.Errorf("%s: %s %q %q", name, a.Status, a.Category, a.Because)
		}
		if name == "a man" && !strings.Contains(text(a.Because), "Referral to secondary care (recommendation 1.3.3), met") {
			t.Errorf("the referral criteria are for men too: %q", a.Because)
		}
	}
	if a := model(t).Assess(risk.Request{}); a.Status != risk.NotApplicable || a.Model != "nice-cg164" {
		t.Errorf("%+v", a)
	}
}

func TestNumbersThatAreMissingAreAnError(t *testing.T) {
	for _, data := range []string{``, `{}`, `{"bands":[{"category":"high","any":[{"value":"x"}]},{"category":"low"}]}`, `{"bands":[{"category":"high"},{"category":"low","any":[{"value":"x","above":1}]}]}`} {
		if _, err := New([]byte(data)); err == nil {
			t.Errorf("%q was accepted", data)
		}
	}
}
