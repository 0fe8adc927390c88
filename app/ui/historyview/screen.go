package historyview

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/amend"
	"kindred/pedigree/describe"
	"kindred/pedigree/interview"
)

// Params are what a Screen needs. Session is required; a callback that is nil is not called.
type Params struct {
	Session Session
	Subject func() pedigree.ID // whose history it is; nil or "" is the consultand, else the proband

	// Canvas is that of the window in which the screen is shown; nil asks Fyne, which knows it only once the
	// screen was drawn.
	Canvas func() fyne.Canvas

	Told      func() pedigree.Provenance // who writes down what is typed from a form, and when; nil is nobody
	OnChanged func()                     // the family was changed from here
	OnStatus  func(string)               // one line for the status bar: what was done, or what went wrong
	OnHints   func([]keymap.Hint)        // other keys work now
	Leave     func()                     // Escape in the table
}

// Screen is the History tab: counts by side, what to ask next, the table, and the person of the cell in
// a sentence; in its place for a while the numbers page or the questionnaire.
type Screen struct {
	Content fyne.CanvasObject

	p       Params
	grid    *grid
	history *interview.History
	gaps    []interview.Gap
	body    *fyne.Container // what is shown: the table or a page
	table   fyne.CanvasObject
	counts  *theme.Message
	ask     *theme.Text
	advice  *theme.Text // the missing fact that would change the risk first
	detail  *theme.Message
	copied  pedigree.ID // whose branch was remembered
	page    page        // nil while the table is shown
}

// page is what is shown in the place of the table.
type page interface {
	content() fyne.CanvasObject
	focus()
	hints() []keymap.Hint
	commit()                        // hand over what is being typed
	refused() (pedigree.ID, string) // what was typed about whom and cannot be so; "" for nothing
	reload()
}

// New makes the screen; Show fills it.
func New(p Params) *Screen {
	if p.Subject == nil {
		p.Subject = func() pedigree.ID { return "" }
	}
	s := &Screen{
		p: p, grid: newGrid(), body: container.NewStack(), counts: theme.NewMessage(textWidth), ask: theme.NewText("").Cutting(),
		detail: theme.NewMessage(textWidth), advice: theme.NewQuiet("").Cutting(),
	}
	if s.p.Canvas == nil {
		s.p.Canvas = func() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(s.Content) }
	}
	s.advice.Hide()
	s.grid.onCommand, s.grid.onMoved, s.grid.onCommit = s.Command, s.moved, s.commitCell
	s.grid.editable, s.grid.onTyped, s.grid.takeFocus = s.editable, s.typing, s.focusOn
	buttons := theme.Row(8)
	for _, b := range []struct {
		command keymap.Command
		words   string
	}{{keymap.AskNext, "Ask next"}, {keymap.Numbers, "Numbers"}, {keymap.Questionnaire, "Questionnaire"}} {
		buttons.Add(theme.NewButton(theme.Secondary, b.words+" · "+keymap.LabelOf(b.command), func() { s.Command(b.command) }))
	}
	head := theme.Column(6, theme.Ends(s.ask, buttons), s.advice, s.counts)
	foot := theme.Column(6, theme.NewRule(), s.detail)
	s.table = theme.NewCard(container.NewBorder(head, foot, nil, nil, s.grid))
	s.body.Objects = []fyne.CanvasObject{s.table}
	s.Content = theme.NewPanel(theme.SurfaceGround, fyne.NewSize(theme.Gap, theme.Gap), s.body)
	return s
}

// textWidth is the width of the running text over and under the table, device-independent pixels.
const textWidth = 1080

// Reload follows the family after it was changed here or elsewhere.
func (s *Screen) Reload() {
	s.history = interview.New(s.p.Session.Family(), s.p.Subject())
	s.gaps = s.history.Gaps()
	s.grid.show(s.history, s.gaps)
	s.counts.Set(theme.InkText, describe.Capital(interview.CountsInWords(interview.Counts(s.history.Family, s.history.Subject))))
	s.ask.Set(s.asking())
	s.moved()
	if s.page != nil {
		s.page.reload()
	}
	s.body.Refresh()
}

// Advise shows the missing fact that would change the risk first; "" for none. It says no number: the
// patient may see the table.
func (s *Screen) Advise(fact string) {
	if fact == "" {
		s.advice.Hide()
	} else {
		s.advice.Set("Would change the risk first: " + fact)
		s.advice.Show()
	}
	s.table.Refresh()
}

// asking says what to ask next, and how far the talk is.
func (s *Screen) asking() string {
	gaps := s.gaps
	if len(gaps) == 0 {
		return "Every question was asked."
	}
	about := 0
	for _, row := range s.history.Rows {
		if len(s.history.Needs(row.ID)) > 0 {
			about++
		}
	}
	f := s.history.Family
	return fmt.Sprintf("Ask next: %s: %s  (%d of %d relatives done)",
		describe.Capital(s.called(f, gaps[0].ID)), gaps[0].Words(), about-len(gaps), about)
}

// called is a person as a sentence of this screen names them: what they are to the patient, and the name.
func (s *Screen) called(f *pedigree.Family, id pedigree.ID) string {
	words := interview.Relation(f, s.history.Subject, id)
	if p := f.Individual(id); p != nil && p.Name != "" {
		words += " " + p.Name
	}
	return words
}

// moved says the person of the cell in a sentence.
func (s *Screen) moved() {
	words := ""
	if id := s.grid.person(); id != "" && s.history != nil {
		words = describe.Person(s.history.Family, id, s.history.Subject)
	}
	if n := len(s.grid.marked); n == 1 {
		words = "1 row marked: an edit holds for it. Esc takes the mark away."
	} else if n > 1 {
		words = fmt.Sprintf("%d rows marked: an edit holds for all of them. Esc takes the marks away.", n)
	}
	s.detail.Set(theme.InkQuiet, words)
}

// Selected is the person of the cell, "" for nobody.
func (s *Screen) Selected() pedigree.ID { return s.grid.person() }

// Select goes to a person's row.
func (s *Screen) Select(id pedigree.ID) { s.grid.goTo(id) }

// Focus gives the keyboard to the table, or to the page in its place.
func (s *Screen) Focus() {
	if s.page != nil {
		s.page.focus()
		return
	}
	s.grid.focus()
}

// focusOn gives the keyboard to an object of this screen, which may have come into it just now: Fyne
// does not know its canvas before it was drawn, and keys must not go on to what was shown before.
func (s *Screen) focusOn(o fyne.Focusable) {
	if c := s.p.Canvas(); c != nil {
		c.Focus(o)
	}
}

// Hints are the keys that the status bar should show.
func (s *Screen) Hints() []keymap.Hint {
	if s.page != nil {
		return s.page.hints()
	}
	return keymap.Hints(keymap.InHistory)
}

// Commit hands over what is being typed, before something else is shown.
func (s *Screen) Commit() {
	if s.page != nil {
		s.page.commit()
		return
	}
	s.grid.close()
}

// Leave hands over what is being typed before the family is closed. What cannot be so becomes a note: it
// must not be lost.
func (s *Screen) Leave() {
	s.Commit()
	id, typed := s.refused()
	if typed == "" {
		return
	}
	s.do("keep what was typed and not entered", func(f *pedigree.Family) error {
		amend.KeepTyped(f, id, typed)
		return nil
	})
}

func (s *Screen) refused() (pedigree.ID, string) {
	switch {
	case s.page != nil:
		return s.page.refused()
	case s.grid.editing && s.grid.editor.Text != s.grid.editor.before:
		return s.grid.person(), s.grid.editor.Text
	}
	return "", ""
}

// open shows a page in the place of the table; nil shows the table again.
func (s *Screen) open(p page) {
	s.page = p
	s.body.Objects = []fyne.CanvasObject{s.table}
	if p != nil {
		s.body.Objects = []fyne.CanvasObject{p.content()}
	} else {
		s.Reload()
	}
	s.body.Refresh()
	if s.p.OnHints != nil {
		s.p.OnHints(s.Hints())
	}
	s.Focus()
}

func (s *Screen) status(words string) {
	if s.p.OnStatus != nil {
		s.p.OnStatus(describe.Capital(words))
	}
}

// do carries out an edit under a reason; an error is shown and changes nothing.
func (s *Screen) do(reason string, edit func(*pedigree.Family) error) bool {
	if err := s.p.Session.Do(reason, edit); err != nil {
		s.status(err.Error())
		return false
	}
	s.changed()
	return true
}

// changed follows an edit that was made here.
func (s *Screen) changed() {
	s.Reload()
	if s.p.OnChanged != nil {
		s.p.OnChanged()
	}
}

func (s *Screen) told() pedigree.Provenance {
	if s.p.Told == nil {
		return pedigree.Provenance{}
	}
	return s.p.Told()
}
