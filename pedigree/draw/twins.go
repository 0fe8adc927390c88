package draw

import (
	"cmp"
	"slices"

	"kindred/pedigree"
)

// twinGroup is siblings born together: the point of the sibship line from which they hang.
type twinGroup struct {
	members []int // nodes, left to right
	sets    []*pedigree.TwinSet
	apex    float64
}

type twinGroups []twinGroup

func (g twinGroups) of(node int) *twinGroup {
	for i := range g {
		if slices.Contains(g[i].members, node) {
			return &g[i]
		}
	}
	return nil
}

// twinGroups joins twin sets that share members: an identical pair in triplets is one group of three.
func (d *drawing) twinGroups(s *sibship) twinGroups {
	var groups twinGroups
	for i := range d.f.Twins {
		set := &d.f.Twins[i]
		var members []int
		for _, c := range s.Children {
			if slices.Contains(set.Members, d.l.Nodes[c].ID) && d.row(c) == s.children {
				members = append(members, c)
			}
		}
		if len(members) < 2 {
			continue
		}
		g := twinGroup{members: members, sets: []*pedigree.TwinSet{set}}
		groups = slices.DeleteFunc(groups, func(have twinGroup) bool {
			if !slices.ContainsFunc(have.members, func(n int) bool { return slices.Contains(g.members, n) }) {
				return false
			}
			for _, n := range have.members {
				if !slices.Contains(g.members, n) {
					g.members = append(g.members, n)
				}
			}
			g.sets = append(have.sets, g.sets...)
			return true
		})
		groups = append(groups, g)
	}
	for i := range groups {
		g := &groups[i]
		slices.SortFunc(g.members, func(a, b int) int { return cmp.Compare(d.xs[a], d.xs[b]) })
		n := len(g.members)
		g.apex = (d.xs[g.members[(n-1)/2]] + d.xs[g.members[n/2]]) / 2 // the middle line of an odd number is upright
	}
	return groups
}

func (d *drawing) isTwin(node int) bool {
	return slices.ContainsFunc(d.f.Twins, func(s pedigree.TwinSet) bool { return slices.Contains(s.Members, d.l.Nodes[node].ID) })
}

// twins draws a short stem, from it the diagonals of a group, and for each set a bar (identical),
// nothing (not identical) or a question mark (not known).
func (d *drawing) twins(s *sibship, g twinGroup, level float64) {
	const (
		stem = 0.08 * symbol
		bar  = 0.36 // how far down the diagonals
	)
	apex := Point{g.apex, level + stem}
	id := s.id + "/twins:" + d.stem[g.members[0]][4:]
	for i, c := range g.members {
		d.add(d.stem[c]+"/line/"+s.id, d.l.Nodes[c].ID, RoleLine, Line{apex, d.crown(c, 0), d.linkStroke(s, c)})
		switch i {
		case 0:
			d.raisedBy(s, c, d.crown(c, 0), -1)
		case len(g.members) - 1:
			d.raisedBy(s, c, d.crown(c, 0), 1)
		}
	}
	d.add(s.id+"/stem:"+d.stem[g.members[0]][4:], "", RoleLine, Line{Point{apex.X, level}, apex, d.linkStroke(s, g.members[0])})
	for i, set := range g.sets {
		var ends []Point
		for _, c := range g.members {
			if slices.Contains(set.Members, d.l.Nodes[c].ID) {
				to := d.crown(c, 0)
				y := apex.Y + bar*(d.rowY[s.children]-radius-apex.Y)
				ends = append(ends, Point{apex.X + (to.X-apex.X)*(y-apex.Y)/(to.Y-apex.Y), y})
			}
		}
		from, to := ends[0], ends[len(ends)-1]
		switch set.Zygosity {
		case pedigree.Monozygotic:
			d.add(id+"/"+itoa(i+1), "", RoleLine, Line{from, to, pen})
		case pedigree.Dizygotic:
		default:
			d.add(id+"/"+itoa(i+1), "", RoleMark, Text{
				At: Point{(from.X + to.X) / 2, from.Y + 9}, Anchor: AnchorMiddle, Size: textSize, Fill: Ink, String: "?",
			})
		}
	}
}
