package lynch

import (
	"fmt"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// outside says why the model has no figure for this family; nothing where it has one.
func (m *Model) outside(c *risk.Case) []string {
	words := map[string]string{"PMS2": m.PMS2.Words, "EPCAM": m.EPCAM.Words}
	for _, gene := range m.NotInModel {
		if slices.Contains(m.carriedBy(c.Subject), gene) {
			return []string{fmt.Sprintf("A variant in %s was found in the person asked about.", gene), words[gene]}
		}
		for _, p := range c.Kin() {
			switch {
			case !slices.Contains(m.carriedBy(p), gene):
			case c.Subject.TestedWithout(gene):
				return []string{fmt.Sprintf("The variant in %s that is known in the family (%s) was not found in the person asked about. The model does not have that gene, would lay the family's cancers to others, and would mislead.", gene, c.Words(p.ID))}
			default:
				return []string{fmt.Sprintf("A variant in %s is known in the family (%s): a test for it comes first, and the model, which does not have that gene, would mislead.", gene, c.Words(p.ID)), words[gene]}
			}
		}
	}
	screened := 0
	for _, gene := range m.core.Genes() {
		if slices.ContainsFunc(c.Subject.GeneTests, func(t pedigree.GeneTest) bool { return t.Gene == gene && isNegativeScreen(&t) }) {
			screened++
		}
	}
	if screened == len(m.core.Genes()) {
		return []string{"A full screen of " + risk.List(m.core.Genes()) + " was negative in the person asked about. What chance that leaves is not given: how many variants a screen misses could not be verified."}
	}
	return nil
}

// isNegativeScreen reports a negative screen of a whole gene in a germline sample.
func isNegativeScreen(t *pedigree.GeneTest) bool {
	return t.Result == pedigree.Negative && t.Sample != pedigree.Tumour && t.Scope == pedigree.Screen
}

// describe adds to an answer what is particular to this model.
func (m *Model) describe(c *risk.Case, a *risk.Assessment, carried []string) {
	cancers, unused, screens := 0, 0, 0
	for _, p := range c.Kin() {
		for i := range p.Diagnoses {
			switch d := &p.Diagnoses[i]; {
			case !d.Counts() || risk.IsPossible(d):
			case d.Site == pedigree.Colorectum || d.Site == pedigree.Endometrium:
				cancers++
			case slices.Contains(m.UnusedSites, d.Site):
				unused++
			}
		}
		for i := range p.GeneTests {
			if slices.Contains(m.core.Genes(), p.GeneTests[i].Gene) && isNegativeScreen(&p.GeneTests[i]) {
				screens++
			}
		}
	}
	if cancers == 0 {
		a.Because = append([]string{"No bowel or womb cancer is reported."}, a.Because...)
	}
	for _, gene := range carried {
		for _, q := range m.Quoted[gene] {
			a.Because = append(a.Because, fmt.Sprintf("%s carriers, cancer of the %s by 70: %s (%d %s in %d person-years, both sexes); not in the figures.", gene, q.Cancer, risk.Percent(q.Percent/100), q.Cases, risk.Plural(q.Cases, "case", "cases"), q.PersonYears))
		}
		if gene == m.NoCase.Gene && c.Subject.Sex == pedigree.Female {
			a.Because = append(a.Because, m.NoCase.Words)
		}
	}
	if unused > 0 {
		a.Warnings = append(a.Warnings, fmt.Sprintf("Other Lynch cancers are recorded (%d) and not used: the chance may be too low.", unused))
	}
	if screens > 0 {
		a.Warnings = append(a.Warnings, fmt.Sprintf("Negative screens of these genes (%d) lower nothing: how many variants a screen misses could not be verified.", screens))
	}
}
