package genes

import (
	"errors"
	"fmt"
	"slices"

	"kindred/pedigree/risk"
)

// adult is the age from which people are asked about: the cancers are those of adults, and children are not
// tested for them.
const adult = 18

// Assess answers for one adult: carrier/GENE, any and the model's own groups of genes are chances of carrying
// a variant; risk/CANCER/AGE the net chance, from the age now, of a cancer that the person has not had, and
// crude/CANCER/AGE the same allowing for death of something else; for women who have not had breast cancer
// also risk_by_80, risk_10y, lifetime_from_20 and risk_40_to_50. Without Quick the range over all readings of
// the vague facts follows.
func (m *Model) Assess(req risk.Request) risk.Assessment {
	return m.Answer(m.name, req, func(c *risk.Case) risk.Assessment { return m.assess(c, req) })
}

func (m *Model) assess(c *risk.Case, req risk.Request) risk.Assessment {
	a := risk.Assessment{Subject: c.Subject.ID}
	if a.Status, a.Because = m.validity(c); a.Status != risk.OK {
		return a
	}
	err := m.try(&a, c, req, false)
	if errors.Is(err, errCostly) {
		err = m.try(&a, c, req, true)
	}
	if err != nil {
		return risk.Assessment{Subject: c.Subject.ID, Status: risk.CannotTell, Because: []string{risk.Sentence(err.Error()) + "."}}
	}
	return a
}

// try answers; lean, with at most one risk allele in anybody.
func (m *Model) try(a *risk.Assessment, c *risk.Case, req risk.Request, lean bool) error {
	q, err := newQuestion(m, c, req.Memory, lean)
	if err != nil {
		return err
	}
	return q.answer(a, req.Quick)
}

// validity says whether the model can speak about the subject.
func (m *Model) validity(c *risk.Case) (risk.Status, []string) {
	p := c.Subject
	reached, known := c.Age(p)
	switch {
	case !p.IsPerson():
		return risk.NotApplicable, []string{"The symbol asked about is a pregnancy or a group, not one person."}
	case p.IsDeceased():
		return risk.NotApplicable, []string{"The person asked about has died."}
	case known && reached.High < adult:
		return risk.NotApplicable, []string{fmt.Sprintf("The person asked about is under %d; the model is for adults.", adult)}
	}
	if conflicts := c.Conflicts(); len(conflicts) > 0 {
		return risk.CannotTell, conflicts
	}
	return risk.OK, nil
}

// answer fills in everything.
func (q *question) answer(a *risk.Assessment, quick bool) error {
	a.Values = risk.Values{}
	fractions := q.fractions(q.own(), q.g.rows(q.own()))
	for k := range fractions {
		a.Values[fractions[k].key] = fractions[k].of(q.others)
	}
	known := q.untestedVariant(a.Values)
	a.Headline = q.headline(a.Values, known)
	a.Facts = q.c.Facts()
	_, closed := q.open(q.own())
	a.Because = append(q.because(a.Values, known), closed...)
	a.Curves = q.curves(known)
	var err error
	if a.Missing, err = q.missing(a, quick); err != nil {
		return err
	}
	if a.Working, err = q.working(a); err != nil {
		return err
	}
	a.Warnings = q.warnings(a.Facts)
	if !quick {
		a.Range, err = q.ranges(a.Values)
	}
	return err
}

// untestedVariant is the gene, by position, of a variant known in a blood relative that the subject may have
// inherited and has no result for, the likeliest where there are several; -1 for none.
func (q *question) untestedVariant(values risk.Values) int {
	inFamily := q.c.KnownVariants()
	found := -1
	for i := range q.genes {
		name := q.genes[i].Name
		open := slices.ContainsFunc(inFamily, func(k risk.Known) bool { return k.Gene == name && !k.Own && !k.Cleared })
		if open && q.own().tests[i] == untested && (found < 0 || values["carrier/"+name] > values["carrier/"+q.genes[found].Name]) {
			found = i
		}
	}
	return found
}

// headline is the gene found in the subject, else that known in the family, else the one that makes up more
// than half of the chance of any, unless the genes are tested together, else any.
func (q *question) headline(values risk.Values, known int) string {
	for i, r := range q.own().tests {
		if r == found {
			return "carrier/" + q.genes[i].Name
		}
	}
	if known >= 0 {
		return "carrier/" + q.genes[known].Name
	}
	for i := range q.genes {
		if key := "carrier/" + q.genes[i].Name; !q.testedTogether && values[key] > values[risk.AnyGene]/2 {
			return key
		}
	}
	return risk.AnyGene
}
