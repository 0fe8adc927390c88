package risk

import (
	"fmt"
	"slices"

	"kindred/pedigree"
)

// Known is a pathogenic germline variant of one gene that is known in the subject or a blood relative.
type Known struct {
	Gene string
	In   []pedigree.ID // who is known to have it, in family order
	Own  bool          // the subject is one of them
	// Cleared says that the subject, or everybody through whom it could have come, was tested for that very
	// variant and does not have it.
	Cleared bool
}

// KnownVariants lists the genes of which a pathogenic germline variant is known in the subject or a blood
// relative, in the order of the family.
func (c *Case) KnownVariants() []Known {
	var known []Known
	for _, p := range c.Kin() {
		for i := range p.GeneTests {
			t := &p.GeneTests[i]
			if !t.GermlinePositive() {
				continue
			}
			at := slices.IndexFunc(known, func(k Known) bool { return k.Gene == t.Gene })
			if at < 0 {
				at = len(known)
				known = append(known, Known{Gene: t.Gene, Cleared: true})
			}
			k := &known[at]
			if !slices.Contains(k.In, p.ID) {
				k.In = append(k.In, p.ID)
			}
			k.Own = k.Own || p.ID == c.Subject.ID
			k.Cleared = k.Cleared && !k.Own && c.cleared(p, t)
		}
	}
	return known
}

// cleared reports that the subject cannot have a relative's variant, as far as tests for it tell.
func (c *Case) cleared(carrier *pedigree.Individual, variant *pedigree.GeneTest) bool {
	if c.isClearOf(c.Subject.ID, variant) {
		return true
	}
	anybody := func(pedigree.ID) bool { return true }
	return c.reaches(carrier.ID, anybody) && !c.reaches(carrier.ID, func(id pedigree.ID) bool { return !c.isClearOf(id, variant) })
}

// isClearOf reports that somebody, or an identical twin, was tested for a variant known in the family and does
// not have it.
func (c *Case) isClearOf(id pedigree.ID, variant *pedigree.GeneTest) bool {
	people := []pedigree.ID{id}
	for _, t := range c.Family.Twins {
		if t.Zygosity == pedigree.Monozygotic && slices.Contains(t.Members, id) {
			people = t.Members
		}
	}
	clear := false
	for _, id := range people {
		at, ok := c.At(id)
		if !ok {
			continue
		}
		for i := range c.Family.Individuals[at].GeneTests {
			t := &c.Family.Individuals[at].GeneTests[i]
			switch {
			case t.Gene != variant.Gene || t.Sample == pedigree.Tumour:
			case t.GermlinePositive():
				return false
			case t.Result == pedigree.Negative && t.Scope == pedigree.FamilialVariant:
				clear = clear || t.Variant == "" || variant.Variant == "" || t.Variant == variant.Variant
			}
		}
	}
	return clear
}

// reaches reports a line of descent from an ancestor of a carrier, or from the carrier, to the subject on
// which everybody may have what the carrier has.
func (c *Case) reaches(carrier pedigree.ID, may func(pedigree.ID) bool) bool {
	seen := map[pedigree.ID]bool{carrier: true}
	next := []pedigree.ID{carrier}
	for k := 0; k < len(next); k++ { // up
		at, ok := c.At(next[k])
		if !ok {
			continue
		}
		p := &c.Family.Individuals[at]
		for _, parent := range []pedigree.ID{p.EggParent(), p.SpermParent()} {
			if parent != "" && !seen[parent] && may(parent) {
				seen[parent] = true
				next = append(next, parent)
			}
		}
	}
	for k := 0; k < len(next); k++ { // and down
		for _, i := range c.childrenOf(next[k]) {
			if child := c.Family.Individuals[i].ID; !seen[child] && may(child) {
				seen[child] = true
				next = append(next, child)
			}
		}
	}
	return seen[c.Subject.ID]
}

// Who names the people who are known to have a variant: "mother and maternal aunt".
func (k *Known) Who(c *Case) string {
	words := make([]string, len(k.In))
	for i, id := range k.In {
		words[i] = c.Words(id)
	}
	return List(words)
}

// OtherVariants warns of each variant known in the family in a gene that a model does not have.
func (c *Case) OtherVariants(has func(gene string) bool) []string {
	var lines []string
	for _, k := range c.KnownVariants() {
		if has(k.Gene) {
			continue
		}
		line := fmt.Sprintf("A variant in %s is known (%s), and this model does not have that gene: it takes no account of it, and may lay cancers that come of it to something else.", k.Gene, k.Who(c))
		if k.Cleared {
			line += " Tests for that variant say that the person asked about does not have it."
		}
		lines = append(lines, line)
	}
	return lines
}
