package kinship

import "kindred/pedigree"

// block is the lower triangle of one set of people connected by descent, row by row.
type block []float64

func (b block) at(i, j int) float64 {
	if j > i {
		i, j = j, i
	}
	return b[i*(i+1)/2+j]
}

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
	number := map[int]int{}
	for _, i := range d.Order {
		n, seen := number[find(i)]
		if !seen {
			n = len(sets)
			number[find(i)] = n
			sets = append(sets, nil)
		}
		sets[n] = append(sets[n], i)
	}
	return sets
}

// coefficients fills the block of one connected set, whose rows are in places.
func coefficients(d *pedigree.Descent, members []int, places []place) block {
	b := make(block, len(members)*(len(members)+1)/2)
	for row, person := range members {
		var above []int
		for _, parent := range d.Parents[person] {
			if parent >= 0 {
				above = append(above, places[parent].row)
			}
		}
		line := b[row*(row+1)/2:]
		for j := range row {
			for _, parent := range above {
				line[j] += b.at(parent, j) / 2
			}
		}
		line[row] = 0.5
		if len(above) == 2 {
			line[row] += b.at(above[0], above[1]) / 2
		}
	}
	return b
}
