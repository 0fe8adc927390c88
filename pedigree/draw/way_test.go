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

func TestADegreeOfRelationshipStandsAboveItsLine(t *testing.T) {
	s := couple(pedigree.Union{Consanguineous: pedigree.Yes, Degree: "third cousins"}, nil, child("k"))
	line := shape(s, "union:f+m/1").(draw.Line)
	words := shape(s, "union:f+m/degree/1").(draw.Text)
	if words.At.Y >= line.From.Y || words.At.X <= line.From.X || words.At.X >= line.To.X {
		t.Errorf("%q at %v, the line from %v to %v", words.String, words.At, line.From, line.To)
	}
}

func TestTwoRowsAloneMakeNoRelatives(t *testing.T) {
	f := readFamily(t, "families/partners-of-two-generations")
	s := scene(f, draw.Style{})
	for _, id := range ids(s, "union:") {
		if strings.HasSuffix(id, "/2") && !strings.Contains(id, "separated") {
			t.Errorf("%s is double", id)
		}
	}
}

// The father has a child with his wife's niece: the line comes down two rows, double, and so do both
// of its halves up to the symbols' edges.
func TestAStepBetweenRelativesIsDoubleAndEndsAtTheSymbols(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "a", Sex: pedigree.Male},
		{ID: "b", Sex: pedigree.Female, Father: "a"},
		{ID: "c", Sex: pedigree.Female, Mother: "b"},
		{ID: "d", Mother: "c", Father: "a"},
	}}
	l := &layout.Layout{
		Unit: 1, Symbol: 0.5, Unions: [][2]int{{0, 2}},
		Nodes:    []layout.Node{{ID: "a"}, {ID: "b", Generation: 1}, {ID: "c", Generation: 2}, {ID: "d", X: 0.5, Generation: 3}},
		Sibships: []layout.Sibship{{Parents: [2]int{0, 0}, Children: []int{1}}, {Parents: [2]int{1, 1}, Children: []int{2}}, {Parents: [2]int{0, 2}, Children: []int{3}, DropX: 0.3}},
	}
	s := draw.Draw(f, l, draw.Style{Measure: arial{}})
	for _, id := range []string{"union:a+c/1", "union:a+c/2"} {
		way := shape(s, id).(draw.Polyline).Points
		for _, end := range []struct {
			at draw.Point
			of draw.Place
		}{{way[0], s.People[0]}, {way[len(way)-1], s.People[2]}} {
			if off := math.Hypot(end.at.X-end.of.Center.X, end.at.Y-end.of.Center.Y) - end.of.R; off < -0.1 || off > 6 {
				t.Errorf("%s ends %.1f points from the outline of %s", id, off, end.of.ID)
			}
		}
	}
	if faults := lineFaults(s); len(faults) > 0 {
		t.Error(faults)
	}
}

func TestTheMiddleLineOfTripletsIsUprightAndTheBarIsAThirdOfTheWayDown(t *testing.T) {
	s := scene(readFamily(t, "families/triplets-with-a-pair"), draw.Style{})
	middle := shape(s, "ind:b/line/sibship:f+m").(draw.Line)
	if middle.From.X != middle.To.X {
		t.Errorf("the middle line runs from %v to %v", middle.From, middle.To)
	}
	bars := ids(s, "/twins:")
	if len(bars) != 1 {
		t.Fatalf("bars %v", bars)
	}
	bar := shape(s, bars[0]).(draw.Line)
	if share := (bar.From.Y - middle.From.Y) / (middle.To.Y - middle.From.Y); share < 0.3 || share > 0.4 {
		t.Errorf("the bar is %.2f of the way down", share)
	}
	if max(bar.From.X, bar.To.X) > middle.From.X+0.1 {
		t.Errorf("the bar of a and b reaches from %v to %v, beyond b at %v", bar.From, bar.To, middle.From.X)
	}
}

func TestFosterAndStepChildrenHaveADashedLineWithTheWord(t *testing.T) {
	s := scene(readFamily(t, "families/foster-and-step"), draw.Style{})
	for id, want := range map[string]string{"k": "foster", "s": "step", "o": ""} {
		if got := texts(s, "ind:"+id+"/line/"); got != want {
			t.Errorf("%s is called %q, want %q", id, got, want)
		}
		if dashed := shape(s, "ind:"+id+"/line/sibship:f+m").(draw.Line).Stroke.Dash != nil; dashed != (want != "") {
			t.Errorf("the line of %s is dashed: %v", id, dashed)
		}
	}
}

func TestAnUnknownFamilyHistoryEndsTheLineAboveInAQuestionMark(t *testing.T) {
	s := one(pedigree.Individual{Sex: pedigree.Female, HistoryUnknown: true})
	l, mark := shape(s, "ind:a/history").(draw.Line), shape(s, "ind:a/history/unknown").(draw.Text)
	if l.To.Y != s.People[0].Center.Y-s.People[0].R || l.From.Y >= l.To.Y || mark.String != "?" || mark.At.Y >= l.From.Y {
		t.Errorf("line %v to %v, %q at %v", l.From, l.To, mark.String, mark.At)
	}
}

func TestDistantSymbolsOfOnePersonHaveTheSameLetterInsteadOfAnArc(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "a", Name: "Ann"}, {ID: "b"}}}
	l := &layout.Layout{Unit: 1, Symbol: 0.5, Nodes: []layout.Node{{ID: "a"}, {ID: "b", X: 5}, {ID: "a", X: 12, Duplicate: true}}}
	s := draw.Draw(f, l, draw.Style{Measure: arial{}})
	first, second := texts(s, "ind:a/letter"), texts(s, "ind:a#2/letter")
	if first != "A" || second != "A" || shape(s, "ind:a#2/same") != nil {
		t.Errorf("letters %q and %q, arc %v", first, second, shape(s, "ind:a#2/same"))
	}
	if !strings.Contains(texts(s, "key/"), "one person drawn twice") {
		t.Error("the key does not explain the letter")
	}
}

func TestAllSymbolsOfAPersonHaveTheLetterIfOneIsTooFarForAnArc(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "a"}, {ID: "b"}}}
	l := &layout.Layout{Unit: 1, Symbol: 0.5, Nodes: []layout.Node{
		{ID: "a"}, {ID: "b", X: 5}, {ID: "a", X: 2, Duplicate: true}, {ID: "a", X: 12, Duplicate: true},
	}}
	s := draw.Draw(f, l, draw.Style{Measure: arial{}})
	for _, symbol := range []string{"a", "a#2", "a#3"} {
		if got := texts(s, "ind:"+symbol+"/letter"); got != "A" {
			t.Errorf("%s has the letter %q", symbol, got)
		}
	}
	if shape(s, "ind:a#2/same") == nil {
		t.Error("no arc joins the near ones")
	}
}

func TestAnArcThatWouldMeetASymbolGivesWayToLetters(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "a"}, {ID: "b"}}}
	l := &layout.Layout{Unit: 1, Symbol: 0.5, Nodes: []layout.Node{{ID: "a", Generation: 1}, {ID: "b", X: 1.5}, {ID: "a", X: 3, Generation: 1, Duplicate: true}}}
	s := draw.Draw(f, l, draw.Style{Measure: arial{}})
	arc, drawn := shape(s, "ind:a#2/same").(draw.Polyline)
	if drawn && slices.ContainsFunc(arc.Points, func(p draw.Point) bool { return inside(shape(s, "ind:b/symbol"), p, 0) }) {
		t.Error("the arc runs through b")
	}
}

func TestALineOfDescentDodgesASymbolInTheRowsThatItPasses(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "a"}, {ID: "b"}, {ID: "x"}, {ID: "k", Mother: "a", Father: "b"}}}
	l := &layout.Layout{
		Unit: 1, Symbol: 0.5, Unions: [][2]int{{0, 1}},
		Nodes:    []layout.Node{{ID: "a"}, {ID: "b", X: 1}, {ID: "x", X: 0.5, Generation: 1}, {ID: "k", X: 0.5, Generation: 2}},
		Sibships: []layout.Sibship{{Parents: [2]int{0, 1}, Children: []int{3}, DropX: 0.5}},
	}
	if faults := lineFaults(draw.Draw(f, l, draw.Style{Measure: arial{}})); len(faults) > 0 {
		t.Error(faults)
	}
}

func TestTwoLinesThatLeaveOneSideOfASymbolAreApart(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}}}
	l := &layout.Layout{
		Unit: 1, Symbol: 0.5, Unions: [][2]int{{0, 1}, {0, 2}, {0, 3}},
		Nodes: []layout.Node{{ID: "a"}, {ID: "b", X: 1}, {ID: "c", X: 2}, {ID: "d", X: 3}},
	}
	s := draw.Draw(f, l, draw.Style{Measure: arial{}})
	if faults := lineFaults(s); len(faults) > 0 {
		t.Error(faults)
	}
	one, two := shape(s, "union:a+c").(draw.Polyline).Points, shape(s, "union:a+d").(draw.Polyline).Points
	if one[0].Y >= two[0].Y || one[0].Y <= s.People[0].Center.Y {
		t.Errorf("the lines leave at %v and %v", one[0], two[0])
	}
}
