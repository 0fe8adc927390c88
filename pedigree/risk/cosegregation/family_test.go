package cosegregation_test

import (
	"math"
	"os"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/breastovarian"
)

func assess(t testing.TB, f *pedigree.Family, subject, option string) risk.Assessment {
	t.Helper()
	a := model(t).Assess(risk.Request{Family: f, Subject: pedigree.ID(subject), Option: []byte(option)})
	if a.Status != risk.OK {
		t.Fatalf("%s: %q", a.Status, a.Because)
	}
	return a
}

// tested is Thompson's first family with class 3 results of one variant as a clinic records them.
func tested() *pedigree.Family {
	f := family("1 0 0 M", "2 0 0 F", "3 0 0 M", "4 1 2 F", "5 1 2 F", "6 0 0 M", "7 3 4 F", "8 6 5 F")
	breast := []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ExactYear(50)}}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		if strings.Contains("4 5 7 8", string(p.ID)) {
			p.Diagnoses = breast
			p.GeneTests = []pedigree.GeneTest{{Gene: "BRCA2", Variant: "c.7976G>A", Result: pedigree.Uncertain, Class: 3, Scope: pedigree.Screen}}
		} else {
			p.Affected = pedigree.No
		}
		p.Proband = p.ID == "7"
	}
	return f
}

const breastLocus = `{"condition":"breast","gene":"BRCA2","allele_frequency":0.001,"penetrance":[0.05,0.7,0.7]}`

func TestResultsAndCancersComeFromTheFamily(t *testing.T) {
	f := tested()
	for i := range f.Individuals {
		if p := &f.Individuals[i]; len(p.Diagnoses) == 0 {
			p.Well = pedigree.Yes
		}
	}
	a := assess(t, f, "", breastLocus)
	if got := a.Values["bayes_factor"]; math.Abs(got-7.37) > 0.005 {
		t.Errorf("factor %v, Thompson 2003 has 7.37", got)
	}
	if got := a.Values["log10_bayes_factor"]; math.Abs(got-math.Log10(a.Values["bayes_factor"])) > 1e-12 {
		t.Errorf("logarithm %v", got)
	}
	if r := a.Range["bayes_factor"]; r.Low != r.High || r.Bound {
		t.Errorf("nothing is vague, and the range is %+v", r)
	}
	if a.Subject != "7" || !strings.Contains(strings.Join(a.Because, " "), "c.7976G>A") {
		t.Errorf("%+v", a)
	}
}

func TestNegativeResultsForTheFamilialVariantCount(t *testing.T) {
	f := tested()
	f.Individual("8").GeneTests = []pedigree.GeneTest{{Gene: "BRCA2", Result: pedigree.Negative, Scope: pedigree.FamilialVariant}}
	lowered := assess(t, f, "", breastLocus).Values["bayes_factor"]
	f.Individual("8").GeneTests[0].Scope = pedigree.ScopeUnknown // may have missed it
	silent := assess(t, f, "", breastLocus).Values["bayes_factor"]
	f.Individual("8").GeneTests = []pedigree.GeneTest{{Gene: "BRCA2", Variant: "c.7976G>A", Result: pedigree.Positive, Sample: pedigree.Tumour}}
	tumour := assess(t, f, "", breastLocus).Values["bayes_factor"]
	if !(lowered < 1 && silent > 1) || tumour != silent {
		t.Errorf("negative %v, of unknown scope %v, in a tumour %v", lowered, silent, tumour)
	}
}

func TestAskingWhomToTestNext(t *testing.T) {
	f := tested()
	f.Individual("8").GeneTests = nil
	a := assess(t, f, "", breastLocus)
	for _, m := range a.Missing {
		if m.Person == "8" {
			f.Individual("8").GeneTests = []pedigree.GeneTest{{Gene: "BRCA2", Variant: "c.7976G>A", Result: pedigree.Positive}}
			carrier := assess(t, f, "", breastLocus).Values["bayes_factor"]
			f.Individual("8").GeneTests = []pedigree.GeneTest{{Gene: "BRCA2", Result: pedigree.Negative, Scope: pedigree.FamilialVariant}}
			not := assess(t, f, "", breastLocus).Values["bayes_factor"]
			if math.Abs(m.Span.High-carrier) > 1e-9 || math.Abs(m.Span.Low-not) > 1e-9 || !(not < 1 && carrier > a.Values["bayes_factor"]) {
				t.Errorf("%+v, but the results would make it %v or %v", m, not, carrier)
			}
			return
		}
	}
	t.Errorf("the affected cousin is not among %+v", a.Missing)
}

func TestVagueAgesStayWithinTheBound(t *testing.T) {
	const byAge = `{"condition":"breast","gene":"BRCA2","allele_frequency":0.001,"by_age":[{"age":30,"penetrance":[0,0.05,0.05]},{"age":50,"penetrance":[0.02,0.4,0.4]},{"age":80,"penetrance":[0.1,0.7,0.7]}]}`
	f := tested()
	f.Individual("8").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ParseFuzzy("40-55")}}
	f.Individual("6").Age, f.Individual("6").Well = pedigree.ParseFuzzy("60s"), pedigree.Yes
	a := assess(t, f, "", byAge)
	r := a.Range["bayes_factor"]
	if !r.Bound || !(r.Low < r.High) {
		t.Errorf("range %+v", r)
	}
	for age := 40; age <= 55; age++ {
		exact := f.Clone()
		exact.Individual("8").Diagnoses[0].Age = pedigree.ExactYear(age)
		for _, reached := range []int{60, 69} {
			exact.Individual("6").Age = pedigree.ExactYear(reached)
			if v := assess(t, exact, "", byAge).Values["bayes_factor"]; v < r.Low-1e-9 || v > r.High+1e-9 {
				t.Errorf("at %d and %d %v, outside %+v", age, reached, v, r)
			}
		}
	}
}

func TestWithoutSegregationOrPenetranceThereIsNoNumber(t *testing.T) {
	one := tested()
	for _, id := range []pedigree.ID{"4", "5", "8"} {
		one.Individual(id).GeneTests = nil
	}
	noCase := tested()
	for i := range noCase.Individuals {
		noCase.Individuals[i].Diagnoses = nil
	}
	noCase.Individual("7").Proband, noCase.Individual("6").Proband = false, true
	nobody := tested()
	nobody.Individual("7").Proband = false
	for _, c := range []struct {
		name   string
		f      *pedigree.Family
		option string
		status risk.Status
		words  string
	}{
		{"one person tested", one, breastLocus, risk.NotApplicable, "Fewer than two"},
		{"no option", tested(), "", risk.CannotTell, "penetrance"},
		{"another gene", tested(), strings.Replace(breastLocus, "BRCA2", "BRCA1", 1), risk.NotApplicable, "Fewer than two"},
		{"a proband who does not carry", tested(), strings.Replace(breastLocus, "{", `{"proband":"6",`, 1), risk.CannotTell, "proband"},
		{"no affected carrier", noCase, breastLocus, risk.CannotTell, "affected carrier"},
		{"nobody asked about", nobody, breastLocus, risk.NotApplicable, "consultand or proband"},
		{"an option that cannot be read", tested(), `{"gene":3}`, risk.CannotTell, "gene"},
		{"somebody else's family", tested(), `{"allele_frequency":0.1,"penetrance":[0,1,1],"carriers":["99"]}`, risk.CannotTell, "99"},
		{"impossible results", tested(), `{"allele_frequency":0.001,"penetrance":[0,0,0],"condition":"breast","gene":"BRCA2"}`, risk.CannotTell, "true together"},
	} {
		a := model(t).Assess(risk.Request{Family: c.f, Option: []byte(c.option)})
		if a.Status != c.status || len(a.Values) > 0 || !strings.Contains(strings.Join(a.Because, " "), c.words) {
			t.Errorf("%s: %s %q", c.name, a.Status, a.Because)
		}
	}
}

func TestAVariantKnownAsPathogenicIsSaidToBe(t *testing.T) {
	warned := func(f *pedigree.Family) bool {
		return strings.Contains(strings.Join(assess(t, f, "", breastLocus).Warnings, " "), "pathogenic already")
	}
	f := tested()
	if warned(f) {
		t.Error("a class 3 variant is called pathogenic")
	}
	f.Individual("7").GeneTests = []pedigree.GeneTest{{Gene: "BRCA2", Variant: "c.7976G>A", Result: pedigree.Positive, Class: 5}}
	if !warned(f) {
		t.Error("a class 5 variant goes without a word")
	}
}

func TestConflictsInTheRecordLeaveNoNumber(t *testing.T) {
	a := model(t).Assess(risk.Request{Family: tested(), Option: []byte(breastLocus), Unresolved: []risk.Unresolved{{Person: "4", Fact: "diagnoses"}}})
	if a.Status != risk.CannotTell {
		t.Errorf("%s %q", a.Status, a.Because)
	}
}

func TestWithoutAProbandTheRangeIsOverTheAffectedCarriers(t *testing.T) {
	f := tested()
	f.Individual("8").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ExactYear(30)}}
	const byAge = `{"condition":"breast","gene":"BRCA2","allele_frequency":0.001,"by_age":[{"age":30,"penetrance":[0.001,0.05,0.05]},{"age":80,"penetrance":[0.1,0.7,0.7]}]}`
	f.Individual("7").Proband = false
	a := assess(t, f, "2", byAge)
	for _, id := range []string{"4", "5", "7", "8"} {
		v := assess(t, f, "2", strings.Replace(byAge, "{", `{"proband":"`+id+`",`, 1)).Values["bayes_factor"]
		if r := a.Range["bayes_factor"]; v < r.Low-1e-12 || v > r.High+1e-12 || r.Bound {
			t.Errorf("found through %s: %v, outside %+v", id, v, r)
		}
	}
	if m := a.Missing[0]; m.Span == nil || !(m.Span.Low < m.Span.High) {
		t.Errorf("%+v does not ask for the proband", a.Missing)
	}
	const assumed = "Nobody said through whom the family was found; it is taken to have been found through the "
	if said := strings.Join(a.Because, " "); !strings.Contains(said, assumed) {
		t.Errorf("that the proband is only assumed is not in %q", said)
	}
	f.Individual("7").Proband = true
	if said := strings.Join(assess(t, f, "2", byAge).Because, " "); strings.Contains(said, assumed) || !strings.Contains(said, "The family was found through the ") {
		t.Errorf("a proband who was named is said to be assumed: %q", said)
	}
}

// TestTheGenesOwnPenetranceWeighsAVariantWithoutAnOption: an early cancer in a carrier speaks for the variant,
// a late healthy carrier against it.
func TestTheGenesOwnPenetranceWeighsAVariantWithoutAnOption(t *testing.T) {
	m := model(t, inherited(t))
	answer := func(f *pedigree.Family) risk.Assessment {
		a := m.Assess(risk.Request{Family: f})
		if a.Status != risk.OK {
			t.Fatalf("%s: %q", a.Status, a.Because)
		}
		return a
	}
	f := tested()
	for i := range f.Individuals {
		f.Individuals[i].Age = pedigree.ExactYear(70)
	}
	all := answer(f)
	if v := all.Values["bayes_factor"]; v < 2 {
		t.Errorf("four affected carriers: %v", v)
	}
	f.Individual("8").Diagnoses, f.Individual("8").Well = nil, pedigree.Yes
	one := answer(f)
	if !(one.Values["bayes_factor"] < all.Values["bayes_factor"]/2) {
		t.Errorf("a carrier well at 70: %v, was %v", one.Values["bayes_factor"], all.Values["bayes_factor"])
	}
	f.Individual("8").Age = pedigree.ParseFuzzy("60s")
	vague := answer(f)
	low, high := vague.Range["bayes_factor"].Low, vague.Range["bayes_factor"].High
	for age := 60; age < 70; age++ {
		f.Individual("8").Age = pedigree.ExactYear(age)
		if v := answer(f).Values["bayes_factor"]; v < low || v > high {
			t.Errorf("well at %d: %v, outside %v to %v", age, v, low, high)
		}
	}
	if !strings.Contains(strings.Join(all.Warnings, " "), "BRCA2 in the model inherited-breast-ovarian") {
		t.Errorf("%q", all.Warnings)
	}
}

func inherited(t testing.TB) *breastovarian.Model {
	t.Helper()
	var files [3][]byte
	for i, name := range []string{"inherited-breast-ovarian", "incidence", "deaths"} {
		var err error
		if files[i], err = os.ReadFile("../../../assets/models/" + name + ".json"); err != nil {
			t.Fatal(err)
		}
	}
	m, err := breastovarian.New(files[0], files[1], files[2])
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func FuzzAssess(f *testing.F) {
	f.Add([]byte(breastLocus))
	f.Add([]byte(`{"inheritance":"XL","allele_frequency":0.01,"affected":["4","7"],"carriers":["4","7"],"noncarriers":["8"],"proband":"7"}`))
	f.Add([]byte(`{"allele_frequency":0.01,"penetrance":[0,0,1],"genotypes":{"4":1,"7":2},"phenotypes":{"7":"affected"},"classes":[[0.1,0.2,0.3]],"class":{"7":1}}`))
	m := model(f)
	f.Fuzz(func(t *testing.T, option []byte) {
		a := m.Assess(risk.Request{Family: tested(), Option: option})
		if (a.Status == risk.OK) != (len(a.Values) > 0) || len(a.Because) == 0 {
			t.Fatalf("%s %q", a.Status, a.Because)
		}
		for key, v := range a.Values {
			if r, ok := a.Range[key]; math.IsNaN(v) || math.IsInf(v, 0) || ok && (v < r.Low-1e-9*math.Abs(v) || v > r.High+1e-9*math.Abs(v)) {
				t.Fatalf("%s: %s is %v in %+v", option, key, v, r)
			}
		}
	})
}

func BenchmarkAssess(b *testing.B) {
	m := model(b)
	for _, p := range []published{thompson()[0], ranola()} {
		request := risk.Request{Family: p.family, Subject: pedigree.ID(p.proband), Option: p.option(b)}
		b.Run(p.name, func(b *testing.B) {
			for b.Loop() {
				if a := m.Assess(request); a.Status != risk.OK {
					b.Fatal(a.Because)
				}
			}
		})
	}
}
