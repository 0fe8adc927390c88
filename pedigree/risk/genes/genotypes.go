package genes

import (
	"math"
	"slices"

	"kindred/pedigree/likelihood"
)

// The most risk alleles that a person, and a founder, are given: more in one person is too rare to matter unless
// somebody was found to have them. A founder has a second only beside one of the genes in which a variant is known
// in the family, or that the model marks: without that, strong evidence for one gene would all but rule out another
// from the same parent.
const (
	usualAlleles        = 2
	usualFounderAlleles = 1
)

// genotypes are the model's genotypes in one likelihood.Space, and what each does.
type genotypes struct {
	*likelihood.Space
	founder []bool   // by state: whether a founder may have it
	carries [][]bool // by gene and state
	any     []bool   // by state
	alone   []int    // by gene: the state of one risk allele of it and none of another
	cancers []chances
}

// chances are, for one cancer, by age and state: free, of reaching the age without it; found, of its being
// found in the year from that age; alive, of reaching the age alive and without it; and crude, of its having
// been found before that age. Each row of ages holds all states.
type chances struct{ free, found, alive, crude [][]float64 }

// beside are the genes, by position, that founders may have another beside, when variants in those given are known.
func (m *Model) beside(known []int) []int {
	all := slices.Clone(known)
	for i := range m.genes {
		if m.genes[i].Beside {
			all = append(all, i)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// genotypes lists them with the number of risk alleles allowed; known are the genes, by position, in which a
// founder may have others beside.
func (m *Model) genotypes(most int, known []int) (*genotypes, error) {
	loci := make([]likelihood.Locus, len(m.genes))
	for i, q := range m.frequencies() {
		loci[i].Frequency = q
	}
	space, err := likelihood.NewSpace(loci, most, usualFounderAlleles, known...)
	if err != nil {
		return nil, err
	}
	g := &genotypes{Space: space, carries: make([][]bool, len(loci)), any: make([]bool, space.Len()), alone: make([]int, len(loci))}
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
	g.founder = make([]bool, space.Len())
	for s := range g.founder {
		g.founder[s] = g.alleles(s) <= usualFounderAlleles || slices.ContainsFunc(known, func(gene int) bool { return g.carries[gene][s] })
	}
	for i, q := range g.asOften(m.frequencies()) {
		loci[i].Frequency = q
	}
	if g.Space, err = likelihood.NewSpace(loci, most, usualFounderAlleles, known...); err != nil {
		return nil, err
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

// asOften are the frequencies with which founders carry each gene as often as people do: without that, leaving out
// those with two risk alleles would make every gene rarer by a share of the others. Each round brings the
// carriers of every gene closer, and the first leaves a share of some 10^-4.
func (g *genotypes) asOften(frequencies []float64) []float64 {
	adjusted := slices.Clone(frequencies)
	for range 4 {
		prior := g.allowed(adjusted)
		total := 0.0
		for _, p := range prior {
			total += p
		}
		for gene, q := range frequencies {
			carriers := 0.0
			for s, p := range prior {
				if g.carries[gene][s] {
					carriers += p
				}
			}
			adjusted[gene] *= (1 - (1-q)*(1-q)) * total / carriers
		}
	}
	return adjusted
}

// allowed is the chance of each genotype that a founder may have.
func (g *genotypes) allowed(frequencies []float64) []float64 {
	prior := g.Prior(frequencies)
	for s := range prior {
		if !g.founder[s] {
			prior[s] = 0
		}
	}
	return prior
}

// everybody is the chance of each genotype in somebody of whose family nothing is known, for frequencies of the
// risk alleles.
func (g *genotypes) everybody(frequencies []float64) []float64 {
	return g.allowed(g.asOften(frequencies))
}

// alleles is how many risk alleles a state has.
func (g *genotypes) alleles(state int) int {
	n := 0
	for gene := range g.carries {
		n += g.Copies(state, gene)
	}
	return n
}
