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
	"strings"

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

// largest is the greatest number of pixels that Image makes: 16,384 by 8,192.
const largest = 1 << 27

// ErrTooLarge is a picture of more pixels than a viewer can be expected to open.
var ErrTooLarge = errors.New("the picture would be too large: draw it as SVG or PDF, or at a smaller scale")

// Write writes the Scene as PNG. It fails with ErrTooLarge, and with a *textmetric.GlyphError where the
// typeface lacks a character: a name must not lose a part of itself in a file.
func Write(w io.Writer, s *draw.Scene, o Options) error {
	face := o.Face
	if face == nil {
		face = textmetric.Letter
	}
	var all strings.Builder
	for i := range s.Elements {
		if t, ok := s.Elements[i].Shape.(draw.Text); ok {
			all.WriteString(t.String + "\n")
		}
	}
	if err := face.Check(all.String()); err != nil {
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
	if o.Palette == nil {
		o.Palette = palette.Light
	}
	if o.Face == nil {
		o.Face = textmetric.Letter
	}
	if o.Scale <= 0 {
		o.Scale = 96.0 / 72
	}
	width, height := math.Ceil(s.Width*o.Scale), math.Ceil(s.Height*o.Scale)
	if !(width*height <= largest) || width > 1<<16 || height > 1<<16 {
		return nil, ErrTooLarge
	}
	c := &canvas{Options: o, picture: image.NewNRGBA(image.Rect(0, 0, max(1, int(width)), max(1, int(height))))}
	ground, _ := o.Palette.Of(draw.Paper)
	stddraw.Draw(c.picture, c.picture.Bounds(), image.NewUniform(ground), image.Point{}, stddraw.Src)
	for i := range s.Elements {
		c.shape(s.Elements[i].Shape)
	}
	return c.picture, nil
}

type canvas struct {
	Options
	picture *image.NRGBA
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
		round := arc(v.C, v.R, 0, 360)
		c.fill(v.Fill, round)
		c.stroke(round, true, v.Stroke)
	case draw.Sector:
		slice := arc(v.C, v.R, v.Start, v.End)
		if v.End-v.Start < 360 {
			slice = append(slice, v.C)
		}
		c.fill(v.Fill, slice)
	case draw.Text:
		c.text(v)
	}
}

// arc is a polygon near enough to a circle's arc that no eye sees the difference at 8 pixels a point.
func arc(centre draw.Point, r, start, end float64) []draw.Point {
	steps := max(8, int(math.Ceil((end-start)/360*(24+4*r))))
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
