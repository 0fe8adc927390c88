package mendelian

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

// The keys of the values; see the package comment.
const (
	carrierKey      = "carrier_probability"
	genotypeKey     = "genotype/"
	affectedKey     = "affected_probability"
	nextChildKey    = "next_child"
	nextSonKey      = "next_son"
	nextDaughterKey = "next_daughter"
	nextCarrierKey  = "next_daughter_carrier"
	mosaicismKey    = "_with_mosaicism"
)

// question is one subject's assessment under way.
type question struct {
	*locus.Locus
	c       *risk.Case
	reader  *locus.Reader
	net     *locus.Net
	known   []locus.Known       // by position in the family
	data    []likelihood.Vector // of known, vague ages averaged
	subject int
	partner int // position, none where nobody is taken for one
	son     int // positions of the unborn children, none where the subject's part in them is not known
	girl    int
	others  int // partners recorded beside the one taken
	solved  *likelihood.Solution
	genes   likelihood.Vector // the subject's posterior
}

const none = -1

// newQuestion reads what is known of everybody and sums over their genotypes. The error is a sentence
// without its full stop.
func newQuestion(l *locus.Locus, c *risk.Case) (*question, error) {
	q := &question{Locus: l, c: c, reader: l.Reader(c), partner: none, son: none, girl: none}
	q.subject = slices.IndexFunc(c.Family.Individuals, func(p pedigree.Individual) bool { return p.ID == c.Subject.ID })
	q.known = q.reader.Everybody()
	for _, k := range q.known {
		q.data = append(q.data, k.All())
	}
	var err error
	if q.net, err = l.Net(q.withNextChildren()); err != nil {
		return nil, err
	}
	if q.solved, err = q.net.Solve(q.data); err != nil {
		return nil, q.explained(err)
	}
	q.genes = vector(q.solved.Posterior(q.subject))
	return q, nil
}

// explained names, by their relation to the subject, whose data cannot be true together.
func (q *question) explained(err error) error {
	var zero *likelihood.Impossible
	if !errors.As(err, &zero) {
		return err
	}
	var who []string
	for _, i := range []int{zero.Child, zero.Mother, zero.Father} {
		if i >= 0 && i < len(q.c.Family.Individuals) {
			who = append(who, q.c.Words(q.c.Family.Individuals[i].ID))
		}
	}
	return fmt.Errorf("what is recorded cannot be true together under this inheritance, penetrance and new-mutation rate (look at %s)", risk.List(who))
}

// withNextChildren is the family with an unborn son and daughter of the subject.
func (q *question) withNextChildren() *pedigree.Family {
	family := *q.c.Family
	family.Individuals = slices.Clone(q.c.Family.Individuals)
	self := q.c.Subject
	with := q.choosePartner()
	female := self.Sex == pedigree.Female
	switch {
	case self.Sex == pedigree.Female || self.Sex == pedigree.Male:
	case with != nil && (with.Sex == pedigree.Female || with.Sex == pedigree.Male):
		female = with.Sex == pedigree.Male
	case q.Inheritance == locus.XLinked:
		return &family // whether a son can inherit it is not known
	default:
		female = true // an autosomal locus does not mind
	}
	if with == nil {
		sex := pedigree.Female
		if female {
			sex = pedigree.Male
		}
		family.Individuals = append(family.Individuals, pedigree.Individual{ID: population, Sex: sex})
		with = &pedigree.Individual{ID: population}
	}
	q.partner = slices.IndexFunc(family.Individuals, func(p pedigree.Individual) bool { return p.ID == with.ID })
	mother, father := self.ID, with.ID
	if !female {
		mother, father = father, mother
	}
	q.son = len(family.Individuals)
	q.girl = q.son + 1
	family.Individuals = append(family.Individuals,
		pedigree.Individual{ID: nextSon, Sex: pedigree.Male, Mother: mother, Father: father},
		pedigree.Individual{ID: nextDaughter, Sex: pedigree.Female, Mother: mother, Father: father})
	return &family
}

// choosePartner is the partner that the option names, else the one recorded last who could be the other
// parent; nil for somebody of the population.
func (q *question) choosePartner() *pedigree.Individual {
	self := q.c.Subject
	other := func(id pedigree.ID) *pedigree.Individual {
		p := q.c.Family.Individual(id)
		if p == nil || p.ID == self.ID || p.Sex == self.Sex && (p.Sex == pedigree.Female || p.Sex == pedigree.Male) {
			return nil
		}
		return p
	}
	if p := other(q.Partner); p != nil {
		return p
	}
	var partners []*pedigree.Individual
	for _, id := range q.c.Family.PartnersOf(self.ID) {
		if p := other(id); p != nil {
			partners = append(partners, p)
		}
	}
	if len(partners) == 0 {
		return nil
	}
	q.others = len(partners) - 1
	return partners[q.others]
}

// answer fills in the values.
func (q *question) answer(a *risk.Assessment) {
	a.Values = risk.Values{carrierKey: q.carries(q.genes)}
	for g := range q.genotypes(q.c.Subject.Sex) {
		a.Values[fmt.Sprint(genotypeKey, g)] = q.genes[g]
	}
	if ever, ok := q.everAffected(q.genes); ok {
		a.Values[affectedKey] = ever
	}
	if q.son == none {
		return
	}
	son, daughter := vector(q.solved.Posterior(q.son)), vector(q.solved.Posterior(q.girl))
	q.children(a.Values, dot(son, q.Ever(pedigree.Male)), dot(daughter, q.Ever(pedigree.Female)), q.carries(daughter))
	if add := q.mosaic(); add > 0 {
		a.Values[nextChildKey+mosaicismKey] = min(1, a.Values[nextChildKey]+add)
		if q.Inheritance == locus.XLinked {
			a.Values[nextChildKey+mosaicismKey] = min(1, a.Values[nextChildKey]+add/2)
			a.Values[nextSonKey+mosaicismKey] = min(1, a.Values[nextSonKey]+add)
		}
	}
}

// children sets the values of the next child: half of them sons.
func (q *question) children(values risk.Values, son, daughter, carrier float64) {
	values[nextChildKey] = (son + daughter) / 2
	if q.Inheritance == locus.XLinked {
		values[nextSonKey], values[nextDaughterKey], values[nextCarrierKey] = son, daughter, carrier
	}
}

// genotypes is how many genotypes somebody of this sex has.
func (q *question) genotypes(sex pedigree.Sex) int {
	if q.Inheritance == locus.XLinked && sex == pedigree.Male {
		return 2
	}
	return likelihood.Genotypes
}

// carries is the probability of being a carrier.
func (q *question) carries(v likelihood.Vector) float64 {
	if q.Inheritance == locus.Recessive {
		return v[1]
	}
	return min(1, v[1]+v[2])
}

// everAffected is the chance that the subject is ever affected; ok is false of one who already is, or who
// is known not to be under a penetrance without ages.
func (q *question) everAffected(genes likelihood.Vector) (p float64, ok bool) {
	k := q.known[q.subject]
	if k.Affected || len(q.ByAge) == 0 && k.Phenotype != likelihood.Unknown {
		return 0, false
	}
	ever := q.Ever(q.c.Subject.Sex)
	for g, posterior := range genes {
		if posterior > 0 && k.Phenotype[g] > 0 {
			// Unaffected so far has the chance Phenotype: what is left of "ever" comes after it.
			p += posterior * max(0, 1-(1-ever[g])/k.Phenotype[g])
		}
	}
	return p, true
}

// mosaic is what gonadal mosaicism adds to the next child's risk: the observed recurrence, where a child of
// the subject is affected or carries and neither parent does in the blood.
func (q *question) mosaic() float64 {
	if q.Mosaicism == nil || !q.hasAffectedChild() {
		return 0
	}
	data := append(slices.Clone(q.data), make([]likelihood.Vector, q.son-len(q.data))...)
	for i := len(q.data); i < len(data); i++ {
		data[i] = likelihood.Unknown
	}
	parents := []int{q.subject, q.partner}
	if q.Inheritance == locus.XLinked {
		parents = []int{q.mother()} // sons have their X from her alone
	}
	for _, i := range parents {
		data[i][1], data[i][2] = 0, 0
	}
	clear, err := q.net.Solve(data)
	if err != nil {
		return 0
	}
	return *q.Mosaicism * math.Exp(clear.LogLikelihood()-q.solved.LogLikelihood())
}

// mother is the position of the next children's mother.
func (q *question) mother() int {
	if q.c.Subject.Sex == pedigree.Male {
		return q.partner
	}
	return q.subject
}

// hasAffectedChild reports a child of the subject and the partner who is affected.
func (q *question) hasAffectedChild() bool {
	for i := range q.c.Family.Individuals {
		p := &q.c.Family.Individuals[i]
		if q.known[i].Affected && (p.EggParent() == q.c.Subject.ID || p.SpermParent() == q.c.Subject.ID) {
			return true
		}
	}
	return false
}

func vector(states []float64) (v likelihood.Vector) {
	copy(v[:], states)
	return v
}

func dot(a, b likelihood.Vector) (sum float64) {
	for g := range a {
		sum += a[g] * b[g]
	}
	return sum
}
