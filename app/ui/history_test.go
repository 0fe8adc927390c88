package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
	"kindred/pedigree"
)

func TestTheHistoryTabEditsTheFamilyAndTheWindowsUndoTakesItBack(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10482")
	d.ctrl(fyne.Key2)
	if d.family.shown != keymap.OpenHistory || !d.shows("Ask next:") || !d.shows("Mother's side") {
		t.Fatalf("Ctrl+2 shows %q", d.texts())
	}
	father := d.family.session.Family().Subject().Father
	d.family.history.Select(father)
	well := func() pedigree.Answer { return d.family.session.Family().Individual(father).Well }
	before := well()
	d.window.Canvas().Focused().TypedRune('d') // died: nobody dead is well
	if well() == before {
		t.Fatalf("D in the row of a father who is well leaves him %v", before)
	}
	d.ctrl(fyne.KeyZ)
	if well() != before || !d.shows("Undone: Tom: died") {
		t.Errorf("Ctrl+Z leaves him %v; %q", well(), d.texts())
	}
	d.key(fyne.KeyEscape)
	if d.family.shown != keymap.OpenPedigree || d.family.pedigree.Selected() != father {
		t.Errorf("Escape shows %q with %q selected", d.family.shown, d.family.pedigree.Selected())
	}
}
