package amend

import (
	"fmt"
	"slices"

	"kindred/pedigree"
)

// JoinTwins records that two full siblings who are in the family were born together: in the twin set
// of the first, if there is one of that zygosity, else in a new one.
func JoinTwins(f *pedigree.Family, id, other pedigree.ID, zygosity pedigree.Zygosity, ids func() pedigree.ID) error {
	if _, err := find(f, id); err != nil {
		return err
	}
	if id == other || !slices.Contains(sibship(f, id), other) {
		return fmt.Errorf("persons %q and %q are not full siblings: they cannot be twins", id, other)
	}
	for i := range f.Twins {
		t := &f.Twins[i]
		switch has := slices.Contains(t.Members, id); {
		case has && slices.Contains(t.Members, other):
			t.Zygosity = zygosity
			return nil
		case has && t.Zygosity == zygosity:
			t.Members = append(t.Members, other)
			return nil
		}
	}
	f.Twins = append(f.Twins, pedigree.TwinSet{ID: ids(), Zygosity: zygosity, Members: []pedigree.ID{id, other}})
	return nil
}
