package interview

import (
	"slices"

	"kindred/pedigree"
)

// Part is a stretch of the talk.
type Part string

// The parts, in the order of the talk.
const (
	PartPatient  Part = "the patient"
	PartOwn      Part = "partners and children"
	PartSiblings Part = "brothers and sisters"
	PartMother   Part = "mother's side"
	PartFather   Part = "father's side"
	PartOthers   Part = "others" // adoptive and step parents, partners' families, people whose place is not known
)

// Row is one line of the history: a person, a pregnancy, or a group such as three sisters.
type Row struct {
	ID   pedigree.ID
	Part Part
}

// Order lists everybody in the family once, in the order in which they are asked about from the
// subject's point of view. Brothers and sisters stand oldest first where birth years decide it, else in
// family order. Without a subject in the family everybody is one of PartOthers, in family order.
func Order(f *pedigree.Family, subject pedigree.ID) []Row {
	w := newWalk(f)
	if at, known := w.index[subject]; known {
		w.ancestorsOf(at)
		w.part = PartPatient
		w.add(at)
		w.part = PartOwn
		w.descendants(at)
		w.part = PartSiblings
		w.siblings(at)
		d := w.parents[at]
		w.part = PartMother
		w.lineage(d[0])
		w.part = PartFather
		w.lineage(d[1])
		w.part = PartOthers
		w.beside(at)
	}
	w.part = PartOthers
	for i := range f.Individuals {
		w.add(i)
	}
	return w.rows
}

// walk goes over the family by positions in Individuals; whoever is listed is not listed again.
type walk struct {
	*pedigree.Family
	index    map[pedigree.ID]int
	parents  [][2]int
	children [][]int // by blood, in birth order
	partners [][]int
	born     []pedigree.Fuzzy
	reserved []bool // the subject's ancestors, who have a place of their own
	listed   []bool
	rows     []Row
	part     Part
}

func newWalk(f *pedigree.Family) *walk {
	n := len(f.Individuals)
	w := &walk{
		Family: f, index: f.Index(), parents: f.Descent(false).Parents, children: make([][]int, n), partners: make([][]int, n),
		born: make([]pedigree.Fuzzy, n), reserved: make([]bool, n), listed: make([]bool, n), rows: make([]Row, 0, n),
	}
	for i := range f.Individuals {
		w.born[i] = f.BirthYears(&f.Individuals[i])
	}
	join := func(a, b int) {
		if a != b && !slices.Contains(w.partners[a], b) {
			w.partners[a], w.partners[b] = append(w.partners[a], b), append(w.partners[b], a)
		}
	}
	for _, u := range f.Unions {
		for _, p := range u.Partners {
			a, known := w.index[u.Partners[0]]
			if b, other := w.index[p]; known && other {
				join(a, b)
			}
		}
	}
	for i, parents := range w.parents {
		for _, parent := range parents {
			if parent >= 0 {
				w.children[parent] = append(w.children[parent], i)
			}
		}
		if parents[0] >= 0 && parents[1] >= 0 {
			join(parents[0], parents[1])
		}
	}
	for i := range w.children {
		w.children[i] = w.inBirthOrder(w.children[i])
	}
	return w
}

// ancestorsOf keeps the subject's ancestors out of every other place.
func (w *walk) ancestorsOf(at int) {
	for _, parent := range w.parents[at] {
		if parent >= 0 && !w.reserved[parent] {
			w.reserved[parent] = true
			w.ancestorsOf(parent)
		}
	}
}

// add lists a person; false where they were listed before. Of two people of one id the first stands
// for both.
func (w *walk) add(at int) bool {
	id := w.Individuals[at].ID
	if w.listed[at] || w.index[id] != at {
		return false
	}
	w.listed[at] = true
	w.rows = append(w.rows, Row{id, w.part})
	return true
}

// descendants lists the partners of a person, the children, the losses, and then each child's own.
func (w *walk) descendants(at int) {
	for _, partner := range w.partners[at] {
		if !w.reserved[partner] {
			w.add(partner)
		}
	}
	var new []int
	for _, lost := range []bool{false, true} {
		for _, child := range w.children[at] {
			if (w.Individuals[child].Pregnancy != nil) == lost && !w.reserved[child] && w.add(child) {
				new = append(new, child)
			}
		}
	}
	for _, child := range new {
		w.descendants(child)
	}
}

// siblings lists the brothers and sisters of a person, full ones first, each with partners and
// descendants.
func (w *walk) siblings(at int) {
	var full, half []int
	for side, parent := range w.parents[at] {
		if parent < 0 {
			continue
		}
		for _, sibling := range w.children[parent] {
			switch {
			case sibling == at || slices.Contains(full, sibling) || slices.Contains(half, sibling):
			case w.parents[sibling][1-side] == w.parents[at][1-side]:
				full = append(full, sibling)
			default:
				half = append(half, sibling)
			}
		}
	}
	for _, t := range w.Twins {
		if !slices.Contains(t.Members, w.Individuals[at].ID) {
			continue
		}
		for _, id := range t.Members {
			if twin, known := w.index[id]; known && twin != at && !slices.Contains(full, twin) && !slices.Contains(half, twin) {
				full = append(full, twin)
			}
		}
	}
	for _, sibling := range append(full, half...) {
		if !w.reserved[sibling] && w.add(sibling) {
			w.descendants(sibling)
		}
	}
}

// lineage lists a parent and everybody who is related through them, generation by generation: the
// parent; brothers, sisters and cousins; the grandparents; theirs.
func (w *walk) lineage(parent int) {
	row := []int{parent}
	for len(row) > 0 {
		var here, above []int
		for _, at := range row {
			if at >= 0 && w.add(at) {
				here = append(here, at)
				above = append(above, w.parents[at][:]...)
			}
		}
		for _, at := range here {
			w.descendants(at)
		}
		for _, at := range here {
			w.siblings(at)
		}
		row = above
	}
}

// beside lists the parents of a person who are not by blood, with their families, and the families of
// the partners.
func (w *walk) beside(at int) {
	for _, l := range w.Individuals[at].OtherParents {
		if other, known := w.index[l.ID]; known {
			w.lineage(other)
		}
	}
	for _, partner := range w.partners[at] {
		w.siblings(partner)
		for _, parent := range w.parents[partner] {
			w.lineage(parent)
		}
	}
}

// inBirthOrder keeps family order but puts somebody in front of those who were certainly born later.
func (w *walk) inBirthOrder(children []int) []int {
	ordered := make([]int, 0, len(children))
	for _, child := range children {
		at := len(ordered)
		for i, other := range ordered {
			if w.certainlyBefore(child, other) {
				at = i
				break
			}
		}
		ordered = slices.Insert(ordered, at, child)
	}
	return ordered
}

func (w *walk) certainlyBefore(a, b int) bool {
	if first, second := w.Individuals[a].Born.Date, w.Individuals[b].Born.Date; first != "" && second != "" {
		return first < second
	}
	return w.born[a].High.Known && w.born[b].Low.Known && w.born[a].High.Year < w.born[b].Low.Year
}
