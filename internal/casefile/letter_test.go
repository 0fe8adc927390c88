package casefile

import (
	"errors"
	"reflect"
	"testing"

	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

func put(t *testing.T, x *File, l Letter) {
	t.Helper()
	if e, err := x.PutLetter("letter", l); err != nil || len(e.Ops) == 0 {
		t.Fatalf("%v, %d operations", err, len(e.Ops))
	}
}

func TestASignedLetterNeverChanges(t *testing.T) {
	a, b := pair(t)
	put(t, a, Letter{ID: "l", Patient: "p", Template: "risk-summary", Status: LetterDraft, Edits: map[string]string{"intro": "x"}})
	meet(t, a, b)
	signed := Letter{
		ID: "l", Patient: "p", Template: "risk-summary", Status: LetterSigned, Edits: map[string]string{"intro": "y"}, SignedOn: "2026-11-21",
		SignedBy: "Dr Adeyemi", PDFDigest: "00", FactsDigest: FactsDigest(a.Family()), Frontier: a.Frontier(),
	}
	put(t, a, signed)
	// A colleague, who does not know yet, goes on writing.
	draft := b.Letters()[0]
	draft.Edits["intro"] = "z"
	put(t, b, draft)
	meet(t, a, b)
	for _, x := range []*File{a, b} {
		if got := x.Letters(); len(got) != 1 || !reflect.DeepEqual(got[0], signed) {
			t.Errorf("letters %+v", got)
		}
		changed := signed
		changed.Edits = map[string]string{"intro": "changed"}
		if _, err := x.PutLetter("change", changed); !errors.Is(err, ErrSigned) {
			t.Errorf("changing it: %v", err)
		}
		if e, err := x.PutLetter("same", signed); err != nil || len(e.Ops) != 0 {
			t.Errorf("the same again: %v, %d operations", err, len(e.Ops))
		}
	}
	if _, ok := a.CanUndo(); ok {
		t.Error("a letter can be undone")
	}
}

func TestEditsOfTwoParagraphsOfADraftMerge(t *testing.T) {
	a, b := pair(t)
	put(t, a, Letter{ID: "l", Template: "t", Status: LetterDraft})
	meet(t, a, b)
	put(t, a, Letter{ID: "l", Template: "t", Status: LetterDraft, Edits: map[string]string{"one": "1"}})
	put(t, b, Letter{ID: "l", Template: "t", Status: LetterDraft, Edits: map[string]string{"two": "2"}})
	meet(t, a, b)
	if got := a.Letters()[0].Edits; len(got) != 2 {
		t.Errorf("edits %v", got)
	}
	put(t, a, Letter{ID: "m", Template: "t", Status: LetterDraft})
	if got := a.Letters(); len(got) != 2 || got[1].ID != "m" {
		t.Errorf("letters %+v, want the oldest first", got)
	}
}

func TestASavedRiskIsKeptAsItWas(t *testing.T) {
	a, b := pair(t)
	run := RiskRun{ID: "r", Subject: "1", SavedBy: "Dr Adeyemi", Assessments: []risk.Assessment{{
		Model: "claus", Status: risk.OK, Values: map[string]float64{"risk_by_79": 0.1234567890123}, Because: []string{"x"}, Source: []string{"y"},
	}}, Frontier: record.Frontier{"aaaa1111": 1}}
	if _, err := a.SaveRisk("save", run); err != nil {
		t.Fatal(err)
	}
	meet(t, a, b)
	if got := b.RiskRuns(); len(got) != 1 || !reflect.DeepEqual(got[0], run) {
		t.Errorf("got %+v", got)
	}
	if _, err := b.SaveRisk("save", run); !errors.Is(err, ErrSaved) {
		t.Error(err)
	}
}

func TestOnlyAFactMakesALetterOutOfDate(t *testing.T) {
	f := largeFamily(12)
	f.Patients = []pedigree.Patient{{ID: "p", Individual: "1"}}
	l := Letter{Status: LetterSigned, FactsDigest: FactsDigest(f)}
	for name, c := range map[string]struct {
		change func(f *pedigree.Family)
		want   bool
	}{
		"nothing":      {func(*pedigree.Family) {}, false},
		"a loop":       {func(f *pedigree.Family) { f.Individuals[0].DrawTwice = pedigree.Yes }, false},
		"a pin":        {func(f *pedigree.Family) { f.Individuals[0].Pin = new(float64) }, false},
		"the order":    {func(f *pedigree.Family) { f.Individuals[3], f.Individuals[7] = f.Individuals[7], f.Individuals[3] }, false},
		"a phone":      {func(f *pedigree.Family) { f.Patients[0].Phone = "0" }, false},
		"the drawing":  {func(f *pedigree.Family) { f.DrawnOn, f.ChangedOn = "2026-11-21", "2026-11-21" }, false},
		"an age":       {func(f *pedigree.Family) { f.Individuals[3].Age = pedigree.ExactYear(99) }, true},
		"a diagnosis":  {func(f *pedigree.Family) { f.Individuals[3].Diagnoses[0].Status = pedigree.Refuted }, true},
		"a consent":    {func(f *pedigree.Family) { f.Individuals[3].Consents = []pedigree.Consent{{To: "all"}} }, true},
		"a parent":     {func(f *pedigree.Family) { f.Individuals[5].Mother = "" }, true},
		"a new person": {func(f *pedigree.Family) { f.Individuals = append(f.Individuals, pedigree.Individual{ID: "x"}) }, true},
	} {
		g := f.Clone()
		c.change(g)
		if got := OutOfDate(l, g); got != c.want {
			t.Errorf("%s: out of date %v, want %v", name, got, c.want)
		}
	}
	if OutOfDate(Letter{Status: LetterDraft}, f) {
		t.Error("a draft is never out of date")
	}
	g := f.Clone()
	g.Individuals[3].Name = "Somebody else"
	if FactsDigest(f, "age", "diagnoses") != FactsDigest(g, "age", "diagnoses") || FactsDigest(f, "name") == FactsDigest(g, "name") {
		t.Error("keys do not choose the facts")
	}
}
