package ui

// retitle keeps the count of unsigned letters in the title bar, which the patient view does not show.
func (s *Shell) retitle() {
	if s.clinic == nil {
		return
	}
	title := "Kindred"
	if settings, err := s.clinic.Settings(); err == nil && settings.Sample {
		title += " SAMPLE"
	}
	if s.family == nil || !s.family.patientView {
		title += unsigned(s.unsignedLetters())
	}
	s.p.Window.SetTitle(title)
}

func (s *Shell) unsignedLetters() int {
	entries, err := s.clinic.List("")
	if err != nil {
		return 0 // the list itself says what is wrong
	}
	count := 0
	for _, e := range entries {
		count += e.Unsigned
	}
	return count
}

func unsigned(letters int) string {
	if letters == 0 {
		return ""
	}
	return " (" + counted(letters, "letter", "letters") + " unsigned)"
}
