package historyview

import (
	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
)

// beside sets a card of one width at the right, and gives the other the rest.
type beside struct{ width float32 }

func (b beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(left.Width+theme.Gap+max(b.width, right.Width), max(left.Height, right.Height))
}

func (b beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width-b.width-theme.Gap, size.Height))
	objects[1].Move(fyne.NewPos(size.Width-b.width, 0))
	objects[1].Resize(fyne.NewSize(b.width, size.Height))
}

// numbersRow sets the words of a branch and its three fields.
func numbersRow(objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: inColumns{180, 130, 130, 220}, Objects: objects}
}

// inColumns sets its objects side by side at these widths, in the middle of the row's height.
type inColumns []float32

func (c inColumns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range objects {
		size = fyne.NewSize(size.Width+c[i]+10, max(size.Height, o.MinSize().Height))
	}
	return size
}

func (c inColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, o := range objects {
		height := o.MinSize().Height
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
		o.Resize(fyne.NewSize(c[i], height))
		x += c[i] + 10
	}
}
