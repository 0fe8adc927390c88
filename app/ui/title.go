package ui

import "kindred/pedigree/describe"

// retitle keeps the count of unsigned letters in the title bar, which the patient view does not show,
// and that of the overdue replies in the navigation.
func (s *Shell) retitle() {
	if s.clinic == nil {
		return
	}
	title := "Kindred"
	if settings, err := s.clinic.Settings(); err == nil && settings.Sample {
		title += " SAMPLE"
	}
	letters, overdue := s.waiting()
	if s.family == nil || !s.family.patientView {
		title += unsigned(letters)
	}
	s.countTasks(overdue)
	s.p.Window.SetTitle(title)
}

// waiting counts the letters that are not signed and the replies that are overdue, in all families.
func (s *Shell) waiting() (letters, overdue int) {
	entries, err := s.clinic.List("")
	if err != nil {
		return 0, 0 // the list itself says what is wrong
	}
	today := s.clinic.Today()
	for i := range entries {
		letters += entries[i].Unsigned
		overdue += entries[i].Overdue(today)
	}
	return letters, overdue
}

func unsigned(letters int) string {
	if letters == 0 {
		return ""
	}
	return " (" + describe.Counted(letters, "letter", "letters") + " unsigned)"
}
