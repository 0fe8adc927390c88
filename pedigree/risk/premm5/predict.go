package premm5

import "math"

// predictors is the number of the regression's variables, V0 to V10.
const predictors = 11

// vector is V0 to V10.
type vector [predictors]float64

// outcomes are the probabilities of a variant by gene, in the order of geneKeys, and of any, last.
type outcomes [len(geneKeys) + 1]float64

// anyGene is the place of the sum.
const anyGene = len(geneKeys)

// odds are those of a variant in each gene against none in any. What the person, the first-degree and the
// second-degree relatives add to the linear predictors multiplies them.
type odds [len(geneKeys)]float64

// scores are the linear predictors by gene, b0 + sum of b(k) V(k).
func (m *Model) scores(v vector) (lp [len(geneKeys)]float64) {
	for g := range lp {
		lp[g] = m.Genes[g].Constant + m.added(g, v)
	}
	return lp
}

// added is the sum of b(k) V(k) of a gene.
func (m *Model) added(g int, v vector) float64 {
	sum := 0.0
	for k, b := range m.Genes[g].Coefficients {
		sum += b * v[k]
	}
	return sum
}

// factors is what V0 to V10 multiply the odds by.
func (m *Model) factors(v vector) (o odds) {
	for g := range o {
		o[g] = math.Exp(m.added(g, v))
	}
	return o
}

// constants are the odds before anything multiplies them.
func (m *Model) constants() (o odds) {
	for g := range o {
		o[g] = math.Exp(m.Genes[g].Constant)
	}
	return o
}

func (o odds) times(by odds) odds {
	for g := range o {
		o[g] *= by[g]
	}
	return o
}

// predict turns odds into probabilities.
func predict(o odds) (p outcomes) {
	rest := 1.0
	for _, x := range o {
		rest += x
	}
	for g, x := range o {
		p[g] = x / rest
		p[anyGene] += p[g]
	}
	return p
}

// between bounds the probabilities of odds that each lie between a low and a high one: each gene's rises with
// its own odds and falls with the others', and their sum rises with all.
func between(low, high odds) (least, most outcomes) {
	for g := range low {
		alone, together := high, low
		alone[g], together[g] = low[g], high[g]
		least[g], most[g] = predict(alone)[g], predict(together)[g]
	}
	least[anyGene], most[anyGene] = predict(low)[anyGene], predict(high)[anyGene]
	return least, most
}
