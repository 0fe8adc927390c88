package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/keymap"
)

// Suggest is a line with a list of usual values; any other text is kept too.
type Suggest struct {
	widget.SelectEntry
	hosted

	OnCommit func(string)

	saved   string
	focused bool
}

// NewSuggest is a field that calls commit with what was typed or chosen.
func NewSuggest(usual []string, commit func(string)) *Suggest {
	s := &Suggest{OnCommit: commit}
	s.ExtendBaseWidget(s)
	s.SetOptions(usual)
	s.OnSubmitted = func(string) { s.Commit() }
	s.OnChanged = func(string) {
		if !s.focused { // chosen from the list, which has taken the focus
			s.Commit()
		}
	}
	return s
}

// Set shows a value from the record, unless the field is being typed in.
func (s *Suggest) Set(text string) {
	if s.focused && s.Text != s.saved {
		return
	}
	s.saved = text
	if s.Text != text {
		s.SetText(text)
	}
}

// Commit hands over what was typed, if it differs from what was last shown or handed over.
func (s *Suggest) Commit() {
	if s.Text != s.saved {
		s.saved = s.Text
		s.OnCommit(s.Text)
	}
}

// FocusGained is for Fyne.
func (s *Suggest) FocusGained() {
	s.focused = true
	s.SelectEntry.FocusGained()
	s.gained(s)
}

// FocusLost commits.
func (s *Suggest) FocusLost() {
	s.focused = false
	s.SelectEntry.FocusLost()
	s.Commit()
}

// TypedKey handles Escape and leaves the rest to the entry.
func (s *Suggest) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		s.Commit()
		s.escape()
		return
	}
	if !keymap.PassKey(s, k) {
		s.SelectEntry.TypedKey(k)
	}
}

// TypedShortcut passes on the shortcuts of the window and leaves the rest to the entry.
func (s *Suggest) TypedShortcut(shortcut fyne.Shortcut) {
	if !keymap.PassShortcut(s, shortcut) {
		s.SelectEntry.TypedShortcut(shortcut)
	}
}
