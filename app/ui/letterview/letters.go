// Package letterview writes letters: the text at the left with the words from the record shaded, the
// pages as they will print at the right. Signing and printing are two acts.
package letterview

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"kindred/app/ui/fields"
	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/casefile"
	"kindred/internal/clinic"
	"kindred/internal/letter"
	"kindred/pedigree"
)

// Session is the open family as this screen needs it.
type Session interface {
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
	Session    Session
	Window     fyne.Window
	Print      func(pdf []byte) error // writes a private file and opens the system's viewer
	Changed    func()                 // a letter was begun or signed
	Leave      func()                 // Escape: back to the pedigree
	Background func(work func())      // runs work that takes long; it returns to the window through fyne.Do
}

// Screen is the letter tab.
type Screen struct {
	Content fyne.CanvasObject

	p       Params
	patient pedigree.ID
	chosen  string // the letter's id

	list   *fields.Choice[string]
	checks *fyne.Container
	text   *fyne.Container
	read   *container.Scroll // over text
	pages  *fyne.Container
	leaf   *container.Scroll // over pages
	note   *theme.Message
	begin  *theme.Button
	sign   *theme.Button
	print  *theme.Button
	run    int // counts previews: a slow one that was overtaken is dropped
}

// New makes the screen; Show fills it.
func New(p Params) *Screen {
	s := &Screen{p: p, checks: theme.Column(6), text: theme.Column(12), pages: theme.Column(theme.Gap), note: theme.NewMessage(560)}
	s.list = fields.NewChoice(nil, func(id string) { s.chosen = id; s.Reload() })
	s.list.In(&fields.Host{Escape: p.Leave})
	s.begin = theme.NewButton(theme.Secondary, "New risk summary", s.Begin)
	s.sign = theme.NewButton(theme.Primary, "Sign...", s.AskToSign)
	s.print = theme.NewButton(theme.Secondary, "Print", s.PrintSigned)
	for _, b := range []*theme.Button{s.begin, s.sign, s.print} {
		b.OnEscape = p.Leave
	}
	bar := container.New(barLayout{}, s.begin, s.list, theme.Row(8, s.sign, s.print))
	s.read, s.leaf = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, scrollBar), s.text)), container.NewVScroll(s.pages)
	left := theme.NewCard(container.New(topAndRest{}, theme.Column(10, bar, s.note, s.checks), s.read))
	s.Content = theme.NewPanel(theme.SurfaceGround, fyne.NewSize(theme.Gap, theme.Gap), container.New(halves{s.fitPages}, left, s.leaf))
	return s
}

// Hints are the keys of this screen.
func (s *Screen) Hints() []keymap.Hint {
	return keymap.HintsOf(map[keymap.Command]string{keymap.New: "new letter", keymap.Sign: "sign", keymap.Print: "print"})
}

// Scroll moves the text by a share of its height, down when positive; the pages follow.
func (s *Screen) Scroll(pages float32) {
	for _, scroll := range []*container.Scroll{s.read, s.leaf} {
		scroll.ScrollToOffset(fyne.NewPos(0, scroll.Offset.Y+pages*scroll.Size().Height))
	}
}

// Show fills the screen for a patient.
func (s *Screen) Show(patient pedigree.ID) {
	if patient != s.patient {
		s.patient, s.chosen = patient, ""
	}
	s.Reload()
}

// Reload builds the chosen letter anew from the record; without a choice, the newest.
func (s *Screen) Reload() {
	var current *casefile.Letter
	var options []fields.Option[string]
	letters := s.p.Session.Letters()
	for i := len(letters) - 1; i >= 0; i-- {
		l := &letters[i]
		if l.Patient != s.patient {
			continue
		}
		if s.chosen == "" {
			s.chosen = l.ID
		}
		if l.ID == s.chosen {
			current = l
		}
		options = append(options, fields.Option[string]{Value: l.ID, Words: titleOf(*l)})
	}
	s.list.SetChoices(options)
	s.list.Set(s.chosen)
	if len(options) == 0 {
		s.list.Hide()
	} else {
		s.list.Show()
	}
	signed := current != nil && current.Status == casefile.LetterSigned
	s.begin.SetEnabled(s.patient != "")
	s.sign.SetEnabled(false) // until the checks have passed
	s.print.SetEnabled(signed)
	s.note.Set(theme.InkQuiet, "")
	s.checks.RemoveAll()
	switch {
	case s.patient == "":
		s.clear("Choose a patient first: a letter is written to one.")
		return
	case current == nil:
		s.clear("No letter yet. New risk summary writes one from the record.")
		return
	case signed && s.p.Session.OutOfDate(*current):
		s.note.Set(theme.InkWarn, "A fact that this letter rests on has changed since it was signed. The letter stays as it was: write a new one.")
	}
	s.preview(current.ID)
}

// clear shows no letter and says why.
func (s *Screen) clear(why string) {
	s.run++
	s.note.Set(theme.InkText, why)
	s.text.RemoveAll()
	s.pages.RemoveAll()
}

// titleOf tells letters of one day apart by their number.
func titleOf(l casefile.Letter) string {
	if l.Status == casefile.LetterSigned {
		return l.Number + " · signed " + l.SignedOn.Clinical()
	}
	return l.Number + " · draft " + l.CreatedOn.Clinical()
}

// Begin writes a new letter to the patient from the record.
func (s *Screen) Begin() {
	if s.begin.Disabled() {
		return
	}
	id, err := s.p.Session.BeginLetter(s.patient, letter.RiskSummary)
	if err != nil {
		s.note.Set(theme.InkWarn, err.Error())
		return
	}
	s.chosen = id
	s.Reload()
	s.p.Changed()
}
