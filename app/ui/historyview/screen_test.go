package historyview

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/amend"
	"kindred/pedigree/interview"
)

// memory is a Session that keeps whole families.
type memory struct {
	now     *pedigree.Family
	before  []*pedigree.Family
	reasons []string
	ids     int
}

func (m *memory) Family() *pedigree.Family { return m.now }

func (m *memory) Do(reason string, edit func(*pedigree.Family) error) error {
	next := m.now.Clone()
	if err := edit(next); err != nil {
		return err
	}
	m.before, m.reasons, m.now = append(m.before, m.now), append(m.reasons, reason), next
	return nil
}

func (m *memory) NewID() pedigree.ID { m.ids++; return pedigree.ID(fmt.Sprint("n", m.ids)) }

// anna is an invented family of three generations.
func anna() *pedigree.Family {
	age := pedigree.ExactYear
	return &pedigree.Family{
		Format: pedigree.Format, Version: pedigree.FormatVersion, Name: "G1", AsOf: "2026-11-21", Sample: true,
		Individuals: []pedigree.Individual{
			{ID: "g1", Name: "George", Sex: pedigree.Male, Deceased: pedigree.Yes, Age: age(71)},
			{ID: "g2", Name: "Edna", Sex: pedigree.Female, Deceased: pedigree.Yes, Age: age(58)},
			{ID: "j", Name: "Joan", Sex: pedigree.Female, Mother: "g2", Father: "g1", Age: age(66)},
			{ID: "m", Name: "Mary", Sex: pedigree.Female, Mother: "g2", Father: "g1", Age: age(60)},
			{ID: "f", Name: "Tom", Sex: pedigree.Male, Age: age(63)},
			{ID: "1", Name: "Anna", Sex: pedigree.Female, Mother: "m", Father: "f", Consultand: true, Age: age(42)},
			{ID: "l", Name: "Lee", Sex: pedigree.Male, Mother: "m", Father: "f", Age: age(39)},
		},
	}
}

// opened is the screen in a window of the test driver, with the keyboard.
type opened struct {
	*Screen
	t       *testing.T
	window  fyne.Window
	session *memory
	said    string
	left    bool
}

func open(t *testing.T, f *pedigree.Family) *opened {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	o := &opened{t: t, session: &memory{now: f}}
	o.Screen = New(Params{
		Session: o.session, OnStatus: func(s string) { o.said = s }, Leave: func() { o.left = true },
		Told: func() pedigree.Provenance { return pedigree.Provenance{WrittenBy: "C. Ordinator", On: "2026-11-21"} },
	})
	o.window = test.NewTempWindow(t, o.Content)
	o.window.Resize(fyne.NewSize(1250, 760))
	o.Reload()
	o.Focus()
	return o
}

// Fyne knows the canvas of an object only once that was drawn: a screen opened for the first time is told
// its window, or the keys would go to the field that had them before.
func TestTheTableTakesTheKeyboardInItsOwnWindow(t *testing.T) {
	test.NewTempApp(t)
	var window fyne.Window
	s := New(Params{Session: &memory{now: anna()}, Canvas: func() fyne.Canvas { return window.Canvas() }})
	window = test.NewTempWindow(t, s.Content)
	test.NewTempWindow(t, theme.NewText("the driver takes the newest window for everybody's"))
	s.Reload()
	s.Focus()
	if window.Canvas().Focused() != fyne.Focusable(s.grid) {
		t.Errorf("%T has the keyboard, want the table", window.Canvas().Focused())
	}
}

// press types keys and text into whatever has the keyboard, as the window would; "shift+" holds Shift.
func (o *opened) press(keys ...any) {
	o.t.Helper()
	for _, k := range keys {
		focused := o.window.Canvas().Focused()
		if focused == nil {
			o.t.Fatalf("nothing has the keyboard at %v", k)
		}
		switch k := k.(type) {
		case fyne.KeyName:
			o.key(focused, k)
		case string:
			for _, r := range k {
				o.window.Canvas().Focused().TypedRune(r)
			}
		}
	}
}

func (o *opened) key(focused fyne.Focusable, k fyne.KeyName) {
	tabbable, keeps := focused.(fyne.Tabbable)
	if k == fyne.KeyTab && (!keeps || !tabbable.AcceptsTab()) {
		o.window.Canvas().FocusNext()
		return
	}
	focused.TypedKey(&fyne.KeyEvent{Name: k})
}

func (o *opened) withShift(k fyne.KeyName) {
	keyable := o.window.Canvas().Focused().(desktop.Keyable)
	keyable.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	o.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	o.window.Canvas().Focused().(desktop.Keyable).KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

func (o *opened) person(id pedigree.ID) *pedigree.Individual {
	o.t.Helper()
	p := o.session.now.Individual(id)
	if p == nil {
		o.t.Fatalf("%s is not in the family", id)
	}
	return p
}

// at goes to a cell.
func (o *opened) at(id pedigree.ID, c interview.Column) {
	o.grid.column = int(c)
	o.Select(id)
}

// texts is every word in sight.
func (o *opened) texts() string {
	var all []string
	var walk func(fyne.CanvasObject)
	walk = func(object fyne.CanvasObject) {
		if object == nil || !object.Visible() {
			return
		}
		if text, ok := object.(*canvas.Text); ok {
			all = append(all, text.Text)
		}
		switch object := object.(type) {
		case *fyne.Container:
			for _, child := range object.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(object).Objects() {
				walk(child)
			}
		}
	}
	walk(o.window.Canvas().Content())
	return strings.Join(all, "\n")
}

func (o *opened) shows(words string) {
	o.t.Helper()
	if !strings.Contains(strings.ReplaceAll(o.texts(), "\n", " "), words) { // words may break over lines
		o.t.Errorf("%q is not among\n%s", words, o.texts())
	}
}

func TestTheTableShowsTheFamilyInTheOrderOfTheTalk(t *testing.T) {
	o := open(t, anna())
	texts := o.texts()
	last := -1
	for _, words := range []string{"The patient", "Anna", "Brothers and sisters", "Lee", "Mother's side", "Mary", "Joan", "Edna", "George", "Father's side", "Tom"} {
		at := strings.Index(texts, "\n"+words)
		if at < last {
			t.Errorf("%q stands before what should come before it", words)
		}
		last = at
	}
	o.shows("not asked")
	o.shows("Ask next: Patient Anna: cancer, gene tests, operations, children, ancestry")
}

func TestSingleKeysSetTheThreeAnswersOfACellAndUndoIsOneStepEach(t *testing.T) {
	o := open(t, anna())
	o.at("j", interview.ColumnCancers)
	for _, tt := range []struct{ key, want string }{{"n", interview.WordsNone}, {"k", interview.WordsDontKnow}, {"w", interview.WordsWell}} {
		o.press(tt.key)
		if got := o.history.Cell("j", interview.ColumnCancers).Words; got != tt.want {
			t.Errorf("%s gives %q, want %q", tt.key, got, tt.want)
		}
		o.shows(tt.want)
	}
	o.press(fyne.KeyDelete)
	if got := o.history.Cell("j", interview.ColumnCancers).Words; got != interview.WordsNotAsked {
		t.Errorf("Del gives %q", got)
	}
	if len(o.session.reasons) != 4 || o.session.reasons[0] != "Joan: cancer: asked, none" {
		t.Errorf("the edits are %q", o.session.reasons)
	}
	o.at("j", interview.ColumnAge)
	o.press("n")
	if !strings.Contains(o.said, "cannot be none") || len(o.session.reasons) != 4 {
		t.Errorf("an age of none: %q", o.said)
	}
}

func TestACellTakesTheEntryLinesFactsAndTabGoesOn(t *testing.T) {
	o := open(t, anna())
	o.at("j", interview.ColumnCancers)
	o.press(fyne.KeyReturn, "br 49 L, ?ov 60s")
	o.shows("Maternal aunt Joan, 66, left breast cancer at 49 (reported), possible ovarian cancer")
	o.press(fyne.KeyTab)
	if d := o.person("j").Diagnoses; len(d) != 2 || d[0].Site != pedigree.Breast || d[0].Side != pedigree.Left || d[1].Certainty != pedigree.Possible {
		t.Fatalf("recorded %+v", d)
	}
	o.shows("breast L 49, ?ovary 60s")
	o.shows("Mother's side: 1 breast, 1 possible ovary; father's side: none recorded")
	if o.grid.column != int(interview.ColumnTests) || o.grid.editing {
		t.Errorf("the cell is column %d, editing %v", o.grid.column, o.grid.editing)
	}
	o.press(fyne.KeyReturn, "BRCA1+ report seen", fyne.KeyReturn)
	if tests := o.person("j").GeneTests; len(tests) != 1 || tests[0].Gene != "BRCA1" || tests[0].ReportSeen != pedigree.Yes {
		t.Errorf("recorded %+v", tests)
	}
	o.at("j", interview.ColumnAge)
	o.press(fyne.KeyReturn)
	o.grid.editor.SetText("d early 70s, born 1950s")
	o.press(fyne.KeyDown)
	if p := o.person("j"); !p.IsDeceased() || p.Age.Words != "early 70s" || p.Born.Low != pedigree.At(1950) {
		t.Errorf("recorded %+v", p)
	}
}

func TestEscapeLeavesTheCellAsItWasAndThenTheTable(t *testing.T) {
	o := open(t, anna())
	o.at("j", interview.ColumnName)
	o.press(fyne.KeyReturn, "xyz", fyne.KeyEscape)
	if o.person("j").Name != "Joan" || o.left {
		t.Errorf("Escape kept %q, left %v", o.person("j").Name, o.left)
	}
	o.press(fyne.KeyEscape)
	if !o.left {
		t.Error("the second Escape does not leave the table")
	}
}

func TestWhatCannotBeSoStaysInTheField(t *testing.T) {
	o := open(t, anna())
	o.at("j", interview.ColumnAge)
	o.press(fyne.KeyReturn, ", 67", fyne.KeyReturn)
	if !o.grid.editing || o.grid.editor.Text != "66, 67" || !strings.Contains(o.said, "twice") || len(o.session.reasons) != 0 {
		t.Errorf("the field holds %q, editing %v, said %q", o.grid.editor.Text, o.grid.editing, o.said)
	}
}

func TestMarkedRowsAreSetInOneStep(t *testing.T) {
	o := open(t, anna())
	o.at("j", interview.ColumnCancers)
	o.withShift(fyne.KeyDown) // Edna
	o.withShift(fyne.KeyDown) // George
	o.press("n")
	for _, id := range []pedigree.ID{"j", "g2", "g1"} {
		if o.person(id).Asked[pedigree.AskedCancer] != pedigree.No {
			t.Errorf("%s was not set", id)
		}
	}
	if o.person("m").Asked != nil || len(o.session.reasons) != 1 || o.session.reasons[0] != "3 relatives: cancer: asked, none" {
		t.Errorf("the edits are %q", o.session.reasons)
	}
	o.press(" ") // unmarks George
	o.at("j", interview.ColumnTold)
	o.press(fyne.KeyReturn, "Mary", fyne.KeyReturn)
	if o.person("j").Source.ToldBy != "Mary" || o.person("g2").Source.ToldBy != "Mary" || o.person("g1").Source.ToldBy != "" {
		t.Error("what was typed does not hold for the two rows marked")
	}
	o.press(fyne.KeyEscape)
	if len(o.grid.marked) != 0 || o.left {
		t.Error("Escape takes the marks away first")
	}
}

func TestTabGoesCellByCellAndRowByRow(t *testing.T) {
	o := open(t, anna())
	o.at("1", interview.ColumnNotes)
	o.press(fyne.KeyTab)
	if o.Selected() != "l" || o.grid.column != int(interview.ColumnName) {
		t.Errorf("Tab goes to %s, column %d", o.Selected(), o.grid.column)
	}
	o.withShift(fyne.KeyTab)
	if o.Selected() != "1" || o.grid.column != int(interview.ColumnNotes) {
		t.Errorf("Shift+Tab goes to %s, column %d", o.Selected(), o.grid.column)
	}
	o.press(fyne.KeyEnd, fyne.KeyDown)
	if o.Selected() != "f" {
		t.Errorf("the last row is %s", o.Selected())
	}
	o.press("g")
	if o.Selected() != "1" || o.grid.column != int(interview.ColumnCancers) {
		t.Errorf("what to ask next is %s, column %d", o.Selected(), o.grid.column)
	}
}

func TestTheNumbersBuildTheFrameInOneStepWithAPreviewBefore(t *testing.T) {
	o := open(t, &pedigree.Family{Individuals: []pedigree.Individual{{ID: "1", Name: "Anna", Sex: pedigree.Female, Consultand: true}}})
	o.press("f", "1", fyne.KeyTab, "2", fyne.KeyTab, "0 2")
	o.shows("Adds 8 people: brother, 2 sisters, sister's partner, 2 nieces or nephews, mother, father. Records brother's children: asked, none.")
	o.press(fyne.KeyReturn)
	if len(o.session.now.Individuals) != 9 || len(o.session.reasons) != 1 || o.page != nil {
		t.Fatalf("%d people after %q", len(o.session.now.Individuals), o.session.reasons)
	}
	o.shows("Sister's partner")
	o.press("x")
	if n := len(o.session.now.Individuals); n != 4 { // the brother of whom it was asked, and the parents
		t.Errorf("%d people without the blanks", n)
	}
	o.press("f", "many")
	o.shows("Brothers and sisters, brothers: \"many\" is no number: type 0 to 30, n for some, or ? for doesn't know")
	o.press(fyne.KeyEscape)
	if o.page != nil {
		t.Error("Escape does not go back to the table")
	}
}

func TestAUsualBeginningIsOneButton(t *testing.T) {
	o := open(t, &pedigree.Family{Individuals: []pedigree.Individual{{ID: "1", Name: "Anna", Consultand: true}}})
	o.press("f")
	o.page.(*numbersPage).begin(amend.Starts[0])
	if len(o.session.now.Individuals) != 7 || o.person("1").Sex != pedigree.Female || o.session.reasons[0] != "begin: Breast or ovarian cancer" {
		t.Errorf("%d people after %q", len(o.session.now.Individuals), o.session.reasons)
	}
}

func TestABranchIsCopiedFromRowToRow(t *testing.T) {
	o := open(t, anna())
	o.at("m", interview.ColumnName)
	o.press("v")
	if !strings.Contains(o.said, "No branch is remembered") {
		t.Errorf("said %q", o.said)
	}
	o.press("c")
	o.at("j", interview.ColumnName)
	o.press("v")
	if got := len(o.session.now.ChildrenOf("j")); got != 2 || !strings.Contains(o.said, "Adds 3 people") {
		t.Errorf("Joan has %d children; said %q", got, o.said)
	}
}

func TestTheQuestionnaireIsTypedWithTabAloneAndGoesOnWhereItStopped(t *testing.T) {
	f := anna()
	for i := range f.Individuals {
		f.Individuals[i].Age, f.Individuals[i].Deceased = pedigree.Fuzzy{}, pedigree.NotAsked
	}
	o := open(t, f)
	o.press("q")
	o.shows("0 of 7 relatives done; next: patient Anna")
	o.press(fyne.KeyTab) // the day stands
	o.press(fyne.KeyTab, "1984", fyne.KeyTab, "41", fyne.KeyReturn, "none", fyne.KeyTab, fyne.KeyTab)
	o.shows("1 of 7 relatives done; next: brother Lee")
	o.press(fyne.KeyTab, fyne.KeyTab, "d 30s", fyne.KeyTab, "bowel 35", fyne.KeyTab, "hospital letter", fyne.KeyTab)
	o.shows("2 of 7 relatives done; next: mother Mary")
	o.press(fyne.KeyTab, "?", fyne.KeyEscape)
	lee, mary := o.person("l"), o.person("m")
	if len(lee.Diagnoses) != 1 || lee.Diagnoses[0].Status != pedigree.Confirmed || !lee.IsDeceased() ||
		lee.Diagnoses[0].Source != (pedigree.Provenance{ToldBy: interview.FromQuestionnaire, WrittenBy: "C. Ordinator", On: "2026-11-21"}) {
		t.Errorf("Lee is %+v", lee)
	}
	if mary.Born.Kind != pedigree.UnknownKind || len(o.session.reasons) != 3 {
		t.Errorf("Mary is %+v after %q", mary, o.session.reasons)
	}
	o.press("q")
	o.shows("3 of 7 relatives done; next: maternal aunt Joan")
	if o.page.(*formPage).person() != "j" {
		t.Errorf("it goes on with %s", o.page.(*formPage).person())
	}
	o.press("Joanna", fyne.KeyPageDown) // adds to the name
	if o.person("j").Name != "JoanJoanna" || o.page.(*formPage).person() != "g2" {
		t.Errorf("page down kept %q and shows %s", o.person("j").Name, o.page.(*formPage).person())
	}
}

func TestTheQuestionnaireSaysWhatCannotBeSoAndStays(t *testing.T) {
	o := open(t, anna())
	o.press("q", fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, ", 43", fyne.KeyPageDown)
	o.shows("says the same twice")
	if o.page.(*formPage).person() != "1" || len(o.session.reasons) != 0 {
		t.Errorf("it went on to %s", o.page.(*formPage).person())
	}
}

func TestTheFactThatWouldChangeTheRiskFirstIsSaidWithoutItsNumber(t *testing.T) {
	o := open(t, anna())
	o.Advise("Joan: age at diagnosis")
	o.shows("Would change the risk first: Joan: age at diagnosis")
	o.Advise("")
	if strings.Contains(o.texts(), "Would change the risk") {
		t.Error("there is nothing to ask for, and it is still shown")
	}
}
