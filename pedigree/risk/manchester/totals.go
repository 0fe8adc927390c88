package manchester

import (
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// total is the sum of both sides of the family of one index, and what each relative has in it, from which
// the sum with one relative's facts replaced follows.
type total struct {
	index    pedigree.ID
	side     map[pedigree.Lineage]points // maternal and paternal
	relative map[pedigree.ID]points
}

// sidesOf are the sides on which somebody of a lineage counts.
func sidesOf(l pedigree.Lineage) []pedigree.Lineage {
	switch l {
	case pedigree.NoSide:
		return nil
	case pedigree.Maternal, pedigree.Paternal:
		return []pedigree.Lineage{l}
	}
	return []pedigree.Lineage{pedigree.Maternal, pedigree.Paternal}
}

// totals sums from each possible index; nil where two facts contradict each other.
func (m *Model) totals(c *risk.Case) []total {
	var all []total
	for _, index := range m.indices(c) {
		t := total{index.ID, map[pedigree.Lineage]points{}, map[pedigree.ID]points{}}
		sides := c.SidesFrom(index.ID)
		for i := range c.Family.Individuals {
			p := &c.Family.Individuals[i]
			if sides[p.ID] == pedigree.NoSide || len(p.Diagnoses) == 0 && p != index {
				continue
			}
			sum, err := m.sum(c, index, p)
			if err != nil {
				return nil
			}
			t.relative[p.ID] = sum
			for _, side := range sidesOf(sides[p.ID]) {
				t.side[side] = t.side[side].plus(sum)
			}
		}
		all = append(all, t)
	}
	return all
}

// sum is what one person scores.
func (m *Model) sum(c *risk.Case, index, p *pedigree.Individual) (points, error) {
	sum := points{}
	items, err := m.items(c, index, p)
	for _, it := range items {
		sum = sum.plus(it.mean)
	}
	return sum, err
}

// instead is the answer of a case in which one person is replaced; ok is false where it has to be scored as a
// whole, as the replaced facts make another index.
func (m *Model) instead(c *risk.Case, replaced pedigree.ID, totals []total) (a risk.Assessment, ok bool) {
	indices := m.indices(c)
	at, _ := c.At(replaced)
	p := &c.Family.Individuals[at]
	if len(indices) == 0 || len(indices) != len(totals) || len(unverified(c)) > 0 {
		return a, false
	}
	var best points
	for i, t := range totals {
		if indices[i].ID != t.index {
			return a, false
		}
		is, err := m.sum(c, indices[i], p)
		if err != nil {
			return a, false
		}
		counts := sidesOf(c.SidesFrom(t.index)[p.ID])
		for k, side := range []pedigree.Lineage{pedigree.Maternal, pedigree.Paternal} {
			sum := t.side[side]
			for _, other := range counts {
				if other == side {
					sum = sum.plus(is).plus(t.relative[p.ID].times(-1))
				}
			}
			if i+k == 0 || sum.combined() > best.combined() {
				best = sum
			}
		}
	}
	a = risk.Assessment{Subject: c.Subject.ID, Headline: "combined"}
	m.fill(&a, best)
	return a, true
}
