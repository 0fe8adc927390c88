package likelihood

// Impossible is data of probability zero. It names a child and its parents whose data cannot be true
// together; a parent, or both, are None where the child's own data already have probability zero
// or the parent is not known.
type Impossible struct{ Child, Mother, Father int }

// Error says that the data have probability zero.
func (*Impossible) Error() string { return "what is recorded has probability zero under this model" }

// impossible finds whose data cannot be true together: genotypes that no trio allows are struck out
// until nothing changes or a trio is left with none (Lange & Goradia, Am J Hum Genet 1987;40:250-256).
// In a pedigree with loops the strikes may end without a culprit; then any trio is named in which
// something is known. local is by node and genotype, at says where each node's begin.
func (s *Space) impossible(d *descent, lists []*list, local []float64, at []int32) *Impossible {
	met := shapes{space: s}
	allowed := make([][]bool, d.nodes)
	for n := range allowed {
		some := false
		allowed[n] = make([]bool, lists[n].len())
		for k, x := range local[at[n]:at[n+1]] {
			allowed[n][k] = x > 0
			some = some || x > 0
		}
		if !some {
			return d.named(d.trioOf(int32(n)))
		}
	}
	for changed := true; changed; {
		changed = false
		for _, t := range d.trios {
			l := met.of(lists[t.child], lists[t.mother], lists[t.father]).trio()
			people := [3]int32{t.child, t.mother, t.father}
			var kept [3][]bool
			for p, n := range people {
				kept[p] = make([]bool, len(allowed[n]))
			}
			some := false
			for e := range l.base {
				c, m, f := l.of[theChild][e], l.of[theMother][e], l.of[theFather][e]
				if allowed[t.child][c] && allowed[t.mother][m] && allowed[t.father][f] && (t.mother != t.father || m == f) {
					some, kept[theChild][c], kept[theMother][m], kept[theFather][f] = true, true, true, true
				}
			}
			if !some {
				return d.named(t)
			}
			for p, n := range people {
				for k, was := range allowed[n] {
					if was && !kept[p][k] {
						allowed[n][k], changed = false, true
					}
				}
			}
		}
	}
	for _, t := range d.trios {
		for _, x := range local[at[t.child]:at[t.child+1]] {
			if x != 1 {
				return d.named(t)
			}
		}
	}
	return d.named(trio{0, None, None})
}

// trioOf is the trio in which the node is the child; a founder stands alone.
func (d *descent) trioOf(node int32) trio {
	for _, t := range d.trios {
		if t.child == node {
			return t
		}
	}
	return trio{node, None, None}
}

// named turns nodes back into positions, None for a stand-in.
func (d *descent) named(t trio) *Impossible {
	position := func(node int32) int {
		if node == None {
			return None
		}
		return int(d.person[node])
	}
	return &Impossible{position(t.child), position(t.mother), position(t.father)}
}
