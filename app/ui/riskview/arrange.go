package riskview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/theme"
)

// Widths in device-independent pixels: from twoFrom on the cards stand in two columns, below that in one.
const (
	defaultWidth float32 = 1216
	twoFrom      float32 = 910
	leastWidth   float32 = 620
	leastRight   float32 = 400
	rightShare   float32 = 0.43
)

// columns is the width of the card of models and that of the other cards.
func (s *Screen) columns() (left, right float32) {
	if s.width >= twoFrom {
		right = max(leastRight, float32(int(s.width*rightShare)))
		return s.width - right - theme.Gap, right
	}
	return s.width, s.width
}

// fill puts other objects into a container, unless they are the same.
func (s *Screen) fill(c *fyne.Container, objects []fyne.CanvasObject) {
	if !slices.Equal(c.Objects, objects) {
		c.Objects = objects
		s.stale = append(s.stale, c)
	}
}

// Arrange lays the cards out anew after one of them changed. What stays as it is is neither measured into
// another place nor drawn into its picture again: a Refresh of the whole would do that to every word.
func (s *Screen) Arrange() {
	s.sides.Layout.Layout(s.sides.Objects, s.sides.Size())
	for _, side := range []*side{&s.left, &s.right} {
		side.body.Layout.Layout(side.body.Objects, side.body.Size())
	}
	for _, c := range s.stale {
		c.Layout.Layout(c.Objects, c.Size())
	}
	s.stale = nil
	s.left.scroll.Refresh()
	s.right.scroll.Refresh()
}

// side is cards that scroll together. Beside the models the others scroll alone, so that the picture and
// what would change the answer stay in sight however far down the working is read; under them all are one.
type side struct {
	scroll *container.Scroll
	body   *fyne.Container
}

func newSide(width func() float32) side {
	body := container.New(stack{width})
	return side{container.NewVScroll(body), body}
}

// deal puts the cards on the two sides: beside each other where there is room, else all on the left.
func (s *Screen) deal(cards []fyne.CanvasObject) {
	if s.width >= twoFrom && len(cards) > 1 {
		s.left.body.Objects, s.right.body.Objects = cards[:1:1], cards[1:]
	} else {
		s.left.body.Objects, s.right.body.Objects = cards, nil
	}
	setShown(s.right.scroll, len(s.right.body.Objects) > 0)
}

// sideOf is the side on which an object stands.
func (s *Screen) sideOf(o fyne.CanvasObject) *side {
	driver := fyne.CurrentApp().Driver()
	if s.right.scroll.Visible() && driver.AbsolutePositionForObject(o).X >= driver.AbsolutePositionForObject(s.right.scroll).X {
		return &s.right
	}
	return &s.left
}

// fitting fits what the screen shows to its width before it is laid out.
type fitting struct{ s *Screen }

func (f *fitting) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(leastWidth, 200) }

func (f *fitting) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := f.s
	if width := float32(int(size.Width)); width != s.width && width >= leastWidth {
		s.width = width
		s.show()
	}
	if !s.right.scroll.Visible() {
		s.left.scroll.Resize(size)
		return
	}
	left, right := s.columns()
	s.left.scroll.Resize(fyne.NewSize(left, size.Height))
	s.right.scroll.Move(fyne.NewPos(left+theme.Gap, 0))
	s.right.scroll.Resize(fyne.NewSize(right, size.Height))
}

// stack sets cards under each other.
type stack struct{ width func() float32 }

func (k stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(k.width(), k.set(objects, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

func (k stack) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	k.set(objects, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size.AddWidthHeight(0, 1)) // what is inside may be of other heights in all the same height
		o.Resize(size)
	})
}

// set places the cards and returns the height of all.
func (k stack) set(objects []fyne.CanvasObject, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	y := float32(0)
	for _, o := range objects {
		if o.Visible() {
			height := o.MinSize().Height
			place(o, fyne.NewPos(0, y), fyne.NewSize(k.width(), height))
			y += height + theme.Gap
		}
	}
	return max(0, y-theme.Gap)
}
