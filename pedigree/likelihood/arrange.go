package likelihood

// arrangement is the elimination of a pedigree as a tree of cliques. Clique i holds the node that is
// eliminated i-th and the nodes joined to it at that time, which come later in the order; its parent
// is the clique of the first of them. It depends on who is whose child only.
type arrangement struct {
	node   []int32
	near   [][]int32 // in the order of elimination
	parent []int32   // None for a root
	rank   []int32   // by node: its clique, None where the genotype is given
	first  []int32   // the trios of clique i are in trios[first[i]:first[i+1]]
	trios  []int32
	bound  []int32 // the trios in which everybody's genotype is given
}

// arrange finds a good order for those whose genotype is not given.
func arrange(d *descent, given []bool) *arrangement {
	return inOrder(d, func(visit func(node int32, near []int32) bool) { eliminate(d, given, visit) })
}

// inOrder is the arrangement for any order of elimination.
func inOrder(d *descent, eliminate func(visit func(node int32, near []int32) bool)) *arrangement {
	a := &arrangement{
		node: make([]int32, 0, d.nodes), near: make([][]int32, 0, d.nodes), rank: make([]int32, d.nodes),
	}
	for n := range a.rank {
		a.rank[n] = None
	}
	eliminate(func(node int32, near []int32) bool {
		a.rank[node] = int32(len(a.node))
		a.node, a.near = append(a.node, node), append(a.near, near)
		return true
	})
	a.parent = make([]int32, len(a.node))
	for i, near := range a.near {
		for k := 1; k < len(near); k++ { // by insertion: there are two or three
			for j := k; j > 0 && a.rank[near[j]] < a.rank[near[j-1]]; j-- {
				near[j], near[j-1] = near[j-1], near[j]
			}
		}
		a.parent[i] = None
		if len(near) > 0 {
			a.parent[i] = a.rank[near[0]]
		}
	}
	a.place(d)
	return a
}

// place puts each trio into the clique of whichever of its people is eliminated first.
func (a *arrangement) place(d *descent) {
	home := make([]int32, len(d.trios))
	a.first = make([]int32, len(a.node)+2)
	for i, t := range d.trios {
		home[i] = None
		for _, n := range [3]int32{t.child, t.mother, t.father} {
			if r := a.rank[n]; r != None && (home[i] == None || r < home[i]) {
				home[i] = r
			}
		}
		if home[i] == None {
			a.bound = append(a.bound, int32(i))
			continue
		}
		a.first[home[i]+2]++
	}
	for i := 1; i < len(a.first); i++ {
		a.first[i] += a.first[i-1]
	}
	a.trios = make([]int32, len(d.trios)-len(a.bound))
	for i, h := range home {
		if h != None {
			a.trios[a.first[h+1]] = int32(i)
			a.first[h+1]++
		}
	}
	a.first = a.first[:len(a.node)+1]
}

func (a *arrangement) triosOf(clique int) []int32 { return a.trios[a.first[clique]:a.first[clique+1]] }
