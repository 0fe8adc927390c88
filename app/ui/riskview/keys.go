package riskview

import (
	"slices"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
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

// openChosen is Enter: on a model all its reasons, with as much of its working as there is room for; on a
// fact the request for it.
func (s *Screen) openChosen() {
	if s.facts.focused() {
		s.ask()
		return
	}
	if !s.models.focused() {
		return
	}
	on := !s.open[s.models.chosen]
	s.open[s.models.chosen] = on
	s.show()
	if on {
		s.reveal(s.working)
	} else {
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

// Scroll moves the screen by a share of its height, down when positive.
func (s *Screen) Scroll(pages float32) {
	s.scroll.ScrollToOffset(fyne.NewPos(0, s.scroll.Offset.Y+pages*s.scroll.Size().Height))
}

// reveal scrolls until an object is in sight, its top before all.
func (s *Screen) reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.body).Y
	offset, page := s.scroll.Offset.Y, s.scroll.Size().Height
	switch {
	case top < offset:
		s.scroll.ScrollToOffset(fyne.NewPos(0, max(0, top)))
	case top+o.Size().Height > offset+page:
		s.scroll.ScrollToOffset(fyne.NewPos(0, min(top, top+o.Size().Height-page)))
	}
}
