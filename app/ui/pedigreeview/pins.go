package pedigreeview

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"kindred/pedigree"
	"kindred/pedigree/amend"
	"kindred/pedigree/describe"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
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

// pinned lists who is placed by hand and drawn, in the order of the drawing.
func (c *Canvas) pinned() (people []pedigree.ID) {
	for _, s := range c.symbols {
		if c.pins.people[s.person] && !slices.Contains(people, s.person) {
			people = append(people, s.person)
		}
	}
	return people
}

// openPins lists who was placed by hand, to release one or all or to go there. Where it is the selected
// person alone, it releases at once.
func (v *View) openPins() {
	people := v.canvas.pinned()
	here := slices.Contains(people, v.Selected())
	switch {
	case len(people) == 0:
		v.status("Nobody was placed by hand. Drag a symbol along its row to place it.")
		return
	case here && len(people) == 1:
		v.release(people[0])
		return
	}
	var items []*fyne.MenuItem
	item := func(words string, do func()) {
		items = append(items, fyne.NewMenuItem(words, func() { do(); v.Focus() }))
	}
	if here {
		item("Release "+v.called(v.Selected()), func() { v.release(v.Selected()) })
	}
	item("Release all "+strconv.Itoa(len(people)), v.releaseAll)
	for _, id := range people {
		if id != v.Selected() {
			item("Go to "+v.called(id), func() { v.Select(id) })
		}
	}
	v.popUp(v.beside(), items...)
}

func (v *View) release(id pedigree.ID) {
	words := "release " + v.called(id)
	if v.do(words, func(f *pedigree.Family) (pedigree.ID, error) { return "", amend.ReleasePin(f, id) }) {
		v.status(describe.Capital(words) + ": the drawing chooses the place again")
	}
}

func (v *View) releaseAll() {
	all := func(f *pedigree.Family) (pedigree.ID, error) { amend.ReleasePins(f); return "", nil }
	if v.do("release all who were placed by hand", all) {
		v.status("The drawing chooses every place again.")
	}
}

// pin keeps a dragged symbol where it was put, in layout units along its row.
func (v *View) pin(person pedigree.ID, points float64) {
	l := v.shown.layout
	i := slices.IndexFunc(l.Nodes, func(n layout.Node) bool { return n.ID == person && !n.Duplicate })
	unit := pointsPerUnit(l, v.canvas.symbols)
	if i < 0 || unit <= 0 {
		return
	}
	place := l.Nodes[i].X + points/unit
	past, end := v.passing(person, l.Nodes[i].X, place)
	// The order that is to be kept is that after the drag.
	dragged := *l
	dragged.Nodes = slices.Clone(l.Nodes)
	dragged.Nodes[i].X = end
	v.shown.layout = &dragged
	kept := v.do("move "+v.called(person), func(f *pedigree.Family) (pedigree.ID, error) {
		if err := amend.MoveSibling(f, person, past); err != nil {
			return "", err
		}
		return "", amend.SetPin(f, person, place)
	})
	if !kept {
		v.shown.layout = l
	}
}

// passing counts the full siblings that a drag passes, negative to the left, and says where it ends among
// them: beyond their partners on that side, whom it would part.
func (v *View) passing(person pedigree.ID, from, to float64) (passed int, end float64) {
	f := v.p.Session.Family()
	p := f.Individual(person)
	end = to
	if p == nil || p.Mother == "" && p.Father == "" {
		return 0, end
	}
	const beside = 0.01 // units
	for _, n := range v.shown.layout.Nodes {
		s := f.Individual(n.ID)
		if s == nil || n.ID == person || n.Duplicate || s.Mother != p.Mother || s.Father != p.Father {
			continue
		}
		partners := f.PartnersOf(n.ID)
		for _, q := range v.shown.layout.Nodes {
			switch with := q.Generation == n.Generation && slices.Contains(partners, q.ID); {
			case from < n.X && n.X < to && with:
				end = max(end, q.X+beside)
			case to < n.X && n.X < from && with:
				end = min(end, q.X-beside)
			}
		}
		switch {
		case from < n.X && n.X < to:
			passed++
		case to < n.X && n.X < from:
			passed--
		}
	}
	return passed, end
}
