package pages

import (
	"strconv"
	"strings"

	"kindred/pedigree/draw"
)

// Paper is a size of paper in points, upright. The zero Paper is a sheet exactly as large as the
// drawing.
type Paper struct {
	Name          string
	Width, Height float64
}

// The papers.
var (
	A4 = Paper{"a4", 595.28, 841.89}
	A3 = Paper{"a3", 841.89, 1190.55}
)

// Options of Split; the zero value is one sheet exactly as large as the drawing.
type Options struct {
	Paper     Paper
	Landscape *bool   // nil is whichever shows the drawing larger, or on fewer sheets
	Fit       bool    // everything on one sheet, however small
	Scale     float64 // of tiles; 0 chooses one at which text is readable and the sheets are fewest
	Margin    float64 // points that stay white on every side; 0 is 10 mm

	// Measure is what the Scene was measured with; nil guesses.
	Measure draw.Measurer
}

const (
	defaultMargin = 28.35 // points: 10 mm
	largest       = 1.25  // a small family is not blown up beyond this

	// Readable is the least size of printed labels, in points, at which a drawing stays on one sheet
	// unless Fit is set, and at which it is printed when it is parted.
	Readable = 6.5
)

// Document is a drawing on paper.
type Document struct {
	Pages []Page // row by row, from left to right
	Scale float64
}

// Page is one sheet.
type Page struct {
	// Scene is the sheet as it is to be drawn: as large as the paper, in points, with every mark on it.
	Scene       draw.Scene
	Row, Column int // of the sheet among all, from the top left, 0 first
}

// Scenes are the sheets in order, for a sink.
func (d *Document) Scenes() []*draw.Scene {
	list := make([]*draw.Scene, len(d.Pages))
	for i := range d.Pages {
		list[i] = &d.Pages[i].Scene
	}
	return list
}

// TextSize is how large the labels of the Scene print, in points.
func (d *Document) TextSize(s *draw.Scene) float64 { return d.Scale * labelSize(s) }

// Split puts a drawing on paper: on one sheet where its labels stay readable there, or Fit is set,
// and else on several. It never changes the Scene, never fails, and gives the same sheets for the
// same input.
func Split(s *draw.Scene, o Options) *Document {
	if o.Paper.Width <= 0 || o.Paper.Height <= 0 || s.Width <= 0 || s.Height <= 0 {
		return &Document{Pages: []Page{{Scene: *s}}, Scale: 1}
	}
	if o.Margin <= 0 {
		o.Margin = defaultMargin
	}
	one := fitted(s, o)
	if o.Fit || readable(s, one.Scale, o) {
		return one
	}
	if many := tiled(s, o); many != nil {
		return many
	}
	return one
}

// readable reports whether a scale is one that a drawing may stay on one sheet at.
func readable(s *draw.Scene, scale float64, o Options) bool {
	if o.Scale > 0 {
		return scale >= o.Scale
	}
	return scale*labelSize(s) >= Readable
}

// sizes are the sheets to choose from, wide before upright.
func (o Options) sizes() [][2]float64 {
	upright, wide := [2]float64{o.Paper.Width, o.Paper.Height}, [2]float64{o.Paper.Height, o.Paper.Width}
	switch {
	case o.Landscape == nil:
		return [][2]float64{wide, upright}
	case *o.Landscape:
		return [][2]float64{wide}
	}
	return [][2]float64{upright}
}

// fitted is the whole drawing on one sheet: at the top, in the middle.
func fitted(s *draw.Scene, o Options) *Document {
	var size [2]float64
	scale := 0.0
	for _, paper := range o.sizes() {
		k := min((paper[0]-2*o.Margin)/s.Width, (paper[1]-2*o.Margin)/s.Height, largest)
		if k > scale {
			size, scale = paper, k
		}
	}
	by := draw.Point{X: (size[0] - s.Width*scale) / 2, Y: o.Margin}
	page := draw.Scene{Width: size[0], Height: size[1], Title: s.Title, Description: s.Description}
	for _, e := range s.Elements {
		e.Shape = draw.Transformed(e.Shape, scale, by)
		page.Elements = append(page.Elements, e)
	}
	for _, p := range s.People {
		page.People = append(page.People, moved(p, scale, by))
	}
	return &Document{Pages: []Page{{Scene: page}}, Scale: scale}
}

// moved is a Place on a sheet.
func moved(p draw.Place, scale float64, by draw.Point) draw.Place {
	at := func(q draw.Point) draw.Point { return draw.Point{X: q.X*scale + by.X, Y: q.Y*scale + by.Y} }
	p.Center, p.R = at(p.Center), p.R*scale
	p.Bounds = draw.Box{Min: at(p.Bounds.Min), Max: at(p.Bounds.Max)}
	return p
}

// labelSize is the size of the smallest label, in the Scene's points.
func labelSize(s *draw.Scene) float64 {
	size := 0.0
	for i := range s.Elements {
		if t, ok := s.Elements[i].Shape.(draw.Text); ok && s.Elements[i].Role == draw.RoleLabel && (size == 0 || t.Size < size) {
			size = t.Size
		}
	}
	if size == 0 {
		return 9
	}
	return size
}

// described is what a screen reader says of the people on a sheet: their lines of the whole.
func described(s *draw.Scene, people []draw.Place) string {
	here := make(map[string]bool, len(people))
	for _, p := range people {
		here[p.Number] = true
	}
	var b strings.Builder
	for line := range strings.SplitSeq(s.Description, "\n") {
		if number, _, ok := strings.Cut(line, ":"); ok && here[number] {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

func itoa(n int) string { return strconv.Itoa(n) }
