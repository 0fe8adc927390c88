package likelihood

import "slices"

// sex is what a locus on the X chromosome needs to know; autosomal Spaces use eitherSex throughout.
type sex uint8

const (
	eitherSex sex = iota // not known: half and half
	female
	male
)

// list is the genotypes that one kind of person can have.
type list struct {
	key    listKey
	states []int32   // positions in the Space; twice where the sex is not known and matters
	men    []bool    // whether the state is a man's; nil without a locus on the X chromosome
	prior  []float64 // in a founder, at the Space's own frequencies
	widen  []int32   // of a founder: the states that the cap leaves out
	beyond []float64 // and their priors
	share  []float64 // of a state's probability that is this entry's: 1, or less where the sex is not known
}

type listKey struct {
	founder bool // capped at mostFounder
	sex     sex
	only    int32 // 1 + the one position that is left when the genotype is taken as given; 0 is none
}

func (l *list) len() int { return len(l.states) }

func (l *list) man(i int) bool { return l.men != nil && l.men[i] }

// listOf is the list of a kind of person.
func (s *Space) listOf(k listKey) *list {
	if !s.x {
		k.sex = eitherSex
	}
	if s.mostFounder == s.most {
		k.founder = false
	}
	s.cache.Lock()
	defer s.cache.Unlock()
	if l := s.lists[k]; l != nil {
		return l
	}
	l := s.newList(k)
	s.lists[k] = l
	return l
}

func (s *Space) newList(k listKey) *list {
	l := &list{key: k}
	frequencies := s.frequencies()
	add := func(man bool, share float64) {
		for i, c := range s.counts {
			if man && s.doubled(c) {
				continue
			}
			if k.founder && s.capped(c) {
				l.widen, l.beyond = append(l.widen, int32(i)), append(l.beyond, share*s.chance(c, frequencies, man))
				continue
			}
			l.states = append(l.states, int32(i))
			l.prior = append(l.prior, share*s.chance(c, frequencies, man))
			if s.x {
				l.men = append(l.men, man)
			}
		}
	}
	switch {
	case !s.x || k.sex == female:
		add(false, 1)
	case k.sex == male:
		add(true, 1)
	default:
		add(false, 0.5)
		add(true, 0.5)
	}
	l.shares()
	if k.only > 0 {
		at := k.only - 1
		l.states, l.prior, l.share = l.states[at:at+1], l.prior[at:at+1], l.share[at:at+1]
		if l.men != nil {
			l.men = l.men[at : at+1]
		}
	}
	return l
}

// capped reports a state that a founder cannot have unless their data ask for it.
func (s *Space) capped(c counts) bool {
	return c.total() > s.mostFounder && !slices.ContainsFunc(s.beside, func(l int) bool { return c.at(l) > 0 })
}

// shares divides each state's probability among its entries.
func (l *list) shares() {
	total := map[int32]float64{}
	for i, state := range l.states {
		total[state] += l.prior[i]
	}
	l.share = make([]float64, len(l.states))
	for i, state := range l.states {
		l.share[i] = 1
		if total[state] > 0 {
			l.share[i] = l.prior[i] / total[state]
		}
	}
}

// chance is the prior of an entry in founder i, whose own priors by state may replace the Space's.
func (l *list) chance(priors [][]float64, i, entry int) float64 {
	if priors == nil || priors[i] == nil {
		return l.prior[entry]
	}
	return priors[i][l.states[entry]] * l.share[entry]
}

// doubled reports two risk alleles at a locus of which men have one copy.
func (s *Space) doubled(c counts) bool {
	for i, l := range s.loci {
		if l.X && c.at(i) == 2 {
			return true
		}
	}
	return false
}

func (c counts) total() (n int) {
	for ; c > 0; c >>= 2 {
		n += int(c & 3)
	}
	return n
}

// gamete is one egg or sperm that a genotype can make: at most one risk allele at a locus.
type gamete struct {
	counts counts
	chance float64
}

// gametes lists what a parent's genotype passes on. The transmission depends on the parent's part in
// it, as egg or as sperm, and a sperm that makes a son carries no X chromosome.
func (s *Space) gametes(parent counts, man, sperm, son bool) []gamete {
	made := []gamete{{0, 1}}
	for l, locus := range s.loci {
		if locus.X && sperm && son {
			continue
		}
		p, mutation := float64(parent.at(l))/2, locus.Mutation.Mother
		if locus.X && man {
			p *= 2
		}
		if sperm {
			mutation = locus.Mutation.Father
		}
		p += (1 - p) * mutation
		if p == 0 {
			continue
		}
		var next []gamete
		for _, g := range made {
			if p < 1 {
				next = append(next, gamete{g.counts, g.chance * (1 - p)})
			}
			if g.counts.total() < s.most {
				next = append(next, gamete{g.counts + one(l), g.chance * p})
			}
		}
		made = next
	}
	return made
}
