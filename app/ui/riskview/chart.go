package riskview

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
	"kindred/pedigree/risk"
)

// chart is the risk of one cancer by age. Its lines differ in shape as well as in colour: the person's
// today is a thick whole line, with a known variant a thin whole one, without it dots, and the population
// dashes.
type chart struct {
	widget.BaseWidget
	curve risk.Curve
	size  fyne.Size
}

// newChart is a chart that asks for a size.
func newChart(curve risk.Curve, size fyne.Size) *chart {
	c := &chart{curve: curve, size: size}
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

// drawn are the suppositions of a curve from the faintest to the one that must not be hidden.
func drawn(c risk.Curve) []supposition {
	if c.Gene == "" {
		return []supposition{general, today}
	}
	return []supposition{general, without, with, today}
}

// top is the lowest round share that holds every point.
func top(curve risk.Curve) float64 {
	highest := 0.0
	for _, p := range curve.Points {
		for _, s := range drawn(curve) {
			highest = max(highest, s.of(p))
		}
	}
	for _, t := range []float64{0.02, 0.04, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8} {
		if highest <= t {
			return t
		}
	}
	return 1
}

// The margins of the plot, in device-independent pixels: for the axes' labels, and for each line's last
// figure.
const (
	chartLeft   = 44
	chartRight  = 50
	chartBottom = 38
	chartAbove  = 9
)

func (r *chartRenderer) Layout(size fyne.Size) {
	r.objects = r.objects[:0]
	curve := r.chart.curve
	points := curve.Points
	first, last, high := points[0].Age, points[len(points)-1].Age, top(curve)
	plot := fyne.NewSize(size.Width-chartLeft-chartRight, size.Height-chartBottom-chartAbove)
	at := func(age int, p float64) fyne.Position {
		return fyne.NewPos(chartLeft+plot.Width*float32(age-first)/float32(max(1, last-first)), chartAbove+plot.Height*float32(1-p/high))
	}
	palette := theme.Current()
	for _, share := range []float64{0, high / 2, high} {
		r.line(at(first, share), at(last, share), palette.Rule, 1)
		pos := at(first, share)
		r.label(percentMark(share), fyne.NewPos(chartLeft-6, pos.Y-9), true)
	}
	base := at(first, 0).Y + 2
	r.label(fmt.Sprint(first), fyne.NewPos(chartLeft, base), false)
	for age := first/10*10 + 10; age < last; age += 10 {
		if x := at(age, 0).X; x-chartLeft > 34 && at(last, 0).X-x > 34 {
			r.label(fmt.Sprint(age), fyne.NewPos(x-8, base), false)
		}
	}
	r.label(fmt.Sprint(last), fyne.NewPos(at(last, 0).X+8, base), true)
	r.label("age in years", fyne.NewPos(chartLeft, base+17), false)
	var ends []end
	for _, s := range drawn(curve) {
		pen := penOf(s)
		for i := 1; i < len(points); i++ {
			pen.draw(r, at(points[i-1].Age, s.of(points[i-1])), at(points[i].Age, s.of(points[i])), i)
		}
		final := s.of(points[len(points)-1])
		ends = append(ends, end{percentMark(final), at(last, final).Y})
	}
	for _, e := range apart(ends, at(first, 0).Y) {
		r.label(e.words, fyne.NewPos(at(last, 0).X+6, e.y-9), false)
	}
}

func (r *chartRenderer) line(a, b fyne.Position, c color.Color, width float32) {
	l := canvas.NewLine(c)
	l.Position1, l.Position2, l.StrokeWidth = a, b, width
	r.objects = append(r.objects, l)
}

func (r *chartRenderer) label(words string, pos fyne.Position, trailing bool) {
	t := canvas.NewText(words, theme.Current().Quiet)
	t.TextSize = theme.Body
	t.Resize(t.MinSize())
	if trailing {
		pos.X -= t.MinSize().Width
	}
	t.Move(pos)
	r.objects = append(r.objects, t)
}

// percentMark is a share of an axis or the end of a line.
func percentMark(share float64) string {
	if share > 0 && share < 0.0095 {
		return fmt.Sprintf("%.1f%%", share*100)
	}
	return fmt.Sprintf("%.0f%%", share*100)
}

// end is the figure at the end of a line.
type end struct {
	words string
	y     float32
}

// apart moves figures that would stand on each other apart, none below the floor, and says the same one
// only once.
func apart(ends []end, floor float32) []end {
	const pitch = 17
	slices.SortFunc(ends, func(a, b end) int { return cmp.Compare(a.y, b.y) })
	var kept []end
	for _, e := range ends {
		n := len(kept)
		switch {
		case n > 0 && kept[n-1].words == e.words && e.y-kept[n-1].y < pitch:
			continue
		case n > 0:
			e.y = max(e.y, kept[n-1].y+pitch)
		}
		kept = append(kept, e)
	}
	for i := len(kept) - 1; i >= 0 && kept[i].y > floor; i-- {
		kept[i].y = floor
		floor -= pitch
	}
	return kept
}

// pen is how a line is drawn: in steps of a year, so many of which are drawn and left out in turn.
type pen struct {
	ink   func(theme.Palette) color.Color
	width float32
	on    int // of every so many years
	of    int
}

func penOf(s supposition) pen {
	quiet := func(p theme.Palette) color.Color { return p.Quiet }
	bad := func(p theme.Palette) color.Color { return p.Bad.Text }
	switch s {
	case with:
		return pen{bad, 1.2, 1, 1}
	case without:
		return pen{quiet, 2.5, 1, 3}
	case general:
		return pen{quiet, 1.5, 1, 2}
	}
	return pen{bad, 3, 1, 1}
}

// draw adds the piece of a line that ends with a year.
func (p pen) draw(r *chartRenderer, a, b fyne.Position, year int) {
	if year%p.of < p.on {
		r.line(a, b, p.ink(theme.Current()), p.width)
	}
}

// sample is a short piece of a line, beside its words.
type sample struct {
	widget.BaseWidget
	of supposition
}

func newSample(of supposition) *sample {
	s := &sample{of: of}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is for Fyne.
func (s *sample) CreateRenderer() fyne.WidgetRenderer { return &sampleRenderer{sample: s} }

type sampleRenderer struct {
	chartRenderer
	sample *sample
}

const (
	sampleSteps = 6
	samplePitch = 6
)

func (r *sampleRenderer) MinSize() fyne.Size { return fyne.NewSize(sampleSteps*samplePitch, 14) }
func (r *sampleRenderer) Refresh()           { r.Layout(r.sample.Size()) }

func (r *sampleRenderer) Layout(size fyne.Size) {
	r.objects = r.objects[:0]
	for i := range sampleSteps {
		penOf(r.sample.of).draw(&r.chartRenderer, fyne.NewPos(float32(i)*samplePitch, size.Height/2), fyne.NewPos(float32(i+1)*samplePitch, size.Height/2), i+1)
	}
}
