package cosegregation

import (
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/risk/locus"
)

// variant is who of the family carries one variant.
type variant struct {
	gene, name  string
	carriers    []pedigree.ID
	noncarriers []pedigree.ID
	pathogenic  bool // a laboratory has called it so: class 4 or 5, or positive without a class
}

// leastTested is how many people must have been tested for there to be segregation.
const leastTested = 2

func (v variant) words() string { return strings.TrimSpace(v.gene + " " + v.name) }

// tested reports somebody whose result is known.
func (v variant) tested(id pedigree.ID) bool {
	return slices.Contains(v.carriers, id) || slices.Contains(v.noncarriers, id)
}

// variantOf is the variant that the option gives the genotypes of, or else that of the family most people
// were tested for; reason is a sentence where there is none.
func variantOf(f *pedigree.Family, l *locus.Locus) (v variant, reason string) {
	if l != nil && len(l.Carriers)+len(l.Noncarriers)+len(l.Genotypes) > 0 {
		v = variant{gene: l.Gene, name: l.Variant, carriers: slices.Clone(l.Carriers), noncarriers: slices.Clone(l.Noncarriers)}
		for i := range f.Individuals { // in family order, so that the same question gives the same words
			id := f.Individuals[i].ID
			copies, ok := l.Genotypes[id]
			switch {
			case !ok:
			case copies > 0 && !slices.Contains(v.carriers, id):
				v.carriers = append(v.carriers, id)
			case copies == 0 && !slices.Contains(v.noncarriers, id):
				v.noncarriers = append(v.noncarriers, id)
			}
		}
	} else {
		for _, found := range variants(f) {
			wanted := l == nil || (l.Gene == "" || strings.EqualFold(l.Gene, found.gene)) && (l.Variant == "" || strings.EqualFold(l.Variant, found.name))
			if wanted && len(found.carriers)+len(found.noncarriers) > len(v.carriers)+len(v.noncarriers) {
				v = found
			}
		}
	}
	if len(v.carriers) == 0 || len(v.carriers)+len(v.noncarriers) < leastTested {
		return v, "Fewer than two people of the family were tested for the same variant: there is nothing to see of its inheritance."
	}
	return v, ""
}

// variants lists what was found in germline tests with a name, in family order.
func variants(f *pedigree.Family) []variant {
	var found []variant
	each := func(of func(id pedigree.ID, t *pedigree.GeneTest)) {
		for i := range f.Individuals {
			p := &f.Individuals[i]
			for k := range p.GeneTests {
				if t := &p.GeneTests[k]; t.Sample != pedigree.Tumour && p.IsPerson() {
					of(p.ID, t)
				}
			}
		}
	}
	each(func(id pedigree.ID, t *pedigree.GeneTest) {
		if t.Variant == "" || t.Result != pedigree.Positive && t.Result != pedigree.Uncertain {
			return
		}
		at := slices.IndexFunc(found, func(v variant) bool { return v.is(t) })
		if at < 0 {
			at = len(found)
			found = append(found, variant{gene: t.Gene, name: strings.TrimSpace(t.Variant)})
		}
		found[at].pathogenic = found[at].pathogenic || t.GermlinePositive()
		if !slices.Contains(found[at].carriers, id) {
			found[at].carriers = append(found[at].carriers, id)
		}
	})
	each(func(id pedigree.ID, t *pedigree.GeneTest) {
		if t.Result != pedigree.Negative || t.Scope != pedigree.FamilialVariant {
			return
		}
		for i := range found {
			v := &found[i]
			same := v.is(t) || t.Variant == "" && strings.EqualFold(t.Gene, v.gene) && v.only(found)
			if same && !slices.Contains(v.carriers, id) && !slices.Contains(v.noncarriers, id) {
				v.noncarriers = append(v.noncarriers, id)
			}
		}
	})
	return found
}

// is reports that a test is about this variant.
func (v variant) is(t *pedigree.GeneTest) bool {
	return strings.EqualFold(t.Gene, v.gene) && strings.EqualFold(strings.TrimSpace(t.Variant), v.name)
}

// only reports that the family has no other variant of the gene, so that "the familial variant" is this one.
func (v variant) only(found []variant) bool {
	n := 0
	for _, other := range found {
		if strings.EqualFold(other.gene, v.gene) {
			n++
		}
	}
	return n == 1
}
