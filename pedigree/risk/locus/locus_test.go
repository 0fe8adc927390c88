package locus_test

import (
	"math"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/likelihood"
	"kindred/pedigree/risk"
	"kindred/pedigree/risk/locus"
)

func read(t *testing.T, option string) *locus.Locus {
	t.Helper()
	l, err := locus.Read([]byte(option))
	if err != nil {
		t.Fatalf("%s: %v", option, err)
	}
	return l
}

func TestTheLikelihoodCommandsModelIsALocus(t *testing.T) {
	l := read(t, `{"allele_frequency":0.001,"penetrance":[0.05,0.7,0.8],"phenotypes":{"4":"affected","5":"unaffected"},"genotypes":{"7":1}}`)
	if l.Frequency() != 0.001 || l.Ever(pedigree.Male) != (likelihood.Vector{0.05, 0.7, 0.8}) || l.Inheritance != locus.NotSaid {
		t.Errorf("%+v", l)
	}
}

func TestListsOfPeopleArePhenotypes(t *testing.T) {
	l := read(t, `{"allele_frequency":0.001,"penetrance":[0,0,1],"affected":["4"],"unaffected":["5"],"phenotypes":{"6":"unknown"}}`)
	if l.Phenotypes["4"] != "affected" || l.Phenotypes["5"] != "unaffected" || l.Phenotypes["6"] != "unknown" || l.Inheritance != locus.Recessive {
		t.Errorf("%+v", l)
	}
}

func TestWhatALocusCannotBeIsOneLineThatNamesTheKey(t *testing.T) {
	for option, word := range map[string]string{
		``:   "locus",
		`[]`: "locus",
		`{"allele_frequency":0.1,"penetrance":[0,1,1]} {}`:                                                                                               "follows",
		`{"alele_frequency":0.1}`:                                                                                                                        "alele_frequency",
		`{"allele_frequency":0.1}`:                                                                                                                       "inheritance or the penetrance",
		`{"inheritance":"AR"}`:                                                                                                                           "allele_frequency or carrier_frequency",
		`{"inheritance":"maternal","allele_frequency":0.1}`:                                                                                              "maternal",
		`{"inheritance":"AR","allele_frequency":1.1}`:                                                                                                    "allele_frequency",
		`{"inheritance":"AR","allele_frequency":0.1,"carrier_frequency":0.1}`:                                                                            "not both",
		`{"inheritance":"AR","mutation":{"mother":1e-5,"father":1e-5},"fitness":0}`:                                                                      "autosomal dominant or x-linked",
		`{"inheritance":"AD","mutation":{"mother":1e-5,"father":1e-5},"fitness":1}`:                                                                      "equilibrium",
		`{"inheritance":"AD","mutation":{"mother":0.6,"father":0.6},"fitness":0}`:                                                                        "carriers a person",
		`{"inheritance":"AD","allele_frequency":0.1,"mutation":{"mother":-1}}`:                                                                           "mutation",
		`{"inheritance":"AR","allele_frequency":0.1,"mosaicism":0.1}`:                                                                                    "mosaicism",
		`{"inheritance":"XL","allele_frequency":0.1,"penetrance":[0,0,1]}`:                                                                               "penetrance_male",
		`{"inheritance":"AD","allele_frequency":0.1,"penetrance":[0,1]}`:                                                                                 "penetrance",
		`{"inheritance":"AD","allele_frequency":0.1,"penetrance":[0,1,2]}`:                                                                               "penetrance",
		`{"inheritance":"AD","allele_frequency":0.1,"penetrance":[0,1,1],"by_age":[{"age":50,"penetrance":[0,1,1]}]}`:                                    "not both",
		`{"inheritance":"AD","allele_frequency":0.1,"by_age":[{"age":50,"penetrance":[0,1,1]},{"age":50,"penetrance":[0,1,1]}]}`:                         "row 2",
		`{"inheritance":"AD","allele_frequency":0.1,"by_age":[{"age":50,"penetrance":[0,1,1]},{"age":60,"penetrance":[0,0.9,1]}]}`:                       "falls",
		`{"inheritance":"AD","allele_frequency":0.1,"phenotypes":{"4":"ill"}}`:                                                                           "ill",
		`{"inheritance":"AD","allele_frequency":0.1,"affected":["4"],"unaffected":["4"]}`:                                                                "also",
		`{"inheritance":"AD","allele_frequency":0.1,"carriers":["4"],"noncarriers":["4"]}`:                                                               "also",
		`{"allele_frequency":"much"}`:                                                                                                                    "does not take a string",
		`{"inheritance":"AD","allele_frequency":0.1,"genotypes":{"4":3}}`:                                                                                "genotypes",
		`{"inheritance":"AD","allele_frequency":0.1,"class":{"4":1}}`:                                                                                    "class",
		`{"inheritance":"AD","allele_frequency":0.1,"classes":[[0,1]]}`:                                                                                  "class 1",
		`{"inheritance":"AD","allele_frequency":0.1,"tests":{"4":{"result":"negative"}}}`:                                                                "detection",
		`{"inheritance":"AD","allele_frequency":0.1,"detection":0.9,"tests":{"4":{"result":"maybe"}}}`:                                                   "maybe",
		`{"inheritance":"AD","allele_frequency":0.1,"carrier_frequencies":{"4":-1}}`:                                                                     "carrier_frequencies",
		`{"inheritance":"AD","allele_frequency":1e999}`:                                                                                                  "locus",
		`{"inheritance":"AD","allele_frequency":0.1,"by_age":[{"age":500,"penetrance":[0,1,1]}]}`:                                                        "row 1",
		`{"inheritance":"AD","allele_frequency":0.1,"by_age":[{"age":5,"penetrance":[0,0,1]},{"age":9,"penetrance":[0,1,1],"penetrance_male":[0,1,1]}]}`: "penetrance_male",
	} {
		_, err := locus.Read([]byte(option))
		switch {
		case err == nil:
			t.Errorf("%s was accepted", option)
		case !strings.Contains(err.Error(), word) || strings.Contains(err.Error(), "\n"):
			t.Errorf("%s: %q does not say %q in one line", option, err, word)
		}
	}
}

func TestPeopleOutsideTheFamilyAreNamed(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "1"}}}
	for _, keys := range []string{
		`"phenotypes":{"9":"affected"}`, `"genotypes":{"9":1}`, `"carriers":["9"]`, `"noncarriers":["9"]`, `"proband":"9"`, `"partner":"9"`,
		`"tests":{"9":{"result":"negative","detection":0.9}}`, `"carrier_frequencies":{"9":0.1}`, `"classes":[[0,1,1]],"class":{"9":1}`,
	} {
		if err := read(t, `{"inheritance":"AD","allele_frequency":0.1,`+keys+`}`).CheckPeople(f); err == nil || !strings.Contains(err.Error(), `names "9"`) {
			t.Errorf("%s: %v", keys, err)
		}
	}
	if err := read(t, `{"inheritance":"AD","allele_frequency":0.1,"carriers":["1"]}`).CheckPeople(f); err != nil {
		t.Error(err)
	}
}

// TestCarrierFrequenciesBecomeAlleleFrequencies: 1 in 25 healthy carriers is an allele frequency of 1/49.
func TestCarrierFrequenciesBecomeAlleleFrequencies(t *testing.T) {
	for option, want := range map[string]float64{
		`{"inheritance":"AR","carrier_frequency":0.04}`: 1.0 / 49,
		`{"inheritance":"AD","carrier_frequency":0.19}`: 0.1,
		`{"inheritance":"XL","carrier_frequency":0.36}`: 0.2,
		// Haldane: 4u of women carry a lethal X-linked condition, 2 alleles a woman.
		`{"inheritance":"XL","fitness":0,"mutation":{"mother":1e-6,"father":1e-6}}`:   2e-6,
		`{"inheritance":"AD","fitness":0.5,"mutation":{"mother":1e-6,"father":3e-6}}`: 4e-6,
	} {
		if got := read(t, option).Frequency(); math.Abs(got-want) > 1e-12 {
			t.Errorf("%s: %v, want %v", option, got, want)
		}
	}
}

// TestEquilibriumRenewsItself: with the X-linked share of carriers h, the next generation of women has as
// many: half of the carriers' daughters, all daughters of affected men, who have f as many, and new ones.
func TestEquilibriumRenewsItself(t *testing.T) {
	const u, v, f = 1e-6, 4e-6, 0.7
	h := 2 * read(t, `{"inheritance":"XL","fitness":0.7,"mutation":{"mother":1e-6,"father":4e-6}}`).Frequency()
	affectedMen := h/2 + u
	if next := h/2 + u + v + f*affectedMen; math.Abs(next/h-1) > 1e-9 {
		t.Errorf("%v carriers become %v", h, next)
	}
}

func TestWhatIsKnownOfAPersonFollowsTheAge(t *testing.T) {
	l := read(t, `{"condition":"Huntington disease","inheritance":"AD","allele_frequency":0.0001,"by_age":[{"age":39,"penetrance":[0,0.2,0.2]},{"age":59,"penetrance":[0,0.8,0.8]}]}`)
	ill := func(age string) []pedigree.Diagnosis {
		return []pedigree.Diagnosis{{Site: "huntington disease", Age: pedigree.ParseFuzzy(age)}}
	}
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "well at 39", Age: pedigree.ExactYear(39), Well: pedigree.Yes, Consultand: true},
		{ID: "well at 49 or 50", Age: pedigree.ParseFuzzy("49-50"), Well: pedigree.Yes},
		{ID: "well, no age", Well: pedigree.Yes},
		{ID: "not asked", Age: pedigree.ExactYear(70)},
		{ID: "ill at 45", Age: pedigree.ExactYear(70), Diagnoses: ill("45")},
		{ID: "ill, no age", Age: pedigree.ExactYear(59), Diagnoses: ill("")},
		{ID: "other illness", Affected: pedigree.Yes, Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Breast}}},
		{ID: "refuted", Diagnoses: []pedigree.Diagnosis{{Site: "huntington disease", Status: pedigree.Refuted}}},
	}}
	c := risk.Open(risk.Request{Family: f})
	known := l.Reader(c).Everybody()
	for i, want := range []float64{0.8, (0.5 + 0.47) / 2, 1, 1, 0.03, 0.8, 1, 1} {
		if got := known[i].Phenotype[1]; math.Abs(got-want) > 1e-12 {
			t.Errorf("%s: %v, want %v", f.Individuals[i].ID, got, want)
		}
	}
	if len(known[1].Readings) != 2 {
		t.Errorf("two ages have %d readings", len(known[1].Readings))
	}
}

func TestTestsMissWhatTheyMiss(t *testing.T) {
	l := read(t, `{"condition":"X","gene":"CFTR","inheritance":"AR","allele_frequency":0.02,"detection":0.9,"tests":{"own":{"result":"negative","detection":0.5},"found":{"result":"positive"}}}`)
	test := func(result pedigree.TestResult, scope pedigree.TestScope, sample pedigree.TestSample) []pedigree.GeneTest {
		return []pedigree.GeneTest{{Gene: "cftr", Result: result, Scope: scope, Sample: sample}}
	}
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "own", Consultand: true, GeneTests: test(pedigree.Positive, "", "")},
		{ID: "found"},
		{ID: "screened", GeneTests: test(pedigree.Negative, pedigree.Screen, "")},
		{ID: "scope unknown", GeneTests: test(pedigree.Negative, "", "")},
		{ID: "tumour", GeneTests: test(pedigree.Positive, pedigree.Screen, pedigree.Tumour)},
		{ID: "class 3", GeneTests: test(pedigree.Uncertain, pedigree.Screen, "")},
		{ID: "positive", GeneTests: test(pedigree.Positive, pedigree.Screen, "")},
		{ID: "carrier", Carrier: []pedigree.CarrierState{{Condition: "x", Kind: pedigree.ObligateCarrier}}},
		{ID: "uncertain", Carrier: []pedigree.CarrierState{{Condition: "x", Kind: pedigree.UncertainCarrier}}},
	}}
	known := l.Reader(risk.Open(risk.Request{Family: f})).Everybody()
	for i, want := range []likelihood.Vector{
		{1, 0.5, 0.25}, {0, 0.9, 0.99}, {1, 0.1, 0.01}, likelihood.Unknown, likelihood.Unknown, likelihood.Unknown, {0, 1, 1}, {0, 1, 0}, likelihood.Unknown,
	} {
		for g := range want {
			if math.Abs(known[i].Genotype[g]-want[g]) > 1e-12 {
				t.Errorf("%s: %v, want %v", f.Individuals[i].ID, known[i].Genotype, want)
				break
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"inheritance":"XL","fitness":0,"mutation":{"mother":1e-5,"father":1e-5},"phenotypes":{"a":"affected"},"mosaicism":0.1}`))
	f.Add([]byte(`{"condition":"x","allele_frequency":0.01,"by_age":[{"age":40,"penetrance":[0,0.2,0.2],"penetrance_male":[0,0.1,0.1]}],"tests":{"b":{"result":"negative","detection":1}}}`))
	f.Add([]byte(`{"carrier_frequency":0.04,"inheritance":"AR","classes":[[0,0,1]],"class":{"c":1},"genotypes":{"a":1},"carriers":["b"]}`))
	family := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "a", Sex: pedigree.Female, Age: pedigree.ParseFuzzy("40s")},
		{ID: "b", Sex: pedigree.Male, Well: pedigree.Yes},
		{ID: "c", Mother: "a", Father: "b", Consultand: true, Affected: pedigree.Yes},
	}}
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := locus.Read(data)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("%q", err)
			}
			return
		}
		for _, k := range l.Reader(risk.Open(risk.Request{Family: family})).Everybody() {
			for _, x := range k.All() {
				if !(x >= 0 && x <= 1) {
					t.Fatalf("%s: %v", data, k)
				}
			}
		}
		if q := l.Frequency(); !(q >= 0 && q <= 1) {
			t.Fatalf("%s: frequency %v", data, q)
		}
	})
}
