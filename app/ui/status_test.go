package ui

import (
	"testing"

	"kindred/app/ui/keymap"
)

func TestOtherKeysTakeThePlaceOfThoseThatNoLongerWorkAndNewsStays(t *testing.T) {
	d := newDesk(t, sampleStore(t))
	s := newStatusBar(func() float32 { return 1400 }, d.p.Later)
	s.hints(keymap.Hints(keymap.OnCanvas))
	s.say("Undone: edit name of Anna")
	s.work(keymap.Hints(keymap.InField))
	if got, want := len(s.keys.Objects), 2*len(keymap.Hints(keymap.InField)); got != want {
		t.Errorf("%d objects in the status bar, want the %d of a field", got, want)
	}
	if len(s.news.Objects) != 1 {
		t.Error("news was taken away by a change of keys")
	}
}
