package genes

import (
	"math"

	"kindred/pedigree/likelihood"
)

// The most risk alleles that a person, and a founder, are given: more in one person is too rare to matter
// unless somebody was found to have them.
const (
	usualAlleles        = 2
	usualFounderAlleles = 1
)

// genotypes are the model's genotypes in one likelihood.Space, and what each does.
type genotypes struct {
	*likelihood.Space
	founder int      // the most risk alleles of a founder
	carries [][]bool // by gene and state
	any     []bool   // by state
	alone   []int    // by gene: the state of one risk allele of it and none of another
	cancers []chances
}

// chances are, for one cancer, by age and state: free, of reaching the age without it; found, of its being
// found in the year from that age; alive, of reaching the age alive and without it; and crude, of its having
// been found before that age. Each row of ages holds all states.
type chances struct{ free, found, alive, crude [][]float64 }

// genotypes lists them with the number of risk alleles allowed.
func (m *Model) genotypes(most, founder int) (*genotypes, error) {
	loci := make([]likelihood.Locus, len(m.genes))
	frequencies := m.frequencies()
	if founder == 1 {
		frequencies = capped(frequencies)
	}
	for i, q := range frequencies {
		loci[i].Frequency = q
	}
	space, err := likelihood.NewSpace(loci, most, founder)
	if err != nil {
		return nil, err
	}
	g := &genotypes{Space: space, founder: founder, carries: make([][]bool, len(loci)), any: make([]bool, space.Len()), alone: make([]int, len(loci))}
	for locus := range loci {
		g.carries[locus] = make([]bool, space.Len())
		for s := range space.Len() {
			g.carries[locus][s] = space.Copies(s, locus) > 0
			g.any[s] = g.any[s] || g.carries[locus][s]
			if g.alleles(s) == 1 && g.carries[locus][s] {
				g.alone[locus] = s
			}
		}
	}
	for i := range m.cancers {
		g.cancers = append(g.cancers, g.chances(m.cancers[i].table))
	}
	return g, nil
}

// chances works out a cancer's from its hazards. Where a state has several genes the highest counts.
func (g *genotypes) chances(t *table) chances {
	n := g.Len()
	hazard := make([][]float64, n)
	for s := range n {
		hazard[s] = t.none
		var raised []float64
		for gene, h := range t.carrier {
			if h != nil && g.carries[gene][s] {
				raised = highest(raised, h)
			}
		}
		if raised != nil {
			hazard[s] = raised
		}
	}
	c := chances{free: [][]float64{ones(n)}, alive: [][]float64{ones(n)}, crude: [][]float64{make([]float64, n)}}
	for a := range oldest + 1 {
		free, found, alive, crude := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
		for s := range n {
			h, all := hazard[s][a], hazard[s][a]+t.deaths[a]
			free[s], found[s] = c.free[a][s]*math.Exp(-h), -c.free[a][s]*math.Expm1(-h)
			alive[s], crude[s] = c.alive[a][s]*math.Exp(-all), c.crude[a][s]-c.alive[a][s]*math.Expm1(-all)*h/all
		}
		c.free, c.found = append(c.free, free), append(c.found, found)
		c.alive, c.crude = append(c.alive, alive), append(c.crude, crude)
	}
	return c
}

// highest is the higher of two hazards at each age; a may be nil.
func highest(a, b []float64) []float64 {
	if a == nil {
		return b
	}
	higher := make([]float64, len(b))
	for i := range b {
		higher[i] = max(a[i], b[i])
	}
	return higher
}

// by is the chance, for a state, of the cancer from age x to before age t among those without it at x, as if
// nobody died of anything else; crude, before any death.
func (c *chances) by(state, x, t int, crude bool) float64 {
	switch {
	case t <= x:
		return 0
	case crude:
		return (c.crude[t][state] - c.crude[x][state]) / c.alive[x][state]
	}
	return 1 - c.free[t][state]/c.free[x][state]
}

// frequencies are the usual ones of the risk alleles.
func (m *Model) frequencies() []float64 {
	f := make([]float64, len(m.genes))
	for i := range f {
		f[i] = m.genes[i].Frequency.Value
	}
	return f
}

// capped are the frequencies with which founders of at most one risk allele carry each gene as often as
// people do: without that, leaving out those with two would make every gene rarer by a share of the others.
// With c = 1-(1-q)² the carriers of each gene, x = c/(1-Σc) and q' = x/(2+x).
func capped(frequencies []float64) []float64 {
	carriers := 0.0
	for _, q := range frequencies {
		carriers += 1 - (1-q)*(1-q)
	}
	adjusted := make([]float64, len(frequencies))
	for i, q := range frequencies {
		x := (1 - (1-q)*(1-q)) / (1 - carriers)
		adjusted[i] = x / (2 + x)
	}
	return adjusted
}

// everybody is the chance of each genotype in somebody of whose family nothing is known, for frequencies of the
// risk alleles.
func (g *genotypes) everybody(frequencies []float64) []float64 {
	if g.founder > 1 {
		return g.Prior(frequencies)
	}
	prior := g.Prior(capped(frequencies))
	for s := range prior {
		if g.alleles(s) > g.founder {
			prior[s] = 0
		}
	}
	return prior
}

// alleles is how many risk alleles a state has.
func (g *genotypes) alleles(state int) int {
	n := 0
	for gene := range g.carries {
		n += g.Copies(state, gene)
	}
	return n
}
