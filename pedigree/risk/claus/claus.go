// Package claus is the Claus model of breast cancer on any pedigree: one dominant gene, whose carriers
// (of one or two risk alleles) share a cumulative risk, and everybody else another.
//
// The cumulative risk of a woman by age t is F(t) = K · Φ((t - μ) / σ), with the lifetime risk K, the
// mean age μ and the standard deviation σ of carriers or of non-carriers; men have none. A woman's
// remaining risk is that of carriers and of non-carriers, weighed with the chance that she carries
// given her whole family, which pedigree/likelihood gives exactly.
//
// What is known of a relative enters as follows; "age" is the whole years reached.
//
//	breast cancer diagnosed at age a     F(a+1) - F(a)
//	no breast cancer to age a            1 - F(a)
//	both breasts removed at a            1 - F(a), and nothing after
//	in-situ disease at a                 as no breast cancer to age a
//	men, and what is not known           1
//
// A vague age is averaged over its equally likely years, so that "in her 40s" is the probability of the
// whole decade, as the published tables have it. Identical twins are one genotype. What a single fact could
// change follows from one propagation: what a person contributes is a factor of the likelihood.
//
// Source: Claus EB, Risch N, Thompson WD, Am J Hum Genet 1991;48:232-242; for the parameters see
// assets/models/README.md.
package claus

import (
	"encoding/json"
	"fmt"
	"math"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// Model is the Claus model with its numbers. It is never changed after New and may be shared.
type Model struct {
	risk.Published
	frequency           float64
	carrier, nonCarrier onset
}

// onset is a distribution of ages at which breast cancer begins, in years, among women.
type onset struct {
	lifetime, mean, sd float64
	risk               [pedigree.OldestAge + 12]float64 // by, of every age that is asked for
}

// by is the cumulative risk by an age, in whole years from 0: K · Φ((t - μ) / σ).
func (o *onset) by(age int) float64 { return o.risk[age] }

// calculate fills in the risks.
func (o *onset) calculate() {
	for age := range o.risk {
		o.risk[age] = o.lifetime * 0.5 * math.Erfc((o.mean-float64(age))/(o.sd*math.Sqrt2))
	}
}

// New reads the model's numbers (assets/models/claus.json). The error names a number that is missing or
// cannot be.
func New(numbers []byte) (*Model, error) {
	var file struct {
		risk.Published
		Parameters map[string]struct {
			Value float64 `json:"value"`
		} `json:"parameters"`
	}
	if err := json.Unmarshal(numbers, &file); err != nil {
		return nil, fmt.Errorf("claus: %w", err)
	}
	m := &Model{Published: file.Published}
	for _, p := range []struct {
		name string
		into *float64
		most float64
	}{
		{"allele_frequency", &m.frequency, 1},
		{"carrier_lifetime", &m.carrier.lifetime, 1},
		{"carrier_mean_age", &m.carrier.mean, 120},
		{"carrier_sd", &m.carrier.sd, 120},
		{"non_carrier_lifetime", &m.nonCarrier.lifetime, 1},
		{"non_carrier_mean_age", &m.nonCarrier.mean, 120},
		{"non_carrier_sd", &m.nonCarrier.sd, 120},
	} {
		value, ok := file.Parameters[p.name]
		if !ok || !(value.Value > 0 && value.Value < p.most) {
			return nil, fmt.Errorf("claus: %s is missing or not between 0 and %v", p.name, p.most)
		}
		*p.into = value.Value
	}
	m.carrier.calculate()
	m.nonCarrier.calculate()
	return m, nil
}

// Name is "claus".
func (m *Model) Name() string { return "claus" }

// prior is the chance that a woman of whom nothing is known carries one or two risk alleles.
func (m *Model) prior() float64 { return 1 - (1-m.frequency)*(1-m.frequency) }

// Assess answers for one woman: risk_by_79 and risk_10y are her chances of breast cancer from her age
// now to 79 and over the next ten years (left out where they pass 79), carrier_probability the chance
// that she carries the model's gene. lifetime_from_20, to 79, and risk_40_to_50 are those of a woman with
// her family, free of breast cancer at 20 and at 40, of whose own years nothing else is known. The range
// is over the joint readings of every vague fact; see extremes.
func (m *Model) Assess(req risk.Request) risk.Assessment {
	return m.Answer(m.Name(), req, m.assess)
}

func (m *Model) assess(c *risk.Case) risk.Assessment {
	a := risk.Assessment{Subject: c.Subject.ID}
	v := Check(c)
	a.Status, a.Because = v.Status, v.Because
	if a.Status != risk.OK {
		if a.Status == risk.CannotTell {
			a.Missing = v.Deciding(c, &a, m.alone)
		}
		return a
	}
	q, err := newQuestion(m, c)
	if err != nil {
		a.Status, a.Because = risk.CannotTell, []string{risk.Sentence(err.Error()) + "."}
		return a
	}
	a.Because = because(c)
	a.Facts = c.Facts()
	q.answer(&a)
	a.Missing = q.missing(&a)
	a.Working = q.working()
	a.Warnings = append(c.Warnings(a.Facts), m.Limits...)
	a.Warnings = append(a.Warnings, Warnings(c)...)
	return a
}

// alone is the answer without range, effects and explanation.
func (m *Model) alone(c *risk.Case) risk.Assessment {
	a := risk.Assessment{Status: Check(c).Status, Headline: risk.By79}
	if a.Status != risk.OK {
		return a
	}
	q, err := newQuestion(m, c)
	if err != nil {
		a.Status = risk.CannotTell
		return a
	}
	a.Values = q.values(q.baseline.odds, q.age)
	return a
}
