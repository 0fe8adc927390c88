package kinship

import "kindred/pedigree"

// block is the lower triangle of one set of people connected by descent, row by row, parents before
// children.
type block []float64

func (b block) at(i, j int) float64 {
	if j > i {
		i, j = j, i
	}
	return b[i*(i+1)/2+j]
}

func (b block) row(i int) []float64 { return b[i*(i+1)/2 : i*(i+1)/2+i+1] }

// connected splits the people into sets of people joined by descent, each in the order parents first.
func connected(d *pedigree.Descent) [][]int {
	leader := make([]int, len(d.Parents))
	for i := range leader {
		leader[i] = i
	}
	find := func(i int) int {
		for leader[i] != i {
			leader[i] = leader[leader[i]]
			i = leader[i]
		}
		return i
	}
	for _, i := range d.Order {
		for _, parent := range d.Parents[i] {
			if parent >= 0 {
				leader[find(i)] = find(parent)
			}
		}
	}
	var sets [][]int
	number := make([]int, len(d.Parents)) // of the set a leader leads, plus one
	for _, i := range d.Order {
		n := &number[find(i)]
		if *n == 0 {
			sets = append(sets, nil)
			*n = len(sets)
		}
		sets[*n-1] = append(sets[*n-1], i)
	}
	return sets
}

// ancestry is where one person's alleles come from: the rows of both parents, -1 where not known,
// and the chance that an allele drawn from the person is the mother's or the father's. twice is the
// chance that the same allele is drawn twice when two draws are made with replacement.
type ancestry struct {
	parents [2]int
	share   [2]float64
	twice   float64
}

// fill computes the block of one connected set from its people's ancestries. Row i is a mixture of the
// parents' rows; below a parent's row that is the parent's column, which lies scattered in memory, so
// full siblings copy what they share with the sibling before.
func (b block) fill(of []ancestry) {
	type sibship struct {
		parents [2]int
		share   [2]float64
	}
	last := make(map[sibship]int, len(of))
	for i, a := range of {
		line := b.row(i)
		from := 0
		if a.parents[0] >= 0 || a.parents[1] >= 0 {
			key := sibship{a.parents, a.share}
			if sibling, ok := last[key]; ok {
				from = copy(line[:sibling], b.row(sibling))
			}
			last[key] = i
		}
		b.mix(line[:i], from, a)
		line[i] = a.twice
		if a.parents[0] >= 0 && a.parents[1] >= 0 {
			line[i] += (1 - a.twice) * b.at(a.parents[0], a.parents[1])
		}
	}
}

// mix fills in a line from a place on: what is before the older parent, between the two, and after both.
func (b block) mix(line []float64, from int, a ancestry) {
	older, newer, share := a.parents[0], a.parents[1], a.share
	if older > newer {
		older, newer, share[0], share[1] = newer, older, share[1], share[0]
	}
	switch {
	case newer < 0:
		clear(line[from:])
		return
	case older < 0:
		clear(line[from:])
		b.add(line, from, newer, share[1])
		return
	}
	x, y := b.row(older), b.row(newer)
	y = y[:min(len(y), len(line))]
	if from < len(x) {
		both := y[from:len(x)]
		into := line[from:len(x)][:len(both)]
		for j, z := range x[from:][:len(both)] {
			into[j] = share[0]*z + share[1]*both[j]
		}
		from = len(x)
	}
	clear(line[from:])
	b.add(line, from, older, share[0])
	b.add(line, from, newer, share[1])
}

// add adds a share of a parent's coefficients to a line, from a place on.
func (b block) add(line []float64, from, parent int, share float64) {
	row := b.row(parent)
	for j := from; j < len(row) && j < len(line); j++ {
		line[j] += share * row[j]
	}
	j := max(from, len(row))
	at := j*(j+1)/2 + parent
	for ; j < len(line); j++ {
		line[j] += share * b[at]
		at += j + 1
	}
}
