package pages

import (
	"math"
	"slices"

	"kindred/pedigree/draw"
)

// piece is the part of a line that one sheet shows.
type piece struct {
	element *draw.Element
	sheet   int // in the order of the sheets
	points  []draw.Point
	stroke  draw.Stroke
}

// severing is a place where a line goes on to another sheet.
type severing struct {
	at      draw.Point
	sheets  [2]int // the one to the left or above, then the other
	upright bool   // the line goes on upwards and downwards rather than to the sides
}

// sever parts a line among the sheets.
func sever(e *draw.Element, bands []band, p *plan, index func(r, column int) int) (pieces []piece, cuts []severing) {
	points, stroke := way(e.Shape)
	at := func(a, b draw.Point, t float64) draw.Point {
		return draw.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
	}
	var open *piece
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		marks := crossingsOf(a, b, bands, p)
		for k := 1; k < len(marks); k++ {
			from, to := at(a, b, marks[k-1].t), at(a, b, marks[k].t)
			mid := at(a, b, (marks[k-1].t+marks[k].t)/2)
			sheet := index(p.sheetAt(bandAt(bands, mid.Y), mid.X))
			switch {
			case open == nil:
				pieces = append(pieces, piece{e, sheet, []draw.Point{from}, stroke})
			case open.sheet != sheet:
				pieces = append(pieces, piece{e, sheet, []draw.Point{from}, stroke})
				c := severing{from, [2]int{open.sheet, sheet}, marks[k-1].upright}
				if (c.upright && b.Y < a.Y) || (!c.upright && b.X < a.X) {
					c.sheets[0], c.sheets[1] = c.sheets[1], c.sheets[0]
				}
				cuts = append(cuts, c)
			}
			open = &pieces[len(pieces)-1]
			open.points = append(open.points, to)
		}
	}
	return pieces, cuts
}

// mark is a place on a stretch of a line, from 0 at its start to 1 at its end.
type mark struct {
	t       float64
	upright bool // at the foot of a band rather than at a seam
}

// crossingsOf are the places where a stretch may change from sheet to sheet, with its ends.
func crossingsOf(a, b draw.Point, bands []band, p *plan) []mark {
	marks := []mark{{t: 0}}
	if a.Y != b.Y {
		for i := range bands[:len(bands)-1] {
			if t := (bands[i].foot - a.Y) / (b.Y - a.Y); t > 0 && t < 1 {
				marks = append(marks, mark{t, true})
			}
		}
	}
	marks = append(marks, mark{t: 1})
	slices.SortFunc(marks, byPlace)
	var across []mark
	for k := 1; k < len(marks) && a.X != b.X; k++ {
		middle := (marks[k-1].t + marks[k].t) / 2
		i := bandAt(bands, a.Y+(b.Y-a.Y)*middle)
		r, _ := p.sheetAt(i, 0)
		for _, s := range p.rows[r].seams {
			x := s.x[i-p.rows[r].from]
			if t := (x - a.X) / (b.X - a.X); !math.IsInf(x, 0) && t > marks[k-1].t && t < marks[k].t {
				across = append(across, mark{t, false})
			}
		}
	}
	marks = append(marks, across...)
	slices.SortFunc(marks, byPlace)
	return marks
}

func byPlace(a, b mark) int {
	switch {
	case a.t < b.t:
		return -1
	case a.t > b.t:
		return 1
	}
	return 0
}

// joined makes one of severings that are so near that they are read as one line, such as the two
// lines of a double one.
func joined(cuts []severing, near float64) []severing {
	var out []severing
next:
	for _, c := range cuts {
		for i := range out {
			o := &out[i]
			if o.sheets == c.sheets && o.upright == c.upright && math.Hypot(o.at.X-c.at.X, o.at.Y-c.at.Y) <= near {
				o.at.X, o.at.Y = (o.at.X+c.at.X)/2, (o.at.Y+c.at.Y)/2
				continue next
			}
		}
		out = append(out, c)
	}
	return out
}
