package layout

import (
	"slices"

	"kindred/pedigree"
)

// write adds the component to the layout, its nodes in the family's order.
func (o *order) write(x []float64, out *Layout) {
	at := make([]int, len(o.nodes))
	symbols := o.symbols()
	out.Nodes = slices.Grow(out.Nodes, len(symbols))
	out.Unions = slices.Grow(out.Unions, len(o.matings))
	out.Sibships = slices.Grow(out.Sibships, len(o.matings))
	for _, p := range symbols {
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
	people := make([]int, 0, len(o.nodes))
	var again []int
	for p := range o.nodes {
		switch n := &o.nodes[p]; {
		case n.bend:
		case n.duplicate:
			again = append(again, p)
		default:
			people = append(people, p)
		}
	}
	slices.SortFunc(again, func(p, q int) int { return o.nodes[p].matings[0] - o.nodes[q].matings[0] })
	return append(people, again...)
}

// leftToRight is the children by place, and what the parents are to them, nil if all are genetic.
func (m *mating) leftToRight(x []float64) ([]int, []pedigree.LinkKind) {
	kids := append([]int(nil), m.kids...)
	var kinds []pedigree.LinkKind
	for _, k := range m.kinds {
		if k != "" {
			kinds = append([]pedigree.LinkKind(nil), m.kinds...)
			break
		}
	}
	for i := range kids {
		for j := i; j > 0 && x[kids[j]] < x[kids[j-1]]; j-- {
			kids[j], kids[j-1] = kids[j-1], kids[j]
			if kinds != nil {
				kinds[j], kinds[j-1] = kinds[j-1], kinds[j]
			}
		}
	}
	return kids, kinds
}
