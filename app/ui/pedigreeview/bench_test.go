package pedigreeview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kindred/app/ui/theme"
	"kindred/internal/casefile"
	"kindred/internal/textmetric"
	"kindred/pedigree"
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
		if _, err := casefile.AddSibling(next, "1", pedigree.Female, ids); err != nil {
			b.Fatal(err)
		}
		for _, family := range []*pedigree.Family{next, f} {
			shown = request{family: family, previous: shown.layout, style: style}.paint()
			c.Draw(shown.scene)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/2000, "ms/keystroke")
}

// BenchmarkCanvasDifference60 is the part of it that runs on the UI thread.
func BenchmarkCanvasDifference60(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Light))
	f := sixty()
	style := draw.Style{Measure: textmetric.Screen}
	first := request{family: f, style: style}.paint()
	next := f.Clone()
	if _, err := casefile.AddSibling(next, "1", pedigree.Female, func() pedigree.ID { return "new" }); err != nil {
		b.Fatal(err)
	}
	second := request{family: next, previous: first.layout, style: style}.paint()
	c := NewCanvas()
	c.Resize(fyne.NewSize(1000, 700))
	for b.Loop() {
		c.Draw(first.scene)
		c.Draw(second.scene)
	}
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
