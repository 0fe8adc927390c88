package pedigreeview

import (
	"kindred/app/ui/keymap"
	"kindred/pedigree"
	"kindred/pedigree/amend"
)

// adding is what an addition needs to know.
type adding struct {
	id      pedigree.ID // whose relative
	partner pedigree.ID // of a child, where there is a choice; "" for the one there is
	newID   func() pedigree.ID
}

// addition is a relative that a key adds.
type addition struct {
	what  string // "mother": for menus, and for the reason that Undo shows
	child bool   // has a second parent, who may have to be chosen
	add   func(*pedigree.Family, adding) (pedigree.ID, error)
}

// relatives are the additions in the order in which the menu lists them.
var relatives = []keymap.Command{
	keymap.AddMother, keymap.AddFather, keymap.AddParents, keymap.AddBrother, keymap.AddSister, keymap.AddSibling,
	keymap.AddTwin, keymap.AddPartner, keymap.AddDaughter, keymap.AddSon, keymap.AddChild, keymap.AddPregnancy,
}

var additions = map[keymap.Command]addition{
	keymap.AddMother: {what: "mother", add: func(f *pedigree.Family, a adding) (pedigree.ID, error) {
		return amend.AddMother(f, a.id, a.newID)
	}},
	keymap.AddFather: {what: "father", add: func(f *pedigree.Family, a adding) (pedigree.ID, error) {
		return amend.AddFather(f, a.id, a.newID)
	}},
	keymap.AddParents: {what: "both parents", add: func(f *pedigree.Family, a adding) (pedigree.ID, error) {
		mother, _, err := amend.AddParents(f, a.id, a.newID)
		return mother, err
	}},
	keymap.AddBrother: {what: "brother", add: sibling(pedigree.Male)},
	keymap.AddSister:  {what: "sister", add: sibling(pedigree.Female)},
	keymap.AddSibling: {what: "sibling", add: sibling(pedigree.SexUnknown)},
	keymap.AddTwin: {what: "twin", add: func(f *pedigree.Family, a adding) (pedigree.ID, error) {
		return amend.AddTwin(f, a.id, pedigree.UnknownZygosity, a.newID)
	}},
	keymap.AddPartner: {what: "partner", add: func(f *pedigree.Family, a adding) (pedigree.ID, error) {
		return amend.AddPartner(f, a.id, a.newID)
	}},
	keymap.AddDaughter: {what: "daughter", child: true, add: child(pedigree.Female)},
	keymap.AddSon:      {what: "son", child: true, add: child(pedigree.Male)},
	keymap.AddChild:    {what: "child", child: true, add: child(pedigree.SexUnknown)},
	keymap.AddPregnancy: {what: "pregnancy", child: true, add: func(f *pedigree.Family, a adding) (pedigree.ID, error) {
		id, err := amend.AddChild(f, a.id, pedigree.SexUnknown, a.partner, a.newID)
		if p := f.Individual(id); err == nil && p != nil {
			p.Pregnancy = &pedigree.Pregnancy{Kind: pedigree.Ongoing}
		}
		return id, err
	}},
}

func sibling(sex pedigree.Sex) func(*pedigree.Family, adding) (pedigree.ID, error) {
	return func(f *pedigree.Family, a adding) (pedigree.ID, error) {
		return amend.AddSibling(f, a.id, sex, a.newID)
	}
}

func child(sex pedigree.Sex) func(*pedigree.Family, adding) (pedigree.ID, error) {
	return func(f *pedigree.Family, a adding) (pedigree.ID, error) {
		return amend.AddChild(f, a.id, sex, a.partner, a.newID)
	}
}
