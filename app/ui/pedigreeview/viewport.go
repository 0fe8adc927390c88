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

// viewport is which part of a Scene is seen, and how large. Screen lengths are device-independent
// pixels from the canvas's top left corner, scene lengths are points.
type viewport struct {
	zoom          float64 // 1 is 100 %
	left, top     float64 // where the Scene's origin is on the screen
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

// zoomAbout changes the zoom and keeps the point of the Scene under at where it is.
func (v viewport) zoomAbout(at draw.Point, zoom float64) viewport {
	still := v.toScene(at)
	v.zoom = min(maxZoom, max(minZoom, zoom))
	v.left = at.X - still.X*v.scale()
	v.top = at.Y - still.Y*v.scale()
	return v
}

// fit shows a whole Scene in the middle with a margin, at 100 % or smaller.
func (v viewport) fit(width, height float64) viewport {
	const margin = 16
	v.zoom = 1
	if width > 0 && height > 0 && v.width > 2*margin && v.height > 2*margin {
		v.zoom = min((v.width-2*margin)/(width*pixelsPerPoint), (v.height-2*margin)/(height*pixelsPerPoint), 1)
		v.zoom = max(v.zoom, minZoom)
	}
	return v.centre(width, height)
}

// centre puts the middle of a Scene in the middle of the canvas.
func (v viewport) centre(width, height float64) viewport {
	v.left = math.Round((v.width - width*v.scale()) / 2)
	v.top = math.Round((v.height - height*v.scale()) / 2)
	return v
}

// middle puts the middle of a box in the middle of the canvas.
func (v viewport) middle(b box) viewport {
	at := v.toScreen(b.centre())
	v.left += math.Round(v.width/2 - at.X)
	v.top += math.Round(v.height/2 - at.Y)
	return v
}

// keep limits how far the Scene can be pushed off the canvas: a strip always stays in sight.
func (v viewport) keep(width, height float64) viewport {
	const strip = 60
	v.left = max(strip-width*v.scale(), min(v.width-strip, v.left))
	v.top = max(strip-height*v.scale(), min(v.height-strip, v.top))
	return v
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

// minText is the smallest text that is shown, in pixels: smaller is a smear.
const minText = 6

// textPixels is the size in which text of so many points is shown: exact at 100 %, else in steps of
// 10 % and never larger than the drawing's, so that a zoom does not make new textures at every step
// and no label grows into its neighbour. 0 hides the text.
func (v viewport) textPixels(points float64) float32 {
	if points*v.scale() < minText {
		return 0
	}
	step := math.Floor(math.Log(v.zoom)/math.Log(1.1) + 1e-9)
	return float32(max(minText, points*pixelsPerPoint*math.Pow(1.1, step)))
}

// box is a rectangle in the Scene.
type box struct{ left, top, right, bottom float64 }

func (b box) contains(p draw.Point) bool {
	return p.X >= b.left && p.X <= b.right && p.Y >= b.top && p.Y <= b.bottom
}

func (b box) grown(by float64) box {
	return box{b.left - by, b.top - by, b.right + by, b.bottom + by}
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
