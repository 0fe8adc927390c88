package pedigreeview

import (
	"strconv"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
	"kindred/pedigree"
	"kindred/pedigree/amend"
	"kindred/pedigree/describe"
)

// editing are the commands, beside the additions, that change the family or say what is in it.
var editing = map[keymap.Command]bool{
	keymap.Edit: true, keymap.Remove: true, keymap.Undo: true, keymap.Redo: true, keymap.DrawTwice: true, keymap.Findings: true,
	keymap.MoveEarlier: true, keymap.MoveLater: true, keymap.Pins: true, keymap.FoldBranch: true, keymap.ShowAll: true,
	keymap.Group: true, keymap.GroupRow: true, keymap.TypeLine: true,
}

// Command does what a key, a button or a menu asks for. What is the window's goes to OnCommand.
func (v *View) Command(command keymap.Command) {
	_, adds := additions[command]
	if v.audience.private && (adds || editing[command]) {
		// Even the question before a removal would name what the patient must not see.
		v.status("The patient view shows, and changes nothing. " + keymap.LabelOf(keymap.PatientView) + " ends it.")
		return
	}
	if adds {
		v.add(command)
		return
	}
	switch command {
	case keymap.Edit:
		v.edit()
	case keymap.Remove:
		v.remove()
	case keymap.MoveEarlier:
		v.shiftSibling(-1)
	case keymap.MoveLater:
		v.shiftSibling(1)
	case keymap.Pins:
		v.openPins()
	case keymap.FoldBranch:
		v.foldBranch()
	case keymap.ShowAll:
		v.showAll()
	case keymap.Group:
		v.toggleInGroup()
	case keymap.GroupRow:
		v.groupRow()
	case keymap.GoToAdded:
		if added := v.canvas.Added(); added != "" {
			v.Select(added)
		}
	case keymap.DrawTwice:
		v.drawTwice(v.Selected())
	case keymap.Findings:
		v.findings.open()
	case keymap.TypeLine:
		v.entry.focus()
	case keymap.ToPatient:
		v.escape()
	case keymap.Find:
		v.finder.open()
	case keymap.Undo:
		v.takeBack("Undone", v.p.Session.CanUndo, v.p.Session.Undo, v.Undone)
	case keymap.Redo:
		v.takeBack("Done again", v.p.Session.CanRedo, v.p.Session.Redo, v.DoneAgain)
	case keymap.SelectLeft, keymap.SelectRight, keymap.SelectUp, keymap.SelectDown, keymap.Fit, keymap.ZoomIn, keymap.ZoomOut:
		v.canvas.Run(command)
	default:
		if v.p.OnCommand != nil {
			v.p.OnCommand(command)
		}
	}
}

// add adds a relative of the selected person, who stays selected, so that D D N adds two daughters and
// a son. M and F go to a parent who is already there: M M M climbs the mother's line.
func (v *View) add(command keymap.Command) {
	id := v.Selected()
	if id == "" {
		v.status("Select a person first: a relative is somebody's relative.")
		return
	}
	if parent := v.parent(id, command); parent != "" {
		v.Select(parent)
		return
	}
	a := additions[command]
	if partners := v.p.Session.Family().PartnersOf(id); a.child && len(partners) > 1 {
		v.askPartner(a, id, partners)
		return
	}
	v.addNow(a, id, "")
}

func (v *View) addNow(a addition, id, partner pedigree.ID) {
	words := "add " + a.what + " of " + v.called(id)
	added := v.do(words, func(f *pedigree.Family) (pedigree.ID, error) {
		return a.add(f, adding{id: id, partner: partner, newID: v.p.Session.NewID})
	})
	if added {
		v.status(describe.Capital(words) + "; " + keymap.LabelOf(keymap.GoToAdded) + " goes there")
	}
}

// askPartner opens a menu of the partners, since a child is that of one of them.
func (v *View) askPartner(a addition, id pedigree.ID, partners []pedigree.ID) {
	var items []*fyne.MenuItem
	for n, partner := range partners {
		items = append(items, fyne.NewMenuItem(describe.Capital(a.what)+" with "+v.partner(id, partner, n+1), func() {
			v.addNow(a, id, partner)
			v.Focus()
		}))
	}
	v.popUp(v.beside(), items...)
}

// partner names the nth partner of a person in a choice: one without a name by where they are drawn,
// since a number need not be on the screen.
func (v *View) partner(id, partner pedigree.ID, n int) string {
	if p := v.family().Individual(partner); p != nil && p.Name != "" {
		return p.Name
	}
	words := "partner " + strconv.Itoa(n)
	from, to := v.canvas.indexOf(id), v.canvas.indexOf(partner)
	switch {
	case from < 0 || to < 0:
		return words
	case v.canvas.symbols[to].shape.left < v.canvas.symbols[from].shape.left:
		return words + " (on the left)"
	}
	return words + " (on the right)"
}

// parent is the parent that M or F would add, when there is one, and the mother for P when both are.
func (v *View) parent(id pedigree.ID, command keymap.Command) pedigree.ID {
	p := v.p.Session.Family().Individual(id)
	switch {
	case p == nil:
		return ""
	case command == keymap.AddMother, command == keymap.AddParents && p.Father != "":
		return p.Mother
	case command == keymap.AddFather:
		return p.Father
	}
	return ""
}

func (v *View) takeBack(done string, can func() (string, bool), do func() (string, error), follow func(string)) {
	if _, ok := can(); !ok {
		v.status("Nothing to take back or do again here.")
		return
	}
	reason, err := do()
	if err != nil {
		v.status(describe.Capital(err.Error()))
		return
	}
	v.status(done + ": " + reason)
	follow(reason)
	if v.p.OnChanged != nil {
		v.p.OnChanged()
	}
}

// edit opens the form, or for several people the menu of what can be set for all.
func (v *View) edit() {
	if people := v.canvas.Group(); len(people) > 0 {
		v.openForAll(people)
		return
	}
	v.status("") // what was said was about the canvas
	v.inspect.edit()
}

// escape ends the selection of several; without one it goes to the patient.
func (v *View) escape() {
	v.hover.hide()
	if len(v.canvas.Group()) > 0 {
		v.setGroup(nil)
		return
	}
	if s := v.family().Subject(); s != nil {
		v.Select(s.ID)
	}
}

// remove takes the selected person out, and asks first only where something recorded would be lost.
func (v *View) remove() {
	id := v.Selected()
	if id == "" {
		return
	}
	if people := v.canvas.Group(); len(people) > 0 {
		v.removeAll(people)
		return
	}
	f := v.p.Session.Family()
	if !amend.WouldLose(f, id) {
		v.removeNow(id)
		return
	}
	var lost []string
	for _, fact := range FactsOf(f, id) {
		if !fact.Absent {
			lost = append(lost, fact.Label+": "+fact.Value)
		}
	}
	v.ask("Remove "+v.called(id)+"?", lost, "Remove", func() { v.removeNow(id) })
}

func (v *View) removeNow(id pedigree.ID) {
	words := "remove " + v.called(id)
	if v.do(words, func(f *pedigree.Family) (pedigree.ID, error) { return "", amend.Remove(f, id) }) {
		v.status(describe.Capital(words) + "; Ctrl+Z brings back")
	}
}
