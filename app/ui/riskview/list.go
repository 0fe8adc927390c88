package riskview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/fields"
	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
)

// list is rows of which one is chosen, by the arrows or by pressing it. What is chosen stays so from edit
// to edit while it is there, and is else the first.
type list struct {
	keyed  *fields.Keyed
	column *fyne.Container
	rows   []*entry

	chosen   string
	onChosen func() // another row is chosen
	onShow   func(o fyne.CanvasObject)
}

// newList is an empty list; other hears the keys that move along no list.
func newList(other func(keymap.Command), chosen func(), show func(fyne.CanvasObject)) *list {
	l := &list{column: theme.Column(0), onChosen: chosen, onShow: show}
	l.keyed = fields.NewKeyed(keymap.InRisk, l.column, func(c keymap.Command) {
		switch c {
		case keymap.NextAnswer:
			l.step(1)
		case keymap.AnswerBefore:
			l.step(-1)
		default:
			other(c)
		}
	})
	l.keyed.OnFocus = func() {
		l.mark()
		if l.focused() {
			l.reveal()
		}
	}
	return l
}

// rowsOf takes the rows among objects, and returns the objects; the others are headings between them.
func (l *list) rowsOf(objects []fyne.CanvasObject) []fyne.CanvasObject {
	l.rows = nil
	for _, o := range objects {
		if row, ok := o.(*entry); ok {
			l.rows = append(l.rows, row)
		}
	}
	if l.at() < 0 && len(l.rows) > 0 {
		l.chosen = l.rows[0].id
	}
	l.mark()
	return objects
}

func (l *list) at() int {
	return slices.IndexFunc(l.rows, func(r *entry) bool { return r.id == l.chosen })
}

func (l *list) step(by int) {
	if next := l.at() + by; next >= 0 && next < len(l.rows) {
		l.choose(l.rows[next].id)
	}
}

func (l *list) choose(id string) {
	l.chosen = id
	l.mark()
	l.onChosen()
	l.reveal()
}

// reveal has the chosen row brought into sight.
func (l *list) reveal() {
	if at := l.at(); at >= 0 {
		l.onShow(l.rows[at])
	}
}

func (l *list) focused() bool { return l.keyed.Chosen() == theme.SurfaceFocus }

func (l *list) mark() {
	for _, r := range l.rows {
		if r.id == l.chosen {
			r.mark(l.keyed.Chosen())
		} else {
			r.mark(theme.SurfaceClear)
		}
	}
}

// entry is one row of a list.
type entry struct {
	widget.BaseWidget
	id      string
	ground  *theme.Panel
	pressed func()
}

var _ desktop.Mouseable = (*entry)(nil)

// The room between a row's words and its edge, and that of a row of one line among others.
var (
	rowInset   = fyne.NewSize(8, 7)
	closeInset = fyne.NewSize(8, 4)
)

func newEntry(id string, content fyne.CanvasObject, pressed func()) *entry {
	e := &entry{id: id, ground: theme.NewPanel(theme.SurfaceClear, rowInset, content), pressed: pressed}
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer is for Fyne.
func (e *entry) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(e.ground) }

// MouseDown chooses the row; by keys, the list does.
func (e *entry) MouseDown(*desktop.MouseEvent) { e.pressed() }

// MouseUp does nothing.
func (e *entry) MouseUp(*desktop.MouseEvent) {}

func (e *entry) mark(on theme.Surface) {
	if e.ground.Surface != on {
		e.ground.Surface = on
		e.ground.Refresh()
	}
}

// act is words in the accent that do for their row what Enter does, by the mouse.
type act struct {
	widget.BaseWidget
	words   *theme.Text
	pressed func()
}

var (
	_ desktop.Mouseable  = (*act)(nil)
	_ desktop.Cursorable = (*act)(nil)
)

func newAct(words string, pressed func()) *act {
	a := &act{words: theme.NewBold(words), pressed: pressed}
	a.words.Ink = theme.InkAccent
	a.ExtendBaseWidget(a)
	return a
}

// CreateRenderer is for Fyne.
func (a *act) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(a.words) }

// MouseDown does it.
func (a *act) MouseDown(*desktop.MouseEvent) { a.pressed() }

// MouseUp does nothing.
func (a *act) MouseUp(*desktop.MouseEvent) {}

// Cursor is the hand.
func (a *act) Cursor() desktop.Cursor { return desktop.PointerCursor }
