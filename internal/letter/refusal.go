package letter

import (
	"errors"
	"fmt"
	"strings"

	"kindred/pedigree"
)

// ErrRefused is wrapped by every Refusal.
var ErrRefused = errors.New("no risk letter")

// Refusal says why no risk letter may be written for this person, and what to do instead.
type Refusal struct{ Why string }

func (r *Refusal) Error() string { return r.Why }

// Unwrap makes errors.Is(err, ErrRefused) true.
func (r *Refusal) Unwrap() error { return ErrRefused }

func refuse(format string, args ...any) error { return &Refusal{fmt.Sprintf(format, args...)} }

// adult is the age from which a risk letter may be written.
const adult = 18

// may refuses a risk letter about breast cancer for those whom it must never reach. What is not known
// for certain counts against the letter.
func may(f *pedigree.Family, patient *pedigree.Patient, person *pedigree.Individual, today pedigree.Date) error {
	switch {
	case !person.IsPerson():
		return refuse("no risk letter: the patient is linked to a pregnancy or a group. Link the patient to one person.")
	case person.IsDeceased():
		return refuse("no risk letter: this person has died. Write to the next of kin by hand.")
	case person.Deceased == pedigree.DontKnow || !person.Died.IsZero() || person.CauseOfDeath != "":
		return refuse("no risk letter: this person may have died. Record whether they are alive.")
	}
	low, _, ok := ageToday(f, patient, person, today)
	switch {
	case !ok:
		return refuse("no risk letter: the age is not known, and the letter is for adults only. Record the date of birth.")
	case low < adult:
		return refuse("no risk letter: this person is, or may be, under %d.", adult)
	}
	for i := range person.Diagnoses {
		if mayBeBreast(&person.Diagnoses[i]) {
			return refuse("no risk letter: this person has had, or may have had, breast cancer. The letter is for people who have not.")
		}
	}
	if person.Affected == pedigree.Yes && len(person.Diagnoses) == 0 {
		return refuse("no risk letter: this person is marked as affected without a diagnosis. Record which, or clear the mark.")
	}
	return nil
}

// mayBeBreast reports a diagnosis that is, or by the words in which it was told may be, of the breast.
func mayBeBreast(d *pedigree.Diagnosis) bool {
	if d.Status == pedigree.Refuted {
		return false
	}
	return d.Site == pedigree.Breast || d.Site == "" || strings.Contains(strings.ToLower(d.Words), "br")
}

// years is a range of whole years.
type years struct{ low, high int }

// ageToday is the range of whole years that the person can have lived on today, from the dates of birth
// of the patient and of the person in the pedigree and from the age carried forward from the day it was
// said for. Each narrows what the others allow; where they contradict each other, any may be right.
func ageToday(f *pedigree.Family, patient *pedigree.Patient, person *pedigree.Individual, today pedigree.Date) (low, high int, ok bool) {
	var all []years
	for _, born := range []pedigree.Fuzzy{patient.DateOfBirth, person.Born} {
		if exact, ok := born.Date.AgeOn(today); ok {
			all = append(all, years{exact, exact})
		} else if born.Low.Known && born.Low.Year > today.Year() {
			all = append(all, years{0, 0}) // a birth to come contradicts any other age
		} else if first, last, ok := born.Within(today.Year()-pedigree.OldestAge, today.Year()); ok {
			all = append(all, years{max(0, today.Year()-last-1), today.Year() - first})
		}
	}
	if first, last, ok := person.Age.Within(0, pedigree.OldestAge); ok {
		if passed, known := f.AgeSaidOn(person).AgeOn(today); known {
			all = append(all, years{first + passed, last + passed + 1})
		} else {
			all = append(all, years{first, pedigree.OldestAge}) // said on some day before today
		}
	}
	if len(all) == 0 {
		return 0, 0, false
	}
	common, either := all[0], all[0]
	for _, next := range all[1:] {
		common = years{max(common.low, next.low), min(common.high, next.high)}
		either = years{min(either.low, next.low), max(either.high, next.high)}
	}
	if common.low > common.high {
		return either.low, either.high, true
	}
	return common.low, common.high, true
}
