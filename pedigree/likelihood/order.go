package likelihood

// moral is the graph in which an edge joins two people who occur in one trio, without those whose
// genotype is taken as given.
type moral struct {
	near  [][]int32 // neighbours not yet eliminated
	mark  []int32   // mark[n] == now: n was seen in the current count
	now   int32
	gone  []bool
	visit func(node int32, neighbours []int32) bool
}

// eliminate visits every node that is not given, with its neighbours at that time, in a min-fill
// order: first, over and over, those whose neighbours are all joined already (in a family without
// loops that is everybody), then the one that adds the fewest edges. visit may stop it with false.
func eliminate(d *descent, given []bool, visit func(node int32, neighbours []int32) bool) {
	m := &moral{near: make([][]int32, d.nodes), mark: make([]int32, d.nodes), gone: make([]bool, d.nodes), visit: visit}
	copy(m.gone, given)
	m.build(d)
	queue := make([]int32, 0, 3*d.nodes)
	for n := range int32(d.nodes) {
		if !m.gone[n] {
			queue = append(queue, n)
		}
	}
	if queue = m.simplicial(queue); queue == nil {
		return
	}
	m.core(queue)
}

func (m *moral) build(d *descent) {
	degree := make([]int32, d.nodes+1)
	for _, t := range d.trios {
		degree[t.child] += 2
		degree[t.mother] += 2
		degree[t.father] += 2
	}
	room := 0
	for _, k := range degree {
		room += int(k)
	}
	edges := make([]int32, room)
	for n := range m.near {
		k := int(degree[n])
		m.near[n], edges = edges[:0:k], edges[k:]
	}
	for _, t := range d.trios {
		m.join(t.child, t.mother)
		m.join(t.child, t.father)
		m.join(t.mother, t.father)
	}
}

func (m *moral) join(a, b int32) bool {
	if a == b || m.gone[a] || m.gone[b] || m.joined(a, b) {
		return false
	}
	m.near[a], m.near[b] = append(m.near[a], b), append(m.near[b], a)
	return true
}

func (m *moral) joined(a, b int32) bool {
	if len(m.near[a]) > len(m.near[b]) {
		a, b = b, a
	}
	for _, n := range m.near[a] {
		if n == b {
			return true
		}
	}
	return false
}

// simplicial eliminates nodes that add no edge until there is none, and returns those that are left,
// nil for none.
func (m *moral) simplicial(queue []int32) (left []int32) {
	for at := 0; at < len(queue); at++ {
		n := queue[at]
		if m.gone[n] || !m.clique(m.near[n]) {
			continue
		}
		if !m.visit(n, m.near[n]) {
			return nil
		}
		m.take(n)
		queue = append(queue, m.near[n]...)
	}
	for n, gone := range m.gone {
		if !gone {
			left = append(left, int32(n))
		}
	}
	return left
}

func (m *moral) clique(nodes []int32) bool {
	for i, a := range nodes {
		for _, b := range nodes[:i] {
			if !m.joined(a, b) {
				return false
			}
		}
	}
	return true
}

// take removes a node from its neighbours.
func (m *moral) take(n int32) {
	m.gone[n] = true
	for _, a := range m.near[n] {
		near := m.near[a]
		for i, b := range near {
			if b == n {
				near[i] = near[len(near)-1]
				m.near[a] = near[:len(near)-1]
				break
			}
		}
	}
}

// fill counts the edges that eliminating n would add.
func (m *moral) fill(n int32) int32 {
	m.now++
	for _, a := range m.near[n] {
		m.mark[a] = m.now
	}
	degree, present := int32(len(m.near[n])), int32(0)
	for _, a := range m.near[n] {
		for _, b := range m.near[a] {
			if m.mark[b] == m.now {
				present++
			}
		}
	}
	return (degree*(degree-1) - present) / 2
}

// core eliminates the nodes of the loops: least fill first, then least degree, then the lowest node.
func (m *moral) core(left []int32) {
	fill := make([]int32, len(m.near))
	for _, n := range left {
		fill[n] = m.fill(n)
	}
	seen := make([]int32, len(m.near))
	for round := int32(1); len(left) > 0; round++ {
		best := 0
		for i, n := range left {
			b := left[best]
			if fill[n] < fill[b] || fill[n] == fill[b] && (len(m.near[n]) < len(m.near[b]) || len(m.near[n]) == len(m.near[b]) && n < b) {
				best = i
			}
		}
		n := left[best]
		left[best] = left[len(left)-1]
		left = left[:len(left)-1]
		if !m.visit(n, m.near[n]) {
			return
		}
		m.take(n)
		added := false
		for i, a := range m.near[n] {
			for _, b := range m.near[n][:i] {
				added = m.join(a, b) || added
			}
		}
		for _, a := range m.near[n] {
			if seen[a] != round {
				seen[a], fill[a] = round, m.fill(a)
			}
			if !added {
				continue
			}
			for _, b := range m.near[a] {
				if seen[b] != round {
					seen[b], fill[b] = round, m.fill(b)
				}
			}
		}
	}
}
