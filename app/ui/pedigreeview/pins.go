package pedigreeview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"kindred/pedigree"
	"kindred/pedigree/draw"
)

// pins are the marks at the symbols that a drag has placed by hand.
type pins struct {
	people map[pedigree.ID]bool
	marks  []*canvas.Circle // reused from one drawing to the next
}

// set takes the people who are placed by hand from the family.
func (p *pins) set(f *pedigree.Family) {
	p.people = map[pedigree.ID]bool{}
	for i := range f.Individuals {
		if f.Individuals[i].Pin != nil {
			p.people[f.Individuals[i].ID] = true
		}
	}
}

// place sets a dot at the upper left corner of each such symbol and appends it.
func (p *pins) place(objects []fyne.CanvasObject, l look, symbols []symbol) []fyne.CanvasObject {
	const radius = 3.5 // pixels, whatever the zoom
	used := 0
	for _, s := range symbols {
		if !p.people[s.person] {
			continue
		}
		if used == len(p.marks) {
			p.marks = append(p.marks, &canvas.Circle{})
		}
		mark := p.marks[used]
		used++
		mark.FillColor, mark.StrokeColor, mark.StrokeWidth = l.palette.Accent, l.palette.Card, 1
		mark.Move(l.plane(draw.Point{X: s.shape.left, Y: s.shape.top}).SubtractXY(2*radius, 2*radius))
		mark.Resize(fyne.NewSquareSize(2 * radius))
		objects = append(objects, mark)
	}
	return objects
}
