package manchester

import (
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// ledger is what everybody with a diagnosis scores as somebody's relative, from which the score with one
// person's facts replaced follows without scoring the others again.
type ledger struct {
	entries []entry               // in family order
	indices []*pedigree.Individual // from whom the family is scored
}

// entry is one person's points.
type entry struct {
	at  int
	sum points
}

// ledger scores everybody; ok is false where what people score depends on who the index is, as that of
// high-grade serous cancer does, or where the family has to be scored as a whole.
func (m *Model) ledger(c *risk.Case) (l ledger, ok bool) {
	l.indices = m.indices(c)
	for i := range c.Family.Individuals {
		p := &c.Family.Individuals[i]
		if len(p.Diagnoses) == 0 {
			continue
		}
		if slices.ContainsFunc(risk.Primaries(p, risk.IsOvarian), func(d *pedigree.Diagnosis) bool {
			return isUnverified(d) || isHighGradeSerous(d) || d.Pathology.Histology == ""
		}) {
			return l, false
		}
		sum, err := m.sum(c, nil, p)
		if err != nil {
			return l, false
		}
		l.entries = append(l.entries, entry{i, sum})
	}
	return l, true
}

// sum is what one person scores; without an index, as somebody else's relative.
func (m *Model) sum(c *risk.Case, index, p *pedigree.Individual) (points, error) {
	sum := points{}
	items, err := m.items(c, index, p)
	for _, it := range items {
		sum = sum.plus(it.mean)
	}
	return sum, err
}

// instead is the answer of a case in which the person at a position of the original is replaced; ok is false
// where it has to be scored as a whole.
func (m *Model) instead(original, c *risk.Case, at int, l *ledger) (a risk.Assessment, ok bool) {
	p := &c.Family.Individuals[at]
	indices := l.indices
	for _, only := range []bool{true, false} {
		if m.isAffected(p, only) != m.isAffected(&original.Family.Individuals[at], only) {
			indices = m.indices(c)
		}
	}
	is, err := m.sum(c, nil, p)
	if len(indices) == 0 || err != nil || slices.ContainsFunc(risk.Primaries(p, risk.IsOvarian), isUnverified) {
		return a, false
	}
	best := points{}
	for i, of := range indices {
		k, _ := c.At(of.ID)
		index := &c.Family.Individuals[k]
		own, err := m.sum(c, index, index)
		if err != nil {
			return a, false
		}
		maternal, paternal := own, own
		sides := c.SidesFrom(index.ID)
		add := func(k int, sum points) {
			switch sides[c.Family.Individuals[k].ID] {
			case pedigree.Maternal:
				maternal = maternal.plus(sum)
			case pedigree.Paternal:
				paternal = paternal.plus(sum)
			case pedigree.BothSides, pedigree.OwnLine:
				maternal, paternal = maternal.plus(sum), paternal.plus(sum)
			}
		}
		if at != k {
			add(at, is)
		}
		for _, e := range l.entries {
			if e.at != k && e.at != at {
				add(e.at, e.sum)
			}
		}
		for s, sum := range []points{maternal, paternal} {
			if i+s == 0 || sum.combined() > best.combined() {
				best = sum
			}
		}
	}
	a = risk.Assessment{Subject: c.Subject.ID, Headline: "combined"}
	m.fill(&a, best)
	return a, true
}
