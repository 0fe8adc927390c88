package draw

import (
	"math"
	"slices"
)

// stub joins one parent to the line of descent where the parents are no couple.
type stub struct {
	node int
	lane int // 0 straight; k passes under the symbols on its way, as in couple
}

// partDrops is how far apart two lines of descent stand that would lie on each other.
const partDrops = 8

// findStubs joins the line of descent to parents who are no couple: to the donor alone where the
// children's other line comes from the other parent, and else to both. A stub that would run through
// the symbol of somebody else passes under it.
func (d *drawing) findStubs() {
	for i := range d.sibships {
		s := &d.sibships[i]
		a, b := s.Parents[0], s.Parents[1]
		if a == b || slices.ContainsFunc(d.couples, func(c couple) bool { return pairOf(c.a, c.b) == pairOf(a, b) }) {
			continue
		}
		for j, other := range d.sibships {
			if j != i && other.parents == s.parents && math.Abs(other.drop-s.drop) < partDrops {
				s.drop = other.drop - math.Copysign(partDrops, other.drop-d.xs[s.Children[0]])
				d.dropOf[pairOf(a, b)] = s.drop
				break
			}
		}
		for k, n := range []int{a, b} {
			if d.isOutside(n) || !d.isOutside([]int{b, a}[k]) || !d.joinedElsewhere(i, n) {
				s.stubs = append(s.stubs, stub{n, d.laneTo(n, s.drop)})
			}
		}
	}
}

// isOutside reports a donor, or somebody who carried a pregnancy, from outside the couple.
func (d *drawing) isOutside(node int) bool { return d.roles[d.l.Nodes[node].ID] != "" }

// joinedElsewhere reports that every child of the sibship has a line from this parent in another one.
func (d *drawing) joinedElsewhere(sibship, parent int) bool {
	return !slices.ContainsFunc(d.sibships[sibship].Children, func(child int) bool {
		for j, other := range d.sibships {
			if j != sibship && slices.Contains(other.Parents[:], parent) && slices.Contains(other.Children, child) {
				return false
			}
		}
		return true
	})
}

// laneTo is the lane under the row that a level line from the node to x needs: 0 where nobody is
// in its way.
func (d *drawing) laneTo(node int, x float64) int {
	row := d.row(node)
	left, right := min(d.xs[node], x), max(d.xs[node], x)
	for n := range d.l.Nodes {
		if n != node && d.row(n) == row && d.xs[n]+radius > left && d.xs[n]-radius < right {
			d.lanes[row]++
			d.passing[row] = max(d.passing[row], laneStep*float64(d.lanes[row])+4)
			return d.lanes[row]
		}
	}
	return 0
}

// stubPath is the way of a stub, from the edge of the symbol to the line of descent.
func (d *drawing) stubPath(s sibship, st stub) []Point {
	edge, aside := d.at(st.node), 6.0
	if s.drop < d.xs[st.node] {
		edge.X, aside = edge.X-d.reach(st.node), -aside
	} else {
		edge.X += d.reach(st.node)
	}
	if st.lane == 0 {
		return []Point{edge, {s.drop, edge.Y}}
	}
	y := edge.Y + radius + 1 + laneStep*float64(st.lane)
	return []Point{edge, {edge.X + aside, edge.Y}, {edge.X + aside, y}, {s.drop, y}}
}
