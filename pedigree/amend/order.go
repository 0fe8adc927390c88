package amend

import (
	"errors"
	"fmt"
	"slices"

	"kindred/pedigree"
)

// ShiftSibling moves a person by one place among their full siblings as they are drawn: to the left for
// a negative step, else to the right. Those born together move as one. Where dates of birth decide, or
// there is nobody to pass, nothing changes and the error says so. A pin is released: it would hold the
// symbol where it was.
func ShiftSibling(f *pedigree.Family, id pedigree.ID, step int) error {
	p, err := find(f, id)
	if err != nil {
		return err
	}
	all := bornInOrder(f, sibship(f, id))
	if len(all) < 2 {
		return errors.New("nobody to change places with: there are no full siblings")
	}
	blocks := births(f, all)
	at := slices.IndexFunc(blocks, func(b []pedigree.ID) bool { return slices.Contains(b, id) })
	to := at - 1
	if step > 0 {
		to = at + 1
	}
	switch {
	case to < 0:
		return fmt.Errorf("%s is the first of the siblings already", f.Called(id))
	case to == len(blocks):
		return fmt.Errorf("%s is the last of the siblings already", f.Called(id))
	}
	earlier, later := blocks[min(at, to)], blocks[max(at, to)]
	for _, a := range earlier {
		for _, b := range later {
			if bornBefore(f.Individual(a), f.Individual(b)) {
				return fmt.Errorf("their dates of birth decide: %s was born before %s", f.Called(a), f.Called(b))
			}
		}
	}
	blocks[at], blocks[to] = blocks[to], blocks[at]
	p.Pin = nil
	reorder(f, slices.Concat(blocks...))
	return nil
}

// bornBefore is the rule of the drawing: where both dates or years of birth are known, the earlier is
// on the left.
func bornBefore(a, b *pedigree.Individual) bool {
	year := func(p *pedigree.Individual) (int, bool) {
		if p.Born.Date != "" {
			return p.Born.Date.Year(), true
		}
		return p.Born.Low.Year, p.Born.Low.Known && p.Born.Low == p.Born.High
	}
	first, known := year(a)
	second, both := year(b)
	if !known || !both || first != second {
		return known && both && first < second
	}
	return a.Born.Date != "" && b.Born.Date != "" && a.Born.Date < b.Born.Date
}

// bornInOrder sorts those whose birth is known among the places that they have in family order, as the
// drawing does.
func bornInOrder(f *pedigree.Family, siblings []pedigree.ID) []pedigree.ID {
	var places []int
	var dated []pedigree.ID
	for i, id := range siblings {
		if b := f.Individual(id).Born; b.Date != "" || b.Low.Known && b.Low == b.High {
			places, dated = append(places, i), append(dated, id)
		}
	}
	slices.SortStableFunc(dated, func(a, b pedigree.ID) int {
		switch p, q := f.Individual(a), f.Individual(b); {
		case bornBefore(p, q):
			return -1
		case bornBefore(q, p):
			return 1
		}
		return 0
	})
	for i, at := range places {
		siblings[at] = dated[i]
	}
	return siblings
}

// births parts siblings into those who were born together, each block where its first one is.
func births(f *pedigree.Family, siblings []pedigree.ID) [][]pedigree.ID {
	var blocks [][]pedigree.ID
	for _, id := range siblings {
		block := slices.IndexFunc(blocks, func(b []pedigree.ID) bool {
			return slices.ContainsFunc(f.Twins, func(t pedigree.TwinSet) bool {
				return slices.Contains(t.Members, id) && slices.ContainsFunc(b, func(other pedigree.ID) bool { return slices.Contains(t.Members, other) })
			})
		})
		if block < 0 {
			blocks = append(blocks, []pedigree.ID{id})
			continue
		}
		blocks[block] = append(blocks[block], id)
	}
	return blocks
}

// reorder puts people into this order among the places that they have in the family.
func reorder(f *pedigree.Family, order []pedigree.ID) {
	var places []int
	people := map[pedigree.ID]pedigree.Individual{}
	for i := range f.Individuals {
		if p := f.Individuals[i]; slices.Contains(order, p.ID) {
			places, people[p.ID] = append(places, i), p
		}
	}
	for i, at := range places {
		f.Individuals[at] = people[order[i]]
	}
}
