package likelihood

import "kindred/pedigree"

// Genotypes is the number of genotypes at one autosomal locus: 0, 1 and 2 risk alleles.
const Genotypes = 3

// Vector holds one number for each genotype: the probability of what is known of a person given that
// genotype, or the posterior probability of the genotype.
type Vector [Genotypes]float64

// Unknown is the Vector of a person of whom nothing is known.
var Unknown = Vector{1, 1, 1}

// Answer is the natural logarithm of the likelihood, and for each person the posterior probabilities
// of the genotypes, which sum to 1, and the message: proportional to the probability of all that is
// known of everybody else together with the genotype, so that message times data is proportional to
// the posterior for any data of that person.
type Answer struct {
	LogLikelihood float64
	Posteriors    []Vector
	Messages      []Vector
}

// Plan is a pedigree made ready for questions about one autosomal locus: a Net whose states are the
// three genotypes. It is never changed and may be shared.
type Plan struct{ net *Net }

// locus is the Space of every Plan; each question brings its own allele frequency.
var locus, _ = NewSpace([]Locus{{}}, 0, 0) // one locus is always possible

// NewPlan prepares the pedigree in which person i has the parents given by parents[i]. Each set in
// identical becomes one genotype: the set's data multiply and all children descend from it. A
// parent of a person with only one known parent is added as a founder of whom nothing is known.
//
// The errors are ErrCycle, ErrTangled and a position outside the pedigree.
func NewPlan(parents []Parents, identical [][]int) (*Plan, error) {
	d, err := newDescent(parents, identical)
	if err != nil {
		return nil, err
	}
	return planOf(d)
}

// PlanFor prepares a family: person i of the plan is f.Individuals[i]. A parent who is named but not
// in the family counts as not known.
func PlanFor(f *pedigree.Family, mergeMZ bool) (*Plan, error) { return planFor(f, f.Index(), mergeMZ) }

func planFor(f *pedigree.Family, index map[pedigree.ID]int, mergeMZ bool) (*Plan, error) {
	d, err := descentOf(f, index, mergeMZ)
	if err != nil {
		return nil, err
	}
	return planOf(d)
}

func planOf(d *descent) (*Plan, error) {
	n := newNet(locus, d)
	return &Plan{n}, n.prepare()
}

// Solve sums over all genotypes: q is the frequency of the risk allele among founders, data[i] the
// probability of what is known of person i given each genotype (a density will do, as its unit
// cancels in the posteriors). Data of probability zero return *Impossible, and anything that is no
// probability ErrData.
func (p *Plan) Solve(q float64, data []Vector) (Answer, error) {
	n := p.net
	if !(q >= 0 && q <= 1) || len(data) != len(n.d.node) {
		return Answer{}, ErrData
	}
	for i := range data {
		if !n.fits(data[i][:]) {
			return Answer{}, ErrData
		}
	}
	if n.plan.given != nil {
		return p.solveGiven(q, data)
	}
	tables := n.tables(n.plan, n.usual)
	prior := Vector{(1 - q) * (1 - q), 2 * q * (1 - q), q * q}
	r := tables.newRun(n.d.localOf(prior, data))
	if !r.collect() {
		return Answer{}, n.space.impossible(n.d, n.usual, r.local, tables.at)
	}
	r.distribute()
	a := Answer{LogLikelihood: r.logL, Posteriors: make([]Vector, len(data)), Messages: make([]Vector, len(data))}
	for i, node := range n.d.node {
		r.posterior(node, a.Posteriors[i][:])
		a.Messages[i] = n.d.others(prior, data, i)
		for g, x := range r.of(r.cavity, node) {
			a.Messages[i][g] *= x
		}
	}
	return a, nil
}

// localOf is by node what is known of its people, times the prior of a founder.
func (d *descent) localOf(prior Vector, data []Vector) []float64 {
	local := make([]float64, Genotypes*d.nodes)
	for n, child := range d.child {
		own := local[Genotypes*n : Genotypes*n+Genotypes]
		if child {
			copy(own, Unknown[:])
		} else {
			copy(own, prior[:])
		}
	}
	for i, n := range d.node {
		own := local[Genotypes*n : Genotypes*n+Genotypes]
		for g, x := range data[i] {
			own[g] *= x
		}
	}
	return local
}

// others is a founder's prior times what is known of the person's identical twins.
func (d *descent) others(prior Vector, data []Vector, i int) Vector {
	v := Unknown
	if !d.child[d.node[i]] {
		v = prior
	}
	if d.apart == len(d.node) {
		return v // no twins
	}
	for j, n := range d.node {
		if j != i && n == d.node[i] {
			for g := range v {
				v[g] *= data[j][g]
			}
		}
	}
	return v
}

// solveGiven is Solve where some genotypes must be taken as given.
func (p *Plan) solveGiven(q float64, data []Vector) (Answer, error) {
	space, err := NewSpace([]Locus{{Frequency: q}}, 0, 0)
	if err != nil {
		return Answer{}, err
	}
	rows := make([][]float64, len(data))
	for i := range data {
		rows[i] = data[i][:]
	}
	n := newNet(space, p.net.d)
	n.held, n.work = p.net.held, p.net.work
	if err := n.prepare(); err != nil {
		return Answer{}, err
	}
	s, err := n.Solve(nil, rows)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{LogLikelihood: s.logL, Posteriors: make([]Vector, len(data)), Messages: make([]Vector, len(data))}
	for i := range data {
		copy(a.Posteriors[i][:], s.Posterior(i))
		copy(a.Messages[i][:], s.Message(i))
	}
	return a, nil
}
