package genes

import (
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/likelihood"
	"kindred/pedigree/risk"
)

// missing is what each doubtful fact alone could do to the value that the answer is known by.
func (q *question) missing(now *risk.Assessment) ([]risk.Missing, error) {
	e := newEffects(q, now.Headline, now.Values[now.Headline])
	found := risk.EffectsBy(risk.Doubts(q.c, q.sites), now, func(d *risk.Doubt, r *risk.Reading) risk.Assessment {
		v, ok := e.instead(e.index[d.Person], r.Person)
		if !ok {
			return risk.Assessment{Status: risk.CannotTell}
		}
		return risk.Assessment{Status: risk.OK, Values: risk.Values{e.key: v}}
	})
	return found, e.err
}

// effects answers what one value would be with one person's facts replaced. The value is the probability of
// everything known and of the subject carrying, over that of everything known. Each is linear in the chances
// of what is known of one person, with the messages of two propagations as coefficients.
type effects struct {
	*question
	key   string
	now   float64
	own   fraction // of the subject as recorded
	index map[pedigree.ID]int
	err   error

	part, whole *pair // of those who matter, and of the whole family; made when first needed
	person      int   // 1 + the one whose messages these are
	with, all   []float64
}

// pair is everything known with the subject carrying, and whatever the subject carries.
type pair struct {
	tree      *tree
	with, all *likelihood.Solution
}

func newEffects(q *question, key string, now float64) *effects {
	return &effects{question: q, key: key, now: now, own: q.carrierOf(q.own(), key), index: q.c.Family.Index()}
}

// solved makes a pair.
func (e *effects) solved(t *tree, all *likelihood.Solution) *pair {
	data := slices.Clone(e.data)
	data[e.subject] = e.own.part
	p := &pair{tree: t, all: all}
	if p.with, e.err = t.solve(e.founders, data); e.err == nil && all == nil {
		p.all, e.err = t.solve(e.founders, e.data)
	}
	return p
}

// messages makes ready for questions about a person.
func (e *effects) messages(i int) bool {
	if e.person == i+1 {
		return true
	}
	pair := &e.part
	if e.at(i) < 0 {
		pair = &e.whole
	}
	if *pair == nil {
		t, all := e.tree, e.solution
		if e.at(i) < 0 {
			if t, e.err = e.wholeTree(); e.err != nil {
				return false
			}
			all = nil
		}
		*pair = e.solved(t, all)
	}
	if e.err != nil {
		return false
	}
	at := (*pair).tree.at[i]
	e.person, e.with, e.all = i+1, (*pair).with.Message(at), (*pair).all.Message(at)
	return true
}

// instead is the value if person i were as p has it; ok is false where facts contradict each other.
func (e *effects) instead(i int, p *pedigree.Individual) (v float64, ok bool) {
	changed := *e.question
	moved := changed.variants(i, p)
	h, ok := changed.read(p)
	switch {
	case !ok:
		return 0, false
	case moved:
		return changed.anew(i, &h, e.key)
	case i == e.subject:
		f := e.carrierOf(&h, e.key)
		return f.of(e.others), product(e.others, f.whole) > 0
	}
	return e.value(i, e.vector(&h))
}

// value is what the value would be with other chances of what is known of person i.
func (e *effects) value(i int, v []float64) (value float64, ok bool) {
	if e.now == 0 {
		return 0, true
	}
	if !e.messages(i) {
		return 0, false
	}
	before, after := weight(e.all, e.data[i]), weight(e.all, v)
	return e.now * (weight(e.with, v) / weight(e.with, e.data[i])) / (after / before), after > 0
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
func (q *question) anew(i int, h *history, key string) (v float64, ok bool) {
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
		return 0, false
	}
	solution, err := t.solve(q.founders, data)
	if err != nil {
		return 0, false
	}
	f := q.carrierOf(own, key)
	return f.of(solution.Message(q.subject)), true
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
