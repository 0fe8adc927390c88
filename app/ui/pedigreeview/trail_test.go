package pedigreeview

import (
	"testing"

	"kindred/app/ui/keymap"
	"kindred/pedigree"
)

func TestUndoAndRedoReturnToWhoeverWasSelectedForTheEdit(t *testing.T) {
	o := open(t, anna())
	o.Select("m")
	o.press('s')
	o.Select("g1")
	o.Command(keymap.Undo)
	o.settle()
	if got := o.Selected(); got != "m" {
		t.Errorf("after undo %q is selected, want m, whose sister was added", got)
	}
	o.Select("g1")
	o.Command(keymap.Redo)
	o.settle()
	if got := o.Selected(); got != "m" {
		t.Errorf("after redo %q is selected, want m", got)
	}
}

func TestUndoOfARemovalReturnsToThePersonWhoIsBack(t *testing.T) {
	o := open(t, anna())
	o.press('s')
	o.settle()
	o.Command(keymap.GoToAdded)
	added := o.Selected()
	o.Command(keymap.Remove)
	o.settle()
	if o.Selected() == added {
		t.Fatal("somebody who was removed is still selected")
	}
	o.Command(keymap.Undo)
	o.settle()
	if got := o.Selected(); got != added {
		t.Errorf("after undo %q is selected, want %q, who is back", got, added)
	}
}

func TestAnEditMadeElsewhereLeavesTheSelectionUnlessThePersonIsGone(t *testing.T) {
	o := open(t, anna())
	if err := o.session.Do("add a child of Mary elsewhere", func(f *pedigree.Family) error {
		f.Individuals = append(f.Individuals, pedigree.Individual{ID: "late", Mother: "m"})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	o.Reload()
	o.settle()
	o.Select("late")
	o.Command(keymap.Undo)
	o.settle()
	if got := o.Selected(); got != "m" {
		t.Errorf("after undo %q is selected, want m, the mother of whoever is gone", got)
	}
}

func TestTheCanvasHasTheKeyboardAfterTheMenuOfRelatives(t *testing.T) {
	o := open(t, anna())
	o.window().Focus(o.tools.relative)
	o.tools.openRelatives()
	for _, menu := range o.window().Overlays().List() {
		menu.Hide()
	}
	if o.window().Focused() != o.canvas {
		t.Errorf("%T has the keyboard", o.window().Focused())
	}
}
