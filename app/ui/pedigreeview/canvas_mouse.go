package pedigreeview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/draw"
)

// drag is a press of the mouse that may become a drag.
type drag struct {
	button  desktop.MouseButton
	person  pedigree.ID // whose symbol is dragged; "" pans
	symbol  int
	points  float64 // how far along the row, in points of the Scene
	started bool
	handle  Handle
	pressed bool // the press is on a handle
}

// doubleClick is how soon the second press of a double click must follow.
const doubleClick = 400 * time.Millisecond

// pressedModifiers asks the desktop driver; the test driver has none.
func pressedModifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

func (c *Canvas) sceneAt(p fyne.Position) draw.Point {
	return c.view.toScene(draw.Point{X: float64(p.X), Y: float64(p.Y)})
}

// MouseDown selects at once: waiting for a tap would make every selection feel late.
func (c *Canvas) MouseDown(e *desktop.MouseEvent) {
	c.takeFocus()
	c.drag = drag{button: e.Button, symbol: -1}
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	if h, ok := c.handleAt(e.Position); ok {
		c.drag = drag{symbol: -1, handle: h, pressed: true}
		return
	}
	i := at(c.symbols, c.sceneAt(e.Position))
	if i < 0 {
		return
	}
	c.drag.symbol = i
	again := i == c.current && time.Since(c.clicked) < doubleClick
	c.clicked = time.Now()
	c.choose(i)
	if again && c.OnCommand != nil {
		c.OnCommand(keymap.Edit)
	}
}

// MouseUp ends a press. A handle acts here and not before, or the menu that it opens would take the
// release for a click beside it and close.
func (c *Canvas) MouseUp(e *desktop.MouseEvent) {
	if c.drag.started {
		return
	}
	press := c.drag
	c.drag = drag{}
	if h, ok := c.handleAt(e.Position); ok && press.pressed && h == press.handle && c.OnHandle != nil {
		c.OnHandle(h, c.handlePosition(h))
	}
}

// Dragged moves a symbol along its row, or with the middle button or on the ground the whole view.
func (c *Canvas) Dragged(e *fyne.DragEvent) {
	if c.drag.button == 0 {
		return
	}
	c.drag.started = true
	if c.drag.button == desktop.MouseButtonPrimary && c.drag.symbol >= 0 && !c.readOnly && c.drag.symbol < len(c.symbols) {
		c.drag.person = c.symbols[c.drag.symbol].person
		c.drag.points += float64(e.Dragged.DX) / c.view.scale()
		c.showGhost()
		return
	}
	c.pan(float64(e.Dragged.DX), float64(e.Dragged.DY))
}

// DragEnd keeps where a symbol was dragged to.
func (c *Canvas) DragEnd() {
	moved := c.drag
	c.drag = drag{}
	c.place()
	const least = 4 // points: less is a hand that shook
	if moved.person != "" && math.Abs(moved.points) >= least && c.OnDragged != nil {
		c.dropped = moved.person
		c.OnDragged(moved.person, moved.points)
	}
}

func (c *Canvas) showGhost() {
	l := c.look()
	b := c.symbols[c.drag.symbol].shape
	b.left += c.drag.points
	b.right += c.drag.points
	c.ghost.StrokeColor, c.ghost.StrokeWidth, c.ghost.CornerRadius = theme.Current().Accent, 2, 6
	settle(l, c.ghost, b.grown(2))
	c.place()
}

// Scrolled pans, or with Ctrl zooms about the pointer.
func (c *Canvas) Scrolled(e *fyne.ScrollEvent) {
	if c.Modifiers()&fyne.KeyModifierControl == 0 {
		c.pan(float64(e.Scrolled.DX), float64(e.Scrolled.DY))
		return
	}
	factor := math.Pow(zoomStep, math.Max(-1, math.Min(1, float64(e.Scrolled.DY)/10)))
	c.wheelZoom(draw.Point{X: float64(e.Position.X), Y: float64(e.Position.Y)}, c.view.zoom*factor)
}

// MouseIn is for Fyne.
func (c *Canvas) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved tells over whom the pointer rests.
func (c *Canvas) MouseMoved(e *desktop.MouseEvent) {
	if c.drag.started {
		c.hover(-1)
		return
	}
	c.hover(at(c.symbols, c.sceneAt(e.Position)))
}

// MouseOut is for Fyne.
func (c *Canvas) MouseOut() { c.hover(-1) }

func (c *Canvas) hover(i int) {
	var person pedigree.ID
	var spot Spot
	if i >= 0 {
		person = c.symbols[i].person
		b := c.symbols[i].shape
		a, z := c.view.toScreen(draw.Point{X: b.left, Y: b.top}), c.view.toScreen(draw.Point{X: b.right, Y: b.bottom})
		spot = Spot{fyne.NewPos(float32(a.X), float32(a.Y)), fyne.NewSize(float32(z.X-a.X), float32(z.Y-a.Y))}
	}
	if person != c.hovered {
		c.hovered = person
		if c.OnHover != nil {
			c.OnHover(person, spot)
		}
	}
}

// Cursor is a hand over a handle.
func (c *Canvas) Cursor() desktop.Cursor {
	if c.hovered != "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// takeFocus gives the keyboard to the canvas; ok is false while it is in no window.
func (c *Canvas) takeFocus() (ok bool) {
	w := fyne.CurrentApp().Driver().CanvasForObject(c)
	if w != nil {
		w.Focus(c)
	}
	return w != nil
}
