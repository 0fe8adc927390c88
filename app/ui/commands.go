package ui

import (
	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
)

// typedKey gets the keys that no focused widget takes.
func (s *Shell) typedKey(k *fyne.KeyEvent) {
	s.idle.touch()
	overlays := s.p.Window.Canvas().Overlays()
	if top := overlays.Top(); top != nil {
		if k.Name == fyne.KeyEscape {
			top.Hide()
			overlays.Remove(top)
		}
		return
	}
	if command, ok := keymap.ForKey(keymap.Everywhere, k.Name, 0); ok {
		s.command(command)
		return
	}
	if s.family != nil {
		s.family.typedKey(k)
	}
}

// command carries out what works everywhere. Before the passphrase only closing does, and behind
// a dialog only that and the lock.
func (s *Shell) command(c keymap.Command) {
	s.idle.touch()
	switch {
	case c == keymap.Quit:
		s.quit()
	case s.clinic == nil:
	case c == keymap.Lock:
		s.lock("")
	case s.body == nil: // the statement is not read yet
	case s.p.Window.Canvas().Overlays().Top() != nil:
	case c == keymap.Help:
		s.showHelp()
	case s.family != nil && s.family.patientView:
		s.family.privateCommand(c)
	case c == keymap.OpenFamilies:
		s.show(toFamilies)
	case c == keymap.OpenSettings:
		s.show(toSettings)
	case c == keymap.OpenTasks:
		s.show(toTasks)
	case c == keymap.PasteFamily:
		s.pasteFamily()
	case c == keymap.ImportFile:
		s.askForFile("", "")
	case c == keymap.BlankSheet:
		s.printBlankSheet()
	case s.family != nil:
		s.family.command(c)
	case c == keymap.New:
		s.newFamily()
	}
}
