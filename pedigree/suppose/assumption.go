package suppose

import (
	"fmt"

	"kindred/pedigree"
	"kindred/pedigree/confirm"
	"kindred/pedigree/describe"
)

// Kind is what sort of thing is assumed.
type Kind string

// The kinds.
const (
	VariantFound    Kind = "variant found"     // a pathogenic variant of the gene, the family's where one is known
	VariantNotFound Kind = "variant not found" // tested for the variant that is known in the family, and clear
	GeneClear       Kind = "gene clear"        // a full screen of the gene finds nothing
	Cancer          Kind = "cancer"            // a new primary, invasive and confirmed
	AgeReached      Kind = "age"               // the age now, or at death
	ReportConfirms  Kind = "report confirms"   // of a fact that was told
	ReportRefutes   Kind = "report refutes"
)

// Assumption is one fact about one person that is taken to be so.
type Assumption struct {
	Kind   Kind
	Person pedigree.ID
	Gene   string        // HGNC symbol, of the three kinds about a gene
	Site   pedigree.Site // of a cancer
	Age    int           // in whole years, of a cancer and of an age; 0 to MaxAge
	// Fact is what a report confirms or refutes. Its Person is the one above.
	Fact confirm.Fact
}

// MaxAge is the highest age that can be assumed, in years.
const MaxAge = 120

// Words says what is assumed, with the person as the family calls them: "Anna: BRCA1 variant found".
func (a Assumption) Words(f *pedigree.Family) string {
	return describe.Capital(f.Called(a.Person)) + ": " + a.fact(f)
}

func (a Assumption) fact(f *pedigree.Family) string {
	switch a.Kind {
	case VariantFound:
		return a.Gene + " variant found"
	case VariantNotFound:
		return "the family's " + a.Gene + " variant not found"
	case GeneClear:
		return "full screen of " + a.Gene + " finds nothing"
	case Cancer:
		return fmt.Sprintf("%s at %d", describe.SiteName(a.Site), a.Age)
	case AgeReached:
		return fmt.Sprintf("aged %d", a.Age)
	}
	words := "a fact that is gone"
	for _, item := range confirm.List(f, "") {
		if item.Fact == a.Fact {
			words = item.Words
		}
	}
	if a.Kind == ReportConfirms {
		return "a report confirms " + words
	}
	return "a report refutes " + words
}

// Variant is a gene in which somebody in the family has a pathogenic variant, as far as is told.
type Variant struct {
	Gene string
	Name string // as reported; "" where nobody said
}

// Known lists the variants of a family's germline tests, one a gene, in family order.
func Known(f *pedigree.Family) []Variant {
	var known []Variant
	for i := range f.Individuals {
		for n := range f.Individuals[i].GeneTests {
			t := &f.Individuals[i].GeneTests[n]
			if !t.GermlinePositive() {
				continue
			}
			at := 0
			for at < len(known) && known[at].Gene != t.Gene {
				at++
			}
			if at == len(known) {
				known = append(known, Variant{Gene: t.Gene})
			}
			if known[at].Name == "" {
				known[at].Name = t.Variant
			}
		}
	}
	return known
}
