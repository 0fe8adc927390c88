package pedigreeview

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kindred/pedigree"
	"kindred/pedigree/draw"
)

// menu is what the open menu offers.
func (o *opened) menu() (pop *widget.PopUpMenu, words []string) {
	o.t.Helper()
	pop, ok := o.window().Focused().(*widget.PopUpMenu)
	if !ok {
		o.t.Fatalf("no menu is open; said %q", o.said)
	}
	for _, item := range pop.Items {
		for _, part := range test.WidgetRenderer(item.(fyne.Widget)).Objects() {
			if text, ok := part.(*canvas.Text); ok {
				words = append(words, text.Text)
				break
			}
		}
	}
	return pop, words
}

// pick chooses the item of the open menu that begins so, with the keys of a menu.
func (o *opened) pick(words string) {
	o.t.Helper()
	pop, items := o.menu()
	at := slices.IndexFunc(items, func(item string) bool { return strings.HasPrefix(item, words) })
	if at < 0 {
		o.t.Fatalf("%q is not among %q", words, items)
	}
	for range at + 1 {
		pop.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	pop.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	o.settle()
}

// shift holds Shift down for keys of the canvas.
func (o *opened) shift(keys ...any) {
	o.t.Helper()
	o.canvas.Modifiers = func() fyne.KeyModifier { return fyne.KeyModifierShift }
	o.press(keys...)
	o.canvas.Modifiers = func() fyne.KeyModifier { return 0 }
}

func TestSeveralPeopleAreSetInOneEdit(t *testing.T) {
	o := open(t, anna())
	o.Select("m")
	o.press('.', fyne.KeyLeft, fyne.KeyLeft, '.')
	if got := o.canvas.Group(); !sameGroup(got, []pedigree.ID{"m", "j"}) {
		t.Fatalf("selected %q; said %q", got, o.said)
	}
	o.press(fyne.KeyReturn)
	o.pick("Well")
	if o.person("m").Well != pedigree.Yes || o.person("j").Well != pedigree.Yes || o.person("1").Well != pedigree.NotAsked {
		t.Error("well is not set for the two, and for them alone")
	}
	if !strings.Contains(o.said, "Set 2 people: well") {
		t.Errorf("said %q", o.said)
	}
	o.press(fyne.KeyReturn)
	o.pick("No details")
	if !o.person("m").NoDetails || o.person("m").Well != pedigree.NotAsked {
		t.Error("no details and well are two different things")
	}
	_, _ = o.session.Undo()
	_, _ = o.session.Undo()
	if o.person("m").Well != pedigree.NotAsked || o.person("j").Well != pedigree.NotAsked {
		t.Error("one undo does not take back what was set for all")
	}
	o.press(fyne.KeyEscape)
	if len(o.canvas.Group()) != 0 {
		t.Error("Esc does not end the selection of several")
	}
}

func TestTheStarSelectsTheSiblingsAndThenTheGeneration(t *testing.T) {
	o := open(t, anna())
	o.Select("m")
	o.press('*')
	if got := o.canvas.Group(); !sameGroup(got, []pedigree.ID{"m", "j"}) {
		t.Errorf("siblings: %q", got)
	}
	o.press('*')
	if got := o.canvas.Group(); !sameGroup(got, []pedigree.ID{"m", "j", "f"}) {
		t.Errorf("generation: %q", got)
	}
}

func TestWellIsNotSetForSomebodyWithADiagnosis(t *testing.T) {
	o := open(t, anna())
	o.Select("g2")
	o.press('.', fyne.KeyReturn)
	o.pick("Well")
	if o.person("g2").Well != pedigree.NotAsked || !strings.Contains(o.said, "Nothing was set") {
		t.Errorf("well is %v, said %q", o.person("g2").Well, o.said)
	}
}

func TestSeveralPeopleAreRemovedInOneEdit(t *testing.T) {
	o := open(t, &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "1", Name: "Anna", Mother: "2", Father: "3", Consultand: true},
		{ID: "2", Name: "Mary"},
		{ID: "3", Name: "Tom"},
		{ID: "4", Mother: "2", Father: "3"},
		{ID: "5", Mother: "2", Father: "3"},
	}})
	o.canvas.SetGroup([]pedigree.ID{"4", "5"})
	o.press(fyne.KeyDelete)
	if n := len(o.session.now.Individuals); n != 3 || len(o.session.reasons) != 1 {
		t.Errorf("%d people are left after %d edits; said %q", n, len(o.session.reasons), o.said)
	}
}

func TestShiftAndAnArrowMoveASiblingUnlessDatesDecide(t *testing.T) {
	f := anna()
	o := open(t, f)
	o.Select("1")
	x := func(id pedigree.ID) float64 { return o.canvas.symbols[o.canvas.indexOf(id)].shape.left }
	if x("1") > x("l") {
		t.Fatal("Anna should stand left of Lee")
	}
	o.shift(fyne.KeyRight)
	if x("1") < x("l") || o.Selected() != "1" {
		t.Errorf("Anna did not move past Lee, or the selection went to %q; said %q", o.Selected(), o.said)
	}
	o.shift(fyne.KeyLeft)
	if x("1") > x("l") {
		t.Error("Anna did not move back")
	}
	edit := o.session.now.Clone()
	edit.Individual("1").Born, edit.Individual("l").Born = pedigree.ParseFuzzy("1984"), pedigree.ParseFuzzy("1987")
	o.session.now = edit
	o.Reload()
	o.settle()
	o.shift(fyne.KeyRight)
	if !strings.Contains(o.said, "dates of birth decide") {
		t.Errorf("said %q", o.said)
	}
}

func TestPinsAreListedAndReleasedByKey(t *testing.T) {
	o := open(t, anna())
	o.press('g')
	if !strings.Contains(o.said, "Nobody was placed by hand") {
		t.Errorf("said %q", o.said)
	}
	edit := o.session.now.Clone()
	at := 4.0
	edit.Individual("j").Pin, edit.Individual("l").Pin = &at, &at
	o.session.now = edit
	o.Reload()
	o.settle()
	if !o.tools.pinned.Visible() || !strings.HasPrefix(o.tools.pinned.Words, "2 placed by hand") {
		t.Errorf("the toolbar says %q", o.tools.pinned.Words)
	}
	o.Select("l")
	o.press('g')
	if _, items := o.menu(); !slices.Equal(items, []string{"Release Lee", "Release all 2", "Go to Joan"}) {
		t.Errorf("the menu offers %q", items)
	}
	o.pick("Release Lee")
	if o.person("l").Pin != nil || o.person("j").Pin == nil {
		t.Error("not Lee alone was released")
	}
	o.press('g')
	o.pick("Release all")
	if o.person("j").Pin != nil || o.tools.pinned.Visible() {
		t.Error("not all were released")
	}
}

func TestABranchIsHiddenByKeyWithItsNumberAndShownByTheSameKey(t *testing.T) {
	o := open(t, anna())
	o.Select("1")
	o.press('d', 'h') // a daughter, and the branch below or above
	if _, items := o.menu(); !slices.Equal(items, []string{"Hide 1 person below Anna", "Hide 6 people above Anna"}) {
		t.Fatalf("the menu offers %q", items)
	}
	o.pick("Hide 6 people above")
	if o.canvas.indexOf("m") >= 0 || o.hiddenPeople() != 6 || len(o.session.now.Individuals) != 9 {
		t.Errorf("hidden %d of %d; said %q", o.hiddenPeople(), len(o.session.now.Individuals), o.said)
	}
	if !o.tools.folded.Visible() || !strings.HasPrefix(o.tools.folded.Words, "6 hidden") {
		t.Errorf("the toolbar says %q", o.tools.folded.Words)
	}
	words := ""
	for _, e := range o.Scene().Elements {
		words += e.ID + "=" + textOf(e.Shape) + "\n"
	}
	for _, want := range []string{"=+6\n", "6 people are hidden in this drawing"} {
		if !strings.Contains(words, want) {
			t.Errorf("the drawing does not say %q", want)
		}
	}
	o.press('h')
	if o.canvas.indexOf("m") < 0 || o.tools.folded.Visible() {
		t.Error("the same key does not show them again")
	}
	o.press('h')
	o.pick("Hide 1 person below")
	o.press('a')
	if o.hiddenPeople() != 0 {
		t.Error("A does not show all")
	}
}

func TestSomebodyAddedToAHiddenBranchBringsItIntoSight(t *testing.T) {
	o := open(t, anna())
	o.Select("1")
	o.press('d', 'h')
	o.pick("Hide 1 person below")
	o.press('n')
	if o.hiddenPeople() != 0 {
		t.Errorf("%d are hidden, and with them the son just added", o.hiddenPeople())
	}
}

func TestFindingSomebodyHiddenSaysSo(t *testing.T) {
	o := open(t, anna())
	o.Select("m")
	o.press('h') // only above: below is the patient
	if o.hiddenPeople() == 0 {
		t.Fatalf("nobody is hidden; said %q", o.said)
	}
	o.finder.open()
	o.finder.line.SetText("joan")
	if o.Selected() == "j" || !strings.Contains(o.said, "hidden") {
		t.Errorf("selected %q, said %q", o.Selected(), o.said)
	}
}

func textOf(s draw.Shape) string {
	if t, ok := s.(draw.Text); ok {
		return t.String
	}
	return ""
}
