package draw

import (
	"cmp"
	"math"
	"slices"
)

// port is the ways that leave one side of a symbol, on their way down or up.
type port struct {
	node     int
	right    bool
	down, up []portUser
}

// portUser is one end of a way.
type portUser struct {
	w     *way
	first bool // its from
}

func (u portUser) end() *end {
	if u.first {
		return &u.w.from
	}
	return &u.w.to
}

// upright is the place of the upright next to this end among those of the way.
func (u portUser) upright() int {
	if u.first {
		return 0
	}
	return len(u.w.uprights) - 1
}

// ports gathers the ends of ways by the side of the symbol that they leave.
func ports(ways []*way) []*port {
	type side struct {
		node  int
		right bool
	}
	found := map[side]*port{}
	var order []*port
	for _, w := range ways {
		for _, u := range []portUser{{w, true}, {w, false}} {
			e := u.end()
			if e.node < 0 {
				continue
			}
			at := side{e.node, e.side > 0}
			p := found[at]
			if p == nil {
				p = &port{node: at.node, right: at.right}
				found[at] = p
				order = append(order, p)
			}
			if e.dy >= 0 {
				p.down = append(p.down, u)
			} else {
				p.up = append(p.up, u)
			}
		}
	}
	return order
}

// sharePorts sets the ends of ways that leave one side of a symbol under one another, and the uprights
// next to them beside one another, so that they do not cross: of those on their way down the lowest
// leaves nearest to the symbol and runs deepest. A straight relationship line keeps the middle.
func (d *drawing) sharePorts(ways []*way) {
	for _, p := range ports(ways) {
		side := -1.0
		if p.right {
			side = 1
		}
		away := func(u portUser) float64 { return math.Abs(u.w.uprights[u.upright()] - d.xs[p.node]) }
		depth := func(u portUser) int {
			if len(u.w.lanes) == 0 {
				return 0
			}
			return d.claims[u.w.lanes[0]].lane
		}
		slices.SortStableFunc(p.down, func(a, b portUser) int {
			return cmp.Or(cmp.Compare(depth(a), depth(b)), cmp.Compare(away(b), away(a)))
		})
		slices.SortStableFunc(p.up, func(a, b portUser) int { return cmp.Compare(away(b), away(a)) })
		first, slots := 0.0, len(p.down)+len(p.up) // in steps from the middle
		switch {
		case d.straightAt(p.node, p.right):
			first, slots = 1, 2*max(len(p.down), len(p.up))
		case len(p.down) > 0 && len(p.up) > 0:
			first, slots = 0.5, 2*max(len(p.down), len(p.up))
		default:
			first = -float64(slots-1) / 2
		}
		step := min(portStep, 1.5*d.outlines[p.node].r/float64(slots))
		for i, u := range p.down {
			u.end().dy = step * (first + float64(i))
			if len(u.w.lanes) > 0 {
				gap := max(stepOff, d.reachOf(p.node, side)-d.outlines[p.node].r+stepOff-1)
				x := d.xs[p.node] + side*(d.outlines[p.node].r+gap+portStep*float64(len(p.down)-1-i))
				const near, aside = 2.5, 3.5
				if row := d.row(p.node); d.within(near, x, row, row+1) {
					x += side * aside
				}
				u.w.uprights[u.upright()] = x
			}
		}
		for i, u := range p.up {
			u.end().dy = -step * (first + float64(i))
		}
	}
}

// straightAt reports that a straight relationship line leaves this side of a symbol.
func (d *drawing) straightAt(node int, right bool) bool {
	return slices.ContainsFunc(d.couplesOf[node], func(i int) bool {
		c := &d.couples[i]
		return c.way == nil && (c.a == node) == right
	})
}
