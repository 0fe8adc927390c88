package draw_test

import (
	"fmt"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
)

// benchFamily is n people: couples with three children each, generation after generation, and facts
// on every second of them.
func benchFamily(n int) *pedigree.Family {
	f := &pedigree.Family{Name: "G1", AsOf: "2026-11-21"}
	add := func(sex pedigree.Sex, mother, father pedigree.ID) pedigree.ID {
		i := len(f.Individuals)
		p := pedigree.Individual{
			ID: pedigree.ID(fmt.Sprint(i)), Name: "Person", Sex: sex, Mother: mother, Father: father, Age: pedigree.ExactYear(30 + i%50),
		}
		if i%2 == 0 {
			p.Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Sites[i%4], Age: pedigree.ExactYear(30), Status: pedigree.Confirmed}}
		}
		f.Individuals = append(f.Individuals, p)
		return p.ID
	}
	couples := [][2]pedigree.ID{{add(pedigree.Female, "", ""), add(pedigree.Male, "", "")}}
	for i := 0; len(f.Individuals) < n; i++ {
		for range 3 {
			child := add(pedigree.Female, couples[i][0], couples[i][1])
			couples = append(couples, [2]pedigree.ID{child, add(pedigree.Male, "", "")})
			f.Unions = append(f.Unions, pedigree.Union{Partners: []pedigree.ID{child, couples[len(couples)-1][1]}})
		}
	}
	return f
}

func BenchmarkDraw(b *testing.B) {
	for _, n := range []int{60, 200} {
		f := benchFamily(n)
		s := draw.Style{Measure: arial{}}
		l := layout.Arrange(f, layout.Options{Width: draw.Widths(f, s)})
		b.Run(fmt.Sprintf("%d people", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				draw.Draw(f, l, s)
			}
		})
		b.Run(fmt.Sprintf("widths of %d people", n), func(b *testing.B) {
			for b.Loop() {
				draw.Widths(f, s)
			}
		})
	}
}
