package layout

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"kindred/pedigree"
)

func readCase(t testing.TB, path string) *pedigree.Family {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Skipf("the shared cases are not beside this checkout: %v", err)
	}
	f := new(pedigree.Family)
	if err := json.Unmarshal(b, f); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return f
}

const sharedFamilies = "../../../shared/cases/layout/families"

func BenchmarkSharedFamilies(b *testing.B) {
	for _, name := range []string{"minnbreast_8", "rnd_loop_50", "minnbreast_142", "rnd_tree_200", "minnbreast_219", "rnd_loop_1000"} {
		f := readCase(b, filepath.Join(sharedFamilies, name+".json"))
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Arrange(f, Options{})
			}
		})
	}
}
