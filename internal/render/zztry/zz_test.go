package zztry

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kindred/internal/render/palette"
	pdf "kindred/internal/render/pdf"
	"kindred/internal/render/raster"
	"kindred/internal/render/svg"
	"kindred/internal/textmetric"
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
)

func TestTry(t *testing.T) {
	files, _ := filepath.Glob("../../../pedigree/draw/testdata/*.json")
	more, _ := filepath.Glob("../../../assets/families/*.json")
	files = append(files, more...)
	for _, p := range files {
		data, _ := os.ReadFile(p)
		if strings.Contains(p,".layout.") { continue }; f := new(pedigree.Family)
		if err := json.Unmarshal(data, f); err != nil {
			t.Fatal(p, err)
		}
		st := draw.Style{Measure: textmetric.Screen, Stamp: []string{"SAMPLE"}}
		l := layout.Arrange(f, layout.Options{Width: draw.Widths(f, st)})
		s := draw.Draw(f, l, st)
		n := strings.TrimSuffix(filepath.Base(p), ".json")
		o, _ := os.Create("/tmp/kindred/draw/" + n + ".png")
		if err := raster.Write(o, s, raster.Options{Face: textmetric.Screen, Scale: 1.6}); err != nil {
			t.Fatal(err)
		}
		o.Close()
		o, _ = os.Create("/tmp/kindred/draw/" + n + "-dark.png")
		raster.Write(o, s, raster.Options{Face: textmetric.Screen, Scale: 1.6, Palette: palette.Dark})
		o.Close()
		o, _ = os.Create("/tmp/kindred/draw/" + n + ".svg")
		svg.Write(o, s, svg.Options{})
		o.Close()
		st.Measure = textmetric.Letter
		s = draw.Draw(f, layout.Arrange(f, layout.Options{Width: draw.Widths(f, st)}), st)
		o, _ = os.Create("/tmp/kindred/draw/" + n + ".pdf")
		if err := pdf.Write(o, s, pdf.Options{}); err != nil {
			t.Fatal(err)
		}
		o.Close()
		st.Anonymise = true
		s = draw.Draw(f, l, st)
		o, _ = os.Create("/tmp/kindred/draw/" + n + "-anon.png")
		raster.Write(o, s, raster.Options{Face: textmetric.Screen, Scale: 1.6})
		o.Close()
	}
}
