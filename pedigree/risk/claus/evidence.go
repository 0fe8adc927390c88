package claus

import (
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// pair is a probability for a non-carrier and for a carrier.
type pair struct{ non, carrier float64 }

// nothing is what is known of a person of whom nothing is known.
var nothing = pair{1, 1}

// ratio is how many times more likely the pair's fact is in a carrier.
func (p pair) ratio() float64 { return p.carrier / p.non }

// evidence is what is known of one person's breasts.
type evidence struct {
	mean      pair // over the readings of a vague fact; what the answer uses
	low, high pair // the readings that speak least and most for carrying; equal to mean when not vague
	vague     bool
	well      bool // no breast cancer to an age
}

// between is evidence over the readings given, with their average.
func between(mean pair, readings []pair) evidence {
	e := evidence{mean: mean, low: readings[0], high: readings[0]}
	for _, r := range readings {
		if r.ratio() < e.low.ratio() {
			e.low = r
		}
		if r.ratio() > e.high.ratio() {
			e.high = r
		}
	}
	e.vague = e.low != e.high
	return e
}

// surely is evidence without vagueness.
func surely(p pair) evidence { return evidence{mean: p, low: p, high: p} }

// at is the probability that breast cancer is diagnosed at this age.
func (m *Model) at(age int) pair {
	return pair{m.nonCarrier.by(age+1) - m.nonCarrier.by(age), m.carrier.by(age+1) - m.carrier.by(age)}
}

// without is the probability of reaching this age without breast cancer.
func (m *Model) without(age int) pair {
	return pair{1 - m.nonCarrier.by(age), 1 - m.carrier.by(age)}
}

// over is the evidence of a quantity over the ages from low to high, averaged by mean.
func over(low, high int, of func(age int) pair, mean func(func(age int) float64) float64) evidence {
	if low == high {
		return surely(of(low))
	}
	var readings []pair
	for age := low; age <= high; age++ {
		readings = append(readings, of(age))
	}
	return between(pair{
		mean(func(age int) float64 { return of(age).non }),
		mean(func(age int) float64 { return of(age).carrier }),
	}, readings)
}

// diagnosedAt is the evidence of one breast cancer; ok is false when its age contradicts the person's.
func (m *Model) diagnosedAt(c *risk.Case, p *pedigree.Individual, d *pedigree.Diagnosis) (evidence, bool) {
	onset, ok := c.Onset(p, d)
	if !ok {
		return evidence{}, false
	}
	return over(onset.Low, onset.High, m.at, onset.Mean), true
}

// freeOfCancer is the evidence of no breast cancer to the age reached, or to an operation or in-situ
// disease before it.
func (m *Model) freeOfCancer(c *risk.Case, p *pedigree.Individual) evidence {
	reached, known := c.Age(p)
	end := func(age pedigree.Fuzzy) {
		low, high, ok := age.Within(0, pedigree.OldestAge)
		switch {
		case !ok || !age.High.Known || !age.Low.Known:
			known = false
		case known:
			reached = risk.Span{Low: min(low, reached.High), High: min(high, reached.High)}
		default:
			reached, known = risk.Span{Low: low, High: high}, true
		}
	}
	if removed := risk.BothBreastsRemoved(p); removed != nil {
		end(removed.Age)
	}
	for _, d := range risk.Primaries(p, risk.IsBreast) {
		if d.Behaviour == pedigree.InSitu {
			end(d.Age)
		}
	}
	if !known {
		return surely(nothing)
	}
	e := over(reached.Low, reached.High, m.without, reached.Mean)
	e.well = true
	return e
}

// evidence is what is known of a relative; ok is false when two facts contradict each other. Men, groups and
// pregnancies contribute nothing, nor does anybody of unknown sex, a cancer that is only possible, the
// plain flag, or a relative of whom nobody knows.
func (m *Model) evidence(c *risk.Case, p *pedigree.Individual) (e evidence, ok bool) {
	if !p.IsPerson() || p.Sex != pedigree.Female {
		return surely(nothing), true
	}
	if d := First(p); d != nil {
		return m.diagnosedAt(c, p, d)
	}
	if d := earliest(invasive(risk.Primaries(p, risk.IsBreast))); d != nil {
		has, ok := m.diagnosedAt(c, p, d)
		if !ok {
			return e, false
		}
		hasNot := m.freeOfCancer(c, p)
		return between(nothing, []pair{has.low, has.high, hasNot.low, hasNot.high}), true
	}
	if p.Illness() == pedigree.IllnessPresent && len(p.Diagnoses) == 0 {
		return surely(nothing), true
	}
	switch p.AskedIllness() {
	case pedigree.IllnessNoDetails, pedigree.IllnessUncertain:
		return surely(nothing), true
	}
	return m.freeOfCancer(c, p), true
}
