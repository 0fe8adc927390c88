package cosegregation

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/likelihood"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/locus"
)

// question is one variant under way.
type question struct {
	*locus.Locus
	c       *risk.Case
	from    *source // of the penetrance; nil for the option
	variant variant
	net     *locus.Net
	known   []locus.Known
	proband int
	parts   parts
	// candidates are the affected carriers where nobody said through which of them the family was found.
	candidates []int
}

// parts are the four natural logarithms of the factor, and the sums behind the first two.
type parts struct {
	both, genotypes, proband, ascertained float64
	withPhenotypes, withoutThem           *likelihood.Solution
}

func (p parts) log() float64 { return p.both - p.genotypes + p.proband - p.ascertained }

// newQuestion reads the family. With a model, its penetrance of the variant's gene counts, and l is nil. The
// error is a sentence without its full stop.
func newQuestion(l *locus.Locus, from *source, v variant, c *risk.Case) (*question, error) {
	q := &question{c: c, variant: v, from: from}
	var proband pedigree.ID
	if l != nil {
		own := *l
		if len(l.Carriers)+len(l.Noncarriers)+len(l.Genotypes) == 0 {
			own.Carriers, own.Noncarriers = v.carriers, v.noncarriers
		}
		own.Gene, own.Tests = "", nil // only the variant counts, not what else was found in its gene
		proband, q.Locus = l.Proband, &own
		q.known = own.Reader(c).Everybody()
	} else {
		q.Locus = from.locus(v)
		q.known = from.known(q.Locus.Reader(c).Everybody())
	}
	for i := range q.known {
		if !v.tested(c.Family.Individuals[i].ID) {
			q.known[i].Genotype = likelihood.Unknown // a carrier state is drawn from the family, not from a test
		}
	}
	if err := q.chooseProband(proband); err != nil {
		return nil, err
	}
	var err error
	if q.net, err = q.Net(c.Family); err != nil {
		return nil, err
	}
	q.parts, err = q.weigh(q.known)
	return q, err
}

// chooseProband takes the option's proband, who must carry the variant. Else it is the family's where that
// person carries it, else the subject or the first recorded of the affected carriers, and the others are kept
// as possible too.
func (q *question) chooseProband(id pedigree.ID) error {
	at := func(id pedigree.ID) int {
		return slices.IndexFunc(q.c.Family.Individuals, func(p pedigree.Individual) bool { return p.ID == id })
	}
	if id != "" {
		if q.proband = at(id); !slices.Contains(q.variant.carriers, id) {
			return fmt.Errorf("the proband (%s) is not known to carry the variant: say through which carrier the family was found", q.c.Words(id))
		}
		return nil
	}
	if p := q.c.Family.Proband(); p != nil && slices.Contains(q.variant.carriers, p.ID) {
		q.proband = at(p.ID)
		return nil
	}
	for i := range q.known {
		if q.known[i].Affected && slices.Contains(q.variant.carriers, q.c.Family.Individuals[i].ID) {
			q.candidates = append(q.candidates, i)
		}
	}
	if len(q.candidates) == 0 {
		return errors.New("no affected carrier is recorded, through whom the family would have been found")
	}
	q.proband = q.candidates[0]
	if self := at(q.c.Subject.ID); slices.Contains(q.candidates, self) {
		q.proband = self
	}
	return nil
}

// weigh sums the four likelihoods.
func (q *question) weigh(known []locus.Known) (p parts, err error) {
	everybody := func(of func(i int, k *locus.Known) likelihood.Vector) (logL float64, solved *likelihood.Solution) {
		data := make([]likelihood.Vector, len(known))
		for i := range known {
			data[i] = of(i, &known[i])
		}
		solved, failed := q.net.Solve(data)
		if failed != nil {
			err = errors.Join(err, failed)
			return 0, nil
		}
		return solved.LogLikelihood(), solved
	}
	probands := func(i int, k *locus.Known) likelihood.Vector {
		if i == q.proband {
			return k.Genotype
		}
		return likelihood.Unknown
	}
	p.genotypes, p.withoutThem = everybody(func(_ int, k *locus.Known) likelihood.Vector { return k.Genotype })
	p.both, p.withPhenotypes = everybody(func(_ int, k *locus.Known) likelihood.Vector { return k.All() })
	p.proband, _ = everybody(probands)
	p.ascertained, _ = everybody(func(i int, k *locus.Known) likelihood.Vector {
		v := probands(i, k)
		for g := range v {
			v[g] *= k.Phenotype[g]
		}
		return v
	})
	if err != nil {
		var zero *likelihood.Impossible
		if errors.As(err, &zero) {
			err = errors.New("the results and the cancers recorded cannot be true together under this inheritance and penetrance")
		}
	}
	return p, err
}

// answer fills in the factor and its range: over the affected carriers where nobody said who the proband is,
// and bounds that certainly contain it where an age is vague.
func (q *question) answer(a *risk.Assessment) {
	log := q.parts.log()
	a.Values = risk.Values{factorKey: math.Exp(log), log10Key: log / math.Ln10}
	low, high := log, log
	lowest, highest, vague := q.enclosed()
	for _, other := range q.asFoundThrough() {
		low, high = min(low, other.parts.log()), max(high, other.parts.log())
		if !vague {
			continue
		}
		down, errDown := other.weigh(lowest)
		up, errUp := other.weigh(highest)
		if errUp != nil {
			continue
		}
		if errDown != nil { // at its lowest nothing of it may be possible
			down = parts{both: math.Inf(-1), ascertained: math.Inf(-1)}
		}
		rest := other.parts.proband - other.parts.genotypes
		low = min(low, down.both-up.ascertained+rest)
		high = max(high, up.both-down.ascertained+rest)
	}
	if math.IsInf(low, 0) || math.IsInf(high, 0) {
		return // nothing can be said of its range
	}
	a.Range = risk.Ranges{
		factorKey: {Low: math.Exp(low), High: math.Exp(high), Bound: vague},
		log10Key:  {Low: low / math.Ln10, High: high / math.Ln10, Bound: vague},
	}
}

// asFoundThrough is the question for each person who may be the proband.
func (q *question) asFoundThrough() []question {
	if len(q.candidates) == 0 {
		return []question{*q}
	}
	var all []question
	for _, i := range q.candidates {
		other := *q
		other.proband = i
		var err error
		if other.parts, err = other.weigh(q.known); err == nil {
			all = append(all, other)
		}
	}
	return all
}

// enclosed is what is known with every vague fact at its lowest and highest by genotype.
func (q *question) enclosed() (low, high []locus.Known, vague bool) {
	low, high = slices.Clone(q.known), slices.Clone(q.known)
	for i, k := range q.known {
		if len(k.Readings) > 1 {
			low[i].Phenotype, high[i].Phenotype = k.Ends()
			vague = vague || low[i].Phenotype != high[i].Phenotype
		}
	}
	return low, high, vague
}

// missing says what a test of each living relative who was not tested would do to the factor.
func (q *question) missing() []risk.Missing {
	var missing []risk.Missing
	now := math.Exp(q.parts.log())
	if others := q.asFoundThrough(); len(others) > 1 {
		span := risk.Range{Low: now, High: now}
		for _, other := range others {
			factor := math.Exp(other.parts.log())
			span.Low, span.High = min(span.Low, factor), max(span.High, factor)
		}
		missing = append(missing, risk.Missing{
			Person: q.c.Family.Individuals[q.proband].ID, Kind: risk.FactMissing, Fact: "through which carrier the family was found", Value: factorKey,
			Effect: fmt.Sprintf("%.3g to %.3g, now %.3g", span.Low, span.High, now), Span: &span,
		})
	}
	people := q.c.Family.Individuals
	for i := range people {
		p := &people[i]
		if q.variant.tested(p.ID) || !p.IsPerson() || p.IsDeceased() || !(p.ID == q.c.Subject.ID || q.c.IsBlood(p.ID)) {
			continue
		}
		// A result multiplies each likelihood by the posterior of what it shows.
		with, without := q.parts.withPhenotypes.Posterior(i), q.parts.withoutThem.Posterior(i)
		if with[0] == 0 || with[1] == 0 {
			continue // the others' results settle it
		}
		carrier, not := now*with[1]/without[1], now*with[0]/without[0]
		missing = append(missing, risk.Missing{
			Person: p.ID, Kind: risk.FactMissing, Fact: "test for the variant", Value: factorKey,
			Effect: fmt.Sprintf("%.3g with it, %.3g without it, now %.3g", carrier, not, now),
			Span:   &risk.Range{Low: min(carrier, not), High: max(carrier, not)},
		})
	}
	slices.SortStableFunc(missing, func(a, b risk.Missing) int {
		spread := func(m risk.Missing) float64 { return math.Log(m.Span.High / m.Span.Low) }
		switch x, y := spread(a), spread(b); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	return missing
}
