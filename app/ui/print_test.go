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
	if !d.shows("1 page of A4") || !d.shows("Text prints at") || !d.shows("Nomenclature: UK 2023") || !d.shows("page says SAMPLE and EVALUATION") {
		t.Fatalf("the preview shows %q", d.texts())
	}
	for _, step := range []struct {
		key  rune
		want string
	}{
		{'p', "page of A3"},
		{'p', "page of A4"},
		{'o', "portrait"},
		{'o', "landscape"},
		{'t', "On one page"},
		{'t', "Full size"},
		{'a', "In bands of ten years"},
		{'c', "In a letter, no names"},
		{'c', "Anonymised"},
		{'c', "Not for patients or relatives"},
		{'C', "Full, for this patient"},
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

func TestAFileThatIsReadyOnlyAfterTheLockIsNeitherWrittenNorOpened(t *testing.T) {
	d := openPreview(t, "G10481")
	d.ctrl(fyne.KeyP)
	d.ctrl(fyne.KeyL)
	d.until("what was on its way has come", func() bool { return len(d.queue) == 0 })
	if left, err := os.ReadDir(clinic.PrintFolder(d.p.Dir)); len(left) != 0 || len(d.opened) != 0 {
		t.Errorf("behind the lock screen %v is opened and %v left, %v", d.opened, left, err)
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

func TestASavedFileIsWholePrivateInTheAuditAndNeverReplacesAnotherUnasked(t *testing.T) {
	d := openPreview(t, "G10481")
	dir := t.TempDir()
	save := func(key rune, path string) {
		t.Helper()
		d.typed(key)
		entry := d.entry("Folder and name")
		entry.SetText(path)
		d.key(fyne.KeyReturn)
	}
	file := func(name string) string { return filepath.Join(dir, name) }

	save('s', file("family.docx"))
	if !d.shows("The name must end in .pdf.") {
		t.Fatalf("an ending nobody can write: %q", d.texts())
	}
	d.key(fyne.KeyEscape)
	save('s', filepath.Join(dir, "no such folder", "family.pdf"))
	if !d.shows("There is no folder") {
		t.Fatalf("a folder that is not there: %q", d.texts())
	}
	d.key(fyne.KeyEscape)
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Fatalf("left behind: %v", left)
	}

	for _, tt := range []struct {
		key         rune
		name, begin string
		why         string
	}{
		{'s', "family.pdf", "%PDF", "pedigree, full copy, 1 page, pdf"},
		{'g', "family.svg", "<", "pedigree, full copy, picture, svg"},
		{'g', "family.PNG", "\x89PNG", "pedigree, full copy, picture, png"},
	} {
		save(tt.key, file(tt.name))
		d.until(tt.name+" is saved", func() bool { return d.shows("Saved as") })
		data, err := os.ReadFile(file(tt.name))
		if err != nil || !bytes.HasPrefix(data, []byte(tt.begin)) {
			t.Errorf("%s: %v, begins %q", tt.name, err, data[:min(8, len(data))])
		}
		if info, err := os.Stat(file(tt.name)); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", tt.name, info.Mode(), err)
		}
		if last := d.lastAudit("export"); last.Why != tt.why {
			t.Errorf("the audit says %q", last.Why)
		}
	}

	if err := os.WriteFile(file("mine.pdf"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	save('s', file("mine.pdf"))
	if data, _ := os.ReadFile(file("mine.pdf")); string(data) != "mine" || !d.shows("There is a file of that name") {
		t.Fatalf("replaced unasked: %q", d.texts())
	}
	d.key(fyne.KeyReturn)
	d.until("it is replaced", func() bool { return d.shows("Saved as") })
	if data, _ := os.ReadFile(file("mine.pdf")); !bytes.HasPrefix(data, []byte("%PDF")) {
		t.Errorf("asked twice, and not replaced: %q", data)
	}
}

func TestTheExportWritesTheFamilysDataAndNoDrawing(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10481")
	path := filepath.Join(t.TempDir(), "family.json")
	d.press("Export…")
	d.entry("Folder and name").SetText(path)
	d.key(fyne.KeyReturn)
	d.until("it is saved", func() bool { return d.shows("Saved as") })
	if data, err := os.ReadFile(path); err != nil || !bytes.Contains(data, []byte("kindred-family")) {
		t.Errorf("exported %.40q, %v", data, err)
	}
	d.press("Export…")
	d.entry("Folder and name").SetText(strings.TrimSuffix(path, "json") + "pdf")
	d.key(fyne.KeyReturn)
	if !d.shows("must end in .json or .canrisk or .ped") {
		t.Errorf("a drawing by the data's way out: %q", d.texts())
	}
}
