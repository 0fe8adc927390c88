package premm5

// most is up to how many joint readings the range is found by trying each.
const most = 4096

// weighted is what one reading multiplies the odds by, with its weight.
type weighted struct {
	odds
	weight float64
}

// answer is the average and the extremes over the joint readings.
type answer struct {
	mean, low, high outcomes
	bound           bool   // the extremes are bounds and need not be reached
	readings        int    // joint readings that enter the average
	only            vector // the one reading, where there is only one
}

// answer averages over all joint readings of the person, the first-degree and the second-degree relatives.
// Where there are too many to try each for the range, the extremes of the three's odds bound it.
func (m *Model) answer(f history) answer {
	parts := m.parts(f)
	a := answer{bound: len(parts[0])*len(parts[1])*len(parts[2]) > most}
	start := m.constants()
	if a.bound {
		low, high := start, start
		for i, part := range parts {
			l, h := extremes(part)
			low, high = low.times(l), high.times(h)
			parts[i] = averaged(part)
		}
		a.low, a.high = between(low, high)
	}
	isFirst := !a.bound
	for _, own := range parts[0] {
		for _, first := range parts[1] {
			near := start.times(own.odds).times(first.odds)
			for _, second := range parts[2] {
				a.add(predict(near.times(second.odds)), own.weight*first.weight*second.weight, isFirst)
				isFirst = false
			}
		}
	}
	if a.readings == 1 {
		a.only = m.vector(f.male, heaviest(f.self), heaviest(f.first), heaviest(f.second))
	}
	return a
}

// add takes one joint reading into the average and the extremes.
func (a *answer) add(p outcomes, weight float64, isFirst bool) {
	if weight > 0 {
		a.readings++
	}
	for g := range p {
		a.mean[g] += weight * p[g]
		if isFirst || p[g] < a.low[g] {
			a.low[g] = p[g]
		}
		if isFirst || p[g] > a.high[g] {
			a.high[g] = p[g]
		}
	}
}

// parts are what each reading of the person, the first-degree and the second-degree relatives multiplies the
// odds by. V0 to V10 are sums over the three.
func (m *Model) parts(f history) (parts [3][]weighted) {
	for i, all := range [...][]reading{f.self, f.first, f.second} {
		male := 0.0
		if i == 0 {
			male = f.male
		}
		for _, r := range all {
			var at [3]tally
			at[i] = r.tally
			parts[i] = append(parts[i], weighted{m.factors(m.vector(male, at[0], at[1], at[2])), r.weight})
		}
	}
	return parts
}

// extremes are the lowest and highest factor of each gene.
func extremes(part []weighted) (low, high odds) {
	low, high = part[0].odds, part[0].odds
	for _, w := range part[1:] {
		for g := range low {
			low[g], high[g] = min(low[g], w.odds[g]), max(high[g], w.odds[g])
		}
	}
	return low, high
}

// averaged leaves out what only the range covers.
func averaged(part []weighted) []weighted {
	var some []weighted
	for _, w := range part {
		if w.weight > 0 {
			some = append(some, w)
		}
	}
	return some
}

// heaviest is the likeliest reading.
func heaviest(all []reading) tally {
	most := all[0]
	for _, r := range all[1:] {
		if r.weight > most.weight {
			most = r
		}
	}
	return most.tally
}
