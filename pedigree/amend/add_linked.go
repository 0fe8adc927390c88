package amend

import (
	"slices"

	"kindred/pedigree"
)

// AddChildOfOne adds a child of whom id is the one known parent, after the last child of id: nothing
// says which partner, if any, is the other. Somebody of unknown sex is the egg parent.
func AddChildOfOne(f *pedigree.Family, id pedigree.ID, sex pedigree.Sex, ids func() pedigree.ID) (pedigree.ID, error) {
	p, err := find(f, id)
	if err != nil {
		return "", err
	}
	child := pedigree.Individual{ID: ids(), Sex: sex}
	*slot(&child, p.Sex) = id
	at := len(f.Individuals)
	if children := f.ChildrenOf(id); len(children) > 0 {
		at = position(f, children[len(children)-1]) + 1
	}
	insert(f, at, child)
	return child.ID, nil
}

// AddLinkedParent adds a parent by adoption, fostering or as a step-parent, or returns the one of that
// kind and sex who is there.
func AddLinkedParent(f *pedigree.Family, id pedigree.ID, kind pedigree.LinkKind, sex pedigree.Sex, ids func() pedigree.ID) (pedigree.ID, error) {
	child, err := find(f, id)
	if err != nil {
		return "", err
	}
	for _, l := range child.OtherParents {
		if there := f.Individual(l.ID); l.Kind == kind && there != nil && there.Sex == sex {
			return l.ID, nil
		}
	}
	added := pedigree.Individual{ID: ids(), Sex: sex}
	child.OtherParents = append(child.OtherParents, pedigree.ParentLink{ID: added.ID, Kind: kind})
	insert(f, position(f, id), added)
	return added.ID, nil
}

// AddLinkedChild adds a child whose parents are not theirs by blood: step-children, foster children,
// adopted children. The child stands after everybody else's children of the first parent.
func AddLinkedChild(f *pedigree.Family, kind pedigree.LinkKind, sex pedigree.Sex, ids func() pedigree.ID, of ...pedigree.ID) (pedigree.ID, error) {
	child := pedigree.Individual{ID: ids(), Sex: sex}
	at := len(f.Individuals)
	for i, id := range of {
		if _, err := find(f, id); err != nil {
			return "", err
		}
		child.OtherParents = append(child.OtherParents, pedigree.ParentLink{ID: id, Kind: kind})
		if children := f.ChildrenOf(id); i == 0 && len(children) > 0 {
			at = position(f, children[len(children)-1]) + 1
		}
	}
	insert(f, at, child)
	return child.ID, nil
}

// SetRaisedBy turns the recorded parents of a person into parents by adoption or fostering: nothing
// is then known of the parents by blood. Somebody adopted into the family is marked so. Twins go
// together, for they have the same parents.
func SetRaisedBy(f *pedigree.Family, id pedigree.ID, kind pedigree.LinkKind) error {
	if _, err := find(f, id); err != nil {
		return err
	}
	for _, each := range bornTogether(f, id) {
		p := f.Individual(each)
		for _, parent := range []*pedigree.ID{&p.Mother, &p.Father} {
			if *parent != "" {
				p.OtherParents = append(p.OtherParents, pedigree.ParentLink{ID: *parent, Kind: kind})
				*parent = ""
			}
		}
		if kind == pedigree.Adoptive {
			p.Adopted = pedigree.AdoptedIn
		}
	}
	return nil
}

// AddDonor records that a person comes from a donor's egg or sperm: the donor is added as an unknown
// person, a recorded mother becomes the one who carried the pregnancy and a recorded father a
// step-parent. A donor who is there is returned. Twins share the donor.
func AddDonor(f *pedigree.Family, id pedigree.ID, kind pedigree.LinkKind, ids func() pedigree.ID) (pedigree.ID, error) {
	p, err := find(f, id)
	if err != nil {
		return "", err
	}
	if there := linked(p, kind); there != "" {
		return there, nil
	}
	sex, beside := pedigree.Female, pedigree.Gestational
	if kind == pedigree.DonorSperm {
		sex, beside = pedigree.Male, pedigree.Step
	}
	donor := pedigree.Individual{ID: ids(), Sex: sex}
	for _, each := range bornTogether(f, id) {
		p := f.Individual(each)
		if parent := slot(p, sex); *parent != "" {
			p.OtherParents = append(p.OtherParents, pedigree.ParentLink{ID: *parent, Kind: beside})
			*parent = ""
		}
		p.OtherParents = append(p.OtherParents, pedigree.ParentLink{ID: donor.ID, Kind: kind})
	}
	insert(f, position(f, id), donor)
	return donor.ID, nil
}

// bornTogether is a person with the twins of every set they are in.
func bornTogether(f *pedigree.Family, id pedigree.ID) []pedigree.ID {
	all := []pedigree.ID{id}
	for i := 0; i < len(all); i++ {
		for _, t := range f.Twins {
			if !slices.Contains(t.Members, all[i]) {
				continue
			}
			for _, member := range t.Members {
				if !slices.Contains(all, member) && f.Individual(member) != nil {
					all = append(all, member)
				}
			}
		}
	}
	return all
}
