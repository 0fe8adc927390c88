package pedigreeview

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"kindred/pedigree/draw"
)

// item is one element of the Scene with the canvas objects that show it. The objects lie in a plane
// whose origin is the Scene's, in pixels, so that panning moves the plane alone.
type item struct {
	element  draw.Element
	objects  []fyne.CanvasObject
	bounds   box // in the Scene
	selected bool
	used     int // how many of objects the drawing in progress has taken
}

// look is what all items are drawn with.
type look struct {
	viewport
	inks
}

// maxDashes caps the strokes of one dashed line: more cannot be told apart, and each is an object.
const maxDashes = 200

// render makes the objects show the element, using those it has where the type fits.
func (it *item) render(l look) {
	it.used = 0
	switch s := it.element.Shape.(type) {
	case draw.Line:
		it.path(l, []draw.Point{s.From, s.To}, s.Stroke)
	case draw.Polyline:
		it.path(l, s.Points, s.Stroke)
	case draw.Polygon:
		it.polygon(l, s)
	case draw.Circle:
		it.circle(l, s)
	case draw.Sector:
		it.sector(l, s)
	case draw.Text:
		it.text(l, s)
	}
	it.objects = it.objects[:it.used]
	it.bounds = boundsOf(it.element.Shape)
}

// outline is the fill and stroke of a symbol's outline, which the selection replaces.
func (it *item) outline(l look, fill draw.Colour, stroke draw.Stroke) (ground, line color.Color, width float32) {
	ground, line, width = l.of(fill), l.of(stroke.Colour), it.strokeWidth(l, stroke)
	if it.selected && it.element.Role == draw.RoleSymbol {
		ground, line, width = l.palette.Selection, l.palette.Accent, width*1.8
	}
	return ground, line, width
}

// strokeWidth never goes below one pixel: a thinner line would vanish.
func (*item) strokeWidth(l look, s draw.Stroke) float32 {
	if s.Colour == "" || s.Width <= 0 {
		return 0
	}
	return float32(max(1, s.Width*l.scale()))
}

func (it *item) path(l look, points []draw.Point, stroke draw.Stroke) {
	width, ink := it.strokeWidth(l, stroke), l.of(stroke.Colour)
	if width == 0 {
		return
	}
	for i := 1; i < len(points); i++ {
		from, to := points[i-1], points[i]
		if len(stroke.Dash) > 0 {
			for _, d := range dashes(from, to, stroke.Dash) {
				it.line(l, d[0], d[1], width, ink)
			}
			continue
		}
		// Half a stroke longer at an inner corner, so that two lines meet without a notch.
		half := stroke.Width / 2
		if i > 1 {
			from = beyond(to, from, half)
		}
		if i < len(points)-1 {
			to = beyond(points[i-1], to, half)
		}
		it.line(l, from, to, width, ink)
	}
}

func (it *item) line(l look, from, to draw.Point, width float32, ink color.Color) {
	o := take(it, func() *canvas.Line { return &canvas.Line{} })
	o.StrokeColor, o.StrokeWidth = ink, width
	o.Position1, o.Position2 = l.plane(from), l.plane(to)
}

// plane is a place of the Scene in the plane of the objects.
func (l look) plane(p draw.Point) fyne.Position {
	return fyne.NewPos(float32(p.X*l.scale()), float32(p.Y*l.scale()))
}

func (it *item) polygon(l look, s draw.Polygon) {
	fill, stroke, width := it.outline(l, s.Fill, s.Stroke)
	points := s.Points
	half := float64(width) / 2 / l.scale()
	// Fyne strokes inside the outline, the Scene on it.
	if b := boundsOf(s); isRectangle(points, b) {
		o := take(it, func() *canvas.Rectangle { return &canvas.Rectangle{} })
		o.FillColor, o.StrokeColor, o.StrokeWidth = fill, stroke, width
		settle(l, o, b.grown(half))
		return
	}
	points = outset(points, half)
	b := boundsOf(draw.Polygon{Points: points})
	o := take(it, func() *canvas.ArbitraryPolygon { return &canvas.ArbitraryPolygon{} })
	o.FillColor, o.StrokeColor, o.StrokeWidth = fill, stroke, width
	if o.FillColor == nil {
		o.FillColor = color.Transparent
	}
	o.Points = o.Points[:0]
	corner := l.plane(draw.Point{X: b.left, Y: b.top})
	for _, p := range points {
		o.Points = append(o.Points, l.plane(p).Subtract(corner))
	}
	settle(l, o, b)
}

func (it *item) circle(l look, s draw.Circle) {
	fill, stroke, width := it.outline(l, s.Fill, s.Stroke)
	o := take(it, func() *canvas.Circle { return &canvas.Circle{} })
	o.FillColor, o.StrokeColor, o.StrokeWidth = fill, stroke, width
	if o.FillColor == nil {
		o.FillColor = color.Transparent
	}
	settle(l, o, boundsOf(s).grown(float64(width)/2/l.scale()))
}

func (it *item) sector(l look, s draw.Sector) {
	o := take(it, func() *canvas.Arc { return &canvas.Arc{} })
	o.FillColor, o.StartAngle, o.EndAngle = l.of(s.Fill), float32(s.Start), float32(s.End)
	settle(l, o, boundsOf(draw.Circle{C: s.C, R: s.R}))
}

func (it *item) text(l look, s draw.Text) {
	size := l.textPixels(s.Size)
	if size == 0 || s.String == "" {
		return
	}
	o := take(it, func() *canvas.Text { return &canvas.Text{} })
	o.Text, o.TextSize, o.Color = s.String, size, l.of(s.Fill)
	o.TextStyle = fyne.TextStyle{Bold: s.Bold, Italic: s.Italic}
	if it.selected && s.Bold {
		o.Color = l.palette.Text
	}
	measured, baseline := fyne.CurrentApp().Driver().RenderedTextSize(s.String, size, o.TextStyle, nil)
	at := l.plane(s.At)
	switch s.Anchor {
	case draw.AnchorMiddle:
		at.X -= measured.Width / 2
	case draw.AnchorEnd:
		at.X -= measured.Width
	}
	at.Y -= baseline
	o.Resize(measured)
	o.Move(at)
}

// take is the next object of the item, reused where it has the right type.
func take[T fyne.CanvasObject](it *item, fresh func() T) T {
	i := it.used
	it.used++
	if i < len(it.objects) {
		if o, ok := it.objects[i].(T); ok {
			return o
		}
		o := fresh()
		it.objects[i] = o
		return o
	}
	o := fresh()
	it.objects = append(it.objects, o)
	return o
}

func settle(l look, o fyne.CanvasObject, b box) {
	a, z := l.plane(draw.Point{X: b.left, Y: b.top}), l.plane(draw.Point{X: b.right, Y: b.bottom})
	o.Move(a)
	o.Resize(fyne.NewSize(z.X-a.X, z.Y-a.Y))
}

// dashes cuts a line into strokes; on and off lengths repeat.
func dashes(from, to draw.Point, pattern []float64) [][2]draw.Point {
	length := math.Hypot(to.X-from.X, to.Y-from.Y)
	sum := 0.0
	for _, d := range pattern {
		sum += d
	}
	if length == 0 || sum <= 0 {
		return [][2]draw.Point{{from, to}}
	}
	along := func(d float64) draw.Point {
		t := min(d, length) / length
		return draw.Point{X: from.X + t*(to.X-from.X), Y: from.Y + t*(to.Y-from.Y)}
	}
	var strokes [][2]draw.Point
	for at, i := 0.0, 0; at < length && len(strokes) < maxDashes; i++ {
		d := pattern[i%len(pattern)]
		if i%2 == 0 {
			strokes = append(strokes, [2]draw.Point{along(at), along(at + d)})
		}
		at += d
	}
	return strokes
}
