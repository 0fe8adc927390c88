package amend

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree"
)

// brood is two parents with children of these names; of a name with a year the birth is known.
func brood(names ...string) *pedigree.Family {
	f := &pedigree.Family{Individuals: []pedigree.Individual{{ID: "mum"}, {ID: "dad"}}}
	for _, name := range names {
		id, year, dated := strings.Cut(name, " ")
		p := pedigree.Individual{ID: pedigree.ID(id), Name: id, Mother: "mum", Father: "dad"}
		if dated {
			p.Born = pedigree.ParseFuzzy(year)
		}
		f.Individuals = append(f.Individuals, p)
	}
	return f
}

func TestASiblingMovesByOnePlaceWhereNoDateDecides(t *testing.T) {
	for name, c := range map[string]struct {
		family []string
		twins  []pedigree.ID
		who    pedigree.ID
		step   int
		want   string // the siblings from the left, or what the error says
	}{
		"left":                               {family: []string{"a", "b", "c"}, who: "c", step: -1, want: "a c b"},
		"right":                              {family: []string{"a", "b", "c"}, who: "a", step: 1, want: "b a c"},
		"first already":                      {family: []string{"a", "b"}, who: "a", step: -1, want: "first of the siblings"},
		"last already":                       {family: []string{"a", "b"}, who: "b", step: 1, want: "last of the siblings"},
		"alone":                              {family: []string{"a"}, who: "a", step: 1, want: "no full siblings"},
		"dates decide":                       {family: []string{"a 1950", "b 1952"}, who: "b", step: -1, want: "born before"},
		"one date does not":                  {family: []string{"a 1950", "b"}, who: "b", step: -1, want: "b a"},
		"as drawn, not as typed":             {family: []string{"a 1950", "b", "c 1940"}, who: "b", step: -1, want: "b c a"},
		"a twin takes the other along":       {family: []string{"a", "b", "c"}, twins: []pedigree.ID{"b", "c"}, who: "c", step: -1, want: "b c a"},
		"past twins, not between them":       {family: []string{"a", "b", "c"}, twins: []pedigree.ID{"b", "c"}, who: "a", step: 1, want: "b c a"},
		"twins who stand apart in the order": {family: []string{"a", "b", "c", "d"}, twins: []pedigree.ID{"b", "d"}, who: "c", step: -1, want: "a c b d"},
	} {
		t.Run(name, func(t *testing.T) {
			f := brood(c.family...)
			if c.twins != nil {
				f.Twins = []pedigree.TwinSet{{Members: c.twins}}
			}
			err := ShiftSibling(f, c.who, c.step)
			if err != nil {
				if !strings.Contains(err.Error(), c.want) {
					t.Errorf("refused: %v, want %q", err, c.want)
				}
				return
			}
			var got []string
			for _, id := range bornInOrder(f, sibship(f, c.who)) {
				got = append(got, string(id))
			}
			if words := strings.Join(got, " "); words != c.want {
				t.Errorf("%s, want %s", words, c.want)
			}
		})
	}
}

// Property: a step there and one back is where it began, and nobody is lost.
func TestAStepAmongSiblingsCanBeTakenBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := []string{"a", "b", "c", "d"}[:rapid.IntRange(2, 4).Draw(t, "siblings")]
		f := brood(names...)
		who := pedigree.ID(rapid.SampledFrom(names).Draw(t, "who"))
		before := f.Clone()
		step := rapid.SampledFrom([]int{-1, 1}).Draw(t, "step")
		if ShiftSibling(f, who, step) != nil {
			return
		}
		if err := ShiftSibling(f, who, -step); err != nil {
			t.Fatal(err)
		}
		same := func(a, b pedigree.Individual) bool { return a.ID == b.ID }
		if !slices.EqualFunc(before.Individuals, f.Individuals, same) {
			t.Fatalf("began as %v, is %v", before.Individuals, f.Individuals)
		}
	})
}

func TestMovingASiblingReleasesThePinThatWouldHoldTheSymbol(t *testing.T) {
	f := brood("a", "b")
	must(t, SetPin(f, "b", 3))
	must(t, ShiftSibling(f, "b", -1))
	if f.Individual("b").Pin != nil {
		t.Error("still pinned")
	}
}

func TestABranchIsHiddenAndShownAgain(t *testing.T) {
	f := brood("a", "b")
	f.Individuals = append(f.Individuals, pedigree.Individual{ID: "c", Mother: "b"}, pedigree.Individual{ID: "d", Mother: "c"})
	must(t, HideBranch(f, "b", pedigree.FoldBelow))
	if n := f.Folded().HiddenPeople(); n != 2 {
		t.Errorf("%d people are hidden, want 2", n)
	}
	if HideBranch(f, "a", pedigree.FoldBelow) == nil {
		t.Error("a branch of nobody was hidden")
	}
	BringIntoSight(f, "d")
	if n := f.Folded().HiddenPeople(); n != 0 {
		t.Errorf("%d people are still hidden", n)
	}
	must(t, HideBranch(f, "b", pedigree.FoldBelow))
	must(t, ShowBranches(f, "b"))
	if f.Individual("b").Fold != "" {
		t.Error("still folded")
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
