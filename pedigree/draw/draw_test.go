package draw_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kindred/internal/golden"
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
)

// The layouts of these masters are kept beside them, so that a better layout does not change how
// symbols are drawn.
func TestScenesOfOurFamilies(t *testing.T) {
	for _, name := range []string{"g10482", "everything", "cousins"} {
		data, err := os.ReadFile("testdata/" + name + ".layout.json")
		if err != nil {
			t.Fatal(err)
		}
		l := new(layout.Layout)
		if err := json.Unmarshal(data, l); err != nil {
			t.Fatal(err)
		}
		s := draw.Draw(readFamily(t, name), l, draw.Style{Measure: arial{}, Stamp: []string{"SAMPLE"}})
		golden.Assert(t, "testdata/"+name+".golden", []byte(s.Text()))
	}
}

func TestEveryElementHasAnIDOfItsOwn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := scene(families(t), draw.Style{Anonymise: rapid.Bool().Draw(t, "anonymise")})
		seen := map[string]bool{}
		for _, e := range s.Elements {
			if seen[e.ID] || e.Shape == nil {
				t.Fatalf("%s is drawn twice, or as nothing", e.ID)
			}
			seen[e.ID] = true
		}
	})
}

func TestEverythingDrawnIsOnThePage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := scene(families(t), draw.Style{Stamp: []string{"SAMPLE"}})
		for _, e := range s.Elements {
			b := draw.Extent(e.Shape, arial{})
			if b.Min.X < 0 || b.Min.Y < 0 || b.Max.X > s.Width || b.Max.Y > s.Height {
				t.Fatalf("%s reaches %v on a page of %v by %v", e.ID, b, s.Width, s.Height)
			}
		}
	})
}

func TestDrawingIsDeterministicAndChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := families(t)
		l := layout.Arrange(f, layout.Options{})
		before := f.Clone()
		one, two := draw.Draw(f, l, draw.Style{Measure: arial{}}), draw.Draw(f, l, draw.Style{Measure: arial{}})
		if one.Text() != two.Text() {
			t.Fatal("two drawings of one family differ")
		}
		if diff := cmp.Diff(before, f); diff != "" {
			t.Fatalf("drawing changed the family: %s", diff)
		}
	})
}

// A view changes only what differs, so an edit to one person must leave the others' ids alone.
func TestAnEditKeepsTheIDsOfEverybodyElse(t *testing.T) {
	f := readFamily(t, "g10482")
	old := scene(f, draw.Style{})
	edited := f.Clone()
	edited.Individual("13").Deceased = pedigree.Yes
	drawn := map[string]bool{}
	for _, e := range scene(edited, draw.Style{}).Elements {
		drawn[e.ID] = true
	}
	for _, e := range old.Elements {
		if e.Person != "13" && !drawn[e.ID] {
			t.Errorf("%s has gone", e.ID)
		}
	}
	if !drawn["ind:13/deceased"] {
		t.Error("the edit is not drawn")
	}
}

func TestScaleEnlargesEverything(t *testing.T) {
	f := readFamily(t, "g10482")
	one, two := scene(f, draw.Style{}), scene(f, draw.Style{Scale: 2})
	if two.Width != 2*one.Width || two.Height != 2*one.Height || two.People[3].Center.X != 2*one.People[3].Center.X {
		t.Errorf("%v by %v became %v by %v", one.Width, one.Height, two.Width, two.Height)
	}
	a, b := shape(one, "ind:10/label/1").(draw.Text), shape(two, "ind:10/label/1").(draw.Text)
	if b.Size != 2*a.Size || b.At.X != 2*a.At.X {
		t.Errorf("label %+v became %+v", a, b)
	}
}

func TestOddFamiliesAndLayoutsAreDrawnAllTheSame(t *testing.T) {
	for name, f := range map[string]*pedigree.Family{
		"nobody":        {},
		"twice":         {Individuals: []pedigree.Individual{{ID: "a"}, {ID: "a", Name: "again"}}},
		"own ancestor":  {Individuals: []pedigree.Individual{{ID: "a", Mother: "b"}, {ID: "b", Mother: "a"}}},
		"lost links":    {Individuals: []pedigree.Individual{{ID: "a", Mother: "x", Father: "y"}}, Unions: []pedigree.Union{{Partners: []pedigree.ID{"a", "z"}}}},
		"twins of none": {Individuals: []pedigree.Individual{{ID: "a"}}, Twins: []pedigree.TwinSet{{Members: []pedigree.ID{"q", "r"}}}},
	} {
		if s := scene(f, draw.Style{}); s.Width <= 0 || s.Height <= 0 {
			t.Errorf("%s: a page of %v by %v", name, s.Width, s.Height)
		}
	}
	broken := &layout.Layout{
		Nodes: []layout.Node{{ID: "a", Generation: -1}, {ID: "b"}}, Unions: [][2]int{{0, 7}, {-1, 0}, {1, 1}},
		Sibships: []layout.Sibship{{Parents: [2]int{9, 9}, Children: []int{0}}, {Parents: [2]int{0, -1}, Children: []int{1, 44}}, {Parents: [2]int{0, -1}, Children: []int{1}}},
	}
	if s := draw.Draw(&pedigree.Family{Individuals: []pedigree.Individual{{ID: "a"}}}, broken, draw.Style{}); len(s.People) != 1 {
		t.Errorf("people %+v", s.People)
	}
}

func TestNumbersRunAlongTheRowsInRomanGenerations(t *testing.T) {
	l := &layout.Layout{Nodes: []layout.Node{
		{ID: "r", X: 2}, {ID: "l", X: 1}, {ID: "?x", X: 0}, {ID: "k", Generation: 3}, {ID: "k", Generation: 3, X: 5, Duplicate: true}, {ID: "z", Generation: 3, X: 6},
	}}
	want := map[pedigree.ID]string{"l": "I-1", "r": "I-2", "k": "IV-1", "z": "IV-2"}
	if diff := cmp.Diff(want, draw.Numbers(l)); diff != "" {
		t.Error(diff)
	}
}

func TestTheFooterSaysWhoToldWhoDrewAndWhen(t *testing.T) {
	s := scene(readFamily(t, "g10482"), draw.Style{})
	want := "Family G10482 · told by Anna on 21-Nov-2026 · drawn by A Counsellor · changed on 22-Nov-2026 · 3 of 4 diagnoses confirmed"
	if got := strings.ReplaceAll(texts(s, "footer/"), " | ", " "); got != want {
		t.Errorf("footer %q, want %q", got, want)
	}
	hidden := scene(readFamily(t, "g10482"), draw.Style{HideNames: true})
	if got := texts(hidden, "footer/"); strings.Contains(got, "Anna") {
		t.Errorf("without names the footer is %q", got)
	}
	bare := scene(readFamily(t, "g10482"), draw.Style{NoFooter: true, NoKey: true})
	if got := texts(bare, "footer/") + texts(bare, "key"); got != "" {
		t.Errorf("left out, yet drawn: %q", got)
	}
}

func TestTheStampIsVisibleText(t *testing.T) {
	s := scene(readFamily(t, "g10482"), draw.Style{Stamp: []string{"SAMPLE", "EVALUATION, not for patient care"}})
	if got := texts(s, "stamp"); got != "SAMPLE · EVALUATION, not for patient care" {
		t.Errorf("got %q", got)
	}
}
