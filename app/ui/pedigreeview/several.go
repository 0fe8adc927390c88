package pedigreeview

import (
	"slices"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
	"kindred/pedigree"
	"kindred/pedigree/amend"
	"kindred/pedigree/describe"
	"kindred/pedigree/interview"
)

// forAll are the facts that can be set for several people at once, in the order of the menu.
var forAll = []struct {
	words  string
	health bool // not of somebody with a diagnosis: it would contradict that
	set    func(*pedigree.Individual)
}{
	{"well", true, (*pedigree.Individual).SetWell},
	{"no details", true, (*pedigree.Individual).SetNoDetails},
	{"doesn't know", true, (*pedigree.Individual).SetIllnessUncertain},
	{"cancer: asked, none", true, (*pedigree.Individual).SetNoCancer},
	{"not in contact", false, func(p *pedigree.Individual) { p.NotInContact = true }},
	{"deceased", false, interview.SayDied},
	{"alive", false, interview.SayAlive},
}

// toggleInGroup selects several: with the selected person, or without.
func (v *View) toggleInGroup() {
	id := v.Selected()
	if id == "" {
		return
	}
	people := v.canvas.Group()
	if at := slices.Index(people, id); at >= 0 {
		people = slices.Delete(people, at, at+1)
	} else {
		people = append(people, id)
	}
	v.setGroup(people)
}

// groupRow selects the brothers and sisters with the selected person; where these are selected, the whole
// generation.
func (v *View) groupRow() {
	id := v.Selected()
	if id == "" {
		return
	}
	people := v.siblings(id)
	if sameGroup(people, v.canvas.Group()) || len(people) < 2 {
		people = v.generation(id)
	}
	v.setGroup(people)
}

// siblings are the full and half brothers and sisters of a person, and the person.
func (v *View) siblings(id pedigree.ID) []pedigree.ID {
	f := v.family()
	p := f.Individual(id)
	people := []pedigree.ID{id}
	for i := range f.Individuals {
		s := &f.Individuals[i]
		if s.ID != id && (p.Mother != "" && s.Mother == p.Mother || p.Father != "" && s.Father == p.Father) && v.canvas.indexOf(s.ID) >= 0 {
			people = append(people, s.ID)
		}
	}
	return people
}

// generation is everybody in the row of a person.
func (v *View) generation(id pedigree.ID) (people []pedigree.ID) {
	row := -1
	for _, n := range v.shown.layout.Nodes {
		if n.ID == id && !n.Duplicate {
			row = n.Generation
		}
	}
	for _, n := range v.shown.layout.Nodes {
		if n.Generation == row && !n.Duplicate && v.canvas.indexOf(n.ID) >= 0 {
			people = append(people, n.ID)
		}
	}
	return people
}

// sameGroup reports that two lists hold the same people.
func sameGroup(a, b []pedigree.ID) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(id pedigree.ID) bool { return !slices.Contains(b, id) })
}

func (v *View) setGroup(people []pedigree.ID) {
	v.canvas.SetGroup(people)
	if len(people) == 0 {
		v.status("One person at a time again.")
		return
	}
	v.status(describe.Counted(len(people), "person", "people") + " selected: " + keymap.LabelOf(keymap.Edit) + " sets something for all, " +
		keymap.LabelOf(keymap.Remove) + " removes, Esc ends it")
}

// openForAll lists what can be set for everybody who is selected.
func (v *View) openForAll(people []pedigree.ID) {
	var items []*fyne.MenuItem
	for _, fact := range forAll {
		items = append(items, fyne.NewMenuItem(describe.Capital(fact.words), func() {
			v.setForAll(people, fact.words, fact.health, fact.set)
			v.Focus()
		}))
	}
	v.popUp(v.beside(), items...)
}

// setForAll is one edit, and one undo. Pregnancies and losses are left as they are, and so is the health
// of somebody with a diagnosis.
func (v *View) setForAll(people []pedigree.ID, words string, health bool, set func(*pedigree.Individual)) {
	var those []pedigree.ID
	for _, id := range people {
		p := v.p.Session.Family().Individual(id)
		if p != nil && p.Pregnancy == nil && (!health || p.Illness() != pedigree.IllnessPresent) {
			those = append(those, id)
		}
	}
	if len(those) == 0 {
		v.status("Nothing was set: they have diagnoses, or are pregnancies or losses.")
		return
	}
	what := "set " + describe.Counted(len(those), "person", "people") + ": " + words
	done := v.do(what, func(f *pedigree.Family) (pedigree.ID, error) {
		for _, id := range those {
			if p := f.Individual(id); p != nil {
				set(p)
			}
		}
		return "", nil
	})
	if !done {
		return
	}
	said := describe.Capital(what)
	if left := len(people) - len(those); left > 0 {
		said += "; " + describe.Counted(left, "other", "others") + " left as they were, who have diagnoses or are pregnancies"
	}
	v.status(said)
}

// removeAll takes several people out in one edit, and asks first where something recorded would be lost.
func (v *View) removeAll(people []pedigree.ID) {
	f := v.p.Session.Family()
	what := "remove " + describe.Counted(len(people), "person", "people")
	act := func() {
		removed := v.do(what, func(f *pedigree.Family) (pedigree.ID, error) {
			for _, id := range people {
				if f.Individual(id) == nil {
					continue // went with somebody before
				}
				if err := amend.Remove(f, id); err != nil {
					return "", err
				}
			}
			return "", nil
		})
		if removed {
			v.canvas.SetGroup(nil)
			v.status(describe.Capital(what) + "; Ctrl+Z brings back")
		}
	}
	var lost []string
	for _, id := range people {
		if amend.WouldLose(f, id) {
			lost = append(lost, describe.Capital(v.called(id))+", and what is recorded of them")
		}
	}
	if len(lost) == 0 {
		act()
		return
	}
	v.ask(describe.Capital(what)+"?", lost, "Remove", act)
}
