package likelihood

import "sync"

// layout is the shape of a clique's table: only the combinations of genotypes that are possible, with
// the product of the transmissions that the clique holds.
type layout struct {
	size []int       // genotypes of each person
	of   [][]int32   // the genotype of each person, by entry; nil for all combinations in order, the first person's running fastest
	base []float64   // by entry
	rows []int32     // of a trio: where the entries of each pair of parents begin, the mother's genotype running fastest
	pair [][][]int32 // pair[a][b]: the entry's place in a table over persons a and b, a running fastest; nil is worked out
}

func (l *layout) len() int { return len(l.base) }

// places gives, for each entry, its place in a table over some of the persons, the first running
// fastest, and the size of that table.
func (l *layout) places(persons []int) ([]int32, int) {
	switch {
	case len(persons) == 1 && l.of != nil:
		return l.of[persons[0]], l.size[persons[0]]
	case len(persons) == 2 && l.pair != nil:
		return l.pair[persons[0]][persons[1]], l.size[persons[0]] * l.size[persons[1]]
	}
	places, stride := make([]int32, l.len()), 1
	strides := make([]int32, len(l.size))
	for _, p := range persons {
		strides[p] = int32(stride)
		stride *= l.size[p]
	}
	if l.of == nil {
		l.count(places, strides)
		return places, stride
	}
	for _, p := range persons {
		for e, g := range l.of[p] {
			places[e] += g * strides[p]
		}
	}
	return places, stride
}

// count fills in the places of the layout of every combination, given how far a genotype of each person
// lies from the next.
func (l *layout) count(places, strides []int32) {
	genotypes, at := make([]int, len(l.size)), int32(0)
	first, step := l.size[0], strides[0]
	for e := 0; e < len(places); e += first {
		for g := range first {
			places[e+g] = at + int32(g)*step
		}
		for p := 1; p < len(genotypes); p++ {
			at += strides[p]
			if genotypes[p]++; genotypes[p] < l.size[p] {
				break
			}
			at -= int32(l.size[p]) * strides[p]
			genotypes[p] = 0
		}
	}
}

// pairs works out all genotypes and the places of all pairs, for layouts that many cliques share.
func (l *layout) pairs() {
	if l.of == nil {
		of := make([][]int32, len(l.size))
		for p := range of {
			of[p], _ = l.places([]int{p})
		}
		l.of = of
	}
	pair := make([][][]int32, len(l.size))
	for a := range pair {
		pair[a] = make([][]int32, len(l.size))
		for b := range pair[a] {
			if a != b {
				pair[a][b], _ = l.places([]int{a, b})
			}
		}
	}
	l.pair = pair
}

// block is the layout of one or two persons with no transmission; b is 0 for one.
func (s *Space) block(a, b int) *layout {
	s.cache.Lock()
	defer s.cache.Unlock()
	if l := s.dense[[2]int{a, b}]; l != nil {
		return l
	}
	size := []int{a}
	if b > 0 {
		size = append(size, b)
	}
	l := full(size)
	l.pairs()
	s.dense[[2]int{a, b}] = l
	return l
}

// full is the layout of every combination, the first person's genotype running fastest.
func full(size []int) *layout {
	n := 1
	for _, k := range size {
		n *= k
	}
	l := &layout{size: size, base: make([]float64, n)}
	for e := range l.base {
		l.base[e] = 1
	}
	return l
}

type trioKey struct{ child, mother, father listKey }

// The persons of a trio's layout.
const (
	theChild = iota
	theMother
	theFather
)

// shape is what the trios of one kind of child with two kinds of parents have in common. Both numbers
// are worked out when they are first needed.
type shape struct {
	space                 *Space
	child, mother, father *list

	counting, listing sync.Once
	entries           float64
	layout            *layout
}

// count is how many genotypes of the three can occur together.
func (t *shape) count() float64 {
	t.counting.Do(func() { t.entries = t.space.transmissions(t.child, t.mother, t.father) })
	return t.entries
}

// trio is the layout of a child and its parents: τ(child | mother, father), ordered by father, mother
// and child.
func (t *shape) trio() *layout {
	t.listing.Do(func() { t.layout = t.space.newTrio(t.child, t.mother, t.father) })
	return t.layout
}

// shape finds the shape of a trio.
func (s *Space) shape(child, mother, father *list) *shape {
	t := &shape{space: s, child: child, mother: mother, father: father}
	if child.key.only+mother.key.only+father.key.only > 0 {
		return t // one of many, for a moment
	}
	key := trioKey{child.key, mother.key, father.key}
	s.cache.Lock()
	defer s.cache.Unlock()
	if known := s.trios[key]; known != nil {
		return known
	}
	s.trios[key] = t
	return t
}

// shapes are those that a family has met, which are few.
type shapes struct {
	space  *Space
	met    []*shape
	blocks []*layout
}

// block is the Space's.
func (m *shapes) block(a, b int) *layout {
	for _, l := range m.blocks {
		if l.size[0] == a && (b == 0 && len(l.size) == 1 || len(l.size) == 2 && l.size[1] == b) {
			return l
		}
	}
	m.blocks = append(m.blocks, m.space.block(a, b))
	return m.blocks[len(m.blocks)-1]
}

func (m *shapes) of(child, mother, father *list) *shape {
	for _, t := range m.met {
		if t.child == child && t.mother == mother && t.father == father {
			return t
		}
	}
	m.met = append(m.met, m.space.shape(child, mother, father))
	return m.met[len(m.met)-1]
}

func (s *Space) newTrio(child, mother, father *list) *layout {
	l := &layout{size: []int{child.len(), mother.len(), father.len()}, of: make([][]int32, 3)}
	sons := map[bool]map[int32]int32{false: {}, true: {}} // state to position in the child's list, by sex
	for i, state := range child.states {
		sons[child.man(i)][state] = int32(i)
	}
	share := 1.0
	if s.x && child.key.sex == eitherSex {
		share = 0.5
	}
	made := func(parent *list, sperm bool) (by map[bool][][]gamete) {
		by = map[bool][][]gamete{}
		for son := range sons {
			for i, state := range parent.states {
				by[son] = append(by[son], s.gametes(s.counts[state], parent.man(i), sperm, son))
			}
		}
		return by
	}
	eggs, sperm := made(mother, false), made(father, true)
	chance, reached := make([]float64, child.len()), []int32(nil)
	for f := range father.states {
		for m := range mother.states {
			l.rows = append(l.rows, int32(l.len()))
			for _, son := range []bool{false, true} {
				for _, egg := range eggs[son][m] {
					for _, with := range sperm[son][f] {
						state, ok := s.at[egg.counts+with.counts]
						if !ok {
							continue
						}
						c, ok := sons[son][state]
						if !ok {
							continue
						}
						if chance[c] == 0 {
							reached = append(reached, c)
						}
						chance[c] += share * egg.chance * with.chance
					}
				}
			}
			for _, c := range reached {
				if chance[c] > 0 {
					l.of[theChild], l.of[theMother], l.of[theFather] = append(l.of[theChild], c), append(l.of[theMother], int32(m)), append(l.of[theFather], int32(f))
					l.base = append(l.base, chance[c])
				}
				chance[c] = 0
			}
			reached = reached[:0]
		}
	}
	l.rows = append(l.rows, int32(l.len()))
	l.pairs()
	return l
}
