package claus

import (
	"math"
	"slices"

	"kindred/pedigree/likelihood"
)

// Up to mostExact vague facts are tried at every combination of their ends. Of more, the mostTried widest
// are, and the others are bounded.
const (
	mostExact = 12
	mostTried = 10
)

// half is the likelihood of the family with the subject carrying, or not carrying, and everybody's
// genotypes given that.
type half struct {
	logLikelihood float64
	genotypes     []likelihood.Vector
}

// extremes are the lowest and highest odds over the joint readings of the relatives' vague facts.
//
// What one person contributes to either likelihood is linear in the ratio of the reading (how many times
// likelier it is in a carrier), all else being equal. So the odds, a quotient of two such, move in one
// direction with each ratio, and an extreme lies where every ratio is at one of its ends: up to mostExact
// facts, every combination of ends is tried, which covers at least as many joint readings. One
// propagation gives the likelihood at a combination and at those that differ from it in one fact, so
// that a code whose words are within one step of every combination is enough.
//
// Of more facts the widest are tried in this way. Both likelihoods rise with every ratio, so that with the
// other facts at their highest in one likelihood and at their lowest in the other, the quotient is beyond
// any that they can lead to: the odds are then bounds, which no joint reading need reach.
func (q *question) extremes() (low, high float64, bound bool) {
	vague := q.vague()
	low, high = q.baseline.odds, q.baseline.odds
	if len(vague) == 0 {
		return low, high, false
	}
	tried, rest := vague, []int(nil)
	if len(vague) > mostExact {
		tried, rest = vague[:mostTried], vague[mostTried:]
	}
	least, most := q.ratios(), q.ratios()
	for _, i := range rest {
		least[i], most[i] = q.known[i].low.ratio(), q.known[i].high.ratio()
	}
	for _, word := range coveringCode(len(tried)) {
		for k, i := range tried {
			end := q.known[i].low
			if word>>k&1 == 1 {
				end = q.known[i].high
			}
			least[i], most[i] = end.ratio(), end.ratio()
		}
		without, with, err := q.halves(least)
		withoutMost, withMost := without, with
		if err == nil && len(rest) > 0 {
			withoutMost, withMost, err = q.halves(most)
		}
		if err != nil {
			continue
		}
		low = min(low, odds(with, withoutMost))
		high = max(high, odds(withMost, without))
		for k, i := range tried {
			other := q.known[i].high
			if word>>k&1 == 1 {
				other = q.known[i].low
			}
			change := other.ratio() / least[i]
			low = min(low, odds(with, withoutMost)*with.times(i, change)/withoutMost.times(i, change))
			high = max(high, odds(withMost, without)*withMost.times(i, change)/without.times(i, change))
		}
	}
	return low, high, len(rest) > 0
}

// vague lists the relatives with a vague fact, the widest first.
func (q *question) vague() []int {
	var vague []int
	for i, e := range q.known {
		if e.vague {
			vague = append(vague, i)
		}
	}
	width := func(i int) float64 { return q.known[i].high.ratio() / q.known[i].low.ratio() }
	slices.SortStableFunc(vague, func(a, b int) int {
		switch {
		case width(a) > width(b):
			return -1
		case width(a) < width(b):
			return 1
		}
		return 0
	})
	return vague
}

// ratios is everybody's average evidence, as how many times likelier it is in a carrier.
func (q *question) ratios() []float64 {
	ratios := make([]float64, len(q.known))
	for i, e := range q.known {
		ratios[i] = e.mean.ratio()
	}
	return ratios
}

// halves are the likelihoods with everybody's evidence at the ratios given, but for a factor that both
// have.
func (q *question) halves(ratios []float64) (without, with half, err error) {
	data := make([]likelihood.Vector, len(ratios))
	for i, r := range ratios {
		data[i] = likelihood.Vector{1, r, r}
	}
	solve := func(subject likelihood.Vector) (half, error) {
		data[q.subject] = subject
		answer, err := q.plan.Solve(q.frequency, data)
		return half{answer.LogLikelihood, answer.Posteriors}, err
	}
	if without, err = solve(likelihood.Vector{1, 0, 0}); err != nil {
		return without, with, err
	}
	with, err = solve(likelihood.Vector{0, 1, 1})
	return without, with, err
}

func odds(with, without half) float64 { return math.Exp(with.logLikelihood - without.logLikelihood) }

// times is the factor by which the likelihood changes when the ratio of person i is multiplied.
func (h half) times(i int, ratio float64) float64 {
	v := h.genotypes[i]
	return v[0] + (v[1]+v[2])*ratio
}

// hamming are the words of the Hamming code of 7 bits: every number of 7 bits differs from just one of
// them in at most one bit.
var hamming = hammingWords()

func hammingWords() []int {
	var words []int
	for word := range 1 << 7 {
		check := 0
		for bit := range 7 {
			if word>>bit&1 == 1 {
				check ^= bit + 1
			}
		}
		if check == 0 {
			words = append(words, word)
		}
	}
	return words
}

// coveringCode lists numbers of some bits such that every other differs from one of them in one bit.
func coveringCode(bits int) []int {
	core, size := []int{0}, 1 // of one bit, 0 covers both
	switch {
	case bits >= 7:
		core, size = hamming, 7
	case bits >= 3:
		core, size = []int{0, 7}, 3
	}
	var words []int
	for rest := range 1 << (bits - size) {
		for _, word := range core {
			words = append(words, rest<<size|word)
		}
	}
	return words
}
