package riskview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
)

// people is 100 circles in five rows, the first filled row by row: solid against outline, so that
// colour does not carry the number.
type people struct {
	widget.BaseWidget
	filled int
}

func newPeople() *people {
	p := &people{}
	p.ExtendBaseWidget(p)
	return p
}

// set fills so many.
func (p *people) set(filled int) {
	if filled != p.filled {
		p.filled = filled
		p.Refresh()
	}
}

const (
	peopleAcross = 20
	peoplePitch  = 14
	peopleWidth  = peopleAcross * peoplePitch
)

// CreateRenderer is for Fyne.
func (p *people) CreateRenderer() fyne.WidgetRenderer {
	r := &peopleRenderer{p: p}
	for range 100 {
		r.objects = append(r.objects, canvas.NewCircle(color.Transparent))
	}
	r.Refresh()
	return r
}

type peopleRenderer struct {
	p       *people
	objects []fyne.CanvasObject
}

func (r *peopleRenderer) MinSize() fyne.Size {
	return fyne.NewSize(peopleWidth, 100/peopleAcross*peoplePitch)
}

func (r *peopleRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *peopleRenderer) Destroy()                     {}

func (r *peopleRenderer) Layout(fyne.Size) {
	for i, o := range r.objects {
		o.Move(fyne.NewPos(float32(i%peopleAcross)*peoplePitch+2, float32(i/peopleAcross)*peoplePitch+2))
		o.Resize(fyne.NewSquareSize(peoplePitch - 4))
	}
}

func (r *peopleRenderer) Refresh() {
	palette := theme.Current()
	for i, o := range r.objects {
		c := o.(*canvas.Circle)
		c.StrokeColor, c.StrokeWidth, c.FillColor = palette.Text, 1, color.Transparent
		if i < r.p.filled {
			c.FillColor, c.StrokeColor = palette.Bad.Text, palette.Bad.Text
		}
	}
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}
