package risk_test

import (
	"math"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

func open(t *testing.T, p pedigree.Individual, familyOn, askedFor pedigree.Date) (*risk.Case, *pedigree.Individual) {
	t.Helper()
	p.ID = "1"
	c := risk.Open(risk.Request{Family: &pedigree.Family{AsOf: familyOn, Individuals: []pedigree.Individual{p}}, Subject: "1", AsOf: askedFor})
	if c == nil {
		t.Fatal("the request names somebody")
	}
	return c, c.Subject
}

func TestAgesAreOfTheDayAskedFor(t *testing.T) {
	said := func(words string) pedigree.Individual { return pedigree.Individual{Age: pedigree.ParseFuzzy(words)} }
	dead := said("70")
	dead.Deceased = pedigree.Yes
	own := said("40")
	own.AsOf = "2016-11-21"
	born := pedigree.Individual{Born: pedigree.OnDate("1984-03-14")}
	bornIn := pedigree.Individual{Born: pedigree.ExactYear(1984)}
	for _, c := range []struct {
		name       string
		p          pedigree.Individual
		on, asked  pedigree.Date
		low, high  int
		cannotTell bool
	}{
		{"said, no day", said("42"), "", "", 42, 42, false},
		{"said, asked for the same day", said("42"), "2026-11-21", "", 42, 42, false},
		{"whole years later", said("42"), "2021-11-21", "2026-11-21", 47, 47, false},
		{"between anniversaries both ages are possible", said("42"), "2021-11-21", "2027-01-01", 47, 48, false},
		{"earlier", said("42"), "2026-11-21", "2021-11-21", 37, 37, false},
		{"the person's own day comes first", own, "2026-11-21", "2026-11-21", 50, 50, false},
		{"the dead do not age", dead, "2016-11-21", "2026-11-21", 70, 70, false},
		{"a date of birth is exact", born, "2026-11-21", "", 42, 42, false},
		{"a year of birth leaves two ages", bornIn, "2026-11-21", "", 41, 42, false},
		{"over 70 ends at 100", said(">70"), "", "", 71, 100, false},
		{"999 is not used", said("999"), "2026-11-21", "", 0, 0, true},
		{"nothing known", pedigree.Individual{}, "2026-11-21", "", 0, 0, true},
	} {
		k, p := open(t, c.p, c.on, c.asked)
		span, ok := k.Age(p)
		if ok == c.cannotTell || ok && span != (risk.Span{Low: c.low, High: c.high}) {
			t.Errorf("%s: %v %v, want %d to %d", c.name, span, ok, c.low, c.high)
		}
	}
}

func TestADiagnosisIsNotAfterTheAgeReached(t *testing.T) {
	for _, c := range []struct {
		name, reached, diagnosis string
		low, high                int
		ok                       bool
	}{
		{"exact", "66", "45", 45, 45, true},
		{"cut at the age reached", "44", "40s", 40, 44, true},
		{"not said", "66", "", 20, 66, true},
		{"neither said", "", "", 20, 79, true},
		{"before 50", "66", "<50", 20, 49, true},
		{"over 70", "75", ">70", 71, 75, true},
		{"over 70, age not known", "", ">70", 71, 79, true},
		{"999 is as not said", "66", "999", 20, 66, true},
		{"younger than any open bound", "15", "", 15, 15, true},
		{"a contradiction", "40", "45", 0, 0, false},
	} {
		k, p := open(t, pedigree.Individual{Age: pedigree.ParseFuzzy(c.reached)}, "", "")
		onset, ok := k.Onset(p, &pedigree.Diagnosis{Age: pedigree.ParseFuzzy(c.diagnosis)})
		if ok != c.ok || ok && onset.Span != (risk.Span{Low: c.low, High: c.high}) {
			t.Errorf("%s: %v %v, want %d to %d", c.name, onset.Span, ok, c.low, c.high)
		}
	}
}

// TestPairsOfAgesAreEquallyLikely: reached 42 or 43 and diagnosed at 41 to 43 leaves five pairs, of
// which 41 and 42 have two each and 43 one.
func TestPairsOfAgesAreEquallyLikely(t *testing.T) {
	k, p := open(t, pedigree.Individual{Age: pedigree.ParseFuzzy("42-43")}, "", "")
	onset, ok := k.Onset(p, &pedigree.Diagnosis{Age: pedigree.ParseFuzzy("41-43")})
	got := onset.Mean(func(age int) float64 { return float64(age) })
	if want := (2*41 + 2*42 + 43) / 5.0; !ok || math.Abs(got-want) > 1e-12 {
		t.Errorf("average age %v, want %v", got, want)
	}
}

func TestADateOfBirthOnlyInThePatientRecordIsUsed(t *testing.T) {
	f := &pedigree.Family{
		AsOf: "2026-11-21", Individuals: []pedigree.Individual{{ID: "1", Consultand: true}},
		Patients: []pedigree.Patient{{ID: "p", Individual: "1", DateOfBirth: pedigree.OnDate("1984-03-14")}},
	}
	c := risk.Open(risk.Request{Family: f})
	if span, ok := c.Age(c.Subject); !ok || span != (risk.Span{Low: 42, High: 42}) {
		t.Errorf("%v %v", span, ok)
	}
	if !f.Individuals[0].Born.IsZero() {
		t.Error("the family asked about was changed")
	}
}

func TestTwoCancersOfOneBreastAreNotBilateral(t *testing.T) {
	breast := func(side pedigree.Side) *pedigree.Diagnosis {
		return &pedigree.Diagnosis{Site: pedigree.Breast, Side: side}
	}
	for _, c := range []struct {
		of   []*pedigree.Diagnosis
		want bool
	}{
		{[]*pedigree.Diagnosis{breast(pedigree.Left)}, false},
		{[]*pedigree.Diagnosis{breast(pedigree.Left), breast(pedigree.Left)}, false},
		{[]*pedigree.Diagnosis{breast(pedigree.Left), breast(pedigree.Right)}, true},
		{[]*pedigree.Diagnosis{breast(""), breast("")}, true},
		{[]*pedigree.Diagnosis{breast(pedigree.Left), breast("")}, true},
	} {
		if got := risk.MayBeTwoBreasts(c.of); got != c.want {
			t.Errorf("%d cancers, first side %q: %v", len(c.of), c.of[0].Side, got)
		}
	}
}

func TestWordsForPeople(t *testing.T) {
	for said, want := range map[string]string{
		"45": "at 45", "about 60": "at about 60", "~60": "at about 60", "40s": "in the 40s", "early 70s": "in the early 70s",
		"in her 40s": "in her 40s", "<50": "before 50", ">70": "after 70", "55-60": "between 55 and 60",
		"": "at an age not known", "999": "at an age not known", "long ago": "at an age not known",
	} {
		if got := risk.AgeWords(pedigree.ParseFuzzy(said)); got != want {
			t.Errorf("%q: %q, want %q", said, got, want)
		}
	}
	if got := risk.Percent(0.0004); got != "under 0.1%" {
		t.Errorf("a small chance: %q", got)
	}
	if got := risk.Effect(0.12, 0.12, 0.1201); got != "no change" {
		t.Errorf("an effect too small to print: %q", got)
	}
	if got := risk.List([]string{"a", "b", "c"}); got != "a, b and c" {
		t.Errorf("a list: %q", got)
	}
}

func TestFactsCountWhatIsReportedAndConfirmed(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "1", Mother: "2", Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Breast}, {Site: pedigree.Ovary, Status: pedigree.Refuted}}},
		{ID: "2", Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Breast, Status: pedigree.Confirmed}}, GeneTests: []pedigree.GeneTest{{Gene: "BRCA1", Result: pedigree.Positive, ReportSeen: pedigree.Yes}}},
		{ID: "3", Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Breast}}}, // not related
	}}
	if got := risk.Open(risk.Request{Family: f, Subject: "1"}).Facts(); got != (risk.Facts{Reported: 3, Confirmed: 2}) {
		t.Errorf("%+v", got)
	}
}

func TestADiagnosisOfSeveralPeopleAtOnceOrOfNobodysSideIsWarnedOf(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "1", Sex: pedigree.Female, Mother: "2", Consultand: true},
		{ID: "2", Sex: pedigree.Female, Mother: "3", Father: "4"},
		{ID: "3", Sex: pedigree.Female},
		{ID: "4", Sex: pedigree.Male},
		{ID: "5", Sex: pedigree.Female, Mother: "3", Father: "4", Count: 3},
	}}
	warned := func() []string {
		c := risk.Open(risk.Request{Family: f})
		return c.Warnings(c.Facts())
	}
	if said := warned(); len(said) != 1 {
		t.Errorf("three aunts without a diagnosis: %q", said)
	}
	f.Individuals[4].Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ExactYear(44)}}
	if said := warned(); len(said) != 2 || !strings.Contains(said[1], "(maternal aunt)") {
		t.Errorf("three aunts with one diagnosis: %q", said)
	}
	f.Individuals = append(f.Individuals, pedigree.Individual{ID: "6", Diagnoses: f.Individuals[4].Diagnoses})
	if said := warned(); len(said) != 3 || !strings.Contains(said[2], "side is not known") {
		t.Errorf("and somebody whom nothing joins to her: %q", said)
	}
}

func TestTwinsThatMayBeIdenticalAreWarnedOf(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "1", Sex: pedigree.Female, Mother: "3", Consultand: true}, {ID: "2", Sex: pedigree.Female, Mother: "3"}, {ID: "3", Sex: pedigree.Female}, {ID: "4"},
	}}
	for _, c := range []struct {
		zygosity pedigree.Zygosity
		sex      pedigree.Sex
		member   pedigree.ID
		warned   bool
	}{
		{pedigree.UnknownZygosity, pedigree.Female, "2", true},
		{"", pedigree.Female, "2", true},
		{pedigree.UnknownZygosity, pedigree.Male, "2", false},
		{pedigree.Monozygotic, pedigree.Female, "2", false},
		{pedigree.Dizygotic, pedigree.Female, "2", false},
	} {
		f.Individual("2").Sex = c.sex
		f.Twins = []pedigree.TwinSet{{Zygosity: c.zygosity, Members: []pedigree.ID{"1", c.member}}}
		k := risk.Open(risk.Request{Family: f})
		if got := len(k.Warnings(k.Facts())) > 1; got != c.warned {
			t.Errorf("%q, the other %s: warned %v", c.zygosity, c.sex, got)
		}
	}
}
