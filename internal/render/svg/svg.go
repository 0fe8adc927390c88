// Package svg writes a Scene as SVG 1.1: text stays text, the picture has a title and a description
// for screen readers, and nothing in the file names a person whom the Scene does not name.
package svg

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"kindred/internal/render/palette"
	"kindred/pedigree/draw"
)

// Options of Write; the zero value is a light picture at the Scene's size.
type Options struct {
	Palette    palette.Palette // nil is palette.Light
	FontFamily string          // a CSS family list; "" is the faces that scenes are measured with
	NoGround   bool            // leave the ground clear instead of filling it with paper
}

// fonts are the faces that drawings are measured in, with what stands nearest to them elsewhere.
const fonts = "'Liberation Sans', Arial, Helvetica, sans-serif"

// Write writes the Scene. The same Scene and Options give the same bytes.
func Write(w io.Writer, s *draw.Scene, o Options) error {
	if o.Palette == nil {
		o.Palette = palette.Light
	}
	if o.FontFamily == "" {
		o.FontFamily = fonts
	}
	p := &printer{w: bufio.NewWriter(w), palette: o.Palette}
	width, height := num(s.Width), num(s.Height)
	p.printf("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\" "+
		"width=\"%spt\" height=\"%spt\" viewBox=\"0 0 %s %s\" font-family=\"%s\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n",
		width, height, width, height, escape(o.FontFamily))
	p.printf("<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n", escape(s.Title), escape(s.Description))
	if !o.NoGround {
		p.printf("<rect width=\"%s\" height=\"%s\"%s/>\n", width, height, p.paint("fill", draw.Paper))
	}
	for i := range s.Elements {
		p.element(&s.Elements[i])
	}
	p.printf("</svg>\n")
	if p.err == nil {
		p.err = p.w.Flush()
	}
	return p.err
}

// printer keeps the first error.
type printer struct {
	w       *bufio.Writer
	palette palette.Palette
	err     error
}

func (p *printer) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

func (p *printer) element(e *draw.Element) {
	head := fmt.Sprintf("id=\"%s\" class=\"%s\"", escape(e.ID), escape(string(e.Role)))
	switch v := e.Shape.(type) {
	case draw.Line:
		p.printf("<line %s x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"%s/>\n", head,
			num(v.From.X), num(v.From.Y), num(v.To.X), num(v.To.Y), p.stroke(v.Stroke))
	case draw.Polyline:
		p.printf("<polyline %s points=\"%s\" fill=\"none\"%s/>\n", head, points(v.Points), p.stroke(v.Stroke))
	case draw.Polygon:
		p.printf("<polygon %s points=\"%s\"%s%s/>\n", head, points(v.Points), p.paint("fill", v.Fill), p.stroke(v.Stroke))
	case draw.Circle:
		p.printf("<circle %s cx=\"%s\" cy=\"%s\" r=\"%s\"%s%s/>\n", head,
			num(v.C.X), num(v.C.Y), num(v.R), p.paint("fill", v.Fill), p.stroke(v.Stroke))
	case draw.Sector:
		p.sector(head, v)
	case draw.Text:
		style := ""
		if v.Bold {
			style += " font-weight=\"bold\""
		}
		if v.Italic {
			style += " font-style=\"italic\""
		}
		if v.Angle != 0 {
			style += fmt.Sprintf(" transform=\"rotate(%s %s %s)\"", num(-v.Angle), num(v.At.X), num(v.At.Y))
		}
		p.printf("<text %s x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"%s\"%s%s>%s</text>\n", head,
			num(v.At.X), num(v.At.Y), escape(string(v.Anchor)), num(v.Size), style, p.paint("fill", v.Fill), escape(v.String))
	}
}

// sector writes a pie slice; a whole turn, which an arc cannot express, becomes a circle.
func (p *printer) sector(head string, v draw.Sector) {
	sweep := v.End - v.Start
	if sweep >= 360 {
		p.printf("<circle %s cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>\n", head, num(v.C.X), num(v.C.Y), num(v.R), p.paint("fill", v.Fill))
		return
	}
	at := func(degrees float64) string {
		sin, cos := math.Sincos(degrees * math.Pi / 180)
		return num(v.C.X+v.R*sin) + " " + num(v.C.Y-v.R*cos)
	}
	large := 0
	if sweep > 180 {
		large = 1
	}
	p.printf("<path %s d=\"M%s %sL%sA%s %s 0 %d 1 %sZ\"%s/>\n", head, num(v.C.X), num(v.C.Y),
		at(v.Start), num(v.R), num(v.R), large, at(v.End), p.paint("fill", v.Fill))
}

func (p *printer) paint(attribute string, c draw.Colour) string {
	ink, ok := p.palette.Of(c)
	if !ok {
		return " " + attribute + "=\"none\""
	}
	return fmt.Sprintf(" %s=\"#%02X%02X%02X\"", attribute, ink.R, ink.G, ink.B)
}

func (p *printer) stroke(s draw.Stroke) string {
	if s.Width <= 0 || s.Colour == "" {
		return ""
	}
	out := p.paint("stroke", s.Colour) + " stroke-width=\"" + num(s.Width) + "\""
	if len(s.Dash) > 0 {
		dash := make([]string, len(s.Dash))
		for i, d := range s.Dash {
			dash[i] = num(d)
		}
		out += " stroke-dasharray=\"" + strings.Join(dash, " ") + "\" stroke-linecap=\"butt\""
	}
	return out
}

func points(list []draw.Point) string {
	words := make([]string, len(list))
	for i, q := range list {
		words[i] = num(q.X) + "," + num(q.Y)
	}
	return strings.Join(words, " ")
}

// num is a coordinate with at most two decimals.
func num(v float64) string {
	v = math.Round(v*100) / 100
	if v == 0 {
		v = 0 // no minus sign
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return b.String()
}
