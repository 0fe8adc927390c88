package pedigreeview

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kindred/app/ui/fields"
	"kindred/app/ui/keymap"
	"kindred/pedigree"
)

func TestTheConsultandIsSelectedWhenAFamilyOpens(t *testing.T) {
	o := open(t, anna())
	if got := o.Selected(); got != "1" {
		t.Errorf("selected %q, want Anna", got)
	}
	if got := o.Generations(); got != 3 {
		t.Errorf("%d generations, want 3", got)
	}
}

func TestAKeyAddsTheRelativeItNamesAndTheSelectionStays(t *testing.T) {
	for _, tt := range []struct {
		key   rune
		check func(before, after *pedigree.Family, newcomer *pedigree.Individual) bool
		what  string
	}{
		{'b', func(_, _ *pedigree.Family, p *pedigree.Individual) bool {
			return p.Sex == pedigree.Male && p.Mother == "m"
		}, "a brother"},
		{'s', func(_, _ *pedigree.Family, p *pedigree.Individual) bool {
			return p.Sex == pedigree.Female && p.Father == "f"
		}, "a sister"},
		{'u', func(_, _ *pedigree.Family, p *pedigree.Individual) bool {
			return p.Sex == pedigree.SexUnknown && p.Mother == "m"
		}, "a sibling of unknown sex"},
		{'o', func(_, after *pedigree.Family, p *pedigree.Individual) bool {
			return slices.Contains(after.PartnersOf("1"), p.ID)
		}, "a partner"},
		{'d', func(_, _ *pedigree.Family, p *pedigree.Individual) bool {
			return p.Sex == pedigree.Female && p.Mother == "1"
		}, "a daughter"},
		{'n', func(_, _ *pedigree.Family, p *pedigree.Individual) bool {
			return p.Sex == pedigree.Male && p.Mother == "1"
		}, "a son"},
		{'c', func(_, _ *pedigree.Family, p *pedigree.Individual) bool {
			return p.Sex == pedigree.SexUnknown && p.Mother == "1"
		}, "a child of unknown sex"},
		{'t', func(_, after *pedigree.Family, p *pedigree.Individual) bool {
			return len(after.Twins) == 1 && slices.Contains(after.Twins[0].Members, p.ID)
		}, "a twin"},
		{'x', func(_, _ *pedigree.Family, p *pedigree.Individual) bool {
			return p.Pregnancy != nil && p.Mother == "1"
		}, "a pregnancy"},
	} {
		t.Run(tt.what, func(t *testing.T) {
			o := open(t, anna())
			before := o.session.now
			o.press(tt.key)
			found := slices.ContainsFunc(o.session.now.Individuals, func(p pedigree.Individual) bool {
				return before.Individual(p.ID) == nil && tt.check(before, o.session.now, &p)
			})
			if !found {
				t.Errorf("%q did not add %s; status: %s", tt.key, tt.what, o.said)
			}
			if o.Selected() != "1" {
				t.Errorf("the selection went to %q", o.Selected())
			}
			for i := range o.session.now.Individuals {
				if id := o.session.now.Individuals[i].ID; o.canvas.indexOf(id) < 0 {
					t.Errorf("%s is not drawn", id)
				}
			}
		})
	}
}

func TestMClimbsToTheMotherWhoIsThereAndThenAddsOne(t *testing.T) {
	o := open(t, anna())
	people := len(o.session.now.Individuals)
	o.press('m', 'm')
	if o.Selected() != "g2" || len(o.session.now.Individuals) != people {
		t.Fatalf("after M M: selected %q, %d people", o.Selected(), len(o.session.now.Individuals))
	}
	o.press('m')
	if len(o.session.now.Individuals) <= people || o.person("g2").Mother == "" {
		t.Error("a third M adds the mother who was missing")
	}
}

func TestUpGoesToAParentAndDownToAChildBeforeWhoeverStandsNearer(t *testing.T) {
	o := open(t, anna())
	o.press(fyne.KeyUp)
	if got := o.Selected(); got != "m" && got != "f" {
		t.Errorf("up from Anna: %q, want a parent", got)
	}
	o.Select("m")
	o.press(fyne.KeyDown)
	if got := o.Selected(); got != "1" && got != "l" {
		t.Errorf("down from Mary: %q, want a child", got)
	}
	o.Select("j") // no children: whoever stands nearest below
	o.press(fyne.KeyDown)
	if got := o.Selected(); got != "1" && got != "l" {
		t.Errorf("down from Joan: %q, want the generation below", got)
	}
}

func TestPWhereBothParentsAreThereGoesToTheMotherAndAddsNobody(t *testing.T) {
	o := open(t, anna())
	o.press('p')
	if o.Selected() != "m" || len(o.session.now.Individuals) != 7 {
		t.Errorf("selected %q, %d people", o.Selected(), len(o.session.now.Individuals))
	}
}

func TestUndoTakesBackWhatAKeyDidAndRedoRepeatsIt(t *testing.T) {
	o := open(t, anna())
	o.press('s')
	o.canvas.TypedShortcut(&fyne.ShortcutUndo{})
	o.settle()
	if len(o.session.now.Individuals) != 7 || !strings.Contains(o.said, "add sister of Anna") {
		t.Fatalf("after undo: %d people, status %q", len(o.session.now.Individuals), o.said)
	}
	o.canvas.TypedShortcut(&fyne.ShortcutRedo{})
	o.settle()
	if len(o.session.now.Individuals) != 8 {
		t.Errorf("after redo: %d people", len(o.session.now.Individuals))
	}
}

func TestDelAsksOnlyWhereSomethingRecordedWouldBeLost(t *testing.T) {
	o := open(t, anna())
	overlays := func() int {
		return len(fyne.CurrentApp().Driver().CanvasForObject(o.canvas).Overlays().List())
	}
	o.press('s') // nothing is recorded of her yet
	newcomer := o.session.now.Individuals[len(o.session.now.Individuals)-1].ID
	for i := range o.session.now.Individuals {
		if id := o.session.now.Individuals[i].ID; id[0] == 'n' {
			newcomer = id
		}
	}
	o.Select(newcomer)
	o.press(fyne.KeyDelete)
	if o.session.now.Individual(newcomer) != nil || overlays() != 0 {
		t.Fatalf("an empty person is removed at once: still there %v, questions %d", o.session.now.Individual(newcomer) != nil, overlays())
	}
	o.Select("l")
	o.press(fyne.KeyDelete)
	if o.session.now.Individual("l") == nil || overlays() != 1 {
		t.Errorf("a person with facts is asked about: gone %v, questions %d", o.session.now.Individual("l") == nil, overlays())
	}
}

func TestFindGoesFromMatchToMatch(t *testing.T) {
	o := open(t, anna())
	o.press('/')
	o.finder.line.SetText("o") // George, Joan, Tom
	for _, want := range []pedigree.ID{"g1", "j", "f", "g1"} {
		if got := o.Selected(); got != want {
			t.Errorf("selected %q, want %q", got, want)
		}
		o.finder.next()
	}
	if got := matches(o.session.now, "  "); got != nil {
		t.Errorf("blank words match %v", got)
	}
}

func TestCommandsOfTheWindowAreHandedOn(t *testing.T) {
	o := open(t, anna())
	var got []keymap.Command
	o.p.OnCommand = func(c keymap.Command) { got = append(got, c) }
	o.press(fyne.KeyF8, fyne.KeyF1)
	if want := []keymap.Command{keymap.PatientView, keymap.Help}; !slices.Equal(got, want) {
		t.Errorf("handed on %v, want %v", got, want)
	}
}

func TestADragAlongTheRowIsKeptAndCanBeReleased(t *testing.T) {
	o := open(t, anna())
	o.pin("l", 56)
	o.settle()
	pin := o.person("l").Pin
	if pin == nil {
		t.Fatal("the place was not kept")
	}
	marks := func() int { return len(o.canvas.pins.place(nil, o.canvas.look(), o.canvas.symbols)) }
	if got := marks(); got != 1 {
		t.Errorf("%d marks on the drawing, want one at Lee", got)
	}
	o.Select("l")
	o.inspect.release("l")
	o.settle()
	if o.person("l").Pin != nil {
		t.Error("the place was not released")
	}
	if got := marks(); got != 0 {
		t.Errorf("%d marks are left", got)
	}
}

func TestASiblingDraggedBeyondAnotherStaysThereAndSoDoesTheirOrder(t *testing.T) {
	o := open(t, anna())
	x := func(id pedigree.ID) float64 { return o.canvas.symbols[o.canvas.indexOf(id)].shape.centre().X }
	annaFirst := x("1") < x("l")
	beyond := 2 * (x("1") - x("l"))
	o.canvas.dropped = "l"
	o.pin("l", beyond)
	o.settle()
	if (x("1") < x("l")) == annaFirst {
		t.Fatalf("Lee, dragged by %v points, stands at %v beside Anna at %v as before", beyond, x("l"), x("1"))
	}
	o.press('s')
	if (x("1") < x("l")) == annaFirst {
		t.Error("the order did not outlast the next edit")
	}
}

func TestASiblingDraggedBetweenAnotherAndTheirPartnerGoesBeyondBoth(t *testing.T) {
	f := anna()
	f.Individuals = append(f.Individuals,
		pedigree.Individual{ID: "h", Name: "Mark", Sex: pedigree.Male},
		pedigree.Individual{ID: "k", Name: "Ella", Sex: pedigree.Female, Mother: "1", Father: "h"})
	o := open(t, f)
	x := func(id pedigree.ID) float64 { return o.canvas.symbols[o.canvas.indexOf(id)].shape.centre().X }
	o.canvas.dropped = "l"
	o.pin("l", (x("1")+x("h"))/2-x("l"))
	o.settle()
	if (x("1") < x("l")) == (x("l") < x("h")) {
		t.Errorf("Lee at %v stands between Anna at %v and her partner at %v", x("l"), x("1"), x("h"))
	}
}

func TestThePatientViewShowsNothingThatAnotherToldInConfidence(t *testing.T) {
	f := anna()
	f.Patients = append(f.Patients, pedigree.Patient{ID: "pj", Individual: "j", GivenName: "Joan"})
	joan := f.Individual("j")
	joan.Diagnoses = []pedigree.Diagnosis{{
		ID: "secret", Site: pedigree.Colorectum, Age: pedigree.ExactYear(51),
		Source: pedigree.Provenance{Use: pedigree.ThisPatientOnly, Patient: "pj"},
	}}
	o := open(t, f)
	shown := func() string {
		var all []string
		for _, it := range o.canvas.display.items {
			all = append(all, wordsOf(it.element.Shape))
		}
		for _, fact := range FactsOf(o.family(), "j") {
			all = append(all, fact.Value)
		}
		return strings.ToLower(strings.Join(all, " "))
	}
	if !strings.Contains(shown(), "51") {
		t.Fatal("the clinic's own view must show the diagnosis")
	}
	o.SetPatientView(true, "pa")
	o.settle()
	if words := shown(); strings.Contains(words, "51") || strings.Contains(words, "colorect") || strings.Contains(words, "bowel") {
		t.Errorf("Anna's patient view tells what Joan told in confidence: %s", words)
	}
	o.Select("j")
	o.inspect.edit()
	if o.inspect.form != nil {
		t.Error("the form, which shows everything, must stay closed in the patient view")
	}
	if _, ok := o.canvas.handleAt(o.canvas.handlePosition(HandleChild)); ok {
		t.Error("the patient view has no handles")
	}
	o.SetPatientView(false, "")
	o.settle()
	if !strings.Contains(shown(), "51") {
		t.Error("one key brings everything back")
	}
}

func TestInThePatientViewNoKeyChangesTheFamilyOrSaysWhatIsInIt(t *testing.T) {
	f := anna()
	f.Individual("j").Diagnoses = []pedigree.Diagnosis{{
		ID: "secret", Site: pedigree.Colorectum, Age: pedigree.ExactYear(51),
		Source: pedigree.Provenance{Use: pedigree.ThisPatientOnly, Patient: "pj"},
	}}
	o := open(t, f)
	o.do("secret edit", func(f *pedigree.Family) (pedigree.ID, error) {
		f.Individual("j").CauseOfDeath = "secret"
		return "", nil
	})
	o.settle()
	before := o.session.now
	o.SetPatientView(true, "pa")
	o.settle()
	o.Select("j")
	for _, command := range []keymap.Command{
		keymap.Remove, keymap.Undo, keymap.Redo, keymap.Edit, keymap.AddMother, keymap.AddFather, keymap.AddDaughter, keymap.AddTwin,
	} {
		o.Command(command)
		if o.session.now != before {
			t.Fatalf("%s changed the family", command)
		}
		if !strings.HasPrefix(o.said, "The patient view") {
			t.Errorf("%s says %q", command, o.said)
		}
		if fyne.CurrentApp().Driver().CanvasForObject(o.canvas).Overlays().Top() != nil {
			t.Errorf("%s opened a question", command)
		}
		o.said = ""
	}
}

func TestTypingANameFillsThePatientRecordThatHasNone(t *testing.T) {
	f := anna()
	f.Patients = []pedigree.Patient{{ID: "pa", Individual: "1", FamilyName: "Kept"}}
	p := f.Individual("1")
	p.Name, p.FamilyName, p.Born = "Anna", "Other", pedigree.OnDate("1984-03-14")
	namePatient(f, p)
	got := f.Patients[0]
	if got.GivenName != "Anna" || got.FamilyName != "Kept" || got.DateOfBirth.Date != "1984-03-14" {
		t.Errorf("%+v", got)
	}
	before := len(f.Patients)
	namePatient(f, f.Individual("j"))
	if len(f.Patients) != before {
		t.Error("somebody who is no patient was made one")
	}
}

func TestTheRelationSaysWhatThePersonIsToThePatient(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "gran", Sex: pedigree.Female},
		{ID: "mum", Sex: pedigree.Female, Mother: "gran"},
		{ID: "aunt", Sex: pedigree.Female, Mother: "gran"},
		{ID: "anna", Sex: pedigree.Female, Mother: "mum", Consultand: true},
	}}
	for id, want := range map[pedigree.ID]string{"gran": "Maternal grandmother", "mum": "Mother", "aunt": "Maternal aunt"} {
		facts := FactsOf(f, id)
		if facts[0].Label != "Relation" || facts[0].Value != want {
			t.Errorf("%s: %+v, want %s", id, facts[0], want)
		}
	}
	if facts := FactsOf(f, "anna"); facts[0].Label == "Relation" {
		t.Error("the patient is related to herself")
	}
}

func TestAnEditThatIsRefusedSaysWhyAndChangesNothing(t *testing.T) {
	o := open(t, anna())
	before := o.session.now
	o.do("fail", func(*pedigree.Family) (pedigree.ID, error) { return "", errGone })
	if o.session.now != before || !strings.HasPrefix(o.said, "This is no longer in the family") {
		t.Errorf("status %q", o.said)
	}
}

func TestWhatIsTypedIsKeptWhenTheWindowShowsSomethingElse(t *testing.T) {
	o := open(t, anna())
	o.press(fyne.KeyReturn)
	line := fyne.CurrentApp().Driver().CanvasForObject(o.canvas).Focused().(*fields.Line)
	test.Type(line, "bel")
	o.SetPatientView(true, "pa") // F8 in the middle of a word
	o.settle()
	if got := o.person("1").Name; got != "Annabel" {
		t.Errorf("the name is %q", got)
	}
}

func TestThePatientViewShowsNothingBeforeItsOwnPictureIsDrawn(t *testing.T) {
	o := open(t, anna())
	full := o.shown
	o.SetPatientView(true, "pa")
	if n := len(o.canvas.plane.objects); n != 0 {
		t.Errorf("%d objects of the clinic's picture are still shown", n)
	}
	o.show(full) // finished late, drawn for other eyes
	if n := len(o.canvas.plane.objects); n != 0 {
		t.Errorf("a late picture of the whole family shows %d objects", n)
	}
	o.settle()
	if len(o.canvas.plane.objects) == 0 {
		t.Error("the patient's picture is missing")
	}
}

func TestTheNearestPersonIsSelectedWhenTheSelectedOneIsUndone(t *testing.T) {
	o := open(t, anna())
	o.press('s')
	for i := range o.session.now.Individuals {
		if id := o.session.now.Individuals[i].ID; id[0] == 'n' {
			o.Select(id)
		}
	}
	o.Command(keymap.Undo)
	o.settle()
	if got := o.Selected(); got == "" {
		t.Error("nobody is selected")
	}
}

func TestALargeFamilyOpensLegiblyAtTheSelectedPerson(t *testing.T) {
	o := open(t, sixty())
	if zoom := o.canvas.view.zoom; zoom < legible {
		t.Errorf("opens at %v", zoom)
	}
	at := o.canvas.view.toScreen(o.canvas.symbols[o.canvas.current].shape.centre())
	if at.X < 0 || at.Y < 0 || at.X > o.canvas.view.width || at.Y > o.canvas.view.height {
		t.Errorf("the selected person is out of sight at %v", at)
	}
	o.press('0')
	if !o.canvas.allInSight() {
		t.Error("0 shows the whole family, however small")
	}
}
