package likelihood_test

import (
	"errors"
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/likelihood"
)

// id names the person at a position of a random family.
func id(i int) pedigree.ID { return pedigree.ID("p" + strconv.Itoa(i)) }

// families draws small families with loops, half-siblings, unknown parents and identical twins.
// Women and men alternate, so that nobody is both.
func families(most int) *rapid.Generator[*pedigree.Family] {
	return rapid.Custom(func(t *rapid.T) *pedigree.Family {
		n := rapid.IntRange(1, most).Draw(t, "people")
		f := &pedigree.Family{}
		for i := range n {
			p := pedigree.Individual{ID: id(i), Sex: []pedigree.Sex{pedigree.Female, pedigree.Male, pedigree.SexUnknown}[rapid.IntRange(0, 2).Draw(t, "sex")]}
			if i > 0 && rapid.IntRange(0, 3).Draw(t, "child") > 0 {
				if m := rapid.IntRange(-1, i-1).Draw(t, "mother"); m >= 0 && m%2 == 0 {
					p.Mother = id(m)
				}
				if m := rapid.IntRange(-1, i-1).Draw(t, "father"); m >= 0 && m%2 == 1 {
					p.Father = id(m)
				}
			}
			f.Individuals = append(f.Individuals, p)
		}
		last := &f.Individuals[n-1]
		if before := n - 2; before >= 0 && last.Mother+last.Father != "" && rapid.Bool().Draw(t, "twins") {
			twin := &f.Individuals[before]
			if last.Mother != twin.ID && last.Father != twin.ID {
				twin.Mother, twin.Father, twin.Sex = last.Mother, last.Father, last.Sex
				f.Twins = []pedigree.TwinSet{{Zygosity: pedigree.Monozygotic, Members: []pedigree.ID{twin.ID, last.ID}}}
			}
		}
		return f
	})
}

// loci draws one or two loci, on the X chromosome or not, with and without new risk alleles.
var loci = rapid.Custom(func(t *rapid.T) []likelihood.Locus {
	all := make([]likelihood.Locus, rapid.IntRange(1, 2).Draw(t, "loci"))
	for i := range all {
		all[i] = likelihood.Locus{Frequency: rapid.SampledFrom([]float64{0.003, 0.2, 0.5}).Draw(t, "q"), X: rapid.Bool().Draw(t, "x")}
		if rapid.Bool().Draw(t, "mutates") {
			all[i].Mutation = likelihood.MutationRates{Mother: 0.01, Father: 0.05}
		}
	}
	return all
})

// rows draws what is known of everybody, often nothing.
func rows(t *rapid.T, s *likelihood.Space, n int) [][]float64 {
	data := make([][]float64, n)
	for i := range data {
		if rapid.Bool().Draw(t, "known") {
			data[i] = row(t, s)
		}
	}
	return data
}

func row(t *rapid.T, s *likelihood.Space) []float64 {
	r := make([]float64, s.Len())
	for k := range r {
		r[k] = rapid.SampledFrom([]float64{0, 0.001, 0.3, 1, 1}).Draw(t, "chance")
	}
	return r
}

// everyone sums over every combination of genotypes, an independent way: person by person, parents
// first, allele by allele. Unknown parents pass on what the population has.
type everyone struct {
	f     *pedigree.Family
	s     *likelihood.Space
	loci  []likelihood.Locus
	data  [][]float64
	state []int
	man   []bool
	total float64
	sums  [][]float64
}

func byCounting(f *pedigree.Family, s *likelihood.Space, loci []likelihood.Locus, data [][]float64) *everyone {
	e := &everyone{f: f, s: s, loci: loci, data: data, state: make([]int, len(data)), man: make([]bool, len(data)), sums: make([][]float64, len(data))}
	for i := range e.sums {
		e.sums[i] = make([]float64, s.Len())
	}
	e.visit(0, 1)
	return e
}

func (e *everyone) position(id pedigree.ID) int {
	for i := range e.f.Individuals {
		if e.f.Individuals[i].ID == id {
			return i
		}
	}
	return -1
}

func (e *everyone) twinOf(i int) int {
	if len(e.f.Twins) == 1 && e.f.Twins[0].Members[1] == e.f.Individuals[i].ID {
		return e.position(e.f.Twins[0].Members[0])
	}
	return -1
}

// sexes are the sexes that a person may have: parents are what they are as parents.
func (e *everyone) sexes(i int) []bool {
	me := e.f.Individuals[i]
	for _, p := range e.f.Individuals {
		if p.Mother == me.ID {
			return []bool{false}
		}
	}
	for _, p := range e.f.Individuals {
		if p.Father == me.ID {
			return []bool{true}
		}
	}
	if len(e.f.Twins) == 1 && e.twinOf(i) < 0 && e.f.Twins[0].Members[0] == me.ID {
		return e.sexes(e.position(e.f.Twins[0].Members[1]))
	}
	switch me.Sex {
	case pedigree.Female:
		return []bool{false}
	case pedigree.Male:
		return []bool{true}
	}
	return []bool{false, true}
}

func (e *everyone) visit(i int, weight float64) {
	if weight == 0 {
		return
	}
	if i == len(e.state) {
		e.total += weight
		for j, g := range e.state {
			e.sums[j][g] += weight
		}
		return
	}
	next := func(p float64) {
		if e.data[i] != nil {
			p *= e.data[i][e.state[i]]
		}
		e.visit(i+1, weight*p)
	}
	if twin := e.twinOf(i); twin >= 0 {
		e.state[i], e.man[i] = e.state[twin], e.man[twin]
		next(1)
		return
	}
	anyX := false
	for _, l := range e.loci {
		anyX = anyX || l.X
	}
	sexes := []bool{false}
	if anyX {
		sexes = e.sexes(i)
	}
	p := e.f.Individuals[i]
	for _, e.man[i] = range sexes {
		for g := range e.s.Len() {
			e.state[i] = g
			chance := 1 / float64(len(sexes))
			for l, locus := range e.loci {
				chance *= e.transmission(i, l, locus, e.position(p.Mother), e.position(p.Father))
			}
			next(chance)
		}
	}
}

func (e *everyone) transmission(i, l int, locus likelihood.Locus, mother, father int) float64 {
	n := e.s.Copies(e.state[i], l)
	founder := mother < 0 && father < 0
	pass := func(parent int, man bool, mutation float64) float64 {
		p := locus.Frequency // of an unknown parent
		if parent >= 0 {
			p = float64(e.s.Copies(e.state[parent], l)) / 2
			if locus.X && man {
				p *= 2
			}
		}
		if founder {
			return p
		}
		return p + (1-p)*mutation
	}
	m, f := pass(mother, false, locus.Mutation.Mother), pass(father, true, locus.Mutation.Father)
	if locus.X && e.man[i] {
		return [...]float64{1 - m, m, 0}[n]
	}
	return [...]float64{(1 - m) * (1 - f), m*(1-f) + f*(1-m), m * f}[n]
}

func net(t interface{ Fatal(...any) }, s *likelihood.Space, f *pedigree.Family) *likelihood.Net {
	n, err := likelihood.NewNet(s, f)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestSeveralLociEqualCountingOnAnySmallFamily(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		loci := loci.Draw(t, "loci")
		most := 8
		if len(loci) > 1 {
			most = 5
		}
		f := families(most).Draw(t, "family")
		s, err := likelihood.NewSpace(loci, 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		data := rows(t, s, len(f.Individuals))
		want := byCounting(f, s, loci, data)
		got, err := net(t, s, f).Solve(nil, data)
		var zero *likelihood.Impossible
		if errors.As(err, &zero) {
			if want.total != 0 {
				t.Fatalf("called impossible (child %d), counting gives %g", zero.Child, want.total)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(got.LogLikelihood()-math.Log(want.total)) > 1e-11 {
			t.Fatalf("log likelihood %v, counting %v", got.LogLikelihood(), math.Log(want.total))
		}
		for i := range f.Individuals {
			same(t, "posterior", got.Posterior(i), want.sums[i], 1/want.total)
			message := got.Message(i)
			sum := 0.0
			for k := range message {
				if data[i] != nil {
					message[k] *= data[i][k]
				}
				sum += message[k]
			}
			same(t, "message times data", message, got.Posterior(i), sum)
		}
	})
}

func same(t *rapid.T, what string, got, want []float64, by float64) {
	for k := range want {
		if math.Abs(got[k]-want[k]*by) > 1e-12*max(1, want[k]*by) {
			t.Fatalf("%s: %v, want %v times %v", what, got, want, by)
		}
	}
}

func TestInsteadIsANewSolve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		loci := loci.Draw(t, "loci")
		s, err := likelihood.NewSpace(loci, 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		f := families(12).Draw(t, "family")
		n, data := net(t, s, f), rows(t, s, len(f.Individuals))
		first, err := n.Solve(nil, data)
		if err != nil {
			return
		}
		subject := rapid.IntRange(0, len(data)-1).Draw(t, "subject")
		focus := first.Toward(subject)
		for range 6 {
			i, r := rapid.IntRange(0, len(data)-1).Draw(t, "person"), []float64(nil)
			if rapid.Bool().Draw(t, "known") {
				r = row(t, s)
			}
			then := append([][]float64(nil), data...)
			then[i] = r
			want := make([]float64, s.Len())
			if anew, err := n.Solve(nil, then); err == nil {
				for k, p := range anew.Posterior(subject) {
					want[k] = p * math.Exp(anew.LogLikelihood()-first.LogLikelihood())
				}
			}
			got := focus.Instead(i, r)
			for k := range want {
				if math.Abs(got[k]-want[k]) > 1e-11*max(1, want[k]) {
					t.Fatalf("person %d seen from %d: %v, a new Solve gives %v", i, subject, got, want)
				}
			}
			if rapid.Bool().Draw(t, "set") {
				focus.Set(i, r)
				data = then
				same(t, "joint after Set", focus.Joint(), got, 1)
			}
		}
	})
}
