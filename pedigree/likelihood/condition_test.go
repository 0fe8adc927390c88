package likelihood

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
)

// ring is a closed chain of couples: each child of one couple has children with a child of the next.
func ring(couples int) *pedigree.Family {
	f := &pedigree.Family{}
	id := func(what string, i int) pedigree.ID { return pedigree.ID(what + strconv.Itoa(i%couples)) }
	for i := range couples {
		f.Individuals = append(f.Individuals,
			pedigree.Individual{ID: id("mother", i)}, pedigree.Individual{ID: id("father", i)},
			pedigree.Individual{ID: id("daughter", i), Mother: id("mother", i), Father: id("father", i)},
			pedigree.Individual{ID: id("son", i), Mother: id("mother", i), Father: id("father", i)},
			pedigree.Individual{ID: id("grandchild", i), Mother: id("daughter", i), Father: id("son", i+1)})
	}
	return f
}

func TestGenotypesTakenAsGivenAddUpToTheSameAnswer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		loci := []Locus{{Frequency: 0.1}, {Frequency: 0.02, X: rapid.Bool().Draw(t, "x")}}
		s, err := NewSpace(loci[:rapid.IntRange(1, 2).Draw(t, "loci")], rapid.IntRange(0, 3).Draw(t, "most"), 0)
		if err != nil {
			t.Fatal(err)
		}
		f := ring(rapid.IntRange(2, 3).Draw(t, "couples"))
		n, err := NewNet(s, f)
		if err != nil {
			t.Fatal(err)
		}
		data := make([][]float64, len(f.Individuals))
		for i := range data {
			if rapid.Bool().Draw(t, "known") {
				data[i] = make([]float64, s.Len())
				for k := range data[i] {
					data[i][k] = rapid.SampledFrom([]float64{0, 0.2, 1}).Draw(t, "chance")
				}
			}
		}
		want, wantErr := n.Solve(nil, data)
		tight, err := NewNet(s, f)
		if err != nil {
			t.Fatal(err)
		}
		tight.held = n.Cost().Held / 2
		if tight.plan, err = tight.planFor(tight.usual); err != nil {
			t.Fatal(err)
		}
		if c := tight.Cost(); c.Runs < 2 || c.Held > tight.held {
			t.Fatalf("cost %+v does not keep to %v numbers at once", c, tight.held)
		}
		got, gotErr := tight.Solve(nil, data)
		if isImpossible(wantErr) || isImpossible(gotErr) {
			if !isImpossible(wantErr) || !isImpossible(gotErr) {
				t.Fatalf("as one: %v; with genotypes given: %v", wantErr, gotErr)
			}
			return
		}
		if wantErr != nil || gotErr != nil {
			t.Fatal(wantErr, gotErr)
		}
		if math.Abs(got.LogLikelihood()-want.LogLikelihood()) > 1e-11 {
			t.Fatalf("log likelihood %v, as one %v", got.LogLikelihood(), want.LogLikelihood())
		}
		near := func(what string, got, want []float64) {
			for k := range want {
				if math.Abs(got[k]-want[k]) > 1e-11*max(1, want[k]) {
					t.Fatalf("%s: %v, as one %v", what, got, want)
				}
			}
		}
		for i := range data {
			near("posterior", got.Posterior(i), want.Posterior(i))
			near("message", summing1(got.Message(i)), summing1(want.Message(i)))
		}
		near("instead", got.Toward(0).Instead(2, nil), want.Toward(0).Instead(2, nil))
		if math.Abs(got.Lost()-want.Lost()) > 1e-12 {
			t.Fatalf("lost %v, as one %v", got.Lost(), want.Lost())
		}
		focus := got.Toward(1)
		focus.Set(2, data[3])
		then := want.Toward(1)
		then.Set(2, data[3])
		near("joint", focus.Joint(), then.Joint())
	})
}

func summing1(v []float64) []float64 {
	sum := 0.0
	for _, x := range v {
		sum += x
	}
	for k := range v {
		v[k] /= sum
	}
	return v
}

// TestAnyOrderAndAnyoneGivenAddUpToTheSame takes the people away in random order, so that cliques of every
// shape occur, and the genotypes of random people as given.
func TestAnyOrderAndAnyoneGivenAddUpToTheSame(t *testing.T) {
	spaces := map[bool]*Space{}
	for _, two := range []bool{false, true} {
		loci := []Locus{{Frequency: 0.1, Mutation: MutationRates{Father: 0.01}}, {Frequency: 0.2}}
		if !two {
			loci = loci[:1]
		}
		s, err := NewSpace(loci, 2, 0)
		if err != nil {
			t.Fatal(err)
		}
		spaces[two] = s
	}
	rapid.Check(t, func(t *rapid.T) {
		s, f := spaces[rapid.Bool().Draw(t, "two loci")], ring(2)
		if rapid.Bool().Draw(t, "incest") { // a daughter's child by her father, and the child's by her brother
			f.Individuals = append(f.Individuals[:4:4],
				pedigree.Individual{ID: "x", Mother: "daughter0", Father: "father0"},
				pedigree.Individual{ID: "y", Mother: "x", Father: "son0"},
				pedigree.Individual{ID: "z", Mother: "y", Father: "y"})
		}
		n, err := NewNet(s, f)
		if err != nil {
			t.Fatal(err)
		}
		data := make([][]float64, len(f.Individuals))
		for i := range data {
			if rapid.Bool().Draw(t, "known") {
				data[i] = make([]float64, s.Len())
				for k := range data[i] {
					data[i][k] = rapid.Float64Range(0.001, 1).Draw(t, "chance")
				}
			}
		}
		want, err := n.Solve(nil, data)
		if err != nil {
			t.Fatal(err)
		}
		other, err := NewNet(s, f)
		if err != nil {
			t.Fatal(err)
		}
		nodes := make([]int32, n.d.nodes)
		for i := range nodes {
			nodes[i] = int32(i)
		}
		nodes = rapid.Permutation(nodes).Draw(t, "order")
		if known := rapid.IntRange(0, 3).Draw(t, "given"); known > 0 {
			other.plan.given = make([]bool, n.d.nodes)
			for ; known > 0; known-- {
				other.plan.given[nodes[0]], other.plan.nodes, nodes = true, append(other.plan.nodes, nodes[0]), nodes[1:]
			}
		}
		other.plan.order = inOrder(n.d, func(visit func(node int32, near []int32) bool) {
			m := &moral{near: make([][]int32, n.d.nodes), gone: make([]bool, n.d.nodes)}
			copy(m.gone, other.plan.given)
			m.build(n.d)
			for _, node := range nodes {
				visit(node, m.near[node])
				m.take(node)
				for i, a := range m.near[node] {
					for _, b := range m.near[node][:i] {
						m.join(a, b)
					}
				}
			}
		})
		got, err := other.Solve(nil, data)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(got.LogLikelihood()-want.LogLikelihood()) > 1e-11 {
			t.Fatalf("log likelihood %v, in the usual order %v", got.LogLikelihood(), want.LogLikelihood())
		}
		for i := range data {
			for k, p := range want.Posterior(i) {
				if math.Abs(got.Posterior(i)[k]-p) > 1e-12 {
					t.Fatalf("posterior %v, in the usual order %v", got.Posterior(i), want.Posterior(i))
				}
			}
		}
	})
}

func TestAPlanWithGenotypesTakenAsGivenAnswersTheSame(t *testing.T) {
	f := ring(4)
	p, err := PlanFor(f, true)
	if err != nil {
		t.Fatal(err)
	}
	data := make([]Vector, len(f.Individuals))
	for i := range data {
		data[i] = []Vector{{0.9, 0.3, 0.2}, {0.05, 0.8, 0.7}, Unknown}[i%3]
	}
	want, err := p.Solve(0.07, data)
	if err != nil {
		t.Fatal(err)
	}
	p.net.held = p.net.Cost().Held / 2
	if err := p.net.prepare(); err != nil {
		t.Fatal(err)
	}
	got, err := p.Solve(0.07, data)
	if err != nil {
		t.Fatal(err)
	}
	if p.net.Cost().Runs < 2 || math.Abs(got.LogLikelihood-want.LogLikelihood) > 1e-12 {
		t.Errorf("in %v runs log likelihood %v, as one %v", p.net.Cost().Runs, got.LogLikelihood, want.LogLikelihood)
	}
	for i := range data {
		a, b := summing1(got.Messages[i][:]), summing1(want.Messages[i][:])
		for g := range a {
			if math.Abs(got.Posteriors[i][g]-want.Posteriors[i][g]) > 1e-13 || math.Abs(a[g]-b[g]) > 1e-13 {
				t.Errorf("person %d: %v and message %v, as one %v and %v", i, got.Posteriors[i], a, want.Posteriors[i], b)
			}
		}
	}
}

// grid is n women each of whom has a child by each of n men.
func grid(n int) *pedigree.Family {
	f := &pedigree.Family{}
	for i := range n {
		f.Individuals = append(f.Individuals, pedigree.Individual{ID: pedigree.ID(fmt.Sprint("w", i))}, pedigree.Individual{ID: pedigree.ID(fmt.Sprint("m", i))})
	}
	for w := range n {
		for m := range n {
			f.Individuals = append(f.Individuals, pedigree.Individual{
				ID: pedigree.ID(fmt.Sprint("c", w, "-", m)), Mother: pedigree.ID(fmt.Sprint("w", w)), Father: pedigree.ID(fmt.Sprint("m", m)),
			})
		}
	}
	return f
}

func TestTheCostIsKnownBeforeAndTooMuchIsRefusedInOneLine(t *testing.T) {
	s, err := NewSpace([]Locus{{Frequency: 0.01}}, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		size  int
		width int
		runs  float64
		err   error
	}{
		{2, 2, 1, nil},
		{9, 9, 1, nil},
		{11, 10, 3, nil},
		{24, 0, 0, ErrTangled},
	} {
		n, err := NewNet(s, grid(c.size))
		if !errors.Is(err, c.err) {
			t.Errorf("%d women and men: %v", c.size, err)
		}
		if err != nil {
			continue
		}
		if got := n.Cost(); got.Width != c.width || got.Runs != c.runs || got.Held < got.Largest {
			t.Errorf("%d women and men: %+v", c.size, got)
		}
	}
}

func TestTooManyLociAreRefusedAsSuch(t *testing.T) {
	s, err := NewSpace(make([]Locus, 7), 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "m"}, {ID: "f"}, {ID: "c", Mother: "m", Father: "f"}}}
	if _, err := NewNet(s, f); !errors.Is(err, ErrLoci) {
		t.Errorf("mother, father and child: %v", err)
	}
}

func TestThePredictedCostIsNoLessThanTheTables(t *testing.T) {
	s, err := NewSpace([]Locus{{Frequency: 0.01}, {Frequency: 0.02, X: true}, {Frequency: 0.03, Mutation: MutationRates{0.1, 0}}}, 3, 2)
	if err != nil {
		t.Fatal(err)
	}
	for couples := 2; couples < 5; couples++ {
		n, err := NewNet(s, ring(couples))
		if err != nil {
			t.Fatal(err)
		}
		tables := n.tables(n.plan, n.usual)
		largest, total := 0, 0
		for i := range tables.cliques {
			largest, total = max(largest, len(tables.cliques[i].base)), total+len(tables.cliques[i].base)
		}
		if c := n.Cost(); c.Largest < float64(largest) || c.Total < float64(total) {
			t.Errorf("%d couples: predicted %+v, there are %d in the largest and %d in all", couples, c, largest, total)
		}
	}
}

func TestASingleTrioCostsExactlyWhatCanOccur(t *testing.T) {
	loci := make([]Locus, 8)
	for i := range loci {
		loci[i] = Locus{Frequency: 0.001, X: i == 3}
	}
	for _, beside := range [][]int{nil, {0}, {2, 3}} {
		s, err := NewSpace(loci, 2, 1, beside...)
		if err != nil {
			t.Fatal(err)
		}
		for _, child := range []sex{female, male, eitherSex} {
			shape := s.shape(s.listOf(listKey{sex: child}), s.listOf(listKey{sex: female}), s.listOf(listKey{sex: male, founder: true}))
			if got, want := shape.count(), float64(shape.trio().len()); got != want {
				t.Errorf("beside %v, child of sex %d: predicted %v, there are %v", beside, child, got, want)
			}
		}
	}
}
