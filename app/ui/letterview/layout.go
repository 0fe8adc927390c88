package letterview

import (
	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
)

// halves gives the pages 44 % of the width, and tells how wide that is.
type halves struct{ resized func(pages float32) }

func (halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(a.Width+theme.Gap+max(b.Width, leastPage), max(a.Height, b.Height))
}

func (h halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	right := max(leastPage, objects[1].MinSize().Width, size.Width*0.44)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width-right-theme.Gap, size.Height))
	objects[1].Move(fyne.NewPos(size.Width-right, 0))
	if before := objects[1].Size(); before.Width != right {
		h.resized(right)
	}
	objects[1].Resize(fyne.NewSize(right, size.Height))
}

// topAndRest sets the first object at its own height above the second, which takes the rest.
type topAndRest struct{}

const topGap = 12

func (topAndRest) MinSize(objects []fyne.CanvasObject) fyne.Size {
	top, rest := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(top.Width, rest.Width), top.Height+topGap+rest.Height)
}

func (topAndRest) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top := objects[0].MinSize().Height
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, top))
	objects[1].Move(fyne.NewPos(0, top+topGap))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-top-topGap))
}

// barLayout sets the first and last object at their own widths; the middle one takes the rest.
type barLayout struct{}

const barGap = 8

func (barLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(2*barGap, 0)
	for _, o := range objects {
		size = fyne.NewSize(size.Width+o.MinSize().Width, max(size.Height, o.MinSize().Height))
	}
	return size
}

func (barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first, last := objects[0].MinSize().Width, objects[2].MinSize().Width
	widths := []float32{first, size.Width - first - last - 2*barGap, last}
	x := float32(0)
	for i, o := range objects {
		height := o.MinSize().Height
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
		o.Resize(fyne.NewSize(widths[i], height))
		x += widths[i] + barGap
	}
}
