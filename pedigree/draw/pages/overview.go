package pages

import (
	"math"

	"kindred/pedigree/draw"
)

// overview draws the map at the lower right: the whole drawing, its parting into sheets with their
// numbers, and this sheet filled.
func (s *sheet) overview(bands []band, p *plan, foot float64) {
	whole := draw.Box{Min: draw.Point{X: math.Inf(1), Y: bands[0].top}, Max: draw.Point{X: math.Inf(-1), Y: bands[len(bands)-1].foot}}
	for i := range bands {
		if n := len(bands[i].solids); n > 0 {
			whole.Min.X = min(whole.Min.X, bands[i].solids[0].from)
			whole.Max.X = max(whole.Max.X, bands[i].solids[n-1].to)
		}
	}
	width, height := whole.Max.X-whole.Min.X, whole.Max.Y-whole.Min.Y
	kx, ky := mapWidth/width, mapHeight/height
	// A drawing many times wider than high keeps a map high enough to read.
	kx, ky = min(kx, 1.5*ky), min(ky, 3*kx)
	left, top := s.wide-s.margin-width*kx, foot-height*ky
	at := func(x, y float64) draw.Point {
		x = min(max(x, whole.Min.X), whole.Max.X)
		return draw.Point{X: left + (x-whole.Min.X)*kx, Y: top + (y-whole.Min.Y)*ky}
	}
	box := func(from, to, upper, lower float64) []draw.Point {
		return []draw.Point{at(from, upper), at(to, upper), at(to, lower), at(from, lower)}
	}
	thin := draw.Stroke{Colour: draw.Ink, Width: 0.5}
	l, r := s.column.left, s.column.right
	for i, b := range s.bands {
		// Each overlaps the next by a little, or a viewer shows a white line between the two.
		lower := b.foot
		if i+1 < len(s.bands) {
			lower += 0.3 / ky
		}
		s.put("map/here/"+itoa(i+1), draw.RoleMap, draw.Polygon{Points: box(l.x[i], r.x[i], b.top, lower), Fill: draw.Rule})
	}
	s.put("map", draw.RoleMap, draw.Polygon{Points: box(whole.Min.X, whole.Max.X, whole.Min.Y, whole.Max.Y), Stroke: thin})
	for _, row := range p.rows {
		if row.from > 0 {
			y := bands[row.from].top
			s.put("map/level", draw.RoleMap, draw.Line{From: at(whole.Min.X, y), To: at(whole.Max.X, y), Stroke: thin})
		}
		for i, c := range row.columns {
			if i > 0 {
				s.put("map/seam", draw.RoleMap, draw.Polyline{Points: course(c.left, bands[row.from:row.to], at), Stroke: thin})
			}
			if c.sheet >= 0 {
				s.numbered(c, row, bands, at)
			}
		}
	}
}

// numbered writes the number of a sheet on the map where there is room for it.
func (s *sheet) numbered(c column, row row, bands []band, at func(x, y float64) draw.Point) {
	t := draw.Text{Anchor: draw.AnchorMiddle, Size: Readable, Fill: draw.Ink, Bold: c.sheet == s.number, String: itoa(c.sheet + 1)}
	middle := (row.to - row.from - 1) / 2
	b := bands[row.from+middle]
	from, to := at(c.left.x[middle], b.top), at(c.right.x[middle], b.foot)
	upper, lower := at(0, bands[row.from].top), at(0, bands[row.to-1].foot)
	if to.X-from.X > s.width(t.String, t.Size, true)+1 && lower.Y-upper.Y > t.Size+1 {
		t.At = draw.Point{X: (from.X + to.X) / 2, Y: (from.Y+to.Y)/2 + 0.36*t.Size}
		s.put("map/page:"+t.String, draw.RoleMap, t)
	}
}

// course is the way of a seam over the map.
func course(s seam, bands []band, at func(x, y float64) draw.Point) []draw.Point {
	var points []draw.Point
	for i, b := range bands {
		points = append(points, at(s.x[i], b.top), at(s.x[i], b.foot))
	}
	return points
}
