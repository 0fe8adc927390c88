package pedigreeview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"kindred/app/ui/theme"
	"kindred/pedigree/draw"
)

// Fit shows the whole drawing, at 100 % or smaller.
func (c *Canvas) Fit() {
	c.fitted, c.zooming = true, 0
	c.view = c.view.fit(c.bounds)
	c.place()
}

// Zoom sets the zoom, 1 for 100 %, and keeps the middle of the canvas where it is.
func (c *Canvas) Zoom(zoom float64) {
	c.zooming = 0
	c.zoomAbout(draw.Point{X: c.view.width / 2, Y: c.view.height / 2}, zoom)
}

// Percent is the zoom in whole per cent.
func (c *Canvas) Percent() int { return int(math.Round(c.view.zoom * 100)) }

func (c *Canvas) zoomAbout(at draw.Point, zoom float64) {
	c.fitted = false
	c.view = c.view.zoomAbout(at, zoom).keep(c.bounds)
	c.place()
}

// rest is how long a zoom with the wheel must pause before everything is painted in the new size.
const rest = 140 * time.Millisecond

// wheelZoom is one step of a zoom with the wheel: what is painted is stretched until the wheel rests.
func (c *Canvas) wheelZoom(at draw.Point, zoom float64) {
	c.zooming++
	step := c.zooming
	c.zoomAbout(at, zoom)
	c.later(rest, func() {
		if c.zooming == step {
			c.zooming = 0
			c.place()
		}
	})
}

func (c *Canvas) pan(dx, dy float64) {
	c.fitted = false
	c.view.left += dx
	c.view.top += dy
	c.view = c.view.keep(c.bounds)
	c.place()
}

// allInSight reports that the whole Scene is on the canvas.
func (c *Canvas) allInSight() bool {
	a, z := c.view.toScreen(draw.Point{X: c.bounds.left, Y: c.bounds.top}), c.view.toScreen(draw.Point{X: c.bounds.right, Y: c.bounds.bottom})
	return a.X >= 0 && a.Y >= 0 && z.X <= c.view.width && z.Y <= c.view.height
}

// look is how things are drawn now; the inks are looked up once for each palette.
func (c *Canvas) look() look {
	if m := theme.CurrentMode(); m != c.mode {
		c.mode, c.inks = m, inksOf(m)
		c.mosaic.forget()
	}
	return look{c.shownView(), c.inks}
}

// look is what the marks on the drawing are placed with.
type look struct {
	viewport
	inks
}

// plane is a place of the plane in device-independent pixels from its origin.
func (l look) plane(p draw.Point) fyne.Position {
	return fyne.NewPos(float32(p.X*l.scale()), float32(p.Y*l.scale()))
}

// settle puts an object where a box of the plane is.
func settle(l look, o fyne.CanvasObject, b box) {
	a, z := l.plane(draw.Point{X: b.left, Y: b.top}), l.plane(draw.Point{X: b.right, Y: b.bottom})
	o.Move(a)
	o.Resize(fyne.NewSize(z.X-a.X, z.Y-a.Y))
}

// place puts the plane where the view has it, gives it what is in sight, and asks for a frame.
func (c *Canvas) place() {
	l := c.look()
	density := c.density()
	whole := func(v float64) float32 { return float32(math.Round(v*density) / density) } // pixels, or all would blur
	c.plane.Move(fyne.NewPos(whole(l.left), whole(l.top)))
	objects := c.plane.objects[:0]
	if !c.blank && l.width > 0 && l.height > 0 {
		// A zoom with the wheel, and no other change, goes on with what is painted as long as that can be read.
		const most = 2
		if stretch := c.view.scale() * density / c.mosaic.scale; c.zooming == 0 || stretch > most || stretch < 1.0/most {
			c.mosaic.prepare(c.view.scale()*density, density, l.inks)
		}
		side := tileSide / c.mosaic.scale * l.scale()
		c.mosaic.cover(l.seen(), c.display.items, func(at tilePlace, t *tile) {
			t.object.Move(fyne.NewPos(float32(float64(at.x)*side), float32(float64(at.y)*side)))
			t.object.Resize(fyne.NewSquareSize(float32(side)))
			objects = append(objects, t.object)
		})
		if !c.readOnly {
			objects = c.pins.place(objects, l, c.symbols)
			objects = c.group.place(objects, l, c.symbols)
			if i := c.indexOf(c.added.person); i >= 0 {
				objects = c.added.place(objects, l, c.symbols[i])
			}
		}
	}
	if c.hasHandles() {
		objects = c.handles.place(objects, l, c.symbols[c.current], c.focused, c.display.furniture())
	}
	if c.drag.person != "" {
		objects = append(objects, c.ghost)
	}
	c.plane.objects = objects
	canvas.Refresh(c.repaint)
	if c.OnView != nil {
		c.OnView(c.Percent())
	}
}

// density is how many pixels of the screen a device-independent pixel is.
func (c *Canvas) density() float64 {
	if w := fyne.CurrentApp().Driver().CanvasForObject(c); w != nil && w.Scale() > 0 {
		return float64(w.Scale())
	}
	return 1
}
