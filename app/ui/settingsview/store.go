package settingsview

import (
	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
	"kindred/internal/clinic"
)

// store is the one-press backup and the check, neither of which holds the window.
func (s *screen) store() fyne.CanvasObject {
	said := theme.NewMessage(width - 60)
	run := func(words string, act func() (string, error)) {
		said.Set(theme.InkQuiet, words)
		s.p.Background(func() {
			result, err := act()
			fyne.Do(func() {
				if err != nil {
					said.Set(theme.InkWarn, err.Error())
					return
				}
				said.Set(theme.InkText, result)
			})
		})
	}
	backup := theme.NewButton(theme.Secondary, "Back up now", func() {
		run("Backing up and checking the copy...", func() (string, error) {
			path, err := s.p.Clinic.Backup("")
			return "Backed up and checked: " + path, err
		})
	})
	verify := theme.NewButton(theme.Secondary, "Check the store", func() {
		run("Reading everything...", func() (string, error) {
			report, err := s.p.Clinic.Store().Verify()
			if err == nil {
				err = report.Err()
			}
			return "Sound. " + report.String(), err
		})
	})
	return theme.NewCard(theme.Column(10, theme.NewHeading("The sealed store"), theme.Row(8, backup, verify), said,
		theme.Paragraph("A backup is as sealed as the store, and opens with the same passphrase. Copy it to another place; kindred store restore puts it back.", width-60, theme.InkQuiet)))
}

// passphrase changes it; Enter in the last field does, too.
func (s *screen) passphrase() fyne.CanvasObject {
	present := theme.NewSecret("Present passphrase")
	first, again := theme.NewSecret("New passphrase, at least 10 characters"), theme.NewSecret("New passphrase again")
	said := theme.NewMessage(width - 60)
	change := theme.NewButton(theme.Secondary, "Change the passphrase", func() {
		switch {
		case len([]rune(first.Text)) < 10:
			said.Set(theme.InkWarn, "Too short: use at least 10 characters.")
			return
		case first.Text != again.Text:
			said.Set(theme.InkWarn, "The two new passphrases differ.")
			return
		}
		said.Set(theme.InkQuiet, "Changing...")
		old, next := []byte(present.Text), []byte(first.Text)
		s.p.Background(func() {
			err := s.p.Clinic.Store().ChangePassphrase(old, next)
			clear(old)
			clear(next)
			fyne.Do(func() {
				if err != nil {
					said.Set(theme.InkWarn, err.Error())
					return
				}
				for _, e := range []*theme.Entry{present, first, again} {
					e.SetText("")
				}
				said.Set(theme.InkText, "Changed. The recovery key stays the same.")
			})
		})
	})
	again.OnSubmitted = func(string) { change.Tapped(nil) }
	return theme.NewCard(theme.Column(8, theme.NewHeading("Passphrase"), present, first, again, theme.Row(0, change), said))
}

func (s *screen) about() fyne.CanvasObject {
	return theme.NewCard(theme.Column(8, theme.NewHeading("About Kindred"),
		theme.Paragraph(clinic.Statement, width-60, theme.InkText),
		theme.Paragraph("Typefaces: Atkinson Hyperlegible Next and Liberation Sans, both under the SIL Open Font License 1.1. Models: Claus 1991 and 1994, Manchester score MSS3 2017; each answer names its source.", width-60, theme.InkQuiet)))
}
