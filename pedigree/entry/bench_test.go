package entry

import (
	"fmt"
	"testing"

	"kindred/pedigree"
)

// crowd is a family of at least n people: ever more cousins and their children.
func crowd(b testing.TB, n int) *pedigree.Family {
	f := anna()
	ids := counter()
	enterAll(b, f, ids, "m Carol 63", "f Alan d ~70", "mgm", "mgf", "pgm", "pgf")
	for i := 0; len(f.Individuals) < n; i++ {
		name := fmt.Sprintf("Aunt%c%c", 'a'+i/26, 'a'+i%26)
		side := []string{"mat", "pat"}[i%2]
		enterAll(b, f, ids, fmt.Sprintf("%s aunt %s 66 br 49 L TN", side, name), fmt.Sprintf("%s cousin Lucy 40 BSO 38 rr < %s", side, name), fmt.Sprintf("%s's dau Mia 30", name))
	}
	return f
}

// BenchmarkParseAndApply is the work of one keystroke and of Enter in a family of 200 people.
func BenchmarkParseAndApply(b *testing.B) {
	for _, line := range []string{"mat aunt Joan 66 br 49 BRCA1+", "mat cousin Lucy 40 br 38 < Auntaa", "s Jane 54", "mgm's s Edna br 70s"} {
		b.Run(line, func(b *testing.B) {
			f := crowd(b, 200)
			ids := counter()
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				g := f.Clone()
				b.StartTimer()
				if _, err := Parse(line, g, "1").Apply(g, pedigree.Provenance{}, ids); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkComplete is the work of Tab.
func BenchmarkComplete(b *testing.B) {
	f := crowd(b, 200)
	for b.Loop() {
		Complete("mat cousin Lucy 40 br 38 < A", f, "1")
	}
}
