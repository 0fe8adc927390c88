package locus

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"kindred/pedigree"
)

// Inheritance is how a condition is inherited.
type Inheritance string

// The kinds of inheritance. NotSaid is an autosomal locus whose penetrance says the rest.
const (
	NotSaid   Inheritance = ""
	Dominant  Inheritance = "autosomal dominant"
	Recessive Inheritance = "autosomal recessive"
	XLinked   Inheritance = "x-linked"
)

// Locus is the condition asked about; the package comment says what each key means.
type Locus struct {
	Condition          string                  `json:"condition"`
	Gene               string                  `json:"gene"`
	Variant            string                  `json:"variant"`
	Inheritance        Inheritance             `json:"inheritance"`
	AlleleFrequency    *float64                `json:"allele_frequency"`
	CarrierFrequency   *float64                `json:"carrier_frequency"`
	CarrierFrequencies map[pedigree.ID]float64 `json:"carrier_frequencies"`
	Penetrance         []float64               `json:"penetrance"`
	PenetranceMale     []float64               `json:"penetrance_male"`
	ByAge              []AgeRow                `json:"by_age"`
	Classes            [][]float64             `json:"classes"`
	Class              map[pedigree.ID]int     `json:"class"`
	Mutation           *Rates                  `json:"mutation"`
	Fitness            *float64                `json:"fitness"`
	Mosaicism          *float64                `json:"mosaicism"`
	Detection          *float64                `json:"detection"`
	Tests              map[pedigree.ID]Test    `json:"tests"`
	Phenotypes         map[pedigree.ID]string  `json:"phenotypes"`
	Affected           []pedigree.ID           `json:"affected"`
	Unaffected         []pedigree.ID           `json:"unaffected"`
	Genotypes          map[pedigree.ID]int     `json:"genotypes"`
	Carriers           []pedigree.ID           `json:"carriers"`
	Noncarriers        []pedigree.ID           `json:"noncarriers"`
	Proband            pedigree.ID             `json:"proband"`
	Partner            pedigree.ID             `json:"partner"`
}

// Rates are the chances that a gamete carries a new risk allele.
type Rates struct {
	Mother float64 `json:"mother"`
	Father float64 `json:"father"`
}

// Test is the result of a carrier test, "positive" or "negative", and the share of risk alleles that it
// finds.
type Test struct {
	Result    string   `json:"result"`
	Detection *float64 `json:"detection"`
}

// Read reads an option and checks it. The error is one line that names the key.
func Read(data []byte) (*Locus, error) {
	var l Locus
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&l); err != nil {
		var kind *json.UnmarshalTypeError
		if errors.As(err, &kind) {
			return nil, fmt.Errorf("the locus cannot be read: %s does not take a %s", cmp.Or(kind.Field, "it"), kind.Value)
		}
		return nil, fmt.Errorf("the locus cannot be read: %w", err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("the locus cannot be read: something follows the one JSON object")
	}
	if err := l.named(); err != nil {
		return nil, err
	}
	for _, check := range []func() error{l.checkNumbers, l.checkPenetrance, l.checkPeople, l.checkFrequency} {
		if err := check(); err != nil {
			return nil, err
		}
	}
	return &l, nil
}

// named accepts the inheritance in any case and as its usual letters.
func (l *Locus) named() error {
	kind, ok := map[string]Inheritance{
		"": NotSaid, "ad": Dominant, "ar": Recessive, "xl": XLinked,
		string(Dominant): Dominant, string(Recessive): Recessive, string(XLinked): XLinked,
	}[strings.ToLower(strings.TrimSpace(string(l.Inheritance)))]
	if !ok {
		return fmt.Errorf("inheritance %q is not %q, %q or %q", l.Inheritance, Dominant, Recessive, XLinked)
	}
	l.Inheritance = kind
	return nil
}

func (l *Locus) checkNumbers() error {
	for _, n := range []struct {
		key   string
		value *float64
	}{
		{"allele_frequency", l.AlleleFrequency},
		{"carrier_frequency", l.CarrierFrequency},
		{"fitness", l.Fitness},
		{"mosaicism", l.Mosaicism},
		{"detection", l.Detection},
	} {
		if n.value != nil && !isProbability(*n.value) {
			return notProbability(n.key)
		}
	}
	for id, c := range l.CarrierFrequencies {
		if !isProbability(c) {
			return notProbability(fmt.Sprintf("carrier_frequencies of %q", id))
		}
	}
	if m := l.Mutation; m != nil && !(isProbability(m.Mother) && isProbability(m.Father)) {
		return notProbability("mutation")
	}
	if l.Mosaicism != nil && l.Inheritance != Dominant && l.Inheritance != XLinked {
		return errors.New("mosaicism is for a condition that one new risk allele causes: inheritance autosomal dominant or x-linked")
	}
	return nil
}

// checkPeople also puts the lists of affected and unaffected people into the phenotypes.
func (l *Locus) checkPeople() error {
	for said, ids := range map[string][]pedigree.ID{"affected": l.Affected, "unaffected": l.Unaffected} {
		for _, id := range ids {
			if l.Phenotypes == nil {
				l.Phenotypes = map[pedigree.ID]string{}
			}
			if before, ok := l.Phenotypes[id]; ok && before != said {
				return fmt.Errorf("%s: %q is also %q", said, id, before)
			}
			l.Phenotypes[id] = said
		}
	}
	for _, id := range l.Carriers {
		if slices.Contains(l.Noncarriers, id) {
			return fmt.Errorf("carriers: %q is also among the noncarriers", id)
		}
	}
	for id, phenotype := range l.Phenotypes {
		if phenotype != "affected" && phenotype != "unaffected" && phenotype != "unknown" {
			return fmt.Errorf("phenotypes: that of %q is %q, not affected, unaffected or unknown", id, phenotype)
		}
	}
	for id, g := range l.Genotypes {
		if g < 0 || g > 2 {
			return fmt.Errorf("genotypes: that of %q is %d, not 0, 1 or 2 risk alleles", id, g)
		}
	}
	for id, n := range l.Class {
		if n < 1 || n > len(l.Classes) {
			return fmt.Errorf("class: that of %q is %d, and classes has 1 to %d", id, n, len(l.Classes))
		}
	}
	for id, test := range l.Tests {
		if test.Result != "positive" && test.Result != "negative" {
			return fmt.Errorf("tests: the result of %q is %q, not positive or negative", id, test.Result)
		}
		d := l.detectionOf(test)
		if d == nil || !isProbability(*d) {
			return fmt.Errorf("tests: that of %q needs a detection from 0 to 1, its own or the general one", id)
		}
	}
	return nil
}

// detectionOf is the share of risk alleles that a test finds; nil where nobody said.
func (l *Locus) detectionOf(test Test) *float64 {
	if test.Detection != nil {
		return test.Detection
	}
	return l.Detection
}

// CheckPeople says whom the option names that is not in the family.
func (l *Locus) CheckPeople(f *pedigree.Family) error {
	index := f.Index()
	for key, ids := range map[string][]pedigree.ID{
		"phenotypes": keys(l.Phenotypes), "genotypes": keys(l.Genotypes), "class": keys(l.Class), "tests": keys(l.Tests),
		"carrier_frequencies": keys(l.CarrierFrequencies), "carriers": l.Carriers, "noncarriers": l.Noncarriers,
		"proband": {l.Proband}, "partner": {l.Partner},
	} {
		for _, id := range ids {
			if _, ok := index[id]; !ok && id != "" {
				return fmt.Errorf("%s names %q, who is not in the family", key, id)
			}
		}
	}
	return nil
}

func keys[T any](m map[pedigree.ID]T) []pedigree.ID {
	ids := make([]pedigree.ID, 0, len(m))
	for id := range m {
		ids = append(ids, id)
	}
	return ids
}

func isProbability(x float64) bool { return x >= 0 && x <= 1 }

func notProbability(key string) error { return fmt.Errorf("%s is not a number from 0 to 1", key) }
