// Package clinicview is the list of families with its instant search.
package clinicview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/internal/record"
	"kindred/pedigree/describe"
)

// Families shows every family of the store; typing narrows the list at once, Enter opens the
// selected one.
type Families struct {
	Content fyne.CanvasObject

	find    func(text string) ([]clinic.Entry, error)
	open    func(record.FamilyID)
	entries []clinic.Entry
	chosen  int

	search *theme.Entry
	list   *widget.List
	count  *theme.Text
	empty  *theme.Text
}

// New makes the screen. find answers a search, open opens a family, create begins a new one.
func New(find func(string) ([]clinic.Entry, error), open func(record.FamilyID), create func()) *Families {
	f := &Families{find: find, open: open, count: theme.NewQuiet(""), empty: theme.NewQuiet("")}
	// The hands stay in the search: its arrows move along the list, Enter opens, Escape clears.
	f.search = theme.NewEntry("Search by name, date of birth, NHS number or family reference")
	f.search.OnChanged = func(string) { f.Reload() }
	f.search.OnArrow = f.step
	f.search.OnSubmitted = func(string) { f.enter() }
	f.search.OnEscape = func() { f.search.SetText("") }
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
	top := theme.Ends(theme.NewTitle("Families"), theme.Row(10, theme.NewSmall(keymap.LabelOf(keymap.New)), theme.NewButton(theme.Primary, "New family", create)))
	f.Content = theme.NewPanel(theme.SurfaceGround, fyne.NewSize(theme.Gap, theme.Gap),
		theme.NewCard(container.NewBorder(
			theme.Column(12, top, f.search, theme.Ends(f.empty, f.count)), nil, nil, nil, f.list)))
	f.Reload()
	return f
}

// OnLines sets what happens when several lines are pasted: a family, not something to search for.
func (f *Families) OnLines(pasted func()) { f.search.OnLines = pasted }

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
	f.count.Set(describe.Counted(len(entries), "family", "families"))
	f.list.Refresh()
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
