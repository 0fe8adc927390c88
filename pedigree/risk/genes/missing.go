package genes

import (
	"maps"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/likelihood"
	"kindred/pedigree/risk"
)

// missing is what each doubtful fact alone could do to the value that the answer is known by and, unless quick,
// to those that NICE classifies.
func (q *question) missing(now *risk.Assessment, quick bool) ([]risk.Missing, error) {
	e := newEffects(q, now.Headline, now.Values[now.Headline])
	if !quick {
		e.classified(now.Values)
	}
	values := risk.Values{} // read before the next are asked for
	found := risk.EffectsBy(risk.Doubts(q.c, q.sites), now, func(d *risk.Doubt, r *risk.Reading) risk.Assessment {
		if !e.instead(e.index[d.Person], r.Person, values) {
			return risk.Assessment{Status: risk.CannotTell}
		}
		return risk.Assessment{Status: risk.OK, Values: values}
	})
	return found, e.err
}

// effects answers what some values would be with one person's facts replaced. A value is Σ others·part over
// Σ others·whole over the subject's genotypes. Each of the two is linear in the chances of what is known of one
// person, with the messages of a propagation as coefficients.
type effects struct {
	*question
	asked []*asked
	index map[pedigree.ID]int
	err   error
}

// asked is one value that is wanted.
type asked struct {
	key string
	now float64
	own fraction                                   // of the subject as recorded
	of  func(*question, *history) (fraction, bool) // of the subject with another history; false where it is not given

	part, whole *pair // of those who matter, and of the whole family; made when first needed
	person      int   // 1 + the one whose messages these are
	with, all   []float64
}

// pair is everything known weighed with a fraction's part, and with its whole.
type pair struct {
	tree      *tree
	with, all *likelihood.Solution
}

// newEffects asks for a chance of carrying.
func newEffects(q *question, key string, now float64) *effects {
	carries := func(q *question, h *history) (fraction, bool) { return q.carrierOf(h, key), true }
	own, _ := carries(q, q.own())
	return &effects{question: q, asked: []*asked{{key: key, now: now, own: own, of: carries}}, index: q.c.Family.Index()}
}

// classified asks for the values that NICE classifies too.
func (e *effects) classified(now risk.Values) {
	for _, key := range []string{risk.LifetimeFrom20, risk.From40To50} {
		of := func(q *question, h *history) (f fraction, ok bool) {
			for _, f := range q.ofAnyWoman(h) {
				if f.key == key {
					return f, true
				}
			}
			return f, false
		}
		if own, ok := of(e.question, e.question.own()); ok {
			e.asked = append(e.asked, &asked{key: key, now: now[key], own: own, of: of})
		}
	}
}

// solved makes a pair.
func (e *effects) solved(a *asked, t *tree) *pair {
	p := &pair{tree: t}
	solve := func(own []float64) (s *likelihood.Solution) {
		if e.err != nil {
			return nil
		}
		data := slices.Clone(e.data)
		data[e.subject] = own
		s, e.err = t.solve(e.founders, data)
		return s
	}
	p.with = solve(a.own.part)
	if a == e.asked[0] && t == e.tree {
		p.all = e.solution // a chance of carrying is over everything known
	} else {
		p.all = solve(a.own.whole)
	}
	return p
}

// messages makes ready for questions about a person.
func (e *effects) messages(a *asked, i int) bool {
	if a.person == i+1 {
		return true
	}
	pair, t := &a.part, e.tree
	if e.at(i) < 0 {
		pair = &a.whole
		if t, e.err = e.wholeTree(); e.err != nil {
			return false
		}
	}
	if *pair == nil {
		*pair = e.solved(a, t)
	}
	if e.err != nil {
		return false
	}
	at := (*pair).tree.at[i]
	a.person, a.with, a.all = i+1, (*pair).with.Message(at), (*pair).all.Message(at)
	return true
}

// instead fills in the values if person i were as p has it; false where facts contradict each other.
func (e *effects) instead(i int, p *pedigree.Individual, values risk.Values) bool {
	maps.DeleteFunc(values, func(string, float64) bool { return true })
	changed := *e.question
	moved := changed.variants(i, p)
	h, ok := changed.read(p)
	switch {
	case !ok:
		return false
	case moved:
		return changed.anew(i, &h, e.asked, values)
	case i == e.subject:
		return e.valued(&h, e.asked, e.others, values)
	}
	v := e.vector(&h)
	for _, a := range e.asked {
		if values[a.key], ok = e.value(a, i, v); !ok {
			return false
		}
	}
	return true
}

// valued fills in the values of a history of the subject; false where what is known of the others excludes it.
func (q *question) valued(h *history, wanted []*asked, others []float64, values risk.Values) bool {
	for k, a := range wanted {
		f, ok := a.of(q, h)
		if k == 0 && product(others, f.whole) <= 0 {
			return false
		}
		if ok {
			values[a.key] = f.of(others)
		}
	}
	return true
}

// value is what a value would be with other chances of what is known of person i.
func (e *effects) value(a *asked, i int, v []float64) (value float64, ok bool) {
	if a.now == 0 {
		return 0, true
	}
	if !e.messages(a, i) {
		return 0, false
	}
	before, after := weight(a.all, e.data[i]), weight(a.all, v)
	return a.now * (weight(a.with, v) / weight(a.with, e.data[i])) / (after / before), after > 0
}

// weight is the sum over genotypes of a message times a vector, of which nil is all ones.
func weight(message, v []float64) float64 {
	sum := 0.0
	for s, x := range message {
		sum += x * at(v, s)
	}
	return sum
}

// anew asks the whole question again because one person's variant decides what another's test says.
func (q *question) anew(i int, h *history, wanted []*asked, values risk.Values) bool {
	data, own := slices.Clone(q.data), q.own()
	for k := range data {
		as := h
		if k != i {
			if !slices.ContainsFunc(q.c.Family.Individuals[k].GeneTests, forFamily) {
				continue
			}
			again, ok := q.read(&q.c.Family.Individuals[k])
			if !ok {
				continue
			}
			as = &again
		}
		if data[k] = q.vector(as); k == q.subject {
			own = as
		}
	}
	t, err := q.wholeTree()
	if err != nil {
		return false
	}
	solution, err := t.solve(q.founders, data)
	return err == nil && q.valued(own, wanted, solution.Message(q.subject), values)
}

// forFamily reports a negative test for the variant of a relative.
func forFamily(t pedigree.GeneTest) bool {
	return t.Result == pedigree.Negative && t.Scope == pedigree.FamilialVariant
}

// variants takes over the variants that p has instead of those of person i, and reports whether somebody
// else's test for a familial variant hangs on them.
func (q *question) variants(i int, p *pedigree.Individual) bool {
	before := &q.c.Family.Individuals[i]
	same := func(a, b *pedigree.Individual) bool {
		return slices.EqualFunc(germline(a), germline(b), func(x, y *pedigree.GeneTest) bool {
			return x.Gene == y.Gene && x.Variant == y.Variant
		})
	}
	if same(before, p) {
		return false
	}
	q.positives = slices.DeleteFunc(slices.Clone(q.positives), func(other *pedigree.Individual) bool { return other.ID == p.ID })
	if p.IsPerson() && len(germline(p)) > 0 {
		q.positives = append(q.positives, p)
	}
	return slices.ContainsFunc(q.c.Family.Individuals, func(other pedigree.Individual) bool {
		return other.ID != p.ID && slices.ContainsFunc(other.GeneTests, forFamily)
	})
}

// germline lists the germline variants of somebody.
func germline(p *pedigree.Individual) []*pedigree.GeneTest {
	var found []*pedigree.GeneTest
	for i := range p.GeneTests {
		if t := &p.GeneTests[i]; t.GermlinePositive() {
			found = append(found, t)
		}
	}
	return found
}

// carrierOf is the chance of carrying that a key of values means.
func (q *question) carrierOf(h *history, key string) fraction {
	o := q.ownership(h, q.g.rows(h))
	all := q.carriers(&o)
	return all[slices.IndexFunc(all, func(f fraction) bool { return f.key == key })]
}
