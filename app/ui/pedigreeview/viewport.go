package pedigreeview

import (
	"math"

	"kindred/pedigree/draw"
)

// pixelsPerPoint is how large a point of the Scene is on the screen at 100 %: the drawing's labels of
// 9 points are 14 device-independent pixels, the smallest size of text that is to be read.
const pixelsPerPoint = 14.0 / 9.0

// Bounds of the zoom, and one step of it.
const (
	minZoom  = 0.05
	maxZoom  = 6.0
	zoomStep = 1.15
)

// viewport is which part of the plane of the drawing is seen, and how large. Screen lengths are
// device-independent pixels from the canvas's top left corner, lengths of the plane are points.
type viewport struct {
	zoom          float64 // 1 is 100 %
	left, top     float64 // where the plane's origin is on the screen
	width, height float64 // of the canvas on the screen
}

// scale is pixels a point.
func (v viewport) scale() float64 { return v.zoom * pixelsPerPoint }

func (v viewport) toScreen(p draw.Point) draw.Point {
	return draw.Point{X: v.left + p.X*v.scale(), Y: v.top + p.Y*v.scale()}
}

func (v viewport) toScene(p draw.Point) draw.Point {
	return draw.Point{X: (p.X - v.left) / v.scale(), Y: (p.Y - v.top) / v.scale()}
}

// seen is what of the plane is on the canvas.
func (v viewport) seen() box {
	return boxOf(v.toScene(draw.Point{}), v.toScene(draw.Point{X: v.width, Y: v.height}))
}

// zoomAbout changes the zoom and keeps the point of the Scene under at where it is.
func (v viewport) zoomAbout(at draw.Point, zoom float64) viewport {
	still := v.toScene(at)
	v.zoom = min(maxZoom, max(minZoom, zoom))
	v.left = at.X - still.X*v.scale()
	v.top = at.Y - still.Y*v.scale()
	return v
}

// fit shows a whole drawing in the middle with a margin, at 100 % or smaller.
func (v viewport) fit(b box) viewport {
	const margin = 16
	width, height := b.right-b.left, b.bottom-b.top
	v.zoom = 1
	if width > 0 && height > 0 && v.width > 2*margin && v.height > 2*margin {
		v.zoom = min((v.width-2*margin)/(width*pixelsPerPoint), (v.height-2*margin)/(height*pixelsPerPoint), 1)
		v.zoom = max(v.zoom, minZoom)
	}
	return v.middle(b)
}

// middle puts the middle of a box in the middle of the canvas.
func (v viewport) middle(b box) viewport {
	at := v.toScreen(b.centre())
	v.left += math.Round(v.width/2 - at.X)
	v.top += math.Round(v.height/2 - at.Y)
	return v
}

// keep limits how far a drawing can be pushed off the canvas: a strip always stays in sight.
func (v viewport) keep(b box) viewport {
	const strip = 60
	v.left = max(strip-b.right*v.scale(), min(v.width-strip-b.left*v.scale(), v.left))
	v.top = max(strip-b.bottom*v.scale(), min(v.height-strip-b.top*v.scale(), v.top))
	return v
}

// towards is the view at t from 0 to 1 on the way to another on the same canvas.
func (v viewport) towards(to viewport, t float64) viewport {
	to.zoom = v.zoom + t*(to.zoom-v.zoom)
	to.left = v.left + t*(to.left-v.left)
	to.top = v.top + t*(to.top-v.top)
	return to
}

// reveal moves as little as brings a box of the Scene into sight with a margin.
func (v viewport) reveal(b box) viewport {
	const margin = 24
	a, z := v.toScreen(draw.Point{X: b.left, Y: b.top}), v.toScreen(draw.Point{X: b.right, Y: b.bottom})
	v.left += nudge(a.X-margin, z.X+margin, v.width)
	v.top += nudge(a.Y-margin, z.Y+margin, v.height)
	return v
}

// nudge is how far [low, high] must move to lie in [0, room]; when it is larger, its start shows.
func nudge(low, high, room float64) float64 {
	switch {
	case low < 0 || high-low > room:
		return -low
	case high > room:
		return room - high
	}
	return 0
}

// minText is the smallest text that is shown, in device-independent pixels: smaller is a smear.
const minText = 6

// box is a rectangle in the Scene.
type box struct{ left, top, right, bottom float64 }

func (b box) contains(p draw.Point) bool {
	return p.X >= b.left && p.X <= b.right && p.Y >= b.top && p.Y <= b.bottom
}

func (b box) grown(by float64) box {
	return box{b.left - by, b.top - by, b.right + by, b.bottom + by}
}

func (b box) moved(by draw.Point) box {
	return box{b.left + by.X, b.top + by.Y, b.right + by.X, b.bottom + by.Y}
}

func (b box) union(c box) box {
	return box{min(b.left, c.left), min(b.top, c.top), max(b.right, c.right), max(b.bottom, c.bottom)}
}

func (b box) overlaps(c box) bool {
	return b.left <= c.right && c.left <= b.right && b.top <= c.bottom && c.top <= b.bottom
}

func (b box) centre() draw.Point {
	return draw.Point{X: (b.left + b.right) / 2, Y: (b.top + b.bottom) / 2}
}
