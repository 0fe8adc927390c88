// Package raster draws a Scene as pixels and writes PNG. Paths are filled with anti-aliasing by
// x/image/vector; text is drawn with the glyph outlines of the embedded faces, so that a picture is
// the same on every computer.
package raster

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	stddraw "image/draw"
	"image/png"
	"io"
	"math"
	"slices"
	"strings"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/vector"

	"kindred/internal/render/palette"
	"kindred/internal/textmetric"
	"kindred/pedigree/draw"
)

// Options of Image and Write; the zero value is a light picture at 96 pixels an inch.
type Options struct {
	Palette palette.Palette  // nil is palette.Light
	Face    *textmetric.Face // nil is textmetric.Letter
	Scale   float64          // pixels a point; 0 is 96/72
}

// complete fills in the defaults.
func (o Options) complete() Options {
	if o.Palette == nil {
		o.Palette = palette.Light
	}
	if o.Face == nil {
		o.Face = textmetric.Letter
	}
	if o.Scale <= 0 {
		o.Scale = 96.0 / 72
	}
	return o
}

// largest is the greatest number of pixels that Image makes: 16,384 by 8,192.
const largest = 1 << 27

// ErrTooLarge is a picture of more pixels than a viewer can be expected to open.
var ErrTooLarge = errors.New("the picture would be too large: draw it as SVG or PDF, or at a smaller scale")

// Write writes the Scene as PNG. It fails with ErrTooLarge, and with a *textmetric.GlyphError where the
// typeface lacks a character: a name must not lose a part of itself in a file.
func Write(w io.Writer, s *draw.Scene, o Options) error {
	o = o.complete()
	var all strings.Builder
	for i := range s.Elements {
		if t, ok := s.Elements[i].Shape.(draw.Text); ok {
			all.WriteString(t.String + "\n")
		}
	}
	if err := o.Face.Check(all.String()); err != nil {
		return err
	}
	picture, err := Image(s, o)
	if err != nil {
		return err
	}
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(w, picture); err != nil {
		return fmt.Errorf("writing the picture: %w", err)
	}
	return nil
}

// Image draws the Scene. It fails only with ErrTooLarge; a character that the typeface lacks is left
// out, which is for previews whose callers say so.
func Image(s *draw.Scene, o Options) (*image.NRGBA, error) {
	o = o.complete()
	width, height := math.Ceil(s.Width*o.Scale), math.Ceil(s.Height*o.Scale)
	if !(width*height <= largest) || width > 1<<16 || height > 1<<16 {
		return nil, ErrTooLarge
	}
	picture := image.NewRGBA(image.Rect(0, 0, max(1, int(width)), max(1, int(height))))
	p := NewPainter(o)
	p.Clear(picture)
	for i := range s.Elements {
		p.Paint(picture, s.Elements[i].Shape)
	}
	// On an opaque ground the two are the same bytes.
	return &image.NRGBA{Pix: picture.Pix, Stride: picture.Stride, Rect: picture.Rect}, nil
}

// Painter draws shapes into parts of pictures, for a view that paints only what has changed. It may
// be used by one goroutine at a time.
type Painter struct{ c canvas }

// NewPainter makes a Painter; the defaults of Options are those of Image.
func NewPainter(o Options) *Painter {
	p := &Painter{canvas{glyphs: map[glyphKey]sfnt.Segments{}}}
	p.Set(o)
	return p
}

// Set changes the palette, the face or the scale of what is painted from now on. A Painter that is
// kept knows the outlines of the letters that it has drawn.
func (p *Painter) Set(o Options) { p.c.Options = o.complete() }

// Clear makes a picture, or the part of one that an image.RGBA's SubImage is, empty paper.
func (p *Painter) Clear(picture *image.RGBA) {
	ground, _ := p.c.Palette.Of(draw.Paper)
	stddraw.Draw(picture, picture.Bounds(), image.NewUniform(ground), image.Point{}, stddraw.Src)
}

// Paint draws what of a shape lies within the picture's bounds, which are pixels from the origin of the
// Scene at the Painter's scale.
func (p *Painter) Paint(picture *image.RGBA, s draw.Shape) {
	p.c.picture = picture
	p.c.shape(s)
}

type canvas struct {
	Options
	picture *image.RGBA
	vector  vector.Rasterizer // its memory is used again from shape to shape, as is the mask's
	mask    image.Alpha
	glyphs  map[glyphKey]sfnt.Segments
}

// rasterizer is one for a box of the picture, with no path yet.
func (c *canvas) rasterizer(box image.Rectangle) *vector.Rasterizer {
	c.vector.Reset(box.Dx(), box.Dy())
	c.vector.DrawOp = stddraw.Src
	return &c.vector
}

// lay paints the path that the rasterizer holds. Most pixels of a box are outside or inside the path,
// and are done with at a glance.
func (c *canvas) lay(box image.Rectangle, ink color.NRGBA) {
	width, height := box.Dx(), box.Dy()
	if cap(c.mask.Pix) < width*height {
		c.mask.Pix = make([]byte, width*height)
	}
	c.mask = image.Alpha{Pix: c.mask.Pix[:width*height], Stride: width, Rect: image.Rect(0, 0, width, height)}
	c.vector.Draw(&c.mask, c.mask.Rect, image.Opaque, image.Point{})
	r, g, b, a := uint32(ink.R), uint32(ink.G), uint32(ink.B), uint32(ink.A)
	for y := range height {
		row := c.picture.Pix[c.picture.PixOffset(box.Min.X, box.Min.Y+y):]
		for x, cover := range c.mask.Pix[y*width : (y+1)*width] {
			if cover == 0 {
				continue
			}
			p := row[4*x : 4*x+4 : 4*x+4]
			over := uint32(cover) * a / 255
			under := 255 - over
			p[0] = byte((r*over + uint32(p[0])*under + 127) / 255)
			p[1] = byte((g*over + uint32(p[1])*under + 127) / 255)
			p[2] = byte((b*over + uint32(p[2])*under + 127) / 255)
			p[3] = byte((255*over + uint32(p[3])*under + 127) / 255)
		}
	}
}

func (c *canvas) shape(s draw.Shape) {
	switch v := s.(type) {
	case draw.Line:
		c.stroke([]draw.Point{v.From, v.To}, false, v.Stroke)
	case draw.Polyline:
		c.stroke(v.Points, false, v.Stroke)
	case draw.Polygon:
		c.fill(v.Fill, v.Points)
		c.stroke(v.Points, true, v.Stroke)
	case draw.Circle:
		c.fill(v.Fill, c.arc(v.C, v.R, 0, 360))
		if half := v.Stroke.Width / 2; len(v.Stroke.Dash) == 0 && half > 0 && half < v.R {
			inner := c.arc(v.C, v.R-half, 0, 360)
			slices.Reverse(inner) // against the outer edge, which leaves the inside out
			c.fill(v.Stroke.Colour, c.arc(v.C, v.R+half, 0, 360), inner)
		} else {
			c.stroke(c.arc(v.C, v.R, 0, 360), true, v.Stroke)
		}
	case draw.Sector:
		slice := c.arc(v.C, v.R, v.Start, v.End)
		if v.End-v.Start < 360 {
			slice = append(slice, v.C)
		}
		c.fill(v.Fill, slice)
	case draw.Text:
		c.text(v)
	}
}

// arc is a polygon that leaves a circle's arc by less than a twentieth of a pixel.
func (c *canvas) arc(centre draw.Point, r, start, end float64) []draw.Point {
	steps := max(8, int(math.Ceil((end-start)/360*10*math.Sqrt(r*c.Scale))))
	points := make([]draw.Point, 0, steps+1)
	for i := range steps + 1 {
		if i == steps && end-start >= 360 {
			break
		}
		sin, cos := math.Sincos((start + (end-start)*float64(i)/float64(steps)) * math.Pi / 180)
		points = append(points, draw.Point{X: centre.X + r*sin, Y: centre.Y - r*cos})
	}
	return points
}

func (c *canvas) ink(colour draw.Colour) (color.NRGBA, bool) { return c.Palette.Of(colour) }
