package historyview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"kindred/app/ui/keymap"
	"kindred/pedigree/interview"
)

// AcceptsTab is true: Tab goes from cell to cell.
func (g *grid) AcceptsTab() bool { return true }

// FocusGained is for Fyne.
func (g *grid) FocusGained() { g.focused = true; g.Refresh() }

// FocusLost is for Fyne.
func (g *grid) FocusLost() { g.focused, g.shift = false, false; g.Refresh() }

// KeyDown notices Shift, which Fyne does not tell with a key.
func (g *grid) KeyDown(k *fyne.KeyEvent) { g.shift = g.shift || isShift(k) }

// KeyUp notices Shift.
func (g *grid) KeyUp(k *fyne.KeyEvent) { g.shift = g.shift && !isShift(k) }

func isShift(k *fyne.KeyEvent) bool {
	return k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight
}

// TypedRune carries out the single keys.
func (g *grid) TypedRune(r rune) {
	if command, ok := keymap.ForRune(keymap.InHistory, r); ok {
		g.onCommand(command)
	}
}

// TypedKey moves the cell, and hands on what is a command.
func (g *grid) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyTab:
		if g.shift {
			g.across(-1)
		} else {
			g.across(1)
		}
	case fyne.KeyLeft:
		g.column = max(int(interview.ColumnName), g.column-1)
		g.moved()
	case fyne.KeyRight:
		g.column = min(len(interview.Columns)-1, g.column+1)
		g.moved()
	case fyne.KeyUp:
		g.vertical(-1)
	case fyne.KeyDown:
		g.vertical(1)
	case fyne.KeyPageUp:
		g.step(-max(1, g.rowsInSight()-1))
	case fyne.KeyPageDown:
		g.step(max(1, g.rowsInSight()-1))
	case fyne.KeyHome:
		g.step(-len(g.lines))
	case fyne.KeyEnd:
		g.step(len(g.lines))
	default:
		if keymap.PassKey(g, k) {
			return
		}
		if command, ok := keymap.ForKey(keymap.InHistory, k.Name, 0); ok {
			g.onCommand(command)
		}
	}
}

// vertical goes to the row above or below; with Shift both rows are marked.
func (g *grid) vertical(by int) {
	from := g.person()
	if g.step(by) && g.shift {
		g.marked[from], g.marked[g.person()] = true, true
		g.moved()
	}
}

// Scrolled is the mouse wheel.
func (g *grid) Scrolled(e *fyne.ScrollEvent) {
	lines := int(e.Scrolled.DY / 10)
	if lines == 0 && e.Scrolled.DY != 0 {
		lines = 1
		if e.Scrolled.DY < 0 {
			lines = -1
		}
	}
	g.top = max(0, min(g.top-lines, len(g.lines)-g.rowsInSight()))
	g.Refresh()
}

// MouseDown goes to the cell under the pointer; a press on the cell itself edits it.
func (g *grid) MouseDown(e *desktop.MouseEvent) {
	at, column, ok := g.cellAt(e.Position)
	if !ok || !g.close() {
		return
	}
	again := at == g.at && column == g.column && g.focused
	g.focus()
	switch {
	case e.Modifier&fyne.KeyModifierControl != 0:
		g.at, g.column = at, column
		g.mark()
	case again:
		g.edit()
	default:
		g.at, g.column = at, column
		g.moved()
	}
}

// MouseUp is for Fyne.
func (g *grid) MouseUp(*desktop.MouseEvent) {}
