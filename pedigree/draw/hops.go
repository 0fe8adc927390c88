package draw

import (
	"cmp"
	"math"
	"slices"
)

// A crossing must not be read as a joint, so one of the two lines steps over the other in half a circle.
const (
	hopRadius = 3.5
	leastHop  = 1.0 // a smaller half circle would not be seen
	touching  = 1.0 // nearer to its end than this, a line only meets the other
)

// stretch is a straight part of a line of the family.
type stretch struct {
	element  int
	from, to Point
}

func (s stretch) isLevel() bool   { return s.from.Y == s.to.Y }
func (s stretch) isUpright() bool { return s.from.X == s.to.X }

// stepsOver reports which of two lines hops: a level line over every other, an upright one over a
// slanting one, and of two alike the later.
func (s stretch) stepsOver(o stretch) bool {
	rank := func(s stretch) int {
		switch {
		case s.isLevel():
			return 2
		case s.isUpright():
			return 1
		}
		return 0
	}
	return rank(s) > rank(o) || (rank(s) == rank(o) && rank(s) == 0 && s.element > o.element)
}

// crosses is how far along s, in points, it crosses o.
func (s stretch) crosses(o stretch) (along float64, ok bool) {
	dx, dy := s.to.X-s.from.X, s.to.Y-s.from.Y
	ex, ey := o.to.X-o.from.X, o.to.Y-o.from.Y
	turn := dx*ey - dy*ex
	if math.Abs(turn) < 1e-9 {
		return 0, false
	}
	fx, fy := o.from.X-s.from.X, o.from.Y-s.from.Y
	t, u := (fx*ey-fy*ex)/turn, (fx*dy-fy*dx)/turn
	own, other := math.Hypot(dx, dy), math.Hypot(ex, ey)
	inside := t*own > touching && (1-t)*own > touching && u*other > touching && (1-u)*other > touching
	return t * own, inside
}

// hop lets lines step over the lines of others that they cross.
func (d *drawing) hop() {
	var steep, slanting, all []stretch // steep are the uprights, by x
	for i, e := range d.scene.Elements {
		way, _ := lineWay(e)
		for k := 1; k < len(way); k++ {
			s := stretch{i, way[k-1], way[k]}
			all = append(all, s)
			switch {
			case s.isUpright():
				steep = append(steep, s)
			case !s.isLevel():
				slanting = append(slanting, s)
			}
		}
	}
	slices.SortFunc(steep, func(a, b stretch) int { return cmp.Compare(a.from.X, b.from.X) })
	byX := func(s stretch, x float64) int { return cmp.Compare(s.from.X, x) }
	for at := 0; at < len(all); {
		i := all[at].element
		way, pen := lineWay(d.scene.Elements[i])
		stepped := way[:1:1]
		for ; at < len(all) && all[at].element == i; at++ {
			s := all[at]
			var over []float64
			look := func(others []stretch) {
				for _, o := range others {
					if o.element == i || !s.stepsOver(o) {
						continue
					}
					if along, ok := s.crosses(o); ok {
						over = append(over, along)
					}
				}
			}
			if s.isLevel() {
				first, _ := slices.BinarySearchFunc(steep, min(s.from.X, s.to.X), byX)
				last, _ := slices.BinarySearchFunc(steep, max(s.from.X, s.to.X), byX)
				look(steep[first:last])
			}
			look(slanting)
			stepped = append(stepped, s.arches(over)...)
		}
		if len(stepped) > len(way) {
			d.scene.Elements[i].Shape = Polyline{stepped, pen}
		}
	}
}

// lineWay is the points of a line of the family, nil for any other element.
func lineWay(e Element) ([]Point, Stroke) {
	if e.Role != RoleLine {
		return nil, Stroke{}
	}
	return Way(e.Shape)
}

// arches is the way of a stretch after its first point, over what it crosses at the places given. One
// arch spans crossings that have no room for an arch each; near an end an arch is smaller.
func (s stretch) arches(over []float64) []Point {
	const steps = 8
	length := math.Hypot(s.to.X-s.from.X, s.to.Y-s.from.Y)
	dx, dy := unit(s.from, s.to)
	nx, ny := dy, -dx // to the upper side of a level or slanting line, to the right of an upright one
	if ny > 0 || (ny == 0 && nx < 0) {
		nx, ny = -nx, -ny
	}
	at := func(along, off float64) Point {
		return Point{s.from.X + along*dx + off*nx, s.from.Y + along*dy + off*ny}
	}
	var way []Point
	slices.Sort(over)
	for i := 0; i < len(over); {
		j := i
		for j+1 < len(over) && over[j+1]-over[j] < 2*hopRadius+0.5 {
			j++
		}
		first, last := over[i], over[j]
		i = j + 1
		r := min(hopRadius, 0.9*first, 0.9*(length-last))
		if r < leastHop {
			continue
		}
		for k := range steps + 1 {
			sin, cos := math.Sincos(math.Pi * float64(k) / steps)
			middle := first
			if 2*k > steps {
				middle = last
			}
			if 2*k == steps && last > first {
				way = append(way, at(first, r))
				middle = last
			}
			way = append(way, at(middle-r*cos, r*sin))
		}
	}
	return append(way, s.to)
}
