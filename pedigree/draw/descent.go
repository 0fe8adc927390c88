package draw

import (
	"cmp"
	"math"
	"slices"

	"kindred/pedigree/layout"
)

// sibship is the children of a couple, with the rows that their lines cross.
type sibship struct {
	layout.Sibship
	id          string
	parents     int       // the row that the line of descent leaves
	children    int       // the highest row with a child of theirs
	drop        float64   // where the line of descent leaves the parents
	placed      bool      // the drop has been set clear of others
	foot        float64   // where it comes down on the sibship line: elsewhere where somebody stands in its way
	jog         int       // the claim of the lane between the two; -1 for none
	left, right float64   // the ends of the sibship line
	via         []via     // for each child, how the own line passes the rows above the child
	shift       []float64 // of each child's own line: a child of two sibships has two lines, side by side
	stubs       []stub    // how parents who are no couple are joined to the line of descent
}

// via is where a child's own line leaves the sibship line, and the claim of the lane that takes it to
// the child from there, -1 for none.
type via struct {
	x     float64
	claim int
}

func (d *drawing) findSibships() {
	for _, s := range d.l.Sibships {
		if len(s.Children) == 0 || !d.isNode(s.Parents[0]) || d.isSaidTwice(s) || slices.ContainsFunc(s.Children, func(n int) bool { return !d.isNode(n) }) {
			continue
		}
		if !d.isNode(s.Parents[1]) { // one parent drawn
			s.Parents[1] = s.Parents[0]
		}
		own := sibship{Sibship: s, drop: d.x(s.DropX), children: math.MaxInt}
		own.id = "sibship:" + d.stem[s.Parents[0]][4:] + "+" + d.stem[s.Parents[1]][4:]
		own.parents = max(d.row(s.Parents[0]), d.row(s.Parents[1]))
		for _, c := range s.Children {
			own.children = min(own.children, d.row(c))
		}
		if s.Parents[0] == s.Parents[1] {
			own.drop = d.xs[s.Parents[0]]
		}
		own.drop = d.straightened(own)
		own.shift = make([]float64, len(s.Children))
		d.tracks[own.children] = max(d.tracks[own.children], s.Track+1)
		d.dropOf[pairOf(s.Parents[0], s.Parents[1])] = own.drop
		d.sibships = append(d.sibships, own)
	}
	d.findStubs()
	d.partLines()
}

// isSaidTwice reports a woman who carried children from eggs of her own: the line from her as the egg
// parent says all.
func (d *drawing) isSaidTwice(s layout.Sibship) bool {
	if s.Parents[0] != s.Parents[1] {
		return false
	}
	for _, c := range s.Children {
		elsewhere := func(o layout.Sibship) bool {
			return o.Parents[0] != o.Parents[1] && slices.Contains(o.Parents[:], s.Parents[0]) && slices.Contains(o.Children, c)
		}
		if !slices.ContainsFunc(d.l.Sibships, elsewhere) {
			return false
		}
	}
	return true
}

// straightened is the place of the line of descent: clear of the arrow of the parent to its right,
// and where it would step aside by a little to reach a single child, or a single set of twins,
// straight above them.
func (d *drawing) straightened(s sibship) float64 {
	const little = 16
	a, b := s.Parents[0], s.Parents[1]
	if d.xs[a] > d.xs[b] {
		a, b = b, a
	}
	left, right := d.xs[a]+radius+8, d.xs[b]-radius-8
	if p := d.people[b]; p != nil && d.s.shows(p.ID) && !d.second[b] {
		right = min(right, d.xs[b]-d.s.arrowReach(p)-lineGap)
	}
	if left > right {
		return min(max(s.drop, d.xs[a]), d.xs[b])
	}
	drop := min(max(s.drop, left), right)
	groups := d.twinGroups(&s)
	to := d.xs[s.Children[0]]
	switch {
	case len(groups) == 1 && len(groups[0].members) == len(s.Children):
		to = groups[0].apex
	case len(s.Children) > 1:
		return drop
	}
	if math.Abs(to-drop) > little || to < max(left, d.xs[a]+d.leastLabel(a)) || to > min(right, d.xs[b]-d.leastLabel(b)) {
		return drop
	}
	return to
}

// leastLabel is how far a label reaches to either side when it is wrapped as narrow as it can be.
func (d *drawing) leastLabel(node int) float64 {
	return d.widest(d.wrapped(d.label(node), wraps[len(wraps)-1]))/2 + lineGap
}

// partLines sets the lines of a child of several sibships side by side, the one that comes from the
// left on the left.
func (d *drawing) partLines() {
	type end struct{ sibship, child int }
	ends := map[int][]end{}
	for i, s := range d.sibships {
		for k, c := range s.Children {
			ends[c] = append(ends[c], end{i, k})
		}
	}
	for _, list := range ends {
		slices.SortStableFunc(list, func(a, b end) int { return cmp.Compare(d.sibships[a.sibship].drop, d.sibships[b.sibship].drop) })
		for i, e := range list {
			d.sibships[e.sibship].shift[e.child] = (float64(i) - float64(len(list)-1)/2) * 8
		}
	}
}

// walls tells which rows of labels the sibship's upright lines pass, and where.
func (s *sibship) walls(d *drawing, add func(row int, x float64)) {
	for row := s.parents; row < s.children; row++ {
		add(row, s.foot)
	}
	for k, c := range s.Children {
		for row := s.children; row < d.row(c); row++ {
			add(row, s.via[k].x)
		}
		if s.via[k].claim >= 0 {
			add(d.row(c)-1, d.xs[c]+s.shift[k])
		}
	}
}

// level is the height of the sibship line.
func (d *drawing) level(s *sibship) float64 {
	return d.rowY[s.children] - radius - ownLine - trackStep*float64(s.Track)
}

// descent draws the line from the parents, the sibship line, and each child's own line. Lines to
// adopted, fostered and step children are dashed, and so is what leads only to them.
func (d *drawing) descent(s *sibship) {
	level, first := d.level(s), len(d.scene.Elements)
	groups := d.twinGroups(s)
	all := pen
	all.Dash = dashed
	if slices.ContainsFunc(s.Children, func(c int) bool { return d.linkStroke(s, c).Dash == nil }) {
		all.Dash = nil
	}
	from := d.leaves(s)
	for i, st := range s.stubs {
		way := d.points(st.way)
		if foot := way[len(way)-1].Y; i == 0 || foot < from {
			from = foot
		}
		d.add(s.id+"/from/"+itoa(i+1), "", RoleLine, route(way, pen))
	}
	switch {
	case s.jog >= 0:
		y := d.laneY(s.jog)
		d.add(s.id+"/drop", "", RoleLine, Polyline{[]Point{{s.drop, from}, {s.drop, y}, {s.foot, y}, {s.foot, level}}, all})
	case s.right-s.left < 0.01 && len(groups) == 0: // one line, from the couple to the child
		level = from
	default:
		d.add(s.id+"/drop", "", RoleLine, Line{Point{s.drop, from}, Point{s.drop, level}, all})
	}
	d.mean(Descent, first)
	first = len(d.scene.Elements)
	if s.right-s.left > 0.01 {
		d.add(s.id, "", RoleLine, Line{Point{s.left, level}, Point{s.right, level}, all})
	}
	for k, c := range s.Children {
		if groups.of(c) == nil {
			d.ownLine(s, k, level)
		}
	}
	for i := range groups {
		d.twins(s, groups[i], level)
	}
	if len(s.Children) > 1 {
		d.mean(Siblings, first)
	} else {
		d.mean(Descent, first)
	}
}

// ownLine draws a child's own line, with a word where the parents raised a child that is not theirs.
func (d *drawing) ownLine(s *sibship, k int, level float64) {
	c := s.Children[k]
	to, pen := d.crown(c, s.shift[k]), d.linkStroke(s, c)
	way := []Point{{s.via[k].x, level}, to}
	if claim := s.via[k].claim; claim >= 0 {
		y := d.laneY(claim)
		way = []Point{{s.via[k].x, level}, {s.via[k].x, y}, {to.X, y}, to}
	}
	d.add(d.stem[c]+"/line/"+s.id, d.l.Nodes[c].ID, RoleLine, route(way, pen))
	d.raisedBy(s, c, to, s.shift[k])
}

// leaves is the height at which the line of descent leaves the parents: their relationship line,
// or the symbol of a single parent.
func (d *drawing) leaves(s *sibship) float64 {
	a, b := s.Parents[0], s.Parents[1]
	if a == b {
		return d.at(a).Y + d.reach(a)
	}
	c := d.coupleOf(a, b)
	if c == nil {
		return d.rowY[s.parents]
	}
	way := d.path(c)
	for i := len(way) - 1; i > 0; i-- {
		p, q := way[i-1], way[i]
		if p.Y == q.Y && s.drop >= min(p.X, q.X)-0.5 && s.drop <= max(p.X, q.X)+0.5 {
			if c.related {
				return p.Y + doubleGap
			}
			return p.Y
		}
	}
	return way[len(way)-1].Y
}

// crown is where a line that comes down at dx from the symbol's middle meets it.
func (d *drawing) crown(node int, dx float64) Point {
	o := d.outlines[node]
	y := o.centre.Y - o.r
	if o.round {
		y = o.centre.Y - math.Sqrt(max(0, o.r*o.r-dx*dx))
	} else if from, _, ok := o.area.cut(Point{o.centre.X + dx, o.centre.Y - 2*symbol}, Point{o.centre.X + dx, o.centre.Y + 2*symbol}); ok {
		y = from.Y
	}
	return Point{o.centre.X + dx, y}
}
