package pedigree

import "slices"

// Lineage is the side of somebody's family that a relative is on.
type Lineage string

// The lineages. A brother or sister by both parents, and their children, are on both sides; so is
// whoever descends from an ancestor of the mother and from one of the father.
const (
	NoSide    Lineage = ""         // no blood relation is recorded
	OwnLine   Lineage = "own"      // the person and their descendants
	Maternal  Lineage = "maternal" // through the egg parent
	Paternal  Lineage = "paternal" // through the sperm parent
	BothSides Lineage = "both"
)

// Relationship is what one person is to another.
type Relationship struct {
	// Words say it in English from the other's point of view: "maternal half-aunt", "sister".
	Words string
	// Side is the lineage; unlike Words, which follow the nearest line, it counts every line.
	Side Lineage
	// Degree is 1 for parents, children and full siblings, 2 for grandparents, aunts and
	// half-siblings, 3 for first cousins, and so on by the nearest line; 0 is not by blood.
	Degree int
	// Up and Down count the generations to the nearest common ancestor and down again.
	Up, Down int
}

// IsBlood reports a blood relation; a person is not their own relative.
func (r Relationship) IsBlood() bool { return r.Degree > 0 }

// IsRecorded reports that links of some kind join the two: without any they may be relatives all the
// same, such as an aunt whose side nobody knows.
func (r Relationship) IsRecorded() bool { return r.Words != notJoined }

// Relationship says what "to" is to "of": Relationship(anna, joan) is "maternal aunt".
// Blood lines run through egg and sperm parents, donors included. Of several lines the nearest gives
// the words. Two siblings of whom the same single parent is recorded count as full siblings; where
// another parent is recorded for one of them or differs, they are half-siblings. The word follows
// gender where given, else sex assigned at birth, else the place as mother or father. Blood goes
// before adoption and marriage; a related couple is "partner (maternal first cousin)".
func (f *Family) Relationship(of, to ID) Relationship {
	return newKin(f).relationship(of, to)
}

// RelationshipsTo is Relationship for many people as seen from one: it goes through the family once.
// The family must not change while it is used.
func (f *Family) RelationshipsTo(of ID) func(to ID) Relationship {
	k := newKin(f)
	return func(to ID) Relationship { return k.relationship(of, to) }
}

func (k *kin) relationship(of, to ID) Relationship {
	a, okA := k.index[of]
	b, okB := k.index[to]
	switch {
	case !okA || !okB:
		return Relationship{Words: notRelated}
	case a == b:
		return Relationship{Words: "self", Side: OwnLine}
	}
	r, blood := k.blood(a, b)
	if !blood {
		return Relationship{Words: k.byMarriageOrLaw(a, b)}
	}
	if k.seen == nil || k.seenFrom != a {
		k.seen, k.seenFrom = k.sides(a), a
	}
	r.Side = k.seen[b].lineage()
	if slices.Contains(k.PartnersOf(of), to) {
		r.Words = k.partnerWord(of, to) + " (" + r.Words + ")"
	}
	return r
}

// SidesOf is the lineage of everybody in the family as seen from subject, who is OwnLine.
func (f *Family) SidesOf(subject ID) map[ID]Lineage {
	k := newKin(f)
	sides := make(map[ID]Lineage, len(f.Individuals))
	at, known := k.index[subject]
	if !known {
		for i := range f.Individuals {
			sides[f.Individuals[i].ID] = NoSide
		}
		return sides
	}
	for i, s := range k.sides(at) {
		sides[f.Individuals[i].ID] = s.lineage()
	}
	return sides
}

// BloodRelatives lists, in family order, everybody related to of by blood, without of.
func (f *Family) BloodRelatives(of ID) []ID {
	sides := f.SidesOf(of)
	var relatives []ID
	for i := range f.Individuals {
		if id := f.Individuals[i].ID; id != of && sides[id] != NoSide {
			relatives = append(relatives, id)
		}
	}
	return relatives
}

// kin answers questions of descent on positions instead of ids.
type kin struct {
	*Family
	index   map[ID]int
	parents [][2]int // egg and sperm parent, -1 where not recorded
	order   []int    // every parent before every child

	reached   map[ID]bool // whom any link joins to reachedBy
	reachedBy int
	seen      []lines // sides as seen from seenFrom
	seenFrom  int
}

// joinedTo is whom any link joins to the person at a, kept for the next question about them.
func (k *kin) joinedTo(a int) map[ID]bool {
	if k.reached == nil || k.reachedBy != a {
		k.reached, k.reachedBy = k.Joined(k.Individuals[a].ID), a
	}
	return k.reached
}

func newKin(f *Family) *kin {
	index := f.Index()
	d := f.descent(index, false)
	return &kin{Family: f, index: index, parents: d.Parents, order: d.Order}
}

// lines is a set of lineages.
type lines uint8

const (
	maternalLine lines = 1 << iota
	paternalLine
	ownLine
)

func (l lines) lineage() Lineage {
	switch {
	case l&ownLine != 0:
		return OwnLine
	case l == maternalLine|paternalLine:
		return BothSides
	case l == maternalLine:
		return Maternal
	case l == paternalLine:
		return Paternal
	}
	return NoSide
}

// sides is the set of lineages of everybody as seen from subject. The subject's ancestors are on the
// side through which they are ancestors; everybody else inherits the sides of both parents.
func (k *kin) sides(subject int) []lines {
	side := make([]lines, len(k.parents))
	ancestor := make([]bool, len(k.parents))
	side[subject] = ownLine
	if egg := k.parents[subject][0]; egg >= 0 {
		side[egg], ancestor[egg] = maternalLine, true
	}
	if sperm := k.parents[subject][1]; sperm >= 0 {
		side[sperm], ancestor[sperm] = side[sperm]|paternalLine, true
	}
	for _, i := range slices.Backward(k.order) {
		if ancestor[i] {
			for _, parent := range k.parents[i] {
				if parent >= 0 {
					side[parent], ancestor[parent] = side[parent]|side[i], true
				}
			}
		}
	}
	for _, i := range k.order {
		if ancestor[i] || i == subject {
			continue
		}
		for _, parent := range k.parents[i] {
			if parent >= 0 {
				side[i] |= side[parent]
			}
		}
	}
	for _, twin := range k.twinsOf(subject) {
		if side[twin] == 0 {
			side[twin] = maternalLine | paternalLine // twins share their parents, recorded or not
		}
	}
	return side
}

// twinsOf lists the positions of the twins of i.
func (k *kin) twinsOf(i int) []int {
	var twins []int
	for _, t := range k.Twins {
		if !slices.Contains(t.Members, k.Individuals[i].ID) {
			continue
		}
		for _, m := range t.Members {
			if at, known := k.index[m]; known && at != i && !slices.Contains(twins, at) {
				twins = append(twins, at)
			}
		}
	}
	return twins
}
