// Package ui is the window: set-up and lock screens, navigation, the family's header and tabs, and
// the status bar. Each screen is a package of its own below this one; this package joins them to a
// clinic and to each other.
package ui

import (
	"crypto/sha256"
	"errors"
	"time"

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
	Window  fyne.Window
	Dir     string                  // of the store
	Sample  string                  // the sample clinic's passphrase, which its lock screen shows; "" in a real clinic
	Prepare func() error            // makes the store before the lock screen; nil where nothing is to be made
	Open    func(path string) error // shows a file in the system's viewer
	Theme   func(theme.Mode)        // sets the application's palette
	Closing func(size fyne.Size)    // the window is about to close; nil is allowed

	// Background runs work that takes long, which returns to the window through fyne.Do; nil is a goroutine
	// of its own. Run runs a function on the window's goroutine; nil is fyne.Do. Later does so after a
	// while; nil is the clock.
	Background func(work func())
	Run        func(func())
	Later      func(time.Duration, func())
}

// Shell is the one window.
type Shell struct {
	p      Params
	clinic *clinic.Clinic
	family *familyScreen // nil while none is open

	bar  fyne.CanvasObject // the navigation
	body *fyne.Container   // beside it
	nav  map[destination]*theme.Button

	evaluation fyne.CanvasObject // its mark in the navigation

	families *clinicview.Families
	idle     *idleLock
	folder   string // where the last file was saved; "" for none yet

	copied  [sha256.Size]byte // digest of what was put on the clipboard; zero for nothing
	reading int               // counts the files read: one that was given up is dropped
}

type destination string

const (
	toFamilies destination = "Families"
	toTasks    destination = "Tasks"
	toSettings destination = "Settings"
)

// Start shows the first screen: what is being prepared, set-up where there is no store yet, else the
// lock screen.
func Start(p Params) *Shell {
	if p.Background == nil {
		p.Background = func(work func()) { go work() }
	}
	if p.Run == nil {
		p.Run = fyne.Do
	}
	if p.Later == nil {
		p.Later = func(d time.Duration, f func()) { time.AfterFunc(d, func() { p.Run(f) }) }
	}
	if p.Closing == nil {
		p.Closing = func(fyne.Size) {}
	}
	s := &Shell{p: p}
	s.idle = newIdleLock(s.lockIdle)
	s.idle.sign = s.signOfLife
	p.Window.SetCloseIntercept(s.quit)
	p.Window.Canvas().SetOnTypedKey(s.typedKey)
	p.Window.SetOnDropped(func(_ fyne.Position, files []fyne.URI) { s.dropped(files) })
	for command, shortcuts := range keymap.Shortcuts() {
		for _, shortcut := range shortcuts {
			p.Window.Canvas().AddShortcut(shortcut, func(fyne.Shortcut) { s.command(command) })
		}
	}
	if p.Prepare != nil && !clinic.Exists(p.Dir) {
		s.prepare()
	} else {
		s.first()
	}
	return s
}

// prepare makes the store while the window says so.
func (s *Shell) prepare() {
	s.p.Window.SetTitle("Kindred")
	note := theme.NewMessage(384)
	note.Set(theme.InkQuiet, "Making the sample clinic… This is done once.")
	s.setContent(centred(440, theme.Column(12, theme.NewTitle("Kindred"), note)))
	s.p.Background(func() {
		err := s.p.Prepare()
		fyne.Do(func() {
			if err != nil {
				note.Set(theme.InkWarn, "The sample clinic could not be made: "+err.Error())
				return
			}
			s.first()
		})
	})
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

// setContent shows another screen in the window. The field that had the keyboard is left first: out of
// sight its caret would go on blinking, and every blink draws the whole window again.
func (s *Shell) setContent(content fyne.CanvasObject) {
	s.p.Window.Canvas().Unfocus()
	s.p.Window.SetContent(content)
}

// unlocked shows the families after the passphrase was right, and before that the statement if nobody
// has read it here yet.
func (s *Shell) unlocked(c *clinic.Clinic) {
	settings, err := c.Settings()
	if err != nil {
		s.showLock(explain(errors.Join(err, c.Close())))
		return
	}
	if settings.StatementReadOn == "" {
		s.showStatement(c, settings)
		return
	}
	s.clinic = c
	s.p.Theme(theme.Mode(settings.Theme))
	s.idle.start(settings.LockAfterMinute)
	s.nav = map[destination]*theme.Button{}
	s.body = container.NewStack()
	s.bar = s.navigation(settings)
	s.setContent(newWatched(container.NewBorder(nil, nil, s.bar, nil, s.body), s.idle.touch))
	s.show(toFamilies)
}

// lock closes everything: no family, no key, no dialog and no list stay on the screen or in reach.
func (s *Shell) lock(why string) {
	if s.clinic == nil {
		return
	}
	if err := s.close(); err != nil {
		why = explain(err)
	}
	s.p.Window.SetTitle("Kindred")
	s.showLock(why)
}

func (s *Shell) lockIdle() { s.lock("Locked, because nobody touched it. Everything typed is kept.") }

// close makes everything durable, locks the store and removes the copies made for printing.
func (s *Shell) close() error {
	if s.clinic == nil {
		return nil
	}
	s.idle.stop()
	s.giveUpReading()
	s.clearClipboard()
	s.leaveFamily()
	overlays := s.p.Window.Canvas().Overlays()
	for top := overlays.Top(); top != nil; top = overlays.Top() {
		overlays.Remove(top)
	}
	err := errors.Join(s.clinic.Close(), s.removePrinted())
	s.clinic, s.families, s.body, s.bar, s.nav = nil, nil, nil, nil, nil
	return err
}

// quit closes the window once everything is durable; if something is not, it says so first.
func (s *Shell) quit() {
	s.p.Closing(s.p.Window.Canvas().Size())
	s.p.Window.SetCloseIntercept(nil)
	if err := s.close(); err != nil {
		s.showLock(explain(err) + " Close again to leave.")
		return
	}
	s.p.Window.Close()
}

// leaveFamily commits what is being typed and lets go of the family.
func (s *Shell) leaveFamily() {
	if s.family != nil {
		s.giveUpReading() // what is read was to go into this family, and into no other
		s.family.leave()
		s.family = nil
	}
}

func (s *Shell) show(where destination) {
	s.leaveFamily()
	s.bar.Show()
	s.mark(where)
	switch where {
	case toFamilies:
		s.families = clinicview.New(s.clinic.List, s.openFamily, s.newFamily)
		s.families.OnLines(s.pasteFamily)
		s.put(s.families.Content)
		s.families.Focus(s.p.Window.Canvas())
	case toTasks:
		s.showTasks()
	case toSettings:
		s.put(settingsview.New(settingsview.Params{
			Clinic: s.clinic, Window: s.p.Window, Theme: s.p.Theme, Background: s.p.Background, Changed: s.settingsChanged,
		}))
	}
	s.retitle()
}

// mark shows in the navigation where we are.
func (s *Shell) mark(where destination) {
	for to, button := range s.nav {
		button.SetSelected(to == where)
	}
}

func (s *Shell) put(content fyne.CanvasObject) {
	s.body.Objects = []fyne.CanvasObject{content}
	s.body.Refresh()
}

// settingsChanged takes up what the settings say of the window.
func (s *Shell) settingsChanged() {
	if settings, err := s.clinic.Settings(); err == nil {
		s.idle.start(settings.LockAfterMinute)
		setShown(s.evaluation, settings.Evaluation())
		s.bar.Refresh()
	}
	s.retitle()
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
	family, err := newFamilyScreen(s, session, settings)
	if err != nil {
		s.tell("This family cannot be opened", err)
		return
	}
	s.leaveFamily()
	s.mark(toFamilies)
	s.family = family
	s.put(s.family.content)
	s.family.open(keymap.OpenPedigree)
	s.retitle()
}
