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

// severing is a line that goes on to another sheet: where it ends on the one to the left or above,
// and where it begins on the other.
type severing struct {
	at      [2]draw.Point
	sheets  [2]int
	upright bool // the line goes on upwards and downwards rather than to the sides
}

// sever parts a line among the sheets. What lies on none is left out: a stretch that joins two
// sheets and nothing between them.
func sever(e *draw.Element, bands []band, p *plan) (pieces []piece, cuts []severing) {
	points, stroke := draw.Way(e.Shape)
	at := func(a, b draw.Point, t float64) draw.Point {
		return draw.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
	}
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		marks := crossingsOf(a, b, bands, p)
		for k := 1; k < len(marks); k++ {
			from, to := at(a, b, marks[k-1].t), at(a, b, marks[k].t)
			mid := at(a, b, (marks[k-1].t+marks[k].t)/2)
			sheet := p.sheetAt(bandAt(bands, mid.Y), mid.X)
			if sheet < 0 {
				continue
			}
			if n := len(pieces); n == 0 || pieces[n-1].sheet != sheet {
				pieces = append(pieces, piece{e, sheet, []draw.Point{from}, stroke})
				if n > 0 {
					before := pieces[n-1]
					end := before.points[len(before.points)-1]
					c := severing{[2]draw.Point{end, from}, [2]int{before.sheet, sheet}, marks[k-1].upright}
					if (c.upright && b.Y < a.Y) || (!c.upright && b.X < a.X) {
						c = severing{[2]draw.Point{from, end}, [2]int{sheet, before.sheet}, c.upright}
					}
					cuts = append(cuts, c)
				}
			}
			now := &pieces[len(pieces)-1]
			now.points = append(now.points, to)
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
		r := p.rowOf(i)
		for _, c := range r.columns {
			x := c.right.x[i-r.from]
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
			if o.sheets == c.sheets && o.upright == c.upright && apart(o.at[0], c.at[0]) <= near && apart(o.at[1], c.at[1]) <= near {
				for k := range o.at {
					o.at[k] = draw.Point{X: (o.at[k].X + c.at[k].X) / 2, Y: (o.at[k].Y + c.at[k].Y) / 2}
				}
				continue next
			}
		}
		out = append(out, c)
	}
	return out
}

func apart(a, b draw.Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }
