package layout

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"kindred/pedigree"
)

// sharedFamilies are the cases four other programs were measured on.
const sharedFamilies = "../../../shared/cases/layout/families"

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

func BenchmarkArrangeCold(b *testing.B) {
	for _, n := range []int{20, 60, 250, 1000, 10000} {
		f := clinicFamily(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Arrange(f, Options{})
			}
		})
	}
}

func BenchmarkArrangeAfterOneMoreChild(b *testing.B) {
	for _, n := range []int{60, 250, 1000} {
		f := clinicFamily(n)
		before := Arrange(f, Options{})
		f.Individuals = append(f.Individuals, person("new", pedigree.Female, "p0", "p1"))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Arrange(f, Options{Previous: before})
			}
		})
	}
}

func BenchmarkArrangeLoops(b *testing.B) {
	for _, name := range []string{"rnd_loop_50", "rnd_loop_200", "rnd_loop_1000"} {
		f := readCase(b, filepath.Join(sharedFamilies, name+".json"))
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Arrange(f, Options{})
			}
		})
	}
}
