package likelihood

import (
	"errors"
	"fmt"
	"sync"
)

// Locus is one gene with a normal and a risk allele, independent of the other loci of its Space.
type Locus struct {
	Frequency float64       // of the risk allele among founders, 0 to 1
	X         bool          // on the X chromosome: men have one copy, and their sons get none from them
	Mutation  MutationRates // new risk alleles
}

// MutationRates are the chances, 0 to 1, that a normal allele has become a risk allele in the egg or
// in the sperm.
type MutationRates struct{ Mother, Father float64 }

// Space is the list of genotypes at several unlinked loci. A state is how many risk alleles there are
// at each locus; states with many risk alleles at once, which are rarer than anything that could
// matter, may be left out. State 0 has none. A Space never changes and may be shared.
type Space struct {
	loci        []Locus
	most        int
	mostFounder int
	beside      []int    // the loci at which a risk allele of a founder lets others stand beside it
	counts      []counts // by state
	at          map[counts]int32
	x           bool

	cache  sync.Mutex // of what is built when it is first needed
	lists  map[listKey]*list
	trios  map[trioKey]*shape
	dense  map[[2]int]*layout
	joined map[joined]*layout
}

// counts are the risk alleles at all loci, two bits each.
type counts uint64

func (c counts) at(locus int) int { return int(c>>(2*locus)) & 3 }

func one(locus int) counts { return 1 << (2 * locus) }

const (
	maxLoci   = 32
	maxStates = 1 << 14
)

// ErrLoci is more loci, or more combinations of risk alleles at them, than can be held.
var ErrLoci = errors.New("too many loci for an exact answer; allow fewer risk alleles in one person")

// NewSpace lists the states at some loci in which nobody has more than most risk alleles in all, and
// no founder more than mostFounder unless what is known of them asks for more, or one of the founder's risk
// alleles is at a locus in beside; 0 is no limit. Genotypes that are left out count as impossible, and
// Solution.Lost says how much probability that is. A variant that is known in one gene would, were all its
// carriers among the founders without another, rule out a second gene: hence beside.
//
// The errors are ErrData for a frequency or rate outside 0 to 1, and ErrLoci.
func NewSpace(loci []Locus, most, mostFounder int, beside ...int) (*Space, error) {
	if len(loci) == 0 || len(loci) > maxLoci || most < 0 || mostFounder < 0 {
		return nil, ErrLoci
	}
	s := &Space{
		loci: append([]Locus(nil), loci...), most: most, mostFounder: mostFounder, beside: beside, at: map[counts]int32{},
		lists: map[listKey]*list{}, trios: map[trioKey]*shape{}, dense: map[[2]int]*layout{}, joined: map[joined]*layout{},
	}
	for _, l := range loci {
		for _, p := range []float64{l.Frequency, l.Mutation.Mother, l.Mutation.Father} {
			if !(p >= 0 && p <= 1) {
				return nil, ErrData
			}
		}
		s.x = s.x || l.X
	}
	if all := 2 * len(loci); s.most == 0 || s.most > all {
		s.most = all
	}
	if s.mostFounder == 0 || s.mostFounder > s.most {
		s.mostFounder = s.most
	}
	for _, l := range beside {
		if l < 0 || l >= len(loci) {
			return nil, ErrLoci
		}
	}
	for total := range s.most + 1 {
		if !s.list(0, total, 0) {
			return nil, fmt.Errorf("%d loci with up to %d risk alleles: %w", len(loci), s.most, ErrLoci)
		}
	}
	return s, nil
}

// list adds the states that begin with the counts given and have total more risk alleles from the
// locus on. It is false when there are too many.
func (s *Space) list(locus, total int, c counts) bool {
	switch {
	case total == 0:
		s.at[c] = int32(len(s.counts))
		s.counts = append(s.counts, c)
		return len(s.counts) <= maxStates
	case locus == len(s.loci) || total > 2*(len(s.loci)-locus):
		return true
	}
	for n := min(2, total); n >= 0; n-- {
		if !s.list(locus+1, total-n, c+counts(n)*one(locus)) {
			return false
		}
	}
	return true
}

// Len is the number of states.
func (s *Space) Len() int { return len(s.counts) }

// Copies is how many risk alleles a state, 0 to Len-1, has at a locus. A man has at most one at a
// locus on the X chromosome.
func (s *Space) Copies(state, locus int) int { return s.counts[state].at(locus) }

// Prior is the chance of each state in a founder (a woman, where a locus is on the X chromosome) for
// frequencies of the risk alleles, one a locus, that are not the Space's own: Hardy-Weinberg
// proportions at each locus, multiplied. It sums to less than 1 by what the Space leaves out.
func (s *Space) Prior(frequencies []float64) []float64 { return s.priorOf(frequencies, false) }

// PriorMale is Prior for a man.
func (s *Space) PriorMale(frequencies []float64) []float64 { return s.priorOf(frequencies, true) }

func (s *Space) priorOf(frequencies []float64, male bool) []float64 {
	prior := make([]float64, s.Len())
	for i, c := range s.counts {
		prior[i] = s.chance(c, frequencies, male)
	}
	return prior
}

// chance is the probability of one state in a founder.
func (s *Space) chance(c counts, frequencies []float64, male bool) float64 {
	p := 1.0
	for l, q := range frequencies {
		n := c.at(l)
		switch {
		case s.loci[l].X && male:
			p *= [...]float64{1 - q, q, 0}[n]
		default:
			p *= [...]float64{(1 - q) * (1 - q), 2 * q * (1 - q), q * q}[n]
		}
	}
	return p
}

func (s *Space) frequencies() []float64 {
	q := make([]float64, len(s.loci))
	for i, l := range s.loci {
		q[i] = l.Frequency
	}
	return q
}
