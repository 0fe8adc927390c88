package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Note is a sentence on a coloured, rounded ground, over as many lines as its width needs.
type Note struct {
	widget.BaseWidget

	Tone  Tone
	Words string
}

// NewNote is a note in a tone.
func NewNote(tone Tone, words string) *Note {
	n := &Note{Tone: tone, Words: words}
	n.ExtendBaseWidget(n)
	return n
}

// Set changes tone and words.
func (n *Note) Set(tone Tone, words string) {
	if n.Tone != tone || n.Words != words {
		n.Tone, n.Words = tone, words
		n.Refresh()
	}
}

// CreateRenderer is for Fyne.
func (n *Note) CreateRenderer() fyne.WidgetRenderer {
	n.ExtendBaseWidget(n)
	r := &noteRenderer{note: n, ground: canvas.NewRectangle(color.Transparent)}
	r.ground.CornerRadius = RadiusSoft
	r.wrap(noteWidth)
	return r
}

// Inset of the words, and the width that a note is measured for before it has one.
const (
	noteInset float32 = 9
	noteWidth float32 = 298
)

type noteRenderer struct {
	note    *Note
	ground  *canvas.Rectangle
	lines   []*canvas.Text
	objects []fyne.CanvasObject
	width   float32
}

// wrap breaks the words into lines of a width.
func (r *noteRenderer) wrap(width float32) {
	r.width = width
	pair := r.note.Tone.Of(Current())
	r.ground.FillColor = pair.Ground
	r.lines = r.lines[:0]
	for _, line := range Wrap(r.note.Words, width-2*noteInset, Body) {
		text := canvas.NewText(line, pair.Text)
		text.TextSize = Body
		r.lines = append(r.lines, text)
	}
	r.objects = append(r.objects[:0], r.ground)
	for _, l := range r.lines {
		r.objects = append(r.objects, l)
	}
}

func (r *noteRenderer) Layout(size fyne.Size) {
	if size.Width != r.width && size.Width > 4*noteInset {
		r.wrap(size.Width)
	}
	r.ground.Resize(size)
	y := float32(6)
	for _, l := range r.lines {
		min := l.MinSize()
		l.Move(fyne.NewPos(noteInset, y))
		l.Resize(min)
		y += min.Height
	}
}

func (r *noteRenderer) MinSize() fyne.Size {
	height := float32(12)
	for _, l := range r.lines {
		height += l.MinSize().Height
	}
	return fyne.NewSize(80, height)
}

func (r *noteRenderer) Refresh() {
	r.wrap(r.width)
	r.Layout(r.note.Size())
	canvas.Refresh(r.note)
}

func (r *noteRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *noteRenderer) Destroy()                     {}
