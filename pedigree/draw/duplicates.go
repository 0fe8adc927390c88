package draw

import (
	"math"
	"slices"

	"kindred/pedigree"
)

// duplicates shows which symbols are one person: by a dashed arc where a short one meets nothing, and
// else by the same letter beside all of them.
func (d *drawing) duplicates() {
	symbols := map[pedigree.ID][]int{} // of those drawn more than once, the first first
	var apart []pedigree.ID            // those with a symbol that no arc leads to
	for n, node := range d.l.Nodes {
		if !d.second[n] {
			symbols[node.ID] = append([]int{n}, symbols[node.ID]...)
		} else {
			symbols[node.ID] = append(symbols[node.ID], n)
		}
	}
	for n, node := range d.l.Nodes {
		first := symbols[node.ID][0]
		if !d.second[n] || d.second[first] {
			continue
		}
		if arc := d.freeArc(first, n); arc != nil {
			d.add(d.stem[n]+"/same", node.ID, RoleLine, Polyline{arc, Stroke{Quiet, 0.9, []float64{2, 3}}})
			d.mean(DashedArc, len(d.scene.Elements)-1)
			d.shorts[string(DashedArc)] = "one person drawn twice"
		} else if !slices.Contains(apart, node.ID) {
			apart = append(apart, node.ID)
		}
	}
	for i, id := range apart {
		for _, n := range symbols[id] {
			d.sameLetter(n, letterOf(i))
		}
		d.shorts[string(SameLetter)] = "one person drawn twice"
	}
}

// letterOf is A to Z, then A1 to Z1 and so on.
func letterOf(i int) string {
	const letters = 26
	letter := string(rune('A' + i%letters))
	if i >= letters {
		letter += itoa(i / letters)
	}
	return letter
}

// sameLetter stands at the upper left of a symbol, where no other mark is.
func (d *drawing) sameLetter(node int, letter string) {
	out := d.outlines[node].r + 2.5
	if p := d.people[node]; p != nil && bracketed(p) {
		out = bracketOut + 2.5
	}
	c := d.at(node)
	d.add(d.stem[node]+"/letter", d.l.Nodes[node].ID, RoleMark, Text{
		At: Point{c.X - out, c.Y - radius + 5}, Anchor: AnchorEnd, Size: 8, Bold: true, Fill: Quiet, String: letter,
	})
	d.mean(SameLetter, len(d.scene.Elements)-1)
}

// freeArc is an arc from the top of one symbol to that of another, nil where it would be long, meet a
// symbol or a label, or cross many lines.
func (d *drawing) freeArc(a, b int) []Point {
	const (
		longest = 6 * unitPoints
		most    = 2 // lines that it may cross
	)
	from, to := d.crown(a, 0), d.crown(b, 0)
	length := math.Hypot(to.X-from.X, to.Y-from.Y)
	if length > longest {
		return nil
	}
	for _, share := range []float64{0.12, 0.2, 0.06} {
		arc := bow(from, to, 12+share*length)
		if !d.meetsAnything(arc, a, b) && d.crossed(arc) <= most {
			return arc
		}
	}
	return nil
}

// crossed counts the lines of the family that a path crosses.
func (d *drawing) crossed(path []Point) int {
	n := 0
	box := around(path, 0)
	for i, e := range d.scene.Elements {
		way, _ := lineWay(e)
		for k := 1; k < len(way); k++ {
			line := stretch{i, way[k-1], way[k]}
			if max(line.from.X, line.to.X) < box.Min.X || min(line.from.X, line.to.X) > box.Max.X || max(line.from.Y, line.to.Y) < box.Min.Y || min(line.from.Y, line.to.Y) > box.Max.Y {
				continue
			}
			for j := 1; j < len(path); j++ {
				if _, ok := line.crosses(stretch{-1, path[j-1], path[j]}); ok {
					n++
				}
			}
		}
	}
	return n
}

// bow is a parabola between two points, its middle so high above the higher one.
func bow(from, to Point, height float64) []Point {
	const steps = 16
	top := Point{(from.X + to.X) / 2, min(from.Y, to.Y) - 2*height + math.Abs(from.Y-to.Y)/2}
	arc := make([]Point, steps+1)
	for i := range arc {
		t := float64(i) / steps
		arc[i] = Point{
			(1-t)*(1-t)*from.X + 2*t*(1-t)*top.X + t*t*to.X,
			(1-t)*(1-t)*from.Y + 2*t*(1-t)*top.Y + t*t*to.Y,
		}
	}
	return arc
}

// meetsAnything reports that a path touches a label, or a symbol other than its own two.
func (d *drawing) meetsAnything(path []Point, a, b int) bool {
	box := around(path, 0)
	meets := func(o Box) bool {
		if o.Min.X > box.Max.X || o.Max.X < box.Min.X || o.Min.Y > box.Max.Y || o.Max.Y < box.Min.Y {
			return false
		}
		for i := 1; i < len(path); i++ {
			p, q := path[i-1], path[i]
			n := 1 + int(math.Hypot(q.X-p.X, q.Y-p.Y)/2)
			for k := range n + 1 {
				t := float64(k) / float64(n)
				if x, y := p.X+t*(q.X-p.X), p.Y+t*(q.Y-p.Y); x > o.Min.X && x < o.Max.X && y > o.Min.Y && y < o.Max.Y {
					return true
				}
			}
		}
		return false
	}
	for n := range d.l.Nodes {
		c, r := d.at(n), d.outlines[n].r+2
		if n != a && n != b && meets(Box{Point{c.X - r, c.Y - r}, Point{c.X + r, c.Y + r}}) {
			return true
		}
	}
	for _, label := range d.blocks {
		half, top := d.widest(label.lines)/2+1, d.blockTop(label)
		if meets(Box{Point{label.x - half, top}, Point{label.x + half, top + float64(len(label.lines))*lineHeight}}) {
			return true
		}
	}
	return false
}
