package kinship

import "kindred/pedigree"

// Related reports whether two people of a family have a common ancestor, or one descends from the
// other, without computing a coefficient: for the double line of a couple. It visits only their
// ancestors; identical twins are ordinary siblings here.
func Related(f *pedigree.Family, a, b pedigree.ID) bool { return Relatives(f)(a, b) }

// Relatives answers Related for many pairs of one family, which must not change meanwhile.
func Relatives(f *pedigree.Family) func(a, b pedigree.ID) bool {
	index := f.Index()
	ancestors := func(of pedigree.ID) map[int]bool {
		found := map[int]bool{}
		row := []pedigree.ID{of}
		for len(row) > 0 {
			i, known := index[row[0]]
			row = row[1:]
			if !known || found[i] {
				continue
			}
			found[i] = true
			p := &f.Individuals[i]
			row = append(row, p.EggParent(), p.SpermParent())
		}
		return found
	}
	return func(a, b pedigree.ID) bool {
		ofB := ancestors(b)
		for i := range ancestors(a) {
			if ofB[i] {
				return true
			}
		}
		return false
	}
}
