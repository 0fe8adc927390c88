package theme

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

func TestInHighContrastADialogHasAWhiteBorderAndWhatLiesBehindTurnsGrey(t *testing.T) {
	app := test.NewTempApp(t)
	for _, mode := range Modes {
		app.Settings().SetTheme(New(mode))
		w := test.NewTempWindow(t, widget.NewLabel(""))
		d := NewDialog(w, "Keys", "Close", NewText("M adds the mother"))
		d.Show()
		card := test.WidgetRenderer(d.pop.Content.(fyne.Widget)).Objects()[0].(*canvas.Rectangle)
		p := PaletteOf(mode)
		if card.StrokeColor != p.Border || card.StrokeWidth != p.BorderWidth {
			t.Errorf("%s: the edge of a dialog is %v, %v wide", mode, card.StrokeColor, card.StrokeWidth)
		}
		d.Hide()
		if w.Canvas().Overlays().Top() != nil {
			t.Errorf("%s: the dialog is still there", mode)
		}
	}
	behind := New(HighContrast).Color(fynetheme.ColorNameShadow, fynetheme.VariantDark)
	if r, _, _, a := behind.RGBA(); r == 0 || a == 0xFFFF {
		t.Errorf("what lies behind a dialog is veiled with %v: black on black, or gone", behind)
	}
}

func TestTheArrowsMoveADialogThatIsLongerThanItsWindow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(New(Light))
	w := test.NewTempWindow(t, widget.NewLabel(""))
	w.Resize(fyne.NewSize(600, 300))
	list := Column(4)
	for range 40 {
		list.Add(NewText("a key and what it does"))
	}
	scroll := container.NewVScroll(list)
	NewDialog(w, "Keys", "Close", scroll).Show()
	arrow := func(name fyne.KeyName) { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	arrow(fyne.KeyDown)
	arrow(fyne.KeyDown)
	if scroll.Offset.Y != 2*scrollStep {
		t.Errorf("two arrows down are %v", scroll.Offset.Y)
	}
	arrow(fyne.KeyUp)
	arrow(fyne.KeyUp)
	arrow(fyne.KeyUp)
	if scroll.Offset.Y != 0 {
		t.Errorf("above the top: %v", scroll.Offset.Y)
	}
}

func TestAQuestionIsAnsweredOnceAndClosingItIsANo(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(New(Light))
	for name, tt := range map[string]struct {
		act  func(*Dialog, fyne.Window)
		want []bool
	}{
		"yes":           {func(d *Dialog, _ fyne.Window) { d.Confirm(); d.Confirm(); d.Hide() }, []bool{true}},
		"closed":        {func(d *Dialog, _ fyne.Window) { d.Hide(); d.Confirm() }, []bool{false}},
		"Escape on yes": {func(d *Dialog, _ fyne.Window) { d.yes.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }, []bool{false}},
		"Enter at once closes": {func(_ *Dialog, w fyne.Window) {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}, []bool{false}},
	} {
		w := test.NewTempWindow(t, widget.NewLabel(""))
		var got []bool
		d := NewQuestion(w, "Remove?", "Remove", "Keep", NewText("a grandmother"), func(yes bool) { got = append(got, yes) })
		d.Show()
		tt.act(d, w)
		if len(got) != len(tt.want) || got[0] != tt.want[0] {
			t.Errorf("%s: answered %v, want %v", name, got, tt.want)
		}
	}
}
