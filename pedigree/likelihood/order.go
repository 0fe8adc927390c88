package likelihood

import "container/heap"

// graph is the moral graph of the pedigree: an edge joins two people who occur in one trio.
type graph struct {
	near [][]int // neighbours not yet eliminated
	mark []int   // mark[n] == stamp: n was seen in the current count
	now  int     // the current stamp
}

func moralGraph(nodes int, trios []trio) *graph {
	g := &graph{near: make([][]int, nodes), mark: make([]int, nodes)}
	for _, t := range trios {
		g.join(t.child, t.mother)
		g.join(t.child, t.father)
		g.join(t.mother, t.father)
	}
	return g
}

func (g *graph) join(a, b int) bool {
	if a == b {
		return false
	}
	for _, n := range g.near[a] {
		if n == b {
			return false
		}
	}
	g.near[a], g.near[b] = append(g.near[a], b), append(g.near[b], a)
	return true
}

// fill counts the edges that eliminating n would add.
func (g *graph) fill(n int) int {
	g.now++
	for _, a := range g.near[n] {
		g.mark[a] = g.now
	}
	degree, present := len(g.near[n]), 0
	for _, a := range g.near[n] {
		for _, b := range g.near[a] {
			if g.mark[b] == g.now {
				present++
			}
		}
	}
	return (degree*(degree-1) - present) / 2
}

// eliminate takes n away, joins its neighbours to each other, and returns them with whether an edge
// was added.
func (g *graph) eliminate(n int) (neighbours []int, added bool) {
	neighbours = g.near[n]
	for _, a := range neighbours {
		near := g.near[a]
		for i, b := range near {
			if b == n {
				near[i] = near[len(near)-1]
				g.near[a] = near[:len(near)-1]
				break
			}
		}
	}
	for i, a := range neighbours {
		for _, b := range neighbours[:i] {
			if g.join(a, b) {
				added = true
			}
		}
	}
	g.near[n] = nil
	return neighbours, added
}

// candidate is a node waiting to be eliminated; one whose version is old is passed over.
type candidate struct{ fill, degree, node, version int }

// queue is a heap of candidates: least fill first, then least degree, then lowest node.
type queue []candidate

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	a, b := q[i], q[j]
	switch {
	case a.fill != b.fill:
		return a.fill < b.fill
	case a.degree != b.degree:
		return a.degree < b.degree
	default:
		return a.node < b.node
	}
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)   { *q = append(*q, x.(candidate)) }
func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

// minFill calls visit with each node and its neighbours at the time it is eliminated, taking always
// the node that adds the fewest edges. It stops when visit returns an error.
func minFill(nodes int, trios []trio, visit func(node int, neighbours []int) error) error {
	g := moralGraph(nodes, trios)
	version := make([]int, nodes)
	q := make(queue, nodes)
	for n := range nodes {
		q[n] = candidate{g.fill(n), len(g.near[n]), n, 0}
	}
	heap.Init(&q)
	again := func(n int) {
		version[n]++
		heap.Push(&q, candidate{g.fill(n), len(g.near[n]), n, version[n]})
	}
	seen := make([]int, nodes)
	for q.Len() > 0 {
		c := heap.Pop(&q).(candidate)
		if c.version != version[c.node] {
			continue
		}
		version[c.node] = -1
		neighbours, added := g.eliminate(c.node)
		if err := visit(c.node, neighbours); err != nil {
			return err
		}
		refresh := func(n int) {
			if seen[n] != c.node+1 {
				seen[n] = c.node + 1
				again(n)
			}
		}
		for _, a := range neighbours {
			refresh(a)
		}
		if !added {
			continue
		}
		for _, a := range neighbours {
			for _, b := range g.near[a] {
				refresh(b)
			}
		}
	}
	return nil
}
