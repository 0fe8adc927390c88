package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
	"kindred/internal/clinic"
	"kindred/storage"
)

// openPreview opens a family and, with Ctrl+P, its print preview.
func openPreview(t *testing.T, family string) *desk {
	t.Helper()
	d := unlockedDesk(t)
	d.openFamilyNamed(family)
	d.ctrl(fyne.KeyP)
	d.until("the page is drawn", func() bool { return d.shows("Page 1 of 1") })
	return d
}

// typed types a character where the keyboard is.
func (d *desk) typed(r rune) { d.window.Canvas().Focused().TypedRune(r) }

func TestCtrlPShowsThePagesAndEveryChoiceHasAKey(t *testing.T) {
	d := openPreview(t, "G10481")
	if !d.shows("1 page of A4") || !d.shows("Text prints at") || !d.shows("Nomenclature: UK 2023") || !d.shows("Every page says SAMPLE and EVALUATION") {
		t.Fatalf("the preview shows %q", d.texts())
	}
	for _, step := range []struct {
		key  rune
		want string
	}{
		{'p', "page of A3"}, {'p', "page of A4"},
		{'o', "portrait"}, {'o', "landscape"},
		{'t', "On one page"}, {'t', "Full size"},
		{'a', "In bands of ten years"},
		{'c', "In a letter, no names"}, {'c', "Anonymised"}, {'c', "Not for patients or relatives"}, {'C', "Full, for this patient"},
	} {
		d.typed(step.key)
		d.until(string(step.key)+" brings "+step.want, func() bool { return d.shows(step.want) && d.shows("Text prints at") })
	}
	d.key(fyne.KeyEscape)
	d.until("Escape goes back to the pedigree", func() bool { return d.shows("Inherited cancer risk") && !d.shows("Print the pedigree") })
}

func TestPrintingWritesAPrivateFileThatGoesWhenTheClinicIsLocked(t *testing.T) {
	d := openPreview(t, "G10481")
	d.ctrl(fyne.KeyP)
	d.until("the viewer is open", func() bool { return len(d.opened) == 1 })
	info, err := os.Stat(d.opened[0])
	if err != nil || info.Mode().Perm() != 0o600 || filepath.Dir(d.opened[0]) != clinic.PrintFolder(d.p.Dir) {
		t.Fatalf("printed %s, %v, %v", d.opened[0], info, err)
	}
	if data, err := os.ReadFile(d.opened[0]); err != nil || !bytes.HasPrefix(data, []byte("%PDF")) {
		t.Fatalf("no PDF: %v", err)
	}
	if last := d.lastAudit("print"); last.Why != "pedigree, full copy, 1 page" || last.Who != "A Counsellor" {
		t.Errorf("the audit says %+v", last)
	}
	d.ctrl(fyne.KeyL)
	if _, err := os.Stat(d.opened[0]); !os.IsNotExist(err) {
		t.Errorf("after the lock: %v", err)
	}
}

// lastAudit is the last line of the audit about something.
func (d *desk) lastAudit(what string) storage.AuditEntry {
	d.t.Helper()
	lines, err := d.clinic.Store().AuditLog()
	if err != nil {
		d.t.Fatal(err)
	}
	for i := len(lines) - 1; i >= 0; i-- {
		if lines[i].What == what {
			return lines[i]
		}
	}
	d.t.Fatalf("the audit has no line about %q", what)
	return storage.AuditEntry{}
}

func TestThePatientViewOffersNoPrintingAndCtrlPShowsNoPages(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10482")
	if d.button("Print…") == nil {
		t.Fatal("the pedigree has no Print button")
	}
	d.ctrl(fyne.KeyP)
	d.until("the preview is open", func() bool { return d.shows("Print the pedigree") })
	d.key(fyne.KeyF8)
	d.until("the patient's picture is drawn", func() bool { return d.shows("PATIENT VIEW") && len(d.queue) == 0 })
	if d.shows("Print the pedigree") || d.button("Print…") != nil || d.button("Export…") != nil {
		t.Errorf("the patient view offers printing: %q", d.texts())
	}
	d.ctrl(fyne.KeyP)
	if d.shows("Print the pedigree") || d.family.shown != keymap.OpenPedigree {
		t.Error("Ctrl+P opens the preview in the patient view")
	}
}

func TestASavedFileIsWholePrivateAndInTheAuditOrNotThere(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "G10481.pdf")
	empty := func() { // the file dialog makes one
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	empty()
	if err := saveAs(path, []string{".pdf"}, func(string) ([]byte, error) { return []byte("%PDF"), nil }); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 || info.Size() != 4 {
		t.Errorf("saved: %v, %v", info, err)
	}
	empty()
	if err := saveAs(path, []string{".pdf"}, func(string) ([]byte, error) { return nil, os.ErrInvalid }); err == nil {
		t.Error("a failure is not told")
	}
	other := filepath.Join(dir, "family.docx")
	if err := saveAs(other, []string{".svg", ".png"}, func(string) ([]byte, error) { return []byte("x"), nil }); err == nil || !strings.Contains(err.Error(), ".svg or .png") {
		t.Errorf("an ending nobody can write: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}
