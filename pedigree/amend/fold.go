package amend

import "kindred/pedigree"

// HideBranch leaves the branch above or below a person out of drawings; the error says why it stays.
func HideBranch(f *pedigree.Family, id pedigree.ID, side pedigree.Fold) error {
	p, err := find(f, id)
	if err != nil {
		return err
	}
	if _, err := f.Branch(id, side); err != nil {
		return err
	}
	p.Fold = p.Fold.With(side)
	return nil
}

// ShowBranches shows again what is hidden at a person.
func ShowBranches(f *pedigree.Family, id pedigree.ID) error {
	p, err := find(f, id)
	if err != nil {
		return err
	}
	p.Fold = ""
	return nil
}

// ShowAll shows every hidden branch.
func ShowAll(f *pedigree.Family) {
	for i := range f.Individuals {
		f.Individuals[i].Fold = ""
	}
}

// BringIntoSight shows the branches that hide a person, and no others.
func BringIntoSight(f *pedigree.Family, id pedigree.ID) {
	for at, side := f.HiddenAt(id); side != ""; at, side = f.HiddenAt(id) {
		f.Individual(at).Fold = ""
	}
}
