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
		t.Members, t.Extra = slices.Clone(t.Members), t.Extra.clone()
		return t
	})
	c.Unions = cloneEach(f.Unions, func(u Union) Union {
		u.Partners, u.Children, u.Extra = slices.Clone(u.Partners), slices.Clone(u.Children), u.Extra.clone()
		return u
	})
	c.Patients = cloneEach(f.Patients, func(p Patient) Patient {
		p.Address, p.GPAddress, p.Extra = slices.Clone(p.Address), slices.Clone(p.GPAddress), p.Extra.clone()
		return p
	})
	c.Notes, c.Extra = slices.Clone(f.Notes), f.Extra.clone()
	return &c
}

func (p Individual) clone() Individual {
	p.OtherParents = slices.Clone(p.OtherParents)
	p.Diagnoses = cloneEach(p.Diagnoses, func(d Diagnosis) Diagnosis {
		d.Notes, d.Extra, d.Pathology.Extra = slices.Clone(d.Notes), d.Extra.clone(), d.Pathology.Extra.clone()
		return d
	})
	p.GeneTests = cloneEach(p.GeneTests, func(t GeneTest) GeneTest { t.Extra = t.Extra.clone(); return t })
	p.Surgery = cloneEach(p.Surgery, func(s Surgery) Surgery { s.Extra = s.Extra.clone(); return s })
	p.Carrier = slices.Clone(p.Carrier)
	p.Ancestry, p.Notes, p.Consents = slices.Clone(p.Ancestry), slices.Clone(p.Notes), slices.Clone(p.Consents)
	p.Sources, p.Asked, p.Organs, p.Extra = maps.Clone(p.Sources), maps.Clone(p.Asked), maps.Clone(p.Organs), p.Extra.clone()
	if p.Pregnancy != nil {
		pregnancy := *p.Pregnancy
		pregnancy.Extra = pregnancy.Extra.clone()
		p.Pregnancy = &pregnancy
	}
	if p.Pin != nil {
		pin := *p.Pin
		p.Pin = &pin
	}
	return p
}

func (e Extra) clone() Extra {
	if e == nil {
		return nil
	}
	c := make(Extra, len(e))
	for key, value := range e {
		c[key] = slices.Clone(value)
	}
	return c
}

func cloneEach[T any](from []T, clone func(T) T) []T {
	if from == nil {
		return nil
	}
	// A copy is made to be changed: a large family has room for a few more people.
	to := make([]T, len(from), len(from)+len(from)/16)
	for i := range from {
		to[i] = clone(from[i])
	}
	return to
}
