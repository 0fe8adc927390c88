package keymap

import (
	"strings"

	"fyne.io/fyne/v2"
)

// PassKey hands a key that works everywhere and that a focused widget has no use for (F1, F8) to the
// window's own handler, and reports whether it did: Fyne gives a key to the focused widget alone.
func PassKey(o fyne.CanvasObject, k *fyne.KeyEvent) bool {
	if _, ok := ForKey(Everywhere, k.Name, 0); !ok {
		return false
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(k)
		return true
	}
	return false
}

// PassShortcut does the same for a shortcut (Ctrl+L, Ctrl+1), which Fyne gives to a focused entry
// alone. Undo, redo and Ctrl+V stay with the entry: there they are about the typing.
func PassShortcut(o fyne.CanvasObject, s fyne.Shortcut) bool {
	command, ok := ForShortcut(s)
	if _, paste := s.(*fyne.ShortcutPaste); !ok || paste || command == Undo || command == Redo {
		return false
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if window, ok := c.(interface{ TypedShortcut(fyne.Shortcut) }); ok {
		window.TypedShortcut(s)
		return true
	}
	return false
}

// PastesLines reports the pasting of several lines, which a field of one line cannot take: it may be a
// family.
func PastesLines(s fyne.Shortcut) bool {
	paste, ok := s.(*fyne.ShortcutPaste)
	return ok && paste.Clipboard != nil && strings.Contains(strings.TrimSpace(paste.Clipboard.Content()), "\n")
}
