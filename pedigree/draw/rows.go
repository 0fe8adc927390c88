package draw

import (
	"cmp"
	"math"
	"slices"

	"kindred/pedigree"
)

// block is a label that may move along its row so that it touches no other label and no line that
// passes it.
type block struct {
	node  int     // whose label; -1 for that of a union
	union int     // which union, for node -1
	want  float64 // x of its middle if nothing were in the way
	raw   []line
	lines []line // wrapped
	x     float64
	top   float64 // under the row's centre line
}

func (b *block) bottom() float64 { return b.top + float64(len(b.lines))*lineHeight }

// wraps are the widths at which labels are wrapped: the first that leaves everybody room.
var wraps = []float64{labelWidth, 76, 60, 46, 30}

// layOutLabels places the labels of a row between the lines at the walls (sorted), which no label
// may touch.
func (d *drawing) layOutLabels(blocks []*block, walls []float64) {
	slices.SortStableFunc(blocks, func(a, b *block) int { return cmp.Compare(a.want, b.want) })
	start := 0
	for i := 0; i <= len(walls); i++ {
		low, high := math.Inf(-1), math.Inf(1)
		if i > 0 {
			low = walls[i-1] + lineGap
		}
		end := len(blocks)
		if i < len(walls) {
			high = walls[i] - lineGap
			end = start
			for end < len(blocks) && blocks[end].want <= walls[i] {
				end++
			}
		}
		d.between(blocks[start:end], low, high)
		start = end
	}
}

// between places blocks, in order, in the room from low to high, wrapping them narrower where the
// room is short.
func (d *drawing) between(blocks []*block, low, high float64) {
	best, least := wraps[0], math.Inf(1)
	for _, limit := range wraps {
		need := -labelGap
		for _, b := range blocks {
			need += d.widest(d.wrapped(b.raw, limit)) + labelGap
		}
		if need < least-0.01 {
			best, least = limit, need
		}
		if need <= high-low {
			break
		}
	}
	for _, b := range blocks {
		b.lines = d.wrapped(b.raw, best)
	}
	spread(blocks, d.widest, low, high)
}

// spread gives each block the place nearest to where it wants to be, in least squares, keeping the
// order and the gaps: isotonic regression by pooling adjacent violators (Barlow et al., Statistical
// Inference under Order Restrictions, 1972), then clamped to the room.
func spread(blocks []*block, width func([]line) float64, low, high float64) {
	type pool struct {
		sum   float64
		count int
	}
	offsets := make([]float64, len(blocks))
	half := make([]float64, len(blocks))
	var pools []pool
	for i, b := range blocks {
		half[i] = width(b.lines) / 2
		if i > 0 {
			offsets[i] = offsets[i-1] + half[i-1] + half[i] + labelGap
		}
		pools = append(pools, pool{b.want - offsets[i], 1})
		for n := len(pools); n > 1 && pools[n-2].sum/float64(pools[n-2].count) > pools[n-1].sum/float64(pools[n-1].count); n-- {
			pools[n-2].sum += pools[n-1].sum
			pools[n-2].count += pools[n-1].count
			pools = pools[:n-1]
		}
	}
	if len(blocks) == 0 {
		return
	}
	last := len(blocks) - 1
	least, most := low+half[0], high-half[last]-offsets[last]
	i := 0
	for _, p := range pools {
		at := p.sum / float64(p.count)
		switch {
		case least > most:
			if !math.IsInf(least+most, 0) {
				at = (least + most) / 2
			}
		default:
			at = min(max(at, least), most)
		}
		for range p.count {
			blocks[i].x = at + offsets[i]
			i++
		}
	}
}

// arrange places the labels of every row, and from their heights the rows.
func (d *drawing) arrange() {
	rows := len(d.rowY)
	blocks, walls := make([][]*block, rows), make([][]float64, rows)
	wall := func(row int, x float64) { walls[row] = append(walls[row], x) }
	for n := range d.l.Nodes {
		if raw := d.label(n); len(raw) > 0 {
			top := max(d.clearOfNeighbours(n, raw), d.passing[d.row(n)])
			blocks[d.row(n)] = append(blocks[d.row(n)], &block{node: n, want: d.xs[n], raw: raw, top: top})
		}
	}
	for i := range d.couples {
		c := &d.couples[i]
		if raw := d.unionLabel(c); len(raw) > 0 {
			row := max(d.row(c.a), d.row(c.b))
			top := max(d.below(c.a), d.below(c.b), d.passing[row])
			blocks[row] = append(blocks[row], &block{node: -1, union: i, want: (d.xs[c.a] + d.xs[c.b]) / 2, raw: raw, top: top})
		}
		if c.way != nil {
			d.wayWalls(c.way, wall)
		}
	}
	for i := range d.sibships {
		d.sibships[i].walls(d, wall)
	}
	y := 0.0
	for row := range rows {
		slices.Sort(walls[row])
		d.layOutLabels(blocks[row], walls[row])
		d.rowY[row] = y
		bottom := max(radius+4, d.passing[row])
		for _, b := range blocks[row] {
			bottom = max(bottom, b.bottom())
		}
		d.bottom[row] = y + bottom
		if row+1 < rows {
			y += bottom + 9 + trackStep*float64(d.tracks[row+1]) + ownLine + radius
		}
		d.blocks = append(d.blocks, blocks[row]...)
	}
}

// clearOfNeighbours is how far under the symbol's centre the label may begin so that it may move aside
// without touching the asterisk of the neighbour on the left or the arrow of the one on the right.
func (d *drawing) clearOfNeighbours(node int, raw []line) float64 {
	const moves = 24 // as far as a label stands aside
	low, row := d.below(node), d.ordered[d.row(node)]
	half := d.widest(d.wrapped(raw, labelWidth))/2 + labelGap + moves
	at := slices.Index(row, node)
	if at > 0 {
		left := row[at-1]
		if p := d.people[left]; p != nil && p.Evaluated == pedigree.Yes && d.xs[node]-d.xs[left]-starAt(p, Point{}).X-starSize < half {
			low = max(low, d.below(left))
		}
	}
	if at+1 < len(row) {
		right := row[at+1]
		if p := d.people[right]; p != nil && arrowed(p) && d.xs[right]-d.xs[node]-d.s.arrowReach(p) < half {
			low = max(low, d.below(right))
		}
	}
	return low
}

// unionLabel is what stands under the line of a couple.
func (d *drawing) unionLabel(c *couple) []line {
	lines := d.causeLabel(c.union)
	if !d.fitsAbove(c) {
		lines = append(d.degreeLabel(c.union), lines...)
	}
	return lines
}

// causeLabel says why a couple have no children.
func (d *drawing) causeLabel(u *pedigree.Union) []line {
	if u == nil || d.s.Anonymise {
		return nil
	}
	return present(line{text: u.ChildlessCause, fill: Quiet})
}

// degreeLabel says how partners are related where that was told: the tree may not show it.
func (d *drawing) degreeLabel(u *pedigree.Union) []line {
	if u == nil || (d.s.Anonymise && !isDegree(u.Degree)) {
		return nil
	}
	return present(line{text: u.Degree, fill: Quiet})
}

// degreeWidth is where a degree is wrapped above its line.
const degreeWidth = 70.0

// degreeAbove is the lines of a degree that stands above the relationship line, between the symbols.
func (d *drawing) degreeAbove(c *couple) []line {
	room := d.xs[c.b] - d.xs[c.a] - d.reachOf(c.a, 1) - d.reachOf(c.b, -1) - lineGap
	return d.wrapped(d.degreeLabel(c.union), min(room, degreeWidth))
}

// fitsAbove reports that a couple's degree has room between the two symbols.
func (d *drawing) fitsAbove(c *couple) bool {
	if c.way != nil {
		return false
	}
	most := 3 // lines, under the sibship line above
	if d.isTwin(c.a) || d.isTwin(c.b) {
		most = 1 // under the slanting lines
	}
	lines := d.degreeAbove(c)
	return len(lines) <= most && d.widest(lines) <= d.xs[c.b]-d.xs[c.a]-d.reachOf(c.a, 1)-d.reachOf(c.b, -1)
}
