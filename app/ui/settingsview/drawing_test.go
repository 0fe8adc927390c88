package settingsview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"kindred/app/ui/fields"
	"kindred/app/ui/theme"
	"kindred/internal/clinic"
	"kindred/pedigree/draw"
)

// onScreen is the card of how pedigrees are drawn, over a new clinic.
func onScreen(t *testing.T) (card fyne.CanvasObject, kept func() clinic.Drawing) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	c := newClinic(t)
	w := test.NewTempWindow(t, widget.NewLabel(""))
	s := &screen{p: Params{Clinic: c, Window: w, Theme: func(theme.Mode) {}, Changed: func() {}}, note: theme.NewText("")}
	card = s.drawing()
	w.SetContent(card)
	return card, func() clinic.Drawing {
		settings, err := c.Settings()
		if err != nil {
			t.Fatal(err)
		}
		return settings.Drawing
	}
}

// each visits what is on a card.
func each[T fyne.CanvasObject](o fyne.CanvasObject, visit func(T)) {
	if found, ok := o.(T); ok {
		visit(found)
		return
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			each(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			each(child, visit)
		}
	}
}

func TestEachDrawingChoiceIsKeptAndHasOneLineOfExplanation(t *testing.T) {
	card, kept := onScreen(t)
	ticked := 0
	each(card, func(toggle *fields.Toggle) {
		toggle.SetChecked(true)
		ticked++
	})
	want := clinic.Drawing{
		Nomenclature: draw.Nomenclature{
			NonBinaryDiamond: true, CarrierDot: true, ConsultandLetter: true, EvaluationMarks: true, PedigreeNumbers: true,
		},
		StrictBirthOrder: true, ReduceMotion: true,
	}
	if got := kept(); got != want || ticked != 7 {
		t.Errorf("after %d ticks kept %+v", ticked, got)
	}
	for _, r := range append(append([]rule{}, nomenclatureRules...), otherRules...) {
		if lines := theme.Wrap(r.why, width-60-ruleIndent, theme.Body); len(lines) != 1 {
			t.Errorf("%s is explained on %d lines", r.words, len(lines))
		}
	}
}

func TestTheNamedNomenclatureTicksItsChoicesAndAnyOtherMixIsTheClinicsOwn(t *testing.T) {
	card, kept := onScreen(t)
	var named *fields.Choice[standard]
	each(card, func(c *fields.Choice[standard]) { named = c })
	named.SetSelected("NSGC 2022")
	if got := kept().Nomenclature; got != draw.NSGC2022() {
		t.Fatalf("kept %+v", got)
	}
	on := 0
	each(card, func(toggle *fields.Toggle) {
		if toggle.Checked {
			on++
		}
	})
	if on != 3 {
		t.Errorf("%d choices are ticked, want diamond, marks and numbers", on)
	}
	each(card, func(toggle *fields.Toggle) {
		if toggle.Text == "Older dot for carriers" {
			toggle.SetChecked(true)
		}
	})
	if named.Value() != ownRules {
		t.Errorf("a mix is called %q", named.Value())
	}
	named.SetSelected("UK 2023")
	if got := kept(); got != (clinic.Drawing{}) {
		t.Errorf("back to the UK's: %+v", got)
	}
}
