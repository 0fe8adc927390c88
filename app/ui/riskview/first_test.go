package riskview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
	"kindred/pedigree"
	"kindred/pedigree/risk"
)

func TestTheUnseenReportOfAVariantIsAskedForFirstAndWhatNobodyWasAskedAboutLast(t *testing.T) {
	wide := &risk.Range{Low: 0.1, High: 0.9}
	shown := anna()
	shown.Answers = shown.Answers[1:2]
	shown.Answers[0].Missing = []risk.Missing{
		{Person: "4", Kind: risk.FactMissing, Fact: "whether there has been cancer (not asked, read as none)", Value: "any", Span: wide, Moves: []string{"high"}, Silent: true},
		{Person: "3", Kind: risk.FactMissing, Fact: "cause of death", Value: "any", Span: wide},
		{Person: "3", Kind: risk.FactVague, Fact: "age at diagnosis of breast cancer", Value: "any", Span: &risk.Range{Low: 0.3, High: 0.5}, Moves: []string{"high"}},
		{Person: "2", Item: "t1", Kind: risk.FactUnconfirmed, Fact: "report of the BRCA1 variant", Value: "any", Refuted: number(0.38)},
	}
	var got []string
	for _, c := range shown.changes() {
		got = append(got, c.fact)
	}
	want := []string{
		"Joan: report of the BRCA1 variant", "Edna: age at diagnosis of breast cancer", "Edna: cause of death",
		"Paternal grandmother: whether there has been cancer (not asked, read as none)",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("asked for in the order %q", got)
	}
}

func TestLettersAndEscapeWorkWhileAButtonOfTheScreenHasTheKeyboard(t *testing.T) {
	o := newOnScreen(t, 1216)
	o.Set(anna())
	for _, button := range []*theme.Button{o.picture.cancers["ovary"], o.picture.figures, o.idle} {
		o.asked, o.other = nil, nil
		o.window.Canvas().Focus(button)
		o.window.Canvas().Focused().TypedRune('s')
		o.window.Canvas().Focused().TypedRune('W')
		o.window.Canvas().Focused().TypedRune('q') // is no key here
		o.key(fyne.KeyEscape)
		if len(o.asked) != 1 || len(o.other) != 2 || o.other[0] != keymap.Suppose || o.other[1] != keymap.Leave {
			t.Errorf("on %q: asked for %v, and then %v", button.Words, o.asked, o.other)
		}
	}
}

func TestAnotherPersonIsShownFromTheTopWithTheVariantOfTheFamily(t *testing.T) {
	o := newOnScreen(t, 1216)
	o.Set(anna())
	o.Focus(o.window.Canvas())
	for range 13 {
		o.key(fyne.KeyDown)
	}
	stephen := anna()
	stephen.Who, stephen.Sex = "Stephen", pedigree.Male
	stephen.Answers = stephen.Answers[1:4]
	for i := range stephen.Answers {
		stephen.Answers[i].Subject = "9"
	}
	stephen.Answers[0].Headline, stephen.Answers[0].Curves = "any", nil
	stephen.Answers[2].Headline, stephen.Answers[2].Values = "carrier/MLH1", risk.Values{"carrier/MLH1": 0.99}
	o.Set(stephen)
	if o.models.chosen != "lynch" || o.left.scroll.Offset.Y != 0 {
		t.Errorf("shown is %q at %v", o.models.chosen, o.left.scroll.Offset.Y)
	}
	o.key(fyne.KeyUp)
	o.Set(stephen)
	if o.models.chosen != "manchester" {
		t.Errorf("an edit chooses %q", o.models.chosen)
	}
}

func TestAPictureThatIsNotOfTheChosenModelSaysSo(t *testing.T) {
	o := newOnScreen(t, 1216)
	o.Set(anna())
	if words := o.flat(); o.models.chosen != "nice-cg164" || !strings.Contains(words, "The chosen model gives no risk by age: this is by Inherited breast and ovarian;") {
		t.Errorf("of %q: %q", o.models.chosen, words)
	}
	o.Focus(o.window.Canvas())
	o.key(fyne.KeyDown)
	if strings.Contains(o.flat(), "The chosen model gives no risk by age") {
		t.Error("the picture of the chosen model says that it is another's")
	}
}

// flat is the texts as sentences, however they are broken into lines.
func (o *onScreen) flat() string { return strings.Join(strings.Fields(o.texts()), " ") }

func TestARatioIsNeverPrintedAsAPercentage(t *testing.T) {
	a := risk.Assessment{
		Model: "cosegregation", Status: risk.OK, Headline: "bayes_factor", Values: risk.Values{"bayes_factor": 1.44, "log10_bayes_factor": 0.158},
		Range: risk.Ranges{"bayes_factor": {Low: 1.40, High: 1.48, Bound: true}},
	}
	w := answerOf(&a, false)
	if w.number != "Factor 1.44" || len(w.details) != 1 || w.details[0] != "within 1.40–1.48" {
		t.Errorf("the row says %q %q", w.number, w.details)
	}
	e, any := effectOf(&a, &risk.Missing{Value: "bayes_factor", Kind: risk.FactMissing, Span: &risk.Range{Low: 0.0232, High: 2.85}})
	if !any || e.lines[0].answer != "1.44 → 0.0232–2.85" || e.size > 0.02 {
		t.Errorf("the fact says %+v", e)
	}
	if f := strings.Join(figures(&a), " "); strings.Contains(f, "%") {
		t.Errorf("the working says %q", f)
	}
}

func TestTheRowSaysWhoseFiguresDecideTheCategory(t *testing.T) {
	a := risk.Assessment{Status: risk.OK, Category: "high", Beside: []string{"from CanRisk"}}
	if w := answerOf(&a, false); w.chip != "High" || len(w.details) != 1 || w.details[0] != "from CanRisk" {
		t.Errorf("%+v", w)
	}
	a = risk.Assessment{Status: risk.CannotTell, Beside: []string{"CanRisk out of date, not used"}}
	if w := answerOf(&a, false); len(w.details) != 1 {
		t.Errorf("where no category is left: %+v", w)
	}
}

func TestTheResultOfEachStepOfAWorkingIsBold(t *testing.T) {
	for _, tt := range []struct{ step, want string }{
		{"About 1 in 780 people carry a BRCA1 variant: 0.128%.", "0.128%"},
		{"Reaching 42 has a chance of 69.92% with it: 49.96% × 69.92% against 50.04% leaves 41.33%.", "41.33%"},
		{"About 1 in 1,900 people carry it.", "1 in 1,900"},
		{"Vague facts were averaged.", ""},
	} {
		for _, width := range []float32{600, 130} {
			var bolds, all []string
			line := emphasised(tt.step, width).(*fyne.Container)
			for _, o := range line.Objects {
				switch o := o.(type) {
				case *theme.Text:
					all = append(all, o.String)
				case *fyne.Container:
					whole := ""
					for _, part := range o.Objects {
						text := part.(*theme.Text)
						whole += text.String
						if text.Style.Bold {
							bolds = append(bolds, text.String)
						}
					}
					all = append(all, whole)
				}
			}
			if strings.Join(bolds, "|") != tt.want || strings.Join(all, " ") != tt.step {
				t.Errorf("at %v: %q in bold of %q", width, bolds, all)
			}
			if line.MinSize().Width > width {
				t.Errorf("at %v %q asks for %v", width, tt.step, line.MinSize().Width)
			}
		}
	}
}

func TestAnEffectInManyWordsStandsUnderItsLabelAndNotOverIt(t *testing.T) {
	newOnScreen(t, 1216)
	const width = 420
	for _, answer := range []string{"Lynch syndrome (positive), or not suitable (negative), now cannot tell", "1.44 → 0.0232–2.85", "40% → 28%"} {
		for _, label := range []string{"refuted", "once it is known · Co-segregation of a variant with the disease in the family"} {
			line := effectLine(label, answer, width).(*fyne.Container)
			line.Resize(fyne.NewSize(width, line.MinSize().Height))
			a, b := line.Objects[0], line.Objects[1]
			beside := a.Position().X+a.Size().Width <= b.Position().X
			under := a.Position().Y+a.Size().Height <= b.Position().Y
			if !beside && !under || line.MinSize().Width > width {
				t.Errorf("%q and %q: %v %v, %v %v", label, answer, a.Position(), a.Size(), b.Position(), b.Size())
			}
		}
	}
	long := moves(effect{title: "Colorectal family history (BSG/ACPGBI/UKCGG)", moves: []string{"can be calculated", "not suitable", "met if confirmed"}}, width)
	if long.MinSize().Width > width {
		t.Errorf("the categories ask for %v", long.MinSize().Width)
	}
}

func TestThePictureOfWhatIsSupposedDoesNotCallItKnown(t *testing.T) {
	shown := anna()
	shown.Supposed = []string{"Anna: BRCA1 variant found"}
	if c := shown.outlookOf("").caption("breast", today); !strings.Contains(c, "if what is supposed were so: 31 of 100") {
		t.Errorf("caption %q", c)
	}
}

func TestAReadingThatPrintsTheSameAnswerIsNoEffect(t *testing.T) {
	a := risk.Assessment{Values: risk.Values{"any": 0.4126}}
	if e, any := effectOf(&a, &risk.Missing{Value: "any", Kind: risk.FactUnconfirmed, SetAside: number(0.41341)}); any {
		t.Errorf("%+v", e)
	}
}
