package genes

import (
	"slices"

	"kindred/pedigree"
)

// result is what the gene tests of a person say of one gene.
type result uint8

const (
	untested    result = iota // or a result that says nothing
	screenClear               // a negative screen of the whole gene
	clear                     // negative for the variant known in a relative
	found                     // a germline variant of class 4 or 5
)

// carrier reports a recorded germline variant of the gene.
func carrier(p *pedigree.Individual, gene string) bool {
	return slices.ContainsFunc(p.GeneTests, func(t pedigree.GeneTest) bool { return t.Gene == gene && t.GermlinePositive() })
}

// results reads a person's gene tests. A positive result goes before any negative one; of negative ones the
// most telling counts once.
func (q *question) results(p *pedigree.Individual) []result {
	results := make([]result, len(q.genes))
	if !p.IsPerson() {
		return results
	}
	for i := range p.GeneTests {
		t := &p.GeneTests[i]
		g := slices.IndexFunc(q.genes, func(g gene) bool { return t.Gene == g.Name })
		if g < 0 {
			continue
		}
		says := untested
		switch {
		case t.GermlinePositive():
			says = found
		case t.Result != pedigree.Negative || t.Sample == pedigree.Tumour:
		case t.Scope == pedigree.Screen && q.genes[g].Screen != nil:
			says = screenClear
		case t.Scope == pedigree.FamilialVariant && q.knownInFamily(p, t):
			says = clear
		}
		results[g] = max(results[g], says)
	}
	return results
}

// knownInFamily reports that a blood relative of somebody tested for a familial variant has a variant of
// that gene, and not another one than that looked for.
func (q *question) knownInFamily(p *pedigree.Individual, t *pedigree.GeneTest) bool {
	for _, relative := range q.positives {
		if relative.ID == p.ID || !q.c.Family.Relationship(p.ID, relative.ID).IsBlood() {
			continue
		}
		for i := range relative.GeneTests {
			if r := &relative.GeneTests[i]; r.Gene == t.Gene && r.GermlinePositive() && (r.Variant == "" || t.Variant == "" || r.Variant == t.Variant) {
				return true
			}
		}
	}
	return false
}

// chance is the probability of a result for somebody who carries the gene; of one who does not it is 1, or
// 0 where a variant was found.
func (g *gene) chance(r result) float64 {
	switch r {
	case screenClear:
		return 1 - g.Screen.Value
	case clear:
		return 0
	}
	return 1
}

// scopeless lists the relatives with a negative test that says nothing until its scope is known, or until
// the variant looked for is.
func (q *question) scopeless() []string {
	var who []string
	for _, p := range q.c.Kin() {
		results := q.results(p)
		for i := range p.GeneTests {
			t := &p.GeneTests[i]
			g := slices.IndexFunc(q.genes, func(g gene) bool { return t.Gene == g.Name })
			if g >= 0 && t.Result == pedigree.Negative && t.Sample != pedigree.Tumour && t.Scope != pedigree.Screen && results[g] == untested {
				who = append(who, t.Gene+", "+q.c.Words(p.ID))
			}
		}
	}
	return who
}
