//go:build window && linux && !ci

package main

import (
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"kindred/app/ui/pedigreeview"
	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/amend"
)

// window is the real window of the benchmarks; nil for the tests, which start the program itself.
var window fyne.Window

// TestMain gives the main thread, which the window needs, to Fyne while benchmarks run.
func TestMain(m *testing.M) {
	flag.Parse()
	if bench := flag.Lookup("test.bench"); bench == nil || bench.Value.String() == "" {
		os.Exit(m.Run())
	}
	a := app.NewWithID("kindred.frames")
	a.Settings().SetTheme(theme.New(theme.Light))
	window = a.NewWindow("Kindred frames")
	window.SetPadded(false)
	window.Resize(fyne.NewSize(1400, 900))
	code := 0
	a.Lifecycle().SetOnStarted(func() {
		go func() {
			code = m.Run()
			fyne.Do(a.Quit)
		}()
	})
	window.ShowAndRun()
	os.Exit(code)
}

// BenchmarkFrames draws whole frames of the pedigree screen in the real window while the view pans
// and while it zooms: gesture, our own work, and Fyne's drawing of everything in the window.
func BenchmarkFrames(b *testing.B) {
	for _, people := range []int{60, 500} {
		for _, start := range []struct {
			name   string
			factor float64 // of the zoom that shows the whole family
		}{{"whole", 1}, {"near", 3}} {
			for _, gesture := range []struct {
				name string
				step func(c *pedigreeview.Canvas, frame int)
			}{{"pan", pan}, {"zoom", zoom}} {
				b.Run(fmt.Sprintf("%s/%d/%s", gesture.name, people, start.name), func(b *testing.B) {
					frames(b, show(b, familyOf(people), start.factor), gesture.step)
				})
			}
		}
	}
}

// pan moves the drawing to and fro as a wheel does.
func pan(c *pedigreeview.Canvas, frame int) {
	d := float32(8)
	if frame/40%2 == 1 {
		d = -8
	}
	c.Modifiers = func() fyne.KeyModifier { return 0 }
	c.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(d, d/2)})
}

// zoom enlarges and shrinks the drawing about the middle, as Ctrl and the wheel do.
func zoom(c *pedigreeview.Canvas, frame int) {
	d := float32(2)
	if frame/30%2 == 1 {
		d = -2
	}
	c.Modifiers = func() fyne.KeyModifier { return fyne.KeyModifierControl }
	e := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, d)}
	e.Position = fyne.NewPos(c.Size().Width/2, c.Size().Height/2)
	c.Scrolled(e)
}

// frames runs one gesture's step in every frame. Fyne draws at most sixty frames a second.
func frames(b *testing.B, c *pedigreeview.Canvas, step func(*pedigreeview.Canvas, int)) {
	b.Helper()
	var own []time.Duration
	done := make(chan struct{})
	n := 0
	var first, last time.Time
	a := fyne.NewAnimation(time.Hour, func(float32) {
		now := time.Now()
		if n == 0 {
			first = now
		}
		if n == b.N {
			if last.IsZero() {
				last = now
				close(done)
			}
			return
		}
		step(c, n)
		n++
		own = append(own, time.Since(now))
	})
	b.ResetTimer()
	worked := processorTime(b)
	fyne.Do(a.Start)
	<-done
	b.StopTimer()
	fyne.DoAndWait(a.Stop)
	worked = processorTime(b) - worked
	b.ReportMetric(float64(b.N)/last.Sub(first).Seconds(), "frames/s")
	b.ReportMetric(milliseconds(own, 0.5), "own-ms")
	b.ReportMetric(milliseconds(own, 0.99), "own-ms-worst")
	b.ReportMetric(float64(worked.Microseconds())/1000/float64(b.N), "cpu-ms/frame")
	b.ReportMetric(0, "ns/op")
}

// processorTime is what the program has used on all processors, software graphics included: unlike
// the frames in a second it does not depend on what else the machine does.
func processorTime(b *testing.B) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// milliseconds is a quantile of durations.
func milliseconds(all []time.Duration, quantile float64) float64 {
	sorted := slices.Sorted(slices.Values(all))
	if len(sorted) == 0 {
		return math.NaN()
	}
	return float64(sorted[int(quantile*float64(len(sorted)-1))].Microseconds()) / 1000
}

// show opens the pedigree screen of a family in the window and finds its canvas.
func show(b *testing.B, f *pedigree.Family, factor float64) *pedigreeview.Canvas {
	b.Helper()
	opened := make(chan *pedigreeview.Canvas)
	drawn := make(chan struct{}, 8)
	var v *pedigreeview.View
	fyne.Do(func() {
		var err error
		v, err = pedigreeview.New(pedigreeview.Params{
			Session: still{family: f},
			Run:     func(run func()) { fyne.Do(func() { run(); drawn <- struct{}{} }) },
		})
		if err != nil {
			b.Error(err)
		}
		window.SetContent(v.Content())
	})
	<-drawn
	for { // it has no place in the window before the first frame
		fyne.Do(func() {
			v.Focus()
			c, _ := window.Canvas().Focused().(*pedigreeview.Canvas)
			opened <- c
		})
		if c := <-opened; c != nil {
			fyne.Do(func() {
				c.Fit()
				c.Zoom(float64(c.Percent()) / 100 * factor)
				opened <- c
			})
			return <-opened
		}
	}
}

// still is a Session of a family that nobody edits.
type still struct {
	pedigreeview.Session
	family *pedigree.Family
}

func (s still) Family() *pedigree.Family { return s.family }
func (still) CanUndo() (string, bool)    { return "", false }
func (still) CanRedo() (string, bool)    { return "", false }

// familyOf is an invented family of so many people: couples with three or four children each, down
// from one pair.
func familyOf(people int) *pedigree.Family {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "1", Sex: pedigree.Female, Consultand: true}}}
	next := 1
	id := func() pedigree.ID { next++; return pedigree.ID(strconv.Itoa(next)) }
	for parent := 0; len(f.Individuals) < people; parent++ {
		if f.Individuals[parent].Mother == "" && parent > 0 {
			continue // somebody's partner
		}
		for n := range 3 + parent%2 {
			sex := []pedigree.Sex{pedigree.Female, pedigree.Male}[n%2]
			if _, err := amend.AddChild(f, f.Individuals[parent].ID, sex, "", id); err != nil {
				panic(err)
			}
		}
	}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		p.Name = "Person " + strconv.Itoa(i)
		p.Age = pedigree.ExactYear(30 + i%50)
		if i%5 == 0 {
			p.Diagnoses = []pedigree.Diagnosis{{ID: pedigree.ID("d" + strconv.Itoa(i)), Site: pedigree.Breast, Age: pedigree.ExactYear(30 + i%20)}}
		}
	}
	return f
}
