package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
)

const pastedTable = "Relation\tName\tAge\tCancer\tAge at diagnosis\nSelf\tPriya\t41\t\t\nMaternal aunt\tMeera\t66\tbreast\t49\n"

func TestATablePastedOnTheFamiliesListIsPreviewedAndImported(t *testing.T) {
	d := unlockedDesk(t)
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent(pastedTable)
	d.entry("Search by").TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	d.until("the preview is open", func() bool { return d.window.Canvas().Overlays().Top() != nil })
	if words := d.texts(); !strings.Contains(words, "Meera") || !strings.Contains(words, "Import as a new family") {
		t.Fatalf("the preview says %q", words)
	}
	_ = keymap.PasteFamily
}
