package amsterdam

import (
	"slices"

	"kindred/pedigree/risk/criteria"
)

// groups is what a set of criteria is looked for in: who is affected, how surely, and who joins whom.
type groups struct {
	of       *Model
	affected map[int]criteria.Level // with a qualifying cancer
	young    map[int]criteria.Level // with one below the age
	set      int
	order    []int // the affected, in family order
	view     *criteria.View
}

func (m *Model) groups(v *criteria.View, set int) *groups {
	g := &groups{of: m, set: set, view: v, affected: map[int]criteria.Level{}, young: map[int]criteria.Level{}}
	for _, i := range v.Affected() {
		p := v.At(i)
		if level := v.Most(p, &m.Sets[set].Tumour, criteria.Limit{}); level > criteria.No {
			g.affected[i] = level
			g.young[i] = v.Most(p, &m.Sets[set].Tumour, criteria.Limit{Below: m.OneBelow})
			g.order = append(g.order, i)
		}
	}
	return g
}

// certain counts those whose cancer is certain, as reported.
func (g *groups) certain() int {
	n := 0
	for _, level := range g.affected {
		if level >= criteria.Reported {
			n++
		}
	}
	return n
}

// group is an affected person with the affected first-degree relatives.
type group struct {
	apex int
	kin  []criteria.Link
}

// around is the group of one of the affected, counting whom has a cancer at the level at least.
func (g *groups) around(apex int, level criteria.Level) group {
	around := group{apex: apex}
	for _, link := range g.view.FirstDegree(apex) {
		if g.affected[link.To] >= level {
			around.kin = append(around.kin, link)
		}
	}
	return around
}

// spansGenerations reports a parent or a child of the one in the middle.
func (x group) spansGenerations() bool {
	return slices.ContainsFunc(x.kin, func(l criteria.Link) bool { return l.Step != 0 })
}

// hasYoung reports one diagnosed below the age.
func (g *groups) hasYoung(x group, level criteria.Level) bool {
	return g.young[x.apex] >= level ||
		slices.ContainsFunc(x.kin, func(l criteria.Link) bool { return g.young[l.To] >= level })
}

// meets reports that a group meets the criteria at a level.
func (g *groups) meets(x group, level criteria.Level) bool {
	return len(x.kin)+1 >= g.of.People && x.spansGenerations() && g.hasYoung(x, level)
}

// at lists the groups that meet the criteria at a level.
func (g *groups) at(level criteria.Level) []group {
	var found []group
	for _, apex := range g.order {
		if g.affected[apex] < level {
			continue
		}
		if x := g.around(apex, level); g.meets(x, level) {
			found = append(found, x)
		}
	}
	return found
}

// level is the highest at which the criteria are met.
func (g *groups) level() criteria.Level {
	for level := criteria.Confirmed; level > criteria.No; level-- {
		if len(g.at(level)) > 0 {
			return level
		}
	}
	return criteria.No
}

// counted is everybody in a group that meets the criteria, with the qualifying cancers; nobody where none
// does.
func (g *groups) counted() []criteria.Evidence {
	level := g.level()
	if level == criteria.No {
		return nil
	}
	in := map[int]bool{}
	for _, x := range g.at(level) {
		in[x.apex] = true
		for _, link := range x.kin {
			in[link.To] = true
		}
	}
	var all []criteria.Evidence
	for _, i := range g.order {
		if in[i] {
			all = append(all, g.evidence(i))
		}
	}
	return all
}

// evidence is somebody with the qualifying cancers.
func (g *groups) evidence(i int) criteria.Evidence {
	return criteria.Evidence{Person: i, Matches: g.view.Matches(g.view.At(i), &g.of.Sets[g.set].Tumour, criteria.Limit{})}
}

// onlyThroughBothParents reports that every group that meets the criteria needs both parents of the one
// in its middle.
func (g *groups) onlyThroughBothParents(v *criteria.View) bool {
	level := g.level()
	for _, x := range g.at(level) {
		parents := 0
		for _, link := range x.kin {
			if link.Step < 0 {
				parents++
			}
		}
		if parents < 2 {
			return false
		}
		for _, without := range x.kin {
			one := group{apex: x.apex}
			for _, link := range x.kin {
				if link != without {
					one.kin = append(one.kin, link)
				}
			}
			if without.Step < 0 && g.meets(one, level) {
				return false
			}
		}
	}
	return true
}
