package pedigreeview

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
	"kindred/pedigree"
)

// beginning of a family: nobody but the patient.
func newFamily() *pedigree.Family {
	return &pedigree.Family{
		Format: pedigree.Format, Version: pedigree.FormatVersion, AsOf: "2026-11-21", Sample: true,
		Individuals: []pedigree.Individual{{ID: "1", Proband: true, Consultand: true}},
		Patients:    []pedigree.Patient{{ID: "pa", Individual: "1"}},
	}
}

// typing is a family with the keyboard in the entry line.
func typing(t *testing.T, f *pedigree.Family) *opened {
	t.Helper()
	o := open(t, f)
	o.canvas.Modifiers = func() fyne.KeyModifier { return 0 }
	o.press(' ')
	if !o.entry.field.focused {
		t.Fatal("Space does not go to the entry line")
	}
	return o
}

// types presses the keys of a text, and then named keys, in the entry line, each drawn before the next.
func (o *opened) types(text string, then ...fyne.KeyName) {
	o.t.Helper()
	for _, r := range text {
		o.entry.field.TypedRune(r)
		o.settle()
	}
	for _, k := range then {
		o.entry.field.TypedKey(&fyne.KeyEvent{Name: k})
		o.settle()
	}
}

// named is the one person of a name.
func (o *opened) named(name string) *pedigree.Individual {
	o.t.Helper()
	for i := range o.session.now.Individuals {
		if o.session.now.Individuals[i].Name == name {
			return &o.session.now.Individuals[i]
		}
	}
	o.t.Fatalf("nobody is called %s: %s", name, names(o.session.now))
	return nil
}

func names(f *pedigree.Family) string {
	var all []string
	for i := range f.Individuals {
		all = append(all, f.Individuals[i].Name)
	}
	return strings.Join(all, ", ")
}

// ghostly are the people drawn who are not in the family.
func (o *opened) ghostly() (n int) {
	for _, s := range o.canvas.symbols {
		if o.session.now.Individual(s.person) == nil {
			n++
		}
	}
	return n
}

func TestANewFamilyOpensInTheEntryLineAndAnyOtherOnThePedigree(t *testing.T) {
	o := begun(t, newFamily())
	o.Resume()
	if !o.entry.field.focused || o.Hints()[0].Key != "Enter" {
		t.Errorf("a new family: the line has the keyboard: %v, hints %v", o.entry.field.focused, o.Hints())
	}
	o = begun(t, anna())
	o.Resume()
	if o.entry.field.focused {
		t.Error("a family with people opens in the line")
	}
}

func TestEnterKeepsWhomTheLineIsAboutAndTabMovesToWhoWasEntered(t *testing.T) {
	o := typing(t, newFamily())
	o.types("m Carol 66", fyne.KeyReturn)
	if got := o.named("Carol").ID; o.person("1").Mother != got || o.Selected() != "1" {
		t.Fatalf("after Enter: the mother is %q of %s, selected %q", o.person("1").Mother, names(o.session.now), o.Selected())
	}
	o.types("", fyne.KeyTab)
	if got := o.Selected(); got != o.named("Carol").ID {
		t.Fatalf("Tab in the empty line goes to %q", got)
	}
	o.types("s Joan 64", fyne.KeyTab)
	if got := o.Selected(); got != o.named("Joan").ID || o.person(got).Mother != o.named("Carol").Mother {
		t.Errorf("Tab enters the sister of the mother and goes there: selected %q", got)
	}
	o.canvas.Modifiers = func() fyne.KeyModifier { return fyne.KeyModifierShift }
	o.types("", fyne.KeyTab)
	if got := o.Selected(); got != o.named("Carol").ID {
		t.Errorf("Shift+Tab goes back to %q", got)
	}
	o.types("@", fyne.KeyReturn)
	if got := o.Selected(); got != "1" {
		t.Errorf("@ goes to %q, not to the patient", got)
	}
	o.types("@ Joan", fyne.KeyReturn)
	if got := o.Selected(); got != o.named("Joan").ID {
		t.Errorf("@ Joan goes to %q", got)
	}
	o.types("@ mother", fyne.KeyReturn)
	if got := o.Selected(); got != o.named("Carol").ID {
		t.Errorf("@ mother goes to %q", got)
	}
	if people := len(o.session.now.Individuals); o.session.refused != 0 || people < 3 {
		t.Errorf("%d edits refused, %d people", o.session.refused, people)
	}
}

func TestGhostsFollowWhatIsTypedAndVanish(t *testing.T) {
	for name, leave := range map[string]func(*opened){
		"Escape": func(o *opened) { o.types("", fyne.KeyEscape) },
		"an empty line": func(o *opened) {
			o.types("", fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
		},
		"the other eyes": func(o *opened) { o.SetPatientView(true, "pa"); o.settle() },
	} {
		o := typing(t, anna())
		before := o.session.now
		o.types("b Jo")
		if o.ghostly() != 1 {
			t.Fatalf("%d ghosts for a brother that is typed", o.ghostly())
		}
		leave(o)
		if n := o.ghostly(); n != 0 || o.session.now != before {
			t.Errorf("after %s %d ghosts are left", name, n)
		}
	}
	o := typing(t, anna())
	o.types("b Jo", fyne.KeyReturn)
	if o.ghostly() != 0 || o.canvas.indexOf(o.named("Jo").ID) < 0 {
		t.Error("once entered, the ghost is not a person")
	}
}

func TestAFactOfSomebodyWhoIsThereShowsOnTheirSymbolBeforeEnter(t *testing.T) {
	o := typing(t, anna())
	o.types("m Mary 71")
	label := ""
	for _, it := range o.canvas.display.items {
		if words := wordsOf(it.element.Shape); strings.Contains(words, "71") && it.element.Person == "m" {
			label = words
		}
	}
	if label == "" || o.person("m").Age.String() == "71" {
		t.Errorf("the mother's new age is not on her symbol, or was entered already: %q", label)
	}
}

func TestPeopleWhoAreThereStandStillWhileALineIsTypedAndTakenAway(t *testing.T) {
	o := typing(t, anna())
	where := func(id pedigree.ID) fyne.Position {
		at := o.canvas.view.toScreen(o.canvas.symbols[o.canvas.indexOf(id)].shape.centre())
		return fyne.NewPos(float32(at.X), float32(at.Y))
	}
	before := where("1")
	o.types("b Jo")
	if now := where("1"); now.Subtract(before).X > 1 || now.Subtract(before).X < -1 {
		t.Errorf("the patient went from %v to %v", before, now)
	}
}

func TestALineThatAsksIsNotEnteredBeforeAnAnswer(t *testing.T) {
	o := typing(t, anna())
	before := o.session.now
	o.types("aunt Pat 60", fyne.KeyReturn)
	if o.session.now != before {
		t.Fatal("entered although the side is open")
	}
	if !o.entry.asking || len(o.entry.box.answers.Objects) < 3 {
		t.Fatalf("the answers are not shown: %d", len(o.entry.box.answers.Objects))
	}
	o.types("1")
	pat := o.named("Pat")
	if pat.Mother != "g2" {
		t.Errorf("1, the mother's side, makes Pat a child of %q", pat.Mother)
	}
}

func TestEnterTwiceLeavesTheQuestionOpen(t *testing.T) {
	o := typing(t, anna())
	o.types("aunt Pat 60", fyne.KeyReturn, fyne.KeyReturn)
	if pat := o.named("Pat"); pat.Mother == "g2" || pat.Mother == o.person("f").Mother && pat.Mother != "" {
		t.Errorf("the side was guessed: mother %q", pat.Mother)
	}
}

func TestTypingOnLeavesTheQuestionOpenAndBeginsTheNextLine(t *testing.T) {
	o := typing(t, anna())
	o.types("aunt Pat 60", fyne.KeyReturn)
	o.types("s Zoe 30")
	if pat := o.named("Pat"); pat.Mother == "g2" {
		t.Error("the side was guessed")
	}
	if got := o.entry.field.Text; got != "s Zoe 30" {
		t.Errorf("the line is %q, want what was typed after Enter", got)
	}
	o.types("", fyne.KeyReturn)
	o.named("Zoe")
}

func TestTabGoesThroughTheAnswersAndEscapeBringsTheTypedLineBack(t *testing.T) {
	o := typing(t, anna())
	o.types("aunt Pat 60", fyne.KeyTab)
	first := o.entry.field.Text
	o.types("", fyne.KeyTab)
	if second := o.entry.field.Text; first == second || first == "aunt Pat 60" {
		t.Errorf("Tab shows %q and then %q", first, second)
	}
	o.types("", fyne.KeyEscape)
	if got := o.entry.field.Text; got != "aunt Pat 60" {
		t.Errorf("Escape leaves %q", got)
	}
	o.types("", fyne.KeyDown, fyne.KeyReturn)
	if got := o.named("Pat"); got.Mother != "g2" {
		t.Errorf("the first answer makes Pat a child of %q", got.Mother)
	}
}

func TestTheLineStaysUntilItIsOnTheDiskAndTheNextCanBeTypedAtOnce(t *testing.T) {
	o := typing(t, anna())
	o.session.disk = []func(error){}
	o.types("b Jo", fyne.KeyReturn)
	if got := o.entry.field.Text; got != "b Jo" {
		t.Errorf("before it is durable the field shows %q", got)
	}
	o.types("s A")
	if got := o.entry.field.Text; got != "s A" {
		t.Errorf("the next line reads %q", got)
	}
	o.session.disk[0](nil)
	o.settle()
	if got := o.entry.field.Text; got != "s A" {
		t.Errorf("the disk took %q away", got)
	}
	o.types("nn", fyne.KeyReturn)
	o.session.disk[1](nil)
	o.settle()
	if got := o.entry.field.Text; got != "" {
		t.Errorf("after it is durable the field shows %q", got)
	}
}

func TestNothingTypedIsLostWhenItCannotBeSaved(t *testing.T) {
	o := typing(t, anna())
	o.session.disk = []func(error){}
	before := o.session.now
	full := errors.New("no space left on device")
	o.types("b Jo", fyne.KeyReturn)
	o.types("s Ann", fyne.KeyReturn)
	o.types("dau E")
	o.session.now = before // as the session does
	o.session.disk[0](full)
	o.session.disk[1](full)
	o.settle()
	if got := o.entry.field.Text; got != "dau E" {
		t.Fatalf("what is being typed became %q", got)
	}
	if !strings.Contains(o.entry.box.shown.warning, "no space left") {
		t.Errorf("the line says %q", o.entry.box.shown.warning)
	}
	o.session.disk = nil
	o.types("", fyne.KeyReturn)
	for _, want := range []string{"b Jo", "s Ann", ""} {
		if got := o.entry.field.Text; got != want {
			t.Fatalf("the field offers %q, want %q", got, want)
		}
		o.types("", fyne.KeyReturn)
	}
	o.named("E")
	o.named("Jo")
	o.named("Ann")
}

func TestWhatIsTypedAndNotEnteredIsKeptAsANoteWhenTheFamilyIsClosed(t *testing.T) {
	o := typing(t, anna())
	o.types("mat aunt Jo")
	o.Leave()
	if notes := o.person("1").Notes; len(notes) != 1 || !strings.Contains(notes[0], "mat aunt Jo") {
		t.Errorf("the notes are %q", notes)
	}
}

func TestUndoInTheEmptyLineTakesBackTheLastEntryAndInTypedTextTheTyping(t *testing.T) {
	o := typing(t, anna())
	o.types("b Jo", fyne.KeyReturn)
	o.types("s")
	o.entry.field.TypedShortcut(&fyne.ShortcutUndo{})
	o.settle()
	o.named("Jo")
	if got := o.entry.field.Text; got != "" {
		t.Errorf("undo of the typing leaves %q", got)
	}
	o.entry.field.TypedShortcut(&fyne.ShortcutUndo{})
	o.settle()
	if len(o.session.now.Individuals) != 7 {
		t.Errorf("after undo: %s", names(o.session.now))
	}
}

func TestTheArrowsBringEarlierLinesBack(t *testing.T) {
	o := typing(t, anna())
	o.types("b Jo", fyne.KeyReturn)
	o.types("s Ann", fyne.KeyReturn)
	o.types("", fyne.KeyUp, fyne.KeyUp)
	if got := o.entry.field.Text; got != "b Jo" {
		t.Errorf("two up: %q", got)
	}
	o.types("", fyne.KeyDown, fyne.KeyDown)
	if got := o.entry.field.Text; got != "" {
		t.Errorf("and two down: %q", got)
	}
}

func TestTroublePointsAtTheWord(t *testing.T) {
	o := typing(t, anna())
	o.types("mat aunt Joan 66 zzyzx")
	marks := 0
	for _, m := range o.entry.box.marks {
		if m.Visible() {
			marks++
		}
	}
	if s := o.entry.box.shown; marks == 0 || s.warning == "" || !s.asks {
		t.Errorf("%d marks, warning %q", marks, s.warning)
	}
}

func TestThePatientViewHasNoEntryLine(t *testing.T) {
	o := typing(t, anna())
	o.types("b Jo")
	o.SetPatientView(true, "pa")
	o.settle()
	before := o.session.now
	o.Command(keymap.TypeLine)
	if o.entry.box.Visible() || o.session.now != before {
		t.Error("the patient sees the line, or it changed the family")
	}
	o.SetPatientView(false, "")
	o.settle()
	if !o.entry.box.Visible() || o.entry.field.Text != "b Jo" {
		t.Errorf("afterwards the line is shown: %v, with %q", o.entry.box.Visible(), o.entry.field.Text)
	}
}
