package layout

import (
	"math"
	"testing"

	"kindred/pedigree"
)

// symbolsOf counts the symbols of an id.
func symbolsOf(l *Layout, id pedigree.ID) int {
	count := 0
	for _, n := range l.Nodes {
		if n.ID == id {
			count++
		}
	}
	return count
}

// fatherOf is a man with a child by each of some women.
func fatherOf(wives ...pedigree.ID) *pedigree.Family {
	f := family(person("he", male, "", ""))
	for _, w := range wives {
		f.Individuals = append(f.Individuals, person(w, female, "", ""), person("child of "+w, female, "he", w))
	}
	return f
}

func TestAParentOfThreeHalfSibshipsIsDrawnOnceAndOfFourTwice(t *testing.T) {
	three, four := fatherOf("w1", "w2", "w3"), fatherOf("w1", "w2", "w3", "w4")
	if n := symbolsOf(Arrange(three, Options{}), "he"); n != 1 {
		t.Errorf("with three partners: %d symbols", n)
	}
	if n := symbolsOf(Arrange(four, Options{}), "he"); n != 2 {
		t.Errorf("with four partners: %d symbols", n)
	}
	three.Individual("he").DrawTwice = pedigree.Yes
	if n := symbolsOf(Arrange(three, Options{}), "he"); n != 2 {
		t.Errorf("with three partners and the wish for a duplicate: %d symbols", n)
	}
}

func TestADonorToTwoMothersIsDrawnTwiceRatherThanOneOfThem(t *testing.T) {
	f := family(person("mother", female, "", ""), person("partner", female, "", ""), person("donor", male, "", ""),
		person("hers", female, "", "mother"), person("the partner's", male, "", "partner"))
	for i := 3; i < 5; i++ {
		f.Individuals[i].OtherParents = []pedigree.ParentLink{{ID: "donor", Kind: pedigree.DonorSperm}}
	}
	f.Unions = []pedigree.Union{{Partners: []pedigree.ID{"mother", "partner"}}}
	l := Arrange(f, Options{})
	if n := symbolsOf(l, "donor"); n != 2 || len(l.Nodes) != 6 {
		t.Errorf("%d symbols of the donor among %d", n, len(l.Nodes))
	}
}

func TestLinesToChildrenInTheContraryOrderCrossEvenWhereTheyMeetEndToEnd(t *testing.T) {
	g := build(fatherOf("w1", "w2"))
	g.assignRows(nil)
	f := newFrame(g)
	const he, w1, child1, w2, child2 = 0, 1, 2, 3, 4
	if cost := newOrder(f, []int{w1, he, w2, child1, child2}, false).total(); cost >= costCrossing {
		t.Errorf("in the order of their mothers: %.2f", cost)
	}
	if cost := newOrder(f, []int{w1, he, w2, child2, child1}, false).total(); cost < costCrossing {
		t.Errorf("in the contrary order: %.2f", cost)
	}
}

func TestSiblingsInTwoRowsHangInBirthOrderToo(t *testing.T) {
	// He marries his niece and so stands in her row, below his sister and his brother.
	f := family(person("gf", male, "", ""), person("gm", female, "", ""),
		person("sister", female, "gf", "gm"), person("he", male, "gf", "gm"), person("brother", male, "gf", "gm"),
		person("her husband", male, "", ""), person("niece", female, "her husband", "sister"), person("child", male, "he", "niece"))
	g := build(f)
	g.assignRows(nil)
	a := g.found(false)
	if len(a.steps[1]) != 1 {
		t.Fatalf("%d sibships in several rows", len(a.steps[1]))
	}
	s := a.steps[1][0]
	if cost := a.stepsCost(&s); cost != 0 {
		t.Errorf("drawn with %.1f of inversions", cost)
	}
	s.tops[0], s.tops[1] = s.tops[1], s.tops[0]
	if cost := a.stepsCost(&s); cost < costInversion {
		t.Errorf("an inversion costs %.1f", cost)
	}
}

func TestSomebodyAddedAtTheLeftEndMovesTheFirstOfAllNowhere(t *testing.T) {
	f := fatherOf("w1", "w2")
	before := Arrange(f, Options{})
	f.Individuals = append(f.Individuals, person("elder", female, "he", "w1"))
	f.Individuals[len(f.Individuals)-1].Born = pedigree.ExactYear(1900)
	f.Individual("child of w1").Born = pedigree.ExactYear(1950)
	after := Arrange(f, Options{Previous: before})
	if x := nodeOf(t, after, "he").X; math.Abs(x) > 1e-9 || nodeOf(t, before, "he").X != x {
		t.Errorf("stands at %.3f", x)
	}
	if e, c := nodeOf(t, after, "elder"), nodeOf(t, after, "child of w1"); e.X >= c.X {
		t.Errorf("the elder at %.2f, the younger at %.2f", e.X, c.X)
	}
}

func TestATwinWithTwoPartnersIsDrawnOnceWithBothOutsideTheTwins(t *testing.T) {
	f := fatherOf("w1", "w2")
	f.Individuals = append(f.Individuals, person("mother", female, "", ""), person("father", male, "", ""),
		person("twin", female, "father", "mother"), person("husband", male, "", ""), person("niece", female, "husband", "twin"))
	f.Individual("he").Mother, f.Individual("he").Father = "mother", "father"
	f.Twins = []pedigree.TwinSet{{Zygosity: pedigree.Dizygotic, Members: []pedigree.ID{"he", "twin"}}}
	l := Arrange(f, Options{})
	if n := symbolsOf(l, "he"); n != 1 {
		t.Fatalf("%d symbols of a twin", n)
	}
	he, twin := nodeOf(t, l, "he"), nodeOf(t, l, "twin")
	for _, n := range l.Nodes {
		if n.Generation == he.Generation && min(he.X, twin.X) < n.X && n.X < max(he.X, twin.X) {
			t.Errorf("%s stands between the twins", n.ID)
		}
	}
}
