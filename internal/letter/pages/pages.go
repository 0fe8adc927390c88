// Package pages sets a letter.Document on A4 pages, each a draw.Scene: identifiers and "page n of m"
// on every page, the marks DRAFT, SAMPLE and EVALUATION. The screen shows these scenes and letter/pdf
// prints them, so that what is seen is what is signed.
package pages

import (
	"errors"
	"fmt"
	"math"

	"golang.org/x/text/unicode/norm"

	"kindred/internal/letter"
	"kindred/internal/textmetric"
	"kindred/pedigree/draw"
)

// Options of Set.
type Options struct {
	Draft bool // a diagonal DRAFT on every page, and the word in the footer
}

// Page geometry in millimetres. The address stands where hybrid mail reads it
// (alphagov/notifications-template-preview, app/precompiled.py: x 24.6 to 120, y 39.5 to 66.3).
const (
	width, height      = 210.0, 297.0
	margin             = 20.0
	column             = width - 2*margin
	addressX, addressY = 25.0, 43.5
	bodyTop            = 95.0 // on the first page
	laterTop           = 30.0 // on the others, under the identity line
	bodyBottom         = 272.0
	footerY            = 284.0

	pt = 72 / 25.4 // points in a millimetre
)

// Colours of a letter: light enough to read text through, dark enough to survive a copier.
const (
	black     draw.Colour = "#000000"
	watermark draw.Colour = "#E2E2E2"
	stampInk  draw.Colour = "#5A5A5A"
	ruleInk   draw.Colour = "#A0A0A0"
	iconInk   draw.Colour = "#8E1050"
)

// ErrGlyph is a character that the embedded typeface cannot print.
var ErrGlyph = errors.New("the letter's typeface cannot print a character")

// Set lays the document out. The pages depend on the document and the options alone.
func Set(d *letter.Document, o Options) ([]*draw.Scene, error) {
	s := &setter{d: d, o: o, size: 12, small: 10}
	if d.Large {
		s.size, s.small = 18, 16
	}
	s.leading = s.size * 1.35 / pt
	s.firstPage()
	for i, b := range d.Blocks {
		s.block(b, i+1 < len(d.Blocks))
	}
	for i := range s.pages {
		s.page = i
		s.furniture(i+1, len(s.pages))
	}
	if s.bad != 0 {
		return nil, fmt.Errorf("%w: %q; use another", ErrGlyph, s.bad)
	}
	return s.pages, nil
}

// setter lays blocks down the pages. The furniture comes last, when the number of pages is known.
type setter struct {
	d           *letter.Document
	o           Options
	size, small float64 // points
	leading     float64 // mm
	pages       []*draw.Scene
	page        int     // the one being set
	y           float64 // where the next line's top goes, mm
	bad         rune    // the first character without a glyph
}

// turn begins a page.
func (s *setter) turn() {
	s.page = len(s.pages)
	s.pages = append(s.pages, &draw.Scene{Width: width * pt, Height: height * pt, Title: s.d.Title})
	if s.o.Draft {
		// Under everything else on the page.
		const size, angle = 150.0, 52.0
		// The middle of the word, half a capital above its baseline, is the middle of the page.
		centre, sin, cos := at(width/2, height/2), math.Sin(angle*math.Pi/180), math.Cos(angle*math.Pi/180)
		s.put(draw.RoleStamp, draw.Text{
			At:     draw.Point{X: centre.X + 0.36*size*sin, Y: centre.Y + 0.36*size*cos},
			Anchor: draw.AnchorMiddle, Size: size, Bold: true, Fill: watermark, String: "DRAFT", Angle: angle,
		})
	}
}

// room starts a new page unless height mm are left on this one.
func (s *setter) room(height float64) {
	if s.y+height > bodyBottom && s.y > laterTop {
		s.turn()
		s.y = laterTop
	}
}

func (s *setter) put(role draw.Role, shape draw.Shape) {
	scene := s.pages[s.page]
	scene.Elements = append(scene.Elements, draw.Element{ID: fmt.Sprintf("%d", len(scene.Elements)), Role: role, Shape: shape})
}

// text puts one run of text with its baseline at y mm.
func (s *setter) text(x, y, size float64, bold bool, words string) {
	words = norm.NFC.String(words)
	if missing := textmetric.Letter.Missing(words); len(missing) > 0 && s.bad == 0 {
		s.bad = missing[0]
	}
	s.put(draw.RoleLabel, draw.Text{At: at(x, y), Size: size, Bold: bold, Fill: black, String: words})
}

// at is a place given in mm.
func at(x, y float64) draw.Point { return draw.Point{X: x * pt, Y: y * pt} }

// measure is the width of words in mm.
func measure(words string, size float64, bold bool) float64 {
	return textmetric.Letter.Width(norm.NFC.String(words), size, bold, false) / pt
}
