package ui

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/storage"
)

// passphraseEntry submits on Enter and shows dots.
func passphraseEntry(hint string, submit func()) *widget.Entry {
	e := widget.NewPasswordEntry()
	e.SetPlaceHolder(hint)
	e.OnSubmitted = func(string) { submit() }
	return e
}

// showLock asks for the passphrase. A message says why the clinic was locked, if that needs saying.
func (s *Shell) showLock(message string) {
	note := theme.NewMessage(384)
	note.Set(theme.InkWarn, message)
	var entry *widget.Entry
	var unlock *theme.Button
	busy := false
	try := func() {
		if busy || entry.Text == "" {
			return
		}
		busy = true
		unlock.SetEnabled(false)
		note.Set(theme.InkQuiet, "Opening...")
		passphrase := []byte(entry.Text)
		// Deriving the key takes about half a second, and must not hold the window.
		go func() {
			opened, err := clinic.Open(s.p.Dir, passphrase)
			clear(passphrase)
			fyne.Do(func() {
				busy = false
				unlock.SetEnabled(true)
				if err != nil {
					note.Set(theme.InkWarn, explain(err))
					entry.SetText("")
					s.p.Window.Canvas().Focus(entry)
					return
				}
				entry.SetText("")
				s.unlocked(opened)
			})
		}()
	}
	entry = passphraseEntry("Passphrase", try)
	unlock = theme.NewButton(theme.Primary, "Unlock", try)
	content := theme.Column(12, theme.NewTitle("Kindred is locked"), theme.NewQuiet("The families on this laptop are sealed."), entry, unlock, note)
	if s.p.Sample != "" {
		content.Objects = append([]fyne.CanvasObject{theme.Row(8, theme.NewChip(theme.ToneWarn, "SAMPLE clinic"), theme.NewQuiet("invented people only"))}, content.Objects...)
		content.Add(theme.NewQuiet("The sample clinic's passphrase is: " + s.p.Sample))
	} else {
		content.Add(theme.NewButton(theme.Link, "I have lost the passphrase, and have the recovery key", s.showRecovery))
	}
	s.p.Window.SetContent(centred(440, content))
	s.p.Window.Canvas().Focus(entry)
}

// showRecovery opens the store with the recovery key and sets a new passphrase.
func (s *Shell) showRecovery() {
	note := theme.NewMessage(460)
	key := widget.NewEntry()
	key.SetPlaceHolder("Recovery key, as printed at set-up")
	first, again := passphraseEntry("New passphrase", func() {}), (*widget.Entry)(nil)
	set := func() {
		if problem := passphraseProblem(first.Text, again.Text); problem != "" {
			note.Set(theme.InkWarn, problem)
			return
		}
		note.Set(theme.InkQuiet, "Opening...")
		recovery, passphrase := key.Text, []byte(first.Text)
		go func() {
			opened, err := clinic.OpenWithRecovery(s.p.Dir, recovery, passphrase)
			fyne.Do(func() {
				if err != nil {
					note.Set(theme.InkWarn, explain(err))
					return
				}
				s.unlocked(opened)
			})
		}()
	}
	again = passphraseEntry("New passphrase again", set)
	s.p.Window.SetContent(centred(520, theme.Column(12,
		theme.NewTitle("Open with the recovery key"), key, first, again,
		theme.NewButton(theme.Primary, "Open and set the new passphrase", set),
		theme.NewButton(theme.Link, "Back", func() { s.showLock("") }), note)))
	s.p.Window.Canvas().Focus(key)
}

// shortestPassphrase in characters: it guards the laptop if it is lost.
const shortestPassphrase = 10

func passphraseProblem(first, again string) string {
	switch {
	case len([]rune(first)) < shortestPassphrase:
		return "Too short: use at least 10 characters. Three or four unrelated words are best."
	case first != again:
		return "The two passphrases differ. Type them again."
	}
	return ""
}

// explain is an error of the store in one line for the screen.
func explain(err error) string {
	if errors.Is(err, storage.ErrPassphrase) {
		return "That is not the passphrase. Try again."
	}
	return err.Error()
}
