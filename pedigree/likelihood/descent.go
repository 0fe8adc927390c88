package likelihood

import (
	"errors"
	"fmt"

	"kindred/pedigree"
)

// Parents are the positions of a person's genetic mother and father; None where one is not known.
type Parents struct{ Mother, Father int }

// None is the position of a parent who is not known.
const None = -1

// ErrCycle is a pedigree in which somebody is his own ancestor.
var ErrCycle = errors.New("somebody in the family is his or her own ancestor; correct the parents")

// trio is a child and both parents, as nodes.
type trio struct{ child, mother, father int32 }

// descent is a pedigree as nodes: identical twins are one, and an unknown parent of a child with one
// known parent has a stand-in.
type descent struct {
	node   []int32 // by person
	apart  int     // nodes that are people, before the stand-ins
	nodes  int
	child  []bool // by node: has parents
	trios  []trio
	person []int32 // by node: the first person, None for a stand-in
}

func newDescent(parents []Parents, identical [][]int) (*descent, error) {
	d := &descent{node: make([]int32, len(parents))}
	if err := d.number(parents, identical); err != nil {
		return nil, err
	}
	d.child = make([]bool, d.nodes, 2*d.nodes)
	d.trios = make([]trio, 0, d.nodes)
	for i, of := range parents {
		n := d.node[i]
		if (of.Mother == None && of.Father == None) || d.child[n] {
			continue
		}
		d.child[n] = true
		d.trios = append(d.trios, trio{n, d.parent(of.Mother), d.parent(of.Father)})
	}
	d.nodes = len(d.child)
	if d.cyclic() {
		return nil, ErrCycle
	}
	return d, nil
}

// number gives each person a node, and identical twins the same one.
func (d *descent) number(parents []Parents, identical [][]int) error {
	leader := d.node // for the moment, the person who stands for each
	for i, of := range parents {
		leader[i] = int32(i)
		if of.Mother < None || of.Mother >= len(parents) || of.Father < None || of.Father >= len(parents) {
			return fmt.Errorf("person %d has a parent who is not in the pedigree", i)
		}
	}
	for _, set := range identical {
		for _, i := range set {
			if i < 0 || i >= len(parents) {
				return fmt.Errorf("twin %d is not in the pedigree", i)
			}
			from, to := leader[i], leader[set[0]]
			from, to = max(from, to), min(from, to)
			for j := range leader {
				if leader[j] == from {
					leader[j] = to
				}
			}
		}
	}
	d.person = make([]int32, 0, 2*len(parents))
	for i := range leader {
		if int(leader[i]) == i {
			d.node[i] = int32(len(d.person))
			d.person = append(d.person, int32(i))
		} else {
			d.node[i] = d.node[leader[i]] // the leader stands before
		}
	}
	d.apart = len(d.person)
	d.nodes = d.apart
	return nil
}

// parent is the node of the parent at a position, a new founder for None.
func (d *descent) parent(position int) int32 {
	if position != None {
		return d.node[position]
	}
	d.child, d.person = append(d.child, false), append(d.person, None)
	return int32(len(d.child) - 1)
}

// cyclic reports a node that descends from itself: what is left when everybody whose parents have
// been taken away has been taken away.
func (d *descent) cyclic() bool {
	// The children of node n are next[first[n]], and so on: a list threaded through the trios' parents.
	first, next := make([]int32, d.nodes), make([]int32, 2*len(d.trios))
	for n := range first {
		first[n] = None
	}
	waiting, ready := make([]uint8, d.nodes), make([]int32, 0, d.nodes)
	for i, t := range d.trios {
		waiting[t.child] = 2
		for side, parent := range [2]int32{t.mother, t.father} {
			link := int32(2*i + side)
			next[link], first[parent] = first[parent], link
		}
	}
	for n, w := range waiting {
		if w == 0 {
			ready = append(ready, int32(n))
		}
	}
	for done := 0; done < len(ready); done++ {
		for link := first[ready[done]]; link != None; link = next[link] {
			c := d.trios[link/2].child
			if waiting[c]--; waiting[c] == 0 {
				ready = append(ready, c)
			}
		}
	}
	return len(ready) < d.nodes
}

// descentOf reads a family, of which index is f.Index(): person i is f.Individuals[i]. A parent who is
// named but not in the family counts as not known.
func descentOf(f *pedigree.Family, index map[pedigree.ID]int, mergeMZ bool) (*descent, error) {
	position := func(id pedigree.ID) int {
		if id == "" {
			return None
		}
		if i, ok := index[id]; ok {
			return i
		}
		return None
	}
	parents := make([]Parents, len(f.Individuals))
	for i := range f.Individuals {
		p := &f.Individuals[i]
		parents[i] = Parents{position(p.EggParent()), position(p.SpermParent())}
	}
	var identical [][]int
	for _, t := range f.Twins {
		if !mergeMZ || t.Zygosity != pedigree.Monozygotic {
			continue
		}
		var set []int
		for _, id := range t.Members {
			if i := position(id); i != None {
				set = append(set, i)
			}
		}
		if len(set) > 1 {
			identical = append(identical, set)
		}
	}
	return newDescent(parents, identical)
}
