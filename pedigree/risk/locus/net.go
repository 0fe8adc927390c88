package locus

import (
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/likelihood"
)

// Net is a family made ready for questions about the locus.
type Net struct {
	net    *likelihood.Net
	priors [][]float64
	known  [][]float64 // of those whom no question says anything of, by person; mostly nil
}

// Net prepares a family. The first people asked about are those of the family, in its order. The errors are
// those of likelihood.NewNet.
func (l *Locus) Net(f *pedigree.Family) (*Net, error) {
	gene := likelihood.Locus{Frequency: l.Frequency(), X: l.Inheritance == XLinked}
	if l.Mutation != nil {
		gene.Mutation = likelihood.MutationRates{Mother: l.Mutation.Mother, Father: l.Mutation.Father}
	}
	space, err := likelihood.NewSpace([]likelihood.Locus{gene}, 0, 0)
	if err != nil {
		return nil, err
	}
	whole := bothParents(f)
	n := &Net{priors: make([][]float64, len(whole.Individuals)), known: make([][]float64, len(whole.Individuals))}
	parents := parentsOf(whole)
	for i := range whole.Individuals {
		p := &whole.Individuals[i]
		if parents[p.ID] {
			n.known[i] = row(l.fertile(p.Sex))
		}
		// Where the sex matters and is not known, the engine's own prior takes both halves.
		if p.EggParent() == "" && p.SpermParent() == "" && (!gene.X || p.Sex == pedigree.Male || p.Sex == pedigree.Female) {
			n.priors[i] = row(l.Founder(p))
		}
	}
	n.net, err = likelihood.NewNet(space, whole)
	return n, err
}

// row is a vector by state: with one locus and no limit, state k has k risk alleles.
func row(v likelihood.Vector) []float64 { return v[:] }

// fertile is 0 for the genotypes of which nobody has children, because all with them are affected.
func (l *Locus) fertile(sex pedigree.Sex) likelihood.Vector {
	v := likelihood.Unknown
	if l.Fitness != nil && *l.Fitness == 0 {
		for g, ever := range l.Ever(sex) {
			if ever == 1 {
				v[g] = 0
			}
		}
	}
	return v
}

func parentsOf(f *pedigree.Family) map[pedigree.ID]bool {
	parents := map[pedigree.ID]bool{}
	for i := range f.Individuals {
		parents[f.Individuals[i].EggParent()], parents[f.Individuals[i].SpermParent()] = true, true
	}
	return parents
}

// Solve sums over all genotypes; data is by person of the family, and shorter data says nothing of the rest.
// Data of probability zero return *likelihood.Impossible.
func (n *Net) Solve(data []likelihood.Vector) (*likelihood.Solution, error) {
	rows := slices.Clone(n.known)
	for i := range data {
		rows[i] = row(data[i])
	}
	return n.net.Solve(n.priors, rows)
}

// bothParents is the family in which a child with one recorded parent has the other as a founder of whom
// nothing is known, because at an equilibrium of mutation and selection fathers and mothers differ.
func bothParents(f *pedigree.Family) *pedigree.Family {
	whole, index := *f, f.Index()
	whole.Individuals = append([]pedigree.Individual{}, f.Individuals...)
	for i := range f.Individuals {
		p := &whole.Individuals[i]
		_, egg := index[p.EggParent()]
		_, sperm := index[p.SpermParent()]
		other := pedigree.Individual{ID: "?" + p.ID}
		switch {
		case egg && !sperm:
			other.Sex, p.Father = pedigree.Male, other.ID
		case sperm && !egg:
			other.Sex, p.Mother = pedigree.Female, other.ID
		default:
			if !egg && !sperm {
				p.Mother, p.Father, p.OtherParents = "", "", nil
			}
			continue
		}
		if _, taken := index[other.ID]; !taken {
			whole.Individuals = append(whole.Individuals, other)
		}
	}
	return &whole
}
