package genes

import (
	"fmt"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// usualLastAge is the age to which risks are given where the model's numbers do not end before.
const usualLastAge = 80

// riskAges are the ages by which risks are given, where they are still to come and the numbers reach them.
var riskAges = []int{50, 60, 70, usualLastAge}

// fraction is one value: Σ others·part / Σ others·whole over the subject's genotypes.
type fraction struct {
	key         string
	part, whole []float64
	order       []int // set by sort
}

func (f *fraction) of(others []float64) float64 {
	return min(1, product(others, f.part)/product(others, f.whole))
}

// owned is what is known of the subject, reading by reading of the age reached, with the tests.
type owned struct {
	rows  []row
	tests []float64 // nil where they say nothing
	whole []float64 // the sum of rows, times tests
}

// ownership is that of a history, or of some readings of it.
func (q *question) ownership(h *history, rows []row) owned {
	o := owned{rows: rows, tests: q.tested(h.tests), whole: make([]float64, q.g.Len())}
	for _, r := range o.rows {
		for s := range o.whole {
			o.whole[s] += at(r.sum, s) * at(o.tests, s)
		}
	}
	return o
}

// at is one number of a vector of which nil is all ones.
func at(v []float64, s int) float64 {
	if v == nil {
		return 1
	}
	return v[s]
}

// only keeps the genotypes of a set.
func only(v []float64, set []bool) []float64 {
	kept := make([]float64, len(v))
	for s, x := range v {
		if set[s] {
			kept[s] = x
		}
	}
	return kept
}

// carriers are the chances of carrying.
func (q *question) carriers(o *owned) []fraction {
	var all []fraction
	for i := range q.genes {
		all = append(all, fraction{key: "carrier/" + q.genes[i].Name, part: only(o.whole, q.g.carries[i]), whole: o.whole})
	}
	all = append(all, fraction{key: risk.AnyGene, part: only(o.whole, q.g.any), whole: o.whole})
	for _, group := range q.together {
		all = append(all, fraction{key: group.Key, part: only(o.whole, q.set(group.Genes)), whole: o.whole})
	}
	return all
}

// set is the genotypes that carry any of some genes.
func (q *question) set(genes []string) []bool {
	set := make([]bool, q.g.Len())
	for _, gene := range genes {
		for s, carries := range q.g.carries[q.position(gene)] {
			set[s] = set[s] || carries
		}
	}
	return set
}

// until is the risk of a cancer from the age now to the age that until gives; crude with deaths of anything
// else.
func (q *question) until(o *owned, cancer int, until func(age int) int, crude bool) []float64 {
	part := make([]float64, q.g.Len())
	c := &q.g.cancers[cancer]
	for _, r := range o.rows {
		t := until(r.age)
		for s := range part {
			part[s] += at(r.sum, s) * at(o.tests, s) * c.by(s, r.age, t, crude)
		}
	}
	return part
}

func by(age int) func(int) int { return func(int) int { return age } }

// risks are the chances of the cancers that the subject has not had, by the ages to come.
func (q *question) risks(o *owned, reached risk.Span, cancers []int) []fraction {
	var all []fraction
	for _, i := range cancers {
		c := &q.cancers[i]
		for _, t := range riskAges {
			if t > reached.High && t <= q.lastAge {
				all = append(
					all, fraction{key: fmt.Sprintf("risk/%s/%d", c.Name, t), part: q.until(o, i, by(t), false), whole: o.whole},
					fraction{key: fmt.Sprintf("crude/%s/%d", c.Name, t), part: q.until(o, i, by(t), true), whole: o.whole},
				)
			}
		}
		if !isBreast(c) {
			continue
		}
		all = append(all, fraction{key: risk.By80, part: q.until(o, i, by(q.lastAge), false), whole: o.whole})
		if reached.High+10 <= q.lastAge {
			all = append(all, fraction{key: risk.TenYears, part: q.until(o, i, func(age int) int { return age + 10 }, false), whole: o.whole})
		}
	}
	return all
}

// isBreast reports women's breast cancer, whose risks NICE classifies.
func isBreast(c *cancer) bool { return c.Sex == pedigree.Female && c.counts(pedigree.Breast) }

// ofAny is the risk between two ages of somebody with the subject's family and tests who reached the first
// age without the cancer, and of whose own years nothing else is known.
func (q *question) ofAny(cancer int, key string, from, to int, tests []float64) fraction {
	f := fraction{key: key, part: make([]float64, q.g.Len()), whole: make([]float64, q.g.Len())}
	c := &q.g.cancers[cancer]
	for s := range f.part {
		free := at(tests, s) * c.free[from][s]
		f.whole[s], f.part[s] = free, free*c.by(s, from, to, false)
	}
	return f
}

// fractions are all values of the subject, for some readings of a history.
func (q *question) fractions(h *history, rows []row) []fraction {
	o := q.ownership(h, rows)
	cancers, _ := q.open(h)
	all := append(q.carriers(&o), q.risks(&o, h.reached, cancers)...)
	return append(all, q.ofAnyWoman(h)...)
}

// ofAnyWoman are the values that NICE classifies; none where a woman's breast cancer is not to come.
func (q *question) ofAnyWoman(h *history) []fraction {
	i := q.lifetime(h)
	if i < 0 {
		return nil
	}
	tests := q.tested(h.tests)
	return []fraction{q.ofAny(i, risk.LifetimeFrom20, 20, q.lastAge, tests), q.ofAny(i, risk.From40To50, 40, 50, tests)}
}

// lifetime is the position of women's breast cancer for a woman who has not had it, nor a cancer after which no
// risks are given; her age does not matter. It is -1 for others.
func (q *question) lifetime(h *history) int {
	at := -1
	for i := range q.cancers {
		c, s := &q.cancers[i], &h.cancers[i]
		switch {
		case c.Sex != h.sex:
		case c.EndsRisks && s.course == had:
			return -1
		case isBreast(c) && s.course != had && s.course != possible && !s.ends && !s.endOpen && h.asked:
			at = i
		}
	}
	return at
}

// open lists the cancers, by position, of which the subject's risk can be given, and says why others cannot.
func (q *question) open(h *history) (cancers []int, because []string) {
	var own []int
	for i := range q.cancers {
		if q.cancers[i].Sex == h.sex {
			own = append(own, i)
		}
	}
	if len(own) == 0 {
		return nil, []string{"The sex assigned at birth of the person asked about is not recorded: no risk of cancer is given."}
	}
	for _, i := range own {
		if c := &q.cancers[i]; c.EndsRisks && h.cancers[i].course == had {
			return nil, []string{fmt.Sprintf("The person asked about has had %s: the chance of carrying is given, and no risk of further cancers.", c.Words)}
		}
	}
	if !h.aged {
		return nil, []string{"The age of the person asked about is not known: no risk of cancer is given."}
	}
	if h.reached.High >= q.lastAge {
		return nil, []string{fmt.Sprintf("The model gives risks to %d, an age that the person asked about may have reached.", q.lastAge)}
	}
	for _, i := range own {
		c, s := &q.cancers[i], &h.cancers[i]
		switch {
		case s.course == had:
			because = append(because, fmt.Sprintf("The person asked about has had %s: no risk of a second one is given, as no number for it could be verified.", c.Words))
		case s.course == possible:
			because = append(because, fmt.Sprintf("Whether the person asked about has had %s is not certain: its risk is not given.", c.Words))
		case s.ends || s.endOpen:
			after := "in-situ or borderline disease"
			if c.removed(q.c.Subject) != nil {
				after = "removal of the " + string(c.organ)
			}
			because = append(because, fmt.Sprintf("After %s the risk of %s is not given.", after, c.Words))
		case s.course == unknown:
			because = append(because, fmt.Sprintf("Whether the person asked about has had %s is not known: its risk is not given.", c.Words))
		default:
			cancers = append(cancers, i)
		}
	}
	return cancers, because
}

// within is the value among some genotypes.
func (f *fraction) within(set []bool) *fraction {
	return &fraction{part: only(f.part, set), whole: only(f.whole, set)}
}

func not(set []bool) []bool {
	rest := make([]bool, len(set))
	for i := range set {
		rest[i] = !set[i]
	}
	return rest
}
