package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
)

// hinted is a line with a hint beneath, which takes no room while it is empty.
type hinted struct {
	widget.BaseWidget

	Entry *Line
	hint  *theme.Text
	box   *fyne.Container
}

func (h *hinted) begin(self fyne.Widget, commit func(string)) {
	h.Entry, h.hint = NewLine(commit), theme.NewSmall("").Cutting()
	h.hint.Hide()
	h.box = theme.Column(2, h.Entry, h.hint)
	h.ExtendBaseWidget(self)
}

// CreateRenderer is for Fyne.
func (h *hinted) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(h.box) }

// In tells the field which form it is in.
func (h *hinted) In(host *Host) { h.Entry.In(host) }

// Hint is the words beneath the field.
func (h *hinted) Hint() string { return h.hint.String }

func (h *hinted) show(ink theme.Ink, words string) {
	if h.hint.String == words && h.hint.Ink == ink {
		return
	}
	appears := (words == "") != h.hint.Hidden
	h.hint.Ink = ink
	h.hint.Set(words)
	if words == "" {
		h.hint.Hide()
	} else {
		h.hint.Show()
	}
	if appears {
		h.Refresh()
	}
}
