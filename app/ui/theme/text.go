package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Ink is the part that a Text plays; its colour follows the palette.
type Ink uint8

// The inks.
const (
	InkText Ink = iota
	InkQuiet
	InkAccent
	InkNav
	InkNavSelected
	InkBad
	InkWarn
	InkOK
)

// Of is the ink's colour in a palette.
func (i Ink) Of(p Palette) color.NRGBA {
	switch i {
	case InkQuiet:
		return p.Quiet
	case InkAccent:
		return p.Accent
	case InkNav:
		return p.Nav.Text
	case InkNavSelected:
		return p.NavSelected.Text
	case InkBad:
		return p.Bad.Text
	case InkWarn:
		return p.Warn.Text
	case InkOK:
		return p.OK.Text
	}
	return p.Text
}

// Text is one line in the screen's typeface, without the inner padding of a label. Where it does
// not fit it ends in an ellipsis when Cut is set; else it asks for its whole width.
type Text struct {
	widget.BaseWidget

	Ink    Ink
	Points float32 // text size, device-independent pixels; 0 is Body
	Style  fyne.TextStyle
	Align  fyne.TextAlign
	Cut    bool
	String string
}

// NewText is body text.
func NewText(s string) *Text { return newText(&Text{String: s}) }

// NewQuiet is secondary text.
func NewQuiet(s string) *Text { return newText(&Text{String: s, Ink: InkQuiet}) }

// NewSmall is a quiet hint.
func NewSmall(s string) *Text { return newText(&Text{String: s, Ink: InkQuiet, Points: Small}) }

// NewBold is emphasised body text.
func NewBold(s string) *Text { return newText(&Text{String: s, Style: fyne.TextStyle{Bold: true}}) }

// NewHeading is the heading of a card.
func NewHeading(s string) *Text {
	return newText(&Text{String: s, Ink: InkQuiet, Points: Heading, Style: fyne.TextStyle{Bold: true}})
}

// NewTitle is the name of a screen.
func NewTitle(s string) *Text {
	return newText(&Text{String: s, Points: Title, Style: fyne.TextStyle{Bold: true}})
}

func newText(t *Text) *Text {
	t.ExtendBaseWidget(t)
	return t
}

// Trailing aligns the text with the right edge, and returns it.
func (t *Text) Trailing() *Text { t.Align = fyne.TextAlignTrailing; return t }

// Cutting lets the text be shortened with an ellipsis, and returns it.
func (t *Text) Cutting() *Text { t.Cut = true; return t }

// Set changes the words, and redraws only if they differ.
func (t *Text) Set(s string) {
	if s != t.String {
		t.String = s
		t.Refresh()
	}
}

// CreateRenderer is for Fyne.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &textRenderer{text: t, shown: canvas.NewText("", color.Black)}
	r.objects = []fyne.CanvasObject{r.shown}
	r.style()
	return r
}

type textRenderer struct {
	text    *Text
	shown   *canvas.Text
	objects []fyne.CanvasObject
}

func (r *textRenderer) style() {
	r.shown.Color = r.text.Ink.Of(Current())
	r.shown.TextSize = r.text.Points
	if r.shown.TextSize == 0 {
		r.shown.TextSize = Body
	}
	r.shown.TextStyle = r.text.Style
	r.shown.Alignment = r.text.Align
	r.shown.Text = r.fitted(r.text.BaseWidget.Size().Width)
}

// fitted is the words, or as many of them as fit in width with an ellipsis.
func (r *textRenderer) fitted(width float32) string {
	full := r.text.String
	measure := func(s string) float32 { return fyne.MeasureText(s, r.shown.TextSize, r.shown.TextStyle).Width }
	if !r.text.Cut || width <= 0 || measure(full) <= width+0.5 {
		return full
	}
	runes := []rune(full)
	low, high := 0, len(runes) // the longest prefix that fits is at least low, below high
	for low+1 < high {
		if mid := (low + high) / 2; measure(string(runes[:mid])+"…") <= width {
			low = mid
		} else {
			high = mid
		}
	}
	return string(runes[:low]) + "…"
}

func (r *textRenderer) Layout(size fyne.Size) {
	if fitted := r.fitted(size.Width); fitted != r.shown.Text {
		r.shown.Text = fitted
	}
	r.shown.Resize(size)
}

func (r *textRenderer) MinSize() fyne.Size {
	min := fyne.MeasureText(r.text.String, r.shown.TextSize, r.shown.TextStyle)
	if r.text.Cut {
		min.Width = 24
	}
	return min
}

func (r *textRenderer) Refresh() {
	r.style()
	canvas.Refresh(r.shown)
}

func (r *textRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *textRenderer) Destroy()                     {}
