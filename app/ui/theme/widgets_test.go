package theme

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"kindred/internal/textmetric"
)

func inMode(t *testing.T, m Mode) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(New(m))
}

func TestTheScreenShowsTheFaceThatDrawingsAreMeasuredIn(t *testing.T) {
	inMode(t, Light)
	for _, words := range []string{"Breast 49 confirmed", "d. ~60 stroke", "Łucja, 40 ≥ ½"} {
		for _, style := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}} {
			shown := float64(fyne.MeasureText(words, Body, style).Width)
			measured := textmetric.Screen.Width(words, float64(Body), style.Bold, style.Italic)
			if d := shown - measured; d > 3 || d < -3 {
				t.Errorf("%q %+v: shown %.1f pixels wide, measured %.1f", words, style, shown, measured)
			}
		}
	}
}

func TestBodyTextIsAtLeastFourteenPixels(t *testing.T) {
	inMode(t, Light)
	if got := New(Light).Size(fynetheme.SizeNameText); got < 14 {
		t.Errorf("body text is %v pixels", got)
	}
	text := test.WidgetRenderer(NewText("Anna")).Objects()[0].(*canvas.Text)
	if text.TextSize < 14 {
		t.Errorf("a text is %v pixels", text.TextSize)
	}
}

func TestATextThatMayBeCutEndsInAnEllipsisAndComesBackWhole(t *testing.T) {
	inMode(t, Light)
	text := NewText("Breast cancer at 49 (confirmed)").Cutting()
	shown := test.WidgetRenderer(text).Objects()[0].(*canvas.Text)
	text.Resize(fyne.NewSize(90, 20))
	if !strings.HasSuffix(shown.Text, "…") || shown.MinSize().Width > 90.5 {
		t.Errorf("at 90 pixels: %q, %v wide", shown.Text, shown.MinSize().Width)
	}
	text.Resize(fyne.NewSize(400, 20))
	if shown.Text != text.String {
		t.Errorf("at 400 pixels: %q", shown.Text)
	}
}

func TestAButtonIsPressedByEnterAndSpaceAndNotWhileDisabled(t *testing.T) {
	inMode(t, Light)
	presses := 0
	b := NewButton(Secondary, "Fit", func() { presses++ })
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyLeft} {
		b.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if presses != 3 {
		t.Errorf("%d presses, want 3", presses)
	}
	b.SetEnabled(false)
	b.Tapped(nil)
	if presses != 3 {
		t.Error("a disabled button was pressed")
	}
}

func TestWidgetsFollowThePalette(t *testing.T) {
	inMode(t, Light)
	chip := NewChip(ToneBad, "High")
	ground := test.WidgetRenderer(chip).Objects()[0].(*canvas.Rectangle)
	card := NewCard(chip)
	cardGround := test.WidgetRenderer(card).Objects()[0].(*canvas.Rectangle)
	for _, m := range Modes {
		fyne.CurrentApp().Settings().SetTheme(New(m))
		card.Refresh()
		chip.Refresh()
		p := PaletteOf(m)
		if ground.FillColor != p.Bad.Ground || cardGround.FillColor != p.Card {
			t.Errorf("%s: chip on %v, card %v", m, ground.FillColor, cardGround.FillColor)
		}
	}
}

func TestABannerTakesAsManyLinesAsItsWidthNeeds(t *testing.T) {
	inMode(t, Light)
	b := NewBanner(ToneWarn, "Anna was 42, and her diagnosis is recorded at 60: look again at the age or at the diagnosis.")
	b.Resize(fyne.NewSize(280, 100))
	narrow := b.MinSize().Height
	b.Resize(fyne.NewSize(900, 100))
	if wide := b.MinSize().Height; wide >= narrow {
		t.Errorf("%v high at 900 pixels, %v at 280", wide, narrow)
	}
}

func TestAnUnknownModeIsLight(t *testing.T) {
	if got := New("sepia").Mode(); got != Light {
		t.Errorf("got %q", got)
	}
}
