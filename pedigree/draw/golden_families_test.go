package draw_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kindred/internal/golden"
	"kindred/pedigree/draw"
)

// otherStyles are the golden families that are drawn in another style than the clinic's default as well.
var otherStyles = map[string]map[string]draw.Style{
	"genders":           {"nsgc": {Nomenclature: draw.NSGC2022()}},
	"gene-tests":        {"nsgc": {Nomenclature: draw.NSGC2022()}},
	"carriers":          {"dot": {Nomenclature: draw.Nomenclature{CarrierDot: true}}},
	"groups":            {"letter-c": {Nomenclature: draw.Nomenclature{ConsultandLetter: true}}},
	"three-generations": {"anonymous": {Anonymise: true}, "letter": {HideNames: true}, "sample": {Stamp: []string{"SAMPLE"}}},
	"deaths":            {"anonymous": {Anonymise: true, AgeBands: true}},
}

// goldenFamilies are the names of the families in testdata/families, with at least the number that
// the nomenclature was promised to be shown by.
func goldenFamilies(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/families/*.json")
	if err != nil || len(files) < 40 {
		t.Fatalf("%d golden families (%v), want at least 40", len(files), err)
	}
	names := make([]string, len(files))
	for i, file := range files {
		names[i] = "families/" + strings.TrimSuffix(filepath.Base(file), ".json")
	}
	return names
}

func TestGoldenFamiliesAreDrawnAsTheyWere(t *testing.T) {
	for _, name := range goldenFamilies(t) {
		f := readFamily(t, name)
		check := func(name string, s draw.Style) {
			t.Run(name, func(t *testing.T) {
				golden.Assert(t, "testdata/"+name+".golden", []byte(scene(f, s).Text()))
			})
		}
		check(name, draw.Style{})
		for variant, style := range otherStyles[filepath.Base(name)] {
			check(name+"."+variant, style)
		}
	}
}

func TestGoldenFamiliesSurviveTheirFile(t *testing.T) {
	for _, name := range goldenFamilies(t) {
		f := readFamily(t, name)
		if problems := f.Validate(); len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
		if !f.Sample {
			t.Errorf("%s is not marked as invented", name)
		}
	}
}

func TestNoMasterIsLeftFromAFamilyThatHasGone(t *testing.T) {
	masters, _ := filepath.Glob("testdata/families/*.golden")
	for _, master := range masters {
		name, variant, _ := strings.Cut(strings.TrimSuffix(filepath.Base(master), ".golden"), ".")
		_, known := otherStyles[name][variant]
		if _, err := os.Stat("testdata/families/" + name + ".json"); err != nil || (variant != "" && !known) {
			t.Errorf("%s belongs to no family", master)
		}
	}
}

func TestNoTextTouchesAnythingInTheGoldenFamilies(t *testing.T) {
	for _, name := range goldenFamilies(t) {
		s := scene(readFamily(t, name), draw.Style{})
		for _, found := range overlaps(s) {
			t.Errorf("%s: %s", name, found)
		}
	}
}

func TestGoldenFamiliesHaveNoBareCrossingAndNoLineThroughASymbol(t *testing.T) {
	for _, name := range goldenFamilies(t) {
		for _, fault := range lineFaults(scene(readFamily(t, name), draw.Style{})) {
			t.Errorf("%s: %s", name, fault)
		}
	}
}
