package genes

import (
	"slices"
	"strings"

	"kindred/pedigree/risk"
)

// Phenotype is what is known of one person's cancers, as the chance of it without any variant of the model's
// genes and with one of the gene asked about. Results of tests are not in it.
type Phenotype struct {
	Mean      [2]float64 // over the readings of vague facts
	Low, High float64    // the second over the first, over all readings
	Affected  bool       // with a certain cancer whose risk the gene raises
}

// Phenotypes weighs everybody of the case's family, in its order, and gives the frequency of the gene's risk
// alleles. ok is false when the model does not have the gene, or when ages of somebody contradict each other.
func (m *Model) Phenotypes(c *risk.Case, symbol string) (all []Phenotype, frequency float64, ok bool) {
	at := m.position(strings.ToUpper(strings.TrimSpace(symbol)))
	if at < 0 {
		return nil, 0, false
	}
	q := &question{Model: m, c: c, g: m.usual}
	carrying := slices.IndexFunc(q.g.carries[at], func(carries bool) bool { return carries }) // the first has no other gene
	pick := func(v []float64) [2]float64 {
		if v == nil {
			return [2]float64{1, 1}
		}
		return [2]float64{v[0], v[carrying]}
	}
	for i := range c.Family.Individuals {
		h, ok := q.read(&c.Family.Individuals[i])
		if !ok {
			return nil, 0, false
		}
		h.tests = nil
		low, high := q.ends(&h, 0)
		p := Phenotype{Mean: pick(q.vector(&h)), Low: pick(low)[1], High: pick(high)[1]}
		for k := range h.cancers {
			p.Affected = p.Affected || h.cancers[k].course == had && m.cancers[k].table.carrier[at] != nil
		}
		all = append(all, p)
	}
	return all, m.genes[at].Frequency.Value, true
}
