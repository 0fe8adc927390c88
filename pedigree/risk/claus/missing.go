package claus

import (
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// missing says what each doubtful fact of the subject and her relatives could do to her risk by 79. One
// propagation has given everybody's genotypes with and without the subject carrying, and so the exact
// effect of replacing any one person's facts.
func (q *question) missing(now *risk.Assessment) []risk.Missing {
	doubts := risk.Doubts(q.c, []pedigree.Site{pedigree.Breast})
	return risk.EffectsBy(doubts, now, func(d *risk.Doubt, r *risk.Reading) risk.Assessment {
		if v := CheckOne(q.c, r.Person); v.Status != risk.OK {
			return risk.Assessment{Status: v.Status}
		}
		a := risk.Assessment{Status: risk.OK, Headline: risk.By79}
		i, _ := q.c.At(d.Person)
		if i == q.subject {
			age, _ := q.c.Age(r.Person)
			a.Values = q.values(q.baseline.odds, age)
			return a
		}
		e, ok := q.evidence(q.c, r.Person)
		if !ok {
			return risk.Assessment{Status: risk.CannotTell}
		}
		a.Values = q.values(q.baseline.instead(i, q.known[i].mean, e.mean), q.age)
		return a
	})
}
