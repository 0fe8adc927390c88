package historyview

import (
	"fyne.io/fyne/v2"
	"kindred/app/ui/keymap"
)

// formField is a field of the questionnaire. Tab and Enter go on, Shift+Tab goes back, page up and page
// down go to another relative.
type formField struct {
	tabEntry
	page *formPage
	next func(by int)
}

func newFormField(p *formPage, at int, hint string) *formField {
	f := &formField{page: p, next: func(by int) { p.step(at, by) }}
	f.ExtendBaseWidget(f)
	f.PlaceHolder = hint
	return f
}

// FocusGained puts the cursor behind the text.
func (f *formField) FocusGained() {
	f.CursorColumn = len([]rune(f.Text))
	f.Entry.FocusGained()
}

// FocusLost is for Fyne.
func (f *formField) FocusLost() {
	f.shift = false
	f.Entry.FocusLost()
}

// TypedKey is for Fyne.
func (f *formField) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyTab:
		if f.shift {
			f.next(-1)
		} else {
			f.next(1)
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		f.next(1)
	case fyne.KeyUp:
		f.next(-1)
	case fyne.KeyPageDown:
		f.page.goTo(f.page.at + 1)
	case fyne.KeyPageUp:
		f.page.goTo(f.page.at - 1)
	case fyne.KeyEscape:
		f.page.leave()
	default:
		if !keymap.PassKey(f, k) {
			f.Entry.TypedKey(k)
		}
	}
}

// Commit hands over what is being typed: the window is about to show something else.
func (f *formField) Commit() { f.page.commit() }

// TypedShortcut passes on the shortcuts of the window and leaves the rest to the entry.
func (f *formField) TypedShortcut(s fyne.Shortcut) {
	if !keymap.PassShortcut(f, s) {
		f.Entry.TypedShortcut(s)
	}
}
