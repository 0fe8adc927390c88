package layout

import (
	"cmp"
	"math"
	"slices"

	"kindred/pedigree"
)

// again is the earlier drawing to the last bit if nothing has changed since: the same symbols in the
// same order, the same lines, the same pins, and room for all labels. Otherwise it is nil. orders are
// the components, from left to right, as they would be placed anew.
func (e *earlier) again(orders []*order) *Layout {
	if e == nil || e.Unit != 1 || e.Symbol != symbolWidth {
		return nil
	}
	symbols := 0
	for _, o := range orders {
		symbols += len(o.spouses) // of people and duplicates, and of bends
		for _, bends := range o.chain {
			symbols -= len(bends)
		}
	}
	if symbols != len(e.Nodes) {
		return nil // spares the writing after most edits
	}
	drawn := newLayout()
	var edge []float64
	for _, o := range orders {
		x := e.places(o.frame)
		if !o.fits(x, edge) {
			return nil
		}
		edge = o.reach(x, edge)
		o.write(x, drawn)
	}
	if !e.shows(drawn) {
		return nil
	}
	l := *e.Layout
	l.ElapsedMS = 0
	l.Nodes, l.Unions, l.Sibships = slices.Clone(l.Nodes), slices.Clone(l.Unions), slices.Clone(l.Sibships)
	for i := range l.Sibships {
		l.Sibships[i].Children, l.Sibships[i].Kinds = slices.Clone(l.Sibships[i].Children), slices.Clone(l.Sibships[i].Kinds)
	}
	return &l
}

// fits reports that everybody has a place in x, in the order and at the distances of o, right of edge.
// Bends stand where their neighbours let them.
func (o *order) fits(x, edge []float64) bool {
	const close = 1e-6
	for r, row := range o.rowsOf {
		at := math.Inf(-1)
		if r < len(edge) {
			at = edge[r] + strangers
		}
		last := -1
		for _, p := range row {
			n := &o.nodes[p]
			if n.bend {
				continue
			}
			if last >= 0 {
				at = x[last] + max(o.nodes[last].right, 1-n.left)
			}
			if !(x[p]-n.left >= at-close) {
				return false
			}
			last = p
		}
		for i := range row {
			if p := row[i]; o.nodes[p].bend {
				x[p] = 0
				if i > 0 {
					x[p] = x[row[i-1]]
				}
			}
		}
	}
	return true
}

// shows reports that the earlier drawing has the symbols, pins and lines of l.
func (e *earlier) shows(l *Layout) bool {
	same := func(a, b Node) bool {
		return a.ID == b.ID && a.Generation == b.Generation && a.Duplicate == b.Duplicate &&
			(a.Pin == b.Pin || a.Pin != nil && b.Pin != nil && *a.Pin == *b.Pin)
	}
	alike := func(a, b Sibship) bool {
		return a.Parents == b.Parents && slices.Equal(a.Children, b.Children) && slices.Equal(a.Kinds, b.Kinds) &&
			!math.IsNaN(a.DropX) && !math.IsInf(a.DropX, 0)
	}
	return slices.EqualFunc(e.Nodes, l.Nodes, same) && slices.Equal(e.Unions, l.Unions) && slices.EqualFunc(e.Sibships, l.Sibships, alike)
}

// Reordered reports that somebody drawn in both layouts has changed places with a neighbour, or left
// the row of the others: a window shows that as a movement. Otherwise people have only made room.
func Reordered(previous, next *Layout) bool {
	type place struct{ was, is Node }
	before := make(map[pedigree.ID]Node, len(previous.Nodes))
	for _, n := range previous.Nodes {
		if !n.Duplicate {
			before[n.ID] = n
		}
	}
	var both []place
	for _, n := range next.Nodes {
		if was, ok := before[n.ID]; ok && !n.Duplicate {
			both = append(both, place{was, n})
		}
	}
	slices.SortStableFunc(both, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.is.Generation, b.is.Generation), cmp.Compare(a.is.X, b.is.X))
	})
	for i := 1; i < len(both); i++ {
		a, b := both[i-1], both[i]
		if a.is.Generation-a.was.Generation != b.is.Generation-b.was.Generation {
			return true
		}
		if a.is.Generation == b.is.Generation && a.was.X > b.was.X {
			return true
		}
	}
	return false
}
