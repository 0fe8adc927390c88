package render_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"kindred/internal/render/palette"
	"kindred/internal/render/raster"
	"kindred/internal/render/svg"
	"kindred/internal/textmetric"
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/draw/pages"
	"kindred/pedigree/layout"
)

// trace is where one painted element of a Scene was found: the corners of a straight path, the ends
// of a circle or sector from left to right and top to bottom, the start of a text's baseline.
type trace struct {
	kind   string
	points []draw.Point
}

// traces are those that a Scene asks for, in drawing order.
func traces(s *draw.Scene) []trace {
	var list []trace
	box := func(b draw.Box) []draw.Point { return []draw.Point{b.Min, b.Max} }
	painted := func(fill draw.Colour, s draw.Stroke) bool { return fill != "" || (s.Colour != "" && s.Width > 0) }
	for _, e := range s.Elements {
		switch v := e.Shape.(type) {
		case draw.Line:
			list = append(list, trace{"path", []draw.Point{v.From, v.To}})
		case draw.Polyline:
			list = append(list, trace{"path", v.Points})
		case draw.Polygon:
			if painted(v.Fill, v.Stroke) {
				list = append(list, trace{"path", v.Points})
			}
		case draw.Circle:
			if painted(v.Fill, v.Stroke) {
				list = append(list, trace{"round", box(draw.Extent(draw.Circle{C: v.C, R: v.R}, nil))})
			}
		case draw.Sector:
			round := nothing()
			round = grow(round, v.C.X, v.C.Y)
			for i := range 181 {
				sin, cos := math.Sincos((v.Start + (v.End-v.Start)*float64(i)/180) * math.Pi / 180)
				round = grow(round, v.C.X+v.R*sin, v.C.Y-v.R*cos)
			}
			list = append(list, trace{"round", box(round)})
		case draw.Text:
			list = append(list, trace{"text", []draw.Point{{X: draw.Extent(v, textmetric.Letter).Min.X, Y: v.At.Y}}})
		}
	}
	return list
}

func svgTraces(t *testing.T, s *draw.Scene) (list []trace) {
	t.Helper()
	var b bytes.Buffer
	if err := svg.Write(&b, s, svg.Options{NoGround: true}); err != nil {
		t.Fatal(err)
	}
	for decoder := xml.NewDecoder(&b); ; {
		token, err := decoder.Token()
		if err == io.EOF {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		attrs := map[string]string{}
		for _, a := range start.Attr {
			attrs[a.Name.Local] = a.Value
		}
		f := func(name string) float64 {
			v, _ := strconv.ParseFloat(attrs[name], 64)
			return v
		}
		switch start.Name.Local {
		case "line":
			list = append(list, trace{"path", []draw.Point{{X: f("x1"), Y: f("y1")}, {X: f("x2"), Y: f("y2")}}})
		case "polyline", "polygon":
			list = append(list, trace{"path", svgPoints(attrs["points"])})
		case "circle":
			x, y, r := f("cx"), f("cy"), f("r")
			list = append(list, trace{"round", []draw.Point{{X: x - r, Y: y - r}, {X: x + r, Y: y + r}}})
		case "path":
			box := pieExtent(t, nothing(), attrs["d"])
			list = append(list, trace{"round", []draw.Point{box.Min, box.Max}})
		case "text":
			var words string
			if err := decoder.DecodeElement(&words, &start); err != nil {
				t.Fatal(err)
			}
			x, _ := svgBaseline(attrs, words)
			list = append(list, trace{"text", []draw.Point{{X: x, Y: f("y")}}})
		}
	}
}

// pdfTraces reads the operators of an uncompressed page.
func pdfTraces(t *testing.T, s *draw.Scene) (list []trace) {
	t.Helper()
	r := &pdfReader{box: nothing(), path: nothing(), height: s.Height}
	var corners []draw.Point
	round := false
	for line := range pdfOperators(t, s) {
		var n []float64
		for _, word := range strings.Fields(line) {
			if pdfNumber.MatchString(word) {
				v, _ := strconv.ParseFloat(word, 64)
				n = append(n, v)
				continue
			}
			switch word {
			case "m", "l":
				r.to(n[len(n)-2], n[len(n)-1])
				corners = append(corners, r.last)
			case "c":
				r.curve(n[len(n)-6:])
				round = true
			case "f", "F", "f*", "S", "s", "B", "b", "B*":
				found := trace{"path", corners}
				if round {
					found = trace{"round", []draw.Point{r.path.Min, r.path.Max}}
				}
				if len(corners) > 0 {
					list = append(list, found)
				}
				corners, round, r.path = nil, false, nothing()
			case "Td":
				list = append(list, trace{"text", []draw.Point{{X: n[len(n)-2], Y: s.Height - n[len(n)-1]}}})
			}
			n = n[:0]
		}
	}
	return list
}

// drawnFamilies are scenes of families with everything in them, whole, anonymous, and a page of one
// that is parted.
func drawnFamilies(t *testing.T) map[string]*draw.Scene {
	t.Helper()
	scenes := map[string]*draw.Scene{}
	files, _ := filepath.Glob("../../assets/families/*.json")
	more, _ := filepath.Glob("../../pedigree/draw/testdata/families/[a-d]*.json")
	if files = append(files, more...); len(files) < 12 {
		t.Fatal(files)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f := new(pedigree.Family)
		if err := json.Unmarshal(data, f); err != nil {
			t.Fatal(err)
		}
		for _, style := range []draw.Style{{}, {Anonymise: true, Nomenclature: draw.NSGC2022()}} {
			style.Measure = textmetric.Letter
			s := draw.Draw(f, layout.Arrange(f, layout.Options{Width: draw.Widths(f, style)}), style)
			name := filepath.Base(path)
			if style.Anonymise {
				name += " anonymous"
			}
			scenes[name] = s
			for i, page := range pages.Split(s, pages.Options{Paper: pages.A4, Scale: 1.6, Measure: textmetric.Letter}).Scenes() {
				scenes[name+" page "+strconv.Itoa(i+1)] = page
			}
		}
	}
	return scenes
}

func TestSVGAndPDFHoldTheGeometryOfTheSceneElementByElement(t *testing.T) {
	const near = 0.011 // both write coordinates with two decimals
	for name, s := range drawnFamilies(t) {
		want := traces(s)
		for sink, got := range map[string][]trace{"svg": svgTraces(t, s), "pdf": pdfTraces(t, s)} {
			if len(got) != len(want) {
				t.Errorf("%s, %s: %d elements are painted, %d drawn", name, sink, len(got), len(want))
				continue
			}
			for i, w := range want {
				g := got[i]
				tolerance := near
				if w.kind != "path" {
					tolerance = 0.1 // arcs of Bézier curves; texts whose start follows from their width
				}
				// A PDF closes a polygon by its first corner.
				if len(g.points) == len(w.points)+1 && g.kind == "path" {
					g.points = g.points[:len(w.points)]
				}
				same := g.kind == w.kind && len(g.points) == len(w.points)
				for k := 0; same && k < len(w.points); k++ {
					same = math.Abs(g.points[k].X-w.points[k].X) <= tolerance && math.Abs(g.points[k].Y-w.points[k].Y) <= tolerance
				}
				if !same {
					t.Errorf("%s, %s: element %d (%s) is %v, should be %v", name, sink, i, s.Elements[i].ID, g, w)
					break
				}
			}
		}
	}
}

// TestAPictureHasInkOnEveryLineAndNoneOutsideTheScene probes the raster, whose pixels are all there
// is to read back.
func TestAPictureHasInkOnEveryLineAndNoneOutsideTheScene(t *testing.T) {
	const scale = 2
	for name, s := range drawnFamilies(t) {
		if strings.Contains(name, "page") {
			continue // large, and mostly white
		}
		picture, err := raster.Image(s, raster.Options{Scale: scale})
		if err != nil {
			t.Fatal(err)
		}
		paper := palette.Light[draw.Paper]
		allowed := make([]bool, picture.Rect.Dx()*picture.Rect.Dy())
		for _, e := range s.Elements {
			b := draw.Extent(e.Shape, textmetric.Letter)
			if v, ok := e.Shape.(draw.Text); ok { // letters with marks above reach higher
				b.Min.Y, b.Max.Y = v.At.Y-v.Size, v.At.Y+0.3*v.Size
			}
			for y := max(0, int((b.Min.Y-1)*scale)); y < min(picture.Rect.Dy(), int((b.Max.Y+1)*scale)+1); y++ {
				for x := max(0, int((b.Min.X-1)*scale)); x < min(picture.Rect.Dx(), int((b.Max.X+1)*scale)+1); x++ {
					allowed[y*picture.Rect.Dx()+x] = true
				}
			}
		}
		for i, ok := range allowed {
			if x, y := i%picture.Rect.Dx(), i/picture.Rect.Dx(); !ok && picture.NRGBAAt(x, y) != paper {
				t.Errorf("%s: ink at %d,%d, where the Scene has nothing", name, x, y)
				break
			}
		}
		for i, e := range s.Elements {
			v, ok := e.Shape.(draw.Line)
			mid := draw.Point{X: (v.From.X + v.To.X) / 2, Y: (v.From.Y + v.To.Y) / 2}
			if !ok || v.Stroke.Dash != nil || covered(s.Elements[i+1:], mid) {
				continue
			}
			if !inkNear(func(x, y int) bool { return picture.NRGBAAt(x, y) != paper }, mid, scale) {
				t.Errorf("%s: no ink on %s", name, e.ID)
			}
		}
	}
}

// covered reports whether a later shape with a ground lies over a point.
func covered(later []draw.Element, p draw.Point) bool {
	for _, e := range later {
		switch e.Shape.(type) {
		case draw.Polygon, draw.Circle, draw.Sector:
			if b := draw.Extent(e.Shape, nil); p.X > b.Min.X && p.X < b.Max.X && p.Y > b.Min.Y && p.Y < b.Max.Y {
				return true
			}
		}
	}
	return false
}

func inkNear(ink func(x, y int) bool, p draw.Point, scale float64) bool {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if ink(int(p.X*scale)+dx, int(p.Y*scale)+dy) {
				return true
			}
		}
	}
	return false
}
