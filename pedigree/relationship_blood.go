package pedigree

import "slices"

// reach is how somebody's ancestor is reached: over how many generations at the nearest, and through
// which of the two parents.
type reach struct {
	up  int
	via lines
}

// ancestors maps i and every ancestor of i to how it is reached.
func (k *kin) ancestors(i int) map[int]reach {
	found := map[int]reach{i: {}}
	row := []int{i}
	for up := 1; len(row) > 0; up++ {
		var above []int
		for _, child := range row {
			for side, parent := range k.parents[child] {
				if parent < 0 {
					continue
				}
				via := found[child].via
				if child == i {
					via = [2]lines{maternalLine, paternalLine}[side]
				}
				known, seen := found[parent]
				switch {
				case !seen:
					found[parent] = reach{up, via}
					above = append(above, parent)
				case known.up == up:
					found[parent] = reach{up, known.via | via}
				}
			}
		}
		row = above
	}
	return found
}

// blood is the nearest blood relationship of b to a; ok is false when there is none.
func (k *kin) blood(a, b int) (r Relationship, ok bool) {
	fromA, fromB := k.ancestors(a), k.ancestors(b)
	var best line
	for common, up := range fromA {
		down, shared := fromB[common]
		if !shared {
			continue
		}
		l := line{up: up.up, down: down.up, via: up.via}
		if l.up > 0 && l.down > 0 {
			l.full, l.double = k.fullLine(fromA, fromB, common)
		}
		switch {
		case !ok || l.nearer(best):
			best, ok = l, true
		case l.up == best.down && l.down == best.up && l.up != l.down && l.full == best.full:
			// Aunt and niece of each other at once: the one who descends is the niece.
			if (l.up < l.down) == (slices.Index(k.order, a) < slices.Index(k.order, b)) {
				best = l
			}
		case l.up == best.up && l.down == best.down && l.full == best.full:
			best.via |= l.via // the other ancestor of the couple, or a second line of the same kind
			best.double = best.double || l.double
		}
	}
	if twin := slices.Contains(k.twinsOf(a), b); twin && (!ok || best.up == 1 && best.down == 1) {
		return Relationship{Words: k.twinWord(a, b), Degree: 1, Up: 1, Down: 1}, true
	}
	if !ok {
		return Relationship{}, false
	}
	return Relationship{Words: k.bloodWords(a, b, best), Degree: best.degree(), Up: best.up, Down: best.down}, true
}

// line is one line of descent between two people.
type line struct {
	up, down int
	full     bool // through both of a couple, not only one of them
	double   bool // through two couples, one on each side: double first cousins
	via      lines
}

// degree counts generations up and down, less one where the line runs through a full sibship.
func (l line) degree() int {
	if l.full {
		return l.up + l.down - 1
	}
	return l.up + l.down
}

func (l line) nearer(other line) bool {
	switch {
	case l.degree() != other.degree():
		return l.degree() < other.degree()
	case l.full != other.full:
		return l.full
	}
	return min(l.up, l.down) < min(other.up, other.down)
}

// fullLine reports whether the two children of common through whom the lines run share both parents,
// and whether two couples of that generation are shared, one on each side of the first person.
func (k *kin) fullLine(fromA, fromB map[int]reach, common int) (full, double bool) {
	through := func(from map[int]reach) (children []int) {
		for i, r := range from {
			if r.up == from[common].up-1 && slices.Contains(k.parents[i][:], common) {
				children = append(children, i)
			}
		}
		return children
	}
	others := through(fromB)
	for _, x := range through(fromA) {
		for _, y := range others {
			full = full || x != y && k.parents[x] == k.parents[y]
		}
	}
	if !full || fromA[common].up == 1 {
		return full, false
	}
	var via lines
	shared := 0
	for other, r := range fromA {
		if down, both := fromB[other]; both && r.up == fromA[common].up && down.up == fromB[common].up {
			via |= r.via
			shared++
		}
	}
	return true, shared >= 4 && via == maternalLine|paternalLine
}
