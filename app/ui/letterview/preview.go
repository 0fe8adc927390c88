package letterview

import (
	"fmt"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"kindred/app/ui/theme"
	"kindred/internal/casefile"
	"kindred/internal/clinic"
	"kindred/internal/letter"
)

// preview builds and sets the letter in the background: the newest request wins.
func (s *Screen) preview(id string) {
	s.run++
	run := s.run
	s.p.Background(func() {
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
	})
}

func (s *Screen) showPreview(preview clinic.Preview, images []image.Image, err error) {
	draft := err == nil && preview.Document != nil
	if err != nil {
		s.note.Set(theme.InkWarn, err.Error())
	}
	s.sign.SetEnabled(draft && letter.Gated(preview.Checks) == "")
	s.showChecks(preview.Checks)
	if draft && len(preview.Checks) == 0 {
		s.checks.Add(theme.Row(0, theme.NewChip(theme.ToneOK, "all checks met")))
	}
	s.text.RemoveAll()
	switch {
	case draft:
		s.text.Objects = s.paragraphs(preview)
	case preview.Letter.Status == casefile.LetterSigned:
		s.text.Objects = signedText(preview.Letter)
		if err == nil && len(images) == 0 {
			s.text.Add(theme.NewQuiet("Its pages are in the file that was signed: Print opens it."))
		}
	}
	s.pages.RemoveAll()
	for _, img := range images {
		page := canvas.NewImageFromImage(img)
		page.FillMode = canvas.ImageFillContain
		s.pages.Add(theme.NewPanel(theme.SurfaceCard, fyne.NewSize(pageBorder, pageBorder), page))
	}
	s.fitPages(s.leaf.Size().Width)
	s.text.Refresh()
	s.pages.Refresh()
}

// showChecks sets the checks as chips; a gate, which holds back signing, in amber. A check of many
// words stands on lines of its own.
func (s *Screen) showChecks(checks []letter.Check) {
	s.checks.RemoveAll()
	row := theme.Row(8)
	room := checksWidth
	for _, c := range checks {
		tone := theme.ToneNeutral
		if c.Gate {
			tone = theme.ToneWarn
		}
		chip := theme.NewChip(tone, c.Text)
		needs := chip.MinSize().Width + 8
		if needs > checksWidth {
			s.checks.Add(theme.NewBanner(tone, c.Text))
			continue
		}
		if needs > room {
			row, room = theme.Row(8), checksWidth
		}
		if len(row.Objects) == 0 {
			s.checks.Add(row)
		}
		row.Add(chip)
		room -= needs
	}
	s.checks.Refresh()
}

// checksWidth is the room for a row of checks, in device-independent pixels.
const checksWidth float32 = 580

// signedText says who signed, and when.
func signedText(l casefile.Letter) []fyne.CanvasObject {
	lines := []fyne.CanvasObject{
		theme.NewHeading("Signed"), theme.NewText(fmt.Sprintf("%s, %s, on %s", l.SignedBy, l.SignedRole, l.SignedOn.Prose())),
		theme.NewText("Letter " + l.Number),
	}
	if half := len(l.PDFDigest) / 2; half > 0 {
		lines = append(lines, theme.NewQuiet("It cannot be changed. Its digest is"), theme.NewSmall(l.PDFDigest[:half]), theme.NewSmall(l.PDFDigest[half:]))
	}
	return lines
}

// pageBorder is the rim round a page.
const pageBorder = 2

// fitPages makes the pages as wide as their column, in the shape of A4.
func (s *Screen) fitPages(width float32) {
	width -= 2*pageBorder + scrollBar
	for _, o := range s.pages.Objects {
		if image, ok := o.(*theme.Panel).Content().(*canvas.Image); ok && width > 0 {
			image.SetMinSize(fyne.NewSize(leastPage, width*297/210))
		}
	}
	s.pages.Refresh()
}

const (
	leastPage = 380 // width below which a page cannot be read
	scrollBar = 10  // kept free beside the pages
)
