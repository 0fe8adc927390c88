// Package cosegregation weighs whether a variant causes the disease of a family, from who has inherited it:
// the full-likelihood Bayes factor of Thompson, Easton & Goldgar (Am J Hum Genet 2003;73:652-655).
//
//	FLB = [ L(phenotypes, genotypes) / L(genotypes) ] · [ P(proband's genotype) / L(phenotypes, proband's genotype) ]
//
// L sums over the genotypes of everybody at the variant: founders in Hardy-Weinberg proportions, Mendel's
// transmission, and where phenotypes count the penetrance of a causal variant of the gene. The second factor
// corrects for the family having come to notice because the proband is ill and carries. Above 1 the family
// speaks for the variant causing the disease, below 1 against it. The factor is for a multidisciplinary
// meeting; it is no risk of cancer, and a class 3 variant stays class 3 in every other model.
//
// Who carries is in the option (genotypes, carriers, noncarriers), or else in the family's germline results
// for one variant of one gene: positive and uncertain results carry it, results negative for the familial
// variant do not. The penetrance is in the option, as package locus says, or else that of a model that has
// the gene, by cancer, sex and age.
//
// Values: bayes_factor, and log10_bayes_factor.
package cosegregation

import (
	"encoding/json"
	"fmt"

	"kindred/pedigree/risk"
	"kindred/pedigree/risk/genes"
	"kindred/pedigree/risk/locus"
)

// Model is the co-segregation analysis. It is never changed after New and may be shared.
type Model struct {
	risk.Published
	others []Penetrance
}

// Penetrance is another model that weighs what is known of everybody's cancers for carriers of a gene; see
// genes.Model.
type Penetrance interface {
	Name() string
	Phenotypes(c *risk.Case, gene string) (all []genes.Phenotype, frequency float64, ok bool)
}

// New reads what is published of the method (assets/models/cosegregation.json). Where a request has no
// option, the first of the other models that has the variant's gene gives the penetrance.
func New(numbers []byte, others ...Penetrance) (*Model, error) {
	m := &Model{others: others}
	if err := json.Unmarshal(numbers, &m.Published); err != nil {
		return nil, fmt.Errorf("cosegregation: %w", err)
	}
	return m, nil
}

// Name is "cosegregation".
func (m *Model) Name() string { return "cosegregation" }

// The keys of the values.
const (
	factorKey = "bayes_factor"
	log10Key  = "log10_bayes_factor"
)

// Assess answers about the variant, which is the same whoever of the family is the subject. A family in
// which fewer than two people were tested for one variant is not applicable.
func (m *Model) Assess(req risk.Request) risk.Assessment {
	return m.Answer(m.Name(), req, func(c *risk.Case) risk.Assessment {
		a := m.assess(c, req)
		a.Subject = c.Subject.ID
		return a
	})
}

func (m *Model) assess(c *risk.Case, req risk.Request) risk.Assessment {
	var l *locus.Locus
	if len(req.Option) > 0 {
		var err error
		if l, err = locus.Read(req.Option); err == nil {
			err = l.CheckPeople(c.Family)
		}
		if err != nil {
			return without(risk.CannotTell, risk.Sentence(err.Error())+".")
		}
	}
	v, reason := variantOf(c.Family, l)
	if reason != "" {
		return without(risk.NotApplicable, reason)
	}
	if conflicts := c.Conflicts(); len(conflicts) > 0 {
		return without(risk.CannotTell, conflicts...)
	}
	var from *source
	if l == nil {
		if from = m.sourceOf(c, v.gene); from == nil {
			return without(risk.CannotTell, fmt.Sprintf("%d people were tested for %s, %d of whom carry it: no model here has the penetrance of %s, so an option must give it, with the frequency.",
				len(v.carriers)+len(v.noncarriers), v.words(), len(v.carriers), v.gene))
		}
	}
	q, err := newQuestion(l, from, v, c)
	if err != nil {
		return without(risk.CannotTell, risk.Sentence(err.Error())+".")
	}
	a := risk.Assessment{Status: risk.OK, Headline: factorKey, Facts: c.Facts()}
	q.answer(&a)
	a.Because = q.because()
	a.Missing = q.missing()
	a.Working = q.working()
	a.Warnings = append(c.Warnings(a.Facts), m.Limits...)
	a.Warnings = append(a.Warnings, q.warnings()...)
	return a
}

func without(status risk.Status, because ...string) risk.Assessment {
	return risk.Assessment{Status: status, Because: because}
}
