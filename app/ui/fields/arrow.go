package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// arrow opens a list for the mouse; the keyboard has a key for it.
type arrow struct {
	widget.BaseWidget
	open func()
}

func newArrow(open func()) *arrow {
	a := &arrow{open: open}
	a.ExtendBaseWidget(a)
	return a
}

// Tapped is for Fyne.
func (a *arrow) Tapped(*fyne.PointEvent) { a.open() }

// Cursor is for Fyne.
func (a *arrow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is for Fyne.
func (a *arrow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(widget.NewIcon(theme.Icon(theme.IconNameArrowDropDown)))
}
