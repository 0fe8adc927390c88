package pedigreeview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"kindred/app/ui/keymap"
	"kindred/pedigree"
)

// newcomer marks whoever a key has just added, while the selection stays where it is: a ring, and the
// key that goes there.
type newcomer struct {
	person pedigree.ID // "" for nobody
	ring   *canvas.Rectangle
	key    *canvas.Text
}

func newNewcomer() newcomer {
	n := newcomer{ring: canvas.NewRectangle(nil), key: canvas.NewText(keymap.LabelOf(keymap.GoToAdded), nil)}
	n.ring.StrokeWidth, n.ring.CornerRadius = 1.5, 8
	n.key.TextSize = 13
	return n
}

// place sets the mark about a symbol and appends its objects.
func (n *newcomer) place(objects []fyne.CanvasObject, l look, s symbol) []fyne.CanvasObject {
	const gap = 6 // pixels, and less where the drawing is small: the label is close below
	n.ring.StrokeColor, n.key.Color = l.palette.Accent, l.palette.Accent
	settle(l, n.ring, s.shape.grown(gap/max(1, l.scale())))
	corner := n.ring.Position().AddXY(n.ring.Size().Width, 0)
	size := n.key.MinSize()
	n.key.Resize(size)
	n.key.Move(corner.SubtractXY(-2, size.Height/2))
	return append(objects, n.ring, n.key)
}

// SetAdded marks somebody who was just added; "" takes the mark away.
func (c *Canvas) SetAdded(person pedigree.ID) {
	c.added.person = person
	c.place()
}

// Added is whoever is marked as just added and still drawn, else "".
func (c *Canvas) Added() pedigree.ID {
	if c.indexOf(c.added.person) < 0 {
		return ""
	}
	return c.added.person
}

// AcceptsTab keeps the Tab key while there is somebody that it goes to; else it goes to the next field
// of the window.
func (c *Canvas) AcceptsTab() bool { return c.Added() != "" }
