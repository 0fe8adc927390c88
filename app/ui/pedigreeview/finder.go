package pedigreeview

import (
	"strings"

	"fyne.io/fyne/v2"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/describe"
)

// finder is the line that finds a person of this family by name. Enter goes to the next match.
type finder struct {
	view  *View
	layer *fyne.Container
	line  *fields.Line
	said  *theme.Text
	last  pedigree.ID
}

func newFinder(v *View) *finder {
	f := &finder{view: v, said: theme.NewQuiet("")}
	f.line = fields.NewLine(nil)
	f.line.SetPlaceHolder("Find by name")
	f.line.In(&fields.Host{Escape: f.close})
	f.line.OnChanged = func(string) { f.last = ""; f.next() }
	f.line.OnSubmitted = func(string) { f.next() }
	box := theme.NewPanel(theme.SurfaceFocus, fyne.NewSize(10, 8),
		&fyne.Container{Layout: widths{180, 150}, Objects: []fyne.CanvasObject{f.line, f.said}})
	f.layer = &fyne.Container{Layout: topRight{}, Objects: []fyne.CanvasObject{box}}
	f.layer.Hide()
	return f
}

func (f *finder) open() {
	f.layer.Show()
	f.said.Set("Enter: next, Esc: back")
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.view.canvas); c != nil {
		c.Focus(f.line)
	}
}

func (f *finder) close() {
	f.layer.Hide()
	f.view.Focus()
}

// next selects the match after the last one, round and round.
func (f *finder) next() {
	found := matches(f.view.family(), f.line.Text)
	if len(found) == 0 {
		if strings.TrimSpace(f.line.Text) != "" {
			f.said.Set("nobody of that name")
		}
		return
	}
	at := 0
	for i, id := range found {
		if id == f.last {
			at = (i + 1) % len(found)
		}
	}
	f.last = found[at]
	if f.view.isHidden(f.last) {
		f.said.Set("in a hidden branch")
		return
	}
	f.view.Select(f.last)
	f.said.Set(describe.Counted(len(found), "person", "people"))
}

// matches are the people any of whose names contains the words, in family order.
func matches(f *pedigree.Family, words string) []pedigree.ID {
	words = strings.ToLower(strings.TrimSpace(words))
	if words == "" {
		return nil
	}
	var found []pedigree.ID
	for i := range f.Individuals {
		p := &f.Individuals[i]
		if strings.Contains(strings.ToLower(p.Name+" "+p.FamilyName+" "+p.BirthName), words) {
			found = append(found, p.ID)
		}
	}
	return found
}

// topRight sets its one object at its own size into the top right corner.
type topRight struct{}

func (topRight) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (topRight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	min := objects[0].MinSize()
	objects[0].Resize(min)
	objects[0].Move(fyne.NewPos(size.Width-min.Width, 0))
}

// widths sets two objects side by side at fixed widths.
type widths struct{ first, second float32 }

func (w widths) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(w.first+10+w.second, objects[0].MinSize().Height)
}

func (w widths) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(w.first, size.Height))
	h := objects[1].MinSize().Height
	objects[1].Move(fyne.NewPos(w.first+10, (size.Height-h)/2))
	objects[1].Resize(fyne.NewSize(w.second, h))
}
