package cli

import (
	"encoding/json"
	"fmt"
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

// wideFamily is a family of more siblings than a sheet holds side by side at a readable size.
func wideFamily(t *testing.T, children int) string {
	t.Helper()
	people := []string{`{"id":"m","name":"Marged","sex":"female"}`, `{"id":"f","name":"Emrys","sex":"male"}`}
	for i := range children {
		people = append(people, fmt.Sprintf(`{"id":"%d","name":"Bartholomew %d","sex":"male","mother":"m","father":"f","diagnoses":[{"site":"breast"}]}`, i, i))
	}
	return write(t, filepath.Join(t.TempDir(), "wide.json"),
		`{"format":"kindred-family","version":1,"name":"G20002","individuals":[`+strings.Join(people, ",")+`]}`)
}

func countPages(document string) int {
	return strings.Count(document, "/Type /Page\n") + strings.Count(document, "/Type /Page ")
}

func TestAPDFStaysOnOnePageUntilItsLabelsAreTooSmall(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "x.pdf")
	little, wide := wideFamily(t, 12), wideFamily(t, 60)
	for _, tt := range []struct {
		family string
		args   []string
		one    bool
	}{
		{little, []string{"--page", "a4"}, true},
		{little, []string{"--tile"}, true}, // readable on one
		{wide, []string{"--page", "fit"}, true},
		{wide, nil, true},
		{wide, []string{"--page", "a4"}, false},
		{wide, []string{"--page", "a4", "--tile=false"}, true},
		{wide, []string{"--page", "a3", "--tile"}, false},
	} {
		succeed(t, append([]string{"draw", tt.family, "-o", out}, tt.args...)...)
		if n := countPages(read(t, out)); n == 0 || (n == 1) != tt.one {
			t.Errorf("%v: %d pages", tt.args, n)
		}
	}
}

func TestSeveralPagesAreNumberedFilesAndStderrSaysSo(t *testing.T) {
	dir := t.TempDir()
	wide := wideFamily(t, 40)
	for _, ending := range []string{".svg", ".png"} {
		a := succeed(t, "draw", wide, "--tile", "-o", filepath.Join(dir, "x"+ending))
		files, _ := filepath.Glob(filepath.Join(dir, "x-*"+ending))
		if len(files) < 2 || !strings.Contains(a.err, fmt.Sprintf("%d pages", len(files))) || a.out != "" {
			t.Errorf("%v, %q", files, a.err)
		}
		if _, err := os.Stat(filepath.Join(dir, "x"+ending)); err == nil {
			t.Errorf("x%s was written besides its pages", ending)
		}
	}
	if page := read(t, filepath.Join(dir, "x-2.svg")); !strings.Contains(page, "page 2 of") || !strings.Contains(page, "← page 1") {
		t.Error("the second page does not say that it is, or not where it goes on from")
	}
	// One file keeps its name, as is promised of every drawing that is not parted on request.
	succeed(t, "draw", wide, "--page", "a4", "-o", filepath.Join(dir, "y.svg"))
	if !strings.Contains(read(t, filepath.Join(dir, "y.svg")), `width="841.89pt"`) {
		t.Error("the drawing on A4 is not as large as A4")
	}
}

func TestPagesAreWrittenAllOrNone(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "x-2.svg"), 0o700); err != nil {
		t.Fatal(err)
	}
	refuse(t, []string{"draw", wideFamily(t, 40), "--tile", "-o", filepath.Join(dir, "x.svg"), "--layout-json", filepath.Join(dir, "l.json")}, "x-2.svg", "folder")
	if left := entries(t, dir); len(left) != 1 {
		t.Errorf("a failed drawing left %v", left)
	}
	refuse(t, []string{"draw", wideFamily(t, 40), "--tile"}, "-o")
}

func TestACharacterThatTheTypefaceLacksStopsEveryFormat(t *testing.T) {
	dir := t.TempDir()
	family := write(t, filepath.Join(dir, "f.json"), `{"format":"kindred-family","version":1,"individuals":[{"id":"1","name":"王","sex":"female"}]}`)
	for _, name := range []string{"x.pdf", "x.png"} {
		refuse(t, []string{"draw", family, "-o", filepath.Join(dir, name)}, "王")
	}
	if left := entries(t, dir); len(left) != 1 {
		t.Errorf("a refused drawing left %v", left)
	}
}

func TestTheNomenclatureSheetIsWrittenInBothVariants(t *testing.T) {
	dir := t.TempDir()
	uk, nsgc := filepath.Join(dir, "uk.pdf"), filepath.Join(dir, "nsgc.pdf")
	succeed(t, "draw", "--sheet", "-o", uk)
	succeed(t, "draw", "--sheet", "--nomenclature", "nsgc", "-o", nsgc)
	if read(t, uk) == read(t, nsgc) || countPages(read(t, uk)) == 0 {
		t.Error("the variants have the same sheet, or it has no page")
	}
	if said := succeed(t, "draw", "--sheet", "-o", filepath.Join(dir, "s.svg")).err; !strings.Contains(said, "s-1.svg") {
		t.Errorf("stderr: %q", said)
	}
}

func TestFlagsOfDrawAreCheckedBeforeAnythingIsRead(t *testing.T) {
	out := filepath.Join(t.TempDir(), "x.svg")
	for _, tt := range []struct {
		args []string
		says string
	}{
		{[]string{"draw", "--sheet"}, "-o"},
		{[]string{"draw", "--blank-history"}, "-o"},
		{[]string{"draw", "--blank-history", families, "-o", out}, "takes no family"},
		{[]string{"draw", "--blank-history", "--sheet", "-o", out}, "one sheet at a time"},
		{[]string{"draw", "--sheet", families, "-o", out}, "takes no family"},
		{[]string{"draw", families, "--tile", "--page", "fit", "-o", out}, "a4"},
		{[]string{"draw", families, "--page", "a2", "-o", out}, "a4, a3, fit"},
		{[]string{"draw", families, "--nomenclature", "us", "-o", out}, "uk, nsgc"},
		{[]string{"draw", "-o", out}, "usage"},
	} {
		refuse(t, tt.args, tt.says)
	}
}

func TestStrictBirthOrderIsKeptOnRequest(t *testing.T) {
	// The second of three siblings marries the only child of a couple on the far left, which tempts
	// an arrangement to move one of them to an end.
	family := write(t, filepath.Join(t.TempDir(), "f.json"), `{"format":"kindred-family","version":1,"individuals":[
		{"id":"gm","sex":"female"},{"id":"gf","sex":"male"},{"id":"m","sex":"female"},{"id":"f","sex":"male"},
		{"id":"w","sex":"female","mother":"gm","father":"gf"},
		{"id":"1","sex":"male","mother":"m","father":"f"},{"id":"2","sex":"male","mother":"m","father":"f"},{"id":"3","sex":"male","mother":"m","father":"f"},
		{"id":"c","sex":"female","mother":"w","father":"2"}]}`)
	path := filepath.Join(t.TempDir(), "l.json")
	succeed(t, "draw", family, "--strict-birth-order", "--layout-json", path)
	var l positions
	if err := json.Unmarshal([]byte(read(t, path)), &l); err != nil {
		t.Fatal(err)
	}
	x := map[string]float64{}
	for _, n := range l.Nodes {
		if _, second := x[n.ID]; !second {
			x[n.ID] = n.X
		}
	}
	if len(x) != 9 || !(x["1"] < x["2"] && x["2"] < x["3"]) {
		t.Errorf("the siblings stand at %v, %v, %v", x["1"], x["2"], x["3"])
	}
}
