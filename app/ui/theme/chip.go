package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Tone is what a chip says, beside its words.
type Tone uint8

// The tones. ToneOK means met and nothing else; "not met" is ToneNeutral.
const (
	ToneNeutral Tone = iota
	ToneOK
	ToneWarn
	ToneBad
	ToneNav // a count in the navigation
)

// Of is the tone's colours in a palette.
func (t Tone) Of(p Palette) Pair {
	switch t {
	case ToneOK:
		return p.OK
	case ToneWarn:
		return p.Warn
	case ToneBad:
		return p.Bad
	case ToneNav:
		return Pair{p.Nav.Text, p.NavPanel}
	}
	return p.Neutral
}

// Chip is a few bold words on a coloured, rounded ground.
type Chip struct {
	widget.BaseWidget

	Tone  Tone
	Words string
}

// NewChip is a chip with these words.
func NewChip(tone Tone, words string) *Chip {
	c := &Chip{Tone: tone, Words: words}
	c.ExtendBaseWidget(c)
	return c
}

// Set changes tone and words.
func (c *Chip) Set(tone Tone, words string) {
	if c.Tone != tone || c.Words != words {
		c.Tone, c.Words = tone, words
		c.Refresh()
	}
}

// CreateRenderer is for Fyne.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &chipRenderer{chip: c, ground: canvas.NewRectangle(color.Transparent), words: canvas.NewText("", color.Black)}
	r.ground.CornerRadius = RadiusSoft
	r.words.TextSize, r.words.TextStyle.Bold, r.words.Alignment = Body, true, fyne.TextAlignCenter
	r.objects = []fyne.CanvasObject{r.ground, r.words}
	r.style()
	return r
}

type chipRenderer struct {
	chip    *Chip
	ground  *canvas.Rectangle
	words   *canvas.Text
	objects []fyne.CanvasObject
}

func (r *chipRenderer) style() {
	pair := r.chip.Tone.Of(Current())
	r.ground.FillColor, r.words.Color, r.words.Text = pair.Ground, pair.Text, r.chip.Words
}

// Layout keeps the chip as wide as its words, at the trailing edge of a wider place.
func (r *chipRenderer) Layout(size fyne.Size) {
	min := r.MinSize()
	at := fyne.NewPos(max(0, size.Width-min.Width), (size.Height-min.Height)/2)
	for _, o := range r.objects {
		o.Move(at)
		o.Resize(min)
	}
}

func (r *chipRenderer) MinSize() fyne.Size {
	return fyne.MeasureText(r.chip.Words, Body, r.words.TextStyle).Add(fyne.NewSize(18, 4))
}

func (r *chipRenderer) Refresh() {
	r.style()
	r.Layout(r.chip.Size())
	canvas.Refresh(r.chip)
}

func (r *chipRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *chipRenderer) Destroy()                     {}
