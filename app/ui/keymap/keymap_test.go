package keymap

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestNoKeyDoesTwoThingsInOnePlace(t *testing.T) {
	type at struct {
		where Place
		key   Stroke
	}
	seen := map[at]Command{}
	for _, b := range Table {
		for _, s := range b.strokes() {
			places := []Place{b.Where}
			if b.Where == Everywhere {
				places = Places
			}
			for _, where := range places {
				if other, twice := seen[at{where, s}]; twice {
					t.Errorf("%s: %s is both %q and %q", where, b.Label, other, b.Command)
				}
				seen[at{where, s}] = b.Command
			}
		}
	}
}

func TestEveryRowSaysWhatItDoesAndHasAKey(t *testing.T) {
	for _, b := range Table {
		if b.Label == "" || b.Words == "" || b.Where == "" {
			t.Errorf("%q lacks a label, words or a place", b.Command)
		}
		for _, s := range b.strokes() {
			if (s.Rune == 0) == (s.Key == "") {
				t.Errorf("%q must be either a character or a named key: %+v", b.Command, s)
			}
		}
	}
}

func TestALetterMeansTheSameRelativeInEitherCase(t *testing.T) {
	for r, want := range map[rune]Command{'m': AddMother, 'M': AddMother, 'n': AddSon, 'N': AddSon, '+': ZoomIn, '=': ZoomIn, '0': Fit} {
		if got, ok := ForRune(OnCanvas, r); !ok || got != want {
			t.Errorf("%q: got %q, want %q", r, got, want)
		}
	}
	if got, ok := ForRune(InField, 'm'); ok {
		t.Errorf("a letter in a field is text, not %q", got)
	}
}

func TestUndoAndRedoAreFoundHoweverTheToolkitSendsThem(t *testing.T) {
	for _, tt := range []struct {
		shortcut fyne.Shortcut
		want     Command
	}{
		{&fyne.ShortcutUndo{}, Undo},
		{&fyne.ShortcutRedo{}, Redo},
		{&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierControl}, Undo},
		{&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}, Redo},
		{&desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: fyne.KeyModifierControl}, Lock},
	} {
		if got, ok := ForShortcut(tt.shortcut); !ok || got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.shortcut.ShortcutName(), got, tt.want)
		}
	}
	if _, ok := ForShortcut(&fyne.ShortcutCopy{}); ok {
		t.Error("copy belongs to the focused field")
	}
}

func TestHelpPrintsTheWholeTableOnce(t *testing.T) {
	printed := 0
	for _, s := range HelpPage() {
		printed += len(s.Keys)
	}
	if printed != len(Table) {
		t.Errorf("help prints %d keys, the table has %d", printed, len(Table))
	}
}

func TestHintsBeginWithTheKeysOfThePlace(t *testing.T) {
	hints := Hints(OnCanvas)
	if len(hints) == 0 || hints[0] != (Hint{"M", "mother"}) {
		t.Fatalf("hints on the canvas begin with %v", hints[:1])
	}
	if last := hints[len(hints)-1]; last.Words != "patient view" {
		t.Errorf("the last hint is %v, want the patient view", last)
	}
}
