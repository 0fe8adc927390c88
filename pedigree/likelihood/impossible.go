package likelihood

// impossible finds whose data cannot be true together: genotypes that no trio allows are struck out
// until nothing changes or a trio is left with none (Lange & Goradia, Am J Hum Genet 1987;40:250-256).
// In a pedigree with loops the strikes may end without a culprit; then any trio is named in which
// something is known.
func (p *Plan) impossible(local []Vector) *Impossible {
	allowed := make([][Genotypes]bool, p.nodes)
	for n, v := range local {
		for g, x := range v {
			allowed[n][g] = x > 0
		}
	}
	empty := [Genotypes]bool{}
	for _, t := range p.trios {
		for _, n := range []int{t.child, t.mother, t.father} {
			if allowed[n] == empty {
				return p.named(p.trioOf(n))
			}
		}
	}
	for n := range allowed {
		if allowed[n] == empty {
			return p.named(p.trioOf(n))
		}
	}
	for changed := true; changed; {
		changed = false
		for _, t := range p.trios {
			kept := map[int][Genotypes]bool{}
			for i, x := range mendel {
				c, m, f := i%3, i/3%3, i/9
				if x > 0 && allowed[t.child][c] && allowed[t.mother][m] && allowed[t.father][f] {
					for n, g := range map[int]int{t.child: c, t.mother: m, t.father: f} {
						k := kept[n]
						k[g] = true
						kept[n] = k
					}
				}
			}
			if len(kept) == 0 {
				return p.named(t)
			}
			for n, k := range kept {
				if k != allowed[n] {
					allowed[n], changed = k, true
				}
			}
		}
	}
	for _, t := range p.trios {
		if local[t.child] != Unknown {
			return p.named(t)
		}
	}
	return p.named(trio{0, None, None})
}

// trioOf is the trio in which the node is the child; a founder stands alone.
func (p *Plan) trioOf(node int) trio {
	for _, t := range p.trios {
		if t.child == node {
			return t
		}
	}
	return trio{node, None, None}
}

// named turns nodes back into positions, None for a stand-in.
func (p *Plan) named(t trio) *Impossible {
	position := func(node int) int {
		for i, n := range p.node {
			if n == node {
				return i
			}
		}
		return None
	}
	return &Impossible{position(t.child), position(t.mother), position(t.father)}
}
