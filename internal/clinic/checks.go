package clinic

import (
	"slices"

	"kindred/internal/casefile"
	"kindred/internal/letter"
	"kindred/internal/textmetric"
)

// checks are those of the letter itself, and what only the clinic can know: that a patient of another
// family has the same NHS number, and that the family has changed since the draft was begun.
func (s *Session) checks(now snapshot, l casefile.Letter, d *letter.Document) ([]letter.Check, error) {
	patient := now.family.Patient(l.Patient)
	checks := letter.Checks(d, patient, textmetric.Letter.Has)
	if patient.NHSNumber != "" {
		others, err := s.clinic.List(string(patient.NHSNumber))
		if err != nil {
			return nil, err
		}
		for _, other := range others {
			same := func(p EntryPatient) bool { return p.NHS == patient.NHSNumber.String() }
			if other.ID != s.id && slices.ContainsFunc(other.Patients, same) {
				gate := letter.Check{Gate: true, Text: "The NHS number is also that of a patient in family " + other.Name + ": find out whose it is."}
				checks = append([]letter.Check{gate}, checks...)
			}
		}
	}
	if l.FactsDigest != "" && s.letterChanged(now, l) {
		checks = append(checks, letter.Check{Text: "The family has changed since this draft was begun: read it again."})
	}
	return checks, nil
}
