package riskview

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
	"kindred/pedigree/risk"
)

// chart is the risk by age: the person's a whole line, the population's a dashed one.
type chart struct {
	widget.BaseWidget
	curve []risk.CurvePoint
	size  fyne.Size
}

func newChart(curve []risk.CurvePoint, size fyne.Size) *chart {
	c := &chart{curve: withNow(curve), size: size}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is for Fyne.
func (c *chart) CreateRenderer() fyne.WidgetRenderer { return &chartRenderer{chart: c} }

type chartRenderer struct {
	chart   *chart
	objects []fyne.CanvasObject
}

func (r *chartRenderer) MinSize() fyne.Size           { return r.chart.size }
func (r *chartRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *chartRenderer) Destroy()                     {}
func (r *chartRenderer) Refresh()                     { r.Layout(r.chart.Size()) }

// top is the lowest round share that holds every point.
func top(curve []risk.CurvePoint) float64 {
	highest := 0.0
	for _, p := range curve {
		highest = max(highest, p.Risk, p.Population)
	}
	for _, t := range []float64{0.1, 0.2, 0.3, 0.4, 0.6, 0.8} {
		if highest <= t {
			return t
		}
	}
	return 1
}

func (r *chartRenderer) Layout(size fyne.Size) {
	palette := theme.Current()
	const left, bottom, above = 40, 20, 8
	curve := r.chart.curve
	first, last, high := curve[0].Age, curve[len(curve)-1].Age, top(curve)
	plot := fyne.NewSize(size.Width-left-6, size.Height-bottom-above)
	at := func(age int, p float64) fyne.Position {
		return fyne.NewPos(left+plot.Width*float32(age-first)/float32(max(1, last-first)), above+plot.Height*float32(1-p/high))
	}
	r.objects = r.objects[:0]
	line := func(a, b fyne.Position, c color.Color, width float32) {
		l := canvas.NewLine(c)
		l.Position1, l.Position2, l.StrokeWidth = a, b, width
		r.objects = append(r.objects, l)
	}
	for _, share := range []float64{0, high / 2, high} {
		line(at(first, share), at(last, share), palette.Rule, 1)
	}
	for i := 1; i < len(curve); i++ {
		a, b := curve[i-1], curve[i]
		line(at(a.Age, a.Risk), at(b.Age, b.Risk), palette.Bad.Text, 2.5)
		if i%2 == 0 {
			line(at(a.Age, a.Population), at(b.Age, b.Population), palette.Quiet, 1.5)
		}
	}
	label := func(words string, pos fyne.Position, trailing bool) {
		t := canvas.NewText(words, palette.Quiet)
		t.TextSize = theme.Small
		t.Resize(t.MinSize())
		if trailing {
			pos.X -= t.MinSize().Width
		}
		t.Move(pos)
		r.objects = append(r.objects, t)
	}
	label(fmt.Sprintf("%.0f%%", high*100), fyne.NewPos(left-6, above-8), true)
	label("0", fyne.NewPos(left-6, above+plot.Height-9), true)
	label(fmt.Sprintf("age %d", first), fyne.NewPos(left, size.Height-bottom+2), false)
	label(fmt.Sprintf("%d", last), fyne.NewPos(size.Width-6, size.Height-bottom+2), true)
}
