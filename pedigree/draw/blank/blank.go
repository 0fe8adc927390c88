package blank

import (
	"fmt"
	"strings"

	"kindred/pedigree/draw"
)

const pageCount = 4

// A4 on its side in points, and what is where on it: handwriting needs the width.
const (
	pageWidth, pageHeight = 841.89, 595.28
	border                = 30.0
	inner                 = pageWidth - 2*border
	footTop               = pageHeight - border - 26 // where the signature line begins
	rowHeight             = 19.0                     // a little under 7 mm, as narrow ruled paper
	askHeight             = 16.0                     // the line that asks whether there is anybody

	ground = draw.Colour("#EEF1F5") // of what is asked, so that the eye finds the white lines to fill in
)

// Draw is the sheet: four A4 pages on their side, each a Scene that every sink draws as it draws a
// pedigree. m measures the face in which the pages will be shown; stamp are the marks that every print
// of this clinic carries, such as EVALUATION.
func Draw(m draw.Measurer, stamp []string) []*draw.Scene {
	b := &book{measure: m, stamp: stamp}
	b.turn("Patient and near family")
	b.identifiers()
	b.answers()
	b.table(nearFamily)
	b.turn("Mother's side")
	b.strip()
	b.table(sideOf("mother", "mat", "m"))
	b.turn("Father's side")
	b.strip()
	b.table(sideOf("father", "pat", "p"))
	b.turn("Everybody, and a sketch")
	b.strip()
	b.sweep()
	b.sketch()
	for i, page := range b.pages {
		page.Title = fmt.Sprintf("Blank family history sheet, page %d of %d", i+1, len(b.pages))
		page.Description = "A form to be filled in by hand: " + b.titles[i]
	}
	return b.pages
}

// book is the sheet in the making.
type book struct {
	measure draw.Measurer
	stamp   []string
	pages   []*draw.Scene
	titles  []string
	y       float64 // how far down the last page is filled
}

func (b *book) page() *draw.Scene { return b.pages[len(b.pages)-1] }

// turn begins a page.
func (b *book) turn(title string) {
	b.pages = append(b.pages, &draw.Scene{Width: pageWidth, Height: pageHeight})
	b.titles = append(b.titles, title)
	top := border + 12.0
	x := b.write(border, top, style{size: 17, bold: true}, "Family history")
	b.write(x+10, top, style{size: 11, bold: true, fill: draw.Quiet}, title)
	if len(b.stamp) > 0 {
		b.write(border, border-6, style{size: 8, bold: true, fill: draw.Accent, role: draw.RoleStamp}, strings.Join(b.stamp, " · "))
	}
	words := fmt.Sprintf("Page %d of %d", len(b.pages), pageCount)
	b.write(pageWidth-border, footTop+18, style{size: 8, bold: true, fill: draw.Quiet, role: draw.RoleFooter, anchor: draw.AnchorEnd}, words)
	b.sign()
	b.y = border + 20
}

// sign is the foot of a page: who told, who wrote it down and when.
func (b *book) sign() {
	x, y := border, footTop+18
	for _, f := range []struct {
		words string
		room  float64
	}{{"Told by", 178}, {"who is", 110}, {"Written down by", 160}, {"Date", 84}} {
		x = b.write(x, y, style{size: 8, fill: draw.Quiet, role: draw.RoleFooter}, f.words) + 5
		b.rule(x, y+2, f.room, draw.Quiet)
		x += f.room + 12
	}
}
