package manchester

import (
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// score is one side of the family, scored from one index.
type score struct {
	index           *pedigree.Individual
	side            pedigree.Lineage // of the index's family; BothSides where the sides are the same
	items           []item
	mean, low, high points
}

// from scores both sides of the family of an index, the higher first.
func (m *Model) from(c *risk.Case, index *pedigree.Individual) ([2]score, error) {
	sides := c.SidesFrom(index.ID)
	both := [2]score{{index: index, side: pedigree.Maternal}, {index: index, side: pedigree.Paternal}}
	for i := range c.Family.Individuals {
		p := &c.Family.Individuals[i]
		side := sides[p.ID]
		if side == pedigree.NoSide || len(p.Diagnoses) == 0 && p != index {
			continue
		}
		items, err := m.items(c, index, p)
		if err != nil {
			return both, err
		}
		for s := range both {
			if side == pedigree.OwnLine || side == pedigree.BothSides || side == both[s].side {
				both[s].items = append(both[s].items, items...)
			}
		}
	}
	for s := range both {
		both[s].add()
	}
	if d := both[1].mean.combined() - both[0].mean.combined(); d > 0 || d == 0 && both[1].high.combined() > both[0].high.combined() {
		both[0], both[1] = both[1], both[0]
	}
	if len(both[0].items) == len(both[1].items) && both[0].mean == both[1].mean {
		both[0].side, both[1].side = pedigree.BothSides, pedigree.BothSides
	}
	return both, nil
}

// add sums the items.
func (s *score) add() {
	for _, it := range s.items {
		s.mean, s.low, s.high = s.mean.plus(it.mean), s.low.plus(it.low), s.high.plus(it.high)
	}
}

// items lists what one person scores, the index with her pathology and, once, adoption.
func (m *Model) items(c *risk.Case, index, p *pedigree.Individual) ([]item, error) {
	var items []item
	linked := func() bool { return !throughUnaffected(c, index.ID, p.ID, m.OldWoman) }
	for i := range p.Diagnoses {
		it, none, err := m.cancer(c, p, &p.Diagnoses[i], linked)
		if err != nil {
			return nil, err
		}
		if !none {
			items = append(items, it)
		}
	}
	if p != index {
		return items, nil
	}
	if d := scoredBreast(index); d != nil {
		items = append(items, m.pathology(index, d)...)
	}
	if isAlone(c, index) {
		at := points{m.Adopted.BRCA1, m.Adopted.BRCA2}
		items = append(items, item{person: index, what: "adopted, nothing known of blood relatives", mean: at, low: at, high: at})
	}
	return items, nil
}

// isAlone reports somebody adopted of whose blood relatives, descendants aside, none is recorded.
func isAlone(c *risk.Case, p *pedigree.Individual) bool {
	if p.Adopted != pedigree.AdoptedIn {
		return false
	}
	for _, side := range c.SidesFrom(p.ID) {
		if side != pedigree.NoSide && side != pedigree.OwnLine {
			return false
		}
	}
	return true
}

// isAffected reports a certain cancer that scores; only picks breast and ovarian cancers.
func (m *Model) isAffected(p *pedigree.Individual, only bool) bool {
	return slices.ContainsFunc(p.Diagnoses, func(d pedigree.Diagnosis) bool {
		as, _ := scores(p, &d)
		if as == "" || risk.IsPossible(&d) || as == ovarian && m.isNotScored(&d) {
			return false
		}
		return !only || as == femaleBreast || as == maleBreast || as == ovarian
	})
}

// indices are the people from whom the family may be scored: an affected subject, else the nearest
// affected blood relatives, those with breast or ovarian cancer first.
func (m *Model) indices(c *risk.Case) []*pedigree.Individual {
	if m.isAffected(c.Subject, false) {
		return []*pedigree.Individual{c.Subject}
	}
	for _, only := range []bool{true, false} {
		var nearest []*pedigree.Individual
		degree := 0
		for _, p := range c.Kin() {
			if p.ID == c.Subject.ID || !p.IsPerson() || !m.isAffected(p, only) {
				continue
			}
			d := c.Relation(p.ID).Degree
			switch {
			case nearest == nil || d < degree:
				nearest, degree = []*pedigree.Individual{p}, d
			case d == degree:
				nearest = append(nearest, p)
			}
		}
		if nearest != nil {
			return nearest
		}
	}
	return nil
}

// best scores from each possible index and keeps the highest combined score, its higher side first. The
// index is nil when there is nobody to start from.
func (m *Model) best(c *risk.Case) ([2]score, error) {
	var best [2]score
	for i, index := range m.indices(c) {
		both, err := m.from(c, index)
		if err != nil {
			return best, err
		}
		if i == 0 || both[0].mean.combined() > best[0].mean.combined() {
			best = both
		}
	}
	return best, nil
}
