package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
)

// statusBar shows the keys that work here now, as many as there is room for, in their place for a while one piece of news, and what
// is saved.
type statusBar struct {
	content fyne.CanvasObject
	keys    *fyne.Container
	news    *fyne.Container
	right   *theme.Text
	counted *fyne.Container

	width func() float32 // of the whole bar, device-independent pixels
	later func(time.Duration, func())
	said  int // counts the news, so that only the last is taken away
}

// newsStays is how long news takes the place of the keys.
const newsStays = 8 * time.Second

func newStatusBar(width func() float32, later func(time.Duration, func())) *statusBar {
	s := &statusBar{keys: theme.Fitting(5), news: theme.Column(2), right: theme.NewQuiet("").Trailing(), width: width, later: later}
	s.counted = theme.Row(0, s.right)
	s.content = theme.NewPanel(theme.SurfaceBar, fyne.NewSize(20, 6), theme.Ends(container.NewStack(s.keys, s.news), s.counted))
	return s
}

// hints shows the keys of a screen.
func (s *statusBar) hints(hints []keymap.Hint) {
	s.work(hints)
	s.warn("")
}

// work puts other keys in the place of those that no longer work. News stays.
func (s *statusBar) work(hints []keymap.Hint) {
	s.keys.RemoveAll()
	for _, h := range hints {
		s.keys.Add(theme.Row(5, theme.NewPanel(theme.SurfaceInput, fyne.NewSize(5, 0), theme.NewSmall(h.Key)), theme.NewSmall(h.Words)))
	}
	s.content.Refresh()
}

// say shows news for a while: what was done.
func (s *statusBar) say(words string) {
	s.warn(words)
	said := s.said
	s.later(newsStays, func() {
		if said == s.said {
			s.warn("")
		}
	})
}

// warn shows news that stays until the next, on as many lines as it needs: what went wrong, and what
// to do.
func (s *statusBar) warn(words string) {
	s.said++
	s.news.RemoveAll()
	room := s.width() - 60 - s.right.MinSize().Width
	for _, line := range theme.Wrap(words, max(200, room), theme.Body) {
		s.news.Add(theme.NewText(line))
	}
	if words == "" {
		s.keys.Show()
	} else {
		s.keys.Hide()
	}
	s.content.Refresh()
}

// state shows how many people there are and whether they are saved.
func (s *statusBar) state(people, saved string) {
	words := people + " · " + saved
	grown := len(words) != len(s.right.String)
	s.right.Set(words)
	if grown {
		s.content.Refresh()
	}
}

// hidden takes away everything that counts, for the patient view.
func (s *statusBar) hidden(on bool) {
	s.warn("")
	if on {
		s.keys.Hide()
		s.counted.Hide()
	} else {
		s.keys.Show()
		s.counted.Show()
	}
	s.content.Refresh()
}
