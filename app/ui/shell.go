// Package ui is the window: set-up and lock screens, navigation, the family's header and tabs, and
// the status bar. Each screen is a package of its own below this one; this package joins them to a
// clinic and to each other.
package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/clinicview"
	"kindred/app/ui/keymap"
	"kindred/app/ui/settingsview"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/internal/record"
)

// Params is what the window needs from package main.
type Params struct {
	Window fyne.Window
	Dir    string                  // of the store
	Sample string                  // the sample clinic's passphrase, which its lock screen shows; "" in a real clinic
	Open   func(path string) error // shows a file in the system's viewer
	Theme  func(theme.Mode)        // sets the application's palette
	Quiet  bool                    // no idle lock, for tests
}

// Shell is the one window.
type Shell struct {
	p      Params
	clinic *clinic.Clinic
	family *familyScreen // nil while none is open

	bar      fyne.CanvasObject // the navigation
	body     *fyne.Container   // beside it
	nav      map[destination]*theme.Button
	families *clinicview.Families
	idle     *idleLock
}

type destination string

const (
	toFamilies destination = "Families"
	toSettings destination = "Settings"
)

// Start shows the first screen: set-up where there is no store yet, else the lock screen.
func Start(p Params) *Shell {
	s := &Shell{p: p}
	s.idle = newIdleLock(s.lock)
	p.Window.SetCloseIntercept(func() {
		s.close()
		p.Window.SetCloseIntercept(nil)
		p.Window.Close()
	})
	p.Window.Canvas().SetOnTypedKey(s.typedKey)
	for command, shortcuts := range keymap.Shortcuts() {
		for _, shortcut := range shortcuts {
			p.Window.Canvas().AddShortcut(shortcut, func(fyne.Shortcut) { s.command(command) })
		}
	}
	s.first()
	return s
}

// first shows set-up or lock.
func (s *Shell) first() {
	s.p.Window.SetTitle("Kindred")
	if clinic.Exists(s.p.Dir) {
		s.showLock("")
		return
	}
	s.showSetUp()
}

// unlocked shows the families after the passphrase was right.
func (s *Shell) unlocked(c *clinic.Clinic) {
	s.clinic = c
	if settings, err := c.Settings(); err == nil {
		s.p.Theme(theme.Mode(settings.Theme))
		s.idle.start(settings.LockAfterMinute)
	}
	s.nav = map[destination]*theme.Button{}
	s.body = container.NewStack()
	s.bar = s.navigation()
	s.p.Window.SetContent(container.NewBorder(nil, nil, s.bar, nil, s.body))
	s.show(toFamilies)
}

// lock closes everything: no family, no key and no list stay in memory.
func (s *Shell) lock() {
	if s.clinic == nil {
		return
	}
	message := ""
	if err := s.close(); err != nil {
		message = err.Error()
	}
	s.p.Window.SetTitle("Kindred")
	s.showLock(message)
}

// close makes everything durable and locks the store.
func (s *Shell) close() error {
	if s.clinic == nil {
		return nil
	}
	s.idle.stop()
	if s.family != nil {
		s.family.leave()
		s.family = nil
	}
	err := s.clinic.Close()
	s.clinic, s.families, s.body, s.bar, s.nav = nil, nil, nil, nil, nil
	return err
}

func (s *Shell) show(where destination) {
	for to, button := range s.nav {
		button.SetSelected(to == where)
	}
	if s.family != nil {
		s.family.leave()
		s.family = nil
	}
	switch where {
	case toFamilies:
		s.families = clinicview.New(s.clinic.List, s.openFamily, s.newFamily)
		s.put(s.families.Content)
		s.families.Focus(s.p.Window.Canvas())
	case toSettings:
		s.put(settingsview.New(settingsview.Params{
			Clinic: s.clinic, Window: s.p.Window, Theme: s.p.Theme, Changed: s.retitle,
		}))
	}
	s.retitle()
}

func (s *Shell) put(content fyne.CanvasObject) {
	s.body.Objects = []fyne.CanvasObject{content}
	s.body.Refresh()
}

func (s *Shell) openFamily(id record.FamilyID) {
	session, err := s.clinic.OpenFamily(id)
	if err != nil {
		s.tell("This family cannot be opened", err)
		return
	}
	s.showFamily(session)
}

// newFamily begins a family with one person, the patient to be, so that the pedigree is never empty.
func (s *Shell) newFamily() {
	session, err := s.clinic.BeginFamily()
	if err != nil {
		s.tell("A new family cannot be begun", err)
		return
	}
	s.showFamily(session)
}

func (s *Shell) showFamily(session *clinic.Session) {
	settings, err := s.clinic.Settings()
	if err != nil {
		s.tell("This family cannot be opened", err)
		return
	}
	for to, button := range s.nav {
		button.SetSelected(to == toFamilies)
	}
	s.family = newFamilyScreen(s, session, settings)
	s.put(s.family.content)
	s.family.open(keymap.OpenPedigree)
	s.retitle()
}

// retitle keeps the count of unsigned letters in the title bar.
func (s *Shell) retitle() {
	if s.clinic == nil {
		return
	}
	title := "Kindred"
	if settings, err := s.clinic.Settings(); err == nil && settings.Sample {
		title += " SAMPLE"
	}
	entries, err := s.clinic.List("")
	if err == nil {
		unsigned := 0
		for _, e := range entries {
			unsigned += e.Unsigned
		}
		switch unsigned {
		case 0:
		case 1:
			title += " (1 letter unsigned)"
		default:
			title += fmt.Sprintf(" (%d letters unsigned)", unsigned)
		}
	}
	s.p.Window.SetTitle(title)
}

// typedKey gets the keys that no focused widget takes.
func (s *Shell) typedKey(k *fyne.KeyEvent) {
	s.idle.touch()
	if command, ok := keymap.ForKey(keymap.Everywhere, k.Name, 0); ok {
		s.command(command)
		return
	}
	if s.family != nil {
		s.family.typedKey(k)
	}
}

// command carries out what works everywhere.
func (s *Shell) command(c keymap.Command) {
	s.idle.touch()
	switch {
	case s.clinic == nil:
	case c == keymap.Lock:
		s.lock()
	case c == keymap.Help:
		s.showHelp()
	case s.family != nil:
		s.family.command(c)
	}
}
