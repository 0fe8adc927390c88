package pedigreeview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
)

// amber is a chip or a banner that can be pressed: with the mouse, and with Enter where it has the
// keyboard, which a ring shows.
type amber struct {
	widget.BaseWidget
	content fyne.CanvasObject
	ring    *canvas.Rectangle
	press   func()
	escape  func()
	step    func(by int) // the up and down arrows; nil where they mean nothing
	focused func()       // nil where nothing follows
}

var (
	_ fyne.Focusable     = (*amber)(nil)
	_ desktop.Cursorable = (*amber)(nil)
)

func newAmber(content fyne.CanvasObject, press func()) *amber {
	a := &amber{content: content, press: press, ring: canvas.NewRectangle(color.Transparent)}
	a.ring.CornerRadius = theme.RadiusSoft
	a.ExtendBaseWidget(a)
	return a
}

// Tapped presses it.
func (a *amber) Tapped(*fyne.PointEvent) { a.press() }

// TypedKey presses it on Enter and Space.
func (a *amber) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		a.press()
	case fyne.KeyEscape:
		a.escape()
	case fyne.KeyUp, fyne.KeyDown:
		if a.step != nil {
			a.step(map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1}[k.Name])
		}
	default:
		keymap.PassKey(a, k)
	}
}

// TypedRune does nothing.
func (a *amber) TypedRune(rune) {}

// FocusGained shows the ring.
func (a *amber) FocusGained() {
	a.showRing(true)
	if a.focused != nil {
		a.focused()
	}
}

// FocusLost hides the ring.
func (a *amber) FocusLost() { a.showRing(false) }

func (a *amber) showRing(on bool) {
	a.ring.StrokeWidth = 0
	if on {
		a.ring.StrokeColor, a.ring.StrokeWidth = theme.Current().Accent, 3
	}
	a.ring.Refresh()
}

// Cursor is the hand.
func (a *amber) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is for Fyne.
func (a *amber) CreateRenderer() fyne.WidgetRenderer {
	a.ExtendBaseWidget(a)
	return &amberRenderer{amber: a, objects: []fyne.CanvasObject{a.content, a.ring}}
}

type amberRenderer struct {
	amber   *amber
	objects []fyne.CanvasObject
}

func (r *amberRenderer) Layout(size fyne.Size) {
	for _, o := range r.objects {
		o.Resize(size)
	}
}

func (r *amberRenderer) MinSize() fyne.Size { return r.amber.content.MinSize() }

func (r *amberRenderer) Refresh() {
	r.amber.content.Refresh()
	r.amber.ring.Refresh()
}

func (r *amberRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *amberRenderer) Destroy()                     {}
