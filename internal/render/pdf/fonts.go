package pdf

import (
	"bytes"
	"slices"
	"strings"

	"github.com/jung-kurt/gofpdf"
	"kindred/internal/textmetric"
	"kindred/pedigree/draw"
)

// Family is the name under which RegisterFonts makes the typeface of letters known to a document.
const Family = "LiberationSans"

// RegisterFonts embeds the typeface of letters in the given styles: "", "B", "I", "BI"; without any,
// in all four. Each costs the document about 9 kB, so ask only for those used. The font's bytes are
// copied, because gofpdf keeps them.
func RegisterFonts(doc *gofpdf.Fpdf, styles ...string) {
	if len(styles) == 0 {
		styles = []string{"", "B", "I", "BI"}
	}
	for _, style := range styles {
		data := textmetric.Letter.Data(strings.Contains(style, "B"), strings.Contains(style, "I"))
		doc.AddUTF8FontFromBytes(Family, style, bytes.Clone(data))
	}
}

// Styles lists the font styles that a Scene uses, sorted.
func Styles(s *draw.Scene) []string {
	var styles []string
	for i := range s.Elements {
		if t, ok := s.Elements[i].Shape.(draw.Text); ok {
			if style := styleOf(t); !slices.Contains(styles, style) {
				styles = append(styles, style)
			}
		}
	}
	slices.Sort(styles)
	return styles
}

func styleOf(t draw.Text) string {
	style := ""
	if t.Bold {
		style = "B"
	}
	if t.Italic {
		style += "I"
	}
	return style
}

// Check returns a *textmetric.GlyphError where the Scene holds characters that cannot be printed.
func Check(s *draw.Scene) error {
	var all strings.Builder
	for i := range s.Elements {
		if t, ok := s.Elements[i].Shape.(draw.Text); ok {
			all.WriteString(t.String + "\n")
		}
	}
	return textmetric.Letter.Check(all.String())
}

// text sets one line. Its width is measured with the same advances that the document embeds.
func (c *canvas) text(t draw.Text) {
	ink, ok := c.palette.Of(t.Fill)
	s := textmetric.Printable(t.String)
	if !ok || s == "" || t.Size <= 0 {
		return
	}
	x, y := c.at(t.At)
	width := textmetric.Letter.Width(s, t.Size, t.Bold, t.Italic) * c.k
	switch t.Anchor {
	case draw.AnchorMiddle:
		x -= width / 2
	case draw.AnchorEnd:
		x -= width
	}
	c.doc.SetTextColor(int(ink.R), int(ink.G), int(ink.B))
	c.doc.SetFont(Family, styleOf(t), t.Size*c.points)
	if t.Angle != 0 {
		c.doc.TransformBegin()
		defer c.doc.TransformEnd()
		atX, atY := c.at(t.At)
		c.doc.TransformRotate(t.Angle, atX, atY)
	}
	c.doc.Text(x, y, s)
}
