package manchester

import (
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// ledger is what everybody with a diagnosis scores, from which the score with one person's facts replaced
// follows without scoring the others again.
type ledger struct {
	indices []*pedigree.Individual // from whom the family is scored
	entries []entry                // in family order
	// serous says that somebody's points depend on who the index is and on the women between.
	serous bool
}

// entry is one person's points.
type entry struct {
	person   pedigree.ID
	from     []points // by index, whose own are among them
	relative points   // from any other index, unless serous
}

// ledger scores everybody; ok is false where the family has to be scored as a whole.
func (m *Model) ledger(c *risk.Case) (l ledger, ok bool) {
	l.indices = m.indices(c)
	if len(l.indices) == 0 || len(unverified(c)) > 0 {
		return l, false
	}
	for i := range c.Family.Individuals {
		p := &c.Family.Individuals[i]
		if len(p.Diagnoses) == 0 && !slices.Contains(l.indices, p) {
			continue
		}
		e := entry{person: p.ID}
		for _, index := range l.indices {
			sum, err := m.sum(c, index, p)
			if err != nil {
				return l, false
			}
			e.from = append(e.from, sum)
		}
		if isSerous(p) {
			l.serous = true
		} else {
			e.relative, _ = m.sum(c, nil, p)
		}
		l.entries = append(l.entries, e)
	}
	return l, true
}

// isSerous reports a histology that may score according to who the index is.
func isSerous(p *pedigree.Individual) bool {
	for i := range p.Diagnoses {
		if isHighGradeSerous(&p.Diagnoses[i]) {
			return true
		}
	}
	return false
}

// sum is what one person scores; index is nil for points that do not depend on it.
func (m *Model) sum(c *risk.Case, index, p *pedigree.Individual) (points, error) {
	sum := points{}
	items, err := m.items(c, index, p)
	for _, it := range items {
		sum = sum.plus(it.mean)
	}
	return sum, err
}

// instead is the answer with the person at a position replaced by p; ok is false where the family has to be
// scored as a whole.
func (m *Model) instead(c *risk.Case, at int, p *pedigree.Individual, l *ledger) (a risk.Assessment, ok bool) {
	was := &c.Family.Individuals[at]
	indices, others := l.indices, false
	if m.isAffected(was, true) != m.isAffected(p, true) || m.isAffected(was, false) != m.isAffected(p, false) {
		indices, others = m.indices(c.With(p)), true
	}
	between := isBetween(c, was, m.OldWoman) != isBetween(c, p, m.OldWoman)
	if len(indices) == 0 || l.serous && (others || between) || slices.ContainsFunc(risk.Primaries(p, risk.IsOvarian), isUnverified) {
		return a, false
	}
	best := points{}
	for i, index := range indices {
		if index.ID == p.ID {
			index = p
		}
		sides := c.SidesFrom(index.ID)
		var maternal, paternal points
		add := func(who pedigree.ID, sum points) {
			switch sides[who] {
			case pedigree.Maternal:
				maternal = maternal.plus(sum)
			case pedigree.Paternal:
				paternal = paternal.plus(sum)
			case pedigree.BothSides, pedigree.OwnLine:
				maternal, paternal = maternal.plus(sum), paternal.plus(sum)
			}
		}
		for _, e := range l.entries {
			switch {
			case e.person == was.ID || others && e.person == index.ID:
			case others:
				add(e.person, e.relative)
			default:
				add(e.person, e.from[i])
			}
		}
		rescored := []*pedigree.Individual{p}
		if others && index != p {
			rescored = append(rescored, index)
		}
		for _, who := range rescored {
			sum, err := m.sum(c, index, who)
			if err != nil {
				return a, false
			}
			add(who.ID, sum)
		}
		if i == 0 || maternal.combined() > best.combined() {
			best = maternal
		}
		if paternal.combined() > best.combined() {
			best = paternal
		}
	}
	a = risk.Assessment{Subject: c.Subject.ID, Headline: "combined"}
	m.fill(&a, best)
	return a, true
}
