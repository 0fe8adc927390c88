package riskmodels_test

import (
	"encoding/json"
	"strings"
	"testing"

	"kindred/assets"
	"kindred/internal/riskmodels"
	"kindred/pedigree"
	"kindred/pedigree/interchange"
	"kindred/pedigree/risk"
)

// TestHowAGeneIsWrittenChangesNoAnswer of any model: "pms2", " BRCA 1 " and "Tp53" are the genes that they are.
func TestHowAGeneIsWrittenChangesNoAnswer(t *testing.T) {
	read, err := interchange.Read("families/g10482-breast-ovarian.json", assets.Must("families/g10482-breast-ovarian.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, gene := range []string{"BRCA1", "PMS2", "MLH1", "TP53", "PTEN", "CDH1", "APC", "LDLR", "POLE", "PALB2"} {
		for _, result := range []pedigree.TestResult{pedigree.Positive, pedigree.Negative} {
			for _, own := range []bool{false, true} {
				answers := func(written string) string {
					f := read.Families[0].Clone()
					who := f.Subject()
					if !own {
						who = f.Individual(who.Mother)
					}
					who.GeneTests = []pedigree.GeneTest{{Gene: written, Result: result, Scope: pedigree.FamilialVariant}}
					text, err := json.Marshal(riskmodels.Assess(risk.Request{Family: f, Quick: true}))
					if err != nil {
						t.Fatal(err)
					}
					return string(text)
				}
				want := answers(gene)
				for _, written := range []string{strings.ToLower(gene), " " + gene[:1] + strings.ToLower(gene[1:len(gene)-1]) + " " + gene[len(gene)-1:]} {
					if answers(written) != want {
						t.Errorf("%q, %s, own %v: the answers differ from those for %s", written, result, own, gene)
					}
				}
			}
		}
	}
}
