package likelihood

import "slices"

// A clique of three people without a trio of its own, as the marriage of cousins makes them, takes
// messages over its node and one of the other two. It is two tables of two people, a wing each, joined
// at the node: the message up is a product of matrices, and no table of three people is gone through.

// wing is the side of such a clique toward one of the other two: a clique of two people, with the
// inputs of that side.
type wing struct {
	clique
	size int32 // genotypes of the other person
}

// worthWings is the number of entries from which a clique is spread into wings.
const worthWings = 1 << 9

// spread gives a clique its wings, unless a message runs over all three. near are the other two.
func (n *net) spread(q *clique, near []int32) {
	var wings [2]wing
	for side, other := range near {
		l := n.shapes.block(n.lists[q.node].len(), n.lists[other].len())
		wings[side] = wing{clique{node: q.node, base: l.base, own: l.of[0]}, int32(n.lists[other].len())}
	}
	for _, in := range q.in {
		from := n.order.near[in.from]
		if len(from) > 2 {
			return
		}
		side, spots := 0, []int{0}
		if len(from) == 2 {
			other := from[0]
			if other == q.node {
				other = from[1]
				spots = []int{0, 1}
			} else {
				spots = []int{1, 0}
			}
			side = slices.Index(near, other)
		}
		w := &wings[side]
		at, _ := n.shapes.block(n.lists[q.node].len(), int(w.size)).places(spots)
		w.in = append(w.in, input{in.from, at})
	}
	q.wings = &wings
	room := 0
	for side := range wings {
		room += 2 * len(wings[side].base)
	}
	for side := range wings {
		n.stack = max(n.stack, room+len(wings[side].base)*(len(wings[side].in)+2))
	}
}

// table multiplies a wing's inputs, and for the first wing what is known of the node, into room. by is
// the power of two by which it was scaled down.
func (r *run) table(w *wing, withLocal bool, room []float64) (table []float64, by int) {
	table = room[:len(w.base)]
	copy(table, w.base)
	if withLocal {
		times(table, r.of(r.local, w.node), w.own)
	}
	for k := range w.in {
		times(table, r.cliques[w.in[k].from].message(r.up), w.in[k].at)
		if k%4 == 3 {
			by += raised(table)
		}
	}
	return table, by
}

// wingTables are both wings' tables, the rest of the stack, and how far both were scaled down.
func (r *run) wingTables(q *clique) (a, b, rest []float64, by int) {
	a, by = r.table(&q.wings[0], true, r.stack)
	rest = r.stack[len(a):]
	b, more := r.table(&q.wings[1], false, rest)
	return a, b, rest[len(b):], by + more
}

// sendByWings works out the message up: for each pair of the others' genotypes, the sum over the node's.
// It returns the power of two by which it was scaled down on the way.
func (r *run) sendByWings(q *clique, message []float64) (by int) {
	a, b, _, by := r.wingTables(q)
	n := len(a) / int(q.wings[0].size)
	for k := range message {
		i, j := k%int(q.wings[0].size)*n, k/int(q.wings[0].size)*n
		x, y := a[i:i+n], b[j:j+n]
		y = y[:len(x)]
		sum := 0.0
		for g := range x {
			sum += x[g] * y[g]
		}
		message[k] = sum
	}
	return by
}

// answerByWings answers the inputs of both wings: each with what comes down, summed over the other
// wing.
func (r *run) answerByWings(q *clique) {
	a, b, rest, _ := r.wingTables(q)
	down := q.message(r.down)
	n, wide := len(a)/int(q.wings[0].size), int(q.wings[0].size)
	toA, toB := rest[:len(a)], rest[len(a):len(a)+len(b)]
	clear(toA)
	clear(toB)
	for k, x := range down {
		if x == 0 {
			continue
		}
		i, j := k%wide*n, k/wide*n
		add(toA[i:i+n], b[j:j+n], x)
		add(toB[j:j+n], a[i:i+n], x)
	}
	rest = rest[len(a)+len(b):]
	r.part(&q.wings[0].clique, toA, rest, 0, len(q.wings[0].in)+1)
	if len(q.wings[1].in) > 0 {
		r.part(&q.wings[1].clique, toB, rest, 0, len(q.wings[1].in)) // the first wing has the node's own
	}
}

// add adds a multiple of some numbers to others.
func add(to, some []float64, by float64) {
	some = some[:len(to)]
	for k := range to {
		to[k] += some[k] * by
	}
}
