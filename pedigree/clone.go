package pedigree

import (
	"maps"
	"slices"
)

// Clone is a deep copy: changing one leaves the other alone.
func (f *Family) Clone() *Family {
	c := *f
	c.Individuals = cloneEach(f.Individuals, Individual.clone)
	c.Twins = cloneEach(f.Twins, func(t TwinSet) TwinSet {
		t.Members, t.Extra = slices.Clone(t.Members), maps.Clone(t.Extra)
		return t
	})
	c.Unions = cloneEach(f.Unions, func(u Union) Union {
		u.Partners, u.Children, u.Extra = slices.Clone(u.Partners), slices.Clone(u.Children), maps.Clone(u.Extra)
		return u
	})
	c.Patients = cloneEach(f.Patients, func(p Patient) Patient {
		p.Address, p.GPAddress, p.Extra = slices.Clone(p.Address), slices.Clone(p.GPAddress), maps.Clone(p.Extra)
		return p
	})
	c.Notes, c.Extra = slices.Clone(f.Notes), maps.Clone(f.Extra)
	return &c
}

func (p Individual) clone() Individual {
	p.OtherParents = slices.Clone(p.OtherParents)
	p.Diagnoses = cloneEach(p.Diagnoses, func(d Diagnosis) Diagnosis {
		d.Notes, d.Extra, d.Pathology.Extra = slices.Clone(d.Notes), maps.Clone(d.Extra), maps.Clone(d.Pathology.Extra)
		return d
	})
	p.GeneTests = cloneEach(p.GeneTests, func(t GeneTest) GeneTest { t.Extra = maps.Clone(t.Extra); return t })
	p.Surgery = cloneEach(p.Surgery, func(s Surgery) Surgery { s.Extra = maps.Clone(s.Extra); return s })
	p.Ancestry, p.Notes, p.Consents = slices.Clone(p.Ancestry), slices.Clone(p.Notes), slices.Clone(p.Consents)
	p.Sources, p.Extra = maps.Clone(p.Sources), maps.Clone(p.Extra)
	if p.Pregnancy != nil {
		pregnancy := *p.Pregnancy
		p.Pregnancy = &pregnancy
	}
	if p.Pin != nil {
		pin := *p.Pin
		p.Pin = &pin
	}
	return p
}

func cloneEach[T any](from []T, clone func(T) T) []T {
	if from == nil {
		return nil
	}
	to := make([]T, len(from))
	for i := range from {
		to[i] = clone(from[i])
	}
	return to
}
