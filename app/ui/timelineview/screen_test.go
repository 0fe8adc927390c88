package timelineview

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/casefile"
	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/draw"
)

// past is a family of which Anna was renamed twice and the second undone, on a screen that draws when
// the test says so.
type past struct {
	*Screen
	file    *casefile.File
	waiting []func()
	drawn   *draw.Scene
	looked  []keymap.Command
	left    bool
}

func (p *past) History() *casefile.History { return p.file.History() }
func (p *past) Device() record.DeviceID    { return "aaaa1111" }
func (p *past) Style() draw.Style          { return draw.Style{} }

func newPast(t *testing.T) *past {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	clock := time.Date(2026, 11, 21, 12, 40, 0, 0, time.UTC)
	file, _, err := casefile.Import(casefile.OpenParams{
		Family: "000102030405060708090a0b0c0d0e0f", Device: "aaaa1111", Author: "A Counsellor", Role: "genetic counsellor",
		Clock: func() time.Time { clock = clock.Add(time.Minute); return clock },
	}, "referral form", &pedigree.Family{Individuals: []pedigree.Individual{{ID: "1", Name: "Anna", Proband: true}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Annabel", "Annalise"} {
		if _, err := file.Do("edit name", func(f *pedigree.Family) error { f.Individuals[0].Name = name; return nil }); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := file.Undo(); err != nil {
		t.Fatal(err)
	}
	p := &past{file: file}
	p.Screen = New(Params{
		Session:    p,
		Canvas:     Canvas{Object: canvas.NewRectangle(nil), Draw: func(s *draw.Scene) { p.drawn = s }, Look: func(c keymap.Command) { p.looked = append(p.looked, c) }},
		Leave:      func() { p.left = true },
		Background: func(work func()) { p.waiting = append(p.waiting, work) }, Run: func(f func()) { f() },
	})
	window := test.NewTempWindow(t, p.Content)
	window.Resize(fyne.NewSize(1200, 700))
	p.Show()
	p.work()
	return p
}

// work does what waits in the background, and what that asks for.
func (p *past) work() {
	for len(p.waiting) > 0 {
		next := p.waiting[0]
		p.waiting = p.waiting[1:]
		next()
	}
}

// draws reports whether a word stands in the picture.
func (p *past) draws(word string) bool {
	for _, e := range p.drawn.Elements {
		if text, ok := e.Shape.(draw.Text); ok && strings.HasPrefix(text.String, word) {
			return true
		}
	}
	return false
}

func TestEachStepShowsThePedigreeAsItWasThen(t *testing.T) {
	p := newPast(t)
	for _, step := range []struct {
		command      keymap.Command
		name, banner string
	}{
		{"", "Annabel", "As it stands now."},
		{keymap.EarlierState, "Annalise", "12:43"},
		{keymap.EarlierState, "Annabel", "12:42"},
		{keymap.EarlierState, "Anna", "12:41"},
		{keymap.EarlierState, "Anna", "12:41"}, // there is none before
		{keymap.LaterState, "Annabel", "12:42"},
		{keymap.FirstState, "Anna", "12:41"},
		{keymap.LastState, "Annabel", "As it stands now."},
		{keymap.MuchEarlier, "Anna", "12:41"},
		{keymap.MuchLater, "Annabel", "As it stands now."},
	} {
		if step.command != "" {
			p.Command(step.command)
			p.work()
		}
		others := 0
		for _, name := range []string{"Annabel", "Annalise"} {
			if p.draws(name) != (name == step.name) {
				others++
			}
		}
		if others > 0 || !p.draws("Anna") {
			t.Errorf("%s: not %s is drawn", step.command, step.name)
		}
		if banner := p.banner.Words; !strings.Contains(banner, clockOf(step.banner)) {
			t.Errorf("%s: the banner says %q, want %q", step.command, banner, step.banner)
		}
	}
	if p.file.Family().Individuals[0].Name != "Annabel" {
		t.Error("looking back changed the family")
	}
}

// clockOf is a time of the day in UTC as this computer's clock shows it; other words stay.
func clockOf(words string) string {
	at, err := time.Parse("15:04", words)
	if err != nil {
		return words
	}
	return time.Date(2026, 11, 21, at.Hour(), at.Minute(), 0, 0, time.UTC).Local().Format("15:04")
}

func TestOfSeveralStepsThatWaitOnlyTheNewestIsDrawn(t *testing.T) {
	p := newPast(t)
	for range 3 {
		p.Command(keymap.EarlierState)
	}
	if len(p.waiting) != 1 {
		t.Fatalf("%d pictures wait", len(p.waiting))
	}
	before := p.drawn
	next := p.waiting[0]
	p.waiting = nil
	next()
	if p.drawn != before {
		t.Error("a step that was passed over is drawn")
	}
	p.work()
	if p.draws("Annabel") || p.draws("Annalise") || !p.draws("Anna") {
		t.Error("the newest is not drawn")
	}
}

func TestLeavingTakesTheFamilyOffTheScreen(t *testing.T) {
	p := newPast(t)
	p.Command(keymap.EarlierState)
	p.Leave()
	p.work()
	if len(p.drawn.Elements) > 0 || len(p.moments) > 0 {
		t.Error("the family is still there")
	}
	p.Command(keymap.EarlierState)
	p.Command(keymap.Leave)
	if !p.left {
		t.Error("Escape does not leave")
	}
}

func TestZoomGoesToThePicture(t *testing.T) {
	p := newPast(t)
	p.Command(keymap.ZoomIn)
	p.Command(keymap.Fit)
	if len(p.looked) != 2 || p.looked[0] != keymap.ZoomIn || p.looked[1] != keymap.Fit {
		t.Errorf("the picture was asked for %v", p.looked)
	}
}

func TestAStepSaysWhoDidItWhenAndWhere(t *testing.T) {
	m := casefile.Moment{At: time.Date(2026, 11, 21, 12, 41, 0, 0, time.Local), Author: "A Counsellor", Role: "genetic counsellor", Device: "aaaa1111", Happened: "2026-11-02"}
	if got, want := whenWords(m), "21 Nov 2026 12:41 · happened 2 November 2026"; got != want {
		t.Errorf("when: %q, want %q", got, want)
	}
	for here, want := range map[record.DeviceID]string{
		"aaaa1111": "A Counsellor, genetic counsellor · this laptop", "bbbb2222": "A Counsellor, genetic counsellor · device aaaa11",
	} {
		if got := whoWords(m, here); got != want {
			t.Errorf("who: %q, want %q", got, want)
		}
	}
	if got := whoWords(casefile.Moment{Device: "aaaa1111"}, "aaaa1111"); got != "nobody named · this laptop" {
		t.Errorf("nobody: %q", got)
	}
}
