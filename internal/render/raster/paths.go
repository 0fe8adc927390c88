package raster

import (
	"image"
	"image/color"
	"math"

	"kindred/pedigree/draw"
)

// fill paints the inside of closed paths, by the non-zero rule.
func (c *canvas) fill(colour draw.Colour, paths ...[]draw.Point) {
	if ink, ok := c.ink(colour); ok {
		c.paint(ink, func(add func(path []draw.Point)) {
			for _, p := range paths {
				add(p)
			}
		})
	}
}

// box is the part of the picture that points touch, with room for anti-aliasing.
func (c *canvas) box(points []draw.Point) image.Rectangle {
	low, high := draw.Point{X: math.Inf(1), Y: math.Inf(1)}, draw.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	for _, p := range points {
		low.X, low.Y = min(low.X, p.X), min(low.Y, p.Y)
		high.X, high.Y = max(high.X, p.X), max(high.Y, p.Y)
	}
	if !(low.X <= high.X) || !(low.Y <= high.Y) || math.IsInf(high.X-low.X+high.Y-low.Y, 0) {
		return image.Rectangle{}
	}
	return image.Rect(int(low.X*c.Scale)-1, int(low.Y*c.Scale)-1, int(high.X*c.Scale)+2, int(high.Y*c.Scale)+2).
		Intersect(c.picture.Bounds())
}

// paint fills what collect adds. Only the pixels that it touches are looked at.
func (c *canvas) paint(ink color.NRGBA, collect func(add func(path []draw.Point))) {
	var paths [][]draw.Point
	var every []draw.Point
	collect(func(path []draw.Point) {
		paths, every = append(paths, path), append(every, path...)
	})
	box := c.box(every)
	if box.Empty() {
		return
	}
	r := c.rasterizer(box)
	at := func(p draw.Point) (x, y float32) {
		return float32(p.X*c.Scale - float64(box.Min.X)), float32(p.Y*c.Scale - float64(box.Min.Y))
	}
	for _, path := range paths {
		if len(path) < 3 {
			continue
		}
		r.MoveTo(at(path[0]))
		for _, p := range path[1:] {
			r.LineTo(at(p))
		}
		r.ClosePath()
	}
	c.lay(box, ink)
}

// stroke paints a path's line: a rectangle for each stretch and a disc at each corner and end. Both
// run the same way round, so that under the non-zero rule overlaps are painted once.
func (c *canvas) stroke(points []draw.Point, closed bool, s draw.Stroke) {
	ink, ok := c.ink(s.Colour)
	if !ok || s.Width <= 0 || len(points) < 2 {
		return
	}
	if closed {
		points = append(append([]draw.Point{}, points...), points[0])
	}
	c.paint(ink, func(add func(path []draw.Point)) {
		half := s.Width / 2
		for _, run := range dashes(points, s.Dash) {
			for i, b := range run {
				if len(s.Dash) == 0 {
					add(c.arc(b, half, 0, 360))
				}
				if i == 0 {
					continue
				}
				a := run[i-1]
				length := math.Hypot(b.X-a.X, b.Y-a.Y)
				if length == 0 {
					continue
				}
				nx, ny := (b.Y-a.Y)/length*half, -(b.X-a.X)/length*half
				add([]draw.Point{{X: a.X + nx, Y: a.Y + ny}, {X: b.X + nx, Y: b.Y + ny}, {X: b.X - nx, Y: b.Y - ny}, {X: a.X - nx, Y: a.Y - ny}})
			}
		}
	})
}

// dashes cuts a path into the stretches that a dash pattern leaves.
func dashes(points []draw.Point, pattern []float64) [][]draw.Point {
	total := 0.0
	for _, d := range pattern {
		total += d
	}
	if len(pattern) == 0 || total <= 0 {
		return [][]draw.Point{points}
	}
	var runs [][]draw.Point
	index, left := 0, pattern[0]
	run := []draw.Point{points[0]}
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		length := math.Hypot(b.X-a.X, b.Y-a.Y)
		for done := 0.0; done < length; {
			step := min(left, length-done)
			done += step
			left -= step
			p := draw.Point{X: a.X + (b.X-a.X)*done/length, Y: a.Y + (b.Y-a.Y)*done/length}
			if index%2 == 0 {
				run = append(run, p)
			}
			if left <= 0 {
				if index%2 == 0 {
					runs = append(runs, run)
				}
				index++
				left = pattern[index%len(pattern)]
				run = []draw.Point{p}
			}
		}
	}
	if index%2 == 0 && len(run) > 1 {
		runs = append(runs, run)
	}
	return runs
}
