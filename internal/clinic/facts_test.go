package clinic

import (
	"testing"

	"kindred/internal/casefile"
	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/confirm"
)

// keptBefore signs a letter and saves a risk as version 1 of the program did, with digests of its form.
func keptBefore(t *testing.T, s *Session) (letter string) {
	t.Helper()
	family := s.Family()
	patient := family.Patients[0]
	facts := casefile.FormerFactsDigest(family.For(patient.ID, pedigree.ForNumbers))
	s.mu.Lock()
	frontier := s.file.Frontier()
	s.mu.Unlock()
	must(t, s.apply(attached{}, func() (record.Envelope, error) {
		return s.file.PutLetter("sign letter", casefile.Letter{ID: "old", Patient: patient.ID, Status: casefile.LetterSigned, FactsDigest: facts, Frontier: frontier})
	}))
	must(t, s.apply(attached{}, func() (record.Envelope, error) {
		return s.file.SaveRisk("save risk", casefile.RiskRun{Subject: patient.Individual, FactsDigest: facts, Frontier: frontier})
	}))
	return "old"
}

// TestAskingForAReportLeavesWhatIsKeptUpToDate holds of what this version keeps and of what earlier ones
// kept; a change of a fact makes both out of date, and undoing it brings them back.
func TestAskingForAReportLeavesWhatIsKeptUpToDate(t *testing.T) {
	for what, keep := range map[string]func(*testing.T, *Session) string{
		"of this version": func(t *testing.T, s *Session) string {
			id, err := s.BeginLetter(s.Family().Patients[0].ID, "risk-summary")
			must(t, err)
			must(t, s.Sign(id, secret))
			_, err = s.SaveRisk(s.Family().Patients[0].Individual)
			must(t, err)
			return id
		},
		"of version 1": keptBefore,
	} {
		s := openSample(t, newClinicIn(t, t.TempDir()), breastOnly)
		subject := s.Family().Patients[0].Individual
		letter := keep(t, s)
		outOfDate := func() (letterIs, runIs bool) {
			_, runIs = s.LastRisk(subject)
			return s.OutOfDate(letterOf(t, s, letter)), runIs
		}
		check := func(when string, want bool) {
			t.Helper()
			if letterIs, runIs := outOfDate(); letterIs != want || runIs != want {
				t.Errorf("%s, %s: letter out of date %v, run %v, want %v", what, when, letterIs, runIs, want)
			}
		}
		check("kept", false)
		for _, c := range s.Confirmations() {
			if c.Kind != confirm.Death && !c.State.Settled() {
				must(t, s.SendRequest(c, "Riverside", "", ""))
			}
		}
		check("reports asked for", false)
		helen := called(t, s.Family(), "Helen").ID
		must(t, s.Do("age", func(f *pedigree.Family) error {
			f.Individual(helen).Diagnoses[0].Age = pedigree.ExactYear(30)
			return nil
		}))
		check("an age changed", true)
		_, err := s.Undo()
		must(t, err)
		check("undone", false)
		must(t, s.Flush())
	}
}

func TestADraftOfVersionOneIsNotSaidToHaveChanged(t *testing.T) {
	s := openSample(t, newClinicIn(t, t.TempDir()), breastOnly)
	now := s.snapshot()
	patient := s.Family().Patients[0].ID
	draft := casefile.Letter{Patient: patient, FactsDigest: casefile.FormerFactsDigest(now.family.For(patient, pedigree.ForNumbers))}
	if s.letterChanged(now, draft) {
		t.Error("a draft with a digest of the old form is out of date at once")
	}
}
