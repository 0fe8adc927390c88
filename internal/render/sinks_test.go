package render_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"iter"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"kindred/internal/render/pdf"
	"kindred/internal/render/svg"
	"kindred/internal/textmetric"
	"kindred/pedigree/draw"
)

// svgExtent reads the SVG as a viewer does and adds up where its elements paint.
func svgExtent(t *testing.T, s *draw.Scene) draw.Box {
	var b bytes.Buffer
	if err := svg.Write(&b, s, svg.Options{NoGround: true}); err != nil {
		t.Fatal(err)
	}
	box := nothing()
	for decoder := xml.NewDecoder(&b); ; {
		token, err := decoder.Token()
		if err == io.EOF {
			return box
		}
		if err != nil {
			t.Fatal(err)
		}
		if start, ok := token.(xml.StartElement); ok {
			box = svgElement(t, box, decoder, start)
		}
	}
}

func svgElement(t *testing.T, box draw.Box, decoder *xml.Decoder, start xml.StartElement) draw.Box {
	attrs := map[string]string{}
	for _, a := range start.Attr {
		attrs[a.Name.Local] = a.Value
	}
	f := func(name string) float64 {
		v, err := strconv.ParseFloat(attrs[name], 64)
		if err != nil {
			t.Fatalf("%s of %s is %q", name, start.Name.Local, attrs[name])
		}
		return v
	}
	half := 0.0
	if attrs["stroke-width"] != "" {
		half = f("stroke-width") / 2
	}
	if half == 0 && (attrs["fill"] == "none" || start.Name.Local == "line") {
		return box
	}
	about := func(x, y, r float64) { box = grow(grow(box, x-r, y-r), x+r, y+r) }
	switch start.Name.Local {
	case "line":
		about(f("x1"), f("y1"), half)
		about(f("x2"), f("y2"), half)
	case "polyline", "polygon":
		for _, p := range svgPoints(attrs["points"]) {
			about(p.X, p.Y, half)
		}
	case "circle":
		about(f("cx"), f("cy"), f("r")+half)
	case "path":
		box = pieExtent(t, box, attrs["d"])
	case "text":
		var words string
		if err := decoder.DecodeElement(&words, &start); err != nil {
			t.Fatal(err)
		}
		x, w := svgBaseline(attrs, words)
		box = grow(grow(box, x, f("y")-f("font-size")*1409/2048), x+w, f("y"))
	}
	return box
}

// svgPoints are the corners of a polyline or polygon.
func svgPoints(attr string) (points []draw.Point) {
	for _, pair := range strings.Fields(attr) {
		x, y, _ := strings.Cut(pair, ",")
		var p draw.Point
		p.X, _ = strconv.ParseFloat(x, 64)
		p.Y, _ = strconv.ParseFloat(y, 64)
		points = append(points, p)
	}
	return points
}

// svgBaseline is where a text begins, whatever its anchor, and how wide it is.
func svgBaseline(attrs map[string]string, words string) (x, width float64) {
	size, _ := strconv.ParseFloat(attrs["font-size"], 64)
	x, _ = strconv.ParseFloat(attrs["x"], 64)
	width = textmetric.Letter.Width(words, size, attrs["font-weight"] == "bold", attrs["font-style"] == "italic")
	return x - map[string]float64{"start": 0, "middle": width / 2, "end": width}[attrs["text-anchor"]], width
}

var pie = regexp.MustCompile(`^M(\S+) (\S+)L(\S+) (\S+)A(\S+) \S+ 0 ([01]) 1 (\S+) (\S+)Z$`)

// pieExtent walks the arc of a slice from its first to its second point, clockwise.
func pieExtent(t *testing.T, box draw.Box, d string) draw.Box {
	m := pie.FindStringSubmatch(d)
	if m == nil {
		t.Fatalf("path %q", d)
	}
	var v [9]float64
	for i := 1; i < 9; i++ {
		v[i], _ = strconv.ParseFloat(m[i], 64)
	}
	box = grow(box, v[1], v[2])
	from, to := math.Atan2(v[4]-v[2], v[3]-v[1]), math.Atan2(v[8]-v[2], v[7]-v[1])
	if to < from {
		to += 2 * math.Pi
	}
	for i := range 100 {
		sin, cos := math.Sincos(from + (to-from)*float64(i)/99)
		box = grow(box, v[1]+v[5]*cos, v[2]+v[5]*sin)
	}
	return box
}

var (
	pdfContent = regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`)
	pdfNumber  = regexp.MustCompile(`^-?[0-9.]+$`)
)

// pdfOperators are the lines of an uncompressed page of a Scene.
func pdfOperators(t *testing.T, s *draw.Scene) iter.Seq[string] {
	t.Helper()
	doc := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: s.Width, Ht: s.Height}})
	doc.SetCompression(false)
	doc.SetAutoPageBreak(false, 0)
	pdf.RegisterFonts(doc, pdf.Styles(s)...)
	doc.AddPage()
	pdf.DrawScene(doc, s, 0, 0, s.Width)
	var b bytes.Buffer
	if err := doc.Output(&b); err != nil {
		t.Fatal(err)
	}
	content := pdfContent.FindSubmatch(b.Bytes())
	if content == nil {
		t.Fatal("no page")
	}
	return strings.SplitSeq(string(content[1]), "\n")
}

// pdfExtent reads the operators of an uncompressed page: paths, curves, text and their line widths.
func pdfExtent(t *testing.T, s *draw.Scene) draw.Box {
	t.Helper()
	r := &pdfReader{box: nothing(), path: nothing(), height: s.Height, texts: s.Elements}
	for line := range pdfOperators(t, s) {
		r.line(line)
	}
	return r.box
}

// pdfReader follows the few operators that gofpdf writes.
type pdfReader struct {
	box, path     draw.Box
	width, height float64
	last          draw.Point
	texts         []draw.Element
}

func (r *pdfReader) line(line string) {
	var n []float64
	for _, word := range strings.Fields(line) {
		if pdfNumber.MatchString(word) {
			v, _ := strconv.ParseFloat(word, 64)
			n = append(n, v)
			continue
		}
		switch word {
		case "w":
			r.width = n[len(n)-1]
		case "m", "l":
			r.to(n[len(n)-2], n[len(n)-1])
		case "c":
			r.curve(n[len(n)-6:])
		case "f", "F", "f*":
			r.paint(0)
		case "S", "s", "B", "b", "B*":
			r.paint(r.width / 2)
		case "Td":
			// The string is in glyph codes: its width is that of the only text in the scene.
			text := r.texts[0].Shape.(draw.Text)
			w := textmetric.Letter.Width(text.String, text.Size, text.Bold, text.Italic)
			x, y := n[len(n)-2], r.height-n[len(n)-1]
			r.box = grow(grow(r.box, x, y-text.Size*1409/2048), x+w, y)
		}
		n = n[:0]
	}
}

func (r *pdfReader) to(x, y float64) {
	r.last = draw.Point{X: x, Y: r.height - y}
	r.path = grow(r.path, r.last.X, r.last.Y)
}

// curve samples a Bézier curve: its control points lie outside it.
func (r *pdfReader) curve(n []float64) {
	p := r.last
	for i := range 21 {
		t := float64(i) / 20
		u := 1 - t
		at := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
		r.to(at(p.X, n[0], n[2], n[4]), at(r.height-p.Y, n[1], n[3], n[5]))
	}
}

func (r *pdfReader) paint(half float64) {
	if r.path.Min.X <= r.path.Max.X {
		r.box = grow(grow(r.box, r.path.Min.X-half, r.path.Min.Y-half), r.path.Max.X+half, r.path.Max.Y+half)
	}
	r.path = nothing()
}
