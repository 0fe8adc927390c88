package pedigreeview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over a column that scrolls and gives it every turn of the mouse wheel: a text field under
// the pointer would keep the wheel for itself and do nothing with it. Presses go through.
type wheel struct {
	widget.BaseWidget
	column *container.Scroll
}

var _ fyne.Scrollable = (*wheel)(nil)

func newWheel(column *container.Scroll) *wheel {
	w := &wheel{column: column}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled scrolls the column.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) { w.column.Scrolled(e) }

// CreateRenderer is for Fyne.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
