package riskview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/theme"
)

// Widths in device-independent pixels: from twoFrom on the cards stand in two columns, below that the
// models take the whole width and the others stand in two columns under them, and below splitFrom in one.
const (
	defaultWidth float32 = 1216
	twoFrom      float32 = 1090
	splitFrom    float32 = 880
	leastWidth   float32 = 620
	leastRight   float32 = 400
	rightShare   float32 = 0.43
)

// columns is the width of the card of models and that of the other cards.
func (s *Screen) columns() (left, right float32) {
	switch {
	case s.width >= twoFrom:
		right = max(leastRight, float32(int(s.width*rightShare)))
		return s.width - right - theme.Gap, right
	case s.width >= splitFrom:
		return s.width, float32(int((s.width - theme.Gap) / 2))
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

func newSide(l fyne.Layout) side {
	body := container.New(l)
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

// alongside is the column of cards beside the models.
type alongside struct{ s *Screen }

func (b *alongside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	_, right := b.s.columns()
	return fyne.NewSize(right, stacked(objects, column{width: right}, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

func (b *alongside) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	_, right := b.s.columns()
	stacked(objects, column{width: right}, placed)
}

// stacked places cards in one column and returns their height.
func stacked(objects []fyne.CanvasObject, c column, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	for _, o := range objects {
		if o.Visible() {
			c.take(o, place)
		}
	}
	return max(0, c.y-theme.Gap)
}

// placed gives a card its place. What is inside may be of other heights in all the same height.
func placed(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	o.Move(at)
	o.Resize(size.AddWidthHeight(0, 1))
	o.Resize(size)
}

// under sets the card of models over the whole width and the others, in the order given, under it, each where
// the column that is shorter so far ends. Where the others stand beside, the models are alone here.
type under struct{ s *Screen }

func (u *under) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, _ := u.s.columns()
	return fyne.NewSize(min(left, leastWidth), u.set(objects, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

func (u *under) Layout(objects []fyne.CanvasObject, _ fyne.Size) { u.set(objects, placed) }

// set places the cards and returns the height of all.
func (u *under) set(objects []fyne.CanvasObject, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	left, right := u.s.columns()
	top := column{width: left}
	var columns []column
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if i == 0 {
			top.take(o, place)
			columns = u.s.free(right, top.y)
			continue
		}
		shortest := &columns[0]
		for n := range columns {
			if columns[n].y < shortest.y {
				shortest = &columns[n]
			}
		}
		shortest.take(o, place)
	}
	end := top.y
	for _, c := range columns {
		end = max(end, c.y)
	}
	return max(0, end-theme.Gap)
}

// column is a column of cards: its left edge, where the next card goes, and its width.
type column struct{ x, y, width float32 }

// take places a card at the end of the column.
func (c *column) take(o fyne.CanvasObject, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) {
	height := o.MinSize().Height
	place(o, fyne.NewPos(c.x, c.y), fyne.NewSize(c.width, height))
	c.y += height + theme.Gap
}

// free are the columns for the cards under the models, from a height on.
func (s *Screen) free(right, from float32) []column {
	if s.width >= splitFrom && s.width < twoFrom {
		return []column{{0, from, right}, {right + theme.Gap, from, right}}
	}
	return []column{{0, from, right}}
}
