package layout

import (
	"math"

	"kindred/pedigree"
)

// symbolWidth is how wide a symbol is, in units.
const symbolWidth = 0.5

// strangers is the extra room between people who are not related, so that nobody takes them for a
// couple.
const strangers = 0.5

// Arrange draws a family: every individual, pregnancy and group gets a row and a place along it, every
// couple a line and every sibship its line of descent. People nobody is related to stand at the
// right. It accepts any family, sound or not: links to nobody are left out. The same family and
// options give the same layout, to the last bit.
func Arrange(f *pedigree.Family, o Options) *Layout {
	g := build(f)
	if o.Width != nil {
		for i := range g.nodes {
			p := &g.nodes[i]
			l, r := o.Width(p.id)
			p.left, p.right = room(l), room(r)
		}
	}
	before, from := newEarlier(o.Previous), origin(f)
	var orders []*order
	var earlier [][]float64
	for _, c := range g.components() {
		c.assignRows(before.rows(c))
		ord, x := c.arrange(o, before)
		orders, earlier = append(orders, ord), append(earlier, x)
	}
	if l := before.again(orders); l != nil {
		return l
	}
	out := newLayout()
	var edge []float64
	for i, ord := range orders {
		x := ord.place(earlier[i])
		ord.pack(x, edge, from)
		if ord.anyPinned() {
			pinned := ord.placePins(x, edge)
			edge = ord.reach(pinned, ord.reach(x, edge)) // a pin draws nobody after it to the left
			x = pinned
		} else {
			edge = ord.reach(x, edge)
		}
		ord.write(x, out)
	}
	return out
}

func newLayout() *Layout {
	return &Layout{Unit: 1, Symbol: symbolWidth, Nodes: []Node{}, Unions: [][2]int{}, Sibships: []Sibship{}}
}

// room is the space one side of a symbol asks for, at least half a unit.
func room(v float64) float64 {
	if !(v > .5) || math.IsInf(v, 0) {
		return .5
	}
	return v
}

// arrange finds the order of a connected family, near an earlier drawing if there is one, and where
// everybody stood in that.
func (g *graph) arrange(o Options, before *earlier) (*order, []float64) {
	if before.knows(g) {
		f := newFrame(g.with(before.splits(g)))
		x := before.places(f)
		return f.continued(x, f.bridges(), o.StrictBirthOrder).order, x
	}
	return g.found(o.StrictBirthOrder).order, nil
}

// found is the best arrangement there is time to look for. Loops are first drawn as lines, and then cut
// open by duplicates, of which only those stay that are worth it; what is left of faults, a search by
// chance tries to lessen.
func (g *graph) found(strict bool) *arrangement {
	n := len(g.nodes)
	g.priceDuplicates()
	a := g.linesOrCuts(strict)
	if a.faults() >= costDuplicate {
		a = g.untangle(a, strict, untangleWork(n))
	}
	if a.cost()-g.unavoidable() >= faultless {
		a.anneal(annealWork(a.cost()))
		a.work = searchWork(n)
		a.run()
		a = g.rejoin(a, strict, untangleWork(n))
		if a.faults() >= costDuplicate {
			a = g.untangle(a, strict, untangleWork(n)/2)
		}
	}
	a.search = a.mended()
	return a
}

// linesOrCuts is the best of up to four arrangements: all loops drawn as lines but for the choices of
// the user, or all cut open; everybody drawn once, or beside at most two partners at a time. Of a large
// family only the one that promises most is searched for.
func (g *graph) linesOrCuts(strict bool) *arrangement {
	const large = 60
	chosen := g.chosenSplits(nil)
	cuts := g.cuts(chosen)
	var least *arrangement
	for i, splits := range [...][]split{chosen, g.pairs(chosen), cuts, g.pairs(cuts)} {
		if i > 0 && len(splits) == len(chosen) || i == 3 && len(splits) == len(cuts) {
			continue
		}
		f := newFrame(g.with(splits))
		a := &arrangement{splits: splits}
		if least != nil && g.duplicates(splits)+f.least >= least.cost() {
			continue
		}
		a.search = f.start(strict)
		if len(g.nodes) <= large {
			a.improved()
		}
		if least == nil || a.cost() < least.cost() {
			least = a
		}
	}
	if len(g.nodes) > large {
		least.improved()
	}
	return least
}

// start is the best way there is to write f down from one of a few founders.
func (f *frame) start(strict bool) *search {
	bridge := f.bridges()
	var best *search
	for _, later := range [...]bool{false, true} {
		for _, root := range f.roots() {
			seq := f.embed(root, bridge, later)
			s := f.newSearch(seq, bridge, strict, searchWork(len(f.nodes))).mended()
			if best == nil || s.total() < best.total() {
				best = s
			}
			if best.faults() < faultless {
				return best
			}
		}
	}
	return best
}

// improved searches for a better order of a, and once more if that had to be mended.
func (a *arrangement) improved() {
	a.run()
	if m := a.mended(); m != a.search {
		a.search = m
		a.run()
	}
}

// searchWork is the allowance of one search, and untangleWork of all that look for duplicates, in
// nodes looked at.
func searchWork(nodes int) int   { return 12000 + 20*nodes }
func untangleWork(nodes int) int { return 25000 + 50*nodes }

// annealWork is the allowance of a search by chance in an order that costs so much.
func annealWork(cost float64) int { return int(min(45000, 4000*cost)) }

// roots are the nodes worth starting from: founders with children, at most a handful, those of the
// top row first.
func (f *frame) roots() []int {
	most := max(1, min(6, 2000/len(f.nodes)))
	var roots []int
	for r := 0; r < f.rows && len(roots) < most; r++ {
		for p := range f.nodes {
			n := &f.nodes[p]
			if n.bend || n.row != r || !f.founder(p) || len(roots) == most {
				continue
			}
			ok := len(n.matings) == 0
			for _, m := range n.matings {
				if q := f.matings[m].other(p); q == p || f.founder(q) && f.matings[m].a == p {
					ok = true
				}
			}
			if ok {
				roots = append(roots, p)
			}
		}
	}
	if len(roots) == 0 {
		roots = append(roots, 0)
	}
	return roots
}

// origin is who stands at 0 if in the first connected family, so that people who are added at an end
// leave the places of the others, and what a pin means, as they are.
func origin(f *pedigree.Family) pedigree.ID {
	for _, p := range [...]*pedigree.Individual{f.Proband(), f.Consultand()} {
		if p != nil {
			return p.ID
		}
	}
	return ""
}

// pack shifts x so that the component stands right of everything before it, the first with its origin
// at 0. edge is the right end of each row so far, labels included.
func (o *order) pack(x, edge []float64, origin pedigree.ID) {
	shift := math.Inf(-1)
	if len(edge) == 0 {
		shift = -o.zero(x, origin)
	}
	for r, row := range o.rowsOf {
		if r < len(edge) && len(row) > 0 {
			shift = max(shift, edge[r]+strangers+o.nodes[row[0]].left-x[row[0]])
		}
	}
	if math.IsInf(shift, 0) {
		shift = 0
	}
	for i := range x {
		x[i] += shift
	}
}

// zero is the x of the origin, else of the first of all.
func (o *order) zero(x []float64, origin pedigree.ID) float64 {
	for p := range o.nodes {
		if n := &o.nodes[p]; n.id == origin && !n.bend && !n.duplicate {
			return x[p]
		}
	}
	return x[0]
}

// reach adds the component at x to the right ends of the rows.
func (o *order) reach(x, edge []float64) []float64 {
	for r, row := range o.rowsOf {
		end := math.Inf(-1)
		if len(row) > 0 {
			last := row[len(row)-1]
			end = x[last] + o.nodes[last].right
		}
		if r < len(edge) {
			edge[r] = max(edge[r], end)
		} else {
			edge = append(edge, end)
		}
	}
	return edge
}

// dropX is where the line of descent of mating m leaves the couple's line.
func (o *order) dropX(m int, x []float64) float64 {
	t := &o.ends[m]
	a, b := t.a, t.b
	d := o.rank[a] - o.rank[b]
	if d >= -1 && d <= 1 {
		return (x[a] + x[b]) / 2
	}
	if !o.dropBesideFirst(a, b) {
		a = b
	}
	if o.dropRank(t) > float64(o.rank[a]) {
		return x[a] + .5
	}
	return x[a] - .5
}
