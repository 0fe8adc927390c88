package locus

import (
	"errors"
	"fmt"
	"math"

	"kindred/pedigree"
	"kindred/pedigree/likelihood"
)

// checkFrequency makes sure that the frequency of the risk allele is given once, or can be derived.
func (l *Locus) checkFrequency() error {
	switch {
	case l.AlleleFrequency != nil && l.CarrierFrequency != nil:
		return errors.New("give allele_frequency or carrier_frequency, not both")
	case l.AlleleFrequency != nil || l.CarrierFrequency != nil:
		return nil
	case l.Mutation == nil || l.Fitness == nil:
		return errors.New("give allele_frequency or carrier_frequency, or mutation and fitness from which it follows")
	case l.Inheritance != Dominant && l.Inheritance != XLinked:
		return errors.New("the frequency follows from mutation and fitness only where the inheritance is autosomal dominant or x-linked: give allele_frequency or carrier_frequency")
	case *l.Fitness == 1:
		return errors.New("with a fitness of 1 there is no equilibrium of mutation and selection: give allele_frequency or carrier_frequency")
	}
	if h := l.equilibrium(); h > 1 {
		return fmt.Errorf("mutation and fitness give %.3g carriers a person: give allele_frequency or carrier_frequency", h)
	}
	return nil
}

// Derived reports that the frequency follows from mutation and selection.
func (l *Locus) Derived() bool { return l.AlleleFrequency == nil && l.CarrierFrequency == nil }

// equilibrium is the share of carriers, among women for an X-linked locus, at which new risk alleles
// replace those that selection takes; see the package comment.
func (l *Locus) equilibrium() float64 {
	u, v, f := l.Mutation.Mother, l.Mutation.Father, *l.Fitness
	if l.Inheritance == XLinked {
		return (2*u + 2*v + 2*f*u) / (1 - f)
	}
	return (u + v) / (1 - f)
}

// Frequency is the frequency of the risk allele in the population.
func (l *Locus) Frequency() float64 {
	switch {
	case l.AlleleFrequency != nil:
		return *l.AlleleFrequency
	case l.CarrierFrequency != nil:
		return l.alleles(*l.CarrierFrequency)
	}
	return l.equilibrium() / 2
}

// alleles is the allele frequency behind a share of carriers. Among the healthy of a recessive condition
// 2q/(1+q) carry; elsewhere 2q(1-q) + q² do, of women where X-linked.
func (l *Locus) alleles(carriers float64) float64 {
	if l.Inheritance == Recessive {
		return carriers / (2 - carriers)
	}
	return carriers / (1 + math.Sqrt(1-carriers))
}

// Founder is the chance of 0, 1 and 2 risk alleles in a founder: Hardy-Weinberg proportions, in men at an
// X-linked locus the allele frequency. Derived from selection, it is the equilibrium's: where the affected
// have no children, nobody has two risk alleles, and a man has one because his mother carries or by a new
// mutation of hers.
func (l *Locus) Founder(p *pedigree.Individual) likelihood.Vector {
	q := l.Frequency()
	if c, ok := l.CarrierFrequencies[p.ID]; ok {
		q = l.alleles(c)
	} else if l.Derived() && *l.Fitness == 0 {
		h := l.equilibrium()
		if l.Inheritance == XLinked && p.Sex == pedigree.Male {
			h = h/2 + l.Mutation.Mother
		}
		return likelihood.Vector{1 - h, h, 0}
	}
	if l.Inheritance == XLinked && p.Sex == pedigree.Male {
		return likelihood.Vector{1 - q, q, 0}
	}
	return likelihood.Vector{(1 - q) * (1 - q), 2 * q * (1 - q), q * q}
}
