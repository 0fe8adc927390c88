package casefile

import (
	"errors"
	"reflect"
	"testing"

	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

func savedRun() RiskRun {
	return RiskRun{ID: "r", Subject: "1", SavedBy: "Dr Adeyemi", Assessments: []risk.Assessment{{
		Model: "claus", Status: risk.OK, Values: risk.Values{"risk_by_79": 0.1234567890123}, Because: []string{"x"}, Source: []string{"y"},
	}}, Frontier: record.Frontier{"aaaa1111": 1}}
}

func result() Elsewhere {
	return Elsewhere{Elsewhere: risk.Elsewhere{
		ID: "e", Subject: "1", Program: "CanRisk", Version: "3.0", On: "2026-11-21", Author: "Dr Adeyemi", Values: risk.Values{risk.LifetimeFrom20: 0.31, "carrier/BRCA1": 0.4}, FactsDigest: "2:00",
	}, Frontier: record.Frontier{"aaaa1111": 1}}
}

// overwrite writes a field of an entity as a program that knows no better would.
func overwrite(t *testing.T, x *File, entity record.EntityID, field, value string) {
	t.Helper()
	d := differ{view: x.view, stamp: x.clock.Next()}
	d.set(record.Op{Kind: record.Set, Entity: entity, Field: field, Value: []byte(value)})
	if _, err := x.commit("overwrite", "", d.stamp, d.ops, func(step) {}); err != nil {
		t.Fatal(err)
	}
}

func TestWhatIsSavedStaysAsItWasOnEveryDevice(t *testing.T) {
	a, b := pair(t)
	if _, err := a.SaveRisk("save", savedRun()); err != nil {
		t.Fatal(err)
	}
	if _, err := a.SaveElsewhere("copy", result()); err != nil {
		t.Fatal(err)
	}
	meet(t, a, b)
	if _, err := b.SaveRisk("save", savedRun()); !errors.Is(err, ErrSaved) {
		t.Errorf("saving it again: %v", err)
	}
	if _, err := b.SaveElsewhere("copy", result()); !errors.Is(err, ErrSaved) {
		t.Errorf("copying it again: %v", err)
	}
	overwrite(t, b, entityID(kindRiskRun, "r"), "saved_by", `"Somebody else"`)
	overwrite(t, b, entityID(kindElsewhere, "e"), "values", `{"lifetime_from_20":0.9}`)
	overwrite(t, a, entityID(kindElsewhere, "e"), "values", `{"lifetime_from_20":0.1}`)
	meet(t, a, b)
	for _, x := range []*File{a, b} {
		if got := x.RiskRuns(); len(got) != 1 || !reflect.DeepEqual(got[0], savedRun()) {
			t.Errorf("the run became %+v", got)
		}
		if got := x.Elsewhere(); len(got) != 1 || !reflect.DeepEqual(got[0], result()) {
			t.Errorf("the result became %+v", got)
		}
		if len(x.Reviews()) != 0 {
			t.Errorf("what counts for nothing is listed for review: %+v", x.Reviews())
		}
		if _, ok := x.CanUndo(); ok {
			t.Error("what is saved can be undone")
		}
	}
}

func TestAWrongResultIsStruckOutOnceAndKept(t *testing.T) {
	a, b := pair(t)
	if _, err := a.SaveElsewhere("copy", result()); err != nil {
		t.Fatal(err)
	}
	meet(t, a, b)
	first := Withdrawal{By: "Dr Adeyemi", On: "2026-11-21"}
	if _, err := a.Withdraw("strike out", "e", first); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Withdraw("strike out", "e", Withdrawal{By: "Sister Okafor", On: "2026-11-22"}); err != nil {
		t.Fatal(err) // she does not know yet
	}
	meet(t, a, b)
	want := result()
	want.Withdrawn = &first
	for _, x := range []*File{a, b} {
		if got := x.Elsewhere(); len(got) != 1 || !reflect.DeepEqual(got[0], want) {
			t.Errorf("struck out it is %+v", got[0])
		}
		if _, err := x.Withdraw("again", "e", first); !errors.Is(err, ErrWithdrawn) {
			t.Errorf("striking it out again: %v", err)
		}
		if len(x.Reviews()) != 0 {
			t.Errorf("two people who agree leave a review: %+v", x.Reviews())
		}
	}
	if _, err := a.Withdraw("strike out", "nobody", first); !errors.Is(err, ErrNoResult) {
		t.Errorf("striking out what is not there: %v", err)
	}
}

func TestThePastIsTheRecordAsItWas(t *testing.T) {
	a, b := pair(t)
	must := func(_ record.Envelope, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	id := a.Family().Individuals[0].ID
	name := func(name string) func(*pedigree.Family) error {
		return func(f *pedigree.Family) error { f.Individual(id).Name = name; return nil }
	}
	must(a.Do("name", name("Hannah")))
	then := a.Frontier()
	must(a.Do("rename", name("Annabel")))
	past, ok := a.Past(then)
	if !ok || past.Family().Individual(id).Name != "Hannah" || a.Family().Individual(id).Name != "Annabel" {
		t.Errorf("past %v: %+v", ok, past)
	}
	if _, ok := b.Past(then); ok {
		t.Error("a device that has not had the envelopes says that it knows the past")
	}
}
