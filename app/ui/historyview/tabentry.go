package historyview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// tabEntry is an entry that takes Tab itself, to go to another cell or field, and knows whether Shift is
// held, for Tab comes without its modifiers.
type tabEntry struct {
	widget.Entry
	shift bool
}

// AcceptsTab is true: Tab goes on as the entry that embeds this says.
func (e *tabEntry) AcceptsTab() bool { return true }

// KeyDown is for Fyne.
func (e *tabEntry) KeyDown(k *fyne.KeyEvent) {
	e.shift = e.shift || isShift(k)
	e.Entry.KeyDown(k)
}

// KeyUp is for Fyne.
func (e *tabEntry) KeyUp(k *fyne.KeyEvent) {
	e.shift = e.shift && !isShift(k)
	e.Entry.KeyUp(k)
}
