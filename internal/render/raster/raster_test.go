package raster

import (
	"bytes"
	"errors"
	"image/png"
	"io"
	"math"
	"testing"

	"kindred/internal/render/palette"
	"kindred/internal/textmetric"
	"kindred/pedigree/draw"
)

func TestAPictureHasTheSizeOfTheSceneAtItsScale(t *testing.T) {
	s := &draw.Scene{Width: 100.2, Height: 50}
	for scale, want := range map[float64][2]int{0: {134, 67}, 1: {101, 50}, 2.5: {251, 125}} {
		var b bytes.Buffer
		if err := Write(&b, s, Options{Scale: scale}); err != nil {
			t.Fatal(err)
		}
		picture, err := png.Decode(&b)
		if err != nil {
			t.Fatal(err)
		}
		if got := picture.Bounds().Size(); got.X != want[0] || got.Y != want[1] {
			t.Errorf("at scale %v the picture is %v, want %v", scale, got, want)
		}
	}
}

func TestAPictureThatNobodyCouldOpenIsRefused(t *testing.T) {
	for _, s := range []draw.Scene{{Width: 1e6, Height: 1e6}, {Width: 1e9, Height: 1e-9}, {Width: math.NaN(), Height: 1}, {Width: math.Inf(1), Height: 1}} {
		if _, err := Image(&s, Options{}); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%v by %v: %v", s.Width, s.Height, err)
		}
	}
}

func TestANameIsNeverDrawnWithoutTheCharactersThatTheTypefaceLacks(t *testing.T) {
	name := func(text string) *draw.Scene {
		return &draw.Scene{Width: 50, Height: 20, Elements: []draw.Element{{Shape: draw.Text{At: draw.Point{X: 2, Y: 12}, Size: 9, Fill: draw.Ink, String: text}}}}
	}
	var glyphs *textmetric.GlyphError
	if err := Write(io.Discard, name("李 Anna"), Options{}); !errors.As(err, &glyphs) || string(glyphs.Missing) != "李" {
		t.Errorf("a name in Chinese: %v", err)
	}
	if err := Write(io.Discard, name("Zoe\u0308 Ann\u00ade\u200b"), Options{}); err != nil {
		t.Errorf("a combining mark, a soft hyphen and a space without width: %v", err)
	}
}

func TestShapesBeyondThePictureAreCutOff(t *testing.T) {
	far := draw.Stroke{Colour: draw.Ink, Width: 1}
	s := &draw.Scene{Width: 20, Height: 20, Elements: []draw.Element{
		{Shape: draw.Line{From: draw.Point{X: -1e5, Y: 10}, To: draw.Point{X: 1e5, Y: 10}, Stroke: far}},
		{Shape: draw.Circle{C: draw.Point{X: math.NaN(), Y: 5}, R: 3, Fill: draw.Ink}},
		{Shape: draw.Text{At: draw.Point{X: 500, Y: 500}, Size: 9, Fill: draw.Ink, String: "far"}},
	}}
	picture, err := Image(s, Options{Scale: 1})
	if err != nil {
		t.Fatal(err)
	}
	if ink := palette.Light[draw.Ink]; picture.NRGBAAt(5, 10) == picture.NRGBAAt(5, 2) || picture.NRGBAAt(5, 2) == ink {
		t.Error("the line across the picture is not where it should be")
	}
}

func TestDashesCutAPathIntoTheirLengths(t *testing.T) {
	path := []draw.Point{{}, {X: 10}, {X: 10, Y: 5}}
	runs := dashes(path, []float64{4, 2})
	var lengths []float64
	for _, run := range runs {
		l := 0.0
		for i := 1; i < len(run); i++ {
			l += math.Hypot(run[i].X-run[i-1].X, run[i].Y-run[i-1].Y)
		}
		lengths = append(lengths, math.Round(l*1e6)/1e6)
	}
	if want := []float64{4, 4, 3}; len(lengths) != 3 || lengths[0] != want[0] || lengths[1] != want[1] || lengths[2] != want[2] {
		t.Errorf("dashes of %v, want %v", lengths, want)
	}
	if got := dashes(path, nil); len(got) != 1 || len(got[0]) != 3 {
		t.Errorf("no dashes: %v", got)
	}
}

func TestCharactersOfTheFallbackFaceAreDrawn(t *testing.T) {
	blank, err := Image(&draw.Scene{Width: 40, Height: 20}, Options{Face: textmetric.Screen})
	if err != nil {
		t.Fatal(err)
	}
	sign, err := Image(&draw.Scene{Width: 40, Height: 20, Elements: []draw.Element{
		{Shape: draw.Text{At: draw.Point{X: 5, Y: 15}, Size: 12, Fill: draw.Ink, String: "♀"}},
	}}, Options{Face: textmetric.Screen})
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(blank.Pix, sign.Pix) {
		t.Error("♀, which the screen face lacks, was left out")
	}
}

func BenchmarkImage(b *testing.B) {
	s := &draw.Scene{Width: 800, Height: 500}
	for i := range 1000 {
		x, y := float64(i%40)*20, float64(i/40)*20
		s.Elements = append(s.Elements,
			draw.Element{Shape: draw.Circle{C: draw.Point{X: x, Y: y}, R: 8, Stroke: draw.Stroke{Colour: draw.Ink, Width: 1}}},
			draw.Element{Shape: draw.Text{At: draw.Point{X: x, Y: y}, Size: 9, Fill: draw.Ink, String: "Joan"}})
	}
	for b.Loop() {
		if _, err := Image(s, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
