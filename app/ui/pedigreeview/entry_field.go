package pedigreeview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/keymap"
)

// lineField is the text of the entry line: an entry without an edge of its own, whose keys the line sees
// first.
type lineField struct {
	widget.Entry

	onKey      func(fyne.KeyName) (taken bool)
	onRune     func(rune) (taken bool)
	onShortcut func(fyne.Shortcut) (taken bool)
	onFocus    func(bool)

	focused bool
}

func newLineField() *lineField {
	f := &lineField{}
	f.ExtendBaseWidget(f)
	f.Wrapping, f.Scroll = fyne.TextWrapOff, fyne.ScrollHorizontalOnly
	return f
}

// put shows other text, with the cursor behind it.
func (f *lineField) put(text string) {
	if text != f.Text {
		f.SetText(text)
	}
	f.CursorColumn = len([]rune(text))
	f.Refresh()
}

// AcceptsTab keeps Tab: it completes, enters and moves. Escape leaves the line.
func (f *lineField) AcceptsTab() bool { return true }

// TypedKey is for Fyne.
func (f *lineField) TypedKey(k *fyne.KeyEvent) {
	if !f.onKey(k.Name) && !keymap.PassKey(f, k) {
		f.Entry.TypedKey(k)
	}
}

// TypedRune is for Fyne.
func (f *lineField) TypedRune(r rune) {
	if !f.onRune(r) {
		f.Entry.TypedRune(r)
	}
}

// TypedShortcut is for Fyne.
func (f *lineField) TypedShortcut(s fyne.Shortcut) {
	if !f.onShortcut(s) && !keymap.PassShortcut(f, s) {
		f.Entry.TypedShortcut(s)
	}
}

// FocusGained is for Fyne.
func (f *lineField) FocusGained() {
	f.focused = true
	f.CursorColumn = len([]rune(f.Text))
	f.Entry.FocusGained()
	f.onFocus(true)
}

// FocusLost is for Fyne.
func (f *lineField) FocusLost() {
	f.focused = false
	f.Entry.FocusLost()
	f.onFocus(false)
}

// CreateRenderer is for Fyne.
func (f *lineField) CreateRenderer() fyne.WidgetRenderer {
	return &edgeless{f.Entry.CreateRenderer()}
}

// edgeless shows an entry without the box and the border that it begins with.
type edgeless struct{ fyne.WidgetRenderer }

func (r *edgeless) Objects() []fyne.CanvasObject { return r.WidgetRenderer.Objects()[2:] }
