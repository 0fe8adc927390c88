package layout

import (
	"sort"

	"kindred/pedigree"
)

// birth is when somebody was born, as far as it orders siblings.
type birth struct {
	year int
	day  pedigree.Date // "" where only the year is known
}

func (b birth) known() bool { return b.year != 0 }

// before reports that b is surely earlier than c.
func (b birth) before(c birth) bool {
	if b.year != c.year {
		return b.year < c.year
	}
	return b.day != "" && c.day != "" && b.day < c.day
}

func birthOf(p *pedigree.Individual) birth {
	if p.Born.Date != "" {
		return birth{p.Born.Date.Year(), p.Born.Date}
	}
	if p.Born.Low.Known && p.Born.Low == p.Born.High {
		return birth{year: p.Born.Low.Year}
	}
	return birth{}
}

// orderChildren sorts a sibship: those with a known birth among themselves, everybody else where the
// file has them; then each multiple birth becomes one block at the place of its first member.
func (g *graph) orderChildren(m *mating) {
	if len(m.kids) < 2 {
		return
	}
	type child struct {
		node int
		kind pedigree.LinkKind
	}
	all := make([]child, len(m.kids))
	var slots []int
	var dated []child
	for i, k := range m.kids {
		all[i] = child{k, m.kinds[i]}
	}
	sort.SliceStable(all, func(i, j int) bool { return g.nodes[all[i].node].member < g.nodes[all[j].node].member })
	for i, c := range all {
		if g.nodes[c.node].born.known() {
			slots, dated = append(slots, i), append(dated, c)
		}
	}
	sort.SliceStable(dated, func(i, j int) bool { return g.nodes[dated[i].node].born.before(g.nodes[dated[j].node].born) })
	for i, s := range slots {
		all[s] = dated[i]
	}
	kinds := make(map[int]pedigree.LinkKind, len(all))
	order := make([]int, len(all))
	for i, c := range all {
		order[i], kinds[c.node] = c.node, c.kind
	}
	// Large sets first, so that the identical pair of triplets ends up together inside the three.
	sets := append([][]int(nil), g.twins...)
	sort.SliceStable(sets, func(i, j int) bool { return len(sets[i]) > len(sets[j]) })
	for _, t := range sets {
		gather(order, t)
	}
	for i, k := range order {
		m.kids[i], m.kinds[i] = k, kinds[k]
	}
}

// gather moves the members of a set together, to where the first of them stands.
func gather(order, set []int) {
	first := -1
	for i, k := range order {
		if !contains(set, k) {
			continue
		}
		if first >= 0 {
			first++
			copy(order[first+1:i+1], order[first:i])
			order[first] = k
		} else {
			first = i
		}
	}
}

func contains(s []int, v int) bool {
	for _, x := range s {
		if x == v {
			return true
		}
	}
	return false
}
