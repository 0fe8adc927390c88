package pages

import (
	"math"
	"slices"
)

// plan says which part of the drawing each sheet shows.
type plan struct {
	scale float64 // points on paper for one of the Scene
	rows  []row
}

// row is the sheets that lie side by side.
type row struct {
	from, to int      // the bands that they show, to excluded
	columns  []column // from left to right
}

// column is what stands between two seams.
type column struct {
	left, right seam
	sheet       int // in the order of all; -1 for one that is blank, where lines only pass
}

// sheets is how many there are.
func (p *plan) sheets() int {
	n := 0
	for _, r := range p.rows {
		for _, c := range r.columns {
			if c.sheet >= 0 {
				n++
			}
		}
	}
	return n
}

// severed is the cost of all the lines that are cut.
func (p *plan) severed(bands []band) float64 {
	cost := 0.0
	for _, r := range p.rows {
		for _, c := range r.columns {
			cost += c.right.cost
		}
		if r.to < len(bands) {
			cost += levelCost * float64(len(bands[r.to-1].falling))
		}
	}
	return cost
}

// space is how much of a sheet a part of the drawing may take, and the gutter for connectors, in
// points of the Scene.
type space struct {
	width, height, gutter, lip float64
}

// arrangeRows parts the bands between rows of sheets: into as few as hold them, where the fewest
// lines fall, and evenly. It is nil where a generation is higher than the sheet.
func arrangeRows(bands []band, s space) []row {
	type state struct {
		cost float64
		from int
	}
	best := make([]state, len(bands)+1)
	for to := 1; to <= len(bands); to++ {
		best[to].cost = math.Inf(1)
		if to < len(bands) && !bands[to-1].below {
			continue
		}
		for from := range to {
			height := bands[to-1].foot - bands[from].top
			if from > 0 {
				height += s.lip
			}
			if to < len(bands) {
				height += s.lip
			}
			if height > s.height {
				continue
			}
			cost := best[from].cost + sheetCost*4 + empty(height, s.height)
			if to < len(bands) {
				cost += levelCost * float64(len(bands[to-1].falling))
			}
			if cost < best[to].cost {
				best[to] = state{cost, from}
			}
		}
	}
	if math.IsInf(best[len(bands)].cost, 1) {
		return nil
	}
	var rows []row
	for to := len(bands); to > 0; to = best[to].from {
		rows = append(rows, row{from: best[to].from, to: to})
	}
	slices.Reverse(rows)
	return rows
}

// What a plan pays for a sheet, in severed lines, and for one that is nearly empty.
const (
	sheetCost = 12.0
	emptyCost = 2.0
)

func empty(taken, of float64) float64 {
	share := 1 - taken/of
	return emptyCost * share * share
}

// arrangeColumns parts neighbouring bands into sheets side by side: as few as hold them, where the
// fewest lines are severed, and evenly, by dynamic programming over the seams. It is nil where no
// seam lets a sheet be narrow enough.
func arrangeColumns(bands []band, s space) []column {
	left, right := math.Inf(1), math.Inf(-1)
	for i := range bands {
		if n := len(bands[i].solids); n > 0 {
			left, right = min(left, bands[i].solids[0].from), max(right, bands[i].solids[n-1].to)
		}
	}
	const parts = 24 // places tried in the width of a sheet
	// How far a seam may stray from its place, in widths of a sheet: far to keep families together,
	// little where lines stand so close that a sheet between two straying seams would be too wide.
	reaches := []float64{0.45, 0.15, 0.04}
	seams := []seam{edge(len(bands), math.Inf(-1))}
	for near := left + s.width/parts; near < right; near += s.width / parts {
		for _, reach := range reaches {
			if found, ok := through(bands, near, reach*s.width); ok && !slices.Equal(found.x, seams[len(seams)-1].x) {
				seams = append(seams, found)
			}
		}
	}
	seams = append(seams, edge(len(bands), math.Inf(1)))
	type state struct {
		cost float64
		from int
	}
	best := make([]state, len(seams))
	for to := 1; to < len(seams); to++ {
		best[to].cost = math.Inf(1)
		for from := to - 1; from >= 0; from-- {
			taken, blank, ok := room(bands, seams[from], seams[to], s.gutter)
			width := taken.to - taken.from
			if ok && !blank && width > 2*s.width {
				break // the seams further left are further away
			}
			if !ok || (!blank && width > s.width) {
				continue
			}
			cost := best[from].cost + seams[to].cost
			if !blank {
				cost += sheetCost + empty(width, s.width)
			}
			if cost < best[to].cost {
				best[to] = state{cost, from}
			}
		}
	}
	last := len(seams) - 1
	if math.IsInf(best[last].cost, 1) {
		return nil
	}
	var columns []column
	for at := last; at > 0; at = best[at].from {
		c := column{left: seams[best[at].from], right: seams[at]}
		if _, blank, _ := room(bands, c.left, c.right, 0); blank {
			c.sheet = -1
		}
		columns = append(columns, c)
	}
	slices.Reverse(columns)
	return columns
}

// number counts the sheets, row by row.
func (p *plan) number() {
	n := 0
	for _, r := range p.rows {
		for i := range r.columns {
			if r.columns[i].sheet >= 0 {
				r.columns[i].sheet = n
				n++
			}
		}
	}
}

// rowOf is the row of sheets that shows a band.
func (p *plan) rowOf(band int) *row {
	for r := range p.rows {
		if band < p.rows[r].to {
			return &p.rows[r]
		}
	}
	return &p.rows[len(p.rows)-1]
}

// sheetAt is the sheet that shows a place of a band, -1 for none.
func (p *plan) sheetAt(band int, x float64) int {
	r := p.rowOf(band)
	for _, c := range r.columns[:len(r.columns)-1] {
		if x <= c.right.x[band-r.from] {
			return c.sheet
		}
	}
	return r.columns[len(r.columns)-1].sheet
}
