package pedigreeview

import (
	"math"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/draw"
)

// Canvas shows a Scene and takes keys and mouse. It knows nothing of families: what is to happen is
// told to the callbacks, all of them called on the UI thread.
type Canvas struct {
	widget.BaseWidget

	OnCommand func(keymap.Command)                     // a key that is not about the view itself
	OnSelect  func(pedigree.ID)                        // the selection has moved
	OnHover   func(pedigree.ID, Spot)                  // the pointer rests on a person, "" on nobody
	OnHandle  func(h Handle, at fyne.Position)         // one of the four handles was pressed
	OnDragged func(person pedigree.ID, points float64) // a symbol was dragged along its row
	OnView    func(percent int)                        // zoom or place has changed
	OnFocus   func(bool)

	// Kin lists whom the up arrow (parents) or the down arrow (children) prefers to whoever merely
	// stands nearest; nil for nobody.
	Kin func(person pedigree.ID, above bool) []pedigree.ID

	// Modifiers tells which modifier keys are down during a scroll, which Fyne does not say.
	Modifiers func() fyne.KeyModifier

	scene    *draw.Scene
	display  display
	symbols  []symbol
	current  int // index of the selected symbol, -1 for nobody
	view     viewport
	fitted   bool // shown whole since the last Fit: it stays so when the window changes
	readOnly bool // no handles, no dragging
	blank    bool // nothing is shown until the next Draw
	focused  bool
	hovered  pedigree.ID
	drag     drag
	clicked  time.Time   // the last press on a symbol
	dropped  pedigree.ID // just placed by hand: the next Scene may move them, and nobody else
	mode     theme.Mode  // of inks
	inks     inks

	ground  *canvas.Rectangle
	plane   *plane
	clip    *container.Clip
	handles handles
	pins    pins
	ghost   *canvas.Rectangle // where a dragged symbol would go
}

// Spot is where a symbol is on the canvas, in device-independent pixels.
type Spot struct {
	At   fyne.Position
	Size fyne.Size
}

var (
	_ fyne.Accessible    = (*Canvas)(nil)
	_ fyne.Focusable     = (*Canvas)(nil)
	_ fyne.Shortcutable  = (*Canvas)(nil)
	_ fyne.Draggable     = (*Canvas)(nil)
	_ fyne.Scrollable    = (*Canvas)(nil)
	_ desktop.Mouseable  = (*Canvas)(nil)
	_ desktop.Hoverable  = (*Canvas)(nil)
	_ desktop.Cursorable = (*Canvas)(nil)
)

// NewCanvas makes an empty canvas.
func NewCanvas() *Canvas {
	c := &Canvas{current: -1, view: viewport{zoom: 1}, fitted: true, scene: &draw.Scene{}, Modifiers: pressedModifiers}
	c.plane = newPlane()
	c.clip = container.NewClip(c.plane)
	c.ground = canvas.NewRectangle(theme.Current().Card)
	c.ghost = canvas.NewRectangle(nil)
	c.handles.build()
	c.ExtendBaseWidget(c)
	return c
}

// SetReadOnly takes away the handles and the dragging, for the patient view.
func (c *Canvas) SetReadOnly(on bool) {
	c.readOnly = on
	c.place()
}

// Clear shows nothing until the next Draw; the selection and the place of the view stay.
func (c *Canvas) Clear() {
	c.blank = true
	c.place()
}

// Begin is the first look at a family: the whole of it, or where that would be too small to read, the
// part round the selected person.
func (c *Canvas) Begin() {
	c.Fit()
	if c.view.zoom >= legible || c.current < 0 {
		return
	}
	c.Zoom(beginning)
	c.view = c.view.middle(c.symbols[c.current].whole).keep(c.scene.Width, c.scene.Height)
	c.place()
}

// The zoom below which labels can hardly be read, and that of a first look at a larger family.
const (
	legible   = 0.45
	beginning = 0.75
)

// Draw replaces the Scene. The selected person, or whoever was, stays where they are on the screen;
// a selection that is no longer drawn is dropped.
func (c *Canvas) Draw(scene *draw.Scene) Change {
	c.blank = false
	anchor, anchored := c.anchor()
	c.dropped = ""
	person := c.Selected()
	c.scene = scene
	c.symbols = symbolsOf(scene)
	c.current = c.indexOf(person)
	change := c.display.show(scene, c.look(), c.isSelected)

	if at := c.indexOf(anchor.person); anchored && at >= 0 {
		now := c.view.toScreen(c.symbols[at].shape.centre())
		c.view.left += math.Round(anchor.at.X - now.X)
		c.view.top += math.Round(anchor.at.Y - now.Y)
	}
	if c.fitted && (!anchored || !c.allInSight()) && c.view.fit(scene.Width, scene.Height).zoom >= legible {
		c.fit()
	} else if c.current >= 0 {
		c.view = c.view.reveal(c.symbols[c.current].whole)
	}
	c.place()
	return change
}

// SetPinned marks the people of a family who were placed by hand; call it before Draw.
func (c *Canvas) SetPinned(f *pedigree.Family) { c.pins.set(f) }

// Selected is the selected person, "" for nobody.
func (c *Canvas) Selected() pedigree.ID {
	if c.current < 0 || c.current >= len(c.symbols) {
		return ""
	}
	return c.symbols[c.current].person
}

// Select moves the selection to a person and into sight; it does not call OnSelect.
func (c *Canvas) Select(person pedigree.ID) {
	c.current = c.indexOf(person)
	c.display.mark(c.look(), c.isSelected)
	if c.current >= 0 {
		c.view = c.view.reveal(c.symbols[c.current].whole)
	}
	c.place()
}

// Reveal brings a person into sight, moving the view as little as that needs.
func (c *Canvas) Reveal(person pedigree.ID) {
	if i := c.indexOf(person); i >= 0 {
		c.view = c.view.reveal(c.symbols[i].whole)
		c.place()
	}
}

// Fit shows the whole Scene, at 100 % or smaller.
func (c *Canvas) Fit() {
	c.fitted = true
	c.fit()
	c.place()
}

// Zoom sets the zoom, 1 for 100 %, and keeps the middle of the canvas where it is.
func (c *Canvas) Zoom(zoom float64) {
	c.zoomAbout(draw.Point{X: c.view.width / 2, Y: c.view.height / 2}, zoom)
}

// Percent is the zoom in whole per cent.
func (c *Canvas) Percent() int { return int(math.Round(c.view.zoom * 100)) }

func (c *Canvas) zoomAbout(at draw.Point, zoom float64) {
	c.fitted = false
	before := c.view.zoom
	c.view = c.view.zoomAbout(at, zoom).keep(c.scene.Width, c.scene.Height)
	if c.view.zoom != before {
		c.display.renderAll(c.look())
	}
	c.place()
}

func (c *Canvas) pan(dx, dy float64) {
	c.fitted = false
	c.view.left += dx
	c.view.top += dy
	c.view = c.view.keep(c.scene.Width, c.scene.Height)
	c.place()
}

func (c *Canvas) fit() {
	before := c.view.zoom
	c.view = c.view.fit(c.scene.Width, c.scene.Height)
	if c.view.zoom != before {
		c.display.renderAll(c.look())
	}
}

// allInSight reports that the whole Scene is on the canvas.
func (c *Canvas) allInSight() bool {
	end := c.view.toScreen(draw.Point{X: c.scene.Width, Y: c.scene.Height})
	return c.view.left >= 0 && c.view.top >= 0 && end.X <= c.view.width && end.Y <= c.view.height
}

// look is how items are drawn now; the inks are looked up once for each palette.
func (c *Canvas) look() look {
	if m := theme.CurrentMode(); m != c.mode {
		c.mode, c.inks = m, inksOf(m)
	}
	return look{c.view, c.inks}
}

func (c *Canvas) isSelected(e draw.Element) bool {
	person := c.Selected()
	return person != "" && e.Person == person
}

func (c *Canvas) indexOf(person pedigree.ID) int {
	if person == "" {
		return -1
	}
	for i, s := range c.symbols {
		if s.person == person {
			return i
		}
	}
	return -1
}

// hasHandles reports that the selected person's handles are shown: not where symbols are so small
// that the handles would cover their neighbours.
func (c *Canvas) hasHandles() bool {
	const smallest = 0.3
	return c.current >= 0 && !c.readOnly && !c.blank && c.view.zoom >= smallest
}

// nearest is whoever is drawn nearest to a place on the screen, "" where nobody is drawn.
func (c *Canvas) nearest(to draw.Point) pedigree.ID {
	var best pedigree.ID
	least := math.Inf(1)
	for _, s := range c.symbols {
		if d := distance(c.view.toScreen(s.shape.centre()), to); d < least {
			best, least = s.person, d
		}
	}
	return best
}

// anchored is somebody whose place on the screen a new Scene should keep.
type anchored struct {
	person pedigree.ID
	at     draw.Point
}

func (c *Canvas) anchor() (anchored, bool) {
	i := c.current
	if i < 0 || c.symbols[i].person == c.dropped {
		i = slices.IndexFunc(c.symbols, func(s symbol) bool { return s.person != c.dropped })
	}
	if i < 0 {
		return anchored{}, false
	}
	return anchored{c.symbols[i].person, c.view.toScreen(c.symbols[i].shape.centre())}, true
}

// place puts the plane where the view has it, gives it what is in sight, and repaints.
func (c *Canvas) place() {
	c.plane.Move(fyne.NewPos(float32(c.view.left), float32(c.view.top)))
	seen := boxOf(c.view.toScene(draw.Point{}), c.view.toScene(draw.Point{X: c.view.width, Y: c.view.height}))
	objects := c.plane.objects[:0]
	for _, it := range c.display.items {
		if !c.blank && it.bounds.grown(4).overlaps(seen) {
			objects = append(objects, it.objects...)
		}
	}
	if !c.readOnly && !c.blank {
		objects = c.pins.place(objects, c.look(), c.symbols)
	}
	if c.hasHandles() {
		objects = c.handles.place(objects, c.look(), c.symbols[c.current], c.focused)
	}
	if c.drag.person != "" {
		objects = append(objects, c.ghost)
	}
	c.plane.objects = objects
	canvas.Refresh(c.ground) // a rectangle holds no texture: this only asks for a repaint
	if c.OnView != nil {
		c.OnView(c.Percent())
	}
}
