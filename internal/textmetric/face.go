// Package textmetric measures text in the typefaces that the program embeds, and says which
// characters they can show. A drawing is laid out with the widths it will really have, and a
// character without a glyph is found before it is printed as an empty box.
package textmetric

import (
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"kindred/assets"
)

// Face is one typeface in its four styles. A character that it lacks is measured, and should be
// shown, in its Fallback. A Face may be used by several goroutines at once.
type Face struct {
	Family   string // the name that a document gives it, without spaces or licence marks
	Fallback *Face  // nil for none
	file     string // its files are fonts/<file>-<style>.ttf
	styles   [4]style
}

// The two typefaces of the program.
var (
	// Letter has the widths of Arial, which NHS identity asks for in letters.
	Letter = &Face{Family: "Liberation Sans", file: "LiberationSans"}
	// Screen is made for low vision; symbols that it lacks come from Letter.
	Screen = &Face{Family: "Atkinson Hyperlegible Next", file: "AtkinsonHyperlegibleNext", Fallback: Letter}
)

// latin is how many of the first code points have their advance in a table; the rest are looked up
// once and remembered.
const latin = 0x250

// style is one font file, parsed when first used.
type style struct {
	once   sync.Once
	data   []byte
	font   *sfnt.Font
	perEm  float64
	table  [latin]float64 // advance in em; negative where there is no glyph
	others sync.Map       // rune to float64, as in table
}

func (f *Face) style(bold, italic bool) *style {
	i, name := 0, "Regular"
	switch {
	case bold && italic:
		i, name = 3, "BoldItalic"
	case italic:
		i, name = 2, "Italic"
	case bold:
		i, name = 1, "Bold"
	}
	s := &f.styles[i]
	s.once.Do(func() { s.load(assets.Must("fonts/" + f.file + "-" + name + ".ttf")) })
	return s
}

// load parses an embedded font. The files are built in and tested, so one that cannot be parsed
// leaves a style without glyphs, which every check of Has then reports.
func (s *style) load(data []byte) {
	s.data = data
	if parsed, err := sfnt.Parse(data); err == nil {
		s.font, s.perEm = parsed, float64(parsed.UnitsPerEm())
	}
	var buffer sfnt.Buffer
	for r := range s.table {
		s.table[r] = s.lookUp(&buffer, rune(r))
	}
}

// lookUp is the advance of r in em, or -1 where the font has no glyph for it.
func (s *style) lookUp(buffer *sfnt.Buffer, r rune) float64 {
	if s.font == nil {
		return -1
	}
	glyph, err := s.font.GlyphIndex(buffer, r)
	if err != nil || glyph == 0 {
		return -1
	}
	advance, err := s.font.GlyphAdvance(buffer, glyph, fixed.I(int(s.perEm)), font.HintingNone)
	if err != nil {
		return -1
	}
	return float64(advance) / 64 / s.perEm
}

func (s *style) advance(r rune) float64 {
	if r >= 0 && r < latin {
		return s.table[r]
	}
	if a, ok := s.others.Load(r); ok {
		return a.(float64)
	}
	var buffer sfnt.Buffer
	a := s.lookUp(&buffer, r)
	s.others.Store(r, a)
	return a
}

// missingAdvance is the width in em given to a character that no face can show.
const missingAdvance = 0.6

// Width is the advance width of text at size, in the unit of size (points, or pixels). Kerning is
// left out, as the PDF and raster sinks leave it out.
func (f *Face) Width(text string, size float64, bold, italic bool) float64 {
	s := f.style(bold, italic)
	width := 0.0
	for _, r := range text {
		a := s.advance(r)
		if a < 0 {
			a = missingAdvance
			if f.Fallback != nil {
				if b := f.Fallback.style(bold, italic).advance(r); b >= 0 {
					a = b
				}
			}
		}
		width += a
	}
	return width * size
}

// Has reports whether this face itself, without its fallback, has a glyph for r in all four styles.
func (f *Face) Has(r rune) bool {
	for i := range 4 {
		if f.style(i&1 != 0, i&2 != 0).advance(r) < 0 {
			return false
		}
	}
	return true
}

// Missing lists the characters of text that neither the face nor its fallback can show, each once,
// in the order in which they come; nil when all can be shown.
func (f *Face) Missing(text string) []rune {
	var missing []rune
	seen := map[rune]bool{}
	for _, r := range text {
		if seen[r] || f.Has(r) || (f.Fallback != nil && f.Fallback.Has(r)) {
			continue
		}
		seen[r] = true
		missing = append(missing, r)
	}
	return missing
}

// Font is the parsed font of one style, and Data the bytes of its file. Neither may be changed;
// Font may be used with a Buffer of the caller's own.
func (f *Face) Font(bold, italic bool) *sfnt.Font { return f.style(bold, italic).font }

// Data is the TrueType file of one style, which may not be changed.
func (f *Face) Data(bold, italic bool) []byte { return f.style(bold, italic).data }

// Run is a stretch of text to be shown in one face.
type Run struct {
	Face *Face
	Text string
}

// Runs splits text where a sink has to change to the fallback and back.
func (f *Face) Runs(text string) []Run {
	var runs []Run
	start, current := 0, f
	for i, r := range text {
		face := f
		if !f.Has(r) && f.Fallback != nil && f.Fallback.Has(r) {
			face = f.Fallback
		}
		if face != current {
			if i > start {
				runs = append(runs, Run{current, text[start:i]})
			}
			start, current = i, face
		}
	}
	if start < len(text) {
		runs = append(runs, Run{current, text[start:]})
	}
	return runs
}
