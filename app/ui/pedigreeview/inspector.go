package pedigreeview

import (
	"slices"

	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
	"kindred/pedigree"
)

// inspector is the card about the selected person: the facts, or the form that edits them.
type inspector struct {
	view    *View
	card    *theme.Panel
	person  pedigree.ID
	form    *form
	opened  map[string]bool // sections that are unfolded, kept from person to person
	summary []Fact          // what the card shows, to redraw it only when that differs
	heading string
	warning []pedigree.Finding
	pinned  bool
	twice   bool // has two symbols
	looped  bool // could have
	private bool // the summary was made for the patient view
}

func newInspector(v *View) *inspector {
	return &inspector{
		view: v, card: theme.NewCard(theme.NewQuiet("Nobody is selected.")),
		opened: map[string]bool{sectionPerson: true, sectionLife: true},
	}
}

// show is called for another person, and again whenever the family has changed.
func (i *inspector) show(id pedigree.ID) {
	f := i.view.family()
	p := f.Individual(id)
	another := id != i.person
	i.person = id
	switch {
	case p == nil:
		i.form, i.heading = nil, ""
		i.card.SetContent(theme.NewQuiet("Nobody is selected."))
	case i.form != nil && another:
		i.startForm()
	case i.form != nil:
		i.form.refresh(f)
	default:
		i.showSummary(f, p, another)
	}
}

// edit opens the form with the keyboard in its first field.
func (i *inspector) edit() {
	if i.view.audience.private {
		i.view.status("Leave the patient view (F8) to edit: the form shows everything that is recorded.")
		return
	}
	if i.view.family().Individual(i.person) == nil {
		return
	}
	if i.form == nil {
		i.startForm()
	}
	i.form.focusFirst()
}

// editIn opens the form with the keyboard in the first field of a section, which is unfolded.
func (i *inspector) editIn(title string) {
	i.opened[title] = true
	i.form = nil // built anew, with the section open
	i.edit()
	if i.form == nil {
		return
	}
	for _, s := range i.form.sections {
		if s.plan.title == title {
			i.form.focus(s.head)
			if c := fyne.CurrentApp().Driver().CanvasForObject(i.view.canvas); c != nil {
				c.FocusNext()
			}
		}
	}
}

// leave closes the form; what was typed has been committed by the fields.
func (i *inspector) leave() {
	if i.form == nil {
		return
	}
	i.form = nil
	i.heading = ""
	i.show(i.person)
	// The short card that takes the form's place would stand above what the column shows.
	i.view.scroll.ScrollToTop()
	i.view.side.Refresh()
}

// back is Escape in the form: the keyboard goes back to the canvas, which commits the field.
func (i *inspector) back() {
	i.view.Focus()
	i.leave()
}

func (i *inspector) startForm() {
	i.form = newForm(i.view, i.person, i.opened)
	i.card.SetContent(i.form.content)
}

// title is "Anna SAMPLE · III-1".
func (i *inspector) title(p *pedigree.Individual) string {
	if n := i.view.numbers[p.ID]; n != "" {
		return nameOf(p) + " · " + n
	}
	return nameOf(p)
}

func (i *inspector) showSummary(f *pedigree.Family, p *pedigree.Individual, another bool) {
	facts, heading, findings := FactsOf(f, p.ID), i.title(p), i.view.findingsAbout(p.ID)
	twice := isDrawnTwice(i.view.shown.layout, p.ID)
	looped := twice || isInLoop(f, p.ID)
	same := !another && heading == i.heading && slices.Equal(facts, i.summary) && i.pinned == (p.Pin != nil) && i.private == i.view.audience.private &&
		i.twice == twice && i.looped == looped &&
		slices.EqualFunc(findings, i.warning, func(a, b pedigree.Finding) bool { return a.Message == b.Message })
	if same {
		return
	}
	i.heading, i.summary, i.warning = heading, facts, findings
	i.pinned, i.private, i.twice, i.looped = p.Pin != nil, i.view.audience.private, twice, looped

	edit := theme.NewButton(theme.Link, "Edit", i.edit)
	edit.OnEscape = i.view.Focus
	if i.view.audience.private {
		edit.Hide()
	}
	box := theme.Column(7, theme.Ends(theme.NewHeading(heading).Cutting(), edit))
	addFacts(box, facts, !i.view.audience.private)
	for _, finding := range findings {
		box.Add(newWarning(finding.Message))
	}
	if p.Pin != nil && !i.view.audience.private {
		release := theme.NewButton(theme.Link, "Release", func() { i.release(p.ID) })
		release.OnEscape = i.view.Focus
		box.Add(theme.NewRule())
		box.Add(theme.Ends(theme.NewQuiet("Placed by hand").Cutting(), release))
	}
	if i.looped && !i.view.audience.private {
		words, act := "In a loop, drawn once", "Draw twice"
		if i.twice {
			words, act = "In a loop, drawn twice", "Draw once"
		}
		redraw := theme.NewButton(theme.Link, act, func() { i.view.drawTwice(p.ID) })
		redraw.OnEscape = i.view.Focus
		box.Add(theme.NewRule())
		box.Add(theme.Ends(theme.NewQuiet(words).Cutting(), redraw))
	}
	i.card.SetContent(box)
	i.view.side.Refresh() // the card is higher or lower than it was
}

func (i *inspector) release(id pedigree.ID) {
	i.view.do("release "+i.view.called(id), func(f *pedigree.Family) (pedigree.ID, error) {
		if p := f.Individual(id); p != nil {
			p.Pin = nil
		}
		return "", nil
	})
}

// findingsAbout is what validation said of one person when the family was last drawn, remarks left
// out. In a patient view the family holds only what that patient may see, and so do the findings.
func (v *View) findingsAbout(id pedigree.ID) []pedigree.Finding {
	var about []pedigree.Finding
	for _, finding := range v.shown.findings {
		if finding.Severity != pedigree.Remark && slices.Contains(finding.People, id) && v.shown.audience == v.audience {
			about = append(about, finding)
		}
	}
	return about
}

// newWarning is a finding in amber, over as many lines as it needs.
func newWarning(words string) fyne.CanvasObject {
	return theme.NewBanner(theme.ToneWarn, words)
}
