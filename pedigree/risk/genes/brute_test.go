package genes

import (
	"math"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// TestEveryGenotypeOfASmallFamilyAddedUpByHand sums over all genotypes of five people at two loci, BRCA1 and
// CHEK2, with nothing left out: hazards as the model has them and every vague age averaged.
func TestEveryGenotypeOfASmallFamilyAddedUpByHand(t *testing.T) {
	m := shipped(t)
	year := func(site pedigree.Site, low, high int) pedigree.Diagnosis {
		return pedigree.Diagnosis{Site: site, Behaviour: pedigree.Invasive, Age: pedigree.Fuzzy{Low: pedigree.At(low), High: pedigree.At(high)}}
	}
	f := &pedigree.Family{AsOf: "2026-11-21", Individuals: []pedigree.Individual{
		{ID: "m", Sex: pedigree.Female, Age: pedigree.ExactYear(60), Diagnoses: []pedigree.Diagnosis{year(pedigree.Breast, 40, 44)}},
		{ID: "f", Sex: pedigree.Male, Age: pedigree.ExactYear(70), Diagnoses: []pedigree.Diagnosis{year(pedigree.Prostate, 66, 66)}},
		{ID: "s", Sex: pedigree.Female, Mother: "m", Father: "f", Consultand: true, Age: pedigree.ExactYear(38)},
		{ID: "b", Sex: pedigree.Male, Mother: "m", Father: "f", Age: pedigree.Fuzzy{Low: pedigree.At(30), High: pedigree.At(36)}},
		{ID: "a", Sex: pedigree.Female, Mother: "m", Father: "f", Age: pedigree.ExactYear(45), Diagnoses: []pedigree.Diagnosis{year(pedigree.Ovary, 43, 43)}},
	}}
	brca1, chek2 := m.position("BRCA1"), m.position("CHEK2")
	// free is the chance of no cancer before an age with some copies of the two risk alleles.
	free := func(cancer string, sex pedigree.Sex, copies [2]int, age int) float64 {
		table := m.tableOf(t, cancer, sex)
		sum := 0.0
		for a := range age {
			h := table.none[a]
			if of := table.carrier[brca1]; copies[0] > 0 && of != nil {
				h = max(h, of[a])
			}
			if of := table.carrier[chek2]; copies[1] > 0 && of != nil {
				h = max(h, of[a])
			}
			sum += h
		}
		return math.Exp(-sum)
	}
	women, men := pedigree.Female, pedigree.Male
	found := func(cancer string, sex pedigree.Sex, c [2]int, low, high int) float64 {
		return (free(cancer, sex, c, low) - free(cancer, sex, c, high+1)) / float64(high-low+1)
	}
	known := []func(c [2]int) float64{
		func(c [2]int) float64 {
			return found("breast", women, c, 40, 44) * free("ovary", women, c, 60) * free("pancreas", women, c, 60)
		},
		func(c [2]int) float64 {
			return found("prostate", men, c, 66, 66) * free("male breast", men, c, 70) * free("pancreas", men, c, 70)
		},
		func(c [2]int) float64 {
			return free("breast", women, c, 38) * free("ovary", women, c, 38) * free("pancreas", women, c, 38)
		},
		func(c [2]int) float64 {
			sum := 0.0
			for age := 30; age <= 36; age++ {
				sum += free("prostate", men, c, age) * free("male breast", men, c, age) * free("pancreas", men, c, age)
			}
			return sum / 7
		},
		func(c [2]int) float64 {
			return found("ovary", women, c, 43, 43) * free("breast", women, c, 45) * free("pancreas", women, c, 45)
		},
	}
	chance := make([][9]float64, len(known)) // by person and genotype: copies of BRCA1, and 3 times those of CHEK2
	for i, of := range known {
		for g := range 9 {
			chance[i][g] = of([2]int{g % 3, g / 3})
		}
	}
	founder := func(g int) float64 {
		p := 1.0
		for l, q := range []float64{m.genes[brca1].Frequency.Value, m.genes[chek2].Frequency.Value} {
			p *= [3]float64{(1 - q) * (1 - q), 2 * q * (1 - q), q * q}[[2]int{g % 3, g / 3}[l]]
		}
		return p
	}
	locus := func(child, mother, father int) float64 {
		m, f := float64(mother)/2, float64(father)/2
		return [3]float64{(1 - m) * (1 - f), m*(1-f) + f*(1-m), m * f}[child]
	}
	child := func(c, m, f int) float64 { return locus(c%3, m%3, f%3) * locus(c/3, m/3, f/3) }
	carry, all, both := 0.0, 0.0, 0.0
	for mother := range 9 {
		for father := range 9 {
			p := founder(mother) * founder(father) * chance[0][mother] * chance[1][father]
			for i := 3; i <= 4; i++ {
				sum := 0.0
				for g := range 9 {
					sum += child(g, mother, father) * chance[i][g]
				}
				p *= sum
			}
			for g := range 9 {
				x := p * child(g, mother, father) * chance[2][g]
				all += x
				if g%3 > 0 {
					carry += x
				}
				if g > 0 {
					both += x
				}
			}
		}
	}
	only := &Model{name: "two genes", cancers: m.cancers, lastAge: m.lastAge, sites: m.sites}
	for _, g := range []int{brca1, chek2} {
		only.genes = append(only.genes, m.genes[g])
	}
	only.cancers = nil
	for i := range m.cancers {
		c := m.cancers[i]
		t := *c.table
		t.carrier = [][]float64{c.table.carrier[brca1], c.table.carrier[chek2]}
		c.table = &t
		only.cancers = append(only.cancers, c)
	}
	var err error
	if only.usual, err = only.genotypes(usualAlleles, only.beside(nil)); err != nil {
		t.Fatal(err)
	}
	a := only.Assess(risk.Request{Family: f})
	for _, c := range []struct {
		key          string
		want, within float64 // what leaving out people with more than two risk alleles takes, as a share
	}{{"carrier/BRCA1", carry / all, 2e-3}, {risk.AnyGene, both / all, 2e-3}} {
		if got := a.Values[c.key]; math.Abs(got-c.want) > c.within*c.want {
			t.Errorf("%s: %v, by hand %v", c.key, got, c.want)
		}
	}
}
