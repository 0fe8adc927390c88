package confirm

import (
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/manchester"
)

const today = pedigree.Date("2026-11-21")

// family has one fact of every kind: Anna's own breast cancer, her mother's ovarian cancer, a test told
// by her aunt, and a grandmother who died of a cancer that nobody has entered.
func family() *pedigree.Family {
	return &pedigree.Family{AsOf: today, Individuals: []pedigree.Individual{
		{ID: "1", Name: "Anna", Sex: pedigree.Female, Age: pedigree.ExactYear(45), Consultand: true, Mother: "2", Diagnoses: []pedigree.Diagnosis{
			{ID: "d1", Site: pedigree.Breast, Age: pedigree.ExactYear(39)}, {ID: "d2", Site: pedigree.Lung, Secondary: true},
		}},
		{ID: "2", Sex: pedigree.Female, Deceased: pedigree.Yes, Mother: "4", Diagnoses: []pedigree.Diagnosis{
			{ID: "d1", Site: pedigree.Ovary, Age: pedigree.ExactYear(52), Certainty: pedigree.Possible, Hospital: "Riverside"},
		}, CauseOfDeath: "ovarian cancer"},
		{ID: "3", Sex: pedigree.Female, Mother: "4", GeneTests: []pedigree.GeneTest{{ID: "t1", Gene: "BRCA1", Result: pedigree.Positive}}},
		{ID: "4", Sex: pedigree.Female, Deceased: pedigree.Yes, Age: pedigree.ExactYear(60), CauseOfDeath: "womb"},
	}}
}

var (
	breast = Fact{"1", Illness, "d1"}
	ovary  = Fact{"2", Illness, "d1"}
	test   = Fact{"3", GeneTest, "t1"}
	death  = Fact{"4", Death, ""}
)

func item(t *testing.T, f *pedigree.Family, fact Fact) Item {
	t.Helper()
	for _, i := range List(f, today) {
		if i.Fact == fact {
			return i
		}
	}
	t.Fatalf("%+v is not in the list", fact)
	return Item{}
}

func TestTheListHoldsWhatAReportCouldConfirm(t *testing.T) {
	var got []string
	for _, i := range List(family(), today) {
		got = append(got, string(i.Person)+": "+i.Words+" | "+i.StateWords()+" | "+i.Ask)
	}
	want := []string{
		"1: breast cancer at 39 | Not asked for | cancer registry",
		"2: possible ovarian cancer at 52 | Not asked for | Riverside",
		"3: BRCA1 positive (report not seen) | Not asked for | laboratory",
		"4: death of endometrial cancer; no diagnosis is recorded | Not asked for | registrar of deaths",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("list (-want +got):\n%s", d)
	}
}

func TestARequestIsSentAnsweredAndSentAgain(t *testing.T) {
	f := family()
	step := func(what string, err error, fact Fact, want State, words string) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if i := item(t, f, fact); i.State != want || i.StateWords() != words {
			t.Errorf("%s: %s, %q", what, i.State, i.StateWords())
		}
	}
	sent := pedigree.Date("2026-11-02")
	step("sent", Send(f, ovary, "Riverside", sent, DueAfter(sent)), ovary, Sent, "Request sent to Riverside on 2 November 2026, reply due 14 December 2026")
	if f.Individual("2").Diagnoses[0].Status != pedigree.Requested {
		t.Error("the drawing does not know of the request")
	}
	step("late", Send(f, ovary, "Riverside", "2026-09-01", "2026-10-13"), ovary, Overdue, "Request sent to Riverside on 1 September 2026, reply overdue since 13 October 2026")
	step("not found", Answer(f, ovary, NotFound, "notes destroyed", today), ovary, NotFound, "No record found on 21 November 2026: notes destroyed")
	step("sent again", Send(f, ovary, "", today, ""), ovary, Sent, "Request sent on 21 November 2026")
	step("confirmed", Answer(f, ovary, Confirmed, "histology report", today), ovary, Confirmed, "Confirmed by histology report on 21 November 2026")
	if d := f.Individual("2").Diagnoses[0]; d.Certainty != "" || !d.IsConfirmed() {
		t.Errorf("a confirmed cancer is certain: %+v", d)
	}
	step("refuted", Answer(f, breast, Refuted, "registry", today), breast, Refuted, "Refuted by registry on 21 November 2026")
	if f.Individual("1").Diagnoses[0].Counts() {
		t.Error("a refuted cancer counts")
	}
	step("test asked", Send(f, test, "the laboratory", today, ""), test, Sent, "Request sent to the laboratory on 21 November 2026")
	step("test not found", Answer(f, test, NotFound, "too old", today), test, NotFound, "No record found on 21 November 2026: too old")
	if f.Individual("3").GeneTests[0].Result != pedigree.Positive {
		t.Error("a test whose report was not found loses its result")
	}
	step("test refuted", Answer(f, test, Refuted, "report", today), test, Refuted, "Refuted by report on 21 November 2026")
	if f.Individual("3").GeneTests[0].GermlinePositive() {
		t.Error("a refuted test is still positive")
	}
	step("test seen", Answer(f, test, Confirmed, "report", today), test, Confirmed, "Confirmed by report on 21 November 2026")
}

func TestAskingForADeathCertificateRecordsTheDiagnosisItWouldSay(t *testing.T) {
	f := family()
	f.Individual("4").Sources = map[string]pedigree.Provenance{"cause_of_death": {ToldBy: "Clare", Use: pedigree.ThisPatientOnly}}
	if err := Send(f, death, "the registrar", today, DueAfter(today)); err != nil {
		t.Fatal(err)
	}
	d := f.Individual("4").Diagnoses
	if len(d) != 1 || d[0].Site != pedigree.Endometrium || d[0].Status != pedigree.Requested || d[0].Source.Use != pedigree.ThisPatientOnly {
		t.Fatalf("diagnoses %+v", d)
	}
	if err := Send(f, death, "the registrar", today, ""); !errors.Is(err, ErrGone) {
		t.Errorf("the death is a diagnosis now: %v", err)
	}
}

func TestACancerThatMayBeTheFirstComeBackIsConfirmedAsANewOne(t *testing.T) {
	f := family()
	again := &f.Individual("1").Diagnoses[1]
	again.Site, again.Certainty = pedigree.Breast, pedigree.Possible
	fact := Fact{"1", Illness, "d2"}
	if got := item(t, f, fact).Words; got != "breast cancer again, as a new cancer" {
		t.Errorf("in the list it is %q", got)
	}
	if err := Answer(f, fact, Confirmed, "histology report", today); err != nil || !f.Individual("1").Diagnoses[1].Counts() {
		t.Errorf("confirmed, it does not count: %+v, %v", f.Individual("1").Diagnoses[1], err)
	}
}

func TestAFactThatIsGoneIsSaidToBe(t *testing.T) {
	for _, fact := range []Fact{{"9", Illness, "d1"}, {"1", Illness, "d9"}, {"1", GeneTest, "t1"}, {"1", Death, ""}} {
		if err := Send(family(), fact, "", today, ""); !errors.Is(err, ErrGone) {
			t.Errorf("%+v: %v", fact, err)
		}
	}
}

func TestAReplyIsDueAfterSixWeeks(t *testing.T) {
	for sent, want := range map[pedigree.Date]pedigree.Date{"2026-11-21": "2027-01-02", "": ""} {
		if got := DueAfter(sent); got != want {
			t.Errorf("sent %q: due %q, want %q", sent, got, want)
		}
	}
}

func TestAnAssumptionLeavesTheFamilyAsItIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := family()
		fact := rapid.SampledFrom([]Fact{breast, ovary, test, death}).Draw(t, "fact")
		outcome := rapid.SampledFrom([]State{Confirmed, Refuted, NotFound}).Draw(t, "outcome")
		assumed, err := Assume(f, fact, outcome)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(f, family()) {
			t.Fatal("the family was changed")
		}
		if reflect.DeepEqual(f, assumed) {
			t.Fatal("nothing was assumed")
		}
	})
}

// The points by hand, from the published table: breast 39 is 4 + 4, ovary 52 is 8 + 5.
func TestWhatWouldMoveIsSaidWithTheBandThatIsCrossed(t *testing.T) {
	data, err := os.ReadFile("../../assets/models/manchester.json")
	if err != nil {
		t.Fatal(err)
	}
	model, err := manchester.New(data)
	if err != nil {
		t.Fatal(err)
	}
	f := family()
	f.Individual("2").Diagnoses[0].Certainty = ""
	ask := func(f *pedigree.Family) []risk.Assessment {
		return []risk.Assessment{model.Assess(risk.Request{Family: f, Subject: "1"})}
	}
	without, err := Assume(f, ovary, Refuted)
	if err != nil {
		t.Fatal(err)
	}
	changes := Compare(ask(f), ask(without))
	want := "Manchester score: from 21 points to 8 points, then under 15: below about a 10% chance of a BRCA1 or BRCA2 variant"
	if len(changes) != 1 || changes[0].Words != want || changes[0].Size <= 1 {
		t.Errorf("changes %+v", changes)
	}
	if same, err := Assume(f, ovary, Confirmed); err != nil || len(Compare(ask(f), ask(same))) > 0 {
		t.Errorf("confirming what counts already changes %+v, %v", Compare(ask(f), ask(same)), err)
	}
}

func TestChangesAreSortedByWhatTheyDo(t *testing.T) {
	ok := func(model string, p float64) risk.Assessment {
		return risk.Assessment{Model: model, Title: model, Status: risk.OK, Headline: risk.By79, Values: risk.Values{risk.By79: p}}
	}
	now := []risk.Assessment{ok("a", 0.20), ok("b", 0.10), ok("c", 0.30), ok("d", 0.5), ok("gone", 0.1)}
	then := []risk.Assessment{ok("a", 0.19), ok("b", 0.20), {Model: "c", Title: "c", Status: risk.CannotTell, Because: []string{"No age."}}, ok("d", 0.5)}
	var words []string
	changes := Compare(now, then)
	for _, c := range changes {
		words = append(words, c.Words)
	}
	want := "c: from 30.0% by 79 to cannot tell: No age.|b: from 10.0% by 79 to 20.0% by 79|a: from 20.0% by 79 to 19.0% by 79"
	if got := strings.Join(words, "|"); got != want {
		t.Errorf("changes %q", got)
	}
	if Largest(nil, changes) != 1 || Largest(nil) != 0 {
		t.Errorf("largest %v", Largest(nil, changes))
	}
}
