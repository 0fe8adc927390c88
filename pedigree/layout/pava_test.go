package layout

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestSeparateMovesTwoTooNearApartByTheirWeights(t *testing.T) {
	x := []float64{0, 0}
	separate(x, []float64{0, 1}, []float64{3, 1}, make([]run, 2))
	if math.Abs(x[0]+.25) > 1e-12 || math.Abs(x[1]-.75) > 1e-12 {
		t.Errorf("got %v, want [-0.25 0.75]: the heavier moves a third as far", x)
	}
}

func TestSeparateLeavesAloneWhoHasRoom(t *testing.T) {
	x := []float64{0, 1, 5}
	separate(x, []float64{0, 1, 1}, []float64{1, 1, 1}, make([]run, 3))
	if x[0] != 0 || x[1] != 1 || x[2] != 5 {
		t.Errorf("got %v, want no change", x)
	}
}

// The projection is the nearest point of a convex set: every point of the set lies on the far side of
// the plane through it, square to the way there.
func TestSeparateFindsTheNearestRowThatKeepsItsDistances(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "n")
		want, x, gap, weight, other := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
		for i := range x {
			want[i] = rapid.Float64Range(-5, 5).Draw(t, "x")
			x[i] = want[i]
			gap[i] = rapid.Float64Range(.5, 2).Draw(t, "gap")
			weight[i] = rapid.Float64Range(.1, 4).Draw(t, "weight")
			other[i] = rapid.Float64Range(0, 2).Draw(t, "more")
			if i > 0 {
				other[i] += other[i-1] + gap[i]
			}
		}
		separate(x, gap, weight, make([]run, n))
		product := 0.0
		for i := range x {
			if i > 0 && x[i]-x[i-1] < gap[i]-1e-9 {
				t.Fatalf("%d is %.4f from its neighbour, less than %.4f", i, x[i]-x[i-1], gap[i])
			}
			product += weight[i] * (want[i] - x[i]) * (other[i] - x[i])
		}
		if product > 1e-6 {
			t.Fatalf("%v is not the nearest to %v", x, want)
		}
	})
}
