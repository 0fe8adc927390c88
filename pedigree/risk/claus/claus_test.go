package claus

import (
	"encoding/json"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// clinic is a woman of 42 with a mother affected at 45, a well maternal aunt of 66 and her grandparents.
func clinic() *pedigree.Family {
	f := &pedigree.Family{AsOf: "2026-11-21", Individuals: append([]pedigree.Individual{}, pedigrees["mother-maternal-aunt"]...)}
	f.Individual("self").Age = pedigree.ExactYear(42)
	f.Individual("self").Consultand = true
	f.Individual("r1").Age = pedigree.ExactYear(68)
	f.Individual("r1").Diagnoses = breast("45")
	f.Individual("r2").Age = pedigree.ExactYear(66)
	f.Individual("gm").Age = pedigree.ExactYear(81)
	f.Individual("gm").Deceased = pedigree.Yes
	return f
}

func breast(age string) []pedigree.Diagnosis {
	return []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ParseFuzzy(age), Behaviour: pedigree.Invasive}}
}

func assess(t testing.TB, f *pedigree.Family) risk.Assessment {
	t.Helper()
	return model(t).Assess(risk.Request{Family: f})
}

// TestMotherOnlyMatchesBayesByHand works the one-relative case without the pedigree machinery: a
// mother is a carrier with prior 2q - q², and passes a risk allele on with a half.
func TestMotherOnlyMatchesBayesByHand(t *testing.T) {
	m := model(t)
	f := &pedigree.Family{Individuals: append([]pedigree.Individual{}, pedigrees["one-first"]...)}
	f.Individual("self").Age, f.Individual("r1").Diagnoses = pedigree.ExactYear(40), breast("45")
	got := m.Assess(risk.Request{Family: f, Subject: "self"})

	q, at := m.frequency, m.at(45)
	weights := [3]float64{(1 - q) * (1 - q) * at.non, 2 * q * (1 - q) * at.carrier, q * q * at.carrier}
	carry, not := 0.0, 0.0
	for alleles, w := range weights {
		free := (1 - float64(alleles)/2) * (1 - q) // chance that neither parent passes the allele on
		carry, not = carry+w*(1-free), not+w*free
	}
	reach := m.without(40)
	carry, not = carry*reach.carrier, not*reach.non
	carrier := carry / (carry + not)
	remaining := func(o onset) float64 { return (o.by(79) - o.by(40)) / (1 - o.by(40)) }
	want := carrier*remaining(m.carrier) + (1-carrier)*remaining(m.nonCarrier)
	if math.Abs(got.Values["risk_by_79"]-want) > 1e-12 || math.Abs(got.Values["carrier_probability"]-carrier) > 1e-12 {
		t.Errorf("risk %v and carrier %v, by hand %v and %v", got.Values["risk_by_79"], got.Values["carrier_probability"], want, carrier)
	}
}

func TestPrintedStepsGiveThePrintedAnswer(t *testing.T) {
	f := clinic()
	f.Individual("r2").Age = pedigree.ParseFuzzy("about 66")
	got := assess(t, f)
	percent := regexp.MustCompile(`[\d.]+%`)
	var answer float64
	for _, line := range got.Working {
		var x []float64
		for _, text := range percent.FindAllString(line, -1) {
			p, err := strconv.ParseFloat(strings.TrimSuffix(text, "%"), 64)
			if err != nil {
				t.Fatal(err)
			}
			x = append(x, p/100)
		}
		switch {
		case strings.HasPrefix(line, "Reaching"):
			if left := x[2] * x[3] / (x[2]*x[3] + x[4]*x[5]); math.Abs(left-x[6]) > 0.0002 {
				t.Errorf("%q: the numbers give %.4f", line, left)
			}
		case strings.HasPrefix(line, "From"):
			answer = x[2]*x[3] + x[4]*x[5]
			if math.Abs(answer-x[6]) > 0.0002 || x[2] > x[3] {
				t.Errorf("%q: the numbers give %.4f", line, answer)
			}
		}
	}
	if math.Abs(answer-got.Values["risk_by_79"]) > 0.0003 {
		t.Errorf("the printed steps give %.4f, the answer is %.4f:\n%s", answer, got.Values["risk_by_79"], strings.Join(got.Working, "\n"))
	}
}

func TestOutsideItsValidityTheModelGivesNoNumberAndSaysWhy(t *testing.T) {
	diagnosis := func(id pedigree.ID, d ...pedigree.Diagnosis) func(*pedigree.Family) {
		return func(f *pedigree.Family) { f.Individual(id).Diagnoses = append(f.Individual(id).Diagnoses, d...) }
	}
	at := pedigree.ExactYear(50)
	for _, c := range []struct {
		name   string
		change func(*pedigree.Family)
		status risk.Status
		says   string
	}{
		{"own breast cancer", diagnosis("self", pedigree.Diagnosis{Site: pedigree.Breast, Age: pedigree.ExactYear(40)}), risk.NotApplicable, "has had breast cancer"},
		{"own in-situ disease", diagnosis("self", pedigree.Diagnosis{Site: pedigree.Breast, Behaviour: pedigree.InSitu}), risk.NotApplicable, "in-situ"},
		{"ovarian cancer", diagnosis("r2", pedigree.Diagnosis{Site: pedigree.Ovary, Age: at}), risk.NotApplicable, "Ovarian cancer in the family (maternal aunt)"},
		{"tubal cancer", diagnosis("gm", pedigree.Diagnosis{Site: pedigree.FallopianTube, Age: at}), risk.NotApplicable, "Ovarian cancer"},
		{"male breast cancer", diagnosis("gf", pedigree.Diagnosis{Site: pedigree.Breast, Age: at}), risk.NotApplicable, "Breast cancer in a man in the family (maternal grandfather)"},
		{"both breasts", diagnosis("r1", pedigree.Diagnosis{Site: pedigree.Breast, Age: at}), risk.NotApplicable, "both breasts"},
		{"known variant", func(f *pedigree.Family) {
			f.Individual("r2").GeneTests = []pedigree.GeneTest{{Gene: "BRCA2", Result: pedigree.Positive}}
		}, risk.NotApplicable, "BRCA2 in maternal aunt"},
		{"a man", func(f *pedigree.Family) { f.Individual("self").Sex = pedigree.Male }, risk.NotApplicable, "for women"},
		{"died", func(f *pedigree.Family) { f.Individual("self").Deceased = pedigree.Yes }, risk.NotApplicable, "died"},
		{"79", func(f *pedigree.Family) { f.Individual("self").Age = pedigree.ExactYear(79) }, risk.NotApplicable, "79"},
		{"18", func(f *pedigree.Family) { f.Individual("self").Age = pedigree.ExactYear(18) }, risk.NotApplicable, "under 20"},
		{"breasts removed", func(f *pedigree.Family) {
			f.Individual("self").Surgery = []pedigree.Surgery{{What: "bilateral mastectomy", Reason: pedigree.RiskReducing}}
		}, risk.NotApplicable, "removed"},
		{"age unknown", func(f *pedigree.Family) { f.Individual("self").Age = pedigree.Fuzzy{} }, risk.CannotTell, "is not known, and the remaining risk"},
		{"age of 999", func(f *pedigree.Family) { f.Individual("self").Age = pedigree.ExactYear(999) }, risk.CannotTell, "is not known, and the remaining risk"},
		{"about 77", func(f *pedigree.Family) { f.Individual("self").Age = pedigree.ParseFuzzy("about 77") }, risk.CannotTell, "72 to 82"},
		{"sex not recorded", func(f *pedigree.Family) { f.Individual("self").Sex = "" }, risk.CannotTell, "sex assigned at birth"},
		{"possible ovarian", diagnosis("r2", pedigree.Diagnosis{Site: pedigree.Ovary, Certainty: pedigree.Possible}), risk.CannotTell, "possible"},
		{"diagnosed after death", func(f *pedigree.Family) { f.Individual("r1").Age = pedigree.ExactYear(40) }, risk.CannotTell, "contradict"},
	} {
		f := clinic()
		c.change(f)
		got := assess(t, f)
		if got.Status != c.status || len(got.Values) > 0 || len(got.Range) > 0 || !strings.Contains(strings.Join(got.Because, " "), c.says) {
			t.Errorf("%s: %s %v %q", c.name, got.Status, got.Values, got.Because)
		}
	}
}

func TestEveryReasonIsGivenAtOnce(t *testing.T) {
	f := clinic()
	f.Individual("r2").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Ovary}}
	f.Individual("gf").Diagnoses = breast("60")
	f.Individual("r2").GeneTests = []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Positive}}
	if got := assess(t, f); len(got.Because) != 3 {
		t.Errorf("three reasons, given %q", got.Because)
	}
}

func TestFactsThatMustNotCountChangeNothing(t *testing.T) {
	want := assess(t, clinic()).Values
	for name, change := range map[string]func(*pedigree.Family){
		"refuted": func(f *pedigree.Family) {
			f.Individual("r2").Diagnoses = breast("35")
			f.Individual("r2").Diagnoses[0].Status = pedigree.Refuted
		},
		"secondary": func(f *pedigree.Family) {
			f.Individual("r1").Diagnoses = append(f.Individual("r1").Diagnoses, pedigree.Diagnosis{Site: pedigree.Breast, Age: pedigree.ExactYear(52), Secondary: true})
		},
		"told by another patient in confidence": func(f *pedigree.Family) {
			f.Individual("r2").Diagnoses = breast("35")
			f.Individual("r2").Diagnoses[0].Source = pedigree.Provenance{Use: pedigree.ThisPatientOnly, Patient: "another"}
		},
		"negative and uncertain tests": func(f *pedigree.Family) {
			f.Individual("r1").GeneTests = []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Negative}, {Gene: "BRCA2", Result: pedigree.Uncertain, Class: 3}}
		},
		"a brother-in-law's cancer": func(f *pedigree.Family) {
			f.Individuals = append(f.Individuals, pedigree.Individual{ID: "uncle", Sex: pedigree.Male, Diagnoses: breast("50")})
			f.Unions = append(f.Unions, pedigree.Union{Partners: []pedigree.ID{"r2", "uncle"}})
		},
		"an adoptive mother": func(f *pedigree.Family) {
			f.Individuals = append(f.Individuals, pedigree.Individual{ID: "am", Sex: pedigree.Female, Diagnoses: breast("30")})
			f.Individual("self").OtherParents = []pedigree.ParentLink{{ID: "am", Kind: pedigree.Adoptive}}
		},
		"a relative of whom nothing is known": func(f *pedigree.Family) { f.Individuals = append(f.Individuals, woman("sis", "r1", "f")) },
	} {
		f := clinic()
		change(f)
		got := assess(t, f)
		if math.Abs(got.Values["risk_by_79"]-want["risk_by_79"]) > 1e-12 {
			t.Errorf("%s: %v instead of %v (%v)", name, got.Values, want, got.Because)
		}
	}
}

func TestImplausibleAgesAreNotUsed(t *testing.T) {
	f, unknown := clinic(), clinic()
	f.Individual("r2").Age, unknown.Individual("r2").Age = pedigree.ExactYear(999), pedigree.Fuzzy{}
	f.Individual("r1").Diagnoses, unknown.Individual("r1").Diagnoses = breast("999"), breast("")
	if got, want := assess(t, f), assess(t, unknown); got.Values["risk_by_79"] != want.Values["risk_by_79"] {
		t.Errorf("999 gives %v, an age not known %v", got.Values, want.Values)
	}
}

func TestVagueAgeIsTheAverageAndTheRangeItsReadings(t *testing.T) {
	f := clinic()
	f.Individual("r1").Diagnoses = breast("40s")
	got := assess(t, f)
	low, high := 1.0, 0.0
	for age := 40; age <= 49; age++ {
		f.Individual("r1").Diagnoses[0].Age = pedigree.ExactYear(age)
		v := assess(t, f).Values["risk_by_79"]
		low, high = min(low, v), max(high, v)
	}
	r, v := got.Range["risk_by_79"], got.Values["risk_by_79"]
	if math.Abs(r.Low-low) > 1e-12 || math.Abs(r.High-high) > 1e-12 || v <= low || v >= high {
		t.Errorf("value %v, range %v; the readings give %v to %v", v, r, low, high)
	}
}

func TestIdenticalTwinOfACarrierFamilyCountsAsTheWomanHerself(t *testing.T) {
	f := clinic()
	f.Individuals = append(f.Individuals, woman("twin", "r1", "f"))
	f.Individual("twin").Diagnoses = breast("36")
	f.Twins = []pedigree.TwinSet{{Zygosity: pedigree.Monozygotic, Members: []pedigree.ID{"self", "twin"}}}
	identical := assess(t, f).Values["carrier_probability"]
	f.Twins[0].Zygosity = pedigree.Dizygotic
	if fraternal := assess(t, f).Values["carrier_probability"]; identical <= fraternal {
		t.Errorf("identical twin %v, fraternal %v", identical, fraternal)
	}
}

func TestMissingFactsHaveTheEffectThatFillingThemInHas(t *testing.T) {
	f := clinic()
	f.Individual("r2").Age = pedigree.ParseFuzzy("60-70")
	f.Individual("gm").SetAsked(pedigree.AskedCancer, pedigree.No)
	f.Individual("r2").SetAsked(pedigree.AskedCancer, pedigree.No)
	f.Individual("r1").Diagnoses[0].Status = pedigree.Confirmed
	got := assess(t, f)
	if len(got.Missing) != 1 || got.Missing[0].Person != "r2" {
		t.Fatalf("missing %+v", got.Missing)
	}
	r := got.Range["risk_by_79"]
	if want := risk.Effect(got.Values["risk_by_79"], r.Low, r.High); got.Missing[0].Effect != want {
		t.Errorf("effect %q, the range says %q", got.Missing[0].Effect, want)
	}
}

func TestAConflictInTheRecordMakesTheModelUnableToTell(t *testing.T) {
	req := risk.Request{Family: clinic(), Unresolved: []risk.Unresolved{{Person: "r1", Fact: "diagnoses"}}}
	if got := model(t).Assess(req); got.Status != risk.CannotTell || len(got.Values) > 0 {
		t.Errorf("%s %v", got.Status, got.Values)
	}
	req.Unresolved = []risk.Unresolved{{Person: "r1", Fact: "name"}}
	if got := model(t).Assess(req); got.Status != risk.OK {
		t.Errorf("a conflict about a name: %s %v", got.Status, got.Because)
	}
}

func TestAgesMoveToTheDayAskedFor(t *testing.T) {
	f := clinic()
	later := model(t).Assess(risk.Request{Family: f, AsOf: "2031-11-21"})
	f.Individual("self").Age, f.Individual("r1").Age, f.Individual("r2").Age = pedigree.ExactYear(47), pedigree.ExactYear(73), pedigree.ExactYear(71)
	if want := assess(t, f); math.Abs(later.Values["risk_by_79"]-want.Values["risk_by_79"]) > 1e-12 {
		t.Errorf("five years on %v, entered five years on %v", later.Values, want.Values)
	}
}

// TestAnUnconfirmedCancerIsTriedThreeWays: each effect is what recording the fact in that way gives, and
// setting the mother's cancer aside leaves the aunt's where it is.
func TestAnUnconfirmedCancerIsTriedThreeWays(t *testing.T) {
	f := clinic()
	f.Individual("r2").Diagnoses = breast("38")
	got := assess(t, f)
	for _, m := range got.Missing {
		if m.Kind != risk.FactUnconfirmed {
			continue
		}
		for name, c := range map[string]struct {
			said   *float64
			change func(*pedigree.Diagnosis)
		}{
			"set aside": {m.SetAside, func(d *pedigree.Diagnosis) { d.Certainty = pedigree.Possible }},
			"refuted":   {m.Refuted, func(d *pedigree.Diagnosis) { d.Status = pedigree.Refuted }},
		} {
			other := f.Clone()
			c.change(&other.Individual(m.Person).Diagnoses[0])
			want := assess(t, other)
			if v := want.Values["risk_by_79"]; math.Abs(*c.said-v) > 1e-12 || want.Status != risk.OK {
				t.Errorf("%s, %s: %v, recorded so %v", m.Person, name, *c.said, v)
			}
			if affected := want.Because[0]; !strings.Contains(affected, map[pedigree.ID]string{"r1": "aunt", "r2": "Mother"}[m.Person]) {
				t.Errorf("%s, %s: the other cancer is gone: %q", m.Person, name, want.Because)
			}
		}
	}
	if len(got.Missing) < 2 || got.Missing[0].Kind != risk.FactUnconfirmed {
		t.Errorf("missing %+v", got.Missing)
	}
}

// TestLifetimeRiskIsThatOfAWomanOfTwenty and the risk from 40 to 50 that of one who has reached 40, whatever
// the age of the woman asked about.
func TestLifetimeRiskIsThatOfAWomanOfTwenty(t *testing.T) {
	f := clinic()
	now := assess(t, f).Values
	f.Individual("self").Age = pedigree.ExactYear(20)
	at20 := assess(t, f).Values
	f.Individual("self").Age = pedigree.ExactYear(40)
	at40 := assess(t, f).Values
	for key, want := range map[string]float64{risk.LifetimeFrom20: at20[risk.By79], risk.From40To50: at40[risk.TenYears]} {
		for _, got := range []risk.Values{now, at20, at40} {
			if math.Abs(got[key]-want) > 1e-12 {
				t.Errorf("%s: %v, want %v", key, got[key], want)
			}
		}
	}
}

func TestTheQuickAnswerLeavesOutOnlyTheRange(t *testing.T) {
	whole := assess(t, clinic())
	quick := model(t).Assess(risk.Request{Family: clinic(), Quick: true})
	if len(quick.Range) > 0 || len(whole.Range) == 0 || quick.Values["risk_by_79"] != whole.Values["risk_by_79"] || len(quick.Missing) != len(whole.Missing) {
		t.Errorf("quick %+v", quick)
	}
}

// TestAPossibleOvarianCancerIsSaidToDecide what the model can say.
func TestAPossibleOvarianCancerIsSaidToDecide(t *testing.T) {
	f := clinic()
	f.Individual("r2").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Ovary, Age: pedigree.ExactYear(50), Certainty: pedigree.Possible, Words: "?ov/bowel"}}
	got := assess(t, f)
	if got.Status != risk.CannotTell || len(got.Missing) == 0 || got.Missing[0].Effect != "not suitable (ovarian cancer), or can be calculated (colorectal cancer or none of these), now cannot tell" {
		t.Errorf("%s %+v", got.Status, got.Missing)
	}
}

func TestTheCurveEndsAtTheAnswer(t *testing.T) {
	got := assess(t, clinic())
	last := got.CurveOf("breast")[len(got.CurveOf("breast"))-1]
	if last.Age != 79 || math.Abs(last.Risk-got.Values["risk_by_79"]) > 1e-12 || last.Population >= last.Risk {
		t.Errorf("curve ends with %+v, the answer is %v", last, got.Values)
	}
	if ten := got.CurveOf("breast")[9]; ten.Age != 52 || math.Abs(ten.Risk-got.Values["risk_10y"]) > 1e-12 {
		t.Errorf("after ten years %+v, the answer is %v", ten, got.Values)
	}
}

func TestNumbersThatAreMissingAreAnError(t *testing.T) {
	for _, text := range []string{``, `{}`, `{"parameters":{"allele_frequency":{"value":2}}}`} {
		if _, err := New([]byte(text)); err == nil {
			t.Errorf("%q was accepted", text)
		}
	}
}

func TestNobodyToAskAboutIsNotApplicable(t *testing.T) {
	for _, req := range []risk.Request{{}, {Family: &pedigree.Family{}}, {Family: clinic(), Subject: "nobody"}} {
		got := model(t).Assess(req)
		if got.Status != risk.NotApplicable || got.Model != "claus" || len(got.Because) == 0 {
			t.Errorf("%+v", got)
		}
		if _, err := json.Marshal(got); err != nil {
			t.Error(err)
		}
	}
}

// TestWhatARelativeContributes compares, for the maternal aunt, ways of recording that must give one
// answer.
func TestWhatARelativeContributes(t *testing.T) {
	value := func(change func(*pedigree.Individual)) risk.Assessment {
		f := clinic()
		change(f.Individual("r2"))
		return assess(t, f)
	}
	unknown := value(func(p *pedigree.Individual) { p.Age = pedigree.Fuzzy{} })
	wellTo50 := value(func(p *pedigree.Individual) { p.Age = pedigree.ExactYear(50) })
	for _, c := range []struct {
		name   string
		change func(*pedigree.Individual)
		want   risk.Assessment
	}{
		{"breasts removed at 50", func(p *pedigree.Individual) {
			p.Surgery = []pedigree.Surgery{{What: "bilateral mastectomy", Age: pedigree.ExactYear(50), Reason: pedigree.RiskReducing}}
		}, wellTo50},
		{"breasts removed, age not known", func(p *pedigree.Individual) {
			p.Surgery = []pedigree.Surgery{{What: "mastectomy", Reason: pedigree.RiskReducing}}
		}, unknown},
		{"in-situ disease at 50", func(p *pedigree.Individual) {
			p.Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ExactYear(50), Behaviour: pedigree.InSitu}}
		}, wellTo50},
		{"the plain flag", func(p *pedigree.Individual) { p.Affected = pedigree.Yes }, unknown},
		{"asked, not known", func(p *pedigree.Individual) { p.NoDetails = true }, unknown},
		{"affected or not is not known", func(p *pedigree.Individual) { p.Affected = pedigree.DontKnow }, unknown},
		{"a group", func(p *pedigree.Individual) { p.Count = 3 }, unknown},
		{"sex not recorded", func(p *pedigree.Individual) { p.Sex = pedigree.SexUnknown }, unknown},
	} {
		got := value(c.change)
		if got.Status != risk.OK || math.Abs(got.Values["risk_by_79"]-c.want.Values["risk_by_79"]) > 1e-12 {
			t.Errorf("%s: %v %v, want %v", c.name, got.Values, got.Because, c.want.Values)
		}
	}
}

// TestTheFourAnswersToIllnessInTheModel takes an aunt of 66: well, and asked about cancer with the answer
// none, are evidence; no details and "doesn't know" are none; not asked is read as well and listed.
func TestTheFourAnswersToIllnessInTheModel(t *testing.T) {
	ask := func(a pedigree.Answer) func(*pedigree.Individual) {
		return func(p *pedigree.Individual) { p.SetAsked(pedigree.AskedCancer, a) }
	}
	value := func(change func(*pedigree.Individual)) risk.Assessment {
		f := clinic()
		f.Individual("gm").Well = pedigree.Yes
		f.Individual("r1").Diagnoses[0].Status = pedigree.Confirmed
		change(f.Individual("r2"))
		return assess(t, f)
	}
	absent := value(func(p *pedigree.Individual) { p.Sex = pedigree.Male }).Values["risk_by_79"]
	well := value(func(p *pedigree.Individual) { p.Well = pedigree.Yes }).Values["risk_by_79"]
	if well >= absent {
		t.Fatalf("an aunt well at 66 lowers nothing: %v, without her %v", well, absent)
	}
	for _, c := range []struct {
		name   string
		change func(*pedigree.Individual)
		want   float64
		fact   string // the beginning of what is listed as missing; "" for nothing
	}{
		{"well", func(p *pedigree.Individual) { p.Well = pedigree.Yes }, well, ""},
		{"asked, none", ask(pedigree.No), well, ""},
		{"doesn't know", ask(pedigree.DontKnow), absent, "whether there has been cancer"},
		{"doesn't know whether well", func(p *pedigree.Individual) { p.Well = pedigree.DontKnow }, absent, "whether there has been cancer"},
		{"no details", func(p *pedigree.Individual) { p.NoDetails = true }, absent, "whether there has been cancer"},
		{"not asked", func(*pedigree.Individual) {}, well, "whether there has been cancer (not asked, read as none)"},
		{"bowel cancer, doesn't know of others", func(p *pedigree.Individual) {
			p.Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Colorectum}}
			p.SetAsked(pedigree.AskedCancer, pedigree.DontKnow)
		}, absent, "whether there has been cancer"},
	} {
		got := value(c.change)
		if math.Abs(got.Values["risk_by_79"]-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, got.Values["risk_by_79"], c.want)
		}
		listed := len(got.Missing) == 1 && got.Missing[0].Person == "r2" && strings.HasPrefix(got.Missing[0].Fact, c.fact)
		if c.fact == "" && len(got.Missing) > 0 || c.fact != "" && !listed {
			t.Errorf("%s: missing %+v, want %q", c.name, got.Missing, c.fact)
		}
	}
}

func TestAPossibleCancerOpensTheRangeAndLeavesTheValue(t *testing.T) {
	f := clinic()
	f.Individual("r2").Age = pedigree.Fuzzy{}
	want := assess(t, f).Values["risk_by_79"]
	f.Individual("r2").Diagnoses = breast("35")
	certain := assess(t, f).Values["risk_by_79"]
	f.Individual("r2").Diagnoses[0].Certainty = pedigree.Possible
	got := assess(t, f)
	if r := got.Range["risk_by_79"]; math.Abs(got.Values["risk_by_79"]-want) > 1e-12 || math.Abs(r.High-certain) > 1e-12 {
		t.Errorf("value %v in %v, want %v and %v if it was cancer", got.Values, r, want, certain)
	}
	if len(got.Missing) == 0 || got.Missing[0].Person != "r2" {
		t.Errorf("missing %+v", got.Missing)
	}
}

func TestCancerInTheHusbandsFamilyIsOutsideValidityOnlyForTheChildren(t *testing.T) {
	f := clinic()
	f.Individuals = append(f.Individuals, woman("in-law", "", ""), man("husband", "in-law", ""), woman("daughter", "self", "husband"))
	f.Individual("in-law").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Ovary, Age: pedigree.ExactYear(50)}}
	f.Individual("daughter").Age = pedigree.ExactYear(21)
	if got := assess(t, f); got.Status != risk.OK {
		t.Errorf("the mother: %s %q", got.Status, got.Because)
	}
	if got := model(t).Assess(risk.Request{Family: f, Subject: "daughter"}); got.Status != risk.NotApplicable {
		t.Errorf("the daughter: %s %v", got.Status, got.Values)
	}
}

func TestWarningsSayWhatTheModelLeavesOut(t *testing.T) {
	f := clinic()
	f.Individual("r2").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Behaviour: pedigree.InSitu}}
	f.Individual("r1").Diagnoses[0].Behaviour = ""
	f.Individual("r1").GeneTests = []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Positive, Sample: pedigree.Tumour}}
	f.Individual("gm").Ashkenazi = pedigree.Yes
	got := strings.Join(assess(t, f).Warnings, " ")
	for _, words := range []string{"3 facts reported, 0 confirmed", "In-situ", "counted as invasive", "in a tumour", "Ashkenazi", "1980 to 1982"} {
		if !strings.Contains(got, words) {
			t.Errorf("%q is not in %q", words, got)
		}
	}
}
