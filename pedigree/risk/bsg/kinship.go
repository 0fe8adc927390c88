package bsg

import (
	"slices"

	"kindred/pedigree/risk/criteria"
)

// kinship is the affected relatives whom chains of first-degree links join to the person asked about,
// through affected people only.
type kinship struct {
	members     []int // positions in family order
	generations int   // how many they are in
	young       bool  // one is a first-degree relative of the person asked about, diagnosed below the age
}

// kinshipAt collects the kinship of those who are affected at the level at least. Through narrows it to
// chains that begin with one of these first-degree relatives; nil is all.
func (m *Model) kinshipAt(v *criteria.View, level criteria.Level, through []int) kinship {
	self := v.SubjectAt()
	generation := map[int]int{self: 0}
	var k kinship
	for queue := []int{self}; len(queue) > 0; queue = queue[1:] {
		from := queue[0]
		for _, link := range v.FirstDegree(from) {
			_, seen := generation[link.To]
			if seen || from == self && through != nil && !slices.Contains(through, link.To) ||
				v.Most(v.At(link.To), &m.Tumour, criteria.Limit{}) < level {
				continue
			}
			generation[link.To] = generation[from] + link.Step
			queue = append(queue, link.To)
			k.members = append(k.members, link.To)
			k.young = k.young || from == self && v.Most(v.At(link.To), &m.Tumour, criteria.Limit{Below: m.YoungBelow}) >= level
		}
	}
	slices.Sort(k.members)
	in := map[int]bool{}
	for _, i := range k.members {
		in[generation[i]] = true
	}
	k.generations = len(in)
	return k
}

// category is what a kinship comes to.
func (m *Model) category(k kinship) string {
	switch {
	case len(k.members) >= m.High.Relatives && k.generations >= m.High.Generations:
		return high
	case k.young || len(k.members) >= m.Moderate.Relatives:
		return moderate
	}
	return average
}

// oneSide is the highest category of the affected who are joined to each other without the person asked
// about: where it is lower, the category rests on putting relatives together whom only that person joins.
func (m *Model) oneSide(v *criteria.View, level criteria.Level) (category string, apart bool) {
	rank := []string{average, moderate, high}
	category = average
	for _, link := range v.FirstDegree(v.SubjectAt()) {
		own := m.chainFrom(v, link.To, level)
		if c := m.category(own); slices.Index(rank, c) > slices.Index(rank, category) {
			category = c
		}
	}
	return category, category != m.category(m.kinshipAt(v, level, nil))
}

// chainFrom is the kinship that begins with one first-degree relative and never passes through the person
// asked about.
func (m *Model) chainFrom(v *criteria.View, first int, level criteria.Level) kinship {
	return m.kinshipAt(v, level, []int{first})
}
