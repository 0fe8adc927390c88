package riskview

import (
	"slices"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
)

// command does what a key asks for that moves along no list.
func (s *Screen) command(c keymap.Command) {
	switch c {
	case keymap.Leave:
		s.p.Leave()
	case keymap.OpenAnswer:
		s.openChosen()
	case keymap.AskFor:
		s.ask()
	case keymap.NextPage:
		s.Scroll(0.9)
	case keymap.PageBefore:
		s.Scroll(-0.9)
	default:
		s.p.Other(c)
	}
}

// keyed gives a button of the screen its keys: it is brought into sight with the keyboard, and the letters and
// Escape do what they do elsewhere on the screen.
func (s *Screen) keyed(b *theme.Button) {
	b.OnFocus = func() { s.reveal(b) }
	b.OnEscape = s.p.Leave
	b.OnRune = s.Typed
}

// Typed does what a letter asks for.
func (s *Screen) Typed(r rune) {
	if c, ok := keymap.ForRune(keymap.InRisk, r); ok {
		s.command(c)
	}
}

// openChosen is Enter: on a model its reasons and working, and again its row; on a fact the request for it.
func (s *Screen) openChosen() {
	if s.facts.focused() {
		s.ask()
		return
	}
	if !s.models.focused() {
		return
	}
	before := s.left.scroll.Offset.Y
	if before < s.topOf(s.working) {
		s.left.scroll.ScrollToOffset(fyne.NewPos(0, s.topOf(s.working)))
	}
	if s.left.scroll.Offset.Y == before { // it is in sight already
		s.models.reveal()
	}
}

// ask starts the request for the chosen fact, where a report could confirm it; else it goes to the person
// whose fact it is.
func (s *Screen) ask() {
	at := slices.IndexFunc(s.changes, func(c change) bool { return c.id() == s.facts.chosen })
	if at < 0 {
		return
	}
	c := &s.changes[at]
	if request, ok := s.shown.Requests[c.id()]; ok {
		s.p.Ask(request)
		return
	}
	s.p.GoTo(c.missing.Person)
}

// Scroll moves the side that has the keyboard by a share of its height, down when positive.
func (s *Screen) Scroll(pages float32) {
	side := &s.left
	if !s.models.focused() && s.right.scroll.Visible() {
		side = &s.right
	}
	side.scroll.ScrollToOffset(fyne.NewPos(0, side.scroll.Offset.Y+pages*side.scroll.Size().Height))
}

// topOf is how far down on its side an object begins.
func (s *Screen) topOf(o fyne.CanvasObject) float32 {
	driver, side := fyne.CurrentApp().Driver(), s.sideOf(o)
	return driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(side.body).Y
}

// reveal scrolls until an object is in sight, its top before all.
func (s *Screen) reveal(o fyne.CanvasObject) {
	scroll, top := s.sideOf(o).scroll, s.topOf(o)
	if len(s.models.rows) > 0 && o == fyne.CanvasObject(s.models.rows[0]) {
		top = 0 // with the headings over it
	}
	offset, page := scroll.Offset.Y, scroll.Size().Height
	switch {
	case top < offset:
		scroll.ScrollToOffset(fyne.NewPos(0, max(0, top)))
	case top+o.Size().Height > offset+page:
		scroll.ScrollToOffset(fyne.NewPos(0, min(top, top+o.Size().Height-page)))
	}
}
