package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/keymap"
)

// Kind is how prominent a Button is.
type Kind uint8

// The kinds of buttons.
const (
	Secondary Kind = iota // light grey, bordered
	Primary               // filled with the accent: at most one on a screen
	Link                  // words in the accent, no ground
	Tab                   // plain until Selected
	Nav                   // a destination in the navigation
	Fold                  // the heading of a section that opens and closes
)

// Button is a rounded button in words. Tab reaches it, Enter and Space press it.
type Button struct {
	widget.DisableableWidget

	Kind     Kind
	Words    string
	Selected bool // a Tab or a Nav that is shown now
	Leading  bool // words at the left edge instead of the middle
	OnTapped func()
	OnEscape func()
	OnFocus  func()
	OnRune   func(rune)     // a typed character; nil where none means anything here
	OnArrow  func(step int) // the up and down arrows, -1 or 1, and the page keys, ten times that; nil where they mean nothing here

	hovered, focused bool
}

var (
	_ fyne.Focusable    = (*Button)(nil)
	_ fyne.Tappable     = (*Button)(nil)
	_ fyne.Accessible   = (*Button)(nil)
	_ desktop.Hoverable = (*Button)(nil)
)

// NewButton makes a button of a kind.
func NewButton(kind Kind, words string, tapped func()) *Button {
	b := &Button{Kind: kind, Words: words, OnTapped: tapped, Leading: kind == Nav || kind == Fold}
	b.ExtendBaseWidget(b)
	return b
}

// SetWords changes the words, and redraws only if they differ.
func (b *Button) SetWords(words string) {
	if words != b.Words {
		b.Words = words
		b.Refresh()
	}
}

// SetSelected marks a Tab or a Nav as the one shown now.
func (b *Button) SetSelected(on bool) {
	if on != b.Selected {
		b.Selected = on
		b.Refresh()
	}
}

// SetEnabled enables or disables the button.
func (b *Button) SetEnabled(on bool) {
	switch {
	case on && b.Disabled():
		b.Enable()
	case !on && !b.Disabled():
		b.Disable()
	}
}

// Tapped presses the button.
func (b *Button) Tapped(*fyne.PointEvent) {
	if !b.Disabled() && b.OnTapped != nil {
		b.OnTapped()
	}
}

// TypedKey presses the button on Enter and Space.
func (b *Button) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.Tapped(nil)
	case fyne.KeyEscape:
		if b.OnEscape != nil {
			b.OnEscape()
		}
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		if b.OnArrow != nil {
			b.OnArrow(map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1, fyne.KeyPageUp: -10, fyne.KeyPageDown: 10}[k.Name])
		}
	default:
		keymap.PassKey(b, k)
	}
}

// TypedRune hands a character on; a button has no use for one.
func (b *Button) TypedRune(r rune) {
	if b.OnRune != nil {
		b.OnRune(r)
	}
}

// FocusGained shows the focus ring.
func (b *Button) FocusGained() {
	b.focused = true
	b.Refresh()
	if b.OnFocus != nil {
		b.OnFocus()
	}
}

// FocusLost hides the focus ring.
func (b *Button) FocusLost() { b.focused = false; b.Refresh() }

// MouseIn is for Fyne.
func (b *Button) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved is for Fyne.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is for Fyne.
func (b *Button) MouseOut() { b.hovered = false; b.Refresh() }

// AccessibilityLabel is the words.
func (b *Button) AccessibilityLabel() string { return b.Words }

// AccessibilityRole is a button's.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Cursor is the hand over an enabled button.
func (b *Button) Cursor() desktop.Cursor {
	if b.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer is for Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &buttonRenderer{button: b, ground: canvas.NewRectangle(color.Transparent), words: canvas.NewText("", color.Black)}
	r.objects = []fyne.CanvasObject{r.ground, r.words}
	r.style()
	return r
}
