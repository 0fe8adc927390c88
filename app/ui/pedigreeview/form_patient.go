package pedigreeview

import (
	"slices"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/pedigree"
)

type patient = pedigree.Patient

var (
	letterFormats = []fields.Option[string]{
		{Value: "", Words: "standard"},
		{Value: pedigree.FormatLarge, Words: "large print"},
		{Value: "easy read", Words: "easy read"},
		{Value: "audio", Words: "audio"},
		{Value: "braille", Words: "braille"},
		{Value: "email", Words: "email"},
	}
	copyWishes = []fields.Option[string]{
		{Value: "", Words: "not asked"}, {Value: pedigree.CopyYes, Words: "by post"}, {Value: pedigree.CopyNo, Words: "declined"},
	}
)

func buildPatient(s *section) {
	f := s.form
	if f.view.family().PatientOf(f.person) == nil {
		s.add(theme.NewQuiet("Not a patient of the clinic."))
		s.addButton("Make patient", func() { f.makePatient() })
		return
	}
	p := subject[patient]{section: s, find: func(family *pedigree.Family) *patient { return family.PatientOf(f.person) }}
	number := fields.NewNHS(func(v pedigree.NHSNumber) {
		p.set("NHS number", func(p *patient) {
			p.NHSNumber = v
			if v != "" {
				p.NHSNotKnown = false
			}
		})
	})
	p.shows(func(p *patient) { number.Set(p.NHSNumber) })
	p.field("NHS number", number)
	toggle(p, "NHS number not known", func(p *patient) *bool { return &p.NHSNotKnown })
	suggest(p, "Title", []string{"Ms", "Mrs", "Miss", "Mr", "Mx", "Dr"}, func(p *patient) *string { return &p.Title })
	text(p, "Given name", func(p *patient) *string { return &p.GivenName })
	text(p, "Family name", func(p *patient) *string { return &p.FamilyName })
	text(p, "Birth name", func(p *patient) *string { return &p.BirthName })
	fuzzy(p, "Date of birth", fields.Year, func(p *patient) *pedigree.Fuzzy { return &p.DateOfBirth })
	lines(p, "Address", 4, func(p *patient) *[]string { return &p.Address })
	day(p, "Confirmed on", func(p *patient) *pedigree.Date { return &p.AddressConfirmedOn })
	answer(p, "Safe to write", func(p *patient) *pedigree.Answer { return &p.SafeToWrite })
	text(p, "Phone", func(p *patient) *string { return &p.Phone })
	text(p, "Email", func(p *patient) *string { return &p.Email })
	text(p, "GP", func(p *patient) *string { return &p.GPName })
	text(p, "GP practice", func(p *patient) *string { return &p.GPPractice })
	lines(p, "GP address", 3, func(p *patient) *[]string { return &p.GPAddress })
	choice(p, "Letters in", letterFormats, func(p *patient) *string { return &p.LetterFormat })
	text(p, "Other needs", func(p *patient) *string { return &p.OtherNeeds })
	text(p, "Interpreter", func(p *patient) *string { return &p.Interpreter })
	choice(p, "Copy letters", copyWishes, func(p *patient) *string { return &p.CopyLetters })
	day(p, "Referred on", func(p *patient) *pedigree.Date { return &p.ReferredOn })
	text(p, "Referred by", func(p *patient) *string { return &p.ReferredBy })
	text(p, "Referral for", func(p *patient) *string { return &p.ReferralReason })
}

// makePatient begins a patient record with what the pedigree already knows.
func (f *form) makePatient() {
	id := f.view.p.Session.NewID()
	f.change("patient record", func(family *pedigree.Family, p *individual) error {
		if slices.ContainsFunc(family.Patients, func(q patient) bool { return q.Individual == p.ID }) {
			return nil
		}
		family.Patients = append(family.Patients, patient{
			ID: id, Individual: p.ID, GivenName: p.Name, FamilyName: p.FamilyName, BirthName: p.BirthName, DateOfBirth: p.Born,
		})
		return nil
	})
}
