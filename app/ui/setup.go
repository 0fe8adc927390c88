package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/internal/letter"
	"kindred/pedigree"
)

// statement is what must be read before the first use, in lines of the card's width.
func statement(width float32) fyne.CanvasObject {
	return theme.NewPanel(theme.SurfaceInput, fyne.NewSize(14, 12), theme.Paragraph(clinic.Statement, width, theme.InkText))
}

// showStatement stands between the passphrase and the families until somebody has read it here.
func (s *Shell) showStatement(c *clinic.Clinic, settings clinic.Settings) {
	const width = 560
	note := theme.NewMessage(width)
	read := theme.NewButton(theme.Primary, "I have read this, and will use invented or test data", func() {
		settings.StatementReadOn = c.Today()
		if err := c.PutSettings(settings); err != nil {
			note.Set(theme.InkWarn, explain(err))
			return
		}
		s.unlocked(c)
	})
	s.p.Window.SetTitle("Kindred: before the first use")
	s.clinic = c // so that locking and closing the window lock the store
	s.setContent(centred(width+56, theme.Column(14, theme.NewTitle("Before the first use"), statement(width-28), read, note)))
	s.p.Window.Canvas().Focus(read)
}

// setUp is the form of the first run.
type setUp struct {
	shell                             *Shell
	read                              *widget.Check
	name, role, service, where, phone *theme.Entry
	first, again                      *theme.Entry
	create                            *theme.Button
	note                              *theme.Message
}

// showSetUp is the first run: the statement, who works here, and the passphrase.
func (s *Shell) showSetUp() *setUp {
	const width = 620
	u := &setUp{
		shell: s, note: theme.NewMessage(width - 40),
		read: widget.NewCheck("I have read this, and will use invented or test data until the approval is recorded in Settings", nil),
		name: theme.NewEntry("Your name, as it signs letters"), role: theme.NewEntry("Your role, such as Genetic Counsellor"),
		service: theme.NewEntry("Service, such as Clinical Genetics Service"), where: theme.NewEntry("Clinic"), phone: theme.NewEntry("Telephone for patients"),
	}
	u.create = theme.NewButton(theme.Primary, "Set up this laptop", u.try)
	press := func() { u.create.Tapped(nil) }
	u.first, u.again = passphraseEntry("Passphrase", press), passphraseEntry("Passphrase again", press)
	s.setContent(centred(width+56, theme.Column(10,
		theme.NewTitle("Welcome to Kindred"), statement(width-40), u.read,
		theme.NewHeading("Who works on this laptop"), container.NewGridWithColumns(2, u.name, u.role),
		container.NewGridWithColumns(3, u.service, u.where, u.phone),
		theme.NewHeading("The passphrase that seals it"), container.NewGridWithColumns(2, u.first, u.again), u.create, u.note)))
	s.p.Window.Canvas().Focus(u.read)
	return u
}

// problem is what still stands in the way, "" for nothing.
func (u *setUp) problem() string {
	switch {
	case !u.read.Checked:
		return "Please read the statement and tick the box (Space)."
	case u.name.Text == "" || u.role.Text == "":
		return "Your name and role are needed: they sign letters and stand beside each entry."
	}
	return passphraseProblem(u.first.Text, u.again.Text)
}

// try makes the store when nothing stands in the way.
func (u *setUp) try() {
	if problem := u.problem(); problem != "" {
		u.note.Set(theme.InkWarn, problem)
		return
	}
	s := u.shell
	settings := clinic.Settings{
		Service: letter.Service{Name: u.service.Text, Clinic: u.where.Text, Phone: u.phone.Text},
		Author:  clinic.Author{Name: u.name.Text, Role: u.role.Text}, StatementReadOn: pedigree.DateOf(s.idle.now()),
	}
	passphrase, recovery := []byte(u.first.Text), ""
	s.open(u.create, u.note, func() (made *clinic.Clinic, err error) {
		defer clear(passphrase)
		made, recovery, err = clinic.Create(s.p.Dir, passphrase, settings)
		return made, err
	}, func(made *clinic.Clinic) { s.showRecoveryKey(made, recovery) })
}

// showRecoveryKey shows the key this once.
func (s *Shell) showRecoveryKey(made *clinic.Clinic, recovery string) {
	s.clinic = made // so that closing the window locks the store
	key := widget.NewLabelWithStyle(recovery, fyne.TextAlignCenter, fyne.TextStyle{Monospace: true, Bold: true})
	key.Wrapping = fyne.TextWrapBreak
	key.Selectable = true
	written := theme.NewButton(theme.Primary, "I have written it down", func() { s.unlocked(made) })
	lines := theme.Paragraph("It opens this laptop's families if the passphrase is forgotten. Without either, they are lost. "+
		"It is not shown again: write it on paper, check it, and keep it away from the laptop.", 520, theme.InkText)
	s.setContent(centred(600, theme.Column(14, theme.NewTitle("Recovery key"), lines, theme.NewPanel(theme.SurfaceInput, fyne.NewSize(14, 12), key), written)))
	s.p.Window.Canvas().Focus(written)
}
