package layout

// mend puts sibships whose order is forbidden back together: the children in birth order, each with
// the partners who have no parents drawn, where the first of them in the row stands. It returns the
// sequence to start from instead.
func (o *order) mend(seq []int) []int {
	for r := range o.sibships {
		for _, s := range o.sibships[r] {
			if o.sibshipCost(r, s.kids) < costForbidden && o.twinsTogether(r) {
				continue
			}
			seq = o.regroup(seq, s.kids)
		}
	}
	return seq
}

func (o *order) twinsTogether(r int) bool {
	for _, t := range o.twins[r] {
		if o.twinCost(r, t) >= costForbidden {
			return false
		}
	}
	return true
}

// regroup writes the children and their partners into seq as one block, at the first child's place.
func (o *order) regroup(seq, kids []int) []int {
	moves := make(map[int]bool, 2*len(kids))
	var block []int
	add := func(p int) {
		if !moves[p] {
			moves[p] = true
			block = append(block, p)
		}
	}
	for _, k := range kids {
		var right []int
		for _, q := range o.spouses[k] {
			if !o.founder(q) || o.nodes[q].row != o.nodes[k].row {
				continue
			}
			if o.rank[q] < o.rank[k] {
				add(q)
			} else {
				right = append(right, q)
			}
		}
		add(k)
		for _, q := range right {
			add(q)
		}
	}
	out := make([]int, 0, len(seq))
	for _, p := range seq {
		switch {
		case !moves[p]:
			out = append(out, p)
		case block != nil && contains(kids, p):
			out = append(out, block...)
			block = nil
		}
	}
	return out
}
