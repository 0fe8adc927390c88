package draw_test

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"kindred/pedigree/draw"
)

// A stretch is one straight part of a line of the family.
type stretch struct {
	id       string
	from, to draw.Point
	hop      bool // part of the arch that steps over other lines
}

func stretches(s *draw.Scene) []stretch {
	var all []stretch
	for _, e := range s.Elements {
		var way []draw.Point
		if e.Role != draw.RoleLine || strings.HasSuffix(e.ID, "/same") {
			continue
		}
		switch v := e.Shape.(type) {
		case draw.Line:
			way = []draw.Point{v.From, v.To}
		case draw.Polyline:
			way = v.Points
		}
		arched := func(i int) bool {
			return i > 0 && i < len(way) && math.Abs(way[i-1].X-way[i].X) > 1e-9 && math.Abs(way[i-1].Y-way[i].Y) > 1e-9 &&
				math.Hypot(way[i-1].X-way[i].X, way[i-1].Y-way[i].Y) < 1.5
		}
		for i := 1; i < len(way); i++ {
			all = append(all, stretch{e.ID, way[i-1], way[i], arched(i) || (arched(i-1) && arched(i+1))})
		}
	}
	return all
}

// crossing is where the insides of two stretches cross.
func crossing(a, b stretch) (draw.Point, bool) {
	dx, dy := a.to.X-a.from.X, a.to.Y-a.from.Y
	ex, ey := b.to.X-b.from.X, b.to.Y-b.from.Y
	det := dx*ey - dy*ex
	if math.Abs(det) < 1e-9 {
		return draw.Point{}, false
	}
	fx, fy := b.from.X-a.from.X, b.from.Y-a.from.Y
	t, u := (fx*ey-fy*ex)/det, (fx*dy-fy*dx)/det
	if t < -1e-9 || t > 1+1e-9 || u < -1e-9 || u > 1+1e-9 {
		return draw.Point{}, false
	}
	return draw.Point{X: a.from.X + t*dx, Y: a.from.Y + t*dy}, true
}

// atEnd reports that a line only begins or ends here, so that this is a joint.
func (s stretch) atEnd(p draw.Point) bool {
	const near = 2.2 // half a double line and a stroke
	return min(math.Hypot(p.X-s.from.X, p.Y-s.from.Y), math.Hypot(p.X-s.to.X, p.Y-s.to.Y)) < near
}

// bareCrossings are the crossings that are not drawn as a hop.
func bareCrossings(s *draw.Scene) (bare []string, hops int) {
	all := stretches(s)
	seen := map[string]bool{}
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.id == b.id {
				continue
			}
			p, ok := crossing(a, b)
			if !ok || (!a.hop && !b.hop && (a.atEnd(p) || b.atEnd(p))) {
				continue
			}
			where := fmt.Sprintf("%s x %s", a.id, b.id)
			if seen[where] {
				continue
			}
			seen[where] = true
			if a.hop || b.hop {
				hops++
				continue
			}
			bare = append(bare, fmt.Sprintf("%s at %.1f,%.1f", where, p.X, p.Y))
		}
	}
	return bare, hops
}

// onOneAnother are pairs of lines that share a stretch, so that nobody can tell them apart.
func onOneAnother(s *draw.Scene) []string {
	var found []string
	all := stretches(s)
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.id == b.id || a.hop || b.hop {
				continue
			}
			const wide, long = 1.2, 2.0
			upright := math.Abs(a.from.X-a.to.X) < 0.01 && math.Abs(b.from.X-b.to.X) < 0.01
			level := math.Abs(a.from.Y-a.to.Y) < 0.01 && math.Abs(b.from.Y-b.to.Y) < 0.01
			switch {
			case upright && math.Abs(a.from.X-b.from.X) < wide &&
				min(max(a.from.Y, a.to.Y), max(b.from.Y, b.to.Y))-max(min(a.from.Y, a.to.Y), min(b.from.Y, b.to.Y)) > long,
				level && math.Abs(a.from.Y-b.from.Y) < wide &&
					min(max(a.from.X, a.to.X), max(b.from.X, b.to.X))-max(min(a.from.X, a.to.X), min(b.from.X, b.to.X)) > long:
				found = append(found, fmt.Sprintf("%s on %s at %.1f,%.1f", a.id, b.id, a.from.X, a.from.Y))
			}
		}
	}
	return found
}

// throughSymbols are the lines that enter a symbol.
func throughSymbols(s *draw.Scene) []string {
	var found []string
	all := stretches(s)
	for i := range s.Elements {
		e := &s.Elements[i]
		if e.Role != draw.RoleSymbol {
			continue
		}
		for _, l := range all {
			n := int(math.Hypot(l.to.X-l.from.X, l.to.Y-l.from.Y)) + 1
			for k := range n + 1 {
				t := float64(k) / float64(n)
				p := draw.Point{X: l.from.X + t*(l.to.X-l.from.X), Y: l.from.Y + t*(l.to.Y-l.from.Y)}
				if inside(e.Shape, p, 1.2) {
					found = append(found, l.id+" through "+e.ID)
					break
				}
			}
		}
	}
	return slices.Compact(found)
}

// inside reports that p lies within a symbol, further than by from its outline.
func inside(s draw.Shape, p draw.Point, by float64) bool {
	switch v := s.(type) {
	case draw.Circle:
		return math.Hypot(p.X-v.C.X, p.Y-v.C.Y) < v.R-by
	case draw.Polygon:
		for i, a := range v.Points {
			b := v.Points[(i+1)%len(v.Points)]
			if (b.X-a.X)*(p.Y-a.Y)-(b.Y-a.Y)*(p.X-a.X) < by*math.Hypot(b.X-a.X, b.Y-a.Y) {
				return false
			}
		}
		return true
	}
	return false
}

// lineFaults are all that may be wrong with the lines of a drawing.
func lineFaults(s *draw.Scene) []string {
	bare, _ := bareCrossings(s)
	for i := range bare {
		bare[i] += ": a crossing without a hop"
	}
	for _, found := range onOneAnother(s) {
		bare = append(bare, found+": one line on another")
	}
	return append(bare, throughSymbols(s)...)
}
