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

// showSetUp is the first run: the statement, who works here, and the passphrase.
func (s *Shell) showSetUp() {
	const width = 620
	note := theme.NewMessage(460)
	line := func(hint string) *widget.Entry {
		e := widget.NewEntry()
		e.SetPlaceHolder(hint)
		return e
	}
	name, role := line("Your name, as it signs letters"), line("Your role, such as Genetic Counsellor")
	service, where, phone := line("Service, such as Clinical Genetics Service"), line("Clinic"), line("Telephone for patients")
	first, again := passphraseEntry("Passphrase", func() {}), passphraseEntry("Passphrase again", func() {})
	read := widget.NewCheck("I have read this, and will use invented or test data until the approval is recorded in Settings", nil)
	busy := false
	var create *theme.Button
	create = theme.NewButton(theme.Primary, "Set up this laptop", func() {
		if busy {
			return
		}
		problem := passphraseProblem(first.Text, again.Text)
		switch {
		case !read.Checked:
			problem = "Please read the statement and tick the box."
		case name.Text == "" || role.Text == "":
			problem = "Your name and role are needed: they sign letters and stand beside each entry."
		}
		if problem != "" {
			note.Set(theme.InkWarn, problem)
			return
		}
		busy = true
		create.SetEnabled(false)
		note.Set(theme.InkQuiet, "Making the store...")
		settings := clinic.Settings{
			Service: letter.Service{Name: service.Text, Clinic: where.Text, Phone: phone.Text},
			Author:  clinic.Author{Name: name.Text, Role: role.Text}, StatementReadOn: pedigree.DateOf(s.idle.now()),
		}
		passphrase := []byte(first.Text)
		go func() {
			made, recovery, err := clinic.Create(s.p.Dir, passphrase, settings)
			clear(passphrase)
			fyne.Do(func() {
				busy = false
				create.SetEnabled(true)
				if err != nil {
					note.Set(theme.InkWarn, explain(err))
					return
				}
				s.showRecoveryKey(made, recovery)
			})
		}()
	})
	s.p.Window.SetContent(centred(width+56, theme.Column(10,
		theme.NewTitle("Welcome to Kindred"), statement(width-40), read,
		theme.NewHeading("Who works on this laptop"), container.NewGridWithColumns(2, name, role),
		container.NewGridWithColumns(3, service, where, phone),
		theme.NewHeading("The passphrase that seals it"), container.NewGridWithColumns(2, first, again), create, note)))
	s.p.Window.Canvas().Focus(read)
}

// showRecoveryKey shows the key this once.
func (s *Shell) showRecoveryKey(made *clinic.Clinic, recovery string) {
	key := widget.NewLabelWithStyle(recovery, fyne.TextAlignCenter, fyne.TextStyle{Monospace: true, Bold: true})
	key.Wrapping = fyne.TextWrapBreak
	key.Selectable = true
	written := theme.NewButton(theme.Primary, "I have written it down", func() { s.unlocked(made) })
	lines := theme.Paragraph("It opens this laptop's families if the passphrase is forgotten. Without either, they are lost. "+
		"It is not shown again: write it on paper, check it, and keep it away from the laptop.", 520, theme.InkText)
	s.p.Window.SetContent(centred(600, theme.Column(14, theme.NewTitle("Recovery key"), lines, theme.NewPanel(theme.SurfaceInput, fyne.NewSize(14, 12), key), written)))
	s.p.Window.Canvas().Focus(written)
}
