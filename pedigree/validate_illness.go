package pedigree

import "strings"

// illness reports diagnoses and operations that the recorded body or an earlier operation rules out.
func (v *validator) illness(p *Individual) {
	for i := range p.Diagnoses {
		d := &p.Diagnoses[i]
		organ := d.Site.Organ()
		if !d.Counts() || organ == "" {
			continue
		}
		if p.EverHad(organ) == No {
			v.add(Unlikely, "organ-and-sex", v.Called(p.ID)+" "+without(p, organ)+" and has cancer of the "+string(d.Site)+".", p.ID)
		}
		v.removedBefore(p, d, organ)
	}
	for i := range p.Surgery {
		s := &p.Surgery[i]
		for _, organ := range Organs {
			if s.Status != Refuted && p.EverHad(organ) == No && (s.removes(organ) || organ == Ovaries && strings.Contains(strings.ToLower(s.What), "oophorectomy")) {
				v.add(Unlikely, "organ-and-sex", v.Called(p.ID)+" "+without(p, organ)+" and had "+s.What+".", p.ID)
				break
			}
		}
	}
	v.carrier(p)
}

// without says how the record knows that somebody never had an organ.
func without(p *Individual, o Organ) string {
	if p.Organs[o] == No {
		words := "is recorded as never having had "
		if o == Womb || o == ProstateGland {
			words += "a "
		}
		return words + string(o)
	}
	return "was assigned " + string(p.Sex) + " at birth"
}

// removedBefore reports a cancer of an organ that an operation had taken out. After both ovaries it is
// only worth knowing: such cancers arise in the peritoneum, and are reported as ovarian.
func (v *validator) removedBefore(p *Individual, d *Diagnosis, o Organ) {
	for i := range p.Surgery {
		s := &p.Surgery[i]
		if s.Status == Refuted || !s.removes(o) || !certainlyAbove(d.Age, s.Age) {
			continue
		}
		severity, ask := Unlikely, "a recurrence?"
		switch o {
		case Ovaries:
			severity, ask = Remark, "was it peritoneal?"
		case Breasts:
			ask = "a recurrence, or remaining tissue?"
		}
		v.add(severity, "cancer-after-removal", v.Called(p.ID)+" had "+s.What+" before the cancer of the "+string(d.Site)+": "+ask, p.ID)
	}
}

// carrier reports somebody who is recorded as not affected by what they are also recorded as having.
func (v *validator) carrier(p *Individual) {
	for _, c := range p.Carrier {
		condition := strings.TrimSpace(c.Condition)
		if condition == "" {
			v.add(Remark, "carrier-of-nothing", v.Called(p.ID)+" is recorded as a carrier, and not of what.", p.ID)
			continue
		}
		for _, d := range p.Diagnoses {
			if d.Counts() && d.Certainty != Possible && strings.EqualFold(string(d.Site), condition) {
				v.add(Unlikely, "carrier-and-affected", v.Called(p.ID)+" is recorded as a carrier of "+condition+" and as having it: the drawing shows that they have it.", p.ID)
				break
			}
		}
	}
}
