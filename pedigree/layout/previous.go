package layout

import (
	"math"
	"slices"
	"sort"

	"kindred/pedigree"
)

// earlier is where everybody stood in a previous layout, symbols and duplicates.
type earlier struct {
	*Layout
	unit float64
	at   map[symbol]int // index into Nodes
}

// symbol names a node from one layout to the next: a duplicate by a partner it stands beside.
type symbol struct {
	id, beside pedigree.ID
}

func newEarlier(l *Layout) *earlier {
	if l == nil || len(l.Nodes) == 0 {
		return nil
	}
	e := &earlier{Layout: l, unit: l.Unit, at: make(map[symbol]int, len(l.Nodes))}
	if !(e.unit > 0) {
		e.unit = 1
	}
	name := func(s symbol, i int) {
		n := &l.Nodes[i]
		if _, twice := e.at[s]; !twice && !math.IsNaN(n.X) && !math.IsInf(n.X, 0) {
			e.at[s] = i
		}
	}
	pairs := l.Unions[:len(l.Unions):len(l.Unions)]
	for _, s := range l.Sibships {
		pairs = append(pairs, s.Parents)
	}
	for _, u := range pairs {
		for i, p := range u {
			if q := u[1-i]; p >= 0 && p < len(l.Nodes) && q >= 0 && q < len(l.Nodes) && l.Nodes[p].Duplicate {
				name(symbol{l.Nodes[p].ID, l.Nodes[q].ID}, p)
			}
		}
	}
	for i, n := range l.Nodes {
		if !n.Duplicate {
			name(symbol{id: n.ID}, i)
		}
	}
	return e
}

// knows reports that somebody in g was there before.
func (e *earlier) knows(g *graph) bool {
	if e == nil {
		return false
	}
	for i := range g.nodes {
		if _, ok := e.at[symbol{id: g.nodes[i].id}]; ok {
			return true
		}
	}
	return false
}

// rows are the earlier rows of the nodes of g, -1 for newcomers; nil if there are only newcomers.
func (e *earlier) rows(g *graph) []int {
	if !e.knows(g) {
		return nil
	}
	rows := make([]int, len(g.nodes))
	for i := range g.nodes {
		rows[i] = -1
		if n, ok := e.at[symbol{id: g.nodes[i].id}]; ok && e.Nodes[n].Generation >= 0 {
			rows[i] = e.Nodes[n].Generation
		}
	}
	return rows
}

// splits are the duplicates of the earlier drawing that still make sense, and those chosen since.
func (e *earlier) splits(g *graph) []split {
	var splits []split
	drawn := make(map[int]int) // of an earlier duplicate: its split
	for m := range g.matings {
		a, b := g.matings[m].a, g.matings[m].b
		for _, p := range [...]int{a, b} {
			i, ok := e.at[symbol{g.nodes[p].id, g.nodes[a+b-p].id}]
			if !ok || !g.splittable(p, m) {
				continue
			}
			if k, ok := drawn[i]; ok && splits[k].node == p && splits[k].also < 0 {
				splits[k].also = m
			} else {
				drawn[i] = len(splits)
				splits = append(splits, split{p, m, -1})
			}
			break
		}
	}
	return g.chosenSplits(splits)
}

// places are the earlier x of the nodes of f, NaN for newcomers and bends, and for those who stand
// elsewhere because they have become a duplicate, or are one no more.
func (e *earlier) places(f *frame) []float64 {
	x := make([]float64, len(f.nodes))
	twice := make(map[pedigree.ID]int)
	for i := range f.nodes {
		x[i] = math.NaN()
		n := &f.nodes[i]
		if n.bend {
			continue
		}
		s := symbol{id: n.id}
		if n.duplicate {
			s.beside = f.nodes[f.matings[n.matings[0]].other(i)].id
			twice[n.id]++
		}
		if old, ok := e.at[s]; ok {
			x[i] = e.Nodes[old].X / e.unit
		}
	}
	for i := range e.Nodes {
		if e.Nodes[i].Duplicate {
			twice[e.Nodes[i].ID]--
		}
	}
	for i := range f.nodes {
		if n := &f.nodes[i]; !n.bend && !n.duplicate && twice[n.id] != 0 {
			x[i] = math.NaN()
		}
	}
	return x
}

// continued is the earlier order with the newcomers put in where they cost least: nobody who was
// there changes places with anybody.
func (f *frame) continued(before []float64, bridge []bool, strict bool) *search {
	guess := append([]float64(nil), before...)
	var fresh []int
	for p := range guess {
		if math.IsNaN(guess[p]) {
			fresh = append(fresh, p)
		}
	}
	for again := true; again; {
		again = false
		for _, p := range fresh {
			if x, ok := f.besideRelatives(guess, p); ok && math.IsNaN(guess[p]) {
				guess[p], again = x, true
			}
		}
	}
	seq := make([]int, len(f.nodes))
	for p := range seq {
		seq[p] = p
		if math.IsNaN(guess[p]) {
			guess[p] = 0
		}
	}
	sort.SliceStable(seq, func(i, j int) bool { return guess[seq[i]] < guess[seq[j]] })
	s := f.newSearch(seq, bridge, strict, searchWork(len(f.nodes)))
	faults := s.settleIn(fresh)
	if m := s.mended(); m != s {
		s = m
		faults = s.settleIn(fresh)
	}
	if faults && s.total() > 2*worthReordering {
		r := f.newSearch(s.seq, bridge, strict, searchWork(len(f.nodes)))
		if r.run(); r.total() < s.total()/2-worthReordering {
			return r
		}
	}
	return s
}

// worthReordering is what a change among people who were there before must save, on top of half of
// all faults: it costs the reader the map in their head, so one crossing is not enough.
const worthReordering = 1.25 * costCrossing

// settleIn moves newcomers, and nobody else, to where they cost least: close to where they were put
// and to their relatives, and further away only if a fault is left there. It reports that somebody new,
// not only a bend, takes part in a fault even so.
func (s *search) settleIn(fresh []int) (faults bool) {
	s.movable = make([]bool, len(s.nodes))
	for _, p := range fresh {
		s.movable[p] = true
	}
	for _, s.window = range [...]int{2, usualWindow} {
		const rounds = 4
		for i := 0; i < rounds; i++ {
			improved := false
			for _, p := range fresh {
				improved = s.improve(p) || improved
			}
			if !improved || len(fresh) == 1 {
				break
			}
		}
		faults = slices.ContainsFunc(s.faulty(), func(p int) bool { return s.movable[p] && !s.nodes[p].bend })
		if !faults {
			break
		}
	}
	s.movable, s.window = nil, usualWindow
	return faults
}

// besideRelatives guesses the x of a newcomer from those already placed: beside the next older or
// younger sibling, else under the parents, else beside a partner, else above the children.
func (f *frame) besideRelatives(x []float64, p int) (float64, bool) {
	n := &f.nodes[p]
	if n.home >= 0 {
		m := &f.matings[n.home]
		older := math.NaN()
		for i, k := range m.kids {
			if k != p {
				if !math.IsNaN(x[k]) {
					older = x[k]
				}
				continue
			}
			if !math.IsNaN(older) {
				return older + .1, true
			}
			for _, l := range m.kids[i+1:] {
				if !math.IsNaN(x[l]) {
					return x[l] - .1, true
				}
			}
		}
	}
	sum, count := 0.0, 0
	add := func(q int, shift float64) {
		if q != p && !math.IsNaN(x[q]) {
			sum += x[q] + shift
			count++
		}
	}
	if n.home >= 0 {
		add(f.matings[n.home].a, 0)
		add(f.matings[n.home].b, 0)
	}
	if count == 0 {
		for _, q := range f.spouses[p] {
			add(q, .2)
		}
	}
	if count == 0 {
		for _, m := range n.matings {
			for _, k := range f.matings[m].kids {
				add(k, 0)
			}
		}
	}
	if count == 0 && n.bend {
		for q, chain := range f.chain {
			if contains(chain, p) {
				add(q, 0)
			}
		}
	}
	if count == 0 {
		return 0, false
	}
	return sum / float64(count), true
}
