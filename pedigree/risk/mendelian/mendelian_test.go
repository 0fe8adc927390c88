package mendelian_test

import (
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

const recessive = `{"condition":"cystic fibrosis","gene":"CFTR","inheritance":"AR","allele_frequency":0.02,"detection":0.9}`

// clinic is a family as a clinic records it: an affected boy, his sister who asks, her husband.
func clinic() *pedigree.Family {
	f := family("mother F", "father M", "brother M mother father", "sister F mother father", "husband M", "aunt F", "cousin F aunt 0")
	f.Individual("brother").Diagnoses = []pedigree.Diagnosis{{ID: "d1", Site: "cystic fibrosis", Status: pedigree.Reported}}
	f.Individual("sister").Well, f.Individual("sister").Consultand = pedigree.Yes, true
	f.Unions = []pedigree.Union{{Partners: []pedigree.ID{"sister", "husband"}}}
	return f
}

func TestPhenotypesAndTestsComeFromTheFamily(t *testing.T) {
	f := clinic()
	a := ask(t, f, "", recessive)
	near(t, "healthy sister", a.Values["carrier_probability"], 2.0/3, 0.01) // the parents may be affected themselves
	next := a.Values["next_child"]
	f.Individual("husband").GeneTests = []pedigree.GeneTest{{Gene: "CFTR", Result: pedigree.Negative, Scope: pedigree.Screen}}
	if tested := ask(t, f, "", recessive).Values["next_child"]; !(tested < next/5) {
		t.Errorf("his negative screen lowers the next child's risk from %v to %v", next, tested)
	}
	f.Individual("husband").GeneTests[0].Scope = pedigree.ScopeUnknown
	if unknown := ask(t, f, "", recessive).Values["next_child"]; unknown != next {
		t.Errorf("a negative test of unknown scope moved the risk from %v to %v", next, unknown)
	}
	f.Individual("sister").Carrier = []pedigree.CarrierState{{Condition: "Cystic Fibrosis"}}
	near(t, "recorded as a carrier", ask(t, f, "", recessive).Values["carrier_probability"], 1, 1e-12)
	f.Individual("brother").Diagnoses[0].Status = pedigree.Refuted
	if p := ask(t, clinicWithoutCase(), "", recessive).Values["carrier_probability"]; p > 0.05 {
		t.Errorf("without any case %v", p)
	}
}

func clinicWithoutCase() *pedigree.Family {
	f := clinic()
	f.Individual("brother").Diagnoses[0].Status = pedigree.Refuted
	return f
}

func TestPlainFlagsStandForTheConditionWhereNoDiagnosisIsNamed(t *testing.T) {
	f := clinic()
	f.Individual("brother").Diagnoses, f.Individual("brother").Affected = nil, pedigree.Yes
	near(t, "sister of a flagged brother", ask(t, f, "", recessive).Values["carrier_probability"], 2.0/3, 0.01)
	f.Individual("aunt").Diagnoses = []pedigree.Diagnosis{{Site: "cystic fibrosis"}}
	if p := ask(t, f, "", recessive).Values["carrier_probability"]; p > 0.1 {
		t.Errorf("with a named case elsewhere the flag stands for something else, and still %v", p)
	}
}

// TestTheBayesTableMultipliesToTheAnswer on any of many families: prior × own facts × descendants, divided by
// the sum, is the printed posterior and the value.
func TestTheBayesTableMultipliesToTheAnswer(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		kind := rapid.SampledFrom([]string{"AD", "AR", "XL"}).Draw(rt, "inheritance")
		f := family("grandmother F", "grandfather M", "uncle M grandmother grandfather", "self F grandmother grandfather", "partner M", "son M self partner", "daughter F self partner", "grandson M daughter 0")
		if rapid.Bool().Draw(rt, "man") {
			f.Individual("self").Sex, f.Individual("partner").Sex = pedigree.Male, pedigree.Female
			for _, id := range []pedigree.ID{"son", "daughter"} {
				f.Individual(id).Mother, f.Individual(id).Father = "partner", "self"
			}
		}
		option := map[string]any{"inheritance": kind, "allele_frequency": rapid.Float64Range(0.001, 0.3).Draw(rt, "q"), "mutation": map[string]float64{"mother": 1e-4, "father": 1e-4}}
		phenotypes := map[string]string{}
		for _, id := range []string{"uncle", "self", "son", "daughter", "grandson"} {
			phenotypes[id] = rapid.SampledFrom([]string{"affected", "unaffected", "unknown"}).Draw(rt, id)
		}
		option["phenotypes"] = phenotypes
		if rapid.Bool().Draw(rt, "tested") {
			option["tests"] = map[string]any{"self": map[string]any{"result": "negative", "detection": 0.8}}
		}
		text, err := json.Marshal(option)
		if err != nil {
			rt.Fatal(err)
		}
		a := model(t).Assess(risk.Request{Family: f, Subject: "self", Option: text})
		if a.Status == risk.CannotTell {
			return // facts that cannot be true together
		}
		rows := table(a.Working)
		sum := 0.0
		for g := range rows["Posterior"] {
			joint := rows["Prior"][g] * rows["Own facts"][g]
			if below, ok := rows["Facts of descendants"]; ok {
				joint *= below[g]
			}
			if math.Abs(joint-rows["Joint"][g]) > 1e-4*joint+1e-12 {
				rt.Fatalf("%q: product %v", a.Working, joint)
			}
			sum += rows["Joint"][g]
		}
		for g, posterior := range rows["Posterior"] {
			if math.Abs(rows["Joint"][g]/sum-posterior) > 1e-4 || math.Abs(a.Values[fmt.Sprint("genotype/", g)]-posterior) > 1e-5 {
				rt.Fatalf("%q: genotype %d", a.Working, g)
			}
		}
		for _, line := range a.Working {
			if _, rest, ok := strings.Cut(line, "by the risk alleles of the person asked about: "); ok {
				terms, result, _ := strings.Cut(strings.TrimSuffix(rest, "."), " = ")
				total := 0.0
				for _, term := range strings.Split(terms, " + ") {
					x, y, _ := strings.Cut(term, " × ")
					total += number(x) * number(y)
				}
				if math.Abs(total-number(result)) > 1e-4 || math.Abs(number(result)-a.Values["next_child"]) > 1e-5 {
					rt.Fatalf("%q is not %v", line, a.Values["next_child"])
				}
			}
		}
	})
}

var bracketed = regexp.MustCompile(` \([^:]*\)`)

// table reads the rows of the Bayes table by the first words of their titles.
func table(lines []string) map[string][]float64 {
	rows := map[string][]float64{}
	for _, line := range lines {
		title, cells, ok := strings.Cut(bracketed.ReplaceAllString(line, ""), ": ")
		if !ok || !strings.Contains(cells, " | ") {
			continue
		}
		title, _, _ = strings.Cut(title, ",")
		for _, cell := range strings.Split(cells, " | ") {
			rows[title] = append(rows[title], number(cell))
		}
	}
	return rows
}

func number(text string) float64 {
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return math.NaN()
	}
	return x
}

func TestVagueAgesAreAveragedAndTheRangeHoldsEveryReading(t *testing.T) {
	const late = `{"condition":"huntington disease","inheritance":"AD","allele_frequency":0.0001,"by_age":[{"age":20,"penetrance":[0,0.05,0.05]},{"age":60,"penetrance":[0.0001,0.8,0.8]},{"age":90,"penetrance":[0.001,1,1]}]}`
	f := family("grandmother F", "mother F grandmother 0", "child F mother 0", "uncle M grandmother 0")
	f.Individual("grandmother").Diagnoses = []pedigree.Diagnosis{{Site: "huntington disease", Age: pedigree.ParseFuzzy("50s")}}
	for id, age := range map[pedigree.ID]string{"mother": "60s", "uncle": "70", "grandmother": "80"} {
		f.Individual(id).Age, f.Individual(id).Well = pedigree.ParseFuzzy(age), pedigree.Yes
	}
	a := ask(t, f, "child", late)
	sum, n := 0.0, 0.0
	for age := 60; age <= 69; age++ {
		exact := f.Clone()
		exact.Individual("mother").Age = pedigree.ExactYear(age)
		b := ask(t, exact, "child", late)
		for key, v := range b.Values {
			if r := a.Range[key]; v < r.Low-1e-12 || v > r.High+1e-12 {
				t.Errorf("at %d %s is %v, outside %+v", age, key, v, r)
			}
		}
		sum, n = sum+b.Values["carrier_probability"], n+1
	}
	if r := a.Range["carrier_probability"]; !r.Bound || !(r.High-r.Low < 0.5) || a.Values["carrier_probability"] < r.Low || a.Values["carrier_probability"] > r.High {
		t.Errorf("range %+v of %v", r, a.Values["carrier_probability"])
	}
	if mean := sum / n; math.Abs(mean-a.Values["carrier_probability"]) > 0.05 {
		t.Errorf("%v is far from the mean of the readings %v", a.Values["carrier_probability"], mean)
	}
	quick := model(t).Assess(risk.Request{Family: f, Subject: "child", Option: []byte(late), Quick: true})
	if quick.Range != nil || quick.Values["carrier_probability"] != a.Values["carrier_probability"] {
		t.Errorf("a quick answer has range %v and value %v", quick.Range, quick.Values["carrier_probability"])
	}
}

func TestWhatWouldChangeTheAnswer(t *testing.T) {
	a := ask(t, clinic(), "", recessive)
	found := map[string]risk.Missing{}
	for _, m := range a.Missing {
		found[string(m.Person)+" "+string(m.Kind)] = m
	}
	if m, ok := found["brother unconfirmed"]; !ok || m.Refuted == nil || !(*m.Refuted < 0.1) || m.SetAside == nil {
		t.Errorf("the unconfirmed brother: %+v of %+v", m, a.Missing)
	}
	if m, ok := found["mother missing"]; !ok || m.Span == nil || !(m.Span.Low < m.Span.High) {
		t.Errorf("the mother, of whom nothing is known: %+v of %+v", m, a.Missing)
	}
	if _, ok := found["sister missing"]; ok {
		t.Error("the subject is known to be well")
	}
}

// TestWhatCannotBeIsNotTried: nobody who has children is affected by a condition that leaves none.
func TestWhatCannotBeIsNotTried(t *testing.T) {
	f := family("grandmother F", "mother F grandmother 0", "boy M mother 0")
	f.Individual("boy").Diagnoses = []pedigree.Diagnosis{{ID: "d", Site: "muscular dystrophy"}}
	a := ask(t, f, "mother", `{"condition":"muscular dystrophy","inheritance":"XL","fitness":0,"mutation":{"mother":1e-5,"father":1e-5}}`)
	if len(a.Missing) != 1 || a.Missing[0].Person != "boy" || a.Missing[0].Kind != risk.FactUnconfirmed {
		t.Errorf("%+v", a.Missing)
	}
}

func TestWithoutAConditionOrWithImpossibleFactsThereIsNoNumber(t *testing.T) {
	group := clinic()
	group.Individual("sister").Count = 3
	for _, c := range []struct {
		name, option, subject, words string
		f                            *pedigree.Family
		status                       risk.Status
	}{
		{"no option", "", "", "condition", clinic(), risk.NotApplicable},
		{"nobody", recessive, "nobody", "not in this family", clinic(), risk.NotApplicable},
		{"a group", recessive, "", "one person", group, risk.NotApplicable},
		{"a misspelt key", `{"inheritence":"AR"}`, "", "inheritence", clinic(), risk.CannotTell},
		{"a stranger", `{"inheritance":"AR","allele_frequency":0.01,"carriers":["x"]}`, "", `"x"`, clinic(), risk.CannotTell},
		{"parents who cannot be", `{"inheritance":"AR","allele_frequency":0.01,"noncarriers":["mother"],"phenotypes":{"brother":"affected"}}`, "", "true together", clinic(), risk.CannotTell},
	} {
		a := model(t).Assess(risk.Request{Family: c.f, Subject: pedigree.ID(c.subject), Option: []byte(c.option)})
		if a.Status != c.status || len(a.Values) > 0 || !strings.Contains(strings.Join(a.Because, " "), c.words) {
			t.Errorf("%s: %s %q", c.name, a.Status, a.Because)
		}
	}
	a := model(t).Assess(risk.Request{Family: clinic(), Option: []byte(recessive), Unresolved: []risk.Unresolved{{Person: "brother", Fact: "diagnoses"}}})
	if a.Status != risk.CannotTell {
		t.Errorf("with two values in the record: %s", a.Status)
	}
}

// TestUninformativeRelativesAndOrderChangeNothing.
func TestUninformativeRelativesAndOrderChangeNothing(t *testing.T) {
	f := clinic()
	want := ask(t, f, "", recessive).Values
	more := clinic()
	more.Individuals = append(more.Individuals, pedigree.Individual{ID: "great-aunt", Mother: "aunt"}, pedigree.Individual{ID: "niece", Mother: "great-aunt", Father: "brother", Sex: pedigree.Female})
	reversed := clinic()
	for i, j := 0, len(reversed.Individuals)-1; i < j; i, j = i+1, j-1 {
		reversed.Individuals[i], reversed.Individuals[j] = reversed.Individuals[j], reversed.Individuals[i]
	}
	for name, g := range map[string]*pedigree.Family{"more": more, "reversed": reversed} {
		for key, v := range ask(t, g, "", recessive).Values {
			if math.Abs(v-want[key]) > 1e-12 {
				t.Errorf("%s: %s was %v, is %v", name, key, want[key], v)
			}
		}
	}
}

func TestNoNameIsInAnAnswer(t *testing.T) {
	f := clinic()
	for i := range f.Individuals {
		f.Individuals[i].Name = "Xanthippe"
	}
	text, err := json.Marshal(ask(t, f, "", recessive))
	if err != nil || strings.Contains(string(text), "Xanthippe") || strings.Contains(string(text), `\u0000`) {
		t.Errorf("%v %s", err, text)
	}
}

func TestThePartnerIsWhomTheOptionNames(t *testing.T) {
	f := clinic()
	f.Individuals = append(f.Individuals, pedigree.Individual{ID: "second", Sex: pedigree.Male})
	f.Unions = append(f.Unions, pedigree.Union{Partners: []pedigree.ID{"sister", "second"}})
	with := func(keys string) float64 {
		return ask(t, f, "sister", strings.TrimSuffix(recessive, "}")+keys+"}").Values["next_child"]
	}
	low, carrier := with(""), with(`,"genotypes":{"husband":1},"partner":"husband"`)
	if last := with(`,"genotypes":{"second":1}`); math.Abs(last-carrier) > 1e-12 || !(carrier > 10*low) {
		t.Errorf("with the last partner, a carrier, %v; with the other named %v; with none known %v", last, carrier, low)
	}
	for _, nobody := range []string{"sister", "mother"} { // an option may be meant for another subject
		if got := with(`,"partner":"` + nobody + `"`); math.Abs(got-low) > 1e-12 {
			t.Errorf("%s taken as the partner: %v", nobody, got)
		}
	}
}

func TestSexNotKnownAndTwins(t *testing.T) {
	f := clinic()
	f.Individual("sister").Sex = pedigree.SexUnknown
	xl := `{"inheritance":"XL","allele_frequency":0.01,"phenotypes":{"brother":"affected"}}`
	a := ask(t, f, "", xl)
	if _, ok := a.Values["next_son"]; !ok { // the husband's sex says who is the mother
		t.Errorf("%v", a.Values)
	}
	f.Unions = nil
	if a = ask(t, f, "", xl); len(a.Values) == 0 || a.Values["next_child"] != 0 {
		t.Errorf("%v", a.Values)
	}
	f = clinic()
	f.Individual("brother").Sex = pedigree.Female
	f.Twins = []pedigree.TwinSet{{Zygosity: pedigree.Monozygotic, Members: []pedigree.ID{"brother", "sister"}}}
	f.Individual("sister").Well = pedigree.NotAsked
	near(t, "identical twin of an affected person", ask(t, f, "", recessive).Values["affected_probability"], 1, 1e-9)
}

// chain is a family of n people in generations of couples with two children.
func chain(n int) *pedigree.Family {
	lines := []string{"p0 F", "p1 M"}
	for i := 2; len(lines) < n; i += 3 {
		mother, father := i-2, i-1
		lines = append(lines, fmt.Sprintf("p%d F p%d p%d", i, mother, father), fmt.Sprintf("p%d M", i+1), fmt.Sprintf("p%d M p%d p%d", i+2, mother, father))
		if i > 2 {
			lines[len(lines)-3] = fmt.Sprintf("p%d F p%d p%d", i, i-3, i-2)
			lines[len(lines)-1] = fmt.Sprintf("p%d M p%d p%d", i+2, i-3, i-2)
		}
	}
	f := family(lines[:n]...)
	f.Individuals[0].Affected = pedigree.Yes
	f.Individuals[n/2].Consultand = true
	return f
}

func BenchmarkAssess(b *testing.B) {
	m := model(b)
	for _, n := range []int{20, 60, 200} {
		f := chain(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if a := m.Assess(risk.Request{Family: f, Option: []byte(recessive)}); a.Status != risk.OK {
					b.Fatal(a.Because)
				}
			}
		})
	}
}
