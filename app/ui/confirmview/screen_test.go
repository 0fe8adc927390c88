package confirmview

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/confirm"
)

// asked is what a test's session was told, on a screen whose models answer when the test says so.
type asked struct {
	*Screen
	items   []clinic.Confirmation
	told    []string
	refuse  error
	waiting []func()
	said    string
	went    pedigree.ID
	window  fyne.Window
}

func (a *asked) Confirmations() []clinic.Confirmation {
	quick := make([]clinic.Confirmation, len(a.items))
	for i, c := range a.items {
		quick[i] = clinic.Confirmation{Item: c.Item, Who: c.Who}
	}
	return quick
}

func (a *asked) ConfirmationEffects(_ pedigree.ID, stop func() bool) []clinic.Confirmation {
	if stop() {
		return nil
	}
	return a.items
}

func (a *asked) SendRequest(c clinic.Confirmation, to string, sent, due pedigree.Date) error {
	a.told = append(a.told, "sent "+string(c.Person)+" to "+to+" on "+string(sent)+" due "+string(due))
	return a.refuse
}

func (a *asked) AnswerRequest(c clinic.Confirmation, outcome confirm.State, by string) error {
	a.told = append(a.told, string(outcome)+" "+string(c.Person)+" by "+by)
	return a.refuse
}

func fact(person pedigree.ID, state confirm.State) clinic.Confirmation {
	return clinic.Confirmation{
		Item: confirm.Item{Fact: confirm.Fact{Person: person, Kind: confirm.Illness, Item: "d"}, Words: "ovarian cancer at 52", State: state, Ask: "Riverside"},
		Who:  "the mother (" + string(person) + ")", Known: !state.Settled(),
	}
}

func newAsked(t *testing.T, items ...clinic.Confirmation) *asked {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	a := &asked{items: items, window: test.NewTempWindow(t, widget.NewLabel(""))}
	a.Screen = New(Params{
		Session: a, Window: a.window, Today: func() pedigree.Date { return "2026-11-21" },
		Changed: func() {}, Say: func(words string) { a.said = words }, GoTo: func(id pedigree.ID) { a.went = id }, Leave: func() { a.went = "left" },
		Background: func(work func()) { a.waiting = append(a.waiting, work) }, Run: func(f func()) { f() },
		Explain: func(err error) string { return "sorry: " + err.Error() },
	})
	a.window.SetContent(a.Content)
	a.window.Resize(fyne.NewSize(900, 300))
	a.Show("1", "Anna")
	a.Focus(a.window.Canvas())
	return a
}

func (a *asked) work() {
	for len(a.waiting) > 0 {
		next := a.waiting[0]
		a.waiting = a.waiting[1:]
		next()
	}
}

// press presses a key on whatever has the keyboard.
func (a *asked) press(r rune, key fyne.KeyName) {
	if r != 0 {
		a.window.Canvas().Focused().TypedRune(r)
		return
	}
	a.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
}

// texts is every word in sight.
func (a *asked) texts() string {
	var all []string
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *canvas.Text:
			all = append(all, o.Text)
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	walk(a.Content)
	return strings.Join(all, "\n")
}

func TestTheFactsAreThereAtOnceAndWhatTheyWouldChangeWhenTheModelsHaveAnswered(t *testing.T) {
	moving := fact("2", confirm.NotAskedFor)
	moving.IfRefuted = []confirm.Change{{Words: "Manchester score: from 17 points to 9 points"}}
	a := newAsked(t, moving, fact("3", confirm.Sent), fact("4", confirm.Confirmed))
	if words := a.texts(); !strings.Contains(words, "The mother (2)") || !strings.Contains(words, "2 open, 1 settled") || strings.Contains(words, "Manchester") {
		t.Errorf("at once: %q", words)
	}
	a.work()
	words := a.texts()
	for _, want := range []string{"If refuted: Manchester score: from 17 points to 9 points", "No model changes, whatever the answer.", "what the models say about Anna", "Not asked for. Ask: Riverside"} {
		if !strings.Contains(words, want) {
			t.Errorf("no %q in %q", want, words)
		}
	}
	if strings.Count(words, "No model changes") != 1 {
		t.Error("a settled fact says what it would change")
	}
}

func TestTheFirstFactIsChosenUntilSomebodyGoesToAnother(t *testing.T) {
	a := newAsked(t, fact("2", confirm.NotAskedFor), fact("3", confirm.NotAskedFor))
	a.items[0], a.items[1] = a.items[1], a.items[0] // the one that changes most comes first
	a.work()
	if got := a.Screen.items[a.at()].Fact.Person; got != "3" {
		t.Errorf("%q is chosen, want the first", got)
	}
	a.press(0, fyne.KeyDown)
	a.items[0], a.items[1] = a.items[1], a.items[0]
	a.Reload()
	a.work()
	if got := a.Screen.items[a.at()].Fact.Person; got != "2" {
		t.Errorf("%q is chosen after an edit, want the one that was gone to", got)
	}
}

func TestARunThatWasOvertakenShowsNothing(t *testing.T) {
	a := newAsked(t, fact("2", confirm.NotAskedFor))
	a.Reload()
	a.items = nil
	a.waiting[0]()
	if !strings.Contains(a.texts(), "Working out") || len(a.Screen.items) != 1 {
		t.Error("the first run is shown although a second has begun")
	}
	a.Leave()
	a.work()
	if strings.Contains(a.texts(), "ovarian") {
		t.Error("the list is still there after leaving")
	}
}

func TestSingleKeysRecordWhatCameOfAFact(t *testing.T) {
	for _, c := range []struct {
		key  rune
		want string
	}{
		{'s', "sent 3 to Riverside on 2026-11-21 due 2027-01-02"},
		{'c', "confirmed 3 by histology report"},
		{'R', "refuted 3 by histology report"},
		{'n', "no record found 3 by "},
	} {
		a := newAsked(t, fact("2", confirm.NotAskedFor), fact("3", confirm.NotAskedFor))
		a.work()
		a.press(0, fyne.KeyDown)
		a.press(0, fyne.KeyDown) // there is no third
		a.press(c.key, "")
		a.press(0, fyne.KeyReturn)
		if len(a.told) != 1 || a.told[0] != c.want {
			t.Errorf("%c: %v, want %s", c.key, a.told, c.want)
		}
		if a.window.Canvas().Focused() != a.keys {
			t.Errorf("%c: the keyboard is not back in the list", c.key)
		}
		a.press(c.key, "")
		a.press(0, fyne.KeyEscape)
		if len(a.told) != 1 {
			t.Errorf("%c: Escape recorded %v", c.key, a.told)
		}
	}
}

func TestAClickChoosesAFactAndGivesTheListTheKeyboard(t *testing.T) {
	a := newAsked(t, fact("2", confirm.NotAskedFor), fact("3", confirm.NotAskedFor))
	a.window.Canvas().Unfocus()
	a.rows[1].MouseDown(nil)
	a.press(0, fyne.KeyReturn)
	if a.went != "3" {
		t.Errorf("Enter after a click went to %q", a.went)
	}
}

func TestAnEditThatIsRefusedSaysWhy(t *testing.T) {
	a := newAsked(t, fact("2", confirm.NotAskedFor))
	a.refuse = errors.New("gone")
	a.press('c', "")
	a.press(0, fyne.KeyReturn)
	if a.said != "sorry: gone" {
		t.Errorf("said %q", a.said)
	}
}

func TestEnterGoesToThePersonAndEscapeBack(t *testing.T) {
	a := newAsked(t, fact("2", confirm.NotAskedFor))
	a.press(0, fyne.KeyReturn)
	if a.went != "2" {
		t.Errorf("Enter went to %q", a.went)
	}
	a.press(0, fyne.KeyEscape)
	if a.went != "left" {
		t.Errorf("Escape went to %q", a.went)
	}
}

func TestAFamilyWithNothingToConfirmSaysSo(t *testing.T) {
	a := newAsked(t)
	a.work()
	if !strings.Contains(a.texts(), "Nothing to confirm") {
		t.Errorf("shown %q", a.texts())
	}
	a.press('s', "") // does nothing
	if len(a.told) > 0 {
		t.Errorf("told %v", a.told)
	}
}

func TestATaskOpensItsFamilyAndSaysWhatIsLate(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	tasks := []clinic.Task{
		{Family: "f1", Name: "G1", EntryRequest: clinic.EntryRequest{SentTo: "Riverside", SentOn: "2026-09-01", DueOn: "2026-10-13"}, Overdue: true},
		{Family: "f2", EntryRequest: clinic.EntryRequest{}},
	}
	if got, want := countWords(tasks), "2 waiting, 1 overdue"; got != want {
		t.Errorf("count %q, want %q", got, want)
	}
	for i, want := range []string{"Request sent to Riverside on 1 September 2026, reply due 13 October 2026", "Request sent, no day noted for the reply"} {
		if got := dueWords(tasks[i]); got != want {
			t.Errorf("task %d: %q, want %q", i, got, want)
		}
	}
	var opened record.FamilyID
	left := false
	list := NewTasks(tasks, func(id record.FamilyID) { opened = id }, func() { left = true })
	w := test.NewTempWindow(t, list.Content)
	w.Resize(fyne.NewSize(700, 400))
	list.Focus(w.Canvas())
	for _, key := range []fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEscape} {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
	if opened != "f2" || !left {
		t.Errorf("opened %q, left %v", opened, left)
	}
	NewTasks(nil, nil, nil).Command(keymap.GoToPerson) // there is nothing to open
}
