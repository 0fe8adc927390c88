package criteria_test

import (
	"fmt"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// wide is a family of n people with a bowel or breast cancer in one of ten, their ages vague.
func wide(n int) *pedigree.Family {
	f := &pedigree.Family{AsOf: "2026-11-21"}
	add := func(mother, father pedigree.ID, sex pedigree.Sex) pedigree.ID {
		id := pedigree.ID(fmt.Sprint(len(f.Individuals)))
		f.Individuals = append(f.Individuals, pedigree.Individual{ID: id, Mother: mother, Father: father, Sex: sex, Age: pedigree.ExactYear(66)})
		return id
	}
	couples := [][2]pedigree.ID{{add("", "", pedigree.Female), add("", "", pedigree.Male)}}
	for len(f.Individuals) < n {
		c := couples[0]
		couples = couples[1:]
		for range 3 {
			couples = append(couples, [2]pedigree.ID{add(c[0], c[1], pedigree.Female), add("", "", pedigree.Male)})
		}
	}
	for i := 2; i < len(f.Individuals); i += 10 {
		f.Individuals[i].Diagnoses = []pedigree.Diagnosis{{Site: sites[i/10%6], Age: pedigree.ParseFuzzy([]string{"45", "40s", "about 50"}[i/10%3])}}
	}
	f.Individual("8").Consultand = true
	return f
}

func BenchmarkAnswers(b *testing.B) {
	for _, n := range []int{20, 60, 200} {
		f := wide(n)
		for _, m := range models(b) {
			b.Run(fmt.Sprintf("%s/%d", m.Name(), n), func(b *testing.B) {
				req := risk.Request{Family: f}.Prepared()
				for b.Loop() {
					m.Assess(req)
				}
			})
		}
	}
}
