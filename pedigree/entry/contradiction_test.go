package entry

import (
	"slices"
	"strings"
	"testing"

	"kindred/pedigree"
)

// after enters lines about Anna, parted by bars, and gives the family and what the last line pointed at.
func after(t *testing.T, lines string) (*pedigree.Family, *Statement) {
	t.Helper()
	f, ids := anna(), counter()
	all := strings.Split(lines, " | ")
	enterAll(t, f, ids, all[:len(all)-1]...)
	last := Parse(all[len(all)-1], f, "1")
	if _, err := last.Apply(f, pedigree.Provenance{}, ids); err != nil {
		t.Fatalf("%s: %v", lines, err)
	}
	return f, last
}

func called(f *pedigree.Family, name string) *pedigree.Individual {
	for i := range f.Individuals {
		if f.Individuals[i].Name == name {
			return &f.Individuals[i]
		}
	}
	return &pedigree.Individual{}
}

func TestNoneAndARelativeAreNeverBothRecorded(t *testing.T) {
	for _, c := range []struct {
		lines     string
		childless pedigree.Childless
		children  pedigree.Answer
		notes     string
	}{
		{"no children", pedigree.NoChildren, pedigree.No, ""},
		{"dau Mia 9 | no children", "", pedigree.NotAsked, "no children"},
		{"dau Mia 9 | infertile", "", pedigree.NotAsked, "infertile"},
		{"no children | dau Mia 9", "", pedigree.NotAsked, ""},
		{"infertile | dau Mia 9", "", pedigree.NotAsked, "infertile"},
		{"no children | misc 10w", pedigree.NoChildren, pedigree.No, ""},
		{"misc 10w | no children", pedigree.NoChildren, pedigree.No, ""},
	} {
		f, last := after(t, c.lines)
		p := f.Individual("1")
		if p.Childless != c.childless || p.Asked[pedigree.AskedChildren] != c.children || strings.Join(p.Notes, "; ") != c.notes {
			t.Errorf("%s: %q, asked %v, notes %q", c.lines, p.Childless, p.Asked[pedigree.AskedChildren], p.Notes)
		}
		if pointed := len(last.Trouble) > 0; pointed != (c.childless == "") {
			t.Errorf("%s: pointed at %v", c.lines, last.Trouble)
		}
	}
	f, last := after(t, "no sisters | s Jane")
	if f.Individual("1").Asked[pedigree.AskedSisters] != pedigree.NotAsked || len(last.Trouble) != 1 {
		t.Errorf("a sister after none: %v, %v", f.Individual("1").Asked, last.Trouble)
	}
}

func TestTheNameBehindTripletsIsNotTheSubjects(t *testing.T) {
	f, _ := after(t, "triplets Bea 41")
	if f.Individual("1").Name != "Anna" || called(f, "Bea").Age.Words != "41" || len(f.Twins) != 1 || len(f.Twins[0].Members) != 3 {
		t.Errorf("%s, %v, %v", f.Individual("1").Name, called(f, "Bea").Age, f.Twins)
	}
}

func TestAParentNamedLaterIsTakenOrPointedAt(t *testing.T) {
	for _, c := range []struct{ lines, child, parent, notes string }{
		{"mat cousin Lucy < ? | mat aunt Joan | mat cousin Lucy 40 < Joan", "Lucy", "Joan", ""},
		{"mat cousin Lucy < ? | mat cousin Lucy 40 < Joan", "Lucy", "Joan", ""},
		{"b Tom | niece Zoe < ? | niece Zoe < Tom", "Zoe", "Tom", ""},
		{"partner Raj | dau Mia < ? | dau Mia < Raj", "Mia", "Raj", ""},
		{"partner Raj | ex Paul | dau Mia < Raj | dau Mia < Paul", "Mia", "Raj", "< Paul"},
		{"mat aunt Joan | mat aunt Ivy | mat cousin Lucy < Joan | mat cousin Lucy < Ivy", "Lucy", "Joan", "< Ivy"},
	} {
		f, last := after(t, c.lines)
		child := called(f, c.child)
		if parent := called(f, c.parent).ID; parent == "" || child.Mother != parent && child.Father != parent {
			t.Errorf("%s: the child of %s and %s, not %s", c.lines, child.Mother, child.Father, c.parent)
		}
		if strings.Join(child.Notes, "; ") != c.notes || (len(last.Trouble) > 0) != (c.notes != "") {
			t.Errorf("%s: notes %q, pointed at %v", c.lines, child.Notes, last.Trouble)
		}
		if wrong := contradictions(f); len(wrong) > 0 {
			t.Errorf("%s: %v", c.lines, wrong)
		}
		if blank := slices.ContainsFunc(f.Individuals, func(p pedigree.Individual) bool {
			return !p.Known() && p.Mother != "" && p.ID != "1" && len(f.ChildrenOf(p.ID)) == 0
		}); blank {
			t.Errorf("%s: the unknown parent is left without a child", c.lines)
		}
	}
}

func TestPositionDecidesWhatAShortWordSays(t *testing.T) {
	for line, want := range map[string]string{
		"dau Bo 40":         "Daughter Bo, 40",
		"s BO 45":           "Sister, bilateral oophorectomy at 45",
		"twin dz br 40":     "Non-identical twin, breast cancer at 40, reported",
		"mz twin Ann":       "Identical twin Ann",
		"dz twin b Tom":     "Non-identical twin brother Tom",
		"2 sons 1 dau":      `Two sons; note: "1 dau"`,
		"s x0":              `Sister; note: "x0"`,
		"s Jane br x 44 48": `Sister Jane; note: "br x 44 48"`,
	} {
		if got := Parse(line, anna(), "1").Sentence; got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

func TestAnIllnessOfAGroupIsPointedAt(t *testing.T) {
	if _, last := after(t, "mat aunt x3 br 50"); len(last.Trouble) != 1 {
		t.Errorf("pointed at %v", last.Trouble)
	}
	if _, last := after(t, "mat aunt x3 well"); len(last.Trouble) != 0 {
		t.Errorf("pointed at %v", last.Trouble)
	}
}
