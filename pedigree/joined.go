package pedigree

// Joined is everybody whom links of parents, partners or twins join to a person, near or far, and the
// person.
func (f *Family) Joined(id ID) map[ID]bool {
	near := map[ID][]ID{}
	join := func(ids ...ID) {
		for _, other := range ids[1:] {
			if other == "" || ids[0] == "" {
				continue
			}
			near[ids[0]], near[other] = append(near[ids[0]], other), append(near[other], ids[0])
		}
	}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		join(append([]ID{p.ID}, p.everyParent()...)...)
	}
	for _, u := range f.Unions {
		if len(u.Partners) > 0 {
			join(u.Partners...)
		}
	}
	for _, t := range f.Twins {
		if len(t.Members) > 0 {
			join(t.Members...)
		}
	}
	joined := map[ID]bool{id: true}
	for queue := []ID{id}; len(queue) > 0; queue = queue[1:] {
		for _, other := range near[queue[0]] {
			if !joined[other] {
				joined[other] = true
				queue = append(queue, other)
			}
		}
	}
	return joined
}
