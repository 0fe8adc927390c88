// Package mendelian answers carrier and recurrence risks of a condition with one autosomal dominant,
// autosomal recessive or X-linked locus, which the request's option describes; package locus says how.
//
// The answer is the exact posterior of the subject's genotype given everything recorded of the family, loops
// and consanguinity included: founders in Hardy-Weinberg proportions or at the equilibrium of mutation and
// selection, Mendel's transmission with new mutations, penetrance, and tests that miss some risk alleles.
// Its working is the counsellor's Bayes table, taken from that same sum.
//
// Values, all probabilities:
//
//	carrier_probability      of the subject: exactly one risk allele where the inheritance is recessive, else one or more
//	genotype/0, /1, /2       of 0, 1 and 2 risk alleles (a man has 0 or 1 of an X-linked one)
//	affected_probability     that a subject who is not known to be affected ever is, or by the last age of by_age
//	next_child               that the subject's next child is affected at some time of its life
//	next_son, next_daughter  the same of a son and of a daughter
//	next_daughter_carrier    that a daughter carries an X-linked risk allele
//	next_child_with_mosaicism, next_son_with_mosaicism
//	                         with the observed recurrence where a parent may carry in the germ line alone
//
// The next child is with the partner recorded, or with somebody of the population where there is none.
//
// Not implemented: linked markers, imprinting, anticipation, more than two alleles, and a fitness between 0
// and 1 beyond its effect on the frequency.
package mendelian

import (
	"encoding/json"
	"fmt"

	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/locus"
)

// Model is the Mendelian model. It is never changed after New and may be shared.
type Model struct{ risk.Published }

// New reads what is published of the method (assets/models/mendelian.json).
func New(numbers []byte) (*Model, error) {
	m := &Model{}
	if err := json.Unmarshal(numbers, &m.Published); err != nil {
		return nil, fmt.Errorf("mendelian: %w", err)
	}
	return m, nil
}

// Name is "mendelian".
func (m *Model) Name() string { return "mendelian" }

// Assess answers about the subject at the locus of the request's option. Without an option it is not
// applicable; an option that cannot be read, or data that cannot be true together, is "cannot tell".
func (m *Model) Assess(req risk.Request) risk.Assessment {
	return m.Answer(m.Name(), req, func(c *risk.Case) risk.Assessment {
		a := m.assess(c, req)
		a.Subject = c.Subject.ID
		return a
	})
}

func (m *Model) assess(c *risk.Case, req risk.Request) risk.Assessment {
	switch {
	case len(req.Option) == 0:
		return without(risk.NotApplicable, "No condition is given: an option says which (its inheritance, frequency and penetrance).")
	case !c.Subject.IsPerson():
		return without(risk.NotApplicable, "The symbol asked about is not one person who was born.")
	}
	if conflicts := c.Conflicts(); len(conflicts) > 0 {
		return without(risk.CannotTell, conflicts...)
	}
	l, err := locus.Read(req.Option)
	if err == nil {
		err = l.CheckPeople(c.Family)
	}
	var q *question
	if err == nil {
		q, err = newQuestion(l, c)
	}
	if err != nil {
		return without(risk.CannotTell, risk.Sentence(err.Error())+".")
	}
	a := risk.Assessment{Status: risk.OK, Headline: carrierKey, Facts: c.Facts()}
	q.answer(&a)
	if !req.Quick {
		q.bound(&a)
	}
	a.Missing = q.missing(&a)
	a.Because = q.because()
	a.Working = q.working()
	a.Warnings = append(c.Warnings(a.Facts), m.Limits...)
	a.Warnings = append(a.Warnings, q.warnings()...)
	return a
}

func without(status risk.Status, because ...string) risk.Assessment {
	return risk.Assessment{Status: status, Because: because}
}

// conditionOf is the condition's name, or words that stand for it.
func conditionOf(l *locus.Locus) string {
	switch {
	case l.Condition != "":
		return l.Condition
	case l.Gene != "":
		return "the condition of " + l.Gene
	}
	return "the condition"
}

// ids of people who are not in the family: the subject's unborn children, and a partner where none is
// recorded. No file has such ids.
const (
	nextSon      pedigree.ID = "\x00next son"
	nextDaughter pedigree.ID = "\x00next daughter"
	population   pedigree.ID = "\x00partner"
)
