package clinic

import (
	"errors"
	"strings"
	"testing"

	"kindred/internal/casefile"
	"kindred/pedigree"
	"kindred/pedigree/confirm"
	"kindred/pedigree/risk"
)

func canRiskSays(p float64) risk.Elsewhere {
	return risk.Elsewhere{Subject: "1", Program: " CanRisk ", Version: "3.0", Values: risk.Values{risk.LifetimeFrom20: p}}
}

func TestAResultFromElsewhereIsKeptWithItsAuthorDayAndFacts(t *testing.T) {
	c, s := asking(t)
	must(t, s.SaveElsewhere(canRiskSays(0.31)))
	must(t, s.SaveElsewhere(canRiskSays(0.28)))
	got := s.Elsewhere("1")
	if len(got) != 2 || got[0].Values[risk.LifetimeFrom20] != 0.28 {
		t.Fatalf("results %+v, want the newest first", got)
	}
	if e := got[1]; e.Program != "CanRisk" || e.On != c.Today() || e.Author != author.Name || e.FactsDigest != s.GivenAway("1") || e.Stale || e.ID == "" {
		t.Errorf("kept as %+v", e)
	}
	if len(s.Elsewhere("2")) != 0 {
		t.Error("it is said of somebody else")
	}
	if _, ok := s.CanUndo(); ok {
		t.Error("a result can be undone")
	}
	must(t, s.Flush())
	again := openFamily(t, c, s.ID())
	if got := again.Elsewhere("1"); len(got) != 2 || got[0].Stale {
		t.Errorf("opened again, they are %+v", got)
	}
}

func TestAResultFromElsewhereIsStaleWhenAFactChangesAndNotWithANote(t *testing.T) {
	_, s := asking(t)
	must(t, s.SaveElsewhere(canRiskSays(0.31)))
	stale := func() bool { return s.Elsewhere("1")[0].Stale }
	mary := s.Confirmations()[0]
	must(t, s.Do("note", func(f *pedigree.Family) error {
		f.Individual("2").Notes = []string{"asked twice"}
		return nil
	}))
	must(t, s.Do("rename", rename("2", "Marie")))
	must(t, s.SendRequest(mary, "Riverside", "", ""))
	must(t, s.AnswerRequest(mary, confirm.Confirmed, "histology report"))
	if stale() {
		t.Error("a note, a name, or that a report was asked for and confirms, makes it stale")
	}
	must(t, s.Do("age", func(f *pedigree.Family) error {
		f.Individual("2").Diagnoses[0].Age = pedigree.ExactYear(60)
		return nil
	}))
	if !stale() {
		t.Error("an age at diagnosis changed, and it is not stale")
	}
	_, err := s.Undo()
	must(t, err)
	if stale() {
		t.Error("the age is as it was, and it is stale")
	}
}

func TestAResultThatWasGotWithAnEarlierExportIsStaleFromTheStart(t *testing.T) {
	_, s := asking(t)
	file, err := s.CanRisk("1")
	must(t, err)
	must(t, s.Do("age", func(f *pedigree.Family) error {
		f.Individual("2").Diagnoses[0].Age = pedigree.ExactYear(60)
		return nil
	}))
	e := canRiskSays(0.31)
	e.FactsDigest = file.FactsDigest
	must(t, s.SaveElsewhere(e))
	if !s.Elsewhere("1")[0].Stale {
		t.Error("the family changed between the export and the answer, and the answer is not stale")
	}
}

func TestAWrongResultFromElsewhereIsStruckOutAndNotUsed(t *testing.T) {
	c, s := asking(t)
	must(t, s.SaveElsewhere(canRiskSays(0.31)))
	id := s.Elsewhere("1")[0].ID
	must(t, s.StrikeElsewhere(id))
	if len(s.Elsewhere("1")) != 0 {
		t.Error("a result that was struck out stands")
	}
	if out := s.ElsewhereStruckOut("1"); len(out) != 1 || out[0].ID != id || *out[0].Withdrawn != (casefile.Withdrawal{By: author.Name, On: c.Today()}) {
		t.Errorf("struck out: %+v", out)
	}
	if err := s.StrikeElsewhere(id); !errors.Is(err, casefile.ErrWithdrawn) {
		t.Errorf("striking it out again: %v", err)
	}
}

func TestAResultFromElsewhereThatMakesNoSenseIsRefusedInOneLine(t *testing.T) {
	_, s := asking(t)
	for want, change := range map[string]func(*risk.Elsewhere){
		"about nobody in this family": func(e *risk.Elsewhere) { e.Subject = "9" },
		"no program is named":         func(e *risk.Elsewhere) { e.Program = " " },
		"is still to come":            func(e *risk.Elsewhere) { e.On = "2030-01-01" },
		"is not a day":                func(e *risk.Elsewhere) { e.On = "yesterday" },
		"no value is entered":         func(e *risk.Elsewhere) { e.Values = nil },
		"between 0% and 100%":         func(e *risk.Elsewhere) { e.Values = risk.Values{risk.TenYears: 31} },
	} {
		e := canRiskSays(0.3)
		change(&e)
		if err := s.SaveElsewhere(e); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	if len(s.Elsewhere("1")) != 0 {
		t.Error("something was kept")
	}
}

func TestANewResultFromElsewhereMakesASavedRiskOutOfDate(t *testing.T) {
	_, s := asking(t)
	_, err := s.SaveRisk("1")
	must(t, err)
	must(t, s.SaveElsewhere(canRiskSays(0.31)))
	if _, outOfDate := s.LastRisk("1"); !outOfDate {
		t.Error("the answers draw on a result that the saved risk did not know, and it is not out of date")
	}
	must(t, s.StrikeElsewhere(s.Elsewhere("1")[0].ID))
	if _, outOfDate := s.LastRisk("1"); outOfDate {
		t.Error("the result is struck out, and the saved risk is out of date")
	}
}
