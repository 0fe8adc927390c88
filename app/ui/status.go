package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
)

// statusBar shows the keys that work here now, one line of news, and what is saved.
type statusBar struct {
	content fyne.CanvasObject
	keys    *fyne.Container
	news    *theme.Text
	right   *theme.Text
	counted *fyne.Container
}

func newStatusBar() *statusBar {
	s := &statusBar{keys: theme.Row(5), news: theme.NewBold("").Cutting(), right: theme.NewQuiet("").Trailing()}
	s.counted = theme.Row(0, s.right)
	s.content = theme.NewPanel(theme.SurfaceBar, fyne.NewSize(20, 6), theme.Ends(container.NewStack(s.keys, s.news), s.counted))
	return s
}

// hints shows the keys of a screen.
func (s *statusBar) hints(hints []keymap.Hint) {
	s.keys.RemoveAll()
	for _, h := range hints {
		s.keys.Add(theme.NewPanel(theme.SurfaceInput, fyne.NewSize(5, 0), theme.NewSmall(h.Key)))
		s.keys.Add(theme.NewSmall(h.Words))
	}
	s.say("")
}

// say shows one line of news; the keys make room for it.
func (s *statusBar) say(words string) {
	s.news.Set(words)
	if words == "" {
		s.keys.Show()
	} else {
		s.keys.Hide()
	}
	s.content.Refresh()
}

// state shows how many people there are and whether they are saved.
func (s *statusBar) state(people, saved string) { s.right.Set(people + " · " + saved) }

// hidden takes away everything that counts, for the patient view.
func (s *statusBar) hidden(on bool) {
	s.say("")
	if on {
		s.keys.Hide()
		s.counted.Hide()
	} else {
		s.keys.Show()
		s.counted.Show()
	}
	s.content.Refresh()
}
