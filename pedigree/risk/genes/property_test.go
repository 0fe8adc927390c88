package genes_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// randomFamily has three generations, cancers, tests and ages that are known or not; everybody's facts fit
// together. The subject is "self".
func randomFamily(t *rapid.T) *pedigree.Family {
	f := &pedigree.Family{AsOf: "2026-11-21"}
	add := func(id string, sex pedigree.Sex, mother, father string) {
		p := person(id, sex, mother, father, rapid.SampledFrom([]string{"", "25", "42", "61", "83", "55-58", "70s"}).Draw(t, "age of "+id))
		p.Well = pedigree.NotAsked
		site := rapid.SampledFrom([]pedigree.Site{"", "", "", pedigree.Breast, pedigree.Ovary, pedigree.Pancreas, pedigree.Prostate, pedigree.Colorectum}).Draw(t, "site in "+id)
		if site != "" && (site.Organ() == "" || p.EverHad(site.Organ()) == pedigree.Yes) && id != "self" {
			p.Diagnoses = []pedigree.Diagnosis{diagnosis(site, rapid.SampledFrom([]string{"", "22", "19-22", "<25"}).Draw(t, "age at diagnosis"))}
		}
		switch rapid.IntRange(0, 9).Draw(t, "test of "+id) {
		case 0:
			tested("BRCA1", pedigree.Negative, pedigree.Screen)(&p)
		case 1:
			tested("BRCA2", pedigree.Positive, pedigree.Screen)(&p)
		case 2:
			p.SetNoDetails()
		}
		f.Individuals = append(f.Individuals, p)
	}
	sex := func(name string) pedigree.Sex {
		return rapid.SampledFrom([]pedigree.Sex{pedigree.Female, pedigree.Male}).Draw(t, name)
	}
	add("gf", pedigree.Male, "", "")
	add("gm", pedigree.Female, "", "")
	add("mother", pedigree.Female, "gm", "gf")
	add("father", pedigree.Male, "", "")
	for i := range rapid.IntRange(0, 2).Draw(t, "aunts and uncles") {
		add(fmt.Sprint("aunt", i), sex("aunt"), "gm", "gf")
	}
	add("self", sex("self"), "mother", "father")
	for i := range rapid.IntRange(0, 2).Draw(t, "brothers and sisters") {
		add(fmt.Sprint("sib", i), sex("sib"), "mother", "father")
	}
	f.Individual("self").Consultand = true
	return f
}

func sameValues(t interface{ Fatalf(string, ...any) }, what string, got, want risk.Assessment) {
	if got.Status != want.Status {
		t.Fatalf("%s: %s %q, was %s %q", what, got.Status, got.Because, want.Status, want.Because)
	}
	for key, v := range want.Values {
		if math.Abs(got.Values[key]-v) > 1e-10 {
			t.Fatalf("%s: %s %v, was %v", what, key, got.Values[key], v)
		}
	}
}

// TestWhatMustChangeNothingChangesNothing: another order of people, other ids, and relatives of whom nothing
// is known.
func TestWhatMustChangeNothingChangesNothing(t *testing.T) {
	m := model(t)
	rapid.Check(t, func(t *rapid.T) {
		f := randomFamily(t)
		want := m.Assess(risk.Request{Family: f, Quick: true})
		reordered := f.Clone()
		slices.Reverse(reordered.Individuals)
		sameValues(t, "reordered", m.Assess(risk.Request{Family: reordered, Quick: true}), want)
		renamed := f.Clone()
		for i := range renamed.Individuals {
			p := &renamed.Individuals[i]
			for _, id := range []*pedigree.ID{&p.ID, &p.Mother, &p.Father} {
				if *id != "" {
					*id = "x" + *id
				}
			}
		}
		sameValues(t, "renamed", m.Assess(risk.Request{Family: renamed, Quick: true}), want)
		more := f.Clone()
		more.Individuals = append(more.Individuals, pedigree.Individual{ID: "new", Sex: pedigree.Female, Mother: "gm", Father: "gf"}, pedigree.Individual{ID: "far", Mother: "new"})
		sameValues(t, "two relatives more", m.Assess(risk.Request{Family: more, Quick: true}), want)
	})
}

// TestChancesAreChances holds for any family: sums, ranges, curves that do not fall.
func TestChancesAreChances(t *testing.T) {
	m := model(t)
	rapid.Check(t, func(t *rapid.T) {
		a := m.Assess(risk.Request{Family: randomFamily(t)})
		if a.Status != risk.OK {
			return
		}
		most, sum := 0.0, 0.0
		for key, v := range a.Values {
			r, ok := a.Range[key]
			if math.IsNaN(v) || v < 0 || v > 1 || !ok || v < r.Low || v > r.High || r.Low < 0 || r.High > 1 {
				t.Fatalf("%s: %v in %v", key, v, r)
			}
			if strings.HasPrefix(key, "carrier/") {
				most, sum = max(most, v), sum+v
			}
			if net, ok := strings.CutPrefix(key, "crude/"); ok && v > a.Values["risk/"+net]+1e-12 {
				t.Fatalf("%s is %v, net %v", key, v, a.Values["risk/"+net])
			}
		}
		if any := a.Values[risk.AnyGene]; any < most-1e-12 || any > sum+1e-12 {
			t.Fatalf("any %v, the genes from %v to %v in all", any, most, sum)
		}
	})
}

// TestAnEarlyCancerNeverLowersOnesOwnChanceInAModelOfOneGene compares with nothing known of that cancer and with
// not having had it, whatever the family.
func TestAnEarlyCancerNeverLowersOnesOwnChanceInAModelOfOneGene(t *testing.T) {
	for _, gene := range []string{"BRCA1", "BRCA2", "PALB2"} {
		m := modelOf(t, gene)
		rapid.Check(t, func(t *rapid.T) {
			f := randomFamily(t)
			self := f.Individual("self")
			self.Sex, self.GeneTests, self.Diagnoses, self.NoDetails = pedigree.Female, nil, nil, false
			self.Age = at(rapid.SampledFrom([]string{"50", "65"}).Draw(t, "age now"))
			without := m.Assess(risk.Request{Family: f, Quick: true})
			self.Diagnoses = []pedigree.Diagnosis{diagnosis(pedigree.Breast, fmt.Sprint(rapid.IntRange(25, 50).Draw(t, "age at diagnosis")))}
			had := m.Assess(risk.Request{Family: f, Quick: true})
			self.Diagnoses[0].Certainty = pedigree.Possible
			unknown := m.Assess(risk.Request{Family: f, Quick: true})
			if key := "carrier/" + gene; had.Status == risk.OK && (had.Values[key] < without.Values[key]-1e-12 || had.Values[key] < unknown.Values[key]-1e-12) {
				t.Fatalf("with breast cancer %v, without %v, not known %v", had.Values[key], without.Values[key], unknown.Values[key])
			}
		})
	}
}

// TestACancerInTheOtherParentMayLowerAChance: the daughter has a BRCA1 variant; the likelier that it came from
// the father's side, the less likely that her mother, asked about, has it.
func TestACancerInTheOtherParentMayLowerAChance(t *testing.T) {
	family := func(inLaw string) *pedigree.Family {
		f := &pedigree.Family{AsOf: "2026-11-21", Individuals: []pedigree.Individual{
			person("self", pedigree.Female, "", "", "60"), person("in-law", pedigree.Female, "", "", "70"),
			person("husband", pedigree.Male, "in-law", "", "60"), person("daughter", pedigree.Female, "self", "husband", "35"),
		}}
		f.Individual("self").Consultand = true
		tested("BRCA1", pedigree.Positive, pedigree.Screen)(f.Individual("daughter"))
		if inLaw != "" {
			f.Individual("in-law").Diagnoses = []pedigree.Diagnosis{diagnosis(pedigree.Ovary, inLaw)}
		}
		return f
	}
	m := modelOf(t, "BRCA1")
	alone, less := assess(t, m, family("")).Values["carrier/BRCA1"], assess(t, m, family("45")).Values["carrier/BRCA1"]
	if less >= alone {
		t.Errorf("ovarian cancer in the father's mother leaves %v of %v", less, alone)
	}
}

// TestIdenticalTwinsAreOneGenotype: a twin's cancer counts as one's own.
func TestIdenticalTwinsAreOneGenotype(t *testing.T) {
	f := clinic()
	f.Individuals = append(f.Individuals, person("twin", pedigree.Female, "mother", "father", "42"))
	tested("BRCA1", pedigree.Positive, pedigree.Screen)(f.Individual("twin"))
	m := model(t)
	f.Twins = []pedigree.TwinSet{{Zygosity: pedigree.Monozygotic, Members: []pedigree.ID{"self", "twin"}}}
	if v := assess(t, m, f).Values["carrier/BRCA1"]; v != 1 {
		t.Errorf("the identical twin has a variant, and the chance is %v", v)
	}
	f.Twins[0].Zygosity = pedigree.Dizygotic
	if v := assess(t, m, f).Values["carrier/BRCA1"]; v > 0.6 {
		t.Errorf("the other twin has a variant, and the chance is %v", v)
	}
}

// TestTheRangeIsThatOfEveryReading compares with asking about each exact family.
func TestTheRangeIsThatOfEveryReading(t *testing.T) {
	m := model(t)
	f := with("mother", func(p *pedigree.Individual) { p.Diagnoses[0].Age, p.Diagnoses[1].Age = at("40-44"), at("48-50") })
	f.Individual("aunt").Age, f.Individual("aunt").Diagnoses[0].Age = at("47-50"), at("47-49")
	f.Individual("self").Age = at("41-43")
	a := assess(t, m, f)
	lowest, highest := map[string]float64{}, map[string]float64{}
	families := 0
	for breast := 40; breast <= 44; breast++ {
		for ovary := 48; ovary <= 50; ovary++ {
			for now := 47; now <= 50; now++ {
				for onset := 47; onset <= min(49, now); onset++ {
					for self := 41; self <= 43; self++ {
						g := f.Clone()
						mother, aunt := g.Individual("mother"), g.Individual("aunt")
						mother.Diagnoses[0].Age, mother.Diagnoses[1].Age = pedigree.ExactYear(breast), pedigree.ExactYear(ovary)
						aunt.Age, aunt.Diagnoses[0].Age = pedigree.ExactYear(now), pedigree.ExactYear(onset)
						g.Individual("self").Age = pedigree.ExactYear(self)
						families++
						for key, v := range m.Assess(risk.Request{Family: g, Quick: true}).Values {
							if _, ok := lowest[key]; !ok {
								lowest[key], highest[key] = v, v
							}
							lowest[key], highest[key] = min(lowest[key], v), max(highest[key], v)
						}
					}
				}
			}
		}
	}
	for key, r := range a.Range {
		if r.Bound || math.Abs(r.Low-lowest[key]) > 1e-10 || math.Abs(r.High-highest[key]) > 1e-10 {
			t.Errorf("%s: range %+v, %d families give %v to %v", key, r, families, lowest[key], highest[key])
		}
		if v := a.Values[key]; v < r.Low || v > r.High {
			t.Errorf("%s: %v outside %v", key, v, r)
		}
	}
}

// TestBeyondSomeReadingsTheRangeIsABoundThatHoldsEveryReading draws readings at random.
func TestBeyondSomeReadingsTheRangeIsABoundThatHoldsEveryReading(t *testing.T) {
	m := model(t)
	f := clinic()
	for _, id := range []pedigree.ID{"gf", "gm", "father", "brother"} {
		f.Individual(id).Age = at("50s")
	}
	f.Individual("mother").Diagnoses[0].Age = at("40s")
	f.Individual("aunt").Diagnoses[0].Age = at("40s")
	f.Individual("gm").Diagnoses = []pedigree.Diagnosis{diagnosis(pedigree.Ovary, "40-55")}
	f.Individual("gm").Diagnoses[0].Certainty = pedigree.Possible
	bound := assess(t, m, f)
	narrow := bound.Range["carrier/BRCA1"]
	if !narrow.Bound || narrow.High-narrow.Low > 0.45 {
		t.Fatalf("range %+v", narrow)
	}
	rapid.Check(t, func(t *rapid.T) {
		g := f.Clone()
		year := func(low, high int, name string) pedigree.Fuzzy {
			return pedigree.ExactYear(rapid.IntRange(low, high).Draw(t, name))
		}
		for _, id := range []pedigree.ID{"gf", "father", "brother"} {
			g.Individual(id).Age = year(50, 59, string(id))
		}
		gm := g.Individual("gm")
		gm.Age = year(50, 59, "gm")
		if gm.Diagnoses[0].Certainty = pedigree.Certain; rapid.Bool().Draw(t, "refuted") {
			gm.Diagnoses = nil
		} else {
			gm.Diagnoses[0].Age = year(40, min(55, gm.Age.Low.Year), "ovary")
		}
		g.Individual("mother").Diagnoses[0].Age = year(40, 49, "mother's")
		g.Individual("aunt").Diagnoses[0].Age = year(40, 49, "aunt's")
		for key, v := range m.Assess(risk.Request{Family: g, Quick: true}).Values {
			if r := bound.Range[key]; v < r.Low-1e-12 || v > r.High+1e-12 {
				t.Fatalf("%s: %v outside %+v", key, v, r)
			}
		}
	})
}

// TestEffectsOfSingleFactsAreThoseOfAskingAgain compares the two propagations with the whole model asked about
// each changed family.
func TestEffectsOfSingleFactsAreThoseOfAskingAgain(t *testing.T) {
	m := model(t)
	f := with("aunt", tested("BRCA1", pedigree.Positive, pedigree.Screen))
	f.Individual("aunt").GeneTests[0].ReportSeen = pedigree.No
	f.Individual("aunt").Diagnoses[0].Age, f.Individual("aunt").Diagnoses[0].Status = at("40s"), pedigree.Reported
	f.Individual("gm").SetNoDetails()
	f.Individual("brother").Age = at("about 40")
	f.Individual("father").Well = pedigree.NotAsked
	f.Individual("self").Age = at("40-44")
	f.Individual("mother").GeneTests = []pedigree.GeneTest{{ID: "m", Gene: "CHEK2", Result: pedigree.Negative}}
	a := assess(t, m, f)
	c := risk.Open(risk.Request{Family: f})
	again := risk.Effects(c, risk.Doubts(c, []pedigree.Site{pedigree.Breast, pedigree.Ovary, pedigree.FallopianTube, pedigree.Peritoneum, pedigree.Pancreas, pedigree.Prostate}), &a, func(c *risk.Case) risk.Assessment {
		answer := m.Assess(risk.Request{Family: c.Family, Quick: true})
		return risk.Assessment{Status: answer.Status, Values: risk.Values{a.Headline: answer.Values[a.Headline]}}
	})
	if len(a.Missing) < 6 || len(a.Missing) != len(again) {
		t.Fatalf("%d effects, asking again %d", len(a.Missing), len(again))
	}
	for i := range again {
		x, y := a.Missing[i], again[i]
		same := func(a, b *float64) bool { return (a == nil) == (b == nil) && (a == nil || math.Abs(*a-*b) < 1e-10) }
		if x.Person != y.Person || x.Fact != y.Fact || x.Effect != y.Effect || !same(x.SetAside, y.SetAside) || !same(x.Refuted, y.Refuted) {
			t.Errorf("%+v\nasking again %+v", x, y)
		}
	}
}

// TestWhatARelativeContributes compares, for the aunt, ways of recording that must give one answer.
func TestWhatARelativeContributes(t *testing.T) {
	m := model(t)
	value := func(change func(*pedigree.Individual)) float64 {
		return assess(t, m, with("aunt", func(p *pedigree.Individual) {
			p.Diagnoses = nil
			change(p)
		})).Values["any"]
	}
	absent := value(func(p *pedigree.Individual) { p.SetNoDetails() })
	wellTo66 := value(func(*pedigree.Individual) {})
	if wellTo66 >= absent {
		t.Errorf("an aunt well at 66 lowers nothing: %v, without her %v", wellTo66, absent)
	}
	removed := func(what string, age string) func(*pedigree.Individual) {
		return func(p *pedigree.Individual) {
			p.Surgery = append(p.Surgery, pedigree.Surgery{What: what, Age: at(age), Reason: pedigree.RiskReducing})
		}
	}
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"asked, none", value(func(p *pedigree.Individual) { p.SetNoCancer() }), wellTo66},
		{"not asked", value(func(p *pedigree.Individual) { p.Well = pedigree.NotAsked }), wellTo66},
		{"doesn't know", value(func(p *pedigree.Individual) { p.SetIllnessUncertain() }), absent},
		{"the plain flag", value(func(p *pedigree.Individual) { p.Well, p.Affected = pedigree.NotAsked, pedigree.Yes }), absent},
		{"a group", value(func(p *pedigree.Individual) { p.Count = 3 }), absent},
		{"sex not recorded", value(func(p *pedigree.Individual) { p.Sex = pedigree.SexUnknown }), absent},
		{"age not known", value(func(p *pedigree.Individual) { p.Age = pedigree.Fuzzy{} }), absent},
		{"refuted", value(func(p *pedigree.Individual) {
			p.Diagnoses = []pedigree.Diagnosis{diagnosis(pedigree.Breast, "30")}
			p.Diagnoses[0].Status = pedigree.Refuted
		}), wellTo66},
		{"secondary", value(func(p *pedigree.Individual) {
			p.Diagnoses = []pedigree.Diagnosis{diagnosis(pedigree.Ovary, "30")}
			p.Diagnoses[0].Secondary = true
		}), wellTo66},
		{"bowel cancer", value(func(p *pedigree.Individual) {
			p.Diagnoses = []pedigree.Diagnosis{diagnosis(pedigree.Colorectum, "30")}
		}), wellTo66},
		{"womb removed", value(removed("hysterectomy", "30")), wellTo66},
		{
			"breasts removed at 50, in-situ disease at 50", value(removed("bilateral mastectomy", "50")),
			value(func(p *pedigree.Individual) {
				p.Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Age: at("50"), Behaviour: pedigree.InSitu}}
			}),
		},
		{
			"ovaries removed at 66", value(removed("bilateral salpingo-oophorectomy", "66")), wellTo66,
		},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("%s: %v, wanted %v", c.name, c.got, c.want)
		}
	}
	ovary := func(d ...pedigree.Diagnosis) float64 {
		return value(func(p *pedigree.Individual) { p.Diagnoses = d })
	}
	tube, borderline := diagnosis(pedigree.FallopianTube, "50"), diagnosis(pedigree.Ovary, "50")
	borderline.Behaviour = pedigree.Borderline
	if a, b := ovary(tube), ovary(diagnosis(pedigree.Ovary, "50")); a != b || a < 1.5*ovary(borderline) {
		t.Errorf("fallopian tube %v, ovary %v, borderline %v", a, b, ovary(borderline))
	}
}

// TestAPossibleCancerOpensTheRangeAndLeavesTheValue: possible ovarian cancer is evidence of nothing about
// ovaries.
func TestAPossibleCancerOpensTheRangeAndLeavesTheValue(t *testing.T) {
	m := modelOf(t, "BRCA1")
	ask := func(change func(*pedigree.Individual)) risk.Assessment {
		return assess(t, m, with("aunt", func(p *pedigree.Individual) {
			p.Diagnoses = append(p.Diagnoses, diagnosis(pedigree.Ovary, "55"))
			change(p)
		}))
	}
	possible := ask(func(p *pedigree.Individual) { p.Diagnoses[1].Certainty = pedigree.Possible })
	certain := ask(func(*pedigree.Individual) {})
	refuted := ask(func(p *pedigree.Individual) { p.Diagnoses[1].Status = pedigree.Refuted })
	key := "carrier/BRCA1"
	r, v := possible.Range[key], possible.Values[key]
	if math.Abs(r.High-certain.Values[key]) > 1e-12 || math.Abs(r.Low-refuted.Values[key]) > 1e-12 || v <= r.Low || v >= r.High {
		t.Errorf("%v in %+v; certain %v, refuted %v", v, r, certain.Values[key], refuted.Values[key])
	}
}

// TestAnotherQuestionWithTheSameMemoryIsAnsweredAlike changes facts and shape between questions.
func TestAnotherQuestionWithTheSameMemoryIsAnsweredAlike(t *testing.T) {
	m, memory := model(t), &risk.Memory{}
	first := clinic()
	second := with("aunt", tested("BRCA2", pedigree.Positive, pedigree.Screen))
	third := clinic()
	third.Individuals = append(third.Individuals, person("sister", pedigree.Female, "mother", "father", "38"))
	fourth := with("gm", func(p *pedigree.Individual) { p.Ashkenazi = pedigree.Yes })
	for i, f := range []*pedigree.Family{first, second, third, fourth, first} {
		sameValues(t, fmt.Sprint("question ", i), m.Assess(risk.Request{Family: f, Memory: memory}), m.Assess(risk.Request{Family: f}))
	}
}

// TestFamiliesWithManyLoopsAreAnsweredLean: double first cousins' child, whose exact sum over genotypes with two
// variants would take seconds, and the same with two known genes, where nothing less would do.
func TestFamiliesWithManyLoopsAreAnsweredLean(t *testing.T) {
	f := &pedigree.Family{AsOf: "2026-11-21", Individuals: []pedigree.Individual{
		person("a", pedigree.Male, "", "", "80"), person("b", pedigree.Female, "", "", "80"), person("c", pedigree.Male, "", "", "80"), person("d", pedigree.Female, "", "", "80"),
		person("ab1", pedigree.Male, "b", "a", "60"), person("ab2", pedigree.Male, "b", "a", "60"), person("cd1", pedigree.Female, "d", "c", "60"), person("cd2", pedigree.Female, "d", "c", "60"),
		person("x", pedigree.Male, "cd1", "ab1", "40"), person("y", pedigree.Female, "cd2", "ab2", "40"), person("self", pedigree.Female, "y", "x", "20"),
	}}
	f.Individual("self").Consultand = true
	f.Individual("y").Diagnoses = []pedigree.Diagnosis{diagnosis(pedigree.Breast, "38")}
	m := model(t)
	a := assess(t, m, f)
	if !strings.Contains(strings.Join(a.Warnings, " "), "so many loops") || a.Values["any"] < 0.02 || a.Values["any"] > 0.2 {
		t.Errorf("any %v, %q", a.Values["any"], a.Warnings)
	}
	again := m.Assess(risk.Request{Family: f, Memory: &risk.Memory{}})
	sameValues(t, "with a memory", again, a)
}
