package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/keymap"
)

// Line is one line of text.
type Line struct {
	widget.Entry
	hosted

	OnCommit func(string)

	self    fyne.Widget // the field as a whole, where a Line is part of another type
	saved   string
	focused bool
}

// NewLine is a line that calls commit with what was typed.
func NewLine(commit func(string)) *Line {
	l := &Line{}
	l.begin(l, commit)
	return l
}

func (l *Line) begin(self fyne.Widget, commit func(string)) {
	l.self, l.OnCommit = self, commit
	l.ExtendBaseWidget(self)
	l.Wrapping = fyne.TextWrapOff
	l.Scroll = fyne.ScrollHorizontalOnly
	l.OnSubmitted = func(string) { l.Commit() }
}

// Set shows a value from the record, unless the field is being typed in.
func (l *Line) Set(text string) {
	if l.focused && l.Text != l.saved {
		return
	}
	l.saved = text
	if l.Text != text {
		l.SetText(text)
	}
}

// Commit hands over what was typed, if it differs from what was last shown or handed over.
func (l *Line) Commit() {
	if l.Text == l.saved {
		return
	}
	l.saved = l.Text
	if l.OnCommit != nil {
		l.OnCommit(l.Text)
	}
}

// FocusGained puts the cursor behind the text: what is typed adds to it.
func (l *Line) FocusGained() {
	l.focused = true
	if !l.MultiLine {
		l.CursorColumn = len([]rune(l.Text))
	}
	l.Entry.FocusGained()
	if l.MultiLine {
		l.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) // to the end
	}
	l.gained(l.self)
}

// FocusLost commits.
func (l *Line) FocusLost() {
	l.focused = false
	l.Entry.FocusLost()
	l.Commit()
}

// TypedKey handles Escape and leaves the rest to the entry.
func (l *Line) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		l.Commit()
		l.escape()
		return
	}
	if !keymap.PassKey(l.self, k) {
		l.Entry.TypedKey(k)
	}
}

// AcceptsTab is false: Tab goes to the next field even from a field of several lines.
func (l *Line) AcceptsTab() bool { return false }

// TypedShortcut passes on the shortcuts of the window and leaves the rest to the entry.
func (l *Line) TypedShortcut(shortcut fyne.Shortcut) {
	if !keymap.PassShortcut(l.self, shortcut) {
		l.Entry.TypedShortcut(shortcut)
	}
}
