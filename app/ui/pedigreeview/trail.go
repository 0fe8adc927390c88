package pedigreeview

import "kindred/pedigree"

// stride is an edit that was made here, and who was selected at the time.
type stride struct {
	reason string
	who    pedigree.ID
}

// trail remembers where the edits of this screen were made, so that undo and redo return there and
// show what they change. An edit that was made elsewhere is known by a reason that is not the next
// one on the trail, and leaves it as it is.
type trail struct{ done, undone []stride }

// did adds an edit; what was undone before can no longer be done again.
func (t *trail) did(reason string, who pedigree.ID) {
	t.done, t.undone = append(t.done, stride{reason, who}), nil
}

// back is who was selected for the edit that was undone; "" when it was made elsewhere.
func (t *trail) back(reason string) pedigree.ID { return shift(&t.done, &t.undone, reason) }

// forth is who was selected for the edit that was done again; "" when it was made elsewhere.
func (t *trail) forth(reason string) pedigree.ID { return shift(&t.undone, &t.done, reason) }

func shift(from, to *[]stride, reason string) pedigree.ID {
	last := len(*from) - 1
	if last < 0 || (*from)[last].reason != reason {
		return ""
	}
	s := (*from)[last]
	*from, *to = (*from)[:last], append(*to, s)
	return s.who
}

// Undone draws the family after the session took back the edit of this reason, and selects whoever was
// selected when it was made; "" is no edit.
func (v *View) Undone(reason string) { v.returnTo(v.trail.back(reason)) }

// DoneAgain does the same after a redo.
func (v *View) DoneAgain(reason string) { v.returnTo(v.trail.forth(reason)) }

// returnTo selects somebody once the family is drawn. A person who is not in it gives way to the
// closest relative of the person selected now.
func (v *View) returnTo(who pedigree.ID) {
	f := v.family()
	if who == "" {
		who = v.Selected()
	}
	if f.Individual(who) == nil {
		who = survivor(v.shown.family, f, who)
	}
	if who != "" && who != v.Selected() {
		v.Select(who)
	}
	v.Reload()
}

// survivor is a relative, in the family as it was, of somebody who is no longer in it: a parent, a
// partner, a child or a sibling; "" when all are gone.
func survivor(was, is *pedigree.Family, gone pedigree.ID) pedigree.ID {
	if was == nil {
		return ""
	}
	p := was.Individual(gone)
	if p == nil {
		return ""
	}
	kin := append([]pedigree.ID{p.Mother, p.Father}, was.PartnersOf(gone)...)
	kin = append(kin, was.ChildrenOf(gone)...)
	for _, parent := range []pedigree.ID{p.Mother, p.Father} {
		kin = append(kin, was.ChildrenOf(parent)...)
	}
	for _, id := range kin {
		if id != "" && is.Individual(id) != nil {
			return id
		}
	}
	return ""
}
