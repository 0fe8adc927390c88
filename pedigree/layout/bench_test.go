package layout

import (
	"encoding/json"
	"fmt"
	"math"
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
	for _, n := range []int{20, 60, 250, 1000} {
		f := clinicFamily(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Arrange(f, Options{})
			}
		})
	}
}

// The last column stays level where the time grows like n log n.
func BenchmarkArrangeGrowth(b *testing.B) {
	for _, n := range []int{100, 200, 500, 1000, 2000, 5000, 10000} {
		f := clinicFamily(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Arrange(f, Options{})
			}
			steps := float64(n) * math.Log2(float64(n))
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/steps, "ns/nlogn")
		})
	}
}

// An edit as a user makes it: the drawing before is known, and the change is in the middle of the
// family.
func BenchmarkArrangeAfterAnEdit(b *testing.B) {
	edits := []struct {
		name string
		make func(f *pedigree.Family, near pedigree.Individual)
	}{
		{"child", func(f *pedigree.Family, near pedigree.Individual) {
			f.Individuals = append(f.Individuals, person("new", pedigree.Female, near.Father, near.Mother))
		}},
		{"partner and child", func(f *pedigree.Family, near pedigree.Individual) {
			f.Individuals = append(f.Individuals,
				person("partner", pedigree.Male, "", ""),
				person("new", pedigree.Female, "partner", near.ID))
			f.Unions = append(f.Unions, pedigree.Union{Partners: []pedigree.ID{"partner", near.ID}})
		}},
	}
	for _, edit := range edits {
		for _, n := range []int{60, 250, 1000} {
			f := clinicFamily(n)
			before := Arrange(f, Options{})
			edit.make(f, unmarriedDaughter(f))
			b.Run(fmt.Sprintf("%s/%d", edit.name, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					Arrange(f, Options{Previous: before})
				}
			})
		}
	}
}

// unmarriedDaughter is one from the middle of the file.
func unmarriedDaughter(f *pedigree.Family) pedigree.Individual {
	married := map[pedigree.ID]bool{}
	for _, u := range f.Unions {
		married[u.Partners[0]], married[u.Partners[1]] = true, true
	}
	for _, p := range f.Individuals[len(f.Individuals)/2:] {
		if p.Sex == pedigree.Female && p.Mother != "" && !married[p.ID] {
			return p
		}
	}
	return f.Individuals[0]
}

func BenchmarkArrangeLoops(b *testing.B) {
	for _, name := range []string{"pt_random25", "rnd_loop_50", "rnd_loop_200", "rnd_loop_1000"} {
		f := readCase(b, filepath.Join(sharedFamilies, name+".json"))
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Arrange(f, Options{})
			}
		})
	}
}

// Solving again from another start takes no new memory.
func BenchmarkPlacesAgain(b *testing.B) {
	for _, n := range []int{60, 1000} {
		g := build(clinicFamily(n)).components()[0]
		g.assignRows(nil)
		o, _ := g.arrange(Options{}, nil)
		p := o.newPlacer(make([]hold, len(o.nodes)))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p.guess()
				p.spread()
				p.solve()
			}
		})
	}
}

// Judging a move takes no memory.
func BenchmarkTryMove(b *testing.B) {
	for _, n := range []int{60, 1000} {
		g := build(clinicFamily(n)).components()[0]
		g.assignRows(nil)
		f := newFrame(g)
		s := f.newSearch(f.embed(f.roots()[0], f.bridges(), false), f.bridges(), false, math.MaxInt)
		p := s.rowsOf[s.rows/2][0]
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for kind := moveAlone; kind <= moveOrigin; kind++ {
					if set := s.set(p, kind); len(set) > 0 {
						s.lift(set)
						s.bestPlace(p, set, kind)
						s.drop(set)
					}
				}
			}
		})
	}
}
