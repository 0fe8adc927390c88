package draw_test

import (
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
)

// anonymised is all the text of an anonymous drawing of one person of the family of Zoe Zaphod.
func anonymised(t *testing.T, p pedigree.Individual) string {
	t.Helper()
	p.ID, p.Name = "1", "Zoe"
	f := &pedigree.Family{
		Individuals: []pedigree.Individual{p},
		Patients:    []pedigree.Patient{{Individual: "1", FamilyName: "Zaphod", Address: []string{"Ormskirk Row"}}},
	}
	scene := draw.Draw(f, layout.Arrange(f, layout.Options{}), draw.Style{Anonymise: true})
	texts := scene.Title + "\n" + scene.Description
	for _, e := range scene.Elements {
		if text, ok := e.Shape.(draw.Text); ok {
			texts += "\n" + text.String
		}
	}
	if string(f.Individuals[0].Name) != "Zoe" {
		t.Error("drawing changed the family")
	}
	return texts
}

func TestWordsOfOnesOwnStayOnAnAnonymousDrawingOnlyWhereTheyNameNobody(t *testing.T) {
	diagnosed := func(site pedigree.Site) pedigree.Individual {
		return pedigree.Individual{Diagnoses: []pedigree.Diagnosis{{Site: site}}}
	}
	carries := func(condition string) pedigree.Individual {
		return pedigree.Individual{Carrier: []pedigree.CarrierState{{Condition: condition, Kind: pedigree.KnownCarrier}}}
	}
	tested := func(gene string) pedigree.Individual {
		return pedigree.Individual{GeneTests: []pedigree.GeneTest{{Gene: gene, Result: pedigree.Positive}}}
	}
	for _, c := range []struct {
		name         string
		person       pedigree.Individual
		want, secret string
	}{
		{"a condition", diagnosed("Huntington disease"), "Huntington disease", ""},
		{"a condition with a small number", diagnosed("Neurofibromatosis type 2"), "type", ""},
		{"a condition with a name", diagnosed("Zoe's tumour"), "nother condition", "Zoe"},
		{"a condition with a surname", diagnosed("lump of ZAPHOD"), "nother condition", "ZAPHOD"},
		{"a condition with a place", diagnosed("lump, seen at Ormskirk"), "nother condition", "Ormskirk"},
		{"a condition with a long number", diagnosed("lump 999 000 0018"), "nother condition", "999"},
		{"a condition with a postcode", diagnosed("lump LS1 4AB"), "nother condition", "LS1"},
		{"carried", carries("cystic fibrosis"), "ystic fibrosis", ""},
		{"carried, with a name", carries("Zoe's disease"), "nother condition", "Zoe"},
		{"a gene", tested("BRCA2"), "BRCA2", ""},
		{"two genes", tested("BRCA1/2"), "BRCA1/2", ""},
		{"no gene at all", tested("the lab wrote to Leeds"), "gene", "Leeds"},
	} {
		texts := anonymised(t, c.person)
		flat := strings.NewReplacer("\n", " ", "\u00a0", " ").Replace(texts)
		if !strings.Contains(flat, c.want) {
			t.Errorf("%s: no %q in\n%s", c.name, c.want, texts)
		}
		if c.secret != "" && strings.Contains(flat, c.secret) {
			t.Errorf("%s: %q shows in\n%s", c.name, c.secret, texts)
		}
	}
}
