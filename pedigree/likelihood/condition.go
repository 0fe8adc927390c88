package likelihood

import (
	"math"
	"slices"
)

// plan is how a question is to be run: its order, and the nodes whose genotypes are taken as given, in
// all combinations, because they close loops that would make the tables too large.
type plan struct {
	Cost
	order *arrangement
	given []bool  // by node; nil for nobody
	nodes []int32 // those given
}

// planFor predicts the cost and looks for people to take as given while it is too high: each time,
// among the people of the largest table, the one who leaves the least work (Suermondt & Cooper, Int J
// Approx Reason 1990;4:283-306, call them a loop cutset). The errors are ErrTangled
// and ErrLoci.
func (n *Net) planFor(lists []*list) (plan, error) {
	p := plan{Cost: n.space.cost(n.d, n.order, lists), order: n.order}
	for p.Held > n.held {
		best := p
		for _, node := range p.widest(lists) {
			if try := n.giving(p, node, lists); try.Held < best.Held {
				best = try
			}
		}
		if len(best.nodes) == len(p.nodes) || best.Runs > n.work {
			return p, p.refusal()
		}
		p = best
		chosen := p.nodes[len(p.nodes)-1]
		lists = slices.Clone(lists)
		lists[chosen] = n.space.only(lists[chosen], 0)
	}
	if p.Total > n.work {
		return p, p.refusal()
	}
	return p, nil
}

// refusal says what is too much: the loops, or without any the loci.
func (p *plan) refusal() error {
	if p.Width > 2 {
		return ErrTangled
	}
	return ErrLoci
}

// giving is a plan in which one more node's genotype is taken as given.
func (n *Net) giving(p plan, node int32, lists []*list) plan {
	given := make([]bool, n.d.nodes)
	copy(given, p.given)
	given[node] = true
	lists = slices.Clone(lists)
	runs := p.Runs * float64(lists[node].len())
	lists[node] = n.space.only(lists[node], 0)
	next := plan{order: arrange(n.d, given), given: given, nodes: append(slices.Clone(p.nodes), node)}
	next.Cost = n.space.cost(n.d, next.order, lists)
	next.Runs = runs
	next.Total *= runs
	return next
}

// widest is the people of the largest table.
func (p *plan) widest(lists []*list) (people []int32) {
	largest := 0.0
	for i, node := range p.order.node {
		entries := float64(lists[node].len())
		for _, m := range p.order.near[i] {
			entries *= float64(lists[m].len())
		}
		if entries > largest {
			largest, people = entries, append([]int32{node}, p.order.near[i]...)
		}
	}
	return people
}

// only is a list with one of its entries left.
func (s *Space) only(l *list, entry int) *list {
	k := l.key
	k.only = int32(entry) + 1
	return s.newList(k)
}

// condition runs the question once for each combination of the genotypes taken as given, and adds up.
func (s *Solution) condition(p plan) error {
	n := s.net
	at := begins(s.lists)
	known := s.local(at)
	sum := sum{nodes: make([][]float64, n.d.nodes)}
	all := make([]float64, len(known))
	for i := range sum.nodes {
		sum.nodes[i] = all[at[i]:at[i+1]]
	}
	entry := make([]int, n.d.nodes)
	for more := true; more; more = s.next(entry, p.nodes) {
		r, logL := s.runGiven(p, entry, known, at)
		if r != nil && !math.IsInf(logL, -1) {
			sum.add(r, logL, entry)
		}
	}
	if sum.total == 0 {
		return n.space.impossible(n.d, s.lists, known, at)
	}
	for _, own := range sum.nodes {
		for k := range own {
			own[k] /= sum.total
		}
	}
	s.nodes, s.logL = sum.nodes, sum.logL+math.Log(sum.total)
	return nil
}

// next moves the given nodes to their next combination of genotypes, false after the last.
func (s *Solution) next(entry []int, nodes []int32) bool {
	for _, node := range nodes {
		if entry[node]++; entry[node] < s.lists[node].len() {
			return true
		}
		entry[node] = 0
	}
	return false
}

// runGiven runs one combination; nil when its probability is zero.
func (s *Solution) runGiven(p plan, entry []int, known []float64, at []int32) (*run, float64) {
	n, weight := s.net, 0.0
	lists := slices.Clone(s.lists)
	for _, node := range p.nodes {
		lists[node] = n.space.only(s.lists[node], entry[node])
		weight += math.Log(known[int(at[node])+entry[node]])
	}
	if math.IsInf(weight, -1) {
		return nil, weight
	}
	local := make([]float64, 0, len(known))
	for i, l := range lists {
		if l.key.only > 0 {
			local = append(local, 1) // counted in weight
		} else {
			local = append(local, known[at[i]:at[i+1]]...)
		}
	}
	r := n.space.compile(n.d, p.order, lists).newRun(local)
	if !r.collect() {
		return nil, 0
	}
	r.distribute()
	return r, r.logL + weight
}

// sum adds up runs, in units of exp(logL).
type sum struct {
	logL, total float64
	nodes       [][]float64
}

func (s *sum) add(r *run, logL float64, entry []int) {
	if s.total == 0 {
		s.logL = logL
	}
	if logL > s.logL {
		down := math.Exp(s.logL - logL)
		s.total *= down
		for _, own := range s.nodes {
			for k := range own {
				own[k] *= down
			}
		}
		s.logL = logL
	}
	share := math.Exp(logL - s.logL)
	s.total += share
	for i, own := range s.nodes {
		if r.lists[i].key.only > 0 {
			own[entry[i]] += share
			continue
		}
		p := make([]float64, len(own))
		r.posterior(int32(i), p)
		for k, x := range p {
			own[k] += share * x
		}
	}
}
