package riskview

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree"
	"kindred/pedigree/confirm"
	"kindred/pedigree/risk"
)

func TestAProbabilityIsNeverRoundedToCertainty(t *testing.T) {
	for p, want := range map[float64]string{0: "0%", 0.0004: "under 0.1%", 0.003: "0.3%", 0.024: "2.4%", 0.0999: "10%", 0.4: "40%", 0.9974: "over 99%", 1: "100%"} {
		if got := percent(p); got != want {
			t.Errorf("%v is %q, want %q", p, got, want)
		}
	}
}

func TestAProbabilityIsSaidAsSoManyOfAHundred(t *testing.T) {
	for p, want := range map[float64]string{0: "0", 0.004: "fewer than 1", 0.0149: "1 or 2", 0.011: "1", 0.31: "31", 0.306: "31", 0.9951: "more than 99", 1: "100"} {
		if got := ofHundred(p); got != want {
			t.Errorf("%v is %q of 100, want %q", p, got, want)
		}
	}
}

func TestAnAnswerIsANumberOrAChipOrBothAndTheRangeStandsUnderIt(t *testing.T) {
	shown := anna()
	got := map[string]string{}
	for i := range shown.Answers {
		a := answerOf(&shown.Answers[i], false)
		got[a.model] = strings.Join(append([]string{a.chip, a.number}, a.details...), "|")
	}
	for model, want := range map[string]string{
		"nice-cg164": "High|", "inherited-breast-ovarian": "|BRCA1 40%|range 38–42%", "manchester": "|29 points|BRCA1 16 · BRCA2 13",
		"lynch": "|Any gene 0.3%", "Amsterdam": "Not met|", "Claus": "Not suitable|",
	} {
		if got[model] != want {
			t.Errorf("%s: %q, want %q", model, got[model], want)
		}
	}
	cannot := risk.Assessment{Status: risk.CannotTell}
	if a := answerOf(&cannot, false); a.chip != "Cannot tell" || a.tone != theme.ToneNeutral {
		t.Errorf("cannot tell is %+v", a)
	}
}

func TestABoundIsSaidToBeOneAndARangeThatIsBeingWorkedOutToFollow(t *testing.T) {
	a := risk.Assessment{Status: risk.OK, Headline: "any", Values: risk.Values{"any": 0.4}, Range: risk.Ranges{"any": {Low: 0.36, High: 0.44, Bound: true}}}
	if got := answerOf(&a, false).details; !slices.Equal(got, []string{"within 36–44%"}) {
		t.Errorf("a bound: %q", got)
	}
	a.Range = nil
	if got := answerOf(&a, true).details; !slices.Equal(got, []string{"range follows"}) {
		t.Errorf("while it is worked out: %q", got)
	}
}

func TestARangeFromNextToNothingIsUpToItsHighEnd(t *testing.T) {
	for r, want := range map[risk.Range]string{{Low: 0.0004, High: 0.043}: "up to 4.3%", {Low: 0, High: 0.2}: "up to 20%", {Low: 0.38, High: 0.384}: "", {Low: 0.9, High: 0.999}: "90%–over 99%"} {
		if got := between(risk.AnyGene, r); got != want {
			t.Errorf("%+v is %q, want %q", r, got, want)
		}
	}
}

func TestARowShowsTheLargestFiguresAndEveryCategoryThatCouldMove(t *testing.T) {
	shown := anna()
	c := shown.changes()[0]
	w := shownOf(&c, clinic.Confirmation{}, false, false)
	if len(w.effects) != 2 || len(w.effects[0].moves) != 1 || len(w.effects[1].lines) != 2 || w.more != 0 || w.action != "Go to" {
		t.Errorf("shown %+v", w)
	}
	sent := clinic.Confirmation{Item: confirm.Item{State: confirm.Sent}}
	if w := shownOf(&c, sent, true, true); w.action != "" || w.state != "Request sent" {
		t.Errorf("of a request that was sent: %+v", w)
	}
}

func TestGreenMeansMetAndNothingElse(t *testing.T) {
	for category, want := range map[string]theme.Tone{
		"met": theme.ToneOK, "not met": theme.ToneNeutral, "met if confirmed": theme.ToneWarn, "high": theme.ToneBad, "moderate": theme.ToneWarn,
		"near population": theme.ToneNeutral, "average": theme.ToneNeutral, "cannot tell": theme.ToneNeutral,
	} {
		if got, short := toneOf(category); got != want || !short {
			t.Errorf("%q has tone %v, short %v", category, got, short)
		}
	}
}

func TestWhatWouldChangeTheAnswerIsMergedOverTheModelsWithCategoryMoversFirstAndNoChangeLast(t *testing.T) {
	shown := anna()
	var got []string
	for _, c := range shown.changes() {
		words := c.fact
		for _, e := range c.effects {
			words += fmt.Sprintf("; %s %v %v", e.title, e.lines, e.moves)
		}
		got = append(got, words)
	}
	want := []string{
		"Joan: report of the BRCA1 test not seen; NICE familial breast cancer [] [moderate]; Inherited breast and ovarian [{set aside 40% → 28%} {refuted 40% → 19%}] []",
		"Edna: ovaries: diseased or removed; Inherited breast and ovarian [{once it is known 40% → 40–41%}] []",
		"Paternal grandmother: cause of death",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if w := shown.Wanted(); w != "Joan: report of the BRCA1 test not seen" {
		t.Errorf("asked for first is %q", w)
	}
	shown.Answers = shown.Answers[2:]
	if w := shown.Wanted(); w != "" {
		t.Errorf("%q changes nothing, and is asked for", w)
	}
}

func TestTheFiguresOfAWorkingAreGroupedByGeneAndCancer(t *testing.T) {
	a := risk.Assessment{
		Values: risk.Values{
			"carrier/BRCA1": 0.4, "carrier/BRCA2": 0.002, "any": 0.41, "risk_by_80": 0.32,
			"risk/breast/60": 0.18, "risk/breast/80": 0.32, "crude/breast/80": 0.3, "risk/ovary/80": 0.18,
		},
		Range: risk.Ranges{"carrier/BRCA1": {Low: 0.38, High: 0.42}},
	}
	if got := figures(&a); !slices.Equal(got, []string{"BRCA1 40% (38–42%) · BRCA2 0.2%", "any of the genes 41%"}) {
		t.Errorf("got %q", got)
	}
	shown := anna()
	cancers := shown.agesOf(&a)
	if len(cancers) != 2 || cancers[0].cancer != "breast" || cancers[1].cancer != "ovary" {
		t.Errorf("by age: %+v", cancers)
	}
}

func TestTheThreeLinesOfAKnownVariantSayBothCancers(t *testing.T) {
	shown := anna()
	o := shown.outlookOf("")
	var got []string
	for _, s := range o.suppositions() {
		got = append(got, o.words(s)+": "+o.hundred("breast", s))
	}
	want := []string{"If Anna has it: 61 · 42", "If she does not: 11 · 1 or 2", "Today, not knowing: 31 · 18", "women in general: 11 · 1 or 2"}
	if !slices.Equal(got, want) || o.heading("breast") != "Of 100 women now 42, by age 80" {
		t.Errorf("%q over %q", o.heading("breast"), got)
	}
	if c := o.caption("ovary", with); c != "Filled: ovarian cancer, if Anna has the BRCA1 variant: 42 of 100. By Inherited breast and ovarian; not counting death of other causes." {
		t.Errorf("caption %q", c)
	}
}

func TestAManAndAPersonWithAnotherGenderAreCalledSo(t *testing.T) {
	for _, tt := range []struct {
		shown Shown
		want  string
	}{
		{Shown{Sex: pedigree.Male}, "men, he does"},
		{Shown{Sex: pedigree.Female, Gender: pedigree.NonBinary}, "women, they do"},
		{Shown{}, "people, they do"},
		{Shown{Sex: pedigree.Female, Gender: pedigree.Man}, "women, he does"},
	} {
		if got := tt.shown.people() + ", " + tt.shown.pronoun(); got != tt.want {
			t.Errorf("%+v is %q, want %q", tt.shown.Sex, got, tt.want)
		}
	}
}

func TestTheCurveBeginsAtTheAgeNowWithNoRiskYet(t *testing.T) {
	got := withNow([]risk.CurvePoint{{Age: 39, Risk: 0.01, Population: 0.001}})
	if want := (risk.CurvePoint{Age: 38}); len(got) != 2 || got[0] != want {
		t.Errorf("the curve of a woman of 38 begins %+v", got[0])
	}
	if again := withNow(got); len(again) != 2 {
		t.Errorf("a curve that begins now begins %+v", again[0])
	}
}

func TestFiguresAtTheEndsOfLinesNeverStandOnEachOtherOrBelowTheAxis(t *testing.T) {
	got := apart([]end{{"11%", 100}, {"12%", 98}, {"1.5%", 104}, {"61%", 10}, {"11%", 101}}, 110)
	for i := range got {
		if got[i].y > 110 || i > 0 && got[i].y-got[i-1].y < 17 {
			t.Errorf("%+v", got)
		}
	}
	if len(got) != 4 {
		t.Errorf("%d figures, want each once", len(got))
	}
}
