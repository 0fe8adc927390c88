package pdf

import (
	"bytes"
	"errors"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"kindred/internal/textmetric"
	"kindred/pedigree/draw"
)

// sheet is a scene of this size with these texts, the second in italics.
func sheet(w, h float64, words ...string) *draw.Scene {
	s := &draw.Scene{Width: w, Height: h, Title: "Pedigree"}
	for i, text := range words {
		s.Elements = append(s.Elements, draw.Element{Shape: draw.Text{
			At: draw.Point{X: 10, Y: 20 + 15*float64(i)}, Size: 9, Fill: draw.Ink, Italic: i == 1, String: text,
		}})
	}
	return s
}

func document(t *testing.T, s *draw.Scene, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, []*draw.Scene{s}, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestACharacterWithoutAGlyphStopsTheDocument(t *testing.T) {
	var b bytes.Buffer
	err := Write(&b, []*draw.Scene{sheet(100, 100, "Ann 王", "ok 🙂")}, Options{})
	var missing *textmetric.GlyphError
	if !errors.As(err, &missing) || string(missing.Missing) != "王🙂" {
		t.Fatalf("got %v", err)
	}
	if b.Len() > 0 {
		t.Error("something was written all the same")
	}
}

func TestCombiningMarksAreComposedAndInvisibleCharactersDropped(t *testing.T) {
	for in, want := range map[string]string{
		"Sia\u0302n": "Siân", "w\u0302": "ŵ", "soft\u00adhyphen": "softhyphen", "a\u200bb": "ab", "tab\there": "tab here", "bad\xff": "bad?",
	} {
		if got := textmetric.Printable(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
	if err := Check(sheet(9, 9, "Sia\u0302n", "Łukasz Wójcik-Ŵyn ≥ 60 · ½")); err != nil {
		t.Error(err)
	}
}

func TestEveryPageHasTheSizeOfItsSceneAndABookmark(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, []*draw.Scene{sheet(300, 200, "a"), sheet(200, 300, "b")}, Options{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"/MediaBox [0 0 300.00 200.00]", "/MediaBox [0 0 200.00 300.00]", "Page 1 of 2", "/Count 2"} {
		if !strings.Contains(strings.ReplaceAll(b.String(), "\x00", ""), want) {
			t.Errorf("%s is missing", want)
		}
	}
	if strings.Count(b.String(), "/FontFile2") != 1 {
		t.Errorf("the typeface is embedded %d times", strings.Count(b.String(), "/FontFile2"))
	}
	if err := Write(&bytes.Buffer{}, nil, Options{}); err == nil {
		t.Error("a document without a page was written")
	}
}

func TestOnlyTheFontsThatAreUsedAreEmbedded(t *testing.T) {
	fonts := regexp.MustCompile(`/BaseFont /(\S+)`)
	names := func(doc []byte) []string {
		var found []string
		for _, m := range fonts.FindAllSubmatch(doc, -1) {
			found = append(found, string(m[1]))
		}
		slices.Sort(found)
		return slices.Compact(found)
	}
	one, two := names(document(t, sheet(99, 99, "a"), Options{})), names(document(t, sheet(99, 99, "a", "b"), Options{}))
	if len(one) != 1 || len(two) != 2 {
		t.Errorf("one style embeds %v, two embed %v", one, two)
	}
}

func TestDrawSceneScalesIntoAnyUnitAndPutsThePenBack(t *testing.T) {
	doc := gofpdf.New("P", "mm", "A4", "")
	doc.AddPage()
	doc.SetDrawColor(1, 2, 3)
	doc.SetFillColor(4, 5, 6)
	doc.SetLineWidth(0.7)
	s := sheet(200, 100, "a")
	s.Elements = append(s.Elements, draw.Element{Shape: draw.Circle{
		C: draw.Point{X: 50, Y: 50}, R: 9, Fill: draw.Paper, Stroke: draw.Stroke{Colour: draw.Ink, Width: 2, Dash: []float64{2, 2}},
	}})
	RegisterFonts(doc, Styles(s)...)
	if height := DrawScene(doc, s, 20, 30, 160); height != 80 {
		t.Errorf("the drawing takes %v mm, want 80", height)
	}
	if r, g, b := doc.GetDrawColor(); r != 1 || g != 2 || b != 3 {
		t.Errorf("draws in %d %d %d", r, g, b)
	}
	if r, g, b := doc.GetFillColor(); r != 4 || g != 5 || b != 6 {
		t.Errorf("fills with %d %d %d", r, g, b)
	}
	if w := doc.GetLineWidth(); w != 0.7 {
		t.Errorf("the line is %v wide", w)
	}
	if doc.Err() {
		t.Error(doc.Error())
	}
}

func TestThePrintedTextCanBeReadBack(t *testing.T) {
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext (Debian package poppler-utils) is not installed")
	}
	cmd := exec.Command(tool, "-", "-")
	cmd.Stdin = bytes.NewReader(document(t, sheet(300, 99, "Siân, 60 – “about”", "BRCA1 − screen"), Options{}))
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Siân, 60 – “about”", "BRCA1 − screen"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q is not in %q", want, out)
		}
	}
}
