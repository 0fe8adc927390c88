package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"kindred/app/ui/keymap"
)

const pastedTable = "Relation\tName\tAge\tCancer\tAge at diagnosis\nSelf\tPriya\t41\t\t\nMaternal aunt\tMeera\t66\tbreast\t49\n"

func (d *desk) untilDialog() {
	d.t.Helper()
	d.until("a dialog is open", func() bool { return d.window.Canvas().Overlays().Top() != nil })
}

func TestATablePastedOnTheFamiliesListIsPreviewedAndImported(t *testing.T) {
	d := unlockedDesk(t)
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent(pastedTable)
	d.entry("Search by").TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	d.untilDialog()
	if !d.shows("Maternal aunt Meera, 66, breast cancer at 49 (reported).") {
		t.Fatalf("the preview says %q", d.texts())
	}
	d.press("Import as a new family")
	d.until("the family is open", func() bool { return d.family != nil })
	if n := len(d.family.session.Family().Individuals); n < 3 {
		t.Errorf("%d people were imported", n)
	}
}

func TestEscapeInThePreviewImportsNothing(t *testing.T) {
	d := unlockedDesk(t)
	fyne.CurrentApp().Clipboard().SetContent(pastedTable)
	d.command(keymap.PasteFamily)
	d.untilDialog()
	d.key(fyne.KeyEscape)
	list, err := d.clinic.List("")
	if err != nil || len(list) != 3 || d.window.Canvas().Overlays().Top() != nil {
		t.Errorf("%d families after Escape: %v", len(list), err)
	}
}

func TestAFileDroppedOnAFamilyGoesIntoItAsOneEdit(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10481")
	before := len(d.family.session.Family().Individuals)
	who := d.family.called(d.family.joinAt())
	path := filepath.Join(t.TempDir(), "history.csv")
	text := strings.ReplaceAll(strings.Replace(pastedTable, "Priya", who, 1), "\t", ",")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	d.dropped([]fyne.URI{storage.NewFileURI(path)})
	d.untilDialog()
	d.press("Add to ")
	d.until("the aunt is there", func() bool { return len(d.family.session.Family().Individuals) == before+1 })
	if reason, ok := d.family.session.CanUndo(); !ok || reason != "import history.csv" {
		t.Errorf("undo would take back %q", reason)
	}
	if _, err := d.family.session.Undo(); err != nil || len(d.family.session.Family().Individuals) != before {
		t.Errorf("after undo %d people, not %d: %v", len(d.family.session.Family().Individuals), before, err)
	}
}

func TestWhatIsNoFamilyIsRefusedInWords(t *testing.T) {
	d := unlockedDesk(t)
	fyne.CurrentApp().Clipboard().SetContent("shopping:\nmilk\nbread\n")
	d.command(keymap.PasteFamily)
	d.untilDialog()
	if !d.shows("Nothing was imported") {
		t.Errorf("the window says %q", d.texts())
	}
}

func TestTheCopiedHistoryIsClearedOnLockUnlessSomethingElseIsThere(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10481")
	clipboard := fyne.CurrentApp().Clipboard()
	d.command(keymap.CopyHistory)
	if !strings.Contains(clipboard.Content(), "Rachel") || !d.shows("cleared from the clipboard") {
		t.Fatalf("copied: %q", clipboard.Content())
	}
	log, err := d.clinic.Store().AuditLog()
	if err != nil || log[len(log)-1].What != "export" {
		t.Errorf("the audit does not end with the export: %v", err)
	}
	d.command(keymap.Lock)
	if clipboard.Content() != "" {
		t.Error("the history is still on the clipboard of a locked laptop")
	}
	d.unlock("sample clinic")
	d.openFamilyNamed("G10481")
	d.command(keymap.CopyHistory)
	clipboard.SetContent("a telephone number")
	d.command(keymap.Lock)
	if clipboard.Content() != "a telephone number" {
		t.Error("locking cleared what was not ours")
	}
}

func TestNothingIsCopiedOrImportedWhileThePatientLooksOn(t *testing.T) {
	d := unlockedDesk(t)
	d.openFamilyNamed("G10481")
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent(pastedTable)
	d.command(keymap.PatientView)
	d.command(keymap.CopyHistory)
	d.command(keymap.PasteFamily)
	d.dropped([]fyne.URI{storage.NewFileURI("/nowhere")})
	if clipboard.Content() != pastedTable || d.window.Canvas().Overlays().Top() != nil {
		t.Error("the patient view copies or imports")
	}
}

func TestWhatIsStillBeingReadIsNotShownToThePatientNorInAnotherFamily(t *testing.T) {
	for name, meanwhile := range map[string]func(*desk){
		"the patient looks on":       func(d *desk) { d.command(keymap.PatientView) },
		"another family was opened":  func(d *desk) { d.command(keymap.OpenFamilies); d.openFamilyNamed("G10482") },
		"it was locked and unlocked": func(d *desk) { d.command(keymap.Lock); d.unlock("sample clinic") },
	} {
		d := unlockedDesk(t)
		d.openFamilyNamed("G10481")
		d.preview("history.tsv", func() ([]byte, error) { return []byte(pastedTable), nil })
		meanwhile(d)
		d.until("all that was read has come", func() bool { return len(d.queue) == 0 })
		if d.window.Canvas().Overlays().Top() != nil {
			t.Errorf("%s, and the window says %q", name, d.texts())
		}
	}
}

func TestTheBlankSheetIsPrintedLikeAnyOther(t *testing.T) {
	d := unlockedDesk(t)
	d.command(keymap.BlankSheet)
	d.until("the viewer has it", func() bool { return len(d.opened) == 1 })
	data, err := os.ReadFile(d.opened[0])
	if err != nil || !strings.HasPrefix(string(data), "%PDF") {
		t.Errorf("printed: %v", err)
	}
}
