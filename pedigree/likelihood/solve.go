package likelihood

import (
	"errors"
	"math"
)

// Answer is the natural logarithm of the likelihood, and for each person the posterior probabilities
// of the genotypes, which sum to 1.
type Answer struct {
	LogLikelihood float64
	Posteriors    []Vector
}

// Impossible is data of probability zero. It names a child and its parents whose data cannot be true
// together; a parent, or both, are None where the child's own data already have probability zero
// or the parent is not known.
type Impossible struct{ Child, Mother, Father int }

// Error says that the data have probability zero.
func (*Impossible) Error() string { return "what is recorded has probability zero under this model" }

// ErrData is an allele frequency or a probability outside 0 to 1.
var ErrData = errors.New("allele frequency and probabilities must be numbers from 0 to 1")

// Solve sums over all genotypes: q is the frequency of the risk allele among founders, data[i] the
// probability of what is known of person i given each genotype (a density will do, as its unit
// cancels in the posteriors). Data of probability zero return *Impossible, and anything that is no
// probability ErrData.
func (p *Plan) Solve(q float64, data []Vector) (Answer, error) {
	local, err := p.local(q, data)
	if err != nil {
		return Answer{}, err
	}
	tables, sent := make([]float64, p.entries), make([]float64, p.messages)
	logL, ok := p.collect(local, tables, sent)
	if !ok {
		return Answer{}, p.impossible(local)
	}
	p.distribute(tables, sent)
	return Answer{LogLikelihood: logL, Posteriors: p.posteriors(tables)}, nil
}

// local is, for each node, what is known of it times, for a founder, Hardy-Weinberg proportion.
func (p *Plan) local(q float64, data []Vector) ([]Vector, error) {
	if !(q >= 0 && q <= 1) || len(data) != len(p.node) {
		return nil, ErrData
	}
	local := make([]Vector, p.nodes)
	for n, founder := range p.founders {
		local[n] = Unknown
		if founder {
			local[n] = Vector{(1 - q) * (1 - q), 2 * q * (1 - q), q * q}
		}
	}
	for i, v := range data {
		for g, x := range v {
			if !(x >= 0) || math.IsInf(x, 1) {
				return nil, ErrData
			}
			local[p.node[i]][g] *= x
		}
	}
	return local, nil
}

// smallest is how small the largest entry of a table may become before the table is scaled up.
const smallest = 0x1p-300

// collect sums the nodes out in order, each bucket sending its message to its parent. Messages are
// scaled by powers of two, which is exact, and the exponents are added up. ok is false when the
// likelihood is zero.
func (p *Plan) collect(local []Vector, tables, sent []float64) (logL float64, ok bool) {
	exponent := 0
	for i := range p.buckets {
		b := &p.buckets[i]
		table, v := tables[b.table:b.table+len(b.base)], local[b.node]
		for j := 0; j < len(table); j += Genotypes {
			for g := range v {
				table[j+g] = b.base[j+g] * v[g]
			}
		}
	}
	for i := range p.buckets {
		b := &p.buckets[i]
		table, message := tables[b.table:b.table+len(b.base)], sent[b.send:b.send+b.message()]
		largest := 0.0
		for j := range message {
			message[j] = table[3*j] + table[3*j+1] + table[3*j+2]
			largest = max(largest, message[j])
		}
		if largest == 0 {
			return 0, false
		}
		if b.parent == None {
			logL += math.Log(largest) // a root's message is one number
			continue
		}
		_, e := math.Frexp(largest)
		exponent += e
		to := &p.buckets[b.parent]
		into := tables[to.table : to.table+len(to.base)]
		if top := multiply(into, b.part, message, math.Ldexp(1, -e)); top < smallest && top > 0 {
			_, e := math.Frexp(top)
			exponent += e
			scale := math.Ldexp(1, -e)
			for j := range into {
				into[j] *= scale
			}
		}
	}
	return logL + float64(exponent)*math.Ln2, true
}

// distribute sends back to each bucket what its parent knows, so that every table becomes
// proportional to the joint posterior of its scope.
func (p *Plan) distribute(tables, sent []float64) {
	for i := len(p.buckets) - 1; i >= 0; i-- {
		b := &p.buckets[i]
		table := tables[b.table : b.table+len(b.base)]
		if b.parent == None {
			sum := 0.0
			for _, x := range table {
				sum += x
			}
			for j := range table {
				table[j] /= sum
			}
			continue
		}
		to := &p.buckets[b.parent]
		received := make([]float64, b.message())
		from := tables[to.table : to.table+len(to.base)]
		for j, at := range b.part {
			received[at] += from[j]
		}
		message := sent[b.send : b.send+b.message()]
		for j, sum := range message {
			ratio := 0.0
			if sum > 0 {
				ratio = received[j] / sum
			}
			for g := range Genotypes {
				table[Genotypes*j+g] *= ratio
			}
		}
	}
}

// posteriors reads everybody's genotype probabilities off the calibrated tables.
func (p *Plan) posteriors(tables []float64) []Vector {
	byNode := make([]Vector, p.nodes)
	for i := range p.buckets {
		b := &p.buckets[i]
		v, sum := Vector{}, 0.0
		for j, x := range tables[b.table : b.table+len(b.base)] {
			v[j%Genotypes] += x
			sum += x
		}
		for g := range v {
			v[g] /= sum
		}
		byNode[b.node] = v
	}
	posteriors := make([]Vector, len(p.node))
	for i, n := range p.node {
		posteriors[i] = byNode[n]
	}
	return posteriors
}
