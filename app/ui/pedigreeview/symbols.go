package pedigreeview

import (
	"math"

	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
)

// symbol is one drawn person: where the outline is, and where outline and label together are. Someone
// drawn twice has two.
type symbol struct {
	person pedigree.ID
	shape  box
	whole  box
}

// symbolsOf finds the people in a drawing, in its order.
func symbolsOf(elements []draw.Element) []symbol {
	var symbols []symbol
	for _, e := range elements {
		if e.Role == draw.RoleSymbol && e.Person != "" {
			b := boundsOf(e.Shape)
			// A hexagon or a double outline may be several elements in one place.
			if n := len(symbols); n > 0 && symbols[n-1].person == e.Person && symbols[n-1].shape.overlaps(b) {
				symbols[n-1].shape = symbols[n-1].shape.union(b)
				symbols[n-1].whole = symbols[n-1].shape
				continue
			}
			symbols = append(symbols, symbol{person: e.Person, shape: b, whole: b})
		}
	}
	drawn := make(map[pedigree.ID][]*symbol, len(symbols))
	for i := range symbols {
		drawn[symbols[i].person] = append(drawn[symbols[i].person], &symbols[i])
	}
	for _, e := range elements {
		if e.Role != draw.RoleLabel || e.Person == "" {
			continue
		}
		b := boundsOf(e.Shape)
		if s := nearest(drawn[e.Person], b.centre()); s != nil {
			s.whole = s.whole.union(b)
		}
	}
	return symbols
}

// nearest is the one of several symbols that is nearest to a place; nil of none.
func nearest(symbols []*symbol, to draw.Point) (best *symbol) {
	for _, s := range symbols {
		if best == nil || distance(s.shape.centre(), to) < distance(best.shape.centre(), to) {
			best = s
		}
	}
	return best
}

func distance(a, b draw.Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }

// at is the index of the person at a place of the Scene, -1 for nobody: on the outline or close to
// it, else on the label.
func at(symbols []symbol, p draw.Point) int {
	const reach = 3 // points around the outline
	for i, s := range symbols {
		if s.shape.grown(reach).contains(p) {
			return i
		}
	}
	for i, s := range symbols {
		if s.whole.contains(p) {
			return i
		}
	}
	return -1
}

// direction of an arrow key.
type direction struct{ x, y int }

var (
	toLeft  = direction{-1, 0}
	toRight = direction{1, 0}
	toAbove = direction{0, -1}
	toBelow = direction{0, 1}
)

// step is the symbol that an arrow key goes to from symbol i, or i where there is none. Left and
// right stay in the row; up and down go to the next row, to whoever is nearest along it.
func step(symbols []symbol, i int, d direction) int {
	from := symbols[i].shape.centre()
	height := symbols[i].shape.bottom - symbols[i].shape.top
	best, bestRow, bestAlong := i, math.Inf(1), math.Inf(1)
	for j, s := range symbols {
		to := s.shape.centre()
		dx, dy := to.X-from.X, to.Y-from.Y
		sameRow := math.Abs(dy) < height
		if d.y == 0 {
			if along := dx * float64(d.x); sameRow && along > 0 && along < bestAlong {
				best, bestAlong = j, along
			}
			continue
		}
		row := dy * float64(d.y)
		if sameRow || row <= 0 {
			continue
		}
		if row < bestRow-height || (row < bestRow+height && math.Abs(dx) < bestAlong) {
			best, bestRow, bestAlong = j, row, math.Abs(dx)
		}
	}
	return best
}

// pointsPerUnit is how many points of the Scene one layout unit is, measured between two people, since
// the Scene alone knows its scale; 0 where nobody stands apart.
func pointsPerUnit(l *layout.Layout, symbols []symbol) float64 {
	centre := map[pedigree.ID]float64{}
	for _, s := range symbols {
		if _, twice := centre[s.person]; !twice {
			centre[s.person] = s.shape.centre().X
		}
	}
	var first, last *layout.Node
	for i := range l.Nodes {
		n := &l.Nodes[i]
		if _, drawn := centre[n.ID]; !drawn || n.Duplicate {
			continue
		}
		if first == nil || n.X < first.X {
			first = n
		}
		if last == nil || n.X > last.X {
			last = n
		}
	}
	if first == nil || last.X-first.X < 1e-9 {
		return 0
	}
	return (centre[last.ID] - centre[first.ID]) / (last.X - first.X)
}
