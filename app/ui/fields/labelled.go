package fields

import (
	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
)

// LabelWidth is the room for the words before a field, in device-independent pixels.
const LabelWidth float32 = 104

// Labelled sets words before a field.
func Labelled(words string, field fyne.CanvasObject) fyne.CanvasObject {
	label := theme.NewQuiet(words).Cutting()
	return &fyne.Container{Layout: labelled{}, Objects: []fyne.CanvasObject{label, field}}
}

type labelled struct{}

func (labelled) MinSize(objects []fyne.CanvasObject) fyne.Size {
	field := objects[1].MinSize()
	return fyne.NewSize(LabelWidth+60, max(objects[0].MinSize().Height, field.Height))
}

// Layout keeps the words level with the field's first line.
func (labelled) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	label := objects[0].MinSize().Height
	objects[0].Move(fyne.NewPos(0, max(0, (min(size.Height, 32)-label)/2)))
	objects[0].Resize(fyne.NewSize(LabelWidth-6, label))
	objects[1].Move(fyne.NewPos(LabelWidth, 0))
	objects[1].Resize(fyne.NewSize(size.Width-LabelWidth, objects[1].MinSize().Height))
}
