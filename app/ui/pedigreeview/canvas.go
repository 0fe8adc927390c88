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

	bounds   box // of the drawing on the plane
	title    string
	display  display
	mosaic   mosaic
	motion   *motion  // nil while nothing moves
	moving   viewport // where the view is while it moves
	symbols  []symbol
	current  int // index of the selected symbol, -1 for nobody
	view     viewport
	fitted   bool // shown whole since the last Fit: it stays so when the window changes
	zooming  int  // wheel steps of a zoom that has not rested yet; the tiles are stretched meanwhile
	calm     bool // changes are shown at once
	readOnly bool // no handles, no dragging
	blank    bool // nothing is shown until the next Draw
	focused  bool
	hovered  pedigree.ID
	drag     drag
	clicked  time.Time   // the last press on a symbol
	dropped  pedigree.ID // just placed by hand: the next Scene may move them, and nobody else
	mode     theme.Mode  // of inks
	inks     inks

	// animate runs a function of the time from 0 to 1, and later runs one after a while; both on the UI
	// thread. Tests have clocks of their own.
	animate func(took time.Duration, tick func(float32)) (stop func())
	later   func(after time.Duration, do func())

	repaint *canvas.Rectangle // has no size; to refresh it asks for a new frame
	plane   *plane
	clip    *container.Clip
	handles handles
	pins    pins
	added   newcomer
	group   group
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
	_ fyne.Tabbable      = (*Canvas)(nil)
	_ fyne.Draggable     = (*Canvas)(nil)
	_ fyne.Scrollable    = (*Canvas)(nil)
	_ desktop.Mouseable  = (*Canvas)(nil)
	_ desktop.Hoverable  = (*Canvas)(nil)
	_ desktop.Cursorable = (*Canvas)(nil)
)

// NewCanvas makes an empty canvas.
func NewCanvas() *Canvas {
	c := &Canvas{
		current: -1, view: viewport{zoom: 1}, fitted: true, Modifiers: pressedModifiers, animate: animate,
		later: func(after time.Duration, do func()) { time.AfterFunc(after, func() { fyne.Do(do) }) },
	}
	c.plane = newPlane()
	c.clip = container.NewClip(c.plane)
	c.repaint = canvas.NewRectangle(nil)
	c.ghost = canvas.NewRectangle(nil)
	c.added = newNewcomer()
	c.handles.build()
	c.ExtendBaseWidget(c)
	return c
}

// SetReadOnly takes away the handles and the dragging, for the patient view.
func (c *Canvas) SetReadOnly(on bool) {
	c.readOnly = on
	c.place()
}

// SetCalm shows every change at once, for those who want nothing to move.
func (c *Canvas) SetCalm(on bool) { c.calm = on }

// Clear shows nothing until the next Draw; the selection and the place of the view stay.
func (c *Canvas) Clear() {
	c.blank = true
	c.mosaic.forget()
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
	c.view = c.view.middle(c.symbols[c.current].whole).keep(c.bounds)
	c.place()
}

// The zoom below which labels can hardly be read, and that of a first look at a larger family.
const (
	legible   = 0.45
	beginning = 0.75
)

// Draw replaces the Scene. The selected person, or whoever was, stays where they are on the screen;
// the others move to their new places. A selection that is no longer drawn is dropped.
func (c *Canvas) Draw(scene *draw.Scene) Change {
	first := c.blank || len(c.display.items) == 0
	c.blank = false
	anchor, anchored := c.anchor()
	c.dropped = ""
	person, before, view := c.Selected(), c.symbols, c.shownView()

	var by draw.Point
	elements := scene.Elements
	c.symbols = symbolsOf(elements)
	if at := c.indexOf(anchor.person); anchored && at >= 0 {
		now := c.symbols[at].shape.centre()
		by = draw.Point{X: anchor.on.X - now.X, Y: anchor.on.Y - now.Y}
	}
	if by != (draw.Point{}) {
		elements = moved(elements, by)
		for i := range c.symbols {
			s := &c.symbols[i]
			s.shape, s.whole = s.shape.moved(by), s.whole.moved(by)
		}
	}
	c.title, c.bounds = scene.Title, box{by.X, by.Y, by.X + scene.Width, by.Y + scene.Height}
	c.current = c.indexOf(person)
	c.halt()
	now := c.display.show(elements, c.Selected())
	for _, b := range now.stale {
		c.mosaic.spoil(b)
	}

	if c.fitted && (!anchored || !c.allInSight()) && c.view.fit(c.bounds).zoom >= legible {
		c.view = c.view.fit(c.bounds)
	} else if c.current >= 0 {
		c.view = c.view.reveal(c.symbols[c.current].whole)
	}
	if !c.calm && !first {
		c.begin(now.moves, view, reordered(before, c.symbols))
	}
	c.place()
	return now.Change
}

// moved are elements in another place of the plane.
func moved(elements []draw.Element, by draw.Point) []draw.Element {
	at := make([]draw.Element, len(elements))
	for i, e := range elements {
		e.Shape = draw.Transformed(e.Shape, 1, by)
		at[i] = e
	}
	return at
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
func (c *Canvas) Select(person pedigree.ID) { c.turnTo(c.indexOf(person)) }

// turnTo makes a symbol the selected one and brings it into sight; -1 is nobody's.
func (c *Canvas) turnTo(i int) {
	c.current = i
	for _, b := range c.display.mark(c.Selected()) {
		c.mosaic.spoil(b)
	}
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

// anchored is somebody whose place on the plane a new Scene should keep, and where that is on the screen.
type anchored struct {
	person pedigree.ID
	on     draw.Point
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
	on := c.symbols[i].shape.centre()
	return anchored{c.symbols[i].person, on, c.view.toScreen(on)}, true
}
