package pedigreeview

import (
	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
	"kindred/pedigree"
	"kindred/pedigree/amend"
	"kindred/pedigree/describe"
)

// foldBranch hides the branch above or below the selected person, asks which where both can be hidden,
// and shows it again where it is hidden.
func (v *View) foldBranch() {
	id := v.Selected()
	f := v.p.Session.Family()
	p := f.Individual(id)
	if p == nil {
		return
	}
	if p.Fold != "" {
		if v.do("show the branch of "+v.called(id), func(f *pedigree.Family) (pedigree.ID, error) { return "", amend.ShowBranches(f, id) }) {
			v.status("Shown again.")
		}
		return
	}
	below, why := f.Branch(id, pedigree.FoldBelow)
	above, whyNot := f.Branch(id, pedigree.FoldAbove)
	switch {
	case why != nil && whyNot != nil && why.Error() == whyNot.Error():
		v.status(describe.Capital(why.Error()))
	case why != nil && whyNot != nil:
		v.status("Below: " + why.Error() + ". Above: " + whyNot.Error())
	case whyNot != nil:
		v.hide(id, pedigree.FoldBelow, below)
	case why != nil:
		v.hide(id, pedigree.FoldAbove, above)
	default:
		item := func(side pedigree.Fold, who []pedigree.ID) *fyne.MenuItem {
			return fyne.NewMenuItem("Hide "+describe.Counted(len(who), "person", "people")+" "+string(side)+" "+v.called(id), func() {
				v.hide(id, side, who)
				v.Focus()
			})
		}
		v.popUp(v.beside(), item(pedigree.FoldBelow, below), item(pedigree.FoldAbove, above))
	}
}

func (v *View) hide(id pedigree.ID, side pedigree.Fold, who []pedigree.ID) {
	words := "hide " + describe.Counted(len(who), "person", "people") + " " + string(side) + " " + v.called(id)
	if v.do(words, func(f *pedigree.Family) (pedigree.ID, error) { return "", amend.HideBranch(f, id, side) }) {
		v.status(describe.Capital(words) + "; " + keymap.LabelOf(keymap.FoldBranch) + " shows them again. Risks keep to the whole family.")
	}
}

// showAll shows every hidden branch.
func (v *View) showAll() {
	n := v.hiddenPeople()
	if n == 0 {
		v.status("Nobody is hidden.")
		return
	}
	all := func(f *pedigree.Family) (pedigree.ID, error) { amend.ShowAll(f); return "", nil }
	if v.do("show all branches", all) {
		v.status(describe.Counted(n, "person", "people") + " shown again")
	}
}

// hiddenPeople is how many people the drawing leaves out.
func (v *View) hiddenPeople() int { return v.family().Folded().HiddenPeople() }

// isHidden says, of somebody whom the drawing leaves out, where they are.
func (v *View) isHidden(id pedigree.ID) bool {
	at, _ := v.family().HiddenAt(id)
	if at == "" {
		return false
	}
	v.status(describe.Capital(v.called(id)) + " is in a branch hidden at " + v.called(at) + ": " + keymap.LabelOf(keymap.ShowAll) + " shows everybody")
	return true
}

// beside is where a menu about the selected person opens, on the window.
func (v *View) beside() fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(v.canvas).Add(v.canvas.handlePosition(HandleChild))
}
