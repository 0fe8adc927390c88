package pedigreeview

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/entry"
	"kindred/pedigree/interview"
)

// entryLine is where a family history is typed as it is told. At each keystroke it says what the line
// means and shows it on the drawing; Enter makes it so. A line is about the selected person.
type entryLine struct {
	view  *View
	field *lineField
	box   *entryBox

	said     *entry.Statement // what the text means; nil of an empty line and of one that goes to somebody
	turn     turn             // what Tab and the arrows go through
	asking   bool             // Enter was pressed on a line that leaves a question open
	choosing bool             // answers or completions are shown, and the status bar explains how to choose
	trouble  string           // what went wrong with the last line, until something is typed

	sent     []*sentLine   // entered and not durable yet, the oldest first
	returned []typedLine   // taken back because they could not be saved
	resting  bool          // the text is that of the last line sent, on its way to the disk
	past     []typedLine   // of this session, the newest last; kept in memory only
	recalled int           // which of past is shown; len(past) for none
	before   []pedigree.ID // whom the line was about earlier
	newest   pedigree.ID   // whoever was entered last
	run      int           // counts the trials shown
	haunted  bool          // ghosts are on the drawing
	stood    vantage       // how the canvas looked at it before them
	left     vantage       // and since: another one is the user's own
}

// typedLine is a line and whom it was about.
type typedLine struct {
	text    string
	subject pedigree.ID
}

func newEntryLine(v *View) *entryLine {
	e := &entryLine{view: v, field: newLineField()}
	e.box = newEntryBox(e.field)
	e.field.OnChanged = func(string) { e.changed() }
	e.field.onKey, e.field.onRune, e.field.onShortcut = e.key, e.rune, e.shortcut
	e.field.onFocus = func(on bool) {
		e.box.setFocused(on)
		if on {
			v.atLine = true
			e.refresh()
		} else {
			e.exorcise()
		}
		v.hint()
	}
	return e
}

// subject is whom the line is about: whoever is selected, or will be once they are drawn.
func (e *entryLine) subject() pedigree.ID {
	f := e.view.p.Session.Family()
	for _, id := range []pedigree.ID{e.view.wanted, e.view.Selected()} {
		if id != "" && f.Individual(id) != nil {
			return id
		}
	}
	if s := f.Subject(); s != nil {
		return s.ID
	}
	return ""
}

// text is what is being typed: nothing while the field still shows a line that was entered.
func (e *entryLine) text() string {
	if e.resting {
		return ""
	}
	return strings.TrimSpace(e.field.Text)
}

// changed follows a change of the text that a key made.
func (e *entryLine) changed() {
	e.resting, e.asking, e.trouble = false, false, ""
	if !e.turn.shows(e.field.Text) {
		e.turn = turn{}
	}
	e.refresh()
}

// put shows another text and follows it.
func (e *entryLine) put(text string) {
	e.field.OnChanged = nil
	e.field.put(text)
	e.field.OnChanged = func(string) { e.changed() }
	e.changed()
}

// refresh says what the line means, and shows it on the drawing. It is called after every change of the
// text, the family or the selection.
func (e *entryLine) refresh() {
	f, subject := e.view.p.Session.Family(), e.subject()
	if e.view.audience.private {
		return
	}
	s := saying{
		subject: "of " + e.called(f, subject) + " ›", counts: countsOf(f),
		hint: example(f, subject), choices: e.turn.choices, at: e.turn.at, warning: e.trouble,
	}
	text := e.text()
	switch {
	case text == "":
		e.said = nil
		if !e.resting {
			e.exorcise()
		}
	case jumps(text):
		e.said = nil
		e.exorcise()
		s.sentence, s.asks = e.announce(f, text)
	default:
		e.said = entry.Parse(e.field.Text, f, subject)
		s.read(e.said)
		e.haunt()
	}
	if e.asking && e.said != nil && len(e.said.Asks) > 0 {
		s.decide(e.said.Asks[0])
	}
	if e.resting {
		s.sentence, s.waits = "saving…", true
	}
	e.box.show(s)
	if choosing := e.asking || len(e.turn.choices) > 0; choosing != e.choosing {
		e.choosing = choosing
		e.view.hint()
	}
}

// countsOf are the diagnoses on the two sides of the patient's family; "" while there are none.
func countsOf(f *pedigree.Family) string {
	patient := f.Subject()
	if patient == nil {
		return ""
	}
	counts := interview.Counts(f, patient.ID)
	if !slices.ContainsFunc(counts, func(c interview.SideCount) bool { return len(c.Sites) > 0 }) {
		return ""
	}
	return interview.CountsInWords(counts)
}

// called is how the line names whom it is about.
func (e *entryLine) called(f *pedigree.Family, id pedigree.ID) string {
	p := f.Individual(id)
	switch {
	case p == nil:
		return "nobody"
	case p.Name != "":
		return p.Name
	}
	if s := f.Subject(); s != nil {
		if s.ID == id {
			return "the patient"
		}
		if r := f.Relationship(s.ID, id); r.Words != "" {
			return "the " + r.Words
		}
	}
	return e.view.called(id)
}

// haunt shows on the drawing what the line would do.
func (e *entryLine) haunt() {
	if !e.field.focused {
		return
	}
	e.run++
	said := e.said
	e.view.artist.try(trial{run: e.run, apply: func(f *pedigree.Family, ids func() pedigree.ID) (entry.Applied, error) {
		return said.Apply(f, pedigree.Provenance{}, ids)
	}})
}

// appear puts a finished trial on the canvas, unless the line has changed since.
func (e *entryLine) appear(g ghosts) {
	if g.run != e.run {
		return
	}
	if g.scene == nil {
		e.exorcise()
		return
	}
	c := e.view.canvas
	if !e.haunted {
		e.haunted, e.stood = true, c.vantage()
	}
	c.Draw(g.scene)
	c.Reveal(g.entered)
	e.left = c.vantage()
	e.box.count(g.counts)
}

// exorcise takes the ghosts off the drawing, which is then seen as before them.
func (e *entryLine) exorcise() {
	e.run++ // one that is being drawn comes too late
	if c := e.view.canvas; e.haunted && e.view.shown.scene != nil {
		untouched := c.vantage() == e.left
		c.Draw(e.view.shown.scene)
		if untouched {
			c.returnTo(e.stood)
		}
	}
	e.haunted = false
}

// drawn follows a new picture of the family, which has no ghosts.
func (e *entryLine) drawn() {
	e.haunted = false
	e.refresh()
}

// show hides the line in the patient view, or brings it back.
func (e *entryLine) show(on bool) {
	set(e.box, on)
	if !on {
		e.exorcise()
	}
	e.view.foot.Refresh()
}

// focus gives the keyboard to the line; ok is false while it is in no window.
func (e *entryLine) focus() (ok bool) {
	c := fyne.CurrentApp().Driver().CanvasForObject(e.field)
	if c != nil && e.box.Visible() {
		c.Focus(e.field)
		return true
	}
	return false
}

// turnTo makes somebody the one whom the line is about.
func (e *entryLine) turnTo(id pedigree.ID) {
	now := e.subject()
	if id == "" || id == now {
		return
	}
	e.before = append(e.before, now)
	e.view.Select(id)
	e.refresh()
}

// say is one line in the status bar.
func (e *entryLine) say(words string) { e.view.status(describe.Capital(words)) }
