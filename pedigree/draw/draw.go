package draw

import (
	"fmt"
	"slices"

	"kindred/pedigree"
	"kindred/pedigree/layout"
)

// drawing is a Scene in the making.
type drawing struct {
	f       *pedigree.Family
	l       *layout.Layout
	s       Style
	measure Measurer
	scene   *Scene

	people     []*pedigree.Individual // of each node; nil for an unknown parent
	second     []bool                 // nodes that repeat a person
	stem       []string               // of each node's element ids, "ind:3"
	numbers    map[pedigree.ID]string
	roles      map[pedigree.ID]pedigree.LinkKind // donors and carriers from outside the couple
	conditions []condition
	shorts     map[string]string // abbreviations used, with their meaning
	legend     legend            // marks and looks used
	tested     []string          // the kinds of gene tests, for numbered marks

	xs       []float64 // of each node's centre
	rowY     []float64 // of each row's centre line
	bottom   []float64 // of each row's labels
	tracks   []int     // sibship lines above each row
	outlines []shapeOutline
	ordered  [][]int // the nodes of each row from left to right

	couples    []couple
	couplesOf  [][]int // of each node
	sibships   []sibship
	claims     []claim
	uprights   []upright
	underMarks []float64 // how far under the symbols of each row its lanes begin
	passing    []float64 // how far under each row's centre line its lanes and their marks reach; 0 for none

	dropOf map[[2]int]float64
	blocks []*block
}

// Draw makes the Scene of a family as laid out. It never changes either, never fails, and gives the
// same Scene for the same input; a node of the layout whose person is not in the family is drawn
// as an unknown parent.
func Draw(f *pedigree.Family, l *layout.Layout, s Style) *Scene {
	d := prepare(f, l, s)
	d.findCouples()
	d.findSibships()
	d.route()
	d.arrange()
	d.outline()
	for i := range d.couples {
		d.relationship(&d.couples[i])
	}
	for i := range d.sibships {
		d.descent(&d.sibships[i])
	}
	for n := range l.Nodes {
		d.historyUnknown(n)
	}
	d.hop()
	d.duplicates()
	for _, n := range readingOrder(l) {
		d.symbol(n)
	}
	d.labels()
	d.frame()
	return d.scene
}

// Widths tells the layout how much room each person's label needs on either side of the symbol, in
// layout units, so that the labels of neighbours do not touch.
func Widths(f *pedigree.Family, s Style) func(pedigree.ID) (left, right float64) {
	l := &layout.Layout{Unit: 1}
	for i := range f.Individuals {
		l.Nodes = append(l.Nodes, layout.Node{ID: f.Individuals[i].ID})
	}
	d := prepare(f, l, s)
	const nudge = 8 // how far a label may stand aside for the line of descent that leaves the couple
	rooms := make(map[pedigree.ID]float64, len(d.people))
	halves := make(map[pedigree.ID]float64, len(d.people))
	for n, p := range d.people {
		halves[p.ID] = max(unitPoints/2, d.widest(d.wrapped(d.label(n), labelWidth))/2+lineGap)
		if tail := s.arrowReach(p); tail > 0 && s.shows(p.ID) {
			halves[p.ID] = max(halves[p.ID], tail+lineGap+nudge)
		}
	}
	partners := map[pedigree.ID]float64{} // the widest half label of anybody with whom they have a line
	remarks := map[pedigree.ID]float64{}  // what is written between the partners
	parents := map[[2]pedigree.ID]bool{}  // a line of descent stands where the words would
	for i := range f.Individuals {
		parents[pairKey(f.Individuals[i].Mother, f.Individuals[i].Father)] = true
	}
	for i := range f.Unions {
		u := &f.Unions[i]
		cause, degree := d.widest(d.wrapped(d.causeLabel(u), labelWidth)), d.widest(d.wrapped(degreeLabel(u), degreeWidth))
		for _, a := range u.Partners {
			switch {
			case cause == 0:
			case len(u.Partners) == 2 && parents[pairKey(u.Partners[0], u.Partners[1])]:
				remarks[a] = max(remarks[a], cause+labelGap)
			default:
				remarks[a] = max(remarks[a], (cause+labelGap)/2)
			}
			if u.Status == pedigree.Separated { // the strokes and the line of descent side by side
				halves[a] = max(halves[a], unitPoints/2+6)
			}
			if degree > 0 {
				halves[a] = max(halves[a], radius+degree/2+lineGap)
			}
		}
		for _, a := range u.Partners {
			for _, b := range u.Partners {
				if a != b {
					partners[a] = max(partners[a], halves[b]-nudge)
				}
			}
		}
	}
	for i := range f.Individuals {
		if p := &f.Individuals[i]; p.Mother != "" && p.Father != "" {
			partners[p.Mother] = max(partners[p.Mother], halves[p.Father]-nudge)
			partners[p.Father] = max(partners[p.Father], halves[p.Mother]-nudge)
		}
	}
	for _, p := range d.people {
		half := max(halves[p.ID], partners[p.ID]) + remarks[p.ID]
		if bracketed(p) {
			half = max(half, 0.68*symbol+labelGap)
		}
		rooms[p.ID] = half / unitPoints
	}
	return func(id pedigree.ID) (left, right float64) {
		if room, ok := rooms[id]; ok {
			return room, room
		}
		return 0.5, 0.5
	}
}

func prepare(f *pedigree.Family, l *layout.Layout, s Style) *drawing {
	d := &drawing{
		f: f, l: l, s: s, measure: s.measure(), scene: &Scene{}, numbers: Numbers(l),
		shorts: map[string]string{}, dropOf: map[[2]int]float64{},
	}
	index := f.Index()
	rows := 0
	seen := map[pedigree.ID]int{}
	for _, n := range l.Nodes {
		var p *pedigree.Individual
		if i, ok := index[n.ID]; ok {
			p = &f.Individuals[i]
		}
		rows = max(rows, n.Generation+1)
		seen[n.ID]++
		stem := "ind:" + string(n.ID)
		if s.Anonymise {
			if stem = "ind:" + d.numbers[n.ID]; d.numbers[n.ID] == "" {
				stem = "ind:unknown-" + itoa(len(d.people))
			}
		}
		if seen[n.ID] > 1 {
			stem += "#" + itoa(seen[n.ID])
		}
		d.people = append(d.people, p)
		d.second = append(d.second, n.Duplicate || seen[n.ID] > 1)
		d.stem = append(d.stem, stem)
		d.xs = append(d.xs, d.x(n.X))
	}
	d.rowY, d.bottom = make([]float64, rows), make([]float64, rows)
	d.tracks, d.underMarks, d.passing = make([]int, rows), make([]float64, rows), make([]float64, rows)
	d.couplesOf, d.ordered = make([][]int, len(l.Nodes)), d.rowOrder()
	for n := range l.Nodes {
		d.outlines = append(d.outlines, d.outlineAt(n, Point{X: d.xs[n]}))
	}
	shown := slices.Clone(d.people)
	for i, p := range shown {
		if p != nil && !s.shows(p.ID) {
			shown[i] = nil
		}
	}
	d.conditions = s.conditionsIn(shown)
	d.roles = outsiders(f)
	if s.Nomenclature.EvaluationMarks {
		d.tested = evaluations(shown)
	}
	return d
}

// outline gives the symbols their heights, once the rows have theirs.
func (d *drawing) outline() {
	for n := range d.l.Nodes {
		d.outlines[n] = d.outlineAt(n, d.at(n))
	}
}

func (d *drawing) outlineAt(node int, c Point) shapeOutline {
	if p := d.people[node]; p != nil {
		return d.s.outlineOf(p, c)
	}
	const r = 0.7 * radius
	switch d.unknownSex(node) {
	case pedigree.Female:
		return shapeOutline{centre: c, r: r, round: true}
	case pedigree.Male:
		return shapeOutline{centre: c, r: r, area: rectangle(c.X-r, c.Y-r, 2*r, 2*r)}
	}
	return shapeOutline{centre: c, r: r, area: ring(c, r, 4, 0)}
}

// unknownSex is the sex that an unrecorded parent must have, from the link that is recorded.
func (d *drawing) unknownSex(node int) pedigree.Sex {
	for _, s := range d.l.Sibships {
		for i, n := range s.Parents {
			other := s.Parents[1-i]
			if n != node || len(s.Children) == 0 || !d.isNode(s.Children[0]) || !d.isNode(other) {
				continue
			}
			child := d.people[s.Children[0]]
			switch {
			case child == nil:
			case child.Mother == d.l.Nodes[other].ID:
				return pedigree.Male
			case child.Father == d.l.Nodes[other].ID:
				return pedigree.Female
			}
		}
	}
	return pedigree.SexUnknown
}

// outsiders are the donors, and those who carried a pregnancy, who are no partner of another parent
// of the child: they have a letter in the symbol.
func outsiders(f *pedigree.Family) map[pedigree.ID]pedigree.LinkKind {
	roles := map[pedigree.ID]pedigree.LinkKind{}
	couples := map[[2]pedigree.ID]bool{}
	for _, u := range f.Unions {
		if len(u.Partners) == 2 {
			couples[pairKey(u.Partners[0], u.Partners[1])] = true
		}
	}
	for i := range f.Individuals {
		p := &f.Individuals[i]
		for _, link := range p.OtherParents {
			if link.Kind != pedigree.DonorEgg && link.Kind != pedigree.DonorSperm && link.Kind != pedigree.Gestational {
				continue
			}
			partner := couples[pairKey(link.ID, p.Mother)] || couples[pairKey(link.ID, p.Father)]
			for _, other := range p.OtherParents {
				partner = partner || couples[pairKey(link.ID, other.ID)]
			}
			if !partner && roles[link.ID] == "" {
				roles[link.ID] = link.Kind
			}
		}
	}
	return roles
}

func (d *drawing) isNode(n int) bool { return n >= 0 && n < len(d.l.Nodes) }

// row is a node's row; a layout with a negative generation keeps to the first.
func (d *drawing) row(node int) int { return max(0, d.l.Nodes[node].Generation) }

// x turns a place along a row into points.
func (d *drawing) x(units float64) float64 {
	if d.l.Unit > 0 {
		units /= d.l.Unit
	}
	return units * unitPoints
}

func (d *drawing) at(node int) Point { return Point{d.xs[node], d.rowY[d.row(node)]} }

func (d *drawing) add(id string, person pedigree.ID, role Role, shape Shape) {
	d.scene.Elements = append(d.scene.Elements, Element{id, person, role, shape})
}

// labels writes what arrange has placed.
func (d *drawing) labels() {
	for _, b := range d.blocks {
		id, person := "", pedigree.ID("")
		if b.node < 0 {
			id = d.couples[b.union].id
		} else {
			id, person = d.stem[b.node], d.l.Nodes[b.node].ID
		}
		d.write(id+"/label", person, b.x, d.blockTop(b), b.lines)
	}
}

// blockTop is the height at which a label begins.
func (d *drawing) blockTop(b *block) float64 {
	row := 0
	if b.node < 0 {
		c := d.couples[b.union]
		row = max(d.row(c.a), d.row(c.b))
	} else {
		row = d.row(b.node)
	}
	return d.rowY[row] + b.top
}

// title is what a screen reader says of the whole.
func (d *drawing) title() string {
	people := 0
	for i := range d.l.Nodes {
		if d.people[i] != nil && !d.second[i] {
			people++
		}
	}
	of := "Pedigree"
	if d.f.Name != "" && !d.s.Anonymise {
		of += " of family " + d.f.Name
	}
	return fmt.Sprintf("%s: %d people in %d generations", of, people, len(d.rowY))
}
