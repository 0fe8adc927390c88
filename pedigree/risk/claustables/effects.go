package claustables

import (
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/claus"
)

// alone is the answer without effects and explanation.
func (m *Model) alone(c *risk.Case) risk.Assessment {
	a := risk.Assessment{Status: claus.Check(c).Status, Headline: risk.By79}
	if a.Status == risk.OK {
		m.lookOnly(c, &a)
	}
	return a
}

func (m *Model) lookOnly(c *risk.Case, a *risk.Assessment) {
	l := m.look(c)
	fill(a, l.best)
}

// fill takes over the values of the table chosen, nil for none.
func fill(a *risk.Assessment, best *fit) {
	if best == nil {
		a.Status = risk.NotApplicable
		return
	}
	a.Values = best.values
}

// missing says what each doubtful fact alone could do. Only the subject, and people with breast or ovarian
// cancer, have a part in the look-up.
func (m *Model) missing(c *risk.Case, now *risk.Assessment, l *look) []risk.Missing {
	doubts := slices.DeleteFunc(risk.Doubts(c, []pedigree.Site{pedigree.Breast}), func(d risk.Doubt) bool {
		at, _ := c.At(d.Person)
		return d.Person != c.Subject.ID && len(c.Family.Individuals[at].Diagnoses) == 0 &&
			!slices.ContainsFunc(d.Readings, func(r risk.Reading) bool { return len(r.Person.Diagnoses) > 0 })
	})
	return risk.EffectsBy(doubts, now, func(_ *risk.Doubt, r *risk.Reading) risk.Assessment {
		a := risk.Assessment{Status: claus.CheckOne(c, r.Person).Status, Headline: risk.By79, Values: now.Values}
		switch {
		case a.Status != risk.OK || c.Relation(r.Person.ID).Degree > 2:
		case r.Person.ID == c.Subject.ID || identical(c, r.Person.ID):
			m.lookOnly(c.With(r.Person), &a)
		default:
			fill(&a, m.instead(c, r.Person, l))
		}
		return a
	})
}

// instead is the table chosen once somebody other than the subject is replaced: of those that the others fit,
// and those that this person then fits.
func (m *Model) instead(c *risk.Case, p *pedigree.Individual, l *look) *fit {
	var best *fit
	for i := range l.fits {
		f := &l.fits[i]
		if !slices.ContainsFunc(f.relatives, func(r relative) bool { return r.ID == p.ID }) {
			best = higher(best, f)
		}
	}
	first := claus.First(p)
	if first == nil || p.Sex != pedigree.Female {
		return best
	}
	is, because := m.relative(c, p, first)
	if because != "" {
		return best
	}
	age, _ := c.Age(c.Subject)
	try := func(f fit) {
		m.value(&f, age)
		best = higher(best, &f)
	}
	try(one(c, is))
	for _, other := range l.relatives {
		if other.ID == p.ID {
			continue
		}
		near, far := is, other
		if before(c, other, is) {
			near, far = other, is
		}
		if f, ok := two(c, near, far); ok {
			try(f)
		}
	}
	return best
}

// before is the order of relatives: the nearer first, and else that of the family.
func before(c *risk.Case, a, b relative) bool {
	nearer := c.Relation(a.ID).Degree - c.Relation(b.ID).Degree
	i, _ := c.At(a.ID)
	k, _ := c.At(b.ID)
	return nearer < 0 || nearer == 0 && i < k
}
