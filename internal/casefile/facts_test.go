package casefile

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/confirm"
)

// kept is a family of 12 with a patient record and a told gene test.
func kept() *pedigree.Family {
	f := largeFamily(12)
	f.Patients = []pedigree.Patient{{ID: "p", Individual: "1"}}
	f.Individuals[3].Name, f.Individuals[3].Diagnoses[0].ID = "Joan", "d"
	f.Individuals[3].GeneTests = []pedigree.GeneTest{{ID: "t", Gene: "BRCA1", Result: pedigree.Positive}}
	return f
}

func TestOnlyWhatIsReadMakesSomethingOutOfDate(t *testing.T) {
	all, models, none := []Reading{ByLetters, ByModels, ByPrograms}, []Reading{ByLetters, ByModels}, []Reading{}
	letters := []Reading{ByLetters}
	diagnosis := func(f *pedigree.Family) *pedigree.Diagnosis { return &f.Individuals[3].Diagnoses[0] }
	test := func(f *pedigree.Family) *pedigree.GeneTest { return &f.Individuals[3].GeneTests[0] }
	for name, c := range map[string]struct {
		change func(f *pedigree.Family)
		reads  []Reading
	}{
		"nothing":             {func(*pedigree.Family) {}, none},
		"a loop":              {func(f *pedigree.Family) { f.Individuals[0].DrawTwice = pedigree.Yes }, none},
		"a pin":               {func(f *pedigree.Family) { f.Individuals[0].Pin = new(float64) }, none},
		"the order":           {func(f *pedigree.Family) { f.Individuals[3], f.Individuals[7] = f.Individuals[7], f.Individuals[3] }, none},
		"a phone":             {func(f *pedigree.Family) { f.Patients[0].Phone = "0" }, none},
		"the drawing":         {func(f *pedigree.Family) { f.DrawnOn, f.ChangedOn = "2026-11-21", "2026-11-21" }, none},
		"the file's version":  {func(f *pedigree.Family) { f.Version++ }, none},
		"a request":           {func(f *pedigree.Family) { diagnosis(f).Status = pedigree.Requested }, none},
		"what was asked for":  {func(f *pedigree.Family) { diagnosis(f).Confirmation.SentTo = "Riverside" }, none},
		"a request of a test": {func(f *pedigree.Family) { test(f).Confirmation.SentOn, test(f).ReportSeen = "2026-11-21", pedigree.No }, none},
		"a note":              {func(f *pedigree.Family) { f.Individuals[3].Notes = []string{"asked twice"} }, letters},
		"a name":              {func(f *pedigree.Family) { f.Individuals[3].Name = "Joanna" }, letters},
		"a consent":           {func(f *pedigree.Family) { f.Individuals[3].Consents = []pedigree.Consent{{To: "all"}} }, letters},
		"a hospital":          {func(f *pedigree.Family) { diagnosis(f).Hospital = "Riverside" }, letters},
		"who told it":         {func(f *pedigree.Family) { diagnosis(f).Source.ToldBy = "Clare" }, letters},
		"the consultand":      {func(f *pedigree.Family) { f.Individuals[3].Consultand = true }, letters},
		"a confirmation":      {func(f *pedigree.Family) { diagnosis(f).Status = pedigree.Confirmed }, models},
		"a report seen":       {func(f *pedigree.Family) { test(f).ReportSeen = pedigree.Yes }, models},
		"an age":              {func(f *pedigree.Family) { f.Individuals[3].Age = pedigree.ExactYear(99) }, all},
		"a date of birth": {func(f *pedigree.Family) {
			f.Individual("1").Age = pedigree.Fuzzy{}
			f.Patients[0].DateOfBirth = pedigree.ExactYear(1984)
		}, all},
		"a refuted diagnosis": {func(f *pedigree.Family) { diagnosis(f).Status = pedigree.Refuted }, all},
		"pathology":           {func(f *pedigree.Family) { diagnosis(f).Pathology.Grade = 3 }, all},
		"a result":            {func(f *pedigree.Family) { test(f).Result = pedigree.Negative }, all},
		"a parent":            {func(f *pedigree.Family) { f.Individuals[5].Mother = "" }, all},
		"a new person":        {func(f *pedigree.Family) { f.Individuals = append(f.Individuals, pedigree.Individual{ID: "x"}) }, all},
		"the day of the ages": {func(f *pedigree.Family) { f.AsOf = "2030-01-01" }, all},
	} {
		for _, by := range all {
			f, g := kept(), kept()
			c.change(g)
			want := false
			for _, r := range c.reads {
				want = want || r == by
			}
			if got := FactsDigest(f, by) != FactsDigest(g, by); got != want {
				t.Errorf("%s, reading %d: out of date %v, want %v", name, by, got, want)
			}
		}
	}
}

func TestAskingForAnythingAndHearingNothingLeavesTheFactsAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := kept()
		before := FactsDigest(f, ByLetters)
		items := confirm.List(f, "")
		asked := rapid.SampledFrom(items).Draw(t, "fact")
		if err := confirm.Send(f, asked.Fact, "Riverside", "2026-11-21", ""); err != nil {
			t.Fatal(err)
		}
		if FactsDigest(f, ByLetters) != before {
			t.Fatal("asking changed a fact")
		}
		if err := confirm.Answer(f, asked.Fact, confirm.NotFound, "too old", "2026-11-22"); err != nil {
			t.Fatal(err)
		}
		if FactsDigest(f, ByLetters) != before {
			t.Fatal("hearing nothing changed a fact")
		}
	})
}

func TestTheFactsThatChangedAreSaidInSentences(t *testing.T) {
	before, after := kept(), kept()
	joan := &after.Individuals[3]
	joan.Diagnoses[0].Age = pedigree.ExactYear(31)
	joan.Notes = []string{"not said"}
	after.Individuals[5].Ashkenazi = pedigree.Yes
	after.Individuals = append(after.Individuals[:7:7], append(after.Individuals[8:], pedigree.Individual{ID: "new", Name: "Zoe"})...)
	changes := FactChanges(before, after, "1")
	said := map[pedigree.ID]FactChange{}
	for _, c := range changes {
		said[c.Person] = c
	}
	j := said[joan.ID]
	if !strings.Contains(j.After, "Joan") || !strings.Contains(j.After, "at 31") || strings.Contains(j.Before, "at 31") || strings.Contains(j.After, "not said") {
		t.Errorf("Joan: %+v", j)
	}
	if c := said["new"]; c.Before != "" || !strings.Contains(c.After, "Zoe") {
		t.Errorf("who is new: %+v", c)
	}
	if c := said[before.Individuals[7].ID]; c.After != "" || c.Before == "" {
		t.Errorf("who is gone: %+v", c)
	}
	if c := said[before.Individuals[5].ID]; c.Before == c.After && c.Other == "" {
		t.Errorf("what no sentence says: %+v", c)
	}
	before.AsOf = "2026-01-01"
	if c := FactChanges(before, kept(), "1"); len(c) != 1 || !strings.Contains(c[0].Before, "1 January 2026") {
		t.Errorf("the day of the ages: %+v", c)
	}
	if c := FactChanges(kept(), kept(), "1"); len(c) != 0 {
		t.Errorf("nothing changed, and %+v", c)
	}
}
