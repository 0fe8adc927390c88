package pedigreeview

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kindred/pedigree"
)

func TestTabGoesToWhoeverAKeyHasAdded(t *testing.T) {
	o := open(t, anna())
	if o.canvas.AcceptsTab() {
		t.Error("nobody was added: Tab goes to the next field of the window")
	}
	o.press('s', 's')
	added := o.canvas.Added()
	if p := o.session.now.Individual(added); o.Selected() != "1" || p == nil || p.Sex != pedigree.Female || added != "n2" {
		t.Fatalf("after S S %q is selected and %q marked", o.Selected(), added)
	}
	if !slices.Contains(o.canvas.plane.objects, fyne.CanvasObject(o.canvas.added.ring)) {
		t.Error("the mark is not shown")
	}
	o.press(fyne.KeyTab)
	if o.Selected() != added || o.canvas.AcceptsTab() {
		t.Errorf("Tab went to %q, and there is still somebody to go to: %v", o.Selected(), o.canvas.AcceptsTab())
	}
	if slices.Contains(o.canvas.plane.objects, fyne.CanvasObject(o.canvas.added.ring)) {
		t.Error("the mark stays")
	}
}

func TestSomebodyWhoWasAddedAndUndoneIsNoLongerMarked(t *testing.T) {
	o := open(t, anna())
	o.press('s')
	o.canvas.TypedShortcut(&fyne.ShortcutUndo{})
	o.settle()
	if o.canvas.AcceptsTab() {
		t.Errorf("Tab would go to %q", o.canvas.Added())
	}
}

func TestHandlesDoNotCoverTheFooterOrTheStamp(t *testing.T) {
	o := open(t, &pedigree.Family{Individuals: []pedigree.Individual{{ID: "1", Sex: pedigree.Female, Consultand: true, Name: "Anna"}}})
	for _, stamp := range [][]string{{"SAMPLE"}, {"SAMPLE", "EVALUATION, not for patient care"}} {
		o.p.Style.Stamp = stamp
		o.Reload()
		o.settle()
		furniture := o.canvas.display.furniture()
		if len(furniture) == 0 {
			t.Fatal("the drawing has neither footer nor stamp")
		}
		for h := range handleCount {
			p := o.canvas.handlePosition(h)
			at := o.canvas.sceneAt(p)
			circle := box{at.X, at.Y, at.X, at.Y}.grown((handleRadius - handleTouch) / o.canvas.view.scale())
			for _, f := range furniture {
				if circle.overlaps(f) {
					t.Errorf("under %q handle %d lies on what is at %v", stamp, h, f)
				}
			}
		}
	}
}

func TestTheWheelScrollsTheColumnWhateverIsUnderThePointer(t *testing.T) {
	test.NewTempApp(t)
	column := container.NewVScroll(widget.NewLabel("1\n2\n3\n4\n5\n6\n7\n8\n9"))
	w := newWheel(column)
	test.NewTempWindow(t, container.NewStack(column, w)).Resize(fyne.NewSize(100, 60))
	w.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -20)})
	if column.Offset.Y != 20 {
		t.Errorf("scrolled to %v, want 20", column.Offset.Y)
	}
}

func TestThePatientViewWithholdsWhatColleaguesRecordedDifferently(t *testing.T) {
	o := open(t, anna())
	o.p.Disputed = func() []Disputed {
		return []Disputed{{"g2", "diagnoses"}, {"j", "age"}, {"1", "mother"}, {"gone", "age"}}
	}
	if o.family().Individual("j").Age.IsZero() {
		t.Error("the clinic's own view withholds a disputed age")
	}
	o.SetPatientView(true, "pa")
	o.settle()
	f := o.family()
	if len(f.Individual("g2").Diagnoses) != 0 || !f.Individual("j").Age.IsZero() {
		t.Error("a disputed fact is shown to the patient")
	}
	if f.Individual("1").Mother != "m" || f.Individual("m").Age.IsZero() {
		t.Error("a settled fact, or a parent, is withheld")
	}
	if len(o.session.now.Individual("g2").Diagnoses) == 0 {
		t.Error("the record itself has changed")
	}
}
