package amend

import (
	"fmt"
	"slices"

	"kindred/pedigree"
)

// SetCount makes a person stand for so many people, or for an unknown number of them where n is 0.
// One left of a group keeps the count 1: somebody who was counted, and not yet named.
func SetCount(f *pedigree.Family, id pedigree.ID, n int) error {
	p, err := find(f, id)
	if err != nil {
		return err
	}
	p.Count, p.CountUnknown = n, n == 0
	return nil
}

// TakeFromGroup makes one person of their own out of a group, in front of it in family order, and
// lowers its count. What was said of all of them holds for the one; the last of a counted group is the
// group's own symbol. A group of an unknown number keeps it.
func TakeFromGroup(f *pedigree.Family, group pedigree.ID, ids func() pedigree.ID) (pedigree.ID, error) {
	p, err := find(f, group)
	if err != nil {
		return "", err
	}
	if p.Count < 1 && !p.CountUnknown {
		return "", fmt.Errorf("person %q is not a group: nobody can be taken out of it", group)
	}
	if p.Count == 1 {
		p.Count = 0
		return group, nil
	}
	whole := &pedigree.Family{Individuals: []pedigree.Individual{*p}}
	one := whole.Clone().Individuals[0]
	one.ID, one.Count, one.CountUnknown, one.Pin = ids(), 0, false, nil
	if p.Count > 1 {
		p.Count--
	}
	insert(f, position(f, group), one)
	for i := range f.Unions {
		u := &f.Unions[i]
		if at := slices.Index(u.Children, group); at >= 0 {
			u.Children = slices.Insert(u.Children, at, one.ID)
		}
	}
	return one.ID, nil
}
