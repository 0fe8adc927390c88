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

// above is the canvas with the entry line at its foot, which may grow over it.
type above struct{ gap float32 }

func (a above) MinSize(objects []fyne.CanvasObject) fyne.Size {
	main, line := objects[0].MinSize(), objects[1].MinSize()
	if !objects[1].Visible() {
		return main
	}
	return fyne.NewSize(max(main.Width, line.Width), main.Height+a.gap+line.Height)
}

func (a above) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	main, line := objects[0], objects[1]
	if !line.Visible() {
		main.Resize(size)
		return
	}
	height := line.MinSize().Height
	main.Resize(fyne.NewSize(size.Width, size.Height-height-a.gap))
	line.Move(fyne.NewPos(0, size.Height-height))
	line.Resize(fyne.NewSize(size.Width, height))
}

// flowing sets its objects side by side at their own sizes, on as many rows as they need.
type flowing struct{}

// flowGap is the gap between two objects and between two rows.
const flowGap = 6

// each calls place for every object with where it goes in so much width.
func (flowing) each(objects []fyne.CanvasObject, width float32, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) {
	var at fyne.Position
	for _, o := range objects {
		size := o.MinSize()
		if at.X > 0 && at.X+size.Width > width {
			at = fyne.NewPos(0, at.Y+size.Height+flowGap/2)
		}
		place(o, at, size)
		at.X += size.Width + flowGap
	}
}

// height is that of the rows in so much width.
func (f flowing) height(objects []fyne.CanvasObject, width float32) (height float32) {
	f.each(objects, width, func(_ fyne.CanvasObject, at fyne.Position, size fyne.Size) { height = max(height, at.Y+size.Height) })
	return height
}

// width is that of all objects in one row.
func (f flowing) width(objects []fyne.CanvasObject) (width float32) {
	for _, o := range objects {
		width += o.MinSize().Width + flowGap
	}
	return width
}

func (f flowing) MinSize(objects []fyne.CanvasObject) (size fyne.Size) { return fyne.Size{} }

func (f flowing) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.each(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	})
}
