package genes

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/likelihood"
	"kindred/pedigree/risk"
)

// question is one person's assessment under way.
type question struct {
	*Model
	c          *risk.Case
	g          *genotypes
	lean       bool // at most one risk allele in anybody
	memory     *risk.Memory
	kept       *prepared
	remembered string                 // its key in the memory
	positives  []*pedigree.Individual // with a germline variant in any gene
	ashkenazi  bool
	founders   [][]float64 // genotypes of founders of other ancestry, by position in the family

	histories []history   // by position in the family
	data      [][]float64 // the same as chances by genotype
	subject   int
	tree      *tree // of those who matter
	solution  *likelihood.Solution
	others    []float64 // by the subject's genotype: chance of everything known of the others
	scratch   scratch
}

// newQuestion reads what is known of everybody and weighs it; lean, with at most one risk allele in anybody. The
// error is a sentence: facts that contradict each other, or a family too tangled for an exact answer; errCostly
// where leanness might help.
func newQuestion(m *Model, c *risk.Case, memory *risk.Memory, lean bool) (*question, error) {
	q := &question{Model: m, c: c, memory: memory, lean: lean}
	for i := range c.Family.Individuals {
		if p := &c.Family.Individuals[i]; p.IsPerson() && len(germline(p)) > 0 {
			q.positives = append(q.positives, p)
		}
	}
	most, known := q.alleles()
	if lean {
		if q.needsSeveral() {
			return nil, errCostly
		}
		most, known = leanAlleles, nil
	}
	err := q.build(most, known)
	if err != nil {
		return nil, err
	}
	if q.solution, err = q.tree.solve(q.founders, q.data); err != nil {
		return nil, q.sentence(err)
	}
	q.others = q.solution.Message(q.at(q.subject))
	return q, nil
}

// build reads everybody and makes those who matter ready, with so many risk alleles in a person, and in a founder
// beside one of a known gene. The error is errCostly where fewer might do.
func (q *question) build(most int, known []int) error {
	if err := q.prepare(most, known); err != nil {
		return err
	}
	q.founders = q.priors()
	if err := q.readAll(); err != nil {
		return err
	}
	part, at := reduced(q.c.Family, q.founders, func(i int) bool { return i == q.subject || q.data[i] != nil })
	var err error
	q.tree, err = q.treeOf(&q.kept.part, part, at)
	return err
}

// errCostly is a family with loops for which genotypes with several risk alleles are too many.
var errCostly = fmt.Errorf("%w, or enter variants in fewer genes", likelihood.ErrTangled)

// mostCost is the predicted cost, in entries of tables, from which a person is given one risk allele only: an
// answer takes a few of these sums, each some tens of milliseconds at this cost.
const mostCost = 2_500_000

// leanAlleles are those of a person then.
const leanAlleles = 1

// needsSeveral reports that somebody may well have two risk alleles: variants in several of the genes are known,
// or in both partners of a couple.
func (q *question) needsSeveral() bool {
	if most, known := q.alleles(); most != usualAlleles || len(known) > 1 {
		return true
	}
	has := map[pedigree.ID]bool{}
	for _, p := range q.positives {
		has[p.ID] = true
	}
	for i := range q.c.Family.Individuals {
		if p := &q.c.Family.Individuals[i]; has[p.EggParent()] && has[p.SpermParent()] {
			return true
		}
	}
	return false
}

// at is the position of somebody in the tree.
func (q *question) at(i int) int { return q.tree.at[i] }

// readAll fills in histories and data.
func (q *question) readAll() error {
	n := len(q.c.Family.Individuals)
	q.histories, q.data = make([]history, n), make([][]float64, n)
	for i := range n {
		p := &q.c.Family.Individuals[i]
		h, ok := q.read(p)
		if !ok && (p.ID == q.c.Subject.ID || q.c.IsBlood(p.ID)) {
			return fmt.Errorf("the age at diagnosis and the age reached contradict each other (%s)", q.c.Words(p.ID))
		}
		q.histories[i] = h
		if p.ID == q.c.Subject.ID {
			q.subject = i
		}
		if ok {
			q.data[i] = q.vector(&q.histories[i])
		}
	}
	return nil
}

// own is the subject's history.
func (q *question) own() *history { return &q.histories[q.subject] }

// sentence turns an error of the calculation into one that says what to do.
func (q *question) sentence(err error) error {
	var zero *likelihood.Impossible
	if !errors.As(err, &zero) {
		return err
	}
	var who []string
	for i, at := range q.tree.at {
		if at >= 0 && (at == zero.Child || at == zero.Mother || at == zero.Father) {
			who = append(who, q.c.Words(q.c.Family.Individuals[i].ID))
		}
	}
	return fmt.Errorf("what is recorded cannot be true together (%s): check the results of gene tests and who the parents are", strings.Join(who, ", "))
}

// prepared is what the memory keeps. It is never changed once it is there.
type prepared struct {
	g           *genotypes
	part, whole *tree
}

// prepare chooses the genotypes, those from the memory where as many are needed.
func (q *question) prepare(most int, known []int) error {
	q.remembered = fmt.Sprintf("%s %d %v", q.name, most, known)
	if kept, ok := q.memory.Of(q.remembered).(*prepared); ok {
		q.kept, q.g = kept, kept.g
		return nil
	}
	switch {
	case most == usualAlleles && slices.Equal(q.beside(known), q.beside(nil)):
		q.g = q.usual
	case most == leanAlleles:
		q.g = q.leanest
	default:
		made, ok := q.made.Load(q.remembered)
		if !ok {
			g, err := q.Model.genotypes(most, q.beside(known))
			if err != nil {
				return err
			}
			made, _ = q.made.LoadOrStore(q.remembered, g)
		}
		q.g = made.(*genotypes)
	}
	q.kept = &prepared{g: q.g}
	return nil
}

// treeOf makes a family ready, or takes the tree from a place in what is kept, where it still has the same
// shape.
func (q *question) treeOf(place **tree, f *pedigree.Family, at []int) (*tree, error) {
	shape := shapeOf(f)
	if t := *place; t != nil && t.shape == shape {
		same := *t
		same.at = at
		return &same, nil
	}
	t := &tree{shape: shape, at: at, size: len(f.Individuals)}
	var err error
	if t.net, err = likelihood.NewNet(q.g.Space, f); errors.Is(err, likelihood.ErrTangled) || err == nil && t.net.Cost().Total > mostCost && !q.lean {
		return nil, errCostly
	}
	if err != nil {
		return nil, err
	}
	if t.nothing, err = t.net.Solve(nil, make([][]float64, t.size)); err != nil {
		return nil, err
	}
	kept := *q.kept
	switch place {
	case &q.kept.part:
		kept.part = t
	default:
		kept.whole = t
	}
	q.kept = &kept
	q.memory.Keep(q.remembered, q.kept)
	return t, nil
}

// wholeTree is that of the whole family, for questions about people who do not matter as things are.
func (q *question) wholeTree() (*tree, error) {
	at := make([]int, len(q.c.Family.Individuals))
	for i := range at {
		at[i] = i
	}
	return q.treeOf(&q.kept.whole, q.c.Family, at)
}

// alleles is how many risk alleles a person must be allowed, as usual unless variants in more of the genes were
// found in the family, and the genes, by position, in which they were found.
func (q *question) alleles() (most int, known []int) {
	most = usualAlleles
	for _, p := range q.positives {
		n := 0
		for i := range q.genes {
			if carrier(p, q.genes[i].Name) {
				known = append(known, i)
				n++
			}
		}
		most = max(most, n)
	}
	slices.Sort(known)
	known = slices.Compact(known)
	if len(known) > usualAlleles {
		most = max(most, usualAlleles+1)
	}
	return most, known
}

// product is the sum over genotypes of a product.
func product(a, b []float64) float64 {
	sum := 0.0
	for s, x := range a {
		sum += x * b[s]
	}
	return sum
}
