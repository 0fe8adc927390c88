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
	twice      map[pedigree.ID]bool   // people with more than one symbol
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
		d.cutAbove(n)
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

func prepare(f *pedigree.Family, l *layout.Layout, s Style) *drawing {
	if s.Anonymise {
		f = withoutWords(f)
	}
	d := &drawing{
		f: f, l: l, s: s, measure: s.measure(), scene: &Scene{}, numbers: Numbers(l),
		shorts: map[string]string{}, twice: map[pedigree.ID]bool{}, dropOf: map[[2]int]float64{},
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
			d.twice[n.ID] = true
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
	d.scene.Elements = append(d.scene.Elements, Element{ID: id, Person: person, Role: role, Shape: shape})
}

// mean says what the elements from the given one on mean.
func (d *drawing) mean(m Meaning, from int) {
	for i := range d.scene.Elements[from:] {
		d.scene.Elements[from+i].Means = m
	}
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
