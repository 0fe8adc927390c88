package cosegregation_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// enumerated is the factor by summing over every assignment of genotypes, which shares nothing with the
// engine.
func enumerated(p published) float64 {
	people := p.family.Individuals
	index := p.family.Index()
	q := p.frequency
	in := func(list string, i int) bool { return strings.Contains(" "+list+" ", " "+string(people[i].ID)+" ") }
	sum := func(phenotypes bool, typed func(i, g int) bool) float64 {
		genotype := make([]int, len(people))
		var below func(i int) float64
		below = func(i int) float64 {
			if i == len(people) {
				return 1
			}
			total := 0.0
			for g := range 3 {
				if !typed(i, g) {
					continue
				}
				genotype[i] = g
				w := [3]float64{(1 - q) * (1 - q), 2 * q * (1 - q), q * q}[g]
				if people[i].Mother != "" {
					m, f := float64(genotype[index[people[i].Mother]])/2, float64(genotype[index[people[i].Father]])/2
					w = [3]float64{(1 - m) * (1 - f), m*(1-f) + f*(1-m), m * f}[g]
				}
				if phenotypes && in(p.affected, i) {
					w *= p.penetrance[g]
				} else if phenotypes && !in(p.unknown, i) {
					w *= 1 - p.penetrance[g]
				}
				if w > 0 {
					total += w * below(i+1)
				}
			}
			return total
		}
		return below(0)
	}
	all := func(i, g int) bool { return (!in(p.carriers, i) || g == 1) && (!in(p.noncarriers, i) || g == 0) }
	own := func(i, g int) bool { return string(people[i].ID) != p.proband || g == 1 }
	return sum(true, all) / sum(false, all) * sum(false, own) / sum(true, own)
}

// TestFactorsInFamiliesWithLoopsAgreeWithEnumeration: the child of first cousins, with any results.
func TestFactorsInFamiliesWithLoopsAgreeWithEnumeration(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := published{
			family:  family("1 0 0 M", "2 0 0 F", "3 1 2 M", "4 1 2 F", "5 0 0 F", "6 0 0 M", "7 3 5 M", "8 6 4 F", "9 7 8 F"),
			proband: "9", carriers: "9", frequency: rapid.Float64Range(1e-4, 0.2).Draw(rt, "frequency"),
			penetrance: []float64{rapid.Float64Range(0.01, 0.3).Draw(rt, "f0"), rapid.Float64Range(0.05, 0.95).Draw(rt, "f1"), 0.9}, affected: "9",
		}
		for i := range 8 {
			id := fmt.Sprint(" ", i+1)
			switch rapid.IntRange(0, 3).Draw(rt, "result") {
			case 0:
				p.carriers += id
			case 1:
				p.noncarriers += id
			}
			switch rapid.IntRange(0, 2).Draw(rt, "illness") {
			case 0:
				p.affected += id
			case 1:
				p.unknown += id
			}
		}
		want := enumerated(p)
		if math.IsNaN(want) || len(strings.Fields(p.carriers+p.noncarriers)) < 2 {
			return // results that cannot be true together
		}
		if got := p.answer(t).Values["bayes_factor"]; math.Abs(got/want-1) > 1e-9 {
			rt.Fatalf("%+v: %v, enumerated %v", p, got, want)
		}
	})
}

// TestARecessiveLoop: two affected sibs of a cousin marriage, both with two copies, and a healthy carrier.
func TestHomozygousProbandCountsWithItsOwnGenotype(t *testing.T) {
	f := family("1 0 0 M", "2 0 0 F", "3 1 2 M", "4 1 2 F", "5 0 0 F", "6 0 0 M", "7 3 5 M", "8 6 4 F", "9 7 8 F", "10 7 8 M")
	option := `{"allele_frequency":0.001,"penetrance":[0.01,0.01,0.95],"proband":"9","genotypes":{"9":2,"10":2,"7":1},"phenotypes":{"9":"affected","10":"affected","7":"unaffected"}}`
	a := assess(t, f, "9", option)
	// Given a proband with two copies, the sib has two with a chance of about 1/4, and is ill with 0.95
	// instead of 0.01·3/4 + 0.95·1/4 of all; the father carries either way and is as often well.
	want := 0.95 / (0.25*0.95 + 0.75*0.01)
	if got := a.Values["bayes_factor"]; math.Abs(got/want-1) > 0.01 {
		t.Errorf("%v, about %v", got, want)
	}
}
