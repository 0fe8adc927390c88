package likelihood

import (
	"math/bits"
	"slices"
)

// net is an arrangement made ready for running: what its tables look like and where each begins in the
// few slices that a run needs.
type net struct {
	d        *descent
	shapes   shapes
	lists    []*list // by node
	order    *arrangement
	cliques  []clique
	inputs   []input
	at       []int32 // by node: where its genotypes begin; one more at the end
	messages int     // numbers in all messages of one direction
	widest   int32   // numbers in the largest message
	stack    int     // entries of all products that one clique needs at once
	constant float64 // the transmissions in which everybody's genotype is given
}

// clique is one node with those that were joined to it when it was eliminated. Its message to the
// parent runs over the latter.
type clique struct {
	node, parent int32
	base         []float64
	own, out     []int32 // for each entry, the node's genotype and the place in the message; out is nil for a root
	up, size     int32   // where the message begins, and its length
	in           []input // the messages from the cliques whose parent this is
	wings        *[2]wing
}

// input is a message that a clique takes: which clique's, and its place for each entry.
type input struct {
	from int32
	at   []int32
}

// compile lays out the tables. The cost has been looked at before.
func (s *Space) compile(d *descent, a *arrangement, lists []*list) *net {
	n := &net{d: d, shapes: shapes{space: s}, lists: lists, order: a, cliques: make([]clique, len(a.node)), at: begins(lists), constant: 1}
	n.takers()
	var nodes [3]int32
	var spots [8]int
	for i := range n.cliques {
		q := &n.cliques[i]
		q.node, q.parent = a.node[i], a.parent[i]
		l, people := n.layoutOf(i, nodes[:0])
		spot := func(node int32) int { return slices.Index(people, node) }
		q.base = l.base
		q.own, _ = l.places(append(spots[:0], spot(q.node)))
		q.up, q.size = int32(n.messages), 1
		if near := a.near[i]; len(near) > 0 {
			places := spots[:0]
			for _, node := range near {
				places = append(places, spot(node))
			}
			out, size := l.places(places)
			q.out, q.size = out, int32(size)
		}
		n.messages += int(q.size)
		n.widest = max(n.widest, q.size)
		for k := range q.in {
			places := spots[:0]
			for _, node := range a.near[q.in[k].from] {
				places = append(places, spot(node))
			}
			q.in[k].at, _ = l.places(places)
		}
		if len(people) == 3 && len(a.triosOf(i)) == 0 && l.len() >= worthWings {
			n.spread(q, a.near[i])
		}
		if q.wings == nil {
			n.stack = max(n.stack, l.len()*(bits.Len(uint(len(q.in)))+1))
		}
	}
	for _, i := range a.bound {
		t := d.trios[i]
		n.constant *= n.trio(t).sum()
	}
	return n
}

// sum is all of a layout's entries together: for a trio of given genotypes, its transmission.
func (l *layout) sum() (sum float64) {
	for _, x := range l.base {
		sum += x
	}
	return sum
}

// takers gives each clique room for the messages it takes.
func (n *net) takers() {
	first := make([]int32, len(n.cliques)+2)
	for _, p := range n.order.parent {
		if p != None {
			first[p+2]++
		}
	}
	for i := 1; i < len(first); i++ {
		first[i] += first[i-1]
	}
	n.inputs = make([]input, first[len(first)-1])
	for i, p := range n.order.parent {
		if p != None {
			n.inputs[first[p+1]].from = int32(i)
			first[p+1]++
		}
	}
	for i := range n.cliques {
		n.cliques[i].in = n.inputs[first[i]:first[i+1]]
	}
}

// layoutOf is the layout of a clique and the people of its entries, in order. room saves an allocation.
func (n *net) layoutOf(clique int, room []int32) (*layout, []int32) {
	node, near, trios := n.order.node[clique], n.order.near[clique], n.order.triosOf(clique)
	switch {
	case len(trios) == 0 && len(near) == 0:
		return n.shapes.block(n.lists[node].len(), 0), append(room, node)
	case len(trios) == 0 && len(near) == 1:
		return n.shapes.block(n.lists[node].len(), n.lists[near[0]].len()), append(room, node, near[0])
	case len(trios) == 1:
		t := n.d.trios[trios[0]]
		people := append(room, t.child, t.mother, t.father)
		if t.mother != t.father && contains(people, near) {
			return n.trio(t), people
		}
	}
	return n.join(node, near, trios)
}

func (n *net) trio(t trio) *layout {
	return n.shapes.of(n.lists[t.child], n.lists[t.mother], n.lists[t.father]).trio()
}

func contains(people, some []int32) bool {
	for _, n := range some {
		if !slices.Contains(people, n) {
			return false
		}
	}
	return true
}
