package sheet

import (
	"fmt"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
)

// A4 in points, and what is where on it.
const (
	pageWidth, pageHeight = 595.28, 841.89
	border                = 40.0
	gutter                = 22.0
	columnWidth           = (pageWidth - 2*border - gutter) / 2
	pictureWidth          = 112.0 // beside the words
	pictureGap            = 12.0
	entryGap              = 11.0
	footRoom              = 58.0 // for the references
	largest, smallest     = 0.8, 0.6
	nameSize, wordSize    = 9.0, 7.6
	wordStep              = 9.6
)

// Draw is the sheet for a nomenclature: A4 pages, upright, in points, each a Scene that every sink
// draws as it draws a pedigree. m measures the face in which the pages will be shown.
func Draw(m draw.Measurer, n draw.Nomenclature) []*draw.Scene {
	b := &book{measure: m, nomenclature: n}
	b.turn()
	for _, s := range sections(n) {
		b.heading(s.name, b.plan(s.entries[0]).height)
		for _, e := range s.entries {
			b.entry(e)
		}
	}
	for i, page := range b.pages {
		b.foot(page, i+1)
		page.Title = fmt.Sprintf("Pedigree nomenclature, page %d of %d", i+1, len(b.pages))
	}
	return b.pages
}

// book is the sheet in the making.
type book struct {
	measure      draw.Measurer
	nomenclature draw.Nomenclature
	pages        []*draw.Scene
	column       int // of the page, 0 or 1
	y            float64
	entries      int // so far: names elements
}

func (b *book) page() *draw.Scene { return b.pages[len(b.pages)-1] }

func (b *book) x() float64 { return border + float64(b.column)*(columnWidth+gutter) }

// room makes sure that height fits under what is there, in the next column or on the next page.
func (b *book) room(height float64) {
	if b.y+height <= pageHeight-border-footRoom {
		return
	}
	if b.column == 0 {
		b.column, b.y = 1, b.top()
		return
	}
	b.turn()
}

func (b *book) top() float64 { return border + 44 }

// turn begins a page.
func (b *book) turn() {
	b.pages = append(b.pages, &draw.Scene{Width: pageWidth, Height: pageHeight})
	b.column, b.y = 0, b.top()
	b.write("title", border, border+12, text{"Pedigree symbols and lines", 16, true, false, draw.Ink})
	b.write("title/of", border, border+27, text{"as Kindred draws them · " + standard(b.nomenclature), 9, false, false, draw.Quiet})
	b.rule("title/rule", border, border+34, pageWidth-2*border)
}

// standard names a nomenclature.
func standard(n draw.Nomenclature) string {
	switch n {
	case draw.Nomenclature{}:
		return "UK consensus 2023, and NSGC 2022 where that says nothing"
	case draw.NSGC2022():
		return "NSGC 2022"
	}
	return "NSGC 2022 and UK consensus 2023, as this clinic has set them"
}

// heading begins a section, on a page where its first entry fits too.
func (b *book) heading(name string, first float64) {
	b.room(24 + first)
	b.y += 12
	b.write("section:"+name, b.x(), b.y, text{name, 11.5, true, false, draw.Accent})
	b.rule("section:"+name+"/rule", b.x(), b.y+4.5, columnWidth)
	b.y += 15
}

// picture draws an entry's family as any family is drawn, without what surrounds a drawing.
func (b *book) picture(e entry) ([]draw.Element, draw.Box) {
	style := draw.Style{Measure: b.measure, Nomenclature: b.nomenclature, NoFooter: true, NoKey: !e.key}
	style.Nomenclature.PedigreeNumbers = style.Nomenclature.PedigreeNumbers && e.full
	arranged := layout.Arrange(e.family, layout.Options{Width: draw.Widths(e.family, style)})
	scene := draw.Draw(e.family, arranged, style)
	var kept []draw.Element
	var box draw.Box
	for _, x := range scene.Elements {
		if x.Role == draw.RoleGeneration {
			continue
		}
		extent := draw.Extent(x.Shape, b.measure)
		if len(kept) == 0 {
			box = extent
		}
		box = box.Union(extent)
		kept = append(kept, x)
	}
	return kept, box
}

// planned is an entry with everything measured.
type planned struct {
	elements      []draw.Element
	box           draw.Box
	scale         float64
	beside        bool // the words stand beside the picture, else under it
	lines         []text
	height        float64
	pictureHeight float64
}

func (b *book) plan(e entry) planned {
	p := planned{}
	p.elements, p.box = b.picture(e)
	width, height := p.box.Max.X-p.box.Min.X, p.box.Max.Y-p.box.Min.Y
	p.scale = min(largest, pictureWidth/width)
	p.beside = p.scale >= smallest
	words := columnWidth - pictureWidth - pictureGap
	if !p.beside {
		p.scale = min(largest, columnWidth/width)
		words = columnWidth
	}
	p.pictureHeight = height * p.scale
	p.lines = b.wrapped(text{e.name, nameSize, true, false, draw.Ink}, words)
	p.lines = append(p.lines, b.wrapped(text{e.rule, wordSize, false, false, draw.Ink}, words)...)
	p.lines = append(p.lines, text{string(e.source), wordSize, false, false, draw.Quiet})
	if e.recall {
		p.lines = append(p.lines, text{awaiting, wordSize, false, true, draw.Accent})
	}
	p.height = float64(len(p.lines)) * wordStep
	if p.beside {
		p.height = max(p.height, p.pictureHeight)
	} else {
		p.height += p.pictureHeight + 6
	}
	p.height += entryGap
	return p
}

// entry sets one row of the nomenclature.
func (b *book) entry(e entry) {
	p := b.plan(e)
	b.room(p.height)
	b.entries++
	id := fmt.Sprintf("entry:%d", b.entries)
	x, y := b.x(), b.y
	place, wordsX, wordsY := x, x+pictureWidth+pictureGap, y+(p.height-entryGap-float64(len(p.lines))*wordStep)/2
	width := pictureWidth
	if !p.beside {
		width, wordsX, wordsY = columnWidth, x, y+p.pictureHeight+6
	}
	place += (width - (p.box.Max.X-p.box.Min.X)*p.scale) / 2
	top := y
	if p.beside {
		top += (p.height - entryGap - p.pictureHeight) / 2
	}
	by := draw.Point{X: place - p.box.Min.X*p.scale, Y: top - p.box.Min.Y*p.scale}
	for _, element := range p.elements {
		b.add(id+"/"+element.ID, element.Person, element.Role, draw.Transformed(element.Shape, p.scale, by))
	}
	for i, l := range p.lines {
		b.write(fmt.Sprintf("%s/words/%d", id, i+1), wordsX, wordsY+wordStep*(float64(i)+0.8), l)
	}
	b.page().Description += e.name + ": " + e.rule + " (" + string(e.source) + ")\n"
	b.y += p.height
}

// text is a line of words to be set.
type text struct {
	words        string
	size         float64
	bold, italic bool
	fill         draw.Colour
}

// wrapped breaks a text into lines at most width wide.
func (b *book) wrapped(t text, width float64) []text {
	var out []text
	line := t
	line.words = ""
	for word := range strings.FieldsSeq(t.words) {
		longer := strings.TrimSpace(line.words + " " + word)
		if line.words != "" && b.measure.Width(longer, t.size, t.bold, t.italic) > width {
			out = append(out, line)
			longer = word
		}
		line.words = longer
	}
	return append(out, line)
}

func (b *book) write(id string, x, y float64, t text) {
	b.add(id, "", draw.RoleLabel, draw.Text{
		At: draw.Point{X: x, Y: y}, Anchor: draw.AnchorStart, Size: t.size, Bold: t.bold, Italic: t.italic, Fill: t.fill, String: t.words,
	})
}

func (b *book) rule(id string, x, y, width float64) {
	b.add(id, "", draw.RoleKey, draw.Line{
		From: draw.Point{X: x, Y: y}, To: draw.Point{X: x + width, Y: y}, Stroke: draw.Stroke{Colour: draw.Rule, Width: 0.8},
	})
}

func (b *book) add(id string, person pedigree.ID, role draw.Role, shape draw.Shape) {
	page := b.page()
	page.Elements = append(page.Elements, draw.Element{ID: id, Person: person, Role: role, Shape: shape})
}

// foot says at the end of a page where the rules come from.
func (b *book) foot(page *draw.Scene, number int) {
	y := pageHeight - border - footRoom + 18
	at := func(id string, x, y float64, t text) {
		page.Elements = append(page.Elements, draw.Element{ID: id, Role: draw.RoleFooter, Shape: draw.Text{
			At: draw.Point{X: x, Y: y}, Anchor: draw.AnchorStart, Size: t.size, Fill: t.fill, String: t.words,
		}})
	}
	i := 0
	for _, reference := range references {
		for _, l := range b.wrapped(text{reference, 6.6, false, false, draw.Quiet}, pageWidth-2*border) {
			i++
			at(fmt.Sprintf("footer/%d", i), border, y, l)
			y += 8.4
		}
	}
	words := fmt.Sprintf("%d of %d", number, len(b.pages))
	at("footer/page", pageWidth-border-b.measure.Width(words, 8, false, false), border+27, text{words, 8, false, false, draw.Quiet})
}
