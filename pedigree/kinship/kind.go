package kinship

import "kindred/pedigree"

// kind is how a person's alleles come from both parents.
type kind struct {
	share [2]float64
	twice float64
}

var (
	bothParents = kind{[2]float64{0.5, 0.5}, 0.5}
	onlyMother  = kind{[2]float64{1, 0}, 1}
	notKnown    = kind{[2]float64{0.75, 0.25}, 0.75} // half of each
)

// kindsOf is everybody's kind, by position.
func kindsOf(f *pedigree.Family, d *pedigree.Descent, o Options) []kind {
	kinds := make([]kind, len(f.Individuals))
	for i := range kinds {
		kinds[i] = bothParents
		if o.X {
			kinds[i] = ofSex(f.Individuals[i].Sex)
		}
	}
	if o.X {
		for _, side := range [2]struct {
			at int
			as kind
		}{{1, onlyMother}, {0, bothParents}} {
			for _, parents := range d.Parents {
				if p := parents[side.at]; p >= 0 {
					kinds[p] = side.as
				}
			}
		}
	}
	return kinds
}

func ofSex(sex pedigree.Sex) kind {
	switch sex {
	case pedigree.Female:
		return bothParents
	case pedigree.Male:
		return onlyMother
	default:
		return notKnown
	}
}

func (k kind) ancestry(places []place, parents [2]int) ancestry {
	a := ancestry{parents: [2]int{-1, -1}, share: k.share, twice: k.twice}
	for side, p := range parents {
		if p >= 0 {
			a.parents[side] = places[p].row
		}
	}
	return a
}
