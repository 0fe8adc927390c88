package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
)

func TestDbg(t *testing.T) {
	d := unlockedDesk(t)
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent(pastedTable)
	fmt.Println("SHORTCUTS", keymap.Shortcuts()[keymap.PasteFamily])
	fmt.Println(keymap.PassLines(d.entry("Search by"), &fyne.ShortcutPaste{Clipboard: clipboard}), len(d.queue), d.reading)
	fmt.Printf("%q\n", clipboard.Content())
	c := fyne.CurrentApp().Driver().CanvasForObject(d.entry("Search by"))
	_, has := c.(interface{ TypedShortcut(fyne.Shortcut) })
	fmt.Printf("%T %v\n", c, has)
	d.command(keymap.PasteFamily)
	fmt.Println(len(d.queue), d.reading, d.shows("Meera"))
}
