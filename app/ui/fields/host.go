package fields

import "fyne.io/fyne/v2"

// Host is what the form round a field does for it.
type Host struct {
	Escape  func()                  // Escape was pressed; the field has committed
	Focused func(fyne.CanvasObject) // the field has the keyboard: bring it into sight
	Enter   func()                  // Enter was pressed in a choice, which does nothing with it; nil for nothing
}

// hosted is the part of a field that knows its host; without one it does nothing.
type hosted struct{ host *Host }

// In tells the field which form it is in.
func (h *hosted) In(host *Host) { h.host = host }

func (h *hosted) escape() {
	if h.host != nil && h.host.Escape != nil {
		h.host.Escape()
	}
}

func (h *hosted) entered() {
	if h.host != nil && h.host.Enter != nil {
		h.host.Enter()
	}
}

func (h *hosted) gained(o fyne.CanvasObject) {
	if h.host != nil && h.host.Focused != nil {
		h.host.Focused(o)
	}
}
