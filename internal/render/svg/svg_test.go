package svg_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"kindred/internal/golden"
	"kindred/internal/render/palette"
	"kindred/internal/render/svg"
	"kindred/internal/textmetric"
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
)

// picture draws one of the families that package draw is tested with, in the layout kept with it.
func picture(t *testing.T, name string, s draw.Style) *draw.Scene {
	t.Helper()
	read := func(file string, v any) {
		data, err := os.ReadFile("../../../pedigree/draw/testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, v); err != nil {
			t.Fatal(err)
		}
	}
	f, l := new(pedigree.Family), new(layout.Layout)
	read(name+".json", f)
	read(name+".layout.json", l)
	s.Measure = textmetric.Letter
	return draw.Draw(f, l, s)
}

func write(t *testing.T, s *draw.Scene, o svg.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := svg.Write(&b, s, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPicturesOfOurFamilies(t *testing.T) {
	for _, name := range []string{"g10482", "everything", "cousins"} {
		s := picture(t, name, draw.Style{Stamp: []string{"SAMPLE"}})
		golden.Assert(t, "testdata/"+name+".svg", []byte(write(t, s, svg.Options{})))
	}
	anonymous := picture(t, "g10482", draw.Style{Anonymise: true})
	golden.Assert(t, "testdata/g10482-anonymous.svg", []byte(write(t, anonymous, svg.Options{})))
	dark := picture(t, "g10482", draw.Style{})
	golden.Assert(t, "testdata/g10482-dark.svg", []byte(write(t, dark, svg.Options{Palette: palette.Dark})))
}

func TestAnAnonymousPictureNamesNobodyEvenInItsMarkup(t *testing.T) {
	out := write(t, picture(t, "everything", draw.Style{Anonymise: true}), svg.Options{})
	for _, secret := range []string{"Owen", "Rhian", "Lowri", "Counsellor", "G20001", "2026", "azoospermia", `"ind:gf`, `"ind:m/`} {
		if strings.Contains(out, secret) {
			t.Errorf("%q is in the file", secret)
		}
	}
}

func TestThePictureTellsAScreenReaderWhoIsThere(t *testing.T) {
	out := write(t, picture(t, "g10482", draw.Style{}), svg.Options{})
	for _, want := range []string{
		"<title id=\"title\">Pedigree of family G10482: 13 people in 3 generations</title>", `role="img"`, `aria-labelledby="title desc"`,
		"II-1: woman; Joan, 66; Breast 49 confirmed; BRCA1 + reported",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%s is missing", want)
		}
	}
}

func TestMarkupInNamesIsText(t *testing.T) {
	s := &draw.Scene{Width: 10, Height: 10, Title: `<b>&"`, Elements: []draw.Element{
		{ID: `ind:"><script>`, Role: draw.RoleLabel, Shape: draw.Text{Size: 9, Fill: draw.Ink, Anchor: draw.AnchorStart, String: "</text><script>\x00\xff"}},
	}}
	out := write(t, s, svg.Options{})
	if strings.Contains(out, "<script") || strings.Contains(out, "<b>") {
		t.Errorf("markup got through: %s", out)
	}
	for decoder := xml.NewDecoder(strings.NewReader(out)); ; {
		if _, err := decoder.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("not well formed: %v", err)
		}
	}
}

// full is a disk without room.
type full struct{}

var errFull = errors.New("no space left on device")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAFullDiskIsReported(t *testing.T) {
	if err := svg.Write(full{}, picture(t, "g10482", draw.Style{}), svg.Options{}); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}
