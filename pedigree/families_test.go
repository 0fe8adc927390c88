package pedigree_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kindred/pedigree"
)

// sampleClinic reads the families that the program ships with, by file name.
func sampleClinic(t *testing.T) map[string]*pedigree.Family {
	t.Helper()
	files, err := filepath.Glob("../assets/families/*.json")
	if err != nil || len(files) < 9 {
		t.Fatalf("%d sample families, %v", len(files), err)
	}
	families := map[string]*pedigree.Family{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var f pedigree.Family
		if err := json.Unmarshal(data, &f); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		var again bytes.Buffer
		encoder := json.NewEncoder(&again)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", " ")
		if err := encoder.Encode(&f); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(again.Bytes(), data) {
			t.Errorf("%s is not in the form in which the program writes it: a key is misspelt or out of place", file)
		}
		families[strings.TrimSuffix(filepath.Base(file), ".json")] = &f
	}
	return families
}

func TestTheSampleClinicIsInventedAndSound(t *testing.T) {
	numbers := map[pedigree.NHSNumber]string{}
	names := map[string]bool{}
	for file, f := range sampleClinic(t) {
		if !f.Sample || !strings.HasPrefix(f.Name, "SAMPLE ") || names[f.Name] {
			t.Errorf("%s: not marked as a sample of its own: %q", file, f.Name)
		}
		names[f.Name] = true
		if f.AsOf == "" || f.Informant == "" || f.Recorder == "" || f.DrawnOn == "" || f.Reason == "" {
			t.Errorf("%s: who told the history, who drew it, when or why is missing", file)
		}
		if len(f.Extra) > 0 {
			t.Errorf("%s: keys that nobody reads: %v", file, f.Extra)
		}
		for _, found := range f.Validate() {
			t.Errorf("%s: %s %s", file, found.Severity, found.Message)
		}
		if len(f.Patients) == 0 || f.Subject() == nil || f.PatientOf(f.Subject().ID) == nil {
			t.Errorf("%s: the subject is no patient", file)
		}
		for i := range f.Individuals {
			if f.Individuals[i].Source.ToldBy == "" {
				t.Errorf("%s: nobody told us of %s", file, f.Called(f.Individuals[i].ID))
			}
		}
		for _, p := range f.Patients {
			if p.FamilyName != "SAMPLE" || p.NHSNumber == "" && !p.NHSNotKnown {
				t.Errorf("%s: patient %s", file, p.FormalName())
			}
			if p.NHSNumber == "" {
				continue
			}
			if _, err := pedigree.ParseNHSNumber(string(p.NHSNumber)); err != nil || !p.NHSNumber.IsTest() {
				t.Errorf("%s: %s is not of the range that is never issued, or wrong", file, p.NHSNumber)
			}
			if other, taken := numbers[p.NHSNumber]; taken {
				t.Errorf("%s: %s is already in %s", file, p.NHSNumber, other)
			}
			numbers[p.NHSNumber] = file
		}
	}
}

func TestTheDemonstrationFamilyIsOneThatClausAppliesTo(t *testing.T) {
	f := sampleClinic(t)["g10481-breast-only"]
	subject := f.Subject()
	if subject.Sex != pedigree.Female || len(subject.Diagnoses) > 0 || !f.AgeReached(subject).IsExact() {
		t.Fatalf("the consultand is %+v", subject)
	}
	var found []string
	for _, p := range f.Individuals {
		breasts := 0
		for _, d := range p.Diagnoses {
			if d.Site != pedigree.Breast || p.Sex != pedigree.Female {
				t.Errorf("%s has %s cancer", p.Name, d.Site)
			}
			breasts++
			found = append(found, f.Relationship(subject.ID, p.ID).Words+" "+d.Age.String())
		}
		if breasts > 1 || len(p.GeneTests) > 0 {
			t.Errorf("%s has bilateral breast cancer or a gene test", p.Name)
		}
	}
	if want := []string{"mother 44", "maternal aunt 52"}; !slices.Equal(found, want) {
		t.Errorf("affected: %q, want %q", found, want)
	}
	patient := f.PatientOf(subject.ID)
	if patient.SafeToWrite != pedigree.Yes || len(patient.Address) == 0 || patient.Address[len(patient.Address)-1] != "EX1 1AA" ||
		patient.AddressConfirmedOn == "" || patient.GPName == "" || patient.CopyLetters == "" {
		t.Errorf("the patient record is not whole: %+v", patient)
	}
}

func TestAnnasViewKeepsLucysConfidence(t *testing.T) {
	f := sampleClinic(t)["g10482-breast-ovarian"]
	lucy := func(patient pedigree.ID, purpose pedigree.Purpose) *pedigree.Individual {
		return f.For(patient, purpose).Individual("15")
	}
	if p := lucy("P1", pedigree.ForShowing); p.Name != "Lucy" || len(p.Diagnoses)+len(p.GeneTests) > 0 {
		t.Errorf("shown to Anna: %+v", p)
	}
	if p := lucy("P1", pedigree.ForNumbers); len(p.Diagnoses) != 0 || len(p.GeneTests) != 1 {
		t.Errorf("in Anna's numbers: %+v", p)
	}
	if p := lucy("P2", pedigree.ForShowing); len(p.Diagnoses) != 1 || len(p.GeneTests) != 1 {
		t.Errorf("shown to Lucy: %+v", p)
	}
	if notes := f.For("P2", pedigree.ForShowing).Individual("10").Notes; notes != nil {
		t.Errorf("shown to Lucy: %q", notes)
	}
}

func TestTheValleyIsSixtyPeopleInALoop(t *testing.T) {
	f := sampleClinic(t)["g10489-valley"]
	if len(f.Individuals) != 60 {
		t.Errorf("%d people", len(f.Individuals))
	}
	both := 0
	for _, side := range f.SidesOf(f.Subject().ID) {
		if side == pedigree.BothSides {
			both++
		}
	}
	if both < 10 {
		t.Errorf("%d relatives on both sides", both)
	}
}
