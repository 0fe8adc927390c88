package likelihood_test

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/likelihood"
)

func one(t testing.TB, loci ...likelihood.Locus) *likelihood.Space {
	t.Helper()
	s, err := likelihood.NewSpace(loci, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func solved(t testing.TB, s *likelihood.Space, f *pedigree.Family, data map[pedigree.ID][]float64) *likelihood.Solution {
	t.Helper()
	all := make([][]float64, len(f.Individuals))
	for i := range f.Individuals {
		all[i] = data[f.Individuals[i].ID]
	}
	solution, err := net(t, s, f).Solve(nil, all)
	if err != nil {
		t.Fatal(err)
	}
	return solution
}

func near(t testing.TB, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-12) {
		t.Errorf("%s: %.15g, want %.15g", what, got, want)
	}
}

// withSons is a woman whose mother surely carries, with k sons who are well.
func withSons(k int) (*pedigree.Family, map[pedigree.ID][]float64) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "grandmother"}, {ID: "grandfather"}, {ID: "woman", Mother: "grandmother", Father: "grandfather"}}}
	data := map[pedigree.ID][]float64{"grandmother": {0, 1, 0}, "grandfather": {1, 0, 0}}
	for i := range k {
		p := pedigree.Individual{ID: pedigree.ID(fmt.Sprint("son", i)), Mother: "woman", Sex: pedigree.Male}
		f.Individuals, data[p.ID] = append(f.Individuals, p), []float64{1, 0, 0}
	}
	return f, data
}

// TestACarriersDaughterWithHealthySons is the textbook answer for an X-linked recessive disease (Young,
// Introduction to Risk Calculation in Genetic Counseling): 1/2 before, (1/2)^k for k healthy sons.
func TestACarriersDaughterWithHealthySons(t *testing.T) {
	s := one(t, likelihood.Locus{Frequency: 1e-4, X: true})
	for k := range 8 {
		f, data := withSons(k)
		p := solved(t, s, f, data).Posterior(2)
		near(t, fmt.Sprint(k, " healthy sons"), p[1], 1/(1+math.Ldexp(1, k)))
	}
}

// TestTheMotherOfAnIsolatedCaseCarriesInTwoOfThree is Haldane's 2/3 for a lethal X-linked disease with
// equal rates in both sexes (J Genet 1935;31:317-326): carriers are 4μ of women when a third of the
// alleles is new in every generation.
func TestTheMotherOfAnIsolatedCaseCarriesInTwoOfThree(t *testing.T) {
	const mu = 1e-6
	s := one(t, likelihood.Locus{Frequency: 2 * mu, X: true, Mutation: likelihood.MutationRates{Mother: mu, Father: mu}})
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "mother"}, {ID: "son", Mother: "mother", Sex: pedigree.Male}}}
	p := solved(t, s, f, map[pedigree.ID][]float64{"mother": {1, 1, 0}, "son": {0, 1, 1}}).Posterior(0)
	if math.Abs(p[1]-2./3) > 1e-5 {
		t.Errorf("mother carries with %v, want 2/3", p[1])
	}
}

func TestFathersGiveTheirXToDaughtersOnly(t *testing.T) {
	s := one(t, likelihood.Locus{Frequency: 0.1, X: true})
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "m"},
		{ID: "f"},
		{ID: "daughter", Mother: "m", Father: "f", Sex: pedigree.Female},
		{ID: "son", Mother: "m", Father: "f", Sex: pedigree.Male},
		{ID: "child", Mother: "m", Father: "f"},
	}}
	got := solved(t, s, f, map[pedigree.ID][]float64{"m": {1, 0, 0}, "f": {0, 1, 0}})
	near(t, "daughter carries", got.Posterior(2)[1], 1)
	near(t, "son carries", got.Posterior(3)[1], 0)
	near(t, "child of unknown sex carries", got.Posterior(4)[1], 0.5)
	near(t, "man's prior", s.PriorMale([]float64{0.1})[1], 0.1)
	near(t, "woman's prior", s.Prior([]float64{0.1})[1], 0.18)
}

func TestFoundersAreInHardyWeinbergProportionAtEachLocus(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		p, q := rapid.Float64Range(0, 1).Draw(r, "p"), rapid.Float64Range(0, 1).Draw(r, "q")
		s := one(t, likelihood.Locus{Frequency: p}, likelihood.Locus{Frequency: q})
		got := solved(t, s, &pedigree.Family{Individuals: []pedigree.Individual{{ID: "a"}}}, nil).Posterior(0)
		hw := func(q float64, n int) float64 { return []float64{(1 - q) * (1 - q), 2 * q * (1 - q), q * q}[n] }
		for k := range got {
			near(t, "state", got[k], hw(p, s.Copies(k, 0))*hw(q, s.Copies(k, 1)))
		}
	})
}

func TestPriorsOfAnotherAncestryCountForThatFounderOnly(t *testing.T) {
	s := one(t, likelihood.Locus{Frequency: 0.001})
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "m"}, {ID: "f"}, {ID: "c", Mother: "m", Father: "f"}}}
	priors := [][]float64{s.Prior([]float64{0.02}), nil, s.Prior([]float64{0.9})}
	got, err := net(t, s, f).Solve(priors, make([][]float64, 3))
	if err != nil {
		t.Fatal(err)
	}
	near(t, "mother", got.Posterior(0)[1], 2*0.02*0.98)
	near(t, "father", got.Posterior(1)[1], 2*0.001*0.999)
	near(t, "child, who is no founder", got.Posterior(2)[1], 0.02*0.999+0.98*0.001)
}

func TestNewRiskAllelesComeByTheParentsSex(t *testing.T) {
	s := one(t, likelihood.Locus{Mutation: likelihood.MutationRates{Mother: 0.001, Father: 0.004}})
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "m"}, {ID: "f"}, {ID: "c", Mother: "m", Father: "f"}}}
	got := solved(t, s, f, nil).Posterior(2)
	near(t, "one", got[1], 0.001*0.996+0.999*0.004)
	near(t, "two", got[2], 0.001*0.004)
}

func TestOrderNamesAndUninformativeRelativesChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		loci := loci.Draw(t, "loci")
		s, err := likelihood.NewSpace(loci, 3, 2)
		if err != nil {
			t.Fatal(err)
		}
		f := families(10).Draw(t, "family")
		n := len(f.Individuals)
		data := rows(t, s, n)
		before, err := net(t, s, f).Solve(nil, data)
		if err != nil {
			return
		}
		places := make([]int, n)
		for i := range places {
			places[i] = i
		}
		other := &pedigree.Family{Individuals: make([]pedigree.Individual, n)}
		moved := make([][]float64, n)
		name := func(id pedigree.ID) pedigree.ID {
			if id == "" {
				return ""
			}
			return "new " + id
		}
		places = rapid.Permutation(places).Draw(t, "order")
		for i, p := range f.Individuals {
			p.ID, p.Mother, p.Father = name(p.ID), name(p.Mother), name(p.Father)
			other.Individuals[places[i]], moved[places[i]] = p, data[i]
		}
		for _, twins := range f.Twins {
			twins.Members = []pedigree.ID{name(twins.Members[1]), name(twins.Members[0])}
			other.Twins = append(other.Twins, twins)
		}
		after, err := net(t, s, other).Solve(nil, moved)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(after.LogLikelihood()-before.LogLikelihood()) > 1e-11 {
			t.Fatalf("another order: log likelihood %v, was %v", after.LogLikelihood(), before.LogLikelihood())
		}
		for i := range data {
			same(t, "posterior in another order", after.Posterior(places[i]), before.Posterior(i), 1)
		}
		if s.Len() > 3 || slices.ContainsFunc(loci, func(l likelihood.Locus) bool { return l.X }) {
			return // a cap loses a little with everybody more, and a child settles a parent's sex
		}
		child := pedigree.Individual{ID: "nobody knows"}
		child.Mother = f.Individuals[rapid.IntRange(0, n-1).Draw(t, "parent")].ID
		more := &pedigree.Family{Individuals: append(slices.Clone(f.Individuals), child), Twins: f.Twins}
		larger, err := net(t, s, more).Solve(nil, append(slices.Clone(data), nil))
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(larger.LogLikelihood()-before.LogLikelihood()) > 1e-11 {
			t.Fatalf("with a child of whom nothing is known: log likelihood %v, was %v", larger.LogLikelihood(), before.LogLikelihood())
		}
	})
}

// TestUnlinkedLociAnswerAsEachAlone says of two loci things that have nothing to do with each other.
func TestUnlinkedLociAnswerAsEachAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		loci := []likelihood.Locus{{Frequency: 0.1}, {Frequency: 0.02, X: rapid.Bool().Draw(t, "x"), Mutation: likelihood.MutationRates{Mother: 0.01}}}
		f := cousins(1)
		for i := range f.Individuals {
			f.Individuals[i].Sex = pedigree.Female
		}
		var alone [2]*likelihood.Solution
		var data [2][][]float64
		for l := range loci {
			s, err := likelihood.NewSpace(loci[l:l+1], 0, 0)
			if err != nil {
				t.Fatal(err)
			}
			data[l] = rows(t, s, len(f.Individuals))
			if alone[l], err = net(t, s, f).Solve(nil, data[l]); err != nil {
				return
			}
		}
		s, err := likelihood.NewSpace(loci, 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		// at is the entry of each locus's numbers for a state of both.
		at := func(of [2][]float64, k int) float64 {
			x := 1.0
			for l := range loci {
				if of[l] != nil {
					x *= of[l][s.Copies(k, l)]
				}
			}
			return x
		}
		both := make([][]float64, len(f.Individuals))
		for i := range both {
			both[i] = make([]float64, s.Len())
			for k := range both[i] {
				both[i][k] = at([2][]float64{data[0][i], data[1][i]}, k)
			}
		}
		got, err := net(t, s, f).Solve(nil, both)
		if err != nil {
			t.Fatal(err)
		}
		if want := alone[0].LogLikelihood() + alone[1].LogLikelihood(); math.Abs(got.LogLikelihood()-want) > 1e-11 {
			t.Fatalf("log likelihood %v, the two alone %v", got.LogLikelihood(), want)
		}
		for i := range both {
			want := make([]float64, s.Len())
			for k := range want {
				want[k] = at([2][]float64{alone[0].Posterior(i), alone[1].Posterior(i)}, k)
			}
			same(t, "posterior", got.Posterior(i), want, 1)
		}
	})
}

// TestChildrenWhoContradictEachOtherDoNotUnderflow has a couple of whom each has none or two risk alleles,
// four children who almost surely have none and four who almost surely have two, with chances of 1e-60
// otherwise: L = 1e-240·(P(both none) + P(both two)), first of strangers, then of cousins.
func TestChildrenWhoContradictEachOtherDoNotUnderflow(t *testing.T) {
	const q, e = 0.3, 1e-60
	for _, c := range []struct {
		name string
		f    *pedigree.Family // the last is a child of the couple
	}{
		{"strangers", &pedigree.Family{Individuals: []pedigree.Individual{{ID: "mother"}, {ID: "father"}, {ID: "child", Mother: "mother", Father: "father"}}}},
		{"cousins", cousins(1)},
	} {
		f := c.f
		mother, father := f.Individuals[len(f.Individuals)-1].Mother, f.Individuals[len(f.Individuals)-1].Father
		plain := one(t, likelihood.Locus{Frequency: q})
		more := one(t, likelihood.Locus{Frequency: q}, likelihood.Locus{Frequency: 0.1})
		data := map[pedigree.ID][]float64{mother: {1, 0, 1}, father: {1, 0, 1}}
		for i := range 8 {
			p := pedigree.Individual{ID: pedigree.ID(fmt.Sprint("child", i)), Mother: mother, Father: father}
			f.Individuals = append(f.Individuals, p)
			data[p.ID] = [][]float64{{1, e, e}, {e, e, 1}}[i%2]
		}
		// What two people of that relationship have is asked of the same family without the children's data.
		pair := func(g int) float64 {
			row := make([]float64, 3)
			row[g] = 1
			return math.Exp(solved(t, plain, f, map[pedigree.ID][]float64{mother: row, father: row}).LogLikelihood())
		}
		want := 4*math.Log(e) + math.Log(pair(0)+pair(2))
		for _, s := range []*likelihood.Space{plain, more} {
			known := map[pedigree.ID][]float64{}
			for id, row := range data {
				for k := range s.Len() {
					known[id] = append(known[id], row[s.Copies(k, 0)])
				}
			}
			got := solved(t, s, f, known)
			if math.Abs(got.LogLikelihood()-want) > 1e-9 {
				t.Errorf("%s, %d states: log likelihood %v, want %v", c.name, s.Len(), got.LogLikelihood(), want)
			}
			focus := got.Toward(0)
			sum := 0.0
			for _, p := range focus.Instead(len(f.Individuals)-1, nil) {
				sum += p
			}
			first := solved(t, s, f, without(known, f.Individuals[len(f.Individuals)-1].ID)).LogLikelihood()
			if math.Abs(math.Log(sum)-(first-got.LogLikelihood())) > 1e-9 {
				t.Errorf("%s, %d states: without the last child exp(%v) times as probable, want exp(%v)", c.name, s.Len(), math.Log(sum), first-got.LogLikelihood())
			}
		}
	}
}

func without(data map[pedigree.ID][]float64, id pedigree.ID) map[pedigree.ID][]float64 {
	rest := map[pedigree.ID][]float64{}
	for other, row := range data {
		if other != id {
			rest[other] = row
		}
	}
	return rest
}

// TestAParentNamedTwiceIsOnePerson has a mistake that files contain: mother and father are the same.
func TestAParentNamedTwiceIsOnePerson(t *testing.T) {
	s := one(t, likelihood.Locus{Frequency: 0.2})
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "a"}, {ID: "c", Mother: "a", Father: "a"}}}
	got := solved(t, s, f, map[pedigree.ID][]float64{"a": {0, 1, 0}}).Posterior(1)
	for g, want := range []float64{0.25, 0.5, 0.25} {
		near(t, fmt.Sprint(g, " alleles"), got[g], want)
	}
}

func TestImpossibleDataOfSeveralLociNameTheTrio(t *testing.T) {
	s := one(t, likelihood.Locus{Frequency: 0.01}, likelihood.Locus{Frequency: 0.01})
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "m"}, {ID: "f"}, {ID: "c", Mother: "m", Father: "f"}, {ID: "g", Mother: "c"}}}
	none, first := make([]float64, s.Len()), make([]float64, s.Len())
	for k := range none {
		if s.Copies(k, 1) == 0 {
			none[k] = 1
		} else {
			first[k] = 1
		}
	}
	_, err := net(t, s, f).Solve(nil, [][]float64{none, none, first, nil})
	var zero *likelihood.Impossible
	if !errors.As(err, &zero) || *zero != (likelihood.Impossible{Child: 2, Mother: 0, Father: 1}) {
		t.Errorf("got %v %+v", err, zero)
	}
}

func TestNumbersThatAreNoProbabilitiesAreRefused(t *testing.T) {
	s := one(t, likelihood.Locus{Frequency: 0.01})
	n := net(t, s, &pedigree.Family{Individuals: []pedigree.Individual{{ID: "a"}}})
	for _, data := range [][][]float64{nil, {{1, 1}}, {{1, 1, -1}}, {{1, math.NaN(), 1}}, {{1, 1, math.Inf(1)}}} {
		if _, err := n.Solve(nil, data); !errors.Is(err, likelihood.ErrData) {
			t.Errorf("%v: %v", data, err)
		}
	}
	if _, err := n.Solve([][]float64{{1, 2}}, [][]float64{nil}); !errors.Is(err, likelihood.ErrData) {
		t.Errorf("priors of two states: %v", err)
	}
	cycle := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "a", Mother: "b"}, {ID: "b", Mother: "a"}}}
	if _, err := likelihood.NewNet(s, cycle); !errors.Is(err, likelihood.ErrCycle) {
		t.Errorf("own ancestor: %v", err)
	}
}

func TestTenThousandPeopleDoNotUnderflow(t *testing.T) {
	parents, data := tree(10_000)
	for i := range data {
		for g := range data[i] {
			data[i][g] *= 1e-30
		}
	}
	got := solve(t, parents, 0.0033, data)
	if math.IsInf(got.LogLikelihood, 0) || math.IsNaN(got.LogLikelihood) {
		t.Fatalf("log likelihood %v", got.LogLikelihood)
	}
	for i, p := range got.Posteriors {
		if sum := p[0] + p[1] + p[2]; !(math.Abs(sum-1) < 1e-12) {
			t.Fatalf("posterior of %d sums to %v", i, sum)
		}
	}
	s := one(t, likelihood.Locus{Frequency: 0.0033})
	f := &pedigree.Family{}
	rows := make([][]float64, len(data))
	for i, of := range parents {
		p := pedigree.Individual{ID: id(i)}
		if of.Mother != likelihood.None {
			p.Mother, p.Father = id(of.Mother), id(of.Father)
		}
		f.Individuals, rows[i] = append(f.Individuals, p), data[i][:]
	}
	solution, err := net(t, s, f).Solve(nil, rows)
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(solution.LogLikelihood()-got.LogLikelihood) > 1e-6 {
		t.Errorf("as a Net %v, as a Plan %v", solution.LogLikelihood(), got.LogLikelihood)
	}
	focus, last := solution.Toward(0), len(data)-1
	sum := 0.0
	for _, p := range focus.Instead(last, nil) {
		sum += p
	}
	if math.Abs(sum-1/data[last][0]) > 0.1/data[last][0] {
		t.Errorf("with nothing known of the last person the data are %g times as probable", sum)
	}
}

func TestMessagesOfAPlanTimesDataAreThePosteriors(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 10).Draw(t, "people")
		parents, data := randomParents(t, n), randomData(t, n)
		plan, err := likelihood.NewPlan(parents, [][]int{{0, 1}})
		if err != nil {
			return
		}
		got, err := plan.Solve(0.05, data)
		if err != nil {
			return
		}
		for i, v := range got.Messages {
			sum := 0.0
			for g := range v {
				v[g] *= data[i][g]
				sum += v[g]
			}
			same(t, "message times data", v[:], got.Posteriors[i][:], sum)
		}
	})
}
