package interchange_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"kindred/pedigree"
	"kindred/pedigree/interchange"
)

// casesDir holds families that nobody in this project made; it lies beside the checkout.
const casesDir = "../../../shared/cases"

// eachCase runs check on every file that the patterns find, and skips where the folder is absent.
func eachCase(t *testing.T, check func(t *testing.T, name string, data []byte), patterns ...string) {
	t.Helper()
	if _, err := os.Stat(casesDir); err != nil {
		t.Skip("the independent cases are not beside this checkout: " + casesDir)
	}
	for _, pattern := range patterns {
		files, err := filepath.Glob(filepath.Join(casesDir, pattern))
		if err != nil || len(files) == 0 {
			t.Fatalf("no case matches %s (%v)", pattern, err)
		}
		for _, file := range files {
			info, err := os.Stat(file)
			if err != nil || info.IsDir() {
				continue
			}
			t.Run(filepath.Base(file), func(t *testing.T) {
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				check(t, filepath.Base(file), data)
			})
		}
	}
}

var canRiskCases = []string{"pedigree/canrisk/*.*", "pedigree/canrisk/batch/*", "pedigree/canrisk/multi/*"}

func TestEveryCanRiskCaseComesBackFromCanRisk4WithTheSamePeopleLinksAgesCancersAndTests(t *testing.T) {
	eachCase(t, func(t *testing.T, name string, data []byte) {
		first, err := interchange.Read(name, data)
		if err != nil {
			t.Fatal(err)
		}
		people, notes := 0, 0
		for _, f := range first.Families {
			written, listed := write(t, interchange.CanRisk4, f)
			again := readOne(t, "again.canrisk4", written)
			if diff := cmp.Diff(f, again, cmpopts.EquateEmpty(), withoutOptions); diff != "" {
				t.Errorf("family %s changed on its way (-before +after):\n%s", f.Name, diff)
			}
			people, notes = people+len(f.Individuals), notes+len(listed)
			for _, n := range listed {
				t.Log(n)
			}
		}
		t.Logf("%s: %d families, %d people, %d notes on reading, %d on writing", first.Format, len(first.Families), people, len(first.Notes), notes)
	}, canRiskCases...)
}

func TestEveryPEDCaseComesBackAsItWas(t *testing.T) {
	eachCase(t, func(t *testing.T, name string, data []byte) {
		f := readOne(t, name, data)
		again, _ := write(t, interchange.PED, f)
		if diff := cmp.Diff(f.Individuals, readOne(t, "again.ped", again).Individuals); diff != "" {
			t.Errorf("changed on its way (-before +after):\n%s", diff)
		}
	}, "pedigree/quickped/*.ped", "pedigree/segregatr/*.ped")
}

func TestEveryLayoutFamilyKeepsItsParentsAndSexesInPED(t *testing.T) {
	eachCase(t, func(t *testing.T, name string, data []byte) {
		f := readOne(t, name, data)
		ped, notes := write(t, interchange.PED, f)
		again := readOne(t, "again.ped", ped)
		index := again.Index()
		settled := map[pedigree.ID]bool{} // people of unknown sex whose place gave them one
		for _, n := range notes {
			settled[n.Person] = settled[n.Person] || n.Kind == interchange.Assumed
		}
		for i := range f.Individuals {
			p := &f.Individuals[i]
			at, ok := index[p.ID]
			if !ok {
				t.Fatalf("person %s is lost", p.ID)
			}
			q := &again.Individuals[at]
			if p.Mother != "" && p.Mother != q.Mother || p.Father != "" && p.Father != q.Father {
				t.Errorf("person %s: parents %s and %s became %s and %s", p.ID, p.Mother, p.Father, q.Mother, q.Father)
			}
			if p.Sex != q.Sex && p.Sex != "" && !settled[p.ID] {
				t.Errorf("person %s: sex %s became %s", p.ID, p.Sex, q.Sex)
			}
		}
	}, "layout/families/*.json")
}

func TestEveryFileOfAnotherFormatIsRefused(t *testing.T) {
	eachCase(t, func(t *testing.T, name string, data []byte) {
		if result, err := interchange.Read(name, data); err == nil {
			t.Errorf("read as %s", result.Format)
		}
	}, "pedigree/fhir/*", "pedigree/gedcom/*", "pedigree/genlib/*", "pedigree/openpedigree/*", "pedigree/pedigreejs/*", "pedigree/pedigreemd/*")
}

// withoutOptions lets surgery pass that only the first line of a CanRisk file told.
var withoutOptions = cmpopts.IgnoreFields(pedigree.Individual{}, "Surgery")

func write(t testing.TB, format string, f *pedigree.Family) ([]byte, []interchange.Note) {
	t.Helper()
	var out bytes.Buffer
	notes, err := interchange.Write(&out, format, f)
	if err != nil {
		t.Fatalf("write %s: %v", format, err)
	}
	return out.Bytes(), notes
}

func readOne(t testing.TB, name string, data []byte) *pedigree.Family {
	t.Helper()
	result, err := interchange.Read(name, data)
	if err != nil {
		t.Fatalf("%v, in\n%s", err, data)
	}
	if len(result.Families) != 1 {
		t.Fatalf("%d families, want 1", len(result.Families))
	}
	return result.Families[0]
}
