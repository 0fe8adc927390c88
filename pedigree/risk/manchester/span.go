package manchester

import (
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// span is the fewest and most points that the vague facts allow, of the higher side and from whoever may
// be the index: everybody who is, and whoever would be if a possible cancer were certain.
func (m *Model) span(c *risk.Case, chosen score) (low, high points, combined risk.Range) {
	low, high = chosen.low, chosen.high
	combined = risk.Range{Low: chosen.low.combined(), High: chosen.high.combined()}
	cover := func(both [2]score) {
		for _, s := range both {
			if s.high.combined() >= combined.Low {
				low, high = low.lower(s.low), high.higher(s.high)
			}
			combined.High = max(combined.High, s.high.combined())
		}
	}
	var others [][2]score
	for _, index := range m.indices(c) {
		if both, err := m.from(c, index); err == nil {
			others = append(others, both)
			combined.Low = max(combined.Low, both[0].low.combined(), both[1].low.combined())
		}
	}
	for _, both := range others {
		cover(both)
	}
	for _, p := range c.Kin() {
		certain := madeCertain(p)
		if certain == nil || !p.IsPerson() || !m.mayBeIndex(c, p, chosen.index) {
			continue
		}
		with := c.With(certain)
		both, err := m.from(with, with.Family.Individual(p.ID))
		if err != nil {
			continue
		}
		cover(both)
		combined.Low = min(combined.Low, max(both[0].low.combined(), both[1].low.combined()))
	}
	return low, high, combined
}

// madeCertain is a copy of a person whose possible cancers that score are certain; nil where there is none.
func madeCertain(p *pedigree.Individual) *pedigree.Individual {
	var changed *pedigree.Individual
	for i := range p.Diagnoses {
		if as, _ := scores(p, &p.Diagnoses[i]); as == "" || !risk.IsPossible(&p.Diagnoses[i]) {
			continue
		}
		if changed == nil {
			copied := *p
			copied.Diagnoses = append([]pedigree.Diagnosis{}, p.Diagnoses...)
			changed = &copied
		}
		changed.Diagnoses[i].Certainty = pedigree.Certain
	}
	return changed
}

// mayBeIndex reports somebody from whom the family would be scored if the cancer that is possible were
// certain: the subject, or, while the subject is not affected, a relative no more distant than the index.
func (m *Model) mayBeIndex(c *risk.Case, p, index *pedigree.Individual) bool {
	switch c.Subject.ID {
	case p.ID:
		return true
	case index.ID:
		return false
	}
	return c.Relation(p.ID).Degree <= c.Relation(index.ID).Degree
}
