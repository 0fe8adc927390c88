package merge

import (
	"fmt"
	"strings"
	"testing"

	"kindred/pedigree"
)

// inConfidence is a file in which Carol, a patient under an id that Anna has here, told about herself and
// Anna in confidence.
func inConfidence() *pedigree.Family {
	told := pedigree.Provenance{ToldBy: "Carol", Patient: "p1", Use: pedigree.ThisPatientOnly}
	f := fromFile()
	f.Patients = []pedigree.Patient{{ID: "p1", Individual: "m", GivenName: "Carol"}}
	anna, carol := &f.Individuals[0], &f.Individuals[3]
	anna.Sources = map[string]pedigree.Provenance{"age": told, "asked": told, "mother": told}
	anna.SetAsked(pedigree.AskedLosses, pedigree.No)
	carol.Diagnoses[0].Source, carol.Diagnoses[0].Hospital = told, "SECRET"
	carol.Notes, carol.Sources = []string{"SECRET"}, map[string]pedigree.Provenance{"notes": told}
	carol.Consents = []pedigree.Consent{{To: "p1", What: pedigree.ConsentName}}
	carol.GeneTests = []pedigree.GeneTest{{Gene: "SECRET", Source: told}}
	return f
}

func TestWhatWasToldInConfidenceIsShownToThatPatientAloneWhoeverHasHerIdHere(t *testing.T) {
	for _, carolIsHere := range []bool{true, false} {
		f := anna()
		f.Patients = []pedigree.Patient{{ID: "p1", Individual: "1", GivenName: "Anna"}}
		f.Individual("1").SetAsked(pedigree.AskedChildren, pedigree.No)
		f.Individual("1").Sources = map[string]pedigree.Provenance{"asked": {ToldBy: "Anna"}}
		if !carolIsHere {
			f.Individual("1").Mother = ""
		}
		join(t, f, inConfidence())
		at := f.Individual("1").Mother
		carol := f.PatientOf(at)
		if carol == nil || carol.ID == "p1" || carol.ID == "" {
			t.Fatalf("Carol's record is %+v", carol)
		}
		shown := func(to pedigree.ID) string { return fmt.Sprintf("%+v", f.For(to, pedigree.ForShowing).Individuals) }
		for _, to := range []pedigree.ID{"p1", ""} {
			for _, secret := range []string{"SECRET", "age 42", "left", string(pedigree.AskedLosses)} {
				if strings.Contains(shown(to), secret) {
					t.Errorf("%q sees %q: %s", to, secret, shown(to))
				}
			}
			if !carolIsHere && f.For(to, pedigree.ForShowing).Individual("1").Mother != "" {
				t.Errorf("%q sees whose child Anna is", to)
			}
		}
		if !strings.Contains(shown(carol.ID), "SECRET") || !strings.Contains(shown(carol.ID), "age 42") {
			t.Errorf("Carol does not see what she told: %s", shown(carol.ID))
		}
		if to := f.Individual(at).Consents[0].To; to != string(carol.ID) {
			t.Errorf("the consent is given to %q", to)
		}
	}
}

func TestHowADrawingWasArrangedDoesNotComeIn(t *testing.T) {
	f, in := anna(), fromFile()
	for i := range in.Individuals {
		in.Individuals[i].Fold, in.Individuals[i].DrawTwice = pedigree.FoldAbove, pedigree.Yes
	}
	join(t, f, in)
	for _, p := range f.Individuals {
		if _, said := p.Sources["fold"]; p.Fold != "" || p.DrawTwice != pedigree.NotAsked || said {
			t.Errorf("%s is folded %q, drawn twice %v", p.Name, p.Fold, p.DrawTwice)
		}
	}
}

func TestOrgansAreFilledOneByOne(t *testing.T) {
	f, in := anna(), fromFile()
	f.Individual("1").SetOrgan(pedigree.Womb, pedigree.Yes)
	in.Individuals[0].SetOrgan(pedigree.Womb, pedigree.No)
	in.Individuals[0].SetOrgan(pedigree.Ovaries, pedigree.No)
	outcome := join(t, f, in)
	p := f.Individual("1")
	if p.Organs[pedigree.Ovaries] != pedigree.No || p.Organs[pedigree.Womb] != pedigree.Yes {
		t.Errorf("organs %v", p.Organs)
	}
	if got := strings.Join(outcome.People[0].Kept, ", "); got != "age 42, womb: no" {
		t.Errorf("kept as notes: %q", got)
	}
}
