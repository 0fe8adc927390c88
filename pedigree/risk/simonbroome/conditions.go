package simonbroome

import (
	"fmt"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/findings"
)

// truth is how far a condition holds.
type truth int8

const (
	no truth = iota
	open
	yes
)

// condition is one condition under way: how far it holds, what made it so, and in whom.
type condition struct {
	name string
	truth
	words []string
	by    []pedigree.ID
	items []pedigree.ID // the diagnoses and tests that it read
}

// see takes in one piece of evidence.
func (k *condition) see(t truth, p *pedigree.Individual, d *pedigree.Diagnosis, words string) {
	if t == no && k.truth > no {
		return
	}
	if t > k.truth {
		k.truth, k.words, k.by = t, nil, nil
	}
	if t == k.truth {
		k.words = append(k.words, words)
	}
	if t > no {
		k.by = append(k.by, p.ID)
	}
	if d != nil {
		k.items = append(k.items, d.ID)
	}
}

// conditions are those of the criteria, as read from one family.
type conditions struct {
	raised, xanthoma, variant, heartAttack, relatives condition
	familyVariant                                     string // a variant known in a relative
	homozygous                                        bool   // LDL cholesterol as high as in the homozygous
	relevant                                          bool   // something recorded is about cholesterol
}

func (k *conditions) all() []*condition {
	return []*condition{&k.raised, &k.xanthoma, &k.variant, &k.heartAttack, &k.relatives}
}

// read goes through the person asked about and the relatives of the first and second degree.
func (m *Model) read(c *risk.Case) conditions {
	k := conditions{
		raised: condition{name: "raised cholesterol"}, xanthoma: condition{name: "tendon xanthoma"}, variant: condition{name: "a variant found"},
		heartAttack: condition{name: "an early heart attack in a relative"}, relatives: condition{name: "raised total cholesterol in a relative"},
	}
	for _, p := range c.Kin() {
		if p.ID == c.Subject.ID {
			m.own(c, &k)
		} else if degree := c.Relation(p.ID).Degree; degree <= 2 && p.Pregnancy == nil {
			m.relative(c, p, degree, &k)
		}
		for _, f := range findings.Of(p, m.TendonXanthoma) {
			if c.Relation(p.ID).Degree > 2 {
				continue
			}
			k.relevant = true
			t := yes
			if f.Possible {
				t = open
			}
			k.xanthoma.see(t, p, f.Diagnosis, fmt.Sprintf("%s in the %s", f.Said, c.Words(p.ID)))
		}
	}
	return k
}

// own reads the levels and gene tests of the person asked about.
func (m *Model) own(c *risk.Case, k *conditions) {
	p := c.Subject
	for i := range p.GeneTests {
		t := &p.GeneTests[i]
		if !slices.Contains(m.Genes, t.Gene) {
			continue
		}
		k.relevant = true
		k.variant.items = append(k.variant.items, t.ID)
		if t.GermlinePositive() {
			k.variant.truth = yes
			k.variant.words = append(k.variant.words, "a variant in "+t.Gene)
			k.variant.by = append(k.variant.by, p.ID)
		}
	}
	complete := 0
	for _, of := range []struct {
		quantity *findings.Quantity
		name     string
		bound    func(levels) float64
	}{
		{&m.Total, "total cholesterol", func(l levels) float64 { return l.Total }},
		{&m.LDL, "LDL cholesterol", func(l levels) float64 { return l.LDL }},
	} {
		read, unread := of.quantity.Measurements(p)
		for _, f := range unread {
			k.raised.see(open, p, f.Diagnosis, fmt.Sprintf("%q is recorded, without a level in mmol/L", f.Said))
		}
		for _, v := range read {
			t, words := m.above(c, p, v, of.bound(m.Adult), of.bound(m.Child))
			k.raised.see(t, p, v.Diagnosis, of.name+" "+words)
		}
		if len(read) > 0 {
			complete++
		}
		for _, v := range read {
			homozygous, _ := m.above(c, p, v, m.HomozygousAbove.Adult, m.HomozygousAbove.Child)
			k.homozygous = k.homozygous || of.quantity == &m.LDL && homozygous == yes
		}
		k.relevant = k.relevant || len(read)+len(unread) > 0
	}
	if k.raised.truth == no && complete < 2 {
		k.raised.truth = open
		if complete == 1 {
			k.raised.words = append(k.raised.words, "the other of total and LDL cholesterol is not recorded")
		} else {
			k.raised.words = []string{"no cholesterol level is recorded in the person asked about"}
		}
	}
}

// above says whether a level is above the bound for the age at which it was measured.
func (m *Model) above(c *risk.Case, p *pedigree.Individual, v findings.Measurement, adult, child float64) (truth, string) {
	from, isKnown := c.Age(p)
	if low, high, ok := v.Age.Within(0, pedigree.OldestAge); ok {
		from, isKnown = risk.Span{Low: low, High: high}, true
	}
	bounds := []float64{adult, child}
	switch {
	case isKnown && from.Low >= m.AdultFrom:
		bounds = bounds[:1]
	case isKnown && from.High < m.AdultFrom:
		bounds = bounds[1:]
	}
	low, high := slices.Min(bounds), slices.Max(bounds)
	words := fmt.Sprintf("%g mmol/L, ", v.Value)
	switch {
	case v.Value > high:
		return yes, words + fmt.Sprintf("above %g", high)
	case v.Value > low:
		return open, words + fmt.Sprintf("above %g below %d years of age, not above %g later, and the age is not known", low, m.AdultFrom, high)
	}
	return no, words + fmt.Sprintf("not above %g", low)
}

// relative reads a relative's heart attacks, total cholesterol and gene tests.
func (m *Model) relative(c *risk.Case, p *pedigree.Individual, degree int, k *conditions) {
	for i := range p.GeneTests {
		if t := &p.GeneTests[i]; t.GermlinePositive() && slices.Contains(m.Genes, t.Gene) {
			k.familyVariant, k.relevant = fmt.Sprintf("%s in the %s", t.Gene, c.Words(p.ID)), true
		}
	}
	limit := m.HeartAttackBelow.First
	if degree == 2 {
		limit = m.HeartAttackBelow.Second
	}
	for _, f := range findings.Of(p, m.HeartAttack) {
		age := f.Age
		if f.Diagnosis == nil {
			age = c.Family.AgeReached(p)
		}
		low, high, ok := age.Within(0, pedigree.OldestAge)
		t := open
		switch {
		case ok && low >= limit:
			t = no
		case ok && high < limit && !f.Possible:
			t = yes
		}
		k.heartAttack.see(t, p, f.Diagnosis, fmt.Sprintf("heart attack in the %s %s (counts below %d)", c.Words(p.ID), risk.AgeWords(age), limit))
	}
	child := m.Adult.Total
	if r := c.Relation(p.ID); degree == 1 && r.Down == 1 { // a brother, sister or child
		child = m.Child.Total
	}
	read, unread := m.Total.Measurements(p)
	for _, f := range unread {
		k.relatives.see(open, p, f.Diagnosis, fmt.Sprintf("%q in the %s, without a level in mmol/L", f.Said, c.Words(p.ID)))
	}
	for _, v := range read {
		t, words := m.above(c, p, v, m.Adult.Total, child)
		k.relatives.see(t, p, v.Diagnosis, fmt.Sprintf("total cholesterol of the %s %s", c.Words(p.ID), words))
	}
	ldl, ldlUnread := m.LDL.Measurements(p)
	k.relevant = k.relevant || len(read)+len(unread)+len(ldl)+len(ldlUnread) > 0
}
