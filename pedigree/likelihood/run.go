package likelihood

import "math"

// run is one propagation through a net: messages up to the roots, which give the likelihood, and down
// again, which give everybody's genotype (Shafer & Shenoy, Ann Math Artif Intell 1990;2:327-351: no
// message is ever divided by another, so that zeros do no harm). Messages are scaled by powers of two,
// which is exact.
type run struct {
	*net
	local    []float64 // by node and genotype: what is known of the node's people, times a founder's prior
	up, down []float64 // messages to and from each clique's parent
	cavity   []float64 // by node and genotype: everything but local; scaled
	logL     float64
	stack    []float64 // products of one clique
}

func (n *net) newRun(local []float64) *run {
	room := make([]float64, 2*n.messages+len(local)+n.stack)
	r := &run{net: n, local: local}
	r.up, room = room[:n.messages], room[n.messages:]
	r.down, room = room[:n.messages], room[n.messages:]
	r.cavity, r.stack = room[:len(local)], room[len(local):]
	return r
}

// of is the part of numbers by node and genotype that belongs to a node.
func (n *net) of(values []float64, node int32) []float64 { return values[n.at[node]:n.at[node+1]] }

func (q *clique) message(all []float64) []float64 { return all[q.up : q.up+q.size] }

// collect sends all messages up, and is false when the likelihood is zero.
func (r *run) collect() bool {
	exponent := 0
	r.logL = math.Log(r.constant)
	for i := range r.cliques {
		q := &r.cliques[i]
		message := q.message(r.up)
		if q.wings == nil {
			exponent += r.send(q, message)
		} else {
			exponent += r.sendByWings(q, message)
		}
		if q.parent == None {
			if message[0] == 0 {
				return false
			}
			r.logL += math.Log(message[0])
			continue
		}
		by, ok := scaled(message)
		if !ok {
			return false
		}
		exponent += by
	}
	r.logL += float64(exponent) * math.Ln2
	return r.constant > 0
}

// send works out a clique's message up, and the power of two by which it was scaled down on the way.
func (r *run) send(q *clique, message []float64) (by int) {
	table := q.base
	for k := range q.in {
		in, from := &q.in[k], table
		table = r.stack[:len(from)]
		product(table, from, r.cliques[in.from].message(r.up), in.at)
		if k%4 == 3 {
			by += raised(table)
		}
	}
	clear(message)
	local, own := r.of(r.local, q.node), q.own[:len(table)]
	if q.out == nil {
		for e, x := range table {
			message[0] += x * local[own[e]]
		}
		return by
	}
	out := q.out[:len(table)]
	for e, x := range table {
		message[out[e]] += x * local[own[e]]
	}
	return by
}

// distribute sends all messages down, after collect, and fills the cavities.
func (r *run) distribute() {
	for i := len(r.cliques) - 1; i >= 0; i-- {
		q := &r.cliques[i]
		if q.wings != nil {
			r.answerByWings(q)
			continue
		}
		n := len(q.base)
		table := q.base
		if q.parent != None {
			table = r.stack[:n]
			product(table, q.base, q.message(r.down), q.out)
		}
		r.part(q, table, r.stack[n:], 0, len(q.in)+1)
	}
}

// part answers each of a clique's inputs from first to end (the last is what is known of its own node)
// with the product of all the others; table is the product of those not in this part. Halving the
// part each time takes few multiplications, and no division.
func (r *run) part(q *clique, table, stack []float64, first, end int) {
	switch end - first {
	case 1:
		sum, at := r.open(q, first)
		clear(sum)
		for e, x := range table {
			sum[at[e]] += x
		}
		scaled(sum)
		return
	case 2:
		r.answer(q, table, first, first+1)
		r.answer(q, table, first+1, first)
		return
	}
	half, n := (first+end)/2, len(table)
	for _, side := range [2][4]int{{first, half, half, end}, {half, end, first, half}} {
		from := table
		for k := side[2]; k < side[3]; k++ {
			message, at := r.taken(q, k)
			product(stack[:n], from, message, at)
			from = stack[:n]
			if k%4 == 3 {
				raised(from)
			}
		}
		r.part(q, stack[:n], stack[n:], side[0], side[1])
	}
}

// answer adds up what goes to an input of a clique, when one other input is not yet in the table.
func (r *run) answer(q *clique, table []float64, input, other int) {
	sum, at := r.open(q, input)
	message, from := r.taken(q, other)
	at, from = at[:len(table)], from[:len(table)]
	clear(sum)
	for e, x := range table {
		sum[at[e]] += x * message[from[e]]
	}
	scaled(sum)
}

// taken is what a clique takes from an input, and its place for each entry.
func (r *run) taken(q *clique, input int) (message []float64, at []int32) {
	if input == len(q.in) {
		return r.of(r.local, q.node), q.own
	}
	return r.cliques[q.in[input].from].message(r.up), q.in[input].at
}

// open is where the answer to an input goes, and its place for each entry: the message down, or the
// cavity of the clique's own node.
func (r *run) open(q *clique, input int) (sum []float64, at []int32) {
	if input == len(q.in) {
		return r.of(r.cavity, q.node), q.own
	}
	return r.cliques[q.in[input].from].message(r.down), q.in[input].at
}

// times multiplies a message into a table.
func times(table, message []float64, at []int32) {
	at = at[:len(table)]
	for e := range table {
		table[e] *= message[at[e]]
	}
}

// product is times into another table.
func product(into, table, message []float64, at []int32) {
	at, into = at[:len(table)], into[:len(table)]
	for e, x := range table {
		into[e] = x * message[at[e]]
	}
}

// raised keeps a table from vanishing: it is scaled up by a power of two, which is returned as the
// exponent that was taken away.
func raised(table []float64) (by int) {
	largest := top(table)
	if largest >= 0x1p-300 || largest == 0 {
		return 0
	}
	return scale(table, largest)
}

// scaled keeps a message from vanishing or growing without bound: when its largest number is far from
// 1 it is scaled to lie between 1/2 and 1. It returns the power of two by which it was divided; false
// when all are zero.
func scaled(message []float64) (by int, ok bool) {
	largest := top(message)
	switch {
	case largest == 0:
		return 0, false
	case largest > 0x1p-40 && largest < 0x1p40:
		return 0, true
	}
	return scale(message, largest), true
}

// top is the largest of some numbers, none of which is negative.
func top(values []float64) (largest float64) {
	for _, x := range values {
		if x > largest { // quicker than max, which cares for what is no number
			largest = x
		}
	}
	return largest
}

func scale(values []float64, largest float64) (by int) {
	_, by = math.Frexp(largest)
	if by != 0 {
		// In two steps, because 2^by alone need not be a number.
		half, rest := math.Ldexp(1, -by/2), math.Ldexp(1, -(by-by/2))
		for i := range values {
			values[i] = values[i] * half * rest
		}
	}
	return by
}
