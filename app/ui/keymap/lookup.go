package keymap

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// ForRune is the command of a typed character; its case does not matter.
func ForRune(where Place, r rune) (Command, bool) {
	r = unicode.ToLower(r)
	return find(where, func(s Stroke) bool { return s.Rune != 0 && s.Rune == r })
}

// ForKey is the command of a named key with modifiers.
func ForKey(where Place, key fyne.KeyName, mods fyne.KeyModifier) (Command, bool) {
	return find(where, func(s Stroke) bool { return s.Key != "" && s.Key == key && s.Mods == mods })
}

// ForShortcut is the command of a shortcut that Fyne hands to a focused widget, which for Ctrl+Z, Ctrl+Y
// and Ctrl+V are types of their own.
func ForShortcut(s fyne.Shortcut) (Command, bool) {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		return Undo, true
	case *fyne.ShortcutRedo:
		return Redo, true
	case *fyne.ShortcutPaste:
		return PasteFamily, true
	case *desktop.CustomShortcut:
		return ForKey(Everywhere, s.KeyName, s.Modifier)
	}
	return "", false
}

// Shortcuts lists what the window must register for the commands that work everywhere and need a
// modifier. Keys without one (F1, F8) reach the window through SetOnTypedKey and the focused widget.
func Shortcuts() map[Command][]fyne.Shortcut {
	shortcuts := map[Command][]fyne.Shortcut{}
	for _, b := range Table {
		for _, s := range b.strokes() {
			if b.Where == Everywhere && s.Mods != 0 {
				shortcuts[b.Command] = append(shortcuts[b.Command], &desktop.CustomShortcut{KeyName: s.Key, Modifier: s.Mods})
			}
		}
		switch b.Command {
		case Undo:
			shortcuts[Undo] = append(shortcuts[Undo], &fyne.ShortcutUndo{})
		case Redo:
			shortcuts[Redo] = append(shortcuts[Redo], &fyne.ShortcutRedo{})
		case PasteFamily:
			shortcuts[PasteFamily] = append(shortcuts[PasteFamily], &fyne.ShortcutPaste{})
		}
	}
	return shortcuts
}

// Hint is a key and what it does, in one word or two.
type Hint struct{ Key, Words string }

// Hints are the keys that the status bar shows for a place, in table order, those that work
// everywhere last.
func Hints(where Place) []Hint {
	var hints []Hint
	for _, place := range []Place{where, Everywhere} {
		for _, b := range Table {
			if b.Where == place && b.Short != "" {
				hints = append(hints, Hint{b.Label, b.Short})
			}
		}
		if where == Everywhere {
			break
		}
	}
	return hints
}

// Section is one part of the help page.
type Section struct {
	Where Place
	Keys  []Hint
}

// HelpPage is the whole table, place by place.
func HelpPage() []Section {
	sections := make([]Section, len(Places))
	for i, where := range Places {
		sections[i].Where = where
		for _, b := range Table {
			if b.Where == where {
				sections[i].Keys = append(sections[i].Keys, Hint{b.Label, b.Words})
			}
		}
	}
	return sections
}

// LabelOf is the key of a command as it is printed; "" for a command without a key.
func LabelOf(c Command) string {
	for _, b := range Table {
		if b.Command == c {
			return b.Label
		}
	}
	return ""
}

func (b Binding) strokes() []Stroke {
	return append([]Stroke{{b.Rune, b.Key, b.Mods}}, b.Also...)
}

func find(where Place, is func(Stroke) bool) (Command, bool) {
	for _, place := range []Place{where, Everywhere} {
		for _, b := range Table {
			if b.Where != place {
				continue
			}
			for _, s := range b.strokes() {
				if is(s) {
					return b.Command, true
				}
			}
		}
	}
	return "", false
}

// HintsOf are hints for a screen's own commands, each with what it does there in a word or two.
func HintsOf(words map[Command]string) []Hint {
	var hints []Hint
	for _, b := range Table {
		if said, ok := words[b.Command]; ok {
			hints = append(hints, Hint{b.Label, said})
		}
	}
	return hints
}
