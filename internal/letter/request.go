package letter

import (
	"errors"
	"fmt"

	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/risk"
)

// Request is all that a letter is made from. The Family is the whole record; Build takes from it
// only what this patient's letter may show.
type Request struct {
	Family      *pedigree.Family
	Patient     pedigree.ID // of a Patient record
	Assessments []risk.Assessment
	Today       pedigree.Date
	Service     Service
	Signatory   Signatory
	Number      string
	LargePrint  bool
	Evaluation  bool // no approval recorded: every page says so
	Measure     draw.Measurer
	Edits       map[string]string
}

// ErrRefused is wrapped by every Refusal.
var ErrRefused = errors.New("no risk letter")

// Refusal says why no risk letter may be written for this person, and what to do instead.
type Refusal struct{ Why string }

func (r *Refusal) Error() string { return r.Why }

// Unwrap makes errors.Is(err, ErrRefused) true.
func (r *Refusal) Unwrap() error { return ErrRefused }

func refuse(format string, args ...any) error { return &Refusal{fmt.Sprintf(format, args...)} }

// EvaluationMark is printed on every page until an approval is recorded.
const EvaluationMark = "EVALUATION, not for patient care"

// SampleMark is printed on every page of the sample clinic.
const SampleMark = "SAMPLE"

// may refuses a risk letter about breast cancer for those whom it must never reach.
func may(f *pedigree.Family, patient *pedigree.Patient, person *pedigree.Individual, today pedigree.Date) error {
	if person.IsDeceased() {
		return refuse("no risk letter: this person has died. Write to the next of kin by hand.")
	}
	low, _, ok := ageToday(f, patient, person, today)
	switch {
	case !ok:
		return refuse("no risk letter: the age is not known, and the letter is for adults only. Record the date of birth.")
	case low < 18:
		return refuse("no risk letter: this person is, or may be, under 18.")
	}
	for i := range person.Diagnoses {
		d := &person.Diagnoses[i]
		if d.Site == pedigree.Breast && d.Status != pedigree.Refuted {
			return refuse("no risk letter: this person has had, or may have had, breast cancer. The letter is for people who have not.")
		}
	}
	if person.Affected == pedigree.Yes && len(person.Diagnoses) == 0 {
		return refuse("no risk letter: this person is marked as affected without a diagnosis. Record which, or clear the mark.")
	}
	return nil
}

// ageToday is the range of whole years that the person can have lived on today: from the date of
// birth, else the year of birth, else the age carried forward from the day it was said for.
func ageToday(f *pedigree.Family, patient *pedigree.Patient, person *pedigree.Individual, today pedigree.Date) (low, high int, ok bool) {
	for _, born := range []pedigree.Fuzzy{patient.DateOfBirth, person.Born} {
		if years, ok := born.Date.AgeOn(today); ok {
			return years, years, true
		}
		if first, last, ok := born.Within(1850, today.Year()); ok && born.Low.Known && born.High.Known {
			return max(0, today.Year()-last-1), today.Year() - first, true
		}
	}
	asOf := person.AsOf
	if asOf == "" {
		asOf = f.AsOf
	}
	first, last, ok := person.Age.Within(0, 125)
	if !ok || asOf == "" || !person.Age.Low.Known || !person.Age.High.Known {
		return 0, 0, false
	}
	passed, _ := asOf.AgeOn(today)
	return first + passed, last + passed + 1, true
}
