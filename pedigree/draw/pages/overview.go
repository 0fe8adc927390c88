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
	s.put("map", draw.RoleMap, draw.Polygon{Points: box(whole.Min.X, whole.Max.X, whole.Min.Y, whole.Max.Y), Fill: draw.Paper, Stroke: thin})
	l, r := s.row.seams[s.column], s.row.seams[s.column+1]
	for i, b := range s.bands {
		s.put("map/here/"+itoa(i+1), draw.RoleMap, draw.Polygon{Points: box(l.x[i], r.x[i], b.top, b.foot), Fill: draw.Rule})
	}
	number := 0
	for _, row := range p.rows {
		if row.from > 0 {
			y := bands[row.from].top
			s.put("map/level", draw.RoleMap, draw.Line{From: at(whole.Min.X, y), To: at(whole.Max.X, y), Stroke: thin})
		}
		middle := (row.from + row.to - 1) / 2
		for c := range len(row.seams) - 1 {
			number++
			if c > 0 {
				s.put("map/seam", draw.RoleMap, draw.Polyline{Points: course(row.seams[c], bands[row.from:row.to], at), Stroke: thin})
			}
			b := bands[middle]
			from, to := at(row.seams[c].x[middle-row.from], b.top), at(row.seams[c+1].x[middle-row.from], b.foot)
			t := draw.Text{Anchor: draw.AnchorMiddle, Size: Readable, Fill: draw.Ink, Bold: number == s.number+1, String: itoa(number)}
			if upper, lower := at(0, bands[row.from].top), at(0, bands[row.to-1].foot); to.X-from.X > s.width(t.String, t.Size, true)+1 && lower.Y-upper.Y > t.Size+1 {
				t.At = draw.Point{X: (from.X + to.X) / 2, Y: (from.Y+to.Y)/2 + 0.36*t.Size}
				s.put("map/page:"+t.String, draw.RoleMap, t)
			}
		}
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
