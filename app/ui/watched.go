package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// watched is content over which a moving mouse counts as a sign of life.
type watched struct {
	widget.BaseWidget
	content fyne.CanvasObject
	moved   func()
}

var _ desktop.Hoverable = (*watched)(nil)

func newWatched(content fyne.CanvasObject, moved func()) *watched {
	w := &watched{content: content, moved: moved}
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer is for Fyne.
func (w *watched) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(w.content) }

// MouseIn is for Fyne.
func (w *watched) MouseIn(*desktop.MouseEvent) { w.moved() }

// MouseMoved is for Fyne.
func (w *watched) MouseMoved(*desktop.MouseEvent) { w.moved() }

// MouseOut is for Fyne.
func (w *watched) MouseOut() { w.moved() }

// typing is where the keyboard is: it differs from moment to moment while somebody types.
type typing struct {
	field  fyne.Focusable
	cursor int
}

// signOfLife is compared from check to check, since Fyne tells of no key that a field has taken.
func (s *Shell) signOfLife() typing {
	now := typing{field: s.p.Window.Canvas().Focused()}
	if entry, ok := now.field.(interface{ CursorTextOffset() int }); ok {
		now.cursor = entry.CursorTextOffset()
	}
	return now
}
