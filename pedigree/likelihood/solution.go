package likelihood

import (
	"errors"
	"math"
	"sync"
)

// Solution is everything about one question. It may be shared.
type Solution struct {
	net    *Net
	priors [][]float64
	data   [][]float64
	wide   []bool  // by node: founders whom the cap does not bind
	lists  []*list // by node
	run    *run    // nil where genotypes were taken as given
	logL   float64
	nodes  [][]float64 // by node and genotype, the posterior

	whole sync.Once
	lost  float64
}

// solve runs a question whose numbers have been checked.
func (n *Net) solve(priors, data [][]float64, wide []bool) (*Solution, error) {
	s := &Solution{net: n, priors: priors, data: data, wide: wide, lists: n.usual}
	if wide != nil {
		s.lists = n.listsFor(wide)
	}
	p, err := n.planOnce(s.lists)
	if err != nil {
		return nil, err
	}
	if p.given != nil {
		return s, s.condition(p)
	}
	tables := n.tables(p, s.lists)
	s.run = tables.newRun(s.local(tables.at))
	if !s.run.collect() {
		return nil, n.space.impossible(n.d, s.lists, s.run.local, tables.at)
	}
	s.run.distribute()
	s.logL = s.run.logL
	s.nodes = make([][]float64, n.d.nodes)
	all := make([]float64, len(s.run.local))
	for i := range s.nodes {
		s.nodes[i] = tables.of(all, int32(i))
		s.run.posterior(int32(i), s.nodes[i])
	}
	return s, nil
}

// posterior fills in the probability of each of a node's genotypes.
func (r *run) posterior(node int32, p []float64) {
	sum := 0.0
	local := r.of(r.local, node)
	for k, x := range r.of(r.cavity, node) {
		p[k] = x * local[k]
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
}

// planOnce is the plan for some lists: the usual one is known.
func (n *Net) planOnce(lists []*list) (plan, error) {
	if same(n.usual, lists) {
		return n.plan, nil
	}
	return n.planFor(lists)
}

// tables are compiled for the usual lists and for those of the last other question, and kept.
func (n *Net) tables(p plan, lists []*list) *net {
	n.cache.Lock()
	defer n.cache.Unlock()
	kept := &n.first
	if !same(n.usual, lists) {
		kept = &n.last
	}
	if *kept == nil || !same((*kept).lists, lists) {
		*kept = n.space.compile(n.d, p.order, lists)
	}
	return *kept
}

func same(a, b []*list) bool {
	if len(a) > 0 && len(a) == len(b) && &a[0] == &b[0] {
		return true
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return len(a) == len(b)
}

// begins is where each node's genotypes begin in a slice over nodes and genotypes.
func begins(lists []*list) []int32 {
	at := make([]int32, len(lists)+1)
	for i, l := range lists {
		at[i+1] = at[i] + int32(l.len())
	}
	return at
}

// local is what is known of each node's people times, for a founder, the prior.
func (s *Solution) local(at []int32) []float64 {
	local := make([]float64, at[len(s.lists)])
	for n, l := range s.lists {
		s.prior(local[at[n]:at[n+1]], int32(n), l)
	}
	for i, row := range s.data {
		s.times(local[at[s.net.d.node[i]]:], i, row)
	}
	return local
}

// prior fills in a founder's prior, and 1 for anybody else. A stand-in has the Space's.
func (s *Solution) prior(own []float64, node int32, l *list) {
	i := s.net.d.person[node]
	switch {
	case s.net.d.child[node]:
		for k := range own {
			own[k] = 1
		}
	case i == None || s.priors == nil:
		copy(own, l.prior)
	default:
		for k := range own {
			own[k] = l.chance(s.priors, int(i), k)
		}
	}
}

// times multiplies data of person i into numbers by genotype.
func (s *Solution) times(own []float64, i int, row []float64) {
	if row == nil {
		return
	}
	for k, state := range s.lists[s.net.d.node[i]].states {
		own[k] *= row[state]
	}
}

// LogLikelihood is the natural logarithm of the probability of all that is known.
func (s *Solution) LogLikelihood() float64 { return s.logL }

// Posterior is the probability of each state in person i given all that is known; it sums to 1.
func (s *Solution) Posterior(i int) []float64 {
	n := s.net.d.node[i]
	return s.byState(n, s.nodes[n])
}

// byState turns numbers by a node's genotypes into numbers by the states of the Space.
func (s *Solution) byState(node int32, own []float64) []float64 {
	p := make([]float64, s.net.space.Len())
	for k, state := range s.lists[node].states {
		p[state] += own[k]
	}
	return p
}

// Message is proportional to the probability of what is known of everybody but person i, together
// with each state of person i: times the data of i it is proportional to the posterior. It is nil when already the others' data have probability zero.
func (s *Solution) Message(i int) []float64 {
	if s.run == nil {
		return s.messageAnew(i)
	}
	n := s.net.d.node[i]
	own := make([]float64, s.lists[n].len())
	s.others(own, i)
	for k, x := range s.run.of(s.run.cavity, n) {
		own[k] *= x
	}
	scaled(own)
	return s.byState(n, own)
}

// others fills in the prior of person i's node times what is known of the identical twins.
func (s *Solution) others(own []float64, i int) {
	n := s.net.d.node[i]
	s.prior(own, n, s.lists[n])
	for j, row := range s.data {
		if j != i && s.net.d.node[j] == n {
			s.times(own, j, row)
		}
	}
}

// messageAnew is the posterior of i when nothing is known of him.
func (s *Solution) messageAnew(i int) []float64 {
	without, err := s.net.Solve(s.priors, s.with(i, nil))
	if err != nil {
		return nil
	}
	p := without.Posterior(i)
	scaled(p)
	return p
}

// with is everybody's data with one person's replaced.
func (s *Solution) with(i int, row []float64) [][]float64 {
	data := append([][]float64(nil), s.data...)
	data[i] = row
	return data
}

// Lost is the prior probability, before anything is known, that somebody in the family has a genotype
// that was left out: a founder with more risk alleles than the cap, or anybody with more than the
// Space's most. The true likelihood is at least the one given, and at most that plus Lost times the
// product of everybody's largest datum.
func (s *Solution) Lost() float64 {
	s.whole.Do(func() {
		known := &Solution{net: s.net, priors: s.priors, data: make([][]float64, len(s.data)), lists: s.lists}
		kept := math.Inf(-1)
		if s.run != nil {
			r := s.run.newRun(known.local(s.run.at))
			if r.collect() {
				kept = r.logL
			}
		} else if p, err := s.net.planOnce(s.lists); err == nil && known.condition(p) == nil {
			kept = known.logL
		}
		s.lost = max(0, -math.Expm1(kept))
	})
	return s.lost
}

// isImpossible reports data of probability zero.
func isImpossible(err error) bool {
	var zero *Impossible
	return errors.As(err, &zero)
}
