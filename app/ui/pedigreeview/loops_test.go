package pedigreeview

import (
	"testing"

	"kindred/app/ui/keymap"
	"kindred/pedigree"
)

// cousins is an invented family whose cousins have a child together.
func cousins() *pedigree.Family {
	return &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "gf", Sex: pedigree.Male},
		{ID: "gm", Sex: pedigree.Female},
		{ID: "a", Sex: pedigree.Male, Mother: "gm", Father: "gf"},
		{ID: "b", Sex: pedigree.Female, Mother: "gm", Father: "gf"},
		{ID: "aw", Sex: pedigree.Female},
		{ID: "bh", Sex: pedigree.Male},
		{ID: "ac", Sex: pedigree.Male, Mother: "aw", Father: "a"},
		{ID: "bc", Sex: pedigree.Female, Mother: "b", Father: "bh"},
		{ID: "child", Sex: pedigree.Female, Mother: "bc", Father: "ac", Consultand: true},
	}}
}

func TestThoseBetweenRelatedPartnersAreInALoopAndNobodyElse(t *testing.T) {
	f := cousins()
	for id, want := range map[pedigree.ID]bool{
		"a": true, "b": true, "ac": true, "bc": true, "gf": false, "aw": false, "bh": false, "child": false,
	} {
		if got := isInLoop(f, id); got != want {
			t.Errorf("%s in a loop: %v, want %v", id, got, want)
		}
	}
	for _, id := range []pedigree.ID{"1", "m", "g1"} {
		if isInLoop(anna(), id) {
			t.Errorf("%s is said to be in a loop of a family without one", id)
		}
	}
}

func TestAKeyDrawsSomebodyInALoopTwiceAndOnceAgain(t *testing.T) {
	o := open(t, cousins())
	o.Select("bc")
	before := isDrawnTwice(o.Layout(), "bc")
	o.press('2')
	if got := isDrawnTwice(o.Layout(), "bc"); got == before {
		t.Errorf("drawn twice: %v, as before; the choice is %v", got, o.person("bc").DrawTwice)
	}
	o.press('2')
	if got := isDrawnTwice(o.Layout(), "bc"); got != before {
		t.Errorf("drawn twice: %v after the key was pressed again", got)
	}
	if o.person("bc").DrawTwice == pedigree.NotAsked {
		t.Error("the choice is not kept")
	}
}

func TestWhoIsInNoLoopIsNotDrawnTwice(t *testing.T) {
	o := open(t, anna())
	before := o.session.now
	o.Command(keymap.DrawTwice)
	if o.session.now != before || o.said == "" {
		t.Errorf("the family changed, or nothing was said: %q", o.said)
	}
}
