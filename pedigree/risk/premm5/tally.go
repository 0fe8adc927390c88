package premm5

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// tally is what the model counts of one person, or of a group of relatives together, in one reading of
// their vague facts. Ages are at the youngest diagnosis, within the model's limits, 0 for none known.
type tally struct {
	bowel, womb       int8 // cancers of the person asked about; of relatives, how many have one
	other             bool
	bowelAge, wombAge int16
	age               int16 // now, of the person asked about only
}

// key orders tallies, no two alike.
func (t tally) key() uint64 {
	return uint64(t.age)<<32 | uint64(t.bowelAge)<<24 | uint64(t.wombAge)<<16 | uint64(t.bowel)<<8 | uint64(t.womb)<<1 | uint64(flag(t.other))
}

// reading is one tally that the vague facts leave, with its weight. One of weight nought is possible, and in
// the range, but not in the average.
type reading struct {
	tally
	weight float64
}

// merged puts readings in order, equal tallies as one.
func merged(all []reading) []reading {
	slices.SortFunc(all, func(a, b reading) int { return cmp.Compare(a.key(), b.key()) })
	n := 0
	for _, r := range all {
		if n > 0 && all[n-1].tally == r.tally {
			all[n-1].weight += r.weight
			continue
		}
		all[n] = r
		n++
	}
	return all[:n]
}

// normalised scales the weights to a sum of one.
func normalised(all []reading) []reading {
	sum := 0.0
	for _, r := range all {
		sum += r.weight
	}
	for i := range all {
		all[i].weight /= sum
	}
	return all
}

// kind is which of the model's three kinds a cancer is.
type kind int

const (
	notCounted kind = iota
	bowel
	womb
	otherLynch
)

// kind sorts a diagnosis that may count, certain or possible.
func (m *Model) kind(d *pedigree.Diagnosis) kind {
	switch {
	case !d.Counts() || d.Behaviour == pedigree.InSitu || d.Behaviour == pedigree.Borderline:
		return notCounted
	case d.Site == pedigree.Colorectum:
		return bowel
	case d.Site == pedigree.Endometrium:
		return womb
	case slices.Contains(m.OtherLynch.Sites, d.Site) || slices.ContainsFunc(m.OtherLynch.Words, func(word string) bool {
		return strings.Contains(strings.ToLower(string(d.Site)), word)
	}):
		return otherLynch
	}
	return notCounted
}

// errAges is two ages of one person that cannot both be right.
var errAges = errors.New("the age at diagnosis and the age reached contradict each other")

// of lists the readings of one person's own cancers; degree 0 is the person asked about. Each pair of ages
// at diagnosis and an age reached that is not before them is equally likely.
func (m *Model) of(c *risk.Case, p *pedigree.Individual, degree int) ([]reading, error) {
	reached, known := c.Age(p)
	if !known {
		reached = risk.Span{Low: pedigree.OldestAge, High: pedigree.OldestAge}
	}
	var all []reading
	for age := reached.Low; age <= reached.High; age++ {
		at := []reading{{weight: 1}}
		if degree == 0 {
			at[0].age = within(age, m.AgeLimits.Current)
		}
		for i := range p.Diagnoses {
			d := &p.Diagnoses[i]
			k := m.kind(d)
			if k == notCounted {
				continue
			}
			onset, ok := c.Onset(p, d)
			if !ok {
				return nil, errAges
			}
			at = m.with(at, k, d, risk.Span{Low: onset.Low, High: min(onset.High, age)}, onset.Said, degree)
		}
		all = append(all, at...)
	}
	return normalised(merged(all)), nil
}

// with adds one diagnosis to each reading.
func (m *Model) with(before []reading, k kind, d *pedigree.Diagnosis, ages risk.Span, said bool, degree int) []reading {
	var after []reading
	for _, r := range before {
		weight := r.weight
		if risk.IsPossible(d) {
			after = append(after, r)
			weight = 0
		}
		if k == otherLynch {
			r.other = true
			after = append(after, reading{r.tally, weight})
			continue
		}
		if !said {
			after = append(after, reading{m.diagnosed(r.tally, k, 0, degree), weight})
			weight = 0
		}
		for age := ages.Low; age <= ages.High; age++ {
			after = append(after, reading{m.diagnosed(r.tally, k, age, degree), weight})
		}
	}
	return merged(after)
}

// diagnosed is a tally with one more bowel or womb cancer, at an age or, with 0, at none known.
func (m *Model) diagnosed(t tally, k kind, age, degree int) tally {
	limits := m.AgeLimits.Bowel
	count, youngest := &t.bowel, &t.bowelAge
	if k == womb {
		limits, count, youngest = m.AgeLimits.Womb, &t.womb, &t.wombAge
	}
	if *count++; degree > 0 {
		*count = 1 // relatives are counted, not their cancers
	}
	if age > 0 {
		*youngest = younger(*youngest, within(age, limits.of(degree)))
	}
	return t
}

// within moves an age to the nearest that the regression takes.
func within(age int, limits [2]int) int16 { return int16(min(max(age, limits[0]), limits[1])) }

// younger is the lower age; 0 is none.
func younger(a, b int16) int16 {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}

// among adds the readings of one more relative to those of a group.
func (m *Model) among(group, one []reading) []reading {
	sum := make([]reading, 0, len(group)*len(one))
	for _, a := range group {
		for _, b := range one {
			sum = append(sum, reading{tally{
				bowel: min(a.bowel+b.bowel, int8(m.MostRelatives)), womb: min(a.womb+b.womb, int8(m.MostRelatives)), other: a.other || b.other,
				bowelAge: younger(a.bowelAge, b.bowelAge), wombAge: younger(a.wombAge, b.wombAge),
			}, a.weight * b.weight})
		}
	}
	return merged(sum)
}
