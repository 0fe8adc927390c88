package risk_test

import (
	"slices"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// counted is a model for these tests: 10% for each certain breast cancer, 5% more before 50, and the band
// of what comes of it. With ovarian cancer it does not apply.
func counted(c *risk.Case) risk.Assessment {
	a := risk.Assessment{Status: risk.OK, Headline: risk.By79, Category: "near population"}
	v := 0.0
	for _, p := range c.Kin() {
		if len(risk.Primaries(p, risk.IsOvarian)) > 0 {
			return risk.Assessment{Status: risk.NotApplicable}
		}
		for _, d := range risk.Primaries(p, risk.IsBreast) {
			if onset, ok := c.Onset(p, d); ok && !risk.IsPossible(d) {
				v += onset.Mean(func(age int) float64 {
					if age < 50 {
						return 0.15
					}
					return 0.10
				})
			}
		}
	}
	if v >= 0.17 {
		a.Category = "moderate: see there"
	}
	a.Values = risk.Values{risk.By79: v}
	return a
}

func effects(f *pedigree.Family, sites ...pedigree.Site) []risk.Missing {
	c := risk.Open(risk.Request{Family: f})
	now := counted(c)
	return risk.Effects(c, risk.Doubts(c, sites), &now, counted)
}

func TestAnExactConfirmedFamilyHasNothingThatCouldChangeTheAnswer(t *testing.T) {
	if got := effects(exactFamily(), pedigree.Breast); len(got) > 0 {
		t.Errorf("%+v", got)
	}
}

func TestAVagueAgeSpansItsReadingsAndMovesTheCategory(t *testing.T) {
	f := exactFamily()
	f.Individual("aunt").Diagnoses = []pedigree.Diagnosis{{ID: "d2", Site: pedigree.Breast, Age: pedigree.ParseFuzzy("48-51"), Status: pedigree.Confirmed}}
	f.Individual("mother").Diagnoses = nil
	got := effects(f, pedigree.Breast)
	if len(got) != 1 {
		t.Fatalf("%+v", got)
	}
	m := got[0]
	if m.Item != "d2" || m.Kind != risk.FactVague || m.Value != risk.By79 || *m.Span != (risk.Range{Low: 0.10, High: 0.15}) || m.Effect != "10.0% to 15.0%, now 12.5%" || len(m.Moves) > 0 {
		t.Errorf("%+v", m)
	}
	f.Individual("gm").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ExactYear(70), Status: pedigree.Confirmed}}
	f.Individual("gm").Diagnoses[0].Status = pedigree.Reported
	got = effects(f, pedigree.Breast)
	if len(got) != 2 || got[0].Person != "gm" || got[0].Effect != "12.5% set aside or refuted, now 22.5%: near population instead of moderate" ||
		*got[0].SetAside != 0.125 || *got[0].Refuted != 0.125 || got[0].Span != nil || !slices.Equal(got[0].Moves, []string{"near population"}) {
		t.Errorf("the one that moves the category is not first: %+v", got)
	}
	if got[1].Effect != "20.0% to 25.0%, now 22.5%" {
		t.Errorf("%+v", got[1])
	}
}

func TestAQuestionNobodyAskedComesLastAndSaysWhatWasTried(t *testing.T) {
	f := exactFamily()
	f.Individual("aunt").Asked = nil
	f.Individual("mother").Diagnoses[0].Age = pedigree.ParseFuzzy("48-51")
	got := effects(f, pedigree.Breast)
	if len(got) != 2 || got[0].Person != "mother" || got[1].Effect != "12.5% (none) to 27.5% (breast cancer at 45), now 12.5%: moderate instead of near population" {
		t.Errorf("%+v", got)
	}
	if got[0].Silent || !got[1].Silent {
		t.Errorf("nobody was asked about: %v, %v", got[0].Silent, got[1].Silent)
	}
	for i := range f.Individuals { // a model that no such cancer changes does not ask
		f.Individuals[i].Asked = nil
	}
	if got := effects(f, pedigree.Prostate); len(got) > 0 {
		t.Errorf("%+v", got)
	}
}

func TestAFactThatDecidesWhetherTheModelAppliesSaysSo(t *testing.T) {
	f := exactFamily()
	f.Individual("aunt").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Ovary, Certainty: pedigree.Possible, Words: "?ov/bowel", Age: pedigree.ExactYear(50)}}
	c := risk.Open(risk.Request{Family: f})
	now := risk.Assessment{Status: risk.CannotTell}
	got := risk.Effects(c, risk.Doubts(c, breastAndOvary), &now, counted)
	if len(got) != 1 || got[0].Span != nil || got[0].Effect != "not suitable (ovarian cancer), or near population (colorectal cancer or none of these), now cannot tell" {
		t.Errorf("%+v", got)
	}
	if len(got) == 1 && !strings.HasPrefix(strings.Join(got[0].Moves, ", "), "not suitable") {
		t.Errorf("moves %q", got[0].Moves)
	}
}

func TestAnotherWithOfTheSameCaseStartsFromTheOriginal(t *testing.T) {
	c := risk.Open(risk.Request{Family: exactFamily()})
	mother, aunt := *c.Family.Individual("mother"), *c.Family.Individual("aunt")
	mother.Diagnoses, aunt.Age = nil, pedigree.ExactYear(50)
	first := c.With(&mother)
	both := first.With(&aunt)
	if len(both.Family.Individual("mother").Diagnoses) > 0 || both.Family.Individual("aunt").Age.Low.Year != 50 || both.Subject.ID != "self" {
		t.Error("a case made from another keeps what that one replaced")
	}
	if again := c.With(&aunt); len(again.Family.Individual("mother").Diagnoses) != 1 {
		t.Error("the mother is still replaced")
	}
}
