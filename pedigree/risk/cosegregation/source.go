package cosegregation

import (
	"kindred/pedigree/likelihood"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/genes"
	"kindred/pedigree/risk/locus"
)

// source is a model of several genes that has the variant's gene: its penetrance weighs the variant where no
// option gives one.
type source struct {
	model      string
	phenotypes []genes.Phenotype
	frequency  float64
}

// sourceOf is the first model that has the gene; nil for none.
func (m *Model) sourceOf(c *risk.Case, gene string) *source {
	for _, other := range m.others {
		if phenotypes, frequency, ok := other.Phenotypes(c, gene); ok {
			return &source{other.Name(), phenotypes, frequency}
		}
	}
	return nil
}

func (s *source) words() string { return "the model " + s.model }

// locus is the variant at the frequency of its gene, dominant.
func (s *source) locus(v variant) *locus.Locus {
	return &locus.Locus{
		Inheritance: locus.Dominant, AlleleFrequency: &s.frequency, Penetrance: []float64{0, 1, 1},
		Carriers: v.carriers, Noncarriers: v.noncarriers,
	}
}

// known takes the phenotypes of the model instead of those read; of two risk alleles the penetrance is that
// of one.
func (s *source) known(read []locus.Known) []locus.Known {
	for i, p := range s.phenotypes {
		k := &read[i]
		k.Phenotype, k.Affected = likelihood.Vector{p.Mean[0], p.Mean[1], p.Mean[1]}, p.Affected
		k.Readings = []likelihood.Vector{{1, p.Low, p.Low}, {1, p.High, p.High}}
	}
	return read
}
