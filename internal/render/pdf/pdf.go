// Package pdf draws Scenes with gofpdf: as a document of a page each, or inside a page of a letter.
// The same Scenes and Options give the same bytes. Text is set in Liberation Sans, embedded once; a
// character that it lacks is an error, because gofpdf would print an empty box in silence.
package pdf

import (
	"fmt"
	"io"
	"math"
	"slices"
	"time"

	"github.com/jung-kurt/gofpdf"

	"kindred/internal/render/palette"
	"kindred/pedigree/draw"
)

// Options of Write.
type Options struct {
	Date time.Time // of creation, in the document's properties; the zero Time is 1 January 2000

	uncompressed bool // for tests that read the pages back
}

// Write writes a document with a page for each Scene, as large as the Scene: package pages puts a
// drawing on paper. Several pages have bookmarks. The title in the document's properties is that of
// the first Scene; there is nothing else about the family in them.
func Write(w io.Writer, scenes []*draw.Scene, o Options) error {
	if len(scenes) == 0 {
		return fmt.Errorf("writing the PDF: there is no page to write")
	}
	var styles []string
	for _, s := range scenes {
		if err := Check(s); err != nil {
			return err
		}
		styles = append(styles, Styles(s)...)
	}
	slices.Sort(styles)
	if o.Date.IsZero() {
		o.Date = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	doc := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: scenes[0].Width, Ht: scenes[0].Height}})
	doc.SetCompression(!o.uncompressed)
	doc.SetCatalogSort(true)
	doc.SetCreationDate(o.Date)
	doc.SetModificationDate(o.Date)
	doc.SetProducer("Kindred", false)
	doc.SetTitle(scenes[0].Title, true)
	doc.SetAutoPageBreak(false, 0)
	doc.SetMargins(0, 0, 0)
	RegisterFonts(doc, slices.Compact(styles)...)
	for i, s := range scenes {
		doc.AddPageFormat("P", gofpdf.SizeType{Wd: s.Width, Ht: s.Height})
		if len(scenes) > 1 {
			doc.Bookmark(fmt.Sprintf("Page %d of %d", i+1, len(scenes)), 0, 0)
		}
		DrawScene(doc, s, 0, 0, s.Width)
	}
	if err := doc.Output(w); err != nil {
		return fmt.Errorf("writing the PDF: %w", err)
	}
	return nil
}

// DrawScene draws the Scene on the current page with its top left corner at x, y, scaled to width,
// all in the document's unit and in palette.Print, and returns the height it takes. The fonts of
// Styles must be registered, and Check passed. Colours, line width and dashes are put back
// afterwards; the font is not. Errors are kept in the document, as gofpdf does.
func DrawScene(doc *gofpdf.Fpdf, s *draw.Scene, x, y, width float64) (height float64) {
	if s.Width <= 0 {
		return 0
	}
	k := width / s.Width
	c := canvas{doc: doc, palette: palette.Print, x: x, y: y, k: k, points: k * doc.GetConversionRatio()}
	restore := state(doc)
	doc.SetLineJoinStyle("round")
	for i := range s.Elements {
		c.shape(s.Elements[i].Shape)
	}
	restore()
	return s.Height * k
}

// state remembers the graphics state and returns what puts it back.
func state(doc *gofpdf.Fpdf) func() {
	line := doc.GetLineWidth()
	dr, dg, db := doc.GetDrawColor()
	fr, fg, fb := doc.GetFillColor()
	tr, tg, tb := doc.GetTextColor()
	return func() {
		doc.SetLineWidth(line)
		doc.SetDrawColor(dr, dg, db)
		doc.SetFillColor(fr, fg, fb)
		doc.SetTextColor(tr, tg, tb)
		doc.SetDashPattern(nil, 0)
		doc.SetLineCapStyle("butt")
		doc.SetLineJoinStyle("miter")
	}
}

// canvas places a Scene on a page.
type canvas struct {
	doc     *gofpdf.Fpdf
	palette palette.Palette
	x, y, k float64 // the Scene's corner and the document's units for a Scene's point
	points  float64 // points on paper for a Scene's point
}

func (c *canvas) at(p draw.Point) (x, y float64) { return c.x + p.X*c.k, c.y + p.Y*c.k }

func (c *canvas) shape(s draw.Shape) {
	switch v := s.(type) {
	case draw.Line:
		c.path([]draw.Point{v.From, v.To}, v.Stroke)
	case draw.Polyline:
		c.path(v.Points, v.Stroke)
	case draw.Polygon:
		if op := c.brushes(v.Fill, v.Stroke); op != "" {
			corners := make([]gofpdf.PointType, len(v.Points))
			for i, p := range v.Points {
				corners[i].X, corners[i].Y = c.at(p)
			}
			c.doc.Polygon(corners, op)
		}
	case draw.Circle:
		if op := c.brushes(v.Fill, v.Stroke); op != "" {
			x, y := c.at(v.C)
			c.doc.Circle(x, y, v.R*c.k, op)
		}
	case draw.Sector:
		if c.brushes(v.Fill, draw.Stroke{}) != "" {
			c.sector(v)
		}
	case draw.Text:
		c.text(v)
	}
}

// brushes sets colours, width and dashes, and is gofpdf's word for what they paint: F, D, FD or "".
func (c *canvas) brushes(fill draw.Colour, s draw.Stroke) string {
	op := ""
	if ink, ok := c.palette.Of(fill); ok {
		c.doc.SetFillColor(int(ink.R), int(ink.G), int(ink.B))
		op = "F"
	}
	if ink, ok := c.palette.Of(s.Colour); ok && s.Width > 0 {
		c.doc.SetDrawColor(int(ink.R), int(ink.G), int(ink.B))
		c.doc.SetLineWidth(s.Width * c.k)
		dash := make([]float64, len(s.Dash))
		for i, d := range s.Dash {
			dash[i] = d * c.k
		}
		c.doc.SetDashPattern(dash, 0)
		lineCap := "round"
		if len(dash) > 0 {
			lineCap = "butt"
		}
		c.doc.SetLineCapStyle(lineCap)
		op += "D"
	}
	return op
}

func (c *canvas) path(points []draw.Point, s draw.Stroke) {
	if len(points) < 2 || c.brushes("", s) == "" {
		return
	}
	for i, p := range points {
		x, y := c.at(p)
		if i == 0 {
			c.doc.MoveTo(x, y)
		} else {
			c.doc.LineTo(x, y)
		}
	}
	c.doc.DrawPath("D")
}

// sector is a pie slice; gofpdf's arcs run anticlockwise from three o'clock, a Scene's clockwise
// from twelve.
func (c *canvas) sector(v draw.Sector) {
	x, y := c.at(v.C)
	r := v.R * c.k
	if v.End-v.Start >= 360 {
		c.doc.Circle(x, y, r, "F")
		return
	}
	sin, cos := math.Sincos((90 - v.End) * math.Pi / 180)
	c.doc.MoveTo(x, y)
	c.doc.LineTo(x+r*cos, y-r*sin)
	c.doc.ArcTo(x, y, r, r, 0, 90-v.End, 90-v.Start)
	c.doc.ClosePath()
	c.doc.DrawPath("F")
}
