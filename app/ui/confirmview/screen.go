// Package confirmview is the work list of confirmations: of one family, with what each answer would
// change of what the models say, and of all families, what waits for a reply.
package confirmview

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/fields"
	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree"
	"kindred/pedigree/confirm"
)

// Session is the open family as this screen needs it.
type Session interface {
	Confirmations() []clinic.Confirmation
	ConfirmationEffects(subject pedigree.ID, stop func() bool) []clinic.Confirmation
	SendRequest(c clinic.Confirmation, to string, sent, due pedigree.Date) error
	AnswerRequest(c clinic.Confirmation, outcome confirm.State, by string) error
}

// Params of New; all are required.
type Params struct {
	Session    Session
	Window     fyne.Window
	Today      func() pedigree.Date
	Changed    func()                 // a request was sent or answered
	Say        func(words string)     // what went wrong
	GoTo       func(pedigree.ID)      // shows a person on the pedigree
	Leave      func()                 // Escape: back to the pedigree
	Background func(work func())      // runs work that takes long
	Run        func(func())           // runs a function on the window's goroutine
	Explain    func(err error) string // an error in words
}

// Screen is the list of one family.
type Screen struct {
	Content fyne.CanvasObject

	p       Params
	subject pedigree.ID // whom the models are asked about
	about   string      // that person's name
	items   []clinic.Confirmation
	chosen  confirm.Fact
	picked  bool // the chosen fact was gone to; else it is the first, whichever that becomes

	count  *theme.Text
	aside  *theme.Text // whom the effects are about, or that they are being worked out
	column *fyne.Container
	rows   []*row
	scroll *container.Scroll
	keys   *fields.Keyed
	run    runs
}

// New makes the screen; Show fills it.
func New(p Params) *Screen {
	s := &Screen{p: p, count: theme.NewQuiet(""), aside: theme.NewQuiet("").Cutting(), column: theme.Column(6)}
	s.scroll = container.NewVScroll(s.column)
	s.keys = fields.NewKeyed(keymap.InConfirmations, s.scroll, s.Command)
	s.keys.OnFocus = s.mark
	head := theme.Column(4, theme.Ends(theme.NewTitle("Confirmations"), s.count), s.aside)
	s.Content = theme.NewPanel(theme.SurfaceGround, fyne.NewSize(theme.Gap, theme.Gap),
		theme.NewCard(container.NewBorder(theme.NewPanel(theme.SurfaceClear, fyne.NewSize(0, 4), head), nil, nil, nil, s.keys)))
	return s
}

// Hints are the keys of this screen.
func (s *Screen) Hints() []keymap.Hint { return keymap.Hints(keymap.InConfirmations) }

// Focus gives the keyboard to the list.
func (s *Screen) Focus(c fyne.Canvas) { c.Focus(s.keys) }

// Show lists the facts at once and then asks the models, in the background, what confirming or refuting
// each of them would change for a person, who is called so.
func (s *Screen) Show(subject pedigree.ID, called string) {
	s.subject, s.about = subject, called
	s.Reload()
}

// Leave stops the models and lets go of the list.
func (s *Screen) Leave() {
	s.run.next()
	s.picked = false
	s.fill(nil)
}

// Reload lists the facts anew after an edit. What is known of an effect is shown until the models have
// answered again.
func (s *Screen) Reload() {
	known := s.items
	items := s.p.Session.Confirmations()
	for i := range items {
		at := slices.IndexFunc(known, func(c clinic.Confirmation) bool { return c.Fact == items[i].Fact })
		if at >= 0 && !items[i].State.Settled() {
			items[i].Known, items[i].IfConfirmed, items[i].IfRefuted = known[at].Known, known[at].IfConfirmed, known[at].IfRefuted
		}
	}
	s.fill(items)
	s.aside.Set("Working out what each would change ...")
	mine, subject, session := s.run.next(), s.subject, s.p.Session
	s.p.Background(func() {
		items := session.ConfirmationEffects(subject, func() bool { return s.run.overtaken(mine) })
		s.p.Run(func() {
			if s.run.overtaken(mine) {
				return
			}
			s.fill(items)
			s.aside.Set("By what each would change of what the models say about " + s.about)
		})
	})
}

// fill shows the facts; the chosen one stays so while it is in the list, and nobody's choice is the first.
func (s *Screen) fill(items []clinic.Confirmation) {
	s.items, s.rows = items, nil
	s.column.RemoveAll()
	open := 0
	for i := range items {
		c := items[i]
		if !c.State.Settled() {
			open++
		}
		r := newRow(c, func() { s.choose(c.Fact) })
		s.rows = append(s.rows, r)
		s.column.Add(r)
	}
	s.count.Set(fmt.Sprintf("%d open, %d settled", open, len(items)-open))
	if len(items) == 0 {
		s.column.Add(theme.NewQuiet("Nothing to confirm: no diagnosis and no gene test is recorded in this family."))
	}
	if (s.at() < 0 || !s.picked) && len(items) > 0 {
		s.chosen = items[0].Fact
	}
	s.mark()
	s.column.Refresh()
	s.scroll.Refresh()
}

// at is where the chosen fact is in the list, -1 for nowhere.
func (s *Screen) at() int {
	return slices.IndexFunc(s.items, func(c clinic.Confirmation) bool { return c.Fact == s.chosen })
}

func (s *Screen) choose(fact confirm.Fact) {
	s.chosen, s.picked = fact, true
	s.mark()
	s.p.Window.Canvas().Focus(s.keys)
}

func (s *Screen) mark() {
	at := s.at()
	for i, r := range s.rows {
		if i == at {
			r.mark(s.keys.Chosen())
		} else {
			r.mark(theme.SurfaceClear)
		}
	}
}

// step goes along the list and keeps the chosen fact in sight.
func (s *Screen) step(by int) {
	next := s.at() + by
	if next < 0 || next >= len(s.rows) {
		return
	}
	s.chosen, s.picked = s.items[next].Fact, true
	s.mark()
	r, offset := s.rows[next], s.scroll.Offset
	top, bottom := r.Position().Y, r.Position().Y+r.Size().Height
	offset.Y = min(max(offset.Y, bottom-s.scroll.Size().Height), top)
	s.scroll.ScrollToOffset(offset)
}

// Command does what a key asks for.
func (s *Screen) Command(c keymap.Command) {
	switch c {
	case keymap.Leave:
		s.p.Leave()
		return
	case keymap.NextFact:
		s.step(1)
		return
	case keymap.FactBefore:
		s.step(-1)
		return
	}
	at := s.at()
	if at < 0 {
		return
	}
	fact := s.items[at]
	s.picked = true
	switch c {
	case keymap.GoToPerson:
		s.p.GoTo(fact.Person)
	case keymap.AskFor:
		s.askSent(fact)
	case keymap.Confirm:
		s.askAnswer(fact, confirm.Confirmed)
	case keymap.Refute:
		s.askAnswer(fact, confirm.Refuted)
	case keymap.NothingKept:
		s.askAnswer(fact, confirm.NotFound)
	}
}

// done follows an edit, or says why it was not made.
func (s *Screen) done(err error) {
	if err != nil {
		s.p.Say(s.p.Explain(err))
	}
	s.Reload()
	s.p.Changed()
}
