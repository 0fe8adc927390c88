package casefile

import (
	"fmt"
	"testing"

	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/amend"
)

// largeFamily is n people in couples and generations, each with an age and every third with a diagnosis.
func largeFamily(n int) *pedigree.Family {
	f := &pedigree.Family{Format: pedigree.Format, Version: pedigree.FormatVersion, Name: "G1"}
	for i := range n {
		p := pedigree.Individual{ID: pedigree.ID(fmt.Sprint(i + 1)), Name: fmt.Sprintf("Person %d", i+1), Sex: pedigree.Female, Age: pedigree.ExactYear(20 + i%60)}
		if i%2 == 1 {
			p.Sex = pedigree.Male
		}
		if i >= 4 {
			p.Mother, p.Father = pedigree.ID(fmt.Sprint(i/4*2-1)), pedigree.ID(fmt.Sprint(i/4*2))
		}
		if i%3 == 0 {
			p.Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ExactYear(45), Status: pedigree.Reported}}
		}
		f.Individuals = append(f.Individuals, p)
	}
	return f
}

func imported(b *testing.B, n int) (*File, record.Envelope) {
	x, e, err := Import(params("aaaa1111", "A"), "import", largeFamily(n))
	if err != nil {
		b.Fatal(err)
	}
	return x, e
}

func BenchmarkEditOneAge(b *testing.B) {
	for _, n := range []int{60, 200, 1000} {
		b.Run(fmt.Sprintf("people=%d", n), func(b *testing.B) {
			x, _ := imported(b, n)
			age := 0
			for b.Loop() {
				age++
				if _, err := x.Do("age", func(f *pedigree.Family) error {
					f.Individuals[n/2].Age = pedigree.ExactYear(20 + age%70)
					return nil
				}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkAddSiblingAndUndo(b *testing.B) {
	for _, n := range []int{60, 200, 1000} {
		b.Run(fmt.Sprintf("people=%d", n), func(b *testing.B) {
			x, _ := imported(b, n)
			for b.Loop() {
				if _, err := x.Do("sister", func(f *pedigree.Family) error {
					_, err := amend.AddSibling(f, f.Individuals[n/2].ID, pedigree.Female, x.NewID)
					return err
				}); err != nil {
					b.Fatal(err)
				}
				if _, err := x.Undo(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{60, 200, 1000} {
		b.Run(fmt.Sprintf("people=%d", n), func(b *testing.B) {
			_, e := imported(b, n)
			for b.Loop() {
				if _, err := Open(params("aaaa1111", "A", e)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkFactsDigestOf200People(b *testing.B) {
	f := largeFamily(200)
	for b.Loop() {
		FactsDigest(f, ByModels)
	}
}
