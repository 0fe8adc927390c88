package draw

import (
	"cmp"
	"math"
	"slices"
)

// hop lets every level line step over the upright lines of others that cross it, in half a circle,
// so that a crossing is not read as a joint. A crossing with no room for the half circle stays plain.
func (d *drawing) hop() {
	type upright struct{ x, top, bottom float64 }
	var all []upright
	for _, e := range d.scene.Elements {
		if l, ok := e.Shape.(Line); ok && e.Role == RoleLine && l.From.X == l.To.X {
			all = append(all, upright{l.From.X, min(l.From.Y, l.To.Y), max(l.From.Y, l.To.Y)})
		}
	}
	slices.SortFunc(all, func(a, b upright) int { return cmp.Compare(a.x, b.x) })
	const r, clear = 3.5, 1.0
	for i := range d.scene.Elements {
		e := &d.scene.Elements[i]
		l, ok := e.Shape.(Line)
		if !ok || e.Role != RoleLine || l.From.Y != l.To.Y {
			continue
		}
		if l.From.X > l.To.X {
			l.From, l.To = l.To, l.From
		}
		y, way := l.From.Y, []Point{l.From}
		first, _ := slices.BinarySearchFunc(all, l.From.X, func(u upright, x float64) int { return cmp.Compare(u.x, x) })
		for k := first; k < len(all) && all[k].x <= l.To.X; k++ {
			u := all[k]
			last := way[len(way)-1].X
			crossed := u.top < y-clear && u.bottom > y+clear
			roomy := u.x-r > last && u.x+r < l.To.X && (k+1 == len(all) || all[k+1].x-u.x > 2*r || all[k+1].x == u.x)
			if !crossed || !roomy {
				continue
			}
			const steps = 8
			for s := range steps + 1 {
				sin, cos := math.Sincos(math.Pi * float64(s) / steps)
				way = append(way, Point{u.x - r*cos, y - r*sin})
			}
		}
		if len(way) > 1 {
			e.Shape = Polyline{append(way, l.To), l.Stroke}
		}
	}
}
