package likelihood_test

import (
	"encoding/json"
	"slices"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/likelihood"
)

func trioFamily() *pedigree.Family {
	return &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "mum"},
		{ID: "dad"},
		{ID: "kid", Mother: "mum", Father: "dad"},
		{ID: "twin", Mother: "mum", Father: "dad"},
	}, Twins: []pedigree.TwinSet{{Zygosity: pedigree.Monozygotic, Members: []pedigree.ID{"kid", "twin"}}}}
}

func TestCarrierMotherHalvesToTheChild(t *testing.T) {
	m := likelihood.Model{AlleleFrequency: 0, Penetrance: likelihood.Vector{0, 1, 1}}
	m.AlleleFrequency = 1e-9
	m.Genotypes = map[pedigree.ID]int{"mum": 1}
	got, err := m.Solve(trioFamily(), false)
	if err != nil {
		t.Fatal(err)
	}
	if p := got.Posteriors["kid"][1]; p < 0.499999 || p > 0.500001 {
		t.Errorf("carrier probability of a carrier's child %v, want one half", p)
	}
}

func TestMergedTwinsShareWhatIsKnownOfEither(t *testing.T) {
	m := likelihood.Model{AlleleFrequency: 0.01, Genotypes: map[pedigree.ID]int{"kid": 1}}
	apart, err := m.Solve(trioFamily(), false)
	if err != nil {
		t.Fatal(err)
	}
	merged, err := m.Solve(trioFamily(), true)
	if err != nil {
		t.Fatal(err)
	}
	if apart.Posteriors["twin"][1] > 0.6 || merged.Posteriors["twin"][1] != 1 {
		t.Errorf("as siblings %v, as one genotype %v", apart.Posteriors["twin"], merged.Posteriors["twin"])
	}
}

func TestImpossibleFamilyAnswersInTheAgreedShape(t *testing.T) {
	m := likelihood.Model{AlleleFrequency: 0.01, Genotypes: map[pedigree.ID]int{"mum": 0, "dad": 0, "kid": 1}}
	got, err := m.Solve(trioFamily(), false)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got.Impossible, []pedigree.ID{"kid", "mum", "dad"}) {
		t.Errorf("named %v", got.Impossible)
	}
	text, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"log_likelihood":null,"posteriors":{},"elapsed_ms":0,"impossible":["kid","mum","dad"]}`; string(text) != want {
		t.Errorf("got  %s\nwant %s", text, want)
	}
}

func TestModelsThatMakeNoSenseAreRefused(t *testing.T) {
	for _, text := range []string{
		``, `[]`, `{"allele_frequency":2}`, `{"penetrance":[0,0,1.5]}`, `{"phenotypes":{"1":"ill"}}`,
		`{"genotypes":{"1":3}}`, `{"alele_frequency":0.1}`,
	} {
		if _, err := likelihood.ReadModel([]byte(text)); err == nil {
			t.Errorf("%q was accepted", text)
		}
	}
	m := likelihood.Model{Genotypes: map[pedigree.ID]int{"nobody": 1}}
	if _, err := m.Solve(trioFamily(), false); err == nil {
		t.Error("a model about somebody outside the family was accepted")
	}
}

func FuzzReadModel(f *testing.F) {
	f.Add([]byte(`{"allele_frequency":0.001,"penetrance":[0.05,0.7,0.8],"phenotypes":{"kid":"affected"},"genotypes":{"mum":1}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := likelihood.ReadModel(data)
		if err != nil {
			return
		}
		if _, err := m.Solve(trioFamily(), true); err != nil && err.Error() == "" {
			t.Error("an error without words")
		}
	})
}
