package risk

import "kindred/pedigree"

// Span is the whole years that an age can mean, both ends included.
type Span struct{ Low, High int }

// IsExact reports that one year fits.
func (s Span) IsExact() bool { return s.Low == s.High }

// Mean averages a quantity over the equally likely years of the span.
func (s Span) Mean(of func(age int) float64) float64 {
	sum := 0.0
	for age := s.Low; age <= s.High; age++ {
		sum += of(age)
	}
	return sum / float64(s.High-s.Low+1)
}

// oldestOpen is where "over 70" ends when it is averaged. A larger bound said is kept.
const oldestOpen = 100

// Age is the whole years that a person has reached: at death, or for the living on the case's day.
// An age said on another day is moved to it; a known date of birth gives it exactly. ok is false when
// nothing plausible is known.
func (c *Case) Age(p *pedigree.Individual) (span Span, ok bool) {
	if !p.IsDeceased() && p.Born.Date != "" {
		if age, ok := p.Born.Date.AgeOn(c.AsOf); ok && age <= pedigree.OldestAge {
			return Span{age, age}, true
		}
	}
	reached := c.Family.AgeReached(p)
	low, high, ok := reached.Within(0, pedigree.OldestAge)
	if !ok {
		return Span{}, false
	}
	if !reached.High.Known {
		high = max(low, oldestOpen)
	}
	if !p.IsDeceased() {
		low, high = c.moved(p, low, high)
	}
	return Span{low, min(high, pedigree.OldestAge)}, low <= pedigree.OldestAge
}

// moved turns a living person's age on the day it was said into the age on the case's day. Between
// anniversaries of the day said, two ages are possible.
func (c *Case) moved(p *pedigree.Individual, low, high int) (int, int) {
	said := c.Family.AgeSaidOn(p)
	if said == c.AsOf {
		return low, high
	}
	if later, ok := said.AgeOn(c.AsOf); ok {
		return low + later, high + later + between(said, c.AsOf)
	}
	if earlier, ok := c.AsOf.AgeOn(said); ok {
		return max(0, low-earlier-between(c.AsOf, said)), max(0, high-earlier)
	}
	return low, high
}

// between is 0 when the later day is an anniversary of the earlier, else 1.
func between(earlier, later pedigree.Date) int {
	if len(earlier) == len(later) && earlier[4:] == later[4:] {
		return 0
	}
	return 1
}

// The ages at diagnosis that are averaged over where a bound is open. Between them lie all ages for
// which the breast cancer tables of Claus (1994) were printed.
const (
	earliestOnset = 20
	latestOnset   = 79
)

// Onset is the ages at which a cancer may have been diagnosed.
type Onset struct {
	Span
	Said bool // some age was said; without it every age possible for the person is averaged
	// reached is the age of the person, which the diagnosis is not after.
	reached      Span
	reachedKnown bool
}

// Onset is the ages that a diagnosis can mean for this person: not after the age reached, and where a
// bound is open, from 20 to 79. ok is false when the age said is after the age reached: one of the
// two must be wrong. An age that cannot be, such as 999, counts as not said.
func (c *Case) Onset(p *pedigree.Individual, d *pedigree.Diagnosis) (o Onset, ok bool) {
	o.Span = Span{earliestOnset, latestOnset}
	lowSaid, highSaid := false, false
	if o.Said = pedigree.PlausibleAge(d.Age); o.Said {
		low, high, _ := d.Age.Within(0, pedigree.OldestAge)
		lowSaid, highSaid = d.Age.Low.Known, d.Age.High.Known
		if lowSaid {
			o.Low, o.High = low, max(low, o.High)
		}
		if highSaid {
			o.High, o.Low = high, min(high, o.Low)
		}
		if lowSaid && highSaid {
			o.Low = low
		}
	}
	if o.reached, o.reachedKnown = c.Age(p); o.reachedKnown {
		o.High = min(o.High, o.reached.High)
	}
	if !lowSaid {
		o.Low = min(o.Low, o.High)
	}
	return o, o.Low <= o.High
}

// Mean averages a quantity over the ages, each pair of an age at diagnosis and an age reached that is
// not before it being equally likely.
func (o Onset) Mean(of func(age int) float64) float64 {
	sum, weights := 0.0, 0.0
	for age := o.Low; age <= o.High; age++ {
		weight := 1.0
		if o.reachedKnown {
			weight = float64(o.reached.High - max(o.reached.Low, age) + 1)
		}
		sum += weight * of(age)
		weights += weight
	}
	return sum / weights
}
