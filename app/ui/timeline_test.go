package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"kindred/pedigree"
	"kindred/pedigree/confirm"
)

// edit is an edit of the open family that the test needs.
func (d *desk) edit(reason string, edit func(*pedigree.Family) error) {
	d.t.Helper()
	if err := d.family.session.Do(reason, edit); err != nil {
		d.t.Fatal(err)
	}
}

func named(id pedigree.ID, name string) func(*pedigree.Family) error {
	return func(f *pedigree.Family) error {
		f.Individual(id).Name = name
		return nil
	}
}

func TestTheTimelineShowsWhatWasDoneAndTheFamilyAsItWasThen(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10482")
	anna := d.family.subject()
	d.edit("edit name of Anna", named(anna, "Annabel"))
	d.edit("edit name of Annabel", named(anna, "Annalise"))
	if _, err := d.family.session.Undo(); err != nil {
		t.Fatal(err)
	}
	d.ctrl(fyne.Key6)
	for _, words := range []string{"4 steps", "Undo: edit name of Annabel", "Edit name of Annabel", "Edit name of Anna", "Sample family", "A Counsellor", "this laptop", "As it stands now."} {
		if !d.shows(words) {
			t.Errorf("the timeline does not show %q: %q", words, d.texts())
		}
	}
	for _, step := range []struct {
		key    fyne.KeyName
		banner string
	}{{fyne.KeyDown, "Nothing here changes the family."}, {fyne.KeyHome, "As it stands now."}, {fyne.KeyEnd, "Nothing here changes the family."}} {
		d.key(step.key)
		d.drain()
		if !d.shows(step.banner) {
			t.Errorf("after %s: no %q in %q", step.key, step.banner, d.texts())
		}
	}
	if got := d.family.session.Family().Individual(anna).Name; got != "Annabel" {
		t.Errorf("looking back made the name %q", got)
	}
	d.key(fyne.KeyEscape)
	if d.shows("4 steps") || !d.shows("Inherited cancer risk") {
		t.Errorf("Escape does not go back to now: %q", d.texts())
	}
}

func TestUndoOnTheTimelineIsOneMoreStep(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10482")
	d.edit("edit name of Anna", named(d.family.subject(), "Annabel"))
	d.ctrl(fyne.Key6)
	d.ctrl(fyne.KeyZ)
	if !d.shows("3 steps") || !d.shows("Undo: edit name of Anna") {
		t.Errorf("after undo: %q", d.texts())
	}
}

func TestThePatientViewHasNoTimelineAndNoConfirmations(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10482")
	d.ctrl(fyne.Key6)
	d.key(fyne.KeyF8)
	d.until("the patient view", func() bool { return d.shows("PATIENT VIEW") })
	for _, press := range []func(){func() {}, func() { d.ctrl(fyne.Key6) }, func() { d.ctrl(fyne.KeyK) }, func() { d.ctrl(fyne.KeyT) }} {
		press()
		for _, words := range []string{"Timeline", "Sample family", "Confirmations", "Tasks", "not asked for"} {
			if d.shows(words) {
				t.Errorf("the patient sees %q: %q", words, d.texts())
			}
		}
	}
}

func TestARequestIsSentAndAnsweredByKeysAndWaitsAmongTheTasks(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10482")
	d.ctrl(fyne.KeyK)
	d.until("the models have answered", func() bool { return d.shows("If refuted: Manchester score: from 31 points to 27 points") })
	d.typed('s')
	d.entry("Hospital, registry").SetText("Riverside Hospital")
	d.key(fyne.KeyReturn)
	if !d.shows("Request sent to Riverside Hospital on ") || !d.shows("reply due ") {
		t.Fatalf("after S and Enter: %q", d.texts())
	}
	edna := pedigree.ID("")
	for _, c := range d.family.session.Confirmations() {
		if c.State == confirm.Sent {
			edna = c.Person
		}
	}
	if reason, _ := d.family.session.CanUndo(); reason != "ask for confirmation: Edna, breast cancer at 55" {
		t.Errorf("undo takes back %q", reason)
	}
	d.ctrl(fyne.KeyT)
	for _, words := range []string{"2 waiting", "SAMPLE G10482", "Edna (maternal grandmother): breast cancer at 55", "Request sent to Riverside Hospital"} {
		if !d.shows(words) {
			t.Errorf("the tasks do not show %q: %q", words, d.texts())
		}
	}
	d.key(fyne.KeyReturn)
	d.until("the family's confirmations", func() bool { return d.family != nil && d.shows("Request sent to Riverside Hospital") })
	d.drain()
	d.key(fyne.KeyDown) // past the gene test that nobody asked for
	d.typed('c')
	d.key(fyne.KeyReturn)
	if got := d.family.session.Family().Individual(edna).Diagnoses[0]; got.Status != pedigree.Confirmed || got.ConfirmedBy != "histology report" {
		t.Errorf("after C and Enter: %+v", got)
	}
	d.ctrl(fyne.KeyZ)
	if got := d.family.session.Family().Individual(edna).Diagnoses[0]; got.Status != pedigree.Requested {
		t.Errorf("after undo: %+v", got)
	}
	d.ctrl(fyne.KeyT)
	d.key(fyne.KeyEscape)
	if !d.shows("3 families") {
		t.Errorf("Escape leaves the tasks for %q", d.texts())
	}
}
