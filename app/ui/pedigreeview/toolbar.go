package pedigreeview

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/pedigree/describe"
)

// toolbar is the row of buttons above the canvas.
type toolbar struct {
	view       *View
	row        *fyne.Container
	undo, redo *theme.Button
	relative   *theme.Button
	zoom       *theme.Button
	pinned     *theme.Button   // hidden where nobody is placed by hand
	folded     *theme.Button   // hidden where nobody is hidden
	news       *theme.Text     // what undo and redo would do
	bar        *fyne.Container // row and news
	print      *theme.Button   // nil where nothing can be printed
	export     *theme.Button   // nil where nothing can be exported
	percent    int
}

func newToolbar(v *View) *toolbar {
	t := &toolbar{view: v}
	button := func(words string, tapped func()) *theme.Button {
		b := theme.NewButton(theme.Secondary, words, tapped)
		b.OnEscape = v.Focus
		return b
	}
	t.undo = button("Undo", func() { v.Command(keymap.Undo) })
	t.redo = button("Redo", func() { v.Command(keymap.Redo) })
	t.relative = button("+ Relative", t.openRelatives)
	t.zoom = button("100%", func() { v.canvas.Zoom(1); v.Focus() })
	t.row = theme.Row(6, t.undo, t.redo, t.relative,
		button("Fit", func() { v.canvas.Fit(); v.Focus() }), t.zoom)
	t.pinned, t.folded = button("", v.openPins), button("", v.showAll)
	t.pinned.Hide()
	t.folded.Hide()
	t.news = theme.NewQuiet("").Cutting()
	t.bar = &fyne.Container{Layout: leftover{gap: 14}, Objects: []fyne.CanvasObject{t.row, t.news}}
	if v.p.OnPrint != nil {
		t.print = button("Print…  "+keymap.LabelOf(keymap.Print), v.p.OnPrint)
		t.row.Add(t.print)
	}
	if v.p.OnExport != nil {
		t.export = button("Export…", v.p.OnExport)
		t.row.Add(t.export)
	}
	t.row.Add(t.pinned)
	t.row.Add(t.folded)
	return t
}

// update enables what can be done now.
func (t *toolbar) update() {
	back, undo := t.view.p.Session.CanUndo()
	forth, redo := t.view.p.Session.CanRedo()
	t.undo.SetEnabled(undo)
	t.redo.SetEnabled(redo)
	t.news.Set(undoWords(keymap.Undo, "undoes", back, undo) + undoWords(keymap.Redo, "does again", forth, redo))
	t.count(t.pinned, len(t.view.canvas.pinned()), "placed by hand", keymap.Pins)
	t.count(t.folded, t.view.hiddenPeople(), "hidden", keymap.ShowAll)
	t.bar.Refresh()
	t.relative.SetEnabled(t.view.canvas.Selected() != "")
}

// undoWords says what a key would take back or repeat; nothing where it does nothing.
func undoWords(key keymap.Command, does, what string, can bool) string {
	if !can || what == "" {
		return ""
	}
	return keymap.LabelOf(key) + " " + does + ": " + what + "     "
}

// count shows a button that says how many there are and which key it is, or hides it where there are none.
func (t *toolbar) count(b *theme.Button, n int, what string, key keymap.Command) {
	if n == 0 || t.view.audience.private {
		b.Hide()
		return
	}
	b.SetWords(strconv.Itoa(n) + " " + what + "  " + keymap.LabelOf(key))
	b.Show()
}

// leftover sets its first object at its own width, and gives the second what is left of the row.
type leftover struct{ gap float32 }

func (leftover) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, second := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(first.Width, max(first.Height, second.Height))
}

func (l leftover) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width, height := objects[0].MinSize().Width, objects[1].MinSize().Height
	objects[0].Resize(fyne.NewSize(width, size.Height))
	objects[1].Move(fyne.NewPos(width+l.gap, (size.Height-height)/2))
	objects[1].Resize(fyne.NewSize(max(0, size.Width-width-l.gap), height))
}

// show hides the buttons that edit or give the family away, for the patient view, or brings them back.
func (t *toolbar) show(editing bool) {
	for _, b := range []*theme.Button{t.undo, t.redo, t.relative, t.print, t.export} {
		if b == nil {
			continue
		}
		if editing {
			b.Show()
		} else {
			b.Hide()
		}
	}
	if editing {
		t.news.Show()
	} else {
		t.news.Hide()
	}
	t.update()
}

func (t *toolbar) showZoom(percent int) {
	if percent != t.percent {
		t.percent = percent
		t.zoom.SetWords(strconv.Itoa(percent) + "%")
	}
}

// openRelatives lists every relative that can be added, each with its key.
func (t *toolbar) openRelatives() {
	var items []*fyne.MenuItem
	for _, command := range relatives {
		items = append(items, t.view.menuItem(command))
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.relative)
	t.view.popUp(at.AddXY(0, t.relative.Size().Height+2), items...)
}

// menuItem is a command in a menu, with its key.
func (v *View) menuItem(command keymap.Command) *fyne.MenuItem {
	label := describe.Capital(additions[command].what)
	if key := keymap.LabelOf(command); key != "" {
		label += "   " + key
	}
	return fyne.NewMenuItem(label, func() {
		v.Command(command)
		v.Focus()
	})
}

// popUp shows a menu at a place of the window; the canvas has the keyboard when it closes, however it
// was opened.
func (v *View) popUp(at fyne.Position, items ...*fyne.MenuItem) {
	v.Focus()
	if c := fyne.CurrentApp().Driver().CanvasForObject(v.canvas); c != nil {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
	}
}

// handle does what one of the four round buttons stands for; where there is a choice it opens a menu.
func (v *View) handle(h Handle, at fyne.Position) {
	switch h {
	case HandleParents:
		v.Command(keymap.AddParents)
	case HandlePartner:
		v.Command(keymap.AddPartner)
	case HandleChild:
		v.choose(at, keymap.AddDaughter, keymap.AddSon, keymap.AddChild, keymap.AddPregnancy)
	case HandleSibling:
		v.choose(at, keymap.AddSister, keymap.AddBrother, keymap.AddSibling, keymap.AddTwin)
	}
}

func (v *View) choose(at fyne.Position, commands ...keymap.Command) {
	var items []*fyne.MenuItem
	for _, command := range commands {
		items = append(items, v.menuItem(command))
	}
	v.popUp(fyne.CurrentApp().Driver().AbsolutePositionForObject(v.canvas).Add(at), items...)
}
