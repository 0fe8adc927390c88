package layout

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// eliminated solves a dense system by Gaussian elimination; the matrix is positive definite.
func eliminated(a [][]float64, b []float64) []float64 {
	n := len(b)
	for k := range n {
		for i := k + 1; i < n; i++ {
			f := a[i][k] / a[k][k]
			for j := k; j < n; j++ {
				a[i][j] -= f * a[k][j]
			}
			b[i] -= f * b[k]
		}
	}
	for k := n - 1; k >= 0; k-- {
		for j := k + 1; j < n; j++ {
			b[k] -= a[k][j] * b[j]
		}
		b[k] /= a[k][k]
	}
	return b
}

// The first variables are joined to many others, as crowded rows are.
func TestSparseEquationsAgreeWithGaussianElimination(t *testing.T) {
	var s equations
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 90).Draw(t, "variables")
		hubs := rapid.IntRange(0, min(n, 3)).Draw(t, "hubs")
		dense := make([][]float64, n)
		for i := range dense {
			dense[i] = make([]float64, n)
		}
		s.reset(n)
		join := func(i, j int) {
			if i == j {
				return
			}
			v := rapid.Float64Range(-1, 1).Draw(t, "value")
			s.add(i, j, v)
			s.add(j, i, v)
			dense[i][j] += v
			dense[j][i] += v
		}
		for i := range n {
			for h := range hubs {
				join(h, i)
			}
			join(i, rapid.IntRange(0, n-1).Draw(t, "other"))
		}
		right := make([]float64, n)
		for i := range n {
			sum := 1.0
			for j := range n {
				sum += math.Abs(dense[i][j])
			}
			dense[i][i], s.diagonal[i] = sum, sum
			right[i] = float64(i%7) - 3
			s.unknown[i] = right[i]
		}
		s.solve()
		for i, want := range eliminated(dense, right) {
			if math.Abs(s.unknown[i]-want) > 1e-9 {
				t.Fatalf("variable %d of %d is %g, want %g", i, n, s.unknown[i], want)
			}
		}
	})
}

// arranged is an order of the first connected part of an invented family.
func arranged(t *rapid.T) *order {
	f := drawFamily(t, 30)
	if len(f.Individuals) == 0 {
		t.Skip("nobody")
	}
	g := build(f).components()[0]
	g.assignRows(nil)
	o, _ := g.arrange(Options{}, nil)
	return o
}

func TestPlacesAreTheSameOptimumFromEveryStart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := arranged(t)
		want := o.place(nil)
		p := o.newPlacer(make([]hold, len(o.nodes)))
		for q := range p.x {
			p.x[q] = rapid.Float64Range(-50, 50).Draw(t, "start")
		}
		for q, x := range p.solved() {
			if math.Abs(x-want[q]) > 1e-5 {
				t.Fatalf("node %d stands at %g, and at %g from another start", q, x, want[q])
			}
		}
	})
}

// Of a strictly convex objective the optimum is where no small step that keeps the distances is better.
func TestNoStepFromTheOptimumIsBetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := arranged(t)
		p := o.newPlacer(make([]hold, len(o.nodes)))
		p.solve()
		best := p.gradient(p.x)
		for range 5 {
			for q := range p.x {
				p.ahead[q] = p.x[q] + rapid.Float64Range(-.3, .3).Draw(t, "step")
			}
			p.project(p.ahead, p.moved)
			if value := p.gradient(p.ahead); value < best-1e-7 {
				t.Fatalf("the objective is %g and would be %g", best, value)
			}
		}
	})
}

// A couple on two rows whose children stand further down has bends below the bend beside the partner.
func TestEveryBendStandsInARow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := arranged(t)
		placed := make([]bool, len(o.nodes))
		for _, row := range o.rowsOf {
			for _, q := range row {
				placed[q] = true
			}
		}
		for q, ok := range placed {
			if !ok {
				t.Fatalf("node %d stands in no row (bend: %v)", q, o.nodes[q].bend)
			}
		}
	})
}

func TestCostsAreKeptUpToDateWhileTheSearchMoves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := arranged(t)
		for r := range o.rowsOf {
			if row, gap := o.rowCost(r), o.gapCost(r); math.Abs(row-o.row[r]) > 1e-9 || math.Abs(gap-o.gap[r]) > 1e-9 {
				t.Fatalf("row %d costs %g and %g above, but is held to cost %g and %g", r, row, gap, o.row[r], o.gap[r])
			}
		}
	})
}
