package cosegregation

import (
	"fmt"
	"math"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// because says who carries and who is affected.
func (q *question) because() []string {
	list := func(ids []pedigree.ID) string {
		words := make([]string, len(ids))
		for i, id := range ids {
			words[i] = q.c.Words(id)
		}
		return risk.List(words)
	}
	name := q.variant.words()
	if name == "" {
		name = "the variant"
	}
	lines := []string{fmt.Sprintf("Carriers of %s: %s.", name, list(q.variant.carriers))}
	if len(q.variant.noncarriers) > 0 {
		lines = append(lines, fmt.Sprintf("Tested and not carriers: %s.", list(q.variant.noncarriers)))
	}
	var affected []pedigree.ID
	for i, k := range q.known {
		if k.Affected {
			affected = append(affected, q.c.Family.Individuals[i].ID)
		}
	}
	if len(affected) > 0 {
		lines = append(lines, "Affected: "+list(affected)+".")
	}
	found := "The family was found through"
	if len(q.candidates) > 0 {
		found = "Nobody said through whom the family was found; it is taken to have been found through"
	}
	return append(lines, fmt.Sprintf("%s the %s: the proband's own result and illness count neither for nor against.", found, q.c.Words(q.c.Family.Individuals[q.proband].ID)))
}

// working prints the four likelihoods, whose printed sum is the printed logarithm.
func (q *question) working() []string {
	p := q.parts
	return []string{
		fmt.Sprintf("Variant frequency %.6g; penetrance %s.", q.Frequency(), q.penetranceWords()),
		fmt.Sprintf("ln L(phenotypes and genotypes) = %.6f", p.both),
		fmt.Sprintf("ln L(genotypes) = %.6f", p.genotypes),
		fmt.Sprintf("ln P(genotype of the proband) = %.6f", p.proband),
		fmt.Sprintf("ln L(phenotypes and genotype of the proband) = %.6f", p.ascertained),
		fmt.Sprintf("ln FLB = %.6f - (%.6f) + (%.6f) - (%.6f) = %.6f", p.both, p.genotypes, p.proband, p.ascertained, p.log()),
		fmt.Sprintf("FLB = e^%.6f = %.6g", p.log(), math.Exp(p.log())),
	}
}

func (q *question) penetranceWords() string {
	if q.from != nil {
		return "by age, of " + q.from.words()
	}
	if len(q.ByAge) > 0 {
		return fmt.Sprintf("by age, up to %d", q.ByAge[len(q.ByAge)-1].Age)
	}
	words := make([]string, len(q.Penetrance))
	for i, f := range q.Penetrance {
		words[i] = fmt.Sprintf("%.4g", f)
	}
	of := "with 0, 1 and 2 copies " + strings.Join(words, ", ")
	if len(q.Class) > 0 {
		of += ", by liability class where one is given"
	}
	return of
}

// warnings say what speaks against the factor in this family.
func (q *question) warnings() []string {
	var lines []string
	if q.from != nil {
		lines = append(lines, fmt.Sprintf("The penetrance and the frequency are those of all pathogenic variants of %s in %s: a variant of its own frequency or penetrance needs an option.", q.variant.gene, q.from.words()))
	}
	if q.variant.pathogenic {
		lines = append(lines, "The variant is recorded as pathogenic already: the factor of this one family does not change that.")
	}
	if len(q.candidates) > 1 {
		lines = append(lines, "Who the proband is was not said: one affected carrier is taken, and the range is over all affected carriers.")
	}
	if !q.known[q.proband].Affected {
		lines = append(lines, "The proband is not affected: the correction for how the family was found assumes an affected carrier.")
	}
	return lines
}
