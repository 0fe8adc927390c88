package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/keymap"
)

// Toggle is a tick box. Space ticks it.
type Toggle struct {
	widget.Check
	hosted

	showing bool
}

// NewToggle is a tick box that calls commit with its new state.
func NewToggle(words string, commit func(bool)) *Toggle {
	t := &Toggle{}
	t.Text = words
	t.ExtendBaseWidget(t)
	t.OnChanged = func(on bool) {
		if !t.showing {
			commit(on)
		}
	}
	return t
}

// Set shows a state from the record.
func (t *Toggle) Set(on bool) {
	t.showing = true
	t.SetChecked(on)
	t.showing = false
}

// TypedKey handles Escape.
func (t *Toggle) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		t.escape()
		return
	}
	if !keymap.PassKey(t, k) {
		t.Check.TypedKey(k)
	}
}

// FocusGained is for Fyne.
func (t *Toggle) FocusGained() {
	t.Check.FocusGained()
	t.gained(t)
}
