// Package pages sets a letter.Document on A4 pages, each a draw.Scene: identifiers and "page n of m"
// on every page, the marks DRAFT, SAMPLE and EVALUATION. The screen shows these scenes and letter/pdf
// prints them, so that what is seen is what is signed.
package pages

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"kindred/internal/letter"
	"kindred/internal/textmetric"
	"kindred/pedigree/draw"
)

// Options of Set.
type Options struct {
	Draft bool // a diagonal DRAFT on every page, and the word in the footer
}

// Page geometry in millimetres. The address stands where hybrid mail reads it, and the sender's block
// to its right (alphagov/notifications-template-preview, app/precompiled.py: address x 24.6 to 120,
// y 39.5 to 66.3; sender x 125 to 195, y 5 to 95).
const (
	width, height = 210.0, 297.0
	margin        = 20.0
	column        = width - 2*margin
	readable      = 152.0 // of a line of 12 point text: about 75 characters

	headTop              = 20.0
	addressX, addressTop = 25.0, 39.5
	addressRoom          = 95.0
	addressHeight        = 66.3 - addressTop
	addressPitch         = 4.6 // from line to line, where there is room
	senderRoom           = width - margin - 125
	bodyTop              = 95.0 // on the first page
	footerY              = 286.0

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
	s := &setter{d: d, o: o, size: 12, small: 10, smallest: 7, line: 1.35, room: readable}
	if d.Large {
		s.size, s.small, s.smallest, s.line, s.room = 18, 16, 16, 1.4, column
	}
	s.leading = s.size * s.line / pt
	s.limits()
	s.firstPage()
	for i := range d.Blocks {
		s.block(i)
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
	size, small float64 // points: the running text, and what stands round it
	smallest    float64 // points: a drawing's labels are left out rather than printed smaller
	line        float64 // lines are this many times the size apart
	leading     float64 // mm from line to line of the running text
	room        float64 // mm: the width of the running text

	later, bottom float64 // mm: where the body begins on later pages, and where it ends on all

	pages []*draw.Scene
	page  int     // the one being set
	y     float64 // where the next line's top goes, mm
	bad   rune    // the first character without a glyph
}

// turn begins a page.
func (s *setter) turn() {
	s.page = len(s.pages)
	s.y = s.later
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

// need starts a new page unless height mm are left on this one.
func (s *setter) need(height float64) {
	fresh := s.y <= s.later
	if s.y+height > s.bottom && !fresh {
		s.turn()
	}
}

func (s *setter) put(role draw.Role, shape draw.Shape) {
	scene := s.pages[s.page]
	scene.Elements = append(scene.Elements, draw.Element{ID: fmt.Sprint(len(scene.Elements)), Role: role, Shape: shape})
}

// text puts one run of text with its baseline at y mm.
func (s *setter) text(x, y, size float64, bold bool, words string) {
	words = strings.ReplaceAll(printable(words), "\u00a0", " ") // so that a reader's search finds them
	if missing := textmetric.Letter.Missing(words); len(missing) > 0 && s.bad == 0 {
		s.bad = missing[0]
	}
	s.put(draw.RoleLabel, draw.Text{At: at(x, y), Anchor: draw.AnchorStart, Size: size, Bold: bold, Fill: black, String: words})
}

// at is a place given in mm.
func at(x, y float64) draw.Point { return draw.Point{X: x * pt, Y: y * pt} }

// measure is the width of printable words in mm.
func measure(words string, size float64, bold bool) float64 {
	return textmetric.Letter.Width(words, size, bold, false) / pt
}
