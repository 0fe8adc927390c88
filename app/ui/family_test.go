package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
	"kindred/internal/casefile"
	"kindred/internal/sample"
	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/storage"
)

func TestTypingInTheSearchNarrowsTheListAndEnterOpensTheFamily(t *testing.T) {
	d := unlockedDesk(t)
	if !d.shows("3 families") || !d.shows("G10481") || !d.shows("G10483") {
		t.Fatalf("the list shows %q", d.texts())
	}
	search := d.entry("Search by")
	search.SetText("lucy")
	if !d.shows("1 family") || d.shows("G10481") || !d.shows("G10482") {
		t.Errorf("lucy finds %q", d.texts())
	}
	search.SetText("9990000344") // her NHS number without its gaps
	if !d.shows("1 family") || !d.shows("G10482") {
		t.Errorf("her NHS number finds %q", d.texts())
	}
	d.openFamilyNamed("G10482")
	if !d.shows("Family G10482 · SAMPLE") || !d.shows("SAMPLE, Anna (Ms) · born 14-Mar-1984 · NHS 999 000 0018") {
		t.Errorf("opened: %q", d.texts())
	}
}

func TestTheWindowsKeysWorkWhileAFieldHasTheKeyboard(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10481")
	for _, c := range []struct {
		press func()
		want  string
	}{
		{func() { d.ctrl(fyne.Key3) }, "Every model on this family, side by side"},
		{func() { d.ctrl(fyne.Key5) }, "No letter yet"},
		{func() { d.key(fyne.KeyEscape) }, "Inherited cancer risk"},
		{func() { d.ctrl(fyne.KeyF) }, "3 families"},
		{func() { d.key(fyne.KeyF1) }, "Add the mother, or go to her"},
	} {
		c.press()
		d.until(c.want, func() bool { return d.shows(c.want) })
	}
	d.key(fyne.KeyEscape)
	if d.shows("Add the mother, or go to her") {
		t.Fatal("Escape does not close the help")
	}
	d.ctrl(fyne.KeyN)
	if !d.shows("New family") || d.family == nil {
		t.Errorf("Ctrl+N in the search: %q", d.texts())
	}
	d.key(fyne.KeyF2)
	d.entry("The service's reference").SetText("G20000")
	d.key(fyne.KeyReturn)
	if !d.shows("Family G20000") {
		t.Errorf("renamed: %q", d.texts())
	}
}

func TestThePatientViewHidesRiskListCountsAndTabsAndOneKeyBringsThemBack(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10481")
	d.family.letters.Show(d.family.patient)
	d.family.letters.Begin()
	title := d.window.Title()
	if !strings.Contains(title, "1 letter unsigned") {
		t.Fatalf("title %q", title)
	}
	d.key(fyne.KeyF8)
	d.until("the patient's picture is drawn", func() bool { return d.shows("Rachel") })
	for _, word := range []string{"Inherited cancer risk", "Families", "Settings", "Letters", "people", "saved", "Rename"} {
		if d.shows(word) {
			t.Errorf("the patient sees %q", word)
		}
	}
	if !d.shows("PATIENT VIEW") || strings.Contains(d.window.Title(), "unsigned") {
		t.Errorf("title %q, shown %q", d.window.Title(), d.texts())
	}
	for _, key := range []fyne.KeyName{fyne.Key3, fyne.Key5, fyne.KeyF, fyne.KeyN, fyne.KeyS} {
		d.ctrl(key)
		if d.shows("side by side") || d.shows("3 families") || d.shows("risk summary") {
			t.Errorf("Ctrl+%s shows more than the patient may see: %q", key, d.texts())
		}
	}
	d.key(fyne.KeyF8)
	if !d.shows("Inherited cancer risk") || !d.shows("Families") || d.window.Title() != title {
		t.Errorf("afterwards: title %q, shown %q", d.window.Title(), d.texts())
	}
}

func TestThePatientViewShowsNothingThatOnlyTheCousinTold(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10482")
	family := d.family.session.Family()
	for _, patient := range family.Patients {
		d.family.setPatient(patient)
		d.family.setPatientView(true)
		// Each person in turn, so that every card is seen; and their own selection waits for the picture.
		seen := ""
		for _, p := range family.For(patient.ID, pedigree.ForShowing).Individuals {
			d.family.pedigree.Select(p.ID)
			d.until("the person is selected", func() bool { return d.family.pedigree.Selected() == p.ID })
			seen += d.texts() + "\n"
		}
		for word, of := range map[string]string{"in situ": "Lucy", "Breast 39": "Lucy", "BRCA1 +": "Lucy", "cousins are not to know": "Lucy", "999 000 0344": "Lucy", "999 000 0018": "Anna"} {
			if of != patient.GivenName && strings.Contains(seen, word) && !allowed(family, patient.ID, word) {
				t.Errorf("%s sees %q, which only %s told", patient.GivenName, word, of)
			}
		}
		for _, other := range family.Patients {
			if other.ID != patient.ID && strings.Contains(seen, other.NHSNumber.String()) {
				t.Errorf("%s sees the NHS number of %s", patient.GivenName, other.GivenName)
			}
		}
		if !strings.Contains(seen, patient.NHSNumber.String()) {
			t.Errorf("%s does not see her own NHS number", patient.GivenName)
		}
		d.family.setPatientView(false)
	}
}

// allowed reports a word that others have too: a positive test that may be shown.
func allowed(f *pedigree.Family, patient pedigree.ID, word string) bool {
	if word != "BRCA1 +" {
		return false
	}
	for _, p := range f.For(patient, pedigree.ForShowing).Individuals {
		for _, test := range p.GeneTests {
			if test.Result == pedigree.Positive {
				return true
			}
		}
	}
	return false
}

func TestTheRiskCardStaysFoldedUntilAskedForAndFollowsAnEdit(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10481")
	d.until("the models have answered", func() bool { return d.family.asked.run > 0 && len(d.queue) == 0 })
	if d.shows("Manchester score") {
		t.Fatal("the risk is unfolded while a history is taken")
	}
	d.command(keymap.FoldRisk)
	if !d.shows("Manchester score") || !d.shows("23% by 79") {
		t.Fatalf("unfolded: %q", d.texts())
	}
	subject := d.family.subject()
	if err := d.family.session.Do("well mother", func(f *pedigree.Family) error {
		f.Individual(f.Individual(subject).Mother).Diagnoses = nil
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	d.family.changed()
	d.until("the answer has followed", func() bool { return !d.shows("23% by 79") })
	d.command(keymap.FoldRisk)
	if d.shows("Manchester score") {
		t.Error("R does not fold it again")
	}
}

func TestCtrlSOnRiskCopiesTheAnswersIntoTheRecordWithTheirVersions(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10481")
	d.ctrl(fyne.KeyS) // not on the pedigree
	if run, _ := d.family.session.LastRisk(d.family.subject()); run != nil {
		t.Fatal("copied from another tab")
	}
	d.ctrl(fyne.Key3)
	d.ctrl(fyne.KeyS)
	run, outOfDate := d.family.session.LastRisk(d.family.subject())
	if run == nil || outOfDate || len(run.Assessments) < 3 || run.SavedBy != "A Counsellor" {
		t.Fatalf("kept %+v, out of date %v", run, outOfDate)
	}
	for _, a := range run.Assessments {
		if a.Version == "" {
			t.Errorf("%s is kept without its version", a.Model)
		}
	}
	d.until("the screen says so", func() bool { return d.shows("No fact that they rest on has changed") || d.shows("Copied on") })
	subject := d.family.subject()
	if err := d.family.session.Do("older mother", func(f *pedigree.Family) error {
		f.Individual(f.Individual(subject).Mother).Diagnoses[0].Age = pedigree.ExactYear(61)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if _, outOfDate := d.family.session.LastRisk(d.family.subject()); !outOfDate {
		t.Error("an edit of a fact does not make the copy out of date")
	}
}

func TestAFactThatTwoColleaguesRecordedDifferentlyIsShownAndSettled(t *testing.T) {
	d := unlockedDesk(t)
	entries, err := d.clinic.List("G10482")
	if err != nil || len(entries) != 1 {
		t.Fatal(entries, err)
	}
	id := entries[0].ID
	envelopes, err := d.clinic.Store().Envelopes(id)
	if err != nil {
		t.Fatal(err)
	}
	other, err := casefile.Open(casefile.OpenParams{
		Family: id, Envelopes: envelopes, Device: "0123456789abcdef", Clock: d.idle.now, Author: "B Colleague", Role: "Genetic Counsellor",
	})
	if err != nil {
		t.Fatal(err)
	}
	age := func(years int) func(*pedigree.Family) error {
		return func(f *pedigree.Family) error {
			f.Individual(f.Patients[0].Individual).Age = pedigree.ExactYear(years)
			return nil
		}
	}
	theirs, err := other.Do("age", age(44))
	if err != nil {
		t.Fatal(err)
	}
	d.openFamilyNamed("G10482")
	if err := d.family.session.Do("age", age(43)); err != nil {
		t.Fatal(err)
	}
	d.show(toFamilies)
	if err := d.clinic.Store().Commit(storage.Commit{Family: id, Envelope: &theirs}); err != nil {
		t.Fatal(err)
	}
	d.openFamilyNamed("G10482")
	if !d.shows("1 fact to settle") {
		t.Fatalf("the header shows %q", d.texts())
	}
	d.command(keymap.PatientView)
	if d.shows("to settle") {
		t.Error("the patient sees that facts are disputed")
	}
	d.command(keymap.PatientView)
	d.key(fyne.KeyF7)
	if !d.shows("B Colleague") || !d.shows("A Counsellor") || !d.shows("44") || !d.shows("43") {
		t.Fatalf("the list shows %q", d.texts())
	}
	var choice string
	for _, c := range d.family.session.Reviews()[0].Choices {
		if strings.Contains(c, "44") {
			choice = describe.Capital(c)
		}
	}
	d.press(choice)
	subject := d.family.session.Family().Individual(d.family.session.Family().Patients[0].Individual)
	if d.shows("to settle") || subject.Age.String() != "44" || len(d.family.session.Reviews()) > 0 {
		t.Errorf("settled: age %s, shown %q", subject.Age, d.texts())
	}
}

func TestALetterIsSignedOnlyWithThePassphraseAndThenPrinted(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10481")
	d.ctrl(fyne.Key5)
	d.ctrl(fyne.KeyN)
	if !d.shows("Dear") || d.button("Sign").Disabled() || !d.button("Print").Disabled() {
		t.Fatalf("a new letter: %q", d.texts())
	}
	sign := func(passphrase string) {
		d.ctrl(fyne.KeyReturn)
		d.entry("Passphrase").SetText(passphrase)
		d.key(fyne.KeyReturn)
	}
	sign("a wrong passphrase")
	if letters := d.family.session.Letters(); letters[0].Status == casefile.LetterSigned || !d.shows("not the passphrase") {
		t.Fatalf("signed without the passphrase: %q", d.texts())
	}
	sign(sample.Passphrase)
	if letters := d.family.session.Letters(); letters[0].Status != casefile.LetterSigned || !d.shows("Signed") {
		t.Fatalf("not signed: %q", d.texts())
	}
	if !d.button("Sign").Disabled() || d.button("Print").Disabled() {
		t.Error("a signed letter can be signed again, or not printed")
	}
	d.ctrl(fyne.KeyP)
	if len(d.opened) != 1 || !strings.HasSuffix(d.opened[0], ".pdf") {
		t.Errorf("printed %q", d.opened)
	}
	if strings.Contains(d.window.Title(), "unsigned") {
		t.Errorf("title %q", d.window.Title())
	}
}

func TestACheckThatGatesALetterHoldsBackSigning(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10481")
	patient := d.family.patient
	if err := d.family.session.Do("identity lost", func(f *pedigree.Family) error {
		p := f.Patient(patient)
		p.NHSNumber, p.NHSNotKnown, p.DateOfBirth = "", false, pedigree.Fuzzy{}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	d.ctrl(fyne.Key5)
	d.ctrl(fyne.KeyN)
	if b := d.button("Sign"); b == nil || !b.Disabled() {
		t.Fatalf("a letter without two identifiers can be signed: %q", d.texts())
	}
	d.ctrl(fyne.KeyReturn)
	if d.window.Canvas().Overlays().Top() != nil {
		t.Error("Ctrl+Enter asks to sign it")
	}
}
