package render_test

import (
	"bytes"
	"image"
	"math"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"kindred/internal/render/pdf"
	"kindred/internal/render/raster"
	"kindred/internal/render/svg"
	"kindred/internal/textmetric"
	"kindred/pedigree/draw"
)

// turned is a word whose start, or with AnchorMiddle whose middle, stands in the middle of the page.
func turned(angle float64, anchor draw.Anchor) *draw.Scene {
	text := draw.Text{At: draw.Point{X: 100, Y: 100}, Anchor: anchor, Size: 20, Fill: "#000000", String: "DRAFT", Angle: angle}
	return &draw.Scene{Width: 200, Height: 200, Elements: []draw.Element{{ID: "t", Shape: text}}}
}

// inked is the smallest box that holds every dark pixel.
func inked(t *testing.T, s *draw.Scene) image.Rectangle {
	t.Helper()
	picture, err := raster.Image(s, raster.Options{Scale: 1})
	if err != nil {
		t.Fatal(err)
	}
	box := image.Rectangle{}
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			if picture.NRGBAAt(x, y).R < 128 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

func TestTextTurnsAnticlockwiseAboutItsPlaceInAPicture(t *testing.T) {
	width := textmetric.Letter.Width("DRAFT", 20, false, false)
	near := func(a int, b float64) bool { return math.Abs(float64(a)-b) <= 4 }
	if b := inked(t, turned(90, draw.AnchorStart)); !near(b.Max.Y, 100) || !near(b.Min.Y, 100-width) || !near(b.Max.X, 100) || b.Dx() > 18 {
		t.Errorf("upright text from the middle upwards: %v, width %.0f", b, width)
	}
	if b := inked(t, turned(90, draw.AnchorMiddle)); !near(b.Min.Y, 100-width/2) || !near(b.Max.Y, 100+width/2) {
		t.Errorf("upright text about the middle: %v, width %.0f", b, width)
	}
	if level, whole := inked(t, turned(0, draw.AnchorStart)), inked(t, turned(360, draw.AnchorStart)); !near(level.Min.X, float64(whole.Min.X)) || !near(level.Max.Y, float64(whole.Max.Y)) {
		t.Errorf("a whole turn moved %v to %v", level, whole)
	}
}

func TestTurnedTextIsWrittenAsARotationInSVGAndPDF(t *testing.T) {
	var b bytes.Buffer
	if err := svg.Write(&b, turned(52, draw.AnchorMiddle), svg.Options{}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), `transform="rotate(-52 100 100)"`) {
		t.Errorf("no rotation in %s", b.String())
	}
	content := func(angle float64) string {
		doc := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: 200, Ht: 200}})
		doc.SetCompression(false)
		pdf.RegisterFonts(doc, "")
		doc.AddPage()
		pdf.DrawScene(doc, turned(angle, draw.AnchorMiddle), 0, 0, 200)
		var out bytes.Buffer
		if err := doc.Output(&out); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	// cos 90 = 0, sin 90 = 1: the matrix of a quarter turn anticlockwise in a PDF's upward axes.
	if got := content(90); !strings.Contains(got, "0.00000 1.00000 -1.00000 0.00000") {
		t.Error("the PDF has no quarter turn")
	}
	if got := content(0); strings.Contains(got, " cm\n") {
		t.Error("level text needs no matrix")
	}
}
