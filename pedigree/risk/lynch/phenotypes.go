package lynch

import (
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/genes"
)

// Phenotypes weighs what is known of everybody's cancers for carriers of one of the genes; see genes.Model.
func (m *Model) Phenotypes(c *risk.Case, gene string) (all []genes.Phenotype, frequency float64, ok bool) {
	return m.core.Phenotypes(c, gene)
}
