package riskview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/casefile"
	"kindred/internal/clinic"
	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/pedigree/suppose"
)

// kept is a record for the panels, with what they did to it.
type keptRecord struct {
	family   *pedigree.Family
	results  []risk.Elsewhere
	out      []casefile.Elsewhere
	struck   []pedigree.ID
	runs     []clinic.SavedRun
	compared [][2]string
	asked    [][]suppose.Assumption
	exported int
}

func (k *keptRecord) Family() *pedigree.Family                            { return k.family }
func (k *keptRecord) Elsewhere(pedigree.ID) []risk.Elsewhere              { return k.results }
func (k *keptRecord) ElsewhereStruckOut(pedigree.ID) []casefile.Elsewhere { return k.out }
func (k *keptRecord) RiskRuns(pedigree.ID) []clinic.SavedRun              { return k.runs }
func (k *keptRecord) RiskTable(pedigree.ID) ([]byte, error)               { return []byte("model\n"), nil }

func (k *keptRecord) CanRiskExported() error { k.exported++; return nil }

func (k *keptRecord) SaveElsewhere(e risk.Elsewhere) error {
	k.results = append([]risk.Elsewhere{e}, k.results...)
	return nil
}

func (k *keptRecord) StrikeElsewhere(id pedigree.ID) error {
	k.struck = append(k.struck, id)
	return nil
}

func (k *keptRecord) WhatIf(_ pedigree.ID, assumptions []suppose.Assumption, quick bool) (*clinic.Supposed, error) {
	if quick {
		k.asked = append(k.asked, assumptions)
	}
	f, err := suppose.Family(k.family, assumptions...)
	s := &clinic.Supposed{Family: f, Quick: quick, Answers: []risk.Assessment{{Model: "claus", Title: "Claus", Status: risk.OK, Category: "high"}}}
	for _, a := range assumptions {
		s.Assumed = append(s.Assumed, a.Words(k.family))
	}
	return s, err
}

func (k *keptRecord) CompareRuns(before, after string) (*clinic.Comparison, error) {
	k.compared = append(k.compared, [2]string{before, after})
	return &clinic.Comparison{
		Before: clinic.Taken{On: "2026-10-01", By: "Dr Adeyemi"}, After: clinic.Taken{On: "2026-11-21", Now: true}, FactsKnown: true,
		Models: []clinic.ModelChange{{
			Before: &risk.Assessment{Title: "Claus", Version: "1", Status: risk.OK, Category: "moderate"},
			After:  &risk.Assessment{Title: "Claus", Version: "2", Status: risk.OK, Category: "high"},
		}},
		Facts: []clinic.FactChanged{{Person: "2", Before: "Mother Mary, breast cancer at 45.", After: "Mother Mary, breast cancer at 39."}},
	}, nil
}

func (k *keptRecord) CanRisk(pedigree.ID) (*clinic.CanRiskFile, error) {
	return &clinic.CanRiskFile{Data: []byte("##CanRisk 4.0\n"), Notes: []string{"dropped: person 2: lung cancer at 60"}, FactsDigest: "2:handed"}, nil
}

// onPanels are panels in a window, with what they said.
type onPanels struct {
	*Panels
	record   *keptRecord
	window   fyne.Window
	supposed []*clinic.Supposed
	said     []string
	warned   []string
	changed  int
	saved    map[string]string // what was saved, by name
	waiting  []func()
}

func newOnPanels(t *testing.T) *onPanels {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	o := &onPanels{saved: map[string]string{}, record: &keptRecord{family: &pedigree.Family{Name: "G 1", AsOf: "2026-11-21", Individuals: []pedigree.Individual{
		{ID: "1", Name: "Anna", Sex: pedigree.Female, Age: pedigree.ExactYear(42), Mother: "2", Consultand: true},
		{ID: "2", Name: "Mary", Sex: pedigree.Female, Diagnoses: []pedigree.Diagnosis{{ID: "d", Site: pedigree.Breast, Age: pedigree.ExactYear(45)}}, GeneTests: []pedigree.GeneTest{{ID: "t", Gene: "BRCA1", Result: pedigree.Positive, ReportSeen: pedigree.Yes}}},
	}}}}
	o.window = test.NewTempWindow(t, container.NewVBox())
	o.Panels = NewPanels(PanelParams{
		Record: o.record, Window: o.window, Today: func() pedigree.Date { return "2026-11-21" },
		Called: func(id pedigree.ID) string { return o.record.family.Individual(id).Name },
		Answers: func() []risk.Assessment {
			return []risk.Assessment{{Model: "claus", Title: "Claus", Status: risk.OK, Category: "moderate"}}
		},
		Changed: func() { o.changed++ }, Supposed: func(s *clinic.Supposed) { o.supposed = append(o.supposed, s) },
		Say: func(w string) { o.said = append(o.said, w) }, Warn: func(w string) { o.warned = append(o.warned, w) },
		Explain: func(err error) string { return "Sorry: " + err.Error() }, Back: func() {}, Reveal: func(fyne.CanvasObject) {},
		Save: func(name string, endings []string, contents func(string) ([]byte, error)) {
			data, err := contents(endings[0])
			if err != nil {
				t.Fatal(err)
			}
			o.saved[name] = string(data)
		},
		Background: func(work func()) { o.waiting = append(o.waiting, work) }, Run: func(f func()) { f() },
	})
	o.window.SetContent(container.NewVBox(o.Objects()...))
	o.window.Resize(fyne.NewSize(700, 900))
	o.Show("1")
	o.work()
	return o
}

// work does what waits in the background.
func (o *onPanels) work() {
	for len(o.waiting) > 0 {
		next := o.waiting[0]
		o.waiting = o.waiting[1:]
		next()
	}
}

// words are all words in sight, those of an open dialog with them.
func (o *onPanels) words() string {
	all := wordsOn(o.window.Content())
	if top := o.window.Canvas().Overlays().Top(); top != nil {
		all += " " + wordsOn(top)
	}
	return all
}

func (o *onPanels) typed(words string) { test.Type(o.window.Canvas().Focused(), words) }

func (o *onPanels) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		switch k {
		case fyne.KeyTab:
			o.window.Canvas().FocusNext()
		default:
			o.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
}

func (o *onPanels) open() bool { return o.window.Canvas().Overlays().Top() != nil }

func TestACopiedResultIsTypedByKeysAlone(t *testing.T) {
	o := newOnPanels(t)
	if !o.Command(keymap.CopyResult) {
		t.Fatal("the key does nothing")
	}
	o.typed("3.0")
	o.press(fyne.KeyTab, fyne.KeyTab)
	o.typed("31,2 %")
	o.press(fyne.KeyTab)
	o.typed("1 in 25")
	o.press(fyne.KeyTab, fyne.KeyTab)
	o.typed("brca1 12.3, any 14")
	o.press(fyne.KeyReturn)
	want := risk.Elsewhere{Subject: "1", Program: "CanRisk", Version: "3.0", On: "2026-11-21"}
	if len(o.record.results) != 1 || o.open() {
		t.Fatalf("kept %+v", o.record.results)
	}
	got := o.record.results[0]
	for key, p := range map[string]float64{risk.LifetimeFrom20: 0.312, risk.From40To50: 0.04, "carrier/BRCA1": 0.123, risk.AnyGene: 0.14} {
		if d := got.Values[key] - p; d > 1e-12 || d < -1e-12 {
			t.Errorf("%s is %v, want %v", key, got.Values[key], p)
		}
	}
	if got.Subject != want.Subject || got.Program != want.Program || got.Version != want.Version || got.On != want.On || len(got.Values) != 4 || o.changed != 1 {
		t.Errorf("kept %+v", got)
	}
}

func TestABadPercentageIsSaidInOneLineAndWhatWasTypedStays(t *testing.T) {
	o := newOnPanels(t)
	o.Command(keymap.CopyResult)
	o.press(fyne.KeyTab, fyne.KeyTab)
	o.typed("a third")
	o.press(fyne.KeyReturn)
	if !o.open() || len(o.record.results) > 0 || !strings.Contains(o.words(), `Lifetime, from 20: "a third" is no percentage`) {
		t.Fatalf("open %v: %s", o.open(), o.words())
	}
	if e, ok := o.window.Canvas().Focused().(*theme.Entry); !ok || e.Text != "a third" {
		t.Error("the field at fault does not have the keyboard")
	}
	o.press(fyne.KeyEscape)
	if o.open() || len(o.record.results) > 0 {
		t.Error("Escape keeps something")
	}
}

func TestResultsAreListedWithWhetherTheyAreInUse(t *testing.T) {
	o := newOnPanels(t)
	o.record.results = []risk.Elsewhere{
		{ID: "e", Program: "CanRisk", Version: "3.0", On: "2026-11-21", Author: "Dr Adeyemi", Values: risk.Values{risk.LifetimeFrom20: 0.312}},
		{ID: "f", Program: "IBIS", On: "2025-11-21", Values: risk.Values{"carrier/BRCA2": 0.02}, Stale: true},
	}
	o.record.out = []casefile.Elsewhere{{Elsewhere: risk.Elsewhere{Program: "CanRisk", On: "2024-01-02"}, Withdrawn: &casefile.Withdrawal{By: "Sister Okafor", On: "2024-01-03"}}}
	o.Show("1")
	o.work()
	for _, want := range []string{"CanRisk 3.0 · 21 November 2026", "in use", "Lifetime, from 20: 31.2%", "IBIS · 21 November 2025", "out of date", "Carrier: BRCA2 2.0%", "struck out by Sister Okafor on 3 January 2024"} {
		if !strings.Contains(o.words(), want) {
			t.Errorf("%q is not in %s", want, o.words())
		}
	}
	o.elsewhere.strike(o.record.results[0])
	o.press(fyne.KeyReturn)
	if len(o.record.struck) != 1 || o.record.struck[0] != "e" || o.changed != 1 {
		t.Errorf("struck out %v", o.record.struck)
	}
}

func TestWhatIsSupposedIsOnEveryCardAndOneKeyEndsIt(t *testing.T) {
	o := newOnPanels(t)
	o.Command(keymap.Suppose)
	o.press(fyne.KeyReturn) // the first thing: the family's variant, in the person asked about
	o.work()
	if len(o.supposed) != 2 || !o.supposed[0].Quick || o.supposed[1].Quick || !o.Supposing() || o.open() {
		t.Fatalf("supposed %v", o.supposed)
	}
	if a := o.record.asked[0]; len(a) != 1 || a[0].Kind != suppose.VariantFound || a[0].Gene != "BRCA1" || a[0].Person != "1" {
		t.Errorf("asked %+v", a)
	}
	if w := o.words(); !strings.Contains(w, supposedWords) || !strings.Contains(w, "Anna: BRCA1 variant found") || !strings.Contains(w, "Claus: from moderate to high") || strings.Contains(w, "Saved in the record") || strings.Contains(w, "To take away") {
		t.Errorf("in sight: %s", w)
	}
	o.EndSupposing()
	if o.Supposing() || o.supposed[len(o.supposed)-1] != nil || strings.Contains(o.words(), supposedWords) || !strings.Contains(o.words(), "Saved in the record") {
		t.Errorf("after the end: %s", o.words())
	}
}

func TestAnotherPersonEndsWhatWasSupposedAndAnEditAsksAgain(t *testing.T) {
	o := newOnPanels(t)
	o.whatIf.accept(whatIfForm{who: "1", what: suppose.Assumption{Kind: suppose.Cancer}, which: "breast", age: "40"})
	o.work()
	o.Show("1")
	o.work()
	if len(o.record.asked) != 2 || !o.Supposing() {
		t.Errorf("after an edit the models were asked %d times", len(o.record.asked))
	}
	o.record.family.Individual("1").Age = pedigree.ExactYear(35) // which contradicts it
	o.Show("1")
	o.work()
	if o.Supposing() || len(o.warned) != 1 {
		t.Errorf("what contradicts the record is still supposed: %q", o.warned)
	}
	o.whatIf.accept(whatIfForm{who: "2", what: suppose.Assumption{Kind: suppose.GeneClear}, which: "palb2"})
	o.Show("2") // before the models answered
	o.work()
	if o.Supposing() {
		t.Error("it is supposed of a family that is asked about for somebody else")
	}
}

func TestAWrongAssumptionIsAskedAgain(t *testing.T) {
	for want, form := range map[string]whatIfForm{
		`"" is no age`:           {who: "1", what: suppose.Assumption{Kind: suppose.Cancer}, which: "breast"},
		`"x" is no cancer`:       {who: "1", what: suppose.Assumption{Kind: suppose.Cancer}, which: "x", age: "40"},
		`"abc" is no gene`:       {who: "1", what: suppose.Assumption{Kind: suppose.GeneClear}, which: "abc"},
		"more than the age that": {who: "1", what: suppose.Assumption{Kind: suppose.Cancer}, which: "breast", age: "50"},
	} {
		o := newOnPanels(t)
		o.whatIf.accept(form)
		o.work()
		if o.Supposing() || !o.open() || !strings.Contains(o.words(), want) {
			t.Errorf("%+v: %s", form, o.words())
		}
	}
}

func TestSavedAnswersAreComparedWithNowAndByKeysWithEachOther(t *testing.T) {
	o := newOnPanels(t)
	o.Command(keymap.CompareRuns)
	if o.open() || len(o.said) != 1 {
		t.Errorf("without saved answers: %q", o.said)
	}
	o.record.runs = []clinic.SavedRun{
		{RiskRun: casefile.RiskRun{ID: "b", SavedOn: "2026-10-01", SavedBy: "Dr Adeyemi"}, OutOfDate: true}, {RiskRun: casefile.RiskRun{ID: "a", SavedOn: "2026-01-01"}},
	}
	o.Show("1")
	o.work()
	if w := o.words(); !strings.Contains(w, "1 October 2026 · Dr Adeyemi") || !strings.Contains(w, "out of date") {
		t.Errorf("the list says %s", w)
	}
	o.Command(keymap.CompareRuns)
	o.work()
	for _, want := range []string{"Now, 21 November 2026", "moderate", "high", "from version 1 to 2", "Then: Mother Mary, breast cancer at 45.", "Now: Mother Mary, breast cancer at 39."} {
		if !strings.Contains(strings.ToLower(o.words()), strings.ToLower(want)) {
			t.Errorf("%q is not in %s", want, o.words())
		}
	}
	o.press(fyne.KeyDown) // the other run
	o.work()
	if got := o.record.compared; len(got) != 2 || got[0] != [2]string{"b", ""} || got[1] != [2]string{"a", ""} {
		t.Errorf("compared %v", got)
	}
	o.press(fyne.KeyEscape)
	if o.open() {
		t.Error("Escape does not close it")
	}
}

func TestFilesAreSavedAfterTheListOfWhatTheyCannotHold(t *testing.T) {
	o := newOnPanels(t)
	o.Command(keymap.ExportTable)
	if o.saved["G-1-risk.csv"] != "model\n" {
		t.Errorf("saved %v", o.saved)
	}
	o.Command(keymap.ExportCanRisk)
	o.work()
	if !strings.Contains(o.words(), "dropped: person 2: lung cancer at 60") || o.record.exported != 0 {
		t.Errorf("before it is accepted: %s", o.words())
	}
	o.press(fyne.KeyReturn)
	if o.saved["G-1-1.canrisk"] != "##CanRisk 4.0\n" || o.record.exported != 1 {
		t.Errorf("saved %v, %d in the audit", o.saved, o.record.exported)
	}
	o.elsewhere.keep(elsewhereForm{program: "CanRisk", on: "2026-11-21", percents: [3]string{"31", "", ""}})
	o.elsewhere.keep(elsewhereForm{program: "IBIS", on: "2026-11-21", percents: [3]string{"31", "", ""}})
	if ibis, canRisk := o.record.results[0], o.record.results[1]; canRisk.FactsDigest != "2:handed" || ibis.FactsDigest != "" {
		t.Errorf("the answer to the file rests on %q, the other on %q", canRisk.FactsDigest, ibis.FactsDigest)
	}
}

func TestPercentagesAreReadAsPeopleTypeThem(t *testing.T) {
	for words, want := range map[string]float64{"31": 0.31, " 31.2 % ": 0.312, "31,2%": 0.312, "0": 0, "100": 1, "1 in 8": 0.125, "0.4": 0.004} {
		if p, said, err := readPercent(words); err != nil || !said || p-want > 1e-12 || want-p > 1e-12 {
			t.Errorf("%q is %v, %v, %v", words, p, said, err)
		}
	}
	if _, said, err := readPercent(" "); said || err != nil {
		t.Errorf("nothing is %v, %v", said, err)
	}
	for _, words := range []string{"high", "101", "-1", "NaN", "Inf", "3 1", "1.2.3", "9 in 8", "1 in 0", "%", "1,2,3", "x in 8"} {
		if _, _, err := readPercent(words); err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q is read: %v", words, err)
		}
	}
	for _, words := range []string{"BRCA1", "BRCA1 x", "12", "BRCA1 12, brca1 13", "a b c 4"} {
		if v, err := readCarriers(words); err == nil {
			t.Errorf("%q is read as %v", words, v)
		}
	}
	if v, err := readCarriers("PALB2 0.4%; any 14"); err != nil || v["carrier/PALB2"] != 0.004 || v[risk.AnyGene] != 0.14 {
		t.Errorf("read as %v, %v", v, err)
	}
}

func FuzzReadCarriers(f *testing.F) {
	f.Add("BRCA1 12.3, BRCA2 0.4, any 13")
	f.Add("palb2 1 in 8; ,· %")
	f.Fuzz(func(t *testing.T, words string) {
		values, err := readCarriers(words)
		for key, p := range values {
			if err != nil || !(p >= 0 && p <= 1) || key != risk.AnyGene && !strings.HasPrefix(key, "carrier/") {
				t.Errorf("%q: %s is %v, %v", words, key, p, err)
			}
		}
	})
}

// wordsOn are the words in sight on an object.
func wordsOn(o fyne.CanvasObject) string {
	if o == nil || !o.Visible() {
		return ""
	}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *canvas.Text:
		return o.Text
	case *fyne.Container:
		parts = o.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	var words []string
	for _, part := range parts {
		if w := wordsOn(part); w != "" {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}
