package fields

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/theme"
	"kindred/pedigree"
)

func window(t *testing.T, o fyne.CanvasObject) fyne.Canvas {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	w := test.NewTempWindow(t, o)
	w.Resize(fyne.NewSize(400, 300))
	return w.Canvas()
}

func TestUnderstoodSaysWhichValuesTheWordsAllow(t *testing.T) {
	for _, tt := range []struct {
		said    string
		measure Measure
		want    string
		ok      bool
	}{
		{"", Age, "", true},
		{"42", Age, "", true},
		{"about 60", Age, "between 55 and 65", true},
		{"40s", Age, "between 40 and 49", true},
		{"<50", Age, "49 or less", true},
		{">70", Age, "71 or more", true},
		{"1950s", Year, "between 1950 and 1959", true},
		{"<1950", Year, "1949 or before", true},
		{"14 Mar 1984", Year, "14 March 1984", true},
		{"quite old", Age, "kept as said, without a number", false},
		{"999", Age, "kept as said; too high to be used in a number", false},
		{"52", Year, "kept as said; a year has four digits", false},
		{"20", Duration, "", true},
	} {
		if got, ok := Understood(pedigree.ParseFuzzy(tt.said), tt.measure); got != tt.want || ok != tt.ok {
			t.Errorf("%q: got %q, %v; want %q, %v", tt.said, got, ok, tt.want, tt.ok)
		}
	}
}

func TestAFuzzyFieldCommitsTheWordsAsSaidWhenTheFocusLeaves(t *testing.T) {
	var got []pedigree.Fuzzy
	f := NewFuzzy(Age, func(v pedigree.Fuzzy) { got = append(got, v) })
	c := window(t, f)
	c.Focus(f.Entry)
	test.Type(f.Entry, "about 60")
	if f.Hint() != "between 55 and 65" {
		t.Errorf("beneath the field stands %q", f.Hint())
	}
	if len(got) != 0 {
		t.Fatalf("committed %v while typing", got)
	}
	c.Unfocus()
	if len(got) != 1 || got[0].Words != "about 60" || got[0].Low != pedigree.At(55) {
		t.Fatalf("committed %v, want about 60 once", got)
	}
	c.Focus(f.Entry)
	c.Unfocus()
	if len(got) != 1 {
		t.Error("a field that was only visited must not commit")
	}
}

func TestSetLeavesAloneAFieldThatIsBeingTypedIn(t *testing.T) {
	l := NewLine(func(string) {})
	c := window(t, l)
	l.Set("Ann")
	c.Focus(l)
	test.Type(l, "a")
	l.Set("Ann") // the record is shown again because something else has changed
	if l.Text != "Anna" {
		t.Errorf("the field shows %q, want what was typed", l.Text)
	}
}

func TestEscapeCommitsAndLeaves(t *testing.T) {
	var committed string
	escaped := false
	l := NewLine(func(s string) { committed = s })
	l.In(&Host{Escape: func() { escaped = true }})
	c := window(t, l)
	c.Focus(l)
	test.Type(l, "Joan")
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if committed != "Joan" || !escaped {
		t.Errorf("committed %q, left %v", committed, escaped)
	}
}

func TestAnNHSNumberEntersTheRecordOnlyIfItsCheckDigitFits(t *testing.T) {
	for _, tt := range []struct{ typed, hint, committed string }{
		{"999 000 0018", "a test number", "9990000018"},
		{"9990000018", "a test number", "9990000018"},
		{"999 000 0019", "the last digit does not fit the others", ""},
		{"999 000", "ten digits needed", ""},
		{"99900000181", "more than ten digits", ""},
		{"abc", "only digits and spaces", ""},
	} {
		var got pedigree.NHSNumber
		n := NewNHS(func(v pedigree.NHSNumber) { got = v })
		c := window(t, n)
		c.Focus(n.Entry)
		test.Type(n.Entry, tt.typed)
		if n.Hint() != tt.hint {
			t.Errorf("%q: hint %q, want %q", tt.typed, n.Hint(), tt.hint)
		}
		c.Unfocus()
		if string(got) != tt.committed {
			t.Errorf("%q: committed %q, want %q", tt.typed, got, tt.committed)
		}
		if tt.committed == "" && n.Entry.Text != tt.typed {
			t.Errorf("%q: the field shows %q, what was typed must stay", tt.typed, n.Entry.Text)
		}
		if tt.committed != "" && n.Entry.Text != "999 000 0018" {
			t.Errorf("%q: shown as %q, want 3-3-4", tt.typed, n.Entry.Text)
		}
	}
}

func TestTheThreeWaysOfNoAnswerStayApart(t *testing.T) {
	var got []pedigree.Answer
	a := NewAnswer(func(v pedigree.Answer) { got = append(got, v) })
	window(t, a)
	a.Set(pedigree.DontKnow)
	if len(got) != 0 {
		t.Fatal("showing the record's value must not commit it")
	}
	for _, words := range []string{"not asked", "yes", "no", "doesn't know"} {
		a.SetSelected(words)
	}
	want := []pedigree.Answer{pedigree.NotAsked, pedigree.Yes, pedigree.No, pedigree.DontKnow}
	if !slices.Equal(got, want) {
		t.Errorf("committed %v, want %v", got, want)
	}
}

func TestAChoiceIsMadeWithAnArrowOrALetter(t *testing.T) {
	test.NewTempApp(t)
	var got pedigree.Sex
	c := NewChoice(Values("not asked", pedigree.Female, pedigree.Male, pedigree.Unassigned, pedigree.SexUnknown), func(s pedigree.Sex) { got = s })
	c.Set("")
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if got != pedigree.Female {
		t.Errorf("down gives %q", got)
	}
	for _, want := range []struct {
		typed rune
		sex   pedigree.Sex
	}{{'m', pedigree.Male}, {'u', pedigree.Unassigned}, {'U', pedigree.SexUnknown}, {'x', pedigree.SexUnknown}, {'f', pedigree.Female}} {
		c.TypedRune(want.typed)
		if got != want.sex {
			t.Errorf("%c gives %q, not %q", want.typed, got, want.sex)
		}
	}
}

func TestAChoiceShowsNothingForAValueOfANewerVersion(t *testing.T) {
	committed := false
	c := NewChoice(Values("not asked", pedigree.Left, pedigree.Right), func(pedigree.Side) { committed = true })
	window(t, c)
	c.Set("both")
	if c.Selected != "" || committed || c.Value() != "both" {
		t.Errorf("shows %q, committed %v, holds %q", c.Selected, committed, c.Value())
	}
}

func TestLinesAreItemsWithoutTheBlankOnes(t *testing.T) {
	var got []string
	l := NewLines(3, func(v []string) { got = v })
	c := window(t, l)
	l.Set([]string{"1 Example Street"})
	c.Focus(l)
	test.Type(l, "\n\nExampletown EX1 1AA\n")
	c.Unfocus()
	if want := []string{"1 Example Street", "Exampletown EX1 1AA"}; !slices.Equal(got, want) {
		t.Errorf("committed %q, want %q", got, want)
	}
}

func TestADayIsReadAsAClinicWritesItAndKeptInTheFieldOtherwise(t *testing.T) {
	var got []pedigree.Date
	d := NewDay(func(v pedigree.Date) { got = append(got, v) })
	c := window(t, d)
	c.Focus(d.Entry)
	test.Type(d.Entry, "3/4/52")
	c.Unfocus()
	if len(got) != 0 || d.Entry.Text != "3/4/52" || d.Hint() == "" {
		t.Fatalf("a day with an open century: committed %v, shows %q, hint %q", got, d.Entry.Text, d.Hint())
	}
	d.Entry.SetText("03/04/1952")
	d.Entry.Commit()
	if len(got) != 1 || got[0] != "1952-04-03" {
		t.Errorf("committed %v, want 1952-04-03", got)
	}
}

func TestWhoToldUsIsCommittedFieldByField(t *testing.T) {
	var got pedigree.Provenance
	p := NewProvenance([]Option[pedigree.ID]{{"p1", "SAMPLE, Anna (Ms)"}}, func(v pedigree.Provenance) { got = v })
	window(t, p)
	p.Set(pedigree.Provenance{WrittenBy: "A Counsellor"})
	p.toldBy.SetText("Anna")
	p.toldBy.Commit()
	p.use.SetSelected("this patient only")
	p.patient.SetSelected("SAMPLE, Anna (Ms)")
	want := pedigree.Provenance{ToldBy: "Anna", WrittenBy: "A Counsellor", Use: pedigree.ThisPatientOnly, Patient: "p1"}
	if got != want {
		t.Errorf("committed %+v, want %+v", got, want)
	}
}

func TestACountIsAWholeNumberOfPeople(t *testing.T) {
	for typed, want := range map[string]int{"3": 3, " 2 ": 2, "": 0} {
		if got, ok := readCount(typed); !ok || got != want {
			t.Errorf("%q: got %d, %v; want %d", typed, got, ok, want)
		}
	}
	for _, typed := range []string{"0", "-1", "100", "many", "2.5"} {
		if got, ok := readCount(typed); ok {
			t.Errorf("%q was read as %d", typed, got)
		}
	}
}

func TestASuggestionHandsOverWhatIsChosenFromTheListAndNotTheHalfTypedWord(t *testing.T) {
	var got []string
	s := NewSuggest([]string{"breast", "ovary"}, func(v string) { got = append(got, v) })
	c := window(t, s)
	c.Focus(s)
	test.Type(s, "br")
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	list, ok := c.Focused().(*widget.PopUpMenu)
	if !ok || len(list.Items) != 2 {
		t.Fatalf("the down arrow opened a list with the keyboard in %T", c.Focused())
	}
	if len(got) != 0 {
		t.Fatalf("opening the list handed over %q", got)
	}
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !slices.Equal(got, []string{"breast"}) || s.Text != "breast" {
		t.Errorf("handed over %q, the field shows %q", got, s.Text)
	}
	test.Type(s, "s") // the list is closed: typing is typing again
	if len(got) != 1 {
		t.Errorf("typing after the list handed over %q", got)
	}
}

func TestASuggestionKeepsAUsualValueInItsUsualCapitals(t *testing.T) {
	var got []string
	s := NewSuggest([]string{"BRCA1", "PALB2"}, func(v string) { got = append(got, v) })
	c := window(t, s)
	for _, typed := range []string{" brca1 ", "Something Else"} {
		c.Focus(s)
		s.SetText(typed)
		c.Unfocus()
	}
	if want := []string{"BRCA1", "Something Else"}; !slices.Equal(got, want) {
		t.Errorf("handed over %q, want %q", got, want)
	}
}

func TestALongNoteIsShownWholeWithoutAScrollBarOfItsOwn(t *testing.T) {
	l := NewLines(2, func([]string) {})
	window(t, l)
	l.Resize(fyne.NewSize(200, 60))
	before := l.MinSize().Height
	l.Set([]string{strings.Repeat("Has not yet told her brothers. ", 12)})
	if after := l.MinSize().Height; after < 3*before {
		t.Errorf("a long note is %v high, an empty one %v", after, before)
	}
	l.Set(nil)
	if after := l.MinSize().Height; after != before {
		t.Errorf("emptied, the field is %v high, before %v", after, before)
	}
}

func TestAFuzzyFieldSaysWhatCannotBeAndKeepsIt(t *testing.T) {
	var got pedigree.Fuzzy
	f := NewFuzzy(Age, func(v pedigree.Fuzzy) { got = v })
	f.CannotBe = func(v pedigree.Fuzzy) string {
		if v.Low.Year > 66 {
			return "after the age reached"
		}
		return ""
	}
	c := window(t, f)
	c.Focus(f.Entry)
	test.Type(f.Entry, "70")
	if f.Hint() != "after the age reached" {
		t.Errorf("hint %q", f.Hint())
	}
	c.Unfocus()
	if got.Words != "70" {
		t.Errorf("committed %+v", got)
	}
	f.Set(pedigree.ExactYear(60))
	if f.Hint() != "" {
		t.Errorf("hint %q of an age that can be", f.Hint())
	}
}

func TestACheckedLineSaysWhatIsWrongAndKeepsIt(t *testing.T) {
	got := ""
	f := NewChecked(func(s string) string {
		if strings.HasPrefix(s, "c.") {
			return ""
		}
		return "begins with c."
	}, func(s string) { got = s })
	c := window(t, f)
	c.Focus(f.Entry)
	test.Type(f.Entry, "68_69del")
	if f.Hint() != "begins with c." {
		t.Errorf("hint %q", f.Hint())
	}
	c.Unfocus()
	if got != "68_69del" {
		t.Errorf("committed %q", got)
	}
	f.Set("c.68_69del")
	if f.Hint() != "" {
		t.Errorf("hint %q of a right one", f.Hint())
	}
}

func TestAListFollowsWhatIsHalfTyped(t *testing.T) {
	s := NewSuggest([]string{"breast", "ovary"}, func(string) {})
	s.Matches = func(typed string) []string { return []string{typed + "creas"} }
	said := ""
	s.OnTyped = func(typed string) { said = typed }
	c := window(t, s)
	c.Focus(s)
	test.Type(s, "pan")
	if said != "pan" {
		t.Errorf("followed %q", said)
	}
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if c.Overlays().Top() == nil {
		t.Fatal("the down arrow opens no list")
	}
	menu := c.Focused()
	menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.Text != "pancreas" {
		t.Errorf("chose %q", s.Text)
	}
}
