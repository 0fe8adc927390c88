// Package printview is the print preview of the pedigree: the real pages at the right, and at the left
// whom the copy is for, the paper, and how large the text will print. Every choice has a key.
package printview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/fields"
	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree"
	"kindred/pedigree/layout"
)

// Session is the open family as this screen needs it.
type Session interface {
	Family() *pedigree.Family
	Drawing() clinic.Drawing
	Stamps() []string
	PrintPedigree(clinic.Printing) *clinic.Printout
	Printed(what string) error
	Exported(what string) error
}

// Params of New; all are required.
type Params struct {
	Session Session
	Layout  func() *layout.Layout  // the arrangement on the screen, which is printed
	Print   func(pdf []byte) error // writes a private file and opens the system's viewer
	Leave   func()                 // Escape: back to the pedigree
	Touched func()                 // a key was pressed on the pages

	// Save asks for a place and writes there what contents makes for the ending chosen (".pdf"), which
	// it calls in the background. name is what the file is called unless the user says otherwise.
	Save func(name string, endings []string, contents func(ending string) ([]byte, error))

	Background func(work func()) // runs work that takes long
	Run        func(func())      // runs a function on the window's goroutine
}

// Screen is the print preview.
type Screen struct {
	Content fyne.CanvasObject

	p       Params
	patient pedigree.ID
	choice  choice
	shown   *clinic.Printout // nil while the pages are made
	page    int              // index of the page in sight

	copies *fields.Choice[clinic.Copy]
	ages   *fields.Choice[bool]
	papers *fields.Choice[paper]
	turns  *fields.Choice[turn]
	sizes  *fields.Choice[sheets]

	who     *theme.Message  // what the copy shows
	summary *theme.Message  // how many pages
	legible *fyne.Container // whether the text can be read
	rules   *theme.Message  // nomenclature and marks
	note    *theme.Message
	print   *theme.Button
	pdf     *theme.Button
	picture *theme.Button

	leaf   *leaf
	thumbs *fyne.Container
	rail   *container.Scroll // over thumbs
	work   work
}

// New makes the screen; Show fills it.
func New(p Params) *Screen {
	s := &Screen{p: p, choice: choice{copy: clinic.FullCopy}}
	s.thumbs = theme.Column(10)
	s.rail = container.NewVScroll(s.thumbs)
	s.rail.Hide()
	s.leaf = newLeaf(func(c keymap.Command) { p.Touched(); s.Command(c) })
	s.leaf.resized = s.draw
	card := theme.NewCard(container.NewVScroll(s.choices()))
	s.Content = theme.NewPanel(theme.SurfaceGround, fyne.NewSize(theme.Gap, theme.Gap),
		container.New(threeColumns{}, card, s.rail, s.leaf))
	return s
}

// Hints are the keys of this screen.
func (s *Screen) Hints() []keymap.Hint {
	return append(keymap.HintsOf(map[keymap.Command]string{keymap.Print: "print"}), keymap.Hints(keymap.InPreview)...)
}

// Show makes the pages of the family as it stands, for the patient whose visit it is.
func (s *Screen) Show(patient pedigree.ID) {
	s.patient = patient
	s.page = 0
	s.say(theme.InkQuiet, "")
	s.Reload()
}

// Leave lets go of the pages: nothing of the family stays behind.
func (s *Screen) Leave() {
	s.work.stop()
	s.work.again = false
	s.shown = nil
	s.thumbs.RemoveAll()
	s.leaf.show(nil, 0)
}

// Focus gives the keyboard to the pages, which the keys of the preview work on.
func (s *Screen) Focus(c fyne.Canvas) { c.Focus(s.leaf) }

// Command does what a key or a button asks for.
func (s *Screen) Command(c keymap.Command) {
	switch c {
	case keymap.NextCopy:
		next(&s.copies.Select)
	case keymap.AgesInBands:
		next(&s.ages.Select)
	case keymap.NextPaper:
		next(&s.papers.Select)
	case keymap.Turn:
		next(&s.turns.Select)
	case keymap.FitOrTiles:
		next(&s.sizes.Select)
	case keymap.NextPage:
		s.turnTo(s.page + 1)
	case keymap.PageBefore:
		s.turnTo(s.page - 1)
	case keymap.ZoomIn, keymap.ZoomOut, keymap.Fit:
		s.leaf.zoomBy(c)
	case keymap.SavePDF:
		s.savePDF()
	case keymap.SavePicture:
		s.savePicture()
	case keymap.Print:
		s.printNow()
	case keymap.Leave:
		s.p.Leave()
	}
}

// TypedKey gets the keys that nothing on the screen takes: they belong to the pages.
func (s *Screen) TypedKey(k *fyne.KeyEvent) { s.leaf.TypedKey(k) }

func (s *Screen) say(ink theme.Ink, words string) { s.note.Set(ink, words) }

// threeColumns are the choices, the thumbnails where there are several pages, and the page in sight,
// which takes what is left.
type threeColumns struct{}

const (
	choicesWidth float32 = 352
	railWidth    float32 = 128
)

func (threeColumns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(choicesWidth+railWidth+2*theme.Gap+leastPage, leastPage)
}

func (threeColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, width := range []float32{choicesWidth, railWidth} {
		if objects[i].Visible() {
			objects[i].Move(fyne.NewPos(x, 0))
			objects[i].Resize(fyne.NewSize(width, size.Height))
			x += width + theme.Gap
		}
	}
	objects[2].Move(fyne.NewPos(x, 0))
	objects[2].Resize(fyne.NewSize(size.Width-x, size.Height))
}
