package draw

import (
	"math"
	"slices"
)

// stub joins one parent to the line of descent where the parents are no couple.
type stub struct {
	node int
	way  *way
}

// dropsApart is how far apart two lines of descent stand that would lie on each other.
const dropsApart = 8

// findStubs joins the line of descent to parents who are no couple: to the donor alone where the
// children's other line comes from the other parent, and else to both.
func (d *drawing) findStubs() {
	for i := range d.sibships {
		s := &d.sibships[i]
		a, b := s.Parents[0], s.Parents[1]
		if a == b || d.coupleOf(a, b) != nil {
			continue
		}
		for j, other := range d.sibships {
			if j != i && other.parents == s.parents && math.Abs(other.drop-s.drop) < dropsApart {
				s.drop = other.drop - math.Copysign(dropsApart, other.drop-d.xs[s.Children[0]])
				d.dropOf[pairOf(a, b)] = s.drop
				break
			}
		}
		for k, n := range []int{a, b} {
			if d.isOutside(n) || !d.isOutside([]int{b, a}[k]) || !d.joinedElsewhere(i, n) {
				s.stubs = append(s.stubs, stub{node: n})
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
