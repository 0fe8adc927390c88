package premm5

import (
	"fmt"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// history is what the model reads of a family.
type history struct {
	self, first, second []reading
	male                float64       // V0
	counted             []pedigree.ID // those with a cancer that counts, the person asked about included
}

// history reads the person asked about and the relatives of the first and second degree. The error is a
// sentence that names nobody.
func (m *Model) history(c *risk.Case) (history, error) {
	f := history{first: []reading{{weight: 1}}, second: []reading{{weight: 1}}}
	if c.Subject.Sex == pedigree.Male {
		f.male = 1
	}
	for _, p := range c.Kin() {
		degree := 0
		if p.ID != c.Subject.ID {
			if degree = c.Relation(p.ID).Degree; degree > 2 || degree == 0 || p.Pregnancy != nil {
				continue
			}
		}
		if degree > 0 && !slices.ContainsFunc(p.Diagnoses, func(d pedigree.Diagnosis) bool { return m.kind(&d) != notCounted }) {
			continue
		}
		own, err := m.of(c, p, degree)
		if err != nil {
			return f, fmt.Errorf("%w (%s)", err, c.Words(p.ID))
		}
		switch degree {
		case 0:
			f.self = own
		case 1:
			f.first = m.among(f.first, own)
		case 2:
			f.second = m.among(f.second, own)
		}
		for i := range p.Diagnoses {
			if d := &p.Diagnoses[i]; m.kind(d) != notCounted && !risk.IsPossible(d) {
				f.counted = append(f.counted, p.ID)
				break
			}
		}
	}
	return f, nil
}

// vector is V0 to V10 of one joint reading.
func (m *Model) vector(male float64, self, first, second tally) vector {
	v := vector{0: male, 10: float64(self.age)}
	switch {
	case self.bowel == 1:
		v[1] = 1
	case self.bowel > 1:
		v[2] = 1
	}
	v[3], v[4] = flag(self.womb > 0), flag(self.other)
	v[5] = float64(first.bowel) + m.SecondDegreeWeight*float64(second.bowel)
	v[6] = float64(first.womb) + m.SecondDegreeWeight*float64(second.womb)
	v[7] = flag(first.other) + m.SecondDegreeWeight*flag(second.other)
	for _, t := range [...]tally{self, first, second} {
		v[8] += m.centred(t.bowelAge)
		v[9] += m.centred(t.wombAge)
	}
	return v
}

func flag(set bool) float64 {
	if set {
		return 1
	}
	return 0
}

// centred is an age less the centre; nought where there is none.
func (m *Model) centred(age int16) float64 {
	if age == 0 {
		return 0
	}
	return float64(int(age) - m.CentreAge)
}
