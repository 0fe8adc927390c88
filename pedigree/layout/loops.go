package layout

// bridges tells for each node whether the link to its parents is the only connection between the
// two sides: a link that is no bridge lies in a loop. It is Tarjan's search for bridges in the graph
// of people and matings.
func (g *graph) bridges() []bool {
	n := len(g.nodes)
	t := &tarjan{graph: g, low: make([]int, n+len(g.matings)), at: make([]int, n+len(g.matings)), bridge: make([]bool, n)}
	for p := range g.nodes {
		if t.at[p] == 0 {
			t.visit(p, -1)
		}
	}
	return t.bridge
}

// tarjan numbers nodes 0 to n-1 and matings from n on.
type tarjan struct {
	*graph
	clock   int
	at, low []int
	bridge  []bool
}

func (t *tarjan) visit(v, from int) {
	t.clock++
	t.at[v], t.low[v] = t.clock, t.clock
	n := len(t.nodes)
	step := func(w int) {
		switch {
		case w == from:
		case t.at[w] != 0:
			t.low[v] = min(t.low[v], t.at[w])
		default:
			t.visit(w, v)
			t.low[v] = min(t.low[v], t.low[w])
			if t.low[w] > t.at[v] {
				t.markBridge(v, w)
			}
		}
	}
	if v < n {
		if h := t.nodes[v].home; h >= 0 {
			step(n + h)
		}
		for _, m := range t.nodes[v].matings {
			step(n + m)
		}
		return
	}
	m := &t.matings[v-n]
	step(m.a)
	step(m.b)
	for _, k := range m.kids {
		if t.nodes[k].home == v-n {
			step(k)
		}
	}
}

func (t *tarjan) markBridge(v, w int) {
	n := len(t.nodes)
	person, mating := v, w-n
	if v >= n {
		person, mating = w, v-n
	}
	if t.nodes[person].home == mating {
		t.bridge[person] = true
	}
}

// loopThrough reports that partner p and mating m are joined by another way than their own link.
func (g *graph) loopThrough(p, m int) bool {
	seen, done := make([]bool, len(g.nodes)), make([]bool, len(g.matings))
	seen[p] = true
	next := []int{p}
	for len(next) > 0 {
		q := next[len(next)-1]
		next = next[:len(next)-1]
		at := g.nodes[q].matings
		if h := g.nodes[q].home; h >= 0 {
			at = append(at[:len(at):len(at)], h)
		}
		for _, k := range at {
			switch {
			case q == p && k == m:
				continue
			case k == m:
				return true
			case done[k]:
				continue
			}
			done[k] = true
			mt := &g.matings[k]
			for _, r := range append([]int{mt.a, mt.b}, mt.kids...) {
				if !seen[r] && (r == mt.a || r == mt.b || g.nodes[r].home == k) {
					seen[r] = true
					next = append(next, r)
				}
			}
		}
	}
	return false
}
