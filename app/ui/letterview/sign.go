package letterview

import (
	"errors"
	"fmt"

	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/internal/letter"
)

// AskToSign says who signs and asks for the passphrase. It does nothing while a check holds the letter
// back.
func (s *Screen) AskToSign() { s.askToSign("") }

// askToSign asks again after a wrong passphrase, with why: the keys that follow belong to the question,
// not to the screen behind it.
func (s *Screen) askToSign(why string) {
	if s.sign.Disabled() {
		return
	}
	id := s.chosen
	preview, err := s.p.Session.Preview(id)
	if err != nil {
		s.note.Set(theme.InkWarn, err.Error())
		return
	}
	by := signatory(preview.Document)
	entry := theme.NewSecret("Passphrase")
	content := theme.Column(10,
		theme.NewText(fmt.Sprintf("%s, %s, signs this letter to %s.", by.Name, by.Role, preview.Document.Patient.Name)),
		theme.NewQuiet("Signed, it cannot be changed. It is not sent: print it, and post it."), entry,
		theme.Paragraph(why, 440, theme.InkWarn))
	d := theme.NewQuestion(s.p.Window, "Sign the letter", "Sign", "Cancel", content, func(ok bool) {
		passphrase := entry.Text
		entry.SetText("")
		switch {
		case ok && passphrase == "":
			s.askToSign("The passphrase is empty: the letter is not signed.")
		case ok:
			s.signNow(id, passphrase)
		}
	})
	entry.OnSubmitted = func(string) { d.Confirm() }
	entry.OnEscape = d.Hide
	d.Resize(fyne.NewSize(520, 220))
	d.Show()
	s.p.Window.Canvas().Focus(entry)
}

// signNow signs in the background: checking the passphrase takes about half a second.
func (s *Screen) signNow(id, passphrase string) {
	s.note.Set(theme.InkQuiet, "Signing...")
	s.sign.SetEnabled(false)
	secret := []byte(passphrase)
	s.p.Background(func() {
		err := s.p.Session.Sign(id, secret)
		clear(secret)
		fyne.Do(func() {
			s.Reload()
			if errors.Is(err, clinic.ErrPassphrase) {
				s.sign.SetEnabled(true)
				s.askToSign("That is not the passphrase: the letter is not signed.")
			} else if err != nil {
				s.note.Set(theme.InkWarn, err.Error())
			} else {
				s.note.Set(theme.InkText, "Signed. It is not sent: print it, and post it.")
			}
			s.p.Changed()
		})
	})
}

func signatory(d *letter.Document) letter.Signatory {
	for _, b := range d.Blocks {
		if s, ok := b.(letter.Signature); ok {
			return s.By
		}
	}
	return letter.Signatory{}
}

// PrintSigned opens the signed bytes in the system's viewer, and the audit keeps that it did.
func (s *Screen) PrintSigned() {
	if s.print.Disabled() {
		return
	}
	pdf, err := s.p.Session.SignedPDF(s.chosen)
	if err == nil {
		if err = s.p.Print(pdf); err == nil {
			err = s.p.Session.Printed(s.chosen)
		}
	}
	if err != nil {
		s.note.Set(theme.InkWarn, err.Error())
		return
	}
	s.note.Set(theme.InkText, "Opened in the system's viewer. Print it at actual size, one envelope for one letter.")
}
