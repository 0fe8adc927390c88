package layout

import (
	"sort"

	"kindred/pedigree"
)

// write adds the component to the layout, its nodes in the family's order.
func (o *order) write(x []float64, out *Layout) {
	at := make([]int, len(o.nodes))
	for _, p := range o.symbols() {
		n := &o.nodes[p]
		at[p] = len(out.Nodes)
		out.Nodes = append(out.Nodes, Node{ID: n.id, X: x[p], Generation: n.row, Duplicate: n.duplicate, Pin: n.pin})
	}
	tracks := o.tracks(x)
	for i := range o.matings {
		m := &o.matings[i]
		a, b := m.a, m.b
		if x[a] > x[b] {
			a, b = b, a
		}
		if m.union && a != b {
			out.Unions = append(out.Unions, [2]int{at[a], at[b]})
		}
		if len(m.kids) == 0 {
			continue
		}
		s := Sibship{Parents: [2]int{at[a], at[b]}, DropX: o.dropX(i, x), Track: tracks[i]}
		s.Children, s.Kinds = m.leftToRight(x)
		for j, k := range s.Children {
			s.Children[j] = at[k]
		}
		out.Sibships = append(out.Sibships, s)
	}
}

// symbols are the nodes that are drawn: people in the family's order, then duplicates in that of the
// couples they belong to, however they came about.
func (o *order) symbols() []int {
	var people, again []int
	for p := range o.nodes {
		switch n := &o.nodes[p]; {
		case n.bend:
		case n.duplicate:
			again = append(again, p)
		default:
			people = append(people, p)
		}
	}
	sort.Slice(again, func(i, j int) bool { return o.nodes[again[i]].matings[0] < o.nodes[again[j]].matings[0] })
	return append(people, again...)
}

// leftToRight is the children by place, and what the parents are to them, nil if all are genetic.
func (m *mating) leftToRight(x []float64) ([]int, []pedigree.LinkKind) {
	by := make([]int, len(m.kids))
	linked := false
	for i := range by {
		by[i] = i
		linked = linked || m.kinds[i] != ""
	}
	sort.SliceStable(by, func(i, j int) bool { return x[m.kids[by[i]]] < x[m.kids[by[j]]] })
	kids := make([]int, len(by))
	var kinds []pedigree.LinkKind
	for i, j := range by {
		kids[i] = m.kids[j]
		if linked {
			kinds = append(kinds, m.kinds[j])
		}
	}
	return kids, kinds
}
