package letter_test

import (
	"errors"
	"strings"
	"testing"

	"kindred/internal/letter"
	"kindred/pedigree"
)

// refused builds the letter of a family changed by change and expects it to be refused with these words.
func refused(t *testing.T, says string, change func(f *pedigree.Family, patient *pedigree.Patient, person *pedigree.Individual)) {
	t.Helper()
	f := sampleFamily(t, breastOnly)
	change(f, &f.Patients[0], f.Individual("10"))
	d, err := letter.Build(asked(f, "P1"))
	var refusal *letter.Refusal
	if d != nil || !errors.Is(err, letter.ErrRefused) || !errors.As(err, &refusal) || !strings.Contains(err.Error(), says) {
		t.Errorf("want a refusal that says %q, got %v, %v", says, d, err)
	}
}

func TestNoRiskLetterForAPersonUnder18(t *testing.T) {
	refused(t, "under 18", func(_ *pedigree.Family, patient *pedigree.Patient, person *pedigree.Individual) {
		patient.DateOfBirth, person.Born, person.Age = pedigree.OnDate("2008-11-22"), pedigree.Fuzzy{}, pedigree.Fuzzy{}
	})
}

func TestALetterMayBeWrittenOnTheEighteenthBirthday(t *testing.T) {
	f := sampleFamily(t, breastOnly)
	f.Patients[0].DateOfBirth, f.Individual("10").Born, f.Individual("10").Age = pedigree.OnDate("2008-11-21"), pedigree.Fuzzy{}, pedigree.Fuzzy{}
	if _, err := letter.Build(asked(f, "P1")); err != nil {
		t.Error(err)
	}
}

func TestNoRiskLetterForAPersonWhoMayBeUnder18(t *testing.T) {
	for name, age := range map[string]pedigree.Fuzzy{
		"about 20": pedigree.ParseFuzzy("about 20"), "teens": pedigree.ParseFuzzy("teens"), "under 30": pedigree.ParseFuzzy("<30"),
	} {
		t.Run(name, func(t *testing.T) {
			refused(t, "under 18", func(_ *pedigree.Family, patient *pedigree.Patient, person *pedigree.Individual) {
				patient.DateOfBirth, person.Born, person.Age = pedigree.Fuzzy{}, pedigree.Fuzzy{}, age
			})
		})
	}
	refused(t, "under 18", func(_ *pedigree.Family, patient *pedigree.Patient, person *pedigree.Individual) {
		patient.DateOfBirth, person.Born, person.Age = pedigree.ExactYear(2008), pedigree.Fuzzy{}, pedigree.Fuzzy{}
	})
}

func TestNoRiskLetterWhereTwoRecordedAgesContradictAndOneIsUnder18(t *testing.T) {
	refused(t, "under 18", func(_ *pedigree.Family, _ *pedigree.Patient, person *pedigree.Individual) {
		person.Born, person.Age = pedigree.OnDate("2015-05-09"), pedigree.Fuzzy{}
	})
	refused(t, "under 18", func(_ *pedigree.Family, patient *pedigree.Patient, _ *pedigree.Individual) {
		patient.DateOfBirth = pedigree.OnDate("2030-05-09")
	})
}

func TestNoRiskLetterForADeceasedPerson(t *testing.T) {
	refused(t, "has died", func(_ *pedigree.Family, _ *pedigree.Patient, person *pedigree.Individual) {
		person.Deceased = pedigree.Yes
	})
}

func TestNoRiskLetterForAPersonWhoMayHaveDied(t *testing.T) {
	for _, change := range []func(p *pedigree.Individual){
		func(p *pedigree.Individual) { p.Deceased = pedigree.DontKnow },
		func(p *pedigree.Individual) { p.Died = pedigree.ExactYear(2020) },
		func(p *pedigree.Individual) { p.CauseOfDeath = "stroke" },
	} {
		refused(t, "may have died", func(_ *pedigree.Family, _ *pedigree.Patient, person *pedigree.Individual) { change(person) })
	}
}

func TestNoRiskLetterForAPersonWhoHasHadBreastCancer(t *testing.T) {
	refused(t, "has had, or may have had, breast cancer", func(_ *pedigree.Family, _ *pedigree.Patient, person *pedigree.Individual) {
		person.Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ExactYear(36)}}
	})
}

func TestNoRiskLetterForAPersonWhoMayHaveHadBreastCancer(t *testing.T) {
	for name, d := range map[string]pedigree.Diagnosis{
		"possible":   {Site: pedigree.Breast, Certainty: pedigree.Possible},
		"in situ":    {Site: pedigree.Breast, Behaviour: pedigree.InSitu, Status: pedigree.Confirmed},
		"recurrence": {Site: pedigree.Breast, Secondary: true},
		"in words":   {Site: pedigree.UnknownPrimary, Words: "?breast or ovarian"},
		"not said":   {},
	} {
		t.Run(name, func(t *testing.T) {
			refused(t, "may have had, breast cancer", func(_ *pedigree.Family, _ *pedigree.Patient, person *pedigree.Individual) {
				person.Diagnoses = []pedigree.Diagnosis{d}
			})
		})
	}
}

func TestARefutedBreastCancerIsNoReasonToRefuse(t *testing.T) {
	f := sampleFamily(t, breastOnly)
	f.Individual("10").Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Status: pedigree.Refuted}}
	if _, err := letter.Build(asked(f, "P1")); err != nil {
		t.Error(err)
	}
}

func TestNoRiskLetterWhereTheAgeIsNotKnown(t *testing.T) {
	for name, age := range map[string]pedigree.Fuzzy{"not asked": {}, "not known": pedigree.ParseFuzzy("?"), "999": pedigree.ExactYear(999)} {
		t.Run(name, func(t *testing.T) {
			refused(t, "the age is not known", func(_ *pedigree.Family, patient *pedigree.Patient, person *pedigree.Individual) {
				patient.DateOfBirth, person.Born, person.Age = pedigree.Fuzzy{}, pedigree.Fuzzy{}, age
			})
		})
	}
}

func TestNoRiskLetterForAPersonMarkedAffectedWithoutADiagnosis(t *testing.T) {
	refused(t, "marked as affected", func(_ *pedigree.Family, _ *pedigree.Patient, person *pedigree.Individual) {
		person.Affected = pedigree.Yes
	})
}

func TestNoRiskLetterForAPregnancyOrAGroup(t *testing.T) {
	refused(t, "a pregnancy or a group", func(_ *pedigree.Family, _ *pedigree.Patient, person *pedigree.Individual) { person.Count = 3 })
	refused(t, "a pregnancy or a group", func(_ *pedigree.Family, _ *pedigree.Patient, person *pedigree.Individual) {
		person.Pregnancy = &pedigree.Pregnancy{Kind: pedigree.Stillbirth}
	})
}
