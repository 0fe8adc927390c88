package riskmodels_test

import (
	"fmt"
	"testing"

	"kindred/internal/riskmodels"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// clan is a family of n people with a few cancers and vague ages.
func clan(n int) *pedigree.Family {
	f := &pedigree.Family{AsOf: "2026-11-21"}
	add := func(mother, father pedigree.ID, sex pedigree.Sex) pedigree.ID {
		id := pedigree.ID(fmt.Sprint(len(f.Individuals)))
		f.Individuals = append(f.Individuals, pedigree.Individual{
			ID: id, Mother: mother, Father: father, Sex: sex, Age: pedigree.ParseFuzzy([]string{"66", "about 60", "40s", "71"}[len(f.Individuals)%4]),
		})
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
		f.Individuals[i].Diagnoses = []pedigree.Diagnosis{{Site: pedigree.Breast, Age: pedigree.ParseFuzzy([]string{"45", "40s"}[i/10%2])}}
	}
	self := f.Individual("8")
	self.Age, self.Consultand = pedigree.ExactYear(42), true
	for i := range f.Individuals {
		if p := &f.Individuals[i]; p.Sex == pedigree.Male {
			p.Diagnoses = nil
		}
	}
	return f
}

// BenchmarkKeystroke200 is what a screen waits for when one age changes in a family of 200: every model's
// averages and what each fact alone could do. It is to stay within a frame, 16.7 ms.
func BenchmarkKeystroke200(b *testing.B) {
	before, after := clan(200), clan(200)
	after.Individual("30").Age = pedigree.ExactYear(57)
	memory := &risk.Memory{}
	riskmodels.Assess(risk.Request{Family: before, Quick: true, Memory: memory})
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		f := before
		if n%2 == 0 {
			f = after
		}
		riskmodels.Assess(risk.Request{Family: f, Quick: true, Memory: memory})
	}
}

// BenchmarkCold60 is the first answer about a family of 60, with nothing kept. It is to stay within 5 ms.
func BenchmarkCold60(b *testing.B) {
	f := clan(60)
	b.ReportAllocs()
	for b.Loop() {
		riskmodels.Assess(risk.Request{Family: f, Quick: true})
	}
}

// BenchmarkWhole200 is what follows in the background, the joint ranges; to stay within 200 ms.
func BenchmarkWhole200(b *testing.B) {
	f, memory := clan(200), &risk.Memory{}
	for b.Loop() {
		riskmodels.Assess(risk.Request{Family: f, Memory: memory})
	}
}

// BenchmarkEachModel finds the slow one; the case, which all share, is made before.
func BenchmarkEachModel(b *testing.B) {
	for _, n := range []int{60, 200} {
		f := clan(n)
		for _, m := range riskmodels.All() {
			b.Run(fmt.Sprintf("people=%d/%s", n, m.Name()), func(b *testing.B) {
				req := risk.Request{Family: f, Quick: true, Memory: &risk.Memory{}}.Prepared()
				for b.Loop() {
					m.Assess(req)
				}
			})
		}
	}
}
