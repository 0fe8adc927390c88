package ui

import (
	"errors"

	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree/describe"
	"kindred/storage"
)

// passphraseEntry submits on Enter and shows dots.
func passphraseEntry(hint string, submit func()) *theme.Entry {
	e := theme.NewSecret(hint)
	e.OnSubmitted = func(string) { submit() }
	return e
}

// showLock asks for the passphrase. A message says why the clinic was locked, if that needs saying.
func (s *Shell) showLock(message string) {
	note := theme.NewMessage(384)
	note.Set(theme.InkWarn, message)
	var entry *theme.Entry
	var unlock *theme.Button
	try := func() {
		if entry.Text == "" {
			note.Set(theme.InkWarn, "Type the passphrase, then Enter.")
			return
		}
		passphrase := []byte(entry.Text)
		entry.SetText("")
		s.open(unlock, note, func() (*clinic.Clinic, error) {
			defer clear(passphrase)
			return clinic.Open(s.p.Dir, passphrase)
		}, s.unlocked)
		s.p.Window.Canvas().Focus(entry)
	}
	entry = passphraseEntry("Passphrase", func() { unlock.Tapped(nil) })
	unlock = theme.NewButton(theme.Primary, "Unlock", try)
	content := theme.Column(12, theme.NewTitle("Kindred is locked"), theme.NewQuiet("The families on this laptop are sealed."), entry, unlock, note)
	if s.p.Sample != "" {
		content.Objects = append([]fyne.CanvasObject{theme.Row(8, theme.NewChip(theme.ToneWarn, "SAMPLE clinic"), theme.NewQuiet("invented people only"))}, content.Objects...)
		content.Add(theme.NewQuiet("The sample clinic's passphrase is: " + s.p.Sample))
	} else {
		content.Add(theme.NewButton(theme.Link, "I have lost the passphrase, and have the recovery key", s.showRecovery))
	}
	s.setContent(centred(440, content))
	s.p.Window.Canvas().Focus(entry)
}

// open runs what opens a store in the background, since deriving its key takes about half a second,
// and goes on with the clinic. The button is off meanwhile.
func (s *Shell) open(button *theme.Button, note *theme.Message, how func() (*clinic.Clinic, error), then func(*clinic.Clinic)) {
	button.SetEnabled(false)
	note.Set(theme.InkQuiet, "Opening...")
	s.p.Background(func() {
		opened, err := how()
		fyne.Do(func() {
			button.SetEnabled(true)
			if err != nil {
				note.Set(theme.InkWarn, explain(err))
				return
			}
			then(opened)
		})
	})
}

// showRecovery opens the store with the recovery key and sets a new passphrase.
func (s *Shell) showRecovery() {
	note := theme.NewMessage(460)
	key := theme.NewEntry("Recovery key, as printed at set-up")
	var set *theme.Button
	press := func() { set.Tapped(nil) }
	first, again := passphraseEntry("New passphrase", press), passphraseEntry("New passphrase again", press)
	set = theme.NewButton(theme.Primary, "Open and set the new passphrase", func() {
		if problem := passphraseProblem(first.Text, again.Text); problem != "" {
			note.Set(theme.InkWarn, problem)
			return
		}
		recovery, passphrase := key.Text, []byte(first.Text)
		s.open(set, note, func() (*clinic.Clinic, error) {
			defer clear(passphrase)
			return clinic.OpenWithRecovery(s.p.Dir, recovery, passphrase)
		}, s.unlocked)
	})
	back := func() { s.showLock("") }
	key.OnEscape, first.OnEscape, again.OnEscape = back, back, back
	s.setContent(centred(520, theme.Column(12,
		theme.NewTitle("Open with the recovery key"), key, first, again, set, theme.NewButton(theme.Link, "Back", back), note)))
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

// explain is an error of the store in one line for the screen: what happened and what to do.
func explain(err error) string {
	switch {
	case errors.Is(err, storage.ErrPassphrase):
		return "That is not the passphrase. Nothing was opened: try again."
	case errors.Is(err, storage.ErrRecoveryKey):
		return "That is not this laptop's recovery key. Nothing was opened: check each group and try again."
	case errors.Is(err, storage.ErrInUse):
		return "Kindred is already open on these families in another window: use that one, or close it first."
	case errors.Is(err, storage.ErrDamaged):
		return "Part of the store is damaged and is not shown. Nothing was changed: restore a backup with kindred store restore. (" + err.Error() + ")"
	}
	return describe.Capital(err.Error())
}
