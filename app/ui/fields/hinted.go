package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
)

// hintWidth is the room beside the words of a field in the inspector.
const hintWidth = 180

// hinted is a line with a hint beneath, which takes no room while it is empty.
type hinted struct {
	widget.BaseWidget

	Entry *Line
	hint  *theme.Message
	words string
	ink   theme.Ink
	box   *fyne.Container
}

func (h *hinted) begin(self fyne.Widget, commit func(string)) {
	h.Entry, h.hint = NewLine(commit), theme.NewMessage(hintWidth)
	h.hint.Hide()
	h.box = theme.Column(2, h.Entry, h.hint)
	h.ExtendBaseWidget(self)
}

// CreateRenderer is for Fyne.
func (h *hinted) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(h.box) }

// In tells the field which form it is in.
func (h *hinted) In(host *Host) { h.Entry.In(host) }

// Hint is the words beneath the field.
func (h *hinted) Hint() string { return h.words }

func (h *hinted) show(ink theme.Ink, words string) {
	if h.words == words && h.ink == ink {
		return
	}
	h.words, h.ink = words, ink
	h.hint.Set(ink, words)
	if words == "" {
		h.hint.Hide()
	} else {
		h.hint.Show()
	}
	h.Refresh()
}
