package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
)

const navigationWidth = 190

// navigation is the bar on the left: the destinations that work, what is not sent, and the lock.
func (s *Shell) navigation(settings clinic.Settings) fyne.CanvasObject {
	name := theme.NewTitle("Kindred")
	name.Ink = theme.InkNav
	column := []fyne.CanvasObject{theme.NewPanel(theme.SurfaceNav, fyne.NewSize(10, 6), name)}
	if settings.Sample {
		column = append(column, theme.Row(0, theme.NewChip(theme.ToneWarn, "SAMPLE clinic")))
	}
	s.evaluation = theme.Row(0, theme.NewChip(theme.ToneWarn, "EVALUATION"))
	setShown(s.evaluation, settings.Evaluation())
	column = append(column, s.evaluation)
	for _, to := range []destination{toFamilies, toTasks, toSettings} {
		button := theme.NewButton(theme.Nav, string(to), func() { s.show(to) })
		s.nav[to] = button
		column = append(column, button)
	}
	offline := theme.NewText("Working on this laptop")
	offline.Ink = theme.InkNav
	sync := theme.Paragraph("No hub is set up: nothing is sent.", navigationWidth-48, theme.InkNav)
	lock := theme.NewButton(theme.Nav, "Lock   "+keymap.LabelOf(keymap.Lock), func() { s.lock("") })
	foot := theme.Column(10, theme.NewPanel(theme.SurfaceNavPanel, fyne.NewSize(10, 8), theme.Column(4, offline, sync)), lock)
	bar := theme.NewPanel(theme.SurfaceNav, fyne.NewSize(12, 14), container.NewBorder(theme.Column(6, column...), foot, nil, nil))
	return container.New(atLeast{navigationWidth}, bar)
}

// atLeast gives its one object a width, and the height that there is.
type atLeast struct{ width float32 }

func (a atLeast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(a.width, objects[0].MinSize().Height)
}

func (a atLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// centred shows one card in the middle of an empty window.
func centred(width float32, content fyne.CanvasObject) fyne.CanvasObject {
	card := container.New(atLeast{width}, theme.NewPanel(theme.SurfaceCard, fyne.NewSize(28, 24), content))
	return theme.NewPanel(theme.SurfaceNav, fyne.NewSize(0, 0), container.NewCenter(card))
}
