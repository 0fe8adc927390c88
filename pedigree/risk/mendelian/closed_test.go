package mendelian_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
)

// rare is a frequency at which closed forms that neglect it hold to nine digits.
const rare = 1e-10

func near(t testing.TB, what string, got, want, within float64) {
	t.Helper()
	if math.Abs(got-want) > within {
		t.Errorf("%s: %.9g, want %.9g", what, got, want)
	}
}

// TestXLinkedDaughterOfAnObligateCarrier: with s healthy sons 1/(1+2^s); 1/9 with three is Kennedy disease in
// Ogino S, Wilson RB, J Mol Diagn 2004;6:1-9, doi:10.1016/S1525-1578(10)60484-9.
func TestXLinkedDaughterOfAnObligateCarrier(t *testing.T) {
	for s, want := range []float64{1.0 / 2, 1.0 / 3, 1.0 / 5, 1.0 / 9, 1.0 / 17} {
		f := family(append([]string{"grandmother F", "grandfather M", "uncle M grandmother grandfather", "mother F grandmother grandfather", "father M"},
			children(s, "son", "M", "mother", "father")...)...)
		option := fmt.Sprintf(`{"inheritance":"XL","allele_frequency":%g,"genotypes":{"grandmother":1},"phenotypes":{"grandfather":"unaffected","uncle":"affected"%s}}`, rare, unaffected(s, "son"))
		a := ask(t, f, "mother", option)
		near(t, fmt.Sprintf("%d healthy sons", s), a.Values["carrier_probability"], want, 1e-8)
		near(t, "her next son", a.Values["next_son"], want/2, 1e-8)
		near(t, "her next daughter as a carrier", a.Values["next_daughter_carrier"], want/2, 1e-8)
		near(t, "her next child", a.Values["next_child"], want/4, 1e-8)
	}
}

// TestXLinkedHealthyGrandsonsThroughOneDaughter: (2^k+1)/(3·2^k+1), Bridge 1997 by way of
// medicalalgorithms.com.
func TestXLinkedHealthyGrandsonsThroughOneDaughter(t *testing.T) {
	for k, want := range map[int]float64{1: 3.0 / 7, 2: 5.0 / 13, 3: 9.0 / 25} {
		f := family(append([]string{"grandmother F", "grandfather M", "mother F grandmother grandfather", "father M", "daughter F mother father", "husband M"},
			children(k, "grandson", "M", "daughter", "husband")...)...)
		option := fmt.Sprintf(`{"inheritance":"XL","allele_frequency":%g,"genotypes":{"grandmother":1},"phenotypes":{"grandfather":"unaffected"%s}}`, rare, unaffected(k, "grandson"))
		near(t, fmt.Sprintf("%d healthy grandsons", k), ask(t, f, "mother", option).Values["carrier_probability"], want, 1e-8)
	}
}

// TestXLinkedHealthySonsLowerTheRiskByHalvesEach, for any prior: p/(p+2^k(1-p)).
func TestXLinkedHealthySonsLowerTheRiskByHalvesEach(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		k := rapid.IntRange(0, 12).Draw(rt, "sons")
		q := rapid.Float64Range(0.001, 0.4).Draw(rt, "frequency")
		f := family(append([]string{"mother F"}, children(k, "son", "M", "mother", "0")...)...)
		option := fmt.Sprintf(`{"inheritance":"XL","allele_frequency":%g,"penetrance":[0,0,1],"penetrance_male":[0,1],"phenotypes":{"mother":"unaffected"%s}}`, q, unaffected(k, "son"))
		p := 2 * q * (1 - q) / (1 - q*q)
		want := p / (p + math.Exp2(float64(k))*(1-p))
		if got := ask(t, f, "mother", option).Values["carrier_probability"]; math.Abs(got-want) > 1e-12 {
			rt.Fatalf("%d sons, q %v: %v, want %v", k, q, got, want)
		}
	})
}

// TestXLinkedLethalAfterOneIsolatedCase: with n healthy brothers and s healthy sons
// (2^n+1)/(2^(n+s)+2^n+1). The table that medicalalgorithms.com cites as Bridge 1997, A.5, prints 2^s where
// 2^n belongs, so that each healthy brother would raise the risk.
func TestXLinkedLethalAfterOneIsolatedCase(t *testing.T) {
	previous := 1.0
	for _, c := range []struct {
		n, s int
		want float64
	}{{0, 0, 2.0 / 3}, {1, 0, 3.0 / 5}, {2, 0, 5.0 / 9}, {3, 0, 9.0 / 17}, {0, 1, 1.0 / 2}, {0, 2, 1.0 / 3}, {1, 1, 3.0 / 7}, {2, 2, 5.0 / 21}} {
		f := family(slices.Concat(
			[]string{"grandmother F", "grandfather M", "mother F grandmother grandfather", "father M", "boy M mother father"},
			children(c.n, "brother", "M", "grandmother", "grandfather"), children(c.s, "son", "M", "mother", "father"))...)
		option := fmt.Sprintf(`{"inheritance":"XL","fitness":0,"mutation":{"mother":1e-7,"father":1e-7},"phenotypes":{"boy":"affected"%s%s}}`, unaffected(c.n, "brother"), unaffected(c.s, "son"))
		a := ask(t, f, "mother", option)
		p := a.Values["carrier_probability"]
		near(t, fmt.Sprintf("%d brothers, %d sons", c.n, c.s), p, c.want, 1e-5)
		formula := (math.Exp2(float64(c.n)) + 1) / (math.Exp2(float64(c.n+c.s)) + math.Exp2(float64(c.n)) + 1)
		near(t, "formula", formula, c.want, 1e-12)
		if c.s == 0 && p >= previous {
			t.Errorf("a healthy brother raised the risk from %v to %v", previous, p)
		}
		previous = p
	}
}

// TestXLinkedLethalWithoutTheGrandparentsIsTheSame: a mother of whose own mother nothing is recorded, or only
// her, is at the equilibrium too.
func TestXLinkedLethalWithoutTheGrandparentsIsTheSame(t *testing.T) {
	const option = `{"inheritance":"XL","fitness":0,"mutation":{"mother":1e-7,"father":1e-7},"phenotypes":{"boy":"affected"}}`
	for _, f := range []*pedigree.Family{
		family("mother F", "boy M mother 0"),
		family("mother F", "father M", "boy M mother father"),
		family("grandmother F", "mother F grandmother 0", "boy M mother 0"),
		family("grandfather M", "mother F 0 grandfather", "boy M mother 0"),
		family("great F", "grandmother F great 0", "mother F grandmother 0", "boy M mother 0"),
	} {
		near(t, fmt.Sprint(len(f.Individuals), " people"), ask(t, f, "mother", option).Values["carrier_probability"], 2.0/3, 1e-5)
	}
}

// TestMoreMutationsInFathersRaiseTheMothersRisk: 2u+2v of women carry, half of it by inheritance from a
// carrier; an isolated case's mother carries with (u+v)/(2u+v).
func TestMoreMutationsInFathersRaiseTheMothersRisk(t *testing.T) {
	for _, ratio := range []float64{0, 1, 4, 10} {
		const u = 1e-8
		option := fmt.Sprintf(`{"inheritance":"XL","fitness":0,"mutation":{"mother":%g,"father":%g},"phenotypes":{"boy":"affected"}}`, u, ratio*u)
		near(t, fmt.Sprint("ratio ", ratio), ask(t, family("mother F", "boy M mother 0"), "mother", option).Values["carrier_probability"], (1+ratio)/(2+ratio), 1e-6)
	}
}

func TestHealthySibOfARecessiveCase(t *testing.T) {
	f := family("mother F", "father M", "ill M mother father", "sister F mother father")
	option := fmt.Sprintf(`{"inheritance":"AR","allele_frequency":%g,"phenotypes":{"ill":"affected","sister":"unaffected"}}`, rare)
	near(t, "sister", ask(t, f, "sister", option).Values["carrier_probability"], 2.0/3, 1e-8)
	near(t, "mother", ask(t, f, "mother", option).Values["carrier_probability"], 1, 1e-8)
	near(t, "the parents' next child", ask(t, f, "mother", option).Values["next_child"], 1.0/4, 1e-8)
	tested := fmt.Sprintf(`{"inheritance":"AR","allele_frequency":%g,"phenotypes":{"ill":"affected","sister":"unaffected"},"detection":0.9,"tests":{"sister":{"result":"negative"}}}`, rare)
	near(t, "sister after a negative test", ask(t, f, "sister", tested).Values["carrier_probability"], 1.0/6, 1e-8)
}

func TestPopulationCarrierAfterANegativeTest(t *testing.T) {
	f := family("woman F")
	option := `{"condition":"cystic fibrosis","inheritance":"AR","carrier_frequency":0.04,"phenotypes":{"woman":"unaffected"},"detection":0.9,"tests":{"woman":{"result":"negative"}}}`
	near(t, "1 in 25, negative, 90%", ask(t, f, "woman", option).Values["carrier_probability"], 1.0/241, 1e-12)
}

// TestSibOfAnObligateCarrierIsAtOneHalf, not 2/3 as a public counsellors' tutorial has it (its Example 4): only
// one grandparent need be a carrier. With a partner of 2.9% the child's risk is 1/2 × 0.029 × 1/4 and a
// little for two grandparents who carry, not 0.48%.
func TestSibOfAnObligateCarrierIsAtOneHalf(t *testing.T) {
	f := family("grandmother F", "grandfather M", "parent F grandmother grandfather", "spouse M", "ill M parent spouse", "uncle M grandmother grandfather", "wife F")
	f.Unions = []pedigree.Union{{Partners: []pedigree.ID{"uncle", "wife"}}}
	few := fmt.Sprintf(`{"inheritance":"AR","allele_frequency":%g,"phenotypes":{"ill":"affected","uncle":"unaffected"}}`, rare)
	near(t, "uncle", ask(t, f, "uncle", few).Values["carrier_probability"], 0.5, 1e-8)
	const c = 0.029
	a := ask(t, f, "uncle", fmt.Sprintf(`{"inheritance":"AR","carrier_frequency":%g,"phenotypes":{"ill":"affected","uncle":"unaffected","wife":"unaffected"}}`, c))
	if p := a.Values["carrier_probability"]; p < 0.5 || p > 0.52 {
		t.Errorf("with common carriers %v, want a little over 1/2", p)
	}
	near(t, "his child", a.Values["next_child"], a.Values["carrier_probability"]*c/4, 1e-12)
	if risk := a.Values["next_child"]; risk < 0.0036 || risk > 0.0038 {
		t.Errorf("his child's risk %v, want about 0.36%%", risk)
	}
}

// TestHalfFirstCousinOfACarrier: 1/64 for the child of a known carrier and a half first cousin (Kaplan notes,
// prep4usmle.com thread 106825).
func TestHalfFirstCousinOfACarrier(t *testing.T) {
	f := family("ancestor F", "first M", "second M", "a F ancestor first", "b F ancestor second", "x M", "y M", "carrier M a x", "cousin F b y")
	f.Unions = []pedigree.Union{{Partners: []pedigree.ID{"carrier", "cousin"}}}
	option := fmt.Sprintf(`{"inheritance":"AR","allele_frequency":%g,"genotypes":{"carrier":1}}`, rare)
	near(t, "child", ask(t, f, "carrier", option).Values["next_child"], 1.0/64, 1e-8)
}

// TestTwoFamiliesMeet: her nephew and his first cousin are affected; the experts of ECORN-CF answer
// 1/2 × 1/4 × 1/4 = 1/32 for their child.
func TestTwoFamiliesMeet(t *testing.T) {
	f := family(
		"a F", "b M", "her F a b", "sister F a b", "c M", "nephew M sister c",
		"d F", "e M", "parent M d e", "uncle M d e", "g F", "h F", "him M h parent", "cousin F g uncle")
	f.Unions = []pedigree.Union{{Partners: []pedigree.ID{"her", "him"}}}
	option := fmt.Sprintf(`{"condition":"cystic fibrosis","inheritance":"AR","allele_frequency":%g,"affected":["nephew","cousin"]}`, rare)
	near(t, "their child", ask(t, f, "her", option).Values["next_child"], 1.0/32, 1e-8)
	near(t, "seen from him", ask(t, f, "him", option).Values["next_child"], 1.0/32, 1e-8)
}

// TestOpenMendelCysticFibrosis: data GC1 of OpenMendel/MendelGeneticCounseling.jl, after K. Lange; two
// first-cousin loops. 0.03892 there, 0.0389222 by enumeration.
func TestOpenMendelCysticFibrosis(t *testing.T) {
	f := family("1 M", "2 F", "3 M", "4 F 2 1", "5 M 2 1", "6 F", "7 F 4 3", "8 M 4 3", "9 M 4 3", "10 F 6 5", "11 M 6 5", "12 M 7 11", "13 M 7 11", "14 M 7 11", "15 F 10 9")
	option := `{"condition":"cystic fibrosis","inheritance":"AR","allele_frequency":0.02,"phenotypes":{"8":"affected"`
	for i := range 14 {
		if i+1 != 8 {
			option += fmt.Sprintf(`,"%d":"unaffected"`, i+1)
		}
	}
	a := ask(t, f, "15", option+"}}")
	near(t, "affected", a.Values["affected_probability"], 0.0389222, 5e-8)
	near(t, "two risk alleles", a.Values["genotype/2"], 0.0389222, 5e-8)
}

// TestDominantOfLateOnset: healthy at an age by which a share F of carriers is ill, (1-F)/(2-F).
func TestDominantOfLateOnset(t *testing.T) {
	f := family("mother F", "father M", "child F mother father")
	f.Individual("child").Age = pedigree.ExactYear(40)
	for _, share := range []float64{0, 0.25, 0.5, 0.9, 1} {
		option := fmt.Sprintf(`{"inheritance":"AD","allele_frequency":%g,"genotypes":{"mother":1},"phenotypes":{"child":"unaffected"},"by_age":[{"age":40,"penetrance":[0,%g,%g]},{"age":80,"penetrance":[0,1,1]}]}`, rare, share, share)
		a := ask(t, f, "child", option)
		want := (1 - share) / (2 - share)
		near(t, fmt.Sprint("share ", share), a.Values["carrier_probability"], want, 1e-8)
		near(t, "ever affected", a.Values["affected_probability"], want, 1e-8) // all carriers fall ill by 80
	}
}

func TestIncompletePenetranceAndPhenocopies(t *testing.T) {
	f := family("mother F", "father M", "child F mother father")
	option := fmt.Sprintf(`{"inheritance":"AD","allele_frequency":%g,"penetrance":[0.1,0.8,0.8],"genotypes":{"mother":1,"father":0},"phenotypes":{"child":"affected"}}`, rare)
	a := ask(t, f, "child", option)
	near(t, "affected child of a carrier", a.Values["carrier_probability"], 0.8/0.9, 1e-9)
	near(t, "next child", ask(t, f, "mother", option).Values["next_child"], 0.5*0.8+0.5*0.1, 1e-9)
}

// TestFirstCousinsAgainstClosedForm: two unrelated alleles meet with q², the same one with 1/16 more.
func TestFirstCousinsAgainstClosedForm(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		q := rapid.Float64Range(0.0001, 0.5).Draw(rt, "frequency")
		f := family("g F", "h M", "a F g h", "b M g h", "x M", "y F", "c F a x", "d M y b", "child F c d")
		a := ask(t, f, "child", fmt.Sprintf(`{"inheritance":"AR","allele_frequency":%g}`, q))
		if want := q*q + q*(1-q)/16; math.Abs(a.Values["genotype/2"]-want) > 1e-12 {
			rt.Fatalf("q %v: %v, want %v", q, a.Values["genotype/2"], want)
		}
	})
}

// TestPersonOfWhomNothingIsKnownIsHardyWeinberg: p², 2pq, q².
func TestPersonOfWhomNothingIsKnownIsHardyWeinberg(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		q := rapid.Float64Range(0, 1).Draw(rt, "frequency")
		a := ask(t, family("1 F"), "1", fmt.Sprintf(`{"penetrance":[0,1,1],"allele_frequency":%g}`, q))
		for g, want := range []float64{(1 - q) * (1 - q), 2 * q * (1 - q), q * q} {
			if math.Abs(a.Values[fmt.Sprint("genotype/", g)]-want) > 1e-12 {
				rt.Fatalf("q %v: %v", q, a.Values)
			}
		}
	})
}

// TestMosaicismIsAddedWhereTheParentsDoNotCarry: with a dominant new mutation the recurrence is the observed
// one, labelled; where a parent is affected, it is one half and nothing is added.
func TestMosaicismIsAddedWhereTheParentsDoNotCarry(t *testing.T) {
	option := func(mother string) string {
		return fmt.Sprintf(`{"inheritance":"AD","fitness":0.5,"mutation":{"mother":1e-8,"father":1e-8},"mosaicism":0.05,"phenotypes":{"mother":%q,"father":"unaffected","ill":"affected"}}`, mother)
	}
	f := family("mother F", "father M", "ill M mother father")
	a := ask(t, f, "mother", option("unaffected"))
	near(t, "without mosaicism", a.Values["next_child"], 0, 1e-6)
	near(t, "with mosaicism", a.Values["next_child_with_mosaicism"], 0.05, 1e-6)
	a = ask(t, f, "mother", option("affected"))
	near(t, "of an affected mother", a.Values["next_child"], 0.5, 1e-6)
	if v, ok := a.Values["next_child_with_mosaicism"]; ok && math.Abs(v-0.5) > 1e-6 {
		t.Errorf("mosaicism was added to an inherited case: %v", v)
	}
}

func TestXLinkedMosaicismCountsForSons(t *testing.T) {
	f := family("mother F", "father M", "boy M mother father")
	a := ask(t, f, "mother", `{"inheritance":"XL","fitness":0,"mutation":{"mother":1e-8,"father":1e-8},"mosaicism":0.2,"phenotypes":{"boy":"affected"},"tests":{"mother":{"result":"negative","detection":1}}}`)
	near(t, "her next son", a.Values["next_son"], 0, 1e-6)
	near(t, "her next son with mosaicism", a.Values["next_son_with_mosaicism"], 0.2, 1e-6)
	near(t, "her next child with mosaicism", a.Values["next_child_with_mosaicism"], 0.1, 1e-6)
}
