package fields

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/keymap"
)

// Suggest is a line with a list of usual values, which the down arrow opens; any other text is kept too,
// and a usual value in other capitals is kept in the usual ones: models know "breast", not "Breast".
type Suggest struct {
	widget.SelectEntry
	hosted

	OnCommit func(string)
	OnTyped  func(string)                // each time the text differs; nil where nobody follows
	Matches  func(typed string) []string // what the list offers for what is half typed; nil is all that is usual

	usual    []string
	showList func()
	saved    string
	focused  bool
	listing  bool // the list has been opened and nothing was typed since
}

// NewSuggest is a field that calls commit with what was typed or chosen.
func NewSuggest(usual []string, commit func(string)) *Suggest {
	s := &Suggest{OnCommit: commit, usual: usual}
	s.ExtendBaseWidget(s)
	s.SetOptions(usual)
	if button, ok := s.ActionItem.(*widget.Button); ok { // a stop of its own for Tab, which leaves the line
		s.showList = button.OnTapped
		s.ActionItem = newArrow(s.open)
	}
	s.OnSubmitted = func(string) { s.Commit() }
	s.OnChanged = func(typed string) {
		if s.OnTyped != nil {
			s.OnTyped(typed)
		}
		if s.listing || !s.focused { // chosen from the list
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

// open shows the list. The line keeps the keyboard for when it closes, so that a word half typed before
// something was chosen is not handed over.
func (s *Suggest) open() {
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if c == nil || s.showList == nil || len(s.usual) == 0 {
		return
	}
	c.Focus(s)
	offered := s.usual
	if s.Matches != nil && s.Text != s.saved {
		if found := s.Matches(s.Text); len(found) > 0 {
			offered = found
		}
	}
	s.SetOptions(offered)
	s.listing = true
	s.showList()
}

// Commit hands over what was typed, if it differs from what was last shown or handed over.
func (s *Suggest) Commit() {
	for _, usual := range s.usual {
		if said := strings.TrimSpace(s.Text); said != usual && strings.EqualFold(said, usual) {
			s.listing = false
			s.SetText(usual)
		}
	}
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
	s.focused, s.listing = false, false
	s.SelectEntry.FocusLost()
	s.Commit()
}

// TypedRune is for Fyne.
func (s *Suggest) TypedRune(r rune) {
	s.listing = false
	s.SelectEntry.TypedRune(r)
}

// TypedKey handles Escape and the down arrow and leaves the rest to the entry.
func (s *Suggest) TypedKey(k *fyne.KeyEvent) {
	s.listing = false
	switch k.Name {
	case fyne.KeyEscape:
		s.Commit()
		s.escape()
		return
	case fyne.KeyDown:
		s.open()
		return
	}
	if !keymap.PassKey(s, k) {
		s.SelectEntry.TypedKey(k)
	}
}

// TypedShortcut passes on the shortcuts of the window and leaves the rest to the entry.
func (s *Suggest) TypedShortcut(shortcut fyne.Shortcut) {
	s.listing = false
	if !keymap.PassShortcut(s, shortcut) {
		s.SelectEntry.TypedShortcut(shortcut)
	}
}
