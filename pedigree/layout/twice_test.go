package layout

import (
	"fmt"
	"testing"

	"kindred/pedigree"
	"pgregory.net/rapid"
)

// cousins are first cousins with a child.
func cousins() *pedigree.Family {
	return family(
		person("gf", male, "", ""), person("gm", female, "", ""),
		person("uncle", male, "gf", "gm"), person("aunt", female, "", ""),
		person("mother", female, "gf", "gm"), person("father", male, "", ""),
		person("he", male, "uncle", "aunt"), person("his sister", female, "uncle", "aunt"),
		person("she", female, "father", "mother"), person("her brother", male, "father", "mother"),
		person("child", female, "he", "she"))
}

func choose(f *pedigree.Family, id pedigree.ID, choice pedigree.Answer) *pedigree.Family {
	g := f.Clone()
	g.Individual(id).DrawTwice = choice
	return g
}

// duplicates are the ids of those drawn again.
func duplicates(l *Layout) string {
	ids := ""
	for _, n := range l.Nodes {
		if n.Duplicate {
			ids += string(n.ID) + " "
		}
	}
	return ids
}

func TestALoopIsDrawnAsItsPersonsChoiceSays(t *testing.T) {
	f := cousins()
	if got := duplicates(Arrange(f, Options{})); got != "" {
		t.Fatalf("drawn again though a line costs nothing: %s", got)
	}
	twice := choose(f, "she", pedigree.Yes)
	l := Arrange(twice, Options{})
	if got := duplicates(l); got != "she " {
		t.Fatalf("drawn again: %q, want her", got)
	}
	if faults := check(twice, l); len(faults) > 0 {
		t.Error(faults)
	}
	for _, s := range l.Sibships {
		child := l.Nodes[s.Children[0]].ID
		for _, p := range s.Parents {
			if l.Nodes[p].ID == "she" && !l.Nodes[p].Duplicate {
				t.Errorf("the first symbol of her is still a parent of %s, so the loop is still closed", child)
			}
		}
	}
}

func TestAChoiceMadeLaterChangesTheDrawingThatIsContinued(t *testing.T) {
	f := cousins()
	before := Arrange(f, Options{})
	twice := choose(f, "he", pedigree.Yes)
	after := Arrange(twice, Options{Previous: before})
	if got := duplicates(after); got != "he " {
		t.Fatalf("drawn again: %q, want him", got)
	}
	again := Arrange(choose(f, "he", pedigree.No), Options{Previous: after})
	if got := duplicates(again); got != "" {
		t.Errorf("drawn again: %q, want nobody", got)
	}
	if faults := check(f, again); len(faults) > 0 {
		t.Error(faults)
	}
}

func TestNobodyInNoLoopIsDrawnTwiceByChoice(t *testing.T) {
	f := clinicFamily(40)
	for i := range f.Individuals {
		f.Individuals[i].DrawTwice = pedigree.Yes
	}
	if got := duplicates(Arrange(f, Options{})); got != "" {
		t.Errorf("drawn again: %s", got)
	}
}

func TestWhoeverChoseLinesIsNeverDrawnTwiceAndWhoeverChoseADuplicateClosesNoLoop(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFamily(t, 40)
		choices := map[pedigree.ID]pedigree.Answer{}
		for i := range f.Individuals {
			p := &f.Individuals[i]
			p.DrawTwice = rapid.SampledFrom([]pedigree.Answer{pedigree.NotAsked, pedigree.NotAsked, pedigree.Yes, pedigree.No}).Draw(t, "choice")
			choices[p.ID] = p.DrawTwice
		}
		l := Arrange(f, Options{})
		if faults := check(f, l); len(faults) > 0 {
			t.Fatal(faults)
		}
		for _, n := range l.Nodes {
			if n.Duplicate && choices[n.ID] == pedigree.No {
				t.Fatalf("%s is drawn again", n.ID)
			}
		}
		for _, c := range build(f).components() {
			c.assignRows(nil)
			h := c.with(c.found(false).splits)
			for p := range h.nodes[:len(c.nodes)] {
				for _, m := range h.nodes[p].matings {
					if h.nodes[p].twice == pedigree.Yes && h.splittable(p, m) && h.loopThrough(p, m) {
						t.Fatalf("a loop runs through %s, who is to be drawn twice", h.nodes[p].id)
					}
				}
			}
		}
	})
}

func TestAManOfManyWivesStandsBetweenTwoOfThemEachTime(t *testing.T) {
	f := family(person("he", male, "", ""))
	for i := range 6 {
		w := pedigree.ID(fmt.Sprintf("w%d", i))
		f.Individuals = append(f.Individuals, person(w, female, "", ""), person("c"+w, female, "he", w))
	}
	l := Arrange(f, Options{})
	if got := duplicates(l); got != "he he " {
		t.Errorf("drawn again: %q, want him twice: two wives at each symbol\n%s", got, text(l))
	}
	if faults := check(f, l); len(faults) > 0 {
		t.Error(faults)
	}
	for _, s := range l.Sibships {
		a, b := l.Nodes[s.Parents[0]], l.Nodes[s.Parents[1]]
		if d := b.X - a.X; d > 1.5 || d < -1.5 {
			t.Errorf("%s and %s are %.1f apart", a.ID, b.ID, d)
		}
	}
}
