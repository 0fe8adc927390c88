package likelihood

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"kindred/pedigree"
)

// Model is a question about one locus: the frequency of the risk allele (0 to 1), the chance of being
// affected with 0, 1 and 2 risk alleles (0 to 1), who is "affected" or "unaffected" (everybody else
// is unknown), and whose genotype, as the number of risk alleles, is known.
type Model struct {
	AlleleFrequency float64                `json:"allele_frequency"`
	Penetrance      Vector                 `json:"penetrance"`
	Phenotypes      map[pedigree.ID]string `json:"phenotypes"`
	Genotypes       map[pedigree.ID]int    `json:"genotypes"`
}

// ReadModel reads a Model from JSON and checks that its numbers are probabilities, its phenotypes are
// "affected", "unaffected" or "unknown", and its genotypes are 0, 1 or 2.
func ReadModel(data []byte) (Model, error) {
	var m Model
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&m); err != nil {
		return Model{}, fmt.Errorf("the model is not what was expected (allele_frequency, penetrance, phenotypes, genotypes): %w", err)
	}
	return m, m.check()
}

func (m Model) check() error {
	for _, x := range append([]float64{m.AlleleFrequency}, m.Penetrance[:]...) {
		if !(x >= 0 && x <= 1) {
			return ErrData
		}
	}
	for id, phenotype := range m.Phenotypes {
		if phenotype != "affected" && phenotype != "unaffected" && phenotype != "unknown" {
			return fmt.Errorf("phenotype of %s: %q is not affected, unaffected or unknown", id, phenotype)
		}
	}
	for id, g := range m.Genotypes {
		if g < 0 || g >= Genotypes {
			return fmt.Errorf("genotype of %s: %d is not 0, 1 or 2 risk alleles", id, g)
		}
	}
	return nil
}

// FamilyAnswer is the answer for a family. Data of probability zero have no log likelihood and no
// posteriors; Impossible then names a child and its parents whose data cannot be true together.
// ElapsedMS is for the caller to fill: nothing here reads a clock.
type FamilyAnswer struct {
	LogLikelihood *float64               `json:"log_likelihood"`
	Posteriors    map[pedigree.ID]Vector `json:"posteriors"`
	ElapsedMS     float64                `json:"elapsed_ms"`
	Impossible    []pedigree.ID          `json:"impossible"`
}

// Solve answers the question for a family, from the genetic parents. Identical twins are ordinary
// siblings unless mergeMZ makes them one genotype.
//
// The errors are those of ReadModel and NewPlan, and somebody named who is not in the family.
func (m Model) Solve(f *pedigree.Family, mergeMZ bool) (FamilyAnswer, error) {
	if err := m.check(); err != nil {
		return FamilyAnswer{}, err
	}
	index := f.Index()
	data := make([]Vector, len(f.Individuals))
	for i := range data {
		data[i] = Unknown
	}
	for id, phenotype := range m.Phenotypes {
		i, ok := index[id]
		if !ok {
			return FamilyAnswer{}, fmt.Errorf("the model names %s, who is not in the family", id)
		}
		for g, chance := range m.Penetrance {
			switch phenotype {
			case "affected":
				data[i][g] *= chance
			case "unaffected":
				data[i][g] *= 1 - chance
			}
		}
	}
	for id, genotype := range m.Genotypes {
		i, ok := index[id]
		if !ok {
			return FamilyAnswer{}, fmt.Errorf("the model names %s, who is not in the family", id)
		}
		for g := range data[i] {
			if g != genotype {
				data[i][g] = 0
			}
		}
	}
	plan, err := planFor(f, index, mergeMZ)
	if err != nil {
		return FamilyAnswer{}, err
	}
	answer, err := plan.Solve(m.AlleleFrequency, data)
	var zero *Impossible
	switch {
	case errors.As(err, &zero):
		who := FamilyAnswer{Posteriors: map[pedigree.ID]Vector{}, Impossible: []pedigree.ID{}}
		for _, i := range []int{zero.Child, zero.Mother, zero.Father} {
			if i != None {
				who.Impossible = append(who.Impossible, f.Individuals[i].ID)
			}
		}
		return who, nil
	case err != nil:
		return FamilyAnswer{}, err
	}
	posteriors := make(map[pedigree.ID]Vector, len(index))
	for id, i := range index {
		posteriors[id] = answer.Posteriors[i]
	}
	return FamilyAnswer{LogLikelihood: &answer.LogLikelihood, Posteriors: posteriors}, nil
}
