package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
)

// Keyed is content that has the keyboard as a whole, such as a list: its keys are those of one place in
// the key table. It draws nothing of its own: the content shows by its chosen row that it has the keyboard.
type Keyed struct {
	widget.BaseWidget
	OnFocus func() // the keyboard came or went: the chosen row looks otherwise; nil for nobody

	content fyne.CanvasObject
	place   keymap.Place
	run     func(keymap.Command)
	focused bool
}

var (
	_ fyne.Focusable    = (*Keyed)(nil)
	_ fyne.Shortcutable = (*Keyed)(nil)
	_ desktop.Mouseable = (*Keyed)(nil)
)

// NewKeyed is content whose keys, those of a place, run commands.
func NewKeyed(place keymap.Place, content fyne.CanvasObject, run func(keymap.Command)) *Keyed {
	k := &Keyed{content: content, place: place, run: run}
	k.ExtendBaseWidget(k)
	return k
}

// TypedKey looks the key up in the key table.
func (k *Keyed) TypedKey(e *fyne.KeyEvent) {
	command, ok := keymap.ForKey(k.place, e.Name, 0)
	if !ok || command != keymap.Leave && keymap.PassKey(k, e) {
		return
	}
	k.run(command)
}

// TypedRune looks the character up in the key table.
func (k *Keyed) TypedRune(r rune) {
	if command, ok := keymap.ForRune(k.place, r); ok {
		k.run(command)
	}
}

// TypedShortcut hands the window's shortcuts on, undo and redo with them: nothing is typed here.
func (k *Keyed) TypedShortcut(s fyne.Shortcut) {
	if _, ok := keymap.ForShortcut(s); !ok {
		return
	}
	if window, ok := fyne.CurrentApp().Driver().CanvasForObject(k).(interface{ TypedShortcut(fyne.Shortcut) }); ok {
		window.TypedShortcut(s)
	}
}

// FocusGained tells the content that it has the keyboard.
func (k *Keyed) FocusGained() { k.focus(true) }

// FocusLost tells the content that something else has it.
func (k *Keyed) FocusLost() { k.focus(false) }

func (k *Keyed) focus(on bool) {
	k.focused = on
	if k.OnFocus != nil {
		k.OnFocus()
	}
}

// Chosen is the surface of the chosen row: marked more while the keyboard is here.
func (k *Keyed) Chosen() theme.Surface {
	if k.focused {
		return theme.SurfaceFocus
	}
	return theme.SurfaceInput
}

// MouseDown takes the keyboard.
func (k *Keyed) MouseDown(*desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(k); c != nil {
		c.Focus(k)
	}
}

// MouseUp does nothing.
func (k *Keyed) MouseUp(*desktop.MouseEvent) {}

// CreateRenderer is for Fyne.
func (k *Keyed) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(k.content) }
