package pages

import (
	"math"
	"slices"
)

// plan says which part of the drawing each sheet shows.
type plan struct {
	rows []row
	cost float64
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

// space is how much of a sheet a part of the drawing may take, and the gutter for connectors, in
// points of the Scene.
type space struct {
	width, height, gutter, lip float64
}

// arrange parts the drawing for one paper and scale, by dynamic programming over the rows of sheets:
// as few rows as hold the bands unless free allows more. It is nil where a generation is higher than the sheet or no seam
// lets a sheet be narrow enough, and where the plan would cost as much as limit.
func arrange(bands []band, s space, free bool, limit float64) *plan {
	after := fewestRows(bands, s)
	type state struct {
		cost float64
		row  row
	}
	best := make([]state, len(bands)+1)
	for to := 1; to <= len(bands); to++ {
		best[to].cost = math.Inf(1)
		for from := range to {
			if (!free && after[from] != after[to]+1) || best[from].cost >= limit || !s.holds(bands, from, to) {
				continue
			}
			cost := best[from].cost + empty(s.heightOf(bands, from, to), s.height)
			if falling := bands[to-1].falling; to < len(bands) && len(falling) > 0 {
				cost += falling[len(falling)-1].sum
			}
			columns, severed := arrangeColumns(bands[from:to], s, min(limit, best[to].cost)-cost)
			if cost += severed; columns != nil && cheaper(cost, best[to].cost) {
				best[to] = state{cost, row{from, to, columns}}
			}
		}
	}
	if best[len(bands)].cost >= limit {
		return nil
	}
	made := &plan{cost: best[len(bands)].cost}
	for to := len(bands); to > 0; to = best[to].row.from {
		made.rows = append(made.rows, best[to].row)
	}
	slices.Reverse(made.rows)
	made.number()
	return made
}

// fewestRows is how many rows of sheets the bands from each on need; more than there are bands where
// they have no room.
func fewestRows(bands []band, s space) []int {
	rows := make([]int, len(bands)+1)
	for from := len(bands) - 1; from >= 0; from-- {
		rows[from] = len(bands) + 1
		for to := from + 1; to <= len(bands); to++ {
			if s.holds(bands, from, to) {
				rows[from] = min(rows[from], rows[to]+1)
			}
		}
	}
	return rows
}

// heightOf is what the bands take of a sheet, with the lips where lines go on above and below.
func (s space) heightOf(bands []band, from, to int) float64 {
	height := bands[to-1].foot - bands[from].top
	if from > 0 {
		height += s.lip
	}
	if to < len(bands) {
		height += s.lip
	}
	return height
}

// holds reports whether a row of sheets may show these bands.
func (s space) holds(bands []band, from, to int) bool {
	return (to == len(bands) || bands[to-1].below) && s.heightOf(bands, from, to) <= s.height
}

// arrangeColumns parts neighbouring bands into sheets side by side, by dynamic programming over the
// seams, and gives the cost. It is nil where no seam lets a sheet be narrow enough, or where the
// sheets would cost as much as limit.
func arrangeColumns(bands []band, s space, limit float64) ([]column, float64) {
	left, right := math.Inf(1), math.Inf(-1)
	for i := range bands {
		if n := len(bands[i].solids); n > 0 {
			left, right = min(left, bands[i].solids[0].from), max(right, bands[i].solids[n-1].to)
		}
	}
	if sheetCost*math.Ceil((right-left)/s.width) >= limit {
		return nil, 0
	}
	seams := seamsBetween(bands, left, right, s.width)
	type state struct {
		cost float64
		from int
	}
	best := make([]state, len(seams))
	first := 0
	for to := 1; to < len(seams); to++ {
		best[to].cost = math.Inf(1)
		// At least so many sheets are still to come, wherever the seam strays.
		limit := limit - sheetCost*max(0, math.Floor((right-seams[to].near)/s.width)-1)
		// Two seams further apart than two sheets have more than one between them.
		for seams[first].near < seams[to].near-2*s.width {
			first++
		}
		for from := first; from < to; from++ {
			cost := best[from].cost + seams[to].cost
			if !cheaper(cost, best[to].cost) || cost >= limit {
				continue
			}
			taken, blank, ok := room(bands, &seams[from], &seams[to], s.gutter, s.width)
			if !ok {
				continue
			}
			if !blank {
				cost += sheetCost + empty(taken.to-taken.from, s.width)
			}
			if cheaper(cost, best[to].cost) {
				best[to] = state{cost, from}
			}
		}
	}
	last := len(seams) - 1
	if math.IsInf(best[last].cost, 1) {
		return nil, 0
	}
	var columns []column
	for at := last; at > 0; at = best[at].from {
		c := column{left: seams[best[at].from], right: seams[at]}
		if _, blank, _ := room(bands, &c.left, &c.right, 0, math.Inf(1)); blank {
			c.sheet = -1
		}
		columns = append(columns, c)
	}
	slices.Reverse(columns)
	return columns, best[last].cost
}

// seamsBetween are the seams to choose from, with those at both ends.
func seamsBetween(bands []band, left, right, width float64) []seam {
	const parts = 24 // places tried in the width of a sheet
	// How far a seam may stray from its place, in widths of a sheet: far to keep families together,
	// little where lines stand so close that a sheet between two straying seams would be too wide.
	reaches := []float64{0.45, 0.15, 0.04}
	last := make([]*seam, len(reaches))
	seams := []seam{edge(bands, math.Inf(-1))}
	seams[0].near = left
	for near := left + width/parts; near < right; near += width / parts {
		for k, reach := range reaches {
			if found, ok := through(bands, near, reach*width); ok && (last[k] == nil || !slices.Equal(found.x, last[k].x)) {
				seams = append(seams, found)
				last[k] = &found
			}
		}
	}
	end := edge(bands, math.Inf(1))
	end.near = right
	return append(seams, end)
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
