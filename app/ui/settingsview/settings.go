// Package settingsview is who works here, the approval, the look, how pedigrees are drawn, the
// passphrase, backup and check, and what the program is and is not.
package settingsview

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree"
)

// Params of New.
type Params struct {
	Clinic  *clinic.Clinic
	Window  fyne.Window
	Theme   func(theme.Mode)
	Changed func()

	Background func(work func()) // runs work that takes long; it returns through fyne.Do
}

type screen struct {
	p        Params
	settings clinic.Settings
	note     *theme.Text
}

const width float32 = 560

// New makes the screen.
func New(p Params) fyne.CanvasObject {
	s := &screen{p: p, note: theme.NewText("")}
	s.note.Ink = theme.InkOK
	settings, err := p.Clinic.Settings()
	if err != nil {
		return theme.NewCard(theme.NewText(err.Error()))
	}
	s.settings = settings
	left := theme.Column(theme.Gap, s.author(), s.approval(), s.look())
	right := theme.Column(theme.Gap, s.drawing(), s.store(), s.passphrase(), s.about())
	columns := container.NewGridWithColumns(2, left, right)
	return theme.NewPanel(theme.SurfaceGround, fyne.NewSize(theme.Gap, theme.Gap),
		container.NewBorder(theme.Ends(theme.NewTitle("Settings"), s.note), nil, nil, nil, container.NewVScroll(columns)))
}

// keep stores the settings and says so.
func (s *screen) keep(change func(*clinic.Settings)) {
	change(&s.settings)
	if err := s.p.Clinic.PutSettings(s.settings); err != nil {
		s.note.Ink = theme.InkWarn
		s.note.Set(err.Error())
		return
	}
	s.note.Ink = theme.InkOK
	s.note.Set("Kept.")
	s.p.Changed()
}

func (s *screen) line(value string, set func(*clinic.Settings, string)) fyne.CanvasObject {
	l := fields.NewLine(func(text string) { s.keep(func(to *clinic.Settings) { set(to, text) }) })
	l.Set(value)
	return l
}

func (s *screen) author() fyne.CanvasObject {
	a, v := s.settings.Author, s.settings.Service
	return theme.NewCard(theme.Column(8, theme.NewHeading("Who works here"),
		fields.Labelled("Signs as", s.line(a.Name, func(to *clinic.Settings, t string) { to.Author.Name = t })),
		fields.Labelled("Role", s.line(a.Role, func(to *clinic.Settings, t string) { to.Author.Role = t })),
		theme.NewHeading("On letters"),
		fields.Labelled("Service", s.line(v.Name, func(to *clinic.Settings, t string) { to.Service.Name = t })),
		fields.Labelled("Clinic", s.line(v.Clinic, func(to *clinic.Settings, t string) { to.Service.Clinic = t })),
		fields.Labelled("Telephone", s.line(v.Phone, func(to *clinic.Settings, t string) { to.Service.Phone = t })),
		fields.Labelled("E-mail", s.line(v.Email, func(to *clinic.Settings, t string) { to.Service.Email = t }))))
}

// approval takes the EVALUATION mark away once it is complete.
func (s *screen) approval() fyne.CanvasObject {
	var a clinic.Approval
	if s.settings.Approval != nil {
		a = *s.settings.Approval
	}
	state := theme.NewChip(theme.ToneWarn, "EVALUATION, not for patient care")
	mark := func() {
		if s.settings.Evaluation() {
			state.Set(theme.ToneWarn, "EVALUATION, not for patient care")
		} else {
			state.Set(theme.ToneNeutral, "Approval recorded")
		}
	}
	mark()
	set := func(change func(*clinic.Approval)) {
		s.approve(change)
		mark()
	}
	line := func(value string, change func(*clinic.Approval, string)) fyne.CanvasObject {
		l := fields.NewLine(func(text string) { set(func(to *clinic.Approval) { change(to, text) }) })
		l.Set(value)
		return l
	}
	day := fields.NewDay(func(d pedigree.Date) { set(func(to *clinic.Approval) { to.On = d }) })
	day.Set(a.On)
	return theme.NewCard(theme.Column(8, theme.Ends(theme.NewHeading("Approval for use with patients"), state),
		theme.Paragraph("By the organisation's clinical safety officer and information governance lead. Until all four are recorded, every printed page says EVALUATION.", width-60, theme.InkQuiet),
		fields.Labelled("Approved by", line(a.Name, func(to *clinic.Approval, t string) { to.Name = t })),
		fields.Labelled("Role", line(a.Role, func(to *clinic.Approval, t string) { to.Role = t })),
		fields.Labelled("On", day),
		fields.Labelled("Reference", line(a.Reference, func(to *clinic.Approval, t string) { to.Reference = t }))))
}

// approve keeps one more part of the approval.
func (s *screen) approve(change func(*clinic.Approval)) {
	s.keep(func(to *clinic.Settings) {
		next := clinic.Approval{}
		if to.Approval != nil {
			next = *to.Approval
		}
		change(&next)
		to.Approval = &next
	})
}

func (s *screen) look() fyne.CanvasObject {
	var options []fields.Option[theme.Mode]
	for _, m := range theme.Modes {
		options = append(options, fields.Option[theme.Mode]{Value: m, Words: string(m)})
	}
	mode := fields.NewChoice(options, func(m theme.Mode) {
		s.keep(func(to *clinic.Settings) { to.Theme = string(m) })
		s.p.Theme(m)
	})
	current := theme.Mode(s.settings.Theme)
	if current == "" {
		current = theme.Light
	}
	mode.Set(current)
	var waits []fields.Option[int]
	for _, minutes := range []int{2, 5, 10, 20, 30} {
		waits = append(waits, fields.Option[int]{Value: minutes, Words: fmt.Sprintf("%d minutes", minutes)})
	}
	lock := fields.NewChoice(waits, func(minutes int) { s.keep(func(to *clinic.Settings) { to.LockAfterMinute = minutes }) })
	if s.settings.LockAfterMinute > 0 {
		lock.Set(s.settings.LockAfterMinute)
	} else {
		lock.Set(10)
	}
	return theme.NewCard(theme.Column(8, theme.NewHeading("This laptop"), fields.Labelled("Colours", mode), fields.Labelled("Lock after", lock)))
}
