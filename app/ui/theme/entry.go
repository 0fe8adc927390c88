package theme

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/keymap"
)

// Entry is a field for words outside a form: a search, a passphrase, the words of a dialog. Keys and
// shortcuts that belong to the window reach it although the entry has the keyboard.
type Entry struct {
	widget.Entry

	OnEscape func()
	OnArrow  func(step int) // the up and down arrows of a field of one line: -1 or 1
	OnLines  func()         // several lines are pasted, in the place of that; nil pastes them
}

// NewEntry is a field of one line.
func NewEntry(hint string) *Entry { return begun(&Entry{}, hint) }

// NewSecret is a field that shows dots.
func NewSecret(hint string) *Entry {
	e := &Entry{}
	e.Password = true
	return begun(e, hint)
}

// NewLines is a field of several lines, at least rows of them in sight. Tab leaves it.
func NewLines(hint string, rows int) *Entry {
	e := &Entry{}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	begun(e, hint)
	e.SetMinRowsVisible(rows)
	return e
}

func begun(e *Entry, hint string) *Entry {
	e.ExtendBaseWidget(e)
	e.PlaceHolder = hint
	return e
}

// TypedKey hands Escape, the arrows and the window's keys on.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyEscape && e.OnEscape != nil:
		e.OnEscape()
	case k.Name == fyne.KeyUp && e.OnArrow != nil:
		e.OnArrow(-1)
	case k.Name == fyne.KeyDown && e.OnArrow != nil:
		e.OnArrow(1)
	case !keymap.PassKey(e, k):
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut hands the window's shortcuts on. Undo and redo stay here, with the typing.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if e.OnLines != nil && keymap.PastesLines(s) {
		e.OnLines()
		return
	}
	if !keymap.PassShortcut(e, s) {
		e.Entry.TypedShortcut(s)
	}
}

// AcceptsTab is false: Tab goes to the next field.
func (e *Entry) AcceptsTab() bool { return false }
