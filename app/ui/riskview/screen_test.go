package riskview

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

// onScreen is a screen in a window, with what it asked for.
type onScreen struct {
	*Screen
	window fyne.Window
	asked  []pedigree.ID
	gone   []pedigree.ID
	other  []keymap.Command
}

func newOnScreen(t testing.TB, width float32) *onScreen {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light))
	o := &onScreen{}
	o.Screen = NewScreen(Params{
		Ask:   func(c clinic.Confirmation) { o.asked = append(o.asked, c.Person) },
		GoTo:  func(id pedigree.ID) { o.gone = append(o.gone, id) },
		Leave: func() { o.other = append(o.other, keymap.Leave) },
		Other: func(c keymap.Command) { o.other = append(o.other, c) },
	})
	o.window = test.NewTempWindow(t, o.Content)
	o.window.SetPadded(false)
	o.window.Resize(fyne.NewSize(width, 780))
	return o
}

func (o *onScreen) texts() string {
	var all []string
	var walk func(fyne.CanvasObject)
	walk = func(c fyne.CanvasObject) {
		if !c.Visible() {
			return
		}
		switch c := c.(type) {
		case *canvas.Text:
			all = append(all, c.Text)
		case *fyne.Container:
			for _, child := range c.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(c).Objects() {
				walk(child)
			}
		}
	}
	walk(o.Content)
	return strings.Join(all, "\n")
}

func (o *onScreen) key(name fyne.KeyName) {
	o.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

func TestModelsThatAnswerComeFirstAndTheOthersStandBelowWithTheirReason(t *testing.T) {
	o := newOnScreen(t, 1216)
	o.Set(anna())
	words := o.texts()
	last := -1
	for _, want := range []string{"calculated in 3 ms · nothing left this laptop", "NICE familial", "High", "Manchester score", "Simon Broome", "Not suitable here", "Claus", "Working · "} {
		at := strings.Index(words, want)
		if at < last {
			t.Errorf("%q is at %d, after %d, in %q", want, at, last, words)
		}
		last = at
	}
	o.Focus(o.window.Canvas())
	for range 13 {
		o.key(fyne.KeyDown)
	}
	if o.models.chosen != "PTEN score" || !strings.Contains(o.texts(), "Working · PTEN score") {
		t.Errorf("the arrows end at %q", o.models.chosen)
	}
}

func TestEnterGoesToAllReasonsAndTheWorkingAndBackWhileTheOtherCardsStayInSight(t *testing.T) {
	o := newOnScreen(t, 1216)
	shown := anna()
	shown.Answers[0].Because, shown.Answers[0].Working = []string{"One.", "Two.", "Three.", "Four."}, []string{"A step."}
	shown.Answers[0].Version = "CG164, last updated 14 November 2023"
	o.Set(shown)
	o.Focus(o.window.Canvas())
	o.key(fyne.KeyReturn)
	if o.left.scroll.Offset.Y == 0 || o.right.scroll.Offset.Y != 0 {
		t.Errorf("Enter scrolls the models by %v and the other cards by %v", o.left.scroll.Offset.Y, o.right.scroll.Offset.Y)
	}
	if words := o.texts(); !strings.Contains(words, "Four.\nStep by step\nA step.") || !strings.Contains(words, "Version: CG164, last updated 14 November 2023") {
		t.Errorf("the working is %q", words)
	}
	down := o.left.scroll.Offset.Y
	o.key(fyne.KeyReturn)
	if down == 0 || o.left.scroll.Offset.Y != 0 {
		t.Errorf("Enter again goes from %v to %v, and not to the headings", down, o.left.scroll.Offset.Y)
	}
	o.key(fyne.KeyDown)
	if !strings.Contains(o.texts(), "Working · Inherited breast and ovarian · BRCA1") || !strings.Contains(o.texts(), "1 in 780") {
		t.Errorf("the next working is %q", o.texts())
	}
}

func TestEnterOnAFactAsksForItAndOnOneThatNoReportSettlesGoesToThePerson(t *testing.T) {
	o := newOnScreen(t, 1216)
	o.Set(anna())
	o.window.Canvas().Focus(o.facts.keyed)
	o.key(fyne.KeyReturn)
	o.key(fyne.KeyDown)
	o.key(fyne.KeyReturn)
	o.window.Canvas().Focused().TypedRune('s')
	if len(o.asked) != 1 || o.asked[0] != "2" || len(o.gone) != 2 || o.gone[0] != "3" {
		t.Errorf("asked for %v, went to %v", o.asked, o.gone)
	}
	if o.key(fyne.KeyEscape); len(o.other) != 1 {
		t.Errorf("Escape did %v", o.other)
	}
}

func TestAnEditBuildsOnlyTheRowsThatChange(t *testing.T) {
	o := newOnScreen(t, 1216)
	o.Set(anna())
	before := o.parts.fresh
	o.Set(anna())
	if o.parts.fresh != before {
		t.Errorf("%d rows were built though nothing changed", o.parts.fresh-before)
	}
	next := anna()
	next.Answers[3].Values = risk.Values{"any": 0.004}
	o.Set(next)
	if o.parts.fresh != before+1 {
		t.Errorf("%d rows were built for one that changed", o.parts.fresh-before)
	}
}

func TestTheScreenFitsNarrowAndWideWindowsWithoutCuttingACard(t *testing.T) {
	o := newOnScreen(t, 1244)
	o.Set(anna())
	if least := o.Content.MinSize().Width; least > 900 {
		t.Errorf("the screen asks for %v", least)
	}
	for _, width := range []float32{1500, 1244, 1100, 953, 800, 660} {
		o.window.Resize(fyne.NewSize(width, 780))
		cards := slices.Concat(o.left.body.Objects, o.right.body.Objects)
		at := func(card fyne.CanvasObject) fyne.Position {
			return o.sideOf(card).scroll.Position().Add(card.Position())
		}
		if len(cards) != len(o.supposing.cards) {
			t.Fatalf("at %v there are %d cards", width, len(cards))
		}
		for i, card := range cards {
			if card.MinSize().Width > card.Size().Width+0.5 {
				t.Errorf("at %v card %d needs %v and has %v", width, i, card.MinSize().Width, card.Size().Width)
			}
			if right := at(card).X + card.Size().Width; right > width-2*theme.Gap+0.5 {
				t.Errorf("at %v card %d ends at %v", width, i, right)
			}
			for _, other := range cards[:i] {
				here, there := at(card), at(other)
				apart := there.X+other.Size().Width <= here.X || here.X+card.Size().Width <= there.X ||
					there.Y+other.Size().Height <= here.Y || here.Y+card.Size().Height <= there.Y
				if !apart {
					t.Errorf("at %v cards overlap: %v %v and %v %v", width, there, other.Size(), here, card.Size())
				}
			}
		}
	}
}

func TestNoTextIsSmallerThanFourteen(t *testing.T) {
	o := newOnScreen(t, 1216)
	o.Set(anna())
	var walk func(fyne.CanvasObject)
	walk = func(c fyne.CanvasObject) {
		switch c := c.(type) {
		case *canvas.Text:
			if c.TextSize < 14 {
				t.Errorf("%q is %v high", c.Text, c.TextSize)
			}
		case *fyne.Container:
			for _, child := range c.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(c).Objects() {
				walk(child)
			}
		}
	}
	walk(o.Content)
}

func TestTheChosenCancerAndSuppositionFillThePicture(t *testing.T) {
	o := newOnScreen(t, 1216)
	shown := anna()
	for _, cancer := range []string{"pancreas", "colorectum", "endometrium", "upper urinary tract", "stomach"} {
		shown.Answers[1].Curves = append(shown.Answers[1].Curves, curveTo(cancer, "", risk.CurvePoint{Risk: 0.02, Population: 0.01}))
	}
	o.Set(shown)
	if o.picture.circles.filled != 31 {
		t.Errorf("today %d of 100 circles are filled, want 31", o.picture.circles.filled)
	}
	o.window.Canvas().Focus(o.picture.lines.keyed)
	o.key(fyne.KeyUp)
	o.key(fyne.KeyUp)
	if o.picture.circles.filled != 61 || !strings.Contains(o.texts(), "if Anna has the BRCA1 variant: 61 of 100") {
		t.Errorf("with the variant %d circles are filled", o.picture.circles.filled)
	}
	o.picture.cancers["ovary"].Tapped(nil)
	if o.picture.circles.filled != 42 {
		t.Errorf("of ovarian cancer %d circles are filled, want 42", o.picture.circles.filled)
	}
	o.picture.cancers["stomach"].Tapped(nil)
	if words := o.texts(); o.picture.circles.filled != 2 || !strings.Contains(words, "of 100: stomach") || !strings.Contains(words, "If Anna has it: –") {
		t.Errorf("of a cancer that the gene says nothing of %d circles are filled: %q", o.picture.circles.filled, words)
	}
	if card := o.cards.people; card.MinSize().Width > card.Size().Width+0.5 {
		t.Errorf("the cancers need %v and have %v", card.MinSize().Width, card.Size().Width)
	}
	o.picture.cancers["breast"].Tapped(nil)
	o.picture.figures.Tapped(nil)
	if words := o.texts(); !strings.Contains(words, "by age\nhas it\nhas not\ntoday\nwomen\n50\n") || !strings.Contains(words, "80\n61%\n11%\n31%\n11%") {
		t.Errorf("the figures are %q", words)
	}
}

func TestNobodyMarkedIsSaid(t *testing.T) {
	o := newOnScreen(t, 1216)
	o.Set(Shown{})
	if !strings.Contains(o.texts(), "Nobody is marked") {
		t.Errorf("shown %q", o.texts())
	}
}

// BenchmarkAnEditOfSixteenModels is one answer changing on the whole screen.
func BenchmarkAnEditOfSixteenModels(b *testing.B) {
	o := newOnScreen(b, 1216)
	next := anna()
	for i := 0; b.Loop(); i++ {
		next.Answers[3].Values = risk.Values{"any": 0.004 + float64(i%50)/1000}
		o.Set(next)
	}
}

// BenchmarkAnotherFamily is every row changing.
func BenchmarkAnotherFamily(b *testing.B) {
	o := newOnScreen(b, 1216)
	next := anna()
	for b.Loop() {
		o.parts = kept{}
		o.Set(next)
	}
}
