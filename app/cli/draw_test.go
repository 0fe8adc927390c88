package cli

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

type positions struct {
	Unit, Symbol float64
	ElapsedMS    float64 `json:"elapsed_ms"`
	Nodes        []struct {
		ID         string
		X          float64
		Generation int
		Duplicate  bool
	}
	Unions   [][2]int
	Sibships []struct {
		Parents  []int
		Children []int
		DropX    float64 `json:"drop_x"`
	}
}

func TestLayoutIsWrittenInThePromisedForm(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.json")
	succeed(t, "draw", families, "--layout-json", path)
	var l positions
	if err := json.Unmarshal([]byte(read(t, path)), &l); err != nil {
		t.Fatal(err)
	}
	if l.Unit <= 0 || l.Symbol <= 0 || l.ElapsedMS <= 0 || len(l.Nodes) != 15 || len(l.Unions) == 0 {
		t.Errorf("%+v", l)
	}
	for i, a := range l.Nodes {
		for _, b := range l.Nodes[:i] {
			if a.Generation == b.Generation && math.Abs(a.X-b.X) < l.Unit-1e-9 {
				t.Errorf("%s and %s are closer than a unit", a.ID, b.ID)
			}
		}
	}
	for _, s := range l.Sibships {
		if len(s.Parents) != 2 || len(s.Children) == 0 {
			t.Errorf("sibship %+v", s)
		}
	}
}

func TestDrawingGoesToStdoutOrEveryFormat(t *testing.T) {
	dir := t.TempDir()
	if out := succeed(t, "draw", families).out; !strings.Contains(out, "<svg") || !strings.Contains(out, "Anna") || !strings.Contains(out, "SAMPLE") {
		t.Error("stdout holds no drawing of the family")
	}
	for name, begins := range map[string]string{"x.svg": "<", "x.PDF": "%PDF", "x.png": "\x89PNG"} {
		path := filepath.Join(dir, name)
		succeed(t, "draw", "-o", path, families, "--page", "a3")
		if !strings.HasPrefix(read(t, path), begins) {
			t.Errorf("%s does not begin %q", name, begins)
		}
	}
}

func TestAnonymisedDrawingNamesNobody(t *testing.T) {
	out := succeed(t, "draw", families, "--anonymise").out
	for _, name := range []string{"Anna", "Joan", "Lucy", "1984", "Edna"} {
		if strings.Contains(out, name) {
			t.Errorf("the drawing says %s", name)
		}
	}
}

func TestPreviousArrangementIsCheckedBeforeItIsUsed(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "l.json")
	succeed(t, "draw", families, "--layout-json", path)
	succeed(t, "draw", families, "--previous", path)
	for name, text := range map[string]string{
		"text":       "x",
		"family":     read(t, families),
		"generation": `{"nodes":[{"id":"1","x":0,"generation":2000000000}]}`,
		"x":          `{"nodes":[{"id":"1","x":1e300,"generation":0}]}`,
		"union":      `{"nodes":[{"id":"1","x":0,"generation":0}],"unions":[[0,5]]}`,
		"sibship":    `{"nodes":[{"id":"1","x":0,"generation":0}],"sibships":[{"parents":[0,0],"children":[-1],"drop_x":0}]}`,
	} {
		refuse(t, []string{"draw", families, "--previous", write(t, filepath.Join(dir, name+".json"), text)}, name+".json")
	}
	refuse(t, []string{"draw", families, "--previous", filepath.Join(dir, "absent.json")}, "not there")
}

func FuzzPreviousArrangementDoesNoHarm(f *testing.F) {
	path := filepath.Join(f.TempDir(), "l.json")
	if a := run("draw", families, "--layout-json", path); a.code != exitOK {
		f.Fatal(a.err)
	}
	good, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte(`{"nodes":[{"id":"1","x":1e6,"generation":0},{"id":"?1","x":-1e6,"generation":1}],"unions":[[0,0]]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		previous := filepath.Join(t.TempDir(), "previous.json")
		if err := os.WriteFile(previous, data, 0o600); err != nil {
			t.Fatal(err)
		}
		a := run("draw", families, "--previous", previous)
		if a.code == exitOther || a.code == exitInput && strings.Count(a.err, "\n") != 1 {
			t.Errorf("exit %d: %s", a.code, a.err)
		}
	})
}
