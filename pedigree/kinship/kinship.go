// Package kinship computes how closely the people of a family are related by descent.
//
// The kinship coefficient of two people is the probability that an allele drawn at random from one
// and an allele drawn at random from the other at the same autosomal locus are identical by descent.
// It follows from the recursion over the pedigree, parents before children (Lange, Mathematical and
// Statistical Methods for Genetic Analysis, 2nd ed., Springer 2002, section 5.2):
//
//	phi(i,i) = 1/2 + phi(egg parent, sperm parent)/2
//	phi(i,j) = (phi(egg parent of i, j) + phi(sperm parent of i, j))/2   where j is no descendant of i
//
// and on the X chromosome so for women, and phi(i,i) = 1, phi(i,j) = phi(egg parent of i, j) for men.
// A parent who is not recorded is an unrelated founder. Every coefficient is a sum of powers of one
// half, and exact in a float64 as long as no line of descent exceeds some fifty generations.
package kinship

import (
	"iter"
	"slices"

	"kindred/pedigree"
)

// Options of Of; the zero value treats identical twins as ordinary siblings, at an autosomal locus.
type Options struct {
	// MergeMZ makes the members of a monozygotic twin set one genotype: their kinship to each other
	// is that of one person with himself, and their children are half-siblings at least.
	MergeMZ bool

	// X asks for a locus on the X chromosome, of which men have one copy, from their mother. Egg parents
	// are women and sperm parents men here; others are what their sex says, and if it is not known, half
	// and half. A man's kinship with himself is 1.
	X bool
}

// Matrix holds the kinship coefficients of a family. Until it is computed anew it is read-only and safe
// for concurrent use. The zero value is the Matrix of nobody.
type Matrix struct {
	ids    []pedigree.ID
	index  map[pedigree.ID]int
	place  []place // by position in the family
	block  []block
	memory []float64 // of all blocks
}

// place is where a person stands in the matrix: related people share a block.
type place struct{ block, row int }

// Of computes every kinship coefficient of a family, in time and memory of the order of n² for the n
// people of its largest connected part (4n² bytes). Parents who are not in the family are ignored, as
// is a link that would make somebody their own ancestor; pedigree.Family.Validate reports both.
func Of(f *pedigree.Family, o Options) *Matrix {
	m := &Matrix{}
	m.Compute(f, o)
	return m
}

// Compute is Of into the memory of an earlier answer, which is lost.
func (m *Matrix) Compute(f *pedigree.Family, o Options) {
	m.ids, m.block, m.index = m.ids[:0], m.block[:0], f.Index()
	for i := range f.Individuals {
		m.ids = append(m.ids, f.Individuals[i].ID)
	}
	d := f.Descent(o.MergeMZ)
	sets, room := connected(d), 0
	m.place = slices.Grow(m.place[:0], len(m.ids))[:len(m.ids)]
	for n, members := range sets {
		room += len(members) * (len(members) + 1) / 2
		for row, person := range members {
			m.place[person] = place{n, row}
		}
	}
	m.memory = slices.Grow(m.memory[:0], room)[:room]
	left := m.memory
	kinds := kindsOf(f, d, o)
	for _, members := range sets {
		of := make([]ancestry, len(members))
		for row, person := range members {
			of[row] = kinds[person].ancestry(m.place, d.Parents[person])
		}
		size := len(members) * (len(members) + 1) / 2
		b := block(left[:size:size])
		left = left[size:]
		b.fill(of)
		m.block = append(m.block, b)
	}
	for i, same := range d.Same {
		m.place[i] = m.place[same]
	}
}

// Pair is the kinship coefficient of two people: at an autosomal locus 1/4 for parent and child or full siblings, 1/8 for
// half-siblings, 1/16 for first cousins; 0 for the unrelated and for ids that are not in the family.
func (m *Matrix) Pair(a, b pedigree.ID) float64 {
	i, okA := m.index[a]
	j, okB := m.index[b]
	if !okA || !okB {
		return 0
	}
	return m.at(i, j)
}

func (m *Matrix) at(i, j int) float64 {
	a, b := m.place[i], m.place[j]
	if a.block != b.block {
		return 0
	}
	return m.block[a.block].at(a.row, b.row)
}

// Inbreeding is the inbreeding coefficient, the kinship of a person's parents: 1/16 for a child of
// first cousins. It is 0 for an id that is not in the family. It has a meaning only at an autosomal
// locus, and for women on the X chromosome.
func (m *Matrix) Inbreeding(id pedigree.ID) float64 {
	if _, known := m.index[id]; !known {
		return 0
	}
	return 2*m.Pair(id, id) - 1
}

// Related reports whether two people have a common ancestor, or one descends from the other.
func (m *Matrix) Related(a, b pedigree.ID) bool { return m.Pair(a, b) > 0 }

// All yields each pair of related people once with their coefficient, everybody with himself
// included, in family order: the first of a pair stands before the second.
func (m *Matrix) All() iter.Seq2[[2]pedigree.ID, float64] {
	return func(yield func([2]pedigree.ID, float64) bool) {
		for i := range m.ids {
			for j := i; j < len(m.ids); j++ {
				if phi := m.at(i, j); phi > 0 && !yield([2]pedigree.ID{m.ids[i], m.ids[j]}, phi) {
					return
				}
			}
		}
	}
}
