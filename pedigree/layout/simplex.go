package layout

// shortestRows is an integer row for each of n connected classes, so that every constraint holds and
// the weighted length of all lines together is least. It is the network simplex of Gansner et al.,
// "A technique for drawing directed graphs" (1993): a spanning tree of links of length one, improved
// by exchanging links while a cut through the tree shows that some link is stretched for nothing.
func shortestRows(n int, edges []constraint) []int {
	s := &simplex{n: n, edges: edges, rows: make([]int, n), at: make([][]int, n), up: make([]int, n), side: make([]bool, n)}
	s.listEdges()
	s.longestPath()
	for i := range edges {
		if s.slack(i) > 0 {
			s.spanTight()
			// Each exchange lowers the length or moves along a tie; the bound ends ties that go round.
			for k := 0; k < 8*n && s.exchange(); k++ {
			}
			break
		}
	}
	return s.rows
}

type simplex struct {
	n     int
	edges []constraint
	rows  []int
	at    [][]int // the edges at each class
	tree  []bool  // of an edge: in the spanning tree
	up    []int   // of a class: its edge towards the root, -1 at the root
	order []int   // root first, every class after the one above it
	side  []bool
}

// listEdges fills at.
func (s *simplex) listEdges() {
	degree := make([]int, s.n)
	for _, e := range s.edges {
		degree[e.from]++
		degree[e.to]++
	}
	room := make([]int, 2*len(s.edges))
	for c, d := range degree {
		s.at[c], room = room[:0:d], room[d:]
	}
	for i, e := range s.edges {
		s.at[e.from] = append(s.at[e.from], i)
		s.at[e.to] = append(s.at[e.to], i)
	}
}

func (s *simplex) slack(e int) int {
	return s.rows[s.edges[e].to] - s.rows[s.edges[e].from] - 1
}

func (s *simplex) far(e, c int) int {
	if s.edges[e].from == c {
		return s.edges[e].to
	}
	return s.edges[e].from
}

// longestPath places every class directly below the lowest of those it must be below.
func (s *simplex) longestPath() {
	waiting := make([]int, s.n)
	for _, e := range s.edges {
		waiting[e.to]++
	}
	ready := make([]int, 0, s.n)
	for c := range waiting {
		if waiting[c] == 0 {
			ready = append(ready, c)
		}
	}
	for len(ready) > 0 {
		c := ready[0]
		ready = ready[1:]
		for _, i := range s.at[c] {
			if e := s.edges[i]; e.from == c {
				s.rows[e.to] = max(s.rows[e.to], s.rows[c]+1)
				if waiting[e.to]--; waiting[e.to] == 0 {
					ready = append(ready, e.to)
				}
			}
		}
	}
}

// spanTight grows a tree of links of length one, pulling in what lies furthest by the least amount.
func (s *simplex) spanTight() {
	s.tree = make([]bool, len(s.edges))
	in := make([]bool, s.n)
	var members []int
	add := func(c int) {
		in[c] = true
		members = append(members, c)
	}
	add(0)
	for next := 0; ; {
		for ; next < len(members); next++ {
			c := members[next]
			for _, i := range s.at[c] {
				if d := s.far(i, c); !in[d] && s.slack(i) == 0 {
					s.tree[i] = true
					add(d)
				}
			}
		}
		best := -1
		for i, e := range s.edges {
			if in[e.from] != in[e.to] && (best < 0 || s.slack(i) < s.slack(best)) {
				best = i
			}
		}
		if best < 0 {
			return
		}
		shift := s.slack(best)
		if in[s.edges[best].to] {
			shift = -shift
		}
		for _, c := range members {
			s.rows[c] += shift
		}
		next = 0
	}
}

// exchange makes one improving exchange of tree links; false when there is none left.
func (s *simplex) exchange() bool {
	s.orient()
	pull := make([]int, s.n) // of a class: weight of the links into its subtree less those out of it
	for _, e := range s.edges {
		pull[e.to] += e.weight
		pull[e.from] -= e.weight
	}
	leave := -1
	for k := len(s.order) - 1; k > 0; k-- {
		c := s.order[k]
		e := s.up[c]
		cut := pull[c]
		if s.edges[e].from == c {
			cut = -cut
		}
		if cut < 0 {
			leave = c
			break
		}
		pull[s.far(e, c)] += pull[c]
	}
	if leave < 0 {
		return false
	}
	// The tree falls into the part below leave and the rest; the part at the head of the leaving
	// link moves down until another link is tight.
	for c := range s.side {
		s.side[c] = false
	}
	for _, c := range s.order {
		s.side[c] = c == leave || c != s.order[0] && s.side[s.far(s.up[c], c)]
	}
	head := s.edges[s.up[leave]].to == leave
	enter := -1
	for i, e := range s.edges {
		if s.side[e.from] == head && s.side[e.to] != head && (enter < 0 || s.slack(i) < s.slack(enter)) {
			enter = i
		}
	}
	if enter < 0 {
		return false
	}
	shift := s.slack(enter)
	for c := range s.rows {
		if s.side[c] == head {
			s.rows[c] += shift
		}
	}
	s.tree[s.up[leave]], s.tree[enter] = false, true
	return true
}

// orient hangs the tree from class 0.
func (s *simplex) orient() {
	s.order = append(s.order[:0], 0)
	s.up[0] = -1
	for k := 0; k < len(s.order); k++ {
		c := s.order[k]
		for _, i := range s.at[c] {
			if s.tree[i] && i != s.up[c] {
				d := s.far(i, c)
				s.up[d] = i
				s.order = append(s.order, d)
			}
		}
	}
}
