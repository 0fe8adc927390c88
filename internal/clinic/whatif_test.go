package clinic

import (
	"encoding/json"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/confirm"
	"kindred/pedigree/risk"
	"kindred/pedigree/suppose"
)

func TestWhatIfAnswersFromACopyAndSaysWhatIsAssumed(t *testing.T) {
	_, s := asking(t)
	before := s.Assess("1")
	refuted, err := s.WhatIf("1", []suppose.Assumption{{
		Kind: suppose.ReportRefutes, Person: "2", Fact: confirm.Fact{Person: "2", Kind: confirm.Illness, Item: "d"},
	}}, false)
	must(t, err)
	if !reflect.DeepEqual(refuted.Assumed, []string{"Mary: a report refutes ovarian cancer at 52"}) {
		t.Errorf("assumed %q", refuted.Assumed)
	}
	if len(confirm.Compare(before, refuted.Answers)) == 0 {
		t.Error("no model says anything else")
	}
	if refuted.Family.Individual("2").Diagnoses[0].Counts() || !s.Family().Individual("2").Diagnoses[0].Counts() {
		t.Error("what is assumed stands in the wrong family")
	}
	if after := s.Assess("1"); len(confirm.Compare(before, after)) > 0 {
		t.Error("asking what if changed what the models say")
	}
	if _, err := s.WhatIf("1", []suppose.Assumption{{Kind: suppose.Cancer, Person: "1", Site: pedigree.Breast, Age: 90}}, true); err == nil {
		t.Error("a cancer after the age reached is assumed")
	}
}

func TestAResultFromElsewhereIsNotUsedForAnotherFamilyThanItWasMadeOf(t *testing.T) {
	_, s := asking(t)
	must(t, s.SaveElsewhere(canRiskSays(0.31)))
	now := s.snapshot()
	family, err := suppose.Family(now.family, suppose.Assumption{Kind: suppose.Cancer, Person: "1", Site: pedigree.Breast, Age: 40})
	must(t, err)
	now.family = family
	if got := now.elsewhereOf("1"); len(got) != 1 || !got[0].Stale {
		t.Errorf("in the supposed family the result is %+v", got)
	}
}

// TestWhateverIsAskedWhatIfTheRecordStaysAsItIs: no operation, nothing to undo, nothing waiting, the same
// family, on any assumptions.
func TestWhateverIsAskedWhatIfTheRecordStaysAsItIs(t *testing.T) {
	c, s := asking(t)
	must(t, s.Flush())
	state := func() string {
		s.mu.Lock()
		defer s.mu.Unlock()
		data, err := json.Marshal([]any{s.file.Frontier(), s.file.Envelopes(), s.file.Family(), s.waiting})
		must(t, err)
		return string(data)
	}
	before := state()
	stored, err := c.store.Envelopes(s.ID())
	must(t, err)
	rapid.Check(t, func(rt *rapid.T) {
		var all []suppose.Assumption
		for range rapid.IntRange(1, 3).Draw(rt, "how many") {
			person := rapid.SampledFrom([]pedigree.ID{"1", "2", "3", "4", "nobody"}).Draw(rt, "person")
			all = append(all, suppose.Assumption{
				Kind:   rapid.SampledFrom([]suppose.Kind{suppose.VariantFound, suppose.VariantNotFound, suppose.GeneClear, suppose.Cancer, suppose.AgeReached, suppose.ReportConfirms, suppose.ReportRefutes}).Draw(rt, "kind"),
				Person: person, Gene: rapid.SampledFrom([]string{"BRCA1", "MLH1"}).Draw(rt, "gene"), Site: rapid.SampledFrom(pedigree.Sites).Draw(rt, "site"),
				Age: rapid.IntRange(0, 120).Draw(rt, "age"), Fact: confirm.Fact{Person: person, Kind: confirm.Illness, Item: "d"},
			})
		}
		_, _ = s.WhatIf("1", all, true) // refused or not
		if state() != before {
			rt.Fatal("the record changed")
		}
		if _, ok := s.CanUndo(); ok {
			rt.Fatal("there is something to undo")
		}
	})
	must(t, s.Flush())
	if now, err := c.store.Envelopes(s.ID()); err != nil || len(now) != len(stored) {
		t.Errorf("%d envelopes on the disk, want %d: %v", len(now), len(stored), err)
	}
}

func TestTheQuickAnswersAreThoseOfTheWholeOnes(t *testing.T) {
	_, s := asking(t)
	quick, whole := s.AssessQuick("1"), s.Assess("1")
	if len(quick) != len(whole) {
		t.Fatalf("%d quick answers, %d whole ones", len(quick), len(whole))
	}
	for i := range whole {
		if quick[i].Status != whole[i].Status || !reflect.DeepEqual(quick[i].Values, whole[i].Values) || quick[i].Category != whole[i].Category {
			t.Errorf("%s: quick %+v, whole %+v", whole[i].Model, quick[i], whole[i])
		}
	}
}

func TestAFactThatWouldChangeAnAnswerIsFoundAmongWhatCanBeAskedFor(t *testing.T) {
	_, s := asking(t)
	must(t, s.Do("more", func(f *pedigree.Family) error {
		mary := f.Individual("2")
		mary.GeneTests = []pedigree.GeneTest{{ID: "d", Gene: "BRCA1", Result: pedigree.Positive}} // the id of her diagnosis too
		tom := f.Individual("3")
		tom.Deceased, tom.CauseOfDeath = pedigree.Yes, "bowel cancer"
		return nil
	}))
	for _, c := range []struct {
		missing risk.Missing
		want    confirm.Kind
	}{
		{risk.Missing{Person: "2", Item: "d", Fact: "confirmation of ovarian cancer at 52"}, confirm.Illness},
		{risk.Missing{Person: "2", Item: "d", Fact: "report of the BRCA1 variant"}, confirm.GeneTest},
		{risk.Missing{Person: "3", Fact: "whether there has been cancer"}, confirm.Death},
		{risk.Missing{Person: "3", Fact: "age reached"}, ""},
		{risk.Missing{Person: "1", Fact: "whether there has been cancer"}, ""},
		{risk.Missing{Person: "2", Item: "gone", Fact: "confirmation of breast cancer"}, ""},
	} {
		if got, ok := s.RequestFor(c.missing); got.Kind != c.want || ok != (c.want != "") {
			t.Errorf("%+v: %+v, %v", c.missing, got.Fact, ok)
		}
	}
	request, _ := s.RequestFor(risk.Missing{Person: "2", Item: "d", Fact: "report of the BRCA1 variant"})
	must(t, s.SendRequest(request, "", "", ""))
	if again, ok := s.RequestFor(risk.Missing{Person: "2", Item: "d", Fact: "report of the BRCA1 variant"}); !ok || again.State != confirm.Sent {
		t.Errorf("asked for, it is %+v", again)
	}
	must(t, s.AnswerRequest(request, confirm.Confirmed, "report"))
	if got, _ := s.RequestFor(risk.Missing{Person: "2", Item: "d", Fact: "report of the BRCA1 variant"}); got.Kind == confirm.GeneTest {
		t.Error("a report that was seen can be asked for")
	}
}
