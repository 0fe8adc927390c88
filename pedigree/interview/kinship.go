package interview

// steps are the generations up to the nearest common ancestor with the subject and down again.
type steps struct{ up, down int }

// stepsFrom counts, for everybody related to a person by blood, the shortest way over a common
// ancestor: (0, 1) for children, (1, 1) for brothers and sisters, (2, 1) for aunts and uncles.
func (w *walk) stepsFrom(at int) map[int]steps {
	way := map[int]steps{}
	shorter := func(i int, s steps) bool {
		old, known := way[i]
		return !known || s.up+s.down < old.up+old.down
	}
	row := []int{at}
	seen := map[int]bool{at: true}
	for up := 0; len(row) > 0; up++ {
		var above []int
		for _, ancestor := range row {
			type place struct{ at, down int }
			for queue := []place{{ancestor, 0}}; len(queue) > 0; queue = queue[1:] {
				p := queue[0]
				if !shorter(p.at, steps{up, p.down}) {
					continue
				}
				way[p.at] = steps{up, p.down}
				for _, child := range w.children[p.at] {
					queue = append(queue, place{child, p.down + 1})
				}
			}
			for _, parent := range w.parents[ancestor] {
				if parent >= 0 && !seen[parent] {
					seen[parent] = true
					above = append(above, parent)
				}
			}
		}
		row = above
	}
	return way
}
