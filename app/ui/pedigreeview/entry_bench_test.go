package pedigreeview

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kindred/app/ui/theme"
)

// BenchmarkEntryKeystroke is a key in the entry line until the canvas has its objects: the line is read,
// its sentence shown, the family laid out and drawn with the ghosts, and the canvas changed. What the UI
// thread does of it before the worker begins is ms/own. The goal is one frame (16.7 ms) in the median, and
// two for the slowest of a hundred keys, with 60 people and with 200.
func BenchmarkEntryKeystroke(b *testing.B) {
	for _, people := range []int{60, 200} {
		for _, near := range []bool{false, true} {
			name := strconv.Itoa(people) + "/whole"
			if near {
				name = strconv.Itoa(people) + "/near"
			}
			b.Run(name, func(b *testing.B) { benchmarkKeys(b, people, near) })
		}
	}
}

// keys of the benchmark, a line each.
var benchmarkLines = []string{
	"mat aunt Joan 66 br 49 BRCA1+ told", "s Jane 54 br L 44, br R 51", "mgm d ~60 stroke", "pat uncle Ted early 60s", "dau Mia 9",
}

func benchmarkKeys(b *testing.B, people int, near bool) {
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Light))
	f := sized(people)
	last := &f.Individuals[len(f.Individuals)-1] // whose parents and grandparents are there
	f.Individuals[0].Consultand, last.Consultand = false, true
	queue := make(chan func(), 64)
	v, err := New(Params{Session: &memory{now: f}, Run: func(do func()) { queue <- do }})
	if err != nil {
		b.Fatal(err)
	}
	test.NewTempWindow(b, v.Content()).Resize(fyne.NewSize(1200, 800))
	settle := func() {
		v.artist.settle()
		for {
			select {
			case do := <-queue:
				do()
			default:
				return
			}
		}
	}
	settle()
	if near {
		v.canvas.Zoom(beginning)
	} else {
		v.canvas.Fit()
	}
	v.canvas.animate = func(time.Duration, func(float32)) func() { return nil } // what moves is painted in later frames
	v.entry.focus()
	var own, all []time.Duration
	line, at := 0, 0
	for b.Loop() {
		typed := []rune(benchmarkLines[line%len(benchmarkLines)])
		start := time.Now()
		v.entry.field.TypedRune(typed[at])
		own = append(own, time.Since(start))
		settle()
		all = append(all, time.Since(start))
		if at++; at == len(typed) {
			b.StopTimer()
			v.entry.put("")
			settle()
			line, at = line+1, 0
			b.StartTimer()
		}
	}
	report := func(times []time.Duration, percent int, unit string) {
		slices.Sort(times)
		b.ReportMetric(float64(times[(len(times)-1)*percent/100].Microseconds())/1000, unit)
	}
	report(own, 50, "ms/own")
	report(all, 50, "ms/median")
	report(all, 99, "ms/p99")
}
