package riskview

import (
	"slices"

	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
)

// Widths in device-independent pixels: from twoFrom on the cards stand in two columns, below that the
// models take the whole width and the others stand in two columns under them, and below splitFrom in one.
const (
	defaultWidth float32 = 1216
	twoFrom      float32 = 1090
	splitFrom    float32 = 880
	leastWidth   float32 = 620
	leastRight   float32 = 400
	rightShare   float32 = 0.43
)

// columns is the width of the card of models and that of the other cards.
func (s *Screen) columns() (left, right float32) {
	switch {
	case s.width >= twoFrom:
		right = max(leastRight, float32(int(s.width*rightShare)))
		return s.width - right - theme.Gap, right
	case s.width >= splitFrom:
		return s.width, float32(int((s.width - theme.Gap) / 2))
	}
	return s.width, s.width
}

// fill puts other objects into a container, unless they are the same.
func (s *Screen) fill(c *fyne.Container, objects []fyne.CanvasObject) {
	if !slices.Equal(c.Objects, objects) {
		c.Objects = objects
		s.stale = append(s.stale, c)
	}
}

// Arrange lays the cards out anew after one of them changed. What stays as it is is neither measured into
// another place nor drawn into its picture again: a Refresh of the whole would do that to every word.
func (s *Screen) Arrange() {
	s.body.Layout.Layout(s.body.Objects, s.body.Size())
	for _, c := range s.stale {
		c.Layout.Layout(c.Objects, c.Size())
	}
	s.stale = nil
	s.scroll.Refresh()
}

// fitting fits what the screen shows to its width before it is laid out.
type fitting struct{ s *Screen }

func (f *fitting) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(leastWidth, 200) }

func (f *fitting) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if width := float32(int(size.Width)); width != f.s.width && width >= leastWidth {
		f.s.width = width
		f.s.show()
	}
	objects[0].Resize(size)
}

// arrangement sets the card of models and the others, in the order given, each where the column that is
// shorter so far ends.
type arrangement struct{ s *Screen }

func (a *arrangement) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastWidth, a.set(objects, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

func (a *arrangement) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	a.set(objects, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size.AddWidthHeight(0, 1)) // what is inside may be of other heights in all the same height
		o.Resize(size)
	})
}

// set places the cards and returns the height of all.
func (a *arrangement) set(objects []fyne.CanvasObject, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	left, right := a.s.columns()
	var columns []column
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		height := o.MinSize().Height
		if i == 0 {
			place(o, fyne.NewPos(0, 0), fyne.NewSize(left, height))
			columns = a.s.free(left, right, height+theme.Gap)
			continue
		}
		shortest := &columns[0]
		for n := range columns {
			if columns[n].y < shortest.y && (columns[n].width == right || i >= len(objects)-len(a.s.p.Panels)) {
				shortest = &columns[n]
			}
		}
		place(o, fyne.NewPos(shortest.x, shortest.y), fyne.NewSize(shortest.width, height))
		shortest.y += height + theme.Gap
	}
	if len(objects) == 0 {
		return 0
	}
	end := objects[0].MinSize().Height + theme.Gap
	for _, c := range columns {
		end = max(end, c.y)
	}
	return end - theme.Gap
}

// column is a column of cards: its left edge, where the next card goes, and its width.
type column struct{ x, y, width float32 }

// free are the columns for the cards beside the models, or under them from a height on. The panels fit
// themselves to any width, and may stand under the models where the others stand beside them.
func (s *Screen) free(left, right, under float32) []column {
	switch {
	case s.width >= twoFrom:
		return []column{{left + theme.Gap, 0, right}, {0, under, left}}
	case s.width >= splitFrom:
		return []column{{0, under, right}, {right + theme.Gap, under, right}}
	}
	return []column{{0, under, right}}
}
