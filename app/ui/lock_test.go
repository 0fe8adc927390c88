package ui

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
	"kindred/internal/clinic"
	"kindred/internal/sample"
)

func TestSetUpRefusesAnUnreadStatementAMissingNameAndAShortPassphrase(t *testing.T) {
	d := newDesk(t, filepath.Join(t.TempDir(), "store"))
	if !d.shows("not UKCA or CE marked") {
		t.Fatal("set-up does not show the statement")
	}
	u := d.showSetUp()
	try := func(want string) {
		t.Helper()
		d.press("Set up")
		if !d.shows(want) || clinic.Exists(d.p.Dir) {
			t.Errorf("want %q and no store, shown %q", want, d.texts())
		}
	}
	try("read the statement")
	u.read.SetChecked(true)
	try("name and role are needed")
	u.name.SetText("A Counsellor")
	u.role.SetText("Genetic Counsellor")
	u.first.SetText("too short")
	try("at least 10 characters")
	u.first.SetText("long enough words")
	u.again.SetText("long enough word")
	try("differ")
}

func TestSetUpShowsTheRecoveryKeyOnceAndOpensTheFamilies(t *testing.T) {
	d := newDesk(t, filepath.Join(t.TempDir(), "store"))
	u := d.showSetUp()
	u.read.SetChecked(true)
	u.name.SetText("A Counsellor")
	u.role.SetText("Genetic Counsellor")
	u.first.SetText("long enough words")
	u.again.SetText("long enough words")
	u.again.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !d.shows("Recovery key") {
		t.Fatalf("no recovery key: %q", d.texts())
	}
	d.press("I have written it down")
	if d.shows("Recovery key") || !d.shows("No families yet") {
		t.Errorf("after set-up: %q", d.texts())
	}
	if settings, err := d.clinic.Settings(); err != nil || settings.StatementReadOn == "" || settings.Author.Name != "A Counsellor" {
		t.Errorf("settings %+v, %v", settings, err)
	}
}

func TestAWrongPassphraseSaysSoAndOpensNothing(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	d.unlock("not the passphrase")
	if d.clinic != nil || !d.shows("That is not the passphrase") || d.shows("G10481") {
		t.Errorf("shown %q", d.texts())
	}
	if got := d.entry("Passphrase").Text; got != "" {
		t.Errorf("the field still holds %q", got)
	}
	d.unlock(sample.Passphrase)
	if !d.shows("G10481") {
		t.Errorf("the right passphrase afterwards: %q", d.texts())
	}
}

func TestTheStatementIsReadBeforeTheFirstFamilyIsShown(t *testing.T) {
	dir := sampleStore(t)
	c, err := clinic.Open(dir, []byte(sample.Passphrase))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.PutSettings(sample.Settings()); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, dir)
	d.unlock(sample.Passphrase)
	if !d.shows("not UKCA or CE marked") || d.shows("G10481") {
		t.Fatalf("shown %q", d.texts())
	}
	d.ctrl(fyne.KeyF) // nothing works behind it
	d.key(fyne.KeyReturn)
	if !d.shows("G10481") {
		t.Fatalf("after reading it: %q", d.texts())
	}
	d.lock("")
	d.unlock(sample.Passphrase)
	if d.shows("not UKCA or CE marked") {
		t.Error("it is shown a second time")
	}
}

func TestLockLeavesNoFamilyNoDialogAndNoPrintedCopy(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10482")
	if err := d.printFile([]byte("a letter")); err != nil {
		t.Fatal(err)
	}
	d.command(keymap.Rename)
	if d.window.Canvas().Overlays().Top() == nil {
		t.Fatal("no dialog to lock under")
	}
	d.ctrl(fyne.KeyL) // from the dialog's field
	if d.clinic != nil || d.family != nil || d.families != nil || d.window.Canvas().Overlays().Top() != nil {
		t.Error("something is still open behind the lock")
	}
	for _, word := range []string{"G10482", "Anna", "Lucy", "999"} {
		if d.shows(word) {
			t.Errorf("the lock screen shows %q", word)
		}
	}
	if d.window.Title() != "Kindred" {
		t.Errorf("the title is %q", d.window.Title())
	}
	if left, _ := filepath.Glob(filepath.Join(clinic.PrintFolder(d.p.Dir), "*")); len(left) > 0 {
		t.Errorf("left for printing: %q", left)
	}
}

func TestAStoreThatIsOpenElsewhereSaysWhatToDo(t *testing.T) {
	dir := sampleStore(t)
	c, err := clinic.Open(dir, []byte(sample.Passphrase))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	d := newDesk(t, dir)
	d.unlock(sample.Passphrase)
	if text := strings.ReplaceAll(d.texts(), "\n", " "); !strings.Contains(text, "already open on these families") {
		t.Errorf("shown %q", text)
	}
}

func TestAnUntouchedLaptopLocksAtTheDeadlineAndTypingPutsItOff(t *testing.T) {
	now := time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)
	locked, cursor := 0, 0
	l := newIdleLock(func() { locked++ })
	l.now = func() time.Time { return now }
	l.sign = func() typing { return typing{cursor: cursor} }
	l.wait(10)
	step := func(d time.Duration, want int) {
		t.Helper()
		now = now.Add(d)
		l.check()
		if locked != want {
			t.Fatalf("at %s locked %d times, want %d", now.Format("15:04"), locked, want)
		}
	}
	step(9*time.Minute, 0)
	l.touch()
	step(9*time.Minute, 0)
	cursor++ // somebody types in a field
	step(30*time.Second, 0)
	step(9*time.Minute, 0)
	step(time.Minute, 1)
	step(time.Hour, 1) // once
	l.wait(10)
	cursor++
	step(8*time.Hour, 2) // it slept past the deadline: what was typed before does not count
}
