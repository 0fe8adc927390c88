package interchange_test

import (
	"bytes"
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/interchange"
)

// readsBack checks that a family is refused in a format, or reads back from it.
func readsBack(t interface{ Fatalf(string, ...any) }, f *pedigree.Family) {
	for _, format := range []string{interchange.JSON, interchange.CanRisk4, interchange.PED} {
		var out bytes.Buffer
		_, err := interchange.Write(&out, format, f)
		if err != nil {
			if !errors.Is(err, interchange.ErrRefused) {
				t.Fatalf("%s: %v", format, err)
			}
			continue
		}
		if _, err := interchange.Read("again."+format, out.Bytes()); err != nil {
			t.Fatalf("%s: %v, in\n%s", format, err, out.String())
		}
	}
}

// anyFamily draws people with every kind of fact, sensible or not.
func anyFamily(t *rapid.T) *pedigree.Family {
	years := rapid.Custom(func(t *rapid.T) pedigree.Fuzzy {
		said := []string{"", "42", "40s", "~60", "<50", ">70", "999", "0", "as a child", "1950", "1950s", "14 Mar 1984", "1492"}
		return pedigree.ParseFuzzy(rapid.SampledFrom(said).Draw(t, "said"))
	})
	f := &pedigree.Family{Name: rapid.SampledFrom([]string{"", "G1", "000", "A family of many words", "--"}).Draw(t, "name")}
	if rapid.Bool().Draw(t, "dated") {
		f.AsOf = "2026-11-21"
	}
	sites := append([]pedigree.Site{"asthma", pedigree.Breast, pedigree.Breast}, pedigree.Sites[:10]...)
	n := rapid.IntRange(1, 8).Draw(t, "people")
	women, men := []pedigree.ID{""}, []pedigree.ID{""}
	for i := range n {
		p := pedigree.Individual{
			ID: pedigree.ID(fmt.Sprint(i)), Name: rapid.SampledFrom([]string{"", "Anna Maria", "é", "NA"}).Draw(t, "called"),
			Sex:      rapid.SampledFrom([]pedigree.Sex{pedigree.Female, pedigree.Female, pedigree.Male, pedigree.Male, pedigree.Unassigned, ""}).Draw(t, "sex"),
			Deceased: pedigree.Answer(rapid.IntRange(0, 3).Draw(t, "deceased")),
			Age:      years.Draw(t, "age"), Born: years.Draw(t, "born"), Died: years.Draw(t, "died"),
			Consultand: i == n-1, Count: rapid.SampledFrom([]int{0, 0, 0, 3}).Draw(t, "count"),
		}
		p.Mother, p.Father = rapid.SampledFrom(women).Draw(t, "mother"), rapid.SampledFrom(men).Draw(t, "father")
		switch p.Sex {
		case pedigree.Female:
			women = append(women, p.ID)
		case pedigree.Male:
			men = append(men, p.ID)
		case "":
			women, men = append(women, p.ID), append(men, p.ID)
		}
		for range rapid.IntRange(0, 3).Draw(t, "cancers") {
			p.Diagnoses = append(p.Diagnoses, pedigree.Diagnosis{
				Site: rapid.SampledFrom(sites).Draw(t, "site"), Age: years.Draw(t, "onset"),
				Side:      rapid.SampledFrom([]pedigree.Side{"", pedigree.Left, pedigree.Right}).Draw(t, "side"),
				Pathology: pedigree.Pathology{ER: rapid.SampledFrom([]pedigree.Receptor{"", pedigree.ReceptorNegative, "later"}).Draw(t, "er")},
			})
		}
		for range rapid.IntRange(0, 2).Draw(t, "tests") {
			p.GeneTests = append(p.GeneTests, pedigree.GeneTest{
				Gene:   rapid.SampledFrom([]string{"BRCA1", "HOXB13", "MLH1", ""}).Draw(t, "gene"),
				Result: rapid.SampledFrom([]pedigree.TestResult{pedigree.Positive, pedigree.Negative, pedigree.Uncertain, ""}).Draw(t, "result"),
				Scope:  rapid.SampledFrom([]pedigree.TestScope{pedigree.Screen, pedigree.FamilialVariant, pedigree.FounderPanel, ""}).Draw(t, "scope"),
			})
		}
		f.Individuals = append(f.Individuals, p)
	}
	if n > 3 {
		f.Twins = []pedigree.TwinSet{{Zygosity: pedigree.Monozygotic, Members: []pedigree.ID{"2", "3"}}}
	}
	return f
}

func TestWhateverIsWrittenReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { readsBack(t, anyFamily(t)) })
}

func FuzzConvert(f *testing.F) {
	f.Add("a.json", testdata(f, "whole.json"))
	f.Add("a.canrisk4", testdata(f, "several.canrisk4"))
	f.Add("a.ped", []byte("F1 1 0 0 1 1\nF1 2 0 0 2 2\nF1 3 1 2 0 -9\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		result, err := interchange.Read(name, data)
		if err != nil {
			var refused *interchange.Error
			if !errors.As(err, &refused) || result != nil {
				t.Fatalf("result %v with error %v", result, err)
			}
			return
		}
		for _, family := range result.Families {
			readsBack(t, family)
		}
	})
}
