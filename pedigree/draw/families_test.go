package draw_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
)

// arial measures with widths near those of a real face: package draw may not import one.
type arial struct{}

func (arial) Width(text string, size float64, bold, _ bool) float64 {
	w := 0.0
	for _, r := range text {
		switch {
		case r == 'i' || r == 'l' || r == 'j' || r == ',' || r == '.' || r == ' ' || r == '\u00a0' || r == 't' || r == 'f':
			w += 0.28
		case r == 'm' || r == 'w' || (r >= 'A' && r <= 'Z'):
			w += 0.72
		default:
			w += 0.56
		}
	}
	if bold {
		w *= 1.05
	}
	return w * size
}

func readFamily(t testing.TB, name string) *pedigree.Family {
	t.Helper()
	return readFile(t, "testdata/"+name+".json")
}

func readFile(t testing.TB, path string) *pedigree.Family {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f := new(pedigree.Family)
	if err := json.Unmarshal(data, f); err != nil {
		t.Fatal(err)
	}
	return f
}

// scene lays a family out and draws it.
func scene(f *pedigree.Family, s draw.Style) *draw.Scene {
	if s.Measure == nil {
		s.Measure = arial{}
	}
	return draw.Draw(f, layout.Arrange(f, layout.Options{Width: draw.Widths(f, s)}), s)
}

// sharedFamilies are the families of the cases beside the checkout, which are not part of the
// repository, by the name of the file.
func sharedFamilies(t testing.TB) map[string]*pedigree.Family {
	t.Helper()
	files, _ := filepath.Glob("../../../shared/cases/layout/families/*.json")
	if len(files) == 0 {
		t.Skip("the shared cases are not beside this checkout")
	}
	families := make(map[string]*pedigree.Family, len(files))
	for _, file := range files {
		families[filepath.Base(file)] = readFile(t, file)
	}
	return families
}
