package clinic

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kindred/internal/letter"
	"kindred/pedigree"
	"kindred/pedigree/confirm"
	"kindred/pedigree/risk"
	"kindred/pedigree/suppose"
)

// canaries are words that occur nowhere else.
func canaries() []string {
	words := make([]string, 50)
	for i := range words {
		words[i] = fmt.Sprintf("zqx%02dWindhover", i)
	}
	return words
}

func TestNoTypedWordIsReadableInTheDataFolder(t *testing.T) {
	dir := t.TempDir()
	words := canaries()
	typed := 0
	next := func() string { typed++; return words[typed-1] }
	c, _, err := Create(dir, secret, Settings{
		Author:  Author{Name: next(), Role: next()},
		Service: letter.Service{Name: next(), Clinic: next(), Address: []string{next(), next()}, Phone: next(), Email: next()}, Approval: &Approval{Name: next(), Reference: next()},
	})
	must(t, err)
	s := openSample(t, c, breastOnly)
	must(t, s.Do("family", func(f *pedigree.Family) error {
		f.Name, f.Reason, f.Informant, f.Recorder, f.Notes = next(), next(), next(), next(), []string{next()}
		p := &f.Patients[0]
		p.Title, p.GivenName, p.FamilyName, p.BirthName, p.Phone, p.Email = next(), next(), next(), next(), next(), next()
		p.Address, p.GPName, p.GPPractice, p.GPAddress = []string{next(), next()}, next(), next(), []string{next()}
		p.OtherNeeds, p.Interpreter, p.ReferredBy, p.ReferralReason = next(), next(), next(), next()
		return nil
	}))
	must(t, s.Do(next(), func(f *pedigree.Family) error {
		p := &f.Individuals[2]
		p.Name, p.FamilyName, p.BirthName, p.CauseOfDeath, p.Karyotype, p.Notes = next(), next(), next(), next(), next(), []string{next()}
		p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{Site: pedigree.Site(next()), Words: next(), Hospital: next(), Source: pedigree.Provenance{ToldBy: next()}})
		p.GeneTests = append(p.GeneTests, pedigree.GeneTest{Gene: next(), Variant: next(), Laboratory: next()})
		p.Ancestry = []string{next()}
		return nil
	}))
	id, err := s.BeginLetter(s.Family().Patients[0].ID, letter.RiskSummary)
	must(t, err)
	for typed < len(words) {
		must(t, s.EditLetter(id, fmt.Sprint("paragraph ", typed), next()))
	}
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	must(t, s.Exported("json"))
	must(t, s.Flush())
	_, err = c.Backup("")
	must(t, err)
	searchFolder(t, dir, words) // while the store is open
	must(t, c.Close())
	searchFolder(t, dir, words)
}

// searchFolder looks for the words in every file and file name, also as UTF-16, hexadecimal and base64.
func searchFolder(t *testing.T, dir string, words []string) {
	t.Helper()
	files := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		data = append(data, path...)
		for _, word := range words {
			wide := []byte{}
			for _, b := range []byte(word) {
				wide = append(wide, b, 0)
			}
			coded := base64.StdEncoding.EncodeToString([]byte(word))
			for _, form := range [][]byte{[]byte(word), wide, []byte(hex.EncodeToString([]byte(word))), []byte(coded[:len(coded)-4])} {
				if bytes.Contains(data, form) {
					t.Errorf("%s holds %s", path, word)
				}
			}
		}
		return nil
	})
	must(t, err)
	if files < 2 {
		t.Errorf("%d files were searched: the store and its backup should be there", files)
	}
}

func TestNothingOfAResultFromElsewhereOrASavedRiskIsReadableInTheDataFolder(t *testing.T) {
	dir := t.TempDir()
	c := newClinicIn(t, dir)
	words := canaries()[:3]
	s := openSample(t, c, breastOnly)
	subject := s.Family().Patients[0].Individual
	must(t, s.SaveElsewhere(risk.Elsewhere{Subject: subject, Program: words[0], Version: words[1], Values: risk.Values{"carrier/" + words[2]: 0.1}}))
	must(t, s.StrikeElsewhere(s.Elsewhere(subject)[0].ID))
	_, err := s.SaveRisk(subject)
	must(t, err)
	must(t, s.Flush())
	_, err = c.Backup("")
	must(t, err)
	searchFolder(t, dir, append(words, "Inherited breast and ovarian", risk.LifetimeFrom20, "risk_by_79"))
	must(t, c.Close())
}

// TestNoErrorSaysWhatIsRecorded tries everything of the risk screen that can be refused.
func TestNoErrorSaysWhatIsRecorded(t *testing.T) {
	_, s := asking(t)
	must(t, s.SaveElsewhere(canRiskSays(0.31)))
	var errs []error
	for _, a := range []suppose.Assumption{
		{Kind: suppose.Cancer, Person: "2", Site: pedigree.Breast, Age: 90},
		{Kind: suppose.AgeReached, Person: "2", Age: 3},
		{Kind: suppose.VariantNotFound, Person: "2", Gene: "BRCA1"},
		{Kind: suppose.Cancer, Person: "3", Site: pedigree.Ovary, Age: 50},
		{Kind: suppose.ReportRefutes, Person: "2", Fact: confirm.Fact{Person: "2", Kind: confirm.GeneTest, Item: "d"}},
	} {
		_, err := s.WhatIf("1", []suppose.Assumption{a}, true)
		errs = append(errs, err)
	}
	bad := canRiskSays(31)
	_, err := s.CanRisk("nobody")
	_, noRun := s.CompareRuns("nobody", "")
	_, noTable := s.RiskTable("nobody")
	for _, err := range append(errs, s.SaveElsewhere(bad), s.StrikeElsewhere("nobody"), err, noRun, noTable) {
		if err == nil {
			t.Error("something was not refused")
			continue
		}
		for _, secret := range []string{"Anna", "Mary", "Tom", "ovarian", "52", "70", "G1", "\n"} {
			if strings.Contains(err.Error(), secret) && !(secret == "ovarian" && strings.Contains(err.Error(), "without the organ")) {
				t.Errorf("%q says %q", err, secret)
			}
		}
	}
}
