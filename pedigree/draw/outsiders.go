package draw

import (
	"kindred/pedigree"
)

// unknownSex is the sex that an unrecorded parent must have, from the link that is recorded.
func (d *drawing) unknownSex(node int) pedigree.Sex {
	for _, s := range d.l.Sibships {
		for i, n := range s.Parents {
			other := s.Parents[1-i]
			if n != node || len(s.Children) == 0 || !d.isNode(s.Children[0]) || !d.isNode(other) {
				continue
			}
			child := d.people[s.Children[0]]
			switch {
			case child == nil:
			case child.Mother == d.l.Nodes[other].ID:
				return pedigree.Male
			case child.Father == d.l.Nodes[other].ID:
				return pedigree.Female
			}
		}
	}
	return pedigree.SexUnknown
}

// outsiders are the donors, and those who carried a pregnancy, who are no partner of another parent
// of the child: they have a letter in the symbol.
func outsiders(f *pedigree.Family) map[pedigree.ID]pedigree.LinkKind {
	roles := map[pedigree.ID]pedigree.LinkKind{}
	couples := map[[2]pedigree.ID]bool{}
	for _, u := range f.Unions {
		if len(u.Partners) == 2 {
			couples[pairKey(u.Partners[0], u.Partners[1])] = true
		}
	}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		for _, link := range p.OtherParents {
			if link.Kind != pedigree.DonorEgg && link.Kind != pedigree.DonorSperm && link.Kind != pedigree.Gestational {
				continue
			}
			partner := couples[pairKey(link.ID, p.Mother)] || couples[pairKey(link.ID, p.Father)]
			for _, other := range p.OtherParents {
				partner = partner || couples[pairKey(link.ID, other.ID)]
			}
			if !partner && roles[link.ID] == "" {
				roles[link.ID] = link.Kind
			}
		}
	}
	return roles
}
