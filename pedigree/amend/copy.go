package amend

import (
	"fmt"
	"slices"

	"kindred/pedigree"
)

// CopyBranch gives one person the partners and descendants that another has, as a frame: everybody's
// sex, place and number in a group, losses and twins included, and nothing else; with names only if
// asked. A first partner who is there is used. It returns who was added.
func CopyBranch(f *pedigree.Family, from, to pedigree.ID, names bool, ids func() pedigree.ID) ([]pedigree.ID, error) {
	if _, err := find(f, to); err != nil {
		return nil, err
	}
	if _, err := find(f, from); err != nil {
		return nil, err
	}
	whole := f.Clone() // the branch as it is, however the copy grows
	if below := descendants(whole, from); from == to || slices.Contains(below, to) {
		return nil, fmt.Errorf("the branch of person %q cannot be copied to somebody in it", from)
	}
	c := copier{to: f, from: whole, names: names, ids: ids, of: map[pedigree.ID]pedigree.ID{from: to}}
	if err := c.branch(from); err != nil {
		return nil, err
	}
	c.twins()
	return c.added, nil
}

// descendants are everybody who comes from a person by blood.
func descendants(f *pedigree.Family, of pedigree.ID) []pedigree.ID {
	var all []pedigree.ID
	for queue := []pedigree.ID{of}; len(queue) > 0; queue = queue[1:] {
		for _, child := range f.ChildrenOf(queue[0]) {
			if !slices.Contains(all, child) {
				all = append(all, child)
				queue = append(queue, child)
			}
		}
	}
	return all
}

// copier copies a branch of one family to another person of it.
type copier struct {
	to, from *pedigree.Family
	names    bool
	ids      func() pedigree.ID
	of       map[pedigree.ID]pedigree.ID // who stands for whom
	added    []pedigree.ID
}

// branch copies the partners and children of one person, and then each child's own branch.
func (c *copier) branch(original pedigree.ID) error {
	copied := c.of[original]
	there := c.to.PartnersOf(copied)
	for _, partner := range c.from.PartnersOf(original) {
		switch {
		case c.of[partner] != "":
		case len(there) > 0:
			c.of[partner], there = there[0], there[1:]
		default:
			id, err := AddPartner(c.to, copied, c.ids)
			if err != nil {
				return err
			}
			c.keep(partner, id)
		}
	}
	for _, child := range c.from.ChildrenOf(original) {
		if c.of[child] != "" {
			continue
		}
		if err := c.child(original, child); err != nil {
			return err
		}
		if err := c.branch(child); err != nil {
			return err
		}
	}
	return nil
}

func (c *copier) child(parent, child pedigree.ID) error {
	p := c.from.Individual(child)
	other := p.EggParent()
	if other == parent {
		other = p.SpermParent()
	}
	var id pedigree.ID
	var err error
	if c.of[other] == "" {
		id, err = AddChildOfOne(c.to, c.of[parent], p.Sex, c.ids)
	} else {
		id, err = AddChild(c.to, c.of[parent], p.Sex, c.of[other], c.ids)
	}
	if err != nil {
		return err
	}
	c.keep(child, id)
	return nil
}

// keep makes one person stand for another.
func (c *copier) keep(original, id pedigree.ID) {
	p, copied := c.from.Individual(original), c.to.Individual(id)
	copied.Sex, copied.Gender, copied.Count, copied.CountUnknown = p.Sex, p.Gender, p.Count, p.CountUnknown
	if p.Pregnancy != nil {
		copied.Pregnancy = &pedigree.Pregnancy{Kind: p.Pregnancy.Kind}
	}
	if c.names {
		copied.Name, copied.FamilyName = p.Name, p.FamilyName
	}
	c.of[original] = id
	c.added = append(c.added, id)
}

// twins copies the twin sets all of whose members were copied.
func (c *copier) twins() {
	for _, t := range c.from.Twins {
		var members []pedigree.ID
		for _, m := range t.Members {
			if slices.Contains(c.added, c.of[m]) {
				members = append(members, c.of[m])
			}
		}
		if len(members) == len(t.Members) && len(members) > 1 {
			c.to.Twins = append(c.to.Twins, pedigree.TwinSet{ID: c.ids(), Zygosity: t.Zygosity, Members: members})
		}
	}
}
