package layout

import (
	"encoding/json"
	"math"
	"testing"

	"kindred/pedigree"
)

const (
	male   = pedigree.Male
	female = pedigree.Female
)

// nodeOf is the first node of an id.
func nodeOf(t *testing.T, l *Layout, id pedigree.ID) Node {
	t.Helper()
	for _, n := range l.Nodes {
		if n.ID == id {
			return n
		}
	}
	t.Fatalf("%s is not drawn", id)
	return Node{}
}

func TestRowsFollowDescent(t *testing.T) {
	tests := []struct {
		name string
		f    *pedigree.Family
		want map[pedigree.ID]int
	}{
		{
			"a partner's parents stand one row above the partner", family(
				person("gf", male, "", ""), person("gm", female, "", ""), person("f", male, "gf", "gm"), person("m", female, "", ""),
				person("s", male, "f", "m"), person("w", female, "wf", "wm"), person("wf", male, "", ""), person("wm", female, "", ""),
				person("c", female, "s", "w")),
			map[pedigree.ID]int{"gf": 0, "f": 1, "m": 1, "s": 2, "w": 2, "wf": 1, "wm": 1, "c": 3},
		},
		{
			"an uncle who marries his niece stands level with her", family(
				person("gf", male, "", ""), person("gm", female, "", ""), person("u", male, "gf", "gm"), person("s", male, "gf", "gm"),
				person("w", female, "", ""), person("n", female, "s", "w"), person("c", male, "u", "n")),
			map[pedigree.ID]int{"gf": 0, "s": 1, "w": 1, "u": 2, "n": 2, "c": 3},
		},
		{
			"a father who has a child with his daughter stays above her", family(
				person("f", male, "", ""), person("m", female, "", ""), person("d", female, "f", "m"), person("c", male, "f", "d")),
			map[pedigree.ID]int{"f": 0, "m": 0, "d": 1, "c": 2},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			l := Arrange(test.f, Options{})
			for id, row := range test.want {
				if got := nodeOf(t, l, id).Generation; got != row {
					t.Errorf("%s stands in row %d, want %d", id, got, row)
				}
			}
		})
	}
}

func TestAFamilyOfItsOwnAncestorsIsStillDrawn(t *testing.T) {
	f := family(person("a", male, "b", "c"), person("b", male, "a", "c"), person("c", female, "", ""))
	if l := Arrange(f, Options{}); len(l.Nodes) != 3 {
		t.Errorf("%d symbols, want 3", len(l.Nodes))
	}
}

func TestTwoSymbolsOfOneIDAndLinksToNobodyAreHarmless(t *testing.T) {
	f := family(person("a", male, "a", "a"), person("a", male, "", ""), person("b", female, "nobody", "b"))
	f.Twins = []pedigree.TwinSet{{Members: []pedigree.ID{"a", "a", "nobody"}}}
	f.Unions = []pedigree.Union{{Partners: []pedigree.ID{"a"}}, {Partners: []pedigree.ID{"a", "a"}}, {}}
	if l := Arrange(f, Options{}); len(l.Nodes) != 3 || len(l.Unions) != 0 {
		t.Errorf("%d symbols and %d couples, want 3 and none", len(l.Nodes), len(l.Unions))
	}
}

func TestAnUnknownParentIsASymbolNamedAfterTheFirstChild(t *testing.T) {
	f := family(person("m", female, "", ""), person("x", male, "", "m"), person("y", female, "", "m"))
	l := Arrange(f, Options{})
	if len(l.Sibships) != 1 || len(l.Sibships[0].Children) != 2 {
		t.Fatalf("want one sibship of two, got %+v", l.Sibships)
	}
	if got := nodeOf(t, l, "?x"); got.Generation != 0 {
		t.Errorf("the unknown father stands in row %d", got.Generation)
	}
}

func TestAnAdoptedChildHangsUnderTheAdopters(t *testing.T) {
	c := person("c", female, "", "")
	c.Adopted = pedigree.AdoptedIn
	c.OtherParents = []pedigree.ParentLink{{ID: "f", Kind: pedigree.Adoptive}, {ID: "m", Kind: pedigree.Adoptive}}
	l := Arrange(family(person("f", male, "", ""), person("m", female, "", ""), person("b", male, "f", "m"), c), Options{})
	if len(l.Sibships) != 1 {
		t.Fatalf("want one sibship, got %+v", l.Sibships)
	}
	s := l.Sibships[0]
	if len(s.Kinds) != 2 || s.Kinds[0] != "" || s.Kinds[1] != pedigree.Adoptive {
		t.Errorf("kinds are %v, want blood and adoptive", s.Kinds)
	}
}

func TestADonorStandsBesideTheCoupleAndIsNotOneOfThem(t *testing.T) {
	c := person("c", female, "", "m")
	c.OtherParents = []pedigree.ParentLink{{ID: "d", Kind: pedigree.DonorSperm}}
	f := family(person("m", female, "", ""), person("w", female, "", ""), person("d", male, "", ""), c)
	f.Unions = []pedigree.Union{{Partners: []pedigree.ID{"m", "w"}}}
	l := Arrange(f, Options{})
	if len(l.Unions) != 1 || len(l.Sibships) != 1 || len(l.Sibships[0].Kinds) != 1 || l.Sibships[0].Kinds[0] != pedigree.DonorSperm {
		t.Fatalf("want the mothers as the only couple and a sibship by donor, got %v %+v", l.Unions, l.Sibships)
	}
	if d, m := nodeOf(t, l, "d"), nodeOf(t, l, "m"); math.Abs(d.X-m.X) > 1.5 || d.Generation != m.Generation {
		t.Errorf("the donor stands at %.2f, the mother at %.2f", d.X, m.X)
	}
}

func TestKnownBirthsOrderSiblingsWhateverTheFileSays(t *testing.T) {
	young, old := person("young", female, "f", "m"), person("old", male, "f", "m")
	young.Born, old.Born = pedigree.ExactYear(1990), pedigree.ExactYear(1980)
	l := Arrange(family(person("f", male, "", ""), person("m", female, "", ""), young, old), Options{})
	if nodeOf(t, l, "old").X > nodeOf(t, l, "young").X {
		t.Error("the elder stands right of the younger")
	}
}

// Two middle children marry, and both have parents drawn, which tempts to move a sibling.
func TestSiblingsWithKnownBirthsAreNeverMovedToAnEnd(t *testing.T) {
	f := family(
		person("gf", male, "", ""), person("gm", female, "", ""), person("a", female, "gf", "gm"), person("b", male, "gf", "gm"), person("c", female, "gf", "gm"),
		person("wf", male, "", ""), person("wm", female, "", ""), person("w1", female, "wf", "wm"), person("w", female, "wf", "wm"), person("w3", male, "wf", "wm"),
		person("child", male, "b", "w"))
	ordered := func(l *Layout, ids ...pedigree.ID) bool {
		for i := 1; i < len(ids); i++ {
			if nodeOf(t, l, ids[i-1]).X > nodeOf(t, l, ids[i]).X {
				return false
			}
		}
		return true
	}
	if l := Arrange(f, Options{}); ordered(l, "a", "b", "c") && ordered(l, "w1", "w", "w3") {
		t.Error("nobody was moved although nobody's birth is known: the test tests nothing")
	}
	for _, i := range []int{2, 3, 4, 7, 8, 9} {
		f.Individuals[i].Born = pedigree.ExactYear(1970 + i)
	}
	l := Arrange(f, Options{})
	if !ordered(l, "a", "b", "c") || !ordered(l, "w1", "w", "w3") {
		t.Error(text(l))
	}
	if faults := check(f, l); len(faults) > 0 {
		t.Error(faults)
	}
}

func TestTheIdenticalPairOfTripletsStandsTogether(t *testing.T) {
	f := family(person("f", male, "", ""), person("m", female, "", ""),
		person("a", male, "f", "m"), person("x", female, "f", "m"), person("b", male, "f", "m"), person("c", male, "f", "m"))
	f.Twins = []pedigree.TwinSet{{Zygosity: pedigree.Dizygotic, Members: []pedigree.ID{"a", "b", "c"}}, {Zygosity: pedigree.Monozygotic, Members: []pedigree.ID{"a", "c"}}}
	l := Arrange(f, Options{})
	a, b, c, x := nodeOf(t, l, "a").X, nodeOf(t, l, "b").X, nodeOf(t, l, "c").X, nodeOf(t, l, "x").X
	if math.Abs(a-c) > 1.01 || (b-x)*(a-x) < 0 {
		t.Errorf("a %.1f, c %.1f, b %.1f; single sister %.1f", a, c, b, x)
	}
}

func TestLabelsGetTheRoomTheyAskFor(t *testing.T) {
	f := clinicFamily(40)
	l := Arrange(f, Options{Width: func(pedigree.ID) (float64, float64) { return .8, .9 }})
	for i, a := range l.Nodes {
		for _, b := range l.Nodes[:i] {
			if a.Generation == b.Generation && math.Abs(a.X-b.X) < 1.7-1e-9 {
				t.Errorf("%s and %s are %.2f apart, want 1.7", a.ID, b.ID, math.Abs(a.X-b.X))
			}
		}
	}
}

func TestLabelsOfNoSensibleWidthAreDrawnAsIfTheyHadNone(t *testing.T) {
	f := clinicFamily(10)
	for _, w := range []float64{math.NaN(), math.Inf(1), -3} {
		l := Arrange(f, Options{Width: func(pedigree.ID) (float64, float64) { return w, w }})
		if faults := check(f, l); len(faults) > 0 {
			t.Errorf("width %v: %v", w, faults)
		}
	}
}

func TestSibshipLinesThatMeetRunOnDifferentTracks(t *testing.T) {
	f := clinicFamily(120)
	l := Arrange(f, Options{})
	type span struct {
		row, track int
		lo, hi     float64
	}
	var spans []span
	for _, s := range l.Sibships {
		sp := span{l.Nodes[s.Children[0]].Generation, s.Track, s.DropX, s.DropX}
		for _, c := range s.Children {
			sp.lo, sp.hi = min(sp.lo, l.Nodes[c].X), max(sp.hi, l.Nodes[c].X)
		}
		for _, o := range spans {
			if o.row == sp.row && o.track == sp.track && o.lo < sp.hi && sp.lo < o.hi {
				t.Errorf("two lines of row %d on track %d share %.2f to %.2f", sp.row, sp.track, max(o.lo, sp.lo), min(o.hi, sp.hi))
			}
		}
		spans = append(spans, sp)
	}
}

func TestAnEarlierLayoutOfNonsenseDoesNoHarm(t *testing.T) {
	f := clinicFamily(20)
	nonsense := &Layout{Unit: -1, Nodes: []Node{{ID: "p3", X: math.NaN()}, {ID: "p4", X: 1e9, Generation: 7}, {ID: "p5", Generation: -4, Duplicate: true}}, Unions: [][2]int{{0, 99}, {-1, 2}}, Sibships: []Sibship{{Parents: [2]int{50, 0}}}}
	l := Arrange(f, Options{Previous: nonsense})
	if faults := check(f, l); len(faults) > 0 {
		t.Error(faults)
	}
}

func TestALayoutSurvivesItsFile(t *testing.T) {
	f := clinicFamily(40)
	before := Arrange(f, Options{})
	b, err := json.Marshal(before)
	if err != nil {
		t.Fatal(err)
	}
	read := new(Layout)
	if err := json.Unmarshal(b, read); err != nil {
		t.Fatal(err)
	}
	f.Individuals = append(f.Individuals, person("new", female, "p0", "p1"))
	after := Arrange(f, Options{Previous: read})
	for _, n := range before.Nodes {
		if got := nodeOf(t, after, n.ID).Generation; got != n.Generation {
			t.Errorf("%s went from row %d to row %d", n.ID, n.Generation, got)
		}
	}
}
