package claus

import (
	"errors"
	"math"

	"kindred/pedigree/likelihood"
	"kindred/pedigree/risk"
)

// question is one woman's assessment under way.
type question struct {
	*Model
	c        *risk.Case
	plan     *likelihood.Plan
	known    []evidence // by position in the family; nothing for the subject herself
	subject  int
	age      risk.Span // the subject's own
	baseline split     // with every vague fact at its average
}

// newQuestion reads what is known of everybody. The error is a sentence: facts that contradict each
// other, or a family too tangled for an exact answer.
func newQuestion(m *Model, c *risk.Case) (*question, error) {
	plan, err := likelihood.PlanFor(c.Family, true)
	if err != nil {
		return nil, err
	}
	q := &question{Model: m, c: c, plan: plan, known: make([]evidence, len(c.Family.Individuals))}
	for i := range c.Family.Individuals {
		p := &c.Family.Individuals[i]
		q.known[i] = surely(nothing)
		if p.ID == c.Subject.ID {
			q.subject = i
			continue
		}
		e, ok := m.evidence(c, p)
		switch {
		case ok:
			q.known[i] = e
		case c.IsBlood(p.ID):
			return nil, errors.New(contradiction(c, p))
		}
	}
	q.age, _ = c.Age(c.Subject)
	q.baseline, err = q.split(q.means())
	return q, err
}

// split is the whole family's evidence divided by what the subject carries.
type split struct {
	// odds is P(family | subject carries)·P(carries) over the same for not carrying. Her own years
	// without breast cancer are not in it.
	odds float64
	// without and with are everybody's genotypes given that she does not, or does, carry.
	without, with []likelihood.Vector
}

// means is everybody's evidence with vague facts at their average.
func (q *question) means() []pair {
	at := make([]pair, len(q.known))
	for i, e := range q.known {
		at[i] = e.mean
	}
	return at
}

// split weighs the family with each person's evidence at the reading given.
func (q *question) split(at []pair) (split, error) {
	data := vectors(at)
	data[q.subject] = likelihood.Vector{1, 0, 0}
	without, err := q.plan.Solve(q.frequency, data)
	if err != nil {
		return split{}, err
	}
	data[q.subject] = likelihood.Vector{0, 1, 1}
	with, err := q.plan.Solve(q.frequency, data)
	if err != nil {
		return split{}, err
	}
	return split{
		odds: math.Exp(with.LogLikelihood - without.LogLikelihood), without: without.Posteriors, with: with.Posteriors,
	}, nil
}

// carries is the chance that the subject carries, given each person's evidence at the reading given.
func (q *question) carries(at []pair) (float64, error) {
	answer, err := q.plan.Solve(q.frequency, vectors(at))
	if err != nil {
		return 0, err
	}
	return answer.Posteriors[q.subject][1] + answer.Posteriors[q.subject][2], nil
}

// vectors is everybody's evidence for 0, 1 and 2 risk alleles.
func vectors(at []pair) []likelihood.Vector {
	data := make([]likelihood.Vector, len(at))
	for i, p := range at {
		data[i] = likelihood.Vector{p.non, p.carrier, p.carrier}
	}
	return data
}

// instead is the odds if the evidence of person i were to instead of from, all else being equal. It is
// exact: what i contributes is a factor of both likelihoods.
func (s split) instead(i int, from, to pair) float64 {
	non, carrier := to.non/from.non, to.carrier/from.carrier
	change := func(v likelihood.Vector) float64 { return v[0]*non + (v[1]+v[2])*carrier }
	return s.odds * change(s.with[i]) / change(s.without[i])
}

// result is the answer for one value of the odds.
type result struct{ by79, in10, carrier float64 }

// result turns the odds of carrying, before her own years without breast cancer, into the answer at an
// age, or averaged over the years of a vague one.
func (q *question) result(odds float64, age risk.Span) result {
	reach := pair{
		age.Mean(func(x int) float64 { return 1 - q.nonCarrier.by(x) }),
		age.Mean(func(x int) float64 { return 1 - q.carrier.by(x) }),
	}
	total := reach.non + odds*reach.carrier
	return result{
		by79:    (q.within(&q.nonCarrier, age, func(int) int { return 79 }) + odds*q.within(&q.carrier, age, func(int) int { return 79 })) / total,
		in10:    (q.within(&q.nonCarrier, age, tenYears) + odds*q.within(&q.carrier, age, tenYears)) / total,
		carrier: odds * reach.carrier / total,
	}
}

func tenYears(age int) int { return age + 10 }

// within is the chance of breast cancer after the age, and not before, until the age that until gives.
func (q *question) within(o *onset, age risk.Span, until func(age int) int) float64 {
	return age.Mean(func(x int) float64 { return max(0, o.by(until(x))-o.by(x)) })
}

// values are the answer for one value of the odds and one age.
func (q *question) values(odds float64, age risk.Span) risk.Values {
	now, at20, at40 := q.result(odds, age), q.result(odds, risk.Span{Low: 20, High: 20}), q.result(odds, risk.Span{Low: 40, High: 40})
	values := risk.Values{
		risk.By79: now.by79, "carrier_probability": now.carrier, risk.LifetimeFrom20: at20.by79, risk.From40To50: at40.in10,
	}
	if tenYears(q.age.High) <= oldest+1 {
		values[risk.TenYears] = now.in10
	}
	return values
}

// answer fills in the values, their range and the curve.
func (q *question) answer(a *risk.Assessment) {
	a.Headline = risk.By79
	a.Values = q.values(q.baseline.odds, q.age)
	if !q.c.Quick {
		a.Range = q.ranges(a.Values)
	}
	a.Curves = []risk.Curve{{Cancer: "breast", Points: q.curve()}}
}

// ranges are the lowest and highest values over all readings of the vague facts, her own age among them.
func (q *question) ranges(now risk.Values) risk.Ranges {
	ranges := risk.Ranges{}
	for key, v := range now {
		ranges[key] = risk.Range{Low: v, High: v}
	}
	low, high, bound := q.extremes()
	for _, odds := range []float64{low, high} {
		for x := q.age.Low; x <= q.age.High; x++ {
			for key, v := range q.values(odds, risk.Span{Low: x, High: x}) {
				if r, ok := ranges[key]; ok {
					ranges[key] = risk.Range{Low: min(r.Low, v), High: max(r.High, v), Bound: bound}
				}
			}
		}
	}
	return ranges
}

// curve is her cumulative risk by each age to 79, beside that of a woman of the same age of whose family
// nothing is known.
func (q *question) curve() []risk.CurvePoint {
	prior := q.prior() / (1 - q.prior())
	reach := func(odds float64) float64 {
		return q.age.Mean(func(x int) float64 { return 1 - q.nonCarrier.by(x) + odds*(1-q.carrier.by(x)) })
	}
	own, population := reach(q.baseline.odds), reach(prior)
	var points []risk.CurvePoint
	for t := q.age.Low + 1; t <= oldest+1; t++ {
		until := func(int) int { return t }
		non, carrier := q.within(&q.nonCarrier, q.age, until), q.within(&q.carrier, q.age, until)
		points = append(points, risk.CurvePoint{
			Age: t, Risk: (non + q.baseline.odds*carrier) / own, Population: (non + prior*carrier) / population,
		})
	}
	return points
}
