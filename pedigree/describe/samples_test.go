package describe_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kindred/internal/golden"
	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/interchange"
)

func TestSampleFamiliesReadAsPlainSentences(t *testing.T) {
	paths, err := filepath.Glob("../../assets/families/*.json")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no sample families: %v", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			f := sampleFamily(t, path)
			lines := describe.Family(f)
			if want := len(f.Individuals) + len(f.Notes) + 1; len(lines) != want {
				t.Errorf("%d lines, want a heading, one a person and the notes: %d", len(lines), want)
			}
			name := strings.TrimSuffix(filepath.Base(path), ".json")
			golden.Assert(t, "testdata/"+name+".golden", []byte(strings.Join(lines, "\n")+"\n"))
		})
	}
}

func sampleFamily(t *testing.T, path string) *pedigree.Family {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	result, err := interchange.Read(path, data)
	if err != nil {
		t.Fatal(err)
	}
	return result.Families[0]
}

func TestARelativeIsNamedFromTheSubjectsSide(t *testing.T) {
	f := sampleFamily(t, "../../assets/families/g10482-breast-ovarian.json")
	for name, want := range map[string]string{
		"Joan": "Maternal aunt Joan,", "Edna": "Maternal grandmother Edna,", "Lucy": "Maternal first cousin Lucy,", "Mary": "Mother Mary,",
		"Lee": "Brother Lee,",
	} {
		for i := range f.Individuals {
			if p := &f.Individuals[i]; p.Name == name {
				if name == "Lee" && p.Gender == "" && p.Sex != pedigree.Male {
					want = "Sister Lee,"
				}
				if got := describe.Person(f, p.ID, f.Subject().ID); !strings.HasPrefix(got, want) {
					t.Errorf("%q does not begin %q", got, want)
				}
			}
		}
	}
}
