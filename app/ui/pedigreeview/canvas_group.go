package pedigreeview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"kindred/pedigree"
)

// group are several people who are selected together, each with a ring.
type group struct {
	people []pedigree.ID
	rings  []*canvas.Rectangle // reused from one drawing to the next
}

// SetGroup rings several people, so that what is set next is set for all of them; nobody ends it.
func (c *Canvas) SetGroup(people []pedigree.ID) {
	c.group.people = people
	c.place()
}

// Group lists who is ringed and still drawn, in the order of the drawing.
func (c *Canvas) Group() []pedigree.ID {
	var people []pedigree.ID
	for _, s := range c.symbols {
		if slices.Contains(c.group.people, s.person) && !slices.Contains(people, s.person) {
			people = append(people, s.person)
		}
	}
	return people
}

// place sets the rings and appends them.
func (g *group) place(objects []fyne.CanvasObject, l look, symbols []symbol) []fyne.CanvasObject {
	const gap, width = 4, 3 // pixels
	used := 0
	for _, s := range symbols {
		if !slices.Contains(g.people, s.person) {
			continue
		}
		if used == len(g.rings) {
			g.rings = append(g.rings, &canvas.Rectangle{StrokeWidth: width, CornerRadius: 8})
		}
		ring := g.rings[used]
		used++
		ring.StrokeColor = l.palette.Accent
		settle(l, ring, s.shape.grown(gap/l.scale()))
		objects = append(objects, ring)
	}
	return objects
}
