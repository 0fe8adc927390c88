package draw_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
)

// couple is two parents and the children given, laid out by Arrange.
func couple(u pedigree.Union, twins []pedigree.TwinSet, children ...pedigree.Individual) *draw.Scene {
	u.Partners = []pedigree.ID{"f", "m"}
	f := &pedigree.Family{
		Individuals: append([]pedigree.Individual{{ID: "f", Sex: pedigree.Male}, {ID: "m", Sex: pedigree.Female}}, children...),
		Unions:      []pedigree.Union{u}, Twins: twins,
	}
	return scene(f, draw.Style{})
}

func child(id pedigree.ID) pedigree.Individual {
	return pedigree.Individual{ID: id, Mother: "m", Father: "f"}
}

func ids(s *draw.Scene, part string) []string {
	var found []string
	for _, e := range s.Elements {
		if strings.Contains(e.ID, part) {
			found = append(found, e.ID)
		}
	}
	return found
}

func TestRelativesAreJoinedByADoubleLineThatIsPlainlyDouble(t *testing.T) {
	s := scene(readFamily(t, "cousins"), draw.Style{})
	one, two := shape(s, "union:7+8/1").(draw.Line), shape(s, "union:7+8/2").(draw.Line)
	if gap := math.Abs(one.From.Y - two.From.Y); gap < 0.1*2*s.People[0].R {
		t.Errorf("the gap is %v points", gap)
	}
	if shape(s, "union:1+2") == nil || shape(s, "union:1+2/1") != nil {
		t.Error("a couple who are no relatives has a double line")
	}
	if shape(couple(pedigree.Union{Consanguineous: pedigree.Yes}, nil), "union:f+m/2") == nil {
		t.Error("relatedness that is only said has no double line")
	}
	if shape(couple(pedigree.Union{Consanguineous: pedigree.DontKnow}, nil), "union:f+m/2") != nil {
		t.Error("relatedness that nobody knows has a double line")
	}
}

func TestMarksOfACouple(t *testing.T) {
	for _, c := range []struct {
		union pedigree.Union
		part  string
		want  int
	}{
		{pedigree.Union{Status: pedigree.Separated}, "/separated/", 2},
		{pedigree.Union{Status: pedigree.Together}, "/separated/", 0},
		{pedigree.Union{Childless: pedigree.ChildlessByChoice}, "/childless/", 1},
		{pedigree.Union{Childless: pedigree.ChildlessInfertile}, "/childless/", 2},
		{pedigree.Union{}, "/childless", 0},
	} {
		if got := ids(couple(c.union, nil), c.part); len(got) != c.want {
			t.Errorf("%+v has %v, want %d", c.union, got, c.want)
		}
	}
}

func TestTwinsHangFromOnePointAndTheirZygosityIsDrawn(t *testing.T) {
	for _, c := range []struct {
		zygosity pedigree.Zygosity
		want     string
	}{{pedigree.Monozygotic, "bar"}, {pedigree.Dizygotic, ""}, {pedigree.UnknownZygosity, "?"}} {
		set := []pedigree.TwinSet{{Zygosity: c.zygosity, Members: []pedigree.ID{"a", "b"}}}
		s := couple(pedigree.Union{}, set, child("a"), child("b"), child("c"))
		a, b := shape(s, "ind:a/line/sibship:f+m").(draw.Line), shape(s, "ind:b/line/sibship:f+m").(draw.Line)
		if a.From != b.From || a.To == b.To {
			t.Errorf("%s twins hang from %v and %v", c.zygosity, a.From, b.From)
		}
		got := ""
		switch v := shape(s, "sibship:f+m/twins:a/1").(type) {
		case draw.Line:
			got = "bar"
			if v.From.Y != v.To.Y || v.From.Y <= a.From.Y || v.From.Y >= a.To.Y {
				t.Errorf("the bar runs from %v to %v", v.From, v.To)
			}
		case draw.Text:
			got = v.String
		}
		if got != c.want {
			t.Errorf("%s twins have %q, want %q", c.zygosity, got, c.want)
		}
	}
}

func TestAnIdenticalPairInTripletsHasABarOfItsOwn(t *testing.T) {
	sets := []pedigree.TwinSet{
		{Zygosity: pedigree.Monozygotic, Members: []pedigree.ID{"a", "b"}},
		{Zygosity: pedigree.Dizygotic, Members: []pedigree.ID{"a", "b", "c"}},
	}
	s := couple(pedigree.Union{}, sets, child("a"), child("b"), child("c"))
	apex := shape(s, "ind:a/line/sibship:f+m").(draw.Line).From
	for _, id := range []string{"b", "c"} {
		if got := shape(s, "ind:"+id+"/line/sibship:f+m").(draw.Line).From; got != apex {
			t.Errorf("%s hangs from %v, a from %v", id, got, apex)
		}
	}
	if bars := ids(s, "/twins:"); len(bars) != 1 {
		t.Errorf("bars: %v", bars)
	}
}

func TestOnlyLinesThatAreNoBloodAreDashed(t *testing.T) {
	adopted := pedigree.Individual{ID: "k", OtherParents: []pedigree.ParentLink{{ID: "m", Kind: pedigree.Adoptive}, {ID: "f", Kind: pedigree.Adoptive}}}
	donor := pedigree.Individual{ID: "d", Mother: "m", OtherParents: []pedigree.ParentLink{{ID: "f", Kind: pedigree.DonorSperm}}}
	s := couple(pedigree.Union{}, nil, adopted, donor, child("own"))
	for id, want := range map[string]bool{"k": true, "own": false, "d": false} {
		l := shape(s, "ind:"+id+"/line/sibship:f+m").(draw.Line)
		if got := l.Stroke.Dash != nil; got != want {
			t.Errorf("the line of %s is dashed: %v, want %v", id, got, want)
		}
	}
	if shape(s, "sibship:f+m/drop").(draw.Line).Stroke.Dash != nil {
		t.Error("the line of descent to an own child is dashed")
	}
	other := adopted
	other.ID = "l"
	alone := shape(couple(pedigree.Union{}, nil, adopted, other), "sibship:f+m/drop").(draw.Line)
	if alone.Stroke.Dash == nil {
		t.Error("the line of descent to adopted children alone is solid")
	}
}

func TestASecondSymbolIsJoinedToTheFirstAndLabelledByNameOnly(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "a", Name: "Ann", Age: pedigree.ExactYear(40)}}}
	l := &layout.Layout{Unit: 1, Symbol: 0.5, Nodes: []layout.Node{{ID: "a"}, {ID: "a", X: 3, Duplicate: true}}}
	s := draw.Draw(f, l, draw.Style{Measure: arial{}})
	arc, ok := shape(s, "ind:a#2/same").(draw.Polyline)
	if !ok || arc.Stroke.Dash == nil {
		t.Fatalf("the arc is %+v", shape(s, "ind:a#2/same"))
	}
	if first, second := texts(s, "ind:a/label"), texts(s, "ind:a#2/label"); first != "Ann, 40" || second != "Ann" {
		t.Errorf("labels %q and %q", first, second)
	}
	if len(s.People) != 2 || !s.People[1].Duplicate || s.People[1].Number != "I-1" {
		t.Errorf("places %+v", s.People)
	}
}

func TestALineBetweenPartnersWhoAreApartPassesUnderTheOthers(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "a"}, {ID: "b"}, {ID: "c"}}}
	l := &layout.Layout{Unit: 1, Symbol: 0.5, Nodes: []layout.Node{{ID: "a"}, {ID: "b", X: 1}, {ID: "c", X: 2}}, Unions: [][2]int{{0, 2}}}
	s := draw.Draw(f, l, draw.Style{Measure: arial{}})
	way := shape(s, "union:a+c").(draw.Polyline)
	low := slices.MaxFunc(way.Points, func(p, q draw.Point) int { return int(p.Y - q.Y) })
	if b := s.People[1]; low.Y <= b.Center.Y+b.R {
		t.Errorf("the line is at %v where b ends at %v", low.Y, b.Center.Y+b.R)
	}
}

func TestPartnersInTwoGenerationsAreJoinedByAStep(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "a", Name: "Ann"}, {ID: "b", Name: "Bob"}}}
	l := &layout.Layout{Unit: 1, Symbol: 0.5, Nodes: []layout.Node{{ID: "a"}, {ID: "b", X: 2, Generation: 1}}, Unions: [][2]int{{0, 1}}}
	s := draw.Draw(f, l, draw.Style{Measure: arial{}})
	way := shape(s, "union:a+b").(draw.Polyline).Points
	for i := 1; i < len(way); i++ {
		if way[i].X != way[i-1].X && way[i].Y != way[i-1].Y {
			t.Errorf("a slanted stretch from %v to %v", way[i-1], way[i])
		}
	}
	if a, b := s.People[0].Center.Y, s.People[1].Center.Y; way[0].Y != a || way[len(way)-1].Y != b {
		t.Errorf("the step runs from %v to %v", way[0], way[len(way)-1])
	}
}

// Two sibships whose lines cross: the level line steps over the upright one.
func TestALineHopsOverTheLinesThatItCrosses(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}, {ID: "k1"}, {ID: "k2"}, {ID: "k3"}}}
	l := &layout.Layout{
		Unit: 1, Symbol: 0.5,
		Nodes: []layout.Node{
			{ID: "a"},
			{ID: "b", X: 1},
			{ID: "c", X: 2},
			{ID: "d", X: 3},
			{ID: "k1", X: 0, Generation: 1},
			{ID: "k2", X: 1, Generation: 1},
			{ID: "k3", X: 2.5, Generation: 1},
		},
		Unions: [][2]int{{0, 1}, {2, 3}},
		Sibships: []layout.Sibship{
			{Parents: [2]int{0, 1}, Children: []int{4, 6}, DropX: 0.5, Track: 1},
			{Parents: [2]int{2, 3}, Children: []int{5}, DropX: 2, Track: 0},
		},
	}
	s := draw.Draw(f, l, draw.Style{Measure: arial{}})
	way, ok := shape(s, "sibship:a+b").(draw.Polyline)
	if !ok {
		t.Fatalf("the sibship line is %+v", shape(s, "sibship:a+b"))
	}
	top := slices.MinFunc(way.Points, func(p, q draw.Point) int { return int(100 * (p.Y - q.Y)) })
	drop := shape(s, "sibship:c+d/drop").(draw.Line)
	if top.Y >= way.Points[0].Y || math.Abs(top.X-drop.From.X) > 0.1 {
		t.Errorf("the hop is at %v, the line that is crossed at %v", top, drop.From.X)
	}
}

func TestAnOnlyChildStraightBelowHangsFromOneLine(t *testing.T) {
	s := couple(pedigree.Union{}, nil, child("k"))
	own := shape(s, "ind:k/line/sibship:f+m").(draw.Line)
	line := shape(s, "union:f+m").(draw.Line)
	if own.From.Y != line.From.Y || own.From.X != own.To.X || shape(s, "sibship:f+m/drop") != nil {
		t.Errorf("the line runs from %v to %v", own.From, own.To)
	}
}

func TestADonorsLineLeavesTheDonorAndNotTheCouple(t *testing.T) {
	f := &pedigree.Family{
		Individuals: []pedigree.Individual{
			{ID: "m", Sex: pedigree.Female},
			{ID: "w", Sex: pedigree.Female},
			{ID: "donor", Sex: pedigree.Male},
			{ID: "k", Mother: "m", OtherParents: []pedigree.ParentLink{{ID: "donor", Kind: pedigree.DonorSperm}, {ID: "w", Kind: pedigree.Adoptive}}},
		},
		Unions: []pedigree.Union{{Partners: []pedigree.ID{"m", "w"}}},
	}
	l := &layout.Layout{
		Unit: 1, Symbol: 0.5, Unions: [][2]int{{1, 2}},
		Nodes: []layout.Node{{ID: "donor"}, {ID: "m", X: 2}, {ID: "w", X: 4}, {ID: "k", X: 2, Generation: 1}},
		Sibships: []layout.Sibship{
			{Parents: [2]int{0, 1}, Children: []int{3}, DropX: 1}, {Parents: [2]int{1, 2}, Children: []int{3}, DropX: 3, Track: 1},
		},
	}
	s := draw.Draw(f, l, draw.Style{Measure: arial{}})
	stub, ok := shape(s, "sibship:donor+m/from/1").(draw.Line)
	if !ok || stub.From.X != s.People[0].Center.X+s.People[0].R || stub.To.X >= s.People[1].Center.X-s.People[1].R {
		t.Errorf("the donor's line is %+v", stub)
	}
	if more := ids(s, "/from/"); len(more) != 1 {
		t.Errorf("stubs: %v", more)
	}
	one, two := shape(s, "ind:k/line/sibship:donor+m").(draw.Line), shape(s, "ind:k/line/sibship:m+w").(draw.Line)
	if one.To.X >= two.To.X {
		t.Errorf("the lines of the child end at %v and %v: they lie on each other, or cross", one.To, two.To)
	}
}

func TestTheOnlyLineOfAChildWithADonorLeavesBothParents(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "m", Sex: pedigree.Female},
		{ID: "donor", Sex: pedigree.Male},
		{ID: "k", Mother: "m", OtherParents: []pedigree.ParentLink{{ID: "donor", Kind: pedigree.DonorSperm}}},
	}}
	l := &layout.Layout{
		Unit: 1, Symbol: 0.5,
		Nodes:    []layout.Node{{ID: "donor"}, {ID: "m", X: 1}, {ID: "k", X: 0.5, Generation: 1}},
		Sibships: []layout.Sibship{{Parents: [2]int{0, 1}, Children: []int{2}, DropX: 0.5}},
	}
	s := draw.Draw(f, l, draw.Style{Measure: arial{}})
	if stubs := ids(s, "/from/"); len(stubs) != 2 {
		t.Errorf("stubs %v: a parent has no line to the child", stubs)
	}
}

func TestADonorsLinePassesUnderTheMotherInBetween(t *testing.T) {
	by := func(id, mother, other pedigree.ID) pedigree.Individual {
		return pedigree.Individual{ID: id, Mother: mother, OtherParents: []pedigree.ParentLink{{ID: "donor", Kind: pedigree.DonorSperm}, {ID: other, Kind: pedigree.Adoptive}}}
	}
	f := &pedigree.Family{
		Individuals: []pedigree.Individual{
			{ID: "m", Sex: pedigree.Female},
			{ID: "w", Sex: pedigree.Female},
			{ID: "donor", Sex: pedigree.Male},
			by("k", "m", "w"), by("j", "w", "m"),
		},
		Unions: []pedigree.Union{{Partners: []pedigree.ID{"m", "w"}}},
	}
	s := draw.Draw(f, layout.Arrange(f, layout.Options{}), draw.Style{Measure: arial{}})
	for _, id := range ids(s, "/from/") {
		var way []draw.Point
		switch v := shape(s, id).(type) {
		case draw.Line:
			way = []draw.Point{v.From, v.To}
		case draw.Polyline:
			way = v.Points
		}
		for i := 1; i < len(way); i++ {
			for _, p := range s.People {
				left, right := min(way[i-1].X, way[i].X), max(way[i-1].X, way[i].X)
				if math.Abs(way[i].Y-p.Center.Y) < p.R && math.Abs(way[i-1].Y-p.Center.Y) < p.R && left < p.Center.X && right > p.Center.X {
					t.Errorf("%s runs through the symbol of %s: %v", id, p.ID, way)
				}
			}
		}
	}
	drops := map[float64]string{}
	for _, id := range ids(s, "/drop") {
		l, ok := shape(s, id).(draw.Line)
		if !ok {
			continue
		}
		if other := drops[l.From.X]; other != "" {
			t.Errorf("the lines of descent %s and %s lie on each other", id, other)
		}
		drops[l.From.X] = id
	}
}

func TestAParentNobodyRecordedIsAFaintSymbolOfTheSexTheyMustHave(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "m", Sex: pedigree.Female}, {ID: "k", Mother: "m"}}}
	l := &layout.Layout{
		Unit: 1, Symbol: 0.5, Unions: [][2]int{{0, 1}},
		Nodes:    []layout.Node{{ID: "?m"}, {ID: "m", X: 1}, {ID: "k", X: 0.5, Generation: 1}},
		Sibships: []layout.Sibship{{Parents: [2]int{0, 1}, Children: []int{2}, DropX: 0.5}},
	}
	s := draw.Draw(f, l, draw.Style{Measure: arial{}})
	p, ok := shape(s, "ind:?m/symbol").(draw.Polygon)
	if !ok || outline(p) != "square" || p.Stroke.Dash == nil {
		t.Errorf("got %+v", shape(s, "ind:?m/symbol"))
	}
	if len(s.People) != 2 {
		t.Errorf("%d people can be selected, want the two recorded", len(s.People))
	}
}
