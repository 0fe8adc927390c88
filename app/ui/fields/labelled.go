package fields

import (
	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
)

// LabelWidth is the room for the words before a field, in device-independent pixels.
const LabelWidth float32 = 104

// Labelled sets words before a field, in LabelWidth.
func Labelled(words string, field fyne.CanvasObject) fyne.CanvasObject {
	return LabelledIn(LabelWidth, words, field)
}

// LabelledIn sets words before a field, in a room of that width.
func LabelledIn(width float32, words string, field fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: labelled{width}, Objects: []fyne.CanvasObject{theme.NewQuiet(words).Cutting(), field}}
}

// labelled is the width of the words.
type labelled struct{ width float32 }

func (l labelled) MinSize(objects []fyne.CanvasObject) fyne.Size {
	field := objects[1].MinSize()
	return fyne.NewSize(l.width+60, max(objects[0].MinSize().Height, field.Height))
}

// Layout keeps the words level with the field's first line.
func (l labelled) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	label := objects[0].MinSize().Height
	objects[0].Move(fyne.NewPos(0, max(0, (min(size.Height, 32)-label)/2)))
	objects[0].Resize(fyne.NewSize(l.width-6, label))
	objects[1].Move(fyne.NewPos(l.width, 0))
	objects[1].Resize(fyne.NewSize(size.Width-l.width, objects[1].MinSize().Height))
}
