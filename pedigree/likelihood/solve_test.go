package likelihood_test

import (
	"errors"
	"math"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree/likelihood"
)

// randomParents draws a pedigree in which everybody comes after the parents, loops included.
func randomParents(t *rapid.T, n int) []likelihood.Parents {
	parents := make([]likelihood.Parents, n)
	for i := range parents {
		parents[i] = likelihood.Parents{Mother: likelihood.None, Father: likelihood.None}
		if i >= 2 && rapid.Bool().Draw(t, "child") {
			m := rapid.IntRange(likelihood.None, i-1).Draw(t, "mother")
			f := rapid.IntRange(likelihood.None, i-1).Draw(t, "father")
			if m != f {
				parents[i] = likelihood.Parents{Mother: m, Father: f}
			}
		}
	}
	return parents
}

func randomData(t *rapid.T, n int) []likelihood.Vector {
	data := make([]likelihood.Vector, n)
	for i := range data {
		for g := range data[i] {
			data[i][g] = rapid.SampledFrom([]float64{0, 0.001, 0.3, 1, 1}).Draw(t, "chance")
		}
	}
	return data
}

// bruteForce sums over every combination of genotypes; a single known parent's partner is summed too.
func bruteForce(parents []likelihood.Parents, q float64, data []likelihood.Vector) (total float64, sums []likelihood.Vector) {
	prior := likelihood.Vector{(1 - q) * (1 - q), 2 * q * (1 - q), q * q}
	pass := func(g int) float64 { return float64(g) / 2 }
	sums = make([]likelihood.Vector, len(parents))
	genotype := make([]int, len(parents))
	var visit func(i int, weight float64)
	visit = func(i int, weight float64) {
		if weight == 0 {
			return
		}
		if i == len(parents) {
			total += weight
			for j, g := range genotype {
				sums[j][g] += weight
			}
			return
		}
		of := parents[i]
		chance := func(parent int) float64 {
			if parent == likelihood.None {
				return q // an unknown parent passes on the risk allele with its frequency
			}
			return pass(genotype[parent])
		}
		for g := range likelihood.Genotypes {
			genotype[i] = g
			p := prior[g]
			if of.Mother != likelihood.None || of.Father != likelihood.None {
				m, f := chance(of.Mother), chance(of.Father)
				p = [...]float64{(1 - m) * (1 - f), m*(1-f) + f*(1-m), m * f}[g]
			}
			visit(i+1, weight*p*data[i][g])
		}
	}
	visit(0, 1)
	return total, sums
}

func TestEliminationEqualsBruteForceOnAnySmallPedigree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "people")
		parents, data := randomParents(t, n), randomData(t, n)
		q := rapid.SampledFrom([]float64{0.0033, 0.1, 0.5}).Draw(t, "q")
		want, sums := bruteForce(parents, q, data)
		plan, err := likelihood.NewPlan(parents, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, err := plan.Solve(q, data)
		var zero *likelihood.Impossible
		if errors.As(err, &zero) {
			if want != 0 {
				t.Fatalf("called impossible (child %d), brute force gives %g", zero.Child, want)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(got.LogLikelihood-math.Log(want)) > 1e-11 {
			t.Fatalf("log likelihood %v, brute force %v", got.LogLikelihood, math.Log(want))
		}
		for i := range sums {
			for g := range sums[i] {
				if d := math.Abs(got.Posteriors[i][g] - sums[i][g]/want); d > 1e-12 {
					t.Fatalf("posterior of %d off by %g", i, d)
				}
			}
		}
	})
}

func TestUninformativeRelativesAndOrderChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 14).Draw(t, "people")
		parents, data := randomParents(t, n), make([]likelihood.Vector, n)
		for i := range data {
			data[i] = likelihood.Vector{0.9, rapid.Float64Range(0.01, 1).Draw(t, "carrier"), 0.5}
		}
		before := solve(t, parents, 0.01, data)
		more := append(append([]likelihood.Parents{}, parents...), likelihood.Parents{Mother: n - 1, Father: likelihood.None})
		after := solve(t, more, 0.01, append(append([]likelihood.Vector{}, data...), likelihood.Unknown))
		if math.Abs(before.LogLikelihood-after.LogLikelihood) > 1e-11 {
			t.Fatalf("a relative of whom nothing is known moved the log likelihood from %v to %v", before.LogLikelihood, after.LogLikelihood)
		}
		turn := func(i int) int {
			if i == likelihood.None {
				return i
			}
			return n - 1 - i
		}
		turned, turnedData := make([]likelihood.Parents, n), make([]likelihood.Vector, n)
		for i := range parents {
			turned[turn(i)] = likelihood.Parents{Mother: turn(parents[i].Mother), Father: turn(parents[i].Father)}
			turnedData[turn(i)] = data[i]
		}
		if got := solve(t, turned, 0.01, turnedData).LogLikelihood; math.Abs(got-before.LogLikelihood) > 1e-11 {
			t.Fatalf("the order of people moved the log likelihood from %v to %v", before.LogLikelihood, got)
		}
	})
}

func solve(t interface{ Fatal(...any) }, parents []likelihood.Parents, q float64, data []likelihood.Vector, identical ...[]int) likelihood.Answer {
	plan, err := likelihood.NewPlan(parents, identical)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := plan.Solve(q, data)
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// TestChildrenOfRelativesMatchTheClosedForms uses P(a/a) = p² + p(1-p)F for a child with inbreeding F.
func TestChildrenOfRelativesMatchTheClosedForms(t *testing.T) {
	none := likelihood.Parents{Mother: likelihood.None, Father: likelihood.None}
	for _, c := range []struct {
		name    string
		parents []likelihood.Parents
		data    likelihood.Vector
		want    float64
	}{
		{"first cousins' child a/a", []likelihood.Parents{none, none, {Mother: 0, Father: 1}, {Mother: 0, Father: 1}, none, none, {Mother: 2, Father: 4}, {Mother: 5, Father: 3}, {Mother: 6, Father: 7}}, likelihood.Vector{0, 0, 1}, 0.05},
		{"first cousins' child a/b", []likelihood.Parents{none, none, {Mother: 0, Father: 1}, {Mother: 0, Father: 1}, none, none, {Mother: 2, Father: 4}, {Mother: 5, Father: 3}, {Mother: 6, Father: 7}}, likelihood.Vector{0, 1, 0}, 0.30},
		{"double first cousins' child a/a", []likelihood.Parents{none, none, none, none, {Mother: 0, Father: 1}, {Mother: 0, Father: 1}, {Mother: 2, Father: 3}, {Mother: 2, Father: 3}, {Mother: 4, Father: 6}, {Mother: 7, Father: 5}, {Mother: 8, Father: 9}}, likelihood.Vector{0, 0, 1}, 0.06},
		{"siblings' child a/a", []likelihood.Parents{none, none, {Mother: 0, Father: 1}, {Mother: 0, Father: 1}, {Mother: 2, Father: 3}}, likelihood.Vector{0, 0, 1}, 0.08},
	} {
		data := make([]likelihood.Vector, len(c.parents))
		for i := range data {
			data[i] = likelihood.Unknown
		}
		data[len(data)-1] = c.data
		if got := math.Exp(solve(t, c.parents, 0.2, data).LogLikelihood); math.Abs(got-c.want) > 1e-14 {
			t.Errorf("%s: %.15f, want %v", c.name, got, c.want)
		}
	}
}

func TestIdenticalTwinsAreOneGenotype(t *testing.T) {
	none := likelihood.Parents{Mother: likelihood.None, Father: likelihood.None}
	affected, well := likelihood.Vector{0.01, 0.5, 0.5}, likelihood.Vector{0.9, 0.4, 0.4}
	twins := []likelihood.Parents{none, none, {Mother: 0, Father: 1}, {Mother: 0, Father: 1}, {Mother: 2, Father: likelihood.None}, {Mother: 3, Father: likelihood.None}}
	data := []likelihood.Vector{likelihood.Unknown, likelihood.Unknown, affected, well, well, affected}
	got := solve(t, twins, 0.01, data, []int{2, 3})
	one := []likelihood.Parents{none, none, {Mother: 0, Father: 1}, {Mother: 2, Father: likelihood.None}, {Mother: 2, Father: likelihood.None}}
	both := likelihood.Vector{0.01 * 0.9, 0.5 * 0.4, 0.5 * 0.4}
	want := solve(t, one, 0.01, []likelihood.Vector{likelihood.Unknown, likelihood.Unknown, both, well, affected})
	if math.Abs(got.LogLikelihood-want.LogLikelihood) > 1e-13 {
		t.Errorf("twins %v, one person with both twins' data %v", got.LogLikelihood, want.LogLikelihood)
	}
	if got.Posteriors[2] != got.Posteriors[3] {
		t.Errorf("identical twins differ: %v and %v", got.Posteriors[2], got.Posteriors[3])
	}
}

func TestImpossibleDataNameTheTrio(t *testing.T) {
	none := likelihood.Parents{Mother: likelihood.None, Father: likelihood.None}
	parents := []likelihood.Parents{none, none, {Mother: 0, Father: 1}, none, {Mother: 2, Father: 3}}
	data := []likelihood.Vector{{1, 0, 0}, {1, 0, 0}, {0, 1, 1}, {1, 1, 1}, {1, 1, 1}}
	plan, err := likelihood.NewPlan(parents, nil)
	if err != nil {
		t.Fatal(err)
	}
	_, err = plan.Solve(0.1, data)
	var zero *likelihood.Impossible
	if !errors.As(err, &zero) || *zero != (likelihood.Impossible{Child: 2, Mother: 0, Father: 1}) {
		t.Fatalf("got %v %+v", err, zero)
	}
}

func TestBadInputIsAnError(t *testing.T) {
	if _, err := likelihood.NewPlan([]likelihood.Parents{{Mother: 1, Father: -1}, {Mother: 0, Father: -1}}, nil); !errors.Is(err, likelihood.ErrCycle) {
		t.Errorf("own ancestor: %v", err)
	}
	if _, err := likelihood.NewPlan([]likelihood.Parents{{Mother: 7, Father: -1}}, nil); err == nil {
		t.Error("a mother outside the pedigree was accepted")
	}
	plan, err := likelihood.NewPlan([]likelihood.Parents{{Mother: -1, Father: -1}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []float64{-0.1, 1.1, math.NaN()} {
		if _, err := plan.Solve(q, []likelihood.Vector{likelihood.Unknown}); !errors.Is(err, likelihood.ErrData) {
			t.Errorf("allele frequency %v: %v", q, err)
		}
	}
	if _, err := plan.Solve(0.1, []likelihood.Vector{{math.NaN(), 1, 1}}); !errors.Is(err, likelihood.ErrData) {
		t.Errorf("data that are no number: %v", err)
	}
}

func TestFortyChildrenWithSharpDataDoNotUnderflow(t *testing.T) {
	none := likelihood.Parents{Mother: likelihood.None, Father: likelihood.None}
	parents, data := []likelihood.Parents{none, none}, []likelihood.Vector{likelihood.Unknown, likelihood.Unknown}
	for i := range 40 {
		parents = append(parents, likelihood.Parents{Mother: 0, Father: 1})
		v := likelihood.Vector{1e-40, 1e-20, 1}
		if i%2 == 0 {
			v = likelihood.Vector{1, 1e-20, 1e-40}
		}
		data = append(data, v)
	}
	got := solve(t, parents, 0.01, data)
	// Both parents carry one allele, each child has the genotype its data favour: (2pq)²·(1/4)^40.
	want := 2*math.Log(2*0.01*0.99) + 40*math.Log(0.25)
	if math.Abs(got.LogLikelihood-want) > 1e-9 {
		t.Errorf("log likelihood %v, closed form %v", got.LogLikelihood, want)
	}
}

// TestAPedigreeTooTangledForMemoryIsRefused has sixteen women each with a child by each of sixteen men.
func TestAPedigreeTooTangledForMemoryIsRefused(t *testing.T) {
	none := likelihood.Parents{Mother: likelihood.None, Father: likelihood.None}
	parents := make([]likelihood.Parents, 32)
	for i := range parents {
		parents[i] = none
	}
	for mother := range 16 {
		for father := 16; father < 32; father++ {
			parents = append(parents, likelihood.Parents{Mother: mother, Father: father})
		}
	}
	if _, err := likelihood.NewPlan(parents, nil); !errors.Is(err, likelihood.ErrTangled) {
		t.Errorf("got %v", err)
	}
}
