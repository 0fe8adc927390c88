package genes

import (
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// course is what is known of one cancer in one person.
type course uint8

const (
	unknown  course = iota // nothing
	without                // not diagnosed by the age reached, or by end
	had                    // diagnosed at an age in onset
	possible               // diagnosed at an age in onset, or not at all
)

// state is one cancer in one person.
type state struct {
	course  course
	onset   risk.Span // the ages at diagnosis
	ends    bool      // follow-up stops at an age in end: organ removed, disease in situ
	end     risk.Span
	endOpen bool // follow-up stops at an age that is not known
}

// history is everything that the model reads of one person.
type history struct {
	sex     pedigree.Sex
	reached risk.Span // the whole years lived
	aged    bool      // reached is known
	asked   bool      // no cancer recorded means no cancer
	cancers []state   // by cancer of the model; unknown for those of the other sex
	tests   []result  // by gene
}

// read is the history of somebody. ok is false when an age at diagnosis is after the age reached.
func (q *question) read(p *pedigree.Individual) (h history, ok bool) {
	h = history{sex: p.Sex, cancers: make([]state, len(q.cancers)), tests: q.results(p)}
	if !p.IsPerson() {
		return h, true
	}
	h.reached, h.aged = q.c.Age(p)
	h.asked = q.asked(p)
	for i := range q.cancers {
		if q.cancers[i].Sex != p.Sex {
			continue
		}
		if h.cancers[i], ok = q.course(p, &q.cancers[i], h); !ok {
			return h, false
		}
	}
	return h, true
}

// course is what is known of one cancer.
func (q *question) course(p *pedigree.Individual, c *cancer, h history) (s state, ok bool) {
	if c.organ != "" && p.EverHad(c.organ) == pedigree.No {
		return s, true
	}
	first := func(certain bool) (*pedigree.Diagnosis, risk.Span, bool) {
		var earliest *pedigree.Diagnosis
		var onset risk.Span
		for _, d := range risk.Primaries(p, c.counts) {
			if !invasive(d) || risk.IsPossible(d) == certain {
				continue
			}
			o, ok := q.c.Onset(p, d)
			if !ok {
				return d, onset, false
			}
			if earliest == nil || o.Low+o.High < onset.Low+onset.High {
				earliest, onset = d, o.Span
			}
		}
		return earliest, onset, true
	}
	d, onset, ok := first(true)
	if !ok || d != nil {
		return state{course: had, onset: onset}, ok
	}
	if s.ends, s.end, s.endOpen = q.end(p, c); s.endOpen {
		s.ends = false
	}
	if d, onset, ok = first(false); !ok {
		return s, false
	}
	switch {
	case d != nil:
		s.course, s.onset = possible, onset
	case h.asked && !s.endOpen && (h.aged || s.ends):
		s.course = without
	}
	return s, true
}

// asked reports that no cancer recorded means no cancer: the person is well, was asked about, or nobody was
// asked and nothing speaks against it.
func (q *question) asked(p *pedigree.Individual) bool {
	if p.Illness() == pedigree.IllnessPresent && len(p.Diagnoses) == 0 {
		return false // affected, not said with what
	}
	switch p.AskedIllness() {
	case pedigree.IllnessNoDetails, pedigree.IllnessUncertain:
		return false
	}
	return true
}

// counts reports one of the cancer's sites.
func (c *cancer) counts(site pedigree.Site) bool {
	for _, s := range c.Sites {
		if s == site {
			return true
		}
	}
	return false
}

// invasive reports a cancer: neither in situ nor borderline. What is not recorded reads as invasive.
func invasive(d *pedigree.Diagnosis) bool {
	return d.Behaviour != pedigree.InSitu && d.Behaviour != pedigree.Borderline && !risk.IsLobularInSitu(d)
}

// end is when follow-up of a cancer ends before the age reached: the organ removed, or disease in situ or
// borderline. open is an end at an age that is not known.
func (q *question) end(p *pedigree.Individual, c *cancer) (ends bool, at risk.Span, open bool) {
	stop := func(age pedigree.Fuzzy) {
		low, high, ok := age.Within(0, pedigree.OldestAge)
		switch {
		case !ok || !age.Low.Known || !age.High.Known:
			open = true
		case !ends || low+high < at.Low+at.High:
			ends, at = true, risk.Span{Low: low, High: high}
		}
	}
	if removed := c.removed(p); removed != nil {
		stop(removed.Age)
	}
	for _, d := range risk.Primaries(p, c.counts) {
		if !invasive(d) {
			stop(d.Age)
		}
	}
	return ends, at, open
}

// removed is the operation that removed the cancer's organ; nil for none.
func (c *cancer) removed(p *pedigree.Individual) *pedigree.Surgery {
	switch c.organ {
	case "":
		return nil
	case pedigree.Breasts:
		return risk.BothBreastsRemoved(p)
	}
	return p.RemovedBy(c.organ)
}
