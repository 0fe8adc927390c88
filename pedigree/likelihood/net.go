package likelihood

import (
	"errors"
	"math"
	"sync"

	"kindred/pedigree"
)

// ErrTangled is a pedigree with more nested loops than the exact method can hold in memory, or work
// through in some seconds.
var ErrTangled = errors.New("the family has too many nested loops for an exact likelihood; leave out relatives of whom nothing is known")

// ErrData is an allele frequency or a probability outside 0 to 1, or numbers for other people or
// states than there are.
var ErrData = errors.New("allele frequency and probabilities must be numbers from 0 to 1")

// Net is a family made ready for questions about the loci of a Space. It depends on who is whose
// child and on sexes, not on what is known of anybody, so that one Net serves many questions. It may
// be shared.
type Net struct {
	space *Space
	d     *descent
	sexes []sex // by node
	order *arrangement
	held  float64 // numbers held at once
	work  float64 // and in all, beyond which a Solve is refused

	usual []*list // when nothing known asks for wider tables
	plan  plan    // for those

	cache sync.Mutex
	first *net // the tables of the usual question
	last  *net // and of the last other one
}

// NewNet prepares a family: person i is f.Individuals[i], with the genetic parents. A parent who is
// named but not in the family counts as not known, and a single known parent has a partner of whom
// nothing is known. Identical twins have one genotype. For a locus on the X chromosome the egg parent
// has two, the sperm parent one, and others as their sex says; if it is not known, half and half.
//
// The errors are ErrCycle, ErrTangled, and ErrLoci for more genotypes than even three people's tables can
// hold.
func NewNet(s *Space, f *pedigree.Family) (*Net, error) {
	d, err := descentOf(f, f.Index(), true)
	if err != nil {
		return nil, err
	}
	n := newNet(s, d)
	if s.x {
		n.findSexes(f)
	}
	return n, n.prepare()
}

// prepare plans the usual question, once the sexes are known.
func (n *Net) prepare() (err error) {
	n.usual = n.listsFor(nil)
	n.plan, err = n.planFor(n.usual)
	return err
}

func newNet(s *Space, d *descent) *Net {
	return &Net{space: s, d: d, sexes: make([]sex, d.nodes), order: arrange(d, make([]bool, d.nodes)), held: maxHeld, work: maxWork}
}

// findSexes settles how many X chromosomes each node has.
func (n *Net) findSexes(f *pedigree.Family) {
	for i := len(f.Individuals) - 1; i >= 0; i-- {
		switch f.Individuals[i].Sex {
		case pedigree.Female:
			n.sexes[n.d.node[i]] = female
		case pedigree.Male:
			n.sexes[n.d.node[i]] = male
		}
	}
	for _, t := range n.d.trios {
		n.sexes[t.father] = male
	}
	for _, t := range n.d.trios {
		n.sexes[t.mother] = female
	}
}

// listsFor gives each node its genotypes; wide are the founders, by node, whom the cap does not bind.
func (n *Net) listsFor(wide []bool) []*list {
	lists := make([]*list, n.d.nodes)
	var met [2][3]*list
	for i := range lists {
		k := listKey{founder: !n.d.child[i] && (wide == nil || !wide[i]), sex: n.sexes[i]}
		of := &met[0][k.sex]
		if k.founder {
			of = &met[1][k.sex]
		}
		if *of == nil {
			*of = n.space.listOf(k)
		}
		lists[i] = *of
	}
	return lists
}

// Cost predicts what a Solve takes when nothing known asks for wider tables.
func (n *Net) Cost() Cost { return n.plan.Cost }

// Solve sums over all genotypes: data[i] is the probability of what is known of f.Individuals[i] given
// each state (a density will do, as its unit cancels in the posteriors), nil when nothing is known;
// priors[i] the chance of each state in a founder, nil for the Space's own (and priors may be nil).
//
// Data of probability zero return *Impossible; numbers that are no probabilities, ErrData; a family
// that turns out too tangled, ErrTangled.
func (n *Net) Solve(priors, data [][]float64) (*Solution, error) {
	if err := n.check(priors, data); err != nil {
		return nil, err
	}
	s, err := n.solve(priors, data, n.wide(priors, data))
	if isImpossible(err) && n.space.mostFounder < n.space.most {
		return n.solve(priors, data, everybody(n.d.nodes)) // the cap, not the data, may be at fault
	}
	return s, err
}

func everybody(n int) []bool {
	all := make([]bool, n)
	for i := range all {
		all[i] = true
	}
	return all
}

// check looks at the sizes and signs of what a question brings.
func (n *Net) check(priors, data [][]float64) error {
	if len(data) != len(n.d.node) || priors != nil && len(priors) != len(data) {
		return ErrData
	}
	for _, rows := range [2][][]float64{priors, data} {
		for _, row := range rows {
			if !n.fits(row) {
				return ErrData
			}
		}
	}
	return nil
}

func (n *Net) fits(row []float64) bool {
	if row != nil && len(row) != n.space.Len() {
		return false
	}
	for _, x := range row {
		if !(x >= 0) || math.IsInf(x, 1) {
			return false
		}
	}
	return true
}

// notable is the share of a founder's probability beyond the cap, given his own data, from which he
// is not capped.
const notable = 0.01

// wide finds the founders of whom something is known that asks for more risk alleles than the cap.
func (n *Net) wide(priors, data [][]float64) []bool {
	if n.space.mostFounder == n.space.most {
		return nil
	}
	var wide []bool
	for i, row := range data {
		if !n.beyond(priors, i, row) {
			continue
		}
		if wide == nil {
			wide = make([]bool, n.d.nodes)
		}
		wide[n.d.node[i]] = true
	}
	return wide
}

// beyond reports a founder of whom something is known that asks for more risk alleles than the cap.
func (n *Net) beyond(priors [][]float64, i int, row []float64) bool {
	node := n.d.node[i]
	if row == nil || n.d.child[node] {
		return false
	}
	l := n.space.listOf(listKey{founder: true, sex: n.sexes[node]})
	in, out := 0.0, 0.0
	for k, state := range l.states {
		in += l.chance(priors, i, k) * row[state]
	}
	for k, state := range l.widen {
		chance := l.beyond[k]
		if priors != nil && priors[i] != nil {
			chance = priors[i][state]
		}
		out += chance * row[state]
	}
	return out > notable*in
}

// needsMore reports that the tables of a Solution lack genotypes that other data of person i ask for.
func (n *Net) needsMore(s *Solution, i int, row []float64) bool {
	return n.space.mostFounder < n.space.most && (s.wide == nil || !s.wide[n.d.node[i]]) && n.beyond(s.priors, i, row)
}
