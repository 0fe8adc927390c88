package risk_test

import (
	"fmt"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// descent is a woman, "self", with her mother's and her father's relatives and an identical twin of her mother.
func descent() *pedigree.Family {
	f := &pedigree.Family{AsOf: "2026-11-22", Individuals: []pedigree.Individual{
		{ID: "mgm", Sex: pedigree.Female},
		{ID: "mgf", Sex: pedigree.Male},
		{ID: "uncle's wife", Sex: pedigree.Female},
		{ID: "mother", Sex: pedigree.Female, Mother: "mgm", Father: "mgf"},
		{ID: "twin", Sex: pedigree.Female, Mother: "mgm", Father: "mgf"},
		{ID: "uncle", Sex: pedigree.Male, Mother: "mgm", Father: "mgf"},
		{ID: "cousin", Sex: pedigree.Female, Mother: "uncle's wife", Father: "uncle"},
		{ID: "father", Sex: pedigree.Male},
		{ID: "self", Sex: pedigree.Female, Mother: "mother", Father: "father", Consultand: true},
		{ID: "sister", Sex: pedigree.Female, Mother: "mother", Father: "father"},
		{ID: "child", Sex: pedigree.Female, Mother: "self"},
	}}
	f.Twins = []pedigree.TwinSet{{Zygosity: pedigree.Monozygotic, Members: []pedigree.ID{"mother", "twin"}}}
	return f
}

// TestWhoIsClearOfAVariantOfTheFamily: the subject, where she or everybody through whom it could have come was
// tested for it; of another variant, of a tumour, and of a whole screen that says nothing.
func TestWhoIsClearOfAVariantOfTheFamily(t *testing.T) {
	negative := pedigree.GeneTest{Gene: "TP53", Result: pedigree.Negative, Scope: pedigree.FamilialVariant}
	other := negative
	other.Variant = "c.2C>T"
	tumour := negative
	tumour.Sample = pedigree.Tumour
	screen := negative
	screen.Scope = pedigree.Screen
	for _, c := range []struct {
		carrier, tested pedigree.ID
		test            pedigree.GeneTest
		cleared         bool
	}{
		{"mother", "", negative, false},
		{"mother", "self", negative, true},
		{"mother", "self", other, false},
		{"mother", "self", tumour, false},
		{"mother", "self", screen, false},
		{"mother", "sister", negative, false},
		{"mother", "mgm", negative, false},
		{"cousin", "mother", negative, true},
		{"cousin", "twin", negative, true}, // who has her mother's genes
		{"cousin", "uncle", negative, true},
		{"cousin", "mgm", negative, false}, // her husband may have it
		{"child", "self", negative, true},
		{"child", "mother", negative, false}, // it may be the father's
		{"self", "mother", negative, false},
	} {
		f := descent()
		p := f.Individual(c.carrier)
		p.GeneTests = []pedigree.GeneTest{{Gene: "TP53", Result: pedigree.Positive, Variant: "c.1A>G"}}
		if c.tested != "" {
			f.Individual(c.tested).GeneTests = append(f.Individual(c.tested).GeneTests, c.test)
		}
		known := risk.Open(risk.Request{Family: f}).KnownVariants()
		if len(known) != 1 || known[0].Cleared != c.cleared || known[0].Own != (c.carrier == "self") || fmt.Sprint(known[0].In) != fmt.Sprint([]pedigree.ID{c.carrier}) {
			t.Errorf("%s has it, %s was tested %+v: %+v", c.carrier, c.tested, c.test, known)
		}
	}
}

func TestAVariantIsKnownOnceForEachGene(t *testing.T) {
	f := descent()
	for id, gene := range map[pedigree.ID]string{"mother": "BRCA1", "uncle": "brca1", "sister": " Brca 1 ", "uncle's wife": "BRCA2"} {
		f.Individual(id).GeneTests = []pedigree.GeneTest{{Gene: gene, Result: pedigree.Positive}}
	}
	f.Individual("mgf").GeneTests = []pedigree.GeneTest{{Gene: "TP53", Result: pedigree.Uncertain, Class: 3}, {Gene: "TP53", Result: pedigree.Positive, Sample: pedigree.Tumour}}
	c := risk.Open(risk.Request{Family: f})
	known := c.KnownVariants()
	if len(known) != 1 || known[0].Gene != "BRCA1" || known[0].Who(c) != "mother, maternal uncle and sister" {
		t.Errorf("%+v", known)
	}
	if f.Individual("uncle").GeneTests[0].Gene != "brca1" {
		t.Error("the family that was asked about was changed")
	}
}

func TestAHistologyThatIsDeniedIsNotSaid(t *testing.T) {
	for _, c := range []struct {
		histology, word string
		want            bool
	}{
		{"mucinous", "mucinous", true},
		{"Mucinous adenocarcinoma", "mucinous", true},
		{"high-grade serous, non-mucinous", "mucinous", false},
		{"high-grade serous, non-mucinous", "serous", true},
		{"nonmucinous", "mucinous", false},
		{"not mucinous", "mucinous", false},
		{"no lobular component", "lobular", false},
		{"ductal without lobular features", "lobular", false},
		{"no evidence of a lobular component", "lobular", false},
		{"no lobular or mucinous component", "mucinous", false},
		{"non-mucinous and mucinous parts", "mucinous", true},
		{"no special type, lobular", "lobular", true},
		{"of no special type with lobular features", "lobular", true},
		{"no ductal, lobular", "lobular", true},
		{"mucinous or serous", "serous", true},
		{"", "lobular", false},
	} {
		d := pedigree.Diagnosis{Pathology: pedigree.Pathology{Histology: c.histology}}
		if got := risk.HistologyHas(&d, "nothing", c.word); got != c.want {
			t.Errorf("%q says %q: %v", c.histology, c.word, got)
		}
	}
	d := pedigree.Diagnosis{Site: pedigree.Breast, Words: "breast cancer, no LCIS"}
	if risk.IsLobularInSitu(&d) {
		t.Error("no LCIS was read as LCIS")
	}
}
