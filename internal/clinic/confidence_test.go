package clinic

import (
	"encoding/json"
	"strings"
	"testing"

	"kindred/internal/casefile"
	"kindred/internal/letter"
	"kindred/internal/record"
	"kindred/internal/textmetric"
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
	"kindred/pedigree/risk"
)

// inConfidence adds to the mother of the first patient what only the second one told.
func inConfidence(t *testing.T, s *Session, use pedigree.Use) (anna, lucy *pedigree.Patient) {
	t.Helper()
	f := s.Family()
	anna, lucy = f.PatientOf(called(t, f, "Rachel").ID), f.PatientOf(called(t, f, "Clare").ID)
	if lucy == nil {
		must(t, s.Do("cousin becomes a patient", func(f *pedigree.Family) error {
			f.Patients = append(f.Patients, pedigree.Patient{ID: "patient-clare", Individual: called(t, f, "Clare").ID, GivenName: "Clare", FamilyName: "Sample", DateOfBirth: pedigree.ParseFuzzy("1990-01-02"), NHSNotKnown: true})
			return nil
		}))
		lucy = s.Family().Patient("patient-clare")
	}
	must(t, s.Do("told in confidence", func(f *pedigree.Family) error {
		source := pedigree.Provenance{ToldBy: "Clare", Patient: lucy.ID, Use: use}
		grandmother := called(t, f, "Doris")
		grandmother.Diagnoses = append(grandmother.Diagnoses, pedigree.Diagnosis{ID: "secret", Site: pedigree.Breast, Age: pedigree.ExactYear(33), Source: source})
		aunt := called(t, f, "Judith")
		aunt.GeneTests = append(aunt.GeneTests, pedigree.GeneTest{ID: "secret-test", Gene: "PALB2", Result: pedigree.Positive, Sample: pedigree.Germline, Source: source})
		aunt.Consents = append(aunt.Consents, pedigree.Consent{To: pedigree.ToPatientLetters, What: pedigree.ConsentRecognise})
		grandmother.Consents = append(grandmother.Consents, pedigree.Consent{To: pedigree.ToPatientLetters, What: pedigree.ConsentRecognise})
		return nil
	}))
	return anna, lucy
}

func numbers(t *testing.T, answers []risk.Assessment) string {
	t.Helper()
	var all []any
	for _, a := range answers {
		all = append(all, a.Model, a.Status, a.Values, a.Because)
	}
	data, err := json.Marshal(all)
	must(t, err)
	return string(data)
}

func TestAFactToldForOnePatientOnlyChangesNoNumberOfAnother(t *testing.T) {
	s := openSample(t, newClinicIn(t, t.TempDir()), breastOnly)
	rachel := called(t, s.Family(), "Rachel").ID
	stranger := called(t, s.Family(), "Keith").ID
	before, strangers := numbers(t, s.Assess(rachel)), numbers(t, s.Assess(stranger))
	_, clare := inConfidence(t, s, pedigree.ThisPatientOnly)
	if after := numbers(t, s.Assess(rachel)); after != before {
		t.Errorf("what Clare told in confidence changes Rachel's answers:\n%s\n%s", before, after)
	}
	if numbers(t, s.Assess(stranger)) != strangers {
		t.Error("what Clare told in confidence enters the answers about somebody who is no patient")
	}
	own := numbers(t, s.Assess(clare.Individual))
	must(t, s.Do("take back", func(f *pedigree.Family) error {
		called(t, f, "Doris").Diagnoses, called(t, f, "Judith").GeneTests = nil, nil
		return nil
	}))
	if numbers(t, s.Assess(clare.Individual)) == own {
		t.Error("what Clare told does not enter her own answers")
	}
}

func TestLetterToOneCousinShowsNothingThatOnlyTheOtherTold(t *testing.T) {
	for _, use := range []pedigree.Use{pedigree.ThisPatientOnly, pedigree.ClinicalUse} {
		s := openSample(t, newClinicIn(t, t.TempDir()), breastOnly)
		rachel, _ := inConfidence(t, s, use)
		id, err := s.BeginLetter(rachel.ID, letter.RiskSummary)
		must(t, err)
		preview, err := s.Preview(id)
		must(t, err)
		words := allWords(t, preview.Document)
		for _, secret := range []string{"PALB2", "33", "Clare", "Doris", "Judith"} {
			if strings.Contains(preview.Document.Text(), secret) || secret != "33" && strings.Contains(words, secret) {
				t.Errorf("%s: the letter to Rachel says %q", use, secret)
			}
		}
	}
}

func TestPatientViewShowsNothingThatOnlyTheOtherTold(t *testing.T) {
	for _, use := range []pedigree.Use{pedigree.ThisPatientOnly, pedigree.ClinicalUse} {
		s := openSample(t, newClinicIn(t, t.TempDir()), breastOnly)
		rachel, clare := inConfidence(t, s, use)
		drawn := func(patient pedigree.ID) string {
			view := s.Family().For(patient, pedigree.ForShowing)
			style := draw.Style{Measure: textmetric.Screen}
			return sceneWords(t, draw.Draw(view, layout.Arrange(view, layout.Options{Width: draw.Widths(view, style)}), style))
		}
		if words := drawn(rachel.ID); strings.Contains(words, "PALB2") {
			t.Errorf("%s: Rachel's view shows Judith's test", use)
		}
		if words := drawn(clare.ID); !strings.Contains(words, "PALB2") {
			t.Errorf("%s: Clare's own view does not show what she told", use)
		}
		for _, p := range s.Family().For(rachel.ID, pedigree.ForShowing).Patients {
			if p.ID != rachel.ID {
				t.Errorf("Rachel's view holds the patient record of %s", p.GivenName)
			}
		}
	}
}

// onAnotherLaptop makes an edit on another device that does not know this session's, and merges both.
func onAnotherLaptop(t *testing.T, c *Clinic, s *Session, here, there func(*pedigree.Family) error) *Session {
	t.Helper()
	must(t, s.Flush())
	envelopes, err := c.store.Envelopes(s.ID())
	must(t, err)
	other, err := casefile.Open(casefile.OpenParams{
		Family: s.ID(), Envelopes: envelopes, Device: record.NewDeviceID(), Clock: c.now, Author: "B Colleague", Role: "Nurse",
	})
	must(t, err)
	theirs, err := other.Do("there", there)
	must(t, err)
	must(t, s.Do("here", here))
	must(t, s.Flush())
	must(t, c.store.CommitAll(commitOf(s.ID(), theirs)))
	return openFamily(t, c, s.ID())
}

// answered are the answers of the models that had one before: the others were not made for this family.
func answered(t *testing.T, before, after []risk.Assessment) []risk.Assessment {
	t.Helper()
	var those []risk.Assessment
	for i := range after {
		if before[i].Status == risk.OK {
			those = append(those, after[i])
		}
	}
	if len(those) < 3 {
		t.Fatalf("only %d models answered before", len(those))
	}
	return those
}

func TestTwoValuesForAFactLeaveNoNumberUntilSettled(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	s := openSample(t, c, breastOnly)
	rachel := called(t, s.Family(), "Rachel").ID
	helen := called(t, s.Family(), "Helen").ID
	age := func(years int) func(*pedigree.Family) error {
		return func(f *pedigree.Family) error {
			f.Individual(helen).Diagnoses[0].Age = pedigree.ExactYear(years)
			return nil
		}
	}
	before := s.Assess(rachel)
	merged := onAnotherLaptop(t, c, s, age(41), age(55))
	if len(merged.Reviews()) != 1 {
		t.Fatalf("%d reviews, want 1", len(merged.Reviews()))
	}
	for _, a := range answered(t, before, merged.Assess(rachel)) {
		if a.Status != risk.CannotTell || len(a.Values)+len(a.Range)+len(a.Curves) > 0 || len(a.Because) == 0 {
			t.Errorf("%s is %s with %v: %v", a.Model, a.Status, a.Values, a.Because)
		}
	}
	patient := merged.Family().Patients[0].ID
	id, err := merged.BeginLetter(patient, letter.RiskSummary)
	must(t, err)
	preview, err := merged.Preview(id)
	must(t, err)
	if text := preview.Document.Text(); !strings.Contains(text, "We have not put a number on your risk in this letter") || strings.Contains(text, "Helen") {
		t.Errorf("the letter says %s", text)
	}
}

func TestTwoValuesThatNoModelReadsLeaveTheNumbers(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	s := openSample(t, c, breastOnly)
	rachel := called(t, s.Family(), "Rachel").ID
	helen := called(t, s.Family(), "Helen").ID
	before := s.Assess(rachel)
	merged := onAnotherLaptop(t, c, s, rename(helen, "Helena"), rename(helen, "Ellen"))
	if len(merged.Reviews()) != 1 {
		t.Fatalf("%d reviews, want 1", len(merged.Reviews()))
	}
	for _, a := range answered(t, before, merged.Assess(rachel)) {
		if a.Status != risk.OK {
			t.Errorf("two names make %s %s: %v", a.Model, a.Status, a.Because)
		}
	}
}

func TestTwoDaysForWhichAgesAreSaidLeaveNoNumber(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	s := openSample(t, c, breastOnly)
	rachel := called(t, s.Family(), "Rachel").ID
	day := func(d pedigree.Date) func(*pedigree.Family) error {
		return func(f *pedigree.Family) error { f.AsOf = d; return nil }
	}
	before := s.Assess(rachel)
	merged := onAnotherLaptop(t, c, s, day("2016-01-01"), day("2025-01-01"))
	for _, a := range answered(t, before, merged.Assess(rachel)) {
		if a.Status != risk.CannotTell || len(a.Values) > 0 {
			t.Errorf("%s is %s with %v", a.Model, a.Status, a.Values)
		}
	}
}

func TestSettlingAConflictMakesTheLetterThatDidNotKnowItOutOfDate(t *testing.T) {
	c := newClinicIn(t, t.TempDir())
	s := openSample(t, c, breastOnly)
	helen := called(t, s.Family(), "Helen").ID
	age := func(years int) func(*pedigree.Family) error {
		return func(f *pedigree.Family) error {
			f.Individual(helen).Diagnoses[0].Age = pedigree.ExactYear(years)
			return nil
		}
	}
	merged := onAnotherLaptop(t, c, s, age(41), age(55))
	id, err := merged.BeginLetter(merged.Family().Patients[0].ID, letter.RiskSummary)
	must(t, err)
	must(t, merged.Sign(id, secret))
	// The value that is shown is chosen: the family looks the same, and the answer does not.
	review := merged.Reviews()[0]
	must(t, merged.apply(attached{}, func() (record.Envelope, error) { return merged.file.Settle(review, 0, "asked again") }))
	if len(merged.Reviews()) != 0 {
		t.Fatal("the review is not settled")
	}
	if !merged.OutOfDate(letterOf(t, merged, id)) {
		t.Error("the letter that could give no number is not out of date")
	}
}

func TestATestThatSaysLittleChangesNoNumber(t *testing.T) {
	s := openSample(t, newClinicIn(t, t.TempDir()), breastOnly)
	rachel := called(t, s.Family(), "Rachel").ID
	values := func() string {
		var all []any
		for _, a := range s.Assess(rachel) {
			all = append(all, a.Model, a.Status, a.Values, a.Range)
		}
		data, err := json.Marshal(all)
		must(t, err)
		return string(data)
	}
	before := values()
	for what, test := range map[string]pedigree.GeneTest{
		"negative, scope unknown": {Gene: "BRCA1", Result: pedigree.Negative},
		"negative in a tumour":    {Gene: "BRCA1", Result: pedigree.Negative, Scope: pedigree.Screen, Sample: pedigree.Tumour},
		"class 3":                 {Gene: "BRCA2", Result: pedigree.Uncertain, Class: 3, Scope: pedigree.Screen, Sample: pedigree.Germline, ReportSeen: pedigree.Yes},
	} {
		must(t, s.Do("test", func(f *pedigree.Family) error {
			helen := called(t, f, "Helen")
			helen.GeneTests = append(helen.GeneTests, test)
			return nil
		}))
		if after := values(); after != before {
			t.Errorf("%s: the numbers change from %s to %s", what, before, after)
		}
		if _, err := s.Undo(); err != nil {
			t.Fatal(err)
		}
	}
}
