package pedigree

import (
	"maps"
	"slices"
)

// Clone is a deep copy: changing one leaves the other alone.
func (f *Family) Clone() *Family {
	c := *f
	c.Individuals = cloneEach(f.Individuals, (*Individual).detach)
	c.Twins = cloneEach(f.Twins, func(t *TwinSet) {
		t.Members, t.Extra = slices.Clone(t.Members), t.Extra.clone()
	})
	c.Unions = cloneEach(f.Unions, func(u *Union) {
		u.Partners, u.Children, u.Extra = slices.Clone(u.Partners), slices.Clone(u.Children), u.Extra.clone()
	})
	c.Patients = cloneEach(f.Patients, func(p *Patient) {
		p.Address, p.GPAddress, p.Extra = slices.Clone(p.Address), slices.Clone(p.GPAddress), p.Extra.clone()
	})
	c.Notes, c.Extra = slices.Clone(f.Notes), f.Extra.clone()
	return &c
}

// detach makes a copied individual share nothing with the one it was copied from.
func (p *Individual) detach() {
	p.OtherParents = slices.Clone(p.OtherParents)
	p.Diagnoses = cloneEach(p.Diagnoses, func(d *Diagnosis) {
		d.Notes, d.Extra, d.Pathology.Extra = slices.Clone(d.Notes), d.Extra.clone(), d.Pathology.Extra.clone()
	})
	p.GeneTests = cloneEach(p.GeneTests, func(t *GeneTest) { t.Extra = t.Extra.clone() })
	p.Surgery = cloneEach(p.Surgery, func(s *Surgery) { s.Extra = s.Extra.clone() })
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

// cloneEach copies all elements at once, because an individual is large, and then detaches each copy.
func cloneEach[T any](from []T, detach func(*T)) []T {
	if from == nil {
		return nil
	}
	// A copy is made to be changed: a large family has room for a few more people.
	to := append(make([]T, 0, len(from)+len(from)/16), from...)
	for i := range to {
		detach(&to[i])
	}
	return to
}
