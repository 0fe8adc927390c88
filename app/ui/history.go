package ui

import (
	"kindred/app/ui/historyview"
	"kindred/app/ui/keymap"
	"kindred/pedigree"
)

// newHistory is the History tab of the family.
func (f *familyScreen) newHistory() *historyview.Screen {
	return historyview.New(historyview.Params{
		Session: f.session, Subject: f.subject, Canvas: f.shell.p.Window.Canvas,
		Told: func() pedigree.Provenance {
			return pedigree.Provenance{WrittenBy: f.settings.Author.Name, On: f.shell.clinic.Today()}
		},
		OnChanged: func() { f.pedigree.Reload(); f.changed() },
		OnStatus:  f.status.say,
		OnHints:   f.status.hints,
		Leave:     func() { f.open(keymap.OpenPedigree) },
	})
}

// showHistory fills the table, at the person who is selected on the pedigree.
func (f *familyScreen) showHistory() {
	selected := f.pedigree.Selected()
	f.history.Reload()
	f.history.Select(selected)
}

// leaveHistory keeps what is being typed, and selects the person of the row on the pedigree.
func (f *familyScreen) leaveHistory() {
	f.history.Commit()
	if id := f.history.Selected(); id != "" {
		f.pedigree.Select(id)
	}
}
