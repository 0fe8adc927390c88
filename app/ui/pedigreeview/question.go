package pedigreeview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
)

// ask shows a question over the window with what hangs on it. Escape and Keep leave things as they are.
func (v *View) ask(title string, lines []string, yes string, then func()) {
	c := fyne.CurrentApp().Driver().CanvasForObject(v.canvas)
	if c == nil {
		return
	}
	var pop *widget.PopUp
	close := func() {
		pop.Hide()
		v.Focus()
	}
	keep := theme.NewButton(theme.Secondary, "Keep", close)
	act := theme.NewButton(theme.Primary, yes, func() {
		close()
		then()
	})
	keep.OnEscape, act.OnEscape = close, close
	box := theme.Column(8, theme.NewTitle(title))
	const most = 6
	for i, line := range lines {
		if i == most {
			box.Add(theme.NewQuiet("and more"))
			break
		}
		box.Add(theme.NewText(line))
	}
	box.Add(theme.NewQuiet("Undo (Ctrl+Z) brings back what is removed."))
	box.Add(theme.Row(8, act, keep))
	pop = widget.NewModalPopUp(theme.NewCard(box), c)
	pop.Show()
	c.Focus(act)
}
