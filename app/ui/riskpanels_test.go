package ui

import (
	"encoding/json"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/pedigree"
)

// supposeBRCA1 supposes by keys that the patient has a BRCA1 variant.
func (d *desk) supposeBRCA1() {
	d.t.Helper()
	d.ctrl(fyne.Key3)
	d.family.riskCommand(keymap.Suppose)
	d.window.Canvas().FocusNext()
	gene := d.window.Canvas().Focused().(*theme.Entry)
	test.Type(gene, "brca1")
	d.key(fyne.KeyReturn)
	d.until("the screen says what is supposed", func() bool { return d.shows("BRCA1 variant found") })
}

// record is all of an open family's record, with what can be undone.
func (d *desk) record() string {
	d.t.Helper()
	data, err := json.Marshal([]any{d.family.session.Family(), d.family.session.History().Len(), d.family.session.RiskRuns(d.family.subject())})
	if err != nil {
		d.t.Fatal(err)
	}
	undo, _ := d.family.session.CanUndo()
	return string(data) + undo
}

func TestWhatIfIsOnEveryCardAndNothingOfItIsKept(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10481")
	before := d.record()
	d.supposeBRCA1()
	if n := strings.Count(d.texts(), "What if, not saved"); n < 5 {
		t.Errorf("%d cards say so: %q", n, d.texts())
	}
	if words := d.texts(); strings.Index(words, "End, or press") > strings.Index(words, "Of 100 women") {
		t.Error("what it changes is not at the top")
	}
	d.ctrl(fyne.KeyS)
	if !d.shows("Nothing was copied") || d.record() != before {
		t.Error("what is supposed was copied into the record")
	}
}

func TestEscapeOrAnotherTabEndsWhatIf(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10481")
	before := d.record()
	d.supposeBRCA1()
	d.family.risk.Focus(d.window.Canvas())
	d.key(fyne.KeyEscape)
	if d.family.shown != keymap.OpenRisk || d.shows("What if, not saved") || d.family.panels.Supposing() {
		t.Error("Escape does not end it, or leaves the tab with it")
	}
	if d.shows("nothing on this screen is kept") {
		t.Error("the status still says that nothing is kept")
	}
	d.supposeBRCA1()
	d.ctrl(fyne.Key5)
	d.ctrl(fyne.Key3)
	if d.shows("What if, not saved") || d.family.panels.Supposing() {
		t.Error("it is still supposed after another tab")
	}
	d.key(fyne.KeyEscape)
	if d.family.shown != keymap.OpenPedigree || d.record() != before {
		t.Error("Escape does not go back to the pedigree, or the record changed")
	}
}

func TestACopiedCanRiskResultIsUsedUnderItsNameUntilTheFamilyChanges(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10481")
	d.ctrl(fyne.Key3)
	d.family.riskCommand(keymap.CopyResult)
	for range 2 {
		d.window.Canvas().FocusNext()
	}
	test.Type(d.window.Canvas().Focused(), "43")
	d.key(fyne.KeyReturn)
	d.until("it is in the list", func() bool { return d.shows("Lifetime, from 20: 43.0%") && d.shows("in use") })
	d.until("the category names the program", func() bool { return strings.Contains(d.nice(), "CanRisk") })
	subject := d.family.subject()
	if err := d.family.session.Do("older mother", olderMother(subject)); err != nil {
		t.Fatal(err)
	}
	d.family.changed()
	d.until("it is out of date", func() bool { return d.shows("The family has changed since") && d.shows("out of date") })
}

// olderMother makes the subject's mother ill later.
func olderMother(subject pedigree.ID) func(*pedigree.Family) error {
	return func(f *pedigree.Family) error {
		f.Individual(f.Individual(subject).Mother).Diagnoses[0].Age = pedigree.ExactYear(61)
		return nil
	}
}

// nice is why the NICE category is what it is.
func (d *desk) nice() string {
	for _, a := range d.family.asked.shown.Answers {
		if a.Model == "nice-cg164" {
			return strings.Join(a.Because, " ")
		}
	}
	return ""
}
