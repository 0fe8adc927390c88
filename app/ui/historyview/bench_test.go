package historyview

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/amend"
	"kindred/pedigree/interview"
)

// large is an invented family of at least so many people, with ages and some diagnoses.
func large(b *testing.B, people int) *pedigree.Family {
	b.Helper()
	f := anna()
	ids := (&memory{}).NewID
	for n := 0; len(f.Individuals) < people; n++ {
		aunt, err := amend.AddSibling(f, []pedigree.ID{"m", "f", "1"}[n%3], pedigree.Female, ids)
		for k := 0; err == nil && k < n%4; k++ {
			_, err = amend.AddChild(f, aunt, pedigree.Male, "", ids)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		p.Name, p.Age = fmt.Sprint("Person ", i), pedigree.ExactYear(30+i%50)
		if i%5 == 1 {
			p.Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ExactYear(30 + i%20)}}
		}
	}
	return f
}

// BenchmarkKeys is what a key costs from the press until the objects of the canvas are changed, without
// the painting: going to the next row, and an answer, which changes the family.
func BenchmarkKeys(b *testing.B) {
	for _, people := range []int{60, 200} {
		test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Light))
		session := &memory{now: large(b, people)}
		s := New(Params{Session: session})
		w := test.NewTempWindow(b, s.Content)
		w.Resize(fyne.NewSize(1250, 760))
		s.Reload()
		s.Focus()
		s.grid.column = int(interview.ColumnCancers)
		b.Run(fmt.Sprint("next row, ", people), func(b *testing.B) {
			key := fyne.KeyDown
			for b.Loop() {
				if !s.grid.step(1) {
					s.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
				}
				s.grid.TypedKey(&fyne.KeyEvent{Name: key})
			}
		})
		b.Run(fmt.Sprint("answer, ", people), func(b *testing.B) {
			s.Select("g1") // without a diagnosis
			for i := 0; b.Loop(); i++ {
				s.grid.TypedRune([]rune("kn")[i%2])
				session.before = nil
			}
		})
	}
}
