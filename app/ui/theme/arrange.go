package theme

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Column stacks its objects at their own heights with a gap of pixels between them.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: column{gap}, Objects: objects}
}

// Row sets its objects side by side at their own widths, in the middle of the row's height.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: row{gap}, Objects: objects}
}

// Fitting is a Row that asks for no width: it shows the first of its objects, as many as there is room
// for, and hides the others.
func Fitting(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: fitting{gap}, Objects: objects}
}

// Flow is a Row that goes on in further lines where there is no room: room says how wide a line is, and 0
// that it has no end. It asks for the width of the widest object alone.
func Flow(gap float32, room func() float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: flow{gap, room}, Objects: objects}
}

// Ends sets one object at the leading and one at the trailing edge of a row; the leading one takes
// what the trailing one leaves.
func Ends(leading, trailing fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: ends{}, Objects: []fyne.CanvasObject{leading, trailing}}
}

// Facts is a line of a card: what it is, quiet, and the value at the trailing edge.
func Facts(label string, value fyne.CanvasObject) *fyne.Container {
	return Ends(NewQuiet(label).Cutting(), value)
}

type column struct{ gap float32 }

func (c column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	shown := 0
	for _, o := range objects {
		if o.Visible() {
			min := o.MinSize()
			size = fyne.NewSize(max(size.Width, min.Width), size.Height+min.Height)
			shown++
		}
	}
	size.Height += c.gap * float32(max(0, shown-1))
	return size
}

func (c column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if o.Visible() {
			h := o.MinSize().Height
			o.Move(fyne.NewPos(0, y))
			o.Resize(fyne.NewSize(size.Width, h))
			y += h + c.gap
		}
	}
}

type row struct{ gap float32 }

func (r row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	shown := 0
	for _, o := range objects {
		if o.Visible() {
			min := o.MinSize()
			size = fyne.NewSize(size.Width+min.Width, max(size.Height, min.Height))
			shown++
		}
	}
	size.Width += r.gap * float32(max(0, shown-1))
	return size
}

func (r row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for _, o := range objects {
		if o.Visible() {
			min := o.MinSize()
			o.Move(fyne.NewPos(x, (size.Height-min.Height)/2))
			o.Resize(min)
			x += min.Width + r.gap
		}
	}
}

type fitting struct{ gap float32 }

func (f fitting) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(0, height)
}

func (f fitting) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x, full := float32(0), false
	for _, o := range objects {
		least := o.MinSize()
		if full = full || x+least.Width > size.Width; full {
			o.Hide()
			continue
		}
		o.Show()
		o.Move(fyne.NewPos(x, (size.Height-least.Height)/2))
		o.Resize(least)
		x += least.Width + f.gap
	}
}

type flow struct {
	gap  float32
	room func() float32
}

func (f flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, line := range f.lines(objects) {
		least := row{f.gap}.MinSize(line)
		size.Height += least.Height
	}
	for _, o := range objects {
		if o.Visible() {
			size.Width = max(size.Width, o.MinSize().Width)
		}
	}
	return size
}

func (f flow) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	y := float32(0)
	for _, line := range f.lines(objects) {
		least := row{f.gap}.MinSize(line)
		row{f.gap}.Layout(line, least)
		for _, o := range line {
			o.Move(o.Position().AddXY(0, y))
		}
		y += least.Height
	}
}

// lines parts the visible objects into lines.
func (f flow) lines(objects []fyne.CanvasObject) [][]fyne.CanvasObject {
	var lines [][]fyne.CanvasObject
	room, x := f.room(), float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		width := o.MinSize().Width
		if len(lines) == 0 || room > 0 && x+width > room {
			lines, x = append(lines, nil), 0
		}
		lines[len(lines)-1] = append(lines[len(lines)-1], o)
		x += width + f.gap
	}
	return lines
}

type ends struct{}

func (ends) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(a.Width+8+b.Width, max(a.Height, b.Height))
}

func (ends) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	a, b := objects[0], objects[1]
	wish := b.MinSize()
	// A value that can be cut asks for all that its label leaves.
	if t, ok := b.(*Text); ok && t.Cut {
		label := a.MinSize().Width
		if l, ok := a.(*Text); ok {
			label = fyne.MeasureText(l.String, Body, l.Style).Width
		}
		wish.Width = max(wish.Width, size.Width-label-8)
	}
	left := max(0, size.Width-wish.Width-8)
	a.Move(fyne.NewPos(0, (size.Height-a.MinSize().Height)/2))
	a.Resize(fyne.NewSize(left, a.MinSize().Height))
	b.Move(fyne.NewPos(size.Width-wish.Width, (size.Height-wish.Height)/2))
	b.Resize(wish)
}

// Rule is the hairline between two rows of a card.
type Rule struct{ widget.BaseWidget }

// NewRule makes a hairline.
func NewRule() *Rule {
	r := &Rule{}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is for Fyne.
func (r *Rule) CreateRenderer() fyne.WidgetRenderer {
	line := canvas.NewRectangle(Current().Rule)
	return &ruleRenderer{line: line, objects: []fyne.CanvasObject{line}}
}

type ruleRenderer struct {
	line    *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *ruleRenderer) Layout(size fyne.Size) { r.line.Resize(size) }
func (r *ruleRenderer) MinSize() fyne.Size    { return fyne.NewSize(1, 1) }
func (r *ruleRenderer) Refresh() {
	r.line.FillColor = Current().Rule
	r.line.Refresh()
}
func (r *ruleRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *ruleRenderer) Destroy()                     {}
