package layout

// bar is the line of descent into one gap between rows: it leaves the row above at its top (the
// middle of a couple, a single node or a bend) and drops to its kids in the row below.
type bar struct {
	a, b    int // top: partners, or one node twice
	kids    []int
	mating  int
	sibship bool // the line the children hang from, not a stretch of a long vertical
}

// line is a couple's line within a row; a corner of a couple on two rows counts as its partner.
type line struct{ a, b int }

// sibship is the children of one mating that stand in one row, in birth order.
type sibship struct{ kids []int }

// steps is a sibship that stands in several rows: where the line of each child, in birth order, leaves
// the sibship line, and the children.
type steps struct{ tops, kids []int }

// frame is everything in a graph that the order of its rows is judged by, row by row.
type frame struct {
	*graph
	rows     int
	lines    [][]line
	bars     [][]bar // of a row: the bars in the gap above it
	sibships [][]sibship
	steps    [][]steps // of a row: the sibships whose line is in the gap above it and whose children stand in several
	twins    [][][]int
	spouses  [][]int // of a node: its partners
	chain    [][]int // of a node: the bends that go with it when it is placed
	ends     []bar   // of a mating: the bar that ends in its children, for the place of the drop
	least    float64 // see unavoidable
}

// newFrame adds the bends of lines that pass a row and sorts everything by row.
func newFrame(g *graph) *frame {
	nodes := append(make([]node, 0, len(g.nodes)+8), g.nodes...)
	f := &frame{graph: &graph{nodes: nodes, matings: g.matings, twins: g.twins}, least: g.unavoidable()}
	for i := range g.nodes {
		f.rows = max(f.rows, g.nodes[i].row+1)
	}
	f.lines = make([][]line, f.rows)
	f.bars = make([][]bar, f.rows)
	f.sibships = make([][]sibship, f.rows)
	f.steps = make([][]steps, f.rows)
	f.twins = make([][][]int, f.rows)
	f.spouses = make([][]int, len(g.nodes))
	partners := make([]int, 2*len(g.matings))
	for i := range g.nodes {
		if n := len(g.nodes[i].matings); n <= len(partners) {
			f.spouses[i], partners = partners[:0:n], partners[n:]
		}
	}
	f.chain = make([][]int, len(g.nodes))
	f.ends = make([]bar, len(g.matings))
	for i := range g.matings {
		f.addMating(i)
	}
	for _, t := range g.twins {
		r := g.nodes[t[0]].row
		f.twins[r] = append(f.twins[r], t)
	}
	return f
}

func (f *frame) addMating(i int) {
	m := f.matings[i]
	a, b := m.a, m.b
	if a != b {
		f.spouses[a] = append(f.spouses[a], b)
		f.spouses[b] = append(f.spouses[b], a)
	}
	upper, lower := a, b
	if f.nodes[a].row > f.nodes[b].row {
		upper, lower = b, a
	}
	row := f.nodes[lower].row
	with := a // the symbol that the bends below the couple go with
	if f.nodes[upper].row < row {
		corner := f.descend(upper, upper, f.nodes[upper].row, row, i)
		a, b, with = corner, lower, upper
	}
	if a != b {
		f.lines[row] = append(f.lines[row], line{a, b})
	}
	f.ends[i] = bar{a: a, b: b, mating: i}
	if len(m.kids) == 0 {
		return
	}
	first := f.nodes[m.kids[0]].row
	for _, k := range m.kids {
		first = min(first, f.nodes[k].row)
	}
	top := bar{a: a, b: b, mating: i}
	if first > row+1 {
		bend := f.addBend(row+1, with)
		top.kids = []int{bend}
		f.bars[row+1] = append(f.bars[row+1], bar{a: a, b: b, kids: top.kids, mating: i})
		bend = f.descend(bend, with, row+1, first-1, i)
		top = bar{a: bend, b: bend, mating: i}
		f.ends[i] = top
	}
	top.kids, top.sibship = m.kids, true
	if !f.level(m.kids) {
		top.kids = append([]int(nil), m.kids...)
	}
	for j, k := range m.kids {
		if r := f.nodes[k].row; r > first {
			bend := f.addBend(first, k)
			top.kids[j] = bend
			bend = f.descend(bend, k, first, r-1, i)
			f.bars[r] = append(f.bars[r], bar{a: bend, b: bend, kids: []int{k}, mating: i})
		}
	}
	f.bars[first] = append(f.bars[first], top)
	if !f.level(m.kids) {
		f.steps[first] = append(f.steps[first], steps{top.kids, m.kids})
	}
	f.addSibships(m.kids, first)
}

// level reports that all nodes stand in one row.
func (f *frame) level(nodes []int) bool {
	for _, p := range nodes {
		if f.nodes[p].row != f.nodes[nodes[0]].row {
			return false
		}
	}
	return true
}

// addSibships adds those of the children who stand in one row, from row first on, to its sibships.
func (f *frame) addSibships(kids []int, first int) {
	if f.level(kids) {
		if len(kids) > 1 {
			f.sibships[first] = append(f.sibships[first], sibship{kids})
		}
		return
	}
	for r := first; r < f.rows; r++ {
		var level []int
		for _, k := range kids {
			if f.nodes[k].row == r {
				level = append(level, k)
			}
		}
		if len(level) > 1 {
			f.sibships[r] = append(f.sibships[r], sibship{level})
		}
	}
}

// descend leads a vertical line from p in row from down to row to by bends, and returns the last.
func (f *frame) descend(p, with, from, to, mating int) int {
	for r := from + 1; r <= to; r++ {
		q := f.addBend(r, with)
		f.bars[r] = append(f.bars[r], bar{a: p, b: p, kids: []int{q}, mating: mating})
		p = q
	}
	return p
}

// addBend makes a bend in a row that is placed together with a node.
func (f *frame) addBend(row, with int) int {
	p := len(f.nodes)
	f.nodes = append(f.nodes, node{member: f.nodes[with].member, home: -1, row: row, bend: true, left: .3, right: .3})
	f.spouses = append(f.spouses, nil)
	f.chain = append(f.chain, nil)
	f.chain[with] = append(f.chain[with], p)
	return p
}
