package likelihood_test

import (
	"fmt"
	"testing"

	"kindred/pedigree/likelihood"
)

// tree is a loop-free pedigree of n people: couples with three children, every second of whom marries in.
func tree(n int) ([]likelihood.Parents, []likelihood.Vector) {
	none := likelihood.Parents{Mother: likelihood.None, Father: likelihood.None}
	parents := []likelihood.Parents{none, none}
	couples := [][2]int{{0, 1}}
	for len(parents) < n {
		couple := couples[0]
		couples = couples[1:]
		for range 3 {
			child := len(parents)
			parents = append(parents, likelihood.Parents{Mother: couple[0], Father: couple[1]}, none)
			couples = append(couples, [2]int{child, child + 1})
		}
	}
	parents = parents[:n]
	data := make([]likelihood.Vector, n)
	for i := range data {
		data[i] = []likelihood.Vector{likelihood.Unknown, {0.9, 0.4, 0.4}, {0.02, 0.2, 0.2}}[i%3]
	}
	return parents, data
}

func BenchmarkAllPosteriorsWithPlan(b *testing.B) {
	for _, n := range []int{50, 200, 1000} {
		parents, data := tree(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				plan, err := likelihood.NewPlan(parents, nil)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := plan.Solve(0.0033, data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSolveAgain(b *testing.B) {
	for _, n := range []int{50, 200, 1000} {
		parents, data := tree(n)
		plan, err := likelihood.NewPlan(parents, nil)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if _, err := plan.Solve(0.0033, data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
