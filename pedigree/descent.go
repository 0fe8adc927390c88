package pedigree

// Descent is a family reduced to who descends from whom by blood, on positions in Individuals. What
// walks the ancestry builds on it: no walk over Parents or Order can fail to end.
type Descent struct {
	Parents [][2]int // egg and sperm parent, -1 where none is recorded in the family
	Same    []int    // who stands for a person: themself, or the first of merged identical twins
	Order   []int    // parents before children, one entry for merged twins
}

// Descent reduces the family; mergeMZ makes the members of a monozygotic twin set one. Parents who
// are not in the family are left out, and so is a link that would make somebody their own ancestor;
// Validate reports both.
func (f *Family) Descent(mergeMZ bool) *Descent { return f.descent(f.Index(), mergeMZ) }

// descent is Descent with the index of the family, for those who have it already.
func (f *Family) descent(index map[ID]int, mergeMZ bool) *Descent {
	d := &Descent{Parents: make([][2]int, len(f.Individuals)), Same: make([]int, len(f.Individuals))}
	for i := range d.Same {
		d.Same[i] = i
	}
	if mergeMZ {
		d.mergeTwins(f, index)
	}
	at := func(id ID) int {
		if i, known := index[id]; known && id != "" {
			return d.Same[i]
		}
		return -1
	}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		d.Parents[i] = [2]int{at(p.EggParent()), at(p.SpermParent())}
	}
	d.sort()
	return d
}

// mergeTwins lets the first member of each monozygotic set, in family order, stand for all.
func (d *Descent) mergeTwins(f *Family, index map[ID]int) {
	for _, t := range f.Twins {
		if t.Zygosity != Monozygotic {
			continue
		}
		first := -1
		merged := map[int]bool{}
		for _, id := range t.Members {
			if i, known := index[id]; known {
				merged[d.Same[i]] = true
				if first < 0 || d.Same[i] < first {
					first = d.Same[i]
				}
			}
		}
		for i := range d.Same {
			if merged[d.Same[i]] {
				d.Same[i] = first
			}
		}
	}
}

// sort fills Order, dropping the links that would close a cycle.
func (d *Descent) sort() {
	const (
		unseen = iota
		open
		placed
	)
	state := make([]uint8, len(d.Parents))
	for start := range d.Parents {
		path := []int{d.Same[start]}
		for len(path) > 0 {
			i := path[len(path)-1]
			if state[i] == placed {
				path = path[:len(path)-1]
				continue
			}
			state[i] = open
			above := -1
			for side, parent := range d.Parents[i] {
				switch {
				case parent < 0 || state[parent] == placed:
				case state[parent] == open:
					d.Parents[i][side] = -1
				default:
					above = parent
				}
			}
			if above >= 0 {
				path = append(path, above)
				continue
			}
			state[i] = placed
			d.Order = append(d.Order, i)
			path = path[:len(path)-1]
		}
	}
}
