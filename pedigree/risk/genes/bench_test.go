package genes_test

import (
	"fmt"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// clan is a family of n people over several generations with cancers, a gene test and vague ages.
func clan(n int) *pedigree.Family {
	f := &pedigree.Family{AsOf: "2026-11-21"}
	add := func(mother, father pedigree.ID, sex pedigree.Sex) pedigree.ID {
		id := pedigree.ID(fmt.Sprint(len(f.Individuals)))
		f.Individuals = append(f.Individuals, pedigree.Individual{
			ID: id, Mother: mother, Father: father, Sex: sex, Well: pedigree.Yes,
			Age: pedigree.ParseFuzzy([]string{"66", "about 60", "40s", "71"}[len(f.Individuals)%4]),
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
		if p := &f.Individuals[i]; p.Sex == pedigree.Female {
			p.Diagnoses = []pedigree.Diagnosis{{ID: pedigree.ID(fmt.Sprint("d", i)), Site: pedigree.Breast, Age: pedigree.ParseFuzzy([]string{"45", "40s"}[i/10%2])}}
		}
	}
	f.Individual("4").GeneTests = []pedigree.GeneTest{{ID: "t", Gene: "BRCA2", Result: pedigree.Negative, Scope: pedigree.Screen}}
	self := f.Individual("8")
	self.Age, self.Consultand, self.Diagnoses = pedigree.ExactYear(42), true, nil
	return f
}

func BenchmarkAssess(b *testing.B) {
	m := model(b)
	for _, n := range []int{20, 60, 200} {
		f := clan(n)
		run := func(name string, memory *risk.Memory, quick bool) {
			b.Run(fmt.Sprintf("%d/%s", n, name), func(b *testing.B) {
				for b.Loop() {
					if a := m.Assess(risk.Request{Family: f, Memory: memory, Quick: quick}); a.Status != risk.OK {
						b.Fatalf("%q", a.Because)
					}
				}
			})
		}
		run("cold", nil, true)
		run("remembered", &risk.Memory{}, true)
		run("joint range", nil, false)
	}
}
