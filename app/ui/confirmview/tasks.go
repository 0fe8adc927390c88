package confirmview

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/fields"
	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/internal/record"
	"kindred/pedigree"
)

// Tasks lists the requests of all families that wait for a reply, the one due first before the others.
type Tasks struct {
	Content fyne.CanvasObject

	tasks  []clinic.Task
	chosen int
	open   func(record.FamilyID)
	leave  func()
	list   *widget.List
	keys   *fields.Keyed
}

// NewTasks makes the screen. open shows the confirmations of a family, leave goes back.
func NewTasks(tasks []clinic.Task, open func(record.FamilyID), leave func()) *Tasks {
	t := &Tasks{tasks: tasks, open: open, leave: leave}
	t.list = widget.NewList(
		func() int { return len(t.tasks) },
		func() fyne.CanvasObject { return newTaskRow() },
		func(i widget.ListItemID, o fyne.CanvasObject) { o.(*taskRow).show(t.tasks[i], t.surface(i)) },
	)
	t.list.HideSeparators = true
	t.list.OnSelected = func(i widget.ListItemID) {
		t.list.Unselect(i)
		t.chosen = i
		t.Command(keymap.GoToPerson)
	}
	t.keys = fields.NewKeyed(keymap.InConfirmations, t.list, t.Command)
	t.keys.OnFocus = t.list.Refresh
	head := theme.Ends(theme.NewTitle("Tasks"), theme.NewQuiet(countWords(tasks)))
	body := fyne.CanvasObject(t.keys)
	if len(tasks) == 0 {
		body = container.NewStack(t.keys, theme.Column(0, theme.NewQuiet("No request waits for a reply. Requests are sent from a family's confirmations, "+keymap.LabelOf(keymap.Confirmations)+".")))
	}
	t.Content = theme.NewPanel(theme.SurfaceGround, fyne.NewSize(theme.Gap, theme.Gap),
		theme.NewCard(container.NewBorder(theme.NewPanel(theme.SurfaceClear, fyne.NewSize(0, 4), head), nil, nil, nil, body)))
	return t
}

// surface of the row at i: the chosen one is marked.
func (t *Tasks) surface(i int) theme.Surface {
	if i == t.chosen {
		return t.keys.Chosen()
	}
	return theme.SurfaceClear
}

// Focus gives the keyboard to the list.
func (t *Tasks) Focus(c fyne.Canvas) { c.Focus(t.keys) }

// Command does what a key asks for.
func (t *Tasks) Command(c keymap.Command) {
	switch c {
	case keymap.NextFact:
		t.step(1)
	case keymap.FactBefore:
		t.step(-1)
	case keymap.GoToPerson:
		if t.chosen < len(t.tasks) {
			t.open(t.tasks[t.chosen].Family)
		}
	case keymap.Leave:
		t.leave()
	}
}

func (t *Tasks) step(by int) {
	if next := t.chosen + by; next >= 0 && next < len(t.tasks) {
		t.chosen = next
		t.list.ScrollTo(next)
		t.list.Refresh()
	}
}

// overdue is how many replies were due before today.
func overdue(tasks []clinic.Task) int {
	n := 0
	for _, t := range tasks {
		if t.Overdue {
			n++
		}
	}
	return n
}

func countWords(tasks []clinic.Task) string {
	words := fmt.Sprintf("%d waiting", len(tasks))
	if late := overdue(tasks); late > 0 {
		words += fmt.Sprintf(", %d overdue", late)
	}
	return words
}

// taskRow is one request of one family.
type taskRow struct {
	widget.BaseWidget
	family, what, due *theme.Text
	late              *theme.Chip
	ground            *theme.Panel
}

func newTaskRow() *taskRow {
	r := &taskRow{
		family: theme.NewBold(""), what: theme.NewText("").Cutting(), due: theme.NewQuiet("").Cutting(), late: theme.NewChip(theme.ToneWarn, "reply overdue"),
	}
	r.ground = theme.NewPanel(theme.SurfaceClear, fyne.NewSize(12, 8), theme.Column(3, theme.Ends(r.family, r.late), r.what, r.due))
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is for Fyne.
func (r *taskRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.ground) }

func (r *taskRow) show(t clinic.Task, on theme.Surface) {
	r.family.Set(t.Name)
	if t.Name == "" {
		r.family.Set("No reference yet")
	}
	r.what.Set(t.Who + ": " + t.What)
	r.due.Set(dueWords(t))
	if t.Overdue {
		r.late.Show()
	} else {
		r.late.Hide()
	}
	r.ground.Surface = on
	r.ground.Refresh()
}

// dueWords say where the request went and when the reply is due.
func dueWords(t clinic.Task) string {
	words := "Request sent"
	if t.SentTo != "" {
		words += " to " + t.SentTo
	}
	if t.SentOn != "" {
		words += " on " + t.SentOn.Prose()
	}
	return words + dueOn(t.DueOn)
}

func dueOn(d pedigree.Date) string {
	if d == "" {
		return ", no day noted for the reply"
	}
	return ", reply due " + d.Prose()
}
