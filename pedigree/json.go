package pedigree

// The JSON methods below keep the keys that this version does not know.

// UnmarshalJSON reads the object and keeps unknown keys in Extra.
func (f *Family) UnmarshalJSON(data []byte) error {
	type plain Family
	*f = Family{}
	extra, err := unmarshalKeeping(data, (*plain)(f))
	f.Extra = extra
	return err
}

// MarshalJSON writes the object with the unknown keys it came with.
func (f Family) MarshalJSON() ([]byte, error) {
	type plain Family
	return marshalKeeping(plain(f), f.Extra)
}

// UnmarshalJSON reads the object and keeps unknown keys in Extra.
func (u *Union) UnmarshalJSON(data []byte) error {
	type plain Union
	*u = Union{}
	extra, err := unmarshalKeeping(data, (*plain)(u))
	u.Extra = extra
	return err
}

// MarshalJSON writes the object with the unknown keys it came with.
func (u Union) MarshalJSON() ([]byte, error) {
	type plain Union
	return marshalKeeping(plain(u), u.Extra)
}

// UnmarshalJSON reads the object and keeps unknown keys in Extra.
func (t *TwinSet) UnmarshalJSON(data []byte) error {
	type plain TwinSet
	*t = TwinSet{}
	extra, err := unmarshalKeeping(data, (*plain)(t))
	t.Extra = extra
	return err
}

// MarshalJSON writes the object with the unknown keys it came with.
func (t TwinSet) MarshalJSON() ([]byte, error) {
	type plain TwinSet
	return marshalKeeping(plain(t), t.Extra)
}

// UnmarshalJSON reads the object and keeps unknown keys in Extra.
func (i *Individual) UnmarshalJSON(data []byte) error {
	type plain Individual
	*i = Individual{}
	extra, err := unmarshalKeeping(data, (*plain)(i))
	i.Extra = extra
	return err
}

// MarshalJSON writes the object with the unknown keys it came with.
func (i Individual) MarshalJSON() ([]byte, error) {
	type plain Individual
	return marshalKeeping(plain(i), i.Extra)
}

// UnmarshalJSON reads the object and keeps unknown keys in Extra.
func (d *Diagnosis) UnmarshalJSON(data []byte) error {
	type plain Diagnosis
	*d = Diagnosis{}
	extra, err := unmarshalKeeping(data, (*plain)(d))
	d.Extra = extra
	return err
}

// MarshalJSON writes the object with the unknown keys it came with.
func (d Diagnosis) MarshalJSON() ([]byte, error) {
	type plain Diagnosis
	return marshalKeeping(plain(d), d.Extra)
}

// UnmarshalJSON reads the object and keeps unknown keys in Extra.
func (p *Pathology) UnmarshalJSON(data []byte) error {
	type plain Pathology
	*p = Pathology{}
	extra, err := unmarshalKeeping(data, (*plain)(p))
	p.Extra = extra
	return err
}

// MarshalJSON writes the object with the unknown keys it came with.
func (p Pathology) MarshalJSON() ([]byte, error) {
	type plain Pathology
	return marshalKeeping(plain(p), p.Extra)
}

// UnmarshalJSON reads the object and keeps unknown keys in Extra.
func (s *Surgery) UnmarshalJSON(data []byte) error {
	type plain Surgery
	*s = Surgery{}
	extra, err := unmarshalKeeping(data, (*plain)(s))
	s.Extra = extra
	return err
}

// MarshalJSON writes the object with the unknown keys it came with.
func (s Surgery) MarshalJSON() ([]byte, error) {
	type plain Surgery
	return marshalKeeping(plain(s), s.Extra)
}

// UnmarshalJSON reads the object and keeps unknown keys in Extra.
func (g *GeneTest) UnmarshalJSON(data []byte) error {
	type plain GeneTest
	*g = GeneTest{}
	extra, err := unmarshalKeeping(data, (*plain)(g))
	g.Extra = extra
	return err
}

// MarshalJSON writes the object with the unknown keys it came with.
func (g GeneTest) MarshalJSON() ([]byte, error) {
	type plain GeneTest
	return marshalKeeping(plain(g), g.Extra)
}

// UnmarshalJSON reads the object and keeps unknown keys in Extra.
func (c *CarrierState) UnmarshalJSON(data []byte) error {
	type plain CarrierState
	*c = CarrierState{}
	extra, err := unmarshalKeeping(data, (*plain)(c))
	c.Extra = extra.text()
	return err
}

// MarshalJSON writes the object with the unknown keys it came with.
func (c CarrierState) MarshalJSON() ([]byte, error) {
	type plain CarrierState
	return marshalKeeping(plain(c), c.Extra.keys())
}

// UnmarshalJSON reads the object and keeps unknown keys in Extra.
func (p *Patient) UnmarshalJSON(data []byte) error {
	type plain Patient
	*p = Patient{}
	extra, err := unmarshalKeeping(data, (*plain)(p))
	p.Extra = extra
	return err
}

// MarshalJSON writes the object with the unknown keys it came with.
func (p Patient) MarshalJSON() ([]byte, error) {
	type plain Patient
	return marshalKeeping(plain(p), p.Extra)
}

// UnmarshalJSON reads the object and keeps unknown keys in Extra.
func (p *Provenance) UnmarshalJSON(data []byte) error {
	type plain Provenance
	*p = Provenance{}
	extra, err := unmarshalKeeping(data, (*plain)(p))
	p.Extra = extra.text()
	return err
}

// MarshalJSON writes the object with the unknown keys it came with.
func (p Provenance) MarshalJSON() ([]byte, error) {
	type plain Provenance
	return marshalKeeping(plain(p), p.Extra.keys())
}

// UnmarshalJSON reads the object and keeps unknown keys in Extra.
func (l *ParentLink) UnmarshalJSON(data []byte) error {
	type plain ParentLink
	*l = ParentLink{}
	extra, err := unmarshalKeeping(data, (*plain)(l))
	l.Extra = extra.text()
	return err
}

// MarshalJSON writes the object with the unknown keys it came with.
func (l ParentLink) MarshalJSON() ([]byte, error) {
	type plain ParentLink
	return marshalKeeping(plain(l), l.Extra.keys())
}

// UnmarshalJSON reads the object and keeps unknown keys in Extra.
func (c *Consent) UnmarshalJSON(data []byte) error {
	type plain Consent
	*c = Consent{}
	extra, err := unmarshalKeeping(data, (*plain)(c))
	c.Extra = extra.text()
	return err
}

// MarshalJSON writes the object with the unknown keys it came with.
func (c Consent) MarshalJSON() ([]byte, error) {
	type plain Consent
	return marshalKeeping(plain(c), c.Extra.keys())
}

// UnmarshalJSON reads the object and keeps unknown keys in Extra.
func (p *Pregnancy) UnmarshalJSON(data []byte) error {
	type plain Pregnancy
	*p = Pregnancy{}
	extra, err := unmarshalKeeping(data, (*plain)(p))
	p.Extra = extra
	return err
}

// MarshalJSON writes the object with the unknown keys it came with.
func (p Pregnancy) MarshalJSON() ([]byte, error) {
	type plain Pregnancy
	return marshalKeeping(plain(p), p.Extra)
}

// UnmarshalJSON reads the object and keeps unknown keys in Extra.
func (c *Confirmation) UnmarshalJSON(data []byte) error {
	type plain Confirmation
	*c = Confirmation{}
	extra, err := unmarshalKeeping(data, (*plain)(c))
	c.Extra = extra.text()
	return err
}

// MarshalJSON writes the object with the unknown keys it came with.
func (c Confirmation) MarshalJSON() ([]byte, error) {
	type plain Confirmation
	return marshalKeeping(plain(c), c.Extra.keys())
}
