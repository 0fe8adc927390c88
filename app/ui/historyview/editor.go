package historyview

import (
	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
)

// cellEditor is the field over a cell. Enter keeps what was typed, Tab keeps it and goes to the next
// cell, the arrows up and down to the next row; Escape leaves the cell as it was.
type cellEditor struct {
	tabEntry
	grid   *grid
	before string
}

func newCellEditor(g *grid) *cellEditor {
	e := &cellEditor{grid: g}
	e.ExtendBaseWidget(e)
	e.Wrapping = fyne.TextWrapOff
	e.Scroll = fyne.ScrollHorizontalOnly
	e.OnChanged = func(typed string) {
		if g.editing && typed != e.before {
			g.onTyped(g.at, g.column, typed)
		}
	}
	return e
}

func (e *cellEditor) begin(text string) {
	e.before = text
	e.SetText(text)
	e.CursorColumn = len([]rune(text))
}

// TypedKey is for Fyne.
func (e *cellEditor) TypedKey(k *fyne.KeyEvent) {
	g, by := e.grid, 1
	switch k.Name {
	case fyne.KeyEscape:
		e.SetText(e.before)
		g.close()
	case fyne.KeyReturn, fyne.KeyEnter:
		g.close()
	case fyne.KeyTab:
		if e.shift {
			by = -1
		}
		if g.close() {
			g.across(by)
		}
	case fyne.KeyUp, fyne.KeyDown:
		if k.Name == fyne.KeyUp {
			by = -1
		}
		if g.close() {
			g.step(by)
		}
	default:
		if !keymap.PassKey(e, k) {
			e.Entry.TypedKey(k)
		}
	}
}

// FocusLost keeps what was typed, as leaving any field does.
func (e *cellEditor) FocusLost() {
	e.shift = false
	e.Entry.FocusLost()
	if e.grid.editing && e.Text != e.before && e.grid.onCommit(e.grid.at, e.grid.column, e.Text) {
		e.grid.editing = false
		e.grid.Refresh()
	}
}

// Commit hands over what is being typed: the window is about to show something else.
func (e *cellEditor) Commit() { e.grid.close() }

// TypedShortcut passes on the shortcuts of the window and leaves the rest to the entry.
func (e *cellEditor) TypedShortcut(s fyne.Shortcut) {
	if !keymap.PassShortcut(e, s) {
		e.Entry.TypedShortcut(s)
	}
}
