package pages

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"kindred/pedigree/draw"
)

// band is one generation on paper: everything between two levels at which no symbol or text stands.
type band struct {
	top, foot float64   // its limits; those of the first and last are those of the drawing
	below     bool      // a level at foot is free of symbols and texts, so that sheets may part there
	falling   []falling // the lines that cross foot, from left to right
	solids    []span    // what no cut may pass, from left to right, apart from one another
	levels    []level
	cuts      []cut // where a cut may pass, from left to right
}

// span is a stretch from left to right.
type span struct{ from, to float64 }

// level is a line that a cut may sever.
type level struct {
	span
	cost float64
}

// falling is a line that crosses the foot of a band: sum is what severing it and all to its left
// costs.
type falling struct{ x, cost, sum float64 }

// cut is a place at which a band may be cut, and what that costs in severed lines. A seam that goes
// on in the next band elsewhere severs the lines that fall between the two places: the difference of
// their sums.
type cut struct{ x, cost, above, below float64 }

// bandsOf finds the generations from the heights of the symbols. Lengths are in the Scene's points,
// of which unit go to one at the usual size; width is that of the widest sheet.
func bandsOf(p *parts, unit, width float64) []band {
	rows := symbolRows(p.solids, unit)
	bands := make([]band, max(1, len(rows)))
	whole := extentOf(p)
	bands[0].top, bands[len(bands)-1].foot = whole.Min.Y, whole.Max.Y
	for r := range len(rows) - 1 {
		at, free := parting(p, rows[r], rows[r+1], unit)
		bands[r].foot, bands[r].below, bands[r+1].top = at, free, at
	}
	for _, s := range p.solids {
		b := &bands[bandAt(bands, (s.box.Min.Y+s.box.Max.Y)/2)]
		b.solids = append(b.solids, span{s.box.Min.X - unit, s.box.Max.X + unit})
	}
	for _, e := range p.lines {
		points, _ := draw.Way(e.Shape)
		_, straight := e.Shape.(draw.Line)
		for i := 1; i < len(points); i++ {
			layLine(bands, points[i-1], points[i], straight, costOf(e, width), unit)
		}
	}
	for i := range bands {
		b := &bands[i]
		slices.SortFunc(b.falling, func(a, b falling) int { return cmp.Compare(a.x, b.x) })
		sum := 0.0
		for k := range b.falling {
			sum += b.falling[k].cost
			b.falling[k].sum = sum
		}
	}
	for i := range bands {
		var above []falling
		if i > 0 {
			above = bands[i-1].falling
		}
		bands[i].finish(above, unit)
	}
	return bands
}

// symbolRows are the heights at which symbols stand, from the top.
func symbolRows(solids []solid, unit float64) []float64 {
	var rows []float64
	for _, s := range solids {
		if s.Role == draw.RoleSymbol {
			rows = append(rows, (s.box.Min.Y+s.box.Max.Y)/2)
		}
	}
	slices.Sort(rows)
	// Triangles of losses stand a little higher or lower than the other symbols of their row.
	return slices.CompactFunc(rows, func(a, b float64) bool { return math.Abs(b-a) < 20*unit })
}

func extentOf(p *parts) draw.Box {
	var box draw.Box
	for i, s := range p.solids {
		if i == 0 {
			box = s.box
		}
		box = box.Union(s.box)
	}
	for i, e := range p.lines {
		b := draw.Extent(e.Shape, nil)
		if i == 0 && len(p.solids) == 0 {
			box = b
		}
		box = box.Union(b)
	}
	return box
}

// parting is the level between two rows of symbols at which the fewest lines fall, as high as that
// allows; free is false where symbols or texts leave none.
func parting(p *parts, upper, lower, unit float64) (at float64, free bool) {
	taken := []span{{math.Inf(-1), upper}, {lower, math.Inf(1)}}
	for _, s := range p.solids {
		if s.box.Max.Y > upper && s.box.Min.Y < lower {
			taken = append(taken, span{s.box.Min.Y, s.box.Max.Y})
		}
	}
	for _, e := range p.lines {
		points, stroke := draw.Way(e.Shape)
		for i := 1; i < len(points); i++ {
			if y := points[i].Y; y == points[i-1].Y && y > upper && y < lower {
				taken = append(taken, span{y - stroke.Width, y + stroke.Width})
			}
		}
	}
	best := math.Inf(1)
	at = (upper + lower) / 2
	for _, gap := range gaps(merged(taken)) {
		y := (gap.from + gap.to) / 2
		cost := 10*float64(len(crossings(p.lines, y))) - min((gap.to-gap.from)/unit, 9)
		if gap.to-gap.from > unit && cost < best-1e-9 {
			best, at, free = cost, y, true
		}
	}
	return at, free
}

// crossings are where lines cross a level, from left to right.
func crossings(lines []*draw.Element, y float64) []float64 {
	var xs []float64
	for _, e := range lines {
		points, _ := draw.Way(e.Shape)
		for i := 1; i < len(points); i++ {
			a, b := points[i-1], points[i]
			if (a.Y < y) != (b.Y < y) {
				xs = append(xs, a.X+(b.X-a.X)*(y-a.Y)/(b.Y-a.Y))
			}
		}
	}
	slices.Sort(xs)
	return xs
}

// layLine tells every band that a stretch of a line touches whether a cut may sever it there. Level
// stretches may be; upright ones and the slanted lines of twins may not. The arc that joins two
// symbols of one person reaches so far that it must be.
func layLine(bands []band, a, b draw.Point, straight bool, cost, unit float64) {
	if a.Y > b.Y {
		a, b = b, a
	}
	for i := bandAt(bands, a.Y); i < len(bands) && (bands[i].top < b.Y || i == bandAt(bands, a.Y)); i++ {
		from, to := a.X, b.X
		if a.Y != b.Y {
			at := func(y float64) float64 {
				return a.X + (b.X-a.X)*(min(max(y, a.Y), b.Y)-a.Y)/(b.Y-a.Y)
			}
			from, to = at(bands[i].top), at(bands[i].foot)
		}
		s := span{min(from, to), max(from, to)}
		switch {
		case a.Y == b.Y || (!straight && math.Abs(b.X-a.X) > math.Abs(b.Y-a.Y)/4):
			bands[i].levels = append(bands[i].levels, level{s, cost})
		default:
			bands[i].solids = append(bands[i].solids, span{s.from - 3*unit, s.to + 3*unit})
		}
		if a.Y < bands[i].foot && b.Y > bands[i].foot && i+1 < len(bands) {
			bands[i].falling = append(bands[i].falling, falling{x: to, cost: cost})
		}
	}
}

// bandAt is the index of the band that holds a height.
func bandAt(bands []band, y float64) int {
	i, _ := slices.BinarySearchFunc(bands[:len(bands)-1], y, func(b band, y float64) int { return cmp.Compare(b.foot, y) })
	return i
}

// finish sorts what the band holds and lists the places where it may be cut: in the middle of each
// gap, and in a wide one also near its sides and every so often.
func (b *band) finish(above []falling, unit float64) {
	b.solids = merged(b.solids)
	const near, often = 8, 60
	for _, gap := range gaps(b.solids) {
		add := func(x float64) { b.cuts = append(b.cuts, b.cutAt(x, above)) }
		width := gap.to - gap.from
		if width < 2*near*unit {
			add((gap.from + gap.to) / 2)
			continue
		}
		for x := gap.from + near*unit; x < gap.to-near*unit; x += often * unit {
			add(x)
		}
		add(gap.to - near*unit)
	}
}

// cutAt is a cut with its cost; above are the lines that fall into the band.
func (b *band) cutAt(x float64, above []falling) cut {
	c := cut{x: x, above: sumTo(above, x), below: sumTo(b.falling, x)}
	for _, l := range b.levels {
		if l.from < x && x < l.to {
			c.cost += l.cost
		}
	}
	return c
}

// sumTo is the cost of all the lines that fall to the left of x.
func sumTo(lines []falling, x float64) float64 {
	k := sort.Search(len(lines), func(k int) bool { return lines[k].x > x })
	if k == 0 {
		return 0
	}
	return lines[k-1].sum
}

// merged sorts spans and joins those that touch.
func merged(list []span) []span {
	slices.SortFunc(list, func(a, b span) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	var out []span
	for _, s := range list {
		if n := len(out); n > 0 && s.from <= out[n-1].to {
			out[n-1].to = max(out[n-1].to, s.to)
			continue
		}
		out = append(out, s)
	}
	return out
}

// gaps are the stretches between merged spans.
func gaps(list []span) []span {
	var out []span
	for i := 1; i < len(list); i++ {
		out = append(out, span{list[i-1].to, list[i].from})
	}
	return out
}
