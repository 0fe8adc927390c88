// Package clinicview is the list of families with its instant search.
package clinicview

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/internal/record"
)

// Families shows every family of the store; typing narrows the list at once, Enter opens the
// selected one.
type Families struct {
	Content fyne.CanvasObject

	find    func(text string) ([]clinic.Entry, error)
	open    func(record.FamilyID)
	entries []clinic.Entry
	chosen  int

	search *searchEntry
	list   *widget.List
	count  *theme.Text
	empty  *theme.Text
}

// New makes the screen. find answers a search, open opens a family, create begins a new one.
func New(find func(string) ([]clinic.Entry, error), open func(record.FamilyID), create func()) *Families {
	f := &Families{find: find, open: open, count: theme.NewQuiet(""), empty: theme.NewQuiet("")}
	f.search = newSearchEntry(f.step, f.enter)
	f.search.SetPlaceHolder("Search by name, date of birth, NHS number or family reference")
	f.search.OnChanged = func(string) { f.Reload() }
	f.list = widget.NewList(
		func() int { return len(f.entries) },
		func() fyne.CanvasObject { return newRow() },
		func(i widget.ListItemID, o fyne.CanvasObject) { o.(*row).show(f.entries[i], i == f.chosen) },
	)
	f.list.OnSelected = func(i widget.ListItemID) {
		f.list.Unselect(i)
		f.chosen = i
		f.enter()
	}
	top := theme.Ends(theme.NewTitle("Families"), theme.NewButton(theme.Primary, "New family", create))
	f.Content = theme.NewPanel(theme.SurfaceGround, fyne.NewSize(theme.Gap, theme.Gap),
		theme.NewCard(container.NewBorder(
			theme.Column(12, top, f.search, theme.Ends(f.empty, f.count)), nil, nil, nil, f.list)))
	f.Reload()
	return f
}

// Focus puts the cursor into the search field.
func (f *Families) Focus(c fyne.Canvas) { c.Focus(f.search) }

// Reload searches again.
func (f *Families) Reload() {
	entries, err := f.find(f.search.Text)
	f.entries, f.chosen = entries, 0
	f.empty.Set("")
	switch {
	case err != nil:
		f.empty.Set(err.Error())
	case len(entries) == 0 && f.search.Text != "":
		f.empty.Set("No family matches. Try part of a name, or the last digits of the NHS number.")
	case len(entries) == 0:
		f.empty.Set("No families yet. New family begins one.")
	}
	f.count.Set(counted(len(entries)))
	f.list.Refresh()
}

func counted(n int) string {
	if n == 1 {
		return "1 family"
	}
	return fmt.Sprintf("%d families", n)
}

func (f *Families) step(by int) {
	if next := f.chosen + by; next >= 0 && next < len(f.entries) {
		f.chosen = next
		f.list.ScrollTo(next)
		f.list.Refresh()
	}
}

func (f *Families) enter() {
	if f.chosen < len(f.entries) {
		f.open(f.entries[f.chosen].ID)
	}
}

// searchEntry hands the arrow keys and Enter to the list below it, so that the hands stay where
// they are.
type searchEntry struct {
	widget.Entry
	step  func(int)
	enter func()
}

func newSearchEntry(step func(int), enter func()) *searchEntry {
	s := &searchEntry{step: step, enter: enter}
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey is for Fyne.
func (s *searchEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyDown:
		s.step(1)
	case fyne.KeyUp:
		s.step(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		s.enter()
	case fyne.KeyEscape:
		s.SetText("")
	default:
		s.Entry.TypedKey(k)
	}
}

// row is one family in the list.
type row struct {
	widget.BaseWidget
	name, people, patients *theme.Text
	sample, letters        *theme.Chip
	ground                 *theme.Panel
}

func newRow() *row {
	r := &row{
		name: theme.NewBold(""), people: theme.NewQuiet("").Trailing(), patients: theme.NewQuiet("").Cutting(),
		sample: theme.NewChip(theme.ToneWarn, "SAMPLE"), letters: theme.NewChip(theme.ToneNeutral, ""),
	}
	line := theme.Column(3, theme.Ends(theme.Row(8, r.name, r.sample, r.letters), r.people), r.patients)
	r.ground = theme.NewPanel(theme.SurfaceCard, fyne.NewSize(12, 8), line)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is for Fyne.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.ground) }

func (r *row) show(e clinic.Entry, chosen bool) {
	r.name.Set(e.Name)
	r.people.Set(fmt.Sprintf("%d people · changed %s", e.People, e.Changed.Local().Format("02-Jan-2006 15:04")))
	var patients []string
	for _, p := range e.Patients {
		patients = append(patients, p.Name+", born "+p.Born+", NHS "+p.NHS)
	}
	if len(patients) == 0 {
		patients = []string{"no patient yet"}
	}
	r.patients.Set(strings.Join(patients, "   ·   "))
	show(r.sample, e.Sample)
	show(r.letters, e.Unsigned > 0)
	if e.Unsigned == 1 {
		r.letters.Set(theme.ToneNeutral, "1 letter unsigned")
	} else {
		r.letters.Set(theme.ToneNeutral, fmt.Sprintf("%d letters unsigned", e.Unsigned))
	}
	r.ground.Surface = theme.SurfaceCard
	if chosen {
		r.ground.Surface = theme.SurfaceFocus
	}
	r.ground.Refresh()
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
