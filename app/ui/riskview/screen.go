package riskview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/theme"
)

// Screen is every model side by side, with picture, chart, gaps, limits and working.
type Screen struct {
	Content fyne.CanvasObject

	body   *fyne.Container
	scroll *container.Scroll
	open   map[string]bool // the models whose working is unfolded, kept from edit to edit
	shown  Shown
}

// NewScreen is an empty screen; Set fills it.
func NewScreen() *Screen {
	s := &Screen{body: container.NewStack(), open: map[string]bool{}}
	s.scroll = container.NewVScroll(s.body)
	s.Content = theme.NewPanel(theme.SurfaceGround, fyne.NewSize(theme.Gap, theme.Gap), s.scroll)
	return s
}

// Set shows the answers about a person. The place scrolled to is kept.
func (s *Screen) Set(shown Shown) {
	s.shown = shown
	s.show()
}

// Scroll moves the screen by a share of its height, down when positive.
func (s *Screen) Scroll(pages float32) {
	s.scroll.ScrollToOffset(fyne.NewPos(0, s.scroll.Offset.Y+pages*s.scroll.Size().Height))
}

func (s *Screen) show() {
	answers := s.shown.Answers
	if len(answers) == 0 || s.shown.Who == "" {
		s.body.Objects = []fyne.CanvasObject{theme.NewCard(theme.NewQuiet("Nobody is marked as the patient: choose a person on the pedigree, and make them a patient in Edit."))}
		s.body.Refresh()
		return
	}
	left := theme.Column(14, theme.Ends(theme.NewHeading("Every model on this family, side by side"), theme.NewQuiet(s.shown.Who)), table(answers))
	for _, a := range answers {
		left.Add(theme.NewRule())
		left.Add(s.working(a))
	}
	right := theme.Column(theme.Gap)
	if a := curveOf(answers); a != nil {
		right.Add(pictureCard(*a))
		right.Add(chartCard(*a))
	}
	right.Add(gapsCard(s.shown.missing()))
	right.Add(limitsCard(answers))
	right.Add(keptCard(s.shown.Kept))
	s.body.Objects = []fyne.CanvasObject{container.New(twoColumns{}, theme.NewCard(left), right)}
	s.body.Refresh()
}

// twoColumns gives the left card what the right column leaves.
type twoColumns struct{}

func (twoColumns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(left.Width+theme.Gap+max(rightWidth, right.Width), max(left.Height, right.Height))
}

func (twoColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	right := max(rightWidth, objects[1].MinSize().Width)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width-right-theme.Gap, objects[0].MinSize().Height))
	objects[1].Move(fyne.NewPos(size.Width-right, 0))
	objects[1].Resize(fyne.NewSize(right, objects[1].MinSize().Height))
}
