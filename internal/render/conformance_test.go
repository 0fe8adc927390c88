package render_test

import (
	"bytes"
	"fmt"
	"image/color"
	"math"
	"testing"

	"kindred/internal/render/palette"
	"kindred/internal/render/pdf"
	"kindred/internal/render/raster"
	"kindred/internal/render/svg"
	"kindred/internal/textmetric"
	"kindred/pedigree/draw"
)

// shapes are scenes of one element each, one for every primitive and every way of painting it.
func shapes() map[string]draw.Shape {
	pen := draw.Stroke{Colour: draw.Ink, Width: 2}
	at := func(x, y float64) draw.Point { return draw.Point{X: x, Y: y} }
	return map[string]draw.Shape{
		"line":            draw.Line{From: at(30, 20), To: at(90, 60), Stroke: pen},
		"dashed line":     draw.Line{From: at(30, 20), To: at(90, 20), Stroke: draw.Stroke{Colour: draw.Ink, Width: 2, Dash: []float64{4, 4}}},
		"polyline":        draw.Polyline{Points: []draw.Point{at(30, 20), at(90, 20), at(90, 70)}, Stroke: pen},
		"filled polygon":  draw.Polygon{Points: []draw.Point{at(60, 20), at(90, 50), at(60, 80), at(30, 50)}, Fill: "hue-1"},
		"outline polygon": draw.Polygon{Points: []draw.Point{at(30, 20), at(90, 20), at(90, 80), at(30, 80)}, Stroke: pen},
		"filled circle":   draw.Circle{C: at(60, 50), R: 25, Fill: "hue-2", Stroke: pen},
		"outline circle":  draw.Circle{C: at(60, 50), R: 25, Stroke: pen},
		"right half":      draw.Sector{C: at(60, 50), R: 30, Start: 0, End: 180, Fill: "hue-1"},
		"left half":       draw.Sector{C: at(60, 50), R: 30, Start: 180, End: 360, Fill: "hue-1"},
		"third":           draw.Sector{C: at(60, 50), R: 30, Start: 120, End: 240, Fill: "hue-3"},
		"whole turn":      draw.Sector{C: at(60, 50), R: 30, Start: 0, End: 360, Fill: "hue-3"},
		"text":            draw.Text{At: at(30, 60), Anchor: draw.AnchorStart, Size: 20, Fill: draw.Ink, String: "HHH"},
		"middle text":     draw.Text{At: at(60, 60), Anchor: draw.AnchorMiddle, Size: 20, Bold: true, Fill: draw.Ink, String: "HHH"},
		"end text":        draw.Text{At: at(95, 60), Anchor: draw.AnchorEnd, Size: 20, Fill: draw.Accent, String: "HHH"},
	}
}

// extent is where the paint of a shape must be. draw.Extent allows for the whole circle of a sector
// and for the tallest and lowest letters, so these are given exactly.
func extent(name string, s draw.Shape) draw.Box {
	box := draw.Extent(s, textmetric.Letter)
	switch v := s.(type) {
	case draw.Sector:
		switch name {
		case "right half":
			box.Min.X = v.C.X
		case "left half":
			box.Max.X = v.C.X
		case "third":
			sin := math.Sin(math.Pi / 3)
			box = draw.Box{Min: draw.Point{X: v.C.X - v.R*sin, Y: v.C.Y}, Max: draw.Point{X: v.C.X + v.R*sin, Y: v.C.Y + v.R}}
		}
	case draw.Text: // H reaches from the baseline to 1409 of 2048 units, with 160 units of side bearing: half of that lies within every tolerance here
		box.Min.Y, box.Max.Y = v.At.Y-v.Size*1409/2048, v.At.Y
		box.Min.X, box.Max.X = box.Min.X+v.Size*0.04, box.Max.X-v.Size*0.04
	}
	return box
}

// sinks give the extent of the paint that they put on the page.
var sinks = map[string]func(t *testing.T, s *draw.Scene) draw.Box{
	"raster": rasterExtent, "svg": svgExtent, "pdf": pdfExtent,
}

func TestEverySinkDrawsEveryShapeWhereTheSceneSays(t *testing.T) {
	for sink, measure := range sinks {
		for name, shape := range shapes() {
			t.Run(sink+"/"+name, func(t *testing.T) {
				got := measure(t, &draw.Scene{Width: 120, Height: 100, Elements: []draw.Element{{ID: "a", Role: draw.RoleMark, Shape: shape}}})
				want := extent(name, shape)
				const near = 1.3 // points: half a pixel, and the round ends of dashes
				for _, d := range []float64{got.Min.X - want.Min.X, got.Min.Y - want.Min.Y, got.Max.X - want.Max.X, got.Max.Y - want.Max.Y} {
					if !(math.Abs(d) <= near) {
						t.Fatalf("drawn in %s, should be in %s", show(got), show(want))
					}
				}
			})
		}
	}
}

func show(b draw.Box) string {
	return fmt.Sprintf("%.1f,%.1f to %.1f,%.1f", b.Min.X, b.Min.Y, b.Max.X, b.Max.Y)
}

func TestEverySinkLeavesAnUnpaintedShapeOut(t *testing.T) {
	empty := &draw.Scene{Width: 120, Height: 100, Elements: []draw.Element{
		{ID: "a", Shape: draw.Circle{C: draw.Point{X: 60, Y: 50}, R: 20}},
		{ID: "b", Shape: draw.Polygon{Points: []draw.Point{{X: 1, Y: 1}, {X: 9, Y: 1}, {X: 9, Y: 9}}}},
		{ID: "c", Shape: draw.Line{To: draw.Point{X: 90, Y: 90}}},
	}}
	for sink, measure := range sinks {
		if got := measure(t, empty); got.Min.X <= got.Max.X {
			t.Errorf("%s painted %s", sink, show(got))
		}
	}
}

func TestTheSameSceneGivesTheSameBytes(t *testing.T) {
	s := &draw.Scene{Width: 120, Height: 100, Title: "Pedigree"}
	for name, shape := range shapes() {
		s.Elements = append(s.Elements, draw.Element{ID: name, Shape: shape})
	}
	for name, write := range map[string]func(w *bytes.Buffer) error{
		"svg":    func(w *bytes.Buffer) error { return svg.Write(w, s, svg.Options{}) },
		"pdf":    func(w *bytes.Buffer) error { return pdf.Write(w, []*draw.Scene{s}, pdf.Options{}) },
		"raster": func(w *bytes.Buffer) error { return raster.Write(w, s, raster.Options{}) },
	} {
		var first bytes.Buffer
		for range 5 {
			var again bytes.Buffer
			if err := write(&again); err != nil {
				t.Fatal(err)
			}
			if first.Len() == 0 {
				first = again
			}
			if !bytes.Equal(first.Bytes(), again.Bytes()) {
				t.Fatalf("%s differs from one writing to the next", name)
			}
		}
	}
}

// grow widens a box to a point; nothing is the box that holds no point.
func grow(b draw.Box, x, y float64) draw.Box {
	return draw.Box{
		Min: draw.Point{X: min(b.Min.X, x), Y: min(b.Min.Y, y)},
		Max: draw.Point{X: max(b.Max.X, x), Y: max(b.Max.Y, y)},
	}
}

func nothing() draw.Box {
	return draw.Box{Min: draw.Point{X: math.Inf(1), Y: math.Inf(1)}, Max: draw.Point{X: math.Inf(-1), Y: math.Inf(-1)}}
}

func rasterExtent(t *testing.T, s *draw.Scene) draw.Box {
	const scale = 4
	picture, err := raster.Image(s, raster.Options{Scale: scale})
	if err != nil {
		t.Fatal(err)
	}
	box := nothing()
	paper := palette.Light[draw.Paper]
	for y := range picture.Rect.Dy() {
		for x := range picture.Rect.Dx() {
			if far(picture.NRGBAAt(x, y), paper) {
				box = grow(grow(box, float64(x)/scale, float64(y)/scale), float64(x+1)/scale, float64(y+1)/scale)
			}
		}
	}
	return box
}

// far reports paint that covers about half a pixel or more.
func far(a, b color.NRGBA) bool {
	d := func(p, q uint8) float64 { return math.Abs(float64(p) - float64(q)) }
	return d(a.R, b.R)+d(a.G, b.G)+d(a.B, b.B) > 150
}
