package pedigreeview

import "fyne.io/fyne/v2"

// SideWidth is the width of the column beside the canvas, in device-independent pixels.
const SideWidth float32 = 336

// scrollRoom is kept free at its right for the bar that scrolls it.
const scrollRoom = 8

// beside is the canvas with a column of fixed width at its right.
type beside struct{ width, gap float32 }

func (b beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	main, side := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(main.Width+b.gap+b.width, max(main.Height, side.Height))
}

func (b beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width-b.width-b.gap, size.Height))
	objects[1].Move(fyne.NewPos(size.Width-b.width, 0))
	objects[1].Resize(fyne.NewSize(b.width, size.Height))
}

// trimmed leaves scrollRoom free at the right of its one object.
type trimmed struct{}

func (trimmed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(scrollRoom, 0)
}

func (trimmed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size.SubtractWidthHeight(scrollRoom, 0))
}
