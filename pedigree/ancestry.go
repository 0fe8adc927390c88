package pedigree

// DuplicateIDs lists the ids that more than one individual has, each once, in family order. A reader
// refuses such a file: nobody could say which of the two a parent link means.
func (f *Family) DuplicateIDs() []ID {
	var twice []ID
	seen := make(map[ID]int, len(f.Individuals))
	for i := range f.Individuals {
		id := f.Individuals[i].ID
		if seen[id]++; seen[id] == 2 {
			twice = append(twice, id)
		}
	}
	return twice
}

// AncestryCycle is one chain of people each of whom is a recorded parent, by blood or otherwise, of
// the one before, the last being a child of the first; nil when nobody is their own ancestor. A
// reader refuses a family that has one; Called names the people for the message.
func (f *Family) AncestryCycle() []ID {
	const (
		unseen = iota
		open   // on the path being walked
		done   // no cycle above
	)
	index := f.Index()
	state := make([]uint8, len(f.Individuals))
	type step struct {
		at      int
		parents []ID
	}
	for start := range f.Individuals {
		if state[start] != unseen {
			continue
		}
		state[start] = open
		path := []step{{start, f.Individuals[start].everyParent()}}
		for len(path) > 0 {
			top := &path[len(path)-1]
			if len(top.parents) == 0 {
				state[top.at] = done
				path = path[:len(path)-1]
				continue
			}
			parent, known := index[top.parents[0]]
			top.parents = top.parents[1:]
			switch {
			case !known || state[parent] == done:
			case state[parent] == unseen:
				state[parent] = open
				path = append(path, step{parent, f.Individuals[parent].everyParent()})
			default:
				var cycle []ID
				for _, s := range path {
					if len(cycle) > 0 || s.at == parent {
						cycle = append(cycle, f.Individuals[s.at].ID)
					}
				}
				return cycle
			}
		}
	}
	return nil
}
