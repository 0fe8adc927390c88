package layout

import "sort"

// constraint says that one class of people stands at least one row below another; weight is how many
// lines of descent grow with every further row between them.
type constraint struct {
	from, to int
	weight   int
}

// assignRows gives every node its generation: children below both parents, partners and twins level
// wherever that is possible at all, and the lines of descent as short as they can be together.
// kept holds rows of an earlier drawing, -1 for none; they stay as long as they still fit.
func (g *graph) assignRows(kept []int) {
	class := g.levelClasses()
	n := 0
	number := make([]int, len(g.nodes))
	for i := range g.nodes {
		if r := class.find(i); r == i {
			number[i] = n
			n++
		}
	}
	for i := range g.nodes {
		number[i] = number[class.find(i)]
	}
	edges := g.constraints(number)
	rows, ok := keptRows(n, edges, number, kept)
	if !ok {
		rows = shortestRows(n, edges)
	}
	top := rows[0]
	for _, r := range rows {
		top = min(top, r)
	}
	for i := range g.nodes {
		g.nodes[i].row = rows[number[i]] - top
	}
}

// constraints are the links between classes, parallel ones merged.
func (g *graph) constraints(number []int) []constraint {
	var edges []constraint
	for i := range g.matings {
		m := &g.matings[i]
		for _, k := range m.kids {
			edges = append(edges, constraint{number[m.a], number[k], 1})
			if number[m.b] != number[m.a] {
				edges = append(edges, constraint{number[m.b], number[k], 1})
			}
		}
	}
	sort.Slice(edges, func(i, j int) bool {
		if edges[i].from != edges[j].from {
			return edges[i].from < edges[j].from
		}
		return edges[i].to < edges[j].to
	})
	merged := edges[:0]
	for _, e := range edges {
		if k := len(merged) - 1; k >= 0 && merged[k].from == e.from && merged[k].to == e.to {
			merged[k].weight += e.weight
		} else {
			merged = append(merged, e)
		}
	}
	return merged
}

// levelClasses joins those who stand level. Where the wish is impossible because somebody would be
// level with an ancestor (a parent mated with a child), the pairs whose rows are nearest anyway win.
func (g *graph) levelClasses() unionFind {
	var wishes [][2]int
	for i := range g.matings {
		if m := &g.matings[i]; m.a != m.b {
			wishes = append(wishes, [2]int{m.a, m.b})
		}
	}
	for _, t := range g.twins {
		for _, p := range t[1:] {
			wishes = append(wishes, [2]int{t[0], p})
		}
	}
	all := newUnionFind(len(g.nodes))
	for _, w := range wishes {
		all.join(w[0], w[1])
	}
	if g.depths(all) != nil {
		return all
	}
	classes := newUnionFind(len(g.nodes))
	depth := g.depths(classes)
	apart := func(w [2]int) int {
		d := depth[w[0]] - depth[w[1]]
		return max(d, -d)
	}
	sort.SliceStable(wishes, func(i, j int) bool { return apart(wishes[i]) < apart(wishes[j]) })
	return g.joinWhereLevel(classes, wishes)
}

// joinWhereLevel joins the pairs of wishes one after the other, leaving out any that would make a
// class its own ancestor. Runs of harmless wishes are joined together.
func (g *graph) joinWhereLevel(classes unionFind, wishes [][2]int) unionFind {
	joined := append(unionFind(nil), classes...)
	for _, w := range wishes {
		joined.join(w[0], w[1])
	}
	switch {
	case g.depths(joined) != nil:
		return joined
	case len(wishes) == 1:
		return classes
	}
	half := len(wishes) / 2
	return g.joinWhereLevel(g.joinWhereLevel(classes, wishes[:half]), wishes[half:])
}

// depths is the longest line of descent above each node, with each class level; nil if some class is
// its own ancestor.
func (g *graph) depths(class unionFind) []int {
	n := len(g.nodes)
	waiting := make([]int, n) // of a class: links from parents not yet placed
	below := make([][]int, n)
	for i := range g.matings {
		m := &g.matings[i]
		for _, k := range m.kids {
			c := class.find(k)
			for j, p := range [...]int{m.a, m.b} {
				if r := class.find(p); j == 0 || r != class.find(m.a) {
					below[r] = append(below[r], c)
					waiting[c]++
				}
			}
		}
	}
	depth := make([]int, n)
	var ready []int
	classes, placed := 0, 0
	for i := 0; i < n; i++ {
		if class.find(i) == i {
			classes++
			if waiting[i] == 0 {
				ready = append(ready, i)
			}
		}
	}
	for len(ready) > 0 {
		c := ready[0]
		ready = ready[1:]
		placed++
		for _, d := range below[c] {
			depth[d] = max(depth[d], depth[c]+1)
			if waiting[d]--; waiting[d] == 0 {
				ready = append(ready, d)
			}
		}
	}
	if placed < classes {
		return nil
	}
	for i := 0; i < n; i++ {
		depth[i] = depth[class.find(i)]
	}
	return depth
}

// keptRows extends the rows of an earlier drawing to newcomers; not ok if they no longer fit.
func keptRows(n int, edges []constraint, number, kept []int) (rows []int, ok bool) {
	if kept == nil {
		return nil, false
	}
	const unset = -1 << 30
	rows = make([]int, n)
	for c := range rows {
		rows[c] = unset
	}
	known := 0
	for i, c := range number {
		switch {
		case kept[i] < 0:
		case rows[c] == unset:
			rows[c] = kept[i]
			known++
		case rows[c] != kept[i]:
			return nil, false
		}
	}
	if known == 0 {
		return nil, false
	}
	for changed := true; changed; {
		changed = false
		for _, e := range edges {
			switch {
			case rows[e.from] != unset && rows[e.to] == unset:
				rows[e.to], changed = rows[e.from]+1, true
			case rows[e.from] == unset && rows[e.to] != unset:
				rows[e.from], changed = rows[e.to]-1, true
			}
		}
	}
	for _, e := range edges {
		if rows[e.from] == unset || rows[e.to] <= rows[e.from] {
			return nil, false
		}
	}
	return rows, true
}
