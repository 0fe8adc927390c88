package bsg

import (
	"fmt"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/criteria"
)

// ofVariants answers where a variant or polyposis is known in the family, and takes the family table out
// of use; ok is false where none is.
func (m *Model) ofVariants(v *criteria.View) (a risk.Assessment, ok bool) {
	for _, s := range m.Carriers {
		if gene, seen := s.carriedBy(v.Self()); gene != "" {
			return m.carrier(v, s, gene, seen), true
		}
	}
	var known []risk.Assessment
	for _, s := range m.Carriers {
		if a, ok := m.familial(v, s); ok {
			known = append(known, a)
		}
	}
	if a, ok := m.polyposis(v); ok && len(known) == 0 {
		known = append(known, a)
	}
	if len(known) == 0 {
		return risk.Assessment{}, false
	}
	slices.SortStableFunc(known, func(a, b risk.Assessment) int { // an untested variant before one that was excluded
		return rank(a.Status) - rank(b.Status)
	})
	a = known[0]
	for _, more := range known[1:] {
		a.Because = append(a.Because, more.Because...)
		a.Surveillance = append(a.Surveillance, more.Surveillance...)
	}
	return a, true
}

func rank(s risk.Status) int {
	if s == risk.CannotTell {
		return 0
	}
	return 1
}

// carriedBy is the gene of the scheme in which somebody has the germline variants that it takes, and
// whether the reports were seen; "" for none.
func (s scheme) carriedBy(p *pedigree.Individual) (gene string, seen bool) {
	found := 0
	seen = true
	for i := range p.GeneTests {
		if t := &p.GeneTests[i]; t.GermlinePositive() && slices.Contains(s.Genes, t.Gene) {
			found++
			gene = t.Gene
			seen = seen && t.ReportSeen == pedigree.Yes
		}
	}
	if found < max(1, s.Copies) {
		return "", false
	}
	return gene, seen
}

// excludedIn reports a negative germline test of somebody that settles the variant of the family.
func excludedIn(p *pedigree.Individual, gene string) bool {
	return slices.ContainsFunc(p.GeneTests, func(t pedigree.GeneTest) bool {
		return t.Gene == gene && t.Result == pedigree.Negative && t.Sample != pedigree.Tumour &&
			(t.Scope == pedigree.Screen || t.Scope == pedigree.FamilialVariant)
	})
}

// carrier is the answer about somebody with a variant.
func (m *Model) carrier(v *criteria.View, s scheme, gene string, seen bool) risk.Assessment {
	a := risk.Assessment{Status: risk.OK, Category: s.Condition, Counted: []pedigree.ID{v.Subject.ID}}
	a.Because = []string{fmt.Sprintf("The person asked about has a variant in %s (%s): the scheme for carriers takes the place of the family table.", gene, s.Condition)}
	if !seen {
		a.Because = append(a.Because, "The report of the variant has not been seen: confirm it first.")
	}
	a.Surveillance = []string{m.carrierLine(v, s, gene+" ("+s.Condition+")")}
	return a
}

func (m *Model) carrierLine(v *criteria.View, s scheme, of string) string {
	if s.Words == "" {
		return of + ": the guideline has a scheme, and its ages are not in this release."
	}
	return m.line(v, s, of)
}

// familial is the answer while a relative has a variant that the person asked about is not known to have
// or not to have; ok is false where no relative has one.
func (m *Model) familial(v *criteria.View, s scheme) (a risk.Assessment, ok bool) {
	carriers := map[string][]criteria.Evidence{}
	var genes []string
	for _, i := range v.Kindred() {
		if p := v.At(i); p.ID != v.Subject.ID {
			if gene, _ := s.carriedBy(p); gene != "" {
				if carriers[gene] == nil {
					genes = append(genes, gene)
				}
				carriers[gene] = append(carriers[gene], criteria.Evidence{Person: i})
			}
		}
	}
	slices.Sort(genes)
	for _, gene := range genes {
		who := v.NamedAll(carriers[gene])
		a.Counted = append(a.Counted, v.IDs(carriers[gene])...)
		if excludedIn(v.Self(), gene) {
			a.Because = append(a.Because, fmt.Sprintf("The variant in %s known in %s is not in the person asked about. The family table is for families without a known variant: cancers that it does not explain, such as those of another side, are for the clinic to judge.", gene, who))
			continue
		}
		a.Status, a.Category = risk.CannotTell, criteria.CannotTell
		a.Because = append(a.Because, fmt.Sprintf("A variant in %s (%s) is known in %s, and the person asked about is not known to have been tested for it. The family table is for families in which this is excluded: a test for the variant comes first.", gene, s.Condition, who))
		a.Surveillance = append(a.Surveillance, "If the variant is found, "+m.carrierLine(v, s, gene+" ("+s.Condition+")"))
	}
	if a.Status == "" {
		a.Status = risk.NotApplicable
	}
	return a, len(genes) > 0
}

// polyposis is the answer where familial adenomatous polyposis is recorded without a variant.
func (m *Model) polyposis(v *criteria.View) (a risk.Assessment, ok bool) {
	for _, i := range v.Kindred() {
		p := v.At(i)
		if !slices.ContainsFunc(p.Diagnoses, func(d pedigree.Diagnosis) bool { return d.Counts() && m.AtRisk.Is(d.Site) }) {
			continue
		}
		a = risk.Assessment{Status: risk.CannotTell, Category: criteria.CannotTell, Counted: []pedigree.ID{p.ID}}
		a.Because = []string{fmt.Sprintf("Familial adenomatous polyposis is recorded (%s): the family table is for families in which it is excluded.", v.Words(p.ID))}
		if p.ID != v.Subject.ID && v.Relation(p.ID).Degree == 1 {
			a.Surveillance = []string{risk.Sentence(m.AtRisk.Words) + " (" + m.Short + ")."}
		}
		return a, true
	}
	return a, false
}

// missing is what would change the answer, a test of the person asked about for a variant of the family
// before anything else.
func (m *Model) missing(v *criteria.View, now *risk.Assessment) []risk.Missing {
	missing := v.Missing(m.Tumour.Sites, nil, now, m.facts(v), m.outcome)
	var tests []risk.Doubt
	for _, s := range m.Carriers {
		for _, gene := range m.familialGenes(v, s) {
			tests = append(tests, risk.Doubt{
				Person: v.Subject.ID, Kind: risk.FactMissing, Fact: "test for the " + gene + " variant of the family",
				Readings: []risk.Reading{tested(v.Self(), gene, pedigree.Positive, s.Copies), tested(v.Self(), gene, pedigree.Negative, 1)},
			})
		}
	}
	ask := func(_ *risk.Doubt, r *risk.Reading) risk.Assessment { return m.outcome(v.Instead(r.Person)) }
	return append(risk.EffectsBy(tests, now, ask), missing...)
}

// facts puts what the model reads of a person in a string.
func (m *Model) facts(v *criteria.View) func(*pedigree.Individual) string {
	return func(p *pedigree.Individual) string {
		key := []byte{
			byte(v.Most(p, &m.Tumour, criteria.Limit{})), byte(v.Most(p, &m.Tumour, criteria.Limit{Below: m.YoungBelow})),
			byte(v.Most(p, &m.AtRisk.Tumour, criteria.Limit{})),
		}
		return string(key) + criteria.Tests(p)
	}
}

// familialGenes lists the genes of a scheme in which a relative has a variant and the person asked about is
// not known to have or not to have it.
func (m *Model) familialGenes(v *criteria.View, s scheme) []string {
	var genes []string
	for _, i := range v.Kindred() {
		gene, _ := s.carriedBy(v.At(i))
		own, _ := s.carriedBy(v.Self())
		if gene != "" && own == "" && v.At(i).ID != v.Subject.ID && !slices.Contains(genes, gene) && !excludedIn(v.Self(), gene) {
			genes = append(genes, gene)
		}
	}
	slices.Sort(genes)
	return genes
}

// tested is somebody with one more result.
func tested(p *pedigree.Individual, gene string, result pedigree.TestResult, copies int) risk.Reading {
	changed := *p
	changed.GeneTests = slices.Clone(p.GeneTests)
	for range max(1, copies) {
		changed.GeneTests = append(changed.GeneTests, pedigree.GeneTest{Gene: gene, Result: result, Sample: pedigree.Germline, Scope: pedigree.FamilialVariant, ReportSeen: pedigree.Yes})
	}
	return risk.Reading{Name: risk.ReadingName(result), Person: &changed}
}
