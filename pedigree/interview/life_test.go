package interview

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kindred/pedigree"
)

func TestALifeIsReadAndSaidAsItIsTyped(t *testing.T) {
	for _, tt := range []struct {
		typed, said string
		check       func(p *pedigree.Individual) bool
	}{
		{"66", "66", func(p *pedigree.Individual) bool {
			return p.Age == pedigree.ExactYear(66) && p.Deceased == pedigree.NotAsked
		}},
		{"40s", "40s", func(p *pedigree.Individual) bool { return p.Age.Low == pedigree.At(40) && p.Age.Words == "40s" }},
		{"d 58", "d 58", func(p *pedigree.Individual) bool { return p.IsDeceased() && p.Age == pedigree.ExactYear(58) }},
		{"d 1958", "d 1958", func(p *pedigree.Individual) bool { return p.IsDeceased() && p.Died == pedigree.ExactYear(1958) }},
		{"d 50s, born 1901", "d 50s, born 1901", func(p *pedigree.Individual) bool { return p.Age.Low == pedigree.At(50) && p.Born.IsExact() }},
		{"1952", "born 1952", func(p *pedigree.Individual) bool { return p.Born == pedigree.ExactYear(1952) && p.Age.IsZero() }},
		{"b 1950s", "born 1950s", func(p *pedigree.Individual) bool { return p.Born.Low == pedigree.At(1950) }},
		{"d", "", func(p *pedigree.Individual) bool { return p.IsDeceased() }},
		{"quite old", "quite old", func(p *pedigree.Individual) bool { return p.Age.Words == "quite old" && !p.Age.HasNumber() }},
		{"born 14/03/1984", "born 14 March 1984", func(p *pedigree.Individual) bool { return p.Born.Date == "1984-03-14" }},
	} {
		var p pedigree.Individual
		if err := SetLife(&p, tt.typed); err != nil || !tt.check(&p) {
			t.Errorf("%q gives %+v (%v)", tt.typed, p, err)
		}
		if got := LifeLine(&p); got != tt.said {
			t.Errorf("%q is said as %q, want %q", tt.typed, got, tt.said)
		}
	}
	p := pedigree.Individual{Age: pedigree.ExactYear(60)}
	if err := SetLife(&p, "66, 67"); err == nil || p.Age != pedigree.ExactYear(60) {
		t.Errorf("two ages were taken: %v (%v)", p.Age, err)
	}
}

func TestNothingOfACellIsLostWhenItIsShownAndTypedAgain(t *testing.T) {
	f := talk()
	p := f.Individual("aunt")
	p.Age, p.Deceased, p.Born = pedigree.ParseFuzzy("early 70s"), pedigree.Yes, pedigree.OnDate("1940-02-03")
	p.Diagnoses = []pedigree.Diagnosis{
		{ID: "d1", Site: pedigree.Breast, Side: pedigree.Left, Age: pedigree.ExactYear(49), Status: pedigree.Confirmed, Pathology: pedigree.Pathology{Grade: 3}},
		{ID: "d2", Site: pedigree.Ovary, Certainty: pedigree.Possible, Words: "?ov/bowel"},
	}
	p.GeneTests = []pedigree.GeneTest{{ID: "t1", Gene: "BRCA2", Result: pedigree.Positive, Variant: "c.68_69del", Laboratory: "Riverside"}}
	p.Surgery = []pedigree.Surgery{{ID: "s1", What: "bilateral salpingo-oophorectomy", Age: pedigree.ExactYear(45), Reason: pedigree.RiskReducing}}
	p.Notes = []string{"lives in Spain", "not in touch"}
	before := f.Clone()
	h := New(f, "patient")
	for c := ColumnName; c <= ColumnNotes; c++ {
		if c == ColumnAge || c == ColumnAlive || c == ColumnChildren {
			continue // said again they have other words for the same
		}
		if err := h.SetCell(f, "aunt", c, h.Editable(p, c), pedigree.Provenance{ToldBy: "form"}, nil); err != nil {
			t.Errorf("%s: %v", Columns[c], err)
		}
	}
	if diff := compare(before, f); diff != "" {
		t.Errorf("typing again what stands changes:\n%s", diff)
	}
}

func TestAChangedAgeCorrectsTheDiagnosisAndKeepsItsPathology(t *testing.T) {
	f := talk()
	p := f.Individual("aunt")
	p.Diagnoses = []pedigree.Diagnosis{{ID: "d1", Site: pedigree.Breast, Age: pedigree.ExactYear(49), Status: pedigree.Confirmed, Pathology: pedigree.Pathology{Grade: 3}}}
	h := New(f, "patient")
	set := func(c Column, typed string) {
		t.Helper()
		if err := h.SetCell(f, "aunt", c, typed, pedigree.Provenance{}, func() pedigree.ID { return "new" }); err != nil {
			t.Fatal(err)
		}
	}
	set(ColumnCancers, "br 48, ov 60")
	if len(p.Diagnoses) != 2 || p.Diagnoses[0].ID != "d1" || p.Diagnoses[0].Age != pedigree.ExactYear(48) ||
		p.Diagnoses[0].Pathology.Grade != 3 || p.Diagnoses[0].Status != pedigree.Confirmed || p.Diagnoses[1].Site != pedigree.Ovary {
		t.Fatalf("got %+v", p.Diagnoses)
	}
	set(ColumnCancers, "ovary 60")
	if len(p.Diagnoses) != 1 || p.Diagnoses[0].Site != pedigree.Ovary {
		t.Fatalf("the piece that went left %+v", p.Diagnoses)
	}
	set(ColumnTests, "BRCA1+ report seen")
	set(ColumnTests, "BRCA1-")
	if len(p.GeneTests) != 1 || p.GeneTests[0].Result != pedigree.Negative {
		t.Fatalf("got %+v", p.GeneTests)
	}
	set(ColumnOperations, "BSO 45 rr")
	set(ColumnOperations, "none")
	if len(p.Surgery) != 0 || p.Asked[pedigree.AskedSurgery] != pedigree.No {
		t.Errorf("none typed over an operation leaves %+v, asked %v", p.Surgery, p.Asked)
	}
}

func TestTheAnswersOfACellExcludeEachOther(t *testing.T) {
	f := talk()
	p := f.Individual("aunt")
	h := New(f, "patient")
	for _, tt := range []struct {
		do   func() error
		want string
	}{
		{func() error { return h.SetAnswer(p, ColumnCancers, pedigree.No) }, WordsNone},
		{func() error { return h.SetAnswer(p, ColumnCancers, pedigree.DontKnow) }, WordsDontKnow},
		{func() error { return SayWell(p) }, WordsWell},
		{func() error { return h.SetAnswer(p, ColumnCancers, pedigree.NotAsked) }, WordsNotAsked},
		{func() error { SayDied(p); p.NoDetails = true; return nil }, WordsNoDetails},
		{func() error { return h.SetAnswer(p, ColumnCancers, pedigree.No) }, WordsNone},
	} {
		if err := tt.do(); err != nil {
			t.Errorf("%s: %v", tt.want, err)
		}
		if got := h.Cell("aunt", ColumnCancers).Words; got != tt.want {
			t.Errorf("the cell says %q, want %q", got, tt.want)
		}
	}
	p.Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast}}
	if err := h.SetAnswer(p, ColumnCancers, pedigree.No); err == nil {
		t.Error("none was recorded beside a diagnosis")
	}
	if err := SayWell(p); err == nil {
		t.Error("well was recorded beside a diagnosis")
	}
	if err := h.SetAnswer(p, ColumnAge, pedigree.No); err == nil {
		t.Error("an age of none")
	}
	if err := h.SetAnswer(f.Individual("mother"), ColumnChildren, pedigree.No); err == nil {
		t.Error("no children, with a daughter in the family")
	}
}

func compare(a, b *pedigree.Family) string { return cmp.Diff(a, b) }
