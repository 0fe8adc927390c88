package layout

// The sets that move with a node.
const (
	moveAlone  = iota // the symbol
	moveCouple        // with partners who have no parents drawn
	moveBranch        // and all descendants
	moveFamily        // and everything else that hangs on it, but not its parents' side
	moveOrigin        // everything on its parents' side
)

func (s *search) set(p, kind int) []int {
	switch {
	case kind == moveAlone:
		return append([]int{p}, s.chain[p]...)
	case s.nodes[p].bend:
		return nil
	case kind == moveCouple:
		set := s.withFounders(nil, p)
		s.unmark(set)
		if len(set) == 1 {
			return nil
		}
		return set
	case kind == moveBranch:
		return s.branch(p)
	}
	if h := s.nodes[p].home; h < 0 || !s.bridge[p] {
		return nil
	}
	family := s.hanging(p)
	if kind == moveFamily {
		s.unmark(family)
		return family
	}
	var origin []int
	for _, q := range s.seq {
		if !s.in[q] {
			origin = append(origin, q)
		}
	}
	s.unmark(family)
	return origin
}

func (s *search) onlyMovable(set []int) []int {
	kept := make([]int, 0, len(set))
	for _, q := range set {
		if s.movable[q] {
			kept = append(kept, q)
		}
	}
	return kept
}

func (s *search) unmark(set []int) {
	for _, q := range set {
		s.in[q] = false
	}
}

func (s *search) mark(set []int, p int) []int {
	s.in[p] = true
	set = append(set, p)
	for _, b := range s.chain[p] {
		if !s.in[b] {
			s.in[b] = true
			set = append(set, b)
		}
	}
	return set
}

// withFounders marks p and the partners of p who have no parents drawn.
func (s *search) withFounders(set []int, p int) []int {
	set = s.mark(set, p)
	for _, q := range s.spouses[p] {
		if !s.in[q] && s.founder(q) && s.nodes[q].row == s.nodes[p].row {
			set = s.mark(set, q)
		}
	}
	return set
}

// branch is p with partners and descendants, each with partners who have no parents drawn.
func (s *search) branch(p int) []int {
	if s.reach[p] == nil {
		set := s.withFounders(nil, p)
		for i := 0; i < len(set); i++ {
			for _, m := range s.nodes[set[i]].matings {
				for _, k := range s.matings[m].kids {
					if !s.in[k] {
						set = s.withFounders(set, k)
					}
				}
			}
		}
		s.unmark(set)
		s.reach[p] = set
	}
	return s.reach[p]
}

// hanging is everything joined to p other than through its parents; it stays marked.
func (s *search) hanging(p int) []int {
	set := s.mark(nil, p)
	visit := func(q int) {
		if !s.in[q] {
			set = s.mark(set, q)
		}
	}
	for i := 0; i < len(set); i++ {
		q := set[i]
		n := &s.nodes[q]
		if n.home >= 0 && q != p {
			visit(s.matings[n.home].a)
			visit(s.matings[n.home].b)
			for _, k := range s.matings[n.home].kids {
				visit(k)
			}
		}
		for _, m := range n.matings {
			visit(s.matings[m].other(q))
			for _, k := range s.matings[m].kids {
				visit(k)
			}
		}
	}
	return set
}
