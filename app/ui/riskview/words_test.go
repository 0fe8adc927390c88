package riskview

import (
	"reflect"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

func TestTheCurveBeginsAtTheAgeNowWithNoRiskYet(t *testing.T) {
	got := withNow([]risk.CurvePoint{{Age: 39, Risk: 0.01, Population: 0.001}})
	if want := (risk.CurvePoint{Age: 38}); len(got) != 2 || got[0] != want {
		t.Errorf("the curve of a woman of 38 begins %+v", got[0])
	}
}

func TestWhatWouldChangeTheAnswerComesFirstWithTheNameAndOnce(t *testing.T) {
	s := Shown{
		Called: func(id pedigree.ID) string { return map[pedigree.ID]string{"2": "Ivy", "3": "Joan"}[id] },
		Answers: []risk.Assessment{
			{Missing: []risk.Missing{{Person: "2", Fact: "age at death", Effect: noChange}}},
			{Missing: []risk.Missing{{Person: "3", Fact: "age", Effect: "20% to 26%"}, {Person: "2", Fact: "age at death", Effect: noChange}}},
		},
	}
	want := []gap{{"Joan: age", "20% to 26%"}, {"Ivy: age at death", noChange}}
	if got := s.missing(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := s.Wanted(); got != "Joan: age" {
		t.Errorf("asked for first is %q", got)
	}
	s.Answers = s.Answers[:1]
	if got := s.Wanted(); got != "" {
		t.Errorf("%q changes nothing, and is asked for", got)
	}
}

func TestAnAnswerWithoutANumberIsAChipInWords(t *testing.T) {
	for status, want := range map[risk.Status]string{risk.NotApplicable: "Not suitable", risk.CannotTell: "Cannot tell"} {
		if words, _, chip := answer(risk.Assessment{Model: "claus", Status: status}); !chip || words != want {
			t.Errorf("%s is %q, chip %v", status, words, chip)
		}
	}
	a := risk.Assessment{Model: "claus", Status: risk.OK, Values: map[string]float64{"risk_by_79": 0.231}, Range: map[string]risk.Range{"risk_by_79": {Low: 0.2, High: 0.26}}}
	if words, _, chip := answer(a); chip || words != "23% (20% to 26%) by 79" {
		t.Errorf("a number with its range is %q", words)
	}
}
