package likelihood_test

import (
	"errors"
	"math"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/likelihood"
)

func TestEightLociWithTwoRiskAllelesHave45States(t *testing.T) {
	s, err := likelihood.NewSpace(make([]likelihood.Locus, 8), 2, 1)
	if err != nil {
		t.Fatal(err)
	}
	if s.Len() != 45 {
		t.Errorf("%d states, want 1 + 8 + 8 + 28", s.Len())
	}
	for l := range 8 {
		if s.Copies(0, l) != 0 {
			t.Error("state 0 has a risk allele")
		}
	}
}

func TestSpacesThatCannotBeHeldAreRefused(t *testing.T) {
	if _, err := likelihood.NewSpace(make([]likelihood.Locus, 12), 0, 0); !errors.Is(err, likelihood.ErrLoci) {
		t.Errorf("twelve loci without a cap: %v", err)
	}
	if _, err := likelihood.NewSpace(nil, 0, 0); !errors.Is(err, likelihood.ErrLoci) {
		t.Errorf("no locus: %v", err)
	}
	for _, l := range []likelihood.Locus{{Frequency: -1}, {Frequency: math.NaN()}, {Mutation: likelihood.MutationRates{Father: 2}}} {
		if _, err := likelihood.NewSpace([]likelihood.Locus{l}, 0, 0); !errors.Is(err, likelihood.ErrData) {
			t.Errorf("%+v: %v", l, err)
		}
	}
}

// TestWhatTheCapLeavesOutIsWithinTheBound compares with the same loci without a cap.
func TestWhatTheCapLeavesOutIsWithinTheBound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		loci := []likelihood.Locus{{Frequency: 0.01}, {Frequency: 0.003, Mutation: likelihood.MutationRates{Mother: 1e-4, Father: 1e-4}}, {Frequency: 0.02}}
		capped, err := likelihood.NewSpace(loci, 2, 1)
		if err != nil {
			t.Fatal(err)
		}
		free, err := likelihood.NewSpace(loci, 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		f := families(8).Draw(t, "family")
		all := rows(t, free, len(f.Individuals))
		within, largest := make([][]float64, len(all)), 1.0
		for i, row := range all {
			if row == nil {
				continue
			}
			top := 0.0
			for _, x := range row {
				top = max(top, x)
			}
			largest *= top
			within[i] = make([]float64, capped.Len())
			for k := range within[i] {
				within[i][k] = row[sameState(capped, k, free)]
			}
		}
		whole, err := net(t, free, f).Solve(nil, all)
		if err != nil {
			return
		}
		some, err := net(t, capped, f).Solve(nil, within)
		if err != nil {
			if lost := math.Exp(whole.LogLikelihood()); lost > 0.1*largest {
				t.Fatalf("%v, though the likelihood is %v", err, lost)
			}
			return
		}
		true, got, lost := math.Exp(whole.LogLikelihood()), math.Exp(some.LogLikelihood()), some.Lost()
		if lost < 0 || lost > 1 || got > true*(1+1e-12) || true > got+lost*largest+1e-15 {
			t.Fatalf("capped %v, whole %v, lost %v with data up to %v", got, true, lost, largest)
		}
		if whole.Lost() > 1e-12 {
			t.Fatalf("nothing is left out, and %v is said to be lost", whole.Lost())
		}
	})
}

// sameState finds the state of another Space with the same risk alleles.
func sameState(of *likelihood.Space, state int, in *likelihood.Space) int {
	for k := range in.Len() {
		same := true
		for l := range 3 {
			same = same && of.Copies(state, l) == in.Copies(k, l)
		}
		if same {
			return k
		}
	}
	return -1
}

func TestAFounderWithTwoVariantsIsNotCapped(t *testing.T) {
	s, err := likelihood.NewSpace([]likelihood.Locus{{Frequency: 0.001}, {Frequency: 0.002}}, 2, 1)
	if err != nil {
		t.Fatal(err)
	}
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "m"}, {ID: "f"}, {ID: "c", Mother: "m", Father: "f"}}}
	both := make([]float64, s.Len())
	for k := range both {
		if s.Copies(k, 0) > 0 && s.Copies(k, 1) > 0 {
			both[k] = 1
		}
	}
	n := net(t, s, f)
	got, err := n.Solve(nil, [][]float64{both, nil, nil})
	if err != nil {
		t.Fatal(err)
	}
	if p := carries(s, got.Posterior(2), 0); math.Abs(p-0.5) > 0.002 {
		t.Errorf("the child of a woman with both variants has the first with probability %v", p)
	}
	// Neither parent is known to have any, so a child with both asks for more of nobody in particular.
	child, err := n.Solve(nil, [][]float64{nil, nil, both})
	if err != nil {
		t.Fatal(err)
	}
	if p := carries(s, child.Posterior(0), 0); p < 0.4 || p > 0.6 {
		t.Errorf("the mother of a child with both has the first with probability %v", p)
	}
	// The other founder surely has none: only a mother with both explains it.
	none := make([]float64, s.Len())
	none[0] = 1
	mother, err := n.Solve(nil, [][]float64{nil, none, both})
	if err != nil {
		t.Fatal(err)
	}
	if p := carries(s, mother.Posterior(0), 1); p != 1 {
		t.Errorf("the mother carries the second with probability %v", p)
	}
	focus := got.Toward(2)
	want, err := n.Solve(nil, [][]float64{both, both, nil})
	if err != nil {
		t.Fatal(err)
	}
	now := focus.Instead(1, both)
	for k, p := range want.Posterior(2) {
		if w := p * math.Exp(want.LogLikelihood()-got.LogLikelihood()); math.Abs(now[k]-w) > 1e-12 {
			t.Errorf("instead %v, a new Solve gives %v", now[k], w)
		}
	}
}

// carries is the probability of at least one risk allele at a locus.
func carries(s *likelihood.Space, posterior []float64, locus int) (p float64) {
	for k, x := range posterior {
		if s.Copies(k, locus) > 0 {
			p += x
		}
	}
	return p
}

// TestAVariantKnownInOneGeneLeavesRoomForAnotherBesideIt: mother and daughter carry at locus 0; with that locus
// beside, the chance at the other loci is what it is without any cap, and without it next to nothing from her.
func TestAVariantKnownInOneGeneLeavesRoomForAnotherBesideIt(t *testing.T) {
	loci := []likelihood.Locus{{Frequency: 0.001}, {Frequency: 0.002}, {Frequency: 0.0005}}
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "mother"}, {ID: "father"}, {ID: "daughter", Mother: "mother", Father: "father"}}}
	second := func(most, founder int, beside ...int) float64 {
		s, err := likelihood.NewSpace(loci, most, founder, beside...)
		if err != nil {
			t.Fatal(err)
		}
		carries := make([]float64, s.Len())
		for k := range carries {
			carries[k] = float64(min(1, s.Copies(k, 0)))
		}
		answer, err := net(t, s, f).Solve(nil, [][]float64{carries, nil, carries})
		if err != nil {
			t.Fatal(err)
		}
		sum := 0.0
		for k, p := range answer.Posterior(2) {
			sum += p * float64(min(1, s.Copies(k, 1)))
		}
		return sum
	}
	want := second(0, 0)
	if got := second(2, 1, 0); math.Abs(got-want) > 0.01*want {
		t.Errorf("beside the known one: %v, uncapped %v", got, want)
	}
	if got := second(2, 1); got > 0.6*want {
		t.Errorf("not beside it: %v, uncapped %v", got, want)
	}
}
