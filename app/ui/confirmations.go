package ui

import (
	"fmt"

	"kindred/app/ui/confirmview"
	"kindred/app/ui/keymap"
	"kindred/internal/record"
	"kindred/pedigree"
)

// newConfirmations is the work list of what a report could confirm.
func (f *familyScreen) newConfirmations() *confirmview.Screen {
	return confirmview.New(confirmview.Params{
		Session: f.session, Window: f.shell.p.Window, Today: f.shell.clinic.Today, Explain: explain, Say: f.status.warn,
		Changed: func() { f.pedigree.Reload(); f.changed() },
		GoTo: func(id pedigree.ID) {
			f.open(keymap.OpenPedigree)
			f.pedigree.Select(id)
		},
		Leave: func() { f.open(keymap.OpenPedigree) }, Background: f.shell.p.Background, Run: f.shell.p.Run,
	})
}

// showTasks lists what waits for a reply, of all families.
func (s *Shell) showTasks() {
	tasks, err := s.clinic.Tasks()
	if err != nil {
		s.tell("The tasks cannot be listed", err)
		return
	}
	screen := confirmview.NewTasks(tasks, s.openConfirmations, func() { s.show(toFamilies) })
	s.put(screen.Content)
	screen.Focus(s.p.Window.Canvas())
}

// openConfirmations opens a family at its confirmations.
func (s *Shell) openConfirmations(id record.FamilyID) {
	s.openFamily(id)
	if s.family != nil && s.family.session.ID() == id {
		s.family.open(keymap.Confirmations)
	}
}

// countTasks shows beside the destination how many replies are overdue.
func (s *Shell) countTasks(overdue int) {
	words := string(toTasks)
	if overdue > 0 {
		words += fmt.Sprintf("   %d overdue", overdue)
	}
	s.nav[toTasks].SetWords(words)
}
