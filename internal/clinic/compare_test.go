package clinic

import (
	"bytes"
	"encoding/csv"
	"errors"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/interchange"
)

func TestTwoSavedRisksAreComparedWithTheFactsThatChangedBetween(t *testing.T) {
	c, s := asking(t)
	_, err := s.SaveRisk("1")
	must(t, err)
	must(t, s.Do("age", func(f *pedigree.Family) error {
		f.Individual("2").Diagnoses[0].Age = pedigree.ExactYear(65)
		f.Individual("2").Notes = []string{"asked again"}
		return nil
	}))
	_, err = s.SaveRisk("1")
	must(t, err)
	runs := s.RiskRuns("1")
	if len(runs) != 2 || runs[0].OutOfDate || !runs[1].OutOfDate || len(s.RiskRuns("2")) != 0 {
		t.Fatalf("runs %+v", runs)
	}
	both, err := s.CompareRuns(runs[1].ID, runs[0].ID)
	must(t, err)
	if both.Before.By != author.Name || both.Before.On != c.Today() || both.After.Now || !both.FactsKnown {
		t.Errorf("compared %+v with %+v", both.Before, both.After)
	}
	differ := 0
	for _, m := range both.Models {
		if m.Before == nil || m.After == nil || m.NewVersion() || m.Title() == "" {
			t.Errorf("%+v", m)
		}
		if m.Differs() {
			differ++
		}
	}
	if differ == 0 || differ == len(both.Models) && differ > 3 {
		t.Errorf("%d of %d models differ", differ, len(both.Models))
	}
	if len(both.Facts) != 1 || !strings.Contains(both.Facts[0].Before, "at 52") || !strings.Contains(both.Facts[0].After, "at 65") || strings.Contains(both.Facts[0].After, "asked again") {
		t.Errorf("facts %+v", both.Facts)
	}
	must(t, s.SaveElsewhere(canRiskSays(0.31)))
	now, err := s.CompareRuns(runs[0].ID, "")
	must(t, err)
	if !now.After.Now || len(now.Facts) != 1 || now.Facts[0].After != "A result of CanRisk of "+c.Today().Prose()+" was copied into the record." {
		t.Errorf("with today: %+v, %+v", now.After, now.Facts)
	}
	if _, err := s.CompareRuns("gone", ""); !errors.Is(err, errNoRun) {
		t.Errorf("a run that is not there: %v", err)
	}
}

func TestSavedRisksOfTwoPeopleAreNotCompared(t *testing.T) {
	_, s := asking(t)
	_, err := s.SaveRisk("1")
	must(t, err)
	_, err = s.SaveRisk("2")
	must(t, err)
	if _, err := s.CompareRuns(s.RiskRuns("1")[0].ID, s.RiskRuns("2")[0].ID); err == nil {
		t.Error("two people are compared")
	}
}

func TestTheRiskTableHasEveryModelAndIsInTheAudit(t *testing.T) {
	c, s := asking(t)
	data, err := s.RiskTable("1")
	must(t, err)
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	must(t, err)
	for _, a := range s.Assess("1") {
		if !bytes.Contains(data, []byte(a.Model+",")) {
			t.Errorf("%s is not in the table", a.Model)
		}
	}
	if len(rows) < 4 || bytes.Contains(data, []byte("Mary")) {
		t.Errorf("the table is %s", data)
	}
	if n := audited(t, c, "export", "risk table"); n != 1 {
		t.Errorf("%d lines in the audit, want 1", n)
	}
	if _, err := s.RiskTable("9"); err == nil {
		t.Error("a table about nobody")
	}
}

func TestTheCanRiskFileHasTheTargetNoNamesAndAListOfWhatItCannotHold(t *testing.T) {
	c, s := asking(t)
	must(t, s.Do("more", func(f *pedigree.Family) error {
		f.Individual("2").Diagnoses = append(f.Individual("2").Diagnoses, pedigree.Diagnosis{Site: pedigree.Lung, Age: pedigree.ExactYear(60)})
		f.Individual("1").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ExactYear(44), Source: pedigree.Provenance{Use: pedigree.ThisPatientOnly, Patient: "somebody else"}}}
		return nil
	}))
	file, err := s.CanRisk("2")
	must(t, err)
	if bytes.Contains(file.Data, []byte("Mary")) || bytes.Contains(file.Data, []byte("Anna")) {
		t.Errorf("names are in it:\n%s", file.Data)
	}
	if !strings.Contains(strings.Join(file.Notes, "\n"), "lung") {
		t.Errorf("notes %q", file.Notes)
	}
	read, err := interchange.Read("a.canrisk", file.Data)
	must(t, err)
	f := read.Families[0]
	if f.Subject() == nil || len(f.Subject().Diagnoses) != 1 || f.Subject().Diagnoses[0].Site != pedigree.Ovary {
		t.Errorf("the target is %+v", f.Subject())
	}
	for i := range f.Individuals {
		if p := &f.Individuals[i]; p.ID == "1" && len(p.Diagnoses) > 0 {
			t.Error("what was told in confidence by somebody else is in it")
		}
	}
	if n := audited(t, c, "export", "CanRisk file for BOADICEA"); n != 0 {
		t.Error("the audit says that a file left the record that nobody saved")
	}
	must(t, s.CanRiskExported())
	if n := audited(t, c, "export", "CanRisk file for BOADICEA"); n != 1 {
		t.Errorf("%d lines in the audit, want 1", n)
	}
}

// audited counts the lines of the audit that say this.
func audited(t *testing.T, c *Clinic, what, why string) int {
	t.Helper()
	log, err := c.store.AuditLog()
	must(t, err)
	n := 0
	for _, line := range log {
		if line.What == what && line.Why == why {
			n++
		}
	}
	return n
}
