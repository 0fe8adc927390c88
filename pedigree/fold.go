package pedigree

import (
	"errors"
	"slices"
)

// Fold says which branches at a person a drawing leaves out for the sake of the overview. It is kept in
// the record like a pin, and is no fact: risks, letters and files are always of the whole family.
type Fold string

// The folds; "" hides nobody.
const (
	FoldAbove Fold = "above" // the person's parents, and whoever is joined to the person only through them
	FoldBelow Fold = "below" // the person's descendants with their partners
	FoldBoth  Fold = "both"
)

// Above reports that the branch above the person is left out.
func (d Fold) Above() bool { return d == FoldAbove || d == FoldBoth }

// Below reports that the branch below the person is left out.
func (d Fold) Below() bool { return d == FoldBelow || d == FoldBoth }

// With is the fold that leaves out what either does.
func (d Fold) With(other Fold) Fold {
	switch {
	case d == "" || d == other:
		return other
	case other == "":
		return d
	}
	return FoldBoth
}

// Hidden is how many people a Folded family leaves out at one of those who stayed. It is no part of the
// record: only Folded sets it, so that a drawing cannot leave people out without saying how many.
type Hidden struct{ Above, Below int }

// Why a branch cannot be hidden.
var (
	errNobodyThere   = errors.New("nobody to hide there")
	errPatientThere  = errors.New("a patient is in it, and stays in sight")
	errJoinedTwice   = errors.New("it is joined to the rest of the family in another place too, and stays in sight")
	errHiddenAlready = errors.New("this person is in a branch that is hidden")
)

// Folded is the family as a drawing with its folds shows it: a Clone without those who are hidden and
// without every mention of them, with their number at whoever they would hang from (Individual.Hidden).
// Couples stay couples when their children are hidden. A fold that would hide the consultand, the
// proband or a patient, or leave a child with one parent of two, hides nobody. Drawings are made of it,
// and nothing else: what it leaves out is as true as before.
func (f *Family) Folded() *Family {
	if !slices.ContainsFunc(f.Individuals, func(p Individual) bool { return p.Fold != "" }) {
		return f
	}
	g := f.folding()
	c := f.Clone()
	for i := range c.Individuals {
		c.Individuals[i].Hidden = g.count(c.Individuals[i].ID)
	}
	g.takeOut(c)
	return c
}

// HiddenPeople is how many people a Folded family leaves out.
func (f *Family) HiddenPeople() int {
	n := 0
	for i := range f.Individuals {
		n += f.Individuals[i].Hidden.Above + f.Individuals[i].Hidden.Below
	}
	return n
}

// HiddenAt says at whom somebody is hidden, and on which side: "" for somebody in sight.
func (f *Family) HiddenAt(id ID) (ID, Fold) {
	if !slices.ContainsFunc(f.Individuals, func(p Individual) bool { return p.Fold != "" }) {
		return "", ""
	}
	at := f.folding().visible(id)
	return at.person, at.side
}

// Branch lists whom a fold at a person would hide beside those who are hidden already, in family order,
// or says why it would hide nobody. side is FoldAbove or FoldBelow.
func (f *Family) Branch(id ID, side Fold) ([]ID, error) {
	g := f.folding()
	if _, hidden := g.by[id]; hidden || f.Individual(id) == nil {
		return nil, errHiddenAlready
	}
	return g.branch(id, side)
}

// hook is where a hidden branch hangs.
type hook struct {
	person ID
	side   Fold
}

// folding works out who is hidden, fold by fold in family order.
type folding struct {
	*Family
	near map[ID][]ID // whom everybody is joined to, hidden or not
	by   map[ID]hook // of everybody hidden
}

func (f *Family) folding() *folding {
	g := &folding{Family: f, near: f.joins(), by: map[ID]hook{}}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		for _, side := range []Fold{FoldAbove, FoldBelow} {
			if _, hidden := g.by[p.ID]; hidden || side == FoldAbove && !p.Fold.Above() || side == FoldBelow && !p.Fold.Below() {
				continue
			}
			branch, err := g.branch(p.ID, side)
			if err != nil {
				continue // the family has changed since: everybody stays in sight
			}
			for _, id := range branch {
				g.by[id] = hook{p.ID, side}
			}
		}
	}
	return g
}

// branch is whoever is in sight and would be hidden: the parents or the descendants, and those who are
// joined to the person only through them.
func (g *folding) branch(id ID, side Fold) ([]ID, error) {
	roots := map[ID]bool{}
	if side == FoldAbove {
		for _, parent := range g.Individual(id).everyParent() {
			roots[parent] = true
		}
	} else {
		for open := []ID{id}; len(open) > 0; open = open[1:] {
			for i := range g.Individuals {
				if p := &g.Individuals[i]; p.ID != id && !roots[p.ID] && slices.Contains(p.everyParent(), open[0]) {
					roots[p.ID] = true
					open = append(open, p.ID)
				}
			}
		}
	}
	before, after := g.reach(id, nil), g.reach(id, roots)
	var branch []ID
	for i := range g.Individuals {
		p := &g.Individuals[i]
		if before[p.ID] && !after[p.ID] {
			if p.Consultand || p.Proband || g.PatientOf(p.ID) != nil {
				return nil, errPatientThere
			}
			branch = append(branch, p.ID)
		}
	}
	if len(branch) == 0 {
		return nil, errNobodyThere
	}
	for i := range g.Individuals {
		p := &g.Individuals[i]
		if _, hidden := g.by[p.ID]; !hidden && p.ID != id && !slices.Contains(branch, p.ID) &&
			slices.ContainsFunc(p.everyParent(), func(parent ID) bool { return slices.Contains(branch, parent) }) {
			return nil, errJoinedTwice
		}
	}
	return branch, nil
}

// reach is everybody in sight who is joined to a person past those in without.
func (g *folding) reach(id ID, without map[ID]bool) map[ID]bool {
	reached := map[ID]bool{id: true}
	for open := []ID{id}; len(open) > 0; open = open[1:] {
		for _, next := range g.near[open[0]] {
			if _, hidden := g.by[next]; !hidden && !without[next] && !reached[next] {
				reached[next] = true
				open = append(open, next)
			}
		}
	}
	return reached
}

// visible is where somebody is hidden, at a person who is in sight: a fold inside a hidden branch
// counts where that hangs.
func (g *folding) visible(id ID) hook {
	at := g.by[id]
	for {
		further, hidden := g.by[at.person]
		if !hidden {
			return at
		}
		at = further
	}
}

func (g *folding) count(id ID) (h Hidden) {
	for hidden := range g.by {
		switch g.visible(hidden) {
		case hook{id, FoldAbove}:
			h.Above++
		case hook{id, FoldBelow}:
			h.Below++
		}
	}
	return h
}

// takeOut removes the hidden from a clone of the family.
func (g *folding) takeOut(c *Family) {
	gone := func(id ID) bool { _, hidden := g.by[id]; return hidden }
	for i := range g.Individuals {
		p := &g.Individuals[i]
		if gone(p.ID) && p.Mother != "" && p.Father != "" && !gone(p.Mother) && !gone(p.Father) && !c.areCouple(p.Mother, p.Father) {
			c.Unions = append(c.Unions, Union{Partners: []ID{p.Mother, p.Father}})
		}
	}
	c.Individuals = slices.DeleteFunc(c.Individuals, func(p Individual) bool { return gone(p.ID) })
	for i := range c.Individuals {
		p := &c.Individuals[i]
		if gone(p.Mother) {
			p.Mother = ""
		}
		if gone(p.Father) {
			p.Father = ""
		}
		p.OtherParents = slices.DeleteFunc(p.OtherParents, func(l ParentLink) bool { return gone(l.ID) })
	}
	c.Unions = slices.DeleteFunc(c.Unions, func(u Union) bool { return slices.ContainsFunc(u.Partners, gone) })
	for i := range c.Unions {
		c.Unions[i].Children = slices.DeleteFunc(c.Unions[i].Children, gone)
	}
	for i := range c.Twins {
		c.Twins[i].Members = slices.DeleteFunc(c.Twins[i].Members, gone)
	}
	c.Twins = slices.DeleteFunc(c.Twins, func(t TwinSet) bool { return len(t.Members) < 2 })
}

func (f *Family) areCouple(a, b ID) bool {
	return slices.ContainsFunc(f.Unions, func(u Union) bool { return slices.Contains(u.Partners, a) && slices.Contains(u.Partners, b) })
}

// joins lists for everybody whom they are directly joined to: parents of every kind, children, and
// partners, by a union or by a child.
func (f *Family) joins() map[ID][]ID {
	near := map[ID][]ID{}
	join := func(a, b ID) {
		if a != "" && b != "" && a != b {
			near[a], near[b] = append(near[a], b), append(near[b], a)
		}
	}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		for _, parent := range p.everyParent() {
			join(p.ID, parent)
		}
		join(p.Mother, p.Father)
	}
	for _, u := range f.Unions {
		for i := range u.Partners {
			join(u.Partners[0], u.Partners[i])
		}
		for _, child := range u.Children {
			for _, partner := range u.Partners {
				join(partner, child)
			}
		}
	}
	return near
}
