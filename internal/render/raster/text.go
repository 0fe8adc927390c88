package raster

import (
	"math"
	"slices"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"kindred/internal/textmetric"
	"kindred/pedigree/draw"
)

// text fills the glyph outlines of one line.
func (c *canvas) text(t draw.Text) {
	ink, ok := c.ink(t.Fill)
	t.String = textmetric.Printable(t.String)
	if !ok || t.Size <= 0 || t.String == "" {
		return
	}
	width := c.Face.Width(t.String, t.Size, t.Bold, t.Italic)
	x := t.At.X
	switch t.Anchor {
	case draw.AnchorMiddle:
		x -= width / 2
	case draw.AnchorEnd:
		x -= width
	}
	turn := about(t.At, t.Angle)
	left, right, top, foot := x-0.4*t.Size, x+width+0.4*t.Size, t.At.Y-1.2*t.Size, t.At.Y+0.5*t.Size
	box := c.box([]draw.Point{turn(left, top), turn(right, top), turn(right, foot), turn(left, foot)})
	if box.Empty() {
		return
	}
	r := c.rasterizer(box)
	pixels := t.Size * c.Scale
	at := 0.0 // pixels along the baseline
	place := func(dx, dy float32) (float32, float32) {
		p := turn(x+(at+float64(dx))/c.Scale, t.At.Y+float64(dy)/c.Scale)
		return float32(p.X*c.Scale - float64(box.Min.X)), float32(p.Y*c.Scale - float64(box.Min.Y))
	}
	var buffer sfnt.Buffer
	for _, run := range c.Face.Runs(t.String) {
		font := run.Face.Font(t.Bold, t.Italic)
		for _, char := range run.Text {
			if font != nil {
				trace(r, c.glyph(&buffer, font, char), pixels/outlineSize, place)
			}
			at += run.Face.Width(string(char), pixels, t.Bold, t.Italic)
		}
	}
	c.lay(box, ink)
}

// about turns points by degrees anticlockwise about a centre.
func about(centre draw.Point, degrees float64) func(x, y float64) draw.Point {
	if degrees == 0 {
		return func(x, y float64) draw.Point { return draw.Point{X: x, Y: y} }
	}
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return func(x, y float64) draw.Point {
		dx, dy := x-centre.X, y-centre.Y
		return draw.Point{X: centre.X + dx*cos + dy*sin, Y: centre.Y - dx*sin + dy*cos}
	}
}

// outlineSize is the size in pixels in which outlines are kept: fine enough for any other.
const outlineSize = 1024

type glyphKey struct {
	font *sfnt.Font
	char rune
}

// glyph is the outline of a character at outlineSize; empty where the font has none.
func (c *canvas) glyph(buffer *sfnt.Buffer, font *sfnt.Font, char rune) sfnt.Segments {
	key := glyphKey{font, char}
	path, known := c.glyphs[key]
	if known {
		return path
	}
	if index, err := font.GlyphIndex(buffer, char); err == nil && index != 0 {
		if loaded, err := font.LoadGlyph(buffer, index, fixed.I(outlineSize), nil); err == nil {
			path = slices.Clone(loaded) // the buffer's own is written over by the next
		}
	}
	c.glyphs[key] = path
	return path
}

// trace adds one glyph's outline, scaled, each point of it where place puts it.
func trace(r *vector.Rasterizer, path sfnt.Segments, scale float64, place func(dx, dy float32) (float32, float32)) {
	pixel := float32(scale / 64)
	at := func(p fixed.Point26_6) (float32, float32) { return place(float32(p.X)*pixel, float32(p.Y)*pixel) }
	for i, s := range path {
		x0, y0 := at(s.Args[0])
		x1, y1 := at(s.Args[1])
		x2, y2 := at(s.Args[2])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				r.ClosePath()
			}
			r.MoveTo(x0, y0)
		case sfnt.SegmentOpLineTo:
			r.LineTo(x0, y0)
		case sfnt.SegmentOpQuadTo:
			r.QuadTo(x0, y0, x1, y1)
		case sfnt.SegmentOpCubeTo:
			r.CubeTo(x0, y0, x1, y1, x2, y2)
		}
	}
	if len(path) > 0 {
		r.ClosePath()
	}
}
