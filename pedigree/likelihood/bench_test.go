package likelihood_test

import (
	"fmt"
	"testing"

	"kindred/pedigree"
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

// panel is eight loci of which nobody has more than two risk alleles, and a founder one: 45 states.
func panel(b *testing.B) *likelihood.Space {
	loci := make([]likelihood.Locus, 8)
	for i := range loci {
		loci[i].Frequency = 0.0005 * float64(i+1)
	}
	s, err := likelihood.NewSpace(loci, 2, 1)
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// clinic is the tree as a family, with something known of two people in three.
func clinic(s *likelihood.Space, n int) (*pedigree.Family, [][]float64) {
	parents, _ := tree(n)
	f, data := &pedigree.Family{}, make([][]float64, n)
	for i, of := range parents {
		p := pedigree.Individual{ID: id(i)}
		if of.Mother != likelihood.None {
			p.Mother, p.Father = id(of.Mother), id(of.Father)
		}
		f.Individuals = append(f.Individuals, p)
		if i%3 > 0 {
			data[i] = make([]float64, s.Len())
			for k := range data[i] {
				data[i][k] = 1 / float64(1+(k*i)%7)
			}
		}
	}
	return f, data
}

func BenchmarkEightLoci(b *testing.B) {
	for _, n := range []int{60, 200} {
		s := panel(b)
		f, data := clinic(s, n)
		net, err := likelihood.NewNet(s, f)
		if err != nil {
			b.Fatal(err)
		}
		solution, err := net.Solve(nil, data)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("%d/cold", n), func(b *testing.B) {
			for b.Loop() {
				net, _ := likelihood.NewNet(s, f)
				if _, err := net.Solve(nil, data); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("%d/Solve", n), func(b *testing.B) {
			for b.Loop() {
				if _, err := net.Solve(nil, data); err != nil {
					b.Fatal(err)
				}
			}
		})
		focus := solution.Toward(n / 2)
		b.Run(fmt.Sprintf("%d/Instead", n), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				focus.Instead(i%n, data[1+i%2])
			}
		})
	}
}

// BenchmarkJointReadings walks through the joint readings of six people's vague facts, as a range does.
func BenchmarkJointReadings(b *testing.B) {
	s := panel(b)
	f, data := clinic(s, 200)
	net, err := likelihood.NewNet(s, f)
	if err != nil {
		b.Fatal(err)
	}
	solution, err := net.Solve(nil, data)
	if err != nil {
		b.Fatal(err)
	}
	focus := solution.Toward(100)
	var walk func(depth int)
	walk = func(depth int) {
		if depth == 6 {
			focus.Joint()
			return
		}
		for reading := range 4 {
			focus.Set(31*depth+3, data[1+reading%2])
			walk(depth + 1)
		}
	}
	for b.Loop() {
		walk(0)
	}
}

// cousins have three children with each other, in each of several unrelated families.
func cousins(families int) *pedigree.Family {
	f := &pedigree.Family{}
	add := func(mother, father int) int {
		p := pedigree.Individual{ID: id(len(f.Individuals))}
		if mother >= 0 {
			p.Mother, p.Father = id(mother), id(father)
		}
		f.Individuals = append(f.Individuals, p)
		return len(f.Individuals) - 1
	}
	for range families {
		top, with := add(-1, -1), add(-1, -1)
		aunt, uncle := add(top, with), add(top, with)
		one, other := add(aunt, add(-1, -1)), add(add(-1, -1), uncle)
		for range 3 {
			add(one, other)
		}
	}
	return f
}

// BenchmarkEightLociOfCousins has couples of whom both have parents, and five loops.
func BenchmarkEightLociOfCousins(b *testing.B) {
	s, f := panel(b), cousins(5)
	net, err := likelihood.NewNet(s, f)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := net.Solve(nil, make([][]float64, len(f.Individuals))); err != nil {
			b.Fatal(err)
		}
	}
}
