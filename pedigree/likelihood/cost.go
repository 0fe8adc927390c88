package likelihood

import "slices"

// Cost is what a Solve is predicted to take, known before it starts.
type Cost struct {
	Width   int     // the most people in one table, less one: 2 without loops
	Largest float64 // entries of the largest table, combinations of genotypes that cannot occur left out
	Held    float64 // entries to be held at once, some forty bytes each; children of one kind share theirs
	Total   float64 // entries to be gone through, in all Runs
	Runs    float64 // how many times everything is run because genotypes of people who close loops are taken as given; 1 when none is
}

// The limits of exact answers, in entries held at once and gone through: half a gigabyte, and some
// seconds.
const (
	maxHeld = 6_000_000
	maxWork = 30_000_000
)

// cost predicts the tables for an arrangement when each node has one of the genotypes in its list.
func (s *Space) cost(d *descent, a *arrangement, lists []*list) Cost {
	c, met := Cost{Runs: 1}, shapes{space: s}
	for i, node := range a.node {
		c.Width = max(c.Width, len(a.near[i]))
		entries := float64(lists[node].len())
		for _, n := range a.near[i] {
			entries *= float64(lists[n].len())
		}
		shared := len(a.near[i]) < 2
		for _, at := range a.triosOf(i) {
			t := d.trios[at]
			if t.mother == t.father || lists[t.child].key.only+lists[t.mother].key.only+lists[t.father].key.only > 0 {
				continue
			}
			within := float64(lists[t.child].len()) * float64(lists[t.mother].len()) * float64(lists[t.father].len())
			entries *= met.of(lists[t.child], lists[t.mother], lists[t.father]).count() / within
			shared = shared || len(a.near[i]) == 2
			break // other trios thin the table further, by no more than can be said
		}
		if c.Largest, c.Total = max(c.Largest, entries), c.Total+entries; !shared {
			c.Held += entries
		}
	}
	for _, t := range met.met {
		c.Held += t.count()
	}
	return c
}

// transmissions counts the genotypes of child, mother and father that can occur together, without
// listing them: locus by locus, by the risk alleles that each of the three has so far.
func (s *Space) transmissions(child, mother, father *list) float64 {
	n := 0.0
	for _, of := range sexes(s, child.key.sex) {
		n += s.count(of == male, mother.key.sex == male, father.key.sex == male, mother.key.founder, father.key.founder)
	}
	return n
}

func sexes(s *Space, of sex) []sex {
	if s.x && of == eitherSex {
		return []sex{female, male}
	}
	return []sex{of}
}

// held are the risk alleles of a child, its mother and its father so far, and whether the mother and the
// father have one beside which a founder may have others.
type held struct {
	alleles        [3]int
	mother, father bool
}

// count is transmissions for people of known sex.
func (s *Space) count(son, motherIsMan, fatherIsMan, motherFounds, fatherFounds bool) float64 {
	so := map[held]float64{{}: 1}
	for l := range s.loci {
		next, beside := map[held]float64{}, slices.Contains(s.beside, l)
		for _, more := range s.together(l, son, motherIsMan, fatherIsMan) {
			for has, n := range so {
				for i := range more {
					has.alleles[i] += more[i]
				}
				has.mother = has.mother || beside && more[1] > 0
				has.father = has.father || beside && more[2] > 0
				if max(has.alleles[0], has.alleles[1], has.alleles[2]) <= s.most {
					next[has] += n
				}
			}
		}
		so = next
	}
	total := 0.0
	for has, n := range so {
		if motherFounds && has.alleles[1] > s.mostFounder && !has.mother || fatherFounds && has.alleles[2] > s.mostFounder && !has.father {
			continue
		}
		total += n
	}
	return total
}

// together lists the numbers of risk alleles at one locus that child, mother and father can have.
func (s *Space) together(locus int, son, motherIsMan, fatherIsMan bool) (can [][3]int) {
	copies := func(man bool) int {
		if s.loci[locus].X && man {
			return 1
		}
		return 2
	}
	for m := range copies(motherIsMan) + 1 {
		for f := range copies(fatherIsMan) + 1 {
			met := [3]bool{}
			for _, egg := range s.gametes(counts(m)*one(locus), motherIsMan, false, son) {
				for _, sperm := range s.gametes(counts(f)*one(locus), fatherIsMan, true, son) {
					met[egg.counts.at(locus)+sperm.counts.at(locus)] = true
				}
			}
			for c, ok := range met {
				if ok {
					can = append(can, [3]int{c, m, f})
				}
			}
		}
	}
	return can
}
