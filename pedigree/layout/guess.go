package layout

// guess places everybody roughly: the bottom row close together, every row above it with couples over
// their children. spread then moves every sibship under its parents. The longest part of the way is
// gone here, before the exact solution starts.
func (p *placer) guess() {
	for r := p.rows - 1; r >= 0; r-- {
		row := p.rowsOf[r]
		wish, weight := p.values[:len(row)], p.weights[:len(row)]
		for i := range weight {
			weight[i] = 0
		}
		if r+1 < p.rows {
			for i := range p.bars[r+1] {
				p.wishAbove(&p.bars[r+1][i], wish, weight)
			}
		}
		p.fillWishes(r, wish, weight)
		separate(wish, p.gaps[r], weight, p.runs)
		for i, q := range row {
			p.x[q] = wish[i]
		}
	}
}

// spread goes through the rows from the top and moves every sibship under its drop.
func (p *placer) spread() {
	for r := 1; r < p.rows; r++ {
		row := p.rowsOf[r]
		wish, weight := p.values[:len(row)], p.weights[:len(row)]
		for i := range weight {
			weight[i] = 0
		}
		for i := range p.bars[r] {
			b := &p.bars[r][i]
			if i, j := p.rank[b.a], p.rank[b.b]; i > j+1 || j > i+1 {
				continue
			}
			lo, hi := p.x[b.kids[0]], p.x[b.kids[0]]
			for _, k := range b.kids {
				lo, hi = min(lo, p.x[k]), max(hi, p.x[k])
			}
			shift := (p.x[b.a]+p.x[b.b])/2 - (lo+hi)/2
			for _, k := range b.kids {
				wish[p.rank[k]], weight[p.rank[k]] = p.x[k]+shift, 1
			}
		}
		p.fillWishes(r, wish, weight)
		separate(wish, p.gaps[r], weight, p.runs)
		for i, q := range row {
			p.x[q] = wish[i]
		}
	}
}

// wishAbove adds what a bar wishes for the nodes at its top: to stand over the middle of the children.
func (p *placer) wishAbove(b *bar, wish, weight []float64) {
	lo, hi := p.x[b.kids[0]], p.x[b.kids[0]]
	for _, k := range b.kids {
		lo, hi = min(lo, p.x[k]), max(hi, p.x[k])
	}
	i, j := p.rank[b.a], p.rank[b.b]
	if i > j {
		i, j = j, i
	}
	if j > i+1 {
		return
	}
	half := 0.0
	if i != j {
		half = p.gaps[p.nodes[b.a].row][j] / 2
	}
	for _, w := range [...]struct {
		at int
		x  float64
	}{{i, (lo+hi)/2 - half}, {j, (lo+hi)/2 + half}} {
		wish[w.at] = (wish[w.at]*weight[w.at] + w.x) / (weight[w.at] + 1)
		weight[w.at]++
	}
}

// fillWishes lets those without children stand beside their neighbours, with little weight.
func (p *placer) fillWishes(r int, wish, weight []float64) {
	const little = 0.05
	first := -1
	for i := range wish {
		switch {
		case weight[i] > 0:
			if first < 0 {
				first = i
			}
		case first >= 0:
			wish[i], weight[i] = wish[i-1]+p.gaps[r][i], little
		}
	}
	if first < 0 {
		at := 0.0
		for i := range wish {
			at += p.gaps[r][i]
			wish[i], weight[i] = at, 1
		}
		for i := range wish {
			wish[i] -= at / 2
		}
		return
	}
	for i := first - 1; i >= 0; i-- {
		wish[i], weight[i] = wish[i+1]-p.gaps[r][i+1], little
	}
}
