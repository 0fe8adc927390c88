package likelihood

import (
	"errors"
	"fmt"
)

// Genotypes is the number of genotypes at the locus: 0, 1 and 2 risk alleles.
const Genotypes = 3

// Vector holds one number for each genotype: the probability of what is known of a person given that
// genotype, or the posterior probability of the genotype.
type Vector [Genotypes]float64

// Unknown is the Vector of a person of whom nothing is known.
var Unknown = Vector{1, 1, 1}

// Parents are the positions of a person's genetic mother and father; None where one is not known.
type Parents struct{ Mother, Father int }

// None is the position of a parent who is not known.
const None = -1

// maxEntries bounds the tables of one plan, in numbers held (eight bytes each).
const maxEntries = 12_000_000

// ErrTangled is a pedigree with more nested loops than the exact method can hold in memory.
var ErrTangled = errors.New("the family has too many nested loops for an exact likelihood; leave out relatives of whom nothing is known")

// ErrCycle is a pedigree in which somebody is his own ancestor.
var ErrCycle = errors.New("somebody in the family is his or her own ancestor; correct the parents")

// Plan is how the sum over a pedigree's genotypes is to be done. It depends on who is whose child
// and not on what is known of them, so that one plan serves many questions. A Plan is never changed
// after NewPlan and may be shared.
type Plan struct {
	node     []int  // person to node; identical twins share one
	nodes    int    // people after merging, and a stand-in for each unknown parent of a pair
	founders []bool // by node
	trios    []trio
	buckets  []bucket // in elimination order
	entries  int      // numbers in all clique tables
	messages int      // numbers in all messages between cliques
}

// trio is a child and both parents, as nodes.
type trio struct{ child, mother, father int }

// NewPlan prepares the pedigree in which person i has the parents given by parents[i]. Each set in
// identical becomes one genotype: the set's data multiply and all children descend from it. A
// parent of a person with only one known parent is added as a founder of whom nothing is known.
//
// The errors are ErrCycle, ErrTangled and a position outside the pedigree.
func NewPlan(parents []Parents, identical [][]int) (*Plan, error) {
	p := &Plan{node: make([]int, len(parents))}
	if err := p.number(parents, identical); err != nil {
		return nil, err
	}
	p.founders = make([]bool, p.nodes, 2*p.nodes)
	for i := range p.founders {
		p.founders[i] = true
	}
	for i, of := range parents {
		child := p.node[i]
		if (of.Mother == None && of.Father == None) || !p.founders[child] {
			continue
		}
		p.founders[child] = false
		p.trios = append(p.trios, trio{child, p.parent(of.Mother), p.parent(of.Father)})
	}
	p.nodes = len(p.founders)
	if p.cyclic() {
		return nil, ErrCycle
	}
	return p, p.arrange()
}

// number gives each person a node, and identical twins the same one.
func (p *Plan) number(parents []Parents, identical [][]int) error {
	first := make([]int, len(parents)) // the first of a set of identical twins stands for all
	for i, of := range parents {
		first[i] = i
		if of.Mother < None || of.Mother >= len(parents) || of.Father < None || of.Father >= len(parents) {
			return fmt.Errorf("person %d has a parent who is not in the pedigree", i)
		}
	}
	for _, set := range identical {
		for _, i := range set {
			if i < 0 || i >= len(parents) {
				return fmt.Errorf("twin %d is not in the pedigree", i)
			}
			from, to := first[i], first[set[0]]
			for j := range first {
				if first[j] == from {
					first[j] = to
				}
			}
		}
	}
	nodeOf := make(map[int]int, len(parents))
	for i := range parents {
		n, seen := nodeOf[first[i]]
		if !seen {
			n = len(nodeOf)
			nodeOf[first[i]] = n
		}
		p.node[i] = n
	}
	p.nodes = len(nodeOf)
	return nil
}

// parent is the node of the parent at a position, a new founder for None.
func (p *Plan) parent(position int) int {
	if position != None {
		return p.node[position]
	}
	p.founders = append(p.founders, true)
	return len(p.founders) - 1
}

// cyclic reports a node that descends from itself: what is left when everybody whose parents have
// been taken away has been taken away.
func (p *Plan) cyclic() bool {
	waiting := make([]int, p.nodes)
	childrenOf := make([][]int, p.nodes)
	for _, t := range p.trios {
		waiting[t.child] = 2
		childrenOf[t.mother] = append(childrenOf[t.mother], t.child)
		childrenOf[t.father] = append(childrenOf[t.father], t.child)
	}
	var ready []int
	for n, w := range waiting {
		if w == 0 {
			ready = append(ready, n)
		}
	}
	done := 0
	for ; len(ready) > 0; done++ {
		n := ready[len(ready)-1]
		ready = ready[:len(ready)-1]
		for _, c := range childrenOf[n] {
			if waiting[c]--; waiting[c] == 0 {
				ready = append(ready, c)
			}
		}
	}
	return done < p.nodes
}
