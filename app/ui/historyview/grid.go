package historyview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/keymap"
	"kindred/pedigree"
	"kindred/pedigree/interview"
)

// grid is the table: headings, the lines in sight, the cell with the keyboard, and the field in which
// that cell is edited.
type grid struct {
	widget.BaseWidget

	history *interview.History
	lines   []line
	next    pedigree.ID // what to ask next
	marked  map[pedigree.ID]bool

	at, column int // the cell; at is a line that is no heading, -1 for an empty family
	top        int // the first line in sight
	shift      bool
	focused    bool

	editor  *cellEditor
	editing bool

	onCommand func(keymap.Command)
	onMoved   func()
	onTyped   func(at, column int, typed string) // in the field, and not kept yet
	takeFocus func(fyne.Focusable)
	editable  func(at, column int) string             // what the field over a cell begins with
	onCommit  func(at, column int, typed string) bool // false leaves the field open
}

var (
	_ fyne.Focusable    = (*grid)(nil)
	_ fyne.Tabbable     = (*grid)(nil)
	_ fyne.Scrollable   = (*grid)(nil)
	_ desktop.Keyable   = (*grid)(nil)
	_ desktop.Mouseable = (*grid)(nil)
)

func newGrid() *grid {
	g := &grid{at: -1, column: int(interview.ColumnName), marked: map[pedigree.ID]bool{}, onCommand: func(keymap.Command) {}, onMoved: func() {}}
	g.editor = newCellEditor(g)
	g.ExtendBaseWidget(g)
	return g
}

// show follows the family. The cell stays with the same person; if that one is gone, at the same place.
func (g *grid) show(h *interview.History, gaps []interview.Gap) {
	person := g.person()
	g.history, g.lines, g.next = h, linesOf(h), ""
	if len(gaps) > 0 {
		g.next = gaps[0].ID
	}
	for id := range g.marked {
		if h.Family.Individual(id) == nil {
			delete(g.marked, id)
		}
	}
	if at := g.lineOf(person); at >= 0 {
		g.at = at
	} else {
		g.at = g.nearestRow(max(0, g.at))
	}
	g.reveal()
	g.Refresh()
}

// person is whom the cell is about; "" for nobody.
func (g *grid) person() pedigree.ID {
	if g.at < 0 || g.at >= len(g.lines) {
		return ""
	}
	return g.lines[g.at].id
}

// people are whom an edit is about: everybody marked, in the order of the table, else the one person.
func (g *grid) people() []pedigree.ID {
	var all []pedigree.ID
	for _, l := range g.lines {
		if l.heading == "" && g.marked[l.id] {
			all = append(all, l.id)
		}
	}
	if len(all) == 0 && g.person() != "" {
		all = append(all, g.person())
	}
	return all
}

func (g *grid) lineOf(id pedigree.ID) int {
	for i, l := range g.lines {
		if l.heading == "" && l.id == id && id != "" {
			return i
		}
	}
	return -1
}

// nearestRow is the first line from at on that is a relative, else the last one before; -1 for none.
func (g *grid) nearestRow(at int) int {
	for i := at; i < len(g.lines); i++ {
		if g.lines[i].heading == "" {
			return i
		}
	}
	for i := min(at, len(g.lines)) - 1; i >= 0; i-- {
		if g.lines[i].heading == "" {
			return i
		}
	}
	return -1
}

// goTo moves the cell to a person, unless what is being typed about another cannot be kept.
func (g *grid) goTo(id pedigree.ID) {
	if at := g.lineOf(id); at >= 0 && (at == g.at || g.close()) {
		g.at = at
		g.moved()
	}
}

func (g *grid) moved() {
	g.reveal()
	g.Refresh()
	g.onMoved()
}

// step moves by so many relatives; it stays within the table and returns whether it moved.
func (g *grid) step(rows int) bool {
	by := 1
	if rows < 0 {
		by, rows = -1, -rows
	}
	from := g.at
	for i := g.at + by; i >= 0 && i < len(g.lines) && rows > 0; i += by {
		if g.lines[i].heading == "" {
			g.at = i
			rows--
		}
	}
	if g.at == from {
		return false
	}
	g.moved()
	return true
}

// across moves by one cell, at the end of a row to the next row.
func (g *grid) across(by int) {
	last := len(interview.Columns) - 1
	switch column := g.column + by; {
	case column > last:
		if g.step(1) {
			g.column = int(interview.ColumnName)
		}
	case column < int(interview.ColumnName):
		if g.step(-1) {
			g.column = last
		}
	default:
		g.column = column
	}
	g.moved()
}

// mark marks or unmarks the person of the cell.
func (g *grid) mark() {
	id := g.person()
	if g.marked[id] {
		delete(g.marked, id)
	} else if id != "" {
		g.marked[id] = true
	}
	g.moved()
}

// reveal scrolls until the cell is in sight, with the heading over the first row of a part.
func (g *grid) reveal() {
	rows := g.rowsInSight()
	first := g.at
	if first > 0 && g.lines[first-1].heading != "" {
		first--
	}
	if first < g.top {
		g.top = first
	}
	if rows > 0 && g.at >= g.top+rows {
		g.top = g.at - rows + 1
	}
	g.top = max(0, min(g.top, len(g.lines)-rows))
}

// edit opens the field over the cell.
func (g *grid) edit() {
	if g.at < 0 || g.column == int(interview.ColumnRelative) {
		return
	}
	g.editing = true
	g.editor.begin(g.editable(g.at, g.column))
	g.Refresh()
	g.takeFocus(g.editor)
}

// close hands over what was typed; the field stays open, with what was typed, where that is refused.
func (g *grid) close() bool {
	if !g.editing {
		return true
	}
	if g.editor.Text != g.editor.before && !g.onCommit(g.at, g.column, g.editor.Text) {
		return false
	}
	g.editing = false
	g.Refresh()
	g.focus()
	return true
}

// focus gives the keyboard to the table, or to the field that is open over a cell.
func (g *grid) focus() {
	if g.editing {
		g.takeFocus(g.editor)
		return
	}
	g.takeFocus(g)
}
