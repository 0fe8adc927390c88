package pedigreeview

import (
	"errors"
	"fmt"

	"fyne.io/fyne/v2"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/pedigree"
)

// form edits every field of one person, folded into sections that are built when first opened.
type form struct {
	view     *View
	person   pedigree.ID
	content  *fyne.Container
	heading  *theme.Text
	findings *fyne.Container
	sections []*section
	host     *fields.Host
	first    fyne.Focusable
}

func newForm(v *View, person pedigree.ID, opened map[string]bool) *form {
	f := &form{view: v, person: person, heading: theme.NewHeading("").Cutting(), findings: theme.Column(6)}
	f.host = &fields.Host{Escape: v.inspect.back, Focused: v.bringIntoSight}
	done := theme.NewButton(theme.Link, "Done", v.inspect.back)
	done.OnEscape = v.inspect.back
	f.content = theme.Column(6, theme.Ends(f.heading, done), f.findings)
	for _, plan := range plans() {
		s := newSection(f, plan, opened)
		f.sections = append(f.sections, s)
		f.content.Add(s.box)
	}
	f.refresh(v.family())
	return f
}

// refresh shows the record's values in all fields that are built.
func (f *form) refresh(family *pedigree.Family) {
	p := family.Individual(f.person)
	if p == nil {
		return
	}
	f.heading.Set(f.view.inspect.title(p))
	f.findings.RemoveAll()
	for _, finding := range f.view.findingsAbout(f.person) {
		f.findings.Add(newWarning(finding.Message))
	}
	for _, s := range f.sections {
		s.refresh(family, p)
	}
}

// focusFirst gives the keyboard to the first field that is unfolded.
func (f *form) focusFirst() {
	if f.first != nil {
		f.focus(f.first)
	}
}

// section is one fold of the form.
type section struct {
	form  *form
	plan  plan
	box   *fyne.Container
	head  *theme.Button
	body  *fyne.Container
	shape string           // what the body was built for: rebuilt when items come or go
	items []fyne.Focusable // the first field of each item
	fresh bool             // the next field is the first of an item

	opened map[string]bool
	show   []func(*pedigree.Family) // each sets one field from the record
}

// plan says what a section is.
type plan struct {
	title string
	count func(*pedigree.Family, *pedigree.Individual) int    // shown in the title; nil for none
	shape func(*pedigree.Family, *pedigree.Individual) string // nil where the fields are always the same
	build func(*section)
}

func newSection(f *form, p plan, opened map[string]bool) *section {
	s := &section{form: f, plan: p, opened: opened, body: theme.Column(6)}
	s.head = theme.NewButton(theme.Fold, p.title, s.toggle)
	s.head.OnEscape = f.view.inspect.back
	s.head.OnFocus = func() { f.view.bringIntoSight(s.head) }
	s.box = theme.Column(4, theme.NewRule(), s.head, s.body)
	if !s.isOpen() {
		s.body.Hide()
	}
	return s
}

func (s *section) isOpen() bool { return s.opened[s.plan.title] }

func (s *section) toggle() {
	s.opened[s.plan.title] = !s.isOpen()
	if s.isOpen() {
		s.body.Show()
	} else {
		s.body.Hide()
	}
	f := s.form.view.family()
	s.refresh(f, f.Individual(s.form.person))
	s.form.content.Refresh()
}

func (s *section) refresh(f *pedigree.Family, p *pedigree.Individual) {
	mark := "+  "
	if s.isOpen() {
		mark = "–  "
	}
	title := mark + s.plan.title
	if s.plan.count != nil {
		if n := s.plan.count(f, p); n > 0 {
			title += fmt.Sprintf(" (%d)", n)
		}
	}
	s.head.SetWords(title)
	if !s.isOpen() {
		return
	}
	shape := "built"
	if s.plan.shape != nil {
		shape += s.plan.shape(f, p)
	}
	if shape != s.shape {
		s.shape = shape
		s.body.RemoveAll()
		s.show, s.items, s.fresh = nil, nil, false
		s.plan.build(s)
		s.form.content.Refresh()
	}
	for _, show := range s.show {
		show(f)
	}
}

// add puts an object into the section.
func (s *section) add(o fyne.CanvasObject) { s.body.Add(o) }

// shownWhile builds fields that are shown together, and only while shown says so of the subject.
func shownWhile[O any](s subject[O], shown func(*O) bool, build func()) {
	outer := s.section.body
	inner := theme.Column(6)
	s.section.body = inner
	build()
	s.section.body = outer
	outer.Add(inner)
	s.shows(func(o *O) {
		if now := shown(o); now != inner.Visible() {
			if now {
				inner.Show()
			} else {
				inner.Hide()
			}
			s.section.form.content.Refresh()
		}
	})
}

// addButton puts a button into the section.
func (s *section) addButton(words string, tapped func()) {
	s.add(theme.Row(0, s.newButton(words, tapped)))
}

func (s *section) newButton(words string, tapped func()) *theme.Button {
	b := theme.NewButton(theme.Secondary, words, tapped)
	b.OnEscape = s.form.view.inspect.back
	b.OnFocus = func() { s.form.view.bringIntoSight(b) }
	return b
}

// errGone is an edit of something that a sync or an undo has removed in the meantime.
var errGone = errors.New("this is no longer in the family; nothing was changed")

// change applies an edit of this person and reports whether it was kept; what names the fact for Undo.
func (f *form) change(what string, edit func(*pedigree.Family, *pedigree.Individual) error) bool {
	return f.view.do("edit "+what+" of "+f.view.called(f.person), func(family *pedigree.Family) (pedigree.ID, error) {
		p := family.Individual(f.person)
		if p == nil {
			return "", errGone
		}
		if err := edit(family, p); err != nil {
			return "", err
		}
		namePatient(family, p)
		return "", nil
	})
}

// namePatient carries what the pedigree says of a patient into the empty fields of their record, so
// that nobody types a name twice. What the record says already stands.
func namePatient(f *pedigree.Family, p *pedigree.Individual) {
	record := f.PatientOf(p.ID)
	if record == nil {
		return
	}
	for to, from := range map[*string]string{&record.GivenName: p.Name, &record.FamilyName: p.FamilyName, &record.BirthName: p.BirthName} {
		if *to == "" {
			*to = from
		}
	}
	if record.DateOfBirth.IsZero() {
		record.DateOfBirth = p.Born
	}
}

// bringIntoSight scrolls the side column so that a field is seen.
func (v *View) bringIntoSight(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(v.side).Y
	const margin = 64 // a field and the hint under it
	offset := v.scroll.Offset
	switch room := v.scroll.Size().Height; {
	case top-margin < offset.Y:
		offset.Y = max(0, top-margin)
	case top+o.Size().Height+margin > offset.Y+room:
		offset.Y = top + o.Size().Height + margin - room
	default:
		return
	}
	v.scroll.ScrollToOffset(offset)
}
