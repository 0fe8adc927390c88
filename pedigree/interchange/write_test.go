package interchange_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"kindred/internal/golden"
	"kindred/pedigree"
	"kindred/pedigree/interchange"
)

func testdata(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestEachFormatWritesAFamilyAndListsWhatItAssumedChangedOrDropped(t *testing.T) {
	f := readOne(t, "whole.json", testdata(t, "whole.json"))
	for _, format := range []string{interchange.JSON, interchange.CanRisk4, interchange.PED} {
		t.Run(format, func(t *testing.T) {
			data, notes := write(t, format, f)
			golden.Assert(t, "testdata/whole."+format+".golden", data)
			var listed strings.Builder
			for _, n := range notes {
				listed.WriteString(n.String() + "\n")
			}
			golden.Assert(t, "testdata/whole."+format+".notes.golden", []byte(listed.String()))
			readOne(t, "again."+format, data)
		})
	}
}

func TestEveryVersionOfCanRiskComesBackThroughJSONAndCanRisk4(t *testing.T) {
	for _, name := range []string{"one.canrisk1", "one.canrisk2", "one.canrisk3", "one.canrisk4", "one.bwa", "several.canrisk4"} {
		t.Run(name, func(t *testing.T) {
			result, err := interchange.Read(name, testdata(t, name))
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range result.Families {
				data, _ := write(t, interchange.JSON, f)
				fromJSON := readOne(t, "x.json", data)
				if diff := cmp.Diff(f, fromJSON, cmpopts.EquateEmpty()); diff != "" {
					t.Errorf("JSON changed family %s (-before +after):\n%s", f.Name, diff)
				}
				data, _ = write(t, interchange.CanRisk4, fromJSON)
				again := readOne(t, "x.canrisk4", data)
				if diff := cmp.Diff(f, again, cmpopts.EquateEmpty(), withoutOptions, cmpopts.IgnoreMapEntries(func(k string, _ any) bool { return k == "canrisk" })); diff != "" {
					t.Errorf("CanRisk 4 changed family %s (-before +after):\n%s", f.Name, diff)
				}
			}
		})
	}
}

func TestRiskFactorLinesComeBackFromCanRiskAsTheyWere(t *testing.T) {
	data, _ := write(t, interchange.CanRisk4, readOne(t, "one.canrisk3", testdata(t, "one.canrisk3")))
	for _, line := range []string{"##menopause=N\n", "##volpara=7.5\n", "##ethnicity=White;English/Welsh/Scottish/Northern Irish/British\n"} {
		if !bytes.Contains(data, []byte(line)) {
			t.Errorf("lost %q", line)
		}
	}
}

func TestWritingRefusesAFamilyThatTheFormatCannotHold(t *testing.T) {
	female, male := pedigree.Female, pedigree.Male
	person := func(id pedigree.ID, s pedigree.Sex) pedigree.Individual { return pedigree.Individual{ID: id, Sex: s} }
	child := pedigree.Individual{ID: "c", Sex: female, Mother: "m", Father: "f", Consultand: true}
	large := &pedigree.Family{Individuals: []pedigree.Individual{child, person("m", female), person("f", male)}}
	for i := range 275 {
		large.Individuals = append(large.Individuals, pedigree.Individual{ID: pedigree.ID(strings.Repeat("s", 1+i)), Sex: male, Mother: "m", Father: "f"})
	}
	for _, c := range []struct {
		name, format string
		family       *pedigree.Family
		want         string
	}{
		{
			"no target", "canrisk4", &pedigree.Family{Individuals: []pedigree.Individual{person("1", female)}},
			"nobody is marked as consultand or proband, and CanRisk needs a target: mark one",
		},
		{
			"target of unknown sex", "canrisk4", &pedigree.Family{Individuals: []pedigree.Individual{{ID: "1", Proband: true}}},
			"person 1: cannot be the target in CanRisk, which must be one person of known sex: mark someone else",
		},
		{
			"too many people", "canrisk4", large,
			"278 people are joined to the target, and CanRisk takes 275: leave out distant relatives",
		},
		{
			"a male egg parent", "ped", &pedigree.Family{Individuals: []pedigree.Individual{child, person("m", male), person("f", male)}},
			"person m: is the mother of c and cannot be written as male in PED: correct the sex assigned at birth, or the link",
		},
		{
			"one person in both places", "canrisk4", &pedigree.Family{Individuals: []pedigree.Individual{{ID: "c", Sex: male, Mother: "m", Father: "m", Proband: true}, {ID: "m"}}},
			"person m: is the father of c and cannot be written as female in CanRisk: correct the sex assigned at birth, or the link",
		},
		{
			"an ancestor of himself", "ped", &pedigree.Family{Individuals: []pedigree.Individual{{ID: "1", Sex: male, Father: "1"}}},
			"person 1: is his or her own ancestor (1, child of 1): correct a parent",
		},
		{"no such format", "gedcom", large, `the format "gedcom" is not written: choose json, canrisk4 or ped`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			_, err := interchange.Write(&out, c.format, c.family)
			if err == nil || err.Error() != c.want || !errors.Is(err, interchange.ErrRefused) {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
			if out.Len() > 0 {
				t.Errorf("half a file was written: %q", out.String())
			}
		})
	}
}

func TestTheEndingNamesTheFormat(t *testing.T) {
	for path, want := range map[string]string{
		"a.json": "json", "B.JSON": "json", "a.canrisk": "canrisk4", "x/y.canrisk4": "canrisk4", "a.ped": "ped", "a.bwa": "", "a.canrisk3": "", "a.txt": "", "json": "",
	} {
		if got := interchange.FormatOf(path); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}

func TestContentDecidesBeforeTheName(t *testing.T) {
	for name, want := range map[string]string{"one.canrisk2": "canrisk2", "one.bwa": "boadicea4", "whole.json": "json"} {
		for _, disguise := range []string{"a.ped", "a.json", "a.canrisk", "a"} {
			result, err := interchange.Read(disguise, testdata(t, name))
			if err != nil || result.Format != want {
				t.Errorf("%s named %s: %v", name, disguise, err)
			}
		}
	}
}
