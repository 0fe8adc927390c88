package layout

import (
	"math"
	"path/filepath"
	"testing"

	"kindred/pedigree"
	"pgregory.net/rapid"
)

// still is how far somebody may move, in units, and yet count as standing where they stood.
const still = 0.05

// dragged pins the individual at position i of a copy of f by units to the right of the place in l.
func dragged(f *pedigree.Family, l *Layout, i int, by float64) *pedigree.Family {
	g := f.Clone()
	p := &g.Individuals[i]
	for _, n := range l.Nodes {
		if n.ID == p.ID {
			at := n.X + by
			p.Pin = &at
			return g
		}
	}
	return g
}

// joined tells who belongs to the first connected family.
func joined(f *pedigree.Family) map[pedigree.ID]bool {
	first := map[pedigree.ID]bool{}
	for _, n := range build(f).components()[0].nodes {
		first[n.id] = true
	}
	return first
}

func TestADragMovesItsSymbolAndOnlyThoseInItsWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFamily(t, 24)
		if len(f.Individuals) == 0 {
			return
		}
		i := rapid.IntRange(0, len(f.Individuals)-1).Draw(t, "dragged")
		by := rapid.Float64Range(-4, 4).Draw(t, "by")
		before := Arrange(f, Options{})
		g := dragged(f, before, i, by)
		after := Arrange(g, Options{})
		if faults := check(g, after); len(faults) > 0 {
			t.Fatal(faults)
		}
		first := joined(f)
		if !first[f.Individuals[i].ID] {
			return
		}
		var from, to Node
		for k, n := range before.Nodes {
			if n.ID == f.Individuals[i].ID && !n.Duplicate {
				from, to = n, after.Nodes[k]
			}
		}
		if pin := *g.Individuals[i].Pin; math.Abs(to.X-pin) > 1e-3 {
			t.Fatalf("pinned at %.4f, drawn at %.4f", pin, to.X)
		}
		for k, n := range after.Nodes {
			was := before.Nodes[k]
			if n.ID != was.ID || n.Generation != was.Generation || !first[n.ID] {
				continue
			}
			way := n.X - was.X
			ahead := n.Generation == from.Generation && (was.X-from.X)*by > 0
			if !ahead && n.ID != from.ID && math.Abs(way) > still {
				t.Fatalf("%s moved by %.3f though %s was dragged by %.3f elsewhere", n.ID, way, from.ID, by)
			}
			if ahead && (way*by < -still*math.Abs(by) || math.Abs(way) > math.Abs(by)+still) {
				t.Fatalf("%s moved by %.3f to make room for %s, dragged by %.3f", n.ID, way, from.ID, by)
			}
		}
	})
}

func TestADragOverFreeRoomMovesNobodyElse(t *testing.T) {
	f := family(person("f", male, "", ""), person("m", female, "", ""), person("a", male, "f", "m"), person("b", female, "f", "m"))
	before := Arrange(f, Options{})
	after := Arrange(dragged(f, before, 3, 2.5), Options{Previous: before})
	for _, id := range []pedigree.ID{"f", "m", "a"} {
		if was, is := nodeOf(t, before, id).X, nodeOf(t, after, id).X; math.Abs(is-was) > 1e-3 {
			t.Errorf("%s went from %.4f to %.4f", id, was, is)
		}
	}
	if was, is := nodeOf(t, before, "b").X, nodeOf(t, after, "b").X; math.Abs(is-was-2.5) > 1e-6 {
		t.Errorf("b went from %.4f to %.4f, dragged by 2.5", was, is)
	}
}

func TestThoseInTheWayOfADragMakeJustEnoughRoom(t *testing.T) {
	f := family(person("f", male, "", ""), person("m", female, "", ""),
		person("a", male, "f", "m"), person("b", female, "f", "m"), person("c", male, "f", "m"), person("d", female, "f", "m"))
	before := Arrange(f, Options{})
	after := Arrange(dragged(f, before, 3, .75), Options{Previous: before})
	for id, want := range map[pedigree.ID]float64{"f": 0, "m": 0, "a": 0, "b": .75, "c": .75, "d": .75} {
		if got := nodeOf(t, after, id).X - nodeOf(t, before, id).X; math.Abs(got-want) > 1e-3 {
			t.Errorf("%s moved by %.4f, want %.2f", id, got, want)
		}
	}
}

func TestADragIsTheSameWhenTheFamilyIsOpenedAgain(t *testing.T) {
	paths, _ := filepath.Glob(filepath.Join(sharedFamilies, "k*.json"))
	families := []*pedigree.Family{clinicFamily(30), clinicFamily(60)}
	for _, path := range paths {
		families = append(families, readCase(t, path))
	}
	for _, f := range families {
		before := Arrange(f, Options{})
		for i := 0; i < len(f.Individuals); i += 5 {
			g := dragged(f, before, i, .8)
			shown := Arrange(g, Options{Previous: before})
			for name, again := range map[string]*Layout{"opened": Arrange(g, Options{}), "drawn": Arrange(g, Options{Previous: shown})} {
				for k, n := range again.Nodes {
					if was := shown.Nodes[k]; was.ID != n.ID || math.Abs(was.X-n.X) > still {
						t.Errorf("%s again, %s stands at %.3f and stood at %.3f (%s was dragged)", name, n.ID, n.X, was.X, f.Individuals[i].ID)
					}
				}
			}
		}
	}
}

// A little of the way stays: the pull to where everybody stood before.
func TestReleasingAPinPutsEverybodyNearlyBack(t *testing.T) {
	f := clinicFamily(40)
	before := Arrange(f, Options{})
	for i := range f.Individuals {
		shown := Arrange(dragged(f, before, i, 1.2), Options{Previous: before})
		for k, n := range Arrange(f, Options{Previous: shown}).Nodes {
			if was := before.Nodes[k]; math.Abs(n.X-was.X) > 5*still {
				t.Errorf("%s stands at %.3f and stood at %.3f before %s was dragged", n.ID, n.X, was.X, f.Individuals[i].ID)
			}
		}
	}
}

func TestPinsTooCloseTogetherGiveWayAlike(t *testing.T) {
	f := family(person("f", male, "", ""), person("m", female, "", ""), person("a", male, "f", "m"), person("b", female, "f", "m"))
	three, two := 3., 2.
	f.Individuals[2].Pin, f.Individuals[3].Pin = &three, &two
	l := Arrange(f, Options{})
	if a, b := nodeOf(t, l, "a").X, nodeOf(t, l, "b").X; math.Abs(a-2) > 1e-3 || math.Abs(b-3) > 1e-3 {
		t.Errorf("the elder stands at %.3f and the younger at %.3f, want 2 and 3", a, b)
	}
}

func TestADragPastANeighbourKeepsTheOrder(t *testing.T) {
	f := clinicFamily(30)
	before := Arrange(f, Options{})
	for i := range f.Individuals {
		after := Arrange(dragged(f, before, i, 2.5), Options{Previous: before})
		for k, a := range before.Nodes {
			for j, b := range before.Nodes[:k] {
				if a.Generation == b.Generation && (a.X < b.X) != (after.Nodes[k].X < after.Nodes[j].X) {
					t.Fatalf("%s and %s changed places when %s was dragged", a.ID, b.ID, f.Individuals[i].ID)
				}
			}
		}
	}
}

func TestAPinnedSymbolKeepsClearOfThoseNotRelated(t *testing.T) {
	f := clinicFamily(10)
	f.Individuals = append(f.Individuals, person("alone", female, "", ""))
	before := Arrange(f, Options{})
	after := Arrange(dragged(f, before, 10, -3), Options{})
	if nodeOf(t, after, "alone").X != nodeOf(t, before, "alone").X {
		t.Errorf("dragged into the family, the stranger went from %.3f to %.3f", nodeOf(t, before, "alone").X, nodeOf(t, after, "alone").X)
	}
	after = Arrange(dragged(f, before, 10, 3), Options{})
	if got, want := nodeOf(t, after, "alone").X, nodeOf(t, before, "alone").X+3; math.Abs(got-want) > 1e-6 {
		t.Errorf("dragged away, the stranger stands at %.3f, want %.3f", got, want)
	}
}

func TestAPinStaysWithItsNeighboursWhenSomebodyIsAddedAtTheLeft(t *testing.T) {
	f := family(person("f", male, "", ""), person("m", female, "", ""), person("a", male, "f", "m"), person("b", female, "f", "m"))
	f.Individuals[2].Proband = true
	before := Arrange(f, Options{})
	g := dragged(f, before, 3, 1)
	shown := Arrange(g, Options{Previous: before})
	g.Individuals = append(g.Individuals, person("w", female, "", ""), person("ex", female, "", ""), person("c", male, "a", "w"), person("d", male, "a", "ex"))
	after := Arrange(g, Options{Previous: shown})
	if nodeOf(t, after, "ex").X >= nodeOf(t, after, "a").X && nodeOf(t, after, "w").X >= nodeOf(t, after, "a").X {
		t.Fatalf("nobody was added at the left\n%s", text(after))
	}
	if got := nodeOf(t, after, "a").X; math.Abs(got) > 1e-3 {
		t.Errorf("the proband stands at %.3f, want 0", got)
	}
	if got, want := nodeOf(t, after, "b").X, *g.Individuals[3].Pin; math.Abs(got-want) > 1e-3 {
		t.Errorf("the pinned sister stands at %.3f, want %.3f", got, want)
	}
}
