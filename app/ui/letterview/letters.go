// Package letterview writes letters: the text at the left with the words from the record shaded, the
// pages as they will print at the right. Signing and printing are two acts.
package letterview

import (
	"fmt"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
	"kindred/internal/casefile"
	"kindred/internal/clinic"
	"kindred/internal/letter"
	"kindred/pedigree"
)

// Session is the open family as this screen needs it.
type Session interface {
	Family() *pedigree.Family
	Letters() []casefile.Letter
	BeginLetter(patient pedigree.ID, template string) (id string, err error)
	EditLetter(id, key, words string) error
	Preview(id string) (clinic.Preview, error)
	Pages(clinic.Preview) ([]image.Image, error)
	Sign(id string, passphrase []byte) error
	SignedPDF(id string) ([]byte, error)
	OutOfDate(casefile.Letter) bool
	Printed(id string) error
}

// Params of New.
type Params struct {
	Session Session
	Window  fyne.Window
	Print   func(pdf []byte) error // writes a private file and opens the system's viewer
	Changed func()                 // a letter was begun or signed
}

// Screen is the letter tab.
type Screen struct {
	Content fyne.CanvasObject

	p       Params
	patient pedigree.ID
	chosen  string // the letter's id

	list   *fyne.Container
	checks *fyne.Container
	text   *fyne.Container
	pages  *fyne.Container
	note   *theme.Message
	begin  *theme.Button
	sign   *theme.Button
	print  *theme.Button
	run    int // counts previews: a slow one that was overtaken is dropped
}

// New makes the screen; Show fills it.
func New(p Params) *Screen {
	s := &Screen{
		p: p, list: container.NewHBox(), checks: theme.Row(8), text: theme.Column(12), pages: theme.Column(theme.Gap), note: theme.NewMessage(560),
	}
	s.begin = theme.NewButton(theme.Secondary, "New risk summary", s.beginLetter)
	s.sign = theme.NewButton(theme.Primary, "Sign...", s.askToSign)
	s.print = theme.NewButton(theme.Secondary, "Print", s.printLetter)
	bar := theme.Ends(theme.Row(8, s.begin, s.list), theme.Row(8, s.sign, s.print))
	left := theme.NewCard(container.NewBorder(theme.Column(10, bar, s.note, s.checks), nil, nil, nil, container.NewVScroll(s.text)))
	right := container.NewVScroll(s.pages)
	s.Content = theme.NewPanel(theme.SurfaceGround, fyne.NewSize(theme.Gap, theme.Gap), container.New(halves{}, left, right))
	return s
}

// Show fills the screen for a patient.
func (s *Screen) Show(patient pedigree.ID) {
	if patient != s.patient {
		s.patient, s.chosen = patient, ""
	}
	s.Reload()
}

// Reload builds the chosen letter anew from the record.
func (s *Screen) Reload() {
	s.list.RemoveAll()
	var current *casefile.Letter
	letters := s.p.Session.Letters()
	for i := len(letters) - 1; i >= 0; i-- {
		l := letters[i]
		if l.Patient != s.patient {
			continue
		}
		if s.chosen == "" {
			s.chosen = string(l.ID)
		}
		words := l.CreatedOn.Clinical() + " draft"
		if l.Status == casefile.LetterSigned {
			words = l.SignedOn.Clinical() + " signed"
		}
		button := theme.NewButton(theme.Tab, words, func() { s.chosen = string(l.ID); s.Reload() })
		button.SetSelected(string(l.ID) == s.chosen)
		s.list.Add(button)
		if string(l.ID) == s.chosen {
			current = &letters[i]
		}
	}
	signed := current != nil && current.Status == casefile.LetterSigned
	s.begin.SetEnabled(s.patient != "")
	s.sign.SetEnabled(current != nil && !signed)
	s.print.SetEnabled(signed)
	s.note.Set(theme.InkQuiet, "")
	s.checks.RemoveAll()
	s.text.RemoveAll()
	s.pages.RemoveAll()
	switch {
	case s.patient == "":
		s.note.Set(theme.InkWarn, "Choose a patient first: a letter is written to one.")
		return
	case current == nil:
		s.note.Set(theme.InkWarn, "No letter yet. New risk summary writes one from the record.")
		return
	case signed && s.p.Session.OutOfDate(*current):
		s.note.Set(theme.InkWarn, "A fact that this letter rests on has changed since it was signed. The letter stays as it was: write a new one.")
	}
	s.preview(string(current.ID))
}

// preview builds and sets the letter in the background: the newest request wins.
func (s *Screen) preview(id string) {
	s.run++
	run := s.run
	go func() {
		preview, err := s.p.Session.Preview(id)
		var images []image.Image
		if err == nil {
			images, err = s.p.Session.Pages(preview)
		}
		fyne.Do(func() {
			if run == s.run {
				s.showPreview(preview, images, err)
			}
		})
	}()
}

func (s *Screen) showPreview(preview clinic.Preview, images []image.Image, err error) {
	if err != nil {
		s.note.Set(theme.InkWarn, err.Error())
	}
	for _, c := range preview.Checks {
		tone := theme.ToneNeutral
		if c.Gate {
			tone = theme.ToneWarn
			s.sign.SetEnabled(false)
		}
		s.checks.Add(theme.NewChip(tone, c.Text))
	}
	if preview.Document != nil {
		s.text.Objects = s.paragraphs(preview)
	} else if preview.Letter.Status == casefile.LetterSigned {
		l := preview.Letter
		s.text.Objects = []fyne.CanvasObject{
			theme.NewHeading("Signed"), theme.NewText(fmt.Sprintf("%s, %s, on %s", l.SignedBy, l.SignedRole, l.SignedOn.Prose())),
			theme.NewText("Letter " + l.Number), theme.NewQuiet("It cannot be changed. Its digest is"), theme.NewSmall(l.PDFDigest[:32]), theme.NewSmall(l.PDFDigest[32:]),
		}
	}
	for _, img := range images {
		page := canvas.NewImageFromImage(img)
		page.FillMode = canvas.ImageFillContain
		page.SetMinSize(fyne.NewSize(440, 440*297/210))
		s.pages.Add(theme.NewPanel(theme.SurfaceCard, fyne.NewSize(2, 2), page))
	}
	s.text.Refresh()
	s.pages.Refresh()
	s.checks.Refresh()
}

// paragraphs are the letter's text; what an edit may replace has its own Edit.
func (s *Screen) paragraphs(preview clinic.Preview) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, b := range preview.Document.Blocks {
		switch b := b.(type) {
		case letter.Heading:
			objects = append(objects, theme.NewBold(b.Text))
		case letter.Paragraph:
			objects = append(objects, s.editable(preview.Letter, b.Key, letter.Words(b.Runs), shaded(b.Runs)))
		case letter.Bullets:
			lines := theme.Column(6)
			words := ""
			for _, item := range b.Items {
				lines.Add(shaded(append([]letter.Run{{Text: "• "}}, item...)))
				words += letter.Words(item) + "\n"
			}
			objects = append(objects, s.editable(preview.Letter, b.Key, words, lines))
		case letter.IconArray:
			objects = append(objects, theme.NewChip(theme.ToneNeutral, fmt.Sprintf("picture: %d of %d", b.Filled, b.Of)))
		case letter.Figure:
			objects = append(objects, theme.NewChip(theme.ToneNeutral, "family tree without names"))
		}
	}
	return objects
}

func (s *Screen) editable(l casefile.Letter, key, words string, shown fyne.CanvasObject) fyne.CanvasObject {
	_, changed := l.Edits[key]
	edit := theme.NewButton(theme.Link, "Edit", func() { s.edit(l, key, words) })
	if changed {
		edit.SetWords("Edited")
	}
	return container.NewBorder(nil, nil, nil, container.NewVBox(edit), shown)
}

func (s *Screen) edit(l casefile.Letter, key, words string) {
	entry := widget.NewMultiLineEntry()
	entry.Wrapping = fyne.TextWrapWord
	entry.SetText(words)
	entry.SetMinRowsVisible(8)
	d := dialog.NewCustomConfirm("Change the words of this paragraph", "Keep", "Cancel",
		container.NewBorder(nil, theme.NewSmall("Empty brings back the words of the template, which follow the record."), nil, nil, entry),
		func(keep bool) {
			if !keep {
				return
			}
			if err := s.p.Session.EditLetter(string(l.ID), key, entry.Text); err != nil {
				s.note.Set(theme.InkWarn, err.Error())
				return
			}
			s.Reload()
		}, s.p.Window)
	d.Resize(fyne.NewSize(640, 340))
	d.Show()
	s.p.Window.Canvas().Focus(entry)
}

func (s *Screen) beginLetter() {
	id, err := s.p.Session.BeginLetter(s.patient, letter.RiskSummary)
	if err != nil {
		s.note.Set(theme.InkWarn, err.Error())
		return
	}
	s.chosen = id
	s.Reload()
	s.p.Changed()
}

// askToSign says who signs and asks for the passphrase.
func (s *Screen) askToSign() {
	id := s.chosen
	preview, err := s.p.Session.Preview(id)
	if err != nil {
		s.note.Set(theme.InkWarn, err.Error())
		return
	}
	by := signatory(preview.Document)
	entry := widget.NewPasswordEntry()
	entry.SetPlaceHolder("Passphrase")
	var d *dialog.ConfirmDialog
	sign := func() {
		passphrase := []byte(entry.Text)
		s.note.Set(theme.InkQuiet, "Signing...")
		s.sign.SetEnabled(false)
		go func() {
			err := s.p.Session.Sign(id, passphrase)
			clear(passphrase)
			fyne.Do(func() {
				s.Reload()
				if err != nil {
					s.note.Set(theme.InkWarn, err.Error())
				}
				s.p.Changed()
			})
		}()
	}
	content := theme.Column(10,
		theme.NewText(fmt.Sprintf("%s, %s, signs this letter to %s.", by.Name, by.Role, preview.Document.Patient.Name)),
		theme.NewQuiet("Signed, it cannot be changed. It is not sent: print it, and post it."), entry)
	d = dialog.NewCustomConfirm("Sign the letter", "Sign", "Cancel", content, func(ok bool) {
		if ok {
			sign()
		}
	}, s.p.Window)
	entry.OnSubmitted = func(string) { d.Hide(); sign() }
	d.Resize(fyne.NewSize(520, 220))
	d.Show()
	s.p.Window.Canvas().Focus(entry)
}

func signatory(d *letter.Document) letter.Signatory {
	for _, b := range d.Blocks {
		if s, ok := b.(letter.Signature); ok {
			return s.By
		}
	}
	return letter.Signatory{}
}

func (s *Screen) printLetter() {
	id := s.chosen
	pdf, err := s.p.Session.SignedPDF(id)
	if err == nil {
		if err = s.p.Print(pdf); err == nil {
			err = s.p.Session.Printed(id)
		}
	}
	if err != nil {
		s.note.Set(theme.InkWarn, err.Error())
		return
	}
	s.note.Set(theme.InkWarn, "Opened in the system's viewer. Print it at actual size, one envelope for one letter.")
}

// halves gives each side half the width.
type halves struct{}

func (halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(a.Width+theme.Gap+b.Width, max(a.Height, b.Height))
}

func (halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	right := max(objects[1].MinSize().Width, size.Width*0.44)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width-right-theme.Gap, size.Height))
	objects[1].Move(fyne.NewPos(size.Width-right, 0))
	objects[1].Resize(fyne.NewSize(right, size.Height))
}
