package pedigreeview

import (
	"math"
	"slices"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kindred/app/ui/theme"
	"kindred/internal/textmetric"
	"kindred/pedigree"
	"kindred/pedigree/amend"
	"kindred/pedigree/draw"
)

// BenchmarkKeystrokeToScene60 is one key on a family of sixty: a sister is added, laid out, drawn, and
// the canvas changed; then she is taken out again. One iteration is both, so half of it is a keystroke,
// which has 16.7 ms.
func BenchmarkKeystrokeToScene60(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Light))
	f := sixty()
	style := draw.Style{Measure: textmetric.Screen}
	c := NewCanvas()
	c.Resize(fyne.NewSize(1000, 700))
	shown := request{family: f, style: style}.paint()
	c.Draw(shown.scene)
	c.Select("1")
	ids := func() pedigree.ID { return "new" }
	b.ReportMetric(float64(len(f.Individuals)), "people")
	for b.Loop() {
		next := f.Clone()
		if _, err := amend.AddSibling(next, "1", pedigree.Female, ids); err != nil {
			b.Fatal(err)
		}
		for _, family := range []*pedigree.Family{next, f} {
			shown = request{family: family, previous: shown.layout, style: style}.paint()
			c.Draw(shown.scene)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/2000, "ms/keystroke")
}

// BenchmarkCanvas is our own work on the UI thread for a frame, without Fyne's: at most 4 ms with 60
// people and 12 ms with 500. "whole" shows the whole family, "near" a part of it in a size to read.
func BenchmarkCanvas(b *testing.B) {
	for _, people := range []int{60, 500} {
		f := sized(people)
		style := draw.Style{Measure: textmetric.Screen}
		first := request{family: f, style: style}.paint()
		next := f.Clone()
		if _, err := amend.AddSibling(next, f.Individuals[2].ID, pedigree.Female, func() pedigree.ID { return "new" }); err != nil {
			b.Fatal(err)
		}
		second := request{family: next, previous: first.layout, style: style}.paint()
		for _, near := range []bool{false, true} {
			name := strconv.Itoa(people) + "/whole"
			if near {
				name = strconv.Itoa(people) + "/near"
			}
			run := func(gesture string, frame func(c *Canvas, n int)) {
				b.Run(gesture+"/"+name, func(b *testing.B) {
					test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Light))
					c := NewCanvas()
					c.later = func(time.Duration, func()) {}
					test.NewTempWindow(b, c).Resize(fyne.NewSize(1000, 750))
					c.Draw(first.scene)
					c.Fit()
					c.Select(f.Individuals[2].ID)
					if near {
						c.Zoom(beginning)
						c.Select(f.Individuals[2].ID)
					}
					var frames []time.Duration
					for n := 0; b.Loop(); n++ {
						start := time.Now()
						frame(c, n)
						frames = append(frames, time.Since(start))
					}
					slices.Sort(frames)
					b.ReportMetric(float64(frames[len(frames)/2].Microseconds())/1000, "ms/frame")
					b.ReportMetric(float64(frames[len(frames)*99/100].Microseconds())/1000, "ms/worst")
				})
			}
			run("pan", func(c *Canvas, n int) { c.pan(float64(8-n/40%2*16), float64(4-n/40%2*8)) })
			run("zoom", func(c *Canvas, n int) {
				c.wheelZoom(draw.Point{X: 500, Y: 375}, c.view.zoom*math.Pow(1.02, float64(1-n/20%2*2)))
			})
			run("rest", func(c *Canvas, n int) { c.Zoom(c.view.zoom * math.Pow(1.02, float64(1-n%2*2))) })
			run("select", func(c *Canvas, n int) { c.Select(f.Individuals[n%2].ID) })
			unmoved := func(time.Duration, func(float32)) func() { return nil }
			run("keystroke", func(c *Canvas, n int) {
				c.animate = unmoved
				c.Draw([]*draw.Scene{second.scene, first.scene}[n%2])
			})
			run("motion", func(c *Canvas, n int) {
				if n%8 == 0 {
					c.animate = unmoved
					c.Draw([]*draw.Scene{second.scene, first.scene}[n/8%2])
					return
				}
				if c.motion != nil {
					c.advance(c.motion, float64(n%8)/8)
				}
			})
			run("scroll", func(c *Canvas, n int) { c.Reveal(f.Individuals[(n*37)%len(f.Individuals)].ID) })
		}
	}
}

// sized is an invented family of so many people: couples with three or four children each, down from
// one pair.
func sized(people int) *pedigree.Family {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "1", Sex: pedigree.Female, Consultand: true}}}
	ids := &memory{}
	for parent := 0; len(f.Individuals) < people; parent++ {
		if f.Individuals[parent].Mother == "" && parent > 0 {
			continue // somebody's partner
		}
		for n := range 3 + parent%2 {
			sex := []pedigree.Sex{pedigree.Female, pedigree.Male}[n%2]
			if _, err := amend.AddChild(f, f.Individuals[parent].ID, sex, "", ids.NewID); err != nil {
				panic(err)
			}
		}
	}
	describePeople(f, ids)
	return f
}

// BenchmarkOpenForm is the inspector's form from Enter to its first fields.
func BenchmarkOpenForm(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Light))
	queue := make(chan func(), 1)
	v, err := New(Params{Session: &memory{now: sixty()}, Run: func(f func()) { queue <- f }})
	if err != nil {
		b.Fatal(err)
	}
	(<-queue)()
	for b.Loop() {
		v.inspect.edit()
		v.inspect.leave()
	}
}
