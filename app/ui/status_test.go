package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
)

func TestOtherKeysTakeThePlaceOfThoseThatNoLongerWorkAndNewsStays(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	s := newStatusBar(func() float32 { return 1400 }, d.p.Later)
	s.hints(keymap.Hints(keymap.OnCanvas))
	s.say("Undone: edit name of Anna")
	s.work(keymap.Hints(keymap.InField))
	if got, want := len(s.keys.Objects), len(keymap.Hints(keymap.InField)); got != want {
		t.Errorf("%d objects in the status bar, want the %d of a field", got, want)
	}
	if len(s.news.Objects) != 1 {
		t.Error("news was taken away by a change of keys")
	}
}

func TestANarrowWindowShowsTheFirstKeysAndIsNotMadeWiderByTheOthers(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	s := newStatusBar(func() float32 { return 600 }, d.p.Later)
	s.hints(keymap.Hints(keymap.OnCanvas))
	if width := s.content.MinSize().Width; width > 100 {
		t.Errorf("the bar asks for a width of %v", width)
	}
	s.content.Resize(fyne.NewSize(600, 40))
	first, last := s.keys.Objects[0], s.keys.Objects[len(s.keys.Objects)-1]
	if !first.Visible() || last.Visible() {
		t.Errorf("the first key shows: %v; the last: %v", first.Visible(), last.Visible())
	}
	s.content.Resize(fyne.NewSize(4000, 40))
	if !last.Visible() {
		t.Error("with room for all the last key does not show")
	}
}
